/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-vault.h"

G_BEGIN_DECLS

/**
 * cab_snapshot_open:
 * @path: (type filename): a practice that another process holds open
 * @credential: (not nullable): passphrase or recovery code
 * @settings: (not nullable): time, randomness, folders
 * @cancellable: (nullable): stops it
 * @error: return location
 *
 * Opens a copy of a practice, read-only, although another process has it open:
 * only when nothing was written for 2 s and nothing changed while copying; three
 * tries, then the copy is verified in full.
 *
 * Errors: IN_USE when the file did not rest long enough: the newest backup is
 * what to offer then; VERIFY; any code of cab_vault_open().
 * Thread: the calling thread becomes the vault's. Source: vault.md [V-117].
 *
 * Returns: (transfer full): the open vault
 */
CabVault *cab_snapshot_open (const char *path,
                             const CabCredential *credential,
                             const CabVaultSettings *settings,
                             GCancellable *cancellable,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * cab_snapshot_sweep:
 * @settings: (not nullable): whose folders
 *
 * Removes the runtime copies that a killed process left behind. Called once at
 * the start of a program.
 *
 * Thread: any. Source: vault.md [V-112].
 */
void cab_snapshot_sweep (const CabVaultSettings *settings);

G_END_DECLS
