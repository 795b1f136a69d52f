/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * CabFileWriteFunc:
 * @stream: where it goes; not to be closed
 * @data: what was asked for
 * @cancellable: (nullable): stops it
 * @error: return location
 *
 * Returns: %TRUE when all of it is with the stream
 */
typedef gboolean (*CabFileWriteFunc) (GOutputStream *stream,
                                      gpointer data,
                                      GCancellable *cancellable,
                                      GError **error);

/**
 * cab_file_write:
 * @file: a file that a person chose
 * @func: writes it
 * @data: for @func
 * @cancellable: (nullable): stops it
 * @error: return location
 *
 * Writes a file that nobody else may read, from its first byte on. When it does not
 * become whole, what was there before is there still, and where nothing was, nothing is.
 *
 * Errors: what @func says, else a sentence of cab_file_fault_write().
 * Thread: any but main. Source: window.md [W-97], [W-112].
 */
gboolean cab_file_write (GFile *file,
                         CabFileWriteFunc func,
                         gpointer data,
                         GCancellable *cancellable,
                         GError **error);

/**
 * cab_file_write_undo:
 * @file: where it was to go
 * @stream: what g_file_replace() gave for it
 * @is_new: whether nothing was there before
 *
 * Leaves what was there before.
 */
void cab_file_write_undo (GFile *file, GOutputStream *stream, gboolean is_new);

G_END_DECLS
