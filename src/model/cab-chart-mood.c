/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-model"

#include "config.h"

#include "cab-chart-model.h"

#include "cab-affect.h"
#include "cab-chart-private.h"
#include "cab-mood-entry.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define ENTRY(field) CAB_OWN (CAB_MOOD_ENTRY_FIELD_##field)

enum
{
  VALENCE,
  AROUSAL,
  N_AXES
};

typedef struct
{
  double x;
  int value[N_AXES];
  int precision;
  gboolean in_session;
  const char *id;
} Mood;

/* What one point stands for when there are many entries. */
typedef enum
{
  UNIT_ENTRY,
  UNIT_WEEK,
  UNIT_MONTH,
  UNIT_YEAR
} Unit;

static int
compare_moods (gconstpointer a, gconstpointer b)
{
  const Mood *first = a;
  const Mood *second = b;

  if (first->x != second->x)
    return first->x < second->x ? -1 : 1;

  return g_strcmp0 (first->id, second->id);
}

/* A day without an hour stands in its middle. */
static void
gather_mood (GArray *moods, CabRecord *entry)
{
  gint64 valence, arousal;
  Mood mood = { .id = cab_record_get_id (entry) };

  if (!cab_record_get_integer (entry, ENTRY (VALENCE), &valence)
      || !cab_record_get_integer (entry, ENTRY (AROUSAL), &arousal))
    return;

  mood.x = cab_chart_parse_day (cab_record_get_text (entry, ENTRY (FELT_AT)));
  mood.precision = cab_record_get_code (entry, ENTRY (PRECISION));
  if (mood.precision == CAB_MOOD_PRECISION_DAY)
    mood.x = floor (mood.x) + 0.5;
  mood.value[VALENCE] = (int)valence;
  mood.value[AROUSAL] = (int)arousal;
  mood.in_session
      = cab_record_get_code (entry, ENTRY (ENTRY_SOURCE)) == CAB_ENTRY_SOURCE_IN_SESSION;
  g_array_append_val (moods, mood);
}

static GArray *
gather_moods (GPtrArray *entries, const CabChartRange *range)
{
  GArray *moods = g_array_new (FALSE, FALSE, sizeof (Mood));

  for (guint i = 0; i < entries->len; i++)
    {
      CabRecord *entry = g_ptr_array_index (entries, i);

      if (cab_chart_takes (entry, ENTRY (FELT_AT), range))
        gather_mood (moods, entry);
    }
  g_array_sort (moods, compare_moods);

  return moods;
}

static const Mood *
get_mood (GArray *moods, guint at)
{
  return &g_array_index (moods, Mood, at);
}

/* The first day of the week, month or year in which a day lies. */
static double
find_start (double day, Unit unit)
{
  GDate date;

  cab_chart_get_date (day, &date);
  switch (unit)
    {
    case UNIT_ENTRY:
      return day;
    case UNIT_WEEK:
      return floor (day) - ((int)g_date_get_weekday (&date) - 1);
    case UNIT_MONTH:
      return floor (day) - (g_date_get_day (&date) - 1);
    case UNIT_YEAR:
      return floor (day) - (g_date_get_day_of_year (&date) - 1);
    }

  g_return_val_if_reached (day);
}

/* One behind the last entry that a point of its own begins with @first. */
static guint
find_end (GArray *moods, guint first, Unit unit)
{
  double start = find_start (get_mood (moods, first)->x, unit);
  guint end = first + 1;

  while (unit != UNIT_ENTRY && end < moods->len
         && find_start (get_mood (moods, end)->x, unit) == start)
    end++;

  return end;
}

static Unit
choose_unit (GArray *moods)
{
  Unit unit = UNIT_ENTRY;

  for (; unit < UNIT_YEAR; unit++)
    {
      guint n = 0;

      for (guint i = 0; i < moods->len; i = find_end (moods, i, unit))
        n++;
      if (n <= CAB_CHART_MAXIMUM_POINTS)
        break;
    }

  return unit;
}

static int
find_median (GArray *moods, guint first, guint end, int axis)
{
  g_autofree int *numbers = g_new (int, end - first);

  for (guint i = first; i < end; i++)
    numbers[i - first] = get_mood (moods, i)->value[axis];

  return cab_chart_take_median (numbers, end - first);
}

static const char *
get_part_of_day (double x)
{
  int hour = (int)((x - floor (x)) * 24);

  if (hour < 6)
    return _ ("at night");
  if (hour < 12)
    return _ ("in the morning");

  return hour < 18 ? _ ("in the afternoon") : _ ("in the evening");
}

static char *
dup_when (const Mood *mood)
{
  g_autofree char *date = cab_chart_dup_date (mood->x);
  int minutes = (int)((mood->x - floor (mood->x)) * 1440 + 0.5);

  switch ((CabMoodPrecision)mood->precision)
    {
    case CAB_MOOD_PRECISION_DAY:
      return g_steal_pointer (&date);
    case CAB_MOOD_PRECISION_PART_OF_DAY:
      return g_strdup_printf ("%s, %s", date, get_part_of_day (mood->x));
    case CAB_MOOD_PRECISION_MINUTE:
      break;
    }

  return g_strdup_printf ("%s, %02d:%02d", date, minutes / 60, minutes % 60);
}

static void
add_entry_point (CabChartSeries *series, const Mood *mood, int axis)
{
  int value = mood->value[axis];
  CabChartPoint *point = cab_chart_series_add_point (series, mood->x, value);
  g_autofree char *when = dup_when (mood);
  const char *words = axis == VALENCE ? cab_affect_get_valence_words (value)
                                      : cab_affect_get_arousal_words (value);

  point->record_id = g_strdup (mood->id);
  point->date = cab_chart_dup_date (mood->x);
  point->label = cab_affect_dup_number (value);
  if (mood->precision == CAB_MOOD_PRECISION_DAY)
    point->marks |= CAB_CHART_MARK_DAY;
  if (mood->in_session)
    point->marks |= CAB_CHART_MARK_SESSION;
  /* Translators: when, how it was, the number: "12 March 2025, fairly pleasant; 3". */
  point->words = mood->in_session
                     ? g_strdup_printf (_ ("%s, in session, %s; %s"), when, words, point->label)
                     : g_strdup_printf (_ ("%s, %s; %s"), when, words, point->label);
}

static char *
dup_unit_name (double start, Unit unit)
{
  g_autofree char *date = NULL;
  GDate day;

  switch (unit)
    {
    case UNIT_ENTRY:
    case UNIT_WEEK:
      date = cab_chart_dup_date (start);
      return g_strdup_printf (_ ("week of %s"), date);
    case UNIT_MONTH:
      return cab_chart_dup_month (start);
    case UNIT_YEAR:
      cab_chart_get_date (start, &day);
      return g_strdup_printf ("%d", g_date_get_year (&day));
    }

  g_return_val_if_reached (NULL);
}

/* What the table says of a point: its label, of several entries their range too. */
static char *
dup_range (const CabChartPoint *point)
{
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;

  if ((point->marks & CAB_CHART_MARK_MANY) == 0)
    return g_strdup (point->label);

  low = cab_affect_dup_number ((int)point->low);
  high = cab_affect_dup_number ((int)point->high);
  /* Translators: a middle value and the range it lies in: "1 (−2 to 3)". */
  return g_strdup_printf (_ ("%s (%s to %s)"), point->label, low, high);
}

static void
add_unit_point (CabChartSeries *series, GArray *moods, guint first, guint end, int axis, Unit unit)
{
  int median = find_median (moods, first, end, axis);
  const Mood *middle = get_mood (moods, (first + end) / 2);
  CabChartPoint *point = cab_chart_series_add_point (series, middle->x, median / 10.0);
  g_autofree char *range = NULL;
  guint n = end - first;

  for (guint i = first; i < end; i++)
    {
      point->low = MIN (point->low, get_mood (moods, i)->value[axis]);
      point->high = MAX (point->high, get_mood (moods, i)->value[axis]);
    }

  point->n_entries = n;
  point->marks = CAB_CHART_MARK_MANY;
  point->date = dup_unit_name (find_start (middle->x, unit), unit);
  point->label = cab_chart_dup_tenths (median);
  range = dup_range (point);
  point->words
      /* Translators: a period, how many entries, "1 (−2 to 3)". */
      = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s, %u entry, middle value %s",
                                      "%s, %u entries, middle value %s", n),
                         point->date, n, range);
}

/* Whether the line breaks before an entry: no week, month or year that is drawn
 * as one point is a gap in itself. */
static gboolean
begins_anew (GArray *moods, guint at, Unit unit)
{
  static const int longest[] = { [UNIT_WEEK] = 7, [UNIT_MONTH] = 31, [UNIT_YEAR] = 366 };
  double before = get_mood (moods, at - 1)->x;
  double x = get_mood (moods, at)->x;

  if (x - before <= CAB_CHART_GAP_DAYS)
    return FALSE;

  return unit == UNIT_ENTRY || find_start (x, unit) - find_start (before, unit) > longest[unit];
}

/* Of entries that are drawn as one point only the one that it stands at. */
static gboolean
is_drawn (GArray *moods, guint at, Unit unit)
{
  double start = find_start (get_mood (moods, at)->x, unit);
  guint first = at;

  if (unit == UNIT_ENTRY)
    return TRUE;

  while (first > 0 && find_start (get_mood (moods, first - 1)->x, unit) == start)
    first--;

  return at == (first + find_end (moods, first, unit)) / 2;
}

static void
add_segment (CabChartSeries *series, GArray *moods, guint first, guint end, int axis, Unit unit)
{
  const guint half = CAB_CHART_MEDIAN_ENTRIES / 2;
  gboolean begins = TRUE;

  for (guint i = first + half; i + half < end; i++)
    {
      CabChartVertex vertex = { get_mood (moods, i)->x,
                                find_median (moods, i - half, i + half + 1, axis) / 10.0, begins };

      if (!is_drawn (moods, i, unit))
        continue;
      g_array_append_val (series->line, vertex);
      begins = FALSE;
    }
}

static void
add_line (CabChartSeries *series, GArray *moods, int axis, Unit unit)
{
  guint first = 0;

  for (guint end = 1; end <= moods->len; end++)
    {
      if (end < moods->len && !begins_anew (moods, end, unit))
        continue;
      add_segment (series, moods, first, end, axis, unit);
      first = end;
    }
}

/* A single middle value is no line. */
static gboolean
has_line (const CabChartSeries *series)
{
  for (guint i = 0; i < series->line->len; i++)
    {
      if (!g_array_index (series->line, CabChartVertex, i).breaks)
        return TRUE;
    }

  return FALSE;
}

static void
add_axis (CabChartModel *self, GArray *moods, int axis, Unit unit)
{
  static const struct
  {
    const char *label;
    const char *scale;
  } axes[N_AXES] = {
    [VALENCE] = { N_ ("Pleasantness"), N_ ("−4 unpleasant to 4 pleasant") },
    [AROUSAL] = { N_ ("Energy"), N_ ("−4 calm to 4 stirred") },
  };
  CabChartSeries *series = cab_chart_model_add_series (
      self, _ (axes[axis].label), _ (axes[axis].scale), -CAB_AFFECT_MAXIMUM, CAB_AFFECT_MAXIMUM);

  for (int at = -CAB_AFFECT_MAXIMUM; at <= CAB_AFFECT_MAXIMUM; at += CAB_AFFECT_MAXIMUM)
    {
      g_autofree char *label = cab_affect_dup_number (at);

      cab_chart_series_add_tick (series, at, label);
    }
  for (guint i = 0; i < moods->len; i = find_end (moods, i, unit))
    {
      if (unit == UNIT_ENTRY)
        add_entry_point (series, get_mood (moods, i), axis);
      else
        add_unit_point (series, moods, i, find_end (moods, i, unit), axis, unit);
    }

  add_line (series, moods, axis, unit);
  if (has_line (series))
    series->line_label = g_strdup_printf (_ ("middle of %d entries"), CAB_CHART_MEDIAN_ENTRIES);
}

static void
add_table (CabChartModel *self, GArray *moods, Unit unit)
{
  const CabChartSeries *valence = cab_chart_model_get_series (self, VALENCE);
  const CabChartSeries *arousal = cab_chart_model_get_series (self, AROUSAL);

  if (unit == UNIT_ENTRY)
    cab_chart_model_add_headings (self, _ ("Date"), valence->label, arousal->label, _ ("Where"),
                                  NULL);
  else
    cab_chart_model_add_headings (self, _ ("Period"), _ ("Entries"), valence->label, arousal->label,
                                  NULL);

  for (guint i = 0; i < valence->points->len; i++)
    {
      const CabChartPoint *first = g_ptr_array_index (valence->points, i);
      const CabChartPoint *second = g_ptr_array_index (arousal->points, i);

      if (unit == UNIT_ENTRY)
        cab_chart_model_take_row (
            self, dup_when (get_mood (moods, i)), g_strdup (first->label), g_strdup (second->label),
            g_strdup ((first->marks & CAB_CHART_MARK_SESSION) != 0 ? _ ("in session") : ""), NULL);
      else
        cab_chart_model_take_row (self, g_strdup (first->date),
                                  g_strdup_printf ("%u", first->n_entries), dup_range (first),
                                  dup_range (second), NULL);
    }
}

/* "middle value 1, up from −1 in the first third" [W-93]. */
static char *
dup_change (GArray *moods, int axis)
{
  int whole = find_median (moods, 0, moods->len, axis);
  int third = find_median (moods, 0, moods->len / 3, axis);
  g_autofree char *value = cab_chart_dup_tenths (whole);
  g_autofree char *before = cab_chart_dup_tenths (third);

  if (whole > third)
    return g_strdup_printf (_ ("middle value %s, up from %s in the first third"), value, before);
  if (whole < third)
    return g_strdup_printf (_ ("middle value %s, down from %s in the first third"), value, before);

  return g_strdup_printf (_ ("middle value %s, as in the first third"), value);
}

static char *
dup_sentence (GArray *moods)
{
  guint n = moods->len;
  g_autofree char *valence = NULL;
  g_autofree char *arousal = NULL;
  g_autofree char *length = NULL;

  if (n == 0)
    return g_strdup_printf (_ ("%d entries are needed; there are none."), CAB_CHART_MEDIAN_ENTRIES);
  if (n < CAB_CHART_MEDIAN_ENTRIES)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d entries are needed; there is %u.",
                                         "%d entries are needed; there are %u.", n),
                            CAB_CHART_MEDIAN_ENTRIES, n);

  valence = dup_change (moods, VALENCE);
  arousal = dup_change (moods, AROUSAL);
  length = cab_chart_dup_length (get_mood (moods, 0)->x, get_mood (moods, n - 1)->x);

  /* Translators: how many entries, over how long, then twice "middle value 1, up
   * from −1 in the first third". */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "Pleasantness over %u entry (%s): %s. Energy: %s.",
                                       "Pleasantness over %u entries (%s): %s. Energy: %s.", n),
                          n, length, valence, arousal);
}

static void
add_sessions (CabChartModel *self, const char *const *sessions)
{
  for (guint i = 0; sessions != NULL && sessions[i] != NULL; i++)
    {
      double day = cab_chart_parse_day (sessions[i]);

      if (day >= self->from && day < self->to)
        g_array_append_val (self->sessions, day);
    }
}

static void
add_labels (CabChartModel *self, GArray *moods, Unit unit)
{
  static const char *const many[] = {
    [UNIT_WEEK] = N_ ("a week: its middle value and range"),
    [UNIT_MONTH] = N_ ("a month: its middle value and range"),
    [UNIT_YEAR] = N_ ("a year: its middle value and range"),
  };
  gboolean in_session = self->sessions->len > 0;
  gboolean is_day = FALSE;

  if (unit != UNIT_ENTRY)
    self->many_label = g_strdup (_ (many[unit]));
  for (guint i = 0; unit == UNIT_ENTRY && i < moods->len; i++)
    {
      in_session = in_session || get_mood (moods, i)->in_session;
      is_day = is_day || get_mood (moods, i)->precision == CAB_MOOD_PRECISION_DAY;
    }
  if (in_session)
    self->session_label = g_strdup (_ ("in session"));
  if (is_day)
    self->day_label = g_strdup (_ ("hour not known"));
}

CabChartModel *
cab_chart_model_new_mood (GPtrArray *entries,
                          const char *const *sessions,
                          const CabChartRange *range)
{
  CabChartModel *self;
  g_autoptr (GArray) moods = NULL;
  Unit unit;

  g_return_val_if_fail (entries != NULL, NULL);

  self = cab_chart_model_new (CAB_CHART_FORM_TIME, _ ("Mood, line chart"));
  moods = gather_moods (entries, range);
  unit = choose_unit (moods);

  cab_chart_model_set_time (self, range, moods->len == 0 ? 0 : get_mood (moods, 0)->x,
                            moods->len == 0 ? 0 : get_mood (moods, moods->len - 1)->x);
  for (int axis = 0; axis < N_AXES; axis++)
    add_axis (self, moods, axis, unit);
  add_table (self, moods, unit);
  add_sessions (self, sessions);
  add_labels (self, moods, unit);
  self->sentence = dup_sentence (moods);

  return self;
}
