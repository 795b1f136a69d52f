/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-note-editor-private.h"

#include <glib/gi18n.h>

#include "cab-announce.h"
#include "cab-trash.h"
#include "cab-unwritten.h"
#include "cab-window.h"

/* [W-123] After a pause of this long, “Saved” is news again. */
#define PAUSE_US (10 * G_USEC_PER_SEC)

/* What the file's thread is given, and what it answers. */
typedef struct
{
  CabNoteSheet *sheet;
  CabCutBecause because;
} Writing;

typedef struct
{
  char *at;
  char *refusal;
} Written;

static void
writing_free (Writing *self)
{
  cab_note_sheet_free (self->sheet);
  g_free (self);
}

static void
written_free (Written *self)
{
  g_free (self->at);
  g_free (self->refusal);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Written, written_free)

static Writing *
new_writing (CabNoteEditor *self, CabCutBecause because)
{
  Writing *writing = g_new0 (Writing, 1);

  writing->sheet = cab_note_editor_dup_sheet (self);
  writing->because = because;

  return writing;
}

static Written *
new_written (CabPractice *practice, const CabNoteSheet *sheet)
{
  Written *written = g_new0 (Written, 1);

  written->at = cab_practice_dup_now (practice);
  written->refusal = g_strdup (sheet->refusal);

  return written;
}

CabNoteSheet *
cab_note_editor_dup_sheet (CabNoteEditor *self)
{
  CabNoteSheet *sheet = cab_note_sheet_copy (self->sheet);
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (GTK_TEXT_BUFFER (self->buffer), &start, &end);
  g_free (sheet->text);
  sheet->text = gtk_text_buffer_get_text (GTK_TEXT_BUFFER (self->buffer), &start, &end, TRUE);
  cab_note_title_read (self->title, sheet);
  if (self->kind == &cab_note_kind)
    {
      g_free (sheet->values[CAB_NOTE_SHEET_NEXT_TIME]);
      sheet->values[CAB_NOTE_SHEET_NEXT_TIME] = cab_note_aside_dup_next_time (self->aside);
    }

  return sheet;
}

static void
tell_saved (CabNoteEditor *self)
{
  gint64 now = g_get_monotonic_time ();

  if (self->announced_us == 0 || now - self->announced_us > PAUSE_US)
    cab_announce (GTK_WIDGET (self), _ ("Saved"));
  self->announced_us = now;
}

/* @written is NULL when @error is set. */
static void
take_written (CabNoteEditor *self, const Written *written, const GError *error)
{
  if (written != NULL)
    {
      g_set_str (&self->saved_at, written->at);
      self->sheet->is_stored = TRUE;
      cab_note_title_refuse (self->title, written->refusal);
      tell_saved (self);
    }
  cab_unwritten_tell (self->practice, error);
  cab_autosave_done (self->autosave, error);
  cab_note_editor_update (self);
}

static gpointer
keep_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  Writing *writing = data;

  if (!cab_note_sheet_keep (writing->sheet, practice, error))
    return NULL;

  return new_written (practice, writing->sheet);
}

static void
on_kept_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CabNoteEditor) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (Written) written = NULL;

  if (self->practice == NULL)
    return;

  written = cab_open_practice_run_finish (self->practice, result, &error);
  if (!cab_open_practice_is_closed (self->practice))
    take_written (self, written, error);
}

/* Not as a job that writes: a draft is nobody's news but this page's. */
void
cab_note_editor_save (CabNoteEditor *self)
{
  cab_open_practice_run_async (self->practice, CAB_JOB_KEEPS, keep_job,
                               new_writing (self, CAB_CUT_BECAUSE_LEAVE),
                               (GDestroyNotify)writing_free, (GDestroyNotify)written_free, NULL,
                               on_kept_cb, g_object_ref (self));
}

static gpointer
finish_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  Writing *writing = data;

  if (!cab_note_sheet_finish (writing->sheet, practice, writing->because, error))
    return NULL;

  return new_written (practice, writing->sheet);
}

/* The page may be gone when the answer comes; the others hear of it all the same. */
typedef struct
{
  CabOpenPractice *practice;
  CabNoteEditor *editor;
  CabNoteSheet *sheet;
} Leaving;

/* [W-76], [V-170] The page that was left has the text no longer, or soon will not;
 * one that is in front again goes on by itself. */
static void
keep_unwritten (CabNoteEditor *self, CabOpenPractice *practice, const CabNoteSheet *sheet)
{
  if (cab_open_practice_is_closed (practice) || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    cab_unwritten_keep (practice, sheet);
  else
    cab_note_editor_resume (self);
}

void
cab_note_editor_resume (CabNoteEditor *self)
{
  self->is_edited = TRUE;
  cab_autosave_touch (self->autosave);
}

static void
on_finished_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autofree Leaving *leaving = user_data;
  g_autoptr (CabOpenPractice) practice = leaving->practice;
  g_autoptr (CabNoteEditor) self = leaving->editor;
  g_autoptr (CabNoteSheet) sheet = leaving->sheet;
  g_autoptr (GError) error = NULL;
  g_autoptr (Written) written = cab_open_practice_run_finish (practice, result, &error);

  if (error != NULL)
    keep_unwritten (self, practice, sheet);
  if (self->practice == NULL || cab_open_practice_is_closed (practice))
    return;

  if (written != NULL)
    g_set_str (&self->saved_at, written->at);
  cab_unwritten_tell (self->practice, error);
  cab_note_editor_update (self);
}

/* [M-37] A version, if the text differs from the last. What is being signed is
 * the signing's to write. */
void
cab_note_editor_leave (CabNoteEditor *self, CabCutBecause because)
{
  Leaving *leaving;

  if (self->sheet == NULL || self->signing != NULL || !self->is_edited
      || !cab_open_practice_is_writable (self->practice))
    return;

  leaving = g_new0 (Leaving, 1);
  leaving->practice = g_object_ref (self->practice);
  leaving->editor = g_object_ref (self);
  leaving->sheet = cab_note_editor_dup_sheet (self);
  self->is_edited = FALSE;
  cab_autosave_stop (self->autosave);
  cab_open_practice_run_async (self->practice, CAB_JOB_WRITES | CAB_JOB_KEEPS, finish_job,
                               new_writing (self, because), (GDestroyNotify)writing_free,
                               (GDestroyNotify)written_free, NULL, on_finished_cb, leaving);
}

static gpointer
check_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  Writing *writing = data;

  if (!cab_note_sheet_check (writing->sheet, practice, error))
    return NULL;

  return new_written (practice, writing->sheet);
}

static gpointer
sign_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  cab_note_sheet_sign (data, practice, error);

  return NULL;
}

static void
on_signing_ended_cb (CabNoteEditor *self)
{
  g_clear_signal_handler (&self->signing_id, self->signing);
  g_clear_object (&self->signing);
  if (self->practice != NULL && !cab_open_practice_is_closed (self->practice))
    cab_note_editor_load (self);
}

void
cab_note_editor_watch_signing (CabNoteEditor *self, CabNoteSigning *signing)
{
  if (signing == NULL || signing == self->signing)
    return;

  self->signing = g_object_ref (signing);
  self->signing_id
      = g_signal_connect_swapped (signing, "ended", G_CALLBACK (on_signing_ended_cb), self);
}

static void
on_checked_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CabNoteEditor) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (Written) written = NULL;
  g_autoptr (CabNoteSheet) sheet = NULL;

  if (self->practice == NULL)
    return;

  written = cab_open_practice_run_finish (self->practice, result, &error);
  if (cab_open_practice_is_closed (self->practice) || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  cab_note_editor_refuse (self, error != NULL ? error->message : NULL);
  if (written == NULL)
    return;

  /* What was typed since it was asked is part of it. */
  cab_autosave_flush (self->autosave);
  self->sheet->is_stored = TRUE;
  self->is_edited = FALSE;
  sheet = cab_note_editor_dup_sheet (self);
  cab_note_editor_watch_signing (self, cab_note_signing_start (self->practice, self->note_id,
                                                               sign_job, g_steal_pointer (&sheet),
                                                               (GDestroyNotify)cab_note_sheet_free,
                                                               GTK_WIDGET (self)));
  cab_note_editor_update (self);
}

/* [W-78] No dialog: what forbids it is said beside the button. */
void
cab_note_editor_sign (CabNoteEditor *self)
{
  if (!cab_note_editor_is_editable (self))
    return;

  cab_open_practice_run_async (self->practice, CAB_JOB_KEEPS, check_job,
                               new_writing (self, CAB_CUT_BECAUSE_SIGN),
                               (GDestroyNotify)writing_free, (GDestroyNotify)written_free, NULL,
                               on_checked_cb, g_object_ref (self));
}

/* [W-26] The draft goes with its note, and comes back with it. */
void
cab_note_editor_trash (CabNoteEditor *self)
{
  if (!cab_note_editor_is_editable (self) || !self->sheet->is_stored)
    return;

  cab_autosave_flush (self->autosave);
  self->is_edited = FALSE;
  cab_trash_move (GTK_WIDGET (self), self->practice, self->kind, self->note_id,
                  _ ("Note moved to trash"));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.back", NULL);
}

typedef struct
{
  char *note_id;
  gboolean is_done;
} Tick;

static void
tick_free (Tick *self)
{
  g_free (self->note_id);
  g_free (self);
}

static gpointer
tick_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  const Tick *tick = data;

  cab_note_surroundings_tick (practice, tick->note_id, tick->is_done, error);

  return NULL;
}

static void
on_ticked_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CabNoteEditor) self = user_data;
  g_autoptr (GError) error = NULL;

  if (self->practice == NULL)
    return;

  cab_open_practice_run_finish (self->practice, result, &error);
  if (error != NULL && !cab_open_practice_is_closed (self->practice))
    cab_note_editor_refuse (self, error->message);
}

void
cab_note_editor_tick (CabNoteEditor *self)
{
  Tick *tick;

  if (self->around == NULL || self->around->next_time_note == NULL)
    return;

  tick = g_new0 (Tick, 1);
  tick->note_id = g_strdup (self->around->next_time_note);
  tick->is_done = cab_note_aside_is_ticked (self->aside);
  cab_open_practice_run_async (self->practice, CAB_JOB_KEEPS, tick_job, tick,
                               (GDestroyNotify)tick_free, NULL, NULL, on_ticked_cb,
                               g_object_ref (self));
}
