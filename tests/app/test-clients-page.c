/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include "cab-client-page.h"
#include "cab-client-row.h"
#include "cab-client.h"
#include "cab-clients-page.h"
#include "cab-go-to-dialog.h"
#include "cab-test-app.h"
#include "cab-trash.h"

static GtkWidget *
open_page (CabWindow **window, CabOpenPractice **practice)
{
  *window = cab_test_app_new_window (cab_test_app_open_sample ());
  *practice = cab_window_get_practice (*window);
  gtk_widget_activate_action (GTK_WIDGET (*window), "win.show-clients", NULL);
  cab_test_app_settle (*practice);

  return cab_test_app_find (GTK_WIDGET (*window), CAB_TYPE_CLIENTS_PAGE);
}

static guint
count_rows (GtkWidget *page)
{
  g_autoptr (GListModel) clients = NULL;

  g_object_get (page, "clients", &clients, NULL);

  return g_list_model_get_n_items (clients);
}

static CabRow *
get_row (GtkWidget *page, guint position)
{
  g_autoptr (GListModel) clients = NULL;

  g_object_get (page, "clients", &clients, NULL);

  return g_list_model_get_item (clients, position);
}

static const char *
get_state (GtkWidget *page)
{
  GtkWidget *stack
      = GTK_WIDGET (gtk_widget_get_template_child (page, CAB_TYPE_CLIENTS_PAGE, "stack"));

  return gtk_stack_get_visible_child_name (GTK_STACK (stack));
}

static void
set_filter (GtkWidget *page, CabOpenPractice *practice, const char *filter)
{
  g_assert_true (gtk_widget_activate_action (page, "clients.filter", "s", filter));
  cab_test_app_settle (practice);
}

/* [W-12], [M-32] the list opens with those of enquiry to paused; each filter shows its own */
static void
test_filters (void)
{
  CabWindow *window;
  CabOpenPractice *practice;
  GtkWidget *page = open_page (&window, &practice);
  guint n_current = count_rows (page);
  guint n_everyone;
  guint n_parts = 0;
  static const char *const parts[] = { "enquiry", "waiting", "active", "paused" };

  g_assert_cmpstr (get_state (page), ==, "list");
  for (guint i = 0; i < n_current; i++)
    {
      g_autoptr (CabRow) row = get_row (page, i);

      g_assert_cmpint (cab_row_get_integer (row, CAB_CLIENT_ROW_STATUS), <=,
                       CAB_CLIENT_STATUS_PAUSED);
    }

  set_filter (page, practice, "everyone");
  n_everyone = count_rows (page);
  g_assert_cmpuint (n_everyone, >, n_current);
  set_filter (page, practice, "ended");
  g_assert_cmpuint (count_rows (page), ==, n_everyone - n_current);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      set_filter (page, practice, parts[i]);
      n_parts += count_rows (page);
    }
  g_assert_cmpuint (n_parts, ==, n_current);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* [W-30], [W-19] words look among everyone; where nobody is found it is said */
static void
test_words (void)
{
  CabWindow *window;
  CabOpenPractice *practice;
  GtkWidget *page = open_page (&window, &practice);
  GtkWidget *entry = cab_test_app_find (page, GTK_TYPE_SEARCH_ENTRY);
  g_autoptr (CabRow) first = get_row (page, 0);

  gtk_editable_set_text (GTK_EDITABLE (entry), cab_row_get_text (first, CAB_CLIENT_ROW_REFERENCE));
  g_signal_emit_by_name (entry, "search-changed");
  cab_test_app_settle (practice);
  g_assert_cmpuint (count_rows (page), ==, 1);

  gtk_editable_set_text (GTK_EDITABLE (entry), "nobody is called so");
  g_signal_emit_by_name (entry, "search-changed");
  cab_test_app_settle (practice);
  g_assert_cmpstr (get_state (page), ==, "none");
  g_signal_emit_by_name (entry, "stop-search");
  g_signal_emit_by_name (entry, "search-changed");
  cab_test_app_settle (practice);
  g_assert_cmpstr (get_state (page), ==, "list");
  gtk_window_destroy (GTK_WINDOW (window));
}

static gboolean
shows_all (gpointer page)
{
  GtkListView *list
      = GTK_LIST_VIEW (gtk_widget_get_template_child (page, CAB_TYPE_CLIENTS_PAGE, "list_view"));

  return g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (list)))
         == count_rows (page);
}

static void
note_most (GListModel *shown, guint position, guint removed, guint added, guint *most)
{
  *most = MAX (*most, added);
}

/* [W-25] [W-173] the list on screen gets all its rows, a few in each frame, and a
 * window that goes in between takes them with it */
static void
test_pace (void)
{
  CabWindow *window;
  CabOpenPractice *practice;
  GtkWidget *page = open_page (&window, &practice);
  GtkListView *list
      = GTK_LIST_VIEW (gtk_widget_get_template_child (page, CAB_TYPE_CLIENTS_PAGE, "list_view"));
  guint most = 0;

  cab_test_app_wait (shows_all, page);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (list)));
  g_signal_connect (gtk_list_view_get_model (list), "items-changed", G_CALLBACK (note_most), &most);
  set_filter (page, practice, "everyone");
  g_assert_cmpuint (count_rows (page), >, 6);
  cab_test_app_wait (shows_all, page);
  g_assert_cmpuint (most, >, 0);
  g_assert_cmpuint (most, <=, 6);

  set_filter (page, practice, "ended");
  set_filter (page, practice, "everyone");
  gtk_window_destroy (GTK_WINDOW (window));
}

typedef struct
{
  char *id;
  gboolean is_done;
} Made;

static gpointer
add_client (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (CabRecord) client = cab_record_new (&cab_client_kind);
  Made *made = data;

  cab_record_set_text (client, CAB_OWN (CAB_CLIENT_FIELD_GIVEN_NAME), "Zygmunt");
  if (cab_practice_save (practice, client, error))
    made->id = g_strdup (cab_record_get_id (client));

  return NULL;
}

static void
on_added_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Made *made = user_data;

  made->is_done = TRUE;
}

static gboolean
is_added (gpointer data)
{
  return ((Made *)data)->is_done;
}

static gboolean
has_client (GtkWidget *page, const char *id)
{
  for (guint i = 0; i < count_rows (page); i++)
    {
      g_autoptr (CabRow) row = get_row (page, i);

      if (g_str_equal (cab_row_get_text (row, CAB_CLIENT_ROW_ID), id))
        return TRUE;
    }

  return FALSE;
}

/* [W-26], [M-8] the trash takes a client out of the list, Ctrl+Z's act puts them back, and what
 * lies there has a way back too */
static void
test_trash (void)
{
  CabWindow *window;
  CabOpenPractice *practice;
  GtkWidget *page = open_page (&window, &practice);
  Made made = { 0 };
  g_autofree char *id = NULL;

  cab_open_practice_run_async (practice, CAB_JOB_WRITES, add_client, &made, NULL, NULL, NULL,
                               on_added_cb, &made);
  cab_test_app_wait (is_added, &made);
  id = made.id;
  g_assert_nonnull (id);

  cab_trash_move (page, practice, &cab_client_kind, id, "Client moved to trash");
  cab_test_app_settle (practice);
  set_filter (page, practice, "trash");
  g_assert_true (has_client (page, id));

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL));
  cab_test_app_settle (practice);
  g_assert_false (has_client (page, id));
  set_filter (page, practice, "current");
  g_assert_true (has_client (page, id));

  cab_trash_move (page, practice, &cab_client_kind, id, "Client moved to trash");
  cab_test_app_settle (practice);
  cab_trash_restore (practice, &cab_client_kind, id);
  cab_test_app_settle (practice);
  set_filter (page, practice, "trash");
  g_assert_false (has_client (page, id));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* [W-31], [W-56] Ctrl+K's act, a name, Return: the client is open, in three presses */
static void
test_go_to (void)
{
  CabWindow *window;
  CabOpenPractice *practice;
  GtkWidget *page = open_page (&window, &practice);
  g_autoptr (CabRow) last = get_row (page, count_rows (page) - 1);
  g_autofree char *id = NULL;
  AdwDialog *dialog;
  GtkWidget *entry;
  GtkWidget *client;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.go-to-client", NULL));
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
  g_assert_true (CAB_IS_GO_TO_DIALOG (dialog));
  entry = cab_test_app_find (GTK_WIDGET (dialog), GTK_TYPE_SEARCH_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), cab_row_get_text (last, CAB_CLIENT_ROW_NAME));
  g_signal_emit_by_name (entry, "activate");
  cab_test_app_settle (practice);
  g_assert_null (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)));
  client = cab_test_app_find (GTK_WIDGET (window), CAB_TYPE_CLIENT_PAGE);
  g_assert_nonnull (client);
  g_object_get (client, "client-id", &id, NULL);
  g_assert_cmpstr (id, ==, cab_row_get_text (last, CAB_CLIENT_ROW_ID));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  cab_test_app_init (&argc, &argv);
  g_test_add_func ("/clients-page/filters", test_filters);
  g_test_add_func ("/clients-page/pace", test_pace);
  g_test_add_func ("/clients-page/words", test_words);
  g_test_add_func ("/clients-page/trash", test_trash);
  g_test_add_func ("/clients-page/go-to", test_go_to);

  return cab_test_app_run ();
}
