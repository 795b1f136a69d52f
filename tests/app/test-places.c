/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include "cab-affect-grid.h"
#include "cab-client-page.h"
#include "cab-client.h"
#include "cab-clients-page.h"
#include "cab-consent-purpose-page.h"
#include "cab-draft.h"
#include "cab-mood-entry-page.h"
#include "cab-mood-entry.h"
#include "cab-mood-words.h"
#include "cab-note-editor.h"
#include "cab-places.h"
#include "cab-record-page.h"
#include "cab-register-layouts.h"
#include "cab-search-page.h"
#include "cab-ten-scale.h"
#include "cab-test-app.h"
#include "cab-value-domain.h"
#include "cab-values-round-page.h"
#include "cab-window-private.h"

#include <string.h>

typedef struct
{
  CabWindow *window;
  char *client_id;
} Fixture;

static void
fixture_init (Fixture *self)
{
  self->window = cab_test_app_new_window (cab_test_app_open_sample ());
  self->client_id = cab_test_app_dup_client (cab_window_get_practice (self->window));
  cab_test_app_settle (cab_window_get_practice (self->window));
}

static void
fixture_clear (Fixture *self)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  g_free (self->client_id);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fixture, fixture_clear)

static void
lock_and_unlock (Fixture *self)
{
  cab_window_lock (self->window, CAB_LOCK_SESSION);
  g_assert_null (cab_window_get_view (self->window));
  cab_window_take_practice (self->window, cab_test_app_open_sample ());
  cab_test_app_settle (cab_window_get_practice (self->window));
}

static GtkWidget *
get_top (Fixture *self)
{
  return GTK_WIDGET (cab_practice_view_get_visible_page (cab_window_get_view (self->window)));
}

static GtkWidget *
push (Fixture *self, AdwNavigationPage *page)
{
  cab_practice_view_push (cab_window_get_view (self->window), page);
  cab_test_app_settle (cab_window_get_practice (self->window));

  return GTK_WIDGET (page);
}

static char *
dup_text (GObject *object, const char *name)
{
  char *text;

  g_object_get (object, name, &text, NULL);

  return text;
}

/* [W-44] the page of the sidebar, and the one among its own */
static void
test_sidebar (void)
{
  static const char *const tags[] = { "today", "clients", "privacy", "backups" };
  g_auto (Fixture) fixture = { 0 };

  fixture_init (&fixture);
  for (guint i = 0; i < G_N_ELEMENTS (tags); i++)
    {
      g_test_message ("%s", tags[i]);
      cab_practice_view_show_page (cab_window_get_view (fixture.window), tags[i]);
      lock_and_unlock (&fixture);
      g_assert_cmpstr (cab_practice_view_get_page (cab_window_get_view (fixture.window)), ==,
                       tags[i]);
    }
}

/* [W-44] the client, the tab, the filter, the order, the words of the search */
static void
test_client (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autofree char *filter = NULL;
  g_autofree char *sort = NULL;
  CabClientsPage *page;
  AdwNavigationPage *client;
  GtkWidget *entry;
  GtkWidget *tabs;

  fixture_init (&fixture);
  cab_practice_view_open_client (cab_window_get_view (fixture.window), fixture.client_id);
  page = CAB_CLIENTS_PAGE (get_top (&fixture));
  g_object_set (page, "filter", "everyone", "sort", "started", NULL);
  entry = cab_test_app_find (GTK_WIDGET (page), GTK_TYPE_SEARCH_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), "a & b");
  cab_client_page_show_tab (CAB_CLIENT_PAGE (cab_clients_page_get_client (page)), "consent");
  cab_test_app_settle (cab_window_get_practice (fixture.window));
  g_signal_emit_by_name (entry, "search-changed");
  lock_and_unlock (&fixture);

  page = CAB_CLIENTS_PAGE (get_top (&fixture));
  client = cab_clients_page_get_client (page);
  g_assert_nonnull (client);
  g_assert_cmpstr (cab_client_page_get_client_id (CAB_CLIENT_PAGE (client)), ==, fixture.client_id);
  tabs = cab_test_app_find (GTK_WIDGET (client), ADW_TYPE_VIEW_STACK);
  g_assert_cmpstr (adw_view_stack_get_visible_child_name (ADW_VIEW_STACK (tabs)), ==, "consent");
  filter = dup_text (G_OBJECT (page), "filter");
  sort = dup_text (G_OBJECT (page), "sort");
  g_assert_cmpstr (filter, ==, "everyone");
  g_assert_cmpstr (sort, ==, "started");
  entry = cab_test_app_find (GTK_WIDGET (page), GTK_TYPE_SEARCH_ENTRY);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "a & b");
}

static GtkTextBuffer *
get_buffer (GtkWidget *editor)
{
  return gtk_text_view_get_buffer (cab_note_editor_get_text_view (CAB_NOTE_EDITOR (editor)));
}

static char *
dup_selected (GtkTextBuffer *buffer, gboolean *is_caret_first)
{
  GtkTextIter start;
  GtkTextIter end;
  GtkTextIter caret;

  gtk_text_buffer_get_selection_bounds (buffer, &start, &end);
  gtk_text_buffer_get_iter_at_mark (buffer, &caret, gtk_text_buffer_get_insert (buffer));
  *is_caret_first = gtk_text_iter_equal (&caret, &start);

  return gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
}

static gboolean
has_text (gpointer data)
{
  return gtk_text_buffer_get_char_count (get_buffer (get_top (data))) > 0;
}

static gboolean
has_focus (gpointer data)
{
  GtkTextView *view = cab_note_editor_get_text_view (CAB_NOTE_EDITOR (get_top (data)));

  return gtk_window_get_focus (GTK_WINDOW (((Fixture *)data)->window)) == GTK_WIDGET (view);
}

/* [W-44], [W-125] a draft with the words just typed, the caret, what was selected, the focus */
static void
test_editor (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autofree char *id = NULL;
  g_autofree char *selected = NULL;
  gboolean is_caret_first;
  GtkTextBuffer *buffer;
  GtkTextIter start;
  GtkTextIter end;
  GtkWidget *editor;

  fixture_init (&fixture);
  cab_practice_view_open_client (cab_window_get_view (fixture.window), fixture.client_id);
  editor = push (&fixture, g_object_new (CAB_TYPE_NOTE_EDITOR, "practice",
                                         cab_window_get_practice (fixture.window), "client-id",
                                         fixture.client_id, NULL));
  buffer = get_buffer (editor);
  gtk_text_buffer_insert_at_cursor (buffer, "Grüße at the brook.", -1);
  gtk_text_buffer_get_iter_at_offset (buffer, &start, 0);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, 5);
  gtk_text_buffer_select_range (buffer, &start, &end);
  id = g_strdup (cab_note_editor_get_note_id (CAB_NOTE_EDITOR (editor)));
  lock_and_unlock (&fixture);

  g_assert_true (CAB_IS_NOTE_EDITOR (get_top (&fixture)));
  cab_test_app_wait (has_text, &fixture);
  g_assert_cmpstr (cab_note_editor_get_note_id (CAB_NOTE_EDITOR (get_top (&fixture))), ==, id);
  selected = dup_selected (get_buffer (get_top (&fixture)), &is_caret_first);
  g_assert_cmpstr (selected, ==, "Grüße");
  g_assert_true (is_caret_first);
  cab_test_app_wait (has_focus, &fixture);

  /* Back leads to the client, as before. */
  cab_practice_view_go_back (cab_window_get_view (fixture.window));
  g_assert_true (CAB_IS_CLIENTS_PAGE (get_top (&fixture)));
  g_assert_nonnull (cab_clients_page_get_client (CAB_CLIENTS_PAGE (get_top (&fixture))));
}

/* [W-44] a note that nothing was typed into is begun again, with another id */
static void
test_empty_note (void)
{
  g_auto (Fixture) fixture = { 0 };

  fixture_init (&fixture);
  push (&fixture,
        g_object_new (CAB_TYPE_NOTE_EDITOR, "practice", cab_window_get_practice (fixture.window),
                      "client-id", fixture.client_id, NULL));
  lock_and_unlock (&fixture);
  g_assert_true (CAB_IS_NOTE_EDITOR (get_top (&fixture)));
  cab_test_app_wait (has_focus, &fixture);
}

/* [W-44] every page that stands for one record comes back as itself */
static void
test_pages (void)
{
  const GType types[]
      = { CAB_TYPE_CONSENT_PURPOSE_PAGE, CAB_TYPE_MOOD_ENTRY_PAGE, CAB_TYPE_CLIENT_PAGE };
  g_auto (Fixture) fixture = { 0 };

  fixture_init (&fixture);
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autofree char *client_id = NULL;

      g_test_message ("%s", g_type_name (types[i]));
      push (&fixture, g_object_new (types[i], "practice", cab_window_get_practice (fixture.window),
                                    "client-id", fixture.client_id, NULL));
      lock_and_unlock (&fixture);
      g_assert_true (G_OBJECT_TYPE (get_top (&fixture)) == types[i]);
      client_id = dup_text (G_OBJECT (get_top (&fixture)), "client-id");
      g_assert_cmpstr (client_id, ==, fixture.client_id);
    }

  push (&fixture, cab_record_page_new (cab_window_get_practice (fixture.window), "Details",
                                       &cab_client_layout, fixture.client_id));
  lock_and_unlock (&fixture);
  g_assert_true (CAB_IS_RECORD_PAGE (get_top (&fixture)));
  cab_practice_view_go_back (cab_window_get_view (fixture.window));
  g_assert_true (CAB_IS_CLIENT_PAGE (get_top (&fixture)));
}

static gboolean
has_results (gpointer data)
{
  g_autoptr (GListModel) results = NULL;

  g_object_get (get_top (data), "results", &results, NULL);

  return g_list_model_get_n_items (results) > 0;
}

static gboolean
is_in_field (gpointer data)
{
  GtkWidget *entry = cab_test_app_find (get_top (data), GTK_TYPE_SEARCH_ENTRY);
  GtkEditable *text = gtk_editable_get_delegate (GTK_EDITABLE (entry));

  return gtk_window_get_focus (GTK_WINDOW (((Fixture *)data)->window)) == GTK_WIDGET (text)
         && gtk_editable_get_position (text) == 2;
}

/* [W-44] the words of a search with their results, and the caret between them */
static void
test_search (void)
{
  g_auto (Fixture) fixture = { 0 };
  GtkWidget *entry;

  fixture_init (&fixture);
  cab_search_page_show (GTK_WIDGET (cab_window_get_view (fixture.window)),
                        cab_window_get_practice (fixture.window));
  entry = cab_test_app_find (get_top (&fixture), GTK_TYPE_SEARCH_ENTRY);
  gtk_widget_grab_focus (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), "the");
  gtk_editable_set_position (GTK_EDITABLE (entry), 2);
  lock_and_unlock (&fixture);

  g_assert_true (CAB_IS_SEARCH_PAGE (get_top (&fixture)));
  entry = cab_test_app_find (get_top (&fixture), GTK_TYPE_SEARCH_ENTRY);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "the");
  cab_test_app_wait (has_results, &fixture);
  cab_test_app_wait (is_in_field, &fixture);
}

static GtkAdjustment *
find_scrolled (GtkWidget *widget)
{
  GtkWidget *scrolled = cab_test_app_find (widget, GTK_TYPE_SCROLLED_WINDOW);

  return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
}

static gboolean
can_scroll (gpointer data)
{
  GtkAdjustment *scrolled = find_scrolled (get_top (data));

  return gtk_adjustment_get_upper (scrolled) - gtk_adjustment_get_page_size (scrolled) >= 120;
}

static gboolean
is_scrolled (gpointer data)
{
  return gtk_adjustment_get_value (find_scrolled (get_top (data))) == 120;
}

/* [W-44] how far a page was scrolled, once it has what was seen */
static void
test_scroll (void)
{
  g_auto (Fixture) fixture = { 0 };

  fixture_init (&fixture);
  gtk_window_set_default_size (GTK_WINDOW (fixture.window), 1100, 400);
  push (&fixture, cab_record_page_new (cab_window_get_practice (fixture.window), "Details",
                                       &cab_client_layout, fixture.client_id));
  cab_test_app_wait (can_scroll, &fixture);
  gtk_adjustment_set_value (find_scrolled (get_top (&fixture)), 120);
  lock_and_unlock (&fixture);
  cab_test_app_wait (is_scrolled, &fixture);
}

static gpointer
add_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (CabRecord) client = cab_record_new (&cab_client_kind);

  cab_record_set_text (client, CAB_OWN (CAB_CLIENT_FIELD_GIVEN_NAME), "Robin");
  cab_record_set_text (client, CAB_OWN (CAB_CLIENT_FIELD_FAMILY_NAME), "Marsh");
  if (!cab_practice_save (practice, client, error))
    return NULL;

  return g_strdup (cab_record_get_id (client));
}

static gpointer
trash_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (CabRecord) client = cab_practice_load (practice, &cab_client_kind, data, error);

  if (client != NULL)
    cab_practice_trash (practice, client, error);

  return NULL;
}

/* [W-44] what has gone meanwhile is left for the page that it was on */
static void
test_gone (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autofree char *id = NULL;
  CabOpenPractice *practice;

  fixture_init (&fixture);
  practice = cab_window_get_practice (fixture.window);
  id = cab_test_app_do (practice, CAB_JOB_WRITES, add_job, NULL);
  cab_practice_view_open_client (cab_window_get_view (fixture.window), id);
  push (&fixture, cab_record_page_new (practice, "Details", &cab_client_layout, id));
  cab_window_lock (fixture.window, CAB_LOCK_ASKED);
  practice = cab_test_app_open_sample ();
  cab_test_app_do (practice, CAB_JOB_WRITES, trash_job, id);
  cab_window_take_practice (fixture.window, practice);
  cab_test_app_settle (practice);
  g_assert_true (CAB_IS_CLIENTS_PAGE (get_top (&fixture)));
  g_assert_null (cab_clients_page_get_client (CAB_CLIENTS_PAGE (get_top (&fixture))));
}

/* [W-44] dropped at quit, and by another file */
static void
test_dropped (void)
{
  g_auto (Fixture) fixture = { 0 };

  fixture_init (&fixture);
  cab_window_lock (fixture.window, CAB_LOCK_ASKED);
  g_assert_nonnull (fixture.window->after);
  cab_window_show_file (fixture.window, "/nowhere/Other.cabinet");
  g_assert_null (fixture.window->after);
  cab_window_take_practice (fixture.window, cab_test_app_open_sample ());
  cab_window_lock (fixture.window, CAB_LOCK_QUIT);
  g_assert_null (fixture.window->after);
}

static gpointer
has_drafts (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  const CabDraftTarget targets[]
      = { { .kind = &cab_mood_entry_kind, .client_id = data, .field = "felt_at" },
          { .kind = &cab_value_rating_kind, .client_id = data, .field = "rated_on" } };
  guint n_found = 0;

  for (guint i = 0; i < G_N_ELEMENTS (targets); i++)
    {
      g_autoptr (CabRecord) draft = NULL;

      g_assert_true (cab_draft_find (practice, &targets[i], &draft, error));
      n_found += draft != NULL ? 1 : 0;
    }

  return GUINT_TO_POINTER (n_found);
}

static guint
count_drafts (Fixture *self)
{
  return GPOINTER_TO_UINT (cab_test_app_do (cab_window_get_practice (self->window), CAB_JOB_READS,
                                            has_drafts, self->client_id));
}

/* Once the page has slid out. */
static gboolean
has_no_draft (gpointer fixture)
{
  return count_drafts (fixture) == 0;
}

static CabMoodWords *
get_words (Fixture *self)
{
  return CAB_MOOD_WORDS (cab_test_app_find (get_top (self), CAB_TYPE_MOOD_WORDS));
}

/* [W-43] [W-44] an entry that is half filled in comes back as it was: the point, the words, the
 * text; whoever then goes away from it gives it up */
static void
test_mood (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (GArray) words = NULL;
  int valence, arousal, position = 0;
  GtkWidget *letters;

  fixture_init (&fixture);
  push (&fixture, g_object_new (CAB_TYPE_MOOD_ENTRY_PAGE, "practice",
                                cab_window_get_practice (fixture.window), "client-id",
                                fixture.client_id, NULL));
  cab_affect_grid_set_point (
      CAB_AFFECT_GRID (cab_test_app_find (get_top (&fixture), CAB_TYPE_AFFECT_GRID)), -3, 2);
  letters = cab_test_app_find (GTK_WIDGET (get_words (&fixture)), ADW_TYPE_ENTRY_ROW);
  gtk_editable_insert_text (GTK_EDITABLE (letters), "a", -1, &position);
  g_signal_emit_by_name (letters, "entry-activated");
  words = cab_mood_words_list (get_words (&fixture));
  g_assert_cmpuint (words->len, ==, 1);
  g_clear_pointer (&words, g_array_unref);

  for (guint round = 0; round < 2; round++)
    {
      lock_and_unlock (&fixture);
      g_assert_true (CAB_IS_MOOD_ENTRY_PAGE (get_top (&fixture)));
      g_assert_cmpuint (count_drafts (&fixture), ==, 1);
      g_assert_true (cab_affect_grid_get_point (
          CAB_AFFECT_GRID (cab_test_app_find (get_top (&fixture), CAB_TYPE_AFFECT_GRID)), &valence,
          &arousal));
      g_assert_cmpint (valence, ==, -3);
      g_assert_cmpint (arousal, ==, 2);
      words = cab_mood_words_list (get_words (&fixture));
      g_assert_cmpuint (words->len, ==, 1);
      g_clear_pointer (&words, g_array_unref);
    }

  cab_practice_view_go_back (cab_window_get_view (fixture.window));
  cab_test_app_wait (has_no_draft, &fixture);
}

/* [W-43] a round of values that is half answered, with one number of two, and one that is not
 * touched, of which nothing is kept */
static void
test_values (void)
{
  g_auto (Fixture) fixture = { 0 };
  GtkWidget *scale;
  int answer;

  fixture_init (&fixture);
  push (&fixture, g_object_new (CAB_TYPE_VALUES_ROUND_PAGE, "practice",
                                cab_window_get_practice (fixture.window), "client-id",
                                fixture.client_id, NULL));
  lock_and_unlock (&fixture);
  g_assert_cmpuint (count_drafts (&fixture), ==, 0);

  scale = cab_test_app_find (get_top (&fixture), CAB_TYPE_TEN_SCALE);
  cab_ten_scale_set_answer (CAB_TEN_SCALE (scale), 7);
  lock_and_unlock (&fixture);
  g_assert_cmpuint (count_drafts (&fixture), ==, 1);
  scale = cab_test_app_find (get_top (&fixture), CAB_TYPE_TEN_SCALE);
  g_assert_true (cab_ten_scale_get_answer (CAB_TEN_SCALE (scale), &answer));
  g_assert_cmpint (answer, ==, 7);

  cab_practice_view_go_back (cab_window_get_view (fixture.window));
  cab_test_app_wait (has_no_draft, &fixture);
}

int
main (int argc, char **argv)
{
  cab_test_app_init (&argc, &argv);
  g_test_add_func ("/places/sidebar", test_sidebar);
  g_test_add_func ("/places/client", test_client);
  g_test_add_func ("/places/editor", test_editor);
  g_test_add_func ("/places/empty-note", test_empty_note);
  g_test_add_func ("/places/pages", test_pages);
  g_test_add_func ("/places/mood", test_mood);
  g_test_add_func ("/places/values", test_values);
  g_test_add_func ("/places/search", test_search);
  g_test_add_func ("/places/scroll", test_scroll);
  g_test_add_func ("/places/dropped", test_dropped);
  g_test_add_func ("/places/gone", test_gone);

  return cab_test_app_run ();
}
