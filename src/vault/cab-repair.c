/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-vault"

#include "config.h"

#include "cab-recovery-sheet.h"

#include "cab-db-copy.h"
#include "cab-recovery.h"
#include "cab-swap.h"
#include "cab-vault-error.h"
#include "cab-witness.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#define SLICE (1024 * 1024)

/* The page HMAC does not cover the salt ([V-190] 9): with the right 16 bytes in
 * front the file is whole again. All of this happens to a copy. */

static gboolean
find_header (const char *path, const CabVaultSettings *settings, guint8 *header, GError **error)
{
  g_autoptr (CabVault) nobody = cab_vault_new (path, settings);
  g_autofree char *folder = cab_vault_dup_witness_folder (nobody);
  CabWitness witness;

  if (cab_witness_find (folder, NULL, path, &witness))
    {
      memcpy (header, witness.header, CAB_HEADER_LENGTH);
      return TRUE;
    }

  cab_vault_error_set (error, CAB_VAULT_ERROR_DAMAGED_HEADER);
  return FALSE;
}

/* @header: (nullable): what replaces the first 16 bytes */
static gboolean
copy_bytes (int from, int to, const guint8 *header, GCancellable *cancellable, GError **error)
{
  g_autofree guint8 *slice = g_malloc (SLICE);
  gsize least = header != NULL ? CAB_HEADER_LENGTH : 1;

  while (!g_cancellable_set_error_if_cancelled (cancellable, error))
    {
      ssize_t n = read (from, slice, SLICE);

      if (n == 0)
        return TRUE;
      if (n < 0 && errno == EINTR)
        continue;
      if (n < (ssize_t)least)
        {
          cab_vault_error_set_errno (error, n < 0 ? errno : EIO, NULL, "read the practice");
          return FALSE;
        }
      if (header != NULL)
        memcpy (slice, header, CAB_HEADER_LENGTH);
      header = NULL;
      least = 1;
      if (!cab_db_write_all (to, slice, (gsize)n, error))
        return FALSE;
    }

  return FALSE;
}

static gboolean
copy_file (const char *from_path,
           const char *to_path,
           int flags,
           const guint8 *header,
           GCancellable *cancellable,
           GError **error)
{
  int from = cab_vault_open_raw (from_path, O_RDONLY, error);
  int to = from != -1 ? cab_vault_open_raw (to_path, O_WRONLY | flags, error) : -1;
  gboolean done = to != -1 && copy_bytes (from, to, header, cancellable, error);

  if (to != -1)
    close (to);
  if (from != -1)
    close (from);
  return done && cab_vault_sync_path (to_path, error);
}

static gboolean
copy_with_header (CabWorkCopy *part,
                  const char *path,
                  const guint8 *header,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);
  g_autofree char *part_journal = NULL;

  if (!cab_work_copy_make (part, path, error)
      || !copy_file (path, part->path, 0, header, cancellable, error))
    return FALSE;
  if (!cab_vault_is_hot (path, "-journal"))
    return TRUE;

  part_journal = g_strconcat (part->path, "-journal", NULL);
  return copy_file (journal, part_journal, O_CREAT | O_EXCL, NULL, cancellable, error);
}

/* A crash left a transaction half in the file: the copy is brought back to where
 * it began. What this cannot open, the probe words. */
static void
play_journal_back (const CabWorkCopy *part, CabSecret *key)
{
  g_autoptr (CabDb) db = NULL;

  if (!cab_vault_is_hot (part->path, "-journal"))
    return;

  db = cab_db_open (part->path, CAB_DB_COPY, NULL);
  if (db == NULL || !cab_db_set_key (db, key, NULL, NULL) || !cab_db_configure (db, NULL))
    g_info ("The journal of the copy was not played back");
}

static CabSecret *
derive_key (const CabCredential *credential,
            const guint8 *header,
            GCancellable *cancellable,
            GError **error)
{
  g_autoptr (CabSecret) root = NULL;

  switch (credential->type)
    {
    case CAB_CREDENTIAL_PASSPHRASE:
      root = cab_kdf_derive_root (credential->secret, header, cancellable, error);
      break;
    case CAB_CREDENTIAL_RECOVERY_CODE:
      root = cab_recovery_decode (credential->secret, error);
      break;
    }

  return root == NULL ? NULL : cab_kdf_derive_key (root);
}

/* A wrong passphrase is told from damage before anything else is looked at. */
static gboolean
probe (CabVault *like, const char *path, CabSecret *key, GError **error)
{
  g_autoptr (GError) local = NULL;

  like->key = cab_secret_dup (key);
  if (cab_vault_probe (like, path, "SELECT count(*) FROM sqlite_schema", &local))
    return TRUE;

  if ((cab_vault_error_get_sqlite_code (local) & 0xff) == SQLITE_NOTADB)
    cab_vault_error_set (error, CAB_VAULT_ERROR_WRONG_KEY);
  else
    g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gboolean
prove_and_log (const CabWorkCopy *part,
               const char *path,
               CabSecret *key,
               const CabVaultSettings *settings,
               const CabCopyWatch *watch,
               GCancellable *cancellable,
               GError **error)
{
  g_autoptr (CabVault) like = cab_vault_new (path, settings);
  g_autoptr (CabVault) copy = NULL;

  play_journal_back (part, key);
  if (!probe (like, part->path, key, error)
      || !cab_work_copy_prove (part->path, like, key, watch, cancellable, error))
    return FALSE;

  copy = cab_work_copy_open (part->path, like, key, TRUE, error);
  return copy != NULL && cab_work_copy_log (copy, "repair", "header", error)
         && cab_vault_close (copy, error);
}

gboolean
cab_repair_header (const char *path,
                   const CabCredential *credential,
                   const guint8 *header,
                   const CabVaultSettings *settings,
                   const CabCopyWatch *watch,
                   char **kept,
                   GCancellable *cancellable,
                   GError **error)
{
  g_auto (CabWorkCopy) part = CAB_WORK_COPY_INIT;
  g_autofree char *resolved = NULL;
  g_autofree char *keep = NULL;
  g_autoptr (CabSecret) key = NULL;
  guint8 right[CAB_HEADER_LENGTH];
  CabVaultLook look;

  g_return_val_if_fail (path != NULL && credential != NULL && settings != NULL, FALSE);
  g_return_val_if_fail (watch != NULL, FALSE);

  resolved = cab_vault_resolve (path, error);
  if (resolved == NULL || !cab_vault_look (resolved, &look, error))
    return FALSE;
  if (look.held)
    {
      cab_vault_error_set_in_use (error, look.holder);
      return FALSE;
    }

  if (header != NULL)
    memcpy (right, header, sizeof right);
  else if (!find_header (resolved, settings, right, error))
    return FALSE;

  if (kept != NULL)
    *kept = NULL;
  if (memcmp (look.header, right, sizeof right) == 0)
    return TRUE;

  key = derive_key (credential, right, cancellable, error);
  if (key == NULL || !copy_with_header (&part, resolved, right, cancellable, error)
      || !prove_and_log (&part, resolved, key, settings, watch, cancellable, error)
      || !cab_work_copy_sync (&part, error))
    return FALSE;

  keep = cab_work_copy_dup_kept_path (resolved, settings->clock);
  if (!cab_swap (resolved, &look.status, &part, keep, error))
    return FALSE;

  if (kept != NULL)
    *kept = g_steal_pointer (&keep);
  return TRUE;
}
