/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-model"

#include "config.h"

#include "cab-consent.h"

#include "cab-codes.h"
#include "cab-model-error.h"
#include "cab-statement.h"

#include <glib/gi18n.h>
#include <string.h>

CAB_DEFINE_CODES (cab_consent_state_codes,
                  "consent-state",
                  { "never-asked", N_ ("Never asked") },
                  { "active", N_ ("Active") },
                  { "refused", N_ ("Refused") },
                  { "withdrawn", N_ ("Withdrawn") },
                  { "expired", N_ ("Expired") });

/* clang-format off */
static const CabField fields[] = {
  [CAB_CONSENT_FIELD_CLIENT_ID] = {
    .name = "client_id", .type = CAB_FIELD_REF, .target = "client", .required = CAB_REQUIRED_YES,
    .right = CAB_RIGHT_PROVIDED, .flags = CAB_FLAG_FIXED, .label = N_ ("Client"),
    .why = N_ ("To show that it was you who was asked."), .fhir = "Consent.patient",
    .since = 1
  },
  [CAB_CONSENT_FIELD_PURPOSE] = {
    .name = "purpose", .type = CAB_FIELD_CODE, .codes = &cab_purpose_codes,
    .required = CAB_REQUIRED_YES, .right = CAB_RIGHT_PROVIDED, .flags = CAB_FLAG_FIXED,
    .label = N_ ("Purpose"),
    .why = N_ ("To show what you were asked for, each purpose on its own."),
    .fhir = "Consent.provision.purpose", .since = 1
  },
};
/* clang-format on */

G_STATIC_ASSERT (G_N_ELEMENTS (fields) == CAB_CONSENT_N_FIELDS);

static const char sql_find[] = "SELECT id\n"
                               "FROM consent\n"
                               "WHERE client_id = ?1 AND purpose = ?2";

/* The id of a client's consent for a purpose; %NULL without @error when there is none. */
static gboolean
find_id (CabPractice *practice,
         const char *client_id,
         const char *purpose,
         char **id,
         GError **error)
{
  g_autoptr (CabStatement) statement = NULL;

  *id = NULL;
  statement
      = cab_statement_new (cab_practice_get_db (practice), sql_find, "look for a consent", error);
  if (statement == NULL)
    return FALSE;

  cab_statement_bind_text (statement, 1, client_id);
  cab_statement_bind_text (statement, 2, purpose);
  switch (cab_statement_step (statement, error))
    {
    case CAB_STEP_ERROR:
      return FALSE;
    case CAB_STEP_DONE:
      return TRUE;
    case CAB_STEP_ROW:
      *id = g_strdup (cab_statement_get_text (statement, 0));
      return TRUE;
    }

  g_return_val_if_reached (FALSE);
}

/* [M-51]: one for each client and purpose. */
static gboolean
check (CabPractice *practice, CabRecord *consent, GError **error)
{
  g_autofree char *id = NULL;

  if (cab_record_is_stored (consent))
    return TRUE;
  if (!find_id (practice, cab_record_get_text (consent, CAB_OWN (CAB_CONSENT_FIELD_CLIENT_ID)),
                cab_record_get_text (consent, CAB_OWN (CAB_CONSENT_FIELD_PURPOSE)), &id, error))
    return FALSE;
  if (id == NULL)
    return TRUE;

  return cab_record_set_error (consent, CAB_OWN (CAB_CONSENT_FIELD_PURPOSE),
                               CAB_MODEL_ERROR_DUPLICATE, error,
                               _ ("this client has been asked for it. Add an event instead."));
}

static char *
describe (CabRecord *consent)
{
  const char *code = cab_record_get_text (consent, CAB_OWN (CAB_CONSENT_FIELD_PURPOSE));
  const char *label = code == NULL ? NULL : cab_codes_get_label (&cab_purpose_codes, code);

  return g_strdup (label != NULL ? label : _ ("Consent"));
}

const CabKind cab_consent_kind = {
  .name = "consent",
  .plural = "consents",
  .table = "consent",
  .label = N_ ("Consent"),
  .label_plural = N_ ("Consents"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .owner = CAB_CONSENT_FIELD_CLIENT_ID,
  .ordinal = CAB_NO_OWNER,
  .origin = CAB_ORIGIN_PROVIDED,
  .despite_restriction = TRUE,
  .trash = CAB_TRASH_NEVER,
  .trash_refusal = N_ ("A consent is never deleted. Record its withdrawal instead."),
  .mutability = CAB_MUTABLE,
  .check = check,
  .describe = describe,
  .get_type = cab_consent_get_type,
};

CAB_DEFINE_KIND (CabConsent, cab_consent, &cab_consent_kind)

typedef struct
{
  const char *client_id;
  CabPurpose purpose;
  CabConsentAct act;
  const CabConsentAnswer *answer;
  CabRecord *event;
} Asked;

static gboolean
ensure_consent (CabPractice *practice, const Asked *asked, char **id, GError **error)
{
  const char *purpose = cab_purpose_codes.codes[asked->purpose].code;
  g_autoptr (CabRecord) consent = NULL;

  if (!find_id (practice, asked->client_id, purpose, id, error))
    return FALSE;
  if (*id != NULL)
    return TRUE;

  consent = cab_record_new (&cab_consent_kind);
  cab_record_set_text (consent, CAB_OWN (CAB_CONSENT_FIELD_CLIENT_ID), asked->client_id);
  cab_record_set_text (consent, CAB_OWN (CAB_CONSENT_FIELD_PURPOSE), purpose);
  if (!cab_practice_save (practice, consent, error))
    return FALSE;

  *id = g_strdup (cab_record_get_id (consent));
  return TRUE;
}

static CabRecord *
new_event (CabPractice *practice, const Asked *asked, const char *consent_id)
{
  const CabConsentAnswer *answer = asked->answer;
  CabRecord *event = cab_record_new (&cab_consent_event_kind);
  g_autofree char *today = cab_practice_dup_today (practice);
  const struct
  {
    CabConsentEventField field;
    const char *text;
  } texts[] = {
    { CAB_CONSENT_EVENT_FIELD_CONSENT_ID, consent_id },
    { CAB_CONSENT_EVENT_FIELD_EFFECTIVE_ON,
      answer->effective_on != NULL ? answer->effective_on : today },
    { CAB_CONSENT_EVENT_FIELD_POLICY_ID, answer->policy_id },
    { CAB_CONSENT_EVENT_FIELD_GIVEN_BY_CONTACT_ID, answer->given_by_contact_id },
    { CAB_CONSENT_EVENT_FIELD_AUTHORITY_SEEN, answer->authority_seen },
    { CAB_CONSENT_EVENT_FIELD_EVIDENCE_ID, answer->evidence_id },
    { CAB_CONSENT_EVENT_FIELD_WITNESS, answer->witness },
    { CAB_CONSENT_EVENT_FIELD_EXPIRES_ON, answer->expires_on },
    { CAB_CONSENT_EVENT_FIELD_EVENT_NOTE, answer->event_note },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    cab_record_set_text (event, CAB_OWN (texts[i].field), texts[i].text);
  cab_record_set_code (event, CAB_OWN (CAB_CONSENT_EVENT_FIELD_EVENT), (int)asked->act);
  cab_record_set_code (event, CAB_OWN (CAB_CONSENT_EVENT_FIELD_GIVEN_BY), (int)answer->given_by);
  cab_record_set_code (event, CAB_OWN (CAB_CONSENT_EVENT_FIELD_HOW), (int)answer->how);

  return event;
}

static gboolean
write_answer (CabPractice *practice, gpointer data, GError **error)
{
  Asked *asked = data;
  g_autofree char *consent_id = NULL;

  if (!ensure_consent (practice, asked, &consent_id, error))
    return FALSE;

  asked->event = new_event (practice, asked, consent_id);
  return cab_practice_save (practice, asked->event, error);
}

static CabRecord *
record_answer (CabPractice *practice,
               const char *client_id,
               CabPurpose purpose,
               CabConsentAct act,
               const CabConsentAnswer *answer,
               GError **error)
{
  Asked asked = { client_id, purpose, act, answer, NULL };

  g_return_val_if_fail (CAB_IS_PRACTICE (practice) && client_id != NULL && answer != NULL, NULL);
  g_return_val_if_fail (purpose < cab_purpose_codes.n_codes, NULL);

  if (!cab_practice_transact (practice, "record a consent", write_answer, &asked, error))
    g_clear_object (&asked.event);

  return asked.event;
}

CabRecord *
cab_consent_grant (CabPractice *practice,
                   const char *client_id,
                   CabPurpose purpose,
                   const CabConsentAnswer *answer,
                   GError **error)
{
  return record_answer (practice, client_id, purpose, CAB_CONSENT_ACT_GRANT, answer, error);
}

CabRecord *
cab_consent_refuse (CabPractice *practice,
                    const char *client_id,
                    CabPurpose purpose,
                    const CabConsentAnswer *answer,
                    GError **error)
{
  return record_answer (practice, client_id, purpose, CAB_CONSENT_ACT_REFUSE, answer, error);
}

CabRecord *
cab_consent_withdraw (CabPractice *practice,
                      const char *client_id,
                      CabPurpose purpose,
                      const CabConsentAnswer *answer,
                      GError **error)
{
  return record_answer (practice, client_id, purpose, CAB_CONSENT_ACT_WITHDRAW, answer, error);
}

CabRecord *
cab_consent_renew (CabPractice *practice,
                   const char *client_id,
                   CabPurpose purpose,
                   const CabConsentAnswer *answer,
                   GError **error)
{
  return record_answer (practice, client_id, purpose, CAB_CONSENT_ACT_RENEW, answer, error);
}

static const char *
get_day (CabRecord *event)
{
  return cab_record_get_text (event, CAB_OWN (CAB_CONSENT_EVENT_FIELD_EFFECTIVE_ON));
}

/* What was written down in the same second: what closes comes last. */
static int
get_rank (CabRecord *event)
{
  static const int ranks[] = {
    [CAB_CONSENT_ACT_GRANT] = 0,
    [CAB_CONSENT_ACT_RENEW] = 1,
    [CAB_CONSENT_ACT_REFUSE] = 2,
    [CAB_CONSENT_ACT_WITHDRAW] = 3,
  };
  int act = cab_record_get_code (event, CAB_OWN (CAB_CONSENT_EVENT_FIELD_EVENT));

  return act < 0 ? (int)G_N_ELEMENTS (ranks) : ranks[act];
}

/* Both are events; dates and instants sort as text. */
static int
compare_events (CabRecord *a, CabRecord *b)
{
  int order = g_strcmp0 (get_day (a), get_day (b));

  if (order == 0)
    order = g_strcmp0 (cab_record_get_text (a, CAB_SYSTEM_CREATED_AT),
                       cab_record_get_text (b, CAB_SYSTEM_CREATED_AT));
  if (order == 0)
    order = get_rank (a) - get_rank (b);

  return order;
}

CabConsentState
cab_consent_compute_state (GPtrArray *events, const char *on, CabRecord **deciding)
{
  CabRecord *last = NULL;
  const char *expires_on;

  g_return_val_if_fail (events != NULL && on != NULL, CAB_CONSENT_STATE_NEVER_ASKED);

  for (guint i = 0; i < events->len; i++)
    {
      CabRecord *event = g_ptr_array_index (events, i);

      if (strcmp (get_day (event), on) <= 0 && (last == NULL || compare_events (event, last) > 0))
        last = event;
    }

  if (deciding != NULL)
    *deciding = last;
  if (last == NULL)
    return CAB_CONSENT_STATE_NEVER_ASKED;

  expires_on = cab_record_get_text (last, CAB_OWN (CAB_CONSENT_EVENT_FIELD_EXPIRES_ON));
  switch ((CabConsentAct)cab_record_get_code (last, CAB_OWN (CAB_CONSENT_EVENT_FIELD_EVENT)))
    {
    case CAB_CONSENT_ACT_GRANT:
    case CAB_CONSENT_ACT_RENEW:
      return expires_on != NULL && strcmp (expires_on, on) < 0 ? CAB_CONSENT_STATE_EXPIRED
                                                               : CAB_CONSENT_STATE_ACTIVE;
    case CAB_CONSENT_ACT_REFUSE:
      return CAB_CONSENT_STATE_REFUSED;
    case CAB_CONSENT_ACT_WITHDRAW:
      return CAB_CONSENT_STATE_WITHDRAWN;
    }

  g_return_val_if_reached (CAB_CONSENT_STATE_NEVER_ASKED);
}

GPtrArray *
cab_consent_list_events (CabPractice *practice,
                         const char *client_id,
                         CabPurpose purpose,
                         GError **error)
{
  g_autofree char *id = NULL;
  CabFilter filter = CAB_FILTER_ALL;

  g_return_val_if_fail (CAB_IS_PRACTICE (practice) && client_id != NULL, NULL);
  g_return_val_if_fail (purpose < cab_purpose_codes.n_codes, NULL);

  if (!find_id (practice, client_id, cab_purpose_codes.codes[purpose].code, &id, error))
    return NULL;
  if (id == NULL)
    return g_ptr_array_new_with_free_func (g_object_unref);

  filter.field = CAB_OWN (CAB_CONSENT_EVENT_FIELD_CONSENT_ID);
  filter.equals = id;
  return cab_practice_list (practice, &cab_consent_event_kind, &filter, error);
}

gboolean
cab_consent_get_state (CabPractice *practice,
                       const char *client_id,
                       CabPurpose purpose,
                       const char *on,
                       CabConsentState *state,
                       GError **error)
{
  g_autofree char *today = NULL;
  g_autoptr (GPtrArray) events = NULL;

  g_return_val_if_fail (state != NULL, FALSE);

  events = cab_consent_list_events (practice, client_id, purpose, error);
  if (events == NULL)
    return FALSE;

  today = cab_practice_dup_today (practice);
  *state = cab_consent_compute_state (events, on != NULL ? on : today, NULL);
  return TRUE;
}
