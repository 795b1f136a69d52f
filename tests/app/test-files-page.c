/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include <string.h>

#include "cab-file-row.h"
#include "cab-files-page.h"
#include "cab-test-app.h"

#define CONTENT "a letter\nof two lines\n"

/* The row of the file that the test added. */
static GtkWidget *
find_row (GtkWidget *root, const char *title)
{
  if (CAB_IS_FILE_ROW (root)
      && g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (root)), title))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_row (child, title);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* [W-18] a file is taken in whole, and a copy of it comes out whole, readable by its owner alone */
static void
test_in_and_out (void)
{
  g_autofree char *from = g_build_filename (g_get_home_dir (), "letter.txt", NULL);
  g_autofree char *to = g_build_filename (g_get_home_dir (), "copy.txt", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (from);
  g_autoptr (GFile) copy = g_file_new_for_path (to);
  CabWindow *window = cab_test_app_new_window (cab_test_app_open_sample ());
  CabOpenPractice *practice = cab_window_get_practice (window);
  g_autofree char *client = cab_test_app_dup_client (practice);
  g_autoptr (GFileInfo) info = NULL;
  g_autofree char *bytes = NULL;
  GtkWidget *page;
  GtkWidget *row;

  g_assert_true (g_file_set_contents (from, CONTENT, -1, NULL));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.open-client", "s", client);
  cab_test_app_settle (practice);
  page = cab_test_app_find (GTK_WIDGET (window), CAB_TYPE_FILES_PAGE);
  g_assert_nonnull (page);
  cab_files_page_add_file (CAB_FILES_PAGE (page), file);
  cab_test_app_settle (practice);
  row = find_row (page, "letter.txt");
  g_assert_nonnull (row);

  cab_files_page_save_copy (CAB_FILES_PAGE (page), cab_file_row_get_attachment (CAB_FILE_ROW (row)),
                            copy);
  cab_test_app_settle (practice);
  g_assert_true (g_file_get_contents (to, &bytes, NULL, NULL));
  g_assert_cmpstr (bytes, ==, CONTENT);
  info = g_file_query_info (copy, G_FILE_ATTRIBUTE_UNIX_MODE, G_FILE_QUERY_INFO_NONE, NULL, NULL);
  g_assert_cmphex (g_file_info_get_attribute_uint32 (info, G_FILE_ATTRIBUTE_UNIX_MODE) & 0777, ==,
                   0600);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  cab_test_app_init (&argc, &argv);
  g_test_add_func ("/files/in-and-out", test_in_and_out);

  return cab_test_app_run ();
}
