/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-render"

#include "config.h"

#include "cab-pen-private.h"

#include <math.h>

/* From this on a row and its label stand beside each other. */
#define WIDE 480

#define LABEL_GAP 10
#define ROW_GAP 10
#define LANE_GAP 6

/* Where things are: a row a category, in it a lane a group, in that one strip a
 * series; x from the start side, y from the top. */
typedef struct
{
  CabPen *pen;
  const CabChartModel *model;
  gboolean is_wide;
  double labels;
  double groups;
  double notes;
  double left;
  double right;
  double strip;
  double heading;
  double lane;
  double row;
} Rows;

static double
measure_words (const Rows *self, GPtrArray *words, CabPenStyle style)
{
  double widest = 0;

  for (guint i = 0; i < words->len; i++)
    widest
        = MAX (widest, ceil (cab_pen_get_width (self->pen, g_ptr_array_index (words, i), style)));

  return widest;
}

static double
measure_values (const Rows *self)
{
  double widest = 0;

  for (guint i = 0; i < self->model->series->len; i++)
    {
      const CabChartSeries *series = cab_chart_model_get_series (self->model, i);

      for (guint k = 0; k < series->points->len; k++)
        widest = MAX (widest, cab_pen_get_width (
                                  self->pen, cab_chart_model_get_point (self->model, i, k)->label,
                                  CAB_PEN_PLAIN));
    }

  return ceil (widest);
}

static double
get_column (double width)
{
  return width > 0 ? width + LABEL_GAP : 0;
}

static Rows
measure_rows (CabPen *pen, const CabChartModel *model)
{
  Rows self = { .pen = pen, .model = model, .is_wide = pen->width >= WIDE };
  guint n_groups = MAX (model->groups->len, 1);

  self.strip = ceil (pen->theme->font_size * 1.2);
  self.lane = model->series->len * self.strip + LANE_GAP;
  self.heading = self.is_wide ? 0 : cab_pen_get_line_height (pen);
  self.row = self.heading + n_groups * self.lane - LANE_GAP + ROW_GAP;
  self.labels = MIN (measure_words (&self, model->categories, CAB_PEN_BOLD), pen->width * 0.35);
  self.groups = model->groups->len > 1 ? measure_words (&self, model->groups, CAB_PEN_DIM) : 0;
  self.notes = measure_words (&self, model->notes, CAB_PEN_DIM);

  self.left = get_column (self.groups) + (self.is_wide ? get_column (self.labels) : 0);
  self.right = pen->width - measure_values (&self) - LABEL_GAP
               - (self.is_wide ? get_column (self.notes) : 0);

  return self;
}

static double
find_x (const Rows *self, const CabChartSeries *series, double value)
{
  return self->left
         + (value - series->minimum) / (series->maximum - series->minimum)
               * (self->right - self->left);
}

/* Only a dot needs a scale of its own, above the rows. */
static gboolean
has_top_scale (const CabChartModel *model)
{
  return model->form == CAB_CHART_FORM_RANKED && model->series->len > 1;
}

static double
get_top (const Rows *self)
{
  return has_top_scale (self->model) ? cab_pen_get_line_height (self->pen) + ROW_GAP : ROW_GAP / 2;
}

/* The lines leave out where a label stands. */
static void
draw_grid (const Rows *self, double top)
{
  const CabChartSeries *series = cab_chart_model_get_series (self->model, 0);
  const CabChartTheme *theme = self->pen->theme;

  for (guint i = 0; i < series->ticks->len; i++)
    {
      const CabChartTick *tick = g_ptr_array_index (series->ticks, i);
      double x = find_x (self, series, tick->at);

      for (guint k = 0; k < self->model->categories->len; k++)
        {
          double start = top + k * self->row + self->heading - (self->is_wide ? ROW_GAP / 2 : 0);

          cab_pen_rule (self->pen, x, start, x, top + (k + 1) * self->row - ROW_GAP / 2,
                        tick->at == series->minimum ? theme->dim : theme->grid);
        }
    }
}

static void
write_scale (const Rows *self, guint index, double y)
{
  const CabChartSeries *series = cab_chart_model_get_series (self->model, index);

  for (guint i = 0; i < series->ticks->len; i++)
    {
      const CabChartTick *tick = g_ptr_array_index (series->ticks, i);
      double x = find_x (self, series, tick->at);
      double half = cab_pen_get_width (self->pen, tick->label, CAB_PEN_DIM) / 2;

      cab_pen_write (self->pen, tick->label, CLAMP (x, half, self->pen->width - half), y,
                     self->pen->width, CAB_PEN_MIDDLE, CAB_PEN_DIM);
    }
}

static void
draw_labels (const Rows *self, guint category, double top)
{
  CabPen *pen = self->pen;
  const CabChartModel *model = self->model;
  const char *label = g_ptr_array_index (model->categories, category);
  const char *note
      = category < model->notes->len ? g_ptr_array_index (model->notes, category) : NULL;
  double lane = (self->lane - LANE_GAP) / 2;
  double y = self->is_wide ? top + lane : top + self->heading / 2;
  double room = self->is_wide ? self->labels : pen->width - get_column (self->notes);

  cab_pen_write (pen, label, 0, y, room, CAB_PEN_START, CAB_PEN_BOLD);
  if (note != NULL)
    cab_pen_write (pen, note, pen->width, y, pen->width, CAB_PEN_END, CAB_PEN_DIM);
  for (guint i = 0; self->groups > 0 && i < model->groups->len; i++)
    cab_pen_write (pen, g_ptr_array_index (model->groups, i), self->left - LABEL_GAP,
                   top + self->heading + i * self->lane + lane, self->groups, CAB_PEN_END,
                   CAB_PEN_DIM);
}

static void
draw_value (const Rows *self, guint index, guint at)
{
  const CabChartSeries *series = cab_chart_model_get_series (self->model, index);
  const CabChartPoint *point = cab_chart_model_get_point (self->model, index, at);
  CabPen *pen = self->pen;
  double size = pen->theme->font_size;
  double x = find_x (self, series, point->value);
  double top = get_top (self) + point->x * self->row + self->heading + point->group * self->lane
               + index * self->strip;
  double middle = top + self->strip / 2;
  double thick = round (size * 0.75);
  double radius = size * 0.3;

  if (self->model->form == CAB_CHART_FORM_RANKED && index == 1)
    {
      cab_pen_rule (pen, self->left, middle, x, middle, pen->theme->dim);
      cab_pen_mark (pen, x, middle, radius, index, point->marks);
    }
  else
    {
      cab_pen_draw_bar (pen, self->left, middle - thick / 2, x - self->left, thick, index);
    }
  cab_pen_write (pen, point->label, x + radius + 4, middle, pen->width, CAB_PEN_START,
                 CAB_PEN_PLAIN);
  cab_pen_hit (pen, index, at, x, middle,
               (cairo_rectangle_t){ self->left, top, x - self->left, self->strip });
}

double
cab_chart_get_rows_height (CabPen *pen, const CabChartModel *model)
{
  Rows self = measure_rows (pen, model);

  return get_top (&self) + model->categories->len * self.row + cab_pen_get_line_height (pen)
         + cab_chart_draw_legend (pen, model, 0, FALSE) + 4;
}

void
cab_chart_draw_rows (CabPen *pen, const CabChartModel *model)
{
  Rows self = measure_rows (pen, model);
  double line = cab_pen_get_line_height (pen);
  double top = get_top (&self);
  double bottom = top + model->categories->len * self.row - ROW_GAP / 2;
  double legend = cab_chart_draw_legend (pen, model, 0, FALSE);

  draw_grid (&self, top);
  if (has_top_scale (model))
    write_scale (&self, 1, line / 2);
  write_scale (&self, 0, bottom + 2 + line / 2);
  cab_pen_panel (pen, self.left, top, self.right - self.left, bottom - top);

  for (guint i = 0; i < model->categories->len; i++)
    draw_labels (&self, i, top + i * self.row);
  for (guint i = 0; i < model->series->len; i++)
    {
      for (guint k = 0; k < cab_chart_model_get_series (model, i)->points->len; k++)
        draw_value (&self, i, k);
    }
  cab_chart_draw_legend (pen, model, MIN (bottom + 2 + line, pen->height - legend), TRUE);
}
