/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#include "config.h"

#include "cab-practice-settings.h"

#include "cab-clinician.h"
#include "cab-codes.h"
#include "cab-mood-entry.h"
#include "cab-model-error.h"
#include "cab-note.h"
#include "cab-preference.h"
#include "cab-test-practice.h"

#define OWN(field) CAB_OWN (CAB_PRACTICE_FIELD_##field)

/* [M-30] what the practice's settings may not be */
static void
test_refusals (void)
{
  static const struct
  {
    guint field;
    const char *text;
    const char *sentence;
  } cases[] = {
    { OWN (ZONE), "GMT+1", "Practice, time zone: “GMT+1” is not a time zone like Europe/London." },
    { OWN (CURRENCY), "gbp",
      "Practice, currency: “gbp” is not a currency of three capitals like GBP." },
    { OWN (PHONE), "ring",
      "Practice, phone: a phone number has digits, spaces and + ( ) - . only." },
    { OWN (EMAIL), "@", "Practice, E-mail: an e-mail address has one @ with text on each side." },
    { OWN (NAME), NULL, "Practice, name: this is needed." },
  };
  g_auto (CabTestPractice) test = cab_test_practice_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CabRecord) settings = cab_record_dup (cab_practice_get_settings (test.practice));

      g_test_message ("%s", cases[i].text);
      cab_record_set_text (settings, cases[i].field, cases[i].text);
      cab_test_assert_refuses (&test, settings, CAB_MODEL_ERROR_INVALID, cases[i].sentence);
    }
}

/* [M-30] lock_minutes 1..60, no "never"; backups are kept 7 to 365 days */
static void
test_ranges (void)
{
  static const struct
  {
    guint field;
    const char *text;
    gboolean fits;
  } cases[] = {
    { OWN (LOCK_MINUTES), "0", FALSE }, { OWN (LOCK_MINUTES), "1", TRUE },
    { OWN (LOCK_MINUTES), "60", TRUE }, { OWN (LOCK_MINUTES), "61", FALSE },
    { OWN (BACKUP_DAYS), "6", FALSE },  { OWN (BACKUP_DAYS), "365", TRUE },
    { OWN (UNLOCK_HOURS), "0", FALSE }, { OWN (UNLOCK_HOURS), "168", TRUE },
  };
  g_auto (CabTestPractice) test = cab_test_practice_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CabRecord) settings = cab_record_dup (cab_practice_get_settings (test.practice));

      g_test_message ("field %u: %s", cases[i].field, cases[i].text);
      g_assert_cmpint (cab_record_parse (settings, cases[i].field, cases[i].text, NULL), ==,
                       cases[i].fits);
    }
}

/* [M-30] a change of the settings is seen at once, and in the log */
static void
test_change (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) settings = cab_record_dup (cab_practice_get_settings (test.practice));
  gint64 before = cab_test_practice_count_audit (&test, "change");

  cab_record_set_integer (settings, OWN (ADULT_AGE), 16);
  cab_record_set_text (settings, OWN (ZONE), "Pacific/Auckland");
  cab_test_assert_saves (&test, settings);
  g_assert_cmpint (cab_practice_settings_get_adult_age (test.practice), ==, 16);
  g_assert_cmpstr (cab_practice_settings_get_zone (test.practice), ==, "Pacific/Auckland");
  g_assert_cmpint (cab_test_practice_count_audit (&test, "change"), ==, before + 1);
}

/* [B-6] the practice chooses the bases of new records, kind by kind */
static void
test_bases (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (GError) error = NULL;
  CabBasis6 basis6;
  CabBasis9 basis9;

  cab_practice_settings_set_basis (test.practice, &cab_mood_entry_kind, CAB_BASIS6_CONSENT,
                                   CAB_BASIS9_EXPLICIT_CONSENT, &error);
  g_assert_no_error (error);

  cab_practice_settings_get_basis (test.practice, &cab_mood_entry_kind, &basis6, &basis9);
  g_assert_cmpint (basis6, ==, CAB_BASIS6_CONSENT);
  g_assert_cmpint (basis9, ==, CAB_BASIS9_EXPLICIT_CONSENT);
  cab_practice_settings_get_basis (test.practice, &cab_note_kind, &basis6, &basis9);
  g_assert_cmpint (basis6, ==, CAB_BASIS6_CONTRACT);
}

/* [B-6], [M-106] a preference that sets a basis names a kind and a basis */
static void
test_preferences (void)
{
  static const struct
  {
    const char *name, *value, *sentence;
  } cases[] = {
    { "basis6.dream", "consent", "Preference, name: “dream” is not a kind of record." },
    { "basis6.note", "because", "Preference, value: this is not a legal basis of the list." },
    { "basis9.note", NULL, "Preference, value: this is not a legal basis of the list." },
  };
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autofree char *value = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) refusal = NULL;

      g_assert_false (
          cab_practice_set_preference (test.practice, cases[i].name, cases[i].value, &refusal));
      cab_test_assert_sentence (refusal, CAB_MODEL_ERROR_INVALID, cases[i].sentence);
    }

  cab_practice_set_preference (test.practice, "contact-now", "Call 999.\nOr 111.", &error);
  g_assert_no_error (error);
  value = cab_practice_dup_preference (test.practice, "contact-now");
  g_assert_cmpstr (value, ==, "Call 999.\nOr 111.");
}

/* [M-31] the owner cannot be marked as gone, another author can */
static void
test_owner (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) other = cab_record_new (&cab_clinician_kind);
  g_autoptr (CabRecord) owner = NULL;
  g_autoptr (GError) error = NULL;

  owner = cab_practice_load (test.practice, &cab_clinician_kind,
                             cab_practice_get_owner_id (test.practice), &error);
  g_assert_no_error (error);
  cab_record_set_bool (owner, CAB_OWN (CAB_CLINICIAN_FIELD_ACTIVE), FALSE);
  cab_test_assert_refuses (
      &test, owner, CAB_MODEL_ERROR_INVALID,
      "Clinician, works here now: this is the clinician whose practice it is.");

  cab_record_set_text (other, CAB_OWN (CAB_CLINICIAN_FIELD_DISPLAY_NAME), "Una Before");
  cab_record_set_text (other, CAB_OWN (CAB_CLINICIAN_FIELD_PROFESSION), "nurse");
  cab_record_set_bool (other, CAB_OWN (CAB_CLINICIAN_FIELD_ACTIVE), FALSE);
  cab_test_assert_saves (&test, other);
  g_assert_cmpstr (cab_practice_get_owner_id (test.practice), ==, cab_record_get_id (owner));
}

/* [W-115] one of three words, kept as a code in every language */
static void
test_word_for_client (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  CabRecord *settings = cab_practice_get_settings (test.practice);
  g_autoptr (CabRecord) record = cab_record_dup (settings);

  g_assert_cmpstr (cab_record_get_text (record, CAB_OWN (CAB_PRACTICE_FIELD_WORD_FOR_CLIENT)), ==,
                   "clients");
  for (gsize i = 0; i < cab_word_for_client_codes.n_codes; i++)
    {
      cab_record_set_text (record, CAB_OWN (CAB_PRACTICE_FIELD_WORD_FOR_CLIENT),
                           cab_word_for_client_codes.codes[i].code);
      cab_test_assert_saves (&test, record);
    }

  cab_record_set_text (record, CAB_OWN (CAB_PRACTICE_FIELD_WORD_FOR_CLIENT), "customers");
  cab_test_assert_refuses (&test, record, CAB_MODEL_ERROR_INVALID,
                           "Practice, word for clients: choose one of clients, patients and "
                           "service-users.");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/practice-settings/refuses-what-cannot-be", test_refusals);
  g_test_add_func ("/practice-settings/numbers-keep-their-ranges", test_ranges);
  g_test_add_func ("/practice-settings/change-is-seen-at-once", test_change);
  g_test_add_func ("/practice-settings/chooses-legal-bases", test_bases);
  g_test_add_func ("/practice-settings/preference-of-a-basis-is-checked", test_preferences);
  g_test_add_func ("/practice-settings/owner-stays", test_owner);
  g_test_add_func ("/practice-settings/word-for-client", test_word_for_client);

  return g_test_run ();
}
