/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-vault.h"

G_BEGIN_DECLS

/**
 * cab_erase:
 * @vault: an open practice, for writing
 * @entities: (element-type utf8): ids of all records that go
 * @work: deletes the rows, their words in the index and their chunks, and writes
 *   the tombstone; runs with the immutable kinds' triggers open
 * @data: for @work
 * @counts: what the log keeps: how many of each kind, no name
 * @error: return location
 *
 * Erases in one transaction: the rows by @work, then nonce and payload of every
 * audit row about one of @entities, then the event. The chain stays valid: only
 * the commitment of a payload is in it.
 *
 * What was erased is still in free pages of the file until cab_compact(), and in
 * backups until they are scrubbed or rotated away.
 *
 * Errors: those of @work; READ_ONLY, NO_SPACE, IO; nothing is erased then.
 * Thread: the vault's. Source: vault.md [V-80], [V-140] to [V-142].
 */
gboolean cab_erase (CabVault *vault,
                    GPtrArray *entities,
                    CabVaultWork work,
                    gpointer data,
                    const char *counts,
                    GError **error);

G_END_DECLS
