/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-vault"

#include "config.h"

#include "cab-backup.h"

#include "cab-db-copy.h"
#include "cab-swap.h"
#include "cab-vault-error.h"
#include "cab-witness.h"

#include <errno.h>

/* What the new file will look like to this computer, taken before it is closed
 * and its keys are gone. */
typedef struct
{
  CabWitness witness;
  CabSecret *key;
  char *folder;
} Remembered;

static void
remember (CabVault *copy, const char *destination, Remembered *remembered)
{
  remembered->key = cab_secret_dup (copy->witness_key);
  remembered->folder = cab_vault_dup_witness_folder (copy);
  memcpy (remembered->witness.practice_id, copy->practice_id, sizeof copy->practice_id);
  memcpy (remembered->witness.header, copy->header, sizeof copy->header);
  cab_witness_digest_path (destination, remembered->witness.path_digest);
  remembered->witness.key_check = copy->fingerprint[CAB_FINGERPRINT_LENGTH - 1];
  remembered->witness.generation = copy->state.generation;
  remembered->witness.head = copy->state.head;
  remembered->witness.wall_ms = cab_clock_get_wall_ms (copy->clock);
}

/* The person chose the older file: from now on it is the one this computer
 * knows. Failing to say so only means being asked once more. */
static void
write_remembered (Remembered *remembered)
{
  g_autoptr (GError) error = NULL;
  CabWitness known;

  /* A second copy beside a practice that is used elsewhere on this computer is
   * not the one this computer knows, whatever stood in its place before: the
   * next opening of it has to ask [V-85]. */
  if (cab_witness_read (remembered->folder, remembered->witness.practice_id, &known)
      && memcmp (known.path_digest, remembered->witness.path_digest, sizeof known.path_digest) != 0)
    return;

  if (!cab_witness_write (remembered->folder, &remembered->witness,
                          cab_secret_open (remembered->key), &error))
    g_info ("The witness was not written: %s", error->message);
  cab_secret_close (remembered->key);
}

static void
forget (Remembered *remembered)
{
  g_clear_pointer (&remembered->key, cab_secret_free);
  g_clear_pointer (&remembered->folder, g_free);
}

/* What stands at the destination may be damaged, or be closed with another
 * passphrase: then its tombstones are out of reach, which restoring says. */
static CabVault *
open_replaced (const char *destination,
               const CabCredential *credential,
               const CabVaultSettings *settings)
{
  if (!g_file_test (destination, G_FILE_TEST_EXISTS))
    return NULL;

  return cab_vault_open (destination, credential, CAB_VAULT_OPEN_READ_ONLY, settings, NULL, NULL);
}

static gboolean
bring_up_to_date (CabVault *source,
                  const CabWorkCopy *part,
                  CabVault *replaced,
                  const char *destination,
                  const CabCopyWatch *watch,
                  Remembered *remembered,
                  GError **error)
{
  g_autofree char *payload
      = g_strdup_printf ("restored from generation %" G_GUINT64_FORMAT, source->state.generation);
  g_autoptr (CabVault) copy = cab_work_copy_open (part->path, source, source->key, TRUE, error);

  /* A backup was made while the practice was open, and says so: on another
   * computer its lease would keep the restored file shut. */
  if (copy == NULL || !cab_vault_give_up_lease (copy, error)
      || (watch->adopt != NULL && !watch->adopt (copy, replaced, watch->data, error))
      || (watch->inherit != NULL && replaced != NULL
          && !watch->inherit (copy, replaced, watch->data, error))
      || !cab_work_copy_log (copy, "restore", payload, error))
    return FALSE;

  remember (copy, destination, remembered);
  copy->witness_due = FALSE;
  return cab_vault_close (copy, error);
}

/* @status: (nullable): of what stood there before its tombstones were read */
static gboolean
put_in_place (CabWorkCopy *part,
              const char *destination,
              const struct stat *status,
              CabClock *clock,
              char **kept,
              GError **error)
{
  g_autofree char *keep = cab_work_copy_dup_kept_path (destination, clock);

  if (status == NULL)
    return cab_work_copy_publish_fresh (part, destination, keep, error);
  if (!cab_swap (destination, status, part, keep, error))
    return FALSE;

  if (kept != NULL)
    *kept = g_steal_pointer (&keep);
  return TRUE;
}

static gboolean
restore (CabVault *source,
         const CabCredential *credential,
         const char *destination,
         const CabVaultSettings *settings,
         const CabCopyWatch *watch,
         char **kept,
         GCancellable *cancellable,
         GError **error)
{
  g_auto (CabWorkCopy) part = CAB_WORK_COPY_INIT;
  g_autoptr (CabVault) replaced = NULL;
  Remembered remembered = { 0 };
  struct stat status;
  gboolean exists = lstat (destination, &status) == 0;
  gboolean done;

  if (!cab_work_copy_write (&part, source, destination, watch, cancellable, error)
      || !cab_work_copy_prove (part.path, source, source->key, watch, cancellable, error))
    return FALSE;

  replaced = open_replaced (destination, credential, settings);
  done = bring_up_to_date (source, &part, replaced, destination, watch, &remembered, error);
  /* Closed before the swap takes its lock: closing drops the locks of the file. */
  g_clear_pointer (&replaced, cab_vault_free);
  done = done && cab_work_copy_prove (part.path, source, source->key, watch, cancellable, error)
         && cab_work_copy_sync (&part, error)
         && put_in_place (&part, destination, exists ? &status : NULL, source->clock, kept, error);
  if (done)
    write_remembered (&remembered);
  forget (&remembered);

  return done;
}

gboolean
cab_backup_restore (const char *backup,
                    const CabCredential *credential,
                    const char *destination,
                    const CabVaultSettings *settings,
                    const CabCopyWatch *watch,
                    char **kept,
                    GCancellable *cancellable,
                    GError **error)
{
  g_autofree char *resolved = NULL;
  g_autofree char *folder = NULL;
  g_autoptr (CabVault) source = NULL;
  struct stat status;

  g_return_val_if_fail (backup != NULL && credential != NULL && destination != NULL, FALSE);
  g_return_val_if_fail (settings != NULL && watch != NULL, FALSE);

  resolved = cab_vault_resolve_new (destination, error);
  if (resolved == NULL || !cab_vault_check_place (resolved, error))
    return FALSE;
  if (lstat (resolved, &status) == 0 && cab_vault_is_registered (status.st_dev, status.st_ino))
    {
      cab_vault_error_set_in_use (error, 0);
      return FALSE;
    }

  source
      = cab_vault_open (backup, credential, CAB_VAULT_OPEN_READ_ONLY, settings, cancellable, error);
  if (source == NULL)
    return FALSE;
  if (lstat (source->copy != NULL ? source->copy : source->path, &status) != 0)
    {
      cab_vault_error_set_errno (error, errno, source->name, "look at the backup");
      return FALSE;
    }

  folder = g_path_get_dirname (resolved);
  return cab_work_copy_check_space (folder, (guint64)status.st_size, error)
         && restore (source, credential, resolved, settings, watch, kept, cancellable, error);
}
