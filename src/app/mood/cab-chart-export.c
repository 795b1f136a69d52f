/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-chart-export.h"

#include <glib/gi18n.h>

#include "cab-chart-paper.h"
#include "cab-chart-table.h"
#include "cab-client.h"
#include "cab-file-write.h"
#include "cab-window.h"

/* An export on its way: first to the dialog, then to the file's thread. */
typedef struct
{
  GtkWidget *widget;
  CabOpenPractice *practice;
  CabChartModel *chart;
  char *client_id;
  char *format;
  GFile *file;
} Export;

static void
export_free (Export *self)
{
  g_clear_object (&self->widget);
  g_clear_object (&self->practice);
  g_clear_object (&self->file);
  cab_chart_model_unref (self->chart);
  g_free (self->client_id);
  g_free (self->format);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Export, export_free)

static Export *
export_new (GtkWidget *widget,
            CabOpenPractice *practice,
            const char *client_id,
            CabChartModel *chart,
            const char *format)
{
  Export *self = g_new0 (Export, 1);

  self->widget = g_object_ref (widget);
  self->practice = g_object_ref (practice);
  self->client_id = g_strdup (client_id);
  self->chart = cab_chart_model_ref (chart);
  self->format = g_strdup (format);

  return self;
}

/* What goes to the file's thread knows no widget. */
static Export *
export_new_job (const Export *asked, GFile *file)
{
  Export *self = g_new0 (Export, 1);

  self->client_id = g_strdup (asked->client_id);
  self->chart = cab_chart_model_ref (asked->chart);
  self->format = g_strdup (asked->format);
  self->file = g_object_ref (file);

  return self;
}

typedef gboolean (*WriteFunc) (CabPractice *practice,
                               CabRecord *client,
                               CabChartModel *chart,
                               GOutputStream *stream,
                               GError **error);

static const struct
{
  const char *format;
  WriteFunc write;
} formats[] = {
  { "pdf", cab_chart_paper_write },
  { "svg", cab_chart_picture_write },
  { "csv", cab_chart_table_write },
};

static WriteFunc
find_writer (const char *format)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_strcmp0 (formats[i].format, format) == 0)
      return formats[i].write;

  return NULL;
}

/* What the writer of a file needs. */
typedef struct
{
  CabPractice *practice;
  CabRecord *client;
  const Export *export;
} Drawing;

static gboolean
write_chart (GOutputStream *stream, gpointer data, GCancellable *cancellable, GError **error)
{
  const Drawing *drawing = data;

  return find_writer (drawing->export->format) (drawing->practice, drawing->client,
                                                drawing->export->chart, stream, error);
}

static gpointer
export_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  const Export *export = data;
  g_autoptr (CabRecord) client
      = cab_practice_load (practice, &cab_client_kind, export->client_id, error);
  Drawing drawing = { practice, client, export };

  if (client == NULL || !cab_file_write (export->file, write_chart, &drawing, cancellable, error))
    return NULL;

  return g_object_ref (export->file);
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
on_exported_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Export) waiting = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = cab_open_practice_run_finish (waiting->practice, result, &error);

  if (file != NULL)
    show_toast (waiting->widget, _ ("Chart exported"));
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_toast (waiting->widget, error->message);
}

/* @asked: (transfer full): what was asked for */
static void
start_job (Export *asked, GFile *file)
{
  cab_open_practice_run_async (asked->practice, CAB_JOB_WRITES, export_job,
                               export_new_job (asked, file), (GDestroyNotify)export_free,
                               g_object_unref, NULL, on_exported_cb, asked);
}

void
cab_chart_export_to (GtkWidget *widget,
                     CabOpenPractice *practice,
                     const char *client_id,
                     CabChartModel *chart,
                     const char *format,
                     GFile *file)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (find_writer (format) != NULL);

  start_job (export_new (widget, practice, client_id, chart, format), file);
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
cab_chart_export_ask (GtkWidget *widget,
                      CabOpenPractice *practice,
                      const char *client_id,
                      CabChartModel *chart,
                      const char *format)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autofree char *name = NULL;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (find_writer (format) != NULL);

  /* Names nobody: the file may lie about. */
  name = g_strdup_printf ("%s.%s", _ ("Chart"), format);
  gtk_file_dialog_set_title (dialog, _ ("Export Chart"));
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, on_file_chosen_cb,
                        export_new (widget, practice, client_id, chart, format));
}
