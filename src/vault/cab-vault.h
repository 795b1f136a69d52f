/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <gio/gio.h>

#include "cab-audit-verify.h"
#include "cab-clock.h"
#include "cab-db.h"
#include "cab-digest.h"
#include "cab-ids.h"
#include "cab-secret.h"

G_BEGIN_DECLS

/**
 * CabVault:
 *
 * One open practice file. It belongs to the thread that opened it: every
 * function here asserts that, see vault.md [V-24].
 */
typedef struct _CabVault CabVault;

/**
 * CabVaultSettings:
 * @clock: (not nullable): where time comes from; referenced
 * @ids: (not nullable): where randomness comes from; referenced
 * @state_dir: (nullable): the folder for witnesses; `$XDG_STATE_HOME/cabinet` when %NULL
 * @runtime_dir: (nullable): for copies of read-only files, kept in memory by the
 *   system; `$XDG_RUNTIME_DIR/cabinet` when %NULL
 * @cache_dir: (nullable): for the same when there is no room;
 *   `$XDG_CACHE_HOME/cabinet` when %NULL
 * @program: (nullable): who migrates, for the `migration` table; "cabinet" and
 *   the version when %NULL
 * @migrations: (nullable): the history of the schema; the released one when
 *   %NULL, and only tests pass another; borrowed
 *
 * Everything from outside that a vault needs. Copied by create and open.
 */
typedef struct
{
  CabClock *clock;
  CabIds *ids;
  const char *state_dir;
  const char *runtime_dir;
  const char *cache_dir;
  const char *program;
  const struct _CabMigrations *migrations;
} CabVaultSettings;

/**
 * CabCredentialType:
 * @CAB_CREDENTIAL_PASSPHRASE: the passphrase as it was typed, UTF-8 [V-6]
 * @CAB_CREDENTIAL_RECOVERY_CODE: the four lines of the recovery sheet [V-130]
 */
typedef enum
{
  CAB_CREDENTIAL_PASSPHRASE,
  CAB_CREDENTIAL_RECOVERY_CODE
} CabCredentialType;

/**
 * CabCredential:
 * @type: what @secret is
 * @secret: (not nullable): its bytes
 */
typedef struct
{
  CabCredentialType type;
  CabSecret *secret;
} CabCredential;

/**
 * CabVaultOpenFlags:
 * @CAB_VAULT_OPEN_NORMAL: for writing, where that is possible
 * @CAB_VAULT_OPEN_READ_ONLY: read-only: no byte of the file or its folder changes [V-112]
 * @CAB_VAULT_OPEN_USE_OLDER: the person said [Use This File…] to OLDER or FORKED [V-85]; audited
 * @CAB_VAULT_OPEN_TAKE_LEASE: the person said [Open Anyway] to LEASE [V-25]; audited
 * @CAB_VAULT_OPEN_SNAPSHOT: read-only, a copy of a file that another program has open, as
 *   cab_snapshot_open() makes it [V-117]
 */
typedef enum
{
  CAB_VAULT_OPEN_NORMAL = 0,
  CAB_VAULT_OPEN_READ_ONLY = 1 << 0,
  CAB_VAULT_OPEN_USE_OLDER = 1 << 1,
  CAB_VAULT_OPEN_TAKE_LEASE = 1 << 2,
  CAB_VAULT_OPEN_SNAPSHOT = 1 << 3
} CabVaultOpenFlags;

/**
 * cab_vault_create:
 * @path: (type filename): where the practice goes; nothing stands there before
 * @passphrase: (not nullable): see [V-6]
 * @profile: a KDF profile [V-5], or -1 to choose by measuring this computer
 * @settings: (not nullable): time, randomness, folders
 * @cancellable: (nullable): stops the derivation of the key
 * @error: return location
 *
 * Makes a new, empty practice and opens it for writing. The file appears under
 * its name only when it is whole and on disk.
 *
 * Errors: EXISTS when something has that name, PLACE, NO_PERMISSION, NOT_FOUND
 * for a folder that is not there, BAD_PASSPHRASE, LOW_MEMORY, NO_SPACE, IO; the
 * folder is then as before.
 * Thread: the calling thread becomes the vault's. Source: vault.md [V-1], [V-3].
 *
 * Returns: (transfer full): the open vault
 */
CabVault *cab_vault_create (const char *path,
                            CabSecret *passphrase,
                            int profile,
                            const CabVaultSettings *settings,
                            GCancellable *cancellable,
                            GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * cab_vault_check_new:
 * @path: (type filename): where a new practice is to go
 * @error: return location
 *
 * Tells whether cab_vault_create() would be refused for the place alone, before
 * anybody has thought of a passphrase. Nothing is written.
 *
 * Errors: EXISTS, PLACE, NO_PERMISSION, NOT_FOUND for a folder that is not there.
 * Thread: any. Source: vault.md [V-12].
 *
 * Returns: %TRUE when a practice can be made at @path
 */
gboolean cab_vault_check_new (const char *path, GError **error);

/**
 * cab_vault_examine:
 * @path: (type filename): a file
 * @settings: (not nullable): folders and steps, as for opening
 * @error: return location
 *
 * Says before a passphrase is asked for what no passphrase can help with: that
 * there is no file, that it is no practice or one of a newer Cabinet, that its
 * first bytes are damaged, that another program has it open. Nothing is changed.
 *
 * Errors: NOT_FOUND, NOT_PRACTICE, NEWER, TEST_PROFILE, DAMAGED_START,
 * DAMAGED_HEADER, NO_PERMISSION, PLACE, IN_USE, IO.
 * Thread: any; it reads the file's first page. Source: vault.md [V-26].
 *
 * Returns: whether a passphrase may open it
 */
gboolean cab_vault_examine (const char *path, const CabVaultSettings *settings, GError **error);

/**
 * cab_vault_open:
 * @path: (type filename): a practice or a backup
 * @credential: (not nullable): passphrase or recovery code
 * @flags: how
 * @settings: (not nullable): time, randomness, folders
 * @cancellable: (nullable): stops the derivation of the key
 * @error: return location
 *
 * Opens a practice by the twelve steps of [V-20]. A file named
 * `*.cabinet-backup`, one on a read-only mount or one that may not be written
 * opens read-only without being asked to [V-110]: see cab_vault_is_writable().
 *
 * Errors: any code of [V-26]; the file, its siblings and the witness are then
 * unchanged.
 * Thread: the calling thread becomes the vault's. Source: vault.md [V-20] to [V-27].
 *
 * Returns: (transfer full): the open vault
 */
CabVault *cab_vault_open (const char *path,
                          const CabCredential *credential,
                          CabVaultOpenFlags flags,
                          const CabVaultSettings *settings,
                          GCancellable *cancellable,
                          GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * cab_vault_get_place_warning:
 * @path: (type filename): where a practice lies or will lie
 *
 * Tells whether the folder is on a network drive or copied by a program that
 * keeps several computers alike. To be shown once per file; it refuses nothing.
 *
 * Thread: any. Source: vault.md [V-12].
 *
 * Returns: (transfer none) (nullable): a translated sentence
 */
const char *cab_vault_get_place_warning (const char *path);

/**
 * cab_vault_close:
 * @self: an open vault
 * @error: return location
 *
 * Gives up the lease, closes the file, writes the witness and wipes the keys.
 * The file is closed and the keys are gone also when an error is reported; a
 * second call does nothing.
 *
 * Errors: those of writing: NO_SPACE, IO.
 * Thread: the vault's. Source: vault.md [V-25], [V-84], [V-170].
 *
 * Returns: %TRUE when everything was written
 */
gboolean cab_vault_close (CabVault *self, GError **error);

/** cab_vault_free: closes the vault if that has not happened, and frees it */
void cab_vault_free (CabVault *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CabVault, cab_vault_free)

/** cab_vault_get_db: Returns: (transfer none): the connection, for statements */
CabDb *cab_vault_get_db (CabVault *self);

/** cab_vault_is_writable: Returns: whether this vault can be written at all [V-110] */
gboolean cab_vault_is_writable (CabVault *self);

/** cab_vault_get_path: Returns: (type filename): folder resolved, last component as given */
const char *cab_vault_get_path (CabVault *self);

/** cab_vault_get_clock: Returns: (transfer none): the clock of the settings */
CabClock *cab_vault_get_clock (CabVault *self);

/** cab_vault_get_ids: Returns: (transfer none): the source of randomness of the settings */
CabIds *cab_vault_get_ids (CabVault *self);

/**
 * cab_vault_set_actor:
 * @self: a vault
 * @clinician_id: (nullable): a clinician's id; %NULL for "system", which it is at first
 *
 * Says whom the audit rows from now on name.
 */
void cab_vault_set_actor (CabVault *self, const char *clinician_id);

/** cab_vault_get_actor: Returns: whom the audit rows name: a clinician's id or "system" */
const char *cab_vault_get_actor (CabVault *self);

/**
 * CabVaultWork:
 * @vault: the vault
 * @data: what was passed along
 * @error: return location
 *
 * Work inside a transaction. It must not begin, commit or roll back by SQL; the
 * authorizer denies that.
 *
 * Returns: %FALSE with @error set to undo everything
 */
typedef gboolean (*CabVaultWork) (CabVault *vault, gpointer data, GError **error);

/**
 * cab_vault_transact:
 * @self: a vault
 * @action: what is being done, in English, for developers
 * @work: what to do
 * @data: for @work
 * @error: return location
 *
 * Every write of the product: BEGIN IMMEDIATE, the work, `generation` + 1, the
 * chain's head and the content root, COMMIT. When it returns %TRUE the write is
 * on disk [V-42]; when it returns %FALSE nothing of it is.
 *
 * A call inside @work is a savepoint: it can fail alone. Inside
 * cab_vault_read() it is a transaction of its own. Work that changed a row and
 * wrote no audit row is a programmer's error and stops the program; work that
 * changed nothing leaves no trace, not even a new generation.
 *
 * Errors: READ_ONLY; what @work reports; NO_SPACE, IO, FULL_FILE of the commit.
 * Thread: the vault's. Source: vault.md [V-41], [V-42].
 *
 * Returns: %TRUE when the work is on disk
 */
gboolean cab_vault_transact (CabVault *self,
                             const char *action,
                             CabVaultWork work,
                             gpointer data,
                             GError **error);

/**
 * cab_vault_transact_quietly:
 * @self: a vault
 * @action: what is being done, in English, for developers
 * @work: what to do
 * @data: for @work
 * @error: return location
 *
 * The same without the duty to audit: for drafts between their begin and end
 * [M-18], the lease and the backup ledger.
 *
 * Returns: %TRUE when the work is on disk
 */
gboolean cab_vault_transact_quietly (CabVault *self,
                                     const char *action,
                                     CabVaultWork work,
                                     gpointer data,
                                     GError **error);

/**
 * cab_vault_read:
 * @self: a vault
 * @action: what is being done, in English, for developers
 * @work: what to do
 * @data: for @work
 * @error: return location
 *
 * One read transaction: @work sees every row as of one moment. Inside another
 * read or a write it simply runs.
 *
 * Thread: the vault's.
 *
 * Returns: what @work returned
 */
gboolean cab_vault_read (CabVault *self,
                         const char *action,
                         CabVaultWork work,
                         gpointer data,
                         GError **error);

/** cab_vault_is_transacting: Returns: whether a write transaction is running */
gboolean cab_vault_is_transacting (CabVault *self);

/**
 * cab_vault_audit:
 * @self: a vault, inside cab_vault_transact()
 * @act: an act of [M-57]: `change`, `open`, `print` …
 * @kind: (nullable): the subject's kind
 * @entity: (nullable): the subject's id
 * @payload: (nullable): names of changed fields with old and new value, JSON;
 *   at most 64 KiB
 * @error: return location
 *
 * Writes the next row of the chained log, by the actor of cab_vault_set_actor().
 *
 * Thread: the vault's. Source: vault.md [V-80].
 *
 * Returns: %TRUE when the row is written in the running transaction
 */
gboolean cab_vault_audit (CabVault *self,
                          const char *act,
                          const char *kind,
                          const char *entity,
                          const char *payload,
                          GError **error);

/**
 * cab_vault_digest_row:
 * @self: a vault
 * @digest: (out caller-allocates): begun by this call
 * @table: the SQL table
 * @id: the record's id
 * @revision: its revision
 *
 * Begins a row's content digest with the file's key. The caller feeds every
 * other field in table order by cab_digest_add_value() and takes the 32 bytes
 * by cab_digest_finish(), both of cab-digest.h.
 *
 * Thread: the vault's. Source: vault.md [V-90].
 */
void cab_vault_digest_row (CabVault *self,
                           CabDigest *digest,
                           const char *table,
                           const char *id,
                           guint32 revision);

/**
 * cab_vault_content_changed:
 * @self: a vault, inside a write transaction
 * @old_digest: (nullable) (array fixed-size=32): the content digest that a row or
 *   chunk had, %NULL for a new one
 * @new_digest: (nullable) (array fixed-size=32): the one it has now, %NULL when it
 *   is gone
 * @error: return location
 *
 * Keeps `state.content_root` equal to all rows and chunks of the file. Called
 * for every insert, update and delete of a row that has a content digest.
 *
 * Thread: the vault's. Source: vault.md [V-91].
 *
 * Returns: %TRUE; %FALSE outside a write transaction
 */
gboolean cab_vault_content_changed (CabVault *self,
                                    const guint8 *old_digest,
                                    const guint8 *new_digest,
                                    GError **error);

/**
 * cab_vault_external_id:
 * @self: a vault
 * @profile: the bundle's profile: `access`
 * @subject_id: whose bundle it is
 * @record_id: a record in it
 *
 * Makes the id under which a record leaves: the same in every bundle of that
 * profile for that person, unrelated between persons.
 *
 * Thread: the vault's. Source: bundle.md [B-4].
 *
 * Returns: (transfer full): a lower-case UUID of version 8
 */
char *cab_vault_external_id (CabVault *self,
                             const char *profile,
                             const char *subject_id,
                             const char *record_id);

/**
 * cab_vault_erasing_begin:
 * @self: a vault, inside a write transaction
 * @error: return location
 *
 * Lets the triggers of immutable kinds [M-9] and the authorizer pass deletes and
 * the blanking of audit rows, until cab_vault_erasing_end(). For cab-erase alone.
 *
 * Thread: the vault's. Source: vault.md [V-81], [V-140].
 *
 * Returns: %TRUE when `state.erasing` is 1
 */
gboolean cab_vault_erasing_begin (CabVault *self, GError **error);

/** cab_vault_erasing_end: Returns: %TRUE when `state.erasing` is 0 again; must come before the
 * commit */
gboolean cab_vault_erasing_end (CabVault *self, GError **error);

/** cab_vault_get_practice_id: Returns: (array fixed-size=16): the practice's random id */
const guint8 *cab_vault_get_practice_id (CabVault *self);

/** cab_vault_get_header: Returns: (array fixed-size=16): bytes 0 to 15 of the file [V-2] */
const guint8 *cab_vault_get_header (CabVault *self);

/** cab_vault_get_generation: Returns: how many write transactions the file has seen */
guint64 cab_vault_get_generation (CabVault *self);

/** cab_vault_get_head_seq: Returns: the number of the newest audit row */
guint64 cab_vault_get_head_seq (CabVault *self);

/** cab_vault_get_head_mac: Returns: (array fixed-size=32): the newest audit row's mac */
const guint8 *cab_vault_get_head_mac (CabVault *self);

/** cab_vault_get_content_root: Returns: (array fixed-size=32): `state.content_root` [V-91] */
const guint8 *cab_vault_get_content_root (CabVault *self);

/** cab_vault_get_created: Returns: when the practice was made, ms since 1970 UTC */
gint64 cab_vault_get_created (CabVault *self);

/** cab_vault_get_profile: Returns: the KDF profile of the file's passphrase [V-5] */
guint cab_vault_get_profile (CabVault *self);

/** cab_vault_dup_fingerprint: Returns: (transfer full): the key's fingerprint, `7Q2K-9FXC` [V-7] */
char *cab_vault_dup_fingerprint (CabVault *self);

/**
 * cab_vault_dup_anchor:
 * @self: a vault
 *
 * Writes the head of the audit chain for print and manifest: the entry's number,
 * its date and the first 16 hex digits of its mac.
 *
 * Shape: `812 2026-05-03 0123456789abcdef`. Source: vault.md [V-82].
 *
 * Returns: (transfer full): the anchor
 */
char *cab_vault_dup_anchor (CabVault *self);

/**
 * cab_vault_is_clock_back:
 * @self: a vault
 *
 * Whether the wall clock stood more than five minutes below the newest time in
 * the file when it was opened: nothing may then be deleted by age.
 *
 * Source: vault.md [V-94].
 *
 * Returns: %TRUE when the clock is not to be trusted
 */
gboolean cab_vault_is_clock_back (CabVault *self);

/**
 * cab_vault_get_snapshot_ms:
 * @self: a vault
 *
 * When a file that another program had open was copied.
 *
 * Units: milliseconds since 1970, UTC. Source: vault.md [V-117].
 *
 * Returns: the time, 0 when @self is no snapshot
 */
gint64 cab_vault_get_snapshot_ms (CabVault *self);

/**
 * cab_vault_is_clock_ahead:
 * @self: a vault
 *
 * Whether the wall clock stood more than 48 hours above the newest time in the
 * file when it was opened: a long pause or a clock that jumped. Who deletes by
 * age asks first.
 *
 * Source: vault.md [V-94].
 *
 * Returns: %TRUE when a person should look at the date
 */
gboolean cab_vault_is_clock_ahead (CabVault *self);

/**
 * cab_vault_trust_clock:
 * @self: a vault
 *
 * A person has looked at the date, and it is right: what deletes by age need not
 * ask again while the practice is open. A clock that went back stays distrusted.
 *
 * Source: vault.md [V-94].
 */
void cab_vault_trust_clock (CabVault *self);

/**
 * cab_vault_write_witness:
 * @self: a vault
 *
 * Writes the witness file if a commit has happened since it was last written.
 * The worker calls it 2 s after a commit; closing calls it too. A failure is
 * not an error: the next opening merely sees an older witness. Does nothing in a
 * file opened read-only.
 *
 * Thread: the vault's. Source: vault.md [V-84].
 */
void cab_vault_write_witness (CabVault *self);

/**
 * CabVaultProgress:
 * @done: how many steps of @total
 * @total: a guess that may grow
 *
 * Told how far it is, at most 20 times a second and on the vault's thread. It
 * must not use the vault.
 */
typedef void (*CabVaultProgress) (guint64 done, guint64 total, gpointer data);

/**
 * CabVaultVerifyFlags:
 * @CAB_VAULT_VERIFY_CHAIN: the audit chain from the first row to the head [V-83]
 * @CAB_VAULT_VERIFY_INTEGRITY: SQLite's integrity_check and foreign_key_check
 * @CAB_VAULT_VERIFY_CONTENT: every row's and chunk's digest and the content root
 *   [V-90], [V-91]; rows by the callback of cab_vault_verify()
 * @CAB_VAULT_VERIFY_ALL: all of them
 */
typedef enum
{
  CAB_VAULT_VERIFY_CHAIN = 1 << 0,
  CAB_VAULT_VERIFY_INTEGRITY = 1 << 1,
  CAB_VAULT_VERIFY_CONTENT = 1 << 2,
  CAB_VAULT_VERIFY_ALL
  = CAB_VAULT_VERIFY_CHAIN | CAB_VAULT_VERIFY_INTEGRITY | CAB_VAULT_VERIFY_CONTENT
} CabVaultVerifyFlags;

/**
 * CabVaultReport:
 * @chain_rows: audit rows looked at
 * @chain_fault: the first bad entry's number, 0 when the chain is whole
 * @chain_message: (nullable): what is wrong with it
 * @integrity: (element-type utf8): what SQLite found, empty when all is well; names
 *   of tables and page numbers, no content
 * @rows: rows and chunks whose digest was looked at
 * @damaged: (element-type utf8): `table id` of each whose digest differs
 * @root_matches: whether the content root of the file is that of its rows
 *
 * What a verification found.
 */
typedef struct
{
  guint64 chain_rows;
  guint64 chain_fault;
  char *chain_message;
  GPtrArray *integrity;
  guint64 rows;
  GPtrArray *damaged;
  gboolean root_matches;
} CabVaultReport;

/** cab_vault_report_init: makes an empty report */
void cab_vault_report_init (CabVaultReport *self);

/** cab_vault_report_clear: frees what the report holds */
void cab_vault_report_clear (CabVaultReport *self);

/** cab_vault_report_is_good: Returns: whether nothing was found */
gboolean cab_vault_report_is_good (const CabVaultReport *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CabVaultReport, cab_vault_report_clear)

/**
 * CabVaultRowSink:
 * @table: the SQL table of the row
 * @id: the row's id
 * @stored: (nullable) (array fixed-size=32): the digest in the row
 * @actual: (nullable) (array fixed-size=32): the digest of what the row holds;
 *   %NULL when it could not be read
 *
 * Takes one row from the model's walk over all rows.
 */
typedef void (*CabVaultRowSink) (const char *table,
                                 const char *id,
                                 const guint8 *stored,
                                 const guint8 *actual,
                                 gpointer sink_data);

/**
 * CabVaultRows:
 * @vault: the vault
 * @sink: called for every row of every kind that has a content digest, but the
 *   chunks, which the vault walks itself
 * @sink_data: for @sink
 * @data: what was passed to cab_vault_verify()
 * @error: return location
 *
 * The model's part of a verification: only it knows which fields a row has.
 *
 * Returns: %FALSE with @error set when the walk could not be finished
 */
typedef gboolean (*CabVaultRows) (CabVault *vault,
                                  CabVaultRowSink sink,
                                  gpointer sink_data,
                                  gpointer data,
                                  GError **error);

/**
 * cab_vault_verify:
 * @self: a vault
 * @flags: what to look at
 * @rows: (nullable): the model's walk for %CAB_VAULT_VERIFY_CONTENT; without it
 *   only the chunks are looked at and the content root is not compared
 * @rows_data: for @rows
 * @progress: (nullable): told how far it is
 * @progress_data: for @progress
 * @report: (inout): an initialised report
 * @cancellable: (nullable): stops it
 * @error: return location
 *
 * Looks at the whole open file. Damage is no error of this function: it is what
 * the report is for.
 *
 * Errors: CANCELLED, IO, LOW_MEMORY.
 * Thread: the vault's. Source: vault.md [V-83], [V-90], [V-91].
 *
 * Returns: %TRUE when it looked at everything that @flags name
 */
gboolean cab_vault_verify (CabVault *self,
                           CabVaultVerifyFlags flags,
                           CabVaultRows rows,
                           gpointer rows_data,
                           CabVaultProgress progress,
                           gpointer progress_data,
                           CabVaultReport *report,
                           GCancellable *cancellable,
                           GError **error);

/**
 * cab_vault_verify_log:
 * @self: a vault
 * @anchors: (nullable) (array length=n_anchors): points of the log that were
 *   kept elsewhere, in any order
 * @n_anchors: how many
 * @progress: (nullable): told how far it is
 * @progress_data: for @progress
 * @report: (out caller-allocates) (optional): what was found, also when it is bad
 * @cancellable: (nullable): stops it
 * @error: return location
 *
 * Checks the activity log from its first entry to its last, and that it goes
 * through every anchor: those given and the one that was printed last.
 *
 * Errors: CHAIN, naming the first bad entry; CANCELLED, IO, LOCKED.
 * Thread: the vault's. Source: vault.md [V-82], [V-83].
 *
 * Returns: whether the log is unbroken
 */
gboolean cab_vault_verify_log (CabVault *self,
                               const CabAuditAnchor *anchors,
                               gsize n_anchors,
                               CabVaultProgress progress,
                               gpointer progress_data,
                               CabAuditReport *report,
                               GCancellable *cancellable,
                               GError **error);

G_END_DECLS
