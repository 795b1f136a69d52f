/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include "cab-client.h"
#include "cab-opener.h"
#include "cab-sample.h"
#include "cab-test-app.h"

typedef struct
{
  GThread *thread;
  guint n_done;
  guint n_cancelled;
  guint n_changed;
} Seen;

static gpointer
remember_thread (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  ((Seen *)data)->thread = g_thread_self ();

  return NULL;
}

static void
on_done_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  CabOpenPractice *practice = g_object_get_data (G_OBJECT (result), "practice");
  Seen *seen = user_data;
  g_autoptr (GError) error = NULL;

  if (practice != NULL)
    cab_open_practice_run_finish (practice, result, &error);
  else
    g_free (g_task_propagate_pointer (G_TASK (result), &error));
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    seen->n_cancelled++;
  else
    seen->n_done++;
}

static gboolean
is_done (gpointer data)
{
  Seen *seen = data;

  return seen->n_done + seen->n_cancelled > 0;
}

/* [V-24] a job runs on the file's thread, its callback on the one that asked */
static void
test_thread (void)
{
  g_autoptr (CabOpenPractice) practice = cab_test_app_open_sample ();
  Seen seen = { 0 };

  cab_open_practice_run_async (practice, CAB_JOB_READS, remember_thread, &seen, NULL, NULL, NULL,
                               on_done_cb, &seen);
  cab_test_app_wait (is_done, &seen);
  g_assert_cmpuint (seen.n_done, ==, 1);
  g_assert_nonnull (seen.thread);
  g_assert_true (seen.thread != g_thread_self ());
  cab_open_practice_close (practice);
}

static gpointer
sleep_a_while (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  while (!g_cancellable_set_error_if_cancelled (cancellable, error))
    g_usleep (1000);

  return NULL;
}

static gpointer
add_client (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (CabRecord) client = cab_record_new (&cab_client_kind);

  cab_record_set_text (client, CAB_OWN (CAB_CLIENT_FIELD_GIVEN_NAME), "Flushed");

  return cab_practice_save (practice, client, error) ? g_strdup (cab_record_get_id (client)) : NULL;
}

static void
on_closing_cb (CabOpenPractice *practice, Seen *seen)
{
  cab_open_practice_run_async (practice, CAB_JOB_KEEPS, add_client, NULL, NULL, g_free, NULL,
                               on_done_cb, seen);
}

static gpointer
count_flushed (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  const CabFilter filter
      = { .field = CAB_OWN (CAB_CLIENT_FIELD_GIVEN_NAME), .equals = "Flushed", .trashed = -1 };

  *(gint64 *)data = cab_practice_count (practice, &cab_client_kind, &filter, error);

  return NULL;
}

/* [V-170], [W-43] closing writes what `closing` queued, and stops everything else, in 300 ms */
static void
test_close (void)
{
  g_autoptr (CabOpenPractice) practice = cab_test_app_open_sample ();
  Seen seen = { 0 };
  gint64 begun;
  gint64 n_flushed = -1;

  g_signal_connect (practice, "closing", G_CALLBACK (on_closing_cb), &seen);
  for (guint i = 0; i < 3; i++)
    cab_open_practice_run_async (practice, CAB_JOB_READS, sleep_a_while, NULL, NULL, NULL, NULL,
                                 on_done_cb, &seen);
  begun = g_get_monotonic_time ();
  cab_open_practice_close (practice);
  g_assert_cmpint (g_get_monotonic_time () - begun, <, 300 * 1000);
  g_assert_false (cab_open_practice_is_writable (practice));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (seen.n_cancelled, ==, 3);
  g_assert_cmpuint (seen.n_done, ==, 1);

  g_clear_object (&practice);
  practice = cab_test_app_open_sample ();
  seen = (Seen){ 0 };
  cab_open_practice_run_async (practice, CAB_JOB_READS, count_flushed, &n_flushed, NULL, NULL, NULL,
                               on_done_cb, &seen);
  cab_test_app_wait (is_done, &seen);
  g_assert_cmpint (n_flushed, ==, 1);
  cab_open_practice_close (practice);
}

/* [V-24] a job for a practice that was closed is answered, not lost */
static void
test_closed (void)
{
  g_autoptr (CabOpenPractice) practice = cab_test_app_open_sample ();
  Seen seen = { 0 };

  cab_open_practice_close (practice);
  cab_open_practice_run_async (practice, CAB_JOB_READS, remember_thread, &seen, NULL, NULL, NULL,
                               on_done_cb, &seen);
  cab_test_app_wait (is_done, &seen);
  g_assert_cmpuint (seen.n_cancelled, ==, 1);
  g_assert_null (seen.thread);
}

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

/* [W-36] the dialog that opened a practice cancels its work as it closes, and the practice goes on
 */
static void
test_opener_gone (void)
{
  g_autofree char *path = cab_opener_dup_sample_path ();
  g_autoptr (GCancellable) opening = g_cancellable_new ();
  g_autoptr (CabOpenPractice) practice = NULL;
  Seen seen = { 0 };

  cab_opener_open_async (
      path, CAB_CREDENTIAL_PASSPHRASE,
      cab_secret_new_copy (CAB_SAMPLE_PASSPHRASE, strlen (CAB_SAMPLE_PASSPHRASE)),
      CAB_VAULT_OPEN_NORMAL, opening, on_opened_cb, &practice);
  cab_test_app_wait (is_open, &practice);
  g_cancellable_cancel (opening);
  cab_open_practice_run_async (practice, CAB_JOB_READS, remember_thread, &seen, NULL, NULL, NULL,
                               on_done_cb, &seen);
  cab_test_app_wait (is_done, &seen);
  g_assert_cmpuint (seen.n_done, ==, 1);
  cab_open_practice_close (practice);
}

int
main (int argc, char **argv)
{
  cab_test_app_init (&argc, &argv);
  g_test_add_func ("/open-practice/jobs-run-on-the-files-thread", test_thread);
  g_test_add_func ("/open-practice/closing-flushes-and-stops", test_close);
  g_test_add_func ("/open-practice/closed-answers", test_closed);
  g_test_add_func ("/open-practice/goes-on-without-its-opener", test_opener_gone);

  return cab_test_app_run ();
}
