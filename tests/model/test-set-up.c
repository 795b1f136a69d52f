/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#include "config.h"

#include "cab-set-up.h"

#include "cab-emotion-word.h"
#include "cab-model-error.h"
#include "cab-preference.h"
#include "cab-statement.h"
#include "cab-test-practice.h"

#include <string.h>

static const CabSetUp plain = { .name = "Practice",
                                .clinician = "Tess Owner",
                                .profession = CAB_PROFESSION_COUNSELLOR,
                                .jurisdiction = CAB_JURISDICTION_UK };

static gint64
count (CabTestPractice *test, const CabKind *kind)
{
  CabFilter filter = CAB_FILTER_ALL;

  return cab_practice_count (test->practice, kind, &filter, NULL);
}

/* [M-30], [M-31] one practice, one owner who wrote it all, and the presets of the law */
static void
test_presets (void)
{
  static const struct
  {
    CabJurisdiction jurisdiction;
    const char *clock_preset, *locale, *currency;
  } cases[] = {
    { CAB_JURISDICTION_UK, "one-month", "en-GB", "GBP" },
    { CAB_JURISDICTION_EU, "one-month", "en-IE", "EUR" },
    { CAB_JURISDICTION_US_HIPAA, "30-days", "en-US", "USD" },
    { CAB_JURISDICTION_US_OTHER, "45-days", "en-US", "USD" },
    { CAB_JURISDICTION_OTHER, "one-month", "en", "EUR" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (CabTestPractice) test = cab_test_practice_new_bare ();
      CabSetUp set_up = plain;
      g_autoptr (GError) error = NULL;
      CabRecord *settings;
      const char *owner;
      gint64 number = 0;

      set_up.jurisdiction = cases[i].jurisdiction;
      cab_practice_set_up (test.practice, &set_up, &error);
      g_assert_no_error (error);

      settings = cab_practice_get_settings (test.practice);
      owner = cab_practice_get_owner_id (test.practice);
#define TEXT(field) cab_record_get_text (settings, CAB_OWN (CAB_PRACTICE_FIELD_##field))
      g_assert_cmpstr (TEXT (CLOCK_PRESET), ==, cases[i].clock_preset);
      g_assert_cmpstr (TEXT (LOCALE), ==, cases[i].locale);
      g_assert_cmpstr (TEXT (CURRENCY), ==, cases[i].currency);
      g_assert_cmpstr (TEXT (UNLOCK_POLICY), ==, "never");
      g_assert_cmpstr (TEXT (ZONE), ==, "UTC");
#undef TEXT
      g_assert_cmpstr (cab_record_get_text (settings, CAB_SYSTEM_CREATED_BY), ==, owner);
      cab_record_get_integer (settings, CAB_OWN (CAB_PRACTICE_FIELD_BACKUP_DAYS), &number);
      g_assert_cmpint (number, ==, 30);
      cab_record_get_integer (settings, CAB_OWN (CAB_PRACTICE_FIELD_LOCK_MINUTES), &number);
      g_assert_cmpint (number, ==, 10);
      g_assert_cmpint (cab_practice_settings_get_adult_age (test.practice), ==, 18);
      g_assert_cmpint (cab_practice_settings_get_jurisdiction (test.practice), ==,
                       cases[i].jurisdiction);
      g_assert_cmpint (count (&test, &cab_practice_kind), ==, 1);
      g_assert_cmpint (count (&test, &cab_clinician_kind), ==, 1);
    }
}

/* [M-30] a file holds one practice; a second set-up changes nothing */
static void
test_once (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autofree char *owner = g_strdup (cab_practice_get_owner_id (test.practice));
  g_autoptr (GError) error = NULL;

  g_assert_false (cab_practice_set_up (test.practice, &plain, &error));
  cab_test_assert_sentence (error, CAB_MODEL_ERROR_DUPLICATE,
                            "Practice: this file holds a practice already.");
  g_assert_cmpint (count (&test, &cab_clinician_kind), ==, 1);
  g_assert_cmpstr (cab_practice_get_owner_id (test.practice), ==, owner);
  g_assert_cmpstr (cab_record_get_text (cab_practice_get_settings (test.practice),
                                        CAB_OWN (CAB_PRACTICE_FIELD_NAME)),
                   ==, "Test Practice");
}

/* [M-30] what is wrong is refused whole: nothing of it is in the file */
static void
test_refused (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new_bare ();
  CabSetUp set_up = plain;
  g_autoptr (GError) error = NULL;

  set_up.zone = "London";
  g_assert_false (cab_practice_set_up (test.practice, &set_up, &error));
  cab_test_assert_sentence (error, CAB_MODEL_ERROR_INVALID,
                            "Practice, time zone: “London” is not a time zone like Europe/London.");
  g_assert_cmpint (count (&test, &cab_clinician_kind), ==, 0);
  g_assert_cmpint (count (&test, &cab_preference_kind), ==, 0);
  g_assert_null (cab_practice_get_owner_id (test.practice));
  g_clear_error (&error);

  cab_practice_set_up (test.practice, &plain, &error);
  g_assert_no_error (error);
}

/* [B-6] contract for all that the law does not ask for, health care where it is
 * about clients */
static void
test_bases (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();

  for (guint i = 0; cab_kinds[i] != NULL; i++)
    {
      const CabKind *kind = cab_kinds[i];
      gboolean about_clients = kind->owner != CAB_NO_OWNER || kind->of_client != NULL;
      CabBasis6 basis6;
      CabBasis9 basis9;

      if (kind->without_system_fields)
        continue;
      g_test_message ("%s", kind->name);
      cab_practice_settings_get_basis (test.practice, kind, &basis6, &basis9);
      g_assert_cmpint (basis6, ==,
                       kind->register_kind ? CAB_BASIS6_LEGAL_OBLIGATION : CAB_BASIS6_CONTRACT);
      g_assert_cmpint (basis9, ==,
                       about_clients && !kind->register_kind ? CAB_BASIS9_HEALTH_CARE
                                                             : CAB_BASIS9_NONE);
    }
}

/* [F-81] the starter words, each once */
static void
test_words (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  CabFilter filter = CAB_FILTER_ALL;

  g_assert_cmpint (count (&test, &cab_emotion_word_kind), ==, 24);

  filter.field = CAB_OWN (CAB_EMOTION_WORD_FIELD_WORD);
  filter.equals = "overwhelmed";
  g_assert_cmpint (cab_practice_count (test.practice, &cab_emotion_word_kind, &filter, NULL), ==,
                   1);
}

/* [M-7] the log tells who set the practice up, from the first row on */
static void
test_log (void)
{
  static const char sql[] = "SELECT count(*) FROM audit WHERE act = 'create' AND actor = ?1";
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabStatement) statement = NULL;
  g_autoptr (GError) error = NULL;

  statement = cab_statement_new (cab_practice_get_db (test.practice), sql, "count rows", &error);
  g_assert_no_error (error);
  cab_statement_bind_text (statement, 1, cab_practice_get_owner_id (test.practice));
  g_assert_cmpint (cab_statement_step (statement, &error), ==, CAB_STEP_ROW);

  /* The owner and the practice; what stands beside them is told of by these. */
  g_assert_cmpint (cab_statement_get_integer (statement, 0), ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/set-up/presets-follow-the-law", test_presets);
  g_test_add_func ("/set-up/happens-once", test_once);
  g_test_add_func ("/set-up/is-whole-or-not-at-all", test_refused);
  g_test_add_func ("/set-up/chooses-legal-bases", test_bases);
  g_test_add_func ("/set-up/brings-starter-words", test_words);
  g_test_add_func ("/set-up/is-logged", test_log);

  return g_test_run ();
}
