/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#include "config.h"

#include "cab-codes.h"
#include "cab-emotion-word.h"
#include "cab-model-error.h"
#include "cab-mood-entry.h"
#include "cab-mood-track.h"
#include "cab-test-practice.h"

/* The test practice stands at 2026-03-02T10:00:00Z, which is 10:00 in London. */

static CabRecord *
new_entry (const char *client_id, const char *felt_at)
{
  CabRecord *entry = cab_record_new (&cab_mood_entry_kind);

  cab_record_set_text (entry, CAB_OWN (CAB_MOOD_ENTRY_FIELD_CLIENT_ID), client_id);
  cab_record_set_text (entry, CAB_OWN (CAB_MOOD_ENTRY_FIELD_FELT_AT), felt_at);
  cab_record_set_text (entry, CAB_OWN (CAB_MOOD_ENTRY_FIELD_FELT_AT_ZONE), "Europe/London");
  cab_record_set_code (entry, CAB_OWN (CAB_MOOD_ENTRY_FIELD_PRECISION), CAB_MOOD_PRECISION_MINUTE);
  cab_record_set_code (entry, CAB_OWN (CAB_MOOD_ENTRY_FIELD_ENTRY_SOURCE),
                       CAB_ENTRY_SOURCE_CLIENT_DIARY);

  return entry;
}

static void
set_point (CabRecord *entry, gint64 valence, gint64 arousal)
{
  cab_record_set_integer (entry, CAB_OWN (CAB_MOOD_ENTRY_FIELD_VALENCE), valence);
  cab_record_set_integer (entry, CAB_OWN (CAB_MOOD_ENTRY_FIELD_AROUSAL), arousal);
}

static char *
dup_word_id (CabTestPractice *test, const char *word)
{
  CabFilter filter = CAB_FILTER_ALL;
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GError) error = NULL;

  filter.field = CAB_OWN (CAB_EMOTION_WORD_FIELD_WORD);
  filter.equals = word;
  found = cab_practice_list (test->practice, &cab_emotion_word_kind, &filter, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, 1);

  return g_strdup (cab_record_get_id (found->pdata[0]));
}

static CabRecord *
new_track (const char *client_id, const char *label)
{
  CabRecord *track = cab_record_new (&cab_mood_track_kind);

  cab_record_set_text (track, CAB_OWN (CAB_MOOD_TRACK_FIELD_CLIENT_ID), client_id);
  cab_record_set_text (track, CAB_OWN (CAB_MOOD_TRACK_FIELD_LABEL), label);
  cab_record_set_text (track, CAB_OWN (CAB_MOOD_TRACK_FIELD_UNIT), "hours");
  cab_record_set_integer (track, CAB_OWN (CAB_MOOD_TRACK_FIELD_MINIMUM), 0);
  cab_record_set_integer (track, CAB_OWN (CAB_MOOD_TRACK_FIELD_MAXIMUM), 2400);

  return track;
}

static CabRecord *
add_track (CabTestPractice *test, const char *client_id, const char *label)
{
  CabRecord *track = new_track (client_id, label);

  cab_test_assert_saves (test, track);
  return track;
}

static gint64
count_parts (CabTestPractice *test, const CabKind *kind, const char *entry_id, int trashed)
{
  const CabFilter filter = { .field = CAB_OWN (0), .equals = entry_id, .trashed = trashed };
  g_autoptr (GError) error = NULL;
  gint64 n = cab_practice_count (test->practice, kind, &filter, &error);

  g_assert_no_error (error);
  return n;
}

/* [M-41] point both or neither, in its range, and at least one part */
static void
test_what_an_entry_holds (void)
{
  static const struct
  {
    const char *name;
    const char *valence;
    const char *arousal;
    const char *context;
    const char *note;
    const char *refusal;
  } cases[] = {
    { "point", "3", "-2", NULL, NULL, NULL },
    { "corners", "-4", "4", NULL, NULL, NULL },
    { "zero is a point", "0", "0", NULL, NULL, NULL },
    { "note alone", NULL, NULL, NULL, "Slept badly", NULL },
    { "valence alone", "1", NULL, NULL, "Note",
      "Mood entry, arousal: valence and arousal go together." },
    { "arousal alone", NULL, "1", NULL, "Note",
      "Mood entry, valence: valence and arousal go together." },
    { "nothing", NULL, NULL, NULL, NULL,
      "Mood entry: it needs a point of the grid, an emotion, a track's number or a note." },
    { "context words are no part", NULL, NULL, "work", NULL,
      "Mood entry: it needs a point of the grid, an emotion, a track's number or a note." },
  };
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) client = cab_test_practice_add_client (&test, "Ada");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CabRecord) entry = new_entry (cab_record_get_id (client), "2026-03-02T09:00");
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", cases[i].name);
      cab_record_parse (entry, CAB_OWN (CAB_MOOD_ENTRY_FIELD_VALENCE), cases[i].valence, &error);
      cab_record_parse (entry, CAB_OWN (CAB_MOOD_ENTRY_FIELD_AROUSAL), cases[i].arousal, &error);
      g_assert_no_error (error);
      cab_record_set_text (entry, CAB_OWN (CAB_MOOD_ENTRY_FIELD_CONTEXT_WORDS), cases[i].context);
      cab_record_set_text (entry, CAB_OWN (CAB_MOOD_ENTRY_FIELD_ENTRY_NOTE), cases[i].note);
      if (cases[i].refusal == NULL)
        cab_test_assert_saves (&test, entry);
      else
        cab_test_assert_refuses (&test, entry, CAB_MODEL_ERROR_INVALID, cases[i].refusal);
    }
}

/* [M-41] not after now and five minutes, whatever the zone */
static void
test_time (void)
{
  static const struct
  {
    const char *felt_at;
    const char *zone;
    gboolean taken;
  } cases[] = {
    { "2026-03-02T10:05", "Europe/London", TRUE },
    { "2026-03-02T10:06", "Europe/London", FALSE },
    { "2026-03-02T11:05", "Europe/Berlin", TRUE },
    { "2026-03-02T11:06", "Europe/Berlin", FALSE },
    { "2026-03-02T23:05", "Pacific/Auckland", TRUE },
    { "2026-03-02T23:06", "Pacific/Auckland", FALSE },
    { "2026-03-02T05:05", "America/New_York", TRUE },
    { "2026-03-02T05:06", "America/New_York", FALSE },
    { "2026-03-03T00:00", "Europe/London", FALSE },
    { "1999-12-31T23:59", "Europe/London", TRUE },
  };
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) client = cab_test_practice_add_client (&test, "Ada");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CabRecord) entry = new_entry (cab_record_get_id (client), cases[i].felt_at);

      g_test_message ("%s in %s", cases[i].felt_at, cases[i].zone);
      set_point (entry, 1, 1);
      cab_record_set_text (entry, CAB_OWN (CAB_MOOD_ENTRY_FIELD_FELT_AT_ZONE), cases[i].zone);
      if (cases[i].taken)
        cab_test_assert_saves (&test, entry);
      else
        cab_test_assert_refuses (&test, entry, CAB_MODEL_ERROR_INVALID,
                                 "Mood entry, felt at: this time is in the future.");
    }
}

/* [M-41] the source sets the origin, and with it the class of what is held */
static void
test_origin (void)
{
  static const struct
  {
    CabEntrySource source;
    CabOrigin origin;
  } cases[] = {
    { CAB_ENTRY_SOURCE_IN_SESSION, CAB_ORIGIN_PROVIDED },
    { CAB_ENTRY_SOURCE_CLIENT_DIARY, CAB_ORIGIN_PROVIDED },
    { CAB_ENTRY_SOURCE_PAPER, CAB_ORIGIN_PROVIDED },
    { CAB_ENTRY_SOURCE_IMPORTED, CAB_ORIGIN_PROVIDED },
    { CAB_ENTRY_SOURCE_CLINICIAN_OBSERVED, CAB_ORIGIN_OBSERVED },
  };
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) client = cab_test_practice_add_client (&test, "Ada");
  g_autofree char *calm = dup_word_id (&test, "calm");
  const CabMoodWord word = { calm, 5 };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CabRecord) entry = new_entry (cab_record_get_id (client), "2026-03-02T09:00");
      g_autoptr (GPtrArray) parts = NULL;
      g_autoptr (GError) error = NULL;
      CabFilter filter = CAB_FILTER_ALL;

      cab_record_set_code (entry, CAB_OWN (CAB_MOOD_ENTRY_FIELD_ENTRY_SOURCE),
                           (int)cases[i].source);
      g_assert_true (cab_mood_entry_save (test.practice, entry, &word, 1, NULL, 0, &error));
      g_assert_no_error (error);
      g_assert_cmpint (cab_record_get_code (entry, CAB_SYSTEM_ORIGIN), ==, cases[i].origin);

      filter.field = CAB_OWN (CAB_MOOD_EMOTION_FIELD_ENTRY_ID);
      filter.equals = cab_record_get_id (entry);
      parts = cab_practice_list (test.practice, &cab_mood_emotion_kind, &filter, &error);
      g_assert_cmpint (cab_record_get_code (parts->pdata[0], CAB_SYSTEM_ORIGIN), ==,
                       cases[i].origin);
    }
}

/* [M-41], [M-42], [M-44] an entry and its parts are one act */
static void
test_save_whole (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) client = cab_test_practice_add_client (&test, "Ada");
  const char *client_id = cab_record_get_id (client);
  g_autoptr (CabRecord) sleep = add_track (&test, client_id, "Sleep");
  g_autoptr (CabRecord) entry = new_entry (client_id, "2026-03-02T09:00");
  g_autofree char *calm = dup_word_id (&test, "calm");
  g_autofree char *tired = dup_word_id (&test, "tired");
  const CabMoodWord words[] = { { calm, 0 }, { tired, 10 } };
  const CabMoodWord fewer = { tired, 7 };
  const CabMoodNumber number = { cab_record_get_id (sleep), 650 };
  const char *id;
  g_autoptr (GError) error = NULL;

  g_assert_true (cab_mood_entry_save (test.practice, entry, words, 2, &number, 1, &error));
  g_assert_no_error (error);
  g_assert_true (cab_record_is_stored (entry));
  id = cab_record_get_id (entry);
  g_assert_cmpint (count_parts (&test, &cab_mood_emotion_kind, id, 0), ==, 2);
  g_assert_cmpint (count_parts (&test, &cab_mood_track_value_kind, id, 0), ==, 1);

  /* One word less, another strength, no number. */
  g_assert_true (cab_mood_entry_save (test.practice, entry, &fewer, 1, NULL, 0, &error));
  g_assert_no_error (error);
  g_assert_cmpint (count_parts (&test, &cab_mood_emotion_kind, id, 0), ==, 1);
  g_assert_cmpint (count_parts (&test, &cab_mood_emotion_kind, id, 1), ==, 1);
  g_assert_cmpint (count_parts (&test, &cab_mood_track_value_kind, id, 0), ==, 0);

  /* Back again: the same rows. */
  g_assert_true (cab_mood_entry_save (test.practice, entry, words, 2, &number, 1, &error));
  g_assert_no_error (error);
  g_assert_cmpint (count_parts (&test, &cab_mood_emotion_kind, id, -1), ==, 2);
  g_assert_cmpint (count_parts (&test, &cab_mood_emotion_kind, id, 0), ==, 2);
  g_assert_cmpint (count_parts (&test, &cab_mood_track_value_kind, id, -1), ==, 1);

  /* The same once more is no change, and leaves no trace. */
  {
    guint64 head = cab_vault_get_head_seq (cab_practice_get_vault (test.practice));

    g_assert_true (cab_mood_entry_save (test.practice, entry, words, 2, &number, 1, &error));
    g_assert_cmpuint (cab_vault_get_head_seq (cab_practice_get_vault (test.practice)), ==, head);
  }

  /* Without its last part it would be empty. */
  g_assert_false (cab_mood_entry_save (test.practice, entry, NULL, 0, NULL, 0, &error));
  cab_test_assert_sentence (
      error, CAB_MODEL_ERROR_INVALID,
      "Mood entry: it needs a point of the grid, an emotion, a track's number or a note.");
  g_assert_cmpint (count_parts (&test, &cab_mood_emotion_kind, id, 0), ==, 2);
}

/* [M-42], [M-44] what is refused of a part takes the whole act back */
static void
test_bad_parts (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) client = cab_test_practice_add_client (&test, "Ada");
  g_autoptr (CabRecord) other = cab_test_practice_add_client (&test, "Ben");
  const char *client_id = cab_record_get_id (client);
  g_autoptr (CabRecord) sleep = add_track (&test, client_id, "Sleep");
  g_autoptr (CabRecord) foreign = add_track (&test, cab_record_get_id (other), "Sleep");
  g_autofree char *calm = dup_word_id (&test, "calm");
  const struct
  {
    const char *name;
    CabMoodWord words[2];
    guint n_words;
    CabMoodNumber numbers[2];
    guint n_numbers;
    CabModelError code;
    const char *refusal;
  } cases[] = {
    { "word twice",
      { { calm, 1 }, { calm, 2 } },
      2,
      { { NULL, 0 } },
      0,
      CAB_MODEL_ERROR_DUPLICATE,
      "Emotion, word: this entry has the word already." },
    { "too strong",
      { { calm, 11 } },
      1,
      { { NULL, 0 } },
      0,
      CAB_MODEL_ERROR_INVALID,
      "Emotion, intensity: …" },
    { "no such word",
      { { client_id, 1 } },
      1,
      { { NULL, 0 } },
      0,
      CAB_MODEL_ERROR_MISSING_REF,
      "Emotion, word: …" },
    { "track twice",
      { { NULL, 0 } },
      0,
      { { cab_record_get_id (sleep), 1 }, { cab_record_get_id (sleep), 2 } },
      2,
      CAB_MODEL_ERROR_DUPLICATE,
      "Mood track value, track: …" },
    { "beyond the track",
      { { NULL, 0 } },
      0,
      { { cab_record_get_id (sleep), 2401 } },
      1,
      CAB_MODEL_ERROR_INVALID,
      "Mood track value, amount: 24.01 is outside 0.00 to 24.00." },
    { "below the track",
      { { NULL, 0 } },
      0,
      { { cab_record_get_id (sleep), -1 } },
      1,
      CAB_MODEL_ERROR_INVALID,
      "Mood track value, amount: …" },
    { "track of another client",
      { { calm, 1 } },
      1,
      { { cab_record_get_id (foreign), 1 } },
      1,
      CAB_MODEL_ERROR_INVALID,
      "Mood track value, track: this track belongs to another client." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      static const CabFilter all = CAB_FILTER_ALL;
      g_autoptr (CabRecord) entry = new_entry (client_id, "2026-03-02T09:00");
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", cases[i].name);
      g_assert_false (cab_mood_entry_save (test.practice, entry, cases[i].words, cases[i].n_words,
                                           cases[i].numbers, cases[i].n_numbers, &error));
      cab_test_assert_sentence (error, (int)cases[i].code, cases[i].refusal);
      g_assert_false (cab_record_is_stored (entry));
      g_assert_null (cab_record_get_id (entry));
      g_assert_cmpint (cab_practice_count (test.practice, &cab_mood_entry_kind, &all, NULL), ==, 0);
      g_assert_cmpint (cab_practice_count (test.practice, &cab_mood_emotion_kind, &all, NULL), ==,
                       0);
    }
}

/* [M-44] at most three tracks run at a time; ending one keeps what was tracked */
static void
test_three_tracks (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) client = cab_test_practice_add_client (&test, "Ada");
  const char *client_id = cab_record_get_id (client);
  g_autoptr (CabRecord) first = add_track (&test, client_id, "One");
  g_autoptr (CabRecord) second = add_track (&test, client_id, "Two");
  g_autoptr (CabRecord) third = add_track (&test, client_id, "Three");
  g_autoptr (CabRecord) fourth = new_track (client_id, "Four");
  g_autoptr (CabRecord) entry = new_entry (client_id, "2026-03-02T09:00");
  g_autoptr (CabRecord) late = new_entry (client_id, "2026-02-28T09:00");
  const CabMoodNumber number = { cab_record_get_id (first), 100 };
  g_autoptr (GError) error = NULL;

  cab_test_assert_refuses (&test, fourth, CAB_MODEL_ERROR_HELD,
                           "Mood track: this client already has three tracks. End one first.");
  g_assert_true (cab_mood_track_end (test.practice, first, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (cab_record_get_text (first, CAB_OWN (CAB_MOOD_TRACK_FIELD_ENDED_ON)), ==,
                   CAB_TEST_PRACTICE_TODAY);
  cab_test_assert_saves (&test, fourth);

  /* A diary may still speak of it up to its last day. */
  g_assert_true (cab_mood_entry_save (test.practice, late, NULL, 0, &number, 1, &error));
  g_assert_true (cab_mood_entry_save (test.practice, entry, NULL, 0, &number, 1, &error));
  g_assert_no_error (error);

  /* Taking the end back would make four. */
  cab_record_set_none (first, CAB_OWN (CAB_MOOD_TRACK_FIELD_ENDED_ON));
  cab_test_assert_refuses (&test, first, CAB_MODEL_ERROR_HELD, "…");

  g_assert_true (cab_practice_trash (test.practice, second, &error));
  cab_test_assert_saves (&test, first);
  g_assert_false (cab_practice_restore (test.practice, second, &error));
  g_assert_error (error, CAB_MODEL_ERROR, CAB_MODEL_ERROR_HELD);
  g_clear_error (&error);

  cab_record_set_text (third, CAB_OWN (CAB_MOOD_TRACK_FIELD_ENDED_ON), "2026-03-03");
  cab_test_assert_refuses (&test, third, CAB_MODEL_ERROR_INVALID,
                           "Mood track, ended on: this day is in the future.");
}

/* [M-44] a track has a range, which holds what was tracked */
static void
test_track_range (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) client = cab_test_practice_add_client (&test, "Ada");
  g_autoptr (CabRecord) track = add_track (&test, cab_record_get_id (client), "Sleep");
  g_autoptr (CabRecord) entry = new_entry (cab_record_get_id (client), "2026-03-02T09:00");
  const CabMoodNumber number = { cab_record_get_id (track), 900 };
  g_autoptr (GError) error = NULL;

  cab_record_set_integer (track, CAB_OWN (CAB_MOOD_TRACK_FIELD_MAXIMUM), 0);
  cab_test_assert_refuses (&test, track, CAB_MODEL_ERROR_INVALID,
                           "Mood track, highest: the highest number must be above the lowest.");
  cab_record_set_integer (track, CAB_OWN (CAB_MOOD_TRACK_FIELD_MAXIMUM), 2400);
  g_assert_true (cab_mood_entry_save (test.practice, entry, NULL, 0, &number, 1, &error));

  cab_record_set_integer (track, CAB_OWN (CAB_MOOD_TRACK_FIELD_MAXIMUM), 899);
  cab_test_assert_refuses (&test, track, CAB_MODEL_ERROR_INVALID, "…");
  cab_record_set_integer (track, CAB_OWN (CAB_MOOD_TRACK_FIELD_MAXIMUM), 900);
  cab_test_assert_saves (&test, track);
}

/* [M-15], [M-43] a used word is retired, never deleted or renamed */
static void
test_words (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) client = cab_test_practice_add_client (&test, "Ada");
  g_autoptr (CabRecord) entry = new_entry (cab_record_get_id (client), "2026-03-02T09:00");
  g_autoptr (CabRecord) later = new_entry (cab_record_get_id (client), "2026-03-02T09:30");
  g_autoptr (CabRecord) again = cab_record_new (&cab_emotion_word_kind);
  g_autofree char *calm_id = dup_word_id (&test, "calm");
  g_autofree char *proud_id = dup_word_id (&test, "proud");
  g_autoptr (CabRecord) calm = NULL;
  g_autoptr (CabRecord) proud = NULL;
  const CabMoodWord word = { calm_id, 4 };
  g_autoptr (GError) error = NULL;

  cab_record_set_text (again, CAB_OWN (CAB_EMOTION_WORD_FIELD_WORD), "calm");
  cab_record_set_text (again, CAB_OWN (CAB_EMOTION_WORD_FIELD_LANGUAGE), "en");
  cab_record_set_code (again, CAB_OWN (CAB_EMOTION_WORD_FIELD_TONE), CAB_TONE_PLEASANT);
  cab_test_assert_refuses (&test, again, CAB_MODEL_ERROR_DUPLICATE,
                           "Emotion word, word: this word is in the list already.");
  cab_record_set_text (again, CAB_OWN (CAB_EMOTION_WORD_FIELD_LANGUAGE), "en-GB");
  cab_test_assert_saves (&test, again);

  g_assert_true (cab_mood_entry_save (test.practice, entry, &word, 1, NULL, 0, &error));
  calm = cab_practice_load (test.practice, &cab_emotion_word_kind, calm_id, &error);
  proud = cab_practice_load (test.practice, &cab_emotion_word_kind, proud_id, &error);
  g_assert_no_error (error);

  cab_record_set_text (calm, CAB_OWN (CAB_EMOTION_WORD_FIELD_WORD), "peaceful");
  cab_test_assert_refuses (&test, calm, CAB_MODEL_ERROR_HELD, "…");
  cab_record_set_text (calm, CAB_OWN (CAB_EMOTION_WORD_FIELD_WORD), "calm");
  g_assert_false (cab_practice_trash (test.practice, calm, &error));
  g_assert_error (error, CAB_MODEL_ERROR, CAB_MODEL_ERROR_HELD);
  g_clear_error (&error);
  cab_record_set_bool (calm, CAB_OWN (CAB_EMOTION_WORD_FIELD_RETIRED), TRUE);
  cab_test_assert_saves (&test, calm);

  /* Not offered for new entries, still there in the old one. */
  g_assert_false (cab_mood_entry_save (test.practice, later, &word, 1, NULL, 0, &error));
  g_assert_error (error, CAB_MODEL_ERROR, CAB_MODEL_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_true (cab_mood_entry_save (test.practice, entry, &word, 1, NULL, 0, &error));
  g_assert_no_error (error);

  cab_record_set_text (proud, CAB_OWN (CAB_EMOTION_WORD_FIELD_WORD), "glad");
  cab_test_assert_saves (&test, proud);
  g_assert_true (cab_practice_trash (test.practice, proud, &error));
  g_assert_no_error (error);
}

/* [M-42], [M-44] parts go into the trash with their entry, not alone */
static void
test_parts_are_not_trashed_alone (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) client = cab_test_practice_add_client (&test, "Ada");
  g_autoptr (CabRecord) track = add_track (&test, cab_record_get_id (client), "Sleep");
  g_autoptr (CabRecord) entry = new_entry (cab_record_get_id (client), "2026-03-02T09:00");
  g_autofree char *calm = dup_word_id (&test, "calm");
  const CabMoodWord word = { calm, 4 };
  const CabMoodNumber number = { cab_record_get_id (track), 100 };
  const CabKind *const kinds[] = { &cab_mood_emotion_kind, &cab_mood_track_value_kind };
  g_autoptr (GError) error = NULL;

  g_assert_true (cab_mood_entry_save (test.practice, entry, &word, 1, &number, 1, &error));
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      static const CabFilter all = CAB_FILTER_ALL;
      g_autoptr (GPtrArray) parts = cab_practice_list (test.practice, kinds[i], &all, &error);

      g_assert_cmpuint (parts->len, ==, 1);
      g_assert_false (cab_practice_trash (test.practice, parts->pdata[0], &error));
      g_assert_error (error, CAB_MODEL_ERROR, CAB_MODEL_ERROR_IMMUTABLE);
      g_assert_cmpstr (error->message, ==, kinds[i]->trash_refusal);
      g_clear_error (&error);
    }

  g_assert_true (cab_practice_trash (test.practice, entry, &error));
  g_assert_true (cab_practice_restore (test.practice, entry, &error));
  g_assert_no_error (error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/mood-entry/holds-something", test_what_an_entry_holds);
  g_test_add_func ("/model/mood-entry/is-not-in-the-future", test_time);
  g_test_add_func ("/model/mood-entry/source-sets-origin", test_origin);
  g_test_add_func ("/model/mood-entry/saved-whole", test_save_whole);
  g_test_add_func ("/model/mood-entry/bad-part-takes-all-back", test_bad_parts);
  g_test_add_func ("/model/mood-entry/parts-are-not-trashed-alone",
                   test_parts_are_not_trashed_alone);
  g_test_add_func ("/model/mood-track/three-at-a-time", test_three_tracks);
  g_test_add_func ("/model/mood-track/range-holds-what-was-tracked", test_track_range);
  g_test_add_func ("/model/emotion-word/used-ones-retire", test_words);

  return g_test_run ();
}
