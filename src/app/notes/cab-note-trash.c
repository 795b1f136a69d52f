/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-note-trash.h"

#include <glib/gi18n.h>

#include "cab-practice.h"
#include "cab-window.h"

#define UNDO_SECONDS 10

/* One note on its way into the trash, or back. */
typedef struct
{
  gatomicrefcount references;
  CabOpenPractice *practice;
  const CabKind *kind;
  char *note_id;
  GWeakRef window;
} Move;

static Move *
move_ref (Move *self)
{
  g_atomic_ref_count_inc (&self->references);

  return self;
}

static void
move_unref (Move *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;

  g_object_unref (self->practice);
  g_free (self->note_id);
  g_weak_ref_clear (&self->window);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Move, move_unref)

/* What the file's thread is given: no reference to what belongs to the window. */
typedef struct
{
  const CabKind *kind;
  char *note_id;
} Asked;

static Asked *
new_asked (const Move *move)
{
  Asked *asked = g_new0 (Asked, 1);

  asked->kind = move->kind;
  asked->note_id = g_strdup (move->note_id);

  return asked;
}

static void
asked_free (Asked *self)
{
  g_free (self->note_id);
  g_free (self);
}

static gpointer
trash_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  const Asked *asked = data;
  g_autoptr (CabRecord) note = cab_practice_load (practice, asked->kind, asked->note_id, error);

  if (note != NULL)
    cab_practice_trash (practice, note, error);

  return NULL;
}

static gpointer
restore_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  const Asked *asked = data;
  g_autoptr (CabRecord) note = cab_practice_load (practice, asked->kind, asked->note_id, error);

  if (note != NULL)
    cab_practice_restore (practice, note, error);

  return NULL;
}

static void
show_toast (Move *move, AdwToast *toast)
{
  g_autoptr (CabWindow) window = g_weak_ref_get (&move->window);

  if (window != NULL && cab_window_get_practice (window) == move->practice)
    cab_window_toast (window, toast);
  else
    g_object_unref (g_object_ref_sink (toast));
}

static void
on_restored_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Move) move = user_data;
  g_autoptr (GError) error = NULL;

  cab_open_practice_run_finish (move->practice, result, &error);
  if (error != NULL)
    show_toast (move, adw_toast_new (error->message));
}

static void
on_undo_cb (AdwToast *toast, Move *move)
{
  cab_open_practice_run_async (move->practice, CAB_JOB_WRITES, restore_job, new_asked (move),
                               (GDestroyNotify)asked_free, NULL, NULL, on_restored_cb,
                               move_ref (move));
}

static void
forget_move (gpointer data, GClosure *closure)
{
  move_unref (data);
}

static void
on_trashed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Move) move = user_data;
  g_autoptr (GError) error = NULL;
  AdwToast *toast;

  cab_open_practice_run_finish (move->practice, result, &error);
  if (error != NULL)
    {
      show_toast (move, adw_toast_new (error->message));
      return;
    }

  toast = adw_toast_new (_ ("Note moved to trash"));
  adw_toast_set_button_label (toast, _ ("Undo"));
  adw_toast_set_timeout (toast, UNDO_SECONDS);
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (on_undo_cb), move_ref (move),
                         forget_move, G_CONNECT_DEFAULT);
  show_toast (move, toast);
}

void
cab_note_trash (CabOpenPractice *practice,
                const CabKind *kind,
                const char *note_id,
                GtkWidget *near)
{
  Move *move;

  g_return_if_fail (CAB_IS_OPEN_PRACTICE (practice));
  g_return_if_fail (note_id != NULL);

  move = g_new0 (Move, 1);
  g_atomic_ref_count_init (&move->references);
  move->practice = g_object_ref (practice);
  move->kind = kind;
  move->note_id = g_strdup (note_id);
  g_weak_ref_init (&move->window, gtk_widget_get_ancestor (near, CAB_TYPE_WINDOW));
  cab_open_practice_run_async (practice, CAB_JOB_WRITES, trash_job, new_asked (move),
                               (GDestroyNotify)asked_free, NULL, NULL, on_trashed_cb, move);
}
