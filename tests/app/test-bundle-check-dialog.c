/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include <string.h>

#include "cab-bundle-check-dialog.h"
#include "cab-bundle.h"
#include "cab-test-app.h"

#define PASSPHRASE "seven-words-that-nobody-else-would-think-of-today"

/* What is exported, and where it went. */
typedef struct
{
  char *client;
  char *path;
  CabBundleProfile profile;
  gboolean is_encrypted;
} Export;

static gpointer
export_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  const Export *wanted = data;
  g_autoptr (CabBundleScope) scope = cab_bundle_scope_new (wanted->profile);
  g_autoptr (CabBundleResult) result = NULL;

  if (wanted->client != NULL)
    cab_bundle_scope_set_client_id (scope, wanted->client);
  cab_bundle_scope_set_target (scope, wanted->path, FALSE, FALSE);
  if (wanted->is_encrypted)
    {
      g_autoptr (CabSecret) passphrase = cab_secret_new_copy (PASSPHRASE, strlen (PASSPHRASE));

      cab_bundle_scope_set_passphrase (scope, passphrase, FALSE);
    }
  else
    cab_bundle_scope_set_plain (scope, "The test");
  result = cab_bundle_export (practice, scope, NULL, NULL, cancellable, error);

  return NULL;
}

static void
on_exported_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  cab_open_practice_run_finish (user_data, result, &error);
  g_assert_no_error (error);
}

static void export (CabOpenPractice *practice, Export *wanted)
{
  cab_open_practice_run_async (practice, CAB_JOB_WRITES, export_job, wanted, NULL, NULL, NULL,
                               on_exported_cb, practice);
  cab_test_app_settle (practice);
}

static GtkWidget *
get_child (GtkWidget *dialog, const char *name)
{
  return GTK_WIDGET (gtk_widget_get_template_child (dialog, CAB_TYPE_BUNDLE_CHECK_DIALOG, name));
}

static const char *
get_page (GtkWidget *dialog)
{
  return gtk_stack_get_visible_child_name (GTK_STACK (get_child (dialog, "stack")));
}

static GtkWidget *
check (CabWindow *window, CabOpenPractice *practice, const char *path)
{
  AdwDialog *dialog = cab_bundle_check_dialog_new (practice, path);

  adw_dialog_present (dialog, GTK_WIDGET (window));
  cab_test_app_settle (practice);

  return GTK_WIDGET (dialog);
}

static const char *
get_title (GtkWidget *dialog)
{
  g_assert_cmpstr (get_page (dialog), ==, "result");

  return adw_status_page_get_title (ADW_STATUS_PAGE (get_child (dialog, "result_page")));
}

static void
type (GtkWidget *dialog, CabOpenPractice *practice, const char *passphrase)
{
  gtk_editable_set_text (GTK_EDITABLE (get_child (dialog, "passphrase_row")), passphrase);
  g_signal_emit_by_name (get_child (dialog, "check_button"), "clicked");
  cab_test_app_settle (practice);
}

/* [W-98], [B-72] an encrypted copy asks for its passphrase, refuses a wrong one in its place, and
 * is what was handed over */
static void
test_handed_over (void)
{
  CabWindow *window = cab_test_app_new_window (cab_test_app_open_sample ());
  CabOpenPractice *practice = cab_window_get_practice (window);
  g_autofree char *client = cab_test_app_dup_client (practice);
  g_autofree char *path = g_build_filename (g_get_home_dir (), "copy.zip", NULL);
  Export wanted = { client, path, CAB_BUNDLE_PROFILE_ACCESS, TRUE };
  GtkWidget *dialog;

  export (practice, &wanted);
  dialog = check (window, practice, path);
  g_assert_cmpstr (get_page (dialog), ==, "passphrase");
  g_assert_false (gtk_widget_get_visible (get_child (dialog, "refusal_row")));
  type (dialog, practice, "seven-words-that-are-other-words-than-those");
  g_assert_cmpstr (get_page (dialog), ==, "passphrase");
  g_assert_true (gtk_widget_get_visible (get_child (dialog, "refusal_row")));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_child (dialog, "passphrase_row"))), ==,
                   "");
  type (dialog, practice, PASSPHRASE);
  g_assert_cmpstr (get_title (dialog), ==, "This Is What Was Handed Over");
  g_assert_true (gtk_widget_get_visible (get_child (dialog, "disclosure_list")));
  g_assert_false (gtk_widget_get_visible (get_child (dialog, "fault_list")));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* [W-98] what was handed to nobody is not among the disclosures; what is no bundle says why */
static void
test_unknown (void)
{
  CabWindow *window = cab_test_app_new_window (cab_test_app_open_sample ());
  CabOpenPractice *practice = cab_window_get_practice (window);
  g_autofree char *path = g_build_filename (g_get_home_dir (), "archive.zip", NULL);
  g_autofree char *text = g_build_filename (g_get_home_dir (), "text.zip", NULL);
  Export wanted = { NULL, path, CAB_BUNDLE_PROFILE_PRACTICE, FALSE };
  GtkWidget *dialog;

  export (practice, &wanted);
  dialog = check (window, practice, path);
  g_assert_cmpstr (get_title (dialog), ==, "Not Among the Disclosures");
  g_assert_false (gtk_widget_get_visible (get_child (dialog, "disclosure_list")));
  g_assert_false (gtk_widget_get_visible (get_child (dialog, "fault_list")));
  adw_dialog_force_close (ADW_DIALOG (dialog));

  g_assert_true (g_file_set_contents (text, "Dear Sir or Madam", -1, NULL));
  dialog = check (window, practice, text);
  g_assert_cmpstr (get_title (dialog), ==, "Not Checked");
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  cab_test_app_init (&argc, &argv);
  g_test_add_func ("/bundle-check-dialog/handed-over", test_handed_over);
  g_test_add_func ("/bundle-check-dialog/unknown", test_unknown);

  return cab_test_app_run ();
}
