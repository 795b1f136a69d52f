/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include "cab-note-history.h"
#include "cab-test-note.h"

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
  g_auto (CabTestNote) fixture = { 0 };
  g_autofree char *text = NULL;
  GtkWidget *history;
  GtkWidget *view;
  GtkTextBuffer *buffer;
  GtkTextBuffer *draft;

  cab_test_note_init (&fixture);
  draft = gtk_text_view_get_buffer (cab_note_editor_get_text_view (fixture.editor));
  cab_test_note_type (&fixture, "She slept badly and ate well.");
  cab_test_note_run_for (1200);
  cab_test_app_settle (fixture.practice);
  cab_test_note_act (&fixture, "note.history");
  cab_test_note_act (&fixture, "win.back");
  cab_test_note_run_for (400);
  gtk_text_buffer_set_text (draft, "She slept well and ate well.", -1);
  cab_test_note_act (&fixture, "note.history");
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
  text = cab_test_note_dup_text (&fixture);
  g_assert_cmpstr (text, ==, "She slept badly and ate well.");
}

int
main (int argc, char **argv)
{
  cab_test_app_init (&argc, &argv);
  g_test_add_func ("/note-history/history", test_history);

  return cab_test_app_run ();
}
