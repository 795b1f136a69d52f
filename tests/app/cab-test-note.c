/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include "cab-test-note.h"

#include "cab-draft.h"
#include "cab-note-signing.h"
#include "cab-practice-view.h"

void
cab_test_stored_clear (CabTestStored *self)
{
  g_free (self->id);
  g_free (self->draft);
  g_free (self->text);
}

static gpointer
read_stored (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  CabTestStored *stored = data;
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
void
cab_test_note_read (CabOpenPractice *practice, const char *id, CabTestStored *stored)
{
  gboolean is_read = FALSE;

  *stored
      = (CabTestStored){ .kind = &cab_note_kind, .id = g_strdup (id), .state = -1, .because = -1 };
  cab_open_practice_run_async (practice, CAB_JOB_READS, read_stored, stored, NULL, NULL, NULL,
                               on_read_cb, &is_read);
  cab_test_app_wait (is_true, &is_read);
}

CabNoteEditor *
cab_test_note_find_editor (CabTestNote *self)
{
  return CAB_NOTE_EDITOR (cab_test_app_find (GTK_WIDGET (self->window), CAB_TYPE_NOTE_EDITOR));
}

void
cab_test_note_open (CabTestNote *self, const char *id)
{
  GtkWidget *from = cab_test_app_find (GTK_WIDGET (self->window), CAB_TYPE_PRACTICE_VIEW);

  cab_note_editor_open (from, self->practice, &cab_note_kind, self->client_id, id);
  cab_test_app_settle (self->practice);
  self->editor = cab_test_note_find_editor (self);
}

void
cab_test_note_init (CabTestNote *self)
{
  self->practice = cab_test_app_open_sample ();
  self->window = cab_test_app_new_window (self->practice);
  self->client_id = cab_test_app_dup_client (self->practice);
  cab_test_note_open (self, NULL);
}

void
cab_test_note_clear (CabTestNote *self)
{
  g_free (self->client_id);
  gtk_window_destroy (GTK_WINDOW (self->window));
}

void
cab_test_note_type (CabTestNote *self, const char *text)
{
  gtk_text_buffer_insert_at_cursor (
      gtk_text_view_get_buffer (cab_note_editor_get_text_view (self->editor)), text, -1);
}

char *
cab_test_note_dup_text (CabTestNote *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (cab_note_editor_get_text_view (self->editor));
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
}

void
cab_test_note_run_for (guint ms)
{
  gint64 end = g_get_monotonic_time () + (gint64)ms * 1000;

  while (g_get_monotonic_time () < end)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (2000);
}

void
cab_test_note_act (CabTestNote *self, const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (self->editor), action, NULL);
  cab_test_app_settle (self->practice);
}

gboolean
cab_test_note_has_label (GtkWidget *root, const char *text)
{
  if (GTK_IS_LABEL (root) && gtk_widget_get_visible (root)
      && g_strcmp0 (gtk_label_get_label (GTK_LABEL (root)), text) == 0)
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (cab_test_note_has_label (child, text))
      return TRUE;

  return FALSE;
}

/* Seals at once, as closing the toast does. */
void
cab_test_note_seal (CabTestNote *fixture, const char *id)
{
  CabNoteSigning *signing = cab_note_signing_find (fixture->practice, id);

  g_assert_nonnull (signing);
  cab_note_signing_seal (signing);
  cab_test_app_settle (fixture->practice);
}
