/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-model"

#include "config.h"

#include "cab-clinician.h"

#include "cab-codes.h"
#include "cab-model-error.h"
#include "cab-practice.h"

#include <glib/gi18n.h>
#include <string.h>

#define OWN(field) CAB_OWN (CAB_CLINICIAN_FIELD_##field)

CAB_DEFINE_CODES (cab_profession_codes,
                  "profession",
                  { "counsellor", N_ ("Counsellor") },
                  { "psychotherapist", N_ ("Psychotherapist") },
                  { "practitioner-psychologist", N_ ("Practitioner psychologist") },
                  { "arts-therapist", N_ ("Arts therapist") },
                  { "child-psychotherapist", N_ ("Child psychotherapist") },
                  { "medical", N_ ("Doctor") },
                  { "nurse", N_ ("Nurse") },
                  { "social-worker", N_ ("Social worker") },
                  { "other", N_ ("Other") });

/* clang-format off */
static const CabField fields[] = {
  [CAB_CLINICIAN_FIELD_DISPLAY_NAME] = {
    .name = "display_name", .type = CAB_FIELD_TEXT, .required = CAB_REQUIRED_YES,
    .right = CAB_RIGHT_AUTHORED, .flags = CAB_FLAG_IDENTIFIES, .label = N_ ("Name"),
    .why = N_ ("So that you know who treated you and who wrote each entry."),
    .fhir = "Practitioner.name.text", .since = 1
  },
  [CAB_CLINICIAN_FIELD_TITLE] = {
    .name = "title", .type = CAB_FIELD_LONGTEXT, .right = CAB_RIGHT_AUTHORED,
    .label = N_ ("Title"), .why = N_ ("So that letters name the clinician properly."),
    .fhir = "Practitioner.name.prefix", .since = 1
  },
  [CAB_CLINICIAN_FIELD_QUALIFICATIONS] = {
    .name = "qualifications", .type = CAB_FIELD_LONGTEXT, .right = CAB_RIGHT_AUTHORED,
    .label = N_ ("Qualifications"),
    .why = N_ ("So that you can see what the clinician is trained in."),
    .fhir = "Practitioner.qualification.code.text", .since = 1
  },
  [CAB_CLINICIAN_FIELD_BIOGRAPHY] = {
    .name = "biography", .type = CAB_FIELD_LONGTEXT, .right = CAB_RIGHT_AUTHORED,
    .label = N_ ("About"), .why = N_ ("So that you can learn who the clinician is."),
    .since = 1
  },
  [CAB_CLINICIAN_FIELD_SPECIALTIES] = {
    .name = "specialties", .type = CAB_FIELD_LONGTEXT, .right = CAB_RIGHT_AUTHORED,
    .label = N_ ("Specialties"),
    .why = N_ ("So that you can see what the clinician works with."), .since = 1
  },
  [CAB_CLINICIAN_FIELD_EDUCATION] = {
    .name = "education", .type = CAB_FIELD_LONGTEXT, .right = CAB_RIGHT_AUTHORED,
    .label = N_ ("Education"),
    .why = N_ ("So that you can see where the clinician was trained."), .since = 1
  },
  [CAB_CLINICIAN_FIELD_PROFESSION] = {
    .name = "profession", .type = CAB_FIELD_CODE, .codes = &cab_profession_codes,
    .required = CAB_REQUIRED_YES, .right = CAB_RIGHT_AUTHORED, .label = N_ ("Profession"),
    .why = N_ ("So that it is clear which professional rules bind the clinician."), .since = 1
  },
  [CAB_CLINICIAN_FIELD_REGISTRATION_BODY] = {
    .name = "registration_body", .type = CAB_FIELD_TEXT, .right = CAB_RIGHT_AUTHORED,
    .label = N_ ("Registered with"),
    .why = N_ ("So that you can check the clinician's registration."),
    .fhir = "Practitioner.identifier.assigner.display", .since = 1
  },
  [CAB_CLINICIAN_FIELD_REGISTRATION_NUMBER] = {
    .name = "registration_number", .type = CAB_FIELD_TEXT, .right = CAB_RIGHT_AUTHORED,
    .label = N_ ("Registration number"),
    .why = N_ ("So that you can check the clinician's registration."),
    .fhir = "Practitioner.identifier.value", .since = 1
  },
  [CAB_CLINICIAN_FIELD_INSURER] = {
    .name = "insurer", .type = CAB_FIELD_TEXT, .right = CAB_RIGHT_AUTHORED,
    .label = N_ ("Insurer"), .why = N_ ("So that a claim reaches the clinician's insurance."),
    .since = 1
  },
  [CAB_CLINICIAN_FIELD_POLICY_NUMBER] = {
    .name = "policy_number", .type = CAB_FIELD_TEXT, .right = CAB_RIGHT_AUTHORED,
    .label = N_ ("Insurance policy number"),
    .why = N_ ("So that a claim reaches the clinician's insurance."), .since = 1
  },
  [CAB_CLINICIAN_FIELD_REGISTRATION_UNTIL] = {
    .name = "registration_until", .type = CAB_FIELD_DATE, .right = CAB_RIGHT_AUTHORED,
    .label = N_ ("Registered until"), .why = N_ ("So that the registration is renewed in time."),
    .since = 1
  },
  [CAB_CLINICIAN_FIELD_INSURANCE_UNTIL] = {
    .name = "insurance_until", .type = CAB_FIELD_DATE, .right = CAB_RIGHT_AUTHORED,
    .label = N_ ("Insured until"), .why = N_ ("So that the insurance is renewed in time."),
    .since = 1
  },
  [CAB_CLINICIAN_FIELD_LANGUAGES] = {
    .name = "languages", .type = CAB_FIELD_TEXT, .right = CAB_RIGHT_AUTHORED,
    .label = N_ ("Languages"), .why = N_ ("So that you know in which languages you can talk."),
    .fhir = "Practitioner.communication.text", .since = 1
  },
  [CAB_CLINICIAN_FIELD_ACTIVE] = {
    .name = "active", .type = CAB_FIELD_BOOL, .right = CAB_RIGHT_AUTHORED,
    .label = N_ ("Works here now"),
    .why = N_ ("So that people who no longer write records are not offered as authors."),
    .fhir = "Practitioner.active", .since = 1
  },
  [CAB_CLINICIAN_FIELD_SIGNATURE_IMAGE] = {
    .name = "signature_image", .type = CAB_FIELD_BLOB_REF, .right = CAB_RIGHT_AUTHORED,
    .label = N_ ("Picture of the signature"),
    .why = N_ ("So that letters can carry a signature."), .since = 1
  },
};
/* clang-format on */

G_STATIC_ASSERT (G_N_ELEMENTS (fields) == CAB_CLINICIAN_N_FIELDS);

/* Who works in the practice is its owner; others only wrote what came from
 * elsewhere. So the owner cannot be marked as gone. */
static gboolean
check (CabPractice *practice, CabRecord *record, GError **error)
{
  const char *owner = cab_practice_get_owner_id (practice);

  if (g_strcmp0 (owner, cab_record_get_id (record)) != 0
      || cab_record_is_none (record, OWN (ACTIVE)) || cab_record_get_bool (record, OWN (ACTIVE)))
    return TRUE;

  return cab_record_set_error (record, OWN (ACTIVE), CAB_MODEL_ERROR_INVALID, error,
                               _ ("this is the clinician whose practice it is."));
}

static char *
describe (CabRecord *record)
{
  return cab_record_dup_text (record, OWN (DISPLAY_NAME));
}

const CabKind cab_clinician_kind = {
  .name = "clinician",
  .plural = "clinicians",
  .table = "clinician",
  .label = N_ ("Clinician"),
  .label_plural = N_ ("Clinicians"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .owner = CAB_NO_OWNER,
  .ordinal = CAB_NO_OWNER,
  .origin = CAB_ORIGIN_AUTHORED,
  .trash = CAB_TRASH_NEVER,
  .trash_refusal
  = N_ ("A clinician cannot be moved to the trash: records carry the name as their author."),
  .mutability = CAB_MUTABLE,
  .check = check,
  .describe = describe,
  .get_type = cab_clinician_get_type,
};

CAB_DEFINE_KIND (CabClinician, cab_clinician, &cab_clinician_kind)
