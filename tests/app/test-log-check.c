/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include "cab-anchor.h"
#include "cab-log-check.h"
#include "cab-privacy-page.h"
#include "cab-test-app.h"

#include <string.h>

typedef struct
{
  CabWindow *window;
  CabOpenPractice *practice;
  GtkWidget *check;
} Fixture;

static void
open_check (Fixture *test)
{
  GtkWidget *page;

  test->window = cab_test_app_new_window (cab_test_app_open_sample ());
  test->practice = cab_window_get_practice (test->window);
  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.show-privacy", NULL);
  page = cab_test_app_find (GTK_WIDGET (test->window), CAB_TYPE_PRIVACY_PAGE);
  adw_view_stack_set_visible_child_name (
      ADW_VIEW_STACK (gtk_widget_get_template_child (page, CAB_TYPE_PRIVACY_PAGE, "view_stack")),
      "activity");
  cab_test_app_settle (test->practice);
  test->check = cab_test_app_find (page, CAB_TYPE_LOG_CHECK);
}

static GtkWidget *
get_child (Fixture *test, const char *name)
{
  return GTK_WIDGET (gtk_widget_get_template_child (test->check, CAB_TYPE_LOG_CHECK, name));
}

static const char *
verify (Fixture *test)
{
  g_assert_true (gtk_widget_activate_action (test->check, "log.verify", NULL));
  cab_test_app_settle (test->practice);
  g_assert_true (gtk_widget_get_visible (get_child (test, "result_box")));

  return gtk_label_get_label (GTK_LABEL (get_child (test, "result_label")));
}

/* [W-98], [V-82] the log is unbroken, which is said with its length; once an anchor was printed,
 * with its day, and what stands on the paper; the print itself is an entry */
static void
test_unbroken (void)
{
  Fixture test;
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  const char *sentence;

  open_check (&test);
  sentence = verify (&test);
  g_assert_true (g_str_has_prefix (sentence, "Unbroken, "));
  g_assert_nonnull (strstr (sentence, " entries, no anchor printed yet"));
  g_assert_false (gtk_widget_get_visible (get_child (&test, "anchor_label")));

  cab_log_check_print_to (CAB_LOG_CHECK (test.check), stream);
  cab_test_app_settle (test.practice);
  g_assert_true (g_output_stream_is_closed (stream));
  g_assert_cmpmem (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (stream)), 5, "%PDF-",
                   5);
  sentence = verify (&test);
  g_assert_nonnull (strstr (sentence, ", last printed anchor "));
  g_assert_true (gtk_widget_get_visible (get_child (&test, "anchor_label")));
  gtk_window_destroy (GTK_WINDOW (test.window));
}

static gpointer
forge_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  cab_anchor_note_printed (cab_practice_get_vault (practice), "3 2026-03-02 0123456789abcdef",
                           error);

  return NULL;
}

static void
on_forged_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  cab_open_practice_run_finish (user_data, result, &error);
  g_assert_no_error (error);
}

/* [W-98], [W-113] a log that is not the one that was printed is told with its first bad entry, in
 * the words of the file */
static void
test_broken (void)
{
  Fixture test;

  open_check (&test);
  cab_open_practice_run_async (test.practice, CAB_JOB_WRITES, forge_job, NULL, NULL, NULL, NULL,
                               on_forged_cb, test.practice);
  cab_test_app_settle (test.practice);
  g_assert_cmpstr (verify (&test), ==, "The activity log was changed outside Cabinet (entry 3).");
  g_assert_true (gtk_widget_has_css_class (get_child (&test, "result_label"), "error"));
  gtk_window_destroy (GTK_WINDOW (test.window));
}

/* [W-97] a check can be stopped, and then says nothing */
static void
test_stopped (void)
{
  Fixture test;

  open_check (&test);
  gtk_widget_activate_action (test.check, "log.verify", NULL);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (get_child (&test, "stack"))), ==,
                   "progress");
  gtk_widget_activate_action (test.check, "log.stop", NULL);
  cab_test_app_settle (test.practice);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (get_child (&test, "stack"))), ==,
                   "buttons");
  g_assert_false (gtk_widget_get_visible (get_child (&test, "result_box")));
  gtk_window_destroy (GTK_WINDOW (test.window));
}

int
main (int argc, char **argv)
{
  cab_test_app_init (&argc, &argv);
  g_test_add_func ("/log-check/unbroken", test_unbroken);
  g_test_add_func ("/log-check/stopped", test_stopped);
  g_test_add_func ("/log-check/broken", test_broken);

  return cab_test_app_run ();
}
