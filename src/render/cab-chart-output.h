/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <gio/gio.h>

#include "cab-chart-model.h"
#include "cab-chart-theme.h"

G_BEGIN_DECLS

/**
 * cab_chart_make_svg:
 * @model: a chart
 * @theme: how it looks
 * @width: in pixels
 * @height: in pixels; 0 for cab_chart_get_height()
 * @prefix: (nullable): letters before every id, so that several pictures can
 *   stand in one page; %NULL for a file of its own
 *
 * Draws a chart as SVG with its title and its sentence as `<title>` and
 * `<desc>`. Holds no style, script, font or address; text is outlines.
 *
 * Shape: UTF-8, no XML declaration with a @prefix; numbers have two decimals, so
 * that equal charts give equal bytes.
 * Thread: any, one at a time. Source: window.md [W-90], bundle.md [B-40].
 *
 * Returns: (transfer full): the picture
 */
GBytes *cab_chart_make_svg (const CabChartModel *model,
                            const CabChartTheme *theme,
                            double width,
                            double height,
                            const char *prefix) G_GNUC_WARN_UNUSED_RESULT;

/**
 * cab_chart_make_png:
 * @model: a chart
 * @theme: how it looks
 * @width: in pixels, before scaling
 * @height: in pixels, before scaling; 0 for cab_chart_get_height()
 * @scale: pixels of the picture to one of the chart
 *
 * Draws a chart as PNG.
 *
 * Returns: (transfer full): the picture
 */
GBytes *cab_chart_make_png (const CabChartModel *model,
                            const CabChartTheme *theme,
                            double width,
                            double height,
                            double scale) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
