/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <gtksourceview/gtksource.h>

#include "cab-open-practice.h"

G_BEGIN_DECLS

/**
 * CabNoteSpelling:
 *
 * The spell check of one note [W-82]. There is no personal dictionary on disk:
 * it would hold names in clear. Learned words lie in the practice file; they and
 * all names are passed over in memory. Words that are not known are underlined,
 * and the text's context menu has corrections, Ignore and Learn Word.
 *
 * Signal: `ready`, when learned words and names are passed over.
 */
#define CAB_TYPE_NOTE_SPELLING (cab_note_spelling_get_type ())
G_DECLARE_FINAL_TYPE (CabNoteSpelling, cab_note_spelling, CAB, NOTE_SPELLING, GObject)

/**
 * cab_note_spelling_prepare:
 *
 * Keeps the dictionaries' library from making word lists in the person's
 * folders. Called once, before there are threads.
 */
void cab_note_spelling_prepare (void);

/**
 * cab_note_spelling_new:
 * @practice: the practice
 * @view: (not nullable): where the note is written
 *
 * Returns: (transfer full): the check; one that knows no language, or was built
 *   without spell check, does nothing
 */
CabNoteSpelling *cab_note_spelling_new (CabOpenPractice *practice, GtkSourceView *view);

/** cab_note_spelling_set_enabled: whether mistakes are looked for: not where nothing is written */
void cab_note_spelling_set_enabled (CabNoteSpelling *self, gboolean is_enabled);

/** cab_note_spelling_is_available: Returns: whether there is a dictionary to check by */
gboolean cab_note_spelling_is_available (CabNoteSpelling *self);

/** cab_note_spelling_knows: Returns: whether @word is no mistake */
gboolean cab_note_spelling_knows (CabNoteSpelling *self, const char *word);

/**
 * cab_note_spelling_go_to_next:
 * @self: a check
 *
 * Selects the next mistake, behind the last the first again.
 *
 * Returns: whether there is one
 */
gboolean cab_note_spelling_go_to_next (CabNoteSpelling *self);

/** cab_note_spelling_learn: keeps the word in the practice file, and passes over it from now on */
void cab_note_spelling_learn (CabNoteSpelling *self, const char *word);

G_END_DECLS
