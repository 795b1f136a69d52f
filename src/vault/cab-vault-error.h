/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * CabVaultError:
 * @CAB_VAULT_ERROR_NOT_FOUND: the path is gone; open another
 * @CAB_VAULT_ERROR_NOT_PRACTICE: the file is something else; open another
 * @CAB_VAULT_ERROR_NEWER: a newer Cabinet wrote it; open it read-only if that is allowed
 * @CAB_VAULT_ERROR_TEST_PROFILE: a file of the test suite, which a release refuses
 * @CAB_VAULT_ERROR_IN_USE: another window or program holds it; try again
 * @CAB_VAULT_ERROR_WRONG_KEY: ask for the passphrase again
 * @CAB_VAULT_ERROR_DAMAGED_START: right passphrase, unreadable first page; restore a backup
 * @CAB_VAULT_ERROR_DAMAGED_HEADER: the first 16 bytes were changed; repair a copy [V-133]
 * @CAB_VAULT_ERROR_DAMAGED: part of the file can't be read; read-only, or a backup
 * @CAB_VAULT_ERROR_CONTENT: one stored item is damaged and is not shown
 * @CAB_VAULT_ERROR_CHAIN: the activity log does not verify
 * @CAB_VAULT_ERROR_OLDER: older than the file last used on this computer [V-85]
 * @CAB_VAULT_ERROR_FORKED: it and the file last used here went separate ways [V-85]
 * @CAB_VAULT_ERROR_FOREIGN_PARTS: it holds tables, triggers or views of someone else
 * @CAB_VAULT_ERROR_READ_ONLY: it is open read-only and was not changed
 * @CAB_VAULT_ERROR_PLACE: Cabinet can't write safely in this folder [V-12]
 * @CAB_VAULT_ERROR_LEASE: it is still marked as open on another computer [V-25]
 * @CAB_VAULT_ERROR_NO_PERMISSION: the system refuses; open another
 * @CAB_VAULT_ERROR_NO_SPACE: the disk is full; the text is kept; try again
 * @CAB_VAULT_ERROR_FULL_FILE: the practice has reached its size limit [V-13]
 * @CAB_VAULT_ERROR_IO: the drive can't be reached; the text is kept; try again
 * @CAB_VAULT_ERROR_LOW_MEMORY: not enough memory; close something and try again
 * @CAB_VAULT_ERROR_BAD_PASSPHRASE: not a passphrase at all; type another
 * @CAB_VAULT_ERROR_BAD_CODE: a line of the recovery code has a typing mistake
 * @CAB_VAULT_ERROR_VERIFY: a new copy did not pass its check and was not used
 * @CAB_VAULT_ERROR_MIGRATION: updating failed and was taken back
 * @CAB_VAULT_ERROR_CANCELLED: the person stopped it. Functions return
 *   %G_IO_ERROR_CANCELLED; this code gives that its name and its sentence
 * @CAB_VAULT_ERROR_LOCKED: the practice was locked meanwhile
 * @CAB_VAULT_ERROR_EXISTS: something stands at the place of a new file; choose another name
 * @CAB_VAULT_ERROR_REFUSED: a constraint or a trigger of the file refused the
 *   change; cab_db_get_refusal() tells which kind
 *
 * What the caller can do, not what failed. Source: vault.md [V-26].
 */
typedef enum
{
  CAB_VAULT_ERROR_NOT_FOUND,
  CAB_VAULT_ERROR_NOT_PRACTICE,
  CAB_VAULT_ERROR_NEWER,
  CAB_VAULT_ERROR_TEST_PROFILE,
  CAB_VAULT_ERROR_IN_USE,
  CAB_VAULT_ERROR_WRONG_KEY,
  CAB_VAULT_ERROR_DAMAGED_START,
  CAB_VAULT_ERROR_DAMAGED_HEADER,
  CAB_VAULT_ERROR_DAMAGED,
  CAB_VAULT_ERROR_CONTENT,
  CAB_VAULT_ERROR_CHAIN,
  CAB_VAULT_ERROR_OLDER,
  CAB_VAULT_ERROR_FORKED,
  CAB_VAULT_ERROR_FOREIGN_PARTS,
  CAB_VAULT_ERROR_READ_ONLY,
  CAB_VAULT_ERROR_PLACE,
  CAB_VAULT_ERROR_LEASE,
  CAB_VAULT_ERROR_NO_PERMISSION,
  CAB_VAULT_ERROR_NO_SPACE,
  CAB_VAULT_ERROR_FULL_FILE,
  CAB_VAULT_ERROR_IO,
  CAB_VAULT_ERROR_LOW_MEMORY,
  CAB_VAULT_ERROR_BAD_PASSPHRASE,
  CAB_VAULT_ERROR_BAD_CODE,
  CAB_VAULT_ERROR_VERIFY,
  CAB_VAULT_ERROR_MIGRATION,
  CAB_VAULT_ERROR_CANCELLED,
  CAB_VAULT_ERROR_LOCKED,
  CAB_VAULT_ERROR_EXISTS,
  CAB_VAULT_ERROR_REFUSED
} CabVaultError;

/** CAB_N_VAULT_ERRORS: how many codes there are */
#define CAB_N_VAULT_ERRORS (CAB_VAULT_ERROR_REFUSED + 1)

/** CAB_VAULT_ERROR: the vault's error domain; messages are whole translated sentences */
#define CAB_VAULT_ERROR (cab_vault_error_quark ())
GQuark cab_vault_error_quark (void);

/**
 * cab_vault_error_get_name:
 * @code: a code
 *
 * Gives the stable short name that the command line prints, `wrong-key`.
 *
 * Returns: (transfer none): the name
 */
const char *cab_vault_error_get_name (CabVaultError code);

/**
 * cab_vault_error_get_sentence:
 * @code: a code
 *
 * Gives the code's sentence as it reads without a name or a number in it.
 *
 * Returns: (transfer none): one or two translated sentences
 */
const char *cab_vault_error_get_sentence (CabVaultError code);

/**
 * cab_vault_error_get_action:
 * @code: a code
 * @position: which one, from 0
 *
 * Gives what a person can do next, as the label of a button; the suggested one
 * is the first, and there is always one.
 *
 * Returns: (transfer none) (nullable): a translated label, %NULL after the last
 */
const char *cab_vault_error_get_action (CabVaultError code, guint position);

/**
 * cab_vault_error_get_short_name:
 * @error: any error
 *
 * Gives the short name of an error of this domain, and `cancelled` for
 * %G_IO_ERROR_CANCELLED.
 *
 * Returns: (transfer none) (nullable): the name, %NULL for any other error
 */
const char *cab_vault_error_get_short_name (const GError *error);

/**
 * cab_vault_error_get_step:
 * @error: an error of this domain
 *
 * Gives what was being done, for developers: English, no values, no names.
 *
 * Returns: (transfer none) (nullable): `add the note to the search index`
 */
const char *cab_vault_error_get_step (const GError *error);

/**
 * cab_vault_error_get_sqlite_code:
 * @error: an error of this domain
 *
 * Returns: the extended result code of SQLite, 0 when SQLite had no part in it
 */
int cab_vault_error_get_sqlite_code (const GError *error);

/**
 * cab_vault_error_set:
 * @error: (out) (optional): a place for an error
 * @code: a code
 *
 * Sets an error with the sentence of its code.
 */
void cab_vault_error_set (GError **error, CabVaultError code);

/**
 * cab_vault_error_set_step:
 * @error: (out) (optional): a place for an error
 * @code: a code
 * @sqlite_code: an extended result code, or 0
 * @step: what was being done, `add the note to the search index`
 *
 * Sets an error with the sentence of its code and, for developers, the step.
 */
void
cab_vault_error_set_step (GError **error, CabVaultError code, int sqlite_code, const char *step);

/**
 * cab_vault_error_set_errno:
 * @error: (out) (optional): a place for an error
 * @saved_errno: what a system call left in `errno`
 * @name: (nullable): the file's name without its folder, where a sentence names it
 * @step: what was being done
 *
 * Sets the error that cab_vault_error_from_errno() chooses.
 */
void
cab_vault_error_set_errno (GError **error, int saved_errno, const char *name, const char *step);

/**
 * cab_vault_error_from_errno:
 * @saved_errno: what a system call left in `errno`
 *
 * Chooses the code for a failed system call: NOT_FOUND, EXISTS, NO_PERMISSION,
 * READ_ONLY, NO_SPACE (also quota and file size), LOW_MEMORY, PLACE for a
 * symbolic link where none may be, and IO for everything else.
 *
 * Returns: the code
 */
CabVaultError cab_vault_error_from_errno (int saved_errno);

/**
 * cab_vault_error_from_sqlite:
 * @sqlite_code: an extended result code, not SQLITE_OK, ROW or DONE
 * @system_errno: what sqlite3_system_errno() says, 0 when there is no handle
 *
 * Chooses the code for a failed call of SQLite once the practice is unlocked: a
 * full disk shows as an I/O error whose errno says so. FULL_FILE is chosen by
 * who knows the page count, WRONG_KEY by the probe alone.
 *
 * Source: vault.md [V-26].
 *
 * Returns: the code
 */
CabVaultError cab_vault_error_from_sqlite (int sqlite_code, int system_errno);

/**
 * cab_vault_error_set_not_practice:
 * @error: (out) (optional): a place for an error
 * @name: the file's name without its folder
 *
 * “NAME” is not a Cabinet practice.
 */
void cab_vault_error_set_not_practice (GError **error, const char *name);

/**
 * cab_vault_error_set_empty:
 * @error: (out) (optional): a place for an error
 * @name: the file's name without its folder
 *
 * “NAME” is empty. The code is NOT_PRACTICE.
 */
void cab_vault_error_set_empty (GError **error, const char *name);

/**
 * cab_vault_error_set_newer:
 * @error: (out) (optional): a place for an error
 * @schema: the file's schema, 0 when even its header is of a newer format
 * @known: the newest schema that this Cabinet knows
 *
 * This practice was last used with a newer Cabinet, with both numbers.
 */
void cab_vault_error_set_newer (GError **error, int schema, int known);

/**
 * cab_vault_error_set_in_use:
 * @error: (out) (optional): a place for an error
 * @process: the number of the process that holds the file, 0 when it is not known
 *
 * This practice is open in another window or program on this computer.
 */
void cab_vault_error_set_in_use (GError **error, gint64 process);

/**
 * cab_vault_error_set_content:
 * @error: (out) (optional): a place for an error
 * @kind: name of the table, `note_version`
 * @id: id of the row
 *
 * The stored copy of this record is damaged, so it is not shown.
 */
void cab_vault_error_set_content (GError **error, const char *kind, const char *id);

/**
 * cab_vault_error_set_chain:
 * @error: (out) (optional): a place for an error
 * @seq: number of the first entry that is not right
 *
 * The activity log was changed outside Cabinet.
 */
void cab_vault_error_set_chain (GError **error, gint64 seq);

/**
 * cab_vault_error_set_older:
 * @error: (out) (optional): a place for an error
 * @missing: how many entries of the activity log it lacks
 * @last_ms: wall time of the newer file's last change
 *
 * This file is older than the one last used on this computer.
 */
void cab_vault_error_set_older (GError **error, gint64 missing, gint64 last_ms);

/**
 * cab_vault_error_set_forked:
 * @error: (out) (optional): a place for an error
 * @since_ms: wall time of the last change that was seen here
 *
 * This file and the one last used here have gone separate ways.
 */
void cab_vault_error_set_forked (GError **error, gint64 since_ms);

/**
 * cab_vault_error_set_foreign_parts:
 * @error: (out) (optional): a place for an error
 * @parts: (array zero-terminated=1): what was found, `trigger “x”`; at least
 *   one, of which the first five are named; control characters are replaced
 *
 * This file holds parts that Cabinet did not make.
 */
void cab_vault_error_set_foreign_parts (GError **error, const char *const *parts);

/**
 * cab_vault_error_set_lease:
 * @error: (out) (optional): a place for an error
 * @host: name of the other computer, as the file has it
 * @since_ms: wall time at which it was opened there
 *
 * This practice is still marked as open on another computer.
 */
void cab_vault_error_set_lease (GError **error, const char *host, gint64 since_ms);

/**
 * cab_vault_error_set_no_permission:
 * @error: (out) (optional): a place for an error
 * @name: the file's name without its folder
 *
 * You don't have permission to open “NAME”.
 */
void cab_vault_error_set_no_permission (GError **error, const char *name);

/**
 * CabLastBackup:
 * @CAB_LAST_BACKUP_UNKNOWN: the ledger could not be read
 * @CAB_LAST_BACKUP_NONE: there is no earlier backup that passed its check
 * @CAB_LAST_BACKUP_PRESENT: it is where it was put
 * @CAB_LAST_BACKUP_MISSING: it is not: a drive that is not connected
 *
 * What is left when a new backup fails.
 */
typedef enum
{
  CAB_LAST_BACKUP_UNKNOWN,
  CAB_LAST_BACKUP_NONE,
  CAB_LAST_BACKUP_PRESENT,
  CAB_LAST_BACKUP_MISSING
} CabLastBackup;

/**
 * cab_vault_error_set_backup:
 * @error: (out) (optional): a place for an error
 * @code: DAMAGED when the practice itself can't be read, VERIFY when its copy can't
 * @last: what is known of the last good backup
 * @path: (nullable): where it was put
 * @made_ms: when it was made
 *
 * No backup was made, and which one is the last good one [V-102].
 */
void cab_vault_error_set_backup (GError **error,
                                 CabVaultError code,
                                 CabLastBackup last,
                                 const char *path,
                                 gint64 made_ms);

/**
 * cab_vault_error_set_bad_backup:
 * @error: (out) (optional): a place for an error
 * @bad_ms: when the backup was made that did not pass its check
 * @last: what is known of the last good backup
 * @path: (nullable): where it was put
 * @made_ms: when it was made
 *
 * VERIFY for a backup that was checked again, and which one is the last good one [V-102].
 */
void cab_vault_error_set_bad_backup (GError **error,
                                     gint64 bad_ms,
                                     CabLastBackup last,
                                     const char *path,
                                     gint64 made_ms);

/**
 * cab_vault_error_set_no_folder:
 * @error: (out) (optional): a place for an error
 * @folder: (type filename): the folder as the person gave it
 *
 * NOT_FOUND: There is no folder “FOLDER”.
 */
void cab_vault_error_set_no_folder (GError **error, const char *folder);

/**
 * cab_vault_error_set_low_memory:
 * @error: (out) (optional): a place for an error
 * @bytes: how much was wanted
 *
 * Opening needs so much free memory.
 */
void cab_vault_error_set_low_memory (GError **error, gsize bytes);

/**
 * cab_vault_error_set_bad_code:
 * @error: (out) (optional): a place for an error
 * @line: number of the line, from 1; 0 when the number of lines is wrong
 *
 * A line of the recovery code has a typing mistake.
 */
void cab_vault_error_set_bad_code (GError **error, guint line);

G_END_DECLS
