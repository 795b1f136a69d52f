/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <gtk/gtk.h>

#include "cab-chart-model.h"

G_BEGIN_DECLS

/**
 * CabChartView:
 *
 * A chart on screen, drawn by src/render. Its label is the title ending in the
 * word chart, its description the summary sentence. Its points are children in a
 * list; arrow keys walk over them, Home and End lead to the first and the last,
 * ↑ and ↓ to another series, Space keeps the point while the pointer moves, and
 * Return opens its record [W-94].
 *
 * Properties: `model` (#CabChartModel); `readout`, the chosen point in words;
 * `opens`, whether it has a record of its own.
 * Signal: `open`, with a record's id.
 */
#define CAB_TYPE_CHART_VIEW (cab_chart_view_get_type ())
G_DECLARE_FINAL_TYPE (CabChartView, cab_chart_view, CAB, CHART_VIEW, GtkWidget)

/** cab_chart_view_set_model: shows @model, or nothing */
void cab_chart_view_set_model (CabChartView *self, CabChartModel *model);

/** cab_chart_view_open: emits `open` for the chosen point, when it has a record */
void cab_chart_view_open (CabChartView *self);

G_END_DECLS
