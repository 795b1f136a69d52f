/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <gtk/gtk.h>

#include "cab-chart.h"

G_BEGIN_DECLS

/**
 * CabChartDots:
 *
 * The points of a chart as a list, each where it is drawn. One stop of Tab: its
 * owner moves the focus among them [W-94].
 *
 * Signal: `chosen` (series, point), when the focus comes to a point.
 */
#define CAB_TYPE_CHART_DOTS (cab_chart_dots_get_type ())
G_DECLARE_FINAL_TYPE (CabChartDots, cab_chart_dots, CAB, CHART_DOTS, GtkWidget)

/**
 * cab_chart_dots_set_model:
 * @self: the list
 * @model: (nullable): a chart
 * @series: the series whose points there are, when those of all would be too many
 *
 * Makes a child for each point, at most %CAB_CHART_MAXIMUM_POINTS.
 */
void cab_chart_dots_set_model (CabChartDots *self, const CabChartModel *model, guint series);

/** cab_chart_dots_place: @hits: (nullable): where points are drawn; lives until the next call */
void cab_chart_dots_place (CabChartDots *self, const CabChartHits *hits);

/** cab_chart_dots_find: Returns: (transfer none) (nullable): the child of that point */
GtkWidget *cab_chart_dots_find (CabChartDots *self, guint series, guint point);

G_END_DECLS
