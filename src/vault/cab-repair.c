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

static gboolean
copy_with_header (CabWorkCopy *part, const char *path, const guint8 *header,
                  GCancellable *cancellable, GError **error)
{
  g_autofree guint8 *slice = g_malloc (1024 * 1024);
  int from = cab_vault_open_raw (path, O_RDONLY, error);
  int to = -1;
  gboolean done = from != -1 && cab_work_copy_make (part, path, error);
  gboolean first = TRUE;

  if (done)
    to = cab_vault_open_raw (part->path, O_WRONLY, error);
  done = to != -1;

  while (done)
    {
      ssize_t n = read (from, slice, 1024 * 1024);

      if (n == 0)
        break;
      if (n < 0 && errno == EINTR)
        continue;
      if (n < (first ? CAB_HEADER_LENGTH : 1))
        {
          cab_vault_error_set_errno (error, n < 0 ? errno : EIO, NULL, "read the practice");
          done = FALSE;
          break;
        }
      if (first)
        memcpy (slice, header, CAB_HEADER_LENGTH);
      first = FALSE;
      done = cab_db_write_all (to, slice, (gsize) n, error)
             && !g_cancellable_set_error_if_cancelled (cancellable, error);
    }

  if (to != -1)
    close (to);
  if (from != -1)
    close (from);
  return done && cab_work_copy_sync (part, error);
}

static CabSecret *
derive_key (const CabCredential *credential, const guint8 *header, GCancellable *cancellable,
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
prove_and_log (const CabWorkCopy *part, const char *path, CabSecret *key,
               const CabVaultSettings *settings, const CabCopyWatch *watch,
               GCancellable *cancellable, GError **error)
{
  g_autoptr (CabVault) like = cab_vault_new (path, settings);
  g_autoptr (CabVault) copy = NULL;

  if (!probe (like, part->path, key, error)
      || !cab_work_copy_prove (part->path, like, key, watch, cancellable, error))
    return FALSE;

  copy = cab_work_copy_open (part->path, like, key, TRUE, error);
  return copy != NULL && cab_work_copy_log (copy, "repair", "header", error)
         && cab_vault_close (copy, error);
}

/* -1 with @error set, else whether the file begins with @header. */
static int
begins_with (const char *path, const guint8 *header, GError **error)
{
  guint8 bytes[CAB_HEADER_LENGTH];
  int from = cab_vault_open_raw (path, O_RDONLY, error);
  ssize_t n;

  if (from == -1)
    return -1;

  n = pread (from, bytes, sizeof bytes, 0);
  close (from);

  return n == (ssize_t) sizeof bytes && memcmp (bytes, header, sizeof bytes) == 0;
}

gboolean
cab_repair_header (const char *path, const CabCredential *credential, const guint8 *header,
                   const CabVaultSettings *settings, const CabCopyWatch *watch, char **kept,
                   GCancellable *cancellable, GError **error)
{
  g_auto (CabWorkCopy) part = CAB_WORK_COPY_INIT;
  g_autofree char *resolved = NULL;
  g_autofree char *keep = NULL;
  g_autoptr (CabSecret) key = NULL;
  guint8 right[CAB_HEADER_LENGTH];
  struct stat status;
  int is_right;

  g_return_val_if_fail (path != NULL && credential != NULL && settings != NULL, FALSE);
  g_return_val_if_fail (watch != NULL, FALSE);

  resolved = cab_vault_resolve (path, error);
  if (resolved == NULL)
    return FALSE;
  if (lstat (resolved, &status) != 0)
    {
      cab_vault_error_set_errno (error, errno, resolved, "look at the practice");
      return FALSE;
    }

  if (header != NULL)
    memcpy (right, header, sizeof right);
  else if (!find_header (resolved, settings, right, error))
    return FALSE;

  is_right = begins_with (resolved, right, error);
  if (is_right != 0)
    return is_right > 0;

  key = derive_key (credential, right, cancellable, error);
  if (key == NULL || !copy_with_header (&part, resolved, right, cancellable, error)
      || !prove_and_log (&part, resolved, key, settings, watch, cancellable, error)
      || !cab_work_copy_sync (&part, error))
    return FALSE;

  keep = cab_work_copy_dup_kept_path (resolved, settings->clock);
  if (!cab_swap (resolved, &status, &part, keep, error))
    return FALSE;

  if (kept != NULL)
    *kept = g_steal_pointer (&keep);
  return TRUE;
}
