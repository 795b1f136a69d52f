/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include "cab-daylio.h"

#include <string.h>

#include "cab-export-error.h"

#define HEAD8 "full_date,date,weekday,time,mood,activities,note_title,note\n"
#define NOW "2026-11-22T18:00"

static CabDaylio *
read_text (const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return cab_daylio_read (bytes, "daylio.csv", NOW, error);
}

static CabDaylio *
read_good (const char *text)
{
  g_autoptr (GError) error = NULL;
  CabDaylio *diary = read_text (text, &error);

  g_assert_no_error (error);
  return diary;
}

static const CabDaylioEntry *
get_entry (CabDaylio *diary, guint position)
{
  return g_ptr_array_index (diary->entries, position);
}

/* [B-86] [B-87] eight columns: time, mood, activities and note go where they belong */
static void
test_eight_columns_are_read (void)
{
  g_autoptr (CabDaylio) diary
      = read_good ("\xEF\xBB\xBF" HEAD8
                   "2026-05-18,18. Mai,Montag,23:54,Rad,\"reading | 🎮 games ||  \",Good day,"
                   "\"I said \"\"yes\"\".\r\nThen <b>slept</b>.<br>&amp; more\"\r\n"
                   "2026-05-17,17. Mai,Sonntag,,amazing,,,\r\n");

  g_assert_cmpuint (diary->entries->len, ==, 2);
  g_assert_cmpuint (get_entry (diary, 0)->row, ==, 2);
  g_assert_cmpstr (get_entry (diary, 0)->date, ==, "2026-05-18");
  g_assert_cmpstr (get_entry (diary, 0)->time, ==, "23:54");
  g_assert_cmpstr (get_entry (diary, 0)->mood, ==, "Rad");
  g_assert_cmpstr (get_entry (diary, 0)->context_words, ==, "reading · 🎮 games");
  g_assert_cmpstr (get_entry (diary, 0)->note, ==,
                   "Good day\n\nI said \"yes\".\r\nThen slept.\n& more");
  g_assert_cmpuint (diary->n_dropped, ==, 2);
  g_assert_null (get_entry (diary, 1)->time);
  g_assert_null (get_entry (diary, 1)->context_words);
  g_assert_cmpstr (get_entry (diary, 1)->note, ==, "Mood: amazing");
}

/* [B-86] nine columns with scales, in any order, and the seven of old versions */
static void
test_other_versions_are_read (void)
{
  g_autoptr (CabDaylio) nine
      = read_good ("note,mood,full_date,date,weekday,time,activities,scales,note_title\n"
                   "n,good,2026-05-18,x,x,10:00,a,Sleep: 3,t\n");
  g_autoptr (CabDaylio) seven = read_good ("year,date,weekday,time,mood,activities,note\n"
                                           "2018,18 May,Friday,11:54 pm,meh,,n\n"
                                           "2018,May 8,Tuesday,12:15 PM,meh,,\n"
                                           "2016,29 February,Monday,12:00 am,bad,,\n");

  g_assert_cmpstr (get_entry (nine, 0)->note, ==, "t\n\nn\n\nScales: Sleep: 3");
  g_assert_cmpstr (get_entry (seven, 0)->date, ==, "2018-05-18");
  g_assert_cmpstr (get_entry (seven, 0)->time, ==, "23:54");
  g_assert_cmpstr (get_entry (seven, 1)->date, ==, "2018-05-08");
  g_assert_cmpstr (get_entry (seven, 1)->time, ==, "12:15");
  g_assert_cmpstr (get_entry (seven, 2)->date, ==, "2016-02-29");
  g_assert_cmpstr (get_entry (seven, 2)->time, ==, "00:00");
}

/* [B-86] [B-89] clocks of 24 and of 12 hours, with every blank that locales put there */
static void
test_times_are_read (void)
{
  static const struct
  {
    const char *text;
    const char *time; /* NULL: refused */
  } cases[] = {
    { "23:54", "23:54" },
    { "0:05", "00:05" },
    { "11:54 pm", "23:54" },
    { "12:00 am", "00:00" },
    { "12:15 pm", "12:15" },
    { "1:05 AM", "01:05" },
    { "1:05pm", "13:05" },
    { "1:05 p.m.", "13:05" },
    { "1:05\xE2\x80\xAFPM", "13:05" },
    { "9:00 AM", "09:00" },
    { "1:05\xC2\xA0"
      "a.\xC2\xA0m.",
      "01:05" },
    { "24:00", NULL },
    { "13:05 pm", NULL },
    { "0:05 am", NULL },
    { "12:60", NULL },
    { "12", NULL },
    { "12:5", NULL },
    { "12:005", NULL },
    { "12:05 Uhr", NULL },
    { "-1:05", NULL },
    { "123:05", NULL },
    { "noon", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdup_printf (HEAD8 "2026-05-18,,,%s,good,,,\n", cases[i].text);
      g_autoptr (GError) error = NULL;
      g_autoptr (CabDaylio) diary = read_text (text, &error);

      if (cases[i].time == NULL)
        {
          g_assert_error (error, CAB_EXPORT_ERROR, CAB_EXPORT_ERROR_MOOD_ROWS);
          continue;
        }
      if (diary == NULL || g_strcmp0 (get_entry (diary, 0)->time, cases[i].time) != 0)
        g_error ("‘%s’ is not %s", cases[i].text, cases[i].time);
    }
}

/* [B-87] [B-78] a file with one wrong row is refused, and the row is named */
static void
test_wrong_rows_refuse_the_file (void)
{
  static const struct
  {
    const char *table;
    const char *name;
    const char *shown;
  } cases[] = {
    { "date,mood\n", "mood-headings", "‘time’" },
    { "full_date,time,feeling\n", "mood-headings", "‘mood’" },
    { "time,mood,year\n", "mood-headings", "‘full_date’" },
    { HEAD8 "2026-05-18,,,10:00,good,,,\n2026-02-30,,,10:00,good,,,\n", "mood-rows",
      "daylio.csv, row 3, date: 2026-02-30 is no date." },
    { HEAD8 "2026-11-22,,,18:01,good,,,\n", "mood-rows", "row 2, date: it lies in the future." },
    { HEAD8 "2026-11-23,,,,good,,,\n", "mood-rows", "it lies in the future." },
    { HEAD8 "2026-05-18,,,10:00,,,,\n", "mood-rows", "row 2, mood: it is empty." },
    { HEAD8 "2026-05-18,,,10:00,good,,,a\x0b"
            "b\n",
      "mood-rows", "row 2, note: character U+000B cannot be stored." },
    { HEAD8 "2026-05-18,,,10:00,good,a\x0b"
            "b,,\n",
      "mood-rows", "row 2, activities:" },
    { HEAD8 "2026-05-18,,,10:00,good,,\n", "csv-ragged", "row 2: 7 cells instead of 8." },
    { "\xEF\xBB\xBF\xEF\xBB\xBF" HEAD8, "csv-two-boms", "row 1" },
    { "year,date,weekday,time,mood,activities,note\n2018,18. Mai,,10:00,good,,\n", "mood-rows",
      "18. Mai is no date." },
    { "year,date,weekday,time,mood,activities,note\n18,18 May,,10:00,good,,\n", "mood-rows",
      "18 May is no date." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (CabDaylio) diary = read_text (cases[i].table, &error);

      g_assert_null (diary);
      g_assert_cmpuint (error->domain, ==, CAB_EXPORT_ERROR);
      if (strcmp (cab_export_error_get_name (error->code), cases[i].name) != 0
          || strstr (error->message, cases[i].shown) == NULL)
        g_error ("%s: %s", cases[i].name, error->message);
    }
}

/* [B-87] five levels, case-blind; any other name is asked for once */
static void
test_levels_are_known_or_asked (void)
{
  g_autoptr (CabDaylio) diary
      = read_good (HEAD8 "2026-05-18,,,10:00,RAD,,,\n2026-05-17,,,10:00,Großartig,,,\n"
                         "2026-05-16,,,10:00,awful,,,\n2026-05-15,,,10:00,Großartig,,,\n");
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (diary->moods->len, ==, 3);
  g_assert_cmpuint (cab_daylio_get_level (diary, "rad"), ==, 5);
  g_assert_cmpuint (cab_daylio_get_level (diary, "Good"), ==, 4);
  g_assert_cmpuint (cab_daylio_get_level (diary, "meh"), ==, 3);
  g_assert_cmpuint (cab_daylio_get_level (diary, "bad"), ==, 2);
  g_assert_cmpuint (cab_daylio_get_level (diary, "awful"), ==, 1);
  g_assert_cmpuint (cab_daylio_get_level (diary, "Großartig"), ==, 0);

  g_assert_false (cab_daylio_check_levels (diary, &error));
  g_assert_error (error, CAB_EXPORT_ERROR, CAB_EXPORT_ERROR_MOOD_UNMAPPED);
  g_assert_cmpstr (error->message, ==,
                   "daylio.csv, row 3: the mood ‘Großartig’ has no level from 1 to 5 yet. "
                   "Nothing was changed.");
  cab_daylio_set_level (diary, "GROSSARTIG", 5);
  g_assert_true (cab_daylio_check_levels (diary, NULL));
}

/* [B-87] what does not fit 200 characters of context continues in the note, in order */
static void
test_long_activities_continue_in_the_note (void)
{
  g_autofree char *sixty = g_strnfill (60, 'x');
  g_autofree char *text = g_strdup_printf (
      HEAD8 "2026-05-18,,,10:00,good,\"ä%s|b%s|c%s|d%s|e\nf\",,n\n", sixty, sixty, sixty, sixty);
  g_autofree char *exact = g_strdup_printf (HEAD8 "2026-05-18,,,10:00,good,%s%s%s%s|y,,\n", sixty,
                                            sixty, sixty, "01234567890123456");
  g_autoptr (CabDaylio) diary = read_good (text);
  g_autoptr (CabDaylio) fitting = read_good (exact);
  g_autofree char *words = g_strdup_printf ("ä%s · b%s · c%s", sixty, sixty, sixty);
  g_autofree char *note = g_strdup_printf ("n\n\nActivities: d%s · e f", sixty);

  g_assert_cmpstr (get_entry (diary, 0)->context_words, ==, words);
  g_assert_cmpstr (get_entry (diary, 0)->note, ==, note);
  g_assert_cmpint (g_utf8_strlen (get_entry (fitting, 0)->context_words, -1), ==, 197);
  g_assert_cmpstr (get_entry (fitting, 0)->note, ==, "Activities: y");
}

/* [B-88] a key for each entry: other for another client, row or equal row; same again */
static void
test_keys_tell_entries_apart (void)
{
  static const char table[] = HEAD8 "2026-05-18,,,10:00,good,a,,n\n2026-05-18,,,10:00,good,a,,n\n"
                                    "2026-05-18,,,10:00,good,a,n,\n2026-05-18,,,10:00,bad,a,,n\n";
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (CabDaylio) diary = read_good (table);
  g_autoptr (CabDaylio) again = read_good (table);

  for (guint i = 0; i < diary->entries->len; i++)
    {
      char *mine = cab_daylio_entry_dup_key (get_entry (diary, i), "client-a");
      char *other = cab_daylio_entry_dup_key (get_entry (diary, i), "client-b");
      g_autofree char *same = cab_daylio_entry_dup_key (get_entry (again, i), "client-a");

      g_assert_cmpuint (strlen (mine), ==, 64);
      g_assert_cmpstr (mine, ==, same);
      g_assert_true (g_hash_table_add (keys, mine));
      g_assert_true (g_hash_table_add (keys, other));
    }
}

/* [B-88] a longer export gives the same keys for what was there before */
static void
test_longer_export_keeps_keys (void)
{
  g_autoptr (CabDaylio) first = read_good (HEAD8 "2026-05-18,,,10:00,good,a,,n\n");
  g_autoptr (CabDaylio) longer
      = read_good (HEAD8 "2026-05-19,,,10:00,good,a,,n\n2026-05-18,,,10:00,good,a,,n\n"
                         "2026-05-18,,,10:00,good,a,,n\n");
  g_autofree char *old = cab_daylio_entry_dup_key (get_entry (first, 0), "c");
  g_autofree char *same = cab_daylio_entry_dup_key (get_entry (longer, 1), "c");
  g_autofree char *second = cab_daylio_entry_dup_key (get_entry (longer, 2), "c");

  g_assert_cmpstr (old, ==, same);
  g_assert_cmpstr (old, !=, second);
}

/* [B-89] ten thousand rows at once */
static void
test_many_rows_are_read (void)
{
  g_autoptr (GString) text = g_string_new (HEAD8);
  g_autoptr (CabDaylio) diary = NULL;

  for (guint i = 0; i < 10000; i++)
    g_string_append_printf (text, "2025-%02u-%02u,x,x,%u:%02u,mood %u,a | b | c,t,<b>n</b>\n",
                            i % 12 + 1, i % 28 + 1, i % 24, i % 60, i % 40);
  diary = read_good (text->str);
  g_assert_cmpuint (diary->entries->len, ==, 10000);
  g_assert_cmpuint (diary->moods->len, ==, 40);
}

/* [B-90] random rows are read or refused, never more */
static void
test_random_rows_are_survived (void)
{
  static const char *const parts[]
      = { ",",     "\"", "\n", "2026-05-18", "10:00", "good", "|",         "a",   "<b>",
          "&amp;", "é",  " ",  "12:00 am",   "\x0b",  "\xFF", "full_date", "mood" };

  for (guint i = 0; i < 20000; i++)
    {
      g_autoptr (GString) text = g_string_new (HEAD8);
      g_autoptr (CabDaylio) diary = NULL;

      for (int n = g_test_rand_int_range (0, 40); n > 0; n--)
        g_string_append (text, parts[g_test_rand_int_range (0, G_N_ELEMENTS (parts))]);
      diary = read_text (text->str, NULL);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exporter/daylio/eight-columns-are-read", test_eight_columns_are_read);
  g_test_add_func ("/exporter/daylio/other-versions-are-read", test_other_versions_are_read);
  g_test_add_func ("/exporter/daylio/times-are-read", test_times_are_read);
  g_test_add_func ("/exporter/daylio/wrong-rows-refuse-the-file", test_wrong_rows_refuse_the_file);
  g_test_add_func ("/exporter/daylio/levels-are-known-or-asked", test_levels_are_known_or_asked);
  g_test_add_func ("/exporter/daylio/long-activities-continue-in-the-note",
                   test_long_activities_continue_in_the_note);
  g_test_add_func ("/exporter/daylio/keys-tell-entries-apart", test_keys_tell_entries_apart);
  g_test_add_func ("/exporter/daylio/longer-export-keeps-keys", test_longer_export_keeps_keys);
  g_test_add_func ("/exporter/daylio/many-rows-are-read", test_many_rows_are_read);
  g_test_add_func ("/exporter/daylio/random-rows-are-survived", test_random_rows_are_survived);
  return g_test_run ();
}
