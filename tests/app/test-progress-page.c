/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include "cab-affect-grid.h"
#include "cab-chart-view.h"
#include "cab-mood-entry-page.h"
#include "cab-practice-view.h"
#include "cab-progress-page.h"
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

int
main (int argc, char **argv)
{
  cab_test_app_init (&argc, &argv);
  g_test_add_func ("/progress/add-an-entry", test_add);

  return cab_test_app_run ();
}
