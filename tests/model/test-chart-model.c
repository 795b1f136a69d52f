/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include "cab-chart-model.h"

#include "cab-affect.h"
#include "cab-emotion-word.h"
#include "cab-mood-entry.h"
#include "cab-value-domain.h"

#include <string.h>

#define ENTRY(field) CAB_OWN (CAB_MOOD_ENTRY_FIELD_##field)
#define EMOTION(field) CAB_OWN (CAB_MOOD_EMOTION_FIELD_##field)
#define DOMAIN(field) CAB_OWN (CAB_VALUE_DOMAIN_FIELD_##field)
#define RATING(field) CAB_OWN (CAB_VALUE_RATING_FIELD_##field)

static GPtrArray *
new_records (void)
{
  return g_ptr_array_new_with_free_func (g_object_unref);
}

static CabRecord *
add_record (GPtrArray *records, const CabKind *kind)
{
  CabRecord *record = cab_record_new (kind);
  g_autofree char *id = g_strdup_printf ("%s-%05u", kind->name, records->len);

  cab_record_set_text (record, CAB_SYSTEM_ID, id);
  g_ptr_array_add (records, record);

  return record;
}

static CabRecord *
add_mood (GPtrArray *entries, const char *felt_at, int valence, int arousal)
{
  CabRecord *entry = add_record (entries, &cab_mood_entry_kind);

  cab_record_set_text (entry, ENTRY (FELT_AT), felt_at);
  cab_record_set_code (entry, ENTRY (PRECISION), CAB_MOOD_PRECISION_MINUTE);
  cab_record_set_code (entry, ENTRY (ENTRY_SOURCE), CAB_ENTRY_SOURCE_CLIENT_DIARY);
  cab_record_set_integer (entry, ENTRY (VALENCE), valence);
  cab_record_set_integer (entry, ENTRY (AROUSAL), arousal);

  return entry;
}

/* One entry a day from 3 March 2025 on; those of the first third at @before. */
static GPtrArray *
new_days (guint n, int before, int after)
{
  GPtrArray *entries = new_records ();
  g_autoptr (GDateTime) first = g_date_time_new_utc (2025, 3, 3, 9, 0, 0);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GDateTime) at = g_date_time_add_days (first, (int)i);
      g_autofree char *text = g_date_time_format (at, "%Y-%m-%dT%H:%M");
      int value = i < n / 3 ? before : after;

      add_mood (entries, text, value, -value);
    }

  return entries;
}

/* [W-93] the sentence says what there is, or what is missing */
static void
test_mood_sentence (void)
{
  static const struct
  {
    guint n;
    int before;
    int after;
    const char *sentence;
  } cases[] = {
    { 0, 0, 0, "7 entries are needed; there are none." },
    { 1, 0, 0, "7 entries are needed; there is 1." },
    { 4, 0, 0, "7 entries are needed; there are 4." },
    { 9, -1, 1,
      "Pleasantness over 9 entries (9 days): middle value 1, up from −1 in the first third. "
      "Energy: middle value −1, down from 1 in the first third." },
    { 42, 2, 2,
      "Pleasantness over 42 entries (6 weeks): middle value 2, as in the first third. Energy: "
      "middle value −2, as in the first third." },
    { 90, -1, 1,
      "Pleasantness over 90 entries (3 months): middle value 1, up from −1 in the first third. "
      "Energy: middle value −1, down from 1 in the first third." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) entries = new_days (cases[i].n, cases[i].before, cases[i].after);
      g_autoptr (CabChartModel) model = cab_chart_model_new_mood (entries, NULL, NULL);

      g_assert_cmpstr (model->sentence, ==, cases[i].sentence);
      g_assert_true (g_str_has_suffix (model->title, "chart"));
    }
}

/* [W-91] [F-91] the line is the middle of seven entries and breaks where more than 14
 * days lie between two */
static void
test_line_breaks_at_gaps (void)
{
  g_autoptr (GPtrArray) entries = new_days (9, -4, 3);
  g_autoptr (CabChartModel) model = NULL;
  const CabChartSeries *series;
  guint breaks = 0;

  for (int day = 1; day <= 8; day++)
    {
      g_autofree char *at = g_strdup_printf ("2025-03-%02dT09:00", 25 + day);

      if (25 + day <= 31)
        add_mood (entries, at, 1, 1);
    }
  model = cab_chart_model_new_mood (entries, NULL, NULL);
  series = cab_chart_model_get_series (model, 0);
  g_assert_cmpuint (series->points->len, ==, 15);

  /* Nine days, then fifteen without, then six: too few for a line. */
  g_assert_cmpuint (series->line->len, ==, 3);
  for (guint i = 0; i < series->line->len; i++)
    breaks += g_array_index (series->line, CabChartVertex, i).breaks;
  g_assert_cmpuint (breaks, ==, 1);
  g_assert_cmpfloat (g_array_index (series->line, CabChartVertex, 0).value, ==, 3);

  /* A day more in the gap and it is one. */
  add_mood (entries, "2025-03-18T09:00", 1, 1);
  g_clear_pointer (&model, cab_chart_model_unref);
  model = cab_chart_model_new_mood (entries, NULL, NULL);
  series = cab_chart_model_get_series (model, 0);
  g_assert_cmpuint (series->line->len, ==, 10);
}

/* [F-91] [W-94] what sets a point apart is in its marks and in its words */
static void
test_points_say_what_they_are (void)
{
  g_autoptr (GPtrArray) entries = new_records ();
  g_autoptr (CabChartModel) model = NULL;
  const CabChartPoint *point;
  CabRecord *entry;

  add_mood (entries, "2025-03-12T14:30", 3, -2);
  entry = add_mood (entries, "2025-03-13T00:00", -1, 0);
  cab_record_set_code (entry, ENTRY (PRECISION), CAB_MOOD_PRECISION_DAY);
  entry = add_mood (entries, "2025-03-14T16:00", 4, 4);
  cab_record_set_code (entry, ENTRY (PRECISION), CAB_MOOD_PRECISION_PART_OF_DAY);
  cab_record_set_code (entry, ENTRY (ENTRY_SOURCE), CAB_ENTRY_SOURCE_IN_SESSION);
  model = cab_chart_model_new_mood (entries, NULL, NULL);

  point = cab_chart_model_get_point (model, 0, 0);
  g_assert_cmpstr (point->words, ==, "12 March 2025, 14:30, fairly pleasant; 3");
  g_assert_cmpstr (point->record_id, ==, "mood-entry-00000");
  point = cab_chart_model_get_point (model, 1, 0);
  g_assert_cmpstr (point->words, ==, "12 March 2025, 14:30, calm; −2");
  point = cab_chart_model_get_point (model, 0, 1);
  g_assert_cmpstr (point->words, ==, "13 March 2025, slightly unpleasant; −1");
  g_assert_cmpint (point->marks, ==, CAB_CHART_MARK_DAY);
  point = cab_chart_model_get_point (model, 0, 2);
  g_assert_cmpstr (point->words, ==,
                   "14 March 2025, in the afternoon, in session, very pleasant; 4");
  g_assert_cmpint (point->marks, ==, CAB_CHART_MARK_SESSION);
  g_assert_nonnull (model->day_label);
  g_assert_nonnull (model->session_label);
}

/* [F-90] the trash, and what has no point, is not drawn; the range is kept to */
static void
test_mood_leaves_out (void)
{
  static const CabChartRange range = { "2025-03-05", "2025-03-07" };
  g_autoptr (GPtrArray) entries = new_days (9, 0, 1);
  g_autoptr (CabChartModel) model = NULL;
  CabRecord *entry = add_mood (entries, "2025-03-06T10:00", 4, 4);

  cab_record_set_text (entry, CAB_SYSTEM_TRASHED_AT, "2025-04-01T10:00:00Z");
  entry = add_mood (entries, "2025-03-06T11:00", 4, 4);
  cab_record_set_none (entry, ENTRY (VALENCE));
  cab_record_set_none (entry, ENTRY (AROUSAL));
  model = cab_chart_model_new_mood (entries, NULL, &range);

  g_assert_cmpuint (cab_chart_model_get_series (model, 0)->points->len, ==, 3);
  g_assert_cmpuint (model->rows->len, ==, 3);
  g_assert_cmpfloat (model->to - model->from, ==, 3);
}

/* [W-94] more than 500 points are taken together, and the table with them */
static void
test_many_are_taken_together (void)
{
  g_autoptr (GPtrArray) few = new_days (500, -1, 1);
  g_autoptr (GPtrArray) many = new_days (501, -1, 1);
  g_autoptr (CabChartModel) each = cab_chart_model_new_mood (few, NULL, NULL);
  g_autoptr (CabChartModel) weeks = cab_chart_model_new_mood (many, NULL, NULL);
  const CabChartPoint *point = cab_chart_model_get_point (weeks, 0, 0);
  guint n = 0;

  g_assert_cmpuint (cab_chart_model_get_series (each, 0)->points->len, ==, 500);
  g_assert_cmpuint (cab_chart_model_get_series (weeks, 0)->points->len, ==, 72);
  g_assert_cmpstr (point->words, ==, "week of 3 March 2025, 7 entries, middle value −1 (−1 to −1)");
  g_assert_null (point->record_id);
  for (guint i = 0; i < 72; i++)
    n += cab_chart_model_get_point (weeks, 0, i)->n_entries;
  g_assert_cmpuint (n, ==, 501);
  g_assert_cmpuint (weeks->rows->len, ==, 72);
}

/* [F-94] by share, then strength, then alphabet; twelve drawn, the rest in the table */
static void
test_emotions_are_ranked (void)
{
  static const struct
  {
    const char *word;
    guint n;
    int intensity;
  } list[] = { { "b", 3, 5 }, { "ä", 3, 5 }, { "strong", 3, 9 }, { "often", 4, 1 } };
  static const char *const order[] = { "often", "strong", "ä", "b" };
  g_autoptr (GPtrArray) entries = new_days (5, 0, 0);
  g_autoptr (GPtrArray) emotions = new_records ();
  g_autoptr (GPtrArray) words = new_records ();
  g_autoptr (CabChartModel) model = NULL;
  char **row;

  for (guint i = 0; i < 14; i++)
    {
      gboolean is_listed = i < G_N_ELEMENTS (list);
      g_autofree char *rest = g_strdup_printf ("rest %02u", i);
      CabRecord *word = add_record (words, &cab_emotion_word_kind);

      cab_record_set_text (word, CAB_OWN (CAB_EMOTION_WORD_FIELD_WORD),
                           is_listed ? list[i].word : rest);
      for (guint k = 0; k < (is_listed ? list[i].n : 1); k++)
        {
          CabRecord *emotion = add_record (emotions, &cab_mood_emotion_kind);

          cab_record_set_text (emotion, EMOTION (ENTRY_ID),
                               cab_record_get_id (g_ptr_array_index (entries, k)));
          cab_record_set_text (emotion, EMOTION (WORD_ID), cab_record_get_id (word));
          cab_record_set_integer (emotion, EMOTION (INTENSITY), is_listed ? list[i].intensity : 0);
        }
    }
  model = cab_chart_model_new_emotions (entries, emotions, words, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    g_assert_cmpstr (g_ptr_array_index (model->categories, i), ==, order[i]);
  g_assert_cmpuint (model->categories->len, ==, 12);
  g_assert_cmpuint (model->rows->len, ==, 14);
  row = g_ptr_array_index (model->rows, 0);
  g_assert_cmpstr (row[1], ==, "100 %");
  g_assert_cmpstr (row[2], ==, "4");
  g_assert_cmpstr (row[3], ==, "1");
  g_assert_cmpstr (model->sentence, ==,
                   "Emotions in 4 entries (4 days): most often often (4), strong (3) and ä (3).");
}

static void
add_rating (GPtrArray *ratings, CabRecord *domain, const char *day, int importance, int lived)
{
  CabRecord *rating = add_record (ratings, &cab_value_rating_kind);

  cab_record_set_text (rating, RATING (DOMAIN_ID), cab_record_get_id (domain));
  cab_record_set_text (rating, RATING (RATED_ON), day);
  cab_record_set_integer (rating, RATING (IMPORTANCE), importance);
  cab_record_set_integer (rating, RATING (LIVED), lived);
}

/* [F-95] up to three days, the widest gap first; a skipped heading has no bar */
static void
test_values_are_sorted_by_gap (void)
{
  static const char *const days[] = { "2025-03-12", "2025-06-04", "2025-09-10", "2025-12-03" };
  g_autoptr (GPtrArray) domains = new_records ();
  g_autoptr (GPtrArray) ratings = new_records ();
  g_autoptr (CabChartModel) empty = cab_chart_model_new_values (domains, ratings, NULL);
  g_autoptr (CabChartModel) model = NULL;
  CabRecord *work = add_record (domains, &cab_value_domain_kind);
  CabRecord *friends = add_record (domains, &cab_value_domain_kind);

  g_assert_cmpstr (empty->sentence, ==, "1 round of values is needed; there is none.");
  g_assert_true (cab_chart_model_is_empty (empty));

  cab_record_set_text (work, DOMAIN (LABEL), "Work");
  cab_record_set_text (friends, DOMAIN (LABEL), "Friends");
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      add_rating (ratings, friends, days[i], 9, 2 + (int)i);
      if (i != 2)
        add_rating (ratings, work, days[i], 5, 5);
    }
  model = cab_chart_model_new_values (domains, ratings, NULL);

  g_assert_cmpuint (model->groups->len, ==, 3);
  g_assert_cmpstr (g_ptr_array_index (model->groups, 0), ==, "12 March 2025");
  g_assert_cmpstr (g_ptr_array_index (model->groups, 1), ==, "10 September 2025");
  g_assert_cmpstr (g_ptr_array_index (model->categories, 0), ==, "Friends");
  g_assert_cmpstr (g_ptr_array_index (model->notes, 0), ==, "gap 4");
  g_assert_cmpuint (cab_chart_model_get_series (model, 0)->points->len, ==, 5);
  g_assert_cmpuint (model->rows->len, ==, 5);
  g_assert_cmpstr (model->sentence, ==,
                   "Values over 4 rounds: widest gap in “Friends”, 4 (importance 9, lived 5); it "
                   "was 7 on 12 March 2025, the first round.");
}

/* [F-80] [W-85] a cell of the grid is named in words and numbers */
static void
test_affect_words (void)
{
  g_autofree char *words = cab_affect_dup_words (3, -2);

  g_assert_cmpstr (words, ==, "fairly pleasant, calm; 3, −2");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/chart-model/mood-sentence", test_mood_sentence);
  g_test_add_func ("/model/chart-model/line-breaks-at-gaps", test_line_breaks_at_gaps);
  g_test_add_func ("/model/chart-model/points-say-what-they-are", test_points_say_what_they_are);
  g_test_add_func ("/model/chart-model/mood-leaves-out", test_mood_leaves_out);
  g_test_add_func ("/model/chart-model/many-are-taken-together", test_many_are_taken_together);
  g_test_add_func ("/model/chart-model/emotions-are-ranked", test_emotions_are_ranked);
  g_test_add_func ("/model/chart-model/values-are-sorted-by-gap", test_values_are_sorted_by_gap);
  g_test_add_func ("/model/chart-model/affect-words", test_affect_words);

  return g_test_run ();
}
