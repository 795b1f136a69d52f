/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <adwaita.h>

#include "cab-action-table.h"
#include "cab-note-sheet.h"
#include "cab-open-practice.h"

G_BEGIN_DECLS

/**
 * CabNoteEditor:
 *
 * The page of one note or process note: written, kept as it is typed, signed
 * [W-75] to [W-78]; read only when it is signed or the practice is.
 */
#define CAB_TYPE_NOTE_EDITOR (cab_note_editor_get_type ())
G_DECLARE_FINAL_TYPE (CabNoteEditor, cab_note_editor, CAB, NOTE_EDITOR, AdwNavigationPage)

/** cab_note_actions: the scope `note.` */
extern const CabActionTable cab_note_actions;

/**
 * cab_note_editor_open:
 * @from: a widget of the practice's view
 * @practice: the practice
 * @kind: #cab_note_kind or #cab_process_note_kind
 * @client_id: whose note it is
 * @note_id: (nullable): the note; %NULL for a new one
 *
 * Shows a note. The page that has it open already comes back to the front
 * instead: a note is open in one editor only.
 */
void cab_note_editor_open (GtkWidget *from,
                           CabOpenPractice *practice,
                           const CabKind *kind,
                           const char *client_id,
                           const char *note_id);

/** cab_note_editor_get_note_id: Returns: (nullable): the note's id, once it is loaded */
const char *cab_note_editor_get_note_id (CabNoteEditor *self);

/** cab_note_editor_get_text_view: Returns: (transfer none): where the note is written */
GtkTextView *cab_note_editor_get_text_view (CabNoteEditor *self);

G_END_DECLS
