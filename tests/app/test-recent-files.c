/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include <glib/gstdio.h>

#include "cab-recent-files.h"
#include "cab-recent-row.h"
#include "cab-start-page.h"
#include "cab-test-app.h"

/* [W-35], [W-184] paths alone, the newest first, each once, at most ten, for this user's eyes */
static void
test_list (void)
{
  g_autofree char *file = g_build_filename (g_get_user_state_dir (), "cabinet", "recent", NULL);
  g_auto (GStrv) paths = NULL;
  g_auto (GStrv) left = NULL;
  g_auto (GStrv) none = NULL;
  GStatBuf status;

  cab_recent_files_clear ();
  for (guint i = 0; i < CAB_RECENT_FILES_MAX + 2; i++)
    {
      g_autofree char *path = g_strdup_printf ("/f/%u.cabinet", i);

      cab_recent_files_add (path);
    }
  cab_recent_files_add ("/f/5.cabinet");

  paths = cab_recent_files_list ();
  g_assert_cmpuint (g_strv_length (paths), ==, CAB_RECENT_FILES_MAX);
  g_assert_cmpstr (paths[0], ==, "/f/5.cabinet");
  g_assert_cmpstr (paths[1], ==, "/f/11.cabinet");
  g_assert_false (g_strv_contains ((const char *const *)paths + 1, "/f/5.cabinet"));
  g_assert_cmpint (g_stat (file, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);

  cab_recent_files_remove ("/f/5.cabinet");
  left = cab_recent_files_list ();
  g_assert_cmpstr (left[0], ==, "/f/11.cabinet");
  cab_recent_files_clear ();
  none = cab_recent_files_list ();
  g_assert_null (none[0]);
}

/* [W-35] the start page offers them, forgets one by one, and the sample is not among them */
static void
test_start_page (void)
{
  CabWindow *window;
  GtkWidget *page;
  g_auto (GStrv) paths = NULL;

  cab_recent_files_clear ();
  window = cab_test_app_new_window (cab_test_app_open_sample ());
  paths = cab_recent_files_list ();
  g_assert_null (paths[0]);
  cab_recent_files_add ("/f/Linden.cabinet");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.lock", NULL);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.show-start", NULL));
  page = cab_test_app_find (GTK_WIDGET (window), CAB_TYPE_START_PAGE);
  g_assert_nonnull (cab_test_app_find (page, CAB_TYPE_RECENT_ROW));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.forget-recent", "s",
                                             "/f/Linden.cabinet"));
  g_assert_null (cab_test_app_find (page, CAB_TYPE_RECENT_ROW));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  cab_test_app_init (&argc, &argv);
  g_test_add_func ("/recent-files/list", test_list);
  g_test_add_func ("/recent-files/start-page", test_start_page);

  return cab_test_app_run ();
}
