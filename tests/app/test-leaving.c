/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include "cab-leaving.h"
#include "cab-opener.h"
#include "cab-sample.h"
#include "cab-test-app.h"
#include "cab-unwritten.h"
#include "cab-vault-error.h"

#include <glib/gstdio.h>
#include <string.h>

static void
on_opened_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  *(CabOpenPractice **)user_data = cab_opener_open_finish (result, &error);
  g_assert_no_error (error);
}

static gboolean
is_open (gpointer data)
{
  return *(CabOpenPractice **)data != NULL;
}

/* The sample is never backed up by itself: a copy under another name. */
static CabOpenPractice *
open_copy (const char *path)
{
  CabOpenPractice *sample = cab_test_app_open_sample ();
  g_autoptr (GFile) from = g_file_new_for_path (cab_open_practice_get_path (sample));
  g_autoptr (GFile) to = g_file_new_for_path (path);
  CabOpenPractice *practice = NULL;

  cab_open_practice_close (sample);
  g_object_unref (sample);
  g_assert_true (g_file_copy (from, to, G_FILE_COPY_NONE, NULL, NULL, NULL, NULL));
  cab_opener_open_async (
      path, CAB_CREDENTIAL_PASSPHRASE,
      cab_secret_new_copy (CAB_SAMPLE_PASSPHRASE, strlen (CAB_SAMPLE_PASSPHRASE)),
      CAB_VAULT_OPEN_NORMAL, NULL, on_opened_cb, &practice);
  cab_test_app_wait (is_open, &practice);

  return practice;
}

static gpointer
choose_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  cab_practice_set_preference (practice, "backup-folder", data, error);

  return NULL;
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) opened = g_dir_open (folder, 0, NULL);
  guint n_files = 0;
  const char *name;

  while ((name = g_dir_read_name (opened)) != NULL)
    n_files += g_str_has_suffix (name, ".cabinet-backup") ? 1 : 0;

  return n_files;
}

static void
remove_all (const char *folder)
{
  g_autoptr (GDir) opened = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (opened)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_assert_cmpint (g_unlink (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static gboolean
is_gone (gpointer data)
{
  return *(gpointer *)data == NULL;
}

/* [W-45] closing the window makes a backup first, where one is due, and closes then by itself */
static void
test_leaving (void)
{
  g_autofree char *folder = g_dir_make_tmp ("cabinet-backups-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "Other.cabinet", NULL);
  CabOpenPractice *practice = open_copy (path);
  gpointer window = cab_test_app_new_window (practice);

  g_object_add_weak_pointer (window, &window);
  cab_test_app_do (practice, CAB_JOB_WRITES, choose_job, folder);
  cab_open_practice_reload (practice);
  cab_test_app_settle (practice);
  gtk_window_close (window);
  g_assert_nonnull (cab_test_app_find (window, CAB_TYPE_LEAVING));
  cab_test_app_wait (is_gone, &window);
  g_assert_cmpuint (count_files (folder), ==, 1);
  remove_all (folder);
}

static AdwDialog *
get_dialog (gpointer window)
{
  return adw_application_window_get_visible_dialog (window);
}

/* [W-76] [W-45] a window with text that cannot be written does not close without asking, and
 * Escape is no answer that loses it */
static void
test_unwritten (void)
{
  CabOpenPractice *practice = cab_test_app_open_sample ();
  gpointer window = cab_test_app_new_window (practice);
  g_autoptr (GError) error = NULL;

  g_set_error_literal (&error, CAB_VAULT_ERROR, CAB_VAULT_ERROR_NO_SPACE, "The disk is full.");
  g_object_add_weak_pointer (window, &window);
  cab_unwritten_tell (practice, error);
  gtk_window_close (window);
  g_assert_true (ADW_IS_ALERT_DIALOG (get_dialog (window)));
  adw_dialog_close (get_dialog (window));
  cab_test_app_settle (practice);
  g_assert_null (get_dialog (window));
  g_assert_nonnull (cab_window_get_practice (window));

  gtk_widget_activate_action (window, "win.quit", NULL);
  g_assert_true (ADW_IS_ALERT_DIALOG (get_dialog (window)));
  g_assert_cmpstr (adw_alert_dialog_get_default_response (ADW_ALERT_DIALOG (get_dialog (window))),
                   ==, "cancel");
  g_signal_emit_by_name (get_dialog (window), "response", "lose");
  adw_dialog_force_close (get_dialog (window));
  cab_test_app_wait (is_gone, &window);
}

/* [W-76] what was written after all is lost by nobody */
static void
test_written (void)
{
  CabOpenPractice *practice = cab_test_app_open_sample ();
  gpointer window = cab_test_app_new_window (practice);
  g_autoptr (GError) error = NULL;

  g_set_error_literal (&error, CAB_VAULT_ERROR, CAB_VAULT_ERROR_NO_SPACE, "The disk is full.");
  g_object_add_weak_pointer (window, &window);
  cab_unwritten_tell (practice, error);
  cab_unwritten_tell (practice, NULL);
  gtk_window_close (window);
  cab_test_app_wait (is_gone, &window);
}

int
main (int argc, char **argv)
{
  cab_test_app_init (&argc, &argv);
  g_test_add_func ("/leaving/unwritten", test_unwritten);
  g_test_add_func ("/leaving/written", test_written);
  g_test_add_func ("/leaving/backed-up", test_leaving);

  return cab_test_app_run ();
}
