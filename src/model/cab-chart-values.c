/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-model"

#include "config.h"

#include "cab-chart-model.h"

#include "cab-affect.h"
#include "cab-chart-private.h"
#include "cab-value-domain.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* How many days are drawn beside each other [F-95]. */
#define MOST_DAYS 3

#define DOMAIN(field) CAB_OWN (CAB_VALUE_DOMAIN_FIELD_##field)
#define RATING(field) CAB_OWN (CAB_VALUE_RATING_FIELD_##field)

typedef struct
{
  CabRecord *domain;
  CabRecord *ratings[MOST_DAYS];
  gint64 position;
} Value;

typedef struct
{
  GArray *values;
  const char *days[MOST_DAYS];
  guint n_days;
  guint n_rounds;
} Rounds;

static CabRecord *
get_latest (const Value *value)
{
  for (int i = MOST_DAYS - 1; i >= 0; i--)
    {
      if (value->ratings[i] != NULL)
        return value->ratings[i];
    }

  return NULL;
}

/* The widest gap first, and else as the client ordered them. */
static int
compare_values (gconstpointer a, gconstpointer b)
{
  const Value *first = a;
  const Value *second = b;
  int gap = cab_value_rating_get_gap (get_latest (second))
            - cab_value_rating_get_gap (get_latest (first));

  if (gap != 0)
    return gap;
  if (first->position != second->position)
    return first->position < second->position ? -1 : 1;

  return g_strcmp0 (cab_record_get_id (first->domain), cab_record_get_id (second->domain));
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

/* The first round, the last and the one before it. */
static void
choose_days (Rounds *self, GPtrArray *ratings, const CabChartRange *range)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) days = g_ptr_array_new ();

  for (guint i = 0; i < ratings->len; i++)
    {
      CabRecord *rating = g_ptr_array_index (ratings, i);
      const char *day = cab_record_get_text (rating, RATING (RATED_ON));

      if (cab_chart_takes (rating, RATING (RATED_ON), range)
          && g_hash_table_add (seen, (gpointer)day))
        g_ptr_array_add (days, (gpointer)day);
    }
  g_ptr_array_sort (days, compare_days);

  self->n_rounds = days->len;
  self->n_days = MIN (days->len, MOST_DAYS);
  for (guint i = 0; i < self->n_days; i++)
    self->days[i] = g_ptr_array_index (days, i == 0 ? 0 : days->len - self->n_days + i);
}

static void
gather_ratings (const Rounds *self, Value *value, GPtrArray *ratings)
{
  const char *id = cab_record_get_id (value->domain);

  for (guint i = 0; i < ratings->len; i++)
    {
      CabRecord *rating = g_ptr_array_index (ratings, i);

      if (!cab_chart_takes (rating, RATING (RATED_ON), NULL)
          || g_strcmp0 (cab_record_get_text (rating, RATING (DOMAIN_ID)), id) != 0)
        continue;
      for (guint day = 0; day < self->n_days; day++)
        {
          if (strcmp (cab_record_get_text (rating, RATING (RATED_ON)), self->days[day]) == 0)
            value->ratings[day] = rating;
        }
    }
}

static Rounds
gather_rounds (GPtrArray *domains, GPtrArray *ratings, const CabChartRange *range)
{
  Rounds self = { .values = g_array_new (FALSE, FALSE, sizeof (Value)) };

  choose_days (&self, ratings, range);
  for (guint i = 0; i < domains->len; i++)
    {
      Value value = { .domain = g_ptr_array_index (domains, i) };

      if (!cab_record_is_none (value.domain, CAB_SYSTEM_TRASHED_AT))
        continue;
      cab_record_get_integer (value.domain, DOMAIN (POSITION), &value.position);
      gather_ratings (&self, &value, ratings);
      if (get_latest (&value) != NULL)
        g_array_append_val (self.values, value);
    }
  g_array_sort (self.values, compare_values);

  return self;
}

static int
get_number (CabRecord *rating, guint field)
{
  gint64 number = 0;

  cab_record_get_integer (rating, field, &number);
  return (int)number;
}

static const char *
get_label (const Value *value)
{
  return cab_record_get_text (value->domain, DOMAIN (LABEL));
}

static char *
dup_gap (CabRecord *rating)
{
  return cab_affect_dup_number (cab_value_rating_get_gap (rating));
}

static void
add_point (CabChartModel *self,
           guint series,
           const Value *value,
           guint row,
           guint day,
           const char *date)
{
  CabRecord *rating = value->ratings[day];
  int number = get_number (rating, series == 0 ? RATING (IMPORTANCE) : RATING (LIVED));
  CabChartPoint *point
      = cab_chart_series_add_point (g_ptr_array_index (self->series, series), row, number);

  point->group = day;
  point->record_id = g_strdup (cab_record_get_id (rating));
  point->date = g_strdup (date);
  point->label = cab_affect_dup_number (number);
  /* Translators: a date, the name of a value, a number. */
  point->words = g_strdup_printf (series == 0 ? _ ("%s, %s, importance %d of 10")
                                              : _ ("%s, %s, lived %d of 10"),
                                  date, get_label (value), number);
}

static void
add_value (CabChartModel *self, const Rounds *rounds, guint row)
{
  const Value *value = &g_array_index (rounds->values, Value, row);
  g_autofree char *gap = dup_gap (get_latest (value));

  g_ptr_array_add (self->categories, g_strdup (get_label (value)));
  /* Translators: how much more a value matters than it is lived. */
  g_ptr_array_add (self->notes, g_strdup_printf (_ ("gap %s"), gap));
  for (guint day = 0; day < rounds->n_days; day++)
    {
      CabRecord *rating = value->ratings[day];
      const char *date = g_ptr_array_index (self->groups, day);

      if (rating == NULL)
        continue;
      for (guint series = 0; series < self->series->len; series++)
        add_point (self, series, value, row, day, date);
      cab_chart_model_take_row (self, g_strdup (get_label (value)), g_strdup (date),
                                cab_affect_dup_number (get_number (rating, RATING (IMPORTANCE))),
                                cab_affect_dup_number (get_number (rating, RATING (LIVED))),
                                dup_gap (rating), NULL);
    }
}

static void
add_scales (CabChartModel *self)
{
  cab_chart_model_add_series (self, _ ("Importance, 0 to 10"), NULL, 0, 10);
  cab_chart_model_add_series (self, _ ("Lived, 0 to 10"), NULL, 0, 10);
  for (int i = 0; i <= 2; i++)
    {
      g_autofree char *number = cab_affect_dup_number (5 * i);

      cab_chart_series_add_tick (g_ptr_array_index (self->series, 0), 5 * i, number);
    }
}

/* "it was 4 on 3 December 2025" where the same value was rated the first time. */
static char *
dup_since (const CabChartModel *self, const Value *widest)
{
  g_autofree char *before = NULL;

  if (widest->ratings[0] == NULL || widest->ratings[0] == get_latest (widest))
    return g_strdup (".");

  before = dup_gap (widest->ratings[0]);
  /* Translators: continues a sentence about a gap: its number on the first day. */
  return g_strdup_printf (_ ("; it was %s on %s, the first round."), before,
                          (const char *)g_ptr_array_index (self->groups, 0));
}

static char *
dup_sentence (const CabChartModel *self, const Rounds *rounds)
{
  const Value *widest;
  CabRecord *rating;
  g_autofree char *since = NULL;
  g_autofree char *gap = NULL;

  if (rounds->values->len == 0)
    return g_strdup (_ ("1 round of values is needed; there is none."));

  widest = &g_array_index (rounds->values, Value, 0);
  rating = get_latest (widest);
  if (cab_value_rating_get_gap (rating) <= 0)
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "Values over %u round: none matters more than it is lived.",
                     "Values over %u rounds: none matters more than it is lived.",
                     rounds->n_rounds),
        rounds->n_rounds);

  since = dup_since (self, widest);
  gap = dup_gap (rating);
  /* Translators: number of rounds, the value's name, the gap, importance and
   * lived; then a full stop, or "; it was 4 on 3 December 2025, the first round." */
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE,
                   "Values over %u round: widest gap in “%s”, %s (importance %d, lived %d)%s",
                   "Values over %u rounds: widest gap in “%s”, %s (importance %d, lived %d)%s",
                   rounds->n_rounds),
      rounds->n_rounds, get_label (widest), gap, get_number (rating, RATING (IMPORTANCE)),
      get_number (rating, RATING (LIVED)), since);
}

CabChartModel *
cab_chart_model_new_values (GPtrArray *domains, GPtrArray *ratings, const CabChartRange *range)
{
  CabChartModel *self;
  Rounds rounds;

  g_return_val_if_fail (domains != NULL && ratings != NULL, NULL);

  rounds = gather_rounds (domains, ratings, range);
  self = cab_chart_model_new (CAB_CHART_FORM_PAIRED, _ ("Values, bar chart"));
  for (guint i = 0; i < rounds.n_days; i++)
    g_ptr_array_add (self->groups, cab_chart_dup_date (cab_chart_parse_day (rounds.days[i])));
  add_scales (self);
  cab_chart_model_add_headings (self, _ ("Value"), _ ("Date"), _ ("Importance"), _ ("Lived"),
                                _ ("Gap"), NULL);
  for (guint i = 0; i < rounds.values->len; i++)
    add_value (self, &rounds, i);
  self->sentence = dup_sentence (self, &rounds);
  g_array_unref (rounds.values);

  return self;
}
