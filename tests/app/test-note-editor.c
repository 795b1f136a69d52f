/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include "cab-clients-page.h"
#include "cab-draft.h"
#include "cab-note-addenda.h"
#include "cab-note-editor.h"
#include "cab-note-find.h"
#include "cab-note-history.h"
#include "cab-note-signing.h"
#include "cab-note-title.h"
#include "cab-practice-settings.h"
#include "cab-practice-view.h"
#include "cab-test-app.h"

#include <signal.h>
#include <sys/resource.h>

/* What the file says of one note. */
typedef struct
{
  const CabKind *kind;
  char *id;
  char *draft;
  char *text;
  int state;
  int because;
  guint n_versions;
  gboolean is_trashed;
} Stored;

static void
clear_stored (Stored *self)
{
  g_free (self->id);
  g_free (self->draft);
  g_free (self->text);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Stored, clear_stored)

static gpointer
read_stored (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  Stored *stored = data;
  const CabDraftTarget target = { .kind = stored->kind, .record_id = stored->id, .field = "text" };
  g_autoptr (CabRecord) draft = NULL;
  g_autoptr (CabRecord) note = NULL;
  g_autoptr (GPtrArray) versions = NULL;

  g_assert_true (cab_draft_find (practice, &target, &draft, error));
  if (draft != NULL)
    stored->draft = cab_record_dup_text (draft, CAB_OWN (CAB_DRAFT_FIELD_BODY));
  if (!cab_practice_exists (practice, stored->kind, stored->id))
    return NULL;

  note = cab_practice_load (practice, stored->kind, stored->id, error);
  g_assert_no_error (*error);
  stored->is_trashed = !cab_record_is_none (note, CAB_SYSTEM_TRASHED_AT);
  stored->state = cab_record_get_code (note, CAB_OWN (CAB_NOTE_FIELD_STATE));
  g_assert_true (cab_note_dup_text (practice, note, &stored->text, error));
  versions = cab_note_list_versions (practice, note, error);
  stored->n_versions = versions->len;
  if (versions->len > 0)
    stored->because = cab_record_get_code (versions->pdata[versions->len - 1],
                                           CAB_OWN (CAB_NOTE_VERSION_FIELD_CUT_BECAUSE));

  return NULL;
}

static void
on_read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  *(gboolean *)user_data = TRUE;
}

static gboolean
is_true (gpointer data)
{
  return *(gboolean *)data;
}

/* As it lies on disk now, behind every job that was queued before. */
static void
read_note (CabOpenPractice *practice, const char *id, Stored *stored)
{
  gboolean is_read = FALSE;

  *stored = (Stored){ .kind = &cab_note_kind, .id = g_strdup (id), .state = -1, .because = -1 };
  cab_open_practice_run_async (practice, CAB_JOB_READS, read_stored, stored, NULL, NULL, NULL,
                               on_read_cb, &is_read);
  cab_test_app_wait (is_true, &is_read);
}

typedef struct
{
  CabWindow *window;
  CabOpenPractice *practice;
  char *client_id;
  CabNoteEditor *editor;
} Fixture;

static CabNoteEditor *
find_editor (Fixture *self)
{
  return CAB_NOTE_EDITOR (cab_test_app_find (GTK_WIDGET (self->window), CAB_TYPE_NOTE_EDITOR));
}

static void
open_note (Fixture *self, const char *id)
{
  GtkWidget *from = cab_test_app_find (GTK_WIDGET (self->window), CAB_TYPE_CLIENTS_PAGE);

  cab_note_editor_open (from, self->practice, &cab_note_kind, self->client_id, id);
  cab_test_app_settle (self->practice);
  self->editor = find_editor (self);
}

static void
fixture_init (Fixture *self)
{
  self->practice = cab_test_app_open_sample ();
  self->window = cab_test_app_new_window (self->practice);
  self->client_id = cab_test_app_dup_client (self->practice);
  open_note (self, NULL);
}

static void
fixture_clear (Fixture *self)
{
  g_free (self->client_id);
  gtk_window_destroy (GTK_WINDOW (self->window));
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fixture, fixture_clear)

static void
type (Fixture *self, const char *text)
{
  gtk_text_buffer_insert_at_cursor (
      gtk_text_view_get_buffer (cab_note_editor_get_text_view (self->editor)), text, -1);
}

static char *
dup_text (Fixture *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (cab_note_editor_get_text_view (self->editor));
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
}

static void
run_for (guint ms)
{
  gint64 end = g_get_monotonic_time () + (gint64)ms * 1000;

  while (g_get_monotonic_time () < end)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (2000);
}

static void
act (Fixture *self, const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (self->editor), action, NULL);
  cab_test_app_settle (self->practice);
}

/* [W-76] nothing before the first key, then a draft of a note, by itself, in time */
static void
test_autosave (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_auto (Stored) before = { 0 };
  g_auto (Stored) typed = { 0 };
  g_autofree char *id = NULL;

  fixture_init (&fixture);
  id = g_strdup (cab_note_editor_get_note_id (fixture.editor));
  run_for (1200);
  read_note (fixture.practice, id, &before);
  g_assert_cmpint (before.state, ==, -1);
  g_assert_null (before.draft);

  type (&fixture, "Slept better.");
  run_for (1200);
  read_note (fixture.practice, id, &typed);
  g_assert_cmpint (typed.state, ==, CAB_NOTE_STATE_DRAFT);
  g_assert_cmpstr (typed.draft, ==, "Slept better.");
  g_assert_cmpuint (typed.n_versions, ==, 0);
}

/* [W-76], [M-37] leaving the page makes a version and ends the draft; undo does not cross it */
static void
test_leave (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_auto (Stored) stored = { 0 };
  g_autofree char *id = NULL;
  g_autofree char *text = NULL;
  GtkTextBuffer *buffer;

  fixture_init (&fixture);
  id = g_strdup (cab_note_editor_get_note_id (fixture.editor));
  type (&fixture, "Left at once.");
  act (&fixture, "win.back");
  run_for (500);
  cab_test_app_settle (fixture.practice);
  read_note (fixture.practice, id, &stored);
  g_assert_null (stored.draft);
  g_assert_cmpstr (stored.text, ==, "Left at once.");
  g_assert_cmpint (stored.because, ==, CAB_CUT_BECAUSE_LEAVE);
  g_assert_cmpint (stored.state, ==, CAB_NOTE_STATE_DRAFT);

  open_note (&fixture, id);
  text = dup_text (&fixture);
  g_assert_cmpstr (text, ==, "Left at once.");
  buffer = gtk_text_view_get_buffer (cab_note_editor_get_text_view (fixture.editor));
  g_assert_false (gtk_text_buffer_get_can_undo (buffer));
}

/* [W-43], [M-37] locking writes what was typed a moment ago, in 300 ms */
static void
test_lock (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_auto (Stored) stored = { 0 };
  g_autoptr (CabOpenPractice) again = NULL;
  g_autofree char *id = NULL;
  gint64 begun;

  fixture_init (&fixture);
  id = g_strdup (cab_note_editor_get_note_id (fixture.editor));
  type (&fixture, "Typed as it locked.");
  begun = g_get_monotonic_time ();
  cab_window_lock (fixture.window, CAB_LOCK_ASKED);
  g_assert_cmpint (g_get_monotonic_time () - begun, <, 300 * 1000);
  g_assert_null (find_editor (&fixture));

  again = cab_test_app_open_sample ();
  read_note (again, id, &stored);
  g_assert_cmpstr (stored.text, ==, "Typed as it locked.");
  g_assert_cmpint (stored.because, ==, CAB_CUT_BECAUSE_LOCK);
  g_assert_null (stored.draft);
  cab_open_practice_close (again);
}

/* [W-76] a note is open in one editor only */
static void
test_one_editor (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autofree char *id = NULL;
  CabNoteEditor *first;

  fixture_init (&fixture);
  first = fixture.editor;
  id = g_strdup (cab_note_editor_get_note_id (first));
  open_note (&fixture, id);
  g_assert_true (fixture.editor == first);
}

/* [W-78] undone within the time, the draft is as it was */
static void
test_undo_signing (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_auto (Stored) during = { 0 };
  g_auto (Stored) after = { 0 };
  g_autofree char *id = NULL;
  GtkTextView *view;

  fixture_init (&fixture);
  view = cab_note_editor_get_text_view (fixture.editor);
  id = g_strdup (cab_note_editor_get_note_id (fixture.editor));
  type (&fixture, "To be signed.");
  act (&fixture, "note.sign");
  g_assert_nonnull (cab_note_signing_find (fixture.practice, id));
  g_assert_false (gtk_text_view_get_editable (view));
  read_note (fixture.practice, id, &during);
  g_assert_cmpint (during.state, ==, CAB_NOTE_STATE_DRAFT);
  g_assert_cmpstr (during.draft, ==, "To be signed.");

  act (&fixture, "note.undo-signing");
  g_assert_null (cab_note_signing_find (fixture.practice, id));
  g_assert_true (gtk_text_view_get_editable (view));
  read_note (fixture.practice, id, &after);
  g_assert_cmpstr (after.draft, ==, "To be signed.");
  g_assert_cmpuint (after.n_versions, ==, 0);
}

static gboolean
is_sealed (gpointer data)
{
  Fixture *self = data;

  return cab_note_signing_find (self->practice, cab_note_editor_get_note_id (self->editor)) == NULL;
}

/* [W-78], [M-38] after ten seconds version and signature are written, though the page is left */
static void
test_seal (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_auto (Stored) stored = { 0 };
  g_autofree char *id = NULL;
  gint64 begun;

  fixture_init (&fixture);
  id = g_strdup (cab_note_editor_get_note_id (fixture.editor));
  type (&fixture, "Signed in time.");
  act (&fixture, "note.sign");
  begun = g_get_monotonic_time ();
  cab_test_app_wait (is_sealed, &fixture);
  g_assert_cmpint (g_get_monotonic_time () - begun, >, 9 * G_USEC_PER_SEC);
  cab_test_app_settle (fixture.practice);
  read_note (fixture.practice, id, &stored);
  g_assert_cmpint (stored.state, ==, CAB_NOTE_STATE_SIGNED);
  g_assert_cmpstr (stored.text, ==, "Signed in time.");
  g_assert_cmpint (stored.because, ==, CAB_CUT_BECAUSE_SIGN);
  g_assert_null (stored.draft);
  g_assert_false (gtk_text_view_get_editable (cab_note_editor_get_text_view (fixture.editor)));
}

/* [W-78] locking seals what is being signed */
static void
test_lock_seals (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_auto (Stored) stored = { 0 };
  g_autoptr (CabOpenPractice) again = NULL;
  g_autofree char *id = NULL;

  fixture_init (&fixture);
  id = g_strdup (cab_note_editor_get_note_id (fixture.editor));
  type (&fixture, "Sealed by the lock.");
  act (&fixture, "note.sign");
  cab_window_lock (fixture.window, CAB_LOCK_ASKED);
  while (g_main_context_iteration (NULL, FALSE))
    ;

  again = cab_test_app_open_sample ();
  read_note (again, id, &stored);
  g_assert_cmpint (stored.state, ==, CAB_NOTE_STATE_SIGNED);
  g_assert_cmpstr (stored.text, ==, "Sealed by the lock.");
  cab_open_practice_close (again);
}

static gboolean
has_label (GtkWidget *root, const char *text)
{
  if (GTK_IS_LABEL (root) && gtk_widget_get_visible (root)
      && g_strcmp0 (gtk_label_get_label (GTK_LABEL (root)), text) == 0)
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (has_label (child, text))
      return TRUE;

  return FALSE;
}

/* [W-78] what forbids signing is said beside the button, in the model's words */
static void
test_nothing_to_sign (void)
{
  g_auto (Fixture) fixture = { 0 };

  fixture_init (&fixture);
  type (&fixture, " \n");
  act (&fixture, "note.sign");
  g_assert_null (
      cab_note_signing_find (fixture.practice, cab_note_editor_get_note_id (fixture.editor)));
  g_assert_true (has_label (GTK_WIDGET (fixture.editor), "Note: there is no text to sign."));
}

/* [M-18] a value that a rule refuses stays a draft; the text is kept all the same */
static void
test_refused_value (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_auto (Stored) stored = { 0 };
  g_autofree char *id = NULL;
  g_autoptr (CabNoteSheet) sheet = g_new0 (CabNoteSheet, 1);
  GtkWidget *title;
  GtkWidget *row;

  fixture_init (&fixture);
  id = g_strdup (cab_note_editor_get_note_id (fixture.editor));
  title = cab_test_app_find (GTK_WIDGET (fixture.editor), CAB_TYPE_NOTE_TITLE);
  row = cab_test_app_find (title, ADW_TYPE_ENTRY_ROW);
  gtk_editable_set_text (GTK_EDITABLE (row), "2026-02-30");
  type (&fixture, "On a day that is none.");
  act (&fixture, "win.back");
  run_for (500);
  read_note (fixture.practice, id, &stored);
  g_assert_cmpstr (stored.text, ==, "On a day that is none.");

  open_note (&fixture, id);
  title = cab_test_app_find (GTK_WIDGET (fixture.editor), CAB_TYPE_NOTE_TITLE);
  cab_note_title_read (CAB_NOTE_TITLE (title), sheet);
  g_assert_true (g_str_has_prefix (sheet->values[CAB_NOTE_SHEET_HELD_ON], "2026-02-30T"));
}

static guint
count_tagged (GtkTextBuffer *buffer, const char *name)
{
  GtkTextTag *tag = gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), name);
  GtkTextIter at;
  guint n = 0;

  gtk_text_buffer_get_start_iter (buffer, &at);
  while (gtk_text_iter_forward_to_tag_toggle (&at, tag))
    if (gtk_text_iter_starts_tag (&at, tag))
      n++;

  return n;
}

/* [W-80] two versions are compared word by word, and an older text goes into the draft */
static void
test_history (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autofree char *text = NULL;
  GtkWidget *history;
  GtkWidget *view;
  GtkTextBuffer *buffer;
  GtkTextBuffer *draft;

  fixture_init (&fixture);
  draft = gtk_text_view_get_buffer (cab_note_editor_get_text_view (fixture.editor));
  type (&fixture, "She slept badly and ate well.");
  run_for (1200);
  cab_test_app_settle (fixture.practice);
  act (&fixture, "note.history");
  act (&fixture, "win.back");
  run_for (400);
  gtk_text_buffer_set_text (draft, "She slept well and ate well.", -1);
  act (&fixture, "note.history");
  history = cab_test_app_find (GTK_WIDGET (fixture.window), CAB_TYPE_NOTE_HISTORY);
  g_assert_nonnull (history);
  view = cab_test_app_find (history, GTK_TYPE_TEXT_VIEW);
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  g_assert_cmpuint (count_tagged (buffer, "added"), ==, 1);
  g_assert_cmpuint (count_tagged (buffer, "removed"), ==, 1);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "removed: badly. added: well. ");

  gtk_single_selection_set_selected (GTK_SINGLE_SELECTION (gtk_list_view_get_model (GTK_LIST_VIEW (
                                         cab_test_app_find (history, GTK_TYPE_LIST_VIEW)))),
                                     1);
  gtk_widget_activate_action (history, "history.use-text", NULL);
  cab_test_app_settle (fixture.practice);
  text = dup_text (&fixture);
  g_assert_cmpstr (text, ==, "She slept badly and ate well.");
}

/* Seals at once, as closing the toast does. */
static void
seal (Fixture *fixture, const char *id)
{
  CabNoteSigning *signing = cab_note_signing_find (fixture->practice, id);

  g_assert_nonnull (signing);
  cab_note_signing_seal (signing);
  cab_test_app_settle (fixture->practice);
}

/* [W-83], [M-10] what cannot be stored is left out of what is pasted */
static void
test_unstorable (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autofree char *text = NULL;

  fixture_init (&fixture);
  type (&fixture, "a\x0b"
                  "b\x01 \xc3\xa9");
  text = dup_text (&fixture);
  g_assert_cmpstr (text, ==, "ab \xc3\xa9");
}

/* [M-21] a card number is noticed, quietly, and kept all the same */
static void
test_overcollection (void)
{
  g_auto (Fixture) fixture = { 0 };
  const char *warning = "This looks like a card number. Keep only what you need.";

  fixture_init (&fixture);
  type (&fixture, "Pays with 4111 1111 1111 1111.");
  run_for (500);
  g_assert_true (has_label (GTK_WIDGET (fixture.editor), warning));
  gtk_text_buffer_set_text (
      gtk_text_view_get_buffer (cab_note_editor_get_text_view (fixture.editor)), "Pays.", -1);
  run_for (500);
  g_assert_false (has_label (GTK_WIDGET (fixture.editor), warning));
}

static gpointer
allow_unlocking (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (CabRecord) settings = g_object_ref (cab_practice_get_settings (practice));

  cab_record_set_code (settings, CAB_OWN (CAB_PRACTICE_FIELD_UNLOCK_POLICY),
                       GPOINTER_TO_INT (data));
  g_assert_true (cab_practice_save (practice, settings, error));

  return NULL;
}

static void
set_unlock_policy (Fixture *fixture, CabUnlockPolicy policy)
{
  gboolean is_set = FALSE;

  cab_open_practice_run_async (fixture->practice, CAB_JOB_WRITES, allow_unlocking,
                               GINT_TO_POINTER ((int)policy), NULL, NULL, NULL, on_read_cb,
                               &is_set);
  cab_test_app_wait (is_true, &is_set);
}

/* [W-79] a signed note is edited only where the practice allows it, and is a draft again */
static void
test_unlock (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_auto (Stored) stored = { 0 };
  g_autofree char *id = NULL;
  GtkTextView *view;

  fixture_init (&fixture);
  id = g_strdup (cab_note_editor_get_note_id (fixture.editor));
  view = cab_note_editor_get_text_view (fixture.editor);
  type (&fixture, "Signed.");
  act (&fixture, "note.sign");
  seal (&fixture, id);
  act (&fixture, "note.unlock");
  g_assert_false (gtk_text_view_get_editable (view));

  act (&fixture, "win.back");
  run_for (400);
  set_unlock_policy (&fixture, CAB_UNLOCK_POLICY_ALWAYS);
  open_note (&fixture, id);
  view = cab_note_editor_get_text_view (fixture.editor);
  act (&fixture, "note.unlock");
  g_assert_true (gtk_text_view_get_editable (view));
  type (&fixture, " And mended.");
  act (&fixture, "win.back");
  run_for (400);
  read_note (fixture.practice, id, &stored);
  g_assert_cmpstr (stored.text, ==, "Signed. And mended.");
  g_assert_cmpint (stored.state, ==, CAB_NOTE_STATE_DRAFT);
  g_assert_cmpint (stored.because, ==, CAB_CUT_BECAUSE_UNLOCK);
  set_unlock_policy (&fixture, CAB_UNLOCK_POLICY_NEVER);
}

static gboolean
has_failed (gpointer data)
{
  return adw_banner_get_revealed (ADW_BANNER (data));
}

static gboolean
has_recovered (gpointer data)
{
  return !adw_banner_get_revealed (ADW_BANNER (data));
}

/* [W-76] on a full disk the text stays in the window, and is written when there is room */
static void
test_full_disk (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_auto (Stored) stored = { 0 };
  g_autofree char *id = NULL;
  g_autofree char *text = NULL;
  struct rlimit before;
  struct rlimit full;
  GtkWidget *banner;

  fixture_init (&fixture);
  id = g_strdup (cab_note_editor_get_note_id (fixture.editor));
  banner = cab_test_app_find (GTK_WIDGET (fixture.editor), ADW_TYPE_BANNER);
  signal (SIGXFSZ, SIG_IGN);
  getrlimit (RLIMIT_FSIZE, &before);
  full = (struct rlimit){ 4096, before.rlim_max };
  setrlimit (RLIMIT_FSIZE, &full);
  type (&fixture, "There is no room for this.");
  cab_test_app_wait (has_failed, banner);
  g_assert_cmpstr (adw_banner_get_title (ADW_BANNER (banner)), ==,
                   "Your text is kept here until there is room");
  text = dup_text (&fixture);
  g_assert_cmpstr (text, ==, "There is no room for this.");

  setrlimit (RLIMIT_FSIZE, &before);
  cab_test_app_wait (has_recovered, banner);
  read_note (fixture.practice, id, &stored);
  g_assert_cmpstr (stored.draft, ==, "There is no room for this.");
}

static gboolean
is_counted (gpointer data)
{
  return cab_note_find_get_n_matches (data) >= 0;
}

/* [W-83] what is selected is found, whatever its case; all of it is replaced in one step of Undo */
static void
test_find (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autofree char *replaced = NULL;
  g_autofree char *undone = NULL;
  GtkTextBuffer *buffer;
  GtkTextIter start;
  GtkTextIter end;
  GtkWidget *find;

  fixture_init (&fixture);
  type (&fixture, "Sleep, then sleep.");
  buffer = gtk_text_view_get_buffer (cab_note_editor_get_text_view (fixture.editor));
  gtk_text_buffer_get_iter_at_offset (buffer, &start, 0);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, 5);
  gtk_text_buffer_select_range (buffer, &start, &end);
  act (&fixture, "note.replace");
  find = cab_test_app_find (GTK_WIDGET (fixture.editor), CAB_TYPE_NOTE_FIND);
  cab_test_app_wait (is_counted, find);
  g_assert_cmpint (cab_note_find_get_n_matches (CAB_NOTE_FIND (find)), ==, 2);

  act (&fixture, "note.find-next");
  g_assert_true (gtk_text_buffer_get_selection_bounds (buffer, &start, &end));
  g_assert_cmpint (gtk_text_iter_get_offset (&start), ==, 12);
  cab_note_find_replace_all (CAB_NOTE_FIND (find), "rest");
  replaced = dup_text (&fixture);
  g_assert_cmpstr (replaced, ==, "rest, then rest.");
  gtk_text_buffer_undo (buffer);
  undone = dup_text (&fixture);
  g_assert_cmpstr (undone, ==, "Sleep, then sleep.");
}

/* [W-75] larger, smaller, and back; the whole page for the text, and back */
static void
test_look (void)
{
  g_auto (Fixture) fixture = { 0 };
  GtkWidget *view;

  fixture_init (&fixture);
  view = GTK_WIDGET (cab_note_editor_get_text_view (fixture.editor));
  g_assert_true (gtk_widget_has_css_class (view, "zoom-100"));
  act (&fixture, "note.zoom-in");
  act (&fixture, "note.zoom-in");
  g_assert_true (gtk_widget_has_css_class (view, "zoom-125"));
  g_assert_false (gtk_widget_has_css_class (view, "zoom-100"));
  act (&fixture, "note.zoom-out");
  g_assert_true (gtk_widget_has_css_class (view, "zoom-110"));
  act (&fixture, "note.zoom-reset");
  g_assert_true (gtk_widget_has_css_class (view, "zoom-100"));

  act (&fixture, "note.focus-mode");
  g_assert_false (adw_toolbar_view_get_reveal_top_bars (
      ADW_TOOLBAR_VIEW (cab_test_app_find (GTK_WIDGET (fixture.editor), ADW_TYPE_TOOLBAR_VIEW))));
  act (&fixture, "note.focus-mode");
  g_assert_true (adw_toolbar_view_get_reveal_top_bars (
      ADW_TOOLBAR_VIEW (cab_test_app_find (GTK_WIDGET (fixture.editor), ADW_TYPE_TOOLBAR_VIEW))));
}

static gboolean
is_trashed (CabOpenPractice *practice, const char *id)
{
  g_auto (Stored) stored = { 0 };

  read_note (practice, id, &stored);

  return stored.is_trashed;
}

/* [W-26], [M-8] a draft goes to the trash, with what was typed a moment ago */
static void
test_trash (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_auto (Stored) stored = { 0 };
  g_autofree char *id = NULL;

  fixture_init (&fixture);
  id = g_strdup (cab_note_editor_get_note_id (fixture.editor));
  type (&fixture, "Not");
  run_for (1100);
  cab_test_app_settle (fixture.practice);
  type (&fixture, " wanted.");
  act (&fixture, "note.trash");
  run_for (400);
  g_assert_true (is_trashed (fixture.practice, id));
  read_note (fixture.practice, id, &stored);
  g_assert_cmpstr (stored.draft, ==, "Not wanted.");
  g_assert_cmpuint (stored.n_versions, ==, 0);
}

typedef struct
{
  const char *note_id;
  guint n_addenda;
  guint n_drafts;
} Added;

static gpointer
count_added (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  Added *added = data;
  const CabFilter of_note
      = { .field = CAB_OWN (CAB_ADDENDUM_FIELD_NOTE_ID), .equals = added->note_id };
  const CabFilter drafts
      = { .field = CAB_OWN (CAB_DRAFT_FIELD_TARGET_KIND), .equals = "addendum", .trashed = -1 };

  added->n_addenda = (guint)cab_practice_count (practice, &cab_addendum_kind, &of_note, error);
  added->n_drafts = (guint)cab_practice_count (practice, &cab_draft_kind, &drafts, error);

  return NULL;
}

static Added
read_added (Fixture *fixture, const char *note_id)
{
  Added added = { note_id, 0, 0 };
  gboolean is_read = FALSE;

  cab_open_practice_run_async (fixture->practice, CAB_JOB_READS, count_added, &added, NULL, NULL,
                               NULL, on_read_cb, &is_read);
  cab_test_app_wait (is_true, &is_read);

  return added;
}

/* [W-79], [M-39] an addendum has its own draft and its own signature, and goes on after both */
static void
test_addendum (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autofree char *id = NULL;
  g_autofree char *key = NULL;
  GtkWidget *addenda;
  GtkWidget *reason;
  GtkWidget *text;
  Added added;

  fixture_init (&fixture);
  id = g_strdup (cab_note_editor_get_note_id (fixture.editor));
  key = g_strconcat (id, "-addendum", NULL);
  type (&fixture, "Signed, then added to.");
  act (&fixture, "note.sign");
  seal (&fixture, id);

  act (&fixture, "note.add-addendum");
  addenda = cab_test_app_find (GTK_WIDGET (fixture.editor), CAB_TYPE_NOTE_ADDENDA);
  reason = cab_test_app_find (addenda, GTK_TYPE_ENTRY);
  text = cab_test_app_find (addenda, GTK_TYPE_TEXT_VIEW);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (text)), "Also this.", -1);
  gtk_widget_activate_action (addenda, "addendum.sign", NULL);
  g_assert_true (has_label (addenda, "Addendum, reason: say why something is added."));
  g_assert_null (cab_note_signing_find (fixture.practice, key));
  gtk_editable_set_text (GTK_EDITABLE (reason), "Left out");
  cab_note_addenda_flush (CAB_NOTE_ADDENDA (addenda));
  cab_test_app_settle (fixture.practice);
  added = read_added (&fixture, id);
  g_assert_cmpuint (added.n_addenda, ==, 0);
  g_assert_cmpuint (added.n_drafts, ==, 4);

  gtk_widget_activate_action (addenda, "addendum.sign", NULL);
  seal (&fixture, key);
  added = read_added (&fixture, id);
  g_assert_cmpuint (added.n_addenda, ==, 1);
  g_assert_cmpuint (added.n_drafts, ==, 0);
  gtk_widget_activate_action (addenda, "note.add-addendum", NULL);
  g_assert_true (gtk_widget_get_mapped (reason));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (reason)), ==, "");
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

int
main (int argc, char **argv)
{
  cab_test_app_init (&argc, &argv);
  g_test_add_func ("/note-editor/autosave", test_autosave);
  g_test_add_func ("/note-editor/leaving-makes-a-version", test_leave);
  g_test_add_func ("/note-editor/locking-writes", test_lock);
  g_test_add_func ("/note-editor/one-editor-a-note", test_one_editor);
  g_test_add_func ("/note-editor/signing-undone", test_undo_signing);
  g_test_add_func ("/note-editor/signing-sealed", test_seal);
  g_test_add_func ("/note-editor/locking-seals", test_lock_seals);
  g_test_add_func ("/note-editor/nothing-to-sign", test_nothing_to_sign);
  g_test_add_func ("/note-editor/refused-value-is-a-draft", test_refused_value);
  g_test_add_func ("/note-editor/addendum", test_addendum);
  g_test_add_func ("/note-editor/history", test_history);
  g_test_add_func ("/note-editor/trash", test_trash);
  g_test_add_func ("/note-editor/find-and-replace", test_find);
  g_test_add_func ("/note-editor/zoom-and-focus-mode", test_look);
  g_test_add_func ("/note-editor/unstorable-is-left-out", test_unstorable);
  g_test_add_func ("/note-editor/overcollection", test_overcollection);
  g_test_add_func ("/note-editor/unlock-policy", test_unlock);
  g_test_add_func ("/note-editor/full-disk", test_full_disk);
  g_test_add_func ("/note-editor/table", test_table);

  return cab_test_app_run ();
}
