/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-model"

#include "config.h"

#include "cab-practice-settings.h"

#include "cab-codes.h"
#include "cab-model-error.h"
#include "cab-practice.h"
#include "cab-reach-private.h"
#include "cab-when.h"

#include <glib/gi18n.h>
#include <string.h>

#define OWN(field) CAB_OWN (CAB_PRACTICE_FIELD_##field)

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

CAB_DEFINE_CODES (cab_word_for_client_codes,
                  "word-for-client",
                  { "clients", N_ ("Clients") },
                  { "patients", N_ ("Patients") },
                  { "service-users", N_ ("Service users") });

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

static const struct
{
  CabPracticeField field;
  int value;
} numbers[] = {
  { CAB_PRACTICE_FIELD_SESSION_MINUTES, 50 }, { CAB_PRACTICE_FIELD_NOTE_DUE_HOURS, 72 },
  { CAB_PRACTICE_FIELD_ADULT_AGE, 18 },       { CAB_PRACTICE_FIELD_LOCK_MINUTES, 10 },
  { CAB_PRACTICE_FIELD_BACKUP_DAYS, 30 },     { CAB_PRACTICE_FIELD_UNLOCK_HOURS, 24 },
};

/* What each jurisdiction begins with; all of it can be changed. */
static const struct
{
  const char *clock_preset;
  const char *locale;
  const char *currency;
} presets[] = {
  [CAB_JURISDICTION_UK] = { "one-month", "en-GB", "GBP" },
  [CAB_JURISDICTION_EU] = { "one-month", "en-IE", "EUR" },
  [CAB_JURISDICTION_US_HIPAA] = { "30-days", "en-US", "USD" },
  [CAB_JURISDICTION_US_OTHER] = { "45-days", "en-US", "USD" },
  [CAB_JURISDICTION_OTHER] = { "one-month", "en", "EUR" },
};

static void
set_default (CabRecord *record, guint field, const char *text)
{
  if (cab_record_is_none (record, field))
    cab_record_set_text (record, field, text);
}

static gboolean
before_save (CabPractice *practice, CabRecord *record, GError **error)
{
  int jurisdiction = cab_record_get_code (record, OWN (JURISDICTION));

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      if (cab_record_is_none (record, CAB_OWN (numbers[i].field)))
        cab_record_set_integer (record, CAB_OWN (numbers[i].field), numbers[i].value);
    }
  set_default (record, OWN (UNLOCK_POLICY), "never");
  set_default (record, OWN (WORD_FOR_CLIENT), "clients");
  set_default (record, OWN (ZONE), "UTC");
  if (jurisdiction >= 0)
    {
      set_default (record, OWN (CLOCK_PRESET), presets[jurisdiction].clock_preset);
      set_default (record, OWN (LOCALE), presets[jurisdiction].locale);
      set_default (record, OWN (CURRENCY), presets[jurisdiction].currency);
    }

  return TRUE;
}

static gboolean
is_currency (const char *text)
{
  return strlen (text) == 3 && g_ascii_isupper (text[0]) && g_ascii_isupper (text[1])
         && g_ascii_isupper (text[2]);
}

/* One file holds one practice; its row comes once and stays. */
static gboolean
check_single (CabPractice *practice, CabRecord *record, GError **error)
{
  CabFilter filter = CAB_FILTER_ALL;
  gint64 n;

  if (cab_record_is_stored (record))
    return TRUE;

  n = cab_practice_count (practice, &cab_practice_kind, &filter, error);
  if (n < 0)
    return FALSE;

  return n == 0
         || cab_record_set_error (record, -1, CAB_MODEL_ERROR_DUPLICATE, error,
                                  _ ("this file holds a practice already."));
}

static gboolean
check (CabPractice *practice, CabRecord *record, GError **error)
{
  const char *zone = cab_record_get_text (record, OWN (ZONE));
  const char *currency = cab_record_get_text (record, OWN (CURRENCY));

  if (!check_single (practice, record, error) || !cab_reach_check_phone (record, OWN (PHONE), error)
      || !cab_reach_check_email (record, OWN (EMAIL), error))
    return FALSE;
  if (!cab_when_is_zone (zone))
    return cab_record_set_error (record, OWN (ZONE), CAB_MODEL_ERROR_INVALID, error,
                                 _ ("“%s” is not a time zone like Europe/London."), zone);
  if (!is_currency (currency))
    return cab_record_set_error (record, OWN (CURRENCY), CAB_MODEL_ERROR_INVALID, error,
                                 _ ("“%s” is not a currency of three capitals like GBP."),
                                 currency);
  if (cab_codes_find (&cab_word_for_client_codes,
                      cab_record_get_text (record, OWN (WORD_FOR_CLIENT)))
      < 0)
    return cab_record_set_error (record, OWN (WORD_FOR_CLIENT), CAB_MODEL_ERROR_INVALID, error,
                                 _ ("choose one of clients, patients and service-users."));

  return TRUE;
}

static char *
describe (CabRecord *record)
{
  return cab_record_dup_text (record, OWN (NAME));
}

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
  .check = check,
  .before_save = before_save,
  .describe = describe,
  .get_type = cab_practice_settings_get_type,
};

CAB_DEFINE_KIND (CabPracticeSettings, cab_practice_settings, &cab_practice_kind)

const char *
cab_practice_settings_get_zone (CabPractice *practice)
{
  CabRecord *settings = cab_practice_get_settings (practice);

  return settings == NULL ? "UTC" : cab_record_get_text (settings, OWN (ZONE));
}

CabJurisdiction
cab_practice_settings_get_jurisdiction (CabPractice *practice)
{
  CabRecord *settings = cab_practice_get_settings (practice);

  return settings == NULL ? CAB_JURISDICTION_OTHER
                          : (CabJurisdiction)cab_record_get_code (settings, OWN (JURISDICTION));
}

int
cab_practice_settings_get_adult_age (CabPractice *practice)
{
  CabRecord *settings = cab_practice_get_settings (practice);
  gint64 age = 18;

  if (settings != NULL)
    cab_record_get_integer (settings, OWN (ADULT_AGE), &age);

  return (int)age;
}

static int
get_basis (CabPractice *practice,
           const char *list,
           const CabKind *kind,
           const CabCodes *codes,
           int by_law,
           int unset)
{
  g_autofree char *name = g_strconcat (list, ".", kind->name, NULL);
  g_autofree char *chosen = cab_practice_dup_preference (practice, name);

  if (chosen != NULL)
    return cab_codes_find (codes, chosen);

  return kind->register_kind ? by_law : unset;
}

void
cab_practice_settings_get_basis (CabPractice *practice,
                                 const CabKind *kind,
                                 CabBasis6 *basis6,
                                 CabBasis9 *basis9)
{
  g_return_if_fail (CAB_IS_PRACTICE (practice) && kind != NULL);
  g_return_if_fail (basis6 != NULL && basis9 != NULL);

  *basis6 = (CabBasis6)get_basis (practice, "basis6", kind, &cab_basis6_codes,
                                  CAB_BASIS6_LEGAL_OBLIGATION, CAB_BASIS6_NOT_APPLICABLE);
  *basis9 = (CabBasis9)get_basis (practice, "basis9", kind, &cab_basis9_codes, CAB_BASIS9_NONE,
                                  CAB_BASIS9_NONE);
}

typedef struct
{
  const CabKind *kind;
  CabBasis6 basis6;
  CabBasis9 basis9;
} Basis;

static gboolean
write_basis (CabPractice *practice, gpointer data, GError **error)
{
  const Basis *basis = data;
  g_autofree char *name6 = g_strconcat ("basis6.", basis->kind->name, NULL);
  g_autofree char *name9 = g_strconcat ("basis9.", basis->kind->name, NULL);

  return cab_practice_set_preference (practice, name6, cab_basis6_codes.codes[basis->basis6].code,
                                      error)
         && cab_practice_set_preference (practice, name9,
                                         cab_basis9_codes.codes[basis->basis9].code, error);
}

gboolean
cab_practice_settings_set_basis (CabPractice *practice,
                                 const CabKind *kind,
                                 CabBasis6 basis6,
                                 CabBasis9 basis9,
                                 GError **error)
{
  Basis basis = { kind, basis6, basis9 };

  g_return_val_if_fail (CAB_IS_PRACTICE (practice) && kind != NULL, FALSE);

  if (basis9 == CAB_BASIS9_NONE && basis6 != CAB_BASIS6_NOT_APPLICABLE
      && cab_kind_holds_health_data (kind))
    {
      g_set_error (error, CAB_MODEL_ERROR, CAB_MODEL_ERROR_INVALID,
                   _ ("%s hold health data, so a basis for them is needed."),
                   g_dgettext (GETTEXT_PACKAGE, kind->label_plural));
      return FALSE;
    }

  return cab_practice_transact (practice, "set the legal bases", write_basis, &basis, error);
}
