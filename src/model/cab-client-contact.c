/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-model"

#include "config.h"

#include "cab-client-contact.h"

#include "cab-codes.h"

#include <glib/gi18n.h>

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
  .get_type = cab_client_contact_get_type,
};

CAB_DEFINE_KIND (CabClientContact, cab_client_contact, &cab_client_contact_kind)
