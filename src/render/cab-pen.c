/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-render"

#include "config.h"

#include "cab-pen-private.h"

#include <math.h>

/* Least width and height of what a finger or a shaking hand has to meet. */
#define LEAST_AREA 24

/* No hinting of text: the same outlines and the same widths on every surface. */
static void
set_up_context (PangoContext *context)
{
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_context_set_round_glyph_positions (context, FALSE);
}

void
cab_pen_init (CabPen *self,
              cairo_t *cr,
              const CabChartTheme *theme,
              double width,
              double height,
              CabChartHits *hits)
{
  self->cr = cr;
  self->theme = theme;
  self->layout = pango_cairo_create_layout (cr);
  self->width = width;
  self->height = height;
  self->hits = hits;
  set_up_context (pango_layout_get_context (self->layout));
  pango_layout_context_changed (self->layout);
}

void
cab_pen_clear (CabPen *self)
{
  g_clear_object (&self->layout);
}

double
cab_pen_place (const CabPen *self, double x)
{
  return self->theme->is_rtl ? self->width - x : x;
}

void
cab_pen_set_colour (const CabPen *self, CabChartColour colour)
{
  cairo_set_source_rgb (self->cr, colour.red / 255.0, colour.green / 255.0, colour.blue / 255.0);
}

/* A number alone runs from left to right everywhere, its sign before it. */
static gboolean
has_letters (const char *text)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      if (g_unichar_isalpha (g_utf8_get_char (at)))
        return TRUE;
    }

  return FALSE;
}

static void
set_text (const CabPen *self, const char *text, CabPenStyle style)
{
  PangoFontDescription *font = pango_font_description_new ();

  pango_font_description_set_family (font, self->theme->font_family);
  pango_font_description_set_absolute_size (font, self->theme->font_size * PANGO_SCALE);
  pango_font_description_set_weight (font, (style & CAB_PEN_BOLD) != 0 ? PANGO_WEIGHT_BOLD
                                                                       : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (self->layout, font);
  pango_font_description_free (font);

  pango_context_set_base_dir (pango_layout_get_context (self->layout),
                              self->theme->is_rtl && has_letters (text) ? PANGO_DIRECTION_RTL
                                                                        : PANGO_DIRECTION_LTR);
  pango_layout_context_changed (self->layout);
  pango_layout_set_width (self->layout, -1);
  pango_layout_set_ellipsize (self->layout, PANGO_ELLIPSIZE_NONE);
  pango_layout_set_alignment (self->layout, PANGO_ALIGN_LEFT);
  pango_layout_set_text (self->layout, text, -1);
}

static void
get_size (const CabPen *self, double *width, double *height)
{
  int w, h;

  pango_layout_get_size (self->layout, &w, &h);
  *width = w / (double)PANGO_SCALE;
  *height = h / (double)PANGO_SCALE;
}

double
cab_pen_get_width (const CabPen *self, const char *text, CabPenStyle style)
{
  double width, height;

  set_text (self, text, style);
  get_size (self, &width, &height);

  return width;
}

double
cab_pen_get_line_height (const CabPen *self)
{
  return ceil (self->theme->font_size * 1.5);
}

double
cab_pen_write (const CabPen *self,
               const char *text,
               double x,
               double y,
               double room,
               CabPenAlign align,
               CabPenStyle style)
{
  double width, height;
  double left = x;

  set_text (self, text, style);
  get_size (self, &width, &height);
  if (width > room)
    {
      pango_layout_set_ellipsize (self->layout, PANGO_ELLIPSIZE_END);
      pango_layout_set_width (self->layout, (int)(MAX (room, 0) * PANGO_SCALE));
      get_size (self, &width, &height);
    }

  switch (align)
    {
    case CAB_PEN_START:
      break;
    case CAB_PEN_MIDDLE:
      left -= width / 2;
      break;
    case CAB_PEN_END:
      left -= width;
      break;
    }
  if (self->theme->is_rtl)
    left = self->width - left - width;

  /* What a layout with a width begins with is on the side of its direction. */
  pango_layout_set_width (self->layout, (int)ceil (width * PANGO_SCALE));
  cab_pen_set_colour (self, (style & CAB_PEN_DIM) != 0 ? self->theme->dim : self->theme->text);
  cairo_move_to (self->cr, left, y - height / 2);
  pango_cairo_show_layout (self->cr, self->layout);

  return width;
}

double
cab_pen_get_lines_height (const CabPen *self, const char *text, double room)
{
  double width, height;

  set_text (self, text, CAB_PEN_PLAIN);
  pango_layout_set_width (self->layout, (int)(MAX (room, 0) * PANGO_SCALE));
  get_size (self, &width, &height);

  return height;
}

double
cab_pen_write_lines (const CabPen *self, const char *text, double x, double y, double room)
{
  double height = cab_pen_get_lines_height (self, text, room);

  pango_layout_set_alignment (self->layout, PANGO_ALIGN_CENTER);
  cab_pen_set_colour (self, self->theme->dim);
  cairo_move_to (self->cr, self->theme->is_rtl ? self->width - x - room : x, y);
  pango_cairo_show_layout (self->cr, self->layout);

  return height;
}

void
cab_pen_rule (const CabPen *self, double x1, double y1, double x2, double y2, CabChartColour colour)
{
  double shift = 0.5;

  cab_pen_set_colour (self, colour);
  cairo_set_line_width (self->cr, self->theme->line_width / 2);
  if (y1 == y2)
    {
      cairo_move_to (self->cr, cab_pen_place (self, x1), floor (y1) + shift);
      cairo_line_to (self->cr, cab_pen_place (self, x2), floor (y2) + shift);
    }
  else
    {
      double x = floor (cab_pen_place (self, x1)) + shift;

      cairo_move_to (self->cr, x, y1);
      cairo_line_to (self->cr, x, y2);
    }
  cairo_stroke (self->cr);
}

void
cab_pen_box (const CabPen *self, double x, double y, double width, double height)
{
  cairo_rectangle (self->cr, self->theme->is_rtl ? self->width - x - width : x, y, width, height);
}

void
cab_pen_draw_bar (const CabPen *self, double x, double y, double width, double height, guint series)
{
  CabChartColour colour = self->theme->series[series % CAB_CHART_N_COLOURS];
  gboolean is_hollow = series % 2 == 1
                       && (self->theme->look == CAB_CHART_LOOK_HIGH_CONTRAST
                           || self->theme->look == CAB_CHART_LOOK_PRINT);

  if (is_hollow)
    cab_pen_box (self, x, y + 0.75, MAX (width - 0.75, 0), height - 1.5);
  else
    cab_pen_box (self, x, y, width, height);
  cab_pen_set_colour (self, is_hollow ? self->theme->ground : colour);
  cairo_fill_preserve (self->cr);
  cab_pen_set_colour (self, colour);
  cairo_set_line_width (self->cr, 1.5);
  if (is_hollow)
    cairo_stroke (self->cr);
  cairo_new_path (self->cr);
}

void
cab_pen_set_dash (const CabPen *self, guint series)
{
  static const struct
  {
    double on;
    double off;
  } dashes[CAB_CHART_N_COLOURS] = { { 0, 0 }, { 6, 3 }, { 2, 2.5 }, { 9, 3 }, { 4, 4 }, { 1, 2 } };
  const double *dash = &dashes[series % CAB_CHART_N_COLOURS].on;

  cairo_set_dash (self->cr, dash, self->theme->has_dashes && dash[0] > 0 ? 2 : 0, 0);
}

static void
trace_polygon (cairo_t *cr, double x, double y, double radius, guint corners, double turn)
{
  for (guint i = 0; i < corners; i++)
    {
      double angle = turn + 2 * G_PI * i / corners;

      cairo_line_to (cr, x + radius * cos (angle), y + radius * sin (angle));
    }
  cairo_close_path (cr);
}

/* The areas are about equal, so that no shape weighs more. */
static void
trace_shape (cairo_t *cr, double x, double y, double radius, guint series)
{
  cairo_new_path (cr);
  switch (series % CAB_CHART_N_COLOURS)
    {
    case 0:
      cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
      break;
    case 1:
      trace_polygon (cr, x, y, radius * 1.25, 4, G_PI / 4);
      break;
    case 2:
      trace_polygon (cr, x, y + radius * 0.2, radius * 1.4, 3, -G_PI / 2);
      break;
    case 3:
      trace_polygon (cr, x, y, radius * 1.25, 4, 0);
      break;
    case 4:
      trace_polygon (cr, x, y - radius * 0.2, radius * 1.4, 3, G_PI / 2);
      break;
    default:
      trace_polygon (cr, x, y, radius * 1.15, 5, -G_PI / 2);
      break;
    }
}

void
cab_pen_mark (const CabPen *self,
              double x,
              double y,
              double radius,
              guint series,
              CabChartMarks marks)
{
  cairo_t *cr = self->cr;
  CabChartColour colour = self->theme->series[series % CAB_CHART_N_COLOURS];
  gboolean is_hollow = (marks & CAB_CHART_MARK_DAY) != 0;
  double at = cab_pen_place (self, x);

  /* A rim of the ground keeps points apart from each other and from the line;
   * small ones lie in a cloud anyway. */
  trace_shape (cr, at, y, radius, series);
  if (radius > self->theme->font_size * 0.2)
    {
      cab_pen_set_colour (self, self->theme->ground);
      cairo_set_line_width (cr, is_hollow ? 3.5 : 2);
      cairo_stroke_preserve (cr);
    }
  cab_pen_set_colour (self, is_hollow ? self->theme->ground : colour);
  cairo_fill_preserve (cr);
  cab_pen_set_colour (self, colour);
  cairo_set_line_width (cr, MIN (radius * 0.55, 1.5));
  if (is_hollow)
    cairo_stroke (cr);
  cairo_new_path (cr);

  if ((marks & CAB_CHART_MARK_SESSION) != 0)
    {
      cairo_arc (cr, at, y, radius * 1.95, 0, 2 * G_PI);
      cab_pen_set_colour (self, self->theme->text);
      cairo_set_line_width (cr, MIN (radius * 0.45, 1.25));
      cairo_stroke (cr);
    }
}

void
cab_pen_hit (const CabPen *self,
             guint series,
             guint point,
             double x,
             double y,
             cairo_rectangle_t area)
{
  CabChartHit hit = { series, point, cab_pen_place (self, x), y, area };
  double wider = MAX (0, LEAST_AREA - area.width);
  double higher = MAX (0, LEAST_AREA - area.height);

  if (self->hits == NULL)
    return;

  if (self->theme->is_rtl)
    hit.area.x = self->width - area.x - area.width;
  hit.area.x -= wider / 2;
  hit.area.width += wider;
  hit.area.y -= higher / 2;
  hit.area.height += higher;
  g_array_append_val (self->hits->hits, hit);
}

void
cab_pen_panel (const CabPen *self, double x, double y, double width, double height)
{
  cairo_rectangle_t panel = { self->theme->is_rtl ? self->width - x - width : x, y, width, height };

  if (self->hits != NULL)
    g_array_append_val (self->hits->panels, panel);
}
