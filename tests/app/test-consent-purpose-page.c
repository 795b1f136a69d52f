/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include "cab-client-page.h"
#include "cab-consent-dialog.h"
#include "cab-consent-form.h"
#include "cab-consent-item.h"
#include "cab-consent-page.h"
#include "cab-consent-purpose-page.h"
#include "cab-practice-view.h"
#include "cab-printing.h"
#include "cab-test-app.h"

static CabConsentState
get_state (GtkWidget *page)
{
  g_autoptr (CabConsentItem) item = NULL;

  g_object_get (page, "item", &item, NULL);
  g_assert_nonnull (item);

  return cab_consent_item_get_state (item);
}

static guint
count_steps (GtkWidget *page)
{
  g_autoptr (CabConsentItem) item = NULL;
  g_autoptr (GListModel) history = NULL;

  g_object_get (page, "item", &item, NULL);
  g_object_get (item, "history", &history, NULL);

  return g_list_model_get_n_items (history);
}

static AdwDialog *
get_dialog (CabWindow *window)
{
  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
}

static GtkWidget *
push_page (CabWindow *window, CabOpenPractice *practice, CabPurpose purpose)
{
  g_autofree char *client = cab_test_app_dup_client (practice);
  GtkWidget *view = cab_test_app_find (GTK_WIDGET (window), CAB_TYPE_PRACTICE_VIEW);
  GtkWidget *page = g_object_new (CAB_TYPE_CONSENT_PURPOSE_PAGE, "practice", practice, "client-id",
                                  client, "purpose", (int)purpose, NULL);

  cab_practice_view_push (CAB_PRACTICE_VIEW (view), ADW_NAVIGATION_PAGE (page));
  cab_test_app_settle (practice);

  return page;
}

/* How many rows below @root tell that nobody was asked. */
static guint
count_never_asked (GtkWidget *root)
{
  guint n_rows = 0;

  if (ADW_IS_ACTION_ROW (root)
      && g_strcmp0 (adw_action_row_get_subtitle (ADW_ACTION_ROW (root)), "Never asked") == 0)
    return 1;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n_rows += count_never_asked (child);

  return n_rows;
}

/* [W-17] what was never asked stands in the list of purposes, and says so */
static void
test_never_asked (void)
{
  CabWindow *window = cab_test_app_new_window (cab_test_app_open_sample ());
  CabOpenPractice *practice = cab_window_get_practice (window);
  g_autofree char *client = cab_test_app_dup_client (practice);
  GtkWidget *view = cab_test_app_find (GTK_WIDGET (window), CAB_TYPE_PRACTICE_VIEW);
  GtkWidget *page
      = g_object_new (CAB_TYPE_CLIENT_PAGE, "practice", practice, "client-id", client, NULL);
  GtkWidget *list;

  cab_practice_view_push (CAB_PRACTICE_VIEW (view), ADW_NAVIGATION_PAGE (page));
  cab_test_app_settle (practice);
  adw_view_stack_set_visible_child_name (
      ADW_VIEW_STACK (cab_test_app_find (page, ADW_TYPE_VIEW_STACK)), "consent");
  cab_test_app_settle (practice);
  list = cab_test_app_find (page, CAB_TYPE_CONSENT_PAGE);
  g_assert_cmpuint (count_never_asked (list), >, 0);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* [W-96], [W-64], [W-65] grant and withdraw: two presses each, the text is kept with the answer */
static void
test_grant_withdraw (void)
{
  CabWindow *window = cab_test_app_new_window (cab_test_app_open_sample ());
  CabOpenPractice *practice = cab_window_get_practice (window);
  GtkWidget *page = push_page (window, practice, CAB_PURPOSE_SUPERVISION_IDENTIFIED);
  guint n_steps = count_steps (page);
  AdwDialog *dialog;

  g_assert_cmpint (get_state (page), !=, CAB_CONSENT_STATE_ACTIVE);

  g_assert_true (gtk_widget_activate_action (page, "consent.grant", NULL));
  cab_test_app_settle (practice);
  dialog = get_dialog (window);
  g_assert_true (CAB_IS_CONSENT_DIALOG (dialog));
  g_assert_true (gtk_widget_get_sensitive (adw_dialog_get_default_widget (dialog)));
  g_signal_emit_by_name (adw_dialog_get_default_widget (dialog), "clicked");
  cab_test_app_settle (practice);
  g_assert_null (get_dialog (window));
  g_assert_cmpint (get_state (page), ==, CAB_CONSENT_STATE_ACTIVE);
  g_assert_cmpuint (count_steps (page), ==, n_steps + 1);

  g_assert_true (gtk_widget_activate_action (page, "consent.withdraw", NULL));
  dialog = get_dialog (window);
  g_assert_true (ADW_IS_ALERT_DIALOG (dialog));
  g_assert_cmpstr (adw_alert_dialog_get_body (ADW_ALERT_DIALOG (dialog)), ==,
                   "Extracts for supervision carry the reference alone again.");
  g_signal_emit_by_name (dialog, "response::withdraw", "withdraw");
  adw_dialog_force_close (dialog);
  cab_test_app_settle (practice);
  g_assert_cmpint (get_state (page), ==, CAB_CONSENT_STATE_WITHDRAWN);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* [W-96] the text in force goes on paper as a form */
static void
test_form (void)
{
  CabWindow *window = cab_test_app_new_window (cab_test_app_open_sample ());
  CabOpenPractice *practice = cab_window_get_practice (window);
  g_autofree char *client = cab_test_app_dup_client (practice);
  GtkWidget *page = push_page (window, practice, CAB_PURPOSE_TREATMENT_RECORD);
  g_autofree char *id = g_strdup_printf (
      "%s %s", client, cab_purpose_codes.codes[CAB_PURPOSE_TREATMENT_RECORD].code);
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  GMemoryOutputStream *memory = G_MEMORY_OUTPUT_STREAM (stream);

  cab_printing_write_to (page, practice, cab_consent_form_write, id, stream);
  cab_test_app_settle (practice);
  g_assert_true (g_output_stream_is_closed (stream));
  g_assert_cmpuint (g_memory_output_stream_get_data_size (memory), >, 5);
  g_assert_cmpint (memcmp (g_memory_output_stream_get_data (memory), "%PDF-", 5), ==, 0);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  cab_test_app_init (&argc, &argv);
  g_test_add_func ("/consent/grant-and-withdraw", test_grant_withdraw);
  g_test_add_func ("/consent/form", test_form);
  g_test_add_func ("/consent/never-asked", test_never_asked);

  return cab_test_app_run ();
}
