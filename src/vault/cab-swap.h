/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-backup.h"
#include "cab-vault-private.h"

G_BEGIN_DECLS

/*
 * CabWorkCopy: a `.part-` file beside a practice or a backup that may become it.
 * Every swap begins with one of these. Private to the vault.
 */
typedef struct
{
  char *path; /* owned; NULL once it was given its name */
  guint64 size;
  guint8 hash[CAB_DIGEST_LENGTH];
} CabWorkCopy;

#define CAB_WORK_COPY_INIT { NULL, 0, { 0 } }

/** cab_work_copy_clear: removes the file and its journal, unless it was published */
void cab_work_copy_clear (CabWorkCopy *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CabWorkCopy, cab_work_copy_clear)

/** cab_work_copy_check_space: Errors: NO_SPACE when @folder has less than @needed + 64 MiB */
gboolean cab_work_copy_check_space (const char *folder, guint64 needed, GError **error);

/** cab_work_copy_make: makes an empty one beside @beside, 0600, O_EXCL */
gboolean cab_work_copy_make (CabWorkCopy *self, const char *beside, GError **error);

/**
 * cab_work_copy_write:
 * Copies the open file of @vault, encrypted as it lies there, into a new work
 * copy beside @beside; syncs it, reads it back and compares.
 */
gboolean cab_work_copy_write (CabWorkCopy *self,
                              CabVault *vault,
                              const char *beside,
                              const CabCopyWatch *watch,
                              GCancellable *cancellable,
                              GError **error);

/**
 * cab_work_copy_open:
 * @path: a copy that nobody else has open
 * @like: whose settings to use
 * @key: K of the copy
 * @writable: for the one transaction that an act writes into its copy
 *
 * Opens a copy as a vault without lease, witness, lock or registry.
 */
CabVault *cab_work_copy_open (const char *path,
                              CabVault *like,
                              CabSecret *key,
                              gboolean writable,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * cab_work_copy_prove:
 * @path: a copy that is closed
 * @like: whose settings to use
 * @key: K of the copy
 * @watch: the model's walk
 *
 * Full verification of points 2 and 3 of [V-101]. Errors: VERIFY.
 */
gboolean cab_work_copy_prove (const char *path,
                              CabVault *like,
                              CabSecret *key,
                              const CabCopyWatch *watch,
                              GCancellable *cancellable,
                              GError **error);

/** cab_work_copy_vacuum: writes the copy at @path anew into the empty file @to, under the same
 * header and key, without free pages [V-134] */
gboolean cab_work_copy_vacuum (const char *path, CabSecret *key, const char *to, GError **error);

/** cab_work_copy_sync: fsyncs the copy after it was written to */
gboolean cab_work_copy_sync (const CabWorkCopy *self, GError **error);

/** cab_work_copy_publish: names it @path where nothing stands; Errors: EXISTS */
gboolean cab_work_copy_publish (CabWorkCopy *self, const char *path, GError **error);

/**
 * cab_work_copy_publish_fresh:
 * @path: where a practice once stood, and stands no more
 * @keep: beginning of the name under which a journal stays that was left there:
 *   the next opening would roll it back into a file it knows nothing of
 */
gboolean
cab_work_copy_publish_fresh (CabWorkCopy *self, const char *path, const char *keep, GError **error);

/** cab_work_copy_dup_kept_path: Returns: (transfer full): `NAME.before-restore-DATE` [V-14] */
char *cab_work_copy_dup_kept_path (const char *path, CabClock *clock);

/** cab_work_copy_log: writes one audit row into a copy that is open for writing */
gboolean cab_work_copy_log (CabVault *copy, const char *act, const char *payload, GError **error);

/**
 * cab_swap:
 * @path: the practice; nobody has it open
 * @expected: how the file was when it was closed
 * @copy: a verified, synced, closed copy beside it
 * @keep: (nullable): the name under which the old file stays
 * @error: return location
 *
 * Puts a copy in the place of a practice. Killed anywhere, the old file or the
 * new one opens. A journal that a crash left beside the old file stays beside
 * it; without @keep it makes the swap fail.
 *
 * Errors: IN_USE when another program has it or has changed it meanwhile; IO.
 * Source: vault.md [V-120].
 */
gboolean cab_swap (const char *path,
                   const struct stat *expected,
                   CabWorkCopy *copy,
                   const char *keep,
                   GError **error);

G_END_DECLS
