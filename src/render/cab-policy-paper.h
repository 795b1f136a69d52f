/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <gio/gio.h>

#include "cab-practice.h"

G_BEGIN_DECLS

/**
 * cab_policy_paper_write:
 * @practice: a practice
 * @policy: a stored text
 * @client: (nullable): for whom; the form has the reference, never the name
 * @stream: where it goes: a file, or what a print dialog gives
 * @error: return location
 *
 * Writes a text as a form to be signed, as PDF: title, version, the whole text,
 * yes and no for each of its purposes with neither ticked, lines for name, date
 * and signature where it is one that people sign, and the digest of the text, which proves later
 * what was agreed to. A text that is not published says DRAFT on each page. The act is written to
 * the activity log first.
 *
 * Errors: those of the log and of the stream, which then holds no whole file.
 * Thread: the vault's. Source: window.md [W-96], records.md [M-50], [M-95].
 *
 * Returns: %TRUE when all of it is with the stream
 */
gboolean cab_policy_paper_write (CabPractice *practice,
                                 CabRecord *policy,
                                 CabRecord *client,
                                 GOutputStream *stream,
                                 GError **error);

G_END_DECLS
