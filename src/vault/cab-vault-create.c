/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-vault"

#include "config.h"

#include <glib/gstdio.h>
#include <unistd.h>

#include "cab-swap.h"
#include "cab-vault-error.h"
#include "cab-vault-private.h"

static gboolean
write_random_key (CabVault *self, const char *name, CabSecret **key, GError **error)
{
  gboolean done;

  *key = cab_secret_new (CAB_KEY_LENGTH);
  cab_ids_fill (self->ids, cab_secret_open_for_writing (*key), CAB_KEY_LENGTH);
  cab_secret_close (*key);

  done = cab_vault_write_meta (self, name, cab_secret_open (*key), CAB_KEY_LENGTH, error);
  cab_secret_close (*key);

  return done;
}

static gboolean
write_meta (CabVault *self, GError **error)
{
  g_autofree char *now = cab_clock_dup_now (self->clock);

  cab_ids_fill (self->ids, self->practice_id, sizeof self->practice_id);

  /* Any Cabinet that knows schema 1 can read this; [V-48] raises it. */
  return cab_vault_write_meta (self, "practice_id", self->practice_id, sizeof self->practice_id,
                               error)
         && cab_vault_write_meta (self, "header16", self->header, sizeof self->header, error)
         && cab_vault_write_meta (self, "fingerprint", self->fingerprint, sizeof self->fingerprint,
                                  error)
         && cab_vault_write_meta (self, "sheet_date", NULL, 0, error)
         && cab_vault_write_meta (self, "min_reader", "1", 1, error)
         && cab_vault_write_meta (self, "created", now, strlen (now), error)
         && write_random_key (self, "k_audit", &self->audit_key, error)
         && write_random_key (self, "k_digest", &self->digest_key, error)
         && write_random_key (self, "k_witness", &self->witness_key, error);
}

static gboolean
insert_state (CabVault *self, GError **error)
{
  g_autoptr (CabStatement) statement = cab_statement_new_trusted (
      self->db,
      "INSERT INTO state (one, generation, head_seq, head_mac, max_wall, content_root, erasing)\n"
      "VALUES (1, 0, 0, ?1, ?2, ?3, 0)",
      "write the first state", error);

  if (statement == NULL)
    return FALSE;

  self->state = (CabVaultState){ .max_wall = cab_clock_get_wall_ms (self->clock) };
  cab_digest_genesis (cab_secret_open (self->audit_key), self->practice_id, self->state.head.mac);
  cab_secret_close (self->audit_key);

  cab_statement_bind_bytes (statement, 1, self->state.head.mac, sizeof self->state.head.mac);
  cab_statement_bind_integer (statement, 2, self->state.max_wall);
  cab_statement_bind_bytes (statement, 3, self->state.content_root,
                            sizeof self->state.content_root);

  return cab_statement_run (statement, error);
}

/* Everything a new practice holds, in the transaction that is open. */
static gboolean
fill (CabVault *self, GError **error)
{
  int newest = self->migrations->n_steps;

  if (!cab_db_exec_trusted (self->db, "PRAGMA application_id = " G_STRINGIFY (CAB_APPLICATION_ID),
                            "mark the file as a practice", error)
      || !cab_migrator_apply (self->migrations, self->db, 0, newest, error)
      || !write_meta (self, error) || !insert_state (self, error))
    return FALSE;

  for (int version = 1; version <= newest; version++)
    if (!cab_vault_record_migration (self, version, error))
      return FALSE;

  self->state.generation = 1;

  return cab_vault_audit (self, "create", NULL, NULL, NULL, error)
         && cab_vault_write_state (self, error);
}

static gboolean
make_content (CabVault *self, GError **error)
{
  gboolean done;

  if (!cab_db_exec_trusted (self->db, "BEGIN EXCLUSIVE", "make the practice", error))
    return FALSE;

  self->depth++;
  done = fill (self, error);
  self->depth--;

  return done && cab_db_exec_trusted (self->db, "COMMIT", "make the practice", error);
}

static gboolean
make_file (CabVault *self, const char *part, GError **error)
{
  self->db = cab_db_open (part, CAB_DB_COPY, error);
  if (self->db == NULL)
    return FALSE;

  if (!cab_db_set_key (self->db, self->key, self->header, error)
      || !cab_db_configure (self->db, error) || !make_content (self, error))
    {
      (void)cab_db_close (g_steal_pointer (&self->db), NULL);
      return FALSE;
    }

  return cab_db_close (g_steal_pointer (&self->db), error);
}

static gboolean
derive (CabVault *self,
        CabSecret *passphrase,
        int profile,
        GCancellable *cancellable,
        GError **error)
{
  g_autoptr (CabSecret) root = NULL;

  if (profile < 0)
    profile = cab_kdf_choose_profile ();

  cab_header_make ((guint8)profile, self->ids, self->header);
  root = cab_kdf_derive_root (passphrase, self->header, cancellable, error);
  if (root == NULL)
    return FALSE;

  self->key = cab_kdf_derive_key (root);
  cab_kdf_derive_fingerprint (root, self->fingerprint);

  return TRUE;
}

/* What making the file has read from it is read again when it is opened. */
static void
forget_content (CabVault *self)
{
  g_clear_pointer (&self->audit_key, cab_secret_free);
  g_clear_pointer (&self->digest_key, cab_secret_free);
  g_clear_pointer (&self->witness_key, cab_secret_free);
  self->state = (CabVaultState){ 0 };
}

/* The name appears once everything under it is on disk, and never over another
 * file's. */
static gboolean
make (CabVault *self, GError **error)
{
  g_auto (CabWorkCopy) part = CAB_WORK_COPY_INIT;

  if (!cab_work_copy_make (&part, self->path, error) || !make_file (self, part.path, error)
      || !cab_work_copy_sync (&part, error) || !cab_work_copy_publish (&part, self->path, error))
    return FALSE;

  forget_content (self);

  return TRUE;
}

static gboolean
check_free (const char *path, GError **error)
{
  struct stat status;

  if (g_lstat (path, &status) == 0)
    {
      cab_vault_error_set (error, CAB_VAULT_ERROR_EXISTS);
      return FALSE;
    }

  return TRUE;
}

/* (transfer full) (nullable): the path with its folder resolved, when it may be taken. */
static char *
resolve_free (const char *path, GError **error)
{
  g_autofree char *resolved = cab_vault_resolve_new (path, error);

  if (resolved == NULL || !cab_vault_check_place (resolved, error) || !check_free (resolved, error))
    return NULL;

  return g_steal_pointer (&resolved);
}

gboolean
cab_vault_check_new (const char *path, GError **error)
{
  g_autofree char *resolved = NULL;
  g_autofree char *folder = NULL;

  g_return_val_if_fail (path != NULL, FALSE);

  resolved = resolve_free (path, error);
  if (resolved == NULL)
    return FALSE;

  folder = g_path_get_dirname (resolved);
  if (g_access (folder, W_OK | X_OK) != 0)
    {
      int saved_errno = errno;
      g_autofree char *name = g_path_get_basename (folder);

      cab_vault_error_set_errno (error, saved_errno, name, "look at the folder");
      return FALSE;
    }

  return TRUE;
}

CabVault *
cab_vault_create (const char *path,
                  CabSecret *passphrase,
                  int profile,
                  const CabVaultSettings *settings,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autofree char *resolved = NULL;
  g_autoptr (CabVault) self = NULL;
  CabVaultLook look;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (passphrase != NULL, NULL);
  g_return_val_if_fail (settings != NULL, NULL);

  resolved = resolve_free (path, error);
  if (resolved == NULL)
    return NULL;

  self = cab_vault_new (resolved, settings);
  self->writable = TRUE;
  if (!derive (self, passphrase, profile, cancellable, error) || !make (self, error)
      || !cab_vault_look (resolved, &look, error))
    return NULL;

  self->device = look.status.st_dev;
  self->inode = look.status.st_ino;
  if (!cab_vault_register (self, error)
      || !cab_vault_open_keyed (self, &look, CAB_VAULT_OPEN_NORMAL, TRUE, error))
    return NULL;

  return g_steal_pointer (&self);
}
