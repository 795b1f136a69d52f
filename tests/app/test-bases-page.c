/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include "cab-bases-page.h"
#include "cab-basis-row.h"
#include "cab-basis.h"
#include "cab-client.h"
#include "cab-mood-entry.h"
#include "cab-practice-settings.h"
#include "cab-practice-view.h"
#include "cab-test-app.h"

#define N_CLIENTS 40

typedef struct
{
  CabWindow *window;
  CabOpenPractice *practice;
  GtkWidget *page;
} Fixture;

static void
open_page (Fixture *test, CabOpenPractice *practice)
{
  test->practice = practice;
  test->window = cab_test_app_new_window (practice);
  test->page = GTK_WIDGET (cab_bases_page_new (practice));
  cab_practice_view_push (
      CAB_PRACTICE_VIEW (cab_test_app_find (GTK_WIDGET (test->window), CAB_TYPE_PRACTICE_VIEW)),
      ADW_NAVIGATION_PAGE (test->page));
  cab_test_app_settle (practice);
}

static CabBasisRow *
find_row (GtkWidget *root, const CabKind *kind)
{
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      CabBasisRow *found;

      if (CAB_IS_BASIS_ROW (child))
        found
            = cab_basis_row_get_kind (CAB_BASIS_ROW (child)) == kind ? CAB_BASIS_ROW (child) : NULL;
      else
        found = find_row (child, kind);
      if (found != NULL)
        return found;
    }

  return NULL;
}

static gpointer
get_child (CabBasisRow *row, const char *name)
{
  return gtk_widget_get_template_child (GTK_WIDGET (row), CAB_TYPE_BASIS_ROW, name);
}

/* As an imported list leaves them. */
static gpointer
add_people_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  for (guint i = 0; i < N_CLIENTS; i++)
    {
      g_autoptr (CabRecord) client = cab_record_new (&cab_client_kind);

      cab_record_set_text (client, CAB_OWN (CAB_CLIENT_FIELD_GIVEN_NAME), "Imported");
      cab_record_set_code (client, CAB_SYSTEM_BASIS6, CAB_BASIS6_NOT_APPLICABLE);
      cab_record_set_code (client, CAB_SYSTEM_BASIS9, CAB_BASIS9_NONE);
      if (!cab_practice_save (practice, client, error))
        return NULL;
    }

  return NULL;
}

static gpointer
count_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  return GINT_TO_POINTER ((int)cab_basis_count_unset (practice, &cab_client_kind, error));
}

static gpointer
get_basis_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  CabBasis6 basis6;
  CabBasis9 basis9;

  cab_practice_settings_get_basis (practice, data, &basis6, &basis9);

  return GINT_TO_POINTER ((int)basis6 * 100 + (int)basis9);
}

/* [B-6] every kind that a person may choose for has its row, called as sentences call it */
static void
test_rows (void)
{
  Fixture test;

  open_page (&test, cab_test_app_open_sample ());
  for (guint i = 0; cab_kinds[i] != NULL; i++)
    {
      CabBasisRow *row = find_row (test.page, cab_kinds[i]);

      if ((row != NULL) != (cab_basis_group_of (cab_kinds[i]) != CAB_BASIS_GROUP_NONE))
        g_error ("%s has a row: %d", cab_kinds[i]->name, row != NULL);
      if (row != NULL)
        g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==,
                         cab_kinds[i]->label_plural);
    }
  gtk_window_destroy (GTK_WINDOW (test.window));
}

/* [B-6] what is chosen is stored at once; a refusal shows again what is stored */
static void
test_choose (void)
{
  Fixture test;
  CabBasisRow *row;

  open_page (&test, cab_test_app_open_sample ());
  row = find_row (test.page, &cab_mood_entry_kind);
  adw_combo_row_set_selected (get_child (row, "basis6_row"), CAB_BASIS6_PUBLIC_TASK);
  cab_test_app_settle (test.practice);
  g_assert_cmpint (GPOINTER_TO_INT (cab_test_app_do (test.practice, CAB_JOB_READS, get_basis_job,
                                                     (gpointer)&cab_mood_entry_kind)),
                   ==, CAB_BASIS6_PUBLIC_TASK * 100 + CAB_BASIS9_HEALTH_CARE);
  g_assert_true (g_str_has_prefix (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (row)),
                                   "Public task · Health or social care"));

  row = find_row (test.page, &cab_client_kind);
  adw_combo_row_set_selected (get_child (row, "basis9_row"), CAB_BASIS9_NONE);
  cab_test_app_settle (test.practice);
  g_assert_cmpuint (adw_combo_row_get_selected (get_child (row, "basis9_row")), ==,
                    CAB_BASIS9_HEALTH_CARE);
  gtk_window_destroy (GTK_WINDOW (test.window));
}

/* [B-83] one press for all who came in from a list; their row stands open */
static void
test_fill (void)
{
  Fixture test;
  CabBasisRow *row;
  CabOpenPractice *practice = cab_test_app_open_sample ();

  cab_test_app_do (practice, CAB_JOB_WRITES, add_people_job, NULL);
  open_page (&test, practice);
  row = find_row (test.page, &cab_client_kind);
  g_assert_true (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (row)));
  g_assert_cmpstr (adw_preferences_row_get_title (get_child (row, "fill_row")), ==,
                   "_Set for 40 That Have None");
  g_assert_cmpint (GPOINTER_TO_INT (cab_test_app_do (practice, CAB_JOB_READS, count_job, NULL)), ==,
                   N_CLIENTS);

  g_signal_emit_by_name (get_child (row, "fill_row"), "activated");
  cab_test_app_settle (practice);
  g_assert_cmpint (GPOINTER_TO_INT (cab_test_app_do (practice, CAB_JOB_READS, count_job, NULL)), ==,
                   0);
  g_assert_false (gtk_widget_get_visible (get_child (row, "fill_row")));
  gtk_window_destroy (GTK_WINDOW (test.window));
}

int
main (int argc, char **argv)
{
  cab_test_app_init (&argc, &argv);
  g_test_add_func ("/bases-page/rows", test_rows);
  g_test_add_func ("/bases-page/choose", test_choose);
  g_test_add_func ("/bases-page/fill", test_fill);

  return cab_test_app_run ();
}
