/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include <string.h>

#include "cab-error-page.h"
#include "cab-import-dialog.h"
#include "cab-lock-page.h"
#include "cab-test-app.h"

#define PEOPLE "First Name,Last Name\nAnn,Archer\n"

static char *
write_file (const char *name, const char *content, gssize length)
{
  char *path = g_build_filename (g_get_home_dir (), name, NULL);

  g_assert_true (g_file_set_contents (path, content, length, NULL));

  return path;
}

static GtkEventController *
find_drop_target (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        return controller;
    }

  g_assert_not_reached ();
}

static gboolean
drop (CabWindow *window, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GFile *files[] = { file };
  GdkFileList *list = gdk_file_list_new_from_array (files, G_N_ELEMENTS (files));
  g_auto (GValue) value = G_VALUE_INIT;
  gboolean is_taken = FALSE;

  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, list);
  g_signal_emit_by_name (find_drop_target (GTK_WIDGET (window)), "drop", &value, 0.0, 0.0,
                         &is_taken);

  return is_taken;
}

static gboolean
has_dialog (gpointer window)
{
  return adw_application_window_get_visible_dialog (window) != NULL;
}

static gboolean
has_error_page (gpointer window)
{
  return cab_test_app_find (window, CAB_TYPE_ERROR_PAGE) != NULL;
}

static gboolean
has_lock_page (gpointer window)
{
  return cab_test_app_find (window, CAB_TYPE_LOCK_PAGE) != NULL;
}

static AdwDialog *
get_dialog (CabWindow *window)
{
  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
}

/* [W-35] a list dropped on an open practice is imported; locking closes that too */
static void
test_drop_on_practice (void)
{
  g_autofree char *path = write_file ("people.csv", PEOPLE, -1);
  CabWindow *window = cab_test_app_new_window (cab_test_app_open_sample ());

  g_assert_true (drop (window, path));
  cab_test_app_wait (has_dialog, window);
  g_assert_true (CAB_IS_IMPORT_DIALOG (get_dialog (window)));
  cab_window_lock (window, CAB_LOCK_ASKED);
  g_assert_null (get_dialog (window));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* [W-35] dropped on the start page it waits for a practice, and is imported once */
static void
test_drop_on_start (void)
{
  g_autofree char *path = write_file ("people.csv", PEOPLE, -1);
  CabWindow *window = cab_test_app_new_window (NULL);
  AdwDialog *dialog;

  g_assert_true (drop (window, path));
  for (guint i = 0; i < 50; i++)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (2000);
    }
  g_assert_null (get_dialog (window));

  cab_window_take_practice (window, cab_test_app_open_sample ());
  cab_test_app_wait (has_dialog, window);
  dialog = get_dialog (window);
  g_assert_true (CAB_IS_IMPORT_DIALOG (dialog));
  adw_dialog_force_close (dialog);
  cab_window_lock (window, CAB_LOCK_ASKED);
  cab_window_take_practice (window, cab_test_app_open_sample ());
  cab_test_app_settle (cab_window_get_practice (window));
  g_assert_null (get_dialog (window));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* [W-35] [W-182] a practice is known by its bytes without an ending, and what is none is said */
static void
test_kinds (void)
{
  g_autofree char *other = write_file ("picture.png", "\211PNG\r\n\032\n\000\000", 10);
  g_autofree char *copy = write_file ("a copy", "CAB\001\000 and so on", 15);
  g_autofree char *absent = g_build_filename (g_get_home_dir (), "absent", NULL);
  CabWindow *window = cab_test_app_new_window (NULL);

  cab_window_take_file (window, other);
  cab_test_app_wait (has_error_page, window);
  cab_window_take_file (window, copy);
  cab_test_app_wait (has_lock_page, window);
  cab_window_take_file (window, absent);
  cab_test_app_wait (has_error_page, window);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
press_open (AdwDialog *dialog)
{
  GtkWidget *button = adw_dialog_get_default_widget (dialog);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
}

/* [W-50] a second practice asks before the first is closed, and leaves it open on Cancel */
static void
test_second_practice (void)
{
  g_autofree char *other = g_build_filename (g_get_home_dir (), "Other.cabinet", NULL);
  CabWindow *window = cab_test_app_new_window (cab_test_app_open_sample ());
  CabOpenPractice *practice = cab_window_get_practice (window);
  AdwDialog *dialog;

  cab_window_take_file (window, cab_open_practice_get_path (practice));
  g_assert_null (get_dialog (window));

  cab_window_take_file (window, other);
  dialog = get_dialog (window);
  g_assert_true (ADW_IS_ALERT_DIALOG (dialog));
  adw_dialog_close (dialog);
  cab_test_app_settle (practice);
  g_assert_true (cab_window_get_practice (window) == practice);

  cab_window_take_file (window, other);
  press_open (get_dialog (window));
  cab_test_app_wait (has_lock_page, window);
  g_assert_null (cab_window_get_practice (window));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  cab_test_app_init (&argc, &argv);
  g_test_add_func ("/window-files/drop-on-practice", test_drop_on_practice);
  g_test_add_func ("/window-files/drop-on-start", test_drop_on_start);
  g_test_add_func ("/window-files/kinds", test_kinds);
  g_test_add_func ("/window-files/second-practice", test_second_practice);

  return cab_test_app_run ();
}
