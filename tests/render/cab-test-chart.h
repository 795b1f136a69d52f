/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-chart-model.h"

G_BEGIN_DECLS

/**
 * cab_test_chart_add_mood:
 * @entries: where it goes
 * @felt_at: wall clock
 * @valence: pleasantness
 * @arousal: energy
 *
 * Adds a mood entry that no practice knows.
 *
 * Returns: (transfer none) (type CabRecord): the entry
 */
gpointer
cab_test_chart_add_mood (GPtrArray *entries, const char *felt_at, int valence, int arousal);

/** cab_test_chart_new_moods: Returns: (transfer full): that many entries, the same in every run */
GPtrArray *cab_test_chart_new_moods (guint n);

/** cab_test_chart_new_mood: the chart of them */
CabChartModel *cab_test_chart_new_mood (guint n);

/** cab_test_chart_new_equal: seven entries at the same minute */
CabChartModel *cab_test_chart_new_equal (void);

/** cab_test_chart_new_emotions: fifteen words, named more or less often */
CabChartModel *cab_test_chart_new_emotions (void);

/** cab_test_chart_new_values: eight values, rated in @n_rounds rounds */
CabChartModel *cab_test_chart_new_values (guint n_rounds);

/** cab_test_chart_new_hostile: one value, rated once, with a name that is markup */
CabChartModel *cab_test_chart_new_hostile (void);

G_END_DECLS
