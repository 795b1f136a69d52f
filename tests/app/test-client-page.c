/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include "cab-client-contact.h"
#include "cab-client-page.h"
#include "cab-client.h"
#include "cab-open-row.h"
#include "cab-overview-page.h"
#include "cab-practice-view.h"
#include "cab-record-dialog.h"
#include "cab-record-page.h"
#include "cab-test-app.h"

static GtkWidget *
open_page (CabWindow **window, CabOpenPractice **practice)
{
  g_autofree char *id = NULL;

  *window = cab_test_app_new_window (cab_test_app_open_sample ());
  *practice = cab_window_get_practice (*window);
  id = cab_test_app_dup_client (*practice);
  gtk_widget_activate_action (GTK_WIDGET (*window), "win.open-client", "s", id);
  cab_test_app_settle (*practice);

  return cab_test_app_find (GTK_WIDGET (*window), CAB_TYPE_CLIENT_PAGE);
}

static const char *
get_label (GtkWidget *page, const char *name)
{
  GObject *label = gtk_widget_get_template_child (page, CAB_TYPE_CLIENT_PAGE, name);

  return gtk_label_get_label (GTK_LABEL (label));
}

static guint
count_widgets (GtkWidget *root, GType type)
{
  guint n = g_type_is_a (G_OBJECT_TYPE (root), type) ? 1 : 0;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_widgets (child, type);

  return n;
}

/* [W-13] above the tabs: reference and status, and the consents in words */
static void
test_head (void)
{
  CabWindow *window;
  CabOpenPractice *practice;
  GtkWidget *page = open_page (&window, &practice);

  g_assert_true (g_str_has_prefix (get_label (page, "facts_label"), "C-"));
  g_assert_true (g_str_has_prefix (get_label (page, "consent_label"), "Consent: "));
  g_assert_cmpstr (adw_navigation_page_get_title (ADW_NAVIGATION_PAGE (page)), !=, "Client");
  gtk_window_destroy (GTK_WINDOW (window));
}

/* [W-14] the overview draws what is filled in, and no field twice */
static void
test_overview (void)
{
  CabWindow *window;
  CabOpenPractice *practice;
  GtkWidget *page = open_page (&window, &practice);
  GtkWidget *overview = cab_test_app_find (page, CAB_TYPE_OVERVIEW_PAGE);
  guint n_rows = count_widgets (overview, ADW_TYPE_ACTION_ROW);

  g_assert_cmpuint (n_rows, >, 3);
  g_signal_emit_by_name (practice, "changed");
  cab_test_app_settle (practice);
  g_assert_cmpuint (count_widgets (overview, ADW_TYPE_ACTION_ROW), ==, n_rows);

  g_assert_true (gtk_widget_activate_action (page, "client.edit", NULL));
  cab_test_app_settle (practice);
  g_assert_nonnull (cab_test_app_find (GTK_WIDGET (window), CAB_TYPE_RECORD_PAGE));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
type_first (GtkWidget *dialog, const char *text)
{
  GtkWidget *row = cab_test_app_find (dialog, ADW_TYPE_ENTRY_ROW);

  gtk_editable_set_text (GTK_EDITABLE (row), text);
}

/* The last choice that is offered by name, where there is one to make. */
static void
choose_role (GtkWidget *root)
{
  if (ADW_IS_COMBO_ROW (root)
      && g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (root)), "Role") == 0)
    adw_combo_row_set_selected (ADW_COMBO_ROW (root), CAB_CONTACT_ROLE_FAMILY);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    choose_role (child);
}

static void
add (CabWindow *window, CabOpenPractice *practice, GtkWidget *page, const char *action)
{
  AdwDialog *dialog;

  g_assert_true (gtk_widget_activate_action (page, action, NULL));
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
  g_assert_true (CAB_IS_RECORD_DIALOG (dialog));
  type_first (GTK_WIDGET (dialog), "Something new");
  choose_role (GTK_WIDGET (dialog));
  g_assert_true (gtk_widget_get_sensitive (adw_dialog_get_default_widget (dialog)));
  g_signal_emit_by_name (adw_dialog_get_default_widget (dialog), "clicked");
  cab_test_app_settle (practice);
  cab_test_app_settle (practice);
}

/* [W-14] a condition and a contact with their part each become rows that open */
static void
test_add (void)
{
  CabWindow *window;
  CabOpenPractice *practice;
  GtkWidget *page = open_page (&window, &practice);
  GtkWidget *overview = cab_test_app_find (page, CAB_TYPE_OVERVIEW_PAGE);
  guint n_rows = count_widgets (overview, CAB_TYPE_OPEN_ROW);

  add (window, practice, page, "client.add-condition");
  g_assert_null (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)));
  g_assert_cmpuint (count_widgets (overview, CAB_TYPE_OPEN_ROW), ==, n_rows + 1);
  gtk_window_destroy (GTK_WINDOW (window));
}

static gpointer
add_client (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (CabRecord) client = cab_record_new (&cab_client_kind);

  cab_record_set_text (client, CAB_OWN (CAB_CLIENT_FIELD_GIVEN_NAME), "Zygmunt");
  if (cab_practice_save (practice, client, error))
    g_set_str (data, cab_record_get_id (client));

  return NULL;
}

/* [M-34], [W-46] a person and their part are two records of one dialog; a client without notes
 * goes into the trash and comes back from their own page */
static void
test_contact_and_trash (void)
{
  CabWindow *window = cab_test_app_new_window (cab_test_app_open_sample ());
  CabOpenPractice *practice = cab_window_get_practice (window);
  g_autofree char *id = NULL;
  GtkWidget *page;
  GtkWidget *overview;

  cab_open_practice_run_async (practice, CAB_JOB_WRITES, add_client, &id, NULL, NULL, NULL, NULL,
                               NULL);
  cab_test_app_settle (practice);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.open-client", "s", id);
  cab_test_app_settle (practice);
  page = cab_test_app_find (GTK_WIDGET (window), CAB_TYPE_CLIENT_PAGE);
  overview = cab_test_app_find (page, CAB_TYPE_OVERVIEW_PAGE);
  g_assert_cmpuint (count_widgets (overview, CAB_TYPE_OPEN_ROW), ==, 0);
  add (window, practice, page, "client.add-contact");
  g_assert_null (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)));
  g_assert_cmpuint (count_widgets (overview, CAB_TYPE_OPEN_ROW), ==, 2);

  gtk_widget_activate_action (page, "client.trash", NULL);
  cab_test_app_settle (practice);
  g_assert_true (g_str_has_prefix (get_label (page, "warning_label"), "In the trash"));
  gtk_widget_activate_action (page, "client.restore", NULL);
  cab_test_app_settle (practice);
  g_assert_cmpstr (get_label (page, "warning_label"), ==, "");
  gtk_window_destroy (GTK_WINDOW (window));
}

/* [M-8], [M-32] a client with signed notes stays, and the sentence is in a toast, not a dialog */
static void
test_trash (void)
{
  CabWindow *window;
  CabOpenPractice *practice;
  GtkWidget *page = open_page (&window, &practice);

  g_assert_true (gtk_widget_activate_action (page, "client.trash", NULL));
  cab_test_app_settle (practice);
  g_assert_null (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)));
  g_assert_false (g_str_has_prefix (get_label (page, "warning_label"), "In the trash"));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  cab_test_app_init (&argc, &argv);
  g_test_add_func ("/client-page/head", test_head);
  g_test_add_func ("/client-page/overview", test_overview);
  g_test_add_func ("/client-page/add", test_add);
  g_test_add_func ("/client-page/trash", test_trash);
  g_test_add_func ("/client-page/contact-and-trash", test_contact_and_trash);

  return cab_test_app_run ();
}
