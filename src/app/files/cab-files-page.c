/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-files-page.h"

#include <glib/gi18n.h>

#include "cab-attachment.h"
#include "cab-file-row.h"
#include "cab-file-write.h"
#include "cab-window.h"

struct _CabFilesPage
{
  AdwBin parent_instance;

  /* Owned */
  CabOpenPractice *practice;
  char *client_id;
  GCancellable *loading;
  GListStore *files;
  gulong changed_id;

  /* Template */
  GtkStack *stack;
  GtkListBox *file_list;
};

enum
{
  PROP_PRACTICE = 1,
  PROP_CLIENT_ID,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CabFilesPage, cab_files_page, ADW_TYPE_BIN)

static void
show_toast (CabFilesPage *self, const char *sentence)
{
  GtkWidget *window = gtk_widget_get_ancestor (GTK_WIDGET (self), CAB_TYPE_WINDOW);
  AdwToast *toast;

  if (window == NULL)
    return;

  toast = adw_toast_new (sentence);
  adw_toast_set_use_markup (toast, FALSE);
  cab_window_toast (CAB_WINDOW (window), toast);
}

static gpointer
list_files_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  const CabFilter filter = { .client_id = data, .trashed = 0 };

  return cab_practice_list (practice, &cab_attachment_kind, &filter, error);
}

static void
on_listed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CabFilesPage) self = user_data;
  g_autoptr (GPtrArray) files = NULL;

  if (self->practice == NULL)
    return;

  files = cab_open_practice_run_finish (self->practice, result, NULL);
  if (files == NULL)
    return;

  g_list_store_splice (self->files, 0, g_list_model_get_n_items (G_LIST_MODEL (self->files)),
                       files->pdata, files->len);
  gtk_stack_set_visible_child_name (self->stack, files->len > 0 ? "list" : "empty");
}

static void
load (CabFilesPage *self)
{
  cab_open_practice_run_async (
      self->practice, CAB_JOB_READS, list_files_job, g_strdup (self->client_id), g_free,
      (GDestroyNotify)g_ptr_array_unref, self->loading, on_listed_cb, g_object_ref (self));
}

/* A file on its way in or out; `attachment` only on its way out. */
typedef struct
{
  char *client_id;
  char *attachment_id;
  GFile *file;
} Moving;

static Moving *
moving_new (CabFilesPage *self, const char *attachment_id, GFile *file)
{
  Moving *moving = g_new (Moving, 1);

  *moving = (Moving){ g_strdup (self->client_id), g_strdup (attachment_id), g_object_ref (file) };

  return moving;
}

static void
moving_free (Moving *self)
{
  g_free (self->client_id);
  g_free (self->attachment_id);
  g_object_unref (self->file);
  g_free (self);
}

static gpointer
add_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  const Moving *moving = data;
  g_autoptr (CabRecord) attachment = cab_record_new (&cab_attachment_kind);
  g_autofree char *path = g_file_get_basename (moving->file);
  g_autofree char *name = g_filename_display_name (path);
  g_autofree char *today = cab_practice_dup_today (practice);

  cab_record_set_text (attachment, CAB_OWN (CAB_ATTACHMENT_FIELD_CLIENT_ID), moving->client_id);
  cab_record_set_text (attachment, CAB_OWN (CAB_ATTACHMENT_FIELD_TITLE), name);
  cab_record_set_code (attachment, CAB_OWN (CAB_ATTACHMENT_FIELD_ATTACHMENT_KIND),
                       CAB_ATTACHMENT_KIND_OTHER);
  cab_record_set_text (attachment, CAB_OWN (CAB_ATTACHMENT_FIELD_DATED), today);
  cab_record_set_text (attachment, CAB_OWN (CAB_ATTACHMENT_FIELD_ORIGINAL_NAME), name);

  return cab_attachment_add_file (practice, attachment, moving->file, cancellable, error)
             ? g_steal_pointer (&attachment)
             : NULL;
}

static void
on_added_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CabFilesPage) self = user_data;
  g_autoptr (CabRecord) attachment = NULL;
  g_autoptr (GError) error = NULL;

  if (self->practice == NULL)
    return;

  attachment = cab_open_practice_run_finish (self->practice, result, &error);
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_toast (self, attachment != NULL ? _ ("File added; the one outside is as it was")
                                         : error->message);
}

void
cab_files_page_add_file (CabFilesPage *self, GFile *file)
{
  g_return_if_fail (CAB_IS_FILES_PAGE (self));
  g_return_if_fail (G_IS_FILE (file));

  cab_open_practice_run_async (self->practice, CAB_JOB_WRITES, add_job,
                               moving_new (self, NULL, file), (GDestroyNotify)moving_free,
                               g_object_unref, self->loading, on_added_cb, g_object_ref (self));
}

/* What the writer of a file needs. */
typedef struct
{
  CabPractice *practice;
  CabRecord *attachment;
} Leaving;

static gboolean
write_attachment (GOutputStream *stream, gpointer data, GCancellable *cancellable, GError **error)
{
  const Leaving *leaving = data;

  return cab_attachment_write (leaving->practice, leaving->attachment, stream, cancellable, error);
}

static gpointer
save_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  const Moving *moving = data;
  g_autoptr (CabRecord) attachment
      = cab_practice_load (practice, &cab_attachment_kind, moving->attachment_id, error);
  Leaving leaving = { practice, attachment };

  if (attachment == NULL
      || !cab_file_write (moving->file, write_attachment, &leaving, cancellable, error))
    return NULL;

  return g_steal_pointer (&attachment);
}

static void
on_saved_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CabFilesPage) self = user_data;
  g_autoptr (CabRecord) attachment = NULL;
  g_autoptr (GError) error = NULL;

  if (self->practice == NULL)
    return;

  attachment = cab_open_practice_run_finish (self->practice, result, &error);
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_toast (self, attachment != NULL ? _ ("Copy saved, without encryption") : error->message);
}

void
cab_files_page_save_copy (CabFilesPage *self, CabRecord *attachment, GFile *file)
{
  g_return_if_fail (CAB_IS_FILES_PAGE (self));
  g_return_if_fail (G_IS_FILE (file));

  cab_open_practice_run_async (self->practice, CAB_JOB_WRITES, save_job,
                               moving_new (self, cab_record_get_id (attachment), file),
                               (GDestroyNotify)moving_free, g_object_unref, self->loading,
                               on_saved_cb, g_object_ref (self));
}

static void
on_add_chosen_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CabFilesPage) self = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (object), result, NULL);

  if (file != NULL && self->practice != NULL)
    cab_files_page_add_file (self, file);
}

static void
add_file (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, _ ("Add File"));
  gtk_file_dialog_open (dialog, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, on_add_chosen_cb,
                        g_object_ref (widget));
}

static const CabAction actions[] = {
  { "files.add", NULL, NULL, NULL, NULL, CAB_ACTION_MUTATES, add_file },
};

CAB_DEFINE_ACTION_TABLE (cab_files_actions, actions);

/* The dialog's answer and which row asked. */
typedef struct
{
  CabFilesPage *page;
  CabRecord *attachment;
} Saving;

static void
on_save_chosen_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autofree Saving *saving = user_data;
  g_autoptr (CabFilesPage) self = saving->page;
  g_autoptr (CabRecord) attachment = saving->attachment;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (object), result, NULL);

  if (file != NULL && self->practice != NULL)
    cab_files_page_save_copy (self, attachment, file);
}

static void
on_row_activated_cb (CabFilesPage *self, GtkListBoxRow *row)
{
  CabRecord *attachment = cab_file_row_get_attachment (CAB_FILE_ROW (row));
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  Saving *saving = g_new (Saving, 1);

  *saving = (Saving){ g_object_ref (self), g_object_ref (attachment) };
  gtk_file_dialog_set_title (dialog, _ ("Save a Copy"));
  gtk_file_dialog_set_initial_name (
      dialog, cab_record_get_text (attachment, CAB_OWN (CAB_ATTACHMENT_FIELD_ORIGINAL_NAME)));
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL,
                        on_save_chosen_cb, saving);
}

static GtkWidget *
make_row (gpointer item, gpointer user_data)
{
  CabFilesPage *self = user_data;

  return cab_file_row_new (item, self->practice != NULL
                                     && cab_open_practice_is_discreet (self->practice));
}

static void
start (CabFilesPage *self)
{
  if (self->practice == NULL || self->client_id == NULL || self->changed_id != 0)
    return;

  cab_action_table_bind (&cab_files_actions, GTK_WIDGET (self), G_OBJECT (self->practice));
  self->changed_id = g_signal_connect_swapped (self->practice, "changed", G_CALLBACK (load), self);
  load (self);
}

static void
cab_files_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  CabFilesPage *self = CAB_FILES_PAGE (object);

  if (prop_id == PROP_PRACTICE)
    g_value_set_object (value, self->practice);
  else
    g_value_set_string (value, self->client_id);
}

static void
cab_files_page_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  CabFilesPage *self = CAB_FILES_PAGE (object);

  if (prop_id == PROP_PRACTICE && self->practice == NULL)
    self->practice = g_value_dup_object (value);
  else if (prop_id == PROP_CLIENT_ID && self->client_id == NULL)
    self->client_id = g_value_dup_string (value);
  start (self);
}

static void
cab_files_page_dispose (GObject *object)
{
  CabFilesPage *self = CAB_FILES_PAGE (object);

  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  if (self->practice != NULL)
    g_clear_signal_handler (&self->changed_id, self->practice);
  g_clear_object (&self->files);
  g_clear_object (&self->practice);

  G_OBJECT_CLASS (cab_files_page_parent_class)->dispose (object);
}

static void
cab_files_page_finalize (GObject *object)
{
  g_free (CAB_FILES_PAGE (object)->client_id);

  G_OBJECT_CLASS (cab_files_page_parent_class)->finalize (object);
}

static void
cab_files_page_class_init (CabFilesPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = cab_files_page_get_property;
  object_class->set_property = cab_files_page_set_property;
  object_class->dispose = cab_files_page_dispose;
  object_class->finalize = cab_files_page_finalize;

  properties[PROP_PRACTICE] = g_param_spec_object ("practice", NULL, NULL, CAB_TYPE_OPEN_PRACTICE,
                                                   G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_CLIENT_ID] = g_param_spec_string ("client-id", NULL, NULL, NULL,
                                                    G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/cabinet/Cabinet/ui/files/cab-files-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CabFilesPage, stack);
  gtk_widget_class_bind_template_child (widget_class, CabFilesPage, file_list);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated_cb);
  cab_action_table_install (&cab_files_actions, widget_class);
}

static void
cab_files_page_init (CabFilesPage *self)
{
  self->loading = g_cancellable_new ();
  self->files = g_list_store_new (CAB_TYPE_RECORD);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_bind_model (self->file_list, G_LIST_MODEL (self->files), make_row, self, NULL);
}
