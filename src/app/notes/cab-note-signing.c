/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-note-signing.h"

#include <glib/gi18n.h>

#include "cab-announce.h"
#include "cab-undo.h"
#include "cab-window.h"

struct _CabNoteSigning
{
  GObject parent_instance;

  /* Owned */
  CabOpenPractice *practice;
  char *key;
  gpointer data;
  GDestroyNotify data_free;
  AdwToast *toast;
  GWeakRef window;

  /* Borrowed */
  CabJobFunc sign;

  /* State */
  guint timeout_id;
  gulong closing_id;
  gboolean is_decided;
};

enum
{
  SIGNAL_ENDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CabNoteSigning, cab_note_signing, G_TYPE_OBJECT)

static char *
dup_key (const char *id)
{
  return g_strconcat ("cab-note-signing-", id, NULL);
}

CabNoteSigning *
cab_note_signing_find (CabOpenPractice *practice, const char *id)
{
  g_autofree char *key = NULL;

  g_return_val_if_fail (CAB_IS_OPEN_PRACTICE (practice), NULL);

  if (id == NULL)
    return NULL;

  key = dup_key (id);
  return g_object_get_data (G_OBJECT (practice), key);
}

/* Nothing can be decided any more. */
static void
decide (CabNoteSigning *self)
{
  self->is_decided = TRUE;
  g_clear_handle_id (&self->timeout_id, g_source_remove);
  g_clear_signal_handler (&self->closing_id, self->practice);
  adw_toast_dismiss (self->toast);
}

/* Drops the reference that kept it alive. */
static void
end (CabNoteSigning *self)
{
  g_object_set_data (G_OBJECT (self->practice), self->key, NULL);
  g_signal_emit (self, signals[SIGNAL_ENDED], 0);
  g_object_unref (self);
}

void
cab_note_signing_undo (CabNoteSigning *self)
{
  g_return_if_fail (CAB_IS_NOTE_SIGNING (self));

  if (self->is_decided)
    return;

  decide (self);
  end (self);
}

static void
on_signed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CabNoteSigning) self = user_data;
  g_autoptr (CabWindow) window = g_weak_ref_get (&self->window);
  g_autoptr (GError) error = NULL;

  cab_open_practice_run_finish (self->practice, result, &error);
  if (error != NULL && window != NULL && cab_window_get_practice (window) == self->practice)
    cab_window_toast (window, adw_toast_new (error->message));
  end (self);
}

void
cab_note_signing_seal (CabNoteSigning *self)
{
  g_return_if_fail (CAB_IS_NOTE_SIGNING (self));

  if (self->is_decided)
    return;

  decide (self);
  cab_open_practice_run_async (self->practice, CAB_JOB_WRITES | CAB_JOB_KEEPS, self->sign,
                               g_steal_pointer (&self->data), self->data_free, NULL, NULL,
                               on_signed_cb, g_object_ref (self));
}

static gboolean
on_time_up_cb (gpointer data)
{
  CabNoteSigning *self = data;

  self->timeout_id = 0;
  cab_note_signing_seal (self);

  return G_SOURCE_REMOVE;
}

/* The toast has no time of its own: one that waits behind another must not
 * make the ten seconds longer. */
static void
show_toast (CabNoteSigning *self, CabWindow *window)
{
  self->toast = adw_toast_new (_ ("Note signed"));
  g_object_ref (self->toast);
  adw_toast_set_priority (self->toast, ADW_TOAST_PRIORITY_HIGH);
  adw_toast_set_timeout (self->toast, 0);
  g_signal_connect_object (self->toast, "button-clicked", G_CALLBACK (cab_note_signing_undo), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->toast, "dismissed", G_CALLBACK (cab_note_signing_seal), self,
                           G_CONNECT_SWAPPED);
  cab_undo_offer (GTK_WIDGET (window), self->toast);
  cab_window_toast (window, self->toast);
  cab_announce (GTK_WIDGET (window), _ ("Note signed"));
}

CabNoteSigning *
cab_note_signing_start (CabOpenPractice *practice,
                        const char *id,
                        CabJobFunc sign,
                        gpointer data,
                        GDestroyNotify data_free,
                        GtkWidget *near)
{
  GtkWidget *window = gtk_widget_get_ancestor (near, CAB_TYPE_WINDOW);
  CabNoteSigning *self;

  g_return_val_if_fail (CAB_IS_OPEN_PRACTICE (practice), NULL);
  g_return_val_if_fail (window != NULL, NULL);

  self = g_object_new (CAB_TYPE_NOTE_SIGNING, NULL);
  self->practice = g_object_ref (practice);
  self->key = dup_key (id);
  self->sign = sign;
  self->data = data;
  self->data_free = data_free;
  g_weak_ref_set (&self->window, window);
  self->closing_id
      = g_signal_connect_swapped (practice, "closing", G_CALLBACK (cab_note_signing_seal), self);
  self->timeout_id = g_timeout_add_seconds (CAB_UNDO_SECONDS, on_time_up_cb, self);
  g_object_set_data (G_OBJECT (practice), self->key, self);
  show_toast (self, CAB_WINDOW (window));

  return self;
}

static void
cab_note_signing_finalize (GObject *object)
{
  CabNoteSigning *self = CAB_NOTE_SIGNING (object);

  g_clear_object (&self->practice);
  g_clear_pointer (&self->data, self->data_free);
  g_free (self->key);
  g_clear_object (&self->toast);
  g_weak_ref_clear (&self->window);

  G_OBJECT_CLASS (cab_note_signing_parent_class)->finalize (object);
}

static void
cab_note_signing_class_init (CabNoteSigningClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cab_note_signing_finalize;

  signals[SIGNAL_ENDED] = g_signal_new ("ended", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
cab_note_signing_init (CabNoteSigning *self)
{
  g_weak_ref_init (&self->window, NULL);
}
