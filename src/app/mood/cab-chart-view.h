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
 * word chart, its description the summary sentence [W-94]. Arrow keys walk over
 * the points; `readout` says the chosen one in words, and Return opens its record.
 *
 * Properties: `model` (#CabChartModel), `readout`.
 * Signal: `open`, with a record's id.
 */
#define CAB_TYPE_CHART_VIEW (cab_chart_view_get_type ())
G_DECLARE_FINAL_TYPE (CabChartView, cab_chart_view, CAB, CHART_VIEW, GtkWidget)

/** cab_chart_view_set_model: shows @model, or nothing */
void cab_chart_view_set_model (CabChartView *self, CabChartModel *model);

G_END_DECLS
