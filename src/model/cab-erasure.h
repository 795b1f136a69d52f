/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-practice.h"
#include "cab-tombstone.h"

G_BEGIN_DECLS

/**
 * cab_erasure_erase:
 * @practice: a practice
 * @record: what goes: a client with all its records, or one record with
 *   everything that hangs on it
 * @ground: why
 * @tombstone: (out) (optional): what stays: no name, only numbers and dates
 * @error: return location
 *
 * Erases for good, in one transaction and in dependency order. A contact goes
 * with its last link; what the law keeps (disclosures) stays, with the tombstone
 * in the client's place. Afterwards cab_compact() takes the traces out of the
 * file's free pages.
 *
 * Errors: %CAB_MODEL_ERROR_HELD when a record of someone else still refers to
 * it; those of writing. Nothing is erased then.
 * Source: records.md [M-20], [M-56], vault.md [V-140], [V-143].
 *
 * Returns: %TRUE when it is gone
 */
gboolean cab_erasure_erase (CabPractice *practice,
                            CabRecord *record,
                            CabErasureGround ground,
                            CabRecord **tombstone,
                            GError **error);

/**
 * cab_erasure_empty_trash:
 * @practice: a practice
 * @n_erased: (out) (optional): how many records were in the trash
 * @error: return location
 *
 * Erases everything that lies in the trash. There is no Undo.
 *
 * Source: records.md [M-8].
 */
gboolean cab_erasure_empty_trash (CabPractice *practice, guint *n_erased, GError **error);

/**
 * cab_erasure_apply_tombstones:
 * @copy: a copy that is about to be used, open for writing
 * @replaced: (nullable): the practice whose tombstones count as well
 * @data: unused
 * @error: return location
 *
 * Erases again whatever a tombstone names, before anything of it is shown: the
 * #CabCopyAdopt of restoring.
 *
 * Source: vault.md [V-105], [V-144].
 */
gboolean
cab_erasure_apply_tombstones (CabVault *copy, CabVault *replaced, gpointer data, GError **error);

/**
 * cab_erasure_inherit_tombstones:
 * @copy: a copy that is about to be used, open for writing
 * @replaced: the practice it replaces
 * @data: unused
 * @error: return location
 *
 * Takes over the tombstones of what the copy never held: a bundle may still
 * bring it, and has to be refused as before. Those of another practice are not
 * ours to keep.
 *
 * Source: vault.md [V-144], records.md [M-56].
 */
gboolean
cab_erasure_inherit_tombstones (CabVault *copy, CabVault *replaced, gpointer data, GError **error);

G_END_DECLS
