/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-note-sheet.h"
#include "cab-open-practice.h"

G_BEGIN_DECLS

/**
 * cab_unwritten_keep:
 * @practice: the practice, which may be closed already
 * @sheet: a note as its page had it
 *
 * Keeps what could not be written as its page went, as on a full disk, in memory
 * that is wiped. While the practice is open it is tried again every 10 s and when
 * the person asks for it; after a lock the next one to open the file is offered it.
 *
 * Thread: main. Source: [W-44], [W-76], [V-170].
 */
void cab_unwritten_keep (CabOpenPractice *practice, const CabNoteSheet *sheet);

/**
 * cab_unwritten_tell:
 * @practice: an open practice
 * @error: (nullable): why a text could not be written; %NULL when it was
 *
 * Shows the banner that says where the text is, or takes it away.
 *
 * Thread: main. Source: [W-6], [W-76].
 */
void cab_unwritten_tell (CabOpenPractice *practice, const GError *error);

/**
 * cab_unwritten_take:
 * @practice: an open practice
 * @note_id: (nullable): of a note
 *
 * Thread: main.
 *
 * Returns: (transfer full) (nullable): what was kept of that note, and is now the caller's to write
 */
CabNoteSheet *
cab_unwritten_take (CabOpenPractice *practice, const char *note_id) G_GNUC_WARN_UNUSED_RESULT;

/**
 * cab_unwritten_put_back:
 * @practice: an open practice
 *
 * Writes what was kept as drafts of its notes; what still cannot be written stays kept.
 *
 * Thread: main. Source: [W-44].
 */
void cab_unwritten_put_back (CabOpenPractice *practice);

/** cab_unwritten_is_kept: Returns: whether a text of the practice at @path waits, which may be
 * locked */
gboolean cab_unwritten_is_kept (const char *path);

/**
 * cab_unwritten_dup_text:
 * @practice: an open practice
 *
 * Returns: (transfer full) (nullable): all texts that are kept; %NULL when none is
 */
char *cab_unwritten_dup_text (CabOpenPractice *practice);

G_END_DECLS
