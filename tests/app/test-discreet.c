/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include "cab-client-page.h"
#include "cab-client-row.h"
#include "cab-client.h"
#include "cab-clients-page.h"
#include "cab-computer.h"
#include "cab-go-to-dialog.h"
#include "cab-mood-entry-page.h"
#include "cab-open-row.h"
#include "cab-practice-view.h"
#include "cab-privacy-page.h"
#include "cab-record-page.h"
#include "cab-register-layouts.h"
#include "cab-search-page.h"
#include "cab-test-app.h"
#include "cab-test-note.h"

static CabOpenPractice *
turn (CabWindow *window, gboolean is_discreet)
{
  CabOpenPractice *practice = cab_window_get_practice (window);

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.discreet", NULL));
  g_assert_true (cab_open_practice_is_discreet (practice) == is_discreet);
  cab_test_app_settle (practice);

  return practice;
}

/* Every name that somebody could be known by, or every reference. */
static gpointer
list_words_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  static const CabClientField names[]
      = { CAB_CLIENT_FIELD_PREFERRED_NAME, CAB_CLIENT_FIELD_GIVEN_NAME,
          CAB_CLIENT_FIELD_FAMILY_NAME, CAB_CLIENT_FIELD_FORMER_NAME };
  const CabFilter all = { .trashed = -1 };
  g_autoptr (GPtrArray) clients = cab_practice_list (practice, &cab_client_kind, &all, error);
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();

  g_assert_nonnull (clients);
  for (guint i = 0; i < clients->len; i++)
    for (gsize j = 0; j < G_N_ELEMENTS (names); j++)
      {
        const char *name = cab_record_get_text (clients->pdata[i], CAB_OWN (names[j]));

        if (name != NULL)
          g_strv_builder_add (words, name);
      }

  return g_strv_builder_end (words);
}

/* A name as a word of its own: “Al” is not in “Also”. */
static gboolean
has_word (const char *text, const char *word)
{
  g_autofree char *escaped = g_regex_escape_string (word, -1);
  g_autofree char *pattern = g_strdup_printf ("(?<!\\pL)%s(?!\\pL)", escaped);

  return g_regex_match_simple (pattern, text, 0, 0);
}

static const char *
find_name (GtkWidget *root, GStrv names)
{
  if (!gtk_widget_get_visible (root))
    return NULL;
  if (GTK_IS_LABEL (root))
    for (guint i = 0; names[i] != NULL; i++)
      if (has_word (gtk_label_get_text (GTK_LABEL (root)), names[i]))
        return gtk_label_get_text (GTK_LABEL (root));

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      const char *found = find_name (child, names);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* [W-28] the list, the window over it and a client's head name nobody, and name them again */
static void
test_clients (void)
{
  CabWindow *window = cab_test_app_new_window (cab_test_app_open_sample ());
  CabOpenPractice *practice = cab_window_get_practice (window);
  g_auto (GStrv) names = cab_test_app_do (practice, CAB_JOB_READS, list_words_job, NULL);
  g_autofree char *id = cab_test_app_dup_client (practice);
  GtkWidget *page;

  g_assert_cmpuint (g_strv_length (names), >, 5);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.open-client", "s", id);
  cab_test_app_settle (practice);
  page = cab_test_app_find (GTK_WIDGET (window), CAB_TYPE_CLIENTS_PAGE);
  g_assert_nonnull (find_name (page, names));

  turn (window, TRUE);
  g_assert_cmpstr (find_name (page, names), ==, NULL);
  turn (window, FALSE);
  g_assert_nonnull (find_name (page, names));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* [W-28], [M-32] no initials, no pronouns; the reference is the only name, and sorts */
static void
test_rows (void)
{
  CabWindow *window = cab_test_app_new_window (cab_test_app_open_sample ());
  CabOpenPractice *practice = turn (window, TRUE);
  g_autoptr (GListModel) clients = NULL;
  const char *last = "";
  GtkWidget *page;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-clients", NULL);
  cab_test_app_settle (practice);
  page = cab_test_app_find (GTK_WIDGET (window), CAB_TYPE_CLIENTS_PAGE);
  g_object_get (page, "clients", &clients, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (clients), >, 2);
  for (guint i = 0; i < g_list_model_get_n_items (clients); i++)
    {
      g_autoptr (CabRow) row = g_list_model_get_item (clients, i);
      const char *reference = cab_row_get_text (row, CAB_CLIENT_ROW_REFERENCE);

      g_assert_cmpstr (cab_row_get_text (row, CAB_CLIENT_ROW_NAME), ==, reference);
      g_assert_null (cab_row_get_text (row, CAB_CLIENT_ROW_INITIALS));
      g_assert_null (cab_row_get_text (row, CAB_CLIENT_ROW_PRONOUNS));
      g_assert_cmpstr (last, <, reference);
      last = reference;
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

/* [W-28] a dialog that lists people follows while it is open */
static void
test_go_to (void)
{
  CabWindow *window = cab_test_app_new_window (cab_test_app_open_sample ());
  CabOpenPractice *practice = cab_window_get_practice (window);
  g_auto (GStrv) names = cab_test_app_do (practice, CAB_JOB_READS, list_words_job, NULL);
  GtkWidget *dialog;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.go-to-client", NULL);
  cab_test_app_settle (practice);
  dialog = cab_test_app_find (GTK_WIDGET (window), CAB_TYPE_GO_TO_DIALOG);
  g_assert_nonnull (find_name (dialog, names));
  turn (window, TRUE);
  g_assert_nonnull (cab_test_app_find (dialog, CAB_TYPE_OPEN_ROW));
  g_assert_cmpstr (find_name (dialog, names), ==, NULL);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* [W-28] Today, both registers and what is found name nobody; off, they name again */
static void
test_pages (void)
{
  static const char *const acts[] = { "win.show-today", "win.show-privacy", "privacy.activity" };
  CabWindow *window = cab_test_app_new_window (cab_test_app_open_sample ());
  CabOpenPractice *practice = turn (window, TRUE);
  g_auto (GStrv) names = cab_test_app_do (practice, CAB_JOB_READS, list_words_job, NULL);
  GtkWidget *root = GTK_WIDGET (window);
  GtkWidget *stack;

  for (gsize i = 0; i < G_N_ELEMENTS (acts); i++)
    {
      g_test_message ("%s", acts[i]);
      if (g_str_has_prefix (acts[i], "win."))
        gtk_widget_activate_action (root, acts[i], NULL);
      else
        {
          stack = cab_test_app_find (cab_test_app_find (root, CAB_TYPE_PRIVACY_PAGE),
                                     ADW_TYPE_VIEW_STACK);
          adw_view_stack_set_visible_child_name (ADW_VIEW_STACK (stack), "activity");
        }
      cab_test_app_settle (practice);
      g_assert_cmpstr (find_name (root, names), ==, NULL);
    }

  turn (window, FALSE);
  g_assert_nonnull (find_name (root, names));
  turn (window, TRUE);
  g_assert_cmpstr (find_name (root, names), ==, NULL);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* [W-28], [W-30] what is found is told by reference, without the line it stands in */
static void
test_search (void)
{
  CabWindow *window = cab_test_app_new_window (cab_test_app_open_sample ());
  CabOpenPractice *practice = turn (window, TRUE);
  g_auto (GStrv) names = cab_test_app_do (practice, CAB_JOB_READS, list_words_job, NULL);
  g_autoptr (GListModel) results = NULL;
  GtkWidget *page;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.search", NULL);
  cab_test_app_settle (practice);
  page = cab_test_app_find (GTK_WIDGET (window), CAB_TYPE_SEARCH_PAGE);
  for (guint i = 0; i < 4 && names[i] != NULL; i++)
    {
      GtkWidget *entry = cab_test_app_find (page, GTK_TYPE_SEARCH_ENTRY);

      gtk_editable_set_text (GTK_EDITABLE (entry), names[i]);
      g_signal_emit_by_name (entry, "search-changed");
      cab_test_app_settle (practice);
      g_assert_cmpstr (find_name (page, names), ==, NULL);
    }
  g_object_get (page, "results", &results, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (results), >, 0);
  turn (window, FALSE);
  g_assert_nonnull (find_name (page, names));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* [W-28] what is open in the window is as discreet as the window, also the next practice */
static void
test_kept (void)
{
  CabWindow *window = cab_test_app_new_window (cab_test_app_open_sample ());

  turn (window, TRUE);
  cab_window_lock (window, CAB_LOCK_ASKED);
  cab_window_take_practice (window, cab_test_app_open_sample ());
  g_assert_true (cab_open_practice_is_discreet (cab_window_get_practice (window)));
  turn (window, FALSE);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* [W-28], [W-184] the state in which a window starts, if chosen */
static void
test_setting (void)
{
  GSettings *settings = cab_computer_get_settings ();
  CabWindow *window;

  g_assert_nonnull (settings);
  g_settings_set_boolean (settings, CAB_COMPUTER_DISCREET_MODE, TRUE);
  window = cab_test_app_new_window (cab_test_app_open_sample ());
  g_settings_reset (settings, CAB_COMPUTER_DISCREET_MODE);
  g_assert_true (cab_open_practice_is_discreet (cab_window_get_practice (window)));
  gtk_window_destroy (GTK_WINDOW (window));
}

static gboolean
has_drawn (gpointer frame)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (frame);

  gtk_widget_queue_draw (frame);
  return gdk_frame_clock_get_frame_counter (clock)
         > GPOINTER_TO_INT (g_object_get_data (frame, "frame-before")) + 2;
}

/* Whether anything of a widget is drawn, by the styles of the product. */
static gboolean
is_drawn (GtkWidget *widget)
{
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkPaintable) paintable = NULL;
  g_autoptr (GdkPaintable) image = NULL;
  GtkWidget *frame = GTK_WIDGET (gtk_widget_get_root (widget));

  paintable = gtk_widget_paintable_new (widget);
  g_object_set_data (
      G_OBJECT (frame), "frame-before",
      GINT_TO_POINTER (gdk_frame_clock_get_frame_counter (gtk_widget_get_frame_clock (frame))));
  cab_test_app_wait (has_drawn, frame);
  image = gdk_paintable_get_current_image (paintable);
  gdk_paintable_snapshot (image, snapshot, 10, 10);
  node = gtk_snapshot_to_node (snapshot);

  return node != NULL;
}

static gboolean
focus_button (GtkWidget *root)
{
  if (GTK_IS_BUTTON (root) && gtk_widget_get_mapped (root) && gtk_widget_grab_focus (root))
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (focus_button (child))
      return TRUE;

  return FALSE;
}

/* Takes the focus out of what can be written in. No focus at all would not do: the toolkit gives
 * it back to where it was. */
static void
leave (CabWindow *window)
{
  g_assert_true (focus_button (GTK_WIDGET (window)));
}

/* [W-28] the text of a note is not to be seen until the focus is in it, and stays as it is */
static void
test_note (void)
{
  g_auto (CabTestNote) test = { NULL };
  g_autofree char *text = NULL;
  GtkWidget *view;

  cab_test_note_init (&test);
  view = GTK_WIDGET (cab_note_editor_get_text_view (test.editor));
  cab_test_note_type (&test, "Slept better");
  g_assert_true (is_drawn (view));

  turn (test.window, TRUE);
  leave (test.window);
  g_assert_false (is_drawn (view));
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE);

  gtk_widget_grab_focus (view);
  g_assert_true (is_drawn (view));
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_STATE_HIDDEN, FALSE);

  leave (test.window);
  g_assert_false (is_drawn (view));
  turn (test.window, FALSE);
  g_assert_true (is_drawn (view));
  text = cab_test_note_dup_text (&test);
  g_assert_cmpstr (text, ==, "Slept better");
}

/* What holds the text of the row that has this title. */
static GtkWidget *
find_text (GtkWidget *root, const char *title)
{
  GtkWidget *found = NULL;

  if (ADW_IS_PREFERENCES_ROW (root)
      && g_str_has_prefix (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (root)), title))
    {
      found = cab_test_app_find (root, GTK_TYPE_TEXT);
      return found != NULL ? found : cab_test_app_find (root, GTK_TYPE_TEXT_VIEW);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_text (child, title);

  return found;
}

/* [W-28] [M-4] what is sensitive in a form is not to be seen until the focus is in it: in the
 * details of somebody and in a mood entry; what is not, is */
static void
test_forms (void)
{
  CabWindow *window = cab_test_app_new_window (cab_test_app_open_sample ());
  CabOpenPractice *practice = cab_window_get_practice (window);
  GtkWidget *view = cab_test_app_find (GTK_WIDGET (window), CAB_TYPE_PRACTICE_VIEW);
  g_autofree char *client = cab_test_app_dup_client (practice);
  GtkWidget *page
      = g_object_new (CAB_TYPE_MOOD_ENTRY_PAGE, "practice", practice, "client-id", client, NULL);

  cab_practice_view_push (CAB_PRACTICE_VIEW (view), ADW_NAVIGATION_PAGE (page));
  cab_test_app_settle (practice);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (find_text (page, "Note"))),
                            "Slept badly", -1);
  g_assert_true (is_drawn (find_text (page, "Note")));
  turn (window, TRUE);
  leave (window);
  g_assert_false (is_drawn (find_text (page, "Note")));
  g_assert_false (is_drawn (find_text (page, "Context")));

  page = GTK_WIDGET (cab_record_page_new (practice, "Details", &cab_client_layout, client));
  cab_practice_view_push (CAB_PRACTICE_VIEW (view), ADW_NAVIGATION_PAGE (page));
  cab_test_app_settle (practice);
  leave (window);
  g_assert_false (is_drawn (find_text (page, "Pronouns")));
  g_assert_true (is_drawn (find_text (page, "Given name")));
  turn (window, FALSE);
  g_assert_true (is_drawn (find_text (page, "Pronouns")));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  cab_test_app_init (&argc, &argv);
  g_test_add_func ("/discreet/clients", test_clients);
  g_test_add_func ("/discreet/rows", test_rows);
  g_test_add_func ("/discreet/go-to", test_go_to);
  g_test_add_func ("/discreet/pages", test_pages);
  g_test_add_func ("/discreet/search", test_search);
  g_test_add_func ("/discreet/note", test_note);
  g_test_add_func ("/discreet/forms", test_forms);
  g_test_add_func ("/discreet/kept", test_kept);
  g_test_add_func ("/discreet/setting", test_setting);

  return cab_test_app_run ();
}
