/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-vault.h"

G_BEGIN_DECLS

/**
 * cab_anchor_note_printed:
 * @vault: a vault
 * @anchor: what cab_vault_dup_anchor() gave for the paper
 * @error: return location
 *
 * Remembers the anchor that was put on paper last; from now on every check of
 * the log goes through it. A file that is open read-only remembers nothing.
 *
 * Errors: those of cab_vault_transact(). Thread: the vault's. Source: vault.md [V-82].
 *
 * Returns: whether it is remembered, or needs not be
 */
gboolean cab_anchor_note_printed (CabVault *vault, const char *anchor, GError **error);

/** cab_anchor_dup_printed: Returns: (transfer full) (nullable): the anchor printed last */
char *cab_anchor_dup_printed (CabVault *vault);

/** cab_anchor_dup_printed_date: Returns: (transfer full) (nullable): its day, `2026-05-03` */
char *cab_anchor_dup_printed_date (CabVault *vault);

G_END_DECLS
