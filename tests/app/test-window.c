/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include "cab-application.h"
#include "cab-clients-page.h"
#include "cab-lock-page.h"
#include "cab-practice-view.h"
#include "cab-test-app.h"

/* [W-43] locking destroys every page, closes every dialog and names no practice */
static void
test_lock (void)
{
  CabWindow *window = cab_test_app_new_window (cab_test_app_open_sample ());
  GtkWidget *view = cab_test_app_find (GTK_WIDGET (window), CAB_TYPE_PRACTICE_VIEW);
  AdwDialog *dialog = adw_alert_dialog_new ("A question", "that locking does not wait for");
  gpointer weak_view = view;
  gpointer weak_dialog = dialog;

  g_assert_nonnull (view);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "Sample Practice");
  g_object_add_weak_pointer (G_OBJECT (view), &weak_view);
  g_object_add_weak_pointer (G_OBJECT (dialog), &weak_dialog);
  adw_dialog_present (dialog, GTK_WIDGET (window));

  cab_window_lock (window, CAB_LOCK_ASKED);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_null (weak_view);
  g_assert_null (weak_dialog);
  g_assert_null (cab_window_get_practice (window));
  g_assert_nonnull (cab_test_app_find (GTK_WIDGET (window), CAB_TYPE_LOCK_PAGE));
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "Cabinet – Locked");
  gtk_window_destroy (GTK_WINDOW (window));
}

static gboolean
is_gone (gpointer data)
{
  return *(gpointer *)data == NULL;
}

/* [V-165] what was typed on a lock page ends with it */
static void
test_passphrase_forgotten (void)
{
  CabWindow *window = cab_test_app_new_window (cab_test_app_open_sample ());
  GtkWidget *row;
  gpointer buffer;

  cab_window_lock (window, CAB_LOCK_ASKED);
  row = cab_test_app_find (GTK_WIDGET (window), ADW_TYPE_PASSWORD_ENTRY_ROW);
  g_assert_nonnull (row);
  gtk_editable_set_text (GTK_EDITABLE (row), "a passphrase that was typed");
  buffer = gtk_text_get_buffer (GTK_TEXT (gtk_editable_get_delegate (GTK_EDITABLE (row))));
  g_object_add_weak_pointer (buffer, &buffer);
  cab_window_take_practice (window, cab_test_app_open_sample ());
  cab_test_app_wait (is_gone, &buffer);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* A button that does the act is sensitive when the act is enabled. */
static gboolean
is_enabled (CabWindow *window, const char *action)
{
  AdwDialog *dialog = adw_dialog_new ();
  GtkWidget *button = gtk_button_new_with_label (action);
  gboolean is_sensitive;

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  adw_dialog_set_child (dialog, button);
  adw_dialog_present (dialog, GTK_WIDGET (window));
  is_sensitive = gtk_widget_get_sensitive (button);
  adw_dialog_force_close (dialog);

  return is_sensitive;
}

/* [W-101] while locked only what needs no practice works */
static void
test_locked_actions (void)
{
  CabWindow *window = cab_test_app_new_window (NULL);

  g_assert_false (is_enabled (window, "win.lock"));
  g_assert_false (is_enabled (window, "win.show-clients"));
  g_assert_true (is_enabled (window, "win.open-practice"));
  g_assert_true (is_enabled (window, "win.about"));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* [W-100] every row of the window's table has a name in its scope, and no key is given twice */
static void
test_table (void)
{
  g_autoptr (GHashTable) keys = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < cab_window_actions.n_actions; i++)
    {
      const CabAction *action = &cab_window_actions.actions[i];

      g_test_message ("%s", action->name);
      g_assert_true (action->name == NULL || g_str_has_prefix (action->name, "win."));
      g_assert_true (action->keys == NULL || action->title != NULL);
      g_assert_true (action->keys == NULL || g_hash_table_add (keys, (char *)action->keys));
    }
}

int
main (int argc, char **argv)
{
  cab_test_app_init (&argc, &argv);
  g_test_add_func ("/window/lock", test_lock);
  g_test_add_func ("/window/passphrase-forgotten", test_passphrase_forgotten);
  g_test_add_func ("/window/locked-actions", test_locked_actions);
  g_test_add_func ("/window/table", test_table);

  return cab_test_app_run ();
}
