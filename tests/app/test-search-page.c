/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include <string.h>

#include "cab-activity.h"
#include "cab-audit-record.h"
#include "cab-log-filter-dialog.h"
#include "cab-note-editor.h"
#include "cab-practice-view.h"
#include "cab-search-item.h"
#include "cab-search-page.h"
#include "cab-test-app.h"

typedef struct
{
  CabWindow *window;
  CabOpenPractice *practice;
  GtkWidget *page;
  GtkWidget *entry;
} Fixture;

static void
fixture_init (Fixture *self)
{
  self->practice = cab_test_app_open_sample ();
  self->window = cab_test_app_new_window (self->practice);
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.search", NULL);
  self->page = cab_test_app_find (GTK_WIDGET (self->window), CAB_TYPE_SEARCH_PAGE);
  g_assert_nonnull (self->page);
  self->entry = cab_test_app_find (self->page, GTK_TYPE_SEARCH_ENTRY);
}

static void
fixture_clear (Fixture *self)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
}

static GtkWidget *
get_child (Fixture *self, const char *name)
{
  return GTK_WIDGET (gtk_widget_get_template_child (self->page, CAB_TYPE_SEARCH_PAGE, name));
}

static gboolean
is_answered (gpointer data)
{
  GtkWidget *stack = get_child (data, "stack");

  return g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (stack)), "start") != 0;
}

/* Writes the words, and waits for what is found 150 ms later. */
static void
look_for (Fixture *self, const char *words)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  g_signal_emit_by_name (self->entry, "search-changed");
  g_assert_false (is_answered (self));
  gtk_editable_set_text (GTK_EDITABLE (self->entry), words);
  cab_test_app_wait (is_answered, self);
}

static GListModel *
dup_results (Fixture *self)
{
  GListModel *results = NULL;

  g_object_get (self->page, "results", &results, NULL);

  return results;
}

static guint
count_of (GListModel *results, const char *kind, gboolean *has_all)
{
  guint section = (guint)cab_codes_find (&cab_search_kind_codes, kind);
  guint n = 0;

  *has_all = FALSE;
  for (guint i = 0; i < g_list_model_get_n_items (results); i++)
    {
      g_autoptr (CabSearchItem) item = g_list_model_get_item (results, i);

      if (cab_search_item_get_section (item) != section)
        continue;
      n++;
      *has_all |= cab_search_item_get_row (item) == NULL;
    }

  return n;
}

static void
activate (Fixture *self, const char *kind, gboolean wants_all)
{
  g_autoptr (GListModel) results = dup_results (self);
  guint section = (guint)cab_codes_find (&cab_search_kind_codes, kind);

  for (guint i = 0; i < g_list_model_get_n_items (results); i++)
    {
      g_autoptr (CabSearchItem) item = g_list_model_get_item (results, i);

      if (cab_search_item_get_section (item) == section
          && (cab_search_item_get_row (item) == NULL) == wants_all)
        {
          g_assert_true (gtk_widget_activate_action (get_child (self, "list_view"),
                                                     "list.activate-item", "u", i));
          cab_test_app_settle (self->practice);
          return;
        }
    }
  g_assert_not_reached ();
}

/* [W-30] by kind, five of each and a line for all; process notes stay out */
static void
test_groups (void)
{
  Fixture fixture;
  gboolean has_all;

  fixture_init (&fixture);
  look_for (&fixture, "sister");
  {
    g_autoptr (GListModel) results = dup_results (&fixture);

    g_assert_cmpuint (count_of (results, "note", &has_all), ==, CAB_SEARCH_GROUP_SIZE + 1);
    g_assert_true (has_all);
    g_assert_cmpuint (count_of (results, "process-note", &has_all), ==, 0);
  }
  fixture_clear (&fixture);
}

/* [W-30] Show All lists every one of the kind, and nothing else */
static void
test_show_all (void)
{
  Fixture fixture;
  gboolean has_all;

  fixture_init (&fixture);
  look_for (&fixture, "sister");
  activate (&fixture, "note", TRUE);
  {
    g_autoptr (GListModel) results = dup_results (&fixture);
    guint n = count_of (results, "note", &has_all);

    g_assert_cmpuint (n, >, CAB_SEARCH_GROUP_SIZE + 1);
    g_assert_cmpuint (n, ==, g_list_model_get_n_items (results));
    g_assert_false (has_all);
  }
  g_assert_true (gtk_widget_get_visible (get_child (&fixture, "filter_box")));
  gtk_widget_activate_action (fixture.page, "search.show-all", NULL);
  cab_test_app_settle (fixture.practice);
  {
    g_autoptr (GListModel) results = dup_results (&fixture);

    g_assert_cmpuint (count_of (results, "note", &has_all), ==, CAB_SEARCH_GROUP_SIZE + 1);
  }
  fixture_clear (&fixture);
}

/* [W-30], [W-81] process notes are found when they are asked for */
static void
test_process_notes (void)
{
  Fixture fixture;
  gboolean has_all;

  fixture_init (&fixture);
  look_for (&fixture, "countertransference");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (get_child (&fixture, "stack"))), ==,
                   "none");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (get_child (&fixture, "process_button")), TRUE);
  cab_test_app_settle (fixture.practice);
  {
    g_autoptr (GListModel) results = dup_results (&fixture);

    g_assert_cmpuint (count_of (results, "process-note", &has_all), >, 0);
  }
  fixture_clear (&fixture);
}

/* [W-30] the words stand bold where they were found */
static void
test_hits (void)
{
  Fixture fixture;
  g_autoptr (GListModel) results = NULL;
  guint n_seen = 0;

  fixture_init (&fixture);
  look_for (&fixture, "sister");
  results = dup_results (&fixture);
  for (guint i = 0; i < g_list_model_get_n_items (results); i++)
    {
      g_autoptr (CabSearchItem) item = g_list_model_get_item (results, i);
      g_autoptr (PangoAttrList) look = NULL;
      g_autofree char *snippet = NULL;
      g_autofree char *bold = NULL;
      PangoAttribute *attribute;
      GSList *attributes;

      g_object_get (item, "snippet", &snippet, "snippet-look", &look, NULL);
      if (snippet == NULL)
        continue;
      attributes = pango_attr_list_get_attributes (look);
      g_assert_nonnull (attributes);
      attribute = attributes->data;
      bold = g_strndup (snippet + attribute->start_index,
                        attribute->end_index - attribute->start_index);
      g_assert_cmpint (g_ascii_strncasecmp (bold, "sister", strlen ("sister")), ==, 0);
      g_slist_free_full (attributes, (GDestroyNotify)pango_attribute_destroy);
      n_seen++;
    }
  g_assert_cmpuint (n_seen, >, 0);
  fixture_clear (&fixture);
}

/* [W-167] a result opens above the search, and Back returns to it as it was left */
static void
test_open (void)
{
  Fixture fixture;
  GtkWidget *stack;
  AdwNavigationPage *shown;

  fixture_init (&fixture);
  stack
      = cab_test_app_find (cab_test_app_find (GTK_WIDGET (fixture.window), CAB_TYPE_PRACTICE_VIEW),
                           ADW_TYPE_NAVIGATION_VIEW);
  look_for (&fixture, "sister");
  activate (&fixture, "note", FALSE);
  shown = adw_navigation_view_get_visible_page (ADW_NAVIGATION_VIEW (stack));
  g_assert_true (CAB_IS_NOTE_EDITOR (shown));

  /* [W-30] Ctrl+Shift+F from within leads to the search that is open */
  gtk_widget_activate_action (GTK_WIDGET (fixture.window), "win.search-anywhere", NULL);
  shown = adw_navigation_view_get_visible_page (ADW_NAVIGATION_VIEW (stack));
  g_assert_true (GTK_WIDGET (shown) == fixture.page);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (fixture.entry)), ==, "sister");
  g_assert_true (is_answered (&fixture));
  fixture_clear (&fixture);
}

/* [W-31] Escape clears, then closes */
static void
test_escape (void)
{
  Fixture fixture;
  GtkWidget *view;
  GtkWidget *stack;

  fixture_init (&fixture);
  view = cab_test_app_find (GTK_WIDGET (fixture.window), CAB_TYPE_PRACTICE_VIEW);
  stack = cab_test_app_find (view, ADW_TYPE_NAVIGATION_VIEW);
  look_for (&fixture, "sister");
  g_signal_emit_by_name (fixture.entry, "stop-search");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (fixture.entry)), ==, "");
  g_assert_true (GTK_WIDGET (adw_navigation_view_get_visible_page (ADW_NAVIGATION_VIEW (stack)))
                 == fixture.page);
  g_signal_emit_by_name (fixture.entry, "stop-search");
  g_assert_true (GTK_WIDGET (adw_navigation_view_get_visible_page (ADW_NAVIGATION_VIEW (stack)))
                 != fixture.page);
  fixture_clear (&fixture);
}

static gpointer
count_searches (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  const CabActivityQuery query = { .act = CAB_AUDIT_ACT_SEARCH };
  g_autoptr (GPtrArray) rows = cab_activity_list (practice, &query, 100, error);

  *(guint *)data = rows != NULL ? rows->len : 0;

  return NULL;
}

static guint
read_searches (Fixture *self)
{
  guint n = 0;

  cab_open_practice_run_async (self->practice, CAB_JOB_READS, count_searches, &n, NULL, NULL, NULL,
                               NULL, NULL);
  cab_test_app_settle (self->practice);

  return n;
}

/* [M-7] the log says once that a search was made, when it is over */
static void
test_audit (void)
{
  Fixture fixture;
  guint n_before;
  int position = -1;

  fixture_init (&fixture);
  n_before = read_searches (&fixture);
  look_for (&fixture, "sister");
  gtk_editable_insert_text (GTK_EDITABLE (fixture.entry), "s", 1, &position);
  g_signal_emit_by_name (fixture.entry, "search-changed");
  cab_test_app_settle (fixture.practice);
  g_assert_cmpuint (read_searches (&fixture), ==, n_before);

  g_signal_emit_by_name (fixture.entry, "stop-search");
  g_signal_emit_by_name (fixture.entry, "search-changed");
  g_assert_cmpuint (read_searches (&fixture), ==, n_before + 1);
  fixture_clear (&fixture);
}

static gboolean
is_in_list (gpointer data)
{
  Fixture *self = data;
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self->window));

  gtk_widget_activate_action (self->page, "search.into-list", NULL);

  return focus != NULL && gtk_widget_is_ancestor (focus, get_child (self, "list_view"));
}

/* [W-31] from the field into the list; [W-30] the filter is asked for in a dialog */
static void
test_acts (void)
{
  Fixture fixture;
  AdwDialog *dialog;

  fixture_init (&fixture);
  look_for (&fixture, "sister");
  cab_test_app_wait (is_in_list, &fixture);
  gtk_widget_activate_action (fixture.page, "search.filter", NULL);
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture.window));
  g_assert_true (CAB_IS_LOG_FILTER_DIALOG (dialog));
  fixture_clear (&fixture);
}

int
main (int argc, char **argv)
{
  cab_test_app_init (&argc, &argv);
  g_test_add_func ("/search/groups", test_groups);
  g_test_add_func ("/search/show-all", test_show_all);
  g_test_add_func ("/search/process-notes", test_process_notes);
  g_test_add_func ("/search/hits", test_hits);
  g_test_add_func ("/search/open", test_open);
  g_test_add_func ("/search/escape", test_escape);
  g_test_add_func ("/search/audit", test_audit);
  g_test_add_func ("/search/acts", test_acts);

  return cab_test_app_run ();
}
