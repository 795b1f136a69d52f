/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <gio/gio.h>

#include "cab-chart-model.h"
#include "cab-practice.h"

G_BEGIN_DECLS

/**
 * cab_chart_table_write:
 * @practice: a practice
 * @client: a stored client
 * @chart: a chart of theirs
 * @stream: where it goes
 * @error: return location
 *
 * Writes the table of a chart as CSV, as a spreadsheet takes it. The act is written
 * to the activity log first.
 *
 * Errors: those of the log and of the stream, which then holds no whole file.
 * Thread: the vault's. Source: window.md [W-90], bundle.md [B-30].
 *
 * Returns: %TRUE when all of it is with the stream
 */
gboolean cab_chart_table_write (CabPractice *practice,
                                CabRecord *client,
                                CabChartModel *chart,
                                GOutputStream *stream,
                                GError **error);

G_END_DECLS
