/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <gtk/gtk.h>

#include "cab-chart-model.h"
#include "cab-open-practice.h"

G_BEGIN_DECLS

/**
 * cab_chart_export_ask:
 * @widget: a widget of the window that says how it went
 * @practice: an open practice
 * @client_id: whose chart it is
 * @chart: the chart
 * @format: `pdf`, `svg` or `csv`
 *
 * Asks for a file, and writes the chart into it.
 *
 * Source: window.md [W-16].
 */
void cab_chart_export_ask (GtkWidget *widget,
                           CabOpenPractice *practice,
                           const char *client_id,
                           CabChartModel *chart,
                           const char *format);

/** cab_chart_export_to: the same into a @file that was chosen */
void cab_chart_export_to (GtkWidget *widget,
                          CabOpenPractice *practice,
                          const char *client_id,
                          CabChartModel *chart,
                          const char *format,
                          GFile *file);

G_END_DECLS
