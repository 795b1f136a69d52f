/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-practice.h"

G_BEGIN_DECLS

/** CAB_ID_SIZE: an id and its end */
#define CAB_ID_SIZE 37

/**
 * CabContents:
 *
 * What a practice holds, without what it says: ids, content digests and owners
 * of its records, and which were erased. A value that any thread may compare,
 * since each of two open files belongs to a thread of its own.
 */
typedef struct _CabContents CabContents;

/**
 * cab_contents_take:
 * @practice: a practice, a backup or a read-only copy
 * @cancellable: (nullable): stops it
 * @error: return location
 *
 * Reads what a practice holds. Two files of one practice whose
 * cab_vault_get_content_root() is the same need not be read: nothing differs.
 *
 * Errors: %G_IO_ERROR_CANCELLED.
 * Thread: the vault's. Source: window.md [W-51], vault.md [V-90], [V-91].
 *
 * Returns: (transfer full): the contents
 */
CabContents *cab_contents_take (CabPractice *practice,
                                GCancellable *cancellable,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;

void cab_contents_free (CabContents *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CabContents, cab_contents_free)

/**
 * CabDifferenceType:
 * @CAB_DIFFERENCE_ONLY_BACKUP: a record of the backup that is not here
 * @CAB_DIFFERENCE_CHANGED: one that is in both, and not alike
 * @CAB_DIFFERENCE_ONLY_NOW: one that came after the backup
 */
typedef enum
{
  CAB_DIFFERENCE_ONLY_BACKUP,
  CAB_DIFFERENCE_CHANGED,
  CAB_DIFFERENCE_ONLY_NOW
} CabDifferenceType;

#define CAB_N_DIFFERENCE_TYPES (CAB_DIFFERENCE_ONLY_NOW + 1)

extern const CabCodes cab_difference_codes;

/**
 * CabDifference:
 * @kind: of the record
 * @id: its id
 * @client_id: whose it is, empty for what belongs to no client
 */
typedef struct
{
  const CabKind *kind;
  char id[CAB_ID_SIZE];
  char client_id[CAB_ID_SIZE];
} CabDifference;

/**
 * CabComparison:
 * @differences: (element-type CabDifference): for each #CabDifferenceType the
 *   records, clients first, then in the order of kinds
 * @n_erased: how many records of the backup were erased since, which are not listed
 * @erased_on: (nullable): the day of the last erasure among them
 */
typedef struct
{
  GArray *differences[CAB_N_DIFFERENCE_TYPES];
  guint n_erased;
  char *erased_on;
} CabComparison;

void cab_comparison_free (CabComparison *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CabComparison, cab_comparison_free)

/**
 * cab_compare:
 * @backup: what a backup holds
 * @now: what the practice holds
 * @error: return location
 *
 * Compares a backup with the practice it was made of, by id and content digest.
 *
 * Errors: INVALID for the backup of another practice.
 * Thread: any. Source: window.md [W-51].
 *
 * Returns: (transfer full): what differs
 */
CabComparison *cab_compare (const CabContents *backup,
                            const CabContents *now,
                            GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** cab_comparison_is_same: Returns: whether nothing differs, erasures included */
gboolean cab_comparison_is_same (const CabComparison *self);

G_END_DECLS
