/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include "cab-client.h"
#include "cab-passphrase-fields.h"
#include "cab-passphrase-page.h"
#include "cab-practice-view.h"
#include "cab-sample.h"
#include "cab-test-app.h"

#define NEW "zebra battery staple voyage hinge 7"

typedef struct
{
  CabWindow *window;
  CabOpenPractice *practice;
  GtkWidget *page;
} Fixture;

static gpointer
get_child (Fixture *test, const char *name)
{
  return gtk_widget_get_template_child (test->page, CAB_TYPE_PASSPHRASE_PAGE, name);
}

static gpointer
get_field (Fixture *test, const char *name)
{
  return gtk_widget_get_template_child (get_child (test, "new_fields"), CAB_TYPE_PASSPHRASE_FIELDS,
                                        name);
}

static void
open_page (Fixture *test)
{
  test->practice = cab_test_app_open_sample ();
  test->window = cab_test_app_new_window (test->practice);
  test->page = GTK_WIDGET (cab_passphrase_page_new (test->practice));
  cab_practice_view_push (
      CAB_PRACTICE_VIEW (cab_test_app_find (GTK_WIDGET (test->window), CAB_TYPE_PRACTICE_VIEW)),
      ADW_NAVIGATION_PAGE (test->page));
  cab_test_app_settle (test->practice);
}

static void
type_all (Fixture *test, const char *old, const char *new)
{
  gtk_editable_set_text (get_child (test, "old_row"), old);
  gtk_editable_set_text (get_field (test, "first_row"), new);
  gtk_editable_set_text (get_field (test, "second_row"), new);
  gtk_check_button_set_active (get_field (test, "understood_button"), TRUE);
}

static gboolean
can_change (Fixture *test)
{
  return gtk_widget_get_sensitive (get_child (test, "change_button"));
}

static gboolean
is_at_rest (gpointer test)
{
  return !gtk_widget_get_visible (get_child (test, "busy_box"));
}

/* The page is not left while the file is written. */
static void
change (Fixture *test, const char *old, const char *new)
{
  type_all (test, old, new);
  g_assert_true (can_change (test));
  g_signal_emit_by_name (get_child (test, "change_button"), "clicked");
  g_assert_false (is_at_rest (test));
  g_assert_false (adw_navigation_page_get_can_pop (ADW_NAVIGATION_PAGE (test->page)));
  cab_test_app_wait (is_at_rest, test);
  g_assert_true (adw_navigation_page_get_can_pop (ADW_NAVIGATION_PAGE (test->page)));
}

static gboolean
is_refused (Fixture *test)
{
  return gtk_widget_get_visible (get_child (test, "refusal_label"));
}

static gpointer
count_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  const CabFilter all = { .trashed = 0 };

  return GINT_TO_POINTER ((int)cab_practice_count (practice, &cab_client_kind, &all, error));
}

static int
count_clients (Fixture *test)
{
  return GPOINTER_TO_INT (cab_test_app_do (test->practice, CAB_JOB_READS, count_job, NULL));
}

/* [V-6] a weak passphrase, or none of today, cannot even be tried */
static void
test_gate (void)
{
  Fixture test;

  open_page (&test);
  type_all (&test, CAB_SAMPLE_PASSPHRASE, "tennis");
  g_assert_false (can_change (&test));
  type_all (&test, "", NEW);
  g_assert_false (can_change (&test));
  gtk_window_destroy (GTK_WINDOW (test.window));
}

/* [V-122] the passphrase of today is asked; with another one everything stays as it is */
static void
test_wrong_old (void)
{
  Fixture test;
  int n;

  open_page (&test);
  n = count_clients (&test);
  change (&test, "not the one", NEW);
  g_assert_true (is_refused (&test));
  g_assert_false (cab_open_practice_is_closed (test.practice));
  g_assert_cmpint (count_clients (&test), ==, n);
  gtk_window_destroy (GTK_WINDOW (test.window));
}

/* [V-122] the practice goes on being open with what is in it, and can be written; from now on
 * the new passphrase is asked */
static void
test_changed (void)
{
  Fixture test;
  int n;

  open_page (&test);
  n = count_clients (&test);
  change (&test, CAB_SAMPLE_PASSPHRASE, NEW);
  g_assert_false (is_refused (&test));
  g_assert_false (cab_open_practice_is_closed (test.practice));
  g_assert_cmpint (count_clients (&test), ==, n);

  change (&test, CAB_SAMPLE_PASSPHRASE, NEW " and more");
  g_assert_true (is_refused (&test));
  change (&test, NEW, NEW " and more");
  g_assert_false (is_refused (&test));
  g_assert_cmpint (count_clients (&test), ==, n);
  gtk_window_destroy (GTK_WINDOW (test.window));
}

int
main (int argc, char **argv)
{
  cab_test_app_init (&argc, &argv);
  g_test_add_func ("/passphrase-page/gate", test_gate);
  g_test_add_func ("/passphrase-page/wrong-old", test_wrong_old);
  g_test_add_func ("/passphrase-page/changed", test_changed);

  return cab_test_app_run ();
}
