/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include <string.h>

#include "cab-client-page.h"
#include "cab-list-cell.h"
#include "cab-note-addenda.h"
#include "cab-note-row.h"
#include "cab-notes-page.h"
#include "cab-opener.h"
#include "cab-sample.h"
#include "cab-test-note.h"

/* The tab of the first client, on screen, without an editor above it. */
static GtkWidget *
show_tab (CabTestNote *fixture)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.open-client", "s",
                              fixture->client_id);
  cab_test_app_settle (fixture->practice);

  return cab_test_app_find (GTK_WIDGET (fixture->window), CAB_TYPE_NOTES_PAGE);
}

static void
init (CabTestNote *fixture, CabOpenPractice *practice)
{
  *fixture = (CabTestNote){ .practice = practice };
  fixture->window = cab_test_app_new_window (practice);
  fixture->client_id = cab_test_app_dup_client (practice);
}

static GListModel *
dup_notes (GtkWidget *page)
{
  GListModel *notes = NULL;

  g_object_get (page, "notes", &notes, NULL);

  return notes;
}

/* [W-15] newest first, by month, each with its state in words */
static void
test_list (void)
{
  g_auto (CabTestNote) fixture = { 0 };
  g_autoptr (GListModel) notes = NULL;
  g_autoptr (GListModel) shown = NULL;
  g_autofree char *before = NULL;
  GtkWidget *page;
  guint first;
  guint end;

  init (&fixture, cab_test_app_open_sample ());
  page = show_tab (&fixture);
  notes = dup_notes (page);
  g_assert_cmpuint (g_list_model_get_n_items (notes), >, 1);
  for (guint i = 0; i < g_list_model_get_n_items (notes); i++)
    {
      g_autoptr (CabRow) row = g_list_model_get_item (notes, i);
      const char *held_on = cab_row_get_text (row, CAB_NOTE_ROW_HELD_ON);

      g_assert_true (before == NULL || strcmp (held_on, before) <= 0);
      g_assert_nonnull (cab_row_get_text (row, CAB_NOTE_ROW_STATE_WORDS));
      g_set_str (&before, held_on);
    }

  g_object_get (cab_test_app_find (page, GTK_TYPE_LIST_VIEW), "model", &shown, NULL);
  gtk_section_model_get_section (GTK_SECTION_MODEL (shown), 0, &first, &end);
  g_assert_cmpuint (first, ==, 0);
  g_assert_cmpuint (end, <, g_list_model_get_n_items (notes));
}

/* [W-132] a row is opened by its action, as by Return */
static void
test_open (void)
{
  g_auto (CabTestNote) fixture = { 0 };
  g_autoptr (GListModel) notes = NULL;
  g_autoptr (CabRow) row = NULL;
  GtkWidget *page;
  GtkWidget *cell;

  init (&fixture, cab_test_app_open_sample ());
  page = show_tab (&fixture);
  notes = dup_notes (page);
  row = g_list_model_get_item (notes, 0);
  cab_test_note_run_for (200);
  cell = cab_test_app_find (page, CAB_TYPE_LIST_CELL);
  g_assert_nonnull (cell);
  g_assert_true (gtk_widget_activate_action (cell, "row.open", NULL));
  cab_test_app_settle (fixture.practice);
  g_assert_nonnull (cab_test_note_find_editor (&fixture));
  g_assert_cmpstr (cab_note_editor_get_note_id (cab_test_note_find_editor (&fixture)), ==,
                   cab_row_get_text (row, CAB_NOTE_ROW_ID));
}

/* [W-81] process notes have their own list, and a note is written to the list it is asked from */
static void
test_process_notes (void)
{
  g_auto (CabTestNote) fixture = { 0 };
  g_autofree char *kind = NULL;
  GtkWidget *page;
  GtkWidget *toggle;

  init (&fixture, cab_test_app_open_sample ());
  page = show_tab (&fixture);
  toggle = cab_test_app_find (page, ADW_TYPE_TOGGLE_GROUP);
  adw_toggle_group_set_active_name (ADW_TOGGLE_GROUP (toggle), "process-note");
  cab_test_app_settle (fixture.practice);
  {
    g_autoptr (GListModel) notes = dup_notes (page);

    for (guint i = 0; i < g_list_model_get_n_items (notes); i++)
      {
        g_autoptr (CabRow) row = g_list_model_get_item (notes, i);

        g_assert_cmpstr (cab_row_get_text (row, CAB_NOTE_ROW_KIND), ==, "process-note");
      }
  }

  gtk_widget_activate_action (page, "notes.write", NULL);
  cab_test_app_settle (fixture.practice);
  fixture.editor = cab_test_note_find_editor (&fixture);
  g_object_get (fixture.editor, "kind", &kind, NULL);
  g_assert_cmpstr (kind, ==, "process-note");
  g_assert_true (
      cab_test_note_has_label (GTK_WIDGET (fixture.editor),
                               "Kept apart. In some countries the client may still ask for it."));
}

/* [W-56] Ctrl+N writes a note from whichever tab of the client is shown */
static void
test_write_from_client (void)
{
  g_auto (CabTestNote) fixture = { 0 };
  g_autofree char *client_id = NULL;

  init (&fixture, cab_test_app_open_sample ());
  show_tab (&fixture);
  gtk_widget_activate_action (cab_test_app_find (GTK_WIDGET (fixture.window), CAB_TYPE_CLIENT_PAGE),
                              "client.write-note", NULL);
  cab_test_app_settle (fixture.practice);
  fixture.editor = cab_test_note_find_editor (&fixture);
  g_assert_nonnull (fixture.editor);
  g_object_get (fixture.editor, "client-id", &client_id, NULL);
  g_assert_cmpstr (client_id, ==, fixture.client_id);
}

static void
on_opened_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  *(CabOpenPractice **)user_data = cab_opener_open_finish (result, NULL);
}

static gboolean
is_set (gpointer data)
{
  return *(gpointer *)data != NULL;
}

static CabOpenPractice *
open_read_only (const char *path)
{
  CabOpenPractice *practice = NULL;

  cab_opener_open_async (
      path, CAB_CREDENTIAL_PASSPHRASE,
      cab_secret_new_copy (CAB_SAMPLE_PASSPHRASE, strlen (CAB_SAMPLE_PASSPHRASE)),
      CAB_VAULT_OPEN_READ_ONLY, NULL, on_opened_cb, &practice);
  cab_test_app_wait (is_set, &practice);

  return practice;
}

static char *
dup_digest (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *bytes = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &bytes, &length, &error));

  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *)bytes, length);
}

/* Some acts lead away from the note; it is opened again for the next. */
static void
activate_all (CabTestNote *fixture, const char *id)
{
  for (guint i = 0; i < cab_note_actions.n_actions; i++)
    {
      cab_test_note_open (fixture, id);
      gtk_widget_activate_action (GTK_WIDGET (fixture->editor), cab_note_actions.actions[i].name,
                                  NULL);
      cab_test_app_settle (fixture->practice);
    }

  cab_test_note_open (fixture, id);
  for (guint i = 0; i < cab_addendum_actions.n_actions; i++)
    gtk_widget_activate_action (
        cab_test_app_find (GTK_WIDGET (fixture->editor), CAB_TYPE_NOTE_ADDENDA),
        cab_addendum_actions.actions[i].name, NULL);
}

/* [W-46], [W-159] read-only, every act of the notes leaves each byte of the file as it was */
static void
test_read_only (void)
{
  g_auto (CabTestNote) fixture = { 0 };
  g_autofree char *path = cab_opener_dup_sample_path ();
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (CabRow) row = NULL;
  g_autoptr (GListModel) notes = NULL;
  g_autoptr (CabOpenPractice) made = cab_test_app_open_sample ();
  GtkWidget *page;

  cab_open_practice_close (made);
  before = dup_digest (path);
  init (&fixture, open_read_only (path));
  g_assert_false (cab_open_practice_is_writable (fixture.practice));
  page = show_tab (&fixture);
  notes = dup_notes (page);
  row = g_list_model_get_item (notes, 0);
  gtk_widget_activate_action (page, "notes.write", NULL);
  cab_test_app_settle (fixture.practice);
  g_assert_null (cab_test_note_find_editor (&fixture));

  cab_test_note_open (&fixture, cab_row_get_text (row, CAB_NOTE_ROW_ID));
  g_assert_false (gtk_text_view_get_editable (cab_note_editor_get_text_view (fixture.editor)));
  cab_test_note_type (&fixture, "Not kept.");
  activate_all (&fixture, cab_row_get_text (row, CAB_NOTE_ROW_ID));
  cab_test_note_run_for (1300);
  cab_window_lock (fixture.window, CAB_LOCK_ASKED);
  after = dup_digest (path);
  g_assert_cmpstr (after, ==, before);
}

int
main (int argc, char **argv)
{
  cab_test_app_init (&argc, &argv);
  g_test_add_func ("/notes-page/list", test_list);
  g_test_add_func ("/notes-page/rows-open", test_open);
  g_test_add_func ("/notes-page/process-notes-apart", test_process_notes);
  g_test_add_func ("/notes-page/write-from-any-tab", test_write_from_client);
  g_test_add_func ("/notes-page/read-only", test_read_only);

  return cab_test_app_run ();
}
