/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include "cab-application.h"
#include "cab-audit-record.h"
#include "cab-clients-page.h"
#include "cab-computer.h"
#include "cab-export-dialog.h"
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

static guint
count_visible_toplevels (void)
{
  GListModel *windows = gtk_window_get_toplevels ();
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      n += gtk_widget_get_visible (window) ? 1 : 0;
    }

  return n;
}

/* What ends the window, asks for another file, or locks by itself. */
static gboolean
is_left_out (const CabAction *action)
{
  const char *const names[]
      = { "win.lock",         "win.close",         "win.quit",          "win.show-start",
          "win.open-sample",  "win.use-this-file", "win.help",          "win.open-read-only",
          "win.new-practice", "win.open-anyway",   "win.delete-sample", "win.unlock-again",
          "win.open-snapshot" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_strcmp0 (action->name, names[i]) == 0)
      return TRUE;

  return action->name == NULL || action->parameter != NULL;
}

/* [W-43] [V-170] [V-221] whatever an act has opened, locking leaves nothing of it, in time */
static void
test_lock_over_acts (void)
{
  for (guint i = 0; i < cab_window_actions.n_actions; i++)
    {
      const CabAction *action = &cab_window_actions.actions[i];
      CabOpenPractice *practice;
      CabWindow *window;
      gint64 begun;
      gint64 took;

      if (is_left_out (action))
        continue;

      g_test_message ("%s", action->name);
      practice = cab_test_app_open_sample ();
      window = cab_test_app_new_window (practice);
      cab_test_app_settle (practice);
      gtk_widget_activate_action (GTK_WIDGET (window), action->name, NULL);
      g_assert_true (cab_window_get_practice (window) == practice);
      cab_test_app_settle (practice);
      begun = g_get_monotonic_time ();
      cab_window_lock (window, CAB_LOCK_SESSION);
      took = g_get_monotonic_time () - begun;
      g_test_message ("%" G_GINT64_FORMAT " ms", took / 1000);
      g_assert_cmpint (took, <, CAB_TEST_LOCK_US);
      g_assert_null (cab_window_get_practice (window));
      g_assert_null (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)));
      g_assert_cmpuint (count_visible_toplevels (), ==, 1);
      g_assert_nonnull (cab_test_app_find (GTK_WIDGET (window), CAB_TYPE_LOCK_PAGE));
      while (g_main_context_iteration (NULL, FALSE))
        ;
      gtk_window_destroy (GTK_WINDOW (window));
    }
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

static gboolean
has_toast (gpointer window)
{
  GType type = g_type_from_name ("AdwToastWidget");

  return type != 0 && cab_test_app_find (window, type) != NULL;
}

/* [W-44] after it locked for idleness it says so, once it is open again */
static void
test_idle_told (void)
{
  CabWindow *window = cab_test_app_new_window (cab_test_app_open_sample ());

  cab_window_lock (window, CAB_LOCK_SESSION);
  cab_window_take_practice (window, cab_test_app_open_sample ());
  g_assert_false (has_toast (window));
  cab_window_lock (window, CAB_LOCK_IDLE);
  cab_window_take_practice (window, cab_test_app_open_sample ());
  cab_test_app_wait (has_toast, window);
  gtk_window_destroy (GTK_WINDOW (window));
}

static gboolean
note_lock (CabRecord *entry, gpointer data, GError **error)
{
  GString *reasons = data;

  if (g_strcmp0 (cab_record_get_text (entry, CAB_OWN (CAB_AUDIT_FIELD_ACT)), "lock") == 0)
    g_string_append_printf (reasons, "%s ",
                            cab_record_get_text (entry, CAB_OWN (CAB_AUDIT_FIELD_CHANGES)));

  return TRUE;
}

static gpointer
list_locks_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  const CabFilter filter = { .trashed = -1 };
  GString *reasons = g_string_new (NULL);

  cab_practice_each (practice, &cab_audit_kind, &filter, note_lock, reasons, error);

  return g_string_free_and_steal (reasons);
}

/* [V-171] why it locked stands in the activity log after the next unlock, and not before */
static void
test_audited (void)
{
  CabWindow *window = cab_test_app_new_window (cab_test_app_open_sample ());
  g_autofree char *before
      = cab_test_app_do (cab_window_get_practice (window), CAB_JOB_READS, list_locks_job, NULL);
  g_autofree char *expected = g_strconcat (before, "suspend idle ", NULL);
  g_autofree char *after = NULL;

  cab_window_lock (window, CAB_LOCK_SUSPEND);
  cab_window_take_practice (window, cab_test_app_open_sample ());
  cab_window_lock (window, CAB_LOCK_IDLE);
  cab_window_take_practice (window, cab_test_app_open_sample ());
  cab_window_lock (window, CAB_LOCK_QUIT);
  cab_window_take_practice (window, cab_test_app_open_sample ());
  after = cab_test_app_do (cab_window_get_practice (window), CAB_JOB_READS, list_locks_job, NULL);
  g_assert_cmpstr (after, ==, expected);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* [V-171] what Preferences leaves off does not lock, and asking for it always does */
static void
test_switched_off (void)
{
  static const struct
  {
    CabLockReason reason;
    const char *key;
  } cases[] = {
    { CAB_LOCK_IDLE, CAB_COMPUTER_LOCK_WHEN_IDLE },
    { CAB_LOCK_SESSION, CAB_COMPUTER_LOCK_WITH_SCREEN },
    { CAB_LOCK_SUSPEND, CAB_COMPUTER_LOCK_ON_SUSPEND },
    { CAB_LOCK_HIDDEN, CAB_COMPUTER_LOCK_WHEN_HIDDEN },
  };
  CabApplication *application = CAB_APPLICATION (g_application_get_default ());
  CabWindow *window = cab_test_app_new_window (cab_test_app_open_sample ());
  GSettings *settings = cab_computer_get_settings ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].key);
      g_settings_set_boolean (settings, cases[i].key, FALSE);
      cab_application_lock (application, cases[i].reason);
      g_assert_nonnull (cab_window_get_practice (window));
      g_settings_reset (settings, cases[i].key);
      cab_application_lock (application, cases[i].reason);
      g_assert_null (cab_window_get_practice (window));
      cab_window_take_practice (window, cab_test_app_open_sample ());
    }
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_settings_set_boolean (settings, cases[i].key, FALSE);
  cab_application_lock (application, CAB_LOCK_ASKED);
  g_assert_null (cab_window_get_practice (window));
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_settings_reset (settings, cases[i].key);
  gtk_window_destroy (GTK_WINDOW (window));
}

static gpointer
wait_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  while (!g_cancellable_is_cancelled (cancellable))
    g_usleep (1000);
  g_cancellable_set_error_if_cancelled (cancellable, error);

  return NULL;
}

static AdwDialog *
get_dialog (CabWindow *window)
{
  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
}

static gboolean
has_export (gpointer window)
{
  return get_dialog (window) != NULL && CAB_IS_EXPORT_DIALOG (get_dialog (window));
}

/* [V-170] [W-44] an export that a lock stopped is told, and offered again for the same person */
static void
test_stopped_told (void)
{
  CabWindow *window = cab_test_app_new_window (cab_test_app_open_sample ());
  g_autofree char *client_id = cab_test_app_dup_client (cab_window_get_practice (window));
  GtkWidget *toast;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.export-client", "s", client_id);
  cab_test_app_settle (cab_window_get_practice (window));
  cab_open_practice_run_async (cab_window_get_practice (window), CAB_JOB_LONG, wait_job, NULL, NULL,
                               NULL, NULL, NULL, NULL);
  cab_window_lock (window, CAB_LOCK_SESSION);
  cab_window_take_practice (window, cab_test_app_open_sample ());
  cab_test_app_wait (has_toast, window);
  g_assert_null (get_dialog (window));
  toast = cab_test_app_find (GTK_WIDGET (window), g_type_from_name ("AdwToastWidget"));
  gtk_widget_activate (cab_test_app_find (toast, GTK_TYPE_BUTTON));
  cab_test_app_wait (has_export, window);
  g_assert_cmpstr (cab_export_dialog_get_client_id (CAB_EXPORT_DIALOG (get_dialog (window))), ==,
                   client_id);
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

/* [W-110] [W-113] a sentence that names a file is shown as it is, and not read as markup; a
 * lone one ends without a stop */
static void
test_toast (void)
{
  CabWindow *window = cab_test_app_new_window (NULL);
  g_autoptr (AdwToast) toast = adw_toast_new ("There is no folder “A & B <i>”.");
  g_autoptr (AdwToast) two = adw_toast_new ("The drive can't be reached. Your text is kept here.");

  cab_window_toast (window, g_object_ref (toast));
  cab_window_toast (window, g_object_ref (two));
  g_assert_false (adw_toast_get_use_markup (toast));
  g_assert_cmpstr (adw_toast_get_title (toast), ==, "There is no folder “A & B <i>”");
  g_assert_cmpstr (adw_toast_get_title (two), ==,
                   "The drive can’t be reached. Your text is kept here.");
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
  g_test_add_func ("/window/lock-over-acts", test_lock_over_acts);
  g_test_add_func ("/window/passphrase-forgotten", test_passphrase_forgotten);
  g_test_add_func ("/window/idle-told", test_idle_told);
  g_test_add_func ("/window/audited", test_audited);
  g_test_add_func ("/window/switched-off", test_switched_off);
  g_test_add_func ("/window/stopped-told", test_stopped_told);
  g_test_add_func ("/window/locked-actions", test_locked_actions);
  g_test_add_func ("/window/toast", test_toast);
  g_test_add_func ("/window/table", test_table);

  return cab_test_app_run ();
}
