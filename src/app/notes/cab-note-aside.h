/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <adwaita.h>

#include "cab-note-surroundings.h"

G_BEGIN_DECLS

/**
 * CabNoteAside:
 *
 * The pane beside a note [W-75]: what the last note said to take up, what this
 * one says, the conditions, the last note.
 *
 * Signals: `edited`, when "next time" was typed; `ticked`, when what the last
 * note said was taken up, or was not after all.
 */
#define CAB_TYPE_NOTE_ASIDE (cab_note_aside_get_type ())
G_DECLARE_FINAL_TYPE (CabNoteAside, cab_note_aside, CAB, NOTE_ASIDE, AdwBin)

/** cab_note_aside_show: shows what stands beside a note; emits nothing */
void cab_note_aside_show (CabNoteAside *self,
                          const CabNoteSheet *sheet,
                          const CabNoteSurroundings *around,
                          gboolean is_editable);

/** cab_note_aside_dup_next_time: Returns: (transfer full): what was typed for next time */
char *cab_note_aside_dup_next_time (CabNoteAside *self);

/** cab_note_aside_is_ticked: Returns: whether what the last note said was taken up */
gboolean cab_note_aside_is_ticked (CabNoteAside *self);

G_END_DECLS
