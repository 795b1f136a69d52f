/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <pango/pangocairo.h>

#include "cab-chart.h"

G_BEGIN_DECLS

/*
 * CabPen: what the parts of a chart draw with.
 *
 * Every x is counted from the side where text begins: in a chart from right to
 * left all of it is mirrored here, and nowhere else.
 */
typedef struct
{
  cairo_t *cr;
  const CabChartTheme *theme;
  PangoLayout *layout;
  double width;
  double height;
  CabChartHits *hits;
} CabPen;

typedef enum
{
  CAB_PEN_START,
  CAB_PEN_MIDDLE,
  CAB_PEN_END
} CabPenAlign;

typedef enum
{
  CAB_PEN_PLAIN = 0,
  CAB_PEN_BOLD = 1 << 0,
  CAB_PEN_DIM = 1 << 1
} CabPenStyle;

void cab_pen_init (CabPen *self,
                   cairo_t *cr,
                   const CabChartTheme *theme,
                   double width,
                   double height,
                   CabChartHits *hits);
void cab_pen_clear (CabPen *self);

/* Where on the surface an x lies. */
double cab_pen_place (const CabPen *self, double x);

void cab_pen_set_colour (const CabPen *self, CabChartColour colour);

/* How much room a line of text takes. */
double cab_pen_get_width (const CabPen *self, const char *text, CabPenStyle style);
double cab_pen_get_line_height (const CabPen *self);

/*
 * Writes one line around the middle y, at most @room wide, the rest as an
 * ellipsis. Returns its width.
 */
double cab_pen_write (const CabPen *self,
                      const char *text,
                      double x,
                      double y,
                      double room,
                      CabPenAlign align,
                      CabPenStyle style);

/* Writes lines from the top y, @room wide. Returns their height. */
double cab_pen_write_lines (const CabPen *self, const char *text, double x, double y, double room);
double cab_pen_get_lines_height (const CabPen *self, const char *text, double room);

/* A line of one pixel, on a pixel. */
void cab_pen_rule (const CabPen *self,
                   double x1,
                   double y1,
                   double x2,
                   double y2,
                   CabChartColour colour);

/* A rectangle that begins at x and goes on for @width. */
void cab_pen_box (const CabPen *self, double x, double y, double width, double height);

/* A bar of a series: filled, or hollow where colours alone would not tell. */
void cab_pen_draw_bar (const CabPen *self,
                       double x,
                       double y,
                       double width,
                       double height,
                       guint series);

/* The dashes of a series where the theme has any. */
void cab_pen_set_dash (const CabPen *self, guint series);

/* The shape of a series, so that colour is never alone. */
void cab_pen_mark (const CabPen *self,
                   double x,
                   double y,
                   double radius,
                   guint series,
                   CabChartMarks marks);

void cab_pen_hit (const CabPen *self,
                  guint series,
                  guint point,
                  double x,
                  double y,
                  cairo_rectangle_t area);
void cab_pen_panel (const CabPen *self, double x, double y, double width, double height);

/* What the forms share and cab-chart.c calls. */
void cab_chart_draw_panels (CabPen *pen, const CabChartModel *model);
double cab_chart_get_panels_height (CabPen *pen, const CabChartModel *model);
void cab_chart_draw_rows (CabPen *pen, const CabChartModel *model);
double cab_chart_get_rows_height (CabPen *pen, const CabChartModel *model);

/* The line below that says what marks mean; wraps. Returns its height, also
 * when it only measures. */
double cab_chart_draw_legend (CabPen *pen, const CabChartModel *model, double y, gboolean draws);

G_END_DECLS
