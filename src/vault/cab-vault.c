/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-vault"

#include "config.h"

#include "cab-vault.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "cab-kdf.h"
#include "cab-snapshot-private.h"
#include "cab-vault-error.h"
#include "cab-vault-private.h"
#include "cab-witness.h"

#define SYSTEM_ACTOR "system"

/* The one list of files that this process has open [V-20] 2. It cannot belong
 * to a context: POSIX locks belong to the process. */
static GMutex registry_lock;
static GPtrArray *registry;

static char *
dup_folder (const char *given, const char *base)
{
  return given != NULL ? g_strdup (given) : g_build_filename (base, "cabinet", NULL);
}

CabVault *
cab_vault_new (const char *path, const CabVaultSettings *settings)
{
  CabVault *self = g_new0 (CabVault, 1);

  self->path = g_strdup (path);
  self->name = g_path_get_basename (path);
  self->clock = cab_clock_ref (settings->clock);
  self->ids = cab_ids_ref (settings->ids);
  self->state_dir = dup_folder (settings->state_dir, g_get_user_state_dir ());
  self->runtime_dir = dup_folder (settings->runtime_dir, g_get_user_runtime_dir ());
  self->cache_dir = dup_folder (settings->cache_dir, g_get_user_cache_dir ());
  self->program = g_strdup (settings->program != NULL ? settings->program : "cabinet " CAB_VERSION);
  self->actor = g_strdup (SYSTEM_ACTOR);
  self->migrations
      = settings->migrations != NULL ? settings->migrations : cab_migrator_get_released ();
  self->copy_lock = -1;

  return self;
}

static gboolean
has_conflict (CabVault *self)
{
  for (guint i = 0; registry != NULL && i < registry->len; i++)
    {
      CabVault *other = g_ptr_array_index (registry, i);

      if (other->device == self->device && other->inode == self->inode)
        return TRUE;
      if (other->writable && self->writable)
        return TRUE;
    }

  return FALSE;
}

gboolean
cab_vault_register (CabVault *self, GError **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&registry_lock);

  g_assert (!self->registered);

  if (has_conflict (self))
    {
      cab_vault_error_set_in_use (error, 0);
      return FALSE;
    }

  if (registry == NULL)
    registry = g_ptr_array_new ();
  g_ptr_array_add (registry, self);
  self->registered = TRUE;

  return TRUE;
}

void
cab_vault_unregister (CabVault *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&registry_lock);

  if (!self->registered)
    return;

  g_ptr_array_remove_fast (registry, self);
  self->registered = FALSE;
  if (registry->len == 0)
    g_clear_pointer (&registry, g_ptr_array_unref);
}

gboolean
cab_vault_is_registered (dev_t device, ino_t inode)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&registry_lock);

  for (guint i = 0; registry != NULL && i < registry->len; i++)
    {
      CabVault *other = g_ptr_array_index (registry, i);

      if (other->device == device && other->inode == inode)
        return TRUE;
    }

  return FALSE;
}

int
cab_vault_open_raw (const char *path, int flags, GError **error)
{
  int fd = g_open (path, flags | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0600);

  if (fd == -1)
    {
      int saved_errno = errno;
      g_autofree char *name = g_path_get_basename (path);

      cab_vault_error_set_errno (error, saved_errno, name, "look at the file");
    }

  return fd;
}

gboolean
cab_vault_sync_path (const char *path, GError **error)
{
  int fd = cab_vault_open_raw (path, O_RDONLY, error);
  gboolean synced;

  if (fd == -1)
    return FALSE;

  synced = fsync (fd) == 0;
  if (!synced)
    cab_vault_error_set_errno (error, errno, NULL, "bring the file to disk");
  close (fd);

  return synced;
}

char *
cab_vault_dup_witness_folder (CabVault *self)
{
  return g_build_filename (self->state_dir, "witness", NULL);
}

CabSecret *
cab_vault_get_key (CabVault *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->key;
}

void
cab_vault_write_witness (CabVault *self)
{
  g_autofree char *folder = NULL;
  g_autoptr (GError) error = NULL;
  CabWitness witness = { 0 };

  g_return_if_fail (self != NULL);

  if (!self->writable || !self->witness_due || self->witness_key == NULL)
    return;

  memcpy (witness.practice_id, self->practice_id, sizeof witness.practice_id);
  memcpy (witness.header, self->header, sizeof witness.header);
  cab_witness_digest_path (self->path, witness.path_digest);
  witness.key_check = self->fingerprint[CAB_FINGERPRINT_LENGTH - 1];
  witness.generation = self->state.generation;
  witness.head = self->state.head;
  witness.wall_ms = cab_clock_get_wall_ms (self->clock);

  /* Never the failure of a commit: the next opening sees an older witness. */
  folder = cab_vault_dup_witness_folder (self);
  if (cab_witness_write (folder, &witness, cab_secret_open (self->witness_key), &error))
    self->witness_due = FALSE;
  else
    g_info ("The witness was not written: %s", error->message);
  cab_secret_close (self->witness_key);
}

static void
wipe_keys (CabVault *self)
{
  g_clear_pointer (&self->key, cab_secret_free);
  g_clear_pointer (&self->audit_key, cab_secret_free);
  g_clear_pointer (&self->digest_key, cab_secret_free);
  g_clear_pointer (&self->witness_key, cab_secret_free);
}

gboolean
cab_vault_close (CabVault *self, GError **error)
{
  gboolean cleared = TRUE;
  gboolean closed;

  g_return_val_if_fail (self != NULL, FALSE);

  if (self->db == NULL)
    return TRUE;

  cab_db_assert_thread (self->db);
  g_assert (self->depth == 0 && self->reading == 0);

  if (self->leased)
    cleared = cab_vault_give_up_lease (self, error);

  closed = cab_db_close (g_steal_pointer (&self->db), cleared ? error : NULL);

  cab_vault_write_witness (self);
  wipe_keys (self);
  cab_snapshot_drop (self);
  cab_vault_unregister (self);

  return cleared && closed;
}

void
cab_vault_free (CabVault *self)
{
  g_autoptr (GError) error = NULL;

  if (self == NULL)
    return;

  if (!cab_vault_close (self, &error))
    g_info ("Closing was not clean: %s", error->message);

  /* Opening that failed half-way has these without a connection. */
  wipe_keys (self);
  cab_snapshot_drop (self);
  cab_vault_unregister (self);

  cab_clock_unref (self->clock);
  cab_ids_unref (self->ids);
  g_free (self->path);
  g_free (self->name);
  g_free (self->state_dir);
  g_free (self->runtime_dir);
  g_free (self->cache_dir);
  g_free (self->program);
  g_free (self->actor);
  g_free (self);
}

CabDb *
cab_vault_get_db (CabVault *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->db;
}

gboolean
cab_vault_is_writable (CabVault *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->writable;
}

const char *
cab_vault_get_path (CabVault *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->path;
}

CabClock *
cab_vault_get_clock (CabVault *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->clock;
}

CabIds *
cab_vault_get_ids (CabVault *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->ids;
}

void
cab_vault_set_actor (CabVault *self, const char *clinician_id)
{
  g_return_if_fail (self != NULL);

  g_set_str (&self->actor, clinician_id != NULL ? clinician_id : SYSTEM_ACTOR);
}

const char *
cab_vault_get_actor (CabVault *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->actor;
}

void
cab_vault_digest_row (CabVault *self,
                      CabDigest *digest,
                      const char *table,
                      const char *id,
                      guint32 revision)
{
  g_return_if_fail (self != NULL && self->digest_key != NULL);

  cab_digest_begin_row (digest, cab_secret_open (self->digest_key), table, id, revision);
  cab_secret_close (self->digest_key);
}

char *
cab_vault_external_id (CabVault *self,
                       const char *profile,
                       const char *subject_id,
                       const char *record_id)
{
  char *id;

  g_return_val_if_fail (self != NULL && self->digest_key != NULL, NULL);

  id = cab_digest_dup_external_id (cab_secret_open (self->digest_key), profile, subject_id,
                                   record_id);
  cab_secret_close (self->digest_key);

  return id;
}

const guint8 *
cab_vault_get_practice_id (CabVault *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->practice_id;
}

const guint8 *
cab_vault_get_header (CabVault *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->header;
}

guint64
cab_vault_get_generation (CabVault *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->state.generation;
}

guint64
cab_vault_get_head_seq (CabVault *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return (guint64)self->state.head.seq;
}

const guint8 *
cab_vault_get_head_mac (CabVault *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->state.head.mac;
}

const guint8 *
cab_vault_get_content_root (CabVault *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->state.content_root;
}

gint64
cab_vault_get_created (CabVault *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->created;
}

guint
cab_vault_get_profile (CabVault *self)
{
  guint8 profile = 0;

  g_return_val_if_fail (self != NULL, 0);

  (void)cab_header_parse (self->header, CAB_PAGE_SIZE, NULL, &profile);

  return profile;
}

char *
cab_vault_dup_fingerprint (CabVault *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return cab_kdf_dup_fingerprint_text (self->fingerprint);
}

char *
cab_vault_dup_anchor (CabVault *self)
{
  g_autofree char *today = NULL;
  g_autoptr (GString) anchor = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, NULL);

  today = cab_clock_dup_today (self->clock);
  g_string_append_printf (anchor, "%" G_GINT64_FORMAT " %s ", self->state.head.seq, today);
  for (guint i = 0; i < CAB_ANCHOR_LENGTH; i++)
    g_string_append_printf (anchor, "%02x", self->state.head.mac[i]);

  return g_string_free (g_steal_pointer (&anchor), FALSE);
}

gboolean
cab_vault_is_clock_back (CabVault *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->clock_back;
}

gint64
cab_vault_get_snapshot_ms (CabVault *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->snapshot_ms;
}

gboolean
cab_vault_is_clock_ahead (CabVault *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->clock_ahead;
}

void
cab_vault_trust_clock (CabVault *self)
{
  g_return_if_fail (self != NULL);

  self->clock_ahead = FALSE;
}
