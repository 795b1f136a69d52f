/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-recovery-print.h"

#include <cairo-pdf.h>
#include <glib/gi18n.h>
#include <string.h>

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

static Waiting *
waiting_new (const CabRecoverySheet *sheet)
{
  Waiting *self = g_new0 (Waiting, 1);

  self->code = cab_secret_dup (sheet->code);
  /* Translators: %s names the sheet, such as 7Q2K-9FXC */
  self->title = g_strdup_printf (_ ("Cabinet Recovery Sheet %s"), sheet->fingerprint);
  self->facts = g_strdup_printf (
      /* Translators: a file name, its first bytes in hexadecimal, a date, and the last entry of
       * the activity log */
      _ ("Practice file: %1$s\nFile header: %2$s\nMade on: %3$s\nActivity log at: %4$s\n\n"
         "These four lines open the practice without its passphrase. On the lock page choose "
         "“Use Recovery Sheet…”, or run: cabinet-cli -p FILE --recovery client list\n\n"
         "Keep this paper away from the computer. Whoever has it and the file can read it."),
      sheet->file_name, sheet->header, sheet->date, sheet->anchor);

  return self;
}

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

static void
draw_sheet (cairo_t *cr, Waiting *waiting)
{
  cairo_move_to (cr, MARGIN, MARGIN);
  draw_text (cr, "Sans Bold 16", waiting->title, -1);
  draw_text (cr, "Monospace 18", (const char *)cab_secret_open (waiting->code),
             (int)cab_secret_get_length (waiting->code));
  cab_secret_close (waiting->code);
  draw_text (cr, "Sans 11", waiting->facts, -1);
}

static void
on_printer_chosen_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Waiting) waiting = user_data;
  g_autoptr (GOutputStream) stream
      = gtk_print_dialog_print_finish (GTK_PRINT_DIALOG (object), result, NULL);
  cairo_surface_t *surface;
  cairo_t *cr;

  /* Dismissed, or no printer: the sheet is still on the screen. */
  if (stream == NULL)
    return;

  surface = cairo_pdf_surface_create_for_stream (write_bytes, stream, PAGE_WIDTH, PAGE_HEIGHT);
  cr = cairo_create (surface);
  draw_sheet (cr, waiting);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  g_output_stream_close (stream, NULL, NULL);
}

void
cab_recovery_print (GtkWindow *parent, const CabRecoverySheet *sheet)
{
  g_autoptr (GtkPrintDialog) dialog = NULL;

  g_return_if_fail (sheet != NULL);

  dialog = gtk_print_dialog_new ();
  gtk_print_dialog_set_title (dialog, _ ("Print Recovery Sheet"));
  gtk_print_dialog_print (dialog, parent, NULL, NULL, on_printer_chosen_cb, waiting_new (sheet));
}
