/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <adwaita.h>
#include <gtksourceview/gtksource.h>

G_BEGIN_DECLS

/**
 * CabNoteFind:
 *
 * Find and replace in the text of one note [W-83]. The words are forgotten with
 * the page.
 */
#define CAB_TYPE_NOTE_FIND (cab_note_find_get_type ())
G_DECLARE_FINAL_TYPE (CabNoteFind, cab_note_find, CAB, NOTE_FIND, AdwBin)

/** cab_note_find_attach: @view: (not nullable): where it finds; once */
void cab_note_find_attach (CabNoteFind *self, GtkSourceView *view);

/** cab_note_find_open: shows the field, with what is selected in it */
void cab_note_find_open (CabNoteFind *self, gboolean with_replace);

/** cab_note_find_next: selects the next match, behind the last the first again */
void cab_note_find_next (CabNoteFind *self);

/** cab_note_find_previous: the other way round */
void cab_note_find_previous (CabNoteFind *self);

/** cab_note_find_replace_all: replaces every match, in one step of Undo */
void cab_note_find_replace_all (CabNoteFind *self, const char *with);

/** cab_note_find_get_n_matches: Returns: how many there are, -1 while it is counted */
int cab_note_find_get_n_matches (CabNoteFind *self);

G_END_DECLS
