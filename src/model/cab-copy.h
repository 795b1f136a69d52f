/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-practice.h"

G_BEGIN_DECLS

/** CAB_COPY_CONTENT_MAXIMUM: bytes of one file's content that are copied through memory */
#define CAB_COPY_CONTENT_MAXIMUM (256 * 1024 * 1024)

/**
 * CabCopySet:
 *
 * A record of a backup with everything that hangs on it, and the content of its
 * files: a value that the backup's thread makes and the practice's takes.
 */
typedef struct _CabCopySet CabCopySet;

/**
 * cab_copy_gather:
 * @backup: a backup, open read-only
 * @kind: kind of the record
 * @id: the record: a client, a note, a mood entry, a file …
 * @error: return location
 *
 * Reads a record and what hangs on it: of a note its versions, signatures and
 * addenda; of a client everything. Texts that were not finished stay behind.
 *
 * Errors: NOT_FOUND; %CAB_VAULT_ERROR_CONTENT when one of them is damaged.
 * Thread: the backup's. Source: window.md [W-52].
 *
 * Returns: (transfer full): the set
 */
CabCopySet *cab_copy_gather (CabPractice *backup,
                             const CabKind *kind,
                             const char *id,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;

void cab_copy_set_free (CabCopySet *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CabCopySet, cab_copy_set_free)

/**
 * CabCopyState:
 * @CAB_COPY_NEW: it is not here
 * @CAB_COPY_SAME: it is here, and alike
 * @CAB_COPY_CONFLICT: it is here, and differs
 * @CAB_COPY_SEALED: it is here and differs, and is signed or kept as it is
 * @CAB_COPY_TRASHED: it lies in the trash here: restore it from there
 * @CAB_COPY_ERASED: it was erased here and stays erased
 * @CAB_COPY_ORPHAN: what it belongs to is neither here nor in the set
 *
 * How a record of a set stands to the practice. Source: bundle.md [B-73].
 */
typedef enum
{
  CAB_COPY_NEW,
  CAB_COPY_SAME,
  CAB_COPY_CONFLICT,
  CAB_COPY_SEALED,
  CAB_COPY_TRASHED,
  CAB_COPY_ERASED,
  CAB_COPY_ORPHAN
} CabCopyState;

#define CAB_N_COPY_STATES (CAB_COPY_ORPHAN + 1)

/**
 * cab_copy_preview:
 * @practice: the practice
 * @set: what is to be copied
 * @counts: (out) (array fixed-size=7): how many records stand in each state
 * @first: (out) (optional): the state of the record that was asked for
 * @error: return location
 *
 * Looks what a copy would do, and does nothing.
 *
 * Errors: INVALID for a set of another practice.
 * Thread: the practice's. Source: window.md [W-52].
 *
 * Returns: %TRUE when @counts is filled
 */
gboolean cab_copy_preview (CabPractice *practice,
                           CabCopySet *set,
                           guint *counts,
                           CabCopyState *first,
                           GError **error);

/**
 * cab_copy_run:
 * @practice: the practice, for writing
 * @set: what is to be copied
 * @takes_backup: what to do with a record that differs: %FALSE keeps what is
 *   here, %TRUE takes the backup's
 * @n_copied: (out): how many records were written
 * @error: return location
 *
 * Copies what is new, with `bundle` = `backup-<generation>` [M-106], in one
 * transaction. What is signed or immutable here is never written over, what lies
 * in the trash stays there, what was erased stays erased.
 *
 * Errors: ERASED when the record itself was erased, naming the day; INVALID for
 * a record whose client or note is not here, and for another practice's.
 * Source: window.md [W-52], bundle.md [B-73].
 *
 * Returns: %TRUE when everything is on disk
 */
gboolean cab_copy_run (CabPractice *practice,
                       CabCopySet *set,
                       gboolean takes_backup,
                       guint *n_copied,
                       GError **error);

G_END_DECLS
