/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include "cab-note-editor-private.h"
#include "cab-note-language.h"
#include "cab-note-title.h"
#include "cab-notices.h"
#include "cab-printing.h"
#include "cab-test-note.h"
#include "cab-window-private.h"

#include <signal.h>
#include <sys/resource.h>

/* [W-76] nothing before the first key, then a draft of a note, by itself, in time */
static void
test_autosave (void)
{
  g_auto (CabTestNote) fixture = { 0 };
  g_auto (CabTestStored) before = { 0 };
  g_auto (CabTestStored) typed = { 0 };
  g_autofree char *id = NULL;

  cab_test_note_init (&fixture);
  id = g_strdup (cab_note_editor_get_note_id (fixture.editor));
  cab_test_note_run_for (1200);
  cab_test_note_read (fixture.practice, id, &before);
  g_assert_cmpint (before.state, ==, -1);
  g_assert_null (before.draft);

  cab_test_note_type (&fixture, "Slept better.");
  cab_test_note_run_for (1200);
  cab_test_note_read (fixture.practice, id, &typed);
  g_assert_cmpint (typed.state, ==, CAB_NOTE_STATE_DRAFT);
  g_assert_cmpstr (typed.draft, ==, "Slept better.");
  g_assert_cmpuint (typed.n_versions, ==, 0);
}

/* [W-76], [M-37] leaving the page makes a version and ends the draft; undo does not cross it */
static void
test_leave (void)
{
  g_auto (CabTestNote) fixture = { 0 };
  g_auto (CabTestStored) stored = { 0 };
  g_autofree char *id = NULL;
  g_autofree char *text = NULL;
  GtkTextBuffer *buffer;

  cab_test_note_init (&fixture);
  id = g_strdup (cab_note_editor_get_note_id (fixture.editor));
  cab_test_note_type (&fixture, "Left at once.");
  cab_test_note_act (&fixture, "win.back");
  cab_test_note_run_for (500);
  cab_test_app_settle (fixture.practice);
  cab_test_note_read (fixture.practice, id, &stored);
  g_assert_null (stored.draft);
  g_assert_cmpstr (stored.text, ==, "Left at once.");
  g_assert_cmpint (stored.because, ==, CAB_CUT_BECAUSE_LEAVE);
  g_assert_cmpint (stored.state, ==, CAB_NOTE_STATE_DRAFT);

  cab_test_note_open (&fixture, id);
  text = cab_test_note_dup_text (&fixture);
  g_assert_cmpstr (text, ==, "Left at once.");
  buffer = gtk_text_view_get_buffer (cab_note_editor_get_text_view (fixture.editor));
  g_assert_false (gtk_text_buffer_get_can_undo (buffer));
}

static gboolean
is_gone (gpointer data)
{
  return *(gpointer *)data == NULL;
}

/* [V-165] locking destroys the editor, and takes the text from whoever still holds its buffer */
static void
test_destroyed (void)
{
  g_auto (CabTestNote) fixture = { 0 };
  g_autoptr (GtkTextBuffer) buffer = NULL;
  gpointer editor;
  gpointer view;

  cab_test_note_init (&fixture);
  cab_test_note_type (&fixture, "Typed, and selected.");
  editor = fixture.editor;
  view = cab_note_editor_get_text_view (fixture.editor);
  buffer = g_object_ref (gtk_text_view_get_buffer (view));
  g_object_add_weak_pointer (editor, &editor);
  g_object_add_weak_pointer (view, &view);
  g_assert_true (gtk_widget_activate_action (view, "selection.select-all", NULL));
  g_assert_true (gtk_widget_activate_action (view, "clipboard.copy", NULL));
  cab_window_lock (fixture.window, CAB_LOCK_ASKED);
  cab_test_app_wait (is_gone, &editor);
  cab_test_app_wait (is_gone, &view);
  g_assert_cmpint (gtk_text_buffer_get_char_count (buffer), ==, 0);
  g_assert_false (gtk_text_buffer_get_can_undo (buffer));
}

/* [W-43], [M-37] locking writes what was typed a moment ago, in 300 ms */
static void
test_lock (void)
{
  g_auto (CabTestNote) fixture = { 0 };
  g_auto (CabTestStored) stored = { 0 };
  g_autoptr (CabOpenPractice) again = NULL;
  g_autofree char *id = NULL;
  gint64 begun;

  cab_test_note_init (&fixture);
  id = g_strdup (cab_note_editor_get_note_id (fixture.editor));
  cab_test_note_type (&fixture, "Typed as it locked.");
  begun = g_get_monotonic_time ();
  cab_window_lock (fixture.window, CAB_LOCK_ASKED);
  g_assert_cmpint (g_get_monotonic_time () - begun, <, CAB_TEST_LOCK_US);
  g_assert_null (cab_test_note_find_editor (&fixture));

  again = cab_test_app_open_sample ();
  cab_test_note_read (again, id, &stored);
  g_assert_cmpstr (stored.text, ==, "Typed as it locked.");
  g_assert_cmpint (stored.because, ==, CAB_CUT_BECAUSE_LOCK);
  g_assert_null (stored.draft);
  cab_open_practice_close (again);
}

/* [W-76] a note is open in one editor only */
static void
test_one_editor (void)
{
  g_auto (CabTestNote) fixture = { 0 };
  g_autofree char *id = NULL;
  CabNoteEditor *first;

  cab_test_note_init (&fixture);
  first = fixture.editor;
  id = g_strdup (cab_note_editor_get_note_id (first));
  cab_test_note_open (&fixture, id);
  g_assert_true (fixture.editor == first);
}

/* [M-18] a value that a rule refuses stays a draft; the text is kept all the same */
static void
test_refused_value (void)
{
  g_auto (CabTestNote) fixture = { 0 };
  g_auto (CabTestStored) stored = { 0 };
  g_autofree char *id = NULL;
  g_autoptr (CabNoteSheet) sheet = g_new0 (CabNoteSheet, 1);
  GtkWidget *title;
  GtkWidget *row;

  cab_test_note_init (&fixture);
  id = g_strdup (cab_note_editor_get_note_id (fixture.editor));
  title = cab_test_app_find (GTK_WIDGET (fixture.editor), CAB_TYPE_NOTE_TITLE);
  row = cab_test_app_find (title, ADW_TYPE_ENTRY_ROW);
  gtk_editable_set_text (GTK_EDITABLE (row), "2026-02-30");
  cab_test_note_type (&fixture, "On a day that is none.");
  cab_test_note_act (&fixture, "win.back");
  cab_test_note_run_for (500);
  cab_test_note_read (fixture.practice, id, &stored);
  g_assert_cmpstr (stored.text, ==, "On a day that is none.");

  cab_test_note_open (&fixture, id);
  title = cab_test_app_find (GTK_WIDGET (fixture.editor), CAB_TYPE_NOTE_TITLE);
  cab_note_title_read (CAB_NOTE_TITLE (title), sheet);
  g_assert_true (g_str_has_prefix (sheet->values[CAB_NOTE_SHEET_HELD_ON], "2026-02-30T"));
}

/* [W-83], [M-10] what cannot be stored is left out of what is pasted */
static void
test_unstorable (void)
{
  g_auto (CabTestNote) fixture = { 0 };
  g_autofree char *text = NULL;

  cab_test_note_init (&fixture);
  cab_test_note_type (&fixture, "a\x0b"
                                "b\x01 \xc3\xa9");
  text = cab_test_note_dup_text (&fixture);
  g_assert_cmpstr (text, ==, "ab \xc3\xa9");
}

/* [W-83], [M-10] nor of what is pasted beside the text, which is kept with it */
static void
test_unstorable_beside (void)
{
  g_auto (CabTestNote) fixture = { 0 };
  g_auto (CabTestStored) stored = { 0 };
  g_autofree char *id = NULL;
  GtkWidget *next;

  cab_test_note_init (&fixture);
  id = g_strdup (cab_note_editor_get_note_id (fixture.editor));
  next = cab_test_app_find (GTK_WIDGET (fixture.editor->aside), GTK_TYPE_TEXT_VIEW);
  gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (GTK_TEXT_VIEW (next)),
                                    "of a page\x0c"
                                    "and the next",
                                    -1);
  cab_test_note_type (&fixture, "Kept.");
  cab_test_note_run_for (1200);
  cab_test_note_read (fixture.practice, id, &stored);
  g_assert_cmpstr (stored.draft, ==, "Kept.");
}

/* [M-21] a card number is noticed, quietly, and kept all the same */
static void
test_overcollection (void)
{
  g_auto (CabTestNote) fixture = { 0 };
  const char *warning = "This looks like a card number. Keep only what you need.";

  cab_test_note_init (&fixture);
  cab_test_note_type (&fixture, "Pays with 4111 1111 1111 1111.");
  cab_test_note_run_for (500);
  g_assert_true (cab_test_note_has_label (GTK_WIDGET (fixture.editor), warning));
  gtk_text_buffer_set_text (
      gtk_text_view_get_buffer (cab_note_editor_get_text_view (fixture.editor)), "Pays.", -1);
  cab_test_note_run_for (500);
  g_assert_false (cab_test_note_has_label (GTK_WIDGET (fixture.editor), warning));
}

static gboolean
has_failed (gpointer data)
{
  return g_str_equal (adw_banner_get_title (ADW_BANNER (data)),
                      "Your text is kept here until there is room");
}

static gboolean
has_recovered (gpointer data)
{
  return !has_failed (data);
}

static void
set_room (gboolean is_there)
{
  static struct rlimit before;
  struct rlimit full;

  signal (SIGXFSZ, SIG_IGN);
  if (before.rlim_max == 0)
    getrlimit (RLIMIT_FSIZE, &before);
  full = (struct rlimit){ 4096, before.rlim_max };
  setrlimit (RLIMIT_FSIZE, is_there ? &before : &full);
}

/* [W-76] on a full disk the text stays in the window, and is written when there is room */
static void
test_full_disk (void)
{
  g_auto (CabTestNote) fixture = { 0 };
  g_auto (CabTestStored) stored = { 0 };
  g_autofree char *id = NULL;
  g_autofree char *text = NULL;
  GtkWidget *banner;

  cab_test_note_init (&fixture);
  id = g_strdup (cab_note_editor_get_note_id (fixture.editor));
  banner = cab_test_app_find (GTK_WIDGET (fixture.editor), ADW_TYPE_BANNER);
  set_room (FALSE);
  cab_test_note_type (&fixture, "There is no room for this.");
  cab_test_app_wait (has_failed, banner);
  g_assert_true (adw_banner_get_revealed (ADW_BANNER (banner)));
  text = cab_test_note_dup_text (&fixture);
  g_assert_cmpstr (text, ==, "There is no room for this.");

  set_room (TRUE);
  cab_test_app_wait (has_recovered, banner);
  cab_test_note_read (fixture.practice, id, &stored);
  g_assert_cmpstr (stored.draft, ==, "There is no room for this.");
}

/* [W-76] leaving the note on a full disk loses nothing: whoever comes back finds the text, and it
 * is written from there */
static void
test_left_on_full_disk (void)
{
  g_auto (CabTestNote) fixture = { 0 };
  g_auto (CabTestStored) stored = { 0 };
  g_autofree char *id = NULL;
  g_autofree char *text = NULL;

  cab_test_note_init (&fixture);
  id = g_strdup (cab_note_editor_get_note_id (fixture.editor));
  cab_test_note_type (&fixture, "Before.");
  cab_test_note_act (&fixture, "win.back");
  cab_test_note_run_for (500);
  cab_test_note_open (&fixture, id);
  set_room (FALSE);
  cab_test_note_type (&fixture, " No room.");
  cab_test_note_act (&fixture, "win.back");
  cab_test_note_run_for (500);
  g_assert_null (cab_test_note_find_editor (&fixture));

  set_room (TRUE);
  cab_test_note_open (&fixture, id);
  text = cab_test_note_dup_text (&fixture);
  g_assert_cmpstr (text, ==, "Before. No room.");
  cab_test_note_run_for (1500);
  cab_test_note_read (fixture.practice, id, &stored);
  g_assert_cmpstr (stored.draft, ==, "Before. No room.");
}

/* [W-76] nor when nobody comes back */
static void
test_left_for_good (void)
{
  g_auto (CabTestNote) fixture = { 0 };
  g_auto (CabTestStored) stored = { 0 };
  g_autofree char *id = NULL;

  cab_test_note_init (&fixture);
  id = g_strdup (cab_note_editor_get_note_id (fixture.editor));
  set_room (FALSE);
  cab_test_note_type (&fixture, "There is no room for this.");
  cab_test_note_act (&fixture, "win.back");
  cab_test_note_run_for (500);
  set_room (TRUE);
  cab_notices_retry (cab_notices_get (fixture.practice));
  cab_test_app_settle (fixture.practice);
  cab_test_note_read (fixture.practice, id, &stored);
  g_assert_cmpstr (stored.draft, ==, "There is no room for this.");
}

static gboolean
has_dialog (gpointer data)
{
  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (data)) != NULL;
}

/* [W-44], [V-170] locked on a full disk, a note that was never written is offered after unlocking
 */
static void
test_locked_on_full_disk (void)
{
  g_auto (CabTestNote) fixture = { 0 };
  g_auto (CabTestStored) stored = { 0 };
  g_autofree char *id = NULL;
  AdwDialog *dialog;

  cab_test_note_init (&fixture);
  id = g_strdup (cab_note_editor_get_note_id (fixture.editor));
  set_room (FALSE);
  cab_test_note_type (&fixture, "There is no room for this.");
  cab_window_lock (fixture.window, CAB_LOCK_SESSION);
  set_room (TRUE);
  fixture.practice = cab_test_app_open_sample ();
  cab_window_take_practice (fixture.window, fixture.practice);
  cab_test_app_wait (has_dialog, fixture.window);
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture.window));
  g_assert_cmpstr (adw_alert_dialog_get_body (ADW_ALERT_DIALOG (dialog)), ==,
                   "Some text could not be saved before locking.");
  cab_test_note_read (fixture.practice, id, &stored);
  g_assert_null (stored.draft);
  cab_test_stored_clear (&stored);
  g_signal_emit_by_name (dialog, "response::back", "back");
  adw_dialog_force_close (dialog);
  cab_test_app_settle (fixture.practice);
  cab_test_note_read (fixture.practice, id, &stored);
  g_assert_cmpstr (stored.draft, ==, "There is no room for this.");
}

/* [W-44] the note that comes back after the lock comes with the text that could not be written */
static void
test_unlocked_where_it_was (void)
{
  g_auto (CabTestNote) fixture = { 0 };
  g_autofree char *id = NULL;
  g_autofree char *text = NULL;

  cab_test_note_init (&fixture);
  id = g_strdup (cab_note_editor_get_note_id (fixture.editor));
  cab_test_note_type (&fixture, "Before.");
  cab_test_note_run_for (1200);
  set_room (FALSE);
  cab_test_note_type (&fixture, " No room.");
  cab_window_lock (fixture.window, CAB_LOCK_SESSION);
  set_room (TRUE);
  fixture.practice = cab_test_app_open_sample ();
  cab_window_take_practice (fixture.window, fixture.practice);
  cab_test_app_settle (fixture.practice);
  cab_test_note_run_for (500);
  fixture.editor = cab_test_note_find_editor (&fixture);
  g_assert_nonnull (fixture.editor);
  text = cab_test_note_dup_text (&fixture);
  g_assert_cmpstr (text, ==, "Before. No room.");
  g_assert_false (has_dialog (fixture.window));
}

static guint
count_tags (const GtkTextIter *iter)
{
  g_autoptr (GSList) tags = gtk_text_iter_get_tags (iter);

  return g_slist_length (tags);
}

/* [W-75] what stands between two stars is shown as emphasis, in every note */
static void
test_language (void)
{
  for (int i = 0; i < 2; i++)
    {
      g_autoptr (GtkSourceBuffer) buffer = gtk_source_buffer_new (NULL);
      GtkTextIter start, end;

      cab_note_language_apply (buffer);
      gtk_text_buffer_set_text (GTK_TEXT_BUFFER (buffer), "**very** tired", -1);
      gtk_text_buffer_get_bounds (GTK_TEXT_BUFFER (buffer), &start, &end);
      gtk_source_buffer_ensure_highlight (buffer, &start, &end);
      gtk_text_iter_forward_chars (&start, 3);
      gtk_text_iter_backward_chars (&end, 3);
      g_assert_cmpuint (count_tags (&start), >, 0);
      g_assert_cmpuint (count_tags (&end), ==, 0);
    }
}

/* [W-75] larger, smaller, and back; the whole page for the text, and back */
static void
test_look (void)
{
  g_auto (CabTestNote) fixture = { 0 };
  GtkWidget *view;

  cab_test_note_init (&fixture);
  view = GTK_WIDGET (cab_note_editor_get_text_view (fixture.editor));
  g_assert_true (gtk_widget_has_css_class (view, "zoom-100"));
  cab_test_note_act (&fixture, "note.zoom-in");
  cab_test_note_act (&fixture, "note.zoom-in");
  g_assert_true (gtk_widget_has_css_class (view, "zoom-125"));
  g_assert_false (gtk_widget_has_css_class (view, "zoom-100"));
  cab_test_note_act (&fixture, "note.zoom-out");
  g_assert_true (gtk_widget_has_css_class (view, "zoom-110"));
  cab_test_note_act (&fixture, "note.zoom-reset");
  g_assert_true (gtk_widget_has_css_class (view, "zoom-100"));

  cab_test_note_act (&fixture, "note.focus-mode");
  g_assert_false (adw_toolbar_view_get_reveal_top_bars (
      ADW_TOOLBAR_VIEW (cab_test_app_find (GTK_WIDGET (fixture.editor), ADW_TYPE_TOOLBAR_VIEW))));
  cab_test_note_act (&fixture, "note.focus-mode");
  g_assert_true (adw_toolbar_view_get_reveal_top_bars (
      ADW_TOOLBAR_VIEW (cab_test_app_find (GTK_WIDGET (fixture.editor), ADW_TYPE_TOOLBAR_VIEW))));
}

static gboolean
is_trashed (CabOpenPractice *practice, const char *id)
{
  g_auto (CabTestStored) stored = { 0 };

  cab_test_note_read (practice, id, &stored);

  return stored.is_trashed;
}

/* [W-26], [M-8] a draft goes to the trash, with what was typed a moment ago */
static void
test_trash (void)
{
  g_auto (CabTestNote) fixture = { 0 };
  g_auto (CabTestStored) stored = { 0 };
  g_autofree char *id = NULL;

  cab_test_note_init (&fixture);
  id = g_strdup (cab_note_editor_get_note_id (fixture.editor));
  cab_test_note_type (&fixture, "Not");
  cab_test_note_run_for (1100);
  cab_test_app_settle (fixture.practice);
  cab_test_note_type (&fixture, " wanted.");
  cab_test_note_act (&fixture, "note.trash");
  cab_test_note_run_for (400);
  g_assert_true (is_trashed (fixture.practice, id));
  cab_test_note_read (fixture.practice, id, &stored);
  g_assert_cmpstr (stored.draft, ==, "Not wanted.");
  g_assert_cmpuint (stored.n_versions, ==, 0);
}

/* [W-100] the keys of the note are given once, each with a title and in its scope */
static void
test_table (void)
{
  g_autoptr (GHashTable) keys = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < cab_note_actions.n_actions; i++)
    {
      const CabAction *action = &cab_note_actions.actions[i];

      g_test_message ("%s", action->name);
      g_assert_true (g_str_has_prefix (action->name, "note."));
      g_assert_true (action->keys == NULL || action->title != NULL);
      g_assert_true (action->keys == NULL || g_hash_table_add (keys, (char *)action->keys));
    }
}

/* [W-83] what was typed last is on the paper; a draft has one too */
static void
test_paper (void)
{
  g_auto (CabTestNote) fixture = { 0 };
  g_auto (CabTestStored) stored = { 0 };
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autofree char *id = NULL;
  CabPrintingFunc func;
  const char *bytes;

  cab_test_note_init (&fixture);
  id = g_strdup (cab_note_editor_get_note_id (fixture.editor));
  cab_test_note_type (&fixture, "Not written yet.");
  func = cab_note_editor_prepare_paper (fixture.editor);
  g_assert_nonnull (func);
  cab_printing_write_to (GTK_WIDGET (fixture.editor), fixture.practice, func, id, stream);
  cab_test_app_settle (fixture.practice);
  cab_test_note_read (fixture.practice, id, &stored);
  g_assert_cmpstr (stored.draft, ==, "Not written yet.");
  g_assert_true (g_output_stream_is_closed (stream));
  g_assert_cmpuint (g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream)), >, 5);
  bytes = g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (stream));
  g_assert_cmpint (strncmp (bytes, "%PDF-", 5), ==, 0);
}

int
main (int argc, char **argv)
{
  cab_test_app_init (&argc, &argv);
  g_test_add_func ("/note-editor/language", test_language);
  g_test_add_func ("/note-editor/autosave", test_autosave);
  g_test_add_func ("/note-editor/leaving-makes-a-version", test_leave);
  g_test_add_func ("/note-editor/locking-writes", test_lock);
  g_test_add_func ("/note-editor/locking-destroys", test_destroyed);
  g_test_add_func ("/note-editor/one-editor-a-note", test_one_editor);
  g_test_add_func ("/note-editor/refused-value-is-a-draft", test_refused_value);
  g_test_add_func ("/note-editor/unstorable-is-left-out", test_unstorable);
  g_test_add_func ("/note-editor/unstorable-beside-the-text", test_unstorable_beside);
  g_test_add_func ("/note-editor/overcollection", test_overcollection);
  g_test_add_func ("/note-editor/full-disk", test_full_disk);
  g_test_add_func ("/note-editor/left-on-a-full-disk", test_left_on_full_disk);
  g_test_add_func ("/note-editor/left-for-good-on-a-full-disk", test_left_for_good);
  g_test_add_func ("/note-editor/locked-on-a-full-disk", test_locked_on_full_disk);
  g_test_add_func ("/note-editor/unlocked-where-it-was", test_unlocked_where_it_was);
  g_test_add_func ("/note-editor/zoom-and-focus-mode", test_look);
  g_test_add_func ("/note-editor/trash", test_trash);
  g_test_add_func ("/note-editor/table", test_table);
  g_test_add_func ("/note-editor/paper", test_paper);

  return cab_test_app_run ();
}
