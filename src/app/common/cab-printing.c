/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-printing.h"

#include <glib/gi18n.h>

#include "cab-file-fault.h"
#include "cab-file-write.h"
#include "cab-window.h"

/* A paper on its way: first to a dialog, then to the file's thread. */
typedef struct
{
  GtkWidget *widget;
  CabOpenPractice *practice;
  CabPrintingFunc func;
  char *id;
} Printing;

static void
printing_free (Printing *self)
{
  g_clear_object (&self->widget);
  g_clear_object (&self->practice);
  g_free (self->id);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Printing, printing_free)

static Printing *
printing_new (GtkWidget *widget, CabOpenPractice *practice, CabPrintingFunc func, const char *id)
{
  Printing *self = g_new0 (Printing, 1);

  self->widget = g_object_ref (widget);
  self->practice = g_object_ref (practice);
  self->func = func;
  self->id = g_strdup (id);

  return self;
}

/* What the file's thread is given. */
typedef struct
{
  CabPrintingFunc func;
  char *id;
  GOutputStream *stream;
  GFile *file; /* (nullable): where the stream leads, unless to a printer */
  gboolean is_new;
} Paper;

static void
paper_free (Paper *self)
{
  g_object_unref (self->stream);
  g_clear_object (&self->file);
  g_free (self->id);
  g_free (self);
}

static gpointer
write_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  const Paper *paper = data;
  g_autoptr (GCancellable) broken = NULL;

  if (paper->func (practice, paper->id, paper->stream, error)
      && g_output_stream_close (paper->stream, cancellable, error))
    return NULL;

  if (paper->file != NULL)
    {
      cab_file_fault_write (error, g_file_peek_path (paper->file));
      cab_file_write_undo (paper->file, paper->stream, paper->is_new);
      return NULL;
    }

  /* A printer is told as well that the paper is not whole. */
  broken = g_cancellable_new ();
  g_cancellable_cancel (broken);
  g_output_stream_close (paper->stream, broken, NULL);

  return NULL;
}

static void
show_toast (GtkWidget *widget, const char *sentence)
{
  GtkWidget *window = gtk_widget_get_ancestor (widget, CAB_TYPE_WINDOW);
  AdwToast *toast;

  if (window == NULL)
    return;

  toast = adw_toast_new (sentence);
  adw_toast_set_use_markup (toast, FALSE);
  cab_window_toast (CAB_WINDOW (window), toast);
}

static void
on_written_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Printing) self = user_data;
  g_autoptr (GError) error = NULL;

  cab_open_practice_run_finish (self->practice, result, &error);
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_toast (self->widget, error == NULL ? _ ("Put on paper") : error->message);
}

/* @self: (transfer full); @file: (nullable): where @stream leads */
static void
start (Printing *self, GOutputStream *stream, GFile *file, gboolean is_new)
{
  Paper *paper = g_new0 (Paper, 1);

  paper->func = self->func;
  paper->id = g_strdup (self->id);
  paper->stream = g_object_ref (stream);
  paper->file = file != NULL ? g_object_ref (file) : NULL;
  paper->is_new = is_new;
  cab_open_practice_run_async (self->practice, CAB_JOB_WRITES, write_job, paper,
                               (GDestroyNotify)paper_free, NULL, NULL, on_written_cb, self);
}

static void
on_printer_chosen_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Printing) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GOutputStream) stream
      = gtk_print_dialog_print_finish (GTK_PRINT_DIALOG (object), result, &error);

  if (cab_open_practice_is_closed (self->practice))
    return;
  if (stream != NULL)
    start (g_steal_pointer (&self), stream, NULL, FALSE);
  else if (g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_FAILED))
    show_toast (self->widget, _ ("No printer could be reached"));
}

void
cab_printing_print (GtkWidget *widget,
                    CabOpenPractice *practice,
                    const char *title,
                    CabPrintingFunc func,
                    const char *id)
{
  g_autoptr (GtkPrintDialog) dialog = gtk_print_dialog_new ();

  g_return_if_fail (GTK_IS_WIDGET (widget));

  gtk_print_dialog_set_title (dialog, title);
  gtk_print_dialog_print (dialog, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, NULL,
                          on_printer_chosen_cb, printing_new (widget, practice, func, id));
}

static void
on_file_chosen_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Printing) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (object), result, NULL);
  g_autoptr (GFileOutputStream) stream = NULL;
  gboolean is_new;

  if (file == NULL || cab_open_practice_is_closed (self->practice))
    return;

  is_new = !g_file_query_exists (file, NULL);
  stream = g_file_replace (file, NULL, FALSE,
                           G_FILE_CREATE_PRIVATE | G_FILE_CREATE_REPLACE_DESTINATION, NULL, &error);
  if (stream == NULL)
    {
      cab_file_fault_write (&error, g_file_peek_path (file));
      show_toast (self->widget, error->message);
    }
  else
    start (g_steal_pointer (&self), G_OUTPUT_STREAM (stream), file, is_new);
}

void
cab_printing_save (GtkWidget *widget,
                   CabOpenPractice *practice,
                   const char *title,
                   const char *name,
                   CabPrintingFunc func,
                   const char *id)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  g_return_if_fail (GTK_IS_WIDGET (widget));

  gtk_file_dialog_set_title (dialog, title);
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, on_file_chosen_cb,
                        printing_new (widget, practice, func, id));
}

void
cab_printing_write_to (GtkWidget *widget,
                       CabOpenPractice *practice,
                       CabPrintingFunc func,
                       const char *id,
                       GOutputStream *stream)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (G_IS_OUTPUT_STREAM (stream));

  start (printing_new (widget, practice, func, id), stream, NULL, FALSE);
}
