/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "cab-backup-row.h"
#include "cab-backup.h"
#include "cab-backups-page.h"
#include "cab-client.h"
#include "cab-restore-dialog.h"
#include "cab-sample.h"
#include "cab-settings.h"
#include "cab-store.h"
#include "cab-test-app.h"

typedef struct
{
  CabWindow *window;
  CabOpenPractice *practice;
  GtkWidget *page;
  char *backup;
} Fixture;

static gpointer
back_up_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  const CabCopyWatch watch = { .rows = cab_store_walk_rows };
  char *path = NULL;

  cab_backup_make (cab_practice_get_vault (practice), data, &watch, &path, NULL, error);

  return path;
}

static gpointer
add_client_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (CabRecord) client = cab_record_new (&cab_client_kind);
  g_autofree char *reference = cab_client_dup_new_reference (practice);

  cab_record_set_text (client, CAB_OWN (CAB_CLIENT_FIELD_REFERENCE), reference);
  cab_record_set_text (client, CAB_OWN (CAB_CLIENT_FIELD_GIVEN_NAME), "Later");
  cab_record_set_text (client, CAB_OWN (CAB_CLIENT_FIELD_STATUS), "enquiry");
  cab_practice_save (practice, client, error);

  return NULL;
}

static void
fixture_init (Fixture *self)
{
  static guint n;
  g_autofree char *folder = g_strdup_printf ("%s/backups-%u", g_get_home_dir (), n++);

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  self->window = cab_test_app_new_window (cab_test_app_open_sample ());
  self->practice = cab_window_get_practice (self->window);
  self->backup = cab_test_app_do (self->practice, CAB_JOB_WRITES, back_up_job, folder);
  cab_test_app_do (self->practice, CAB_JOB_WRITES, add_client_job, NULL);
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.show-backups", NULL);
  cab_test_app_settle (self->practice);
  self->page = cab_test_app_find (GTK_WIDGET (self->window), CAB_TYPE_BACKUPS_PAGE);
  g_assert_nonnull (self->page);
}

static void
fixture_clear (Fixture *self)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  g_free (self->backup);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fixture, fixture_clear)

static CabRestoreDialog *
find_dialog (CabWindow *window)
{
  AdwDialog *dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));

  return dialog != NULL ? CAB_RESTORE_DIALOG (dialog) : NULL;
}

/* The page of the dialog that is there now. */
typedef struct
{
  CabWindow *window;
  const char *page;
} Wanted;

static gboolean
shows (gpointer data)
{
  const Wanted *wanted = data;
  CabRestoreDialog *dialog = find_dialog (wanted->window);
  GtkWidget *stack
      = dialog != NULL ? cab_test_app_find (GTK_WIDGET (dialog), GTK_TYPE_STACK) : NULL;

  return stack != NULL
         && g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (stack)), wanted->page) == 0;
}

static void
wait_for (CabWindow *window, const char *page)
{
  Wanted wanted = { window, page };

  cab_test_app_wait (shows, &wanted);
}

static void
type (CabWindow *window, const char *passphrase)
{
  GtkWidget *row
      = cab_test_app_find (GTK_WIDGET (find_dialog (window)), ADW_TYPE_PASSWORD_ENTRY_ROW);

  gtk_editable_set_text (GTK_EDITABLE (row), passphrase);
  g_signal_emit_by_name (row, "entry-activated");
}

/* What the dialog's page says. */
static const char *
get_words (CabWindow *window)
{
  GtkWidget *stack = cab_test_app_find (GTK_WIDGET (find_dialog (window)), GTK_TYPE_STACK);
  GtkWidget *page = gtk_stack_get_visible_child (GTK_STACK (stack));

  return gtk_label_get_label (GTK_LABEL (cab_test_app_find (page, GTK_TYPE_LABEL)));
}

/* The button of the dialog's page; the header's come before it. */
static GtkWidget *
find_button (CabWindow *window)
{
  GtkWidget *stack = cab_test_app_find (GTK_WIDGET (find_dialog (window)), GTK_TYPE_STACK);

  return cab_test_app_find (gtk_stack_get_visible_child (GTK_STACK (stack)), GTK_TYPE_BUTTON);
}

static guint
count_kept (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    n += strstr (name, ".before-restore-") != NULL ? 1 : 0;

  return n;
}

/* [W-98], [V-105] says what will be lost, locks, restores, and keeps what was replaced */
static void
test_restore (void)
{
  g_auto (Fixture) self = { 0 };
  g_autofree char *path = NULL;
  g_autoptr (GtkWidget) button = NULL;

  fixture_init (&self);
  path = g_strdup (cab_open_practice_get_path (self.practice));
  g_assert_cmpuint (count_kept (path), ==, 0);
  gtk_widget_activate_action (self.page, "backup.restore", "s", self.backup);
  wait_for (self.window, "ask");
  type (self.window, "not the passphrase");
  wait_for (self.window, "busy");
  wait_for (self.window, "ask");
  type (self.window, CAB_SAMPLE_PASSPHRASE);
  wait_for (self.window, "look");
  g_assert_nonnull (strstr (get_words (self.window), "1 record that came after this backup"));
  g_assert_nonnull (strstr (get_words (self.window), "kept beside it"));
  g_assert_nonnull (cab_window_get_practice (self.window));

  /* A double click. */
  button = g_object_ref (find_button (self.window));
  g_signal_emit_by_name (button, "clicked");
  g_signal_emit_by_name (button, "clicked");
  wait_for (self.window, "done");
  g_assert_null (cab_window_get_practice (self.window));
  g_assert_nonnull (strstr (get_words (self.window), ".before-restore-"));
  g_assert_cmpuint (count_kept (path), ==, 1);
}

/* [W-97] stopped while it restores, it says so, and the practice is the one it was */
static void
test_cancelled (void)
{
  g_auto (Fixture) self = { 0 };
  g_autofree char *path = NULL;
  guint n_kept;

  fixture_init (&self);
  path = g_strdup (cab_open_practice_get_path (self.practice));
  n_kept = count_kept (path);
  gtk_widget_activate_action (self.page, "backup.restore", "s", self.backup);
  wait_for (self.window, "ask");
  type (self.window, CAB_SAMPLE_PASSPHRASE);
  wait_for (self.window, "look");
  g_signal_emit_by_name (find_button (self.window), "clicked");
  g_signal_emit_by_name (find_button (self.window), "clicked");
  wait_for (self.window, "done");
  g_assert_cmpstr (get_words (self.window), ==, "This was stopped. Nothing was changed.");
  g_assert_true (adw_dialog_get_can_close (ADW_DIALOG (find_dialog (self.window))));
  g_assert_cmpuint (count_kept (path), ==, n_kept);
}

/* [W-98] a rehearsal says that it would work, and leaves nothing behind */
static void
test_rehearsal (void)
{
  g_auto (Fixture) self = { 0 };
  g_autofree char *data = cab_settings_dup_data_folder ();
  g_autoptr (GDir) dir = NULL;
  const char *name;

  fixture_init (&self);
  gtk_widget_activate_action (self.page, "backup.rehearse", "s", self.backup);
  wait_for (self.window, "ask");
  type (self.window, CAB_SAMPLE_PASSPHRASE);
  wait_for (self.window, "done");
  g_assert_true (g_str_has_prefix (get_words (self.window), "This backup can be restored."));
  g_assert_true (cab_window_get_practice (self.window) == self.practice);
  dir = g_dir_open (data, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    g_assert_false (g_str_has_prefix (name, "rehearsal-"));
}

static gboolean
is_gone (gpointer path)
{
  return !g_file_test (path, G_FILE_TEST_EXISTS);
}

/* [W-98] a backup is checked again where it lies, and removed when that was answered */
static void
test_check_and_remove (void)
{
  g_auto (Fixture) self = { 0 };
  AdwDialog *dialog;

  fixture_init (&self);
  gtk_widget_activate_action (self.page, "backup.check", "s", self.backup);
  cab_test_app_settle (self.practice);
  g_assert_true (g_file_test (self.backup, G_FILE_TEST_EXISTS));

  gtk_widget_activate_action (self.page, "backup.remove", "s", self.backup);
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self.window));
  g_signal_emit_by_name (dialog, "response::remove", "remove");
  adw_dialog_force_close (dialog);
  cab_test_app_wait (is_gone, self.backup);
}

int
main (int argc, char **argv)
{
  cab_test_app_init (&argc, &argv);
  g_test_add_func ("/restore-dialog/restore", test_restore);
  g_test_add_func ("/restore-dialog/cancelled", test_cancelled);
  g_test_add_func ("/restore-dialog/rehearsal", test_rehearsal);
  g_test_add_func ("/restore-dialog/check-and-remove", test_check_and_remove);

  return cab_test_app_run ();
}
