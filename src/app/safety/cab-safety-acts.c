/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-safety-acts.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "cab-backup.h"
#include "cab-compare-page.h"
#include "cab-notices.h"
#include "cab-restore-dialog.h"
#include "cab-settings.h"
#include "cab-store.h"
#include "cab-window-private.h"

void
cab_safety_back_up (GtkWidget *widget, const char *action, GVariant *parameter)
{
  cab_practice_view_activate (cab_window_get_view (CAB_WINDOW (widget)), "backups", "backup.make");
}

void
cab_safety_try_again (GtkWidget *widget, const char *action, GVariant *parameter)
{
  cab_notices_retry (cab_notices_get (cab_window_get_practice (CAB_WINDOW (widget))));
}

static void
on_delete_answered_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CabWindow) self = user_data;
  CabOpenPractice *practice = cab_window_get_practice (self);
  g_autofree char *path = NULL;

  if (g_strcmp0 (adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (object), result), "delete") != 0
      || practice == NULL || !cab_open_practice_is_sample (practice))
    return;

  path = g_strdup (cab_open_practice_get_path (practice));
  cab_window_show_start (self);
  if (g_unlink (path) != 0)
    cab_window_toast (self, adw_toast_new (_ ("The sample practice could not be deleted")));
}

void
cab_safety_delete_sample (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CabOpenPractice *practice = cab_window_get_practice (CAB_WINDOW (widget));
  AdwDialog *dialog;

  if (!cab_open_practice_is_sample (practice))
    return;

  dialog = adw_alert_dialog_new (_ ("Delete Sample Practice?"),
                                 _ ("Everything in it goes, also what you added. The start page "
                                    "makes a new one at any time."));
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _ ("_Cancel"), "delete",
                                  _ ("_Delete"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "delete",
                                            ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_choose (ADW_ALERT_DIALOG (dialog), widget, NULL, on_delete_answered_cb,
                           g_object_ref (widget));
}

/* [W-50] At most one practice is open for writing. */
static CabOpenPractice *
find_current (CabWindow *self)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  for (GList *l = gtk_application_get_windows (application); l != NULL; l = l->next)
    {
      CabOpenPractice *practice
          = CAB_IS_WINDOW (l->data) ? cab_window_get_practice (CAB_WINDOW (l->data)) : NULL;

      if (practice != NULL && cab_open_practice_is_writable (practice))
        return practice;
    }

  return NULL;
}

void
cab_safety_compare (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CabWindow *self = CAB_WINDOW (widget);
  CabOpenPractice *backup = cab_window_get_practice (self);
  CabOpenPractice *current = find_current (self);

  if (current == NULL)
    cab_window_toast (self, adw_toast_new (_ ("Open your practice in another window first")));
  else if (current != backup)
    cab_practice_view_push (cab_window_get_view (self),
                            ADW_NAVIGATION_PAGE (cab_compare_page_new (backup, current)));
}

/* On the file's thread: the copy is made and proved as a backup is. */
static gpointer
copy_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  const char *path = data;
  g_autofree char *folder = g_path_get_dirname (path);
  const CabCopyWatch watch = { .rows = cab_store_walk_rows };
  g_autofree char *made = NULL;

  if (!cab_backup_make (cab_practice_get_vault (practice), folder, &watch, &made, cancellable,
                        error))
    return NULL;
  if (g_rename (made, path) != 0)
    {
      int saved_errno = errno;

      (void)g_unlink (made);
      g_set_error_literal (error, G_FILE_ERROR, g_file_error_from_errno (saved_errno),
                           g_strerror (saved_errno));
      return NULL;
    }

  return g_strdup (path);
}

static void
on_copied_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CabWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  if (cab_window_get_practice (self) == NULL)
    return;

  path = cab_open_practice_run_finish (cab_window_get_practice (self), result, &error);
  if (path != NULL)
    cab_window_toast (self, adw_toast_new (_ ("Copy saved and checked")));
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    cab_window_toast (self, adw_toast_new (error->message));
}

static void
on_copy_chosen_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CabWindow) self = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (object), result, NULL);
  const char *path = file != NULL ? g_file_peek_path (file) : NULL;
  CabOpenPractice *practice = cab_window_get_practice (self);

  if (path != NULL && practice != NULL)
    cab_open_practice_run_async (practice, CAB_JOB_READS, copy_job, g_strdup (path), g_free, g_free,
                                 NULL, on_copied_cb, g_object_ref (self));
}

void
cab_safety_save_copy (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CabOpenPractice *practice = cab_window_get_practice (CAB_WINDOW (widget));
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autofree char *name = g_path_get_basename (cab_open_practice_get_path (practice));

  /* One that may be written has its backups. */
  if (cab_open_practice_is_writable (practice))
    return;

  gtk_file_dialog_set_title (dialog, _ ("Save a Copy"));
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (widget), NULL, on_copy_chosen_cb,
                        g_object_ref (widget));
}

/* `Practice-20260503T180200Z.cabinet-backup` was made of `Practice.cabinet`. */
static char *
dup_destination (const char *backup)
{
  g_autofree char *folder = cab_settings_dup_data_folder ();
  g_autofree char *stem = g_path_get_basename (backup);
  g_autofree char *name = NULL;
  char *mark = g_strrstr (stem, ".");

  if (mark != NULL)
    *mark = '\0';
  mark = g_strrstr (stem, "-");
  if (mark != NULL && mark != stem)
    *mark = '\0';
  name = g_strconcat (stem, ".cabinet", NULL);
  /* The folder is made with the first practice. */
  (void)g_mkdir_with_parents (folder, 0700);

  return g_build_filename (folder, name, NULL);
}

static void
on_backup_chosen_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CabWindow) self = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (object), result, NULL);
  const char *path = file != NULL ? g_file_peek_path (file) : NULL;
  g_autofree char *destination = NULL;

  if (path == NULL || self->practice != NULL)
    return;

  destination = self->path != NULL ? g_strdup (self->path) : dup_destination (path);
  adw_dialog_present (ADW_DIALOG (cab_restore_dialog_new (path, destination, NULL)),
                      GTK_WIDGET (self));
}

/* With a practice open, its own list of backups is the way. */
void
cab_safety_restore (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autoptr (GtkFileDialog) dialog = NULL;
  g_autoptr (GtkFileFilter) backups = NULL;
  g_autoptr (GListStore) filters = NULL;

  if (cab_window_get_practice (CAB_WINDOW (widget)) != NULL)
    {
      cab_practice_view_show_page (cab_window_get_view (CAB_WINDOW (widget)), "backups");
      return;
    }

  dialog = gtk_file_dialog_new ();
  backups = gtk_file_filter_new ();
  filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  gtk_file_filter_set_name (backups, _ ("Backups"));
  gtk_file_filter_add_suffix (backups, "cabinet-backup");
  g_list_store_append (filters, backups);
  gtk_file_dialog_set_title (dialog, _ ("Restore from a Backup"));
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_open (dialog, GTK_WINDOW (widget), NULL, on_backup_chosen_cb,
                        g_object_ref (widget));
}
