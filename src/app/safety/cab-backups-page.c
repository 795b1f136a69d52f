/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-backups-page.h"

#include <glib/gi18n.h>

#include "cab-announce.h"
#include "cab-backup-now.h"
#include "cab-backup-row.h"
#include "cab-practice-settings.h"
#include "cab-progress.h"
#include "cab-restore-dialog.h"
#include "cab-store.h"
#include "cab-vault-error.h"
#include "cab-window.h"
#include "cab-word.h"

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
  AdwActionRow *limit_row;
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
  guint days;
  gboolean lacks_drive;
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
  shown->folder = cab_backup_dup_folder (practice);
  shown->days = cab_backup_get_days (practice);
  shown->lacks_drive = shown->folder != NULL && !g_file_test (shown->folder, G_FILE_TEST_IS_DIR);
  for (guint i = 0; i < entries->len; i++)
    g_ptr_array_add (shown->items, cab_backup_item_new (entries->pdata[i], zone));

  return g_steal_pointer (&shown);
}

/* [W-98] The folder, the state of its drive, and how long a backup lives. */
static void
show_settings (CabBackupsPage *self, const Shown *shown)
{
  g_autofree char *limit
      = g_strdup_printf (ngettext ("%u day", "%u days", shown->days), shown->days);
  g_autofree char *words = g_strdup_printf (
      "%s. %s", limit, cab_word (cab_open_practice_get_word (self->practice), "backup-limit"));
  g_autofree char *place = NULL;

  if (shown->lacks_drive)
    /* Translators: %s is the path of a folder */
    place = g_strdup_printf (_ ("%s: not connected"), self->folder);
  adw_action_row_set_subtitle (self->limit_row, words);
  if (place != NULL)
    adw_action_row_set_subtitle (self->folder_row, place);
  else
    adw_action_row_set_subtitle (self->folder_row,
                                 self->folder != NULL ? self->folder : _ ("Not chosen yet"));
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
  show_settings (self, shown);
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

static gpointer
make_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  const Making *making = data;

  return cab_backup_now (practice, making->folder, making->progress, cancellable, error);
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
  cab_backup_tell (self->practice, error);
  cab_open_practice_reload (self->practice);
  /* What failed has changed nothing, but may have found the drive gone. */
  if (path == NULL)
    load (self);
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
  cab_open_practice_run_async (self->practice, CAB_JOB_WRITES | CAB_JOB_LONG, make_job, making,
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

static gpointer
check_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  const CabCopyWatch watch = { .rows = cab_store_walk_rows };

  cab_backup_check (cab_practice_get_vault (practice), data, &watch, cancellable, error);

  return NULL;
}

static void
on_checked_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CabBackupsPage) self = user_data;
  g_autoptr (GError) error = NULL;

  if (self->practice == NULL)
    return;

  cab_open_practice_run_finish (self->practice, result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  /* The ledger says what was found, so the list is read again either way. */
  load (self);
  cab_backup_tell (self->practice, error);
  if (g_error_matches (error, CAB_VAULT_ERROR, CAB_VAULT_ERROR_WRONG_KEY))
    show_toast (self, _ ("It opens with an older passphrase: open it to look at it"));
  else
    show_toast (self, error == NULL ? _ ("This backup is good") : error->message);
}

static void
check_backup (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CabBackupsPage *self = CAB_BACKUPS_PAGE (widget);

  show_toast (self, _ ("Checking the backup…"));
  cab_open_practice_run_async (self->practice, CAB_JOB_WRITES, check_job,
                               g_variant_dup_string (parameter, NULL), g_free, NULL, self->loading,
                               on_checked_cb, g_object_ref (self));
}

static gpointer
remove_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  cab_backup_remove (cab_practice_get_vault (practice), data, error);

  return NULL;
}

static void
on_removed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CabBackupsPage) self = user_data;
  g_autoptr (GError) error = NULL;

  if (self->practice == NULL)
    return;

  cab_open_practice_run_finish (self->practice, result, &error);
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_toast (self, error == NULL ? _ ("Backup removed") : error->message);
}

static void
on_remove_answered_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CabBackupsPage) self = user_data;
  const char *response = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (object), result);
  char *path = g_object_steal_data (object, "path");

  if (g_str_equal (response, "remove") && self->practice != NULL)
    cab_open_practice_run_async (self->practice, CAB_JOB_WRITES, remove_job, path, g_free, NULL,
                                 NULL, on_removed_cb, g_object_ref (self));
  else
    g_free (path);
}

static void
remove_backup (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AdwDialog *dialog = adw_alert_dialog_new (
      _ ("Remove Backup?"), _ ("The file is deleted and cannot be brought back. Your practice and "
                               "the other backups stay as they are."));

  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _ ("_Cancel"), "remove",
                                  _ ("_Remove"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "remove",
                                            ADW_RESPONSE_DESTRUCTIVE);
  g_object_set_data_full (G_OBJECT (dialog), "path", g_variant_dup_string (parameter, NULL),
                          g_free);
  adw_alert_dialog_choose (ADW_ALERT_DIALOG (dialog), widget, NULL, on_remove_answered_cb,
                           g_object_ref (widget));
}

static void
restore_backup (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CabOpenPractice *practice = CAB_BACKUPS_PAGE (widget)->practice;

  adw_dialog_present (
      ADW_DIALOG (cab_restore_dialog_new (g_variant_get_string (parameter, NULL),
                                          cab_open_practice_get_path (practice), practice)),
      widget);
}

static void
rehearse_backup (GtkWidget *widget, const char *action, GVariant *parameter)
{
  adw_dialog_present (
      ADW_DIALOG (cab_restore_dialog_new (g_variant_get_string (parameter, NULL), NULL, NULL)),
      widget);
}

static const CabAction actions[] = {
  { "backup.make", NULL, NULL, NULL, NULL, CAB_ACTION_MUTATES, back_up_now },
  { "backup.choose-folder", NULL, NULL, NULL, NULL, CAB_ACTION_MUTATES, choose_folder },
  { "backup.check", "s", NULL, NULL, NULL, CAB_ACTION_MUTATES, check_backup },
  { "backup.rehearse", "s", NULL, NULL, NULL, CAB_ACTION_ALWAYS, rehearse_backup },
  { "backup.restore", "s", NULL, NULL, NULL, CAB_ACTION_MUTATES, restore_backup },
  { "backup.remove", "s", NULL, NULL, NULL, CAB_ACTION_MUTATES, remove_backup },
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

/* A drive comes and goes while another page is in front. */
static void
cab_backups_page_showing (AdwNavigationPage *page)
{
  CabBackupsPage *self = CAB_BACKUPS_PAGE (page);

  if (self->practice != NULL)
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
  ADW_NAVIGATION_PAGE_CLASS (klass)->showing = cab_backups_page_showing;

  properties[PROP_PRACTICE]
      = g_param_spec_object ("practice", NULL, NULL, CAB_TYPE_OPEN_PRACTICE,
                             G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/cabinet/Cabinet/ui/safety/cab-backups-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CabBackupsPage, folder_row);
  gtk_widget_class_bind_template_child (widget_class, CabBackupsPage, limit_row);
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
