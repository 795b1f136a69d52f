/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-model"

#include "config.h"

#include "cab-consent-event.h"

#include "cab-client-contact.h"
#include "cab-client.h"
#include "cab-codes.h"
#include "cab-consent.h"
#include "cab-model-error.h"
#include "cab-practice-private.h"

#include <glib/gi18n.h>
#include <string.h>

CAB_DEFINE_CODES (cab_consent_act_codes,
                  "consent-act",
                  { "grant", N_ ("Granted") },
                  { "refuse", N_ ("Refused") },
                  { "withdraw", N_ ("Withdrawn") },
                  { "renew", N_ ("Renewed") });

CAB_DEFINE_CODES (cab_given_by_codes,
                  "given-by",
                  { "client", N_ ("The client") },
                  { "guardian", N_ ("A parent or guardian") },
                  { "deputy", N_ ("A court deputy") },
                  { "attorney", N_ ("An attorney") });

CAB_DEFINE_CODES (cab_consent_how_codes,
                  "consent-how",
                  { "signed-paper", N_ ("Signed on paper") },
                  { "signed-screen", N_ ("Signed on screen") },
                  { "verbal", N_ ("Verbally") },
                  { "email", N_ ("By email") },
                  { "letter", N_ ("By letter") });

/* clang-format off */
static const CabField fields[] = {
  [CAB_CONSENT_EVENT_FIELD_CONSENT_ID] = {
    .name = "consent_id", .type = CAB_FIELD_REF, .target = "consent",
    .required = CAB_REQUIRED_YES, .right = CAB_RIGHT_PROVIDED, .flags = CAB_FLAG_FIXED,
    .label = N_ ("Consent"), .why = N_ ("To know which purpose was answered."), .since = 1
  },
  [CAB_CONSENT_EVENT_FIELD_EVENT] = {
    .name = "event", .type = CAB_FIELD_CODE, .codes = &cab_consent_act_codes,
    .required = CAB_REQUIRED_YES, .right = CAB_RIGHT_PROVIDED, .flags = CAB_FLAG_FIXED,
    .label = N_ ("Answer"), .why = N_ ("To keep your answer."), .fhir = "Consent.status",
    .since = 1
  },
  [CAB_CONSENT_EVENT_FIELD_EFFECTIVE_ON] = {
    .name = "effective_on", .type = CAB_FIELD_DATE, .required = CAB_REQUIRED_YES,
    .right = CAB_RIGHT_PROVIDED, .flags = CAB_FLAG_FIXED, .label = N_ ("Effective on"),
    .why = N_ ("To show from which day your answer counts."), .fhir = "Consent.dateTime",
    .since = 1
  },
  [CAB_CONSENT_EVENT_FIELD_POLICY_ID] = {
    .name = "policy_id", .type = CAB_FIELD_REF, .target = "policy-text",
    .required = CAB_REQUIRED_RULE, .right = CAB_RIGHT_PROVIDED, .flags = CAB_FLAG_FIXED,
    .label = N_ ("Text"), .why = N_ ("To show which words you agreed to."),
    .fhir = "Consent.policyRule", .since = 1
  },
  [CAB_CONSENT_EVENT_FIELD_POLICY_DIGEST] = {
    .name = "policy_digest", .type = CAB_FIELD_DIGEST, .required = CAB_REQUIRED_RULE,
    .right = CAB_RIGHT_PROVIDED, .flags = CAB_FLAG_FIXED, .label = N_ ("Digest of the text"),
    .why = N_ ("To prove which words you agreed to."), .since = 1
  },
  [CAB_CONSENT_EVENT_FIELD_GIVEN_BY] = {
    .name = "given_by", .type = CAB_FIELD_CODE, .codes = &cab_given_by_codes,
    .required = CAB_REQUIRED_YES, .right = CAB_RIGHT_PROVIDED,
    .flags = CAB_FLAG_IDENTIFIES | CAB_FLAG_FIXED, .label = N_ ("Given by"),
    .why = N_ ("To show whether you answered, or someone with the right to answer for you."),
    .fhir = "Consent.performer", .since = 1
  },
  [CAB_CONSENT_EVENT_FIELD_GIVEN_BY_CONTACT_ID] = {
    .name = "given_by_contact_id", .type = CAB_FIELD_REF, .target = "client-contact",
    .required = CAB_REQUIRED_RULE, .right = CAB_RIGHT_PROVIDED,
    .flags = CAB_FLAG_IDENTIFIES | CAB_FLAG_FIXED, .label = N_ ("Answered for the client by"),
    .why = N_ ("To show who answered for you."), .fhir = "Consent.performer", .since = 1
  },
  [CAB_CONSENT_EVENT_FIELD_AUTHORITY_SEEN] = {
    .name = "authority_seen", .type = CAB_FIELD_TEXT, .required = CAB_REQUIRED_RULE,
    .right = CAB_RIGHT_PROVIDED, .flags = CAB_FLAG_IDENTIFIES | CAB_FLAG_FIXED,
    .label = N_ ("Authority seen"),
    .why = N_ ("To show what proved that this person may answer for you."), .since = 1
  },
  [CAB_CONSENT_EVENT_FIELD_HOW] = {
    .name = "how", .type = CAB_FIELD_CODE, .codes = &cab_consent_how_codes,
    .required = CAB_REQUIRED_YES, .right = CAB_RIGHT_PROVIDED, .flags = CAB_FLAG_FIXED,
    .label = N_ ("How"), .why = N_ ("To show in which way your answer was given."), .since = 1
  },
  [CAB_CONSENT_EVENT_FIELD_EVIDENCE_ID] = {
    .name = "evidence_id", .type = CAB_FIELD_REF, .target = "attachment",
    .right = CAB_RIGHT_PROVIDED, .flags = CAB_FLAG_FIXED, .label = N_ ("Evidence"),
    .why = N_ ("To find the signed form or letter."), .fhir = "Consent.sourceReference",
    .since = 1
  },
  [CAB_CONSENT_EVENT_FIELD_WITNESS] = {
    .name = "witness", .type = CAB_FIELD_TEXT, .right = CAB_RIGHT_PROVIDED,
    .flags = CAB_FLAG_IDENTIFIES | CAB_FLAG_FIXED, .label = N_ ("Witness"),
    .why = N_ ("To show who else heard a spoken answer."), .since = 1
  },
  [CAB_CONSENT_EVENT_FIELD_EXPIRES_ON] = {
    .name = "expires_on", .type = CAB_FIELD_DATE, .right = CAB_RIGHT_PROVIDED,
    .flags = CAB_FLAG_FIXED, .label = N_ ("Expires on"),
    .why = N_ ("To show until which day your answer counts."),
    .fhir = "Consent.provision.period.end", .since = 1
  },
  [CAB_CONSENT_EVENT_FIELD_EVENT_NOTE] = {
    .name = "event_note", .type = CAB_FIELD_LONGTEXT, .right = CAB_RIGHT_PROVIDED,
    .flags = CAB_FLAG_FIXED, .label = N_ ("Note"),
    .why = N_ ("To keep what else was said when you answered."), .since = 1
  },
};
/* clang-format on */

G_STATIC_ASSERT (G_N_ELEMENTS (fields) == CAB_CONSENT_EVENT_N_FIELDS);

static gboolean
refuse (CabRecord *event,
        CabConsentEventField field,
        CabModelError code,
        GError **error,
        const char *sentence)
{
  return cab_record_set_error (event, (int)CAB_OWN (field), (int)code, error, "%s", sentence);
}

/* The same where the right to answer is missing, which the log keeps [M-95]. */
static gboolean
refuse_giver (CabPractice *practice,
              CabRecord *event,
              CabRecord *consent,
              CabConsentEventField field,
              GError **error,
              const char *sentence)
{
  cab_practice_note_refusal (practice,
                             cab_record_get_text (consent, CAB_OWN (CAB_CONSENT_FIELD_CLIENT_ID)),
                             cab_record_get_text (consent, CAB_OWN (CAB_CONSENT_FIELD_PURPOSE)));
  return refuse (event, field, CAB_MODEL_ERROR_GATE, error, sentence);
}

static const char *
get_text (CabRecord *event, CabConsentEventField field)
{
  return cab_record_get_text (event, CAB_OWN (field));
}

static gboolean
gives_consent (CabRecord *event)
{
  CabConsentAct act
      = (CabConsentAct)cab_record_get_code (event, CAB_OWN (CAB_CONSENT_EVENT_FIELD_EVENT));

  return act == CAB_CONSENT_ACT_GRANT || act == CAB_CONSENT_ACT_RENEW;
}

static gboolean
check_days (CabPractice *practice, CabRecord *event, GError **error)
{
  g_autofree char *today = cab_practice_dup_today (practice);
  const char *effective_on = get_text (event, CAB_CONSENT_EVENT_FIELD_EFFECTIVE_ON);
  const char *expires_on = get_text (event, CAB_CONSENT_EVENT_FIELD_EXPIRES_ON);

  if (strcmp (effective_on, today) > 0)
    return refuse (event, CAB_CONSENT_EVENT_FIELD_EFFECTIVE_ON, CAB_MODEL_ERROR_INVALID, error,
                   _ ("this day is in the future."));
  if (expires_on == NULL)
    return TRUE;
  if (!gives_consent (event))
    return refuse (event, CAB_CONSENT_EVENT_FIELD_EXPIRES_ON, CAB_MODEL_ERROR_INVALID, error,
                   _ ("only a consent that is given can expire."));
  if (strcmp (expires_on, effective_on) < 0)
    return refuse (event, CAB_CONSENT_EVENT_FIELD_EXPIRES_ON, CAB_MODEL_ERROR_INVALID, error,
                   _ ("this day is before the consent begins."));

  return TRUE;
}

/* Only what was given, and not yet taken back or refused since, can be taken
 * back or go on. */
static gboolean
check_order (CabPractice *practice, CabRecord *event, CabRecord *consent, GError **error)
{
  CabConsentAct act
      = (CabConsentAct)cab_record_get_code (event, CAB_OWN (CAB_CONSENT_EVENT_FIELD_EVENT));
  CabConsentState state;
  g_autoptr (GPtrArray) events = NULL;
  CabFilter filter = CAB_FILTER_ALL;

  if (act != CAB_CONSENT_ACT_WITHDRAW && act != CAB_CONSENT_ACT_RENEW)
    return TRUE;

  filter.field = CAB_OWN (CAB_CONSENT_EVENT_FIELD_CONSENT_ID);
  filter.equals = cab_record_get_id (consent);
  events = cab_practice_list (practice, &cab_consent_event_kind, &filter, error);
  if (events == NULL)
    return FALSE;

  state = cab_consent_compute_state (events, get_text (event, CAB_CONSENT_EVENT_FIELD_EFFECTIVE_ON),
                                     NULL);
  if (state == CAB_CONSENT_STATE_ACTIVE || state == CAB_CONSENT_STATE_EXPIRED)
    return TRUE;

  return refuse (event, CAB_CONSENT_EVENT_FIELD_EVENT, CAB_MODEL_ERROR_INVALID, error,
                 act == CAB_CONSENT_ACT_WITHDRAW
                     ? _ ("there is no consent on that day that could be withdrawn.")
                     : _ ("there is no consent on that day that could go on. Grant it anew."));
}

static gboolean
check_policy (CabPractice *practice, CabRecord *event, CabRecord *consent, GError **error)
{
  const char *policy_id = get_text (event, CAB_CONSENT_EVENT_FIELD_POLICY_ID);
  const char *purpose = cab_record_get_text (consent, CAB_OWN (CAB_CONSENT_FIELD_PURPOSE));
  g_autoptr (CabRecord) policy = NULL;

  if (policy_id == NULL)
    return !gives_consent (event)
           || refuse (event, CAB_CONSENT_EVENT_FIELD_POLICY_ID, CAB_MODEL_ERROR_INVALID, error,
                      _ ("name the text that was agreed to."));

  policy = cab_practice_load (practice, &cab_policy_text_kind, policy_id, error);
  if (policy == NULL)
    return FALSE;
  if (cab_record_is_none (policy, CAB_OWN (CAB_POLICY_TEXT_FIELD_PUBLISHED_AT)))
    return refuse (event, CAB_CONSENT_EVENT_FIELD_POLICY_ID, CAB_MODEL_ERROR_INVALID, error,
                   _ ("this text is still a draft. Publish it first."));
  if (strcmp (cab_record_get_text (policy, CAB_OWN (CAB_POLICY_TEXT_FIELD_EFFECTIVE_FROM)),
              get_text (event, CAB_CONSENT_EVENT_FIELD_EFFECTIVE_ON))
      > 0)
    return refuse (event, CAB_CONSENT_EVENT_FIELD_POLICY_ID, CAB_MODEL_ERROR_INVALID, error,
                   _ ("this text was not in force on that day."));
  if (!cab_record_has_code (policy, CAB_OWN (CAB_POLICY_TEXT_FIELD_PURPOSES), purpose))
    return refuse (event, CAB_CONSENT_EVENT_FIELD_POLICY_ID, CAB_MODEL_ERROR_INVALID, error,
                   _ ("this text does not ask for that purpose."));
  if (g_strcmp0 (cab_record_get_text (policy, CAB_OWN (CAB_POLICY_TEXT_FIELD_DIGEST)),
                 get_text (event, CAB_CONSENT_EVENT_FIELD_POLICY_DIGEST))
      != 0)
    return refuse (event, CAB_CONSENT_EVENT_FIELD_POLICY_DIGEST, CAB_MODEL_ERROR_INVALID, error,
                   _ ("this is not the digest of the text."));

  return TRUE;
}

/* By what right each of them may answer; an empty row ends the list. */
static const CabAuthority authorities[][3] = {
  [CAB_GIVEN_BY_GUARDIAN]
  = { CAB_AUTHORITY_PARENTAL_RESPONSIBILITY, CAB_AUTHORITY_LEGAL_GUARDIAN, CAB_AUTHORITY_NONE },
  [CAB_GIVEN_BY_DEPUTY] = { CAB_AUTHORITY_COURT_DEPUTY, CAB_AUTHORITY_NONE },
  [CAB_GIVEN_BY_ATTORNEY] = { CAB_AUTHORITY_ATTORNEY, CAB_AUTHORITY_NONE },
};

static gboolean
has_authority (CabRecord *link, CabGivenBy given_by)
{
  int authority = cab_record_get_code (link, CAB_OWN (CAB_CLIENT_CONTACT_FIELD_AUTHORITY));

  for (guint i = 0; authorities[given_by][i] != CAB_AUTHORITY_NONE; i++)
    {
      if (authority == (int)authorities[given_by][i])
        return TRUE;
    }

  return FALSE;
}

static gboolean
holds_on (CabRecord *link, const char *day)
{
  const char *from = cab_record_get_text (link, CAB_OWN (CAB_CLIENT_CONTACT_FIELD_VALID_FROM));
  const char *to = cab_record_get_text (link, CAB_OWN (CAB_CLIENT_CONTACT_FIELD_VALID_TO));

  return (from == NULL || strcmp (from, day) <= 0) && (to == NULL || strcmp (day, to) <= 0)
         && cab_record_is_none (link, CAB_SYSTEM_TRASHED_AT);
}

/* Someone else answers for the client: who, and by what right. Taking back or
 * refusing needs no right, it opens nothing. */
static gboolean
check_representative (CabPractice *practice,
                      CabRecord *event,
                      CabRecord *consent,
                      CabRecord *client,
                      GError **error)
{
  CabGivenBy given_by
      = (CabGivenBy)cab_record_get_code (event, CAB_OWN (CAB_CONSENT_EVENT_FIELD_GIVEN_BY));
  const char *link_id = get_text (event, CAB_CONSENT_EVENT_FIELD_GIVEN_BY_CONTACT_ID);
  const char *day = get_text (event, CAB_CONSENT_EVENT_FIELD_EFFECTIVE_ON);
  g_autoptr (CabRecord) link = NULL;

  if (link_id == NULL)
    return refuse (event, CAB_CONSENT_EVENT_FIELD_GIVEN_BY_CONTACT_ID, CAB_MODEL_ERROR_INVALID,
                   error, _ ("name the contact who answered for the client."));

  link = cab_practice_load (practice, &cab_client_contact_kind, link_id, error);
  if (link == NULL)
    return FALSE;
  if (g_strcmp0 (cab_record_get_text (link, CAB_OWN (CAB_CLIENT_CONTACT_FIELD_CLIENT_ID)),
                 cab_record_get_id (client))
      != 0)
    return refuse (event, CAB_CONSENT_EVENT_FIELD_GIVEN_BY_CONTACT_ID, CAB_MODEL_ERROR_INVALID,
                   error, _ ("this is a contact of another client."));
  if (!gives_consent (event))
    return TRUE;
  if (!has_authority (link, given_by) || !holds_on (link, day))
    return refuse_giver (practice, event, consent, CAB_CONSENT_EVENT_FIELD_GIVEN_BY_CONTACT_ID,
                         error,
                         _ ("this contact had no authority to answer for the client on that day."));
  if (cab_record_get_code (link, CAB_OWN (CAB_CLIENT_CONTACT_FIELD_AUTHORITY))
          == CAB_AUTHORITY_PARENTAL_RESPONSIBILITY
      && !cab_record_is_none (client, CAB_OWN (CAB_CLIENT_FIELD_DATE_OF_BIRTH))
      && !cab_client_is_minor (practice, client, day))
    return refuse_giver (practice, event, consent, CAB_CONSENT_EVENT_FIELD_GIVEN_BY_CONTACT_ID,
                         error,
                         _ ("the client is of age. Ask for consent in the client's own right."));
  if (get_text (event, CAB_CONSENT_EVENT_FIELD_AUTHORITY_SEEN) == NULL)
    return refuse (event, CAB_CONSENT_EVENT_FIELD_AUTHORITY_SEEN, CAB_MODEL_ERROR_INVALID, error,
                   _ ("say what showed that this contact may answer for the client."));

  return TRUE;
}

/* [M-95]: for a minor a guardian answers, or the client whose competence
 * somebody has judged. */
static gboolean
check_giver (CabPractice *practice,
             CabRecord *event,
             CabRecord *consent,
             CabRecord *client,
             GError **error)
{
  if (cab_record_get_code (event, CAB_OWN (CAB_CONSENT_EVENT_FIELD_GIVEN_BY))
      != CAB_GIVEN_BY_CLIENT)
    return check_representative (practice, event, consent, client, error);

  if (get_text (event, CAB_CONSENT_EVENT_FIELD_GIVEN_BY_CONTACT_ID) != NULL)
    return refuse (event, CAB_CONSENT_EVENT_FIELD_GIVEN_BY_CONTACT_ID, CAB_MODEL_ERROR_INVALID,
                   error, _ ("the client answered, so no contact did."));
  if (gives_consent (event)
      && cab_client_is_minor (practice, client,
                              get_text (event, CAB_CONSENT_EVENT_FIELD_EFFECTIVE_ON))
      && cab_record_is_none (client, CAB_OWN (CAB_CLIENT_FIELD_COMPETENCE_NOTE)))
    return refuse_giver (practice, event, consent, CAB_CONSENT_EVENT_FIELD_GIVEN_BY, error,
                         _ ("the client is a minor. Ask a guardian, or note first who judged "
                            "that the client may decide alone."));

  return TRUE;
}

static gboolean
check_form (CabPractice *practice, CabRecord *event, CabRecord *client, GError **error)
{
  const char *evidence_id = get_text (event, CAB_CONSENT_EVENT_FIELD_EVIDENCE_ID);
  g_autoptr (CabRecord) evidence = NULL;
  g_autofree char *client_id = NULL;

  if (cab_record_get_code (event, CAB_OWN (CAB_CONSENT_EVENT_FIELD_HOW)) == CAB_CONSENT_HOW_VERBAL
      && get_text (event, CAB_CONSENT_EVENT_FIELD_WITNESS) == NULL
      && get_text (event, CAB_CONSENT_EVENT_FIELD_EVENT_NOTE) == NULL)
    return refuse (event, CAB_CONSENT_EVENT_FIELD_WITNESS, CAB_MODEL_ERROR_INVALID, error,
                   _ ("a spoken answer needs a witness or a note."));
  if (evidence_id == NULL)
    return TRUE;

  evidence = cab_practice_load (practice, cab_kind_find ("attachment"), evidence_id, error);
  if (evidence == NULL)
    return FALSE;
  client_id = cab_practice_dup_client_of (practice, evidence);
  if (g_strcmp0 (client_id, cab_record_get_id (client)) == 0)
    return TRUE;

  return refuse (event, CAB_CONSENT_EVENT_FIELD_EVIDENCE_ID, CAB_MODEL_ERROR_INVALID, error,
                 _ ("this attachment belongs to another client."));
}

static gboolean
check (CabPractice *practice, CabRecord *event, GError **error)
{
  g_autoptr (CabRecord) consent = NULL;
  g_autoptr (CabRecord) client = NULL;

  if (cab_record_is_stored (event))
    return TRUE;

  consent = cab_practice_load (practice, &cab_consent_kind,
                               get_text (event, CAB_CONSENT_EVENT_FIELD_CONSENT_ID), error);
  if (consent == NULL)
    return FALSE;
  client = cab_practice_load (practice, &cab_client_kind,
                              cab_record_get_text (consent, CAB_OWN (CAB_CONSENT_FIELD_CLIENT_ID)),
                              error);
  if (client == NULL)
    return FALSE;

  return check_days (practice, event, error) && check_order (practice, event, consent, error)
         && check_policy (practice, event, consent, error)
         && check_giver (practice, event, consent, client, error)
         && check_form (practice, event, client, error);
}

/* The words themselves are pinned, not only which text it was. */
static gboolean
before_save (CabPractice *practice, CabRecord *event, GError **error)
{
  const char *policy_id = get_text (event, CAB_CONSENT_EVENT_FIELD_POLICY_ID);
  g_autoptr (CabRecord) policy = NULL;

  if (cab_record_is_stored (event) || policy_id == NULL
      || get_text (event, CAB_CONSENT_EVENT_FIELD_POLICY_DIGEST) != NULL
      || !cab_practice_exists (practice, &cab_policy_text_kind, policy_id))
    return TRUE;

  policy = cab_practice_load (practice, &cab_policy_text_kind, policy_id, error);
  if (policy == NULL)
    return FALSE;

  cab_record_set_text (event, CAB_OWN (CAB_CONSENT_EVENT_FIELD_POLICY_DIGEST),
                       cab_record_get_text (policy, CAB_OWN (CAB_POLICY_TEXT_FIELD_DIGEST)));
  return TRUE;
}

static char *
describe (CabRecord *event)
{
  const char *code = get_text (event, CAB_CONSENT_EVENT_FIELD_EVENT);
  const char *label = code == NULL ? NULL : cab_codes_get_label (&cab_consent_act_codes, code);
  const char *day = get_text (event, CAB_CONSENT_EVENT_FIELD_EFFECTIVE_ON);

  if (label == NULL || day == NULL)
    return g_strdup (_ ("Consent event"));

  return g_strdup_printf ("%s, %s", label, day);
}

const CabKind cab_consent_event_kind = {
  .name = "consent-event",
  .plural = "consent-events",
  .table = "consent_event",
  .label = N_ ("Consent event"),
  .label_plural = N_ ("Consent events"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .owner = CAB_CONSENT_EVENT_FIELD_CONSENT_ID,
  .ordinal = CAB_NO_OWNER,
  .origin = CAB_ORIGIN_PROVIDED,
  .despite_restriction = TRUE,
  .trash = CAB_TRASH_NEVER,
  .trash_refusal = N_ ("What a person agreed to or refused is never deleted. Record the "
                       "change as a new event."),
  .mutability = CAB_IMMUTABLE,
  .check = check,
  .before_save = before_save,
  .describe = describe,
  .get_type = cab_consent_event_get_type,
};

CAB_DEFINE_KIND (CabConsentEvent, cab_consent_event, &cab_consent_event_kind)
