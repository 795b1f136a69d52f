/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-model"

#include "config.h"

#include "cab-chart-model.h"

#include "cab-chart-private.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

G_DEFINE_BOXED_TYPE (CabChartModel, cab_chart_model, cab_chart_model_ref, cab_chart_model_unref)

static void
free_point (gpointer data)
{
  CabChartPoint *self = data;

  g_free (self->record_id);
  g_free (self->date);
  g_free (self->label);
  g_free (self->words);
  g_free (self);
}

void
cab_chart_tick_free (CabChartTick *self)
{
  g_free (self->label);
  g_free (self);
}

CabChartTick *
cab_chart_tick_new (double at, const char *label)
{
  CabChartTick *self = g_new0 (CabChartTick, 1);

  self->at = at;
  self->label = g_strdup (label);

  return self;
}

static void
free_series (gpointer data)
{
  CabChartSeries *self = data;

  g_free (self->label);
  g_free (self->scale);
  g_ptr_array_unref (self->ticks);
  g_ptr_array_unref (self->points);
  g_array_unref (self->line);
  g_free (self->line_label);
  g_free (self);
}

CabChartModel *
cab_chart_model_new (CabChartForm form, const char *title)
{
  CabChartModel *self = g_new0 (CabChartModel, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->form = form;
  self->title = g_strdup (title);
  self->series = g_ptr_array_new_with_free_func (free_series);
  self->categories = g_ptr_array_new_with_free_func (g_free);
  self->notes = g_ptr_array_new_with_free_func (g_free);
  self->groups = g_ptr_array_new_with_free_func (g_free);
  self->tick_sets = g_ptr_array_new_with_free_func ((GDestroyNotify)g_ptr_array_unref);
  self->sessions = g_array_new (FALSE, FALSE, sizeof (double));
  self->headings = g_ptr_array_new_with_free_func (g_free);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify)g_strfreev);

  return self;
}

CabChartModel *
cab_chart_model_ref (CabChartModel *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
cab_chart_model_unref (CabChartModel *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->title);
  g_free (self->sentence);
  g_ptr_array_unref (self->series);
  g_ptr_array_unref (self->categories);
  g_ptr_array_unref (self->notes);
  g_ptr_array_unref (self->groups);
  g_ptr_array_unref (self->tick_sets);
  g_array_unref (self->sessions);
  g_free (self->day_label);
  g_free (self->session_label);
  g_free (self->many_label);
  g_ptr_array_unref (self->headings);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

gboolean
cab_chart_model_is_empty (const CabChartModel *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  for (guint i = 0; i < self->series->len; i++)
    {
      if (cab_chart_model_get_series (self, i)->points->len > 0)
        return FALSE;
    }

  return TRUE;
}

const CabChartSeries *
cab_chart_model_get_series (const CabChartModel *self, guint series)
{
  g_return_val_if_fail (self != NULL && series < self->series->len, NULL);

  return g_ptr_array_index (self->series, series);
}

const CabChartPoint *
cab_chart_model_get_point (const CabChartModel *self, guint series, guint point)
{
  const CabChartSeries *of = cab_chart_model_get_series (self, series);

  g_return_val_if_fail (of != NULL && point < of->points->len, NULL);

  return g_ptr_array_index (of->points, point);
}

CabChartSeries *
cab_chart_model_add_series (CabChartModel *self,
                            const char *label,
                            const char *scale,
                            double minimum,
                            double maximum)
{
  CabChartSeries *series = g_new0 (CabChartSeries, 1);

  series->label = g_strdup (label);
  series->scale = g_strdup (scale);
  series->minimum = minimum;
  series->maximum = maximum;
  series->ticks = g_ptr_array_new_with_free_func ((GDestroyNotify)cab_chart_tick_free);
  series->points = g_ptr_array_new_with_free_func (free_point);
  series->line = g_array_new (FALSE, FALSE, sizeof (CabChartVertex));
  g_ptr_array_add (self->series, series);

  return series;
}

void
cab_chart_series_add_tick (CabChartSeries *self, double at, const char *label)
{
  g_ptr_array_add (self->ticks, cab_chart_tick_new (at, label));
}

CabChartPoint *
cab_chart_series_add_point (CabChartSeries *self, double x, double value)
{
  CabChartPoint *point = g_new0 (CabChartPoint, 1);

  point->x = x;
  point->value = value;
  point->low = value;
  point->high = value;
  point->n_entries = 1;
  g_ptr_array_add (self->points, point);

  return point;
}

void
cab_chart_model_add_headings (CabChartModel *self, ...)
{
  va_list list;

  va_start (list, self);
  for (const char *heading = va_arg (list, const char *); heading != NULL;
       heading = va_arg (list, const char *))
    g_ptr_array_add (self->headings, g_strdup (heading));
  va_end (list);
}

void
cab_chart_model_take_row (CabChartModel *self, ...)
{
  g_autoptr (GStrvBuilder) cells = g_strv_builder_new ();
  va_list list;
  guint n = 0;

  va_start (list, self);
  for (char *cell = va_arg (list, char *); cell != NULL; cell = va_arg (list, char *), n++)
    g_strv_builder_take (cells, cell);
  va_end (list);
  g_assert (n == self->headings->len);

  g_ptr_array_add (self->rows, g_strv_builder_end (cells));
}

char *
cab_chart_dup_tenths (int tenths)
{
  const char *sign = tenths < 0 ? "−" : "";
  int amount = abs (tenths);

  if (amount % 10 == 0)
    return g_strdup_printf ("%s%d", sign, amount / 10);

  /* Translators: a number with one decimal: minus sign or nothing, the number
   * before the point, the digit behind it. */
  return g_strdup_printf (_ ("%s%d.%d"), sign, amount / 10, amount % 10);
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  const int *first = a;
  const int *second = b;

  return (*first > *second) - (*first < *second);
}

int
cab_chart_take_median (int *numbers, guint n)
{
  g_return_val_if_fail (n > 0, 0);

  qsort (numbers, n, sizeof *numbers, compare_numbers);
  if (n % 2 == 1)
    return 10 * numbers[n / 2];

  return 5 * (numbers[n / 2 - 1] + numbers[n / 2]);
}

/* Days compare as text; a wall clock begins with its day. */
gboolean
cab_chart_takes (CabRecord *record, guint field, const CabChartRange *range)
{
  const char *at = cab_record_get_text (record, field);
  gsize day = strlen ("2026-01-31");

  if (at == NULL || strlen (at) < day || !cab_record_is_none (record, CAB_SYSTEM_TRASHED_AT))
    return FALSE;
  if (range == NULL)
    return TRUE;

  return (range->from == NULL || strncmp (at, range->from, day) >= 0)
         && (range->to == NULL || strncmp (at, range->to, day) <= 0);
}
