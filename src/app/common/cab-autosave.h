/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * CabAutosaveState:
 * @CAB_AUTOSAVE_SAVED: nothing is unwritten
 * @CAB_AUTOSAVE_WRITING: something is, and will be on disk within 2 s
 * @CAB_AUTOSAVE_FAILED: the last writing failed; it is tried again every 10 s
 */
typedef enum
{
  CAB_AUTOSAVE_SAVED,
  CAB_AUTOSAVE_WRITING,
  CAB_AUTOSAVE_FAILED
} CabAutosaveState;

/**
 * CabAutosave:
 *
 * When a draft is written: 1 s after the last key, and while typing goes on at
 * most 2 s after the first that is not written yet. It knows no text: its owner
 * writes in the signal `save` and answers with cab_autosave_done().
 *
 * Signals: `save`; `changed`, when the state did.
 *
 * Thread: main. Source: window.md [W-76].
 */
#define CAB_TYPE_AUTOSAVE (cab_autosave_get_type ())
G_DECLARE_FINAL_TYPE (CabAutosave, cab_autosave, CAB, AUTOSAVE, GObject)

/** cab_autosave_new: Returns: (transfer full): an autosave with nothing to write */
CabAutosave *cab_autosave_new (void);

/** cab_autosave_touch: says that a key was typed */
void cab_autosave_touch (CabAutosave *self);

/**
 * cab_autosave_flush:
 * @self: an autosave
 *
 * Emits `save` now, when something is unwritten: the focus, the page, the
 * practice is being left.
 */
void cab_autosave_flush (CabAutosave *self);

/**
 * cab_autosave_done:
 * @self: an autosave
 * @error: (nullable): why it could not be written
 *
 * Answers one `save`. What failed is tried again after 10 s, and whenever it is
 * flushed.
 */
void cab_autosave_done (CabAutosave *self, const GError *error);

/**
 * cab_autosave_stop:
 * @self: an autosave
 *
 * Forgets what is unwritten: the text was written otherwise, or its practice is
 * closed. Until the next key nothing is saved.
 */
void cab_autosave_stop (CabAutosave *self);

/** cab_autosave_get_state: Returns: the state */
CabAutosaveState cab_autosave_get_state (CabAutosave *self);

/** cab_autosave_is_unwritten: Returns: whether a key was typed since the last `save` */
gboolean cab_autosave_is_unwritten (CabAutosave *self);

G_END_DECLS
