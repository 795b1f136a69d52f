/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-model"

#include "config.h"

#include "cab-chart-private.h"
#include "cab-when-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* The julian day of 1970-01-01. */
#define EPOCH 719163

/* No set of ticks is ever drawn that has more, however wide the chart is. */
#define MOST_TICKS 60

static const char *const short_months[] = {
  NC_ ("short month", "Jan"), NC_ ("short month", "Feb"), NC_ ("short month", "Mar"),
  NC_ ("short month", "Apr"), NC_ ("short month", "May"), NC_ ("short month", "Jun"),
  NC_ ("short month", "Jul"), NC_ ("short month", "Aug"), NC_ ("short month", "Sep"),
  NC_ ("short month", "Oct"), NC_ ("short month", "Nov"), NC_ ("short month", "Dec"),
};

static int
read_number (const char *text, guint length)
{
  int number = 0;

  for (guint i = 0; i < length; i++)
    number = 10 * number + text[i] - '0';

  return number;
}

double
cab_chart_parse_day (const char *text)
{
  GDate date;
  double day;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay)read_number (text + 8, 2), (GDateMonth)read_number (text + 5, 2),
                  (GDateYear)read_number (text, 4));
  day = (double)g_date_get_julian (&date) - EPOCH;
  if (strlen (text) < strlen ("2026-01-31T10:00"))
    return day;

  return day + (read_number (text + 11, 2) * 60 + read_number (text + 14, 2)) / 1440.0;
}

void
cab_chart_get_date (double day, GDate *date)
{
  g_date_clear (date, 1);
  g_date_set_julian (date, (guint32)(floor (day) + EPOCH));
}

static const char *
get_short_month (const GDate *date)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "short month",
                       short_months[(guint)g_date_get_month (date) - 1]);
}

char *
cab_chart_dup_date (double day)
{
  GDate date;

  cab_chart_get_date (day, &date);
  return cab_when_words_dup_day (&date);
}

char *
cab_chart_dup_month (double day)
{
  GDate date;

  cab_chart_get_date (day, &date);
  return cab_when_words_dup_month (&date);
}

char *
cab_chart_dup_length (double from, double to)
{
  guint days = (guint)(floor (to) - floor (from)) + 1;
  guint n;

  if (days < 14)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u day", "%u days", days), days);
  if (days < 60)
    {
      n = (days + 3) / 7;
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u week", "%u weeks", n), n);
    }
  n = (guint)(days / 30.44 + 0.5);
  if (n < 24)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u month", "%u months", n), n);
  n = (guint)(days / 365.25 + 0.5);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u year", "%u years", n), n);
}

/* The year is told once and then where it begins. */
static char *
dup_tick_label (const GDate *date, gboolean is_first, int step_days, int step_months)
{
  if (step_days > 0)
    {
      if (is_first)
        /* Translators: day, short month and year on an axis: "3 Mar 2025". */
        return g_strdup_printf (_ ("%1$d %2$s %3$d"), g_date_get_day (date), get_short_month (date),
                                g_date_get_year (date));
      /* Translators: day and short month on an axis: "3 Mar". */
      return g_strdup_printf (_ ("%1$d %2$s"), g_date_get_day (date), get_short_month (date));
    }
  if (step_months % 12 == 0)
    return g_strdup_printf ("%d", g_date_get_year (date));
  if (is_first || g_date_get_month (date) == G_DATE_JANUARY)
    /* Translators: short month and year on an axis: "Mar 2025". */
    return g_strdup_printf (_ ("%1$s %2$d"), get_short_month (date), g_date_get_year (date));

  return g_strdup (get_short_month (date));
}

/* Weeks begin on a Monday; other steps where all charts have them. */
static GPtrArray *
list_days (double from, double to, int step)
{
  GPtrArray *ticks = g_ptr_array_new_with_free_func ((GDestroyNotify)cab_chart_tick_free);
  int day = (int)ceil (from);

  while ((day + EPOCH) % step != 1 % step)
    day++;
  for (; day < to; day += step)
    {
      g_autofree char *label = NULL;
      GDate date;

      cab_chart_get_date (day, &date);
      label = dup_tick_label (&date, ticks->len == 0, step, 0);
      g_ptr_array_add (ticks, cab_chart_tick_new (day, label));
    }

  return ticks;
}

static GPtrArray *
list_months (double from, double to, int step)
{
  GPtrArray *ticks = g_ptr_array_new_with_free_func ((GDestroyNotify)cab_chart_tick_free);
  GDate date;
  int month;

  cab_chart_get_date (from, &date);
  month = g_date_get_year (&date) * 12 + (int)g_date_get_month (&date) - 1;
  month -= month % step;
  for (;; month += step)
    {
      g_autofree char *label = NULL;
      double at;

      g_date_set_dmy (&date, 1, (GDateMonth)(month % 12 + 1), (GDateYear)(month / 12));
      at = (double)g_date_get_julian (&date) - EPOCH;
      if (at >= to)
        break;
      if (at < from)
        continue;
      label = dup_tick_label (&date, ticks->len == 0, 0, step);
      g_ptr_array_add (ticks, cab_chart_tick_new (at, label));
    }

  return ticks;
}

void
cab_chart_model_set_time (CabChartModel *self,
                          const CabChartRange *range,
                          double first,
                          double last)
{
  static const struct
  {
    int days;
    int months;
  } steps[] = { { 1, 0 }, { 2, 0 }, { 7, 0 },  { 14, 0 }, { 0, 1 },  { 0, 2 },
                { 0, 3 }, { 0, 6 }, { 0, 12 }, { 0, 24 }, { 0, 60 }, { 0, 120 } };

  self->from
      = floor (range != NULL && range->from != NULL ? cab_chart_parse_day (range->from) : first);
  self->to
      = floor (range != NULL && range->to != NULL ? cab_chart_parse_day (range->to) : last) + 1;
  if (self->to <= self->from)
    self->to = self->from + 1;

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      double length = steps[i].days + steps[i].months * 30.4;
      g_autoptr (GPtrArray) ticks = NULL;

      if ((self->to - self->from) / length > MOST_TICKS)
        continue;
      ticks = steps[i].days > 0 ? list_days (self->from, self->to, steps[i].days)
                                : list_months (self->from, self->to, steps[i].months);
      if (ticks->len > 0)
        g_ptr_array_add (self->tick_sets, g_steal_pointer (&ticks));
    }
}
