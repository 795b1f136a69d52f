/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

/* The opening recipe, [V-20]: each step is its own function. Steps 1 to 3 are
 * in cab-vault-place.c, 11 and the lease in cab-vault-history.c. */

#define G_LOG_DOMAIN "cabinet-vault"

#include "config.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include "cab-page.h"
#include "cab-recovery.h"
#include "cab-snapshot-private.h"
#include "cab-snapshot.h"
#include "cab-vault-error.h"
#include "cab-vault-private.h"
#include "cab-witness.h"

#define BACKUP_SUFFIX ".cabinet-backup"

/* Pages that are tried before a key is called wrong, spread over the file. */
#define PAGES_TRIED 16

/* Bits in which a damaged header may differ from the one that is remembered. Two
 * headers of different practices differ in about 44 of their 88 random bits. */
#define HEADER_BITS 16

/* Whether this computer remembers a practice at this path. */
static gboolean
find_witness_of_path (CabVault *self, CabWitness *witness)
{
  g_autofree char *folder = cab_vault_dup_witness_folder (self);

  return cab_witness_find (folder, NULL, self->path, witness);
}

/* Whether the header is the remembered one with some bits changed [V-133]. */
static gboolean
is_changed_header (CabVault *self)
{
  CabWitness witness;
  guint bits = 0;

  if (!find_witness_of_path (self, &witness))
    return FALSE;

  for (gsize i = 0; i < CAB_HEADER_LENGTH; i++)
    bits += (guint)__builtin_popcount ((guint)(self->header[i] ^ witness.header[i]));

  return bits > 0 && bits <= HEADER_BITS;
}

gboolean
cab_vault_check_header (CabVault *self, const CabVaultLook *look, GError **error)
{
  CabHeaderKind kind = cab_header_parse (look->header, (guint64)look->status.st_size, NULL, NULL);
  CabWitness witness;

  if (kind != CAB_HEADER_PRACTICE && look->status.st_size >= CAB_PAGE_SIZE
      && (is_changed_header (self)
          || (kind == CAB_HEADER_NOT_PRACTICE && find_witness_of_path (self, &witness))))
    {
      cab_vault_error_set (error, CAB_VAULT_ERROR_DAMAGED_HEADER);
      return FALSE;
    }

  switch (kind)
    {
    case CAB_HEADER_PRACTICE:
      return TRUE;

    case CAB_HEADER_EMPTY:
      cab_vault_error_set_empty (error, self->name);
      break;

    case CAB_HEADER_NEWER:
      cab_vault_error_set_newer (error, 0, self->migrations->n_steps);
      break;

    case CAB_HEADER_TEST_PROFILE:
      cab_vault_error_set (error, CAB_VAULT_ERROR_TEST_PROFILE);
      break;

    case CAB_HEADER_PLAIN_SQLITE:
    case CAB_HEADER_NOT_PRACTICE:
      cab_vault_error_set_not_practice (error, self->name);
      break;
    }

  return FALSE;
}

gboolean
cab_vault_derive (CabVault *self,
                  const CabCredential *credential,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autoptr (CabSecret) root = NULL;

  switch (credential->type)
    {
    case CAB_CREDENTIAL_PASSPHRASE:
      root = cab_kdf_derive_root (credential->secret, self->header, cancellable, error);
      break;

    case CAB_CREDENTIAL_RECOVERY_CODE:
      root = cab_recovery_decode (credential->secret, error);
      break;
    }

  if (root == NULL)
    return FALSE;

  self->key = cab_kdf_derive_key (root);
  cab_kdf_derive_fingerprint (root, self->fingerprint);

  return TRUE;
}

static int
get_sqlite_code (const GError *error)
{
  return cab_vault_error_get_sqlite_code (error);
}

/* Whether any page but the first was written under this key. */
static gboolean
is_key_of_other_pages (CabVault *self, const CabVaultLook *look)
{
  g_autofree guint8 *page = g_malloc (CAB_PAGE_SIZE);
  guint32 pages = (guint32)(look->status.st_size / CAB_PAGE_SIZE);
  guint32 step = MAX (1, pages / PAGES_TRIED);
  int fd = cab_vault_open_raw (self->path, O_RDONLY, NULL);
  gboolean found = FALSE;

  for (guint32 number = 2; fd != -1 && !found && number <= pages; number += step)
    found = pread (fd, page, CAB_PAGE_SIZE, (off_t)(number - 1) * CAB_PAGE_SIZE) == CAB_PAGE_SIZE
            && cab_page_verify (self->key, self->header, number, page);

  if (fd != -1)
    close (fd);

  return found;
}

/* Three reasons why page 1 cannot be read. The document tells the second from
 * the first by one byte of the witness, which every 256th wrong passphrase
 * matches; another page's HMAC tells it for certain, and on every computer. */
static void
set_wrong_key (CabVault *self, const CabVaultLook *look, GError **error)
{
  if (is_key_of_other_pages (self, look))
    cab_vault_error_set (error, CAB_VAULT_ERROR_DAMAGED_START);
  else if (is_changed_header (self))
    cab_vault_error_set (error, CAB_VAULT_ERROR_DAMAGED_HEADER);
  else
    cab_vault_error_set (error, CAB_VAULT_ERROR_WRONG_KEY);
}

gboolean
cab_vault_probe (CabVault *self, const char *path, const char *sql, GError **error)
{
  g_autoptr (CabDb) db = cab_db_open (path, CAB_DB_IMMUTABLE, error);
  gint64 answer;

  return db != NULL && cab_db_set_key (db, self->key, NULL, error)
         && cab_db_query_integer (db, sql, &answer, "try the key", error);
}

/* Step 5: a key is tried where it can do no harm. A wrong one on a connection
 * that may write would roll back and delete a hot journal ([V-190] 10). */
gboolean
cab_vault_prove_key (CabVault *self, const char *path, CabVaultLook *look, GError **error)
{
  g_autoptr (GError) local = NULL;

  if (cab_vault_probe (self, path, "SELECT count(*) FROM sqlite_schema", &local))
    return TRUE;

  /* The key is right, but the file is in WAL mode, which needs shared memory. */
  if (get_sqlite_code (local) == SQLITE_CANTOPEN)
    {
      look->wal = TRUE;
      return TRUE;
    }

  /* Page 1 may be torn: the journal has it whole. */
  if (look->hot_journal)
    {
      g_clear_error (&local);
      if (cab_snapshot_probe (self, look, &local))
        return TRUE;
    }

  if ((get_sqlite_code (local) & 0xff) == SQLITE_NOTADB)
    set_wrong_key (self, look, error);
  else
    g_propagate_error (error, g_steal_pointer (&local));

  return FALSE;
}

static gboolean
set_damaged (GError **error, const char *action)
{
  cab_vault_error_set_step (error, CAB_VAULT_ERROR_DAMAGED, 0, action);

  return FALSE;
}

/* Whether the file, or the folder it lies in, must not be written [V-110]. */
static gboolean
is_read_only_place (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  struct statvfs status;

  if (g_str_has_suffix (path, BACKUP_SUFFIX))
    return TRUE;
  if (faccessat (AT_FDCWD, path, W_OK, AT_EACCESS) != 0
      || faccessat (AT_FDCWD, folder, W_OK, AT_EACCESS) != 0)
    return TRUE;

  return statvfs (path, &status) == 0 && (status.f_flag & ST_RDONLY) != 0;
}

/* Step 6 and 7. */
static gboolean
connect (CabVault *self, GError **error)
{
  self->db = cab_db_open (self->path, CAB_DB_LIVE, error);

  return self->db != NULL && cab_db_set_key (self->db, self->key, NULL, error)
         && cab_db_configure (self->db, error);
}

/* Step 8: the lock is kept until close, as the locking mode is exclusive. A hot
 * journal is rolled back here. */
static gboolean
lock (CabVault *self, GError **error)
{
  return cab_db_exec_trusted (self->db, "BEGIN EXCLUSIVE; COMMIT", "take the lock", error);
}

static gboolean
check_pragma (CabVault *self, const char *sql, gint64 expected, GError **error)
{
  gint64 actual = 0;

  if (!cab_db_query_integer (self->db, sql, &actual, sql, error))
    return FALSE;

  return actual == expected || set_damaged (error, sql);
}

static gboolean
check_size (CabVault *self, const char *path, GError **error)
{
  struct stat status;
  gint64 pages = 0;

  if (!cab_db_query_integer (self->db, "PRAGMA page_count", &pages, "count the pages", error))
    return FALSE;

  /* By name: no descriptor of this file may be opened, and so closed, now. */
  if (lstat (path, &status) != 0)
    {
      cab_vault_error_set_errno (error, errno, self->name, "look at the file");
      return FALSE;
    }

  return status.st_size == pages * CAB_PAGE_SIZE || set_damaged (error, "compare the size");
}

/* May this Cabinet read a file of a newer schema? [V-48] */
static gboolean
check_min_reader (CabVault *self, int version, GError **error)
{
  gint64 least = 0;

  if (!cab_db_query_integer (
          self->db,
          "SELECT CAST (CAST (value AS TEXT) AS INTEGER) FROM meta WHERE name = 'min_reader'",
          &least, "read who may read", error))
    return FALSE;

  if (least >= 1 && least <= self->migrations->n_steps)
    return TRUE;

  cab_vault_error_set_newer (error, version, self->migrations->n_steps);

  return FALSE;
}

gboolean
cab_vault_check_identity (CabVault *self, const char *path, int *version, GError **error)
{
  gint64 application_id = 0;
  gint64 user_version = 0;

  if (!cab_db_query_integer (self->db, "PRAGMA application_id", &application_id,
                             "read whose file it is", error)
      || !cab_db_query_integer (self->db, "PRAGMA user_version", &user_version,
                                "read the schema's number", error))
    return FALSE;

  if (application_id != CAB_APPLICATION_ID || user_version < 1 || user_version > G_MAXINT32)
    {
      cab_vault_error_set_not_practice (error, self->name);
      return FALSE;
    }

  *version = (int)user_version;
  /* Before any of its tables is read: one that somebody made a view of may never
   * end [V-20] 10. A newer schema that lets us read may have parts we do not know. */
  if (*version <= self->migrations->n_steps)
    {
      if (!cab_migrator_check_schema (self->migrations, self->db, *version, error))
        return FALSE;
    }
  else
    {
      if (self->writable)
        {
          cab_vault_error_set_newer (error, *version, self->migrations->n_steps);
          return FALSE;
        }
      if (!check_min_reader (self, *version, error))
        return FALSE;
    }

  return check_pragma (self, "PRAGMA page_size", CAB_PAGE_SIZE, error)
         && check_pragma (self, "PRAGMA auto_vacuum", 0, error) && check_size (self, path, error)
         && cab_vault_read_meta (self, error) && cab_vault_read_state (self, error);
}

/* A file that this computer has not used before is read page by page first. */
gboolean
cab_vault_check_pages_if_new (CabVault *self, GError **error)
{
  g_autofree char *folder = cab_vault_dup_witness_folder (self);
  g_autoptr (CabStatement) statement = NULL;
  CabWitness witness;

  if (cab_witness_read (folder, self->practice_id, &witness))
    return TRUE;

  statement
      = cab_statement_new_trusted (self->db, "PRAGMA quick_check (1)", "check the pages", error);
  if (statement == NULL)
    return FALSE;

  if (cab_statement_step (statement, error) != CAB_STEP_ROW)
    return FALSE;

  return g_strcmp0 (cab_statement_get_text (statement, 0), "ok") == 0
         || set_damaged (error, "check the pages");
}

/* Steps 9 to 12; the schema is looked at with the identity. */
static gboolean
prove (CabVault *self, CabVaultOpenFlags flags, gboolean created, GError **error)
{
  CabVaultHistory history = { 0 };
  int version = 0;

  if (!cab_vault_check_identity (self, self->path, &version, error)
      || (!created && !cab_vault_check_pages_if_new (self, error))
      || (!created && !cab_vault_check_history (self, flags, &history, error)))
    return FALSE;

  if (version < self->migrations->n_steps && !cab_vault_migrate (self, version, error))
    return FALSE;

  cab_vault_sweep_siblings (self);
  cab_db_guard (self->db, TRUE);

  return cab_vault_write_history (self, &history, error);
}

static gboolean
open_live (CabVault *self, CabVaultOpenFlags flags, gboolean created, GError **error)
{
  return connect (self, error) && lock (self, error) && prove (self, flags, created, error);
}

/* SQLite's BUSY says nothing of who. The connection is closed by now, so that
 * opening the file again drops no lock of ours. */
static void
name_holder (CabVault *self, GError **error)
{
  CabVaultLook look;

  if (!g_error_matches (*error, CAB_VAULT_ERROR, CAB_VAULT_ERROR_IN_USE))
    return;

  cab_vault_unregister (self);
  if (!cab_vault_look (self->path, &look, NULL) || look.holder == 0)
    return;

  g_clear_error (error);
  cab_vault_error_set_in_use (error, look.holder);
}

/* Whose a journal is, nothing in it says: SQLite would roll one that belongs to
 * another file, or to one that was replaced by hand, into this one and destroy
 * it. A copy shows it. Without room for one a journal, which is nearly always our
 * own and from a crash, is believed; a log, which is never ours, is not. */
static gboolean
rehearse (CabVault *self, const CabVaultLook *look, CabVaultOpenFlags flags, GError **error)
{
  g_autoptr (GError) local = NULL;

  if ((!look->wal && !look->hot_journal) || cab_snapshot_rehearse (self, look, flags, &local))
    return TRUE;
  if (!look->wal && g_error_matches (local, CAB_VAULT_ERROR, CAB_VAULT_ERROR_NO_SPACE))
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local));

  return FALSE;
}

gboolean
cab_vault_open_keyed (CabVault *self,
                      const CabVaultLook *look,
                      CabVaultOpenFlags flags,
                      gboolean created,
                      GError **error)
{
  g_autoptr (GError) local = NULL;

  if (!look->hot_journal && !look->wal && look->status.st_size % CAB_PAGE_SIZE != 0)
    return set_damaged (error, "look at the size");

  if (!rehearse (self, look, flags, error))
    return FALSE;

  if (open_live (self, flags, created, &local))
    return TRUE;

  if (self->db != NULL)
    (void)cab_db_close (g_steal_pointer (&self->db), NULL);
  name_holder (self, &local);
  g_propagate_error (error, g_steal_pointer (&local));

  return FALSE;
}

static gboolean
is_same_moment (const struct stat *a, const struct stat *b)
{
  return a->st_size == b->st_size && a->st_mtim.tv_sec == b->st_mtim.tv_sec
         && a->st_mtim.tv_nsec == b->st_mtim.tv_nsec;
}

/* While the key was derived, or tried without a lock, another program may have
 * begun to write: what is read then is neither damage nor a wrong passphrase. */
static gboolean
prove_at_rest (CabVault *self, CabVaultLook *look, GError **error)
{
  g_autoptr (GError) local = NULL;
  CabVaultLook now;

  if (cab_vault_prove_key (self, self->path, look, &local))
    return TRUE;

  cab_vault_unregister (self);
  if (cab_vault_look (self->path, &now, NULL)
      && (now.held || !is_same_moment (&now.status, &look->status)))
    cab_vault_error_set_in_use (error, now.holder);
  else
    g_propagate_error (error, g_steal_pointer (&local));

  return FALSE;
}

static gboolean
open_by_look (CabVault *self,
              CabVaultLook *look,
              const CabCredential *credential,
              CabVaultOpenFlags flags,
              GCancellable *cancellable,
              GError **error)
{
  memcpy (self->header, look->header, sizeof self->header);
  self->device = look->status.st_dev;
  self->inode = look->status.st_ino;

  if (!cab_vault_check_header (self, look, error) || !cab_vault_register (self, error))
    return FALSE;

  if (look->held)
    {
      cab_vault_error_set_in_use (error, look->holder);
      return FALSE;
    }

  if (!cab_vault_derive (self, credential, cancellable, error)
      || !prove_at_rest (self, look, error))
    return FALSE;

  if (self->writable)
    return cab_vault_open_keyed (self, look, flags, FALSE, error);

  return cab_snapshot_open_read_only (self, look, error);
}

gboolean
cab_vault_examine (const char *path, const CabVaultSettings *settings, GError **error)
{
  g_autofree char *resolved = NULL;
  g_autoptr (CabVault) self = NULL;
  struct stat status;
  CabVaultLook look;

  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (settings != NULL, FALSE);

  resolved = cab_vault_resolve (path, error);
  if (resolved == NULL)
    return FALSE;

  /* What this program has open is a practice. */
  if (g_lstat (resolved, &status) == 0 && cab_vault_is_registered (status.st_dev, status.st_ino))
    return TRUE;
  if (!cab_vault_look (resolved, &look, error))
    return FALSE;

  self = cab_vault_new (resolved, settings);
  memcpy (self->header, look.header, sizeof self->header);
  if (!cab_vault_check_header (self, &look, error))
    return FALSE;

  if (look.held)
    cab_vault_error_set_in_use (error, look.holder);

  return !look.held;
}

CabVault *
cab_vault_open (const char *path,
                const CabCredential *credential,
                CabVaultOpenFlags flags,
                const CabVaultSettings *settings,
                GCancellable *cancellable,
                GError **error)
{
  g_autofree char *resolved = NULL;
  g_autoptr (CabVault) self = NULL;
  CabVaultLook look;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (credential != NULL && credential->secret != NULL, NULL);
  g_return_val_if_fail (settings != NULL, NULL);

  if ((flags & CAB_VAULT_OPEN_SNAPSHOT) != 0)
    return cab_snapshot_open (path, credential, settings, cancellable, error);

  resolved = cab_vault_resolve (path, error);
  if (resolved == NULL || !cab_vault_look (resolved, &look, error))
    return NULL;

  self = cab_vault_new (resolved, settings);
  self->writable = (flags & CAB_VAULT_OPEN_READ_ONLY) == 0 && !is_read_only_place (resolved);
  if (self->writable && !cab_vault_check_place (resolved, error))
    return NULL;

  if (!open_by_look (self, &look, credential, flags, cancellable, error))
    return NULL;

  return g_steal_pointer (&self);
}
