/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include "cab-client-page.h"
#include "cab-practice-view.h"
#include "cab-record-private.h"
#include "cab-test-app.h"
#include "cab-test-note.h"

static gboolean
has_no_record (gpointer data)
{
  return cab_record_count_living () == 0;
}

/* What a turn of the main loop leaves to the next is gone after some. */
static void
check_gone (CabWindow *window)
{
  g_assert_cmpint (cab_record_count_living (), >, 0);
  cab_window_lock (window, CAB_LOCK_ASKED);
  g_assert_null (cab_window_get_practice (window));
  if (!has_no_record (NULL))
    g_test_message ("%d records left at once", cab_record_count_living ());
  cab_test_app_wait (has_no_record, NULL);
}

/* [W-160] after a lock no record is left in memory, from whichever page it is locked */
static void
test_pages (void)
{
  static const char *const acts[]
      = { "win.show-today",   "win.show-clients", "win.search",     "win.show-trash",
          "win.show-privacy", "win.show-backups", "win.preferences" };

  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    {
      CabWindow *window = cab_test_app_new_window (cab_test_app_open_sample ());
      CabOpenPractice *practice = cab_window_get_practice (window);

      g_test_message ("%s", acts[i]);
      gtk_widget_activate_action (GTK_WIDGET (window), acts[i], NULL);
      cab_test_app_settle (practice);
      check_gone (window);
      gtk_window_destroy (GTK_WINDOW (window));
    }
}

/* [W-160] and from each page of somebody's record, and from what is asked about it */
static void
test_client (void)
{
  static const char *const pages[] = { "overview", "notes", "progress", "consent", "files" };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      CabWindow *window = cab_test_app_new_window (cab_test_app_open_sample ());
      CabOpenPractice *practice = cab_window_get_practice (window);
      GtkWidget *view = cab_test_app_find (GTK_WIDGET (window), CAB_TYPE_PRACTICE_VIEW);
      g_autofree char *client = cab_test_app_dup_client (practice);
      GtkWidget *page, *stack;

      g_test_message ("%s", pages[i]);
      page = g_object_new (CAB_TYPE_CLIENT_PAGE, "practice", practice, "client-id", client, NULL);
      cab_practice_view_push (CAB_PRACTICE_VIEW (view), ADW_NAVIGATION_PAGE (page));
      cab_test_app_settle (practice);
      stack = cab_test_app_find (page, ADW_TYPE_VIEW_STACK);
      adw_view_stack_set_visible_child_name (ADW_VIEW_STACK (stack), pages[i]);
      cab_test_app_settle (practice);
      gtk_widget_activate_action (GTK_WIDGET (window), "win.export-client", "s", client);
      cab_test_app_settle (practice);
      check_gone (window);
      gtk_window_destroy (GTK_WINDOW (window));
    }
}

/* [W-160] and while a note is written */
static void
test_note (void)
{
  g_auto (CabTestNote) test = { NULL };

  cab_test_note_init (&test);
  cab_test_note_type (&test, "Slept better");
  check_gone (test.window);
}

int
main (int argc, char **argv)
{
  cab_test_app_init (&argc, &argv);

  g_test_add_func ("/lock-records/pages", test_pages);
  g_test_add_func ("/lock-records/client", test_client);
  g_test_add_func ("/lock-records/note", test_note);

  return cab_test_app_run ();
}
