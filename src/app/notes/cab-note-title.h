/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <adwaita.h>

#include "cab-note-sheet.h"
#include "cab-note-surroundings.h"

G_BEGIN_DECLS

/**
 * CabNoteTitle:
 *
 * The title row of a note [W-75]: one line that says kind, date and time,
 * minutes and medium, and opens the fields of the same.
 *
 * Signals: `edited`, when a person changed a field; `closed`, when the fields
 * are out of sight again.
 */
#define CAB_TYPE_NOTE_TITLE (cab_note_title_get_type ())
G_DECLARE_FINAL_TYPE (CabNoteTitle, cab_note_title, CAB, NOTE_TITLE, AdwBin)

/**
 * cab_note_title_show:
 * @self: a title
 * @sheet: the note
 * @around: whom the client's notes can be with
 * @is_discreet: whether they are called by their part [W-28]
 *
 * Shows a note's fields; emits nothing.
 */
void cab_note_title_show (CabNoteTitle *self,
                          const CabNoteSheet *sheet,
                          const CabNoteSurroundings *around,
                          gboolean is_discreet);

/** cab_note_title_call: calls whom the note is with otherwise; emits nothing */
void
cab_note_title_call (CabNoteTitle *self, const CabNoteSurroundings *around, gboolean is_discreet);

/** cab_note_title_read: writes the fields as they stand into @sheet */
void cab_note_title_read (CabNoteTitle *self, CabNoteSheet *sheet);

/** cab_note_title_set_editable: whether the fields can be opened at all */
void cab_note_title_set_editable (CabNoteTitle *self, gboolean is_editable);

/** cab_note_title_refuse: @sentence: (nullable): why the fields stay a draft [M-18] */
void cab_note_title_refuse (CabNoteTitle *self, const char *sentence);

/** cab_note_title_open: shows the fields, as a click would */
void cab_note_title_open (CabNoteTitle *self);

G_END_DECLS
