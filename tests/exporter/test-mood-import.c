/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#include "config.h"

#include "cab-mood-import.h"

#include <string.h>

#include "cab-client.h"
#include "cab-codes.h"
#include "cab-consent.h"
#include "cab-export-error.h"
#include "cab-model-error.h"
#include "cab-mood-entry.h"
#include "cab-policy-text.h"
#include "cab-test-practice.h"

#define ENTRY(field) CAB_OWN (CAB_MOOD_ENTRY_FIELD_##field)
#define TRACK(field) CAB_OWN (CAB_MOOD_TRACK_FIELD_##field)

/* The test practice stands at 2026-03-02T10:00:00Z, which is 10:00 in London. */
#define NOW "2026-03-02T10:05"
#define HEADINGS "full_date,date,weekday,time,mood,activities,note_title,note\n"

static void
share_moods (CabTestPractice *test, CabRecord *client)
{
  g_autoptr (CabRecord) policy = cab_record_new (&cab_policy_text_kind);
  g_autoptr (CabRecord) event = NULL;
  g_autoptr (GError) error = NULL;
  CabConsentAnswer answer = { .how = CAB_CONSENT_HOW_SIGNED_PAPER };

  cab_record_set_code (policy, CAB_OWN (CAB_POLICY_TEXT_FIELD_POLICY_KIND),
                       CAB_POLICY_KIND_CONSENT_TEXT);
  cab_record_set_code (policy, CAB_OWN (CAB_POLICY_TEXT_FIELD_AUDIENCE), CAB_AUDIENCE_ADULT);
  cab_record_set_text (policy, CAB_OWN (CAB_POLICY_TEXT_FIELD_LANGUAGE), "en");
  cab_record_set_text (policy, CAB_OWN (CAB_POLICY_TEXT_FIELD_TITLE), "Consent");
  cab_record_set_text (policy, CAB_OWN (CAB_POLICY_TEXT_FIELD_BODY), "May we?");
  cab_record_set_text (policy, CAB_OWN (CAB_POLICY_TEXT_FIELD_PURPOSES), "mood-share");
  cab_policy_text_publish (test->practice, policy, "2020-01-01", &error);
  g_assert_no_error (error);

  answer.policy_id = cab_record_get_id (policy);
  event = cab_consent_grant (test->practice, cab_record_get_id (client), CAB_PURPOSE_MOOD_SHARE,
                             &answer, &error);
  g_assert_no_error (error);
}

static CabRecord *
add_sharing_client (CabTestPractice *test)
{
  CabRecord *client = cab_test_practice_add_client (test, "Ada");

  share_moods (test, client);
  return client;
}

static CabMoodDiary *
read_diary (CabRecord *client, const char *text)
{
  static const CabMoodLevel levels[] = { { "amazing", 5 } };
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  CabMoodDiary *diary = cab_mood_diary_new_from_daylio (
      bytes, "moods.csv", cab_record_get_id (client), NOW, levels, G_N_ELEMENTS (levels), &error);

  g_assert_no_error (error);
  return diary;
}

static CabMoodImport *
look (CabTestPractice *test, CabRecord *client, const char *zone, const char *text)
{
  g_autoptr (GError) error = NULL;
  CabMoodImport *import
      = cab_mood_import_look (test->practice, client, zone, read_diary (client, text), &error);

  g_assert_no_error (error);
  return import;
}

static void
run (CabTestPractice *test, const CabMoodImport *import)
{
  g_autoptr (GError) error = NULL;

  cab_mood_import_run (import, test->practice, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
import (CabTestPractice *test, CabRecord *client, const char *zone, const char *text)
{
  g_autoptr (CabMoodImport) preview = look (test, client, zone, text);

  run (test, preview);
}

static GPtrArray *
list (CabTestPractice *test, const CabKind *kind)
{
  const CabFilter filter = CAB_FILTER_ALL;
  g_autoptr (GError) error = NULL;
  GPtrArray *records = cab_practice_list (test->practice, kind, &filter, &error);

  g_assert_no_error (error);
  return records;
}

static void
assert_n (CabTestPractice *test, const CabKind *kind, guint n)
{
  g_autoptr (GPtrArray) records = list (test, kind);

  g_assert_cmpuint (records->len, ==, n);
}

static void
assert_text (CabRecord *record, guint field, const char *expected)
{
  g_autofree char *text = cab_record_dup_text (record, field);

  g_assert_cmpstr (text, ==, expected);
}

/* [B-87], [B-88] what an entry becomes */
static void
test_entry (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) client = add_sharing_client (&test);
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GPtrArray) tracks = NULL;
  g_autoptr (GPtrArray) values = NULL;

  import (&test, client, "Europe/London",
          HEADINGS "2026-03-01,,,11:54 pm,Amazing,walk | rain |,Out,\"by the <b>sea</b>\"\n");

  entries = list (&test, &cab_mood_entry_kind);
  g_assert_cmpuint (entries->len, ==, 1);
  assert_text (entries->pdata[0], ENTRY (FELT_AT), "2026-03-01T23:54");
  assert_text (entries->pdata[0], ENTRY (FELT_AT_ZONE), "Europe/London");
  assert_text (entries->pdata[0], ENTRY (PRECISION), "minute");
  assert_text (entries->pdata[0], ENTRY (ENTRY_SOURCE), "imported");
  assert_text (entries->pdata[0], ENTRY (VALENCE), NULL);
  assert_text (entries->pdata[0], ENTRY (CONTEXT_WORDS), "walk · rain");
  assert_text (entries->pdata[0], ENTRY (ENTRY_NOTE), "Mood: Amazing\n\nOut\n\nby the sea");
  assert_text (entries->pdata[0], CAB_SYSTEM_ORIGIN, "provided");

  tracks = list (&test, &cab_mood_track_kind);
  g_assert_cmpuint (tracks->len, ==, 1);
  assert_text (tracks->pdata[0], TRACK (LABEL), "Daylio mood");
  assert_text (tracks->pdata[0], TRACK (MINIMUM), "1.00");
  assert_text (tracks->pdata[0], TRACK (MAXIMUM), "5.00");

  values = list (&test, &cab_mood_track_value_kind);
  g_assert_cmpuint (values->len, ==, 1);
  assert_text (values->pdata[0], CAB_OWN (CAB_MOOD_TRACK_VALUE_FIELD_AMOUNT), "5.00");
  g_assert_cmpint (cab_test_practice_count_audit (&test, "import"), ==, 1);
}

/* [B-88], [M-12] without a time it is the day; a skipped hour moves forward and
 * a doubled one is the first */
static void
test_times (void)
{
  static const struct
  {
    const char *name;
    const char *row;
    const char *felt_at;
    const char *precision;
    guint n_moved;
  } cases[] = {
    { "no time", "2026-03-01,,,,good,,,\n", "2026-03-01T00:00", "day", 0 },
    { "skipped", "2025-03-30,,,01:30,good,,,\n", "2025-03-30T02:30", "minute", 1 },
    { "doubled", "2025-10-26,,,01:30,good,,,\n", "2025-10-26T01:30", "minute", 0 },
    { "midnight", "2026-03-01,,,12:00 am,good,,,\n", "2026-03-01T00:00", "minute", 0 },
    { "noon", "2026-03-01,,,12:15 pm,good,,,\n", "2026-03-01T12:15", "minute", 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (CabTestPractice) test = cab_test_practice_new ();
      g_autoptr (CabRecord) client = add_sharing_client (&test);
      g_autofree char *text = g_strconcat (HEADINGS, cases[i].row, NULL);
      g_autoptr (CabMoodImport) preview = look (&test, client, "Europe/London", text);
      g_autoptr (GPtrArray) entries = NULL;

      g_test_message ("%s", cases[i].name);
      g_assert_cmpuint (cab_mood_import_count_moved (preview), ==, cases[i].n_moved);
      run (&test, preview);
      entries = list (&test, &cab_mood_entry_kind);
      assert_text (entries->pdata[0], ENTRY (FELT_AT), cases[i].felt_at);
      assert_text (entries->pdata[0], ENTRY (PRECISION), cases[i].precision);
    }
}

/* [B-88] a second import adds nothing, a longer one what is new; equal rows are
 * as many entries as they are rows */
static void
test_again (void)
{
  static const char two[] = HEADINGS "2026-03-01,,,10:00,good,walk,,\n"
                                     "2026-03-01,,,10:00,good,walk,,\n";
  static const char four[] = HEADINGS "2026-03-02,,,09:00,bad,,,\n"
                                      "2026-03-01,,,10:00,good,walk,,\n"
                                      "2026-03-01,,,10:00,good,walk,,\n"
                                      "2026-03-01,,,10:00,good,walk,,\n";
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) client = add_sharing_client (&test);
  g_autoptr (CabRecord) other = cab_test_practice_add_client (&test, "Ben");
  g_autoptr (CabMoodImport) again = NULL;
  g_autoptr (CabMoodImport) longer = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GError) error = NULL;

  import (&test, client, "Europe/London", two);
  assert_n (&test, &cab_mood_entry_kind, 2);
  entries = list (&test, &cab_mood_entry_kind);
  cab_practice_trash (test.practice, entries->pdata[0], &error);
  g_assert_no_error (error);

  again = look (&test, client, "Europe/London", two);
  g_assert_cmpuint (cab_mood_import_count_new (again), ==, 0);
  g_assert_cmpuint (cab_mood_import_count_known (again), ==, 2);
  run (&test, again);
  g_assert_cmpint (cab_test_practice_count_audit (&test, "import"), ==, 1);

  longer = look (&test, client, "Europe/London", four);
  g_assert_cmpuint (cab_mood_import_count_new (longer), ==, 2);
  g_assert_cmpuint (cab_mood_import_count_tracks (longer), ==, 0);
  run (&test, longer);
  assert_n (&test, &cab_mood_entry_kind, 4);
  assert_n (&test, &cab_mood_track_kind, 1);

  share_moods (&test, other);
  import (&test, other, "Europe/London", two);
  assert_n (&test, &cab_mood_entry_kind, 6);
  assert_n (&test, &cab_mood_track_kind, 2);
}

/* Asserts that nothing comes of it. */
static void
assert_refused (CabTestPractice *test,
                CabRecord *client,
                const char *zone,
                int code,
                const char *sentence)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CabMoodImport) preview = cab_mood_import_look (
      test->practice, client, zone,
      read_diary (client, HEADINGS "2026-03-01,,,10:00,good,walk,,\n"), &error);

  g_assert_null (preview);
  cab_test_assert_sentence (error, code, sentence);
  assert_n (test, &cab_mood_entry_kind, 0);
  g_assert_cmpint (cab_test_practice_count_audit (test, "import"), ==, 0);
}

/* [M-95], [B-88] who reads the diary is the clinician, so consent comes first */
static void
test_gate (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) client = cab_test_practice_add_client (&test, "Ada");

  assert_refused (&test, client, "Europe/London", CAB_MODEL_ERROR_GATE,
                  "Ada was not asked for consent to “Mood and values shown to the clinician”. Ask "
                  "the client for consent and record it first.");
  g_assert_cmpint (cab_test_practice_count_audit (&test, "gate-refused"), ==, 1);
  share_moods (&test, client);
  import (&test, client, "Europe/London", HEADINGS "2026-03-01,,,10:00,good,walk,,\n");
  assert_n (&test, &cab_mood_entry_kind, 1);
}

/* [M-12] */
static void
test_zone (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) client = add_sharing_client (&test);

  assert_refused (&test, client, "Narnia", CAB_MODEL_ERROR_INVALID,
                  "“Narnia” is no time zone; “Europe/London” is one.");
}

static void
add_track (CabTestPractice *test, CabRecord *client, const char *label, gint64 maximum)
{
  g_autoptr (CabRecord) track = cab_record_new (&cab_mood_track_kind);

  cab_record_set_text (track, TRACK (CLIENT_ID), cab_record_get_id (client));
  cab_record_set_text (track, TRACK (LABEL), label);
  cab_record_set_text (track, TRACK (UNIT), "h");
  cab_record_set_integer (track, TRACK (MINIMUM), 0);
  cab_record_set_integer (track, TRACK (MAXIMUM), maximum);
  cab_test_assert_saves (test, track);
}

/* [B-87], [M-44] */
static void
test_fourth_track (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) client = add_sharing_client (&test);

  add_track (&test, client, "sleep", 2400);
  add_track (&test, client, "coffee", 2400);
  add_track (&test, client, "urge", 1000);
  assert_refused (&test, client, "Europe/London", CAB_MODEL_ERROR_HELD,
                  "Mood track: this client already has three tracks. End one first.");
}

/* [B-89], [M-44] a number outside of a track that is gone on with */
static void
test_other_range (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) client = add_sharing_client (&test);
  g_autoptr (CabMoodImport) preview = NULL;
  g_autoptr (GError) error = NULL;

  add_track (&test, client, "Daylio mood", 300);
  preview = cab_mood_import_look (
      test.practice, client, "Europe/London",
      read_diary (client, HEADINGS "2026-03-01,,,10:00,bad,,,\n2026-03-01,,,09:00,good,,,\n"),
      &error);
  g_assert_null (preview);
  g_assert_error (error, CAB_EXPORT_ERROR, CAB_EXPORT_ERROR_MOOD_ROWS);
  g_assert_cmpstr (error->message, ==,
                   "moods.csv, row 3: a number is outside 0.00 to 3.00, the range of the track "
                   "“Daylio mood”. Nothing was changed.");
}

/* [B-89] ten thousand rows are taken, and known again. How long it took is told,
 * and asserted nowhere. */
static void
test_many (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) client = add_sharing_client (&test);
  g_autoptr (GString) text = g_string_new (HEADINGS);
  g_autoptr (CabMoodImport) again = NULL;
  gint64 start;

  for (guint i = 0; i < 10000; i++)
    g_string_append_printf (text, "%u-%02u-%02u,,,%02u:00,good,walk | rain,Title %u,Words\n",
                            2000 + i / 1000, 1 + i / 100 % 10, 1 + i / 4 % 25, 6 * (i % 4), i);

  start = g_get_monotonic_time ();
  import (&test, client, "Europe/London", text->str);
  g_test_message ("10,000 rows in %.1f s",
                  (double)(g_get_monotonic_time () - start) / G_USEC_PER_SEC);
  assert_n (&test, &cab_mood_entry_kind, 10000);

  again = look (&test, client, "Europe/London", text->str);
  g_assert_cmpuint (cab_mood_import_count_known (again), ==, 10000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exporter/mood-import/entry", test_entry);
  g_test_add_func ("/exporter/mood-import/times", test_times);
  g_test_add_func ("/exporter/mood-import/again", test_again);
  g_test_add_func ("/exporter/mood-import/gate", test_gate);
  g_test_add_func ("/exporter/mood-import/zone", test_zone);
  g_test_add_func ("/exporter/mood-import/fourth-track", test_fourth_track);
  g_test_add_func ("/exporter/mood-import/other-range", test_other_range);
  g_test_add_func ("/exporter/mood-import/many", test_many);

  return g_test_run ();
}
