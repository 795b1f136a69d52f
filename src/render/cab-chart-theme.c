/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-render"

#include "config.h"

#include "cab-chart-theme.h"

#include <math.h>

#define COLOUR(hex) { .red = (hex) >> 16 & 0xff, .green = (hex) >> 8 & 0xff, .blue = (hex) & 0xff }

#define FONT_FAMILY "Sans"

/* clang-format off */
static const CabChartTheme themes[CAB_N_CHART_LOOKS] = {
  [CAB_CHART_LOOK_LIGHT] = {
    .look = CAB_CHART_LOOK_LIGHT,
    .ground = COLOUR (0xffffff), .text = COLOUR (0x1d1d20), .dim = COLOUR (0x5e5c64),
    .grid = COLOUR (0xdeddda),
    .series = { COLOUR (0x0072b2), COLOUR (0xd55e00), COLOUR (0x007a59),
                COLOUR (0xa8477f), COLOUR (0x8a5f00), COLOUR (0x5b5b5b) },
    .line_width = 2, .font_family = FONT_FAMILY, .font_size = 12,
  },
  [CAB_CHART_LOOK_DARK] = {
    .look = CAB_CHART_LOOK_DARK,
    .ground = COLOUR (0x343437), .text = COLOUR (0xf6f5f4), .dim = COLOUR (0xb0afac),
    .grid = COLOUR (0x5a5a60),
    .series = { COLOUR (0x56b4e9), COLOUR (0xe69f00), COLOUR (0x009e73),
                COLOUR (0xcc79a7), COLOUR (0xf0e442), COLOUR (0xd0d0d0) },
    .line_width = 2, .font_family = FONT_FAMILY, .font_size = 12,
  },
  [CAB_CHART_LOOK_HIGH_CONTRAST] = {
    .look = CAB_CHART_LOOK_HIGH_CONTRAST,
    .ground = COLOUR (0xffffff), .text = COLOUR (0x000000), .dim = COLOUR (0x000000),
    .grid = COLOUR (0x767676),
    .series = { COLOUR (0x000000), COLOUR (0x000000), COLOUR (0x000000),
                COLOUR (0x000000), COLOUR (0x000000), COLOUR (0x000000) },
    .line_width = 2, .font_family = FONT_FAMILY, .font_size = 12,
  },
  [CAB_CHART_LOOK_PRINT] = {
    .look = CAB_CHART_LOOK_PRINT,
    .ground = COLOUR (0xffffff), .text = COLOUR (0x000000), .dim = COLOUR (0x444444),
    .grid = COLOUR (0xcccccc),
    .series = { COLOUR (0x222222), COLOUR (0x777777), COLOUR (0x444444),
                COLOUR (0x666666), COLOUR (0x333333), COLOUR (0x555555) },
    .line_width = 1.25, .has_dashes = TRUE, .font_family = FONT_FAMILY, .font_size = 9,
  },
};
/* clang-format on */

const CabChartTheme *
cab_chart_theme_get (CabChartLook look)
{
  g_return_val_if_fail (look < CAB_N_CHART_LOOKS, NULL);

  return &themes[look];
}

static double
get_linear (guint8 channel)
{
  double part = channel / 255.0;

  return part <= 0.04045 ? part / 12.92 : pow ((part + 0.055) / 1.055, 2.4);
}

static double
get_luminance (CabChartColour colour)
{
  return 0.2126 * get_linear (colour.red) + 0.7152 * get_linear (colour.green)
         + 0.0722 * get_linear (colour.blue);
}

double
cab_chart_colour_get_contrast (CabChartColour first, CabChartColour second)
{
  double one = get_luminance (first) + 0.05;
  double other = get_luminance (second) + 0.05;

  return one > other ? one / other : other / one;
}
