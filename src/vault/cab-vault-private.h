/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <sys/stat.h>

#include "cab-audit-verify.h"
#include "cab-db-private.h"
#include "cab-header.h"
#include "cab-kdf.h"
#include "cab-migrator.h"
#include "cab-vault.h"

G_BEGIN_DECLS

/**
 * CabVaultState:
 * @generation: how many write transactions
 * @head: the chain's newest row
 * @max_wall: the newest wall time ever seen
 * @content_root: XOR over all rows and chunks
 * @erasing: `state.erasing` is 1
 * @audited: audit rows written since the transaction began; not in the file
 *
 * The row `state`, as the running transaction will leave it. A plain struct, so
 * that a savepoint keeps a copy and goes back to it.
 */
typedef struct
{
  guint64 generation;
  CabAuditHead head;
  gint64 max_wall;
  guint8 content_root[CAB_DIGEST_LENGTH];
  gboolean erasing;
  guint audited;
} CabVaultState;

struct _CabVault
{
  /* Owned */
  CabDb *db;            /* NULL once closed */
  CabClock *clock;      /* never NULL */
  CabIds *ids;          /* never NULL */
  CabSecret *key;       /* K; NULL once closed */
  CabSecret *audit_key; /* these three: NULL once closed */
  CabSecret *digest_key;
  CabSecret *witness_key;
  char *path; /* the practice, even when a copy of it is what is open */
  char *name; /* its last component, for sentences */
  char *copy; /* the runtime copy that is open instead, removed at close; or NULL */
  char *state_dir;
  char *runtime_dir;
  char *cache_dir;
  char *program;
  char *actor;

  /* Borrowed */
  const CabMigrations *migrations;

  /* State */
  int copy_lock; /* descriptor that holds the lock of the runtime copy, or -1 */
  dev_t device;  /* with inode: what the registry knows this file by */
  ino_t inode;
  guint8 practice_id[CAB_PRACTICE_ID_LENGTH];
  guint8 header[CAB_HEADER_LENGTH];
  guint8 fingerprint[CAB_FINGERPRINT_LENGTH];
  gint64 created;
  CabVaultState state;
  gint64 undone; /* rows that rolled back savepoints had changed: SQLite counts them on */
  guint depth;   /* nested write transactions */
  guint reading; /* nested read transactions */
  gint64 snapshot_ms;
  guint writable : 1;
  guint registered : 1;
  guint leased : 1;     /* state.lease_* is ours */
  guint clock_back : 1; /* these two: [V-94] */
  guint clock_ahead : 1;
  guint witness_due : 1; /* a commit since the witness was written */
};

/* What opening has seen of the file before SQLite: cab-vault-open.c. */
typedef struct
{
  struct stat status;
  guint8 header[CAB_HEADER_LENGTH];
  gboolean hot_journal; /* a journal that has to be rolled back */
  gboolean wal;         /* a WAL sibling with content, or a file in WAL mode */
  gint64 holder;        /* the process that holds a lock on it, 0 for none or unknown */
  gboolean held;        /* somebody holds a lock on it */
} CabVaultLook;

/* Events that opening has found and the audit log has yet to be told. */
typedef struct
{
  const char *acts[8]; /* string constants, acts of [M-57] */
  guint n_acts;
} CabVaultHistory;

/** cab_vault_new: Returns: (transfer full): a vault with @settings and nothing open */
CabVault *cab_vault_new (const char *path, const CabVaultSettings *settings);

/**
 * cab_vault_resolve:
 * @path: (type filename): what the person gave
 * @error: return location
 *
 * Resolves the folder and keeps the last component as it is: step 1 of [V-20].
 *
 * Returns: (transfer full): the absolute path; its last component need not exist
 */
char *cab_vault_resolve (const char *path, GError **error);

/**
 * cab_vault_resolve_folder:
 * @folder: (type filename): what the person gave
 * @error: return location
 *
 * Errors: NOT_FOUND, which names it, when it is not there or no folder.
 *
 * Returns: (transfer full): the absolute path of an existing folder
 */
char *cab_vault_resolve_folder (const char *folder, GError **error);

/**
 * cab_vault_resolve_new:
 * @path: (type filename): where a file will be made
 * @error: return location
 *
 * cab_vault_resolve() for a file that need not be there: what can be missing is
 * its folder, and the error names that.
 *
 * Returns: (transfer full): the absolute path
 */
char *cab_vault_resolve_new (const char *path, GError **error);

/**
 * cab_vault_open_raw:
 * @path: (type filename): a practice, a backup or a sibling
 * @flags: of open(2); O_CLOEXEC, O_NOFOLLOW and O_NONBLOCK are added
 * @error: return location
 *
 * The only function that opens the path of a practice outside SQLite. Never for
 * a file that is open in this process: closing the descriptor would drop
 * SQLite's locks [V-20] 2.
 *
 * Returns: a descriptor, or -1
 */
int cab_vault_open_raw (const char *path, int flags, GError **error);

/**
 * cab_vault_register:
 * @self: a vault whose device and inode are set
 * @error: return location
 *
 * Enters the file into the list of open ones.
 *
 * Errors: IN_USE when it, or another practice for writing, is open in this process.
 */
gboolean cab_vault_register (CabVault *self, GError **error);

/** cab_vault_unregister: takes the file out of the list again */
void cab_vault_unregister (CabVault *self);

/** cab_vault_is_registered: Returns: whether this process has that file open */
gboolean cab_vault_is_registered (dev_t device, ino_t inode);

/** cab_vault_check_place: [V-12] Returns: %FALSE with PLACE where siblings are not safe */
gboolean cab_vault_check_place (const char *path, GError **error);

/** cab_vault_look: step 3 of [V-20]; reads nothing but 16 bytes and looks at siblings */
gboolean cab_vault_look (const char *path, CabVaultLook *look, GError **error);

/** cab_vault_is_hot: Returns: whether the sibling `PATH-journal` or `PATH-wal` has to be played
 * back */
gboolean cab_vault_is_hot (const char *path, const char *suffix);

/**
 * cab_vault_sweep_siblings:
 * @self: a vault whose lock is held
 *
 * Removes what a killed program left beside the practice [V-14]: work copies of
 * it and of its backups, and the shared memory of WAL mode.
 */
void cab_vault_sweep_siblings (CabVault *self);

/**
 * cab_vault_open_keyed:
 * @self: a vault with its key and header set and its file registered
 * @look: what step 3 saw
 * @flags: as for cab_vault_open()
 * @created: the file was made a moment ago by this very call
 * @error: return location
 *
 * Steps 6 to 12 of [V-20] for a file that will be written. On error there is no
 * connection any more.
 */
gboolean cab_vault_open_keyed (CabVault *self,
                               const CabVaultLook *look,
                               CabVaultOpenFlags flags,
                               gboolean created,
                               GError **error);

/**
 * cab_vault_derive:
 * @self: a vault with its header
 * @credential: (not nullable): passphrase or recovery code
 * @cancellable: (nullable): stops it
 * @error: return location
 *
 * Step 4 of [V-20]: gives @self its K and fingerprint. R is gone afterwards.
 */
gboolean cab_vault_derive (CabVault *self,
                           const CabCredential *credential,
                           GCancellable *cancellable,
                           GError **error);

/**
 * cab_vault_probe:
 * @self: a vault with its key
 * @path: (type filename): the practice or a copy of its first page
 * @sql: asks for one integer
 * @error: return location
 *
 * Tries the key on a connection that can write nothing and heeds no journal.
 */
gboolean cab_vault_probe (CabVault *self, const char *path, const char *sql, GError **error);

/** cab_vault_check_header: says what the first 16 bytes are, when they are not a practice's */
gboolean cab_vault_check_header (CabVault *self, const CabVaultLook *look, GError **error);

/**
 * cab_vault_prove_key:
 * @self: a vault with its key
 * @path: (type filename): the practice or a copy of it
 * @look: what step 3 saw; WAL mode is noted in it
 * @error: return location
 *
 * Step 5 of [V-20].
 *
 * Errors: WRONG_KEY, DAMAGED_START, DAMAGED_HEADER, DAMAGED.
 */
gboolean cab_vault_prove_key (CabVault *self, const char *path, CabVaultLook *look, GError **error);

/**
 * cab_vault_check_identity:
 * @self: a vault with a connection
 * @path: (type filename): the file that the connection has open
 * @version: (out): its schema
 * @error: return location
 *
 * Steps 9 and 10 of [V-20]; reads `meta` and `state` too, which have to be the
 * tables that they should be. A newer schema passes only for reading, and only
 * if `meta.min_reader` allows it.
 */
gboolean cab_vault_check_identity (CabVault *self, const char *path, int *version, GError **error);

/**
 * cab_vault_check_history:
 * @self: a vault whose meta and state are read
 * @flags: as for cab_vault_open()
 * @history: what to tell the audit log is added
 * @error: return location
 *
 * Step 11 of [V-20]: chain head, witness, lease, clock. Writes nothing.
 *
 * Errors: CHAIN, OLDER, FORKED, LEASE.
 */
gboolean cab_vault_check_history (CabVault *self,
                                  CabVaultOpenFlags flags,
                                  CabVaultHistory *history,
                                  GError **error);

/** cab_vault_write_history: writes the lease and what @history holds, in one transaction */
gboolean cab_vault_write_history (CabVault *self, const CabVaultHistory *history, GError **error);

/** cab_vault_give_up_lease: clears `state.lease_*`, before closing */
gboolean cab_vault_give_up_lease (CabVault *self, GError **error);

/**
 * cab_vault_migrate:
 * @self: a vault whose schema is older
 * @from: its schema
 * @error: return location
 *
 * Makes a verified copy, then brings the file to the newest schema [V-46].
 *
 * Errors: MIGRATION, NO_SPACE; the file is then as before.
 */
gboolean cab_vault_migrate (CabVault *self, int from, GError **error);

/** cab_vault_migrate_copy: the same for a runtime copy that is opened read-only afterwards */
gboolean cab_vault_migrate_copy (CabVault *self, int from, GError **error);

/** cab_vault_check_pages_if_new: `quick_check` for a file without a witness [V-20] */
gboolean cab_vault_check_pages_if_new (CabVault *self, GError **error);

/** cab_vault_record_migration: INSERTs the row of `migration` for @version */
gboolean cab_vault_record_migration (CabVault *self, int version, GError **error);

/** cab_vault_sync_path: fsyncs a file or a folder that is not open in SQLite */
gboolean cab_vault_sync_path (const char *path, GError **error);

/** cab_vault_read_meta: reads practice_id, keys, fingerprint and creation; compares header16 */
gboolean cab_vault_read_meta (CabVault *self, GError **error);

/**
 * cab_vault_write_meta:
 * @self: a vault, inside a write transaction
 * @name: a row of `meta`
 * @bytes: (nullable): its value; words and numbers are their UTF-8 bytes, as the
 *   column is a BLOB
 * @length: how many
 * @error: return location
 *
 * Inserts or updates one row of `meta` [V-11].
 */
gboolean cab_vault_write_meta (CabVault *self,
                               const char *name,
                               const void *bytes,
                               gsize length,
                               GError **error);

/** cab_vault_read_state: reads the row `state` into @self */
gboolean cab_vault_read_state (CabVault *self, GError **error);

/** cab_vault_settle: before the file is copied page by page. A commit that failed may have left
 * its pages in it, with a journal that takes them out again: SQLite does so when it reads, and
 * what it then reads is the state. Outside a transaction */
gboolean cab_vault_settle (CabVault *self, GError **error);

/** cab_vault_write_state: writes it back; inside a write transaction */
gboolean cab_vault_write_state (CabVault *self, GError **error);

/** cab_vault_dup_witness_folder: Returns: (transfer full): where witnesses are */
char *cab_vault_dup_witness_folder (CabVault *self);

/** cab_vault_get_key: Returns: (transfer none): K, for connections to verified copies */
CabSecret *cab_vault_get_key (CabVault *self);

/**
 * cab_vault_verify_chain:
 * @self: a vault whose state and keys are read
 * @rows: only the last so many rows, 0 for all
 * @report: (out) (optional): what was found
 * @error: return location
 *
 * Checks the audit chain up to the head [V-83].
 */
gboolean
cab_vault_verify_chain (CabVault *self, guint64 rows, CabAuditReport *report, GError **error);

/** cab_vault_get_row_mac: Returns: 1 with the mac of row @seq, 0 when there is none, -1 on error */
int cab_vault_get_row_mac (CabVault *self, guint64 seq, guint8 *mac, GError **error);

G_END_DECLS
