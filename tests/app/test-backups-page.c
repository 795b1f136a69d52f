/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include <glib/gstdio.h>

#include "cab-application.h"
#include "cab-backup-row.h"
#include "cab-backup.h"
#include "cab-backups-page.h"
#include "cab-lock-page.h"
#include "cab-practice-view.h"
#include "cab-sample.h"
#include "cab-store.h"
#include "cab-test-app.h"

static gpointer
set_folder_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  cab_practice_set_preference (practice, "backup-folder", data, error);

  return NULL;
}

static void
on_set_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  cab_open_practice_run_finish (user_data, result, &error);
  g_assert_no_error (error);
}

static gboolean
has_backup (gpointer window)
{
  return cab_test_app_find (window, CAB_TYPE_BACKUP_ROW) != NULL;
}

static char *
dup_path (GtkWidget *row)
{
  g_autoptr (CabBackupItem) item = NULL;

  g_object_get (row, "item", &item, NULL);

  return g_strdup (cab_backup_item_get_path (item));
}

/* Makes a backup through the page; gives where it lies. */
static char *
make_backup (CabWindow *window, CabOpenPractice *practice, const char *folder)
{
  GtkWidget *page;

  cab_open_practice_run_async (practice, CAB_JOB_WRITES, set_folder_job, (gpointer)folder, NULL,
                               NULL, NULL, on_set_cb, practice);
  cab_test_app_settle (practice);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-backups", NULL);
  cab_test_app_settle (practice);
  page = cab_test_app_find (GTK_WIDGET (window), CAB_TYPE_BACKUPS_PAGE);
  g_assert_nonnull (page);
  g_assert_false (has_backup (window));
  g_assert_true (gtk_widget_activate_action (page, "backup.make", NULL));
  cab_test_app_wait (has_backup, window);

  return dup_path (cab_test_app_find (GTK_WIDGET (window), CAB_TYPE_BACKUP_ROW));
}

static CabWindow *
find_other (CabWindow *window)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (window));

  for (GList *l = gtk_application_get_windows (application); l != NULL; l = l->next)
    if (l->data != window)
      return l->data;

  g_assert_not_reached ();
}

static gboolean
has_view (gpointer window)
{
  return cab_window_get_practice (window) != NULL;
}

static void
unlock (CabWindow *window)
{
  GtkWidget *row = cab_test_app_find (GTK_WIDGET (window), ADW_TYPE_PASSWORD_ENTRY_ROW);

  g_assert_nonnull (row);
  gtk_editable_set_text (GTK_EDITABLE (row), CAB_SAMPLE_PASSPHRASE);
  g_signal_emit_by_name (row, "entry-activated");
  cab_test_app_wait (has_view, window);
}

static char *
dup_hash (const char *path)
{
  g_autofree char *bytes = NULL;
  gsize length = 0;

  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));

  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (guint8 *)bytes, length);
}

/* [W-23], [W-46], [W-50], [V-112] a backup is made, checked, and read beside the live
 * practice in a window where nothing can be changed and of which nothing is changed */
static void
test_backup_beside (void)
{
  g_autofree char *folder = g_build_filename (g_get_home_dir (), "backups", NULL);
  CabWindow *window = cab_test_app_new_window (cab_test_app_open_sample ());
  g_autofree char *path = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *state = NULL;
  CabWindow *beside;
  GtkWidget *page;

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  path = make_backup (window, cab_window_get_practice (window), folder);
  before = dup_hash (path);

  gtk_widget_activate_action (cab_test_app_find (GTK_WIDGET (window), CAB_TYPE_BACKUP_ROW),
                              "row.open", NULL);
  beside = find_other (window);
  g_assert_nonnull (cab_test_app_find (GTK_WIDGET (beside), CAB_TYPE_LOCK_PAGE));
  unlock (beside);
  g_assert_false (cab_open_practice_is_writable (cab_window_get_practice (beside)));
  g_assert_true (cab_open_practice_is_writable (cab_window_get_practice (window)));
  g_assert_true (g_str_has_suffix (gtk_window_get_title (GTK_WINDOW (beside)), "(Read-Only)"));

  g_object_get (cab_test_app_find (GTK_WIDGET (beside), CAB_TYPE_PRACTICE_VIEW), "backup-state",
                &state, NULL);
  g_assert_cmpstr (state, ==, "Backups");
  gtk_widget_activate_action (GTK_WIDGET (beside), "win.show-backups", NULL);
  cab_test_app_settle (cab_window_get_practice (beside));
  page = cab_test_app_find (GTK_WIDGET (beside), CAB_TYPE_BACKUPS_PAGE);
  gtk_widget_activate_action (page, "backup.make", NULL);
  cab_test_app_settle (cab_window_get_practice (beside));
  gtk_window_close (GTK_WINDOW (beside));
  gtk_window_close (GTK_WINDOW (window));
  after = dup_hash (path);
  g_assert_cmpstr (before, ==, after);
}

static gboolean
is_alone (gpointer window)
{
  return gtk_application_get_windows (gtk_window_get_application (window))->next == NULL;
}

static guint
count_windows (GApplication *application)
{
  return g_list_length (gtk_application_get_windows (GTK_APPLICATION (application)));
}

static gboolean
has_no_windows (gpointer application)
{
  return count_windows (application) == 0;
}

static gpointer
back_up_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  const CabCopyWatch watch = { .rows = cab_store_walk_rows };
  char *path = NULL;

  cab_backup_make (cab_practice_get_vault (practice), data, &watch, &path, NULL, error);

  return path;
}

/* [W-50] the second window locks, unlocks and closes with the first */
static void
test_together (void)
{
  g_autofree char *folder = g_build_filename (g_get_home_dir (), "together", NULL);
  GApplication *application = g_application_get_default ();
  CabWindow *live = cab_test_app_new_window (cab_test_app_open_sample ());
  g_autofree char *path = NULL;
  CabWindow *beside;

  g_assert_true (is_alone (live));
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  path = cab_test_app_do (cab_window_get_practice (live), CAB_JOB_WRITES, back_up_job, folder);
  beside = cab_test_app_new_window (cab_test_app_open_backup (path));

  cab_application_lock (CAB_APPLICATION (application), CAB_LOCK_ASKED);
  g_assert_null (cab_window_get_practice (live));
  g_assert_null (cab_window_get_practice (beside));
  unlock (live);
  cab_test_app_wait (has_view, beside);
  g_assert_true (cab_open_practice_is_writable (cab_window_get_practice (live)));
  g_assert_false (cab_open_practice_is_writable (cab_window_get_practice (beside)));

  gtk_window_close (GTK_WINDOW (live));
  cab_test_app_wait (has_no_windows, application);
}

static const char *
get_folder_words (CabWindow *window)
{
  GtkWidget *page = cab_test_app_find (GTK_WIDGET (window), CAB_TYPE_BACKUPS_PAGE);

  return adw_action_row_get_subtitle (ADW_ACTION_ROW (
      GTK_WIDGET (gtk_widget_get_template_child (page, CAB_TYPE_BACKUPS_PAGE, "folder_row"))));
}

/* [W-98] a drive that went while another page was in front is told when its page comes back, and
 * so is one that a backup did not find */
static void
test_drive_gone (void)
{
  g_autofree char *folder = g_build_filename (g_get_home_dir (), "drive", NULL);
  g_autofree char *away = g_build_filename (g_get_home_dir (), "away", NULL);
  CabWindow *window = cab_test_app_new_window (cab_test_app_open_sample ());
  CabOpenPractice *practice = cab_window_get_practice (window);

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  cab_open_practice_run_async (practice, CAB_JOB_WRITES, set_folder_job, folder, NULL, NULL, NULL,
                               on_set_cb, practice);
  cab_test_app_settle (practice);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-backups", NULL);
  cab_test_app_settle (practice);
  g_assert_cmpstr (get_folder_words (window), ==, folder);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-today", NULL);
  cab_test_app_settle (practice);
  g_assert_cmpint (g_rename (folder, away), ==, 0);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-backups", NULL);
  cab_test_app_settle (practice);
  g_assert_true (g_str_has_suffix (get_folder_words (window), "not connected"));

  g_assert_cmpint (g_rename (away, folder), ==, 0);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-today", NULL);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-backups", NULL);
  cab_test_app_settle (practice);
  g_assert_cmpstr (get_folder_words (window), ==, folder);
  g_assert_cmpint (g_rename (folder, away), ==, 0);
  gtk_widget_activate_action (cab_test_app_find (GTK_WIDGET (window), CAB_TYPE_BACKUPS_PAGE),
                              "backup.make", NULL);
  cab_test_app_settle (practice);
  cab_test_app_settle (practice);
  g_assert_true (g_str_has_suffix (get_folder_words (window), "not connected"));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  cab_test_app_init (&argc, &argv);
  g_test_add_func ("/backups/read-beside", test_backup_beside);
  g_test_add_func ("/backups/drive-gone", test_drive_gone);
  g_test_add_func ("/backups/together", test_together);

  return cab_test_app_run ();
}
