/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include "cab-backup-now.h"
#include "cab-backup.h"
#include "cab-test-app.h"

#include <glib/gstdio.h>

typedef struct
{
  const char *folder;
  gint64 age_ms;
} Asked;

static gpointer
due_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  const Asked *asked = data;

  return cab_backup_dup_due_folder (practice, asked->age_ms);
}

static gpointer
make_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  const Asked *asked = data;
  g_autoptr (CabProgress) progress = cab_progress_new ();

  return cab_backup_now (practice, asked->folder, progress, cancellable, error);
}

static gpointer
write_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  cab_practice_set_preference (practice, "something", data, error);

  return NULL;
}

static gboolean
is_due (CabOpenPractice *practice, gint64 age_ms)
{
  Asked asked = { NULL, age_ms };
  g_autofree char *folder = cab_test_app_do (practice, CAB_JOB_READS, due_job, &asked);

  return folder != NULL;
}

/* [V-103] due once it was written to, to a folder that was chosen and is there, not too soon */
static void
test_due (void)
{
  g_autofree char *folder = g_dir_make_tmp ("cabinet-backups-XXXXXX", NULL);
  CabOpenPractice *practice = cab_test_app_open_sample ();
  CabWindow *window = cab_test_app_new_window (practice);
  Asked asked = { folder, 0 };
  g_autofree char *path = NULL;
  g_autofree char *away = g_strconcat (folder, "-away", NULL);

  g_assert_false (is_due (practice, 0));
  path = cab_test_app_do (practice, CAB_JOB_WRITES, make_job, &asked);
  g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
  g_assert_false (is_due (practice, 0));

  cab_test_app_do (practice, CAB_JOB_WRITES, write_job, (gpointer) "new");
  g_assert_true (is_due (practice, 0));
  g_assert_false (is_due (practice, 60 * 60 * 1000));
  g_assert_cmpint (g_rename (folder, away), ==, 0);
  g_assert_false (is_due (practice, 0));
  g_assert_cmpint (g_rename (away, folder), ==, 0);

  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  gtk_window_destroy (GTK_WINDOW (window));
}

static gpointer
wait_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  while (!g_cancellable_is_cancelled (cancellable))
    g_usleep (1000);
  g_cancellable_set_error_if_cancelled (cancellable, error);

  return NULL;
}

static gpointer
no_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  return NULL;
}

static void
on_done_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  *(gboolean *)user_data = TRUE;
}

static gboolean
is_true (gpointer data)
{
  return *(gboolean *)data;
}

/* [V-100] what makes itself gives way to a job that waits, after two seconds and not before */
static void
test_yield (void)
{
  CabOpenPractice *practice = cab_test_app_open_sample ();
  CabWindow *window = cab_test_app_new_window (practice);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  gboolean is_done = FALSE;
  gint64 begun;

  cab_test_app_settle (practice);
  cab_open_practice_run_async (practice, CAB_JOB_LONG, wait_job, NULL, NULL, NULL, cancellable,
                               NULL, NULL);
  cab_open_practice_set_yielding (practice, cancellable);
  begun = g_get_monotonic_time ();
  cab_open_practice_run_async (practice, CAB_JOB_KEEPS, no_job, NULL, NULL, NULL, NULL, on_done_cb,
                               &is_done);
  cab_test_app_wait (is_true, &is_done);
  g_assert_cmpint (g_get_monotonic_time () - begun, >=, 1900 * 1000);
  g_assert_true (g_cancellable_is_cancelled (cancellable));
  cab_open_practice_set_yielding (practice, NULL);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  cab_test_app_init (&argc, &argv);
  g_test_add_func ("/backup-now/due", test_due);
  g_test_add_func ("/backup-now/yield", test_yield);

  return cab_test_app_run ();
}
