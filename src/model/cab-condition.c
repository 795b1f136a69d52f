/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-model"

#include "config.h"

#include "cab-condition.h"

#include "cab-codes.h"
#include "cab-model-error.h"
#include "cab-practice.h"
#include "cab-when.h"

#include <glib/gi18n.h>
#include <string.h>

#define OWN(field) CAB_OWN (CAB_CONDITION_FIELD_##field)

CAB_DEFINE_CODES (cab_code_system_codes,
                  "code-system",
                  { "icd-11", N_ ("ICD-11") },
                  { "icd-10", N_ ("ICD-10") },
                  { "dsm-5-tr", N_ ("DSM-5-TR") },
                  { "snomed", N_ ("SNOMED CT") },
                  { "none", N_ ("No code system") });

CAB_DEFINE_CODES (cab_certainty_codes,
                  "certainty",
                  { "provisional", N_ ("Provisional") },
                  { "confirmed", N_ ("Confirmed") },
                  { "refuted", N_ ("Refuted") },
                  { "historical", N_ ("Historical") });

CAB_DEFINE_CODES (cab_condition_status_codes,
                  "condition-status",
                  { "active", N_ ("Active") },
                  { "remission", N_ ("In remission") },
                  { "resolved", N_ ("Resolved") });

/* clang-format off */
static const CabField fields[] = {
  [CAB_CONDITION_FIELD_CLIENT_ID] = {
    .name = "client_id", .type = CAB_FIELD_REF, .target = "client", .required = CAB_REQUIRED_YES,
    .right = CAB_RIGHT_AUTHORED, .flags = CAB_FLAG_SENSITIVE | CAB_FLAG_FIXED,
    .label = N_ ("Client"), .why = N_ ("To show whom the condition belongs to."),
    .fhir = "Condition.subject", .since = 1
  },
  [CAB_CONDITION_FIELD_LABEL] = {
    .name = "label", .type = CAB_FIELD_TEXT, .required = CAB_REQUIRED_YES,
    .right = CAB_RIGHT_AUTHORED, .flags = CAB_FLAG_SENSITIVE,
    .label = N_ ("Condition"), .why = N_ ("So that your treatment fits what you live with."),
    .fhir = "Condition.code.text", .since = 1
  },
  [CAB_CONDITION_FIELD_CODE_SYSTEM] = {
    .name = "code_system", .type = CAB_FIELD_CODE, .codes = &cab_code_system_codes,
    .right = CAB_RIGHT_AUTHORED, .flags = CAB_FLAG_SENSITIVE, .label = N_ ("Code system"),
    .why = N_ ("To show where the code was taken from."), .fhir = "Condition.code.coding.system",
    .since = 1
  },
  [CAB_CONDITION_FIELD_CONDITION_CODE] = {
    .name = "condition_code", .type = CAB_FIELD_TEXT, .maximum = 20, .right = CAB_RIGHT_AUTHORED,
    .flags = CAB_FLAG_SENSITIVE, .label = N_ ("Code"),
    .why = N_ ("So that other health services read the same condition."),
    .fhir = "Condition.code.coding.code", .since = 1
  },
  [CAB_CONDITION_FIELD_DIAGNOSED_ON] = {
    .name = "diagnosed_on", .type = CAB_FIELD_PARTIAL_DATE, .right = CAB_RIGHT_AUTHORED,
    .flags = CAB_FLAG_SENSITIVE, .label = N_ ("Diagnosed on"),
    .why = N_ ("To show when the condition was found."), .fhir = "Condition.recordedDate",
    .since = 1
  },
  [CAB_CONDITION_FIELD_ONSET] = {
    .name = "onset", .type = CAB_FIELD_PARTIAL_DATE, .right = CAB_RIGHT_AUTHORED,
    .flags = CAB_FLAG_SENSITIVE, .label = N_ ("Began"),
    .why = N_ ("To show when the condition began."), .fhir = "Condition.onsetDateTime",
    .since = 1
  },
  [CAB_CONDITION_FIELD_DIAGNOSED_BY] = {
    .name = "diagnosed_by", .type = CAB_FIELD_TEXT, .right = CAB_RIGHT_AUTHORED,
    .flags = CAB_FLAG_IDENTIFIES, .label = N_ ("Diagnosed by"),
    .why = N_ ("To show who found the condition."), .fhir = "Condition.asserter.display",
    .since = 1
  },
  [CAB_CONDITION_FIELD_CERTAINTY] = {
    .name = "certainty", .type = CAB_FIELD_CODE, .codes = &cab_certainty_codes,
    .required = CAB_REQUIRED_YES, .right = CAB_RIGHT_AUTHORED, .flags = CAB_FLAG_SENSITIVE,
    .label = N_ ("Certainty"), .why = N_ ("To show how sure the condition is."),
    .fhir = "Condition.verificationStatus", .since = 1
  },
  [CAB_CONDITION_FIELD_CONDITION_STATUS] = {
    .name = "condition_status", .type = CAB_FIELD_CODE, .codes = &cab_condition_status_codes,
    .required = CAB_REQUIRED_YES, .right = CAB_RIGHT_AUTHORED, .flags = CAB_FLAG_SENSITIVE,
    .label = N_ ("State"), .why = N_ ("To show whether the condition still holds."),
    .fhir = "Condition.clinicalStatus", .since = 1
  },
  [CAB_CONDITION_FIELD_ENDED_ON] = {
    .name = "ended_on", .type = CAB_FIELD_PARTIAL_DATE, .right = CAB_RIGHT_AUTHORED,
    .flags = CAB_FLAG_SENSITIVE, .label = N_ ("Ended on"),
    .why = N_ ("To show when the condition ended."), .fhir = "Condition.abatementDateTime",
    .since = 1
  },
  [CAB_CONDITION_FIELD_CONDITION_NOTE] = {
    .name = "condition_note", .type = CAB_FIELD_LONGTEXT, .right = CAB_RIGHT_AUTHORED,
    .flags = CAB_FLAG_SENSITIVE, .label = N_ ("Note"),
    .why = N_ ("To add what the name of the condition does not say."),
    .fhir = "Condition.note.text", .since = 1
  },
};
/* clang-format on */

G_STATIC_ASSERT (G_N_ELEMENTS (fields) == CAB_CONDITION_N_FIELDS);

static gboolean
check_not_future (CabPractice *practice, CabRecord *record, guint field, GError **error)
{
  const char *date = cab_record_get_text (record, field);
  g_autofree char *today = NULL;
  g_autofree char *first = NULL;

  if (date == NULL)
    return TRUE;

  today = cab_practice_dup_today (practice);
  first = cab_when_dup_first_day (date);
  return strcmp (first, today) <= 0
         || cab_record_set_error (record, (int)field, CAB_MODEL_ERROR_INVALID, error,
                                  _ ("%s is after today."), date);
}

static gboolean
check_end (CabRecord *record, GError **error)
{
  const char *onset = cab_record_get_text (record, OWN (ONSET));
  const char *ended = cab_record_get_text (record, OWN (ENDED_ON));
  g_autofree char *earliest = NULL;
  g_autofree char *latest = NULL;

  if (onset == NULL || ended == NULL)
    return TRUE;

  earliest = cab_when_dup_first_day (onset);
  latest = cab_when_dup_last_day (ended);
  return strcmp (latest, earliest) >= 0
         || cab_record_set_error (record, OWN (ENDED_ON), CAB_MODEL_ERROR_INVALID, error,
                                  _ ("%s is before the beginning in %s."), ended, onset);
}

static gboolean
check (CabPractice *practice, CabRecord *record, GError **error)
{
  int system = cab_record_get_code (record, OWN (CODE_SYSTEM));

  if (!cab_record_is_none (record, OWN (CONDITION_CODE))
      && (system < 0 || system == CAB_CODE_SYSTEM_NONE))
    return cab_record_set_error (record, OWN (CODE_SYSTEM), CAB_MODEL_ERROR_INVALID, error,
                                 _ ("a code says nothing without the system it comes from."));

  return check_not_future (practice, record, OWN (DIAGNOSED_ON), error)
         && check_not_future (practice, record, OWN (ONSET), error) && check_end (record, error);
}

const CabKind cab_condition_kind = {
  .name = "condition",
  .plural = "conditions",
  .table = "condition",
  .label = N_ ("Condition"),
  .label_plural = N_ ("Conditions"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .owner = CAB_CONDITION_FIELD_CLIENT_ID,
  .ordinal = CAB_NO_OWNER,
  .origin = CAB_ORIGIN_AUTHORED,
  .trash = CAB_TRASH_YES,
  .mutability = CAB_MUTABLE,
  .check = check,
  .get_type = cab_condition_get_type,
};

CAB_DEFINE_KIND (CabCondition, cab_condition, &cab_condition_kind)
