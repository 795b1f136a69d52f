/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include "cab-affect-grid.h"
#include "cab-chart-card.h"
#include "cab-chart-dots.h"
#include "cab-chart-export.h"
#include "cab-chart-view.h"
#include "cab-computer.h"
#include "cab-mood-entry-page.h"
#include "cab-mood-entry.h"
#include "cab-mood-words.h"
#include "cab-practice-view.h"
#include "cab-progress-page.h"
#include "cab-ten-scale.h"
#include "cab-test-app.h"
#include "cab-value-row.h"
#include "cab-values-round-page.h"

static guint
count_points (GtkWidget *view)
{
  g_autoptr (CabChartModel) model = NULL;

  g_object_get (view, "model", &model, NULL);

  return cab_chart_model_get_series (model, 0)->points->len;
}

static GtkWidget *
show_progress (CabWindow *window, CabOpenPractice *practice, const char *client)
{
  GtkWidget *stack;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.open-client", "s", client);
  cab_test_app_settle (practice);
  stack = cab_test_app_find (GTK_WIDGET (window), ADW_TYPE_VIEW_STACK);
  adw_view_stack_set_visible_child_name (ADW_VIEW_STACK (stack), "progress");
  cab_test_app_settle (practice);

  return cab_test_app_find (GTK_WIDGET (window), CAB_TYPE_PROGRESS_PAGE);
}

static guint
count_children (GtkWidget *widget)
{
  guint n_children = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n_children++;

  return n_children;
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

static GtkWidget *
find_scale (GtkWidget *row, const char *name)
{
  GtkWidget *scale = GTK_WIDGET (gtk_widget_get_template_child (row, CAB_TYPE_VALUE_ROW, name));

  g_assert_true (CAB_IS_TEN_SCALE (scale));

  return scale;
}

static guint
count_rounds (GtkWidget *progress)
{
  GtkWidget *list
      = GTK_WIDGET (gtk_widget_get_template_child (progress, CAB_TYPE_PROGRESS_PAGE, "round_list"));

  return count_children (list);
}

/* [W-87] one date a round; digits set a slider; a value that is half answered is refused */
static void
test_round (void)
{
  CabWindow *window = cab_test_app_new_window (cab_test_app_open_sample ());
  CabOpenPractice *practice = cab_window_get_practice (window);
  g_autofree char *client = cab_test_app_dup_client (practice);
  GtkWidget *progress = show_progress (window, practice, client);
  guint n_rounds = count_rounds (progress);
  GtkWidget *page;
  GtkWidget *row;
  GtkWidget *refusal;

  g_assert_true (gtk_widget_activate_action (progress, "progress.rate-values", NULL));
  cab_test_app_settle (practice);
  page = cab_test_app_find (GTK_WIDGET (window), CAB_TYPE_VALUES_ROUND_PAGE);
  row = cab_test_app_find (page, CAB_TYPE_VALUE_ROW);
  refusal = GTK_WIDGET (
      gtk_widget_get_template_child (page, CAB_TYPE_VALUES_ROUND_PAGE, "refusal_label"));
  cab_ten_scale_type (CAB_TEN_SCALE (find_scale (row, "importance_scale")), 9);
  g_assert_true (gtk_widget_activate_action (page, "values.keep", NULL));
  g_assert_true (gtk_widget_get_visible (refusal));

  cab_ten_scale_type (CAB_TEN_SCALE (find_scale (row, "lived_scale")), 4);
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (
                       gtk_widget_get_template_child (row, CAB_TYPE_VALUE_ROW, "gap_label"))),
                   ==, "Gap 5");
  g_assert_true (gtk_widget_activate_action (page, "values.keep", NULL));
  cab_test_app_settle (practice);
  g_assert_cmpuint (count_rounds (progress), ==, n_rounds + 1);

  /* The same day again is the same round, to be put right. */
  g_assert_true (gtk_widget_activate_action (
      gtk_widget_get_first_child (GTK_WIDGET (
          gtk_widget_get_template_child (progress, CAB_TYPE_PROGRESS_PAGE, "round_list"))),
      "row.open", NULL));
  cab_test_app_settle (practice);
  page = cab_test_app_find (GTK_WIDGET (window), CAB_TYPE_VALUES_ROUND_PAGE);
  g_assert_true (gtk_widget_activate_action (page, "values.keep", NULL));
  cab_test_app_settle (practice);
  g_assert_cmpuint (count_rounds (progress), ==, n_rounds + 1);
  gtk_window_destroy (GTK_WINDOW (window));
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

static char *
dup_readout (GtkWidget *chart)
{
  char *readout = NULL;

  g_object_get (chart, "readout", &readout, NULL);

  return readout;
}

static gboolean
has_width (gpointer widget)
{
  return gtk_widget_get_width (widget) > 0;
}

/* [W-94], [W-120], [W-161] each point is a list item with its words, and one stop of Tab */
static void
test_dots (void)
{
  CabWindow *window = cab_test_app_new_window (cab_test_app_open_sample ());
  CabOpenPractice *practice = cab_window_get_practice (window);
  g_autofree char *client = cab_test_app_dup_client (practice);
  GtkWidget *progress = show_progress (window, practice, client);
  GtkWidget *chart = cab_test_app_find (progress, CAB_TYPE_CHART_VIEW);
  GtkWidget *dots = cab_test_app_find (chart, CAB_TYPE_CHART_DOTS);
  g_autoptr (CabChartModel) model = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  GtkWidget *dot;
  guint last;

  g_object_get (chart, "model", &model, NULL);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (chart), GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (dots), GTK_ACCESSIBLE_ROLE_LIST);
  g_assert_cmpuint (count_children (dots), ==, 2 * count_points (chart));
  last = count_points (chart) - 1;
  dot = cab_chart_dots_find (CAB_CHART_DOTS (dots), 0, last);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (dot), GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (dot), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       cab_chart_model_get_point (model, 0, last)->words);
  cab_test_app_wait (has_width, dot);

  /* Into the chart at its last point, and out again. */
  g_assert_true (gtk_widget_child_focus (chart, GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_root_get_focus (GTK_ROOT (window)) == dot);
  first = dup_readout (chart);
  g_assert_cmpstr (first, ==, cab_chart_model_get_point (model, 0, last)->words);
  g_assert_false (gtk_widget_child_focus (chart, GTK_DIR_TAB_FORWARD));

  gtk_widget_grab_focus (cab_chart_dots_find (CAB_CHART_DOTS (dots), 0, last - 1));
  second = dup_readout (chart);
  g_assert_cmpstr (second, ==, cab_chart_model_get_point (model, 0, last - 1)->words);

  g_assert_true (gtk_widget_activate_action (dot, "row.open", NULL));
  cab_test_app_settle (practice);
  g_assert_nonnull (cab_test_app_find (GTK_WIDGET (window), CAB_TYPE_MOOD_ENTRY_PAGE));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* [W-94] a series too many has the points of the chosen one alone */
static void
test_many_dots (void)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (CabChartModel) model = NULL;
  GtkWidget *dots = g_object_ref_sink (g_object_new (CAB_TYPE_CHART_DOTS, NULL));

  for (guint i = 0; i < 400; i++)
    {
      CabRecord *entry = cab_record_new (&cab_mood_entry_kind);
      g_autofree char *felt_at
          = g_strdup_printf ("2025-%02u-%02uT%02u:00", 1 + i / 40, 1 + i % 28, i % 24);

      cab_record_set_text (entry, CAB_OWN (CAB_MOOD_ENTRY_FIELD_FELT_AT), felt_at);
      cab_record_set_text (entry, CAB_OWN (CAB_MOOD_ENTRY_FIELD_FELT_AT_ZONE), "UTC");
      cab_record_set_integer (entry, CAB_OWN (CAB_MOOD_ENTRY_FIELD_VALENCE), 1);
      cab_record_set_integer (entry, CAB_OWN (CAB_MOOD_ENTRY_FIELD_AROUSAL), 1);
      g_ptr_array_add (entries, entry);
    }
  model = cab_chart_model_new_mood (entries, NULL, NULL);
  cab_chart_dots_set_model (CAB_CHART_DOTS (dots), model, 1);
  g_assert_cmpuint (count_children (dots), ==, 400);
  g_assert_null (cab_chart_dots_find (CAB_CHART_DOTS (dots), 0, 0));
  g_assert_nonnull (cab_chart_dots_find (CAB_CHART_DOTS (dots), 1, 0));
  cab_chart_dots_set_model (CAB_CHART_DOTS (dots), NULL, 0);
  g_assert_cmpuint (count_children (dots), ==, 0);
  g_object_unref (dots);
}

/* [W-16], [W-90] a chart goes into a file in three forms */
static void
test_export (void)
{
  static const struct
  {
    const char *format;
    const char *begins;
  } cases[] = { { "pdf", "%PDF-" }, { "svg", "<?xml" }, { "csv", "\xef\xbb\xbf\"" } };
  CabWindow *window = cab_test_app_new_window (cab_test_app_open_sample ());
  CabOpenPractice *practice = cab_window_get_practice (window);
  g_autofree char *client = cab_test_app_dup_client (practice);
  GtkWidget *progress = show_progress (window, practice, client);
  GtkWidget *card = cab_test_app_find (progress, CAB_TYPE_CHART_CARD);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = g_strdup_printf ("chart.%s", cases[i].format);
      g_autofree char *path = g_build_filename (g_get_home_dir (), name, NULL);
      g_autoptr (GFile) file = g_file_new_for_path (path);
      g_autofree char *content = NULL;
      g_autoptr (GError) error = NULL;

      cab_chart_export_to (progress, practice, client,
                           cab_chart_card_get_model (CAB_CHART_CARD (card)), cases[i].format, file);
      cab_test_app_settle (practice);
      g_assert_true (g_file_get_contents (path, &content, NULL, &error));
      g_assert_no_error (error);
      if (!g_str_has_prefix (content, cases[i].begins))
        g_error ("%s begins otherwise: %.10s", cases[i].format, content);
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

/* [W-94] chart or table is one choice for all of them */
static void
test_table (void)
{
  CabWindow *window = cab_test_app_new_window (cab_test_app_open_sample ());
  CabOpenPractice *practice = cab_window_get_practice (window);
  g_autofree char *client = cab_test_app_dup_client (practice);
  GtkWidget *card
      = cab_test_app_find (show_progress (window, practice, client), CAB_TYPE_CHART_CARD);
  GtkWidget *chart = cab_test_app_find (card, CAB_TYPE_CHART_VIEW);
  GtkWidget *table = cab_test_app_find (card, GTK_TYPE_COLUMN_VIEW);
  GtkSelectionModel *rows = gtk_column_view_get_model (GTK_COLUMN_VIEW (table));

  g_assert_true (gtk_widget_get_child_visible (gtk_widget_get_parent (chart)));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (rows)), ==,
                    cab_chart_card_get_model (CAB_CHART_CARD (card))->rows->len);
  g_object_set (card, "as-table", TRUE, NULL);
  cab_test_app_settle (practice);
  g_assert_true (gtk_widget_get_mapped (table));
  g_assert_false (gtk_widget_get_mapped (chart));
  if (cab_computer_get_settings () != NULL)
    g_assert_true (cab_computer_get_boolean (CAB_COMPUTER_CHART_AS_TABLE, FALSE));
  g_object_set (card, "as-table", FALSE, NULL);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  cab_test_app_init (&argc, &argv);
  g_test_add_func ("/progress/add-an-entry", test_add);
  g_test_add_func ("/chart/points", test_dots);
  g_test_add_func ("/chart/many-points", test_many_dots);
  g_test_add_func ("/chart/export", test_export);
  g_test_add_func ("/chart/table", test_table);
  g_test_add_func ("/mood-entry/words-by-keys", test_words);
  g_test_add_func ("/mood-entry/add-and-next", test_next);
  g_test_add_func ("/mood-entry/edit", test_edit);
  g_test_add_func ("/values/round", test_round);

  return cab_test_app_run ();
}
