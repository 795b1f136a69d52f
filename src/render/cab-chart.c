/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-render"

#include "config.h"

#include "cab-chart.h"

#include "cab-pen-private.h"

CabChartHits *
cab_chart_hits_new (void)
{
  CabChartHits *self = g_new0 (CabChartHits, 1);

  self->hits = g_array_new (FALSE, FALSE, sizeof (CabChartHit));
  self->panels = g_array_new (FALSE, FALSE, sizeof (cairo_rectangle_t));

  return self;
}

void
cab_chart_hits_free (CabChartHits *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->hits);
  g_array_unref (self->panels);
  g_free (self);
}

const CabChartHit *
cab_chart_hits_find (const CabChartHits *self, double x, double y)
{
  const CabChartHit *best = NULL;
  double nearest = G_MAXDOUBLE;

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->hits->len; i++)
    {
      const CabChartHit *hit = &g_array_index (self->hits, CabChartHit, i);
      const cairo_rectangle_t *area = &hit->area;
      double distance = (hit->x - x) * (hit->x - x) + (hit->y - y) * (hit->y - y);

      if (x < area->x || x > area->x + area->width || y < area->y || y > area->y + area->height
          || distance >= nearest)
        continue;
      nearest = distance;
      best = hit;
    }

  return best;
}

const CabChartHit *
cab_chart_hits_get (const CabChartHits *self, guint series, guint point)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->hits->len; i++)
    {
      const CabChartHit *hit = &g_array_index (self->hits, CabChartHit, i);

      if (hit->series == series && hit->point == point)
        return hit;
    }

  return NULL;
}

/* What is missing, instead of axes without anything on them. */
static void
draw_nothing (CabPen *pen, const CabChartModel *model)
{
  double height = cab_pen_get_lines_height (pen, model->sentence, pen->width);

  cab_pen_write_lines (pen, model->sentence, 0, (pen->height - height) / 2, pen->width);
}

void
cab_chart_draw (cairo_t *cr,
                const CabChartModel *model,
                const CabChartTheme *theme,
                double width,
                double height,
                CabChartHits *hits)
{
  CabPen pen;

  g_return_if_fail (cr != NULL && model != NULL && theme != NULL);
  g_return_if_fail (width > 0 && height > 0);

  if (hits != NULL)
    {
      g_array_set_size (hits->hits, 0);
      g_array_set_size (hits->panels, 0);
    }

  cairo_save (cr);
  cab_pen_init (&pen, cr, theme, width, height, hits);
  cab_pen_set_colour (&pen, theme->ground);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_fill (cr);
  if (cab_chart_model_is_empty (model))
    draw_nothing (&pen, model);
  else if (model->form == CAB_CHART_FORM_TIME)
    cab_chart_draw_panels (&pen, model);
  else
    cab_chart_draw_rows (&pen, model);
  cab_pen_clear (&pen);
  cairo_restore (cr);
}

double
cab_chart_get_height (const CabChartModel *model, const CabChartTheme *theme, double width)
{
  cairo_surface_t *surface;
  cairo_t *cr;
  CabPen pen;
  double height;

  g_return_val_if_fail (model != NULL && theme != NULL && width > 0, 0);

  surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cr = cairo_create (surface);
  cab_pen_init (&pen, cr, theme, width, 0, NULL);
  if (cab_chart_model_is_empty (model))
    height = cab_pen_get_lines_height (&pen, model->sentence, width) + 4 * theme->font_size;
  else if (model->form == CAB_CHART_FORM_TIME)
    height = cab_chart_get_panels_height (&pen, model);
  else
    height = cab_chart_get_rows_height (&pen, model);
  cab_pen_clear (&pen);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);

  return height;
}
