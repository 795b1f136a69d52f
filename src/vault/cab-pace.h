/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * CabPace:
 * @failures: wrong passphrases or codes since the last right one
 *
 * How fast one person may try passphrases on one file: a courtesy to whoever
 * left the computer for a moment, not security, as the file can be copied.
 * Starts as `{ 0 }`. Window and command line keep one for each file they ask
 * for. Source: vault.md [V-27].
 */
typedef struct
{
  guint failures;
} CabPace;

/**
 * cab_pace_note:
 * @self: a pace
 * @error: (nullable): what cab_vault_open() said; %NULL when the file opened
 *
 * Takes down one try. Only WRONG_KEY counts: a file that is in use or damaged
 * says nothing of who sits there.
 */
void cab_pace_note (CabPace *self, const GError *error);

/**
 * cab_pace_get_delay_ms:
 * @self: a pace
 *
 * Tells how long the next try has to wait: 1, 2 and then 4 seconds from the
 * third failure on. A window waits by a timer and shows its field insensitive.
 *
 * Returns: milliseconds, 0 for at once
 */
guint cab_pace_get_delay_ms (const CabPace *self);

/**
 * cab_pace_wait:
 * @self: a pace
 * @cancellable: (nullable): ends the wait
 * @error: return location
 *
 * Waits as long, in a program that may block.
 *
 * Errors: %G_IO_ERROR_CANCELLED.
 */
gboolean cab_pace_wait (const CabPace *self, GCancellable *cancellable, GError **error);

G_END_DECLS
