/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-vault.h"

G_BEGIN_DECLS

/**
 * CabCopyAdopt:
 * @copy: a work copy, open for writing
 * @replaced: (nullable): the practice it will replace, open read-only, when that
 *   could be opened
 * @data: what was passed along
 * @error: return location
 *
 * The model's part of bringing a copy up to date before it is used: applying
 * tombstones again [V-144].
 *
 * Returns: %FALSE with @error set to give the copy up
 */
typedef gboolean (*CabCopyAdopt) (CabVault *copy,
                                  CabVault *replaced,
                                  gpointer data,
                                  GError **error);

/**
 * CabCopyWatch:
 * @rows: (nullable): the model's walk over all rows; without it content digests
 *   are not looked at, only the pages, the references and the chain
 * @adopt: (nullable): for restoring and scrubbing
 * @inherit: (nullable): for restoring over a file that could be opened: what the
 *   copy has to remember of it
 * @data: for all of them
 * @progress: (nullable): told how far the copying is
 * @progress_data: for it
 *
 * What long work on copies calls back.
 */
typedef struct
{
  CabVaultRows rows;
  CabCopyAdopt adopt;
  CabCopyAdopt inherit;
  gpointer data;
  CabVaultProgress progress;
  gpointer progress_data;
} CabCopyWatch;

/**
 * CabBackupEntry:
 * @id: its row in the ledger
 * @path: (type filename): where it was put
 * @made_ms: when
 * @size: bytes
 * @generation: of the practice at that time
 * @seq: of its activity log
 * @verified_ms: when it last passed its check, 0 never
 * @level: `none`, `quick` or `full`
 * @state: `present`, `missing`, `deleted` or `scrubbed`
 *
 * A backup that the practice knows of. Source: vault.md [V-106].
 */
typedef struct
{
  char *id;
  char *path;
  gint64 made_ms;
  gint64 size;
  gint64 generation;
  gint64 seq;
  gint64 verified_ms;
  char *level;
  char *state;
} CabBackupEntry;

void cab_backup_entry_free (CabBackupEntry *self);

/**
 * cab_backup_make:
 * @vault: an open practice, no transaction running
 * @folder: (type filename): where the backup goes
 * @watch: (not nullable): what to call back
 * @path: (out) (type filename): the backup
 * @cancellable: (nullable): looked at for every MiB
 * @error: return location
 *
 * Copies the practice file page by page without decrypting it, reads the copy
 * back, checks it, and only then gives it its name and enters it into the ledger.
 *
 * Shape: the copy has the same 16 salt bytes; size = page_count × 4096; the name
 * is `NAME-YYYYMMDDTHHMMSSZ.cabinet-backup`.
 * Errors: NOT_FOUND for @folder; DAMAGED when the practice itself can't be read, VERIFY for
 * the copy, both with the last good backup [V-102]; NO_SPACE, IO, EXISTS, CANCELLED; every earlier
 * backup is then as before and nothing new is there. Thread: the vault's. Source: vault.md [V-100]
 * to [V-102].
 *
 * Returns: %TRUE when the copy is on disk and verified
 */
gboolean cab_backup_make (CabVault *vault,
                          const char *folder,
                          const CabCopyWatch *watch,
                          char **path,
                          GCancellable *cancellable,
                          GError **error);

/**
 * cab_backup_list:
 * @vault: an open practice
 * @error: return location
 *
 * Lists the ledger, newest first. Whether a file is still there, with the size
 * and the header it had, is looked at now.
 *
 * Source: vault.md [V-106].
 *
 * Returns: (transfer full) (element-type CabBackupEntry): the backups
 */
GPtrArray *cab_backup_list (CabVault *vault, GError **error);

/**
 * cab_backup_verify:
 * @backup: a backup, open read-only
 * @watch: (not nullable): what to call back
 * @report: (inout): an initialised report
 * @cancellable: (nullable): stops it
 * @error: return location
 *
 * Checks a backup in full: every page's HMAC, SQLite's own check, references,
 * the whole chain, every digest, the content root.
 *
 * Errors: VERIFY for damaged pages; what else is found stands in @report.
 * Source: vault.md [V-101].
 *
 * Returns: %TRUE when everything was looked at
 */
gboolean cab_backup_verify (CabVault *backup,
                            const CabCopyWatch *watch,
                            CabVaultReport *report,
                            GCancellable *cancellable,
                            GError **error);

/**
 * cab_backup_check:
 * @vault: an open practice, for writing
 * @path: (type filename): a backup of its ledger
 * @watch: (not nullable): what to call back
 * @cancellable: (nullable): stops it
 * @error: return location
 *
 * Checks a backup in full, as cab_backup_verify() does, with the key of the
 * practice, and notes the outcome in the ledger: a backup that does not pass is
 * no longer one that rotation keeps for being good.
 *
 * Errors: NOT_FOUND for one that the ledger does not know or that is not there; WRONG_KEY
 * for one from before a change of passphrase, which is left as it is; VERIFY,
 * with the last good backup; IN_USE, IO, CANCELLED.
 * Source: vault.md [V-101], [V-102], [V-106].
 *
 * Returns: %TRUE when it passed
 */
gboolean cab_backup_check (CabVault *vault,
                           const char *path,
                           const CabCopyWatch *watch,
                           GCancellable *cancellable,
                           GError **error);

/**
 * cab_backup_remove:
 * @vault: an open practice, for writing
 * @path: (type filename): a backup of its ledger
 * @error: return location
 *
 * Deletes a backup because a person asked to. A file that is not the backup
 * that was put there is not touched.
 *
 * Errors: NOT_FOUND for one that the ledger does not know or that is not there;
 * NO_PERMISSION, READ_ONLY, IO.
 * Source: vault.md [V-104], [V-106].
 *
 * Returns: %TRUE when it is gone and the ledger says so
 */
gboolean cab_backup_remove (CabVault *vault, const char *path, GError **error);

/**
 * cab_backup_rotate:
 * @vault: an open practice
 * @days: age in days after which a backup goes; 7 to 365
 * @n_deleted: (out) (optional): how many went
 * @n_held: (out) (optional): how many would have gone, had the date been trusted
 * @error: return location
 *
 * Deletes old backups: of the younger ones the newest 7 and the newest of each
 * day stay, of the older ones none but the newest verified one. Only files that
 * are in the ledger and still have their size and header are touched, and none
 * while the clock is behind what the practice has seen. Where it is more than 48
 * hours ahead of when the practice was last open, they are held until the person
 * was asked: see cab_vault_trust_clock().
 *
 * Source: vault.md [V-94], [V-104].
 */
gboolean
cab_backup_rotate (CabVault *vault, guint days, guint *n_deleted, guint *n_held, GError **error);

/**
 * cab_backup_scrub:
 * @vault: an open practice, for writing
 * @backup: (type filename): a backup of it
 * @credential: (not nullable): the passphrase or recovery code of the backup's day
 * @watch: (not nullable): what to call back; its `adopt` applies the tombstones
 * @is_changed: (out): whether anything had to be erased in it
 * @cancellable: (nullable): stops it before the swap
 * @error: return location
 *
 * Takes out of a backup whoever was erased since it was made: in a verified copy
 * beside it, which notes that in its own log, is written anew without free
 * pages, verified again, and put in the backup's place. The ledger is told. A
 * backup in which nobody has to be erased is left alone.
 *
 * Errors: WRONG_KEY for a backup from before a change of passphrase;
 * NOT_PRACTICE for one of another practice; DAMAGED, VERIFY,
 * NO_SPACE, IN_USE, IO, CANCELLED; the backup is then as it was.
 * Thread: the vault's. Source: vault.md [V-145].
 *
 * Returns: %TRUE when nobody who was erased is in the backup any more
 */
gboolean cab_backup_scrub (CabVault *vault,
                           const char *backup,
                           const CabCredential *credential,
                           const CabCopyWatch *watch,
                           gboolean *is_changed,
                           GCancellable *cancellable,
                           GError **error);

/**
 * cab_backup_restore:
 * @backup: (type filename): a backup or a practice
 * @credential: its passphrase or recovery code
 * @destination: (type filename): where the practice goes; what stands there is
 *   kept as `NAME.before-restore-DATE`
 * @settings: (not nullable): time, randomness, folders
 * @watch: (not nullable): what to call back
 * @kept: (out) (optional) (type filename): the replaced file under its new name
 * @cancellable: (nullable): stops it
 * @error: return location
 *
 * Restores: a copy beside the destination, verified in full, brought up to date
 * by @watch's adopt, named only then. Nothing is restored into an open file.
 *
 * Errors: IN_USE when the destination is open; VERIFY; any code of opening; the
 * destination is then as before.
 * Source: vault.md [V-105], [V-120].
 */
gboolean cab_backup_restore (const char *backup,
                             const CabCredential *credential,
                             const char *destination,
                             const CabVaultSettings *settings,
                             const CabCopyWatch *watch,
                             char **kept,
                             GCancellable *cancellable,
                             GError **error);

G_END_DECLS
