/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <gio/gio.h>

#include "cab-practice.h"

G_BEGIN_DECLS

/**
 * cab_note_paper_write:
 * @practice: a practice
 * @note: a stored note or process note
 * @stream: where it goes: a file, or what a print dialog gives
 * @error: return location
 *
 * Writes one note as PDF: whose it is, when and how it was held, its newest text,
 * who signed it and when, its signed addenda. A note that is not signed, or whose
 * text has a draft, says DRAFT on each page, and shows the draft. The act is
 * written to the activity log first.
 *
 * Errors: HELD when nothing was written yet; those of reading, of the log and of
 * the stream, which then holds no whole file.
 * Thread: the vault's. Source: window.md [W-83], records.md [M-57].
 *
 * Returns: %TRUE when all of it is with the stream
 */
gboolean cab_note_paper_write (CabPractice *practice,
                               CabRecord *note,
                               GOutputStream *stream,
                               GError **error);

G_END_DECLS
