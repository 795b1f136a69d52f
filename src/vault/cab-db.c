/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-vault"

#include "config.h"

#include "cab-db.h"

#include "cab-db-private.h"
#include "cab-header.h"
#include "cab-kdf.h"
#include "cab-vault-error.h"

/* One pragma of [V-21]. What it reads back must equal `expected`. */
typedef struct
{
  const char *set;
  const char *get;
  const char *expected;
  gboolean writing; /* only where the file may be written */
} Pragma;

/* In the order of [V-21]; the order matters: see there. */
static const Pragma pragmas[] = {
  { "PRAGMA locking_mode = EXCLUSIVE", "PRAGMA locking_mode", "exclusive", TRUE },
  { "PRAGMA journal_mode = DELETE", "PRAGMA journal_mode", "delete", TRUE },
  { "PRAGMA journal_size_limit = 0", "PRAGMA journal_size_limit", "0", TRUE },
  { "PRAGMA synchronous = EXTRA", "PRAGMA synchronous", "3", TRUE },
  { "PRAGMA temp_store = MEMORY", "PRAGMA temp_store", "2", FALSE },
  { "PRAGMA mmap_size = 0", "PRAGMA mmap_size", "0", FALSE },
  { "PRAGMA cell_size_check = ON", "PRAGMA cell_size_check", "1", FALSE },
  { "PRAGMA secure_delete = ON", "PRAGMA secure_delete", "1", FALSE },
  { "PRAGMA foreign_keys = ON", "PRAGMA foreign_keys", "1", FALSE },
  { "PRAGMA recursive_triggers = ON", "PRAGMA recursive_triggers", "1", FALSE },
  { "PRAGMA cache_size = -8000", "PRAGMA cache_size", "-8000", FALSE },
};

/* [V-22]; LIMIT_ATTACHED is the mode's. */
static const struct
{
  int id;
  int value;
} limits[] = {
  { SQLITE_LIMIT_LENGTH, 64 * 1024 * 1024 },
  { SQLITE_LIMIT_SQL_LENGTH, 64 * 1024 },
  { SQLITE_LIMIT_COLUMN, 200 },
  { SQLITE_LIMIT_EXPR_DEPTH, 50 },
  { SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 256 },
  { SQLITE_LIMIT_TRIGGER_DEPTH, 8 },
  { SQLITE_LIMIT_VARIABLE_NUMBER, 500 },
};

static const struct
{
  int id;
  int value;
} configs[] = {
  { SQLITE_DBCONFIG_DEFENSIVE, 1 },
  { SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0 },
  { SQLITE_DBCONFIG_DQS_DML, 0 },
  { SQLITE_DBCONFIG_DQS_DDL, 0 },
  { SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0 },
  { SQLITE_DBCONFIG_WRITABLE_SCHEMA, 0 },
};

/* Tables that only the vault's own functions may change. */
static gboolean
is_vault_table (const char *table)
{
  static const char *const tables[] = { "audit", "meta", "migration", "state" };

  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    if (g_strcmp0 (table, tables[i]) == 0)
      return TRUE;

  return FALSE;
}

/* [V-23]. Asked when a statement is prepared, not when it runs. */
static int
authorize (void *data,
           int act,
           const char *one,
           const char *two,
           const char *schema,
           const char *trigger)
{
  CabDb *self = data;

  if (!self->guarded || self->trusted > 0)
    return SQLITE_OK;

  switch (act)
    {
    case SQLITE_SELECT:
    case SQLITE_READ:
    case SQLITE_RECURSIVE:
      return SQLITE_OK;

    case SQLITE_FUNCTION:
      return g_strcmp0 (two, "load_extension") == 0 || g_strcmp0 (two, "sqlcipher_export") == 0
                 ? SQLITE_DENY
                 : SQLITE_OK;

    case SQLITE_PRAGMA:
      return g_strcmp0 (one, "data_version") == 0 && two == NULL ? SQLITE_OK : SQLITE_DENY;

    case SQLITE_INSERT:
      return is_vault_table (one) ? SQLITE_DENY : SQLITE_OK;

    case SQLITE_UPDATE:
    case SQLITE_DELETE:
      return is_vault_table (one) || g_strcmp0 (one, "tombstone") == 0 ? SQLITE_DENY : SQLITE_OK;

    /* Everything else that SQLite knows or will know: schema, temporary objects,
     * ATTACH, and BEGIN, COMMIT and SAVEPOINT, which are the transactor's. */
    default:
      return SQLITE_DENY;
    }
}

/* A statement outside cab_vault_transact() would commit by itself, without its
 * audit row; so would one after SQLite has rolled back on its own. This turns
 * such a commit into a rollback. */
static int
on_commit_cb (void *data)
{
  CabDb *self = data;

  return self->guarded && !self->committing;
}

static CabDb *
new_for_handle (sqlite3 *handle, CabDbMode mode)
{
  CabDb *self = g_new0 (CabDb, 1);

  self->handle = handle;
  self->mode = mode;
  self->thread = g_thread_self ();
  self->statements = g_hash_table_new (g_str_hash, g_str_equal);
  self->all = g_ptr_array_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (configs); i++)
    sqlite3_db_config (handle, configs[i].id, configs[i].value, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (limits); i++)
    sqlite3_limit (handle, limits[i].id, limits[i].value);
  sqlite3_limit (handle, SQLITE_LIMIT_ATTACHED, mode == CAB_DB_CHECK || mode == CAB_DB_COPY);
  sqlite3_set_authorizer (handle, authorize, self);
  sqlite3_commit_hook (handle, on_commit_cb, self);

  return self;
}

/* Otherwise SQLCipher writes to stderr. The level belongs to the process, and the first key of a
 * process sets it anew, so this comes before the key and once more after it ([V-190] 21). */
static void
be_silent (sqlite3 *handle)
{
  sqlite3_exec (handle, "PRAGMA cipher_log_level = NONE", NULL, NULL, NULL);
}

/* A failed handle must never be keyed (measured: that crashes, [V-190] 12). */
static CabDb *
open_uri (const char *uri, int flags, CabDbMode mode, GError **error)
{
  sqlite3 *handle = NULL;
  int rc = sqlite3_open_v2 (uri, &handle, flags | SQLITE_OPEN_URI | SQLITE_OPEN_EXRESCODE, NULL);

  if (rc != SQLITE_OK)
    {
      int saved_errno = handle != NULL ? sqlite3_system_errno (handle) : 0;

      sqlite3_close (handle);
      cab_vault_error_set_step (error, cab_vault_error_from_sqlite (rc, saved_errno), rc,
                                "open the file");
      return NULL;
    }

  be_silent (handle);

  return new_for_handle (handle, mode);
}

CabDb *
cab_db_open (const char *path, CabDbMode mode, GError **error)
{
  g_autofree char *escaped = NULL;
  g_autofree char *uri = NULL;
  gboolean immutable = mode == CAB_DB_IMMUTABLE || mode == CAB_DB_CHECK;

  g_return_val_if_fail (path != NULL && g_path_is_absolute (path), NULL);

  escaped = g_uri_escape_bytes ((const guint8 *)path, strlen (path), "/");
  uri = g_strconcat ("file://", escaped, immutable ? "?immutable=1" : NULL, NULL);

  return open_uri (
      uri, SQLITE_OPEN_NOFOLLOW | (immutable ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE), mode,
      error);
}

CabDb *
cab_db_open_memory (GError **error)
{
  return open_uri ("file::memory:", SQLITE_OPEN_READWRITE, CAB_DB_COPY, error);
}

gboolean
cab_db_set_key (CabDb *self, CabSecret *key, const guint8 *header, GError **error)
{
  g_autoptr (CabSecret) text = cab_kdf_new_key_text (key, header);
  int rc;

  cab_db_assert_thread (self);

  rc = sqlite3_key_v2 (self->handle, "main", cab_secret_open (text),
                       (int)cab_secret_get_length (text));
  cab_secret_close (text);

  if (rc != SQLITE_OK)
    {
      cab_db_set_error (self, rc, "set the key", error);
      return FALSE;
    }
  be_silent (self->handle);

  return TRUE;
}

/* The first column of the first row as text; %NULL with an error. */
static char *
query_text (CabDb *self, const char *sql, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = NULL;
  char *text = NULL;
  int rc;

  self->trusted++;
  rc = sqlite3_prepare_v2 (self->handle, sql, -1, &statement, NULL);
  if (rc == SQLITE_OK)
    rc = sqlite3_step (statement);
  self->trusted--;

  if (rc == SQLITE_ROW)
    {
      gboolean has_value = sqlite3_column_type (statement, 0) != SQLITE_NULL;

      text = g_strdup ((const char *)sqlite3_column_text (statement, 0));
      if (has_value && text == NULL)
        rc = SQLITE_NOMEM;
    }

  if (rc != SQLITE_ROW && rc != SQLITE_DONE)
    {
      cab_db_set_error (self, rc, sql, error);
      return NULL;
    }

  return text != NULL ? text : g_strdup ("");
}

static gboolean
apply_pragma (CabDb *self, const Pragma *pragma, GError **error)
{
  g_autofree char *actual = NULL;

  if (!cab_db_exec_trusted (self, pragma->set, pragma->set, error))
    return FALSE;

  actual = query_text (self, pragma->get, error);
  if (actual == NULL)
    return FALSE;

  if (g_ascii_strcasecmp (actual, pragma->expected) != 0)
    {
      g_critical ("%s was not taken: it reads %s", pragma->set, actual);
      cab_vault_error_set_step (error, CAB_VAULT_ERROR_DAMAGED, 0, pragma->set);
      return FALSE;
    }

  return TRUE;
}

/* Both belong to the file, so that another answer is no bug: `auto_vacuum` of a
 * file that someone vacuumed (step 9 refuses it), and the limit of a file that
 * is larger than it already. */
static gboolean
apply_file_pragmas (CabDb *self, GError **error)
{
  return cab_db_exec_trusted (self, "PRAGMA auto_vacuum = NONE", "keep auto_vacuum off", error)
         && cab_db_exec_trusted (self, "PRAGMA max_page_count = " G_STRINGIFY (CAB_MAX_PAGE_COUNT),
                                 "limit the size of the file", error);
}

gboolean
cab_db_configure (CabDb *self, GError **error)
{
  gboolean writing = self->mode == CAB_DB_LIVE || self->mode == CAB_DB_COPY;
  g_autofree char *journal_mode = NULL;

  cab_db_assert_thread (self);

  for (gsize i = 0; i < G_N_ELEMENTS (pragmas); i++)
    {
      if (pragmas[i].writing && !writing)
        continue;

      /* The locking mode comes first, so that looking at a file in WAL mode
       * makes no shared memory beside it. */
      if (i == 1)
        {
          journal_mode = query_text (self, "PRAGMA journal_mode", error);
          if (journal_mode == NULL)
            return FALSE;
          self->was_wal = g_ascii_strcasecmp (journal_mode, "wal") == 0;
        }

      if (!apply_pragma (self, &pragmas[i], error))
        return FALSE;
    }

  return !writing || apply_file_pragmas (self, error);
}

void
cab_db_guard (CabDb *self, gboolean on)
{
  cab_db_assert_thread (self);

  self->guarded = on;
}

void
cab_db_forget_statements (CabDb *self)
{
  cab_db_assert_thread (self);

  for (guint i = self->all->len; i > 0; i--)
    {
      CabStatement *statement = g_ptr_array_index (self->all, i - 1);

      if (!cab_statement_is_in_use (statement))
        cab_statement_discard (statement);
    }
}

gboolean
cab_db_close (CabDb *self, GError **error)
{
  int rc;

  cab_db_assert_thread (self);

  cab_db_forget_statements (self);
  if (self->all->len > 0)
    g_critical ("%u statements outlive their practice", self->all->len);
  while (self->all->len > 0)
    cab_statement_discard (g_ptr_array_index (self->all, self->all->len - 1));

  rc = sqlite3_close (self->handle);
  if (rc != SQLITE_OK)
    cab_db_set_error (self, rc, "close the file", error);

  g_hash_table_unref (self->statements);
  g_ptr_array_unref (self->all);
  g_clear_object (&self->cancellable);
  g_free (self);

  return rc == SQLITE_OK;
}

void
cab_db_assert_thread (CabDb *db)
{
  g_assert (db != NULL);
  g_assert (db->thread == g_thread_self ());
}

/* SQLITE_FULL is the disk or our own limit. A large write that failed is
 * already undone when we look, hence the margin: more than the largest value. */
static gboolean
is_file_full (CabDb *self)
{
  gint64 count = 0;
  gint64 maximum = 0;

  return cab_db_query_integer (self, "PRAGMA page_count", &count, "count the pages", NULL)
         && cab_db_query_integer (self, "PRAGMA max_page_count", &maximum, "read the limit", NULL)
         && count >= maximum - maximum / 50;
}

int
cab_db_judge_sql (CabDb *self, int rc, const char *action)
{
  static const char *const spoilt[] = { "invalid fts5 file format", "vtable constructor failed" };
  const char *said = sqlite3_errmsg (self->handle);

  if (rc != SQLITE_ERROR && rc != SQLITE_AUTH)
    return rc;

  for (gsize i = 0; rc == SQLITE_ERROR && i < G_N_ELEMENTS (spoilt); i++)
    if (g_str_has_prefix (said, spoilt[i]))
      return SQLITE_CORRUPT_VTAB;

  g_critical ("SQLite does not take the SQL that is to %s", action);

  return rc;
}

void
cab_db_set_error (CabDb *self, int rc, const char *action, GError **error)
{
  CabVaultError code;

  /* Before anything else asks SQLite and changes the answer. */
  code = cab_vault_error_from_sqlite (rc, sqlite3_system_errno (self->handle));

  switch (rc & 0xff)
    {
    case SQLITE_INTERRUPT:
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, action);
      return;

    case SQLITE_FULL:
      if (is_file_full (self))
        code = CAB_VAULT_ERROR_FULL_FILE;
      break;

    case SQLITE_CONSTRAINT:
    case SQLITE_MISMATCH:
    case SQLITE_TOOBIG:
      code = CAB_VAULT_ERROR_REFUSED;
      break;

    default:
      break;
    }

  cab_vault_error_set_step (error, code, rc, action);
}

CabRefusal
cab_db_get_refusal (const GError *error)
{
  if (!g_error_matches (error, CAB_VAULT_ERROR, CAB_VAULT_ERROR_REFUSED))
    return CAB_REFUSAL_NONE;

  switch (cab_vault_error_get_sqlite_code (error))
    {
    case SQLITE_CONSTRAINT_UNIQUE:
    case SQLITE_CONSTRAINT_PRIMARYKEY:
    case SQLITE_CONSTRAINT_ROWID:
      return CAB_REFUSAL_UNIQUE;

    case SQLITE_CONSTRAINT_FOREIGNKEY:
      return CAB_REFUSAL_REFERENCE;

    case SQLITE_CONSTRAINT_TRIGGER:
      return CAB_REFUSAL_TRIGGER;

    default:
      return CAB_REFUSAL_VALUE;
    }
}

gboolean
cab_db_query_integer (CabDb *self,
                      const char *sql,
                      gint64 *value,
                      const char *action,
                      GError **error)
{
  g_autoptr (sqlite3_stmt) statement = NULL;
  int rc;

  cab_db_assert_thread (self);

  self->trusted++;
  rc = sqlite3_prepare_v2 (self->handle, sql, -1, &statement, NULL);
  if (rc == SQLITE_OK)
    rc = sqlite3_step (statement);
  self->trusted--;

  if (rc != SQLITE_ROW)
    {
      cab_db_set_error (self, rc == SQLITE_DONE ? SQLITE_CORRUPT : rc, action, error);
      return FALSE;
    }

  *value = sqlite3_column_int64 (statement, 0);

  return TRUE;
}

/* Called by SQLite every so many steps of its machine; not 0 ends the query. */
static int
on_progress_cb (void *data)
{
  CabDb *self = data;

  return sqlite3_txn_state (self->handle, NULL) != SQLITE_TXN_WRITE
         && g_cancellable_is_cancelled (self->cancellable);
}

void
cab_db_watch (CabDb *db, GCancellable *cancellable)
{
  const int steps = 2000;

  cab_db_assert_thread (db);

  g_set_object (&db->cancellable, cancellable);
  sqlite3_progress_handler (db->handle, cancellable != NULL ? steps : 0,
                            cancellable != NULL ? on_progress_cb : NULL, db);
}

gboolean
cab_db_exec (CabDb *db, const char *sql, const char *action, GError **error)
{
  int rc;

  cab_db_assert_thread (db);
  g_return_val_if_fail (sql != NULL, FALSE);
  g_return_val_if_fail (action != NULL, FALSE);

  rc = sqlite3_exec (db->handle, sql, NULL, NULL, NULL);
  if (rc != SQLITE_OK)
    {
      rc = cab_db_judge_sql (db, rc, action);
      cab_db_set_error (db, rc, action, error);
      return FALSE;
    }

  return TRUE;
}

gboolean
cab_db_exec_trusted (CabDb *self, const char *sql, const char *action, GError **error)
{
  int rc;

  cab_db_assert_thread (self);

  self->trusted++;
  rc = sqlite3_exec (self->handle, sql, NULL, NULL, NULL);
  self->trusted--;

  if (rc != SQLITE_OK)
    {
      cab_db_set_error (self, rc, action, error);
      return FALSE;
    }

  return TRUE;
}
