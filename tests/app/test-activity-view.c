/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include "cab-activity-page.h"
#include "cab-activity-view.h"
#include "cab-client.h"
#include "cab-log-filter-dialog.h"
#include "cab-privacy-page.h"
#include "cab-test-app.h"

#include <string.h>

typedef struct
{
  CabWindow *window;
  CabOpenPractice *practice;
  GtkWidget *view;
  GListModel *entries;
} Fixture;

static void
open_view (Fixture *test)
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
  test->view = cab_test_app_find (page, CAB_TYPE_ACTIVITY_VIEW);
  g_object_get (test->view, "entries", &test->entries, NULL);
}

static void
close_view (Fixture *test)
{
  g_object_unref (test->entries);
  gtk_window_destroy (GTK_WINDOW (test->window));
}

static CabRow *
get_entry (Fixture *test, guint position)
{
  g_autoptr (CabRow) row = g_list_model_get_item (test->entries, position);

  /* The list keeps it. */
  return row;
}

static gint64
get_sequence (Fixture *test, guint position)
{
  return cab_row_get_integer (get_entry (test, position), CAB_ACTIVITY_SEQUENCE);
}

static GtkWidget *
get_child (Fixture *test, const char *name)
{
  return GTK_WIDGET (gtk_widget_get_template_child (test->view, CAB_TYPE_ACTIVITY_VIEW, name));
}

static gpointer
rename_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (CabRecord) client = cab_practice_load (practice, &cab_client_kind, data, error);

  cab_record_set_text (client, CAB_OWN (CAB_CLIENT_FIELD_FAMILY_NAME), "Renamed");
  cab_practice_save (practice, client, error);

  return NULL;
}

static void
on_done_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  cab_open_practice_run_finish (user_data, result, &error);
  g_assert_no_error (error);
}

/* [W-98] the newest entry is first; further ones come when the end is reached, each once */
static void
test_pages (void)
{
  Fixture test;
  guint n_first;

  open_view (&test);
  n_first = g_list_model_get_n_items (test.entries);
  g_assert_cmpuint (n_first, ==, 100);
  g_signal_emit_by_name (
      gtk_widget_get_ancestor (get_child (&test, "list_view"), GTK_TYPE_SCROLLED_WINDOW),
      "edge-reached", GTK_POS_BOTTOM);
  cab_test_app_settle (test.practice);
  g_assert_cmpuint (g_list_model_get_n_items (test.entries), >, n_first);
  for (guint i = 1; i < g_list_model_get_n_items (test.entries); i++)
    g_assert_cmpint (get_sequence (&test, i), ==, get_sequence (&test, i - 1) - 1);
  close_view (&test);
}

/* [W-98], [M-7] what is done while the log is on screen comes to its top, with old and new; its
 * page says both */
static void
test_change (void)
{
  Fixture test;
  g_autofree char *client = NULL;
  gint64 newest;
  CabRow *row;
  GtkWidget *page;
  GtkWidget *change_row;

  open_view (&test);
  client = cab_test_app_dup_client (test.practice);
  newest = get_sequence (&test, 0);
  cab_open_practice_run_async (test.practice, CAB_JOB_WRITES, rename_job, client, NULL, NULL, NULL,
                               on_done_cb, test.practice);
  cab_test_app_settle (test.practice);
  row = get_entry (&test, 0);
  g_assert_cmpint (cab_row_get_integer (row, CAB_ACTIVITY_SEQUENCE), ==, newest + 1);
  g_assert_cmpint (cab_row_get_integer (row, CAB_ACTIVITY_ACT), ==, CAB_AUDIT_ACT_CHANGE);
  g_assert_cmpstr (cab_row_get_texts (row, CAB_ACTIVITY_NEW)[0], ==, "Renamed");

  g_signal_emit_by_name (get_child (&test, "list_view"), "activate", 0);
  page = cab_test_app_find (GTK_WIDGET (test.window), CAB_TYPE_ACTIVITY_PAGE);
  g_assert_nonnull (page);
  change_row = gtk_widget_get_first_child (
      GTK_WIDGET (gtk_widget_get_template_child (page, CAB_TYPE_ACTIVITY_PAGE, "change_list")));
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (change_row)), ==,
                   "Family name");
  g_assert_nonnull (strstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (change_row)), "Renamed"));
  close_view (&test);
}

static GtkWidget *
get_row (GtkWidget *dialog, const char *name)
{
  return GTK_WIDGET (gtk_widget_get_template_child (dialog, CAB_TYPE_LOG_FILTER_DIALOG, name));
}

static GtkWidget *
open_filter (Fixture *test)
{
  gtk_widget_activate_action (test->view, "activity.filter", NULL);

  return GTK_WIDGET (
      adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (test->window)));
}

/* [W-98] a filter by act and date shows its own and says so; one that lets nothing through says
 * that too; a date that is none, or before the first, is refused in its place [W-122] */
static void
test_filter (void)
{
  Fixture test;
  GtkWidget *dialog;

  open_view (&test);
  dialog = open_filter (&test);
  adw_combo_row_set_selected (ADW_COMBO_ROW (get_row (dialog, "code_row")), CAB_AUDIT_ACT_SIGN + 1);
  gtk_editable_set_text (GTK_EDITABLE (get_row (dialog, "to_row")), "yesterday");
  g_signal_emit_by_name (get_row (dialog, "show_button"), "clicked");
  g_assert_true (gtk_widget_get_visible (get_row (dialog, "to_refusal_row")));
  g_assert_false (gtk_widget_get_visible (get_row (dialog, "from_refusal_row")));
  gtk_editable_set_text (GTK_EDITABLE (get_row (dialog, "from_row")), "2026-03-03");
  gtk_editable_set_text (GTK_EDITABLE (get_row (dialog, "to_row")), "2026-03-02");
  g_signal_emit_by_name (get_row (dialog, "show_button"), "clicked");
  g_assert_true (gtk_widget_get_visible (get_row (dialog, "to_refusal_row")));
  g_assert_true (gtk_widget_get_mapped (dialog));
  gtk_editable_set_text (GTK_EDITABLE (get_row (dialog, "from_row")), "");
  gtk_editable_set_text (GTK_EDITABLE (get_row (dialog, "to_row")), "");
  g_signal_emit_by_name (get_row (dialog, "show_button"), "clicked");
  cab_test_app_settle (test.practice);
  g_assert_cmpuint (g_list_model_get_n_items (test.entries), >, 0);
  for (guint i = 0; i < g_list_model_get_n_items (test.entries); i++)
    g_assert_cmpint (cab_row_get_integer (get_entry (&test, i), CAB_ACTIVITY_ACT), ==,
                     CAB_AUDIT_ACT_SIGN);
  g_assert_true (gtk_widget_get_visible (get_child (&test, "filter_box")));

  dialog = open_filter (&test);
  gtk_editable_set_text (GTK_EDITABLE (get_row (dialog, "from_row")), "2099-01-01");
  g_signal_emit_by_name (get_row (dialog, "show_button"), "clicked");
  cab_test_app_settle (test.practice);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (get_child (&test, "stack"))), ==,
                   "none");
  gtk_widget_activate_action (test.view, "activity.show-all", NULL);
  cab_test_app_settle (test.practice);
  g_assert_cmpuint (g_list_model_get_n_items (test.entries), ==, 100);
  g_assert_false (gtk_widget_get_visible (get_child (&test, "filter_box")));
  close_view (&test);
}

int
main (int argc, char **argv)
{
  cab_test_app_init (&argc, &argv);
  g_test_add_func ("/activity-view/pages", test_pages);
  g_test_add_func ("/activity-view/change", test_change);
  g_test_add_func ("/activity-view/filter", test_filter);

  return cab_test_app_run ();
}
