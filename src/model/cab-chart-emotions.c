/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-model"

#include "config.h"

#include "cab-chart-model.h"

#include "cab-chart-private.h"
#include "cab-emotion-word.h"
#include "cab-mood-entry.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* How many are drawn [F-94]. */
#define DRAWN 12

/* How many the sentence names. */
#define MOST_NAMED 3

#define ENTRY(field) CAB_OWN (CAB_MOOD_ENTRY_FIELD_##field)
#define EMOTION(field) CAB_OWN (CAB_MOOD_EMOTION_FIELD_##field)

typedef struct
{
  const char *word;
  char *key;
  guint n;
  int sum;
} Named;

typedef struct
{
  GPtrArray *named;
  guint n_entries;
  double first;
  double last;
} Ranking;

static void
free_named (gpointer data)
{
  Named *self = data;

  g_free (self->key);
  g_free (self);
}

static int
get_strength (const Named *self)
{
  return (20 * self->sum / (int)self->n + 1) / 2;
}

/* By share, then strength, then alphabet. */
static int
compare_named (gconstpointer a, gconstpointer b)
{
  const Named *first = *(Named *const *)a;
  const Named *second = *(Named *const *)b;
  gint64 strength = (gint64)second->sum * first->n - (gint64)first->sum * second->n;

  if (first->n != second->n)
    return first->n < second->n ? 1 : -1;
  if (strength != 0)
    return strength > 0 ? 1 : -1;

  return strcmp (first->key, second->key);
}

/* A key that puts "ä" beside "a" in every locale alike. */
static char *
dup_key (const char *word)
{
  g_autofree char *folded = g_utf8_casefold (word, -1);

  return g_utf8_normalize (folded, -1, G_NORMALIZE_ALL);
}

static GHashTable *
index_records (GPtrArray *records)
{
  GHashTable *index = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < records->len; i++)
    {
      CabRecord *record = g_ptr_array_index (records, i);

      g_hash_table_insert (index, (gpointer)cab_record_get_id (record), record);
    }

  return index;
}

static Named *
find_named (Ranking *ranking, GHashTable *by_word, CabRecord *word)
{
  Named *named = g_hash_table_lookup (by_word, word);

  if (named != NULL)
    return named;

  named = g_new0 (Named, 1);
  named->word = cab_record_get_text (word, CAB_OWN (CAB_EMOTION_WORD_FIELD_WORD));
  named->key = dup_key (named->word);
  g_hash_table_insert (by_word, word, named);
  g_ptr_array_add (ranking->named, named);

  return named;
}

static void
count_emotion (Ranking *ranking,
               GHashTable *by_word,
               CabRecord *emotion,
               CabRecord *entry,
               CabRecord *word)
{
  double day = cab_chart_parse_day (cab_record_get_text (entry, ENTRY (FELT_AT)));
  Named *named = find_named (ranking, by_word, word);
  gint64 intensity = 0;

  cab_record_get_integer (emotion, EMOTION (INTENSITY), &intensity);
  named->n++;
  named->sum += (int)intensity;
  ranking->first = MIN (ranking->first, day);
  ranking->last = MAX (ranking->last, day);
}

static Ranking
rank_emotions (GPtrArray *entries,
               GPtrArray *emotions,
               GPtrArray *words,
               const CabChartRange *range)
{
  g_autoptr (GHashTable) entry_index = index_records (entries);
  g_autoptr (GHashTable) word_index = index_records (words);
  g_autoptr (GHashTable) by_word = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) naming = g_hash_table_new (NULL, NULL);
  Ranking ranking = { g_ptr_array_new_with_free_func (free_named), 0, G_MAXDOUBLE, -G_MAXDOUBLE };

  for (guint i = 0; i < emotions->len; i++)
    {
      CabRecord *emotion = g_ptr_array_index (emotions, i);
      const char *entry_id = cab_record_get_text (emotion, EMOTION (ENTRY_ID));
      const char *word_id = cab_record_get_text (emotion, EMOTION (WORD_ID));
      CabRecord *entry = entry_id == NULL ? NULL : g_hash_table_lookup (entry_index, entry_id);
      CabRecord *word = word_id == NULL ? NULL : g_hash_table_lookup (word_index, word_id);

      if (entry == NULL || word == NULL || !cab_record_is_none (emotion, CAB_SYSTEM_TRASHED_AT)
          || !cab_chart_takes (entry, ENTRY (FELT_AT), range))
        continue;
      count_emotion (&ranking, by_word, emotion, entry, word);
      g_hash_table_add (naming, entry);
    }
  ranking.n_entries = g_hash_table_size (naming);
  g_ptr_array_sort (ranking.named, compare_named);

  return ranking;
}

static int
get_percent (const Ranking *ranking, const Named *named)
{
  return (int)((200 * named->n / ranking->n_entries + 1) / 2);
}

static char *
dup_percent (int percent)
{
  /* Translators: a share in percent. */
  return g_strdup_printf (_ ("%d %%"), percent);
}

static void
add_row (CabChartModel *self, const Ranking *ranking, const Named *named)
{
  g_autofree char *share = dup_percent (get_percent (ranking, named));
  g_autofree char *strength = cab_chart_dup_tenths (get_strength (named));

  cab_chart_model_take_row (self, g_strdup (named->word), g_steal_pointer (&share),
                            g_strdup_printf ("%u", named->n), g_steal_pointer (&strength), NULL);
}

static void
add_points (CabChartModel *self, const Ranking *ranking, guint at)
{
  const Named *named = g_ptr_array_index (ranking->named, at);
  int percent = get_percent (ranking, named);
  CabChartPoint *share
      = cab_chart_series_add_point (g_ptr_array_index (self->series, 0), at, percent);
  CabChartPoint *strength = cab_chart_series_add_point (g_ptr_array_index (self->series, 1), at,
                                                        get_strength (named) / 10.0);

  g_ptr_array_add (self->categories, g_strdup (named->word));
  share->n_entries = strength->n_entries = named->n;
  share->label = dup_percent (percent);
  strength->label = cab_chart_dup_tenths (get_strength (named));
  /* Translators: a word for an emotion, and in how many of the entries it is. */
  share->words = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s, in %u of %u entry",
                                               "%s, in %u of %u entries", ranking->n_entries),
                                  named->word, named->n, ranking->n_entries);
  strength->words
      /* Translators: a word for an emotion, and a number from 0 to 10. */
      = g_strdup_printf (_ ("%s, mean strength %s of 10"), named->word, strength->label);
}

static void
add_scales (CabChartModel *self)
{
  CabChartSeries *share = cab_chart_model_add_series (
      self, _ ("Share of the entries that name an emotion"), NULL, 0, 100);
  CabChartSeries *strength
      = cab_chart_model_add_series (self, _ ("Mean strength, 0 to 10"), NULL, 0, 10);

  for (int i = 0; i <= 4; i++)
    {
      g_autofree char *percent = dup_percent (25 * i);

      cab_chart_series_add_tick (share, 25 * i, percent);
    }
  for (int i = 0; i <= 2; i++)
    {
      g_autofree char *number = cab_chart_dup_tenths (50 * i);

      cab_chart_series_add_tick (strength, 5 * i, number);
    }
}

/* "worried (13), tired (9) and calm (8)": the first three at most. */
static char *
dup_most (const Ranking *ranking)
{
  g_auto (GStrv) names = g_new0 (char *, MOST_NAMED + 1);
  guint n = MIN (ranking->named->len, MOST_NAMED);

  for (guint i = 0; i < n; i++)
    {
      const Named *named = g_ptr_array_index (ranking->named, i);

      names[i] = g_strdup_printf ("%s (%u)", named->word, named->n);
    }
  if (n == 1)
    return g_strdup (names[0]);
  if (n == 2)
    return g_strdup_printf (_ ("%s and %s"), names[0], names[1]);

  return g_strdup_printf (_ ("%s, %s and %s"), names[0], names[1], names[2]);
}

static char *
dup_sentence (const Ranking *ranking)
{
  g_autofree char *most = NULL;
  g_autofree char *length = NULL;

  if (ranking->n_entries == 0)
    return g_strdup (_ ("1 entry with an emotion is needed; there is none."));

  most = dup_most (ranking);
  length = cab_chart_dup_length (ranking->first, ranking->last);

  /* Translators: how many entries, over how long, then "worried (13), tired (9)
   * and calm (8)", in how many entries each. */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Emotions in %u entry (%s): most often %s.",
                                       "Emotions in %u entries (%s): most often %s.",
                                       ranking->n_entries),
                          ranking->n_entries, length, most);
}

CabChartModel *
cab_chart_model_new_emotions (GPtrArray *entries,
                              GPtrArray *emotions,
                              GPtrArray *words,
                              const CabChartRange *range)
{
  CabChartModel *self;
  Ranking ranking;

  g_return_val_if_fail (entries != NULL && emotions != NULL && words != NULL, NULL);

  ranking = rank_emotions (entries, emotions, words, range);
  self = cab_chart_model_new (CAB_CHART_FORM_RANKED, _ ("Emotions, bar chart"));
  add_scales (self);
  cab_chart_model_add_headings (self, _ ("Emotion"), _ ("Share"), _ ("Entries"),
                                _ ("Mean strength"), NULL);
  for (guint i = 0; i < ranking.named->len; i++)
    {
      add_row (self, &ranking, g_ptr_array_index (ranking.named, i));
      if (i < DRAWN)
        add_points (self, &ranking, i);
    }
  self->sentence = dup_sentence (&ranking);
  g_ptr_array_unref (ranking.named);

  return self;
}
