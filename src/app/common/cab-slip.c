/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-slip.h"

#include <cairo-pdf.h>

/* Points: ISO A4, which leaves room on US Letter as well. */
#define PAGE_WIDTH 595.0
#define PAGE_HEIGHT 842.0
#define MARGIN 72.0

/* What waits for the printer to be chosen. */
typedef struct
{
  CabSecret *code;
  char *title;
  char *facts;
} Waiting;

static void
waiting_free (Waiting *self)
{
  cab_secret_free (self->code);
  g_free (self->title);
  g_free (self->facts);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Waiting, waiting_free)

static cairo_status_t
write_bytes (void *closure, const unsigned char *bytes, unsigned int length)
{
  return g_output_stream_write_all (closure, bytes, length, NULL, NULL, NULL)
             ? CAIRO_STATUS_SUCCESS
             : CAIRO_STATUS_WRITE_ERROR;
}

/* Draws one paragraph and moves down past it. */
static void
draw_text (cairo_t *cr, const char *font, const char *text, int length)
{
  g_autoptr (PangoLayout) layout = pango_cairo_create_layout (cr);
  PangoFontDescription *description = pango_font_description_from_string (font);
  int height;

  pango_layout_set_font_description (layout, description);
  pango_font_description_free (description);
  pango_layout_set_width (layout, (int)(PAGE_WIDTH - 2 * MARGIN) * PANGO_SCALE);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_text (layout, text, length);
  pango_cairo_show_layout (cr, layout);
  pango_layout_get_pixel_size (layout, NULL, &height);
  cairo_rel_move_to (cr, 0, height + 24);
}

double
cab_slip_draw (cairo_t *cr, const char *title, CabSecret *code, const char *facts)
{
  double reached;

  cairo_move_to (cr, MARGIN, MARGIN);
  draw_text (cr, "Sans Bold 16", title, -1);
  draw_text (cr, "Monospace 18", (const char *)cab_secret_open (code),
             (int)cab_secret_get_length (code));
  cab_secret_close (code);
  draw_text (cr, "Sans 11", facts, -1);
  cairo_get_current_point (cr, NULL, &reached);

  return reached;
}

static void
on_printer_chosen_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Waiting) waiting = user_data;
  g_autoptr (GOutputStream) stream
      = gtk_print_dialog_print_finish (GTK_PRINT_DIALOG (object), result, NULL);
  cairo_surface_t *surface;
  cairo_t *cr;

  /* Dismissed, or no printer: the paper is still on the screen. */
  if (stream == NULL)
    return;

  surface = cairo_pdf_surface_create_for_stream (write_bytes, stream, PAGE_WIDTH, PAGE_HEIGHT);
  cr = cairo_create (surface);
  cab_slip_draw (cr, waiting->title, waiting->code, waiting->facts);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  g_output_stream_close (stream, NULL, NULL);
}

void
cab_slip_print (GtkWindow *parent,
                const char *heading,
                const char *title,
                CabSecret *code,
                const char *facts)
{
  g_autoptr (GtkPrintDialog) dialog = NULL;
  Waiting *waiting;

  g_return_if_fail (code != NULL);

  waiting = g_new0 (Waiting, 1);
  waiting->code = cab_secret_dup (code);
  waiting->title = g_strdup (title);
  waiting->facts = g_strdup (facts);
  dialog = gtk_print_dialog_new ();
  gtk_print_dialog_set_title (dialog, heading);
  gtk_print_dialog_print (dialog, parent, NULL, NULL, on_printer_chosen_cb, waiting);
}
