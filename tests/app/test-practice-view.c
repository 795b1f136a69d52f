/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include "cab-backup-state.h"
#include "cab-clients-page.h"
#include "cab-go-to-dialog.h"
#include "cab-help.h"
#include "cab-list-cell.h"
#include "cab-mood-entry-page.h"
#include "cab-note-editor.h"
#include "cab-practice-view.h"
#include "cab-record-dialog.h"
#include "cab-sidebar-row.h"
#include "cab-test-app.h"

#define TODAY "2025-07-03"
#define AT_1802 1751565720000 /* 2025-07-03T18:02:00Z */

/* [W-4] the state of the backups in words: the newest that is not removed */
static void
test_backup_words (void)
{
  static const struct
  {
    const char *state;
    gint64 verified_ms;
    gint64 before_ms; /* before AT_1802 */
    const char *words;
  } cases[] = {
    { "present", AT_1802, 0, "Last backup 18:02, checked" },
    { "present", 0, 0, "Last backup 18:02, not checked" },
    { "missing", AT_1802, 0, "Last backup 18:02, not there any more" },
    { "scrubbed", AT_1802, G_GINT64_CONSTANT (86400000), "Last backup 2 July 2025, checked" },
    { "deleted", AT_1802, 0, "No backup yet" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CabBackupEntry older = { .state = (char *)"deleted", .made_ms = AT_1802 + 1 };
      CabBackupEntry entry = {
        .state = (char *)cases[i].state,
        .made_ms = AT_1802 - cases[i].before_ms,
        .verified_ms = cases[i].verified_ms,
      };
      g_autoptr (GPtrArray) backups = g_ptr_array_new ();
      g_autofree char *words = NULL;

      g_ptr_array_add (backups, &older);
      g_ptr_array_add (backups, &entry);
      words = cab_backup_dup_state (backups, "UTC", TODAY);
      g_test_message ("%s", cases[i].words);
      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
find_last_row (GtkWidget *root, CabSidebarRow **row)
{
  if (CAB_IS_SIDEBAR_ROW (root))
    *row = CAB_SIDEBAR_ROW (root);

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    find_last_row (child, row);
}

/* [W-4] the sidebar's last row says it, and opens the backups */
static void
test_last_row (void)
{
  CabOpenPractice *practice = cab_test_app_open_sample ();
  CabWindow *window = cab_test_app_new_window (practice);
  GtkWidget *view = cab_test_app_find (GTK_WIDGET (window), CAB_TYPE_PRACTICE_VIEW);
  CabSidebarRow *row = NULL;
  g_autofree char *label = NULL;

  find_last_row (view, &row);
  g_assert_nonnull (row);
  g_object_get (row, "label", &label, NULL);
  g_assert_cmpstr (label, ==, "No backup yet");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (row), "row.open", NULL));
  g_assert_cmpstr (cab_practice_view_get_page (CAB_PRACTICE_VIEW (view)), ==, "backups");
  gtk_window_destroy (GTK_WINDOW (window));
}

/* [W-173] a page that is left keeps the rows of its list, and no screen reader
 * meets it until it is shown again */
static void
test_kept_pages (void)
{
  CabOpenPractice *practice = cab_test_app_open_sample ();
  CabWindow *window = cab_test_app_new_window (practice);
  GtkWidget *page, *cell;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-clients", NULL);
  cab_test_app_settle (practice);
  page = cab_test_app_find (GTK_WIDGET (window), CAB_TYPE_CLIENTS_PAGE);
  cell = cab_test_app_find (page, CAB_TYPE_LIST_CELL);
  g_assert_nonnull (cell);
  g_object_add_weak_pointer (G_OBJECT (cell), (gpointer *)&cell);
  g_assert_true (gtk_widget_get_mapped (page));
  gtk_test_accessible_assert_state (page, GTK_ACCESSIBLE_STATE_HIDDEN, FALSE);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-today", NULL);
  cab_test_app_settle (practice);
  g_assert_false (gtk_widget_get_mapped (page));
  gtk_test_accessible_assert_state (page, GTK_ACCESSIBLE_STATE_HIDDEN, TRUE);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-clients", NULL);
  cab_test_app_settle (practice);
  g_assert_true (gtk_widget_get_mapped (page));
  gtk_test_accessible_assert_state (page, GTK_ACCESSIBLE_STATE_HIDDEN, FALSE);
  g_assert_nonnull (cell);
  g_assert_true (cab_test_app_find (page, CAB_TYPE_LIST_CELL) == cell);
  g_object_remove_weak_pointer (G_OBJECT (cell), (gpointer *)&cell);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* [W-4] [W-100] Ctrl+N makes what the page is about */
static void
test_new (void)
{
  CabOpenPractice *practice = cab_test_app_open_sample ();
  CabWindow *window = cab_test_app_new_window (practice);
  g_autofree char *client = cab_test_app_dup_client (practice);
  AdwApplicationWindow *frame = ADW_APPLICATION_WINDOW (window);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.new", NULL);
  g_assert_true (CAB_IS_GO_TO_DIALOG (adw_application_window_get_visible_dialog (frame)));
  adw_dialog_force_close (adw_application_window_get_visible_dialog (frame));

  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-clients", NULL);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.new", NULL);
  g_assert_true (CAB_IS_RECORD_DIALOG (adw_application_window_get_visible_dialog (frame)));
  adw_dialog_force_close (adw_application_window_get_visible_dialog (frame));

  gtk_widget_activate_action (GTK_WIDGET (window), "win.open-client", "s", client);
  cab_test_app_settle (practice);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.new", NULL);
  g_assert_nonnull (cab_test_app_find (GTK_WIDGET (window), CAB_TYPE_NOTE_EDITOR));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* [W-4] a mood entry is the client's in front, else it is asked whose */
static void
test_new_mood_entry (void)
{
  CabOpenPractice *practice = cab_test_app_open_sample ();
  CabWindow *window = cab_test_app_new_window (practice);
  g_autofree char *client = cab_test_app_dup_client (practice);
  g_autofree char *owner = NULL;
  GtkWidget *page;
  AdwDialog *dialog;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.new-mood-entry", NULL);
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
  g_assert_true (CAB_IS_GO_TO_DIALOG (dialog));
  g_signal_emit_by_name (dialog, "chosen", client, "Somebody");
  page = cab_test_app_find (GTK_WIDGET (window), CAB_TYPE_MOOD_ENTRY_PAGE);
  g_assert_nonnull (page);
  g_object_get (page, "client-id", &owner, NULL);
  g_assert_cmpstr (owner, ==, client);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
assert_help (CabWindow *window, const char *expected)
{
  g_autofree char *page = cab_help_dup_page (ADW_APPLICATION_WINDOW (window));

  g_assert_cmpstr (page, ==, expected);
}

/* [W-187] F1 is about the screen in front */
static void
test_help (void)
{
  CabOpenPractice *practice = cab_test_app_open_sample ();
  CabWindow *window = cab_test_app_new_window (practice);
  g_autofree char *client = cab_test_app_dup_client (practice);

  assert_help (window, "today-page");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-backups", NULL);
  assert_help (window, "backups-page");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.open-client", "s", client);
  cab_test_app_settle (practice);
  assert_help (window, "overview-page");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.shortcuts", NULL);
  assert_help (window, "shortcuts-dialog");
  cab_window_lock (window, CAB_LOCK_ASKED);
  assert_help (window, "lock-page");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-start", NULL);
  assert_help (window, "start-page");
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  cab_test_app_init (&argc, &argv);
  g_test_add_func ("/practice-view/backup-words", test_backup_words);
  g_test_add_func ("/practice-view/last-row", test_last_row);
  g_test_add_func ("/practice-view/kept-pages", test_kept_pages);
  g_test_add_func ("/practice-view/new", test_new);
  g_test_add_func ("/practice-view/new-mood-entry", test_new_mood_entry);
  g_test_add_func ("/practice-view/help", test_help);

  return cab_test_app_run ();
}
