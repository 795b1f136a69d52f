/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-render"

#include "config.h"

#include "cab-pen-private.h"

#include <math.h>

#define LEAST_PANEL 56
#define GOOD_PANEL 104
#define PANEL_GAP 12
#define LABEL_GAP 8
#define TICK_LENGTH 5

/* Where things are: x from the start side, y from the top. */
typedef struct
{
  CabPen *pen;
  const CabChartModel *model;
  gboolean is_dense;
  double left;
  double right;
  double panel_height;
  double heading;
} Panels;

static double
find_x (const Panels *self, double at)
{
  const CabChartModel *model = self->model;

  return self->left + (at - model->from) / (model->to - model->from) * (self->right - self->left);
}

static double
find_y (const Panels *self, const CabChartSeries *series, double top, double value)
{
  return top + (series->maximum - value) / (series->maximum - series->minimum) * self->panel_height;
}

static double
get_top (const Panels *self, guint series)
{
  return self->heading + series * (self->panel_height + self->heading + PANEL_GAP);
}

/* The side margins: the labels of the values, and the last value. */
static void
measure_sides (Panels *self)
{
  double labels = 0;
  double last = 0;

  for (guint i = 0; i < self->model->series->len; i++)
    {
      const CabChartSeries *series = cab_chart_model_get_series (self->model, i);

      for (guint k = 0; k < series->ticks->len; k++)
        {
          const CabChartTick *tick = g_ptr_array_index (series->ticks, k);

          labels = MAX (labels, cab_pen_get_width (self->pen, tick->label, CAB_PEN_DIM));
        }
      if (series->points->len > 0)
        {
          const CabChartPoint *point = g_ptr_array_index (series->points, series->points->len - 1);

          last = MAX (last, cab_pen_get_width (self->pen, point->label, CAB_PEN_BOLD));
        }
    }
  self->left = ceil (labels) + LABEL_GAP + 2;
  self->right = self->pen->width - ceil (last) - LABEL_GAP - 6;
}

static void
draw_heading (const Panels *self, guint index, double top)
{
  const CabChartSeries *series = cab_chart_model_get_series (self->model, index);
  double y = top - self->heading / 2 - 3;
  double room = self->pen->width - self->left;
  double size = self->pen->theme->font_size;
  double x = self->left;

  cab_pen_mark (self->pen, x + size * 0.35, y, size * 0.35, index, CAB_CHART_MARK_NONE);
  x += size;
  x += cab_pen_write (self->pen, series->label, x, y, room - size, CAB_PEN_START, CAB_PEN_BOLD)
       + LABEL_GAP;
  if (series->scale != NULL && self->pen->width - x > 4 * size)
    cab_pen_write (self->pen, series->scale, x, y, self->pen->width - x, CAB_PEN_START,
                   CAB_PEN_DIM);
}

static void
draw_grid (const Panels *self, const CabChartSeries *series, double top, GPtrArray *ticks)
{
  const CabChartTheme *theme = self->pen->theme;

  for (guint i = 0; ticks != NULL && i < ticks->len; i++)
    {
      double x = find_x (self, ((const CabChartTick *)g_ptr_array_index (ticks, i))->at);

      cab_pen_rule (self->pen, x, top, x, top + self->panel_height, theme->grid);
    }
  for (guint i = 0; i < series->ticks->len; i++)
    {
      const CabChartTick *tick = g_ptr_array_index (series->ticks, i);
      double y = find_y (self, series, top, tick->at);

      cab_pen_rule (self->pen, self->left, y, self->right, y,
                    tick->at == 0 ? theme->dim : theme->grid);
      cab_pen_write (self->pen, tick->label, self->left - LABEL_GAP, y, self->left, CAB_PEN_END,
                     CAB_PEN_DIM);
    }
}

static void
draw_ranges (const Panels *self, guint index, double top)
{
  const CabChartSeries *series = cab_chart_model_get_series (self->model, index);
  cairo_t *cr = self->pen->cr;

  cab_pen_set_colour (self->pen, self->pen->theme->series[index % CAB_CHART_N_COLOURS]);
  cairo_set_line_width (cr, 1);
  for (guint i = 0; i < series->points->len; i++)
    {
      const CabChartPoint *point = g_ptr_array_index (series->points, i);
      double x = cab_pen_place (self->pen, find_x (self, point->x));

      if (point->low == point->high)
        continue;
      cairo_move_to (cr, x, find_y (self, series, top, point->low));
      cairo_line_to (cr, x, find_y (self, series, top, point->high));
    }
  cairo_stroke (cr);
}

static void
draw_line (const Panels *self, guint index, double top)
{
  const CabChartSeries *series = cab_chart_model_get_series (self->model, index);
  const CabChartTheme *theme = self->pen->theme;
  cairo_t *cr = self->pen->cr;

  cairo_new_path (cr);
  for (guint i = 0; i < series->line->len; i++)
    {
      const CabChartVertex *vertex = &g_array_index (series->line, CabChartVertex, i);
      double x = cab_pen_place (self->pen, find_x (self, vertex->x));
      double y = find_y (self, series, top, vertex->value);

      if (vertex->breaks)
        cairo_move_to (cr, x, y);
      else
        cairo_line_to (cr, x, y);
    }
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, theme->has_dashes ? CAIRO_LINE_CAP_BUTT : CAIRO_LINE_CAP_ROUND);
  if (self->is_dense)
    {
      cab_pen_set_colour (self->pen, theme->ground);
      cairo_set_line_width (cr, theme->line_width + 2);
      cairo_stroke_preserve (cr);
    }
  cab_pen_set_dash (self->pen, index);
  cab_pen_set_colour (self->pen, theme->series[index % CAB_CHART_N_COLOURS]);
  cairo_set_line_width (cr, theme->line_width);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

/* Smaller where they lie close, never too small to see. */
static double
get_radius (const Panels *self, const CabChartSeries *series)
{
  double room = (self->right - self->left) / MAX (series->points->len, 1);
  double size = self->pen->theme->font_size;

  return CLAMP (room * 0.5, size * 0.14, size * 0.27);
}

static void
draw_points (const Panels *self, guint index, double top)
{
  const CabChartSeries *series = cab_chart_model_get_series (self->model, index);
  guint n = series->points->len;
  double radius = get_radius (self, series);

  for (guint i = 0; i < n; i++)
    {
      const CabChartPoint *point = g_ptr_array_index (series->points, i);
      double x = find_x (self, point->x);
      double y = find_y (self, series, top, point->value);
      double above = find_y (self, series, top, point->high) - radius;
      double below = find_y (self, series, top, point->low) + radius;

      cab_pen_mark (self->pen, x, y, radius, index, point->marks);
      cab_pen_hit (self->pen, index, i, x, y,
                   (cairo_rectangle_t){ x - radius, above, 2 * radius, below - above });
      if (i == n - 1)
        cab_pen_write (self->pen, point->label, x + radius + 4, y, self->pen->width, CAB_PEN_START,
                       CAB_PEN_BOLD);
    }
}

/* Whether no two labels of a set come closer than a blank or two. */
static gboolean
labels_fit (const Panels *self, GPtrArray *ticks)
{
  double taken = -G_MAXDOUBLE;

  for (guint i = 0; i < ticks->len; i++)
    {
      const CabChartTick *tick = g_ptr_array_index (ticks, i);
      double half = cab_pen_get_width (self->pen, tick->label, CAB_PEN_DIM) / 2;
      double x = find_x (self, tick->at);

      if (x - half < taken)
        return FALSE;
      taken = x + half + self->pen->theme->font_size;
    }

  return TRUE;
}

static GPtrArray *
choose_ticks (const Panels *self)
{
  if (cab_chart_model_is_empty (self->model))
    return NULL;

  for (guint i = 0; i < self->model->tick_sets->len; i++)
    {
      GPtrArray *ticks = g_ptr_array_index (self->model->tick_sets, i);

      if (labels_fit (self, ticks))
        return ticks;
    }

  return NULL;
}

static void
draw_time (const Panels *self, GPtrArray *ticks, double y)
{
  const CabChartTheme *theme = self->pen->theme;
  const CabChartModel *model = self->model;

  cab_pen_rule (self->pen, self->left, y, self->right, y, theme->dim);
  for (guint i = 0; ticks != NULL && i < ticks->len; i++)
    {
      const CabChartTick *tick = g_ptr_array_index (ticks, i);
      double half = cab_pen_get_width (self->pen, tick->label, CAB_PEN_DIM) / 2;
      double x = find_x (self, tick->at);

      cab_pen_rule (self->pen, x, y, x, y + TICK_LENGTH, theme->dim);
      cab_pen_write (self->pen, tick->label, CLAMP (x, half, self->pen->width - half),
                     y + TICK_LENGTH + cab_pen_get_line_height (self->pen) / 2, self->pen->width,
                     CAB_PEN_MIDDLE, CAB_PEN_DIM);
    }

  /* Session marks stand on the axis, where nothing else points upwards. */
  cab_pen_set_colour (self->pen, theme->text);
  for (guint i = 0; i < model->sessions->len; i++)
    {
      double x = find_x (self, g_array_index (model->sessions, double, i) + 0.5);

      cab_pen_box (self->pen, x - 1, y - 7, 2, 7);
    }
  cairo_fill (self->pen->cr);
}

double
cab_chart_get_panels_height (CabPen *pen, const CabChartModel *model)
{
  double line = cab_pen_get_line_height (pen);
  double panel = MAX (pen->theme->font_size * 8.5, LEAST_PANEL);

  return model->series->len * (line + 6 + MIN (panel, GOOD_PANEL) + PANEL_GAP) + line + TICK_LENGTH
         + cab_chart_draw_legend (pen, model, 0, FALSE);
}

void
cab_chart_draw_panels (CabPen *pen, const CabChartModel *model)
{
  guint n = model->series->len;
  double line = cab_pen_get_line_height (pen);
  double legend = cab_chart_draw_legend (pen, model, 0, FALSE);
  Panels self = { .pen = pen, .model = model, .heading = line + 6 };
  double axis;
  GPtrArray *ticks;

  measure_sides (&self);
  axis = pen->height - legend - line - TICK_LENGTH - 2;
  self.panel_height
      = floor (MAX ((axis - PANEL_GAP) / n - self.heading - PANEL_GAP * (n - 1) / n, 1));
  ticks = choose_ticks (&self);

  for (guint i = 0; i < n; i++)
    {
      const CabChartSeries *series = cab_chart_model_get_series (model, i);
      double top = get_top (&self, i);

      draw_heading (&self, i, top);
      draw_grid (&self, series, top, ticks);
      cab_pen_panel (pen, self.left, top, self.right - self.left, self.panel_height);
      draw_ranges (&self, i, top);
      /* Single points stand before the line; a cloud of them behind it. */
      self.is_dense = get_radius (&self, series) < pen->theme->font_size * 0.2;
      if (self.is_dense)
        draw_points (&self, i, top);
      draw_line (&self, i, top);
      if (!self.is_dense)
        draw_points (&self, i, top);
    }
  draw_time (&self, ticks, axis);
  cab_chart_draw_legend (pen, model, pen->height - legend, TRUE);
}
