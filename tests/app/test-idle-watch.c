/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include "cab-idle-watch.h"
#include "cab-test-app.h"

static gint64 now = 1000;

static gint64
read_clock (void)
{
  return now;
}

/* libadwaita keeps the widget of a toast to itself; its type has a name. */
static gboolean
has_notice (CabWindow *window)
{
  GType type = g_type_from_name ("AdwToastWidget");

  return type != 0 && cab_test_app_find (GTK_WIDGET (window), type) != NULL;
}

/* [W-42] [V-171] 30 s before there is a notice; input begins the limit anew; without any, it locks
 * at the limit */
static void
test_idle (void)
{
  CabOpenPractice *practice = cab_test_app_open_sample ();
  gint64 limit = 60 * (gint64)cab_open_practice_get_lock_minutes (practice);
  CabWindow *window = cab_test_app_new_window (practice);
  g_autoptr (CabIdleWatch) watch = NULL;

  g_assert_cmpint (limit, >=, 60);
  watch = cab_idle_watch_new (gtk_window_get_application (GTK_WINDOW (window)), read_clock);

  now += limit - CAB_IDLE_NOTICE_SECONDS - 1;
  cab_idle_watch_check (watch);
  g_assert_false (has_notice (window));
  now += CAB_IDLE_NOTICE_SECONDS;
  cab_idle_watch_check (watch);
  g_assert_true (has_notice (window));
  g_assert_true (cab_window_get_practice (window) == practice);
  cab_idle_watch_touch (watch);
  now += limit - 1;
  cab_idle_watch_check (watch);
  g_assert_true (cab_window_get_practice (window) == practice);
  now += 1;
  cab_idle_watch_check (watch);
  g_assert_null (cab_window_get_practice (window));
  gtk_window_destroy (GTK_WINDOW (window));
}

static gpointer
wait_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  while (!g_atomic_int_get ((int *)data))
    g_usleep (1000);

  return NULL;
}

static gboolean
is_idle (gpointer data)
{
  return !cab_open_practice_is_busy (data);
}

/* [V-171] an export puts off the idle trigger; after it the notice comes first */
static void
test_busy (void)
{
  CabOpenPractice *practice = cab_test_app_open_sample ();
  gint64 limit = 60 * (gint64)cab_open_practice_get_lock_minutes (practice);
  CabWindow *window = cab_test_app_new_window (practice);
  g_autoptr (CabIdleWatch) watch
      = cab_idle_watch_new (gtk_window_get_application (GTK_WINDOW (window)), read_clock);
  int is_over = 0;

  cab_open_practice_run_async (practice, CAB_JOB_READS | CAB_JOB_LONG, wait_job, &is_over, NULL,
                               NULL, NULL, NULL, NULL);
  g_assert_true (cab_open_practice_is_busy (practice));
  for (guint i = 0; i < 4; i++)
    {
      now += limit / 2;
      cab_idle_watch_check (watch);
    }
  g_assert_true (cab_window_get_practice (window) == practice);
  g_assert_false (has_notice (window));
  g_atomic_int_set (&is_over, 1);
  cab_test_app_wait (is_idle, practice);
  now += 2;
  cab_idle_watch_check (watch);
  g_assert_true (has_notice (window));
  now += CAB_IDLE_NOTICE_SECONDS;
  cab_idle_watch_check (watch);
  g_assert_null (cab_window_get_practice (window));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* [V-171] a window hidden for half the limit locks, whatever is running; one that is seen does not
 */
static void
test_hidden (void)
{
  CabOpenPractice *practice = cab_test_app_open_sample ();
  gint64 limit = 60 * (gint64)cab_open_practice_get_lock_minutes (practice);
  CabWindow *window = cab_test_app_new_window (practice);
  g_autoptr (CabIdleWatch) watch
      = cab_idle_watch_new (gtk_window_get_application (GTK_WINDOW (window)), read_clock);

  now += limit / 2;
  cab_idle_watch_check (watch);
  g_assert_true (cab_window_get_practice (window) == practice);
  gtk_widget_set_visible (GTK_WIDGET (window), FALSE);
  now += limit / 2 - 1;
  cab_idle_watch_touch (watch);
  cab_idle_watch_check (watch);
  g_assert_true (cab_window_get_practice (window) == practice);
  now += 1;
  cab_idle_watch_check (watch);
  g_assert_null (cab_window_get_practice (window));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  cab_test_app_init (&argc, &argv);
  g_test_add_func ("/idle-watch/idle", test_idle);
  g_test_add_func ("/idle-watch/busy", test_busy);
  g_test_add_func ("/idle-watch/hidden", test_hidden);

  return cab_test_app_run ();
}
