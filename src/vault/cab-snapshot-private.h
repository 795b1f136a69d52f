/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-snapshot.h"
#include "cab-vault-private.h"

G_BEGIN_DECLS

/**
 * cab_snapshot_open_read_only:
 * @self: a vault with its key, whose file was looked at
 * @look: what step 3 saw
 * @error: return location
 *
 * Opens the file so that no byte of it and of its folder changes [V-111]: as it
 * lies there, or a copy of it when a journal or an older schema would have to be
 * dealt with first.
 *
 * Returns: %TRUE when @self has a connection
 */
gboolean cab_snapshot_open_read_only (CabVault *self, const CabVaultLook *look, GError **error);

/**
 * cab_snapshot_probe:
 * @self: a vault with its key
 * @look: what step 3 saw: a hot journal
 * @error: return location; SQLITE_NOTADB in it is a wrong key
 *
 * Tries the key when page 1 may be torn, without touching the file: the journal
 * and page 1 are copied, the copy is rolled back, and page 1 is read from it.
 *
 * Returns: %TRUE when the key fits
 */
gboolean cab_snapshot_probe (CabVault *self, const CabVaultLook *look, GError **error);

/** cab_snapshot_drop: removes the runtime copy of @self, if it has one */
void cab_snapshot_drop (CabVault *self);

/**
 * cab_snapshot_rehearse:
 * @self: a vault with its key
 * @look: what step 3 saw
 * @flags: as for cab_vault_open()
 * @error: return location
 *
 * Plays the journal or the write-ahead log into a copy and looks at what comes
 * of it. Nothing in either says whose it is: SQLite would write one that another
 * file left there into the practice, page by page.
 *
 * Errors: NO_SPACE, DAMAGED, CHAIN, OLDER, FORKED; the practice is as it was.
 */
gboolean cab_snapshot_rehearse (CabVault *self,
                                const CabVaultLook *look,
                                CabVaultOpenFlags flags,
                                GError **error);

G_END_DECLS
