/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-backups-page.h"

#include <glib/gi18n.h>

#include "cab-announce.h"
#include "cab-backup-row.h"
#include "cab-erasure.h"
#include "cab-notices.h"
#include "cab-practice-settings.h"
#include "cab-progress.h"
#include "cab-store.h"
#include "cab-vault-error.h"
#include "cab-window.h"

#define FOLDER_PREFERENCE "backup-folder"
#define DEFAULT_DAYS 30

struct _CabBackupsPage
{
  AdwNavigationPage parent_instance;

  /* Owned */
  CabOpenPractice *practice;
  GListStore *backups;
  char *folder;
  GCancellable *loading;
  GCancellable *making;
  CabProgress *progress;
  gulong changed_id;

  /* Template */
  AdwActionRow *folder_row;
  AdwActionRow *none_row;
  GtkListBox *backup_list;
  GtkStack *make_stack;
  GtkProgressBar *progress_bar;
};

enum
{
  PROP_PRACTICE = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CabBackupsPage, cab_backups_page, ADW_TYPE_NAVIGATION_PAGE)

/* What the page shows, read on the file's thread. */
typedef struct
{
  GPtrArray *items;
  char *folder;
} Shown;

static void
shown_free (Shown *self)
{
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_free (self->folder);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Shown, shown_free)

static gpointer
list_backups_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) entries = cab_backup_list (cab_practice_get_vault (practice), error);
  const char *zone = cab_practice_settings_get_zone (practice);
  g_autoptr (Shown) shown = NULL;

  if (entries == NULL)
    return NULL;

  shown = g_new0 (Shown, 1);
  shown->items = g_ptr_array_new_with_free_func (g_object_unref);
  shown->folder = cab_practice_dup_preference (practice, FOLDER_PREFERENCE);
  for (guint i = 0; i < entries->len; i++)
    g_ptr_array_add (shown->items, cab_backup_item_new (entries->pdata[i], zone));

  return g_steal_pointer (&shown);
}

static void
on_listed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CabBackupsPage) self = user_data;
  g_autoptr (Shown) shown = NULL;

  if (self->practice == NULL)
    return;

  shown = cab_open_practice_run_finish (self->practice, result, NULL);
  if (shown == NULL)
    return;

  g_list_store_splice (self->backups, 0, g_list_model_get_n_items (G_LIST_MODEL (self->backups)),
                       shown->items->pdata, shown->items->len);
  gtk_widget_set_visible (GTK_WIDGET (self->none_row), shown->items->len == 0);
  gtk_widget_set_visible (GTK_WIDGET (self->backup_list), shown->items->len > 0);
  g_free (self->folder);
  self->folder = g_steal_pointer (&shown->folder);
  adw_action_row_set_subtitle (self->folder_row,
                               self->folder != NULL ? self->folder : _ ("Not chosen yet"));
}

static void
load (CabBackupsPage *self)
{
  cab_open_practice_run_async (self->practice, CAB_JOB_READS, list_backups_job, NULL, NULL,
                               (GDestroyNotify)shown_free, self->loading, on_listed_cb,
                               g_object_ref (self));
}

/* A backup on its way. */
typedef struct
{
  char *folder;
  CabProgress *progress;
} Making;

static void
making_free (Making *self)
{
  g_free (self->folder);
  g_object_unref (self->progress);
  g_free (self);
}

static gboolean
rotate (CabPractice *practice, GError **error)
{
  CabRecord *settings = cab_practice_get_settings (practice);
  gint64 days = DEFAULT_DAYS;

  if (settings != NULL)
    cab_record_get_integer (settings, CAB_OWN (CAB_PRACTICE_FIELD_BACKUP_DAYS), &days);

  return cab_backup_rotate (cab_practice_get_vault (practice), (guint)days, NULL, NULL, error);
}

static gpointer
make_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  Making *making = data;
  g_autofree char *path = NULL;
  const CabCopyWatch watch = {
    .rows = cab_store_walk_rows,
    .adopt = cab_erasure_apply_tombstones,
    .progress = cab_progress_update,
    .progress_data = making->progress,
  };

  if (!cab_practice_set_preference (practice, FOLDER_PREFERENCE, making->folder, error)
      || !cab_backup_make (cab_practice_get_vault (practice), making->folder, &watch, &path,
                           cancellable, error)
      || !rotate (practice, error))
    return NULL;

  return g_steal_pointer (&path);
}

static void
show_toast (CabBackupsPage *self, const char *sentence)
{
  GtkWidget *window = gtk_widget_get_ancestor (GTK_WIDGET (self), CAB_TYPE_WINDOW);
  AdwToast *toast = adw_toast_new (sentence);

  adw_toast_set_use_markup (toast, FALSE);
  if (window != NULL)
    cab_window_toast (CAB_WINDOW (window), g_object_ref (toast));
  g_object_unref (toast);
}

/* [V-102] A failed check stays in view until a backup passes. */
static void
tell_banner (CabBackupsPage *self, const GError *error)
{
  CabNotices *notices = cab_notices_get (self->practice);

  if (error == NULL)
    cab_notices_clear (notices, CAB_NOTICE_BACKUP_FAILED);
  else if (g_error_matches (error, CAB_VAULT_ERROR, CAB_VAULT_ERROR_VERIFY)
           || g_error_matches (error, CAB_VAULT_ERROR, CAB_VAULT_ERROR_DAMAGED))
    cab_notices_set (notices, CAB_NOTICE_BACKUP_FAILED, error->message, _ ("Show _Backups"),
                     "win.show-backups");
}

static void
on_made_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CabBackupsPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  if (self->practice == NULL)
    return;

  path = cab_open_practice_run_finish (self->practice, result, &error);
  g_clear_object (&self->making);
  gtk_stack_set_visible_child_name (self->make_stack, "button");
  if (path != NULL)
    cab_announce (GTK_WIDGET (self), _ ("Backup finished"));
  tell_banner (self, error);
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_toast (self, path != NULL ? _ ("Backup made and checked") : error->message);
}

static void
on_progress_cb (CabBackupsPage *self, GParamSpec *pspec, CabProgress *progress)
{
  gtk_progress_bar_set_fraction (self->progress_bar, cab_progress_get_fraction (progress));
}

static void
make_backup (CabBackupsPage *self)
{
  Making *making = g_new0 (Making, 1);

  g_clear_object (&self->progress);
  self->progress = cab_progress_new ();
  g_signal_connect_object (self->progress, "notify::fraction", G_CALLBACK (on_progress_cb), self,
                           G_CONNECT_SWAPPED);
  making->folder = g_strdup (self->folder);
  making->progress = g_object_ref (self->progress);
  self->making = g_cancellable_new ();
  gtk_stack_set_visible_child_name (self->make_stack, "progress");
  cab_open_practice_run_async (self->practice, CAB_JOB_WRITES, make_job, making,
                               (GDestroyNotify)making_free, g_free, self->making, on_made_cb,
                               g_object_ref (self));
}

static void
on_folder_chosen_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CabBackupsPage) self = user_data;
  g_autoptr (GFile) folder
      = gtk_file_dialog_select_folder_finish (GTK_FILE_DIALOG (object), result, NULL);
  const char *path = folder != NULL ? g_file_peek_path (folder) : NULL;

  if (path == NULL || self->practice == NULL || self->making != NULL)
    return;

  g_free (self->folder);
  self->folder = g_strdup (path);
  make_backup (self);
}

static void
choose_folder (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, _ ("Choose a Backup Folder"));
  gtk_file_dialog_select_folder (dialog, GTK_WINDOW (gtk_widget_get_root (widget)), NULL,
                                 on_folder_chosen_cb, g_object_ref (widget));
}

static void
back_up_now (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CabBackupsPage *self = CAB_BACKUPS_PAGE (widget);

  if (self->making != NULL)
    return;
  if (self->folder == NULL)
    choose_folder (widget, action, parameter);
  else
    make_backup (self);
}

static void
stop (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CabBackupsPage *self = CAB_BACKUPS_PAGE (widget);

  if (self->making != NULL)
    g_cancellable_cancel (self->making);
}

static const CabAction actions[] = {
  { "backup.make", NULL, NULL, NULL, NULL, CAB_ACTION_MUTATES, back_up_now },
  { "backup.choose-folder", NULL, NULL, NULL, NULL, CAB_ACTION_MUTATES, choose_folder },
  { "backup.stop", NULL, NULL, NULL, NULL, CAB_ACTION_ALWAYS, stop },
};

CAB_DEFINE_ACTION_TABLE (cab_backup_actions, actions);

static GtkWidget *
make_row (gpointer item, gpointer user_data)
{
  return cab_backup_row_new (item);
}

static void
cab_backups_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  g_value_set_object (value, CAB_BACKUPS_PAGE (object)->practice);
}

static void
cab_backups_page_set_property (GObject *object,
                               guint prop_id,
                               const GValue *value,
                               GParamSpec *pspec)
{
  CAB_BACKUPS_PAGE (object)->practice = g_value_dup_object (value);
}

static void
cab_backups_page_constructed (GObject *object)
{
  CabBackupsPage *self = CAB_BACKUPS_PAGE (object);

  G_OBJECT_CLASS (cab_backups_page_parent_class)->constructed (object);

  cab_action_table_bind (&cab_backup_actions, GTK_WIDGET (self), G_OBJECT (self->practice));
  self->changed_id = g_signal_connect_swapped (self->practice, "changed", G_CALLBACK (load), self);
  load (self);
}

static void
cab_backups_page_dispose (GObject *object)
{
  CabBackupsPage *self = CAB_BACKUPS_PAGE (object);

  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  if (self->making != NULL)
    g_cancellable_cancel (self->making);
  g_clear_object (&self->loading);
  g_clear_object (&self->making);
  g_clear_object (&self->progress);
  if (self->practice != NULL)
    g_clear_signal_handler (&self->changed_id, self->practice);
  g_clear_object (&self->backups);
  g_clear_object (&self->practice);

  G_OBJECT_CLASS (cab_backups_page_parent_class)->dispose (object);
}

static void
cab_backups_page_finalize (GObject *object)
{
  g_free (CAB_BACKUPS_PAGE (object)->folder);

  G_OBJECT_CLASS (cab_backups_page_parent_class)->finalize (object);
}

static void
cab_backups_page_class_init (CabBackupsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = cab_backups_page_get_property;
  object_class->set_property = cab_backups_page_set_property;
  object_class->constructed = cab_backups_page_constructed;
  object_class->dispose = cab_backups_page_dispose;
  object_class->finalize = cab_backups_page_finalize;

  properties[PROP_PRACTICE]
      = g_param_spec_object ("practice", NULL, NULL, CAB_TYPE_OPEN_PRACTICE,
                             G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/cabinet/Cabinet/ui/safety/cab-backups-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CabBackupsPage, folder_row);
  gtk_widget_class_bind_template_child (widget_class, CabBackupsPage, none_row);
  gtk_widget_class_bind_template_child (widget_class, CabBackupsPage, backup_list);
  gtk_widget_class_bind_template_child (widget_class, CabBackupsPage, make_stack);
  gtk_widget_class_bind_template_child (widget_class, CabBackupsPage, progress_bar);
  cab_action_table_install (&cab_backup_actions, widget_class);
}

static void
cab_backups_page_init (CabBackupsPage *self)
{
  self->loading = g_cancellable_new ();
  self->backups = g_list_store_new (CAB_TYPE_BACKUP_ITEM);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_bind_model (self->backup_list, G_LIST_MODEL (self->backups), make_row, NULL, NULL);
}
