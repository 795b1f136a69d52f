/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-render"

#include "config.h"

#include "cab-pen-private.h"

/* What stands before the words of a legend. */
typedef enum
{
  SIGN_LINE,
  SIGN_MARK,
  SIGN_RANGE,
  SIGN_BAR
} Sign;

typedef struct
{
  Sign sign;
  guint series;
  CabChartMarks marks;
  const char *label;
} Entry;

typedef struct
{
  CabPen *pen;
  gboolean draws;
  double x;
  double y;
} Legend;

#define SIGN_WIDTH 18
#define ENTRY_GAP 16

static void
draw_sign (const Legend *self, const Entry *entry)
{
  const CabPen *pen = self->pen;
  double size = pen->theme->font_size;
  double middle = cab_pen_place (pen, self->x + SIGN_WIDTH / 2);

  switch (entry->sign)
    {
    case SIGN_LINE:
      cab_pen_set_colour (pen, pen->theme->series[entry->series]);
      cairo_set_line_width (pen->cr, pen->theme->line_width);
      cairo_move_to (pen->cr, middle - SIGN_WIDTH / 2 + 1, self->y);
      cairo_line_to (pen->cr, middle + SIGN_WIDTH / 2 - 1, self->y);
      cairo_stroke (pen->cr);
      break;
    case SIGN_RANGE:
      cab_pen_set_colour (pen, pen->theme->series[entry->series]);
      cairo_set_line_width (pen->cr, 1);
      cairo_move_to (pen->cr, middle, self->y - size * 0.6);
      cairo_line_to (pen->cr, middle, self->y + size * 0.6);
      cairo_stroke (pen->cr);
      cab_pen_mark (pen, self->x + SIGN_WIDTH / 2, self->y, size * 0.2, entry->series,
                    CAB_CHART_MARK_NONE);
      break;
    case SIGN_MARK:
      cab_pen_mark (pen, self->x + SIGN_WIDTH / 2, self->y, size * 0.27, entry->series,
                    entry->marks);
      break;
    case SIGN_BAR:
      cab_pen_draw_bar (pen, self->x, self->y - size * 0.35, SIGN_WIDTH - 2, size * 0.7,
                        entry->series);
      break;
    }
}

static void
add_entry (Legend *self, const Entry *entry)
{
  CabPen *pen = self->pen;
  double words;

  if (entry->label == NULL)
    return;

  words = cab_pen_get_width (pen, entry->label, CAB_PEN_DIM);
  if (self->x > 0 && self->x + SIGN_WIDTH + 4 + words > pen->width)
    {
      self->x = 0;
      self->y += cab_pen_get_line_height (pen);
    }
  if (self->draws)
    {
      draw_sign (self, entry);
      cab_pen_write (pen, entry->label, self->x + SIGN_WIDTH + 4, self->y,
                     pen->width - SIGN_WIDTH - 4, CAB_PEN_START, CAB_PEN_DIM);
    }
  self->x += SIGN_WIDTH + 4 + words + ENTRY_GAP;
}

static void
add_time_entries (Legend *self, const CabChartModel *model)
{
  const CabChartSeries *first = cab_chart_model_get_series (model, 0);
  const Entry entries[] = {
    { SIGN_LINE, 0, CAB_CHART_MARK_NONE, first->line_label },
    { SIGN_MARK, 0, CAB_CHART_MARK_DAY, model->day_label },
    { SIGN_MARK, 0, CAB_CHART_MARK_SESSION, model->session_label },
    { SIGN_RANGE, 0, CAB_CHART_MARK_MANY, model->many_label },
  };

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    add_entry (self, &entries[i]);
}

static void
add_row_entries (Legend *self, const CabChartModel *model)
{
  for (guint i = 0; i < model->series->len; i++)
    {
      gboolean is_dot = model->form == CAB_CHART_FORM_RANKED && i == 1;
      const Entry entry = { is_dot ? SIGN_MARK : SIGN_BAR, i, CAB_CHART_MARK_NONE,
                            cab_chart_model_get_series (model, i)->label };

      add_entry (self, &entry);
    }
}

double
cab_chart_draw_legend (CabPen *pen, const CabChartModel *model, double y, gboolean draws)
{
  double line = cab_pen_get_line_height (pen);
  Legend self = { pen, draws, 0, y + line / 2 + 4 };

  if (model->form == CAB_CHART_FORM_TIME)
    add_time_entries (&self, model);
  else
    add_row_entries (&self, model);
  if (self.x == 0)
    return 0;

  return self.y - y + line / 2;
}
