/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include "cab-note-find.h"
#include "cab-test-note.h"

static gboolean
is_counted (gpointer data)
{
  return cab_note_find_get_n_matches (data) >= 0;
}

/* [W-83] what is selected is found, whatever its case; all of it is replaced in one step of Undo */
static void
test_find (void)
{
  g_auto (CabTestNote) fixture = { 0 };
  g_autofree char *replaced = NULL;
  g_autofree char *undone = NULL;
  GtkTextBuffer *buffer;
  GtkTextIter start;
  GtkTextIter end;
  GtkWidget *find;

  cab_test_note_init (&fixture);
  cab_test_note_type (&fixture, "Sleep, then sleep.");
  buffer = gtk_text_view_get_buffer (cab_note_editor_get_text_view (fixture.editor));
  gtk_text_buffer_get_iter_at_offset (buffer, &start, 0);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, 5);
  gtk_text_buffer_select_range (buffer, &start, &end);
  cab_test_note_act (&fixture, "note.replace");
  find = cab_test_app_find (GTK_WIDGET (fixture.editor), CAB_TYPE_NOTE_FIND);
  cab_test_app_wait (is_counted, find);
  g_assert_cmpint (cab_note_find_get_n_matches (CAB_NOTE_FIND (find)), ==, 2);

  cab_test_note_act (&fixture, "note.find-next");
  g_assert_true (gtk_text_buffer_get_selection_bounds (buffer, &start, &end));
  g_assert_cmpint (gtk_text_iter_get_offset (&start), ==, 12);
  cab_note_find_replace_all (CAB_NOTE_FIND (find), "rest");
  replaced = cab_test_note_dup_text (&fixture);
  g_assert_cmpstr (replaced, ==, "rest, then rest.");
  gtk_text_buffer_undo (buffer);
  undone = cab_test_note_dup_text (&fixture);
  g_assert_cmpstr (undone, ==, "Sleep, then sleep.");
}

int
main (int argc, char **argv)
{
  cab_test_app_init (&argc, &argv);
  g_test_add_func ("/note-find/find-and-replace", test_find);

  return cab_test_app_run ();
}
