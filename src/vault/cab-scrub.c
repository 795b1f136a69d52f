/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-vault"

#include "config.h"

#include "cab-backup.h"

#include "cab-db-copy.h"
#include "cab-swap.h"
#include "cab-vault-error.h"

#include <errno.h>
#include <glib/gi18n.h>

/* What the ledger is told of the scrubbed file. */
typedef struct
{
  const char *path;
  guint64 size;
  guint8 hash[CAB_DIGEST_LENGTH];
  CabVaultState state;
} Scrubbed;

static gboolean
write_ledger (CabVault *vault, gpointer data, GError **error)
{
  static const char sql[]
      = "UPDATE backup_ledger\n"
        "SET size = ?2, hash = ?3, generation = ?4, seq = ?5, head_mac = ?6, verified_at = ?7,\n"
        "    level = 'full', ledger_state = 'scrubbed'\n"
        "WHERE path = ?1 AND ledger_state <> 'deleted'";
  const Scrubbed *scrubbed = data;
  g_autofree char *shown = g_filename_display_name (scrubbed->path);
  g_autoptr (CabStatement) statement
      = cab_statement_new_trusted (vault->db, sql, "note a scrubbed backup", error);

  if (statement == NULL)
    return FALSE;

  cab_statement_bind_text (statement, 1, shown);
  cab_statement_bind_integer (statement, 2, (gint64)scrubbed->size);
  cab_statement_bind_bytes (statement, 3, scrubbed->hash, CAB_DIGEST_LENGTH);
  cab_statement_bind_integer (statement, 4, (gint64)scrubbed->state.generation);
  cab_statement_bind_integer (statement, 5, (gint64)scrubbed->state.head.seq);
  cab_statement_bind_bytes (statement, 6, scrubbed->state.head.mac, CAB_DIGEST_LENGTH);
  cab_statement_bind_integer (statement, 7, cab_clock_get_wall_ms (vault->clock));

  return cab_statement_run (statement, error)
         && cab_vault_audit (vault, "backup", NULL, NULL, "scrubbed", error);
}

/* Erases in the copy what the practice has erased since. @is_changed: (out):
 * whether there was anything; a copy in which there was not is left alone. */
static gboolean
apply_tombstones (CabVault *vault,
                  CabVault *source,
                  const CabWorkCopy *part,
                  const CabCopyWatch *watch,
                  gboolean *is_changed,
                  GError **error)
{
  g_autoptr (CabVault) copy = cab_work_copy_open (part->path, source, source->key, TRUE, error);

  if (copy == NULL || !watch->adopt (copy, vault, watch->data, error))
    return FALSE;

  *is_changed
      = memcmp (copy->state.content_root, source->state.content_root, CAB_DIGEST_LENGTH) != 0;
  copy->witness_due = FALSE;
  return (!*is_changed || cab_work_copy_log (copy, "erase", "scrubbed", error))
         && cab_vault_close (copy, error);
}

/* The scrubbed file under @made, written anew: free pages still hold what was erased. */
static gboolean
make_anew (CabVault *source,
           const CabWorkCopy *part,
           const char *path,
           const CabCopyWatch *watch,
           CabWorkCopy *made,
           Scrubbed *scrubbed,
           GCancellable *cancellable,
           GError **error)
{
  g_autoptr (CabVault) copy = NULL;

  if (!cab_work_copy_make (made, path, error)
      || !cab_work_copy_vacuum (part->path, source->key, made->path, error)
      || !cab_work_copy_prove (made->path, source, source->key, watch, cancellable, error)
      || !cab_work_copy_sync (made, error)
      || !cab_db_hash_file (made->path, &scrubbed->size, scrubbed->hash, cancellable, error))
    return FALSE;

  copy = cab_work_copy_open (made->path, source, source->key, FALSE, error);
  if (copy == NULL)
    return FALSE;

  scrubbed->state = copy->state;
  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

/* @made is empty afterwards when there was nothing to erase. */
static gboolean
scrub (CabVault *vault,
       CabVault *source,
       const char *path,
       const CabCopyWatch *watch,
       CabWorkCopy *made,
       Scrubbed *scrubbed,
       GCancellable *cancellable,
       GError **error)
{
  g_auto (CabWorkCopy) part = CAB_WORK_COPY_INIT;
  gboolean is_changed = FALSE;

  if (!cab_work_copy_write (&part, source, path, watch, cancellable, error)
      || !cab_work_copy_prove (part.path, source, source->key, watch, cancellable, error)
      || !apply_tombstones (vault, source, &part, watch, &is_changed, error))
    return FALSE;

  return !is_changed || make_anew (source, &part, path, watch, made, scrubbed, cancellable, error);
}

static gboolean
check_is_ours (CabVault *vault, CabVault *source, GError **error)
{
  if (memcmp (vault->practice_id, source->practice_id, sizeof vault->practice_id) == 0)
    return TRUE;

  g_set_error (error, CAB_VAULT_ERROR, CAB_VAULT_ERROR_NOT_PRACTICE,
               _ ("“%s” is not a backup of this practice."), source->name);
  return FALSE;
}

gboolean
cab_backup_scrub (CabVault *vault,
                  const char *backup,
                  const CabCredential *credential,
                  const CabCopyWatch *watch,
                  gboolean *is_changed,
                  GCancellable *cancellable,
                  GError **error)
{
  const CabVaultSettings settings = {
    .clock = vault->clock,
    .ids = vault->ids,
    .state_dir = vault->state_dir,
    .runtime_dir = vault->runtime_dir,
    .cache_dir = vault->cache_dir,
    .program = vault->program,
    .migrations = vault->migrations,
  };
  g_auto (CabWorkCopy) made = CAB_WORK_COPY_INIT;
  g_autofree char *path = NULL;
  g_autofree char *folder = NULL;
  g_autoptr (CabVault) source = NULL;
  Scrubbed scrubbed = { 0 };
  struct stat status;

  g_return_val_if_fail (vault != NULL && vault->db != NULL && vault->writable, FALSE);
  g_return_val_if_fail (backup != NULL && credential != NULL && is_changed != NULL, FALSE);
  g_return_val_if_fail (watch != NULL && watch->adopt != NULL, FALSE);

  *is_changed = FALSE;
  path = cab_vault_resolve (backup, error);
  source = path != NULL ? cab_vault_open (path, credential, CAB_VAULT_OPEN_READ_ONLY, &settings,
                                          cancellable, error)
                        : NULL;
  if (source == NULL || !check_is_ours (vault, source, error))
    return FALSE;

  if (lstat (path, &status) != 0)
    {
      cab_vault_error_set_errno (error, errno, source->name, "look at the backup");
      return FALSE;
    }

  folder = g_path_get_dirname (path);
  scrubbed.path = path;
  if (!cab_work_copy_check_space (folder, 2 * (guint64)status.st_size, error)
      || !scrub (vault, source, path, watch, &made, &scrubbed, cancellable, error))
    return FALSE;
  if (made.path == NULL)
    return TRUE;

  /* Closed before the swap takes its lock: closing drops the locks of the file. */
  g_clear_pointer (&source, cab_vault_free);
  if (!cab_swap (path, &status, &made, NULL, error))
    return FALSE;

  *is_changed = TRUE;
  return cab_vault_transact (vault, "note a scrubbed backup", write_ledger, &scrubbed, error);
}
