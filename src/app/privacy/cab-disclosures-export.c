/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-disclosures-export.h"

#include <glib/gi18n.h>

#include "cab-disclosure-paper.h"
#include "cab-disclosure-table.h"
#include "cab-file-write.h"
#include "cab-window.h"

typedef gboolean (*WriteFunc) (CabPractice *practice,
                               const CabDisclosureQuery *query,
                               GOutputStream *stream,
                               GCancellable *cancellable,
                               GError **error);

/* An export on its way; what goes to the file's thread knows no widget. */
typedef struct
{
  GtkWidget *widget;
  CabOpenPractice *practice;
  CabLogFilter *filter;
  WriteFunc write;
  GFile *file;
} Export;

static void
export_free (Export *self)
{
  g_clear_object (&self->widget);
  g_clear_object (&self->practice);
  g_clear_object (&self->file);
  g_clear_pointer (&self->filter, cab_log_filter_free);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Export, export_free)

static Export *
export_new (GtkWidget *widget,
            CabOpenPractice *practice,
            const CabLogFilter *filter,
            const char *format)
{
  Export *self = g_new0 (Export, 1);

  self->widget = g_object_ref (widget);
  self->practice = g_object_ref (practice);
  self->filter = cab_log_filter_copy (filter);
  self->write
      = g_str_equal (format, "pdf") ? cab_disclosure_paper_write : cab_disclosure_table_write;

  return self;
}

/* What the writer of a file needs. */
typedef struct
{
  CabPractice *practice;
  const Export *export;
} Writing;

static gboolean
write_register (GOutputStream *stream, gpointer data, GCancellable *cancellable, GError **error)
{
  const Writing *writing = data;
  const CabLogFilter *filter = writing->export->filter;
  const CabDisclosureQuery query = {
    .client_id = filter->client_id,
    .ground = filter->code,
    .from = filter->from,
    .to = filter->to,
  };

  return writing->export->write (writing->practice, &query, stream, cancellable, error);
}

static gpointer
export_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  const Export *export = data;
  Writing writing = { practice, export };

  if (!cab_file_write (export->file, write_register, &writing, cancellable, error))
    return NULL;

  return g_object_ref (export->file);
}

static void
on_exported_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Export) asked = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = cab_open_practice_run_finish (asked->practice, result, &error);
  GtkWidget *window = gtk_widget_get_ancestor (asked->widget, CAB_TYPE_WINDOW);
  AdwToast *toast;

  if (window == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  toast = adw_toast_new (file != NULL ? _ ("Register exported") : error->message);
  adw_toast_set_use_markup (toast, FALSE);
  cab_window_toast (CAB_WINDOW (window), toast);
}

/* @asked: (transfer full): what was asked for */
static void
start_job (Export *asked, GFile *file)
{
  Export *job = g_new0 (Export, 1);

  job->filter = cab_log_filter_copy (asked->filter);
  job->write = asked->write;
  job->file = g_object_ref (file);
  cab_open_practice_run_async (asked->practice, CAB_JOB_WRITES, export_job, job,
                               (GDestroyNotify)export_free, g_object_unref, NULL, on_exported_cb,
                               asked);
}

void
cab_disclosures_export_to (GtkWidget *widget,
                           CabOpenPractice *practice,
                           const CabLogFilter *filter,
                           const char *format,
                           GFile *file)
{
  g_return_if_fail (GTK_IS_WIDGET (widget) && CAB_IS_OPEN_PRACTICE (practice));

  start_job (export_new (widget, practice, filter, format), file);
}

static void
on_file_chosen_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Export) asked = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (object), result, NULL);

  if (file != NULL && !cab_open_practice_is_closed (asked->practice))
    start_job (g_steal_pointer (&asked), file);
}

void
cab_disclosures_export_ask (GtkWidget *widget,
                            CabOpenPractice *practice,
                            const CabLogFilter *filter,
                            const char *format)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autofree char *name = g_strdup_printf ("%s.%s", _ ("Disclosures"), format);

  g_return_if_fail (GTK_IS_WIDGET (widget) && CAB_IS_OPEN_PRACTICE (practice));

  gtk_file_dialog_set_title (dialog, _ ("Export Register"));
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, on_file_chosen_cb,
                        export_new (widget, practice, filter, format));
}
