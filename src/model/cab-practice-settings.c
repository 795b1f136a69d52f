/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-model"

#include "config.h"

#include "cab-practice-settings.h"

#include "cab-codes.h"

#include <glib/gi18n.h>

CAB_DEFINE_CODES (cab_jurisdiction_codes,
                  "jurisdiction",
                  { "uk", N_ ("United Kingdom") },
                  { "eu", N_ ("European Union") },
                  { "us-hipaa", N_ ("United States, under HIPAA") },
                  { "us-other", N_ ("United States, other") },
                  { "other", N_ ("Elsewhere") });

CAB_DEFINE_CODES (cab_clock_preset_codes,
                  "clock-preset",
                  { "one-month", N_ ("One month") },
                  { "45-days", N_ ("45 days") },
                  { "30-days", N_ ("30 days") });

CAB_DEFINE_CODES (cab_unlock_policy_codes,
                  "unlock-policy",
                  { "never", N_ ("Never: add an addendum") },
                  { "within-hours", N_ ("Within some hours of signing") },
                  { "always", N_ ("Always: signed text stays in the history") });

/* clang-format off */
static const CabField fields[] = {
  [CAB_PRACTICE_FIELD_NAME] = {
    .name = "name", .type = CAB_FIELD_TEXT, .required = CAB_REQUIRED_YES,
    .right = CAB_RIGHT_AUTHORED, .label = N_ ("Name"),
    .why = N_ ("So that every document says from whom it comes."), .fhir = "Organization.name",
    .since = 1
  },
  [CAB_PRACTICE_FIELD_ADDRESS] = {
    .name = "address", .type = CAB_FIELD_LONGTEXT, .right = CAB_RIGHT_AUTHORED,
    .label = N_ ("Address"),
    .why = N_ ("So that you can reach the practice; printed on invoices and letters."),
    .fhir = "Organization.address.text", .since = 1
  },
  [CAB_PRACTICE_FIELD_OPENING_HOURS] = {
    .name = "opening_hours", .type = CAB_FIELD_LONGTEXT, .right = CAB_RIGHT_AUTHORED,
    .label = N_ ("Opening hours"),
    .why = N_ ("So that you know when the practice can be reached."), .since = 1
  },
  [CAB_PRACTICE_FIELD_LEGAL_NAME] = {
    .name = "legal_name", .type = CAB_FIELD_TEXT, .right = CAB_RIGHT_AUTHORED,
    .label = N_ ("Legal name"),
    .why = N_ ("So that invoices and legal letters name who is answerable."),
    .fhir = "Organization.alias", .since = 1
  },
  [CAB_PRACTICE_FIELD_WEBSITE] = {
    .name = "website", .type = CAB_FIELD_TEXT, .right = CAB_RIGHT_AUTHORED,
    .label = N_ ("Website"), .why = N_ ("So that you can find the practice."),
    .fhir = "Organization.telecom", .since = 1
  },
  [CAB_PRACTICE_FIELD_PHONE] = {
    .name = "phone", .type = CAB_FIELD_TEXT, .right = CAB_RIGHT_AUTHORED, .label = N_ ("Phone"),
    .why = N_ ("So that you can call the practice."), .fhir = "Organization.telecom",
    .since = 1
  },
  [CAB_PRACTICE_FIELD_EMAIL] = {
    .name = "email", .type = CAB_FIELD_TEXT, .right = CAB_RIGHT_AUTHORED, .label = N_ ("E-mail"),
    .why = N_ ("So that you can write to the practice."), .fhir = "Organization.telecom",
    .since = 1
  },
  [CAB_PRACTICE_FIELD_AUTHORITY_NAME] = {
    .name = "authority_name", .type = CAB_FIELD_TEXT, .right = CAB_RIGHT_AUTHORED,
    .label = N_ ("Data-protection authority"),
    .why = N_ ("So that you know where to complain about the handling of your data."),
    .since = 1
  },
  [CAB_PRACTICE_FIELD_AUTHORITY_CONTACT] = {
    .name = "authority_contact", .type = CAB_FIELD_TEXT, .right = CAB_RIGHT_AUTHORED,
    .label = N_ ("How to reach the authority"),
    .why = N_ ("So that you can reach the data-protection authority."), .since = 1
  },
  [CAB_PRACTICE_FIELD_DPO_CONTACT] = {
    .name = "dpo_contact", .type = CAB_FIELD_TEXT, .right = CAB_RIGHT_AUTHORED,
    .label = N_ ("Data-protection officer"),
    .why = N_ ("So that you can reach the data-protection officer, if there is one."),
    .since = 1
  },
  [CAB_PRACTICE_FIELD_JURISDICTION] = {
    .name = "jurisdiction", .type = CAB_FIELD_CODE, .codes = &cab_jurisdiction_codes,
    .required = CAB_REQUIRED_YES, .right = CAB_RIGHT_AUTHORED, .label = N_ ("Jurisdiction"),
    .why = N_ ("So that the right law decides about your data."), .since = 1
  },
  [CAB_PRACTICE_FIELD_CLOCK_PRESET] = {
    .name = "clock_preset", .type = CAB_FIELD_CODE, .codes = &cab_clock_preset_codes,
    .required = CAB_REQUIRED_YES, .right = CAB_RIGHT_AUTHORED,
    .label = N_ ("Answer to data requests within"),
    .why = N_ ("So that your data request is answered in the time the practice promises."),
    .since = 1
  },
  [CAB_PRACTICE_FIELD_LOCALE] = {
    .name = "locale", .type = CAB_FIELD_TEXT, .maximum = 35, .required = CAB_REQUIRED_YES,
    .right = CAB_RIGHT_AUTHORED, .label = N_ ("Language and region"),
    .why = N_ ("So that documents are written in the right language and form."), .since = 1
  },
  [CAB_PRACTICE_FIELD_CURRENCY] = {
    .name = "currency", .type = CAB_FIELD_TEXT, .maximum = 3, .required = CAB_REQUIRED_YES,
    .right = CAB_RIGHT_AUTHORED, .label = N_ ("Currency"),
    .why = N_ ("So that amounts are in the right currency."), .since = 1
  },
  [CAB_PRACTICE_FIELD_ZONE] = {
    .name = "zone", .type = CAB_FIELD_TEXT, .maximum = 64, .required = CAB_REQUIRED_YES,
    .right = CAB_RIGHT_AUTHORED, .label = N_ ("Time zone"),
    .why = N_ ("So that times are shown as on the practice's clock."), .since = 1
  },
  [CAB_PRACTICE_FIELD_WORD_FOR_CLIENT] = {
    .name = "word_for_client", .type = CAB_FIELD_TEXT, .maximum = 40,
    .required = CAB_REQUIRED_YES, .right = CAB_RIGHT_AUTHORED, .label = N_ ("Word for clients"),
    .why = N_ ("So that people are called by the word the practice uses."), .since = 1
  },
  [CAB_PRACTICE_FIELD_SESSION_MINUTES] = {
    .name = "session_minutes", .type = CAB_FIELD_INTEGER, .minimum = 5, .maximum = 1440,
    .required = CAB_REQUIRED_YES, .right = CAB_RIGHT_AUTHORED,
    .label = N_ ("Length of a session in minutes"),
    .why = N_ ("So that sessions are planned with their usual length."), .since = 1
  },
  [CAB_PRACTICE_FIELD_NOTE_DUE_HOURS] = {
    .name = "note_due_hours", .type = CAB_FIELD_INTEGER, .minimum = 1, .maximum = 720,
    .required = CAB_REQUIRED_YES, .right = CAB_RIGHT_AUTHORED,
    .label = N_ ("Notes due after hours"),
    .why = N_ ("So that the note of a session is written while it is fresh."), .since = 1
  },
  [CAB_PRACTICE_FIELD_ADULT_AGE] = {
    .name = "adult_age", .type = CAB_FIELD_INTEGER, .minimum = 14, .maximum = 25,
    .required = CAB_REQUIRED_YES, .right = CAB_RIGHT_AUTHORED, .label = N_ ("Age of adulthood"),
    .why = N_ ("So that minors get the protection the law gives them."), .since = 1
  },
  [CAB_PRACTICE_FIELD_LOCK_MINUTES] = {
    .name = "lock_minutes", .type = CAB_FIELD_INTEGER, .minimum = 1, .maximum = 60,
    .required = CAB_REQUIRED_YES, .right = CAB_RIGHT_AUTHORED,
    .label = N_ ("Lock after minutes"),
    .why = N_ ("So that nobody else reads a screen left open."), .since = 1
  },
  [CAB_PRACTICE_FIELD_BACKUP_DAYS] = {
    .name = "backup_days", .type = CAB_FIELD_INTEGER, .minimum = 7, .maximum = 365,
    .required = CAB_REQUIRED_YES, .right = CAB_RIGHT_AUTHORED,
    .label = N_ ("Keep backups for days"),
    .why = N_ ("So that erased records also end in the backups."), .since = 1
  },
  [CAB_PRACTICE_FIELD_UNLOCK_POLICY] = {
    .name = "unlock_policy", .type = CAB_FIELD_CODE, .codes = &cab_unlock_policy_codes,
    .required = CAB_REQUIRED_YES, .right = CAB_RIGHT_AUTHORED,
    .label = N_ ("Changing signed notes"),
    .why = N_ ("So that it is clear whether signed text may get a new version."), .since = 1
  },
  [CAB_PRACTICE_FIELD_UNLOCK_HOURS] = {
    .name = "unlock_hours", .type = CAB_FIELD_INTEGER, .minimum = 1, .maximum = 168,
    .required = CAB_REQUIRED_YES, .right = CAB_RIGHT_AUTHORED,
    .label = N_ ("Hours in which signed notes may change"),
    .why = N_ ("So that it is clear for how long signed text may get a new version."),
    .since = 1
  },
  [CAB_PRACTICE_FIELD_SELF_REVIEWED_ON] = {
    .name = "self_reviewed_on", .type = CAB_FIELD_DATE, .right = CAB_RIGHT_AUTHORED,
    .label = N_ ("Last security review"),
    .why = N_ ("To show when the practice last looked at how it protects your data."),
    .since = 1
  },
  [CAB_PRACTICE_FIELD_HOLIDAY_SET] = {
    .name = "holiday_set", .type = CAB_FIELD_TEXT, .maximum = 40, .right = CAB_RIGHT_AUTHORED,
    .label = N_ ("Public holidays"),
    .why = N_ ("So that periods set by law skip the right public holidays."), .since = 1
  },
  [CAB_PRACTICE_FIELD_COMPLAINT_CONTACT] = {
    .name = "complaint_contact", .type = CAB_FIELD_TEXT, .right = CAB_RIGHT_AUTHORED,
    .label = N_ ("Contact for complaints"),
    .why = N_ ("So that you know to whom a complaint to the practice goes."), .since = 1
  },
  [CAB_PRACTICE_FIELD_EXTRA_CLOCKS] = {
    .name = "extra_clocks", .type = CAB_FIELD_TEXT, .right = CAB_RIGHT_AUTHORED,
    .label = N_ ("Further rules switched on"),
    .why = N_ ("So that further laws that protect you are kept."), .since = 1
  },
};
/* clang-format on */

G_STATIC_ASSERT (G_N_ELEMENTS (fields) == CAB_PRACTICE_N_FIELDS);

const CabKind cab_practice_kind = {
  .name = "practice",
  .plural = "practices",
  .table = "practice",
  .label = N_ ("Practice"),
  .label_plural = N_ ("Practices"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .owner = CAB_NO_OWNER,
  .ordinal = CAB_NO_OWNER,
  .origin = CAB_ORIGIN_AUTHORED,
  .trash = CAB_TRASH_NEVER,
  .trash_refusal = N_ ("The practice cannot be moved to the trash."),
  .mutability = CAB_MUTABLE,
  .get_type = cab_practice_settings_get_type,
};

CAB_DEFINE_KIND (CabPracticeSettings, cab_practice_settings, &cab_practice_kind)
