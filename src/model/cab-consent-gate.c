/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-model"

#include "config.h"

#include "cab-consent-gate.h"

#include "cab-client.h"
#include "cab-codes.h"
#include "cab-consent.h"
#include "cab-model-error.h"
#include "cab-practice-private.h"

#include <glib/gi18n.h>

/* The table of [M-95]: what each act needs, what to do without it, and what
 * stops when it is withdrawn. */
typedef struct
{
  CabPurpose purpose;
  gboolean soft;
  const char *remedy;
  const char *stops;
} Gate;

#define ASK N_ ("Ask the client for consent and record it first.")
#define STOPS_AT_ONCE N_ ("The client's record is no longer used for this.")
#define NO_NEW_LETTERS N_ ("No new letters go out. Those who were told already are listed.")

static const Gate gates[] = {
  [CAB_GATE_ACTIVATE]
  = { .purpose = CAB_PURPOSE_TREATMENT_RECORD,
      .remedy = N_ ("Record the client's consent or another lawful basis first."),
      .stops = N_ ("The client is listed as “basis missing”. The record is kept under its other "
                   "lawful basis or as long as the law asks.") },
  [CAB_GATE_RECORDING] = { .purpose = CAB_PURPOSE_RECORDING,
                           .remedy = ASK,
                           .stops = N_ ("Recordings are locked and are due for erasure today.") },
  [CAB_GATE_TRANSCRIPT] = { .purpose = CAB_PURPOSE_TRANSCRIPT,
                            .remedy = ASK,
                            .stops = N_ ("Transcripts are locked and are due for erasure today.") },
  [CAB_GATE_MOOD_SHARE]
  = { .purpose = CAB_PURPOSE_MOOD_SHARE,
      .remedy = ASK,
      .stops = N_ ("Moods and values are hidden at once, and are in no letter, plan or "
                   "supervision. The client's own copy still has them.") },
  [CAB_GATE_RESEARCH]
  = { .purpose = CAB_PURPOSE_RESEARCH,
      .remedy = ASK,
      .stops = N_ ("The client is left out of the next research export. The withdrawal letter "
                   "names the earlier ones.") },
  [CAB_GATE_TRAINING] = { .purpose = CAB_PURPOSE_TRAINING, .remedy = ASK, .stops = STOPS_AT_ONCE },
  [CAB_GATE_QUALITY_ASSURANCE]
  = { .purpose = CAB_PURPOSE_QUALITY_ASSURANCE, .remedy = ASK, .stops = STOPS_AT_ONCE },
  [CAB_GATE_SERVICE_IMPROVEMENT]
  = { .purpose = CAB_PURPOSE_SERVICE_IMPROVEMENT, .remedy = ASK, .stops = STOPS_AT_ONCE },
  [CAB_GATE_SUPERVISION_IDENTIFIED]
  = { .purpose = CAB_PURPOSE_SUPERVISION_IDENTIFIED,
      .remedy = N_ ("Use the extract without names, or ask the client first."),
      .stops = N_ ("Extracts for supervision carry the reference alone again.") },
  [CAB_GATE_SHARE_GP]
  = { .purpose = CAB_PURPOSE_SHARE_GP,
      .remedy = N_ ("Ask the client first, or use “Disclose without consent…”."),
      .stops = NO_NEW_LETTERS },
  [CAB_GATE_SHARE_PROFESSIONAL]
  = { .purpose = CAB_PURPOSE_SHARE_PROFESSIONAL,
      .remedy = N_ ("Ask the client first, or use “Disclose without consent…”."),
      .stops = NO_NEW_LETTERS },
  [CAB_GATE_SHARE_FAMILY] = { .purpose = CAB_PURPOSE_SHARE_FAMILY,
                              .remedy = ASK,
                              .stops = N_ ("Partner and family are told nothing any more.") },
  [CAB_GATE_SHARE_PAYER]
  = { .purpose = CAB_PURPOSE_SHARE_PAYER,
      .remedy = N_ ("Send the invoice without service and diagnosis, or ask the client first."),
      .stops = N_ ("Invoices for the payer name neither the kind of service nor a diagnosis "
                   "any more.") },
  [CAB_GATE_TRANSFER]
  = { .purpose = CAB_PURPOSE_TRANSFER,
      .remedy = N_ ("Give the bundle to the client, or ask the client first."),
      .stops = N_ ("The file is not handed over to another clinician any more.") },
  [CAB_GATE_REMOTE_SESSION]
  = { .purpose = CAB_PURPOSE_REMOTE_SESSION,
      .soft = TRUE,
      .remedy = N_ ("Ask the client once whether sessions by video or phone are all right."),
      .stops = N_ ("The next session by video or phone asks again.") },
  [CAB_GATE_MARKETING]
  = { .purpose = CAB_PURPOSE_MARKETING,
      .remedy = ASK,
      .stops = N_ ("The client is taken off the list at once, and is kept on a list of those "
                   "who want no newsletter.") },
  [CAB_GATE_GUARDIAN_INVOLVED]
  = { .purpose = CAB_PURPOSE_GUARDIAN_INVOLVED,
      .remedy = ASK,
      .stops = N_ ("Parents and guardians take no part and are told nothing any more.") },
};

G_STATIC_ASSERT (G_N_ELEMENTS (gates) == CAB_N_GATE_ACTS);

/* The whole sentence for each answer; the client's shown name and the purpose. */
static const char *const refusals[] = {
  [CAB_GATE_OPEN] = "",
  [CAB_GATE_NEVER_ASKED] = N_ ("%s was not asked for consent to “%s”."),
  [CAB_GATE_REFUSED] = N_ ("%s has not consented to “%s”."),
  [CAB_GATE_WITHDRAWN] = N_ ("%s has withdrawn the consent to “%s”."),
  [CAB_GATE_EXPIRED] = N_ ("The consent of %s to “%s” has expired."),
  [CAB_GATE_CAME_OF_AGE] = N_ ("%s has come of age, so a guardian's consent to “%s” has ended."),
  [CAB_GATE_FOREIGN] = N_ ("%s gave the consent to “%s” to another practice."),
};

G_STATIC_ASSERT (G_N_ELEMENTS (refusals) == CAB_GATE_FOREIGN + 1);

CabPurpose
cab_gate_get_purpose (CabGateAct act)
{
  g_return_val_if_fail (act < CAB_N_GATE_ACTS, CAB_PURPOSE_TREATMENT_RECORD);

  return gates[act].purpose;
}

gboolean
cab_gate_is_soft (CabGateAct act)
{
  g_return_val_if_fail (act < CAB_N_GATE_ACTS, FALSE);

  return gates[act].soft;
}

const char *
cab_gate_get_stops (CabPurpose purpose)
{
  for (guint i = 0; i < CAB_N_GATE_ACTS; i++)
    {
      if (gates[i].purpose == purpose)
        return g_dgettext (GETTEXT_PACKAGE, gates[i].stops);
    }

  g_return_val_if_reached (NULL);
}

static gboolean
gives_consent (CabRecord *event)
{
  int act = cab_record_get_code (event, CAB_OWN (CAB_CONSENT_EVENT_FIELD_EVENT));

  return act == CAB_CONSENT_ACT_GRANT || act == CAB_CONSENT_ACT_RENEW;
}

/* [B-75]: consent to the words of another practice is history here. Taking back
 * and refusing count whoever was told. */
static gboolean
counts_here (CabPractice *practice, CabRecord *event, gboolean *counts, GError **error)
{
  const char *policy_id = cab_record_get_text (event, CAB_OWN (CAB_CONSENT_EVENT_FIELD_POLICY_ID));
  g_autoptr (CabRecord) policy = NULL;

  *counts = !gives_consent (event);
  if (*counts || policy_id == NULL)
    return TRUE;

  policy = cab_practice_load (practice, &cab_policy_text_kind, policy_id, error);
  if (policy == NULL)
    return FALSE;

  *counts = g_strcmp0 (cab_record_get_text (policy, CAB_SYSTEM_CREATED_BY),
                       cab_practice_get_owner_id (practice))
            == 0;
  return TRUE;
}

/* The events that count here; @foreign tells whether some do not. */
static GPtrArray *
list_events (CabPractice *practice,
             const char *client_id,
             CabPurpose purpose,
             gboolean *foreign,
             GError **error)
{
  g_autoptr (GPtrArray) all = cab_consent_list_events (practice, client_id, purpose, error);
  g_autoptr (GPtrArray) own = g_ptr_array_new_with_free_func (g_object_unref);

  *foreign = FALSE;
  if (all == NULL)
    return NULL;

  for (guint i = 0; i < all->len; i++)
    {
      CabRecord *event = g_ptr_array_index (all, i);
      gboolean counts = FALSE;

      if (!counts_here (practice, event, &counts, error))
        return NULL;
      if (counts)
        g_ptr_array_add (own, g_object_ref (event));
      else
        *foreign = TRUE;
    }

  return g_steal_pointer (&own);
}

/* [M-102]: what a guardian granted for a minor ends on the day the client comes
 * of age, but for the record of the treatment itself. */
static gboolean
has_come_of_age (CabPractice *practice,
                 CabRecord *client,
                 CabPurpose purpose,
                 CabRecord *event,
                 const char *date)
{
  return purpose != CAB_PURPOSE_TREATMENT_RECORD
         && cab_record_get_code (event, CAB_OWN (CAB_CONSENT_EVENT_FIELD_GIVEN_BY))
                == CAB_GIVEN_BY_GUARDIAN
         && cab_client_is_minor (
             practice, client,
             cab_record_get_text (event, CAB_OWN (CAB_CONSENT_EVENT_FIELD_EFFECTIVE_ON)))
         && !cab_client_is_minor (practice, client, date);
}

/* [M-95]: the record may be held without consent, on another basis that is
 * recorded for both articles. */
static gboolean
has_other_basis (CabRecord *client)
{
  int basis6 = cab_record_get_code (client, CAB_SYSTEM_BASIS6);
  int basis9 = cab_record_get_code (client, CAB_SYSTEM_BASIS9);

  return basis6 >= 0 && basis6 != CAB_BASIS6_CONSENT && basis6 != CAB_BASIS6_NOT_APPLICABLE
         && basis9 >= 0 && basis9 != CAB_BASIS9_NONE && basis9 != CAB_BASIS9_EXPLICIT_CONSENT;
}

static CabGateAnswer
judge (CabPractice *practice,
       CabRecord *client,
       CabPurpose purpose,
       GPtrArray *events,
       gboolean foreign,
       const char *date)
{
  CabRecord *deciding = NULL;

  switch (cab_consent_compute_state (events, date, &deciding))
    {
    case CAB_CONSENT_STATE_NEVER_ASKED:
      return foreign ? CAB_GATE_FOREIGN : CAB_GATE_NEVER_ASKED;
    case CAB_CONSENT_STATE_ACTIVE:
      return has_come_of_age (practice, client, purpose, deciding, date) ? CAB_GATE_CAME_OF_AGE
                                                                         : CAB_GATE_OPEN;
    case CAB_CONSENT_STATE_REFUSED:
      return CAB_GATE_REFUSED;
    case CAB_CONSENT_STATE_WITHDRAWN:
      return CAB_GATE_WITHDRAWN;
    case CAB_CONSENT_STATE_EXPIRED:
      return CAB_GATE_EXPIRED;
    }

  g_return_val_if_reached (CAB_GATE_NEVER_ASKED);
}

gboolean
cab_gate_look (CabPractice *practice,
               CabRecord *client,
               CabGateAct act,
               const char *date,
               CabGateAnswer *answer,
               GError **error)
{
  g_autofree char *today = NULL;
  g_autoptr (GPtrArray) events = NULL;
  gboolean foreign = FALSE;

  g_return_val_if_fail (CAB_IS_PRACTICE (practice) && CAB_IS_CLIENT (client), FALSE);
  g_return_val_if_fail (act < CAB_N_GATE_ACTS && answer != NULL, FALSE);

  if (act == CAB_GATE_ACTIVATE && has_other_basis (client))
    {
      *answer = CAB_GATE_OPEN;
      return TRUE;
    }
  if (cab_record_get_id (client) == NULL)
    {
      *answer = CAB_GATE_NEVER_ASKED;
      return TRUE;
    }

  events = list_events (practice, cab_record_get_id (client), gates[act].purpose, &foreign, error);
  if (events == NULL)
    return FALSE;

  today = cab_practice_dup_today (practice);
  *answer
      = judge (practice, client, gates[act].purpose, events, foreign, date != NULL ? date : today);
  return TRUE;
}

/* Of a day that has passed or is to come only this can be said: what a person
 * answered since says nothing about it. */
static char *
dup_sentence (CabRecord *client, CabGateAct act, CabGateAnswer answer, const char *date)
{
  g_autofree char *name = cab_client_dup_shown_name (client);
  const char *purpose
      = cab_codes_get_label (&cab_purpose_codes, cab_purpose_codes.codes[gates[act].purpose].code);

  if (date != NULL)
    return g_strdup_printf (_ ("No consent of %s to “%s” covers %s."), name, purpose, date);

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  return g_strdup_printf (g_dgettext (GETTEXT_PACKAGE, refusals[answer]), name, purpose);
#pragma GCC diagnostic pop
}

gboolean
cab_gate_check (CabPractice *practice,
                CabRecord *client,
                CabGateAct act,
                const char *date,
                GError **error)
{
  CabGateAnswer answer = CAB_GATE_NEVER_ASKED;
  g_autofree char *today = NULL;
  g_autofree char *sentence = NULL;

  if (!cab_gate_look (practice, client, act, date, &answer, error))
    return FALSE;
  if (answer == CAB_GATE_OPEN)
    return TRUE;

  today = cab_practice_dup_today (practice);
  sentence = dup_sentence (client, act, answer, g_strcmp0 (date, today) == 0 ? NULL : date);
  g_set_error (error, CAB_MODEL_ERROR, CAB_MODEL_ERROR_GATE, "%s %s", sentence,
               g_dgettext (GETTEXT_PACKAGE, gates[act].remedy));
  cab_practice_note_refusal (practice, cab_record_get_id (client),
                             cab_purpose_codes.codes[gates[act].purpose].code);
  return FALSE;
}
