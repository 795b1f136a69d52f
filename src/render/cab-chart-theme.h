/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** CAB_CHART_N_COLOURS: how many series a palette tells apart */
#define CAB_CHART_N_COLOURS 6

/**
 * CabChartLook:
 * @CAB_CHART_LOOK_LIGHT: on white
 * @CAB_CHART_LOOK_DARK: on a card of the dark window
 * @CAB_CHART_LOOK_HIGH_CONTRAST: the foreground alone; shapes tell series apart
 * @CAB_CHART_LOOK_PRINT: greys and dashes on paper
 *
 * The palettes there are. Source: window.md [W-92].
 */
typedef enum
{
  CAB_CHART_LOOK_LIGHT,
  CAB_CHART_LOOK_DARK,
  CAB_CHART_LOOK_HIGH_CONTRAST,
  CAB_CHART_LOOK_PRINT
} CabChartLook;

#define CAB_N_CHART_LOOKS (CAB_CHART_LOOK_PRINT + 1)

/**
 * CabChartColour:
 * @red: 0 to 255
 * @green: 0 to 255
 * @blue: 0 to 255
 *
 * An opaque colour in sRGB.
 */
typedef struct
{
  guint8 red;
  guint8 green;
  guint8 blue;
} CabChartColour;

/**
 * CabChartTheme:
 * @look: which palette it is
 * @ground: what the chart stands on; every colour has 3:1 against it
 * @text: labels
 * @dim: lesser labels, axes
 * @grid: lines behind the data, which carry no meaning alone
 * @series: one a series, in their order
 * @line_width: of a line of data
 * @has_dashes: whether lines are told apart by dashes too
 * @is_rtl: whether time, bars and text run from right to left
 * @font_family: what text is set in, as pango names it
 * @font_size: of labels; headings are larger
 *
 * How a chart looks. A caller copies the one it wants and sets direction, font
 * and size of its own.
 *
 * Units: widths and sizes in pixels, or points on paper. Source: [W-92].
 */
typedef struct
{
  CabChartLook look;
  CabChartColour ground;
  CabChartColour text;
  CabChartColour dim;
  CabChartColour grid;
  CabChartColour series[CAB_CHART_N_COLOURS];
  double line_width;
  gboolean has_dashes;
  gboolean is_rtl;
  const char *font_family;
  double font_size;
} CabChartTheme;

/**
 * cab_chart_theme_get:
 * @look: a look
 *
 * Returns: (transfer none): its theme, from left to right, in the system's font
 */
const CabChartTheme *cab_chart_theme_get (CabChartLook look);

/**
 * cab_chart_colour_get_contrast:
 * @first: a colour
 * @second: a colour
 *
 * The contrast ratio of two colours, from 1 to 21.
 *
 * Source: WCAG 2.2, "contrast ratio" and "relative luminance".
 *
 * Returns: the ratio
 */
double cab_chart_colour_get_contrast (CabChartColour first, CabChartColour second);

G_END_DECLS
