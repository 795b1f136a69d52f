/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <gtk/gtk.h>

#include "cab-chart-model.h"

G_BEGIN_DECLS

/**
 * CabChartDot:
 *
 * A point of a chart for the focus and for assistive technology: a list item
 * named by the point in words. It draws nothing. `row.open` opens its record.
 */
#define CAB_TYPE_CHART_DOT (cab_chart_dot_get_type ())
G_DECLARE_FINAL_TYPE (CabChartDot, cab_chart_dot, CAB, CHART_DOT, GtkWidget)

/** cab_chart_dot_new: @point: is copied from */
GtkWidget *cab_chart_dot_new (guint series, guint index, const CabChartPoint *point);

guint cab_chart_dot_get_series (CabChartDot *self);
guint cab_chart_dot_get_index (CabChartDot *self);

G_END_DECLS
