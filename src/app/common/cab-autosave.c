/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-autosave.h"

/* [W-76] */
#define REST_MS 1000
#define LONGEST_MS 2000
#define RETRY_MS 10000

struct _CabAutosave
{
  GObject parent_instance;

  /* State */
  guint timeout_id;
  gint64 first_unwritten; /* monotonic µs of the first key not written, 0 for none */
  guint n_writing;        /* saves not answered yet */
  gboolean has_failed;
  CabAutosaveState told;
};

enum
{
  SIGNAL_SAVE,
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CabAutosave, cab_autosave, G_TYPE_OBJECT)

CabAutosave *
cab_autosave_new (void)
{
  return g_object_new (CAB_TYPE_AUTOSAVE, NULL);
}

CabAutosaveState
cab_autosave_get_state (CabAutosave *self)
{
  g_return_val_if_fail (CAB_IS_AUTOSAVE (self), CAB_AUTOSAVE_SAVED);

  if (self->has_failed)
    return CAB_AUTOSAVE_FAILED;

  return self->first_unwritten != 0 || self->n_writing > 0 ? CAB_AUTOSAVE_WRITING
                                                           : CAB_AUTOSAVE_SAVED;
}

gboolean
cab_autosave_is_unwritten (CabAutosave *self)
{
  g_return_val_if_fail (CAB_IS_AUTOSAVE (self), FALSE);

  return self->first_unwritten != 0;
}

static void
tell_state (CabAutosave *self)
{
  CabAutosaveState state = cab_autosave_get_state (self);

  if (state == self->told)
    return;

  self->told = state;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

void
cab_autosave_flush (CabAutosave *self)
{
  g_return_if_fail (CAB_IS_AUTOSAVE (self));

  g_clear_handle_id (&self->timeout_id, g_source_remove);
  if (self->first_unwritten == 0)
    return;

  self->first_unwritten = 0;
  self->n_writing++;
  g_signal_emit (self, signals[SIGNAL_SAVE], 0);
}

static gboolean
on_due_cb (gpointer data)
{
  CabAutosave *self = data;

  self->timeout_id = 0;
  cab_autosave_flush (self);

  return G_SOURCE_REMOVE;
}

static void
schedule (CabAutosave *self, guint ms)
{
  g_clear_handle_id (&self->timeout_id, g_source_remove);
  self->timeout_id = g_timeout_add (ms, on_due_cb, self);
}

void
cab_autosave_touch (CabAutosave *self)
{
  gint64 now = g_get_monotonic_time ();
  gint64 left;

  g_return_if_fail (CAB_IS_AUTOSAVE (self));

  if (self->first_unwritten == 0)
    self->first_unwritten = now;
  /* A full disk is not asked again at every key. */
  if (!self->has_failed)
    {
      left = LONGEST_MS - (now - self->first_unwritten) / 1000;
      schedule (self, (guint)CLAMP (left, 0, REST_MS));
    }
  tell_state (self);
}

void
cab_autosave_done (CabAutosave *self, const GError *error)
{
  g_return_if_fail (CAB_IS_AUTOSAVE (self));
  g_return_if_fail (self->n_writing > 0);

  self->n_writing--;
  self->has_failed = error != NULL;
  if (error != NULL)
    {
      if (self->first_unwritten == 0)
        self->first_unwritten = g_get_monotonic_time ();
      schedule (self, RETRY_MS);
    }
  else if (self->first_unwritten != 0 && self->timeout_id == 0)
    schedule (self, REST_MS);
  tell_state (self);
}

void
cab_autosave_stop (CabAutosave *self)
{
  g_return_if_fail (CAB_IS_AUTOSAVE (self));

  g_clear_handle_id (&self->timeout_id, g_source_remove);
  self->first_unwritten = 0;
  self->has_failed = FALSE;
  tell_state (self);
}

static void
cab_autosave_dispose (GObject *object)
{
  g_clear_handle_id (&CAB_AUTOSAVE (object)->timeout_id, g_source_remove);

  G_OBJECT_CLASS (cab_autosave_parent_class)->dispose (object);
}

static void
cab_autosave_class_init (CabAutosaveClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cab_autosave_dispose;

  signals[SIGNAL_SAVE] = g_signal_new ("save", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
cab_autosave_init (CabAutosave *self)
{
}
