/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-note.h"

G_BEGIN_DECLS

/**
 * CabNoteVersionItem:
 *
 * One version of a note in its history [W-80], read on the file's thread and
 * given away whole: `title` ("Version 2"), `detail` (when and why it was cut,
 * whether it is signed), `digest`, `sentence` (all of it in words).
 */
#define CAB_TYPE_NOTE_VERSION_ITEM (cab_note_version_item_get_type ())
G_DECLARE_FINAL_TYPE (CabNoteVersionItem, cab_note_version_item, CAB, NOTE_VERSION_ITEM, GObject)

/**
 * cab_note_version_item_list:
 * @practice: the practice; on its thread
 * @kind: #cab_note_kind or #cab_process_note_kind
 * @note_id: a stored note
 * @error: return location
 *
 * Returns: (transfer full) (element-type CabNoteVersionItem): the note's
 *   versions, the newest first
 */
GPtrArray *cab_note_version_item_list (CabPractice *practice,
                                       const CabKind *kind,
                                       const char *note_id,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** cab_note_version_item_get_text: Returns: the version's text */
const char *cab_note_version_item_get_text (CabNoteVersionItem *self);

G_END_DECLS
