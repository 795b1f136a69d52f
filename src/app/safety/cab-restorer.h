/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <gio/gio.h>

#include "cab-progress.h"
#include "cab-secret.h"

G_BEGIN_DECLS

/**
 * cab_restorer_run_async:
 * @backup: (type filename): a backup
 * @secret: (not nullable): its passphrase; copied
 * @destination: (type filename) (nullable): where the practice goes; %NULL for a rehearsal
 *   into a temporary place, which is removed
 * @progress: (not nullable): told how far it is
 * @cancellable: (nullable): stops it
 * @callback: called in the main thread
 * @user_data: for @callback
 *
 * Restores a backup on a thread of its own. Nobody may have @destination open.
 *
 * Source: vault.md [V-105], window.md [W-98].
 */
void cab_restorer_run_async (const char *backup,
                             CabSecret *secret,
                             const char *destination,
                             CabProgress *progress,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);

/**
 * cab_restorer_run_finish:
 * @result: as given to the callback
 * @kept: (out) (nullable): what stood at the destination, under its new name
 * @error: return location
 *
 * Errors: those of cab_backup_restore().
 *
 * Returns: %TRUE when it was restored, or could have been
 */
gboolean cab_restorer_run_finish (GAsyncResult *result, char **kept, GError **error);

G_END_DECLS
