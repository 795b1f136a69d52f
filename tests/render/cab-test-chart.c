/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include "cab-test-chart.h"

#include "cab-emotion-word.h"
#include "cab-mood-entry.h"
#include "cab-value-domain.h"

#include <math.h>

#define ENTRY(field) CAB_OWN (CAB_MOOD_ENTRY_FIELD_##field)
#define EMOTION(field) CAB_OWN (CAB_MOOD_EMOTION_FIELD_##field)
#define DOMAIN(field) CAB_OWN (CAB_VALUE_DOMAIN_FIELD_##field)
#define RATING(field) CAB_OWN (CAB_VALUE_RATING_FIELD_##field)

static CabRecord *
add_record (GPtrArray *records, const CabKind *kind)
{
  CabRecord *record = cab_record_new (kind);
  g_autofree char *id = g_strdup_printf ("%s-%05u", kind->name, records->len);

  cab_record_set_text (record, CAB_SYSTEM_ID, id);
  g_ptr_array_add (records, record);

  return record;
}

gpointer
cab_test_chart_add_mood (GPtrArray *entries, const char *felt_at, int valence, int arousal)
{
  CabRecord *entry = add_record (entries, &cab_mood_entry_kind);

  cab_record_set_text (entry, ENTRY (FELT_AT), felt_at);
  cab_record_set_text (entry, ENTRY (FELT_AT_ZONE), "Europe/London");
  cab_record_set_code (entry, ENTRY (PRECISION), CAB_MOOD_PRECISION_MINUTE);
  cab_record_set_code (entry, ENTRY (ENTRY_SOURCE), CAB_ENTRY_SOURCE_CLIENT_DIARY);
  cab_record_set_integer (entry, ENTRY (VALENCE), valence);
  cab_record_set_integer (entry, ENTRY (AROUSAL), arousal);

  return entry;
}

/* About four entries a week, one of eight in a session and one of eleven without
 * an hour; after each forty a holiday of three weeks; slowly better. */
GPtrArray *
cab_test_chart_new_moods (guint n)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GRand) rand = g_rand_new_with_seed (1867);
  g_autoptr (GDateTime) at = g_date_time_new_utc (2025, 3, 3, 8, 0, 0);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = g_date_time_format (at, "%Y-%m-%dT%H:%M");
      double drift = -2 + 4.0 * i / MAX (n, 2);
      int valence = (int)floor (drift + g_rand_int_range (rand, -1, 3));
      int arousal = (int)floor (-drift / 2 + g_rand_int_range (rand, -2, 3));
      CabRecord *entry
          = cab_test_chart_add_mood (entries, text, CLAMP (valence, -4, 4), CLAMP (arousal, -4, 4));
      GDateTime *next;

      if (i % 8 == 3)
        cab_record_set_code (entry, ENTRY (ENTRY_SOURCE), CAB_ENTRY_SOURCE_IN_SESSION);
      if (i % 11 == 5)
        cab_record_set_code (entry, ENTRY (PRECISION), CAB_MOOD_PRECISION_DAY);
      next = g_date_time_add_hours (at, i % 40 == 39 ? 21 * 24 : g_rand_int_range (rand, 20, 64));
      g_date_time_unref (at);
      at = next;
    }

  return entries;
}

CabChartModel *
cab_test_chart_new_mood (guint n)
{
  static const char *const sessions[] = { "2025-03-12", "2025-03-26", "2025-04-09", NULL };
  g_autoptr (GPtrArray) entries = cab_test_chart_new_moods (n);

  return cab_chart_model_new_mood (entries, sessions, NULL);
}

CabChartModel *
cab_test_chart_new_equal (void)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);

  for (int i = 0; i < 7; i++)
    cab_test_chart_add_mood (entries, "2025-03-12T14:30", i - 3, 3 - i);

  return cab_chart_model_new_mood (entries, NULL, NULL);
}

CabChartModel *
cab_test_chart_new_emotions (void)
{
  static const char *const list[]
      = { "worried",   "tired", "hopeful", "calm",     "ashamed", "lonely",  "proud", "angry",
          "überdreht", "sad",   "curious", "grateful", "numb",    "content", "loving" };
  g_autoptr (GPtrArray) entries = cab_test_chart_new_moods (40);
  g_autoptr (GPtrArray) emotions = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < G_N_ELEMENTS (list); i++)
    {
      CabRecord *word = add_record (words, &cab_emotion_word_kind);

      cab_record_set_text (word, CAB_OWN (CAB_EMOTION_WORD_FIELD_WORD), list[i]);
      for (guint k = i; k < 36; k += i + 2)
        {
          CabRecord *emotion = add_record (emotions, &cab_mood_emotion_kind);

          cab_record_set_text (emotion, EMOTION (ENTRY_ID),
                               cab_record_get_id (g_ptr_array_index (entries, k)));
          cab_record_set_text (emotion, EMOTION (WORD_ID), cab_record_get_id (word));
          cab_record_set_integer (emotion, EMOTION (INTENSITY), (i * 3 + k) % 11);
        }
    }

  return cab_chart_model_new_emotions (entries, emotions, words, NULL);
}

CabChartModel *
cab_test_chart_new_values (guint n_rounds)
{
  static const char *const labels[] = { "Partner and closeness",
                                        "Children and family",
                                        "Friends",
                                        "Work and usefulness",
                                        "Learning",
                                        "Rest and play",
                                        "Body and health",
                                        "Home and surroundings" };
  static const char *const days[] = { "2025-03-12", "2025-06-04", "2025-09-10", "2025-12-03" };
  g_autoptr (GPtrArray) domains = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) ratings = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      CabRecord *domain = add_record (domains, &cab_value_domain_kind);

      cab_record_set_text (domain, DOMAIN (LABEL), labels[i]);
      cab_record_set_integer (domain, DOMAIN (POSITION), i + 1);
      cab_record_set_bool (domain, DOMAIN (ACTIVE), TRUE);
      for (guint day = 0; day < n_rounds; day++)
        {
          CabRecord *rating;

          /* A heading may be skipped [F-83]. */
          if (i == 4 && day == 1)
            continue;
          rating = add_record (ratings, &cab_value_rating_kind);
          cab_record_set_text (rating, RATING (DOMAIN_ID), cab_record_get_id (domain));
          cab_record_set_text (rating, RATING (RATED_ON), days[day]);
          cab_record_set_integer (rating, RATING (IMPORTANCE), 4 + (i * 5) % 7);
          cab_record_set_integer (rating, RATING (LIVED), MIN ((i * 3) % 8 + day, 10));
        }
    }

  return cab_chart_model_new_values (domains, ratings, NULL);
}

CabChartModel *
cab_test_chart_new_hostile (void)
{
  g_autoptr (GPtrArray) domains = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) ratings = g_ptr_array_new_with_free_func (g_object_unref);
  CabRecord *domain = add_record (domains, &cab_value_domain_kind);
  CabRecord *rating = add_record (ratings, &cab_value_rating_kind);

  cab_record_set_text (domain, DOMAIN (LABEL), "</desc><b>&amp;\"'");
  cab_record_set_text (rating, RATING (DOMAIN_ID), cab_record_get_id (domain));
  cab_record_set_text (rating, RATING (RATED_ON), "2025-03-12");
  cab_record_set_integer (rating, RATING (IMPORTANCE), 10);
  cab_record_set_integer (rating, RATING (LIVED), 1);

  return cab_chart_model_new_values (domains, ratings, NULL);
}
