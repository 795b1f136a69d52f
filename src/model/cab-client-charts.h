/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-chart-model.h"
#include "cab-practice.h"

G_BEGIN_DECLS

/**
 * CabClientChart:
 * @CAB_CLIENT_CHART_MOOD: pleasantness and energy over time
 * @CAB_CLIENT_CHART_EMOTIONS: emotions by how often they are named
 * @CAB_CLIENT_CHART_VALUES: importance beside what is lived
 *
 * The charts of a client's progress, in the order in which they stand on the page.
 */
typedef enum
{
  CAB_CLIENT_CHART_MOOD,
  CAB_CLIENT_CHART_EMOTIONS,
  CAB_CLIENT_CHART_VALUES,
  CAB_N_CLIENT_CHARTS
} CabClientChart;

/**
 * CabClientCharts:
 * @charts: one of each
 * @ratings: (element-type CabRecord): all ratings of the client's values
 * @n_entries: how many mood entries and ratings there are, of all times
 */
typedef struct
{
  CabChartModel *charts[CAB_N_CLIENT_CHARTS];
  GPtrArray *ratings;
  gint64 n_entries;
} CabClientCharts;

/**
 * cab_client_charts_new:
 * @practice: a practice
 * @client_id: whose; whether moods are shared is for the caller to ask [M-95]
 * @range: (nullable): what the charts look at
 * @error: return location
 *
 * Errors: those of cab_practice_list(). Thread: the vault's.
 * Source: window.md [W-91].
 *
 * Returns: (transfer full): the charts of a client
 */
CabClientCharts *cab_client_charts_new (CabPractice *practice,
                                        const char *client_id,
                                        const CabChartRange *range,
                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;
void cab_client_charts_free (CabClientCharts *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CabClientCharts, cab_client_charts_free)

G_END_DECLS
