/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * cab_harden_start:
 *
 * Prepares the process for secrets, first of all in `main`: freed memory is
 * overwritten, nothing is dumped, new files are private, libsodium and SQLite
 * are started, SQLite with an allocator that wipes what it frees. A second call
 * does nothing.
 *
 * Errors: LOW_MEMORY when libsodium or SQLite cannot start.
 * Thread: the first one, before there is another. Source: [V-161], [V-162].
 *
 * Returns: %TRUE when all of it is in place
 */
gboolean cab_harden_start (GError **error);

/**
 * cab_harden_scrub_thread:
 *
 * Overwrites the freed chunks that glibc keeps in the calling thread's cache,
 * which mallopt() does not reach, and what returned calls have left on its stack.
 * To be called on the main and each worker thread when the practice is locked, and
 * at the end of every job that held content.
 *
 * Thread: any; it cleans the one it runs on. Source: [V-163].
 */
void cab_harden_scrub_thread (void);

/**
 * cab_harden_take_sqlite_log:
 *
 * Takes the code that SQLite last logged. Its text is never kept, since it can
 * quote the file [V-40].
 *
 * Thread: any.
 *
 * Returns: an extended result code, 0 when nothing was logged since the last call
 */
int cab_harden_take_sqlite_log (void);

G_END_DECLS
