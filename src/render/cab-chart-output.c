/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-render"

#include "config.h"

#include "cab-chart-output.h"

#include "cab-chart.h"

#include <cairo-svg.h>
#include <math.h>
#include <string.h>

static cairo_status_t
append_bytes (void *closure, const unsigned char *bytes, unsigned int length)
{
  g_byte_array_append (closure, bytes, length);
  return CAIRO_STATUS_SUCCESS;
}

static double
get_height (const CabChartModel *model, const CabChartTheme *theme, double width, double height)
{
  return height > 0 ? height : ceil (cab_chart_get_height (model, theme, width));
}

static char *
draw_svg (const CabChartModel *model, const CabChartTheme *theme, double width, double height)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface
      = cairo_svg_surface_create_for_stream (append_bytes, bytes, width, height);
  cairo_t *cr = cairo_create (surface);

  cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_PX);
  cab_chart_draw (cr, model, theme, width, height, NULL);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  g_byte_array_append (bytes, (const guint8 *)"", 1);

  return (char *)g_byte_array_free (bytes, FALSE);
}

/* Two decimals are a hundredth of a pixel: more only differ from one processor
 * to the next. */
static const char *
add_number (GString *out, const char *text)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];
  char *end = NULL;
  double value = round (g_ascii_strtod (text, &end) * 100) / 100;
  gsize length;

  g_ascii_formatd (number, sizeof number, "%.2f", value == 0 ? 0 : value);
  length = strlen (number);
  while (number[length - 1] == '0')
    length--;
  if (number[length - 1] == '.')
    length--;
  g_string_append_len (out, number, (gssize)length);

  return end;
}

static gboolean
begins_number (const char *text, const char *from)
{
  const char *digits = *text == '-' ? text + 1 : text;

  return g_ascii_isdigit (*digits)
         && (text == from || !(g_ascii_isalnum (text[-1]) || text[-1] == '-'));
}

/* Rounds the numbers and puts the prefix before every id and what refers to one. */
static void
add_body (GString *out, const char *body, const char *prefix)
{
  static const char *const references[] = { " id=\"", "href=\"#", "url(#" };
  const char *at = body;

  while (*at != '\0')
    {
      gsize length = 0;

      for (guint i = 0; i < G_N_ELEMENTS (references) && length == 0; i++)
        length = g_str_has_prefix (at, references[i]) ? strlen (references[i]) : 0;
      if (length > 0)
        {
          gsize name = strcspn (at + length, "\")");

          g_string_append_len (out, at, (gssize)length);
          g_string_append (out, prefix == NULL ? "" : prefix);
          g_string_append_len (out, at + length, (gssize)name);
          at += length + name;
        }
      else if (begins_number (at, body))
        at = add_number (out, at);
      else
        g_string_append_c (out, *at++);
    }
}

static void
add_element (GString *out, const char *name, const char *prefix, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  if (prefix == NULL)
    g_string_append_printf (out, "<%s>%s</%s>\n", name, escaped, name);
  else
    g_string_append_printf (out, "<%s id=\"%s%s\">%s</%s>\n", name, prefix, name, escaped, name);
}

/* Cairo writes neither, and a picture without words is none for a screen reader.
 * In a page the words name the picture by standing in it: HTML's own title
 * takes no id, and its checkers say so. */
static void
add_words (GString *out, const CabChartModel *model, const char *prefix)
{
  const char *of = prefix == NULL ? "chart-" : NULL;

  add_element (out, "title", of, model->title);
  add_element (out, "desc", of, model->sentence);
}

/* A page needs no names of formats, which look like addresses; a file does. */
static void
add_root (GString *out, double width, double height, const char *prefix)
{
  if (prefix == NULL)
    g_string_append (out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                          "<svg xmlns=\"http://www.w3.org/2000/svg\" "
                          "xmlns:xlink=\"http://www.w3.org/1999/xlink\"");
  else
    g_string_append (out, "<svg");
  g_string_append_printf (out,
                          " width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\" role=\"img\"%s>\n",
                          (int)width, (int)height, (int)width, (int)height,
                          prefix == NULL ? " aria-labelledby=\"chart-title chart-desc\"" : "");
}

GBytes *
cab_chart_make_svg (const CabChartModel *model,
                    const CabChartTheme *theme,
                    double width,
                    double height,
                    const char *prefix)
{
  g_autofree char *drawn = NULL;
  g_autoptr (GString) out = g_string_new (NULL);
  const char *root;
  const char *inside;
  double wide = ceil (width);
  double high;

  g_return_val_if_fail (model != NULL && theme != NULL && width > 0, NULL);

  high = ceil (get_height (model, theme, wide, height));
  drawn = draw_svg (model, theme, wide, high);
  root = strstr (drawn, "<svg ");
  g_assert (root != NULL);
  inside = strchr (root, '>');
  g_assert (inside != NULL);

  add_root (out, wide, high, prefix);
  add_words (out, model, prefix);
  add_body (out, inside + strlen (">\n"), prefix);
  if (prefix != NULL)
    g_string_replace (out, "xlink:href=", "href=", 0);

  return g_string_free_to_bytes (g_steal_pointer (&out));
}

GBytes *
cab_chart_make_png (const CabChartModel *model,
                    const CabChartTheme *theme,
                    double width,
                    double height,
                    double scale)
{
  GByteArray *bytes;
  cairo_surface_t *surface;
  cairo_t *cr;
  double high;

  g_return_val_if_fail (model != NULL && theme != NULL && width > 0 && scale > 0, NULL);

  high = get_height (model, theme, width, height);
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int)ceil (width * scale),
                                        (int)ceil (high * scale));
  cr = cairo_create (surface);
  cairo_scale (cr, scale, scale);
  cab_chart_draw (cr, model, theme, width, high, NULL);
  cairo_destroy (cr);

  bytes = g_byte_array_new ();
  cairo_surface_write_to_png_stream (surface, append_bytes, bytes);
  cairo_surface_destroy (surface);

  return g_byte_array_free_to_bytes (bytes);
}
