/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <adwaita.h>

#include "cab-action-table.h"
#include "cab-kind.h"
#include "cab-open-practice.h"

G_BEGIN_DECLS

/**
 * CabNoteHistory:
 *
 * The versions of a note, and what differs between two of them word by word
 * [W-80]: added is underlined and bold, removed is struck through, and both are
 * said in words to a screen reader.
 *
 * Signal: `use-text`, with a version's text, for the draft.
 */
#define CAB_TYPE_NOTE_HISTORY (cab_note_history_get_type ())
G_DECLARE_FINAL_TYPE (CabNoteHistory, cab_note_history, CAB, NOTE_HISTORY, AdwNavigationPage)

/** cab_history_actions: the scope `history.` */
extern const CabActionTable cab_history_actions;

/**
 * cab_note_history_new:
 * @practice: the practice
 * @kind: #cab_note_kind or #cab_process_note_kind
 * @note_id: a stored note
 * @can_use: whether a text may be taken into the draft
 *
 * Returns: (transfer floating): the page
 */
CabNoteHistory *cab_note_history_new (CabOpenPractice *practice,
                                      const CabKind *kind,
                                      const char *note_id,
                                      gboolean can_use);

G_END_DECLS
