/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-vault"

#include "config.h"

#include "cab-db-copy.h"

#include <fcntl.h>
#include <sodium.h>
#include <unistd.h>

#include "cab-vault-error.h"
#include "cab-vault-private.h"

#define SLICE (1024 * 1024)

gboolean
cab_db_write_all (int fd, const guint8 *bytes, gsize length, GError **error)
{
  while (length > 0)
    {
      ssize_t n = write (fd, bytes, length);

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        {
          cab_vault_error_set_errno (error, n < 0 ? errno : EIO, NULL, "write the copy");
          return FALSE;
        }
      bytes += n;
      length -= (gsize)n;
    }

  return TRUE;
}

static sqlite3_file *
get_file (CabDb *self)
{
  sqlite3_file *file = NULL;

  sqlite3_file_control (self->handle, "main", SQLITE_FCNTL_FILE_POINTER, &file);
  g_assert (file != NULL && file->pMethods != NULL);

  return file;
}

gboolean
cab_db_copy_pages (CabDb *self,
                   int fd,
                   guint64 *size,
                   guint8 *hash,
                   CabDbCopyProgress progress,
                   gpointer data,
                   GCancellable *cancellable,
                   GError **error)
{
  g_autofree guint8 *slice = g_malloc (SLICE);
  crypto_generichash_state state;
  sqlite3_file *file;
  sqlite3_int64 total = 0;
  sqlite3_int64 done = 0;
  int rc;

  cab_db_assert_thread (self);
  g_assert (sqlite3_txn_state (self->handle, "main") != SQLITE_TXN_WRITE);

  file = get_file (self);
  rc = file->pMethods->xFileSize (file, &total);
  crypto_generichash_init (&state, NULL, 0, CAB_DIGEST_LENGTH);

  while (rc == SQLITE_OK && done < total)
    {
      int length = (int)MIN ((sqlite3_int64)SLICE, total - done);

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;

      rc = file->pMethods->xRead (file, slice, length, done);
      if (rc != SQLITE_OK)
        break;
      if (!cab_db_write_all (fd, slice, (gsize)length, error))
        return FALSE;

      crypto_generichash_update (&state, slice, (unsigned long long)length);
      done += length;
      if (progress != NULL)
        progress ((guint64)done, (guint64)total, data);
    }

  if (rc != SQLITE_OK)
    {
      cab_db_set_error (self, rc, "read the file for the copy", error);
      return FALSE;
    }

  *size = (guint64)done;
  crypto_generichash_final (&state, hash, CAB_DIGEST_LENGTH);

  return TRUE;
}

static gboolean
hash_descriptor (int fd, guint64 *size, guint8 *hash, GCancellable *cancellable, GError **error)
{
  g_autofree guint8 *slice = g_malloc (SLICE);
  crypto_generichash_state state;
  ssize_t n;

  *size = 0;
  crypto_generichash_init (&state, NULL, 0, CAB_DIGEST_LENGTH);

  do
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;

      n = read (fd, slice, SLICE);
      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        {
          cab_vault_error_set_errno (error, errno, NULL, "read the copy back");
          return FALSE;
        }
      crypto_generichash_update (&state, slice, (unsigned long long)n);
      *size += (guint64)n;
    }
  while (n != 0);

  crypto_generichash_final (&state, hash, CAB_DIGEST_LENGTH);

  return TRUE;
}

gboolean
cab_db_hash_file (const char *path,
                  guint64 *size,
                  guint8 *hash,
                  GCancellable *cancellable,
                  GError **error)
{
  int fd = cab_vault_open_raw (path, O_RDONLY, error);
  gboolean done;

  if (fd == -1)
    return FALSE;

  (void)posix_fadvise (fd, 0, 0, POSIX_FADV_DONTNEED);
  done = hash_descriptor (fd, size, hash, cancellable, error);
  close (fd);

  return done;
}

static gboolean
set_unverified (GError **error, const char *action)
{
  cab_vault_error_set_step (error, CAB_VAULT_ERROR_VERIFY, 0, action);

  return FALSE;
}

static CabDb *
connect (const char *path, CabSecret *key, GError **error)
{
  g_autoptr (CabDb) db = cab_db_open (path, CAB_DB_CHECK, error);

  if (db == NULL || !cab_db_set_key (db, key, NULL, error) || !cab_db_configure (db, error))
    return NULL;

  return g_steal_pointer (&db);
}

/* Takes @cause. What could not be looked at has not passed; but a computer short of
 * memory says nothing about the copy, and nobody is to be told that it does. */
static gboolean
set_failed (GError *cause, const char *action, GError **error)
{
  if (g_error_matches (cause, CAB_VAULT_ERROR, CAB_VAULT_ERROR_LOW_MEMORY))
    {
      g_propagate_error (error, cause);
      return FALSE;
    }
  g_clear_error (&cause);

  return set_unverified (error, action);
}

/* Runs a check that answers rows, or one row "ok". */
static gboolean
run_check (CabDb *db, const char *sql, gboolean wants_ok, GError **error)
{
  GError *local = NULL;
  g_autoptr (CabStatement) statement = cab_statement_new_trusted (db, sql, sql, &local);

  if (statement == NULL)
    return set_failed (local, sql, error);

  switch (cab_statement_step (statement, &local))
    {
    case CAB_STEP_DONE:
      return !wants_ok || set_unverified (error, sql);

    case CAB_STEP_ROW:
      return (wants_ok && g_strcmp0 (cab_statement_get_text (statement, 0), "ok") == 0)
             || set_unverified (error, sql);

    case CAB_STEP_ERROR:
      break;
    }

  return set_failed (local, sql, error);
}

static gboolean
check_once (const char *path, CabSecret *key, GError **error)
{
  GError *local = NULL;
  g_autoptr (CabDb) pages = connect (path, key, &local);
  g_autoptr (CabDb) rows = NULL;

  if (pages == NULL)
    return set_failed (local, "open the copy", error);
  if (!run_check (pages, "PRAGMA cipher_integrity_check", FALSE, error))
    return FALSE;

  rows = connect (path, key, &local);
  if (rows == NULL)
    return set_failed (local, "open the copy", error);

  return run_check (rows, "PRAGMA integrity_check (1)", TRUE, error)
         && run_check (rows, "PRAGMA foreign_key_check", FALSE, error);
}

/* SQLite reports a page that there was no memory for as a bad one: a fault counts
 * when it is there on fresh connections too. */
gboolean
cab_db_check_copy (const char *path, CabSecret *key, GError **error)
{
  g_autoptr (GError) local = NULL;

  if (check_once (path, key, &local))
    return TRUE;

  if (g_error_matches (local, CAB_VAULT_ERROR, CAB_VAULT_ERROR_VERIFY))
    return check_once (path, key, error);

  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}
