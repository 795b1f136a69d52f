/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-backup.h"

G_BEGIN_DECLS

/**
 * cab_passphrase_prove:
 * @vault: an open practice
 * @passphrase: what somebody typed
 * @cancellable: (nullable): stops the key derivation
 * @error: return location
 *
 * Asks whether the person at the keyboard is the one who may open this file,
 * while it is open. Nothing is written, and nothing of @passphrase is kept.
 *
 * Errors: WRONG_KEY; BAD_PASSPHRASE, LOW_MEMORY; %G_IO_ERROR_CANCELLED.
 * Thread: the vault's. Source: window.md [W-39], [W-95].
 *
 * Returns: %TRUE when @passphrase opens the file
 */
gboolean cab_passphrase_prove (CabVault *vault,
                               CabSecret *passphrase,
                               GCancellable *cancellable,
                               GError **error);

/**
 * cab_passphrase_change:
 * @vault: an open practice, for writing
 * @old_passphrase: the passphrase of today
 * @new_passphrase: the one from now on; its strength was judged above [V-6]
 * @watch: (not nullable): the model's walk, and progress
 * @cancellable: (nullable): stops it before the swap
 * @error: return location
 *
 * Changes the passphrase by a copy that is encrypted anew under a new header,
 * verified in every digest, and put in place by one rename. Never in place: a
 * kill during a rekey with a new salt leaves a file that nobody opens.
 *
 * On success the vault is closed; open it again with the new passphrase. On
 * error it is open as before, unless the swap itself failed: then it is closed,
 * and the file is the old one, or, where only bringing the new name to disk
 * failed, the new one. Whoever gets IO with a closed vault tries the new
 * passphrase first, then the old one; one of them opens the file.
 *
 * Errors: WRONG_KEY when @old_passphrase is not the one; BAD_PASSPHRASE,
 * LOW_MEMORY, NO_SPACE (2 × the file + 64 MiB), VERIFY, IO, CANCELLED.
 * Thread: the vault's. Source: vault.md [V-120] to [V-122].
 *
 * Returns: %TRUE when the new passphrase opens the file
 */
gboolean cab_passphrase_change (CabVault *vault,
                                CabSecret *old_passphrase,
                                CabSecret *new_passphrase,
                                const CabCopyWatch *watch,
                                GCancellable *cancellable,
                                GError **error);

/**
 * cab_passphrase_set_by_code:
 * @vault: an open practice, for writing
 * @code: the recovery code of today's sheet
 * @new_passphrase: the one from now on; its strength was judged above [V-6]
 * @watch: (not nullable): the model's walk, and progress
 * @cancellable: (nullable): stops it before the swap
 * @error: return location
 *
 * The same for a person who has the sheet and no passphrase any more.
 *
 * Errors: BAD_CODE; WRONG_KEY for the code of another sheet; as
 * cab_passphrase_change(). Source: vault.md [V-132].
 *
 * Returns: %TRUE when the new passphrase opens the file
 */
gboolean cab_passphrase_set_by_code (CabVault *vault,
                                     CabSecret *code,
                                     CabSecret *new_passphrase,
                                     const CabCopyWatch *watch,
                                     GCancellable *cancellable,
                                     GError **error);

/**
 * cab_compact:
 * @vault: an open practice, for writing
 * @watch: (not nullable): the model's walk, and progress
 * @cancellable: (nullable): stops it before the swap
 * @error: return location
 *
 * Writes the practice anew without free pages: every page gets a fresh IV, and
 * what was erased is nowhere in the file any more. Header and key stay, so the
 * recovery sheet stays good.
 *
 * On success the vault is closed; open it again.
 *
 * Errors: NO_SPACE (2 × the file + 64 MiB), VERIFY, IO, CANCELLED.
 * Thread: the vault's. Source: vault.md [V-121], [V-134].
 *
 * Returns: %TRUE when the file is compact
 */
gboolean
cab_compact (CabVault *vault, const CabCopyWatch *watch, GCancellable *cancellable, GError **error);

G_END_DECLS
