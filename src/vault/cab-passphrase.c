/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-vault"

#include "config.h"

#include "cab-passphrase.h"

#include "cab-recovery.h"
#include "cab-swap.h"
#include "cab-vault-error.h"

#include <errno.h>

/* A re-encrypting copy is made from a ciphertext copy that passed its check,
 * never from the live file: SQLite's backup copies a damaged page as zeros under
 * a fresh and valid HMAC [V-121]. */
typedef gboolean (*MakeAnew) (CabDb *from, const char *path, gpointer data, GError **error);

typedef struct
{
  CabSecret *key;            /* K of the new file */
  const guint8 *header;      /* its header; NULL when it stays */
  const guint8 *fingerprint; /* of its R; NULL when it stays */
  const char *act;
  MakeAnew make;
} Renewal;

static CabDb *
connect (const char *path, CabDbMode mode, CabSecret *key, const guint8 *header, GError **error)
{
  g_autoptr (CabDb) db = cab_db_open (path, mode, error);

  if (db == NULL || !cab_db_set_key (db, key, header, error)
      || (header == NULL && !cab_db_configure (db, error)))
    return NULL;

  return g_steal_pointer (&db);
}

static gboolean
copy_pages (CabDb *from, CabDb *to, GError **error)
{
  sqlite3_backup *backup = sqlite3_backup_init (to->handle, "main", from->handle, "main");
  int rc;

  if (backup == NULL)
    {
      cab_db_set_error (to, sqlite3_errcode (to->handle), "encrypt the copy", error);
      return FALSE;
    }

  do
    rc = sqlite3_backup_step (backup, 1024);
  while (rc == SQLITE_OK);
  sqlite3_backup_finish (backup);

  if (rc == SQLITE_DONE)
    return TRUE;

  cab_db_set_error (to, rc, "encrypt the copy", error);
  return FALSE;
}

static gboolean
make_with_new_key (CabDb *from, const char *path, gpointer data, GError **error)
{
  const Renewal *renewal = data;
  g_autoptr (CabDb) to = connect (path, CAB_DB_COPY, renewal->key, renewal->header, error);

  return to != NULL && copy_pages (from, to, error) && cab_db_close (g_steal_pointer (&to), error);
}

/* Header and key go over with VACUUM INTO (measured); every page gets a new IV. */
static gboolean
make_compact (CabDb *from, const char *path, gpointer data, GError **error)
{
  g_autoptr (CabStatement) statement
      = cab_statement_new_trusted (from, "VACUUM INTO ?1", "write the practice anew", error);

  if (statement == NULL)
    return FALSE;

  cab_statement_bind_text (statement, 1, path);
  return cab_statement_run (statement, error);
}

gboolean
cab_work_copy_vacuum (const char *path, CabSecret *key, const char *to, GError **error)
{
  g_autoptr (CabDb) from = connect (path, CAB_DB_CHECK, key, NULL, error);

  return from != NULL && make_compact (from, to, NULL, error);
}

static gboolean
write_new_header (CabVault *copy, gpointer data, GError **error)
{
  const Renewal *renewal = data;

  return cab_vault_write_meta (copy, "header16", renewal->header, CAB_HEADER_LENGTH, error)
         && cab_vault_write_meta (copy, "fingerprint", renewal->fingerprint, CAB_FINGERPRINT_LENGTH,
                                  error)
         && cab_vault_write_meta (copy, "sheet_date", NULL, 0, error)
         && cab_vault_audit (copy, renewal->act, NULL, NULL, NULL, error);
}

/* The copy still says the old header of itself, so it cannot be opened by the
 * recipe yet: the three rows come first. */
static gboolean
correct_header (const char *path, const Renewal *renewal, GError **error)
{
  static const char sql[] = "UPDATE meta SET value = ?1 WHERE name = 'header16'";
  g_autoptr (CabDb) db = connect (path, CAB_DB_COPY, renewal->key, NULL, error);
  g_autoptr (CabStatement) statement = NULL;

  if (db == NULL)
    return FALSE;

  statement = cab_statement_new_trusted (db, sql, "note the new header", error);
  if (statement == NULL)
    return FALSE;
  cab_statement_bind_bytes (statement, 1, renewal->header, CAB_HEADER_LENGTH);
  if (!cab_statement_run (statement, error))
    return FALSE;
  g_clear_pointer (&statement, cab_statement_free);

  return cab_db_close (g_steal_pointer (&db), error);
}

static gboolean
log_renewal (CabVault *vault, const char *path, const Renewal *renewal, GError **error)
{
  g_autoptr (CabVault) copy = NULL;
  gboolean done;

  if (renewal->header != NULL && !correct_header (path, renewal, error))
    return FALSE;

  copy = cab_work_copy_open (path, vault, renewal->key, TRUE, error);
  if (copy == NULL)
    return FALSE;

  /* The new file is closed when it takes the old one's place: a lease in it
   * would be noted as an unclean close at the next opening. */
  done = cab_vault_give_up_lease (copy, error)
         && (renewal->header == NULL ? cab_work_copy_log (copy, renewal->act, NULL, error)
                                     : cab_vault_transact (copy, renewal->act, write_new_header,
                                                           (gpointer)renewal, error));
  copy->witness_due = FALSE;

  return done && cab_vault_close (copy, error);
}

/* The new file under @made, from a verified copy of the live one. */
static gboolean
make_anew (CabVault *vault,
           const Renewal *renewal,
           const CabCopyWatch *watch,
           CabWorkCopy *made,
           GCancellable *cancellable,
           GError **error)
{
  g_auto (CabWorkCopy) still = CAB_WORK_COPY_INIT;
  g_autoptr (CabDb) from = NULL;

  if (!cab_work_copy_write (&still, vault, vault->path, watch, cancellable, error)
      || !cab_work_copy_prove (still.path, vault, vault->key, watch, cancellable, error)
      || !cab_work_copy_make (made, vault->path, error))
    return FALSE;

  from = connect (still.path, CAB_DB_CHECK, vault->key, NULL, error);
  return from != NULL && renewal->make (from, made->path, (gpointer)renewal, error)
         && log_renewal (vault, made->path, renewal, error)
         && cab_work_copy_prove (made->path, vault, renewal->key, watch, cancellable, error)
         && cab_work_copy_sync (made, error)
         && !g_cancellable_set_error_if_cancelled (cancellable, error);
}

static gboolean
renew (CabVault *vault,
       const Renewal *renewal,
       const CabCopyWatch *watch,
       GCancellable *cancellable,
       GError **error)
{
  g_auto (CabWorkCopy) made = CAB_WORK_COPY_INIT;
  g_autofree char *folder = g_path_get_dirname (vault->path);
  g_autofree char *path = g_strdup (vault->path);
  guint64 generation = vault->state.generation;
  struct stat status;

  if (!vault->writable)
    {
      cab_vault_error_set_step (error, CAB_VAULT_ERROR_READ_ONLY, 0, renewal->act);
      return FALSE;
    }
  if (lstat (path, &status) != 0)
    {
      cab_vault_error_set_errno (error, errno, vault->name, "look at the practice");
      return FALSE;
    }
  if (!cab_work_copy_check_space (folder, 2 * (guint64)status.st_size, error)
      || !make_anew (vault, renewal, watch, &made, cancellable, error))
    return FALSE;

  g_assert (vault->state.generation == generation);

  /* As it is while it is locked: whoever writes after the lock is given up shows. */
  if (lstat (path, &status) != 0)
    {
      cab_vault_error_set_errno (error, errno, vault->name, "look at the practice");
      return FALSE;
    }

  /* The lease is not given up here: that would write into the old file after
   * the copy was made of it. */
  vault->leased = FALSE;
  return cab_vault_close (vault, error) && cab_swap (path, &status, &made, NULL, error);
}

/* Whether @root is what the open file was opened with. */
static gboolean
check_root (CabVault *vault, CabSecret *root, GError **error)
{
  g_autoptr (CabSecret) key = cab_kdf_derive_key (root);

  if (cab_secret_equal (key, vault->key))
    return TRUE;

  cab_vault_error_set (error, CAB_VAULT_ERROR_WRONG_KEY);
  return FALSE;
}

static gboolean
change_to (CabVault *vault,
           CabSecret *new_passphrase,
           const CabCopyWatch *watch,
           GCancellable *cancellable,
           GError **error)
{
  guint8 header[CAB_HEADER_LENGTH];
  guint8 fingerprint[CAB_FINGERPRINT_LENGTH];
  g_autoptr (CabSecret) root = NULL;
  g_autoptr (CabSecret) key = NULL;
  Renewal renewal;

  cab_header_make ((guint8)cab_vault_get_profile (vault), vault->ids, header);
  root = cab_kdf_derive_root (new_passphrase, header, cancellable, error);
  if (root == NULL)
    return FALSE;

  key = cab_kdf_derive_key (root);
  cab_kdf_derive_fingerprint (root, fingerprint);
  renewal = (Renewal){ key, header, fingerprint, "passphrase-change", make_with_new_key };

  return renew (vault, &renewal, watch, cancellable, error);
}

gboolean
cab_passphrase_prove (CabVault *vault,
                      CabSecret *passphrase,
                      GCancellable *cancellable,
                      GError **error)
{
  g_autoptr (CabSecret) root = NULL;

  g_return_val_if_fail (vault != NULL && vault->db != NULL && passphrase != NULL, FALSE);

  root = cab_kdf_derive_root (passphrase, vault->header, cancellable, error);
  return root != NULL && check_root (vault, root, error);
}

gboolean
cab_passphrase_change (CabVault *vault,
                       CabSecret *old_passphrase,
                       CabSecret *new_passphrase,
                       const CabCopyWatch *watch,
                       GCancellable *cancellable,
                       GError **error)
{
  g_return_val_if_fail (vault != NULL && vault->db != NULL && watch != NULL, FALSE);
  g_return_val_if_fail (old_passphrase != NULL && new_passphrase != NULL, FALSE);
  g_return_val_if_fail (vault->depth == 0 && vault->reading == 0, FALSE);

  return cab_passphrase_prove (vault, old_passphrase, cancellable, error)
         && change_to (vault, new_passphrase, watch, cancellable, error);
}

gboolean
cab_passphrase_set_by_code (CabVault *vault,
                            CabSecret *code,
                            CabSecret *new_passphrase,
                            const CabCopyWatch *watch,
                            GCancellable *cancellable,
                            GError **error)
{
  g_autoptr (CabSecret) root = NULL;

  g_return_val_if_fail (vault != NULL && vault->db != NULL && watch != NULL, FALSE);
  g_return_val_if_fail (code != NULL && new_passphrase != NULL, FALSE);
  g_return_val_if_fail (vault->depth == 0 && vault->reading == 0, FALSE);

  root = cab_recovery_decode (code, error);
  return root != NULL && check_root (vault, root, error)
         && change_to (vault, new_passphrase, watch, cancellable, error);
}

gboolean
cab_compact (CabVault *vault, const CabCopyWatch *watch, GCancellable *cancellable, GError **error)
{
  Renewal renewal;

  g_return_val_if_fail (vault != NULL && vault->db != NULL && watch != NULL, FALSE);
  g_return_val_if_fail (vault->depth == 0 && vault->reading == 0, FALSE);

  renewal = (Renewal){ vault->key, NULL, NULL, "compact", make_compact };
  return renew (vault, &renewal, watch, cancellable, error);
}
