/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include "cab-affect-grid.h"
#include "cab-chart-view.h"
#include "cab-mood-entry-page.h"
#include "cab-mood-entry.h"
#include "cab-mood-words.h"
#include "cab-practice-view.h"
#include "cab-progress-page.h"
#include "cab-ten-scale.h"
#include "cab-test-app.h"

static guint
count_points (GtkWidget *view)
{
  g_autoptr (CabChartModel) model = NULL;

  g_object_get (view, "model", &model, NULL);

  return cab_chart_model_get_series (model, 0)->points->len;
}

/* The one button that adds the entry. */
static GtkWidget *
find_pill (GtkWidget *root)
{
  if (GTK_IS_BUTTON (root) && gtk_widget_has_css_class (root, "pill"))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_pill (child);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* [W-16], [W-61], [W-86] an entry is taken, and is one point more of the chart */
static void
test_add (void)
{
  CabWindow *window = cab_test_app_new_window (cab_test_app_open_sample ());
  CabOpenPractice *practice = cab_window_get_practice (window);
  g_autofree char *client = cab_test_app_dup_client (practice);
  GtkWidget *progress;
  GtkWidget *page;
  GtkWidget *chart;
  guint n_points;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.open-client", "s", client);
  cab_test_app_settle (practice);
  progress = cab_test_app_find (GTK_WIDGET (window), CAB_TYPE_PROGRESS_PAGE);
  chart = cab_test_app_find (progress, CAB_TYPE_CHART_VIEW);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (chart), GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (chart), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Mood, line chart");
  n_points = count_points (chart);
  g_assert_cmpuint (n_points, >, 0);

  g_assert_true (gtk_widget_activate_action (progress, "progress.new-entry", NULL));
  cab_test_app_settle (practice);
  page = cab_test_app_find (GTK_WIDGET (window), CAB_TYPE_MOOD_ENTRY_PAGE);
  g_assert_nonnull (page);
  cab_affect_grid_set_point (CAB_AFFECT_GRID (cab_test_app_find (page, CAB_TYPE_AFFECT_GRID)), 3,
                             -2);
  g_signal_emit_by_name (find_pill (page), "clicked");
  cab_test_app_settle (practice);
  g_assert_cmpuint (count_points (chart), ==, n_points + 1);
  gtk_window_destroy (GTK_WINDOW (window));
}

static GtkWidget *
push_entry (CabWindow *window, CabOpenPractice *practice, const char *client, const char *entry)
{
  GtkWidget *page = g_object_new (CAB_TYPE_MOOD_ENTRY_PAGE, "practice", practice, "client-id",
                                  client, "entry-id", entry, NULL);

  cab_practice_view_push (
      CAB_PRACTICE_VIEW (cab_test_app_find (GTK_WIDGET (window), CAB_TYPE_PRACTICE_VIEW)),
      ADW_NAVIGATION_PAGE (page));
  cab_test_app_settle (practice);

  return page;
}

/* Writes into the field of words as keys do, and presses Return there. */
static void
type_word (GtkWidget *words, const char *letters)
{
  GtkWidget *row = cab_test_app_find (words, ADW_TYPE_ENTRY_ROW);
  int position = 0;

  gtk_editable_insert_text (GTK_EDITABLE (row), letters, -1, &position);
  g_signal_emit_by_name (row, "entry-activated");
}

static void
type_digit (GtkWidget *words, const char *digit)
{
  GtkWidget *row = cab_test_app_find (words, ADW_TYPE_ENTRY_ROW);
  int position = 0;

  gtk_editable_insert_text (GTK_EDITABLE (row), digit, 1, &position);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "");
}

static int
get_strength (GtkWidget *words, guint position)
{
  g_autoptr (GArray) chosen = cab_mood_words_list (CAB_MOOD_WORDS (words));

  g_assert_cmpuint (position, <, chosen->len);

  return g_array_index (chosen, CabMoodWord, position).intensity;
}

/* [W-86] letters find a word, digits set its strength, a 1 and a 0 make 10 */
static void
test_words (void)
{
  CabWindow *window = cab_test_app_new_window (cab_test_app_open_sample ());
  CabOpenPractice *practice = cab_window_get_practice (window);
  g_autofree char *client = cab_test_app_dup_client (practice);
  GtkWidget *page = push_entry (window, practice, client, NULL);
  GtkWidget *words = cab_test_app_find (page, CAB_TYPE_MOOD_WORDS);
  GtkWidget *scale;

  type_digit (words, "7");
  type_word (words, "hope");
  g_assert_cmpint (get_strength (words, 0), ==, 5);
  type_digit (words, "7");
  g_assert_cmpint (get_strength (words, 0), ==, 7);
  type_word (words, "worr");
  type_digit (words, "1");
  g_assert_cmpint (get_strength (words, 1), ==, 1);
  type_digit (words, "0");
  g_assert_cmpint (get_strength (words, 1), ==, 10);
  type_digit (words, "0");
  g_assert_cmpint (get_strength (words, 1), ==, 0);
  g_assert_cmpint (get_strength (words, 0), ==, 7);
  type_word (words, "hope");
  g_assert_cmpint (get_strength (words, 0), ==, 7);

  scale = cab_test_app_find (words, CAB_TYPE_TEN_SCALE);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (scale), GTK_ACCESSIBLE_ROLE_SLIDER);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (scale), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Strength of “hopeful”");
  gtk_window_destroy (GTK_WINDOW (window));
}

/* [W-86] Add and Next keeps day and source, and nothing else */
static void
test_next (void)
{
  CabWindow *window = cab_test_app_new_window (cab_test_app_open_sample ());
  CabOpenPractice *practice = cab_window_get_practice (window);
  g_autofree char *client = cab_test_app_dup_client (practice);
  GtkWidget *page = push_entry (window, practice, client, NULL);
  GtkWidget *grid = cab_test_app_find (page, CAB_TYPE_AFFECT_GRID);
  GtkWidget *words = cab_test_app_find (page, CAB_TYPE_MOOD_WORDS);
  g_autoptr (GArray) chosen = NULL;
  int valence;
  int arousal;

  cab_affect_grid_set_point (CAB_AFFECT_GRID (grid), 1, 1);
  type_word (words, "hope");
  g_assert_true (gtk_widget_activate_action (page, "mood.add-next", NULL));
  cab_test_app_settle (practice);
  g_assert_false (cab_affect_grid_get_point (CAB_AFFECT_GRID (grid), &valence, &arousal));
  chosen = cab_mood_words_list (CAB_MOOD_WORDS (words));
  g_assert_cmpuint (chosen->len, ==, 0);

  /* Nothing at all is no entry, and is said on the page [M-41]. */
  g_assert_true (gtk_widget_activate_action (page, "mood.add", NULL));
  cab_test_app_settle (practice);
  g_assert_true (gtk_widget_get_mapped (page));
  gtk_window_destroy (GTK_WINDOW (window));
}

static gpointer
find_entry_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  const CabFilter filter = { .client_id = data, .trashed = 0 };
  g_autoptr (GPtrArray) entries
      = cab_practice_list (practice, &cab_mood_entry_kind, &filter, error);

  return entries != NULL && entries->len > 0 ? g_object_ref (entries->pdata[0]) : NULL;
}

/* [W-86] a stored entry is shown as it is, and put right in place */
static void
test_edit (void)
{
  CabWindow *window = cab_test_app_new_window (cab_test_app_open_sample ());
  CabOpenPractice *practice = cab_window_get_practice (window);
  g_autofree char *client = cab_test_app_dup_client (practice);
  g_autoptr (CabRecord) entry = cab_test_app_do (practice, CAB_JOB_READS, find_entry_job, client);
  g_autoptr (CabRecord) after = NULL;
  GtkWidget *page = push_entry (window, practice, client, cab_record_get_id (entry));
  GtkWidget *grid = cab_test_app_find (page, CAB_TYPE_AFFECT_GRID);
  gint64 stored = 0;

  cab_affect_grid_set_point (CAB_AFFECT_GRID (grid), -4, 4);
  g_assert_true (gtk_widget_activate_action (page, "mood.add", NULL));
  cab_test_app_settle (practice);
  after = cab_test_app_do (practice, CAB_JOB_READS, find_entry_job, client);
  g_assert_cmpstr (cab_record_get_id (after), ==, cab_record_get_id (entry));
  g_assert_true (cab_record_get_integer (after, CAB_OWN (CAB_MOOD_ENTRY_FIELD_VALENCE), &stored));
  g_assert_cmpint (stored, ==, -4);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  cab_test_app_init (&argc, &argv);
  g_test_add_func ("/progress/add-an-entry", test_add);
  g_test_add_func ("/mood-entry/words-by-keys", test_words);
  g_test_add_func ("/mood-entry/add-and-next", test_next);
  g_test_add_func ("/mood-entry/edit", test_edit);

  return cab_test_app_run ();
}
