/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#define SQLITE_HAS_CODEC 1

#include <sqlite3.h>

#include "cab-secret.h"
#include "cab-statement.h"

G_BEGIN_DECLS

/** CAB_APPLICATION_ID: "CABN", see [V-11] */
#define CAB_APPLICATION_ID 0x4341424E

/** CAB_MAX_PAGE_COUNT: 3.5 GiB of pages [V-13] */
#define CAB_MAX_PAGE_COUNT 917504

/**
 * CabDbMode:
 * @CAB_DB_LIVE: the practice itself, for writing
 * @CAB_DB_IMMUTABLE: read-only, takes no lock and ignores a journal
 * @CAB_DB_CHECK: a copy that is checked or compacted: read-only and immutable, no
 *   authorizer, one attached file [V-23]
 * @CAB_DB_COPY: a copy that is written: as %CAB_DB_LIVE, but no authorizer
 *
 * What a connection is for.
 */
typedef enum
{
  CAB_DB_LIVE,
  CAB_DB_IMMUTABLE,
  CAB_DB_CHECK,
  CAB_DB_COPY
} CabDbMode;

struct _CabDb
{
  /* Borrowed */
  GThread *thread;

  /* Owned */
  sqlite3 *handle;
  GHashTable *statements;    /* text, which is the statement's own, to the one that is kept */
  GPtrArray *all;            /* every statement alive, kept or not */
  GCancellable *cancellable; /* ends a long query; NULL when none is watched */

  /* State */
  CabDbMode mode;
  guint trusted;        /* > 0 inside the vault's own functions: the authorizer lets all pass */
  guint guarded : 1;    /* the authorizer denies what [V-23] lists, and no commit but ours passes */
  guint committing : 1; /* the transactor's own COMMIT is running */
  guint was_wal : 1;    /* cab_db_configure() found WAL mode and left it */
};

/**
 * cab_db_open:
 * @path: (type filename): an existing file; opened by SQLite's URI form with
 *   every byte that is not plain percent-encoded
 * @mode: what for
 * @error: return location
 *
 * Opens a connection that has no key yet. Nothing is read from the file.
 *
 * Returns: (transfer full): the connection, of the calling thread
 */
CabDb *cab_db_open (const char *path, CabDbMode mode, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** cab_db_open_memory: Returns: (transfer full): an empty database in memory */
CabDb *cab_db_open_memory (GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * cab_db_set_key:
 * @self: a connection without a key
 * @key: K
 * @header: (nullable): bytes 0 to 15 of a file that is being made
 * @error: return location
 *
 * Gives SQLCipher its key, which is not checked here [V-8].
 */
gboolean cab_db_set_key (CabDb *self, CabSecret *key, const guint8 *header, GError **error);

/**
 * cab_db_configure:
 * @self: a connection with a key
 * @error: return location
 *
 * Sets the pragmas of [V-21] that fit the mode and reads each back.
 *
 * Errors: DAMAGED, IN_USE, WRONG_KEY never: a wrong key is DAMAGED here.
 */
gboolean cab_db_configure (CabDb *self, GError **error);

/** cab_db_guard: turns the authorizer of [V-23] on, and off for the migrator */
void cab_db_guard (CabDb *self, gboolean on);

/**
 * cab_db_close:
 * @self: (transfer full): a connection
 * @error: return location
 *
 * Finalises the kept statements, closes and frees. A statement that is still in
 * use is a programmer's error: it is reported as a critical warning, finalised,
 * and answers LOCKED from then on.
 *
 * Returns: %TRUE when SQLite closed the file without complaint
 */
gboolean cab_db_close (CabDb *self, GError **error);

/** cab_db_forget_statements: finalises the kept statements that nobody uses */
void cab_db_forget_statements (CabDb *self);

/**
 * cab_db_judge_sql:
 * @self: a connection
 * @rc: what SQLite answered when it was given SQL
 * @action: what was being done
 *
 * Reports SQL that SQLite does not take as a programmer's error. A search index
 * whose own tables are spoilt is refused in the same way, but is damage.
 *
 * Returns: @rc, or the code of damage
 */
int cab_db_judge_sql (CabDb *self, int rc, const char *action);

/**
 * cab_db_set_error:
 * @self: a connection
 * @rc: what SQLite answered
 * @action: what was being done
 * @error: return location
 *
 * Words SQLite's answer. Tells a full file from a full disk, and the file's own
 * constraints from damage.
 */
void cab_db_set_error (CabDb *self, int rc, const char *action, GError **error);

/** cab_db_query_integer: Returns: %TRUE with the first column of the first row in @value */
gboolean cab_db_query_integer (CabDb *self,
                               const char *sql,
                               gint64 *value,
                               const char *action,
                               GError **error);

/** cab_db_exec_trusted: as cab_db_exec(), past the authorizer */
gboolean cab_db_exec_trusted (CabDb *self, const char *sql, const char *action, GError **error);

/** cab_statement_new_trusted: as cab_statement_new(), past the authorizer */
CabStatement *cab_statement_new_trusted (CabDb *db,
                                         const char *sql,
                                         const char *action,
                                         GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** cab_statement_discard: takes the handle away and frees what the connection holds of @self */
void cab_statement_discard (CabStatement *self);

/** cab_statement_is_in_use: Returns: whether somebody holds @self */
gboolean cab_statement_is_in_use (CabStatement *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3_stmt, sqlite3_finalize)

static inline void
cab_db_close_quietly (CabDb *self)
{
  if (self != NULL)
    (void)cab_db_close (self, NULL);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CabDb, cab_db_close_quietly)

G_END_DECLS
