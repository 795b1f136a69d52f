/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include "cab-test-texts.h"

#include "cab-open-row.h"
#include "cab-policies-page.h"

AdwDialog *
cab_test_texts_get_dialog (CabWindow *window)
{
  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
}

static GtkWidget *
find_page (CabWindow *window)
{
  AdwDialog *dialog = cab_test_texts_get_dialog (window);

  return dialog != NULL ? cab_test_app_find (GTK_WIDGET (dialog), CAB_TYPE_POLICIES_PAGE) : NULL;
}

static gboolean
is_open (gpointer data)
{
  return find_page (data) != NULL;
}

/* The page comes after the first frame of Preferences. */
GtkWidget *
cab_test_texts_open (CabWindow *window)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.show-texts", NULL));
  cab_test_app_wait (is_open, window);
  cab_test_app_settle (cab_window_get_practice (window));

  return find_page (window);
}

static GtkWidget *
find_row (GtkWidget *root, const char *title)
{
  if (CAB_IS_OPEN_ROW (root)
      && g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (root)), title))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *row = find_row (child, title);

      if (row != NULL)
        return row;
    }

  return NULL;
}

GtkWidget *
cab_test_texts_find_row (GtkWidget *page, const char *group, const char *title)
{
  gpointer found = gtk_widget_get_template_child (page, CAB_TYPE_POLICIES_PAGE, group);

  return find_row (found, title);
}

GtkWidget *
cab_test_texts_open_row (CabWindow *window, const char *group, const char *title, GType type)
{
  GtkWidget *row = cab_test_texts_find_row (cab_test_texts_open (window), group, title);
  GtkWidget *page;

  g_assert_nonnull (row);
  g_assert_true (gtk_widget_activate_action (row, "row.open", NULL));
  cab_test_app_settle (cab_window_get_practice (window));
  page = cab_test_app_find (GTK_WIDGET (cab_test_texts_get_dialog (window)), type);
  g_assert_nonnull (page);

  return page;
}
