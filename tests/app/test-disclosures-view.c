/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include <string.h>

#include "cab-disclosure-page.h"
#include "cab-disclosures-export.h"
#include "cab-disclosures-view.h"
#include "cab-log-filter-dialog.h"
#include "cab-privacy-page.h"
#include "cab-test-app.h"

typedef struct
{
  CabWindow *window;
  CabOpenPractice *practice;
  GtkWidget *view;
  GListModel *disclosures;
} Fixture;

static void
open_view (Fixture *test)
{
  test->window = cab_test_app_new_window (cab_test_app_open_sample ());
  test->practice = cab_window_get_practice (test->window);
  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.show-privacy", NULL);
  cab_test_app_settle (test->practice);
  test->view = cab_test_app_find (GTK_WIDGET (test->window), CAB_TYPE_DISCLOSURES_VIEW);
  g_object_get (test->view, "disclosures", &test->disclosures, NULL);
}

static void
close_view (Fixture *test)
{
  g_object_unref (test->disclosures);
  gtk_window_destroy (GTK_WINDOW (test->window));
}

static GtkWidget *
get_child (Fixture *test, const char *name)
{
  return GTK_WIDGET (gtk_widget_get_template_child (test->view, CAB_TYPE_DISCLOSURES_VIEW, name));
}

static const char *
get_text (Fixture *test, guint position, guint field)
{
  g_autoptr (CabRow) row = g_list_model_get_item (test->disclosures, position);

  /* The list keeps it. */
  return cab_row_get_text (row, field);
}

/* [W-21], [W-98] Privacy opens with the register, the newest first; a row leads to all of it */
static void
test_list (void)
{
  Fixture test;
  GtkWidget *page;

  open_view (&test);
  g_assert_cmpuint (g_list_model_get_n_items (test.disclosures), >, 2);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (get_child (&test, "stack"))), ==,
                   "list");
  for (guint i = 1; i < g_list_model_get_n_items (test.disclosures); i++)
    g_assert_cmpstr (get_text (&test, i, CAB_DISCLOSURE_ROW_AT), <=,
                     get_text (&test, i - 1, CAB_DISCLOSURE_ROW_AT));

  g_signal_emit_by_name (get_child (&test, "list_view"), "activate", 0);
  page = cab_test_app_find (GTK_WIDGET (test.window), CAB_TYPE_DISCLOSURE_PAGE);
  g_assert_nonnull (page);
  close_view (&test);
}

/* [W-98] a filter by ground shows its own and says so; nothing is said to be nothing */
static void
test_filter (void)
{
  Fixture test;
  GtkWidget *dialog;

  open_view (&test);
  gtk_widget_activate_action (test.view, "disclosures.filter", NULL);
  dialog = GTK_WIDGET (
      adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (test.window)));
  adw_combo_row_set_selected (ADW_COMBO_ROW (gtk_widget_get_template_child (
                                  dialog, CAB_TYPE_LOG_FILTER_DIALOG, "code_row")),
                              CAB_DISCLOSURE_GROUND_CONSENT + 1);
  g_signal_emit_by_name (
      gtk_widget_get_template_child (dialog, CAB_TYPE_LOG_FILTER_DIALOG, "show_button"), "clicked");
  cab_test_app_settle (test.practice);
  g_assert_cmpuint (g_list_model_get_n_items (test.disclosures), ==, 2);
  g_assert_cmpstr (get_text (&test, 0, CAB_DISCLOSURE_ROW_CORRECTS_ID), ==,
                   get_text (&test, 1, CAB_DISCLOSURE_ROW_ID));
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (get_child (&test, "filter_label"))), ==,
                   "Consent");

  gtk_widget_activate_action (test.view, "disclosures.show-all", NULL);
  cab_test_app_settle (test.practice);
  g_assert_cmpuint (g_list_model_get_n_items (test.disclosures), >, 2);
  close_view (&test);
}

static gboolean
is_there (gpointer path)
{
  return g_file_test (path, G_FILE_TEST_EXISTS);
}

/* [W-98] the register goes out as a table or on paper, as it is filtered, and names nobody
 * whose data it was */
static void
test_export (void)
{
  static const char *const formats[] = { "csv", "pdf" };
  static const char *const beginnings[] = { "\357\273\277\"When\"", "%PDF-" };
  g_autoptr (CabLogFilter) filter = cab_log_filter_new ();
  Fixture test;

  open_view (&test);
  filter->code = CAB_DISCLOSURE_GROUND_CONSENT;
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *path = g_build_filename (g_get_home_dir (), formats[i], NULL);
      g_autoptr (GFile) file = g_file_new_for_path (path);
      g_autofree char *text = NULL;

      cab_disclosures_export_to (test.view, test.practice, filter, formats[i], file);
      cab_test_app_wait (is_there, path);
      cab_test_app_settle (test.practice);
      g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
      g_assert_true (g_str_has_prefix (text, beginnings[i]));
      if (i == 0)
        {
          g_auto (GStrv) lines = g_strsplit (text, "\r\n", -1);

          g_assert_null (strstr (text, "Mbeki"));
          g_assert_cmpuint (g_strv_length (lines), ==, 1 + 2 + 1);
          g_assert_nonnull (strstr (text, "Gallagher"));
        }
    }
  close_view (&test);
}

int
main (int argc, char **argv)
{
  cab_test_app_init (&argc, &argv);
  g_test_add_func ("/disclosures-view/list", test_list);
  g_test_add_func ("/disclosures-view/filter", test_filter);
  g_test_add_func ("/disclosures-view/export", test_export);

  return cab_test_app_run ();
}
