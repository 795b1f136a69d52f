/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <gio/gio.h>

#include "cab-chart-model.h"
#include "cab-practice.h"

G_BEGIN_DECLS

/**
 * cab_chart_paper_write:
 * @practice: a practice
 * @client: a stored client
 * @chart: a chart of theirs
 * @stream: where it goes
 * @error: return location
 *
 * Writes one chart as PDF: whose it is by the reference, never the name; the
 * picture, its sentence and its table. The act is written to the activity log
 * first.
 *
 * Errors: those of the log and of the stream, which then holds no whole file.
 * Thread: the vault's. Source: window.md [W-16], [W-90].
 *
 * Returns: %TRUE when all of it is with the stream
 */
gboolean cab_chart_paper_write (CabPractice *practice,
                                CabRecord *client,
                                CabChartModel *chart,
                                GOutputStream *stream,
                                GError **error);

/**
 * cab_chart_picture_write:
 *
 * The same as an SVG picture, without a reference.
 */
gboolean cab_chart_picture_write (CabPractice *practice,
                                  CabRecord *client,
                                  CabChartModel *chart,
                                  GOutputStream *stream,
                                  GError **error);

G_END_DECLS
