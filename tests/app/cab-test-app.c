/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include "cab-test-app.h"

#include <string.h>

#include "cab-application.h"
#include "cab-client.h"
#include "cab-opener.h"
#include "cab-sample.h"

#define PATIENCE_US (20 * G_USEC_PER_SEC)

static CabApplication *application;

void
cab_test_app_wait (CabTestCondition condition, gpointer data)
{
  gint64 limit = g_get_monotonic_time () + PATIENCE_US;

  while (!condition (data))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, limit);
      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (1000);
    }
}

static gboolean
is_set (gpointer data)
{
  return *(gpointer *)data != NULL;
}

static void
on_ready_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **)user_data = g_object_ref (result);
}

static gpointer
do_nothing (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  return NULL;
}

/* What is queued behind a job that does nothing has not begun: twice, for the
 * jobs that the first ones' callbacks queue. */
void
cab_test_app_settle (CabOpenPractice *practice)
{
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (GAsyncResult) result = NULL;

      cab_open_practice_run_async (practice, CAB_JOB_READS, do_nothing, NULL, NULL, NULL, NULL,
                                   on_ready_cb, &result);
      cab_test_app_wait (is_set, &result);
      while (g_main_context_iteration (NULL, FALSE))
        ;
    }
}

CabOpenPractice *
cab_test_app_open_sample (void)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  CabOpenPractice *practice;

  cab_opener_open_sample_async (on_ready_cb, &result);
  cab_test_app_wait (is_set, &result);
  practice = cab_opener_open_finish (result, &error);
  g_assert_no_error (error);

  return practice;
}

CabWindow *
cab_test_app_new_window (CabOpenPractice *practice)
{
  CabWindow *window = cab_window_new (ADW_APPLICATION (application));

  if (practice != NULL)
    cab_window_take_practice (window, practice);
  gtk_window_present (GTK_WINDOW (window));
  if (practice != NULL)
    cab_test_app_settle (practice);

  return window;
}

GtkWidget *
cab_test_app_find (GtkWidget *root, GType type)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = cab_test_app_find (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static gpointer
find_client (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  const CabFilter filter = { .trashed = 0 };
  g_autoptr (GPtrArray) clients = cab_practice_list (practice, &cab_client_kind, &filter, error);

  return clients != NULL ? g_strdup (cab_record_get_id (clients->pdata[0])) : NULL;
}

char *
cab_test_app_dup_client (CabOpenPractice *practice)
{
  return cab_test_app_do (practice, CAB_JOB_READS, find_client, NULL);
}

gpointer
cab_test_app_do (CabOpenPractice *practice, CabJobFlags flags, CabJobFunc func, gpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  gpointer answer;

  cab_open_practice_run_async (practice, flags, func, data, NULL, NULL, NULL, on_ready_cb, &result);
  cab_test_app_wait (is_set, &result);
  answer = cab_open_practice_run_finish (practice, result, &error);
  g_assert_no_error (error);

  return answer;
}

CabOpenPractice *
cab_test_app_open_file (const char *path, const char *passphrase, CabVaultOpenFlags flags)
{
  CabSecret *secret = cab_secret_new_copy (passphrase, strlen (passphrase));
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  CabOpenPractice *practice;

  cab_opener_open_async (path, CAB_CREDENTIAL_PASSPHRASE, secret, flags, NULL, on_ready_cb,
                         &result);
  cab_test_app_wait (is_set, &result);
  practice = cab_opener_open_finish (result, &error);
  g_assert_no_error (error);

  return practice;
}

CabOpenPractice *
cab_test_app_open_backup (const char *path)
{
  CabOpenPractice *backup
      = cab_test_app_open_file (path, CAB_SAMPLE_PASSPHRASE, CAB_VAULT_OPEN_READ_ONLY);

  g_assert_false (cab_open_practice_is_writable (backup));

  return backup;
}

void
cab_test_app_init (int *argc, char ***argv)
{
  g_autoptr (GError) error = NULL;

  g_test_init (argc, argv, NULL);
  g_setenv ("CABINET_TEST_KDF", "1", TRUE);
  g_setenv ("CABINET_TEST_CLOCK", "2026-03-03T09:00:00Z", TRUE);
  g_setenv ("CABINET_TEST_ZONE", "Europe/London", TRUE);

  application = cab_application_new ();
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
}

static gboolean
has_no_window (gpointer data)
{
  return gtk_application_get_windows (GTK_APPLICATION (application)) == NULL;
}

int
cab_test_app_run (void)
{
  int status = g_test_run ();

  cab_application_quit (application);
  cab_test_app_wait (has_no_window, NULL);
  g_clear_object (&application);

  return status;
}
