/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-model"

#include "config.h"

#include "cab-client-contact.h"

#include "cab-attachment.h"
#include "cab-codes.h"
#include "cab-consent-event.h"
#include "cab-contact.h"
#include "cab-model-error.h"
#include "cab-practice.h"

#include <glib/gi18n.h>
#include <string.h>

#define OWN(field) CAB_OWN (CAB_CLIENT_CONTACT_FIELD_##field)

CAB_DEFINE_CODES (cab_contact_role_codes,
                  "contact-role",
                  { "guardian", N_ ("Parent or guardian") },
                  { "emergency", N_ ("Emergency contact") },
                  { "gp", N_ ("GP") },
                  { "referrer", N_ ("Referrer") },
                  { "payer", N_ ("Payer") },
                  { "other-professional", N_ ("Other professional") },
                  { "partner", N_ ("Partner") },
                  { "family", N_ ("Family") });

CAB_DEFINE_CODES (cab_authority_codes,
                  "authority",
                  { "none", N_ ("None") },
                  { "parental-responsibility", N_ ("Parental responsibility") },
                  { "legal-guardian", N_ ("Legal guardian") },
                  { "court-deputy", N_ ("Deputy appointed by a court") },
                  { "attorney", N_ ("Power of attorney") },
                  { "estate", N_ ("Representative of the estate") });

CAB_DEFINE_CODES (cab_may_be_told_codes,
                  "may-be-told",
                  { "appointments", N_ ("Appointments") },
                  { "attendance", N_ ("Attendance") },
                  { "money", N_ ("Money") },
                  { "progress", N_ ("Progress") },
                  { "clinical", N_ ("Clinical matters") },
                  { "emergency-only", N_ ("In an emergency only") });

/* clang-format off */
static const CabField fields[] = {
  [CAB_CLIENT_CONTACT_FIELD_CLIENT_ID] = {
    .name = "client_id", .type = CAB_FIELD_REF, .target = "client", .required = CAB_REQUIRED_YES,
    .right = CAB_RIGHT_PROVIDED, .flags = CAB_FLAG_FIXED, .label = N_ ("Client"),
    .why = N_ ("To show whom the contact belongs to."), .fhir = "RelatedPerson.patient",
    .since = 1
  },
  [CAB_CLIENT_CONTACT_FIELD_CONTACT_ID] = {
    .name = "contact_id", .type = CAB_FIELD_REF, .target = "contact",
    .required = CAB_REQUIRED_YES, .right = CAB_RIGHT_PROVIDED, .flags = CAB_FLAG_FIXED,
    .label = N_ ("Contact"), .why = N_ ("To show who the contact is."), .since = 1
  },
  [CAB_CLIENT_CONTACT_FIELD_ROLE] = {
    .name = "role", .type = CAB_FIELD_CODE, .codes = &cab_contact_role_codes,
    .required = CAB_REQUIRED_YES, .right = CAB_RIGHT_PROVIDED, .label = N_ ("Role"),
    .why = N_ ("To show what the contact is to you."),
    .fhir = "RelatedPerson.relationship.coding", .since = 1
  },
  [CAB_CLIENT_CONTACT_FIELD_RELATIONSHIP] = {
    .name = "relationship", .type = CAB_FIELD_TEXT, .right = CAB_RIGHT_PROVIDED,
    .label = N_ ("Relationship"),
    .why = N_ ("To show in your words what the contact is to you."),
    .fhir = "RelatedPerson.relationship.text", .since = 1
  },
  [CAB_CLIENT_CONTACT_FIELD_AUTHORITY] = {
    .name = "authority", .type = CAB_FIELD_CODE, .codes = &cab_authority_codes,
    .required = CAB_REQUIRED_RULE, .right = CAB_RIGHT_PROVIDED, .flags = CAB_FLAG_SENSITIVE,
    .label = N_ ("Authority"), .why = N_ ("To show whether the contact may decide for you."),
    .since = 1
  },
  [CAB_CLIENT_CONTACT_FIELD_AUTHORITY_EVIDENCE_ID] = {
    .name = "authority_evidence_id", .type = CAB_FIELD_REF, .target = "attachment",
    .required = CAB_REQUIRED_RULE, .right = CAB_RIGHT_PROVIDED, .flags = CAB_FLAG_SENSITIVE,
    .label = N_ ("Proof of authority"),
    .why = N_ ("To show what the authority was proved with."), .since = 1
  },
  [CAB_CLIENT_CONTACT_FIELD_ORDER_NOTE] = {
    .name = "order_note", .type = CAB_FIELD_LONGTEXT, .required = CAB_REQUIRED_RULE,
    .right = CAB_RIGHT_PROVIDED, .flags = CAB_FLAG_SENSITIVE, .label = N_ ("Court order"),
    .why = N_ ("To keep to what a court has ordered."), .since = 1
  },
  [CAB_CLIENT_CONTACT_FIELD_MAY_BE_TOLD] = {
    .name = "may_be_told", .type = CAB_FIELD_CODES, .codes = &cab_may_be_told_codes,
    .right = CAB_RIGHT_PROVIDED, .label = N_ ("May be told"),
    .why = N_ ("So that the contact learns nothing you have not agreed to."), .since = 1
  },
  [CAB_CLIENT_CONTACT_FIELD_CONTACT_CONSENT_ID] = {
    .name = "contact_consent_id", .type = CAB_FIELD_REF, .target = "consent-event",
    .right = CAB_RIGHT_PROVIDED, .label = N_ ("Permission to contact"),
    .why = N_ ("To show that you agreed to our talking with this contact."), .since = 1
  },
  [CAB_CLIENT_CONTACT_FIELD_VALID_FROM] = {
    .name = "valid_from", .type = CAB_FIELD_DATE, .right = CAB_RIGHT_PROVIDED,
    .label = N_ ("From"), .why = N_ ("To show since when the link holds."),
    .fhir = "RelatedPerson.period.start", .since = 1
  },
  [CAB_CLIENT_CONTACT_FIELD_VALID_TO] = {
    .name = "valid_to", .type = CAB_FIELD_DATE, .right = CAB_RIGHT_PROVIDED,
    .label = N_ ("Until"), .why = N_ ("To show until when the link held."),
    .fhir = "RelatedPerson.period.end", .since = 1
  },
};
/* clang-format on */

G_STATIC_ASSERT (G_N_ELEMENTS (fields) == CAB_CLIENT_CONTACT_N_FIELDS);

/* Proof and permission are the same client's. */
static gboolean
check_same_client (CabPractice *practice,
                   CabRecord *record,
                   const CabKind *kind,
                   guint field,
                   GError **error)
{
  const char *id = cab_record_get_text (record, field);
  g_autoptr (CabRecord) other = NULL;
  g_autofree char *client = NULL;

  if (id == NULL || !cab_record_is_changed (record, field))
    return TRUE;

  other = cab_practice_load (practice, kind, id, error);
  if (other == NULL)
    return FALSE;

  client = cab_practice_dup_client_of (practice, other);
  return g_strcmp0 (client, cab_record_get_text (record, OWN (CLIENT_ID))) == 0
         || cab_record_set_error (record, (int)field, CAB_MODEL_ERROR_INVALID, error,
                                  _ ("this belongs to another client."));
}

static gboolean
check_contact (CabPractice *practice, CabRecord *record, GError **error)
{
  g_autoptr (CabRecord) contact = NULL;

  if (cab_record_is_stored (record))
    return TRUE;

  contact = cab_practice_load (practice, &cab_contact_kind,
                               cab_record_get_text (record, OWN (CONTACT_ID)), error);
  if (contact == NULL)
    return FALSE;

  return cab_record_is_none (contact, CAB_SYSTEM_TRASHED_AT)
         || cab_record_set_error (record, OWN (CONTACT_ID), CAB_MODEL_ERROR_HELD, error,
                                  _ ("this contact is in the trash. Restore it first."));
}

static gboolean
check (CabPractice *practice, CabRecord *record, GError **error)
{
  const char *from = cab_record_get_text (record, OWN (VALID_FROM));
  const char *to = cab_record_get_text (record, OWN (VALID_TO));

  if (from != NULL && to != NULL && strcmp (to, from) < 0)
    return cab_record_set_error (record, OWN (VALID_TO), CAB_MODEL_ERROR_INVALID, error,
                                 _ ("%s is before %s, when the link begins."), to, from);
  if (cab_record_get_code (record, OWN (ROLE)) == CAB_CONTACT_ROLE_GUARDIAN
      && cab_record_is_none (record, OWN (AUTHORITY)))
    return cab_record_set_error (record, OWN (AUTHORITY), CAB_MODEL_ERROR_INVALID, error,
                                 _ ("say by what right the guardian decides, or “none”."));

  return check_contact (practice, record, error)
         && check_same_client (practice, record, &cab_attachment_kind, OWN (AUTHORITY_EVIDENCE_ID),
                               error)
         && check_same_client (practice, record, &cab_consent_event_kind, OWN (CONTACT_CONSENT_ID),
                               error);
}

static char *
describe (CabRecord *record)
{
  return g_strdup (
      cab_codes_get_label (&cab_contact_role_codes, cab_record_get_text (record, OWN (ROLE))));
}

const CabKind cab_client_contact_kind = {
  .name = "client-contact",
  .plural = "client-contacts",
  .table = "client_contact",
  .label = N_ ("Link to a contact"),
  .label_plural = N_ ("Links to contacts"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .owner = CAB_CLIENT_CONTACT_FIELD_CLIENT_ID,
  .ordinal = CAB_NO_OWNER,
  .origin = CAB_ORIGIN_PROVIDED,
  .trash = CAB_TRASH_YES,
  .mutability = CAB_MUTABLE,
  .check = check,
  .describe = describe,
  .get_type = cab_client_contact_get_type,
};

CAB_DEFINE_KIND (CabClientContact, cab_client_contact, &cab_client_contact_kind)

gboolean
cab_client_contact_has_authority (CabRecord *link, const char *on)
{
  const char *from, *to;
  int authority;

  g_return_val_if_fail (CAB_IS_CLIENT_CONTACT (link) && on != NULL, FALSE);

  authority = cab_record_get_code (link, OWN (AUTHORITY));
  if (authority < 0 || authority == CAB_AUTHORITY_NONE
      || !cab_record_is_none (link, CAB_SYSTEM_TRASHED_AT))
    return FALSE;

  from = cab_record_get_text (link, OWN (VALID_FROM));
  to = cab_record_get_text (link, OWN (VALID_TO));
  return (from == NULL || strcmp (from, on) <= 0) && (to == NULL || strcmp (on, to) <= 0);
}
