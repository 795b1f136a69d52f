/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-model"

#include "config.h"

#include "cab-disclosure.h"

#include "cab-client.h"
#include "cab-codes.h"
#include "cab-consent-event.h"
#include "cab-consent.h"
#include "cab-model-error.h"
#include "cab-practice-settings.h"
#include "cab-practice.h"
#include "cab-reach-private.h"
#include "cab-when.h"

#include <glib/gi18n.h>
#include <string.h>

#define OWN(field) CAB_OWN (CAB_DISCLOSURE_FIELD_##field)

CAB_DEFINE_CODES (cab_direction_kind_codes,
                  "direction-kind",
                  { "to-subject", N_ ("To the client") },
                  { "to-third-party", N_ ("To someone else") });

CAB_DEFINE_CODES (cab_disclosure_ground_codes,
                  "disclosure-ground",
                  { "subject-request", N_ ("Request of the client") },
                  { "consent", N_ ("Consent") },
                  { "treatment", N_ ("Treatment") },
                  { "payment", N_ ("Payment") },
                  { "law", N_ ("Required by law") },
                  { "search-warrant", N_ ("Search warrant") },
                  { "subpoena", N_ ("Subpoena") },
                  { "court-order", N_ ("Court order") },
                  { "safeguarding", N_ ("Safeguarding") },
                  { "vital-interests", N_ ("Vital interests") },
                  { "legal-claim", N_ ("Legal claim") },
                  { "guardian", N_ ("Request of a guardian") },
                  { "agent", N_ ("Request of an agent") });

CAB_DEFINE_CODES (cab_disclosure_channel_codes,
                  "disclosure-channel",
                  { "in-person", N_ ("In person") },
                  { "post", N_ ("Post") },
                  { "email", N_ ("E-mail") },
                  { "portal", N_ ("Portal") },
                  { "usb", N_ ("USB drive") },
                  { "phone", N_ ("Phone") },
                  { "other", N_ ("Other") });

CAB_DEFINE_CODES (cab_encryption_codes,
                  "encryption",
                  { "zip-aes256", N_ ("ZIP, AES-256") },
                  { "none", N_ ("None") },
                  { "paper", N_ ("Paper") });

/* clang-format off */
static const CabField fields[] = {
  [CAB_DISCLOSURE_FIELD_CLIENT_ID] = {
    .name = "client_id", .type = CAB_FIELD_REF, .target = "client",
    .required = CAB_REQUIRED_RULE, .right = CAB_RIGHT_OBSERVED, .label = N_ ("Client"),
    .why = N_ ("To show whose data was disclosed."), .since = 1
  },
  [CAB_DISCLOSURE_FIELD_TOMBSTONE_ID] = {
    .name = "tombstone_id", .type = CAB_FIELD_REF, .target = "tombstone",
    .required = CAB_REQUIRED_RULE, .right = CAB_RIGHT_OBSERVED, .label = N_ ("Erased client"),
    .why = N_ ("To keep the fact of a disclosure when the client has been erased."),
    .since = 1
  },
  [CAB_DISCLOSURE_FIELD_DISCLOSED_AT] = {
    .name = "disclosed_at", .type = CAB_FIELD_INSTANT, .required = CAB_REQUIRED_YES,
    .right = CAB_RIGHT_OBSERVED, .label = N_ ("When"),
    .why = N_ ("To show when your data left the practice."), .since = 1
  },
  [CAB_DISCLOSURE_FIELD_DIRECTION_KIND] = {
    .name = "direction_kind", .type = CAB_FIELD_CODE, .codes = &cab_direction_kind_codes,
    .required = CAB_REQUIRED_YES, .right = CAB_RIGHT_OBSERVED, .label = N_ ("To whom"),
    .why = N_ ("To show whether your data went to you or to someone else."), .since = 1
  },
  [CAB_DISCLOSURE_FIELD_RECIPIENT_NAME] = {
    .name = "recipient_name", .type = CAB_FIELD_TEXT, .required = CAB_REQUIRED_YES,
    .right = CAB_RIGHT_OBSERVED, .flags = CAB_FLAG_IDENTIFIES, .label = N_ ("Recipient"),
    .why = N_ ("To tell you who got your data."), .since = 1
  },
  [CAB_DISCLOSURE_FIELD_RECIPIENT_COUNTRY] = {
    .name = "recipient_country", .type = CAB_FIELD_TEXT, .maximum = 2,
    .right = CAB_RIGHT_OBSERVED, .flags = CAB_FLAG_IDENTIFIES,
    .label = N_ ("Country of the recipient"),
    .why = N_ ("To tell you whether your data went abroad."), .since = 1
  },
  [CAB_DISCLOSURE_FIELD_WHAT] = {
    .name = "what", .type = CAB_FIELD_LONGTEXT, .required = CAB_REQUIRED_YES,
    .right = CAB_RIGHT_OBSERVED, .label = N_ ("What was disclosed"),
    .why = N_ ("To tell you which of your data went out."), .since = 1
  },
  [CAB_DISCLOSURE_FIELD_PURPOSE_TEXT] = {
    .name = "purpose_text", .type = CAB_FIELD_LONGTEXT, .required = CAB_REQUIRED_YES,
    .right = CAB_RIGHT_OBSERVED, .label = N_ ("Purpose"),
    .why = N_ ("To tell you why your data went out."), .since = 1
  },
  [CAB_DISCLOSURE_FIELD_GROUND] = {
    .name = "ground", .type = CAB_FIELD_CODE, .codes = &cab_disclosure_ground_codes,
    .required = CAB_REQUIRED_YES, .right = CAB_RIGHT_OBSERVED, .label = N_ ("Ground"),
    .why = N_ ("To show by what right your data went out."), .since = 1
  },
  [CAB_DISCLOSURE_FIELD_CONSENT_ID] = {
    .name = "consent_id", .type = CAB_FIELD_REF, .target = "consent-event",
    .required = CAB_REQUIRED_RULE, .right = CAB_RIGHT_OBSERVED, .label = N_ ("Consent"),
    .why = N_ ("To show on which consent your data went out."), .since = 1
  },
  [CAB_DISCLOSURE_FIELD_CHANNEL] = {
    .name = "channel", .type = CAB_FIELD_CODE, .codes = &cab_disclosure_channel_codes,
    .required = CAB_REQUIRED_YES, .right = CAB_RIGHT_OBSERVED, .label = N_ ("Way"),
    .why = N_ ("To show how your data went out."), .since = 1
  },
  [CAB_DISCLOSURE_FIELD_ENCRYPTION] = {
    .name = "encryption", .type = CAB_FIELD_CODE, .codes = &cab_encryption_codes,
    .required = CAB_REQUIRED_YES, .right = CAB_RIGHT_OBSERVED, .label = N_ ("Protection"),
    .why = N_ ("To show how your data was protected on its way."), .since = 1
  },
  [CAB_DISCLOSURE_FIELD_OUTPUT_DIGEST] = {
    .name = "output_digest", .type = CAB_FIELD_DIGEST, .required = CAB_REQUIRED_RULE,
    .right = CAB_RIGHT_OBSERVED, .label = N_ ("Digest of what went out"),
    .why = N_ ("To prove what exactly was handed over."), .since = 1
  },
  [CAB_DISCLOSURE_FIELD_CORRECTS_ID] = {
    .name = "corrects_id", .type = CAB_FIELD_REF, .target = "disclosure",
    .right = CAB_RIGHT_OBSERVED, .label = N_ ("Corrects"),
    .why = N_ ("To mend a mistake in the list without hiding it."), .since = 1
  },
};
/* clang-format on */

G_STATIC_ASSERT (G_N_ELEMENTS (fields) == CAB_DISCLOSURE_N_FIELDS);

static gboolean
check_subject (CabRecord *record, GError **error)
{
  if (cab_record_is_none (record, OWN (CLIENT_ID))
      != cab_record_is_none (record, OWN (TOMBSTONE_ID)))
    return TRUE;

  return cab_record_set_error (record, OWN (CLIENT_ID), CAB_MODEL_ERROR_INVALID, error,
                               _ ("a disclosure is about one client, or what is left of one."));
}

/* A consent that is taken back or over covers nothing that goes out later. */
static gboolean
check_consent_holds (CabPractice *practice, CabRecord *record, CabRecord *event, GError **error)
{
  g_autoptr (CabRecord) consent = NULL;
  g_autofree char *local = NULL;
  g_autofree char *on = NULL;
  CabConsentState state = CAB_CONSENT_STATE_NEVER_ASKED;

  consent = cab_practice_load (
      practice, &cab_consent_kind,
      cab_record_get_text (event, CAB_OWN (CAB_CONSENT_EVENT_FIELD_CONSENT_ID)), error);
  if (consent == NULL)
    return FALSE;
  if (g_strcmp0 (cab_record_get_text (consent, CAB_OWN (CAB_CONSENT_FIELD_CLIENT_ID)),
                 cab_record_get_text (record, OWN (CLIENT_ID)))
      != 0)
    return cab_record_set_error (record, OWN (CONSENT_ID), CAB_MODEL_ERROR_GATE, error,
                                 _ ("this consent is another client's."));

  local = cab_when_dup_local (cab_record_get_text (record, OWN (DISCLOSED_AT)),
                              cab_practice_settings_get_zone (practice));
  on = g_strndup (local, strlen ("2026-03-02"));
  if (!cab_consent_get_state (
          practice, cab_record_get_text (record, OWN (CLIENT_ID)),
          (CabPurpose)cab_record_get_code (consent, CAB_OWN (CAB_CONSENT_FIELD_PURPOSE)), on,
          &state, error))
    return FALSE;

  return state == CAB_CONSENT_STATE_ACTIVE
         || cab_record_set_error (record, OWN (CONSENT_ID), CAB_MODEL_ERROR_GATE, error,
                                  _ ("this consent did not hold on %s."), on);
}

static gboolean
check_consent (CabPractice *practice, CabRecord *record, GError **error)
{
  const char *id = cab_record_get_text (record, OWN (CONSENT_ID));
  g_autoptr (CabRecord) event = NULL;

  if (id == NULL)
    return cab_record_get_code (record, OWN (GROUND)) != CAB_DISCLOSURE_GROUND_CONSENT
           || cab_record_set_error (record, OWN (CONSENT_ID), CAB_MODEL_ERROR_GATE, error,
                                    _ ("name the consent on which this goes out."));

  event = cab_practice_load (practice, &cab_consent_event_kind, id, error);
  return event != NULL && check_consent_holds (practice, record, event, error);
}

static gboolean
check_corrected (CabPractice *practice, CabRecord *record, GError **error)
{
  const char *id = cab_record_get_text (record, OWN (CORRECTS_ID));
  g_autoptr (CabRecord) other = NULL;

  if (id == NULL)
    return TRUE;

  other = cab_practice_load (practice, &cab_disclosure_kind, id, error);
  if (other == NULL)
    return FALSE;

  return g_strcmp0 (cab_record_get_text (other, OWN (CLIENT_ID)),
                    cab_record_get_text (record, OWN (CLIENT_ID)))
             == 0
         || cab_record_set_error (record, OWN (CORRECTS_ID), CAB_MODEL_ERROR_INVALID, error,
                                  _ ("the disclosure to be corrected is another client's."));
}

/* GDPR Art 18(2): what the law, a court, a claim or a life asks for goes out of
 * a restricted record too. */
static gboolean
overrides_restriction (CabDisclosureGround ground)
{
  switch (ground)
    {
    case CAB_DISCLOSURE_GROUND_LAW:
    case CAB_DISCLOSURE_GROUND_SEARCH_WARRANT:
    case CAB_DISCLOSURE_GROUND_SUBPOENA:
    case CAB_DISCLOSURE_GROUND_COURT_ORDER:
    case CAB_DISCLOSURE_GROUND_SAFEGUARDING:
    case CAB_DISCLOSURE_GROUND_VITAL_INTERESTS:
    case CAB_DISCLOSURE_GROUND_LEGAL_CLAIM:
      return TRUE;
    case CAB_DISCLOSURE_GROUND_SUBJECT_REQUEST:
    case CAB_DISCLOSURE_GROUND_CONSENT:
    case CAB_DISCLOSURE_GROUND_TREATMENT:
    case CAB_DISCLOSURE_GROUND_PAYMENT:
    case CAB_DISCLOSURE_GROUND_GUARDIAN:
    case CAB_DISCLOSURE_GROUND_AGENT:
      return FALSE;
    }

  g_return_val_if_reached (FALSE);
}

/* [M-19], bundle.md [B-7]: the subject may always have it. A row that mends an
 * older one discloses nothing. */
static gboolean
check_restriction (CabPractice *practice, CabRecord *record, GError **error)
{
  const char *id = cab_record_get_text (record, OWN (CLIENT_ID));
  g_autoptr (CabRecord) client = NULL;

  if (id == NULL || !cab_record_is_none (record, OWN (CORRECTS_ID))
      || cab_record_get_code (record, OWN (DIRECTION_KIND)) == CAB_DIRECTION_KIND_TO_SUBJECT
      || overrides_restriction ((CabDisclosureGround)cab_record_get_code (record, OWN (GROUND))))
    return TRUE;

  client = cab_practice_load (practice, &cab_client_kind, id, error);
  if (client == NULL)
    return FALSE;
  if (!cab_record_get_bool (client, CAB_OWN (CAB_CLIENT_FIELD_RESTRICTED)))
    return TRUE;

  return cab_record_set_error (
      record, -1, CAB_MODEL_ERROR_RESTRICTED, error,
      _ ("the client's record is restricted since %s. Lift the restriction first."),
      cab_record_get_text (client, CAB_OWN (CAB_CLIENT_FIELD_RESTRICTED_ON)));
}

static gboolean
check (CabPractice *practice, CabRecord *record, GError **error)
{
  g_autofree char *now = cab_practice_dup_now (practice);

  /* It is written once; afterwards only its classification changes [M-9]. */
  if (cab_record_is_stored (record))
    return TRUE;
  if (strcmp (cab_record_get_text (record, OWN (DISCLOSED_AT)), now) > 0)
    return cab_record_set_error (record, OWN (DISCLOSED_AT), CAB_MODEL_ERROR_INVALID, error,
                                 _ ("this is still to come."));

  return check_subject (record, error)
         && cab_reach_check_country (record, OWN (RECIPIENT_COUNTRY), error)
         && check_consent (practice, record, error) && check_corrected (practice, record, error)
         && check_restriction (practice, record, error);
}

static gboolean
before_save (CabPractice *practice, CabRecord *record, GError **error)
{
  g_autofree char *now = NULL;

  if (!cab_record_is_none (record, OWN (DISCLOSED_AT)))
    return TRUE;

  now = cab_practice_dup_now (practice);
  cab_record_set_text (record, OWN (DISCLOSED_AT), now);
  return TRUE;
}

static char *
describe (CabRecord *record)
{
  return g_strdup_printf ("%.10s, %s", cab_record_get_text (record, OWN (DISCLOSED_AT)),
                          cab_record_get_text (record, OWN (RECIPIENT_NAME)));
}

const CabKind cab_disclosure_kind = {
  .name = "disclosure",
  .plural = "disclosures",
  .table = "disclosure",
  .label = N_ ("Disclosure"),
  .label_plural = N_ ("Disclosures"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .owner = CAB_DISCLOSURE_FIELD_CLIENT_ID,
  .ordinal = CAB_NO_OWNER,
  .origin = CAB_ORIGIN_OBSERVED,
  .register_kind = TRUE,
  .trash = CAB_TRASH_NEVER,
  .trash_refusal = N_ ("A disclosure cannot be deleted. Add one that corrects it."),
  .mutability = CAB_IMMUTABLE,
  .check = check,
  .before_save = before_save,
  .describe = describe,
  .get_type = cab_disclosure_get_type,
};

CAB_DEFINE_KIND (CabDisclosure, cab_disclosure, &cab_disclosure_kind)
