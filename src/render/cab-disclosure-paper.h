/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <gio/gio.h>

#include "cab-disclosure-row.h"

G_BEGIN_DECLS

/**
 * cab_disclosure_paper_write:
 * @practice: a practice
 * @query: which disclosures
 * @stream: where it goes
 * @cancellable: (nullable): to stop before anything is written
 * @error: return location
 *
 * Writes the register of disclosures as PDF, the newest first: whose data it was by the
 * reference, never the name. The act is written to the activity log first.
 *
 * Errors: those of the log and of the stream, which then holds no whole file.
 * Thread: the vault's. Source: window.md [W-98].
 *
 * Returns: %TRUE when all of it is with the stream
 */
gboolean cab_disclosure_paper_write (CabPractice *practice,
                                     const CabDisclosureQuery *query,
                                     GOutputStream *stream,
                                     GCancellable *cancellable,
                                     GError **error);

G_END_DECLS
