/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <cairo.h>

#include "cab-chart-model.h"
#include "cab-chart-theme.h"

G_BEGIN_DECLS

/**
 * CabChartHit:
 * @series: index of a series
 * @point: index of a point in it
 * @x: middle of what is drawn for it
 * @y: middle of what is drawn for it
 * @area: what it takes up, never less than a finger can meet
 *
 * Where a point was drawn.
 */
typedef struct
{
  guint series;
  guint point;
  double x;
  double y;
  cairo_rectangle_t area;
} CabChartHit;

/**
 * CabChartHits:
 * @hits: (element-type CabChartHit): one a point that was drawn, series by series
 * @panels: (element-type cairo_rectangle_t): one a series, or one for all rows:
 *   where data is drawn; a hair line spans it
 *
 * Where things were drawn, for pointer, focus ring and hair line.
 */
typedef struct
{
  GArray *hits;
  GArray *panels;
} CabChartHits;

CabChartHits *cab_chart_hits_new (void) G_GNUC_WARN_UNUSED_RESULT;
void cab_chart_hits_free (CabChartHits *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CabChartHits, cab_chart_hits_free)

/**
 * cab_chart_hits_find:
 * @self: what a drawing filled
 * @x: of the pointer
 * @y: of the pointer
 *
 * Finds the point under the pointer, the nearest when several are.
 *
 * Returns: (transfer none) (nullable): valid until the next drawing
 */
const CabChartHit *cab_chart_hits_find (const CabChartHits *self, double x, double y);

/** cab_chart_hits_get: Returns: (transfer none) (nullable): where that point was drawn */
const CabChartHit *cab_chart_hits_get (const CabChartHits *self, guint series, guint point);

/**
 * cab_chart_draw:
 * @cr: where it goes; the chart begins at its origin
 * @model: a chart
 * @theme: how it looks
 * @width: of the chart
 * @height: of the chart, at least cab_chart_get_height()
 * @hits: (nullable): filled anew with where things are
 *
 * Draws a chart, the ground too. The same on a screen, in PDF, SVG and PNG;
 * depends on nothing but its arguments and the installed fonts.
 *
 * Units: pixels, or points on paper. Thread: any, one at a time.
 * Source: window.md [W-90], forms.md [F-90].
 */
void cab_chart_draw (cairo_t *cr,
                     const CabChartModel *model,
                     const CabChartTheme *theme,
                     double width,
                     double height,
                     CabChartHits *hits);

/**
 * cab_chart_get_height:
 * @model: a chart
 * @theme: how it looks
 * @width: how wide it will be
 *
 * Returns: the least height at which nothing is crowded
 */
double cab_chart_get_height (const CabChartModel *model, const CabChartTheme *theme, double width);

G_END_DECLS
