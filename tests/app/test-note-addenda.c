/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include "cab-draft.h"
#include "cab-note-addenda.h"
#include "cab-note-signing.h"
#include "cab-test-note.h"

static void
on_done_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  *(gboolean *)user_data = TRUE;
}

static gboolean
is_true (gpointer data)
{
  return *(gboolean *)data;
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
read_added (CabTestNote *fixture, const char *note_id)
{
  Added added = { note_id, 0, 0 };
  gboolean is_read = FALSE;

  cab_open_practice_run_async (fixture->practice, CAB_JOB_READS, count_added, &added, NULL, NULL,
                               NULL, on_done_cb, &is_read);
  cab_test_app_wait (is_true, &is_read);

  return added;
}

/* [W-79], [M-39] an addendum has its own draft and its own signature, and goes on after both */
static void
test_addendum (void)
{
  g_auto (CabTestNote) fixture = { 0 };
  g_autofree char *id = NULL;
  g_autofree char *key = NULL;
  GtkWidget *addenda;
  GtkWidget *reason;
  GtkWidget *text;
  Added added;

  cab_test_note_init (&fixture);
  id = g_strdup (cab_note_editor_get_note_id (fixture.editor));
  key = g_strconcat (id, "-addendum", NULL);
  cab_test_note_type (&fixture, "Signed, then added to.");
  cab_test_note_act (&fixture, "note.sign");
  cab_test_note_seal (&fixture, id);

  cab_test_note_act (&fixture, "note.add-addendum");
  addenda = cab_test_app_find (GTK_WIDGET (fixture.editor), CAB_TYPE_NOTE_ADDENDA);
  reason = cab_test_app_find (addenda, GTK_TYPE_ENTRY);
  text = cab_test_app_find (addenda, GTK_TYPE_TEXT_VIEW);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (text)), "Also this.", -1);
  gtk_widget_activate_action (addenda, "addendum.sign", NULL);
  g_assert_true (
      cab_test_note_has_label (addenda, "Addendum, reason: say why something is added."));
  g_assert_null (cab_note_signing_find (fixture.practice, key));
  gtk_editable_set_text (GTK_EDITABLE (reason), "Left out");
  cab_note_addenda_flush (CAB_NOTE_ADDENDA (addenda));
  cab_test_app_settle (fixture.practice);
  added = read_added (&fixture, id);
  g_assert_cmpuint (added.n_addenda, ==, 0);
  g_assert_cmpuint (added.n_drafts, ==, 4);

  gtk_widget_activate_action (addenda, "addendum.sign", NULL);
  cab_test_note_seal (&fixture, key);
  added = read_added (&fixture, id);
  g_assert_cmpuint (added.n_addenda, ==, 1);
  g_assert_cmpuint (added.n_drafts, ==, 0);
  gtk_widget_activate_action (addenda, "note.add-addendum", NULL);
  g_assert_true (gtk_widget_get_mapped (reason));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (reason)), ==, "");
}

static GtkWidget *
find_addenda (CabTestNote *fixture)
{
  return cab_test_app_find (GTK_WIDGET (fixture->editor), CAB_TYPE_NOTE_ADDENDA);
}

/* A signed note, with the fields of an addendum shown. */
static char *
begin_addendum (CabTestNote *fixture)
{
  char *id;

  cab_test_note_init (fixture);
  id = g_strdup (cab_note_editor_get_note_id (fixture->editor));
  cab_test_note_type (fixture, "Signed.");
  cab_test_note_act (fixture, "note.sign");
  cab_test_note_seal (fixture, id);
  cab_test_note_act (fixture, "note.add-addendum");

  return id;
}

static void
write_addendum (GtkWidget *addenda, const char *reason, const char *text)
{
  GtkWidget *entry = cab_test_app_find (addenda, GTK_TYPE_ENTRY);
  GtkWidget *view = cab_test_app_find (addenda, GTK_TYPE_TEXT_VIEW);
  int at = 0;

  gtk_editable_insert_text (GTK_EDITABLE (entry), reason, -1, &at);
  gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), text, -1);
}

/* [W-78], [W-79] leaving the note and coming back within the time of Undo finds the addendum
 * signed: it is neither signed twice nor written into */
static void
test_come_back (void)
{
  g_auto (CabTestNote) fixture = { 0 };
  g_autofree char *id = begin_addendum (&fixture);
  g_autofree char *key = g_strconcat (id, "-addendum", NULL);
  GtkWidget *addenda = find_addenda (&fixture);
  GtkWidget *text;
  Added added;

  write_addendum (addenda, "Left out", "Also this.");
  gtk_widget_activate_action (addenda, "addendum.sign", NULL);
  cab_test_note_act (&fixture, "win.back");
  cab_test_note_run_for (500);

  cab_test_note_open (&fixture, id);
  addenda = find_addenda (&fixture);
  text = cab_test_app_find (addenda, GTK_TYPE_TEXT_VIEW);
  g_assert_false (gtk_text_view_get_editable (GTK_TEXT_VIEW (text)));
  gtk_widget_activate_action (addenda, "addendum.sign", NULL);
  cab_test_note_seal (&fixture, key);
  g_assert_null (cab_note_signing_find (fixture.practice, key));
  added = read_added (&fixture, id);
  g_assert_cmpuint (added.n_addenda, ==, 1);
  g_assert_cmpuint (added.n_drafts, ==, 0);
}

/* [W-83], [M-10] what cannot be stored is left out of what is pasted, and the rest is kept */
static void
test_unstorable (void)
{
  g_auto (CabTestNote) fixture = { 0 };
  g_autofree char *id = begin_addendum (&fixture);
  GtkWidget *addenda = find_addenda (&fixture);
  GtkWidget *reason = cab_test_app_find (addenda, GTK_TYPE_ENTRY);

  write_addendum (addenda,
                  "c\x0c"
                  "d",
                  "a\x0c"
                  "b");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (reason)), ==, "cd");
  cab_note_addenda_flush (CAB_NOTE_ADDENDA (addenda));
  cab_test_app_settle (fixture.practice);
  g_assert_cmpuint (read_added (&fixture, id).n_drafts, ==, 4);
}

int
main (int argc, char **argv)
{
  cab_test_app_init (&argc, &argv);
  g_test_add_func ("/note-addenda/addendum", test_addendum);
  g_test_add_func ("/note-addenda/come-back", test_come_back);
  g_test_add_func ("/note-addenda/unstorable", test_unstorable);

  return cab_test_app_run ();
}
