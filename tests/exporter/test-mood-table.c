/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#include "config.h"

#include "cab-mood-table.h"

#include <string.h>

#include "cab-export-error.h"

#define NOW "2026-03-02T10:05"

static const CabMoodColumn numbers[] = { { "Sleep", "h", 0, 2400 }, { "Mood", NULL, -300, 300 } };
static const CabMoodColumns columns = { .date = "Day",
                                        .time = "Time",
                                        .words = "What",
                                        .note = "Note",
                                        .numbers = numbers,
                                        .n_numbers = G_N_ELEMENTS (numbers) };

static CabMoodDiary *
read_table (const CabMoodColumns *meaning, const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return cab_mood_diary_new_from_table (bytes, "own.csv", "a-client", NOW, meaning, error);
}

/* [B-89] date, time, numbers with their range, words and a note; the rest is left */
static void
test_taken (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CabMoodDiary) diary
      = read_table (&columns,
                    "\xEF\xBB\xBFtime;MOOD;day;sleep;what;note;other\r\n"
                    "12:15 pm;-1.5;01/03/2026;7.25;walk;\"one\r\ntwo \"\"x\"\"\";no\r\n"
                    ";;28/02/2026;;only words;;no\r\n"
                    ";;27/02/2026;;;;nothing at all\r\n",
                    &error);
  const CabMoodDiaryEntry *entry;
  const CabMoodDiaryTrack *track;

  g_assert_no_error (error);
  g_assert_cmpuint (diary->tracks->len, ==, 2);
  track = diary->tracks->pdata[0];
  g_assert_cmpstr (track->label, ==, "Sleep");
  g_assert_cmpstr (track->unit, ==, "h");
  g_assert_cmpint (track->maximum, ==, 2400);

  g_assert_cmpuint (diary->entries->len, ==, 2);
  entry = diary->entries->pdata[0];
  g_assert_cmpuint (entry->row, ==, 2);
  g_assert_cmpstr (entry->date, ==, "2026-03-01");
  g_assert_cmpstr (entry->time, ==, "12:15");
  g_assert_true (entry->has_amount[0] && entry->has_amount[1]);
  g_assert_cmpint (entry->amounts[0], ==, 725);
  g_assert_cmpint (entry->amounts[1], ==, -150);
  g_assert_cmpstr (entry->context_words, ==, "walk");
  g_assert_cmpstr (entry->note, ==, "one\ntwo \"x\"");

  entry = diary->entries->pdata[1];
  g_assert_null (entry->time);
  g_assert_null (entry->context_words);
  g_assert_cmpstr (entry->note, ==, "only words");
  g_assert_false (entry->has_amount[0]);
}

/* [B-88] equal rows have keys of their own, the same in every reading */
static void
test_keys (void)
{
  static const char text[] = "Day,Time,What,Note,Sleep,Mood\n"
                             "2026-03-01,,,,7,1\n2026-03-01,,,,7,1\n2026-03-01,,,,7,2\n";
  g_autoptr (GError) error = NULL;
  g_autoptr (CabMoodDiary) first = read_table (&columns, text, &error);
  g_autoptr (CabMoodDiary) second = read_table (&columns, text, &error);
  g_autoptr (GHashTable) keys = g_hash_table_new (g_str_hash, g_str_equal);

  g_assert_no_error (error);
  for (guint i = 0; i < 3; i++)
    {
      const CabMoodDiaryEntry *one = first->entries->pdata[i];
      const CabMoodDiaryEntry *same = second->entries->pdata[i];

      g_assert_true (g_hash_table_add (keys, one->key));
      g_assert_cmpstr (one->key, ==, same->key);
    }
}

static const struct
{
  const char *name;
  const char *text;
  CabDateOrder order;
  CabExportError code;
  const char *sentence;
} refusals[] = {
  { "a number above its range", "Day,Time,What,Note,Sleep,Mood\n2026-03-01,,,,24.5,\n",
    CAB_DATE_ORDER_UNKNOWN, CAB_EXPORT_ERROR_MOOD_ROWS,
    "own.csv, row 2, Sleep: 24.5 is outside its range. Nothing was changed." },
  { "a number below it", "Day,Time,What,Note,Sleep,Mood\n2026-03-01,,,,7,\n2026-03-01,,,,,-3.01\n",
    CAB_DATE_ORDER_UNKNOWN, CAB_EXPORT_ERROR_MOOD_ROWS,
    "own.csv, row 3, Mood: -3.01 is outside its range. Nothing was changed." },
  { "no number", "Day,Time,What,Note,Sleep,Mood\n2026-03-01,,,,long,\n", CAB_DATE_ORDER_UNKNOWN,
    CAB_EXPORT_ERROR_MOOD_ROWS, NULL },
  { "the future", "Day,Time,What,Note,Sleep,Mood\n2026-03-02,10:06,,,7,\n", CAB_DATE_ORDER_UNKNOWN,
    CAB_EXPORT_ERROR_MOOD_ROWS,
    "own.csv, row 2, Day: it lies in the future. Nothing was changed." },
  { "half a date", "Day,Time,What,Note,Sleep,Mood\n2026-03,,,,7,\n", CAB_DATE_ORDER_YMD,
    CAB_EXPORT_ERROR_MOOD_ROWS, "own.csv, row 2, Day: 2026-03 is no date. Nothing was changed." },
  { "no time", "Day,Time,What,Note,Sleep,Mood\n2026-03-01,24:00,,,7,\n", CAB_DATE_ORDER_UNKNOWN,
    CAB_EXPORT_ERROR_MOOD_ROWS, "own.csv, row 2, Time: 24:00 is no time. Nothing was changed." },
  { "an order that does not show", "Day,Time,What,Note,Sleep,Mood\n01/02/2026,,,,7,\n",
    CAB_DATE_ORDER_UNKNOWN, CAB_EXPORT_ERROR_CLIENT_DATE_ORDER, NULL },
  { "a column that is not there", "Day,Time,What,Note,Mood\n2026-03-01,,,,1\n",
    CAB_DATE_ORDER_UNKNOWN, CAB_EXPORT_ERROR_MOOD_HEADINGS, NULL },
  { "two byte order marks",
    "\xEF\xBB\xBF\xEF\xBB\xBF"
    "Day,Time,What,Note,Sleep,Mood\n",
    CAB_DATE_ORDER_UNKNOWN, CAB_EXPORT_ERROR_CSV_TWO_BOMS, NULL },
};

/* [B-89], [M-17] one row at fault refuses the file, and is named */
static void
test_refusals (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      CabMoodColumns meaning = columns;
      g_autoptr (GError) error = NULL;
      g_autoptr (CabMoodDiary) diary = NULL;

      g_test_message ("%s", refusals[i].name);
      meaning.order = refusals[i].order;
      diary = read_table (&meaning, refusals[i].text, &error);
      g_assert_null (diary);
      g_assert_error (error, CAB_EXPORT_ERROR, (int)refusals[i].code);
      if (refusals[i].sentence != NULL)
        g_assert_cmpstr (error->message, ==, refusals[i].sentence);
    }
}

/* [B-89] a range is written as people write numbers; half of one sets nothing */
static void
test_range (void)
{
  CabMoodColumn column = { .heading = "Sleep" };

  g_assert_true (cab_mood_column_set_range (&column, "-2.5", "24"));
  g_assert_cmpint (column.minimum, ==, -250);
  g_assert_cmpint (column.maximum, ==, 2400);
  g_assert_false (cab_mood_column_set_range (&column, "0", ""));
  g_assert_false (cab_mood_column_set_range (&column, "none", "9"));
  g_assert_false (cab_mood_column_set_range (&column, NULL, "9"));
  g_assert_cmpint (column.minimum, ==, -250);
  g_assert_cmpint (column.maximum, ==, 2400);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exporter/mood-table/taken", test_taken);
  g_test_add_func ("/exporter/mood-table/keys", test_keys);
  g_test_add_func ("/exporter/mood-table/refusals", test_refusals);
  g_test_add_func ("/exporter/mood-table/range", test_range);

  return g_test_run ();
}
