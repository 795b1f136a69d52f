/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-render"

#include "config.h"

#include "cab-pdf.h"

#include "cab-chart-output.h"
#include "cab-pdf-private.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#define FONT_FAMILY "Sans"
#define SMALL_SIZE 8.0
#define LABEL_WIDTH 140.0
#define INDENT 12.0
#define FIELD_GAP 1.5

/* Between head or foot and the text. */
#define FRAME_GAP 24.0

typedef struct
{
  const char *tag;
  double size;
  double before;
  double after;
} HeadingStyle;

typedef struct
{
  guint level;
  const HeadingStyle *style;
  PangoLayout *layout;
} Heading;

static const HeadingStyle heading_styles[] = {
  { "H1", 20, 0, 8 },    { "H2", 15, 22, 6 }, { "H3", 11.5, 16, 4 },
  { "H4", 10.5, 10, 3 }, { "H5", 10, 8, 2 },  { "H6", 10, 8, 2 },
};

static cairo_status_t
write_bytes (void *closure, const unsigned char *bytes, unsigned int length)
{
  CabPdf *self = closure;

  if (self->error == NULL)
    g_output_stream_write_all (self->stream, bytes, length, NULL, NULL, &self->error);

  return self->error == NULL ? CAIRO_STATUS_SUCCESS : CAIRO_STATUS_WRITE_ERROR;
}

double
cab_pdf_get_room (const CabPdf *self)
{
  return self->width - 2 * CAB_PDF_MARGIN;
}

double
cab_pdf_get_bottom (const CabPdf *self)
{
  return self->height - CAB_PDF_MARGIN;
}

/* Lines are never broken inside a word with a hyphen that nobody wrote. */
PangoLayout *
cab_pdf_new_layout (CabPdf *self, const char *text, double width, double size, CabPdfStyle style)
{
  PangoLayout *layout = pango_layout_new (self->context);
  PangoFontDescription *font = pango_font_description_from_string (FONT_FAMILY);
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  if ((style & CAB_PDF_BOLD) != 0)
    pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);

  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);

  pango_layout_set_width (layout, (int)(width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_line_spacing (layout, 1.15f);
  pango_layout_set_text (layout, text, -1);

  return layout;
}

double
cab_pdf_get_layout_height (PangoLayout *layout)
{
  int height;

  pango_layout_get_size (layout, NULL, &height);
  return height / (double)PANGO_SCALE;
}

void
cab_pdf_show (CabPdf *self, PangoLayout *layout, double x, double y, CabPdfStyle style)
{
  double grey = (style & CAB_PDF_DIM) != 0 ? 0.3 : 0;

  if (self->cr == NULL)
    return;

  cairo_set_source_rgb (self->cr, grey, grey, grey);
  cairo_move_to (self->cr, x, y);
  pango_cairo_show_layout (self->cr, layout);
}

/* Head and foot carry no tag, which makes them decoration to a reader. */
static void
draw_frame (CabPdf *self)
{
  g_autofree char *number = NULL;
  g_autoptr (PangoLayout) layout = NULL;
  double foot = self->height - CAB_PDF_MARGIN + FRAME_GAP / 2;

  if (self->head != NULL)
    {
      layout = cab_pdf_new_layout (self, self->head, cab_pdf_get_room (self), SMALL_SIZE,
                                   CAB_PDF_PLAIN);
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
      cab_pdf_show (self, layout, CAB_PDF_MARGIN, CAB_PDF_MARGIN - FRAME_GAP, CAB_PDF_DIM);
      g_clear_object (&layout);
    }
  if (self->foot != NULL)
    {
      layout = cab_pdf_new_layout (self, self->foot, cab_pdf_get_room (self), SMALL_SIZE,
                                   CAB_PDF_PLAIN);
      cab_pdf_show (self, layout, CAB_PDF_MARGIN, foot, CAB_PDF_DIM);
      g_clear_object (&layout);
    }

  /* Translators: in the foot of a page: its number, and how many there are. */
  number = g_strdup_printf (_ ("Page %1$u of %2$u"), self->page, self->n_pages);
  layout = cab_pdf_new_layout (self, number, cab_pdf_get_room (self), SMALL_SIZE, CAB_PDF_PLAIN);
  pango_layout_set_alignment (layout, PANGO_ALIGN_RIGHT);
  cab_pdf_show (self, layout, CAB_PDF_MARGIN, foot, CAB_PDF_DIM);
}

static void
begin_page (CabPdf *self)
{
  self->page++;
  self->y = CAB_PDF_MARGIN;
  if (self->cr != NULL)
    draw_frame (self);
}

void
cab_pdf_begin_tag (CabPdf *self, const char *tag)
{
  g_assert (self->tag == NULL);

  self->tag = tag;
  if (self->cr != NULL)
    cairo_tag_begin (self->cr, tag, NULL);
}

void
cab_pdf_end_tag (CabPdf *self)
{
  g_assert (self->tag != NULL);

  if (self->cr != NULL)
    cairo_tag_end (self->cr, self->tag);
  self->tag = NULL;
}

void
cab_pdf_need (CabPdf *self, double height)
{
  const char *tag = self->tag;

  if (self->y + height <= cab_pdf_get_bottom (self) || self->y <= CAB_PDF_MARGIN)
    return;

  if (tag != NULL)
    cab_pdf_end_tag (self);
  if (self->cr != NULL)
    cairo_show_page (self->cr);
  begin_page (self);
  if (tag != NULL)
    cab_pdf_begin_tag (self, tag);
}

void
cab_pdf_flow (CabPdf *self, PangoLayout *layout, double x, CabPdfStyle style)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  double grey = (style & CAB_PDF_DIM) != 0 ? 0.3 : 0;

  do
    {
      PangoRectangle line;
      double baseline = pango_layout_iter_get_baseline (iter) / (double)PANGO_SCALE;
      double height;

      pango_layout_iter_get_line_extents (iter, NULL, &line);
      height = line.height / (double)PANGO_SCALE;
      cab_pdf_need (self, height);
      if (self->cr != NULL)
        {
          cairo_set_source_rgb (self->cr, grey, grey, grey);
          cairo_move_to (self->cr, x + line.x / (double)PANGO_SCALE,
                         self->y + baseline - line.y / (double)PANGO_SCALE);
          pango_cairo_show_layout_line (self->cr, pango_layout_iter_get_line_readonly (iter));
        }
      self->y += height;
    }
  while (pango_layout_iter_next_line (iter));

  pango_layout_iter_free (iter);
}

/* One layout a paragraph, so that a long text needs the memory of one. */
static void
flow_text (CabPdf *self, const char *text, double x, double size, CabPdfStyle style)
{
  double width = self->width - CAB_PDF_MARGIN - x;
  const char *at = text;

  while (*at != '\0')
    {
      gsize length = strcspn (at, "\n");
      g_autofree char *paragraph = g_strndup (at, length);
      g_autoptr (PangoLayout) layout = NULL;

      g_strchomp (paragraph);
      layout = cab_pdf_new_layout (self, paragraph, width, size, style);
      cab_pdf_begin_tag (self, "P");
      cab_pdf_flow (self, layout, x, style);
      cab_pdf_end_tag (self);
      at += length + (at[length] == '\n');
    }
}

/* Sections and records are found in the bookmarks. */
static void
add_bookmark (CabPdf *self, guint level, const char *text)
{
  g_autofree char *place = NULL;
  char y[G_ASCII_DTOSTR_BUF_SIZE];
  int parent = CAIRO_PDF_OUTLINE_ROOT;

  if (self->surface == NULL || level > 3)
    return;

  for (guint i = 1; i < level; i++)
    {
      if (self->outline[i - 1] != 0)
        parent = self->outline[i - 1];
    }
  g_ascii_formatd (y, sizeof y, "%.1f", self->y);
  place = g_strdup_printf ("page=%u pos=[0 %s]", self->page, y);
  self->outline[level - 1] = cairo_pdf_surface_add_outline (
      self->surface, parent, text, place, level < 3 ? CAIRO_PDF_OUTLINE_FLAG_OPEN : 0);
  for (guint i = level; i < G_N_ELEMENTS (self->outline); i++)
    self->outline[i] = 0;
}

static void
free_heading (gpointer data)
{
  Heading *heading = data;

  g_object_unref (heading->layout);
  g_free (heading);
}

double
cab_pdf_get_pending_height (const CabPdf *self)
{
  double height = 0;

  for (guint i = 0; i < self->pending->len; i++)
    {
      const Heading *heading = g_ptr_array_index (self->pending, i);

      height += heading->style->before + cab_pdf_get_layout_height (heading->layout)
                + heading->style->after;
    }

  return height;
}

void
cab_pdf_follow (CabPdf *self, double height)
{
  if (self->pending->len == 0)
    return;

  cab_pdf_need (self, cab_pdf_get_pending_height (self) + height);
  for (guint i = 0; i < self->pending->len; i++)
    {
      const Heading *heading = g_ptr_array_index (self->pending, i);

      if (self->y > CAB_PDF_MARGIN)
        self->y += heading->style->before;
      add_bookmark (self, heading->level, pango_layout_get_text (heading->layout));
      cab_pdf_begin_tag (self, heading->style->tag);
      cab_pdf_flow (self, heading->layout, CAB_PDF_MARGIN, CAB_PDF_PLAIN);
      cab_pdf_end_tag (self);
      self->y += heading->style->after;
    }
  g_ptr_array_set_size (self->pending, 0);
}

void
cab_pdf_add_heading (CabDocument *document, guint level, const char *text)
{
  CabPdf *self = (CabPdf *)document;
  Heading *heading = g_new0 (Heading, 1);

  heading->level = level;
  heading->style = &heading_styles[MIN (level, G_N_ELEMENTS (heading_styles)) - 1];
  heading->layout = cab_pdf_new_layout (self, text, cab_pdf_get_room (self), heading->style->size,
                                        CAB_PDF_BOLD);
  g_ptr_array_add (self->pending, heading);
}

void
cab_pdf_add_text (CabDocument *document, const char *text, gboolean is_small)
{
  CabPdf *self = (CabPdf *)document;

  cab_pdf_follow (self, 2 * CAB_PDF_TEXT_SIZE);
  if (is_small)
    self->y += 4;
  flow_text (self, text, CAB_PDF_MARGIN, is_small ? SMALL_SIZE : CAB_PDF_TEXT_SIZE,
             is_small ? CAB_PDF_DIM : CAB_PDF_PLAIN);
  self->y += 4;
}

static void
add_field (CabDocument *document, const char *label, const char *value, gboolean is_long)
{
  CabPdf *self = (CabPdf *)document;
  double room = cab_pdf_get_room (self);
  g_autoptr (PangoLayout) head = cab_pdf_new_layout (
      self, label, is_long ? room : LABEL_WIDTH - INDENT, CAB_PDF_TEXT_SIZE, CAB_PDF_PLAIN);
  g_autoptr (PangoLayout) body = NULL;
  double height = cab_pdf_get_layout_height (head);
  double lowest;

  cab_pdf_follow (self, 4 * CAB_PDF_TEXT_SIZE);
  if (is_long)
    {
      self->y += 3;
      cab_pdf_need (self, height + 2 * CAB_PDF_TEXT_SIZE);
      cab_pdf_begin_tag (self, "P");
      cab_pdf_flow (self, head, CAB_PDF_MARGIN, CAB_PDF_DIM);
      cab_pdf_end_tag (self);
      flow_text (self, value, CAB_PDF_MARGIN + INDENT, CAB_PDF_TEXT_SIZE, CAB_PDF_PLAIN);
      self->y += 4;
      return;
    }

  body = cab_pdf_new_layout (self, value, room - LABEL_WIDTH, CAB_PDF_TEXT_SIZE, CAB_PDF_PLAIN);
  cab_pdf_need (self, height);
  lowest = self->y + height;
  cab_pdf_begin_tag (self, "P");
  cab_pdf_show (self, head, CAB_PDF_MARGIN, self->y, CAB_PDF_DIM);
  cab_pdf_flow (self, body, CAB_PDF_MARGIN + LABEL_WIDTH, CAB_PDF_PLAIN);
  cab_pdf_end_tag (self);
  /* A long label beside a short value. */
  if (self->y > CAB_PDF_MARGIN + height)
    self->y = MAX (self->y, lowest);
  self->y += FIELD_GAP;
}

static gboolean
check (CabDocument *document, GError **error)
{
  CabPdf *self = (CabPdf *)document;

  if (self->error == NULL)
    return TRUE;

  g_propagate_error (error, g_error_copy (self->error));
  return FALSE;
}

static gboolean
finish (CabDocument *document, guint *n_pages, GError **error)
{
  CabPdf *self = (CabPdf *)document;

  g_return_val_if_fail (!self->is_finished, FALSE);

  cab_pdf_follow (self, 0);
  self->is_finished = TRUE;
  if (n_pages != NULL)
    *n_pages = self->page;
  if (self->cr != NULL)
    {
      cairo_tag_end (self->cr, "Document");
      cairo_show_page (self->cr);
      cairo_surface_finish (self->surface);
      if (self->error == NULL && cairo_surface_status (self->surface) != CAIRO_STATUS_SUCCESS)
        g_set_error_literal (&self->error, G_IO_ERROR, G_IO_ERROR_FAILED,
                             cairo_status_to_string (cairo_surface_status (self->surface)));
    }

  return check (document, error);
}

static void
free_pdf (CabDocument *document)
{
  CabPdf *self = (CabPdf *)document;

  g_clear_pointer (&self->cr, cairo_destroy);
  if (self->surface != NULL)
    {
      /* What is not finished is given up: nothing of it goes to the stream. */
      if (!self->is_finished && self->error == NULL)
        g_set_error_literal (&self->error, G_IO_ERROR, G_IO_ERROR_CLOSED, "given up");
      cairo_surface_destroy (self->surface);
    }
  g_ptr_array_unref (self->pending);
  g_clear_object (&self->context);
  g_clear_object (&self->stream);
  g_clear_error (&self->error);
  g_free (self->head);
  g_free (self->foot);
  g_free (self);
}

static PangoContext *
new_context (void)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  pango_cairo_context_set_resolution (context, 72);
  pango_context_set_round_glyph_positions (context, FALSE);
  cairo_font_options_destroy (options);

  return context;
}

static void
open_surface (CabPdf *self, const CabDocumentSetup *setup)
{
  self->surface
      = cairo_pdf_surface_create_for_stream (write_bytes, self, self->width, self->height);
  cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_TITLE, setup->title);
  cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_CREATOR,
                                  "Cabinet " CAB_VERSION);
  cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_CREATE_DATE, setup->created);
  cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_MOD_DATE, setup->created);
  self->cr = cairo_create (self->surface);
  /* Cairo calls a file tagged only when all of it is in one document. */
  cairo_tag_begin (self->cr, "Document", NULL);
}

CabDocument *
cab_pdf_new (GOutputStream *stream, const CabDocumentSetup *setup)
{
  static const CabDocumentFuncs funcs = {
    .add_heading = cab_pdf_add_heading,
    .add_text = cab_pdf_add_text,
    .add_field = add_field,
    .add_chart = cab_pdf_add_chart,
    .check = check,
    .finish = finish,
    .free = free_pdf,
  };
  CabPdf *self;

  g_return_val_if_fail (setup != NULL && setup->title != NULL && setup->created != NULL, NULL);

  self = g_new0 (CabPdf, 1);
  self->parent.funcs = &funcs;
  self->head = g_strdup (setup->head);
  self->foot = g_strdup (setup->foot);
  self->n_pages = setup->n_pages;
  self->width = setup->is_letter ? 612 : 595.28;
  self->height = setup->is_letter ? 792 : 841.89;
  self->context = new_context ();
  self->pending = g_ptr_array_new_with_free_func (free_heading);
  if (stream != NULL)
    {
      self->stream = g_object_ref (stream);
      open_surface (self, setup);
    }
  begin_page (self);

  return &self->parent;
}

/* As wide as a page of a bundle lets it be. */
#define SVG_WIDTH 720

static GBytes *
make_svg (const CabChartModel *chart, const char *prefix)
{
  return cab_chart_make_svg (chart, cab_chart_theme_get (CAB_CHART_LOOK_LIGHT), SVG_WIDTH, 0,
                             prefix);
}

const CabDrawing *
cab_render_get_drawing (void)
{
  static const CabDrawing drawing = { cab_pdf_new, make_svg };

  return &drawing;
}
