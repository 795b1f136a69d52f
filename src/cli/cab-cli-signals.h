/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * cab_cli_signals_start:
 *
 * From now on Ctrl+C, SIGTERM and SIGHUP cancel instead of killing, so that work
 * stops where nothing is left half-done; the second of them kills after all,
 * which the practice file survives [V-42]. A reader that went away (SIGPIPE) is
 * an error of writing.
 *
 * Thread: the first one, before there is another: the signals are blocked in
 * every thread but one, and a cancellable may not be touched from a handler.
 *
 * Returns: (transfer full): what is cancelled
 */
GCancellable *cab_cli_signals_start (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * cab_cli_signals_wait:
 * @descriptor: an open file descriptor
 * @cancellable: (nullable): what cab_cli_signals_start() made
 * @error: return location
 *
 * Waits until reading from @descriptor would not wait. The signals are blocked,
 * so that nothing else would end a read() that nobody answers.
 *
 * Errors: %G_IO_ERROR_CANCELLED.
 *
 * Returns: %TRUE when there is something to read, or the end of it
 */
gboolean cab_cli_signals_wait (int descriptor, GCancellable *cancellable, GError **error);

G_END_DECLS
