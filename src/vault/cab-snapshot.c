/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-vault"

#include "config.h"

#include "cab-snapshot.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include "cab-db-copy.h"
#include "cab-snapshot-private.h"
#include "cab-vault-error.h"

#define COPY_PREFIX "copy-"
#define COPY_NAME "practice.cabinet"

/* [V-100]'s margin; the rest of the computer needs room too. */
#define MARGIN (64 * 1024 * 1024)

#define SLICE (1024 * 1024)

/* [V-117] */
#define REST_US (2 * G_USEC_PER_SEC)
#define TRIES 3

static gint64
get_length (const char *path)
{
  struct stat status;

  return g_lstat (path, &status) == 0 ? status.st_size : 0;
}

static gboolean
has_room (const char *folder, gint64 needed)
{
  struct statvfs status;

  if (statvfs (folder, &status) != 0)
    return FALSE;

  return (gint64)(status.f_bavail * status.f_frsize) >= needed;
}

/* Makes `copy-XXXXXX` under @base and takes its lock, which tells the sweep of
 * another process that somebody lives there. */
static char *
make_folder (CabVault *self, const char *base, gint64 needed)
{
  g_autofree char *folder = NULL;

  if (g_mkdir_with_parents (base, 0700) != 0 || !has_room (base, needed))
    return NULL;

  folder = g_build_filename (base, COPY_PREFIX "XXXXXX", NULL);
  if (g_mkdtemp_full (folder, 0700) == NULL)
    return NULL;

  self->copy_lock = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
  if (self->copy_lock == -1 || flock (self->copy_lock, LOCK_EX | LOCK_NB) != 0)
    {
      g_clear_fd (&self->copy_lock, NULL);
      (void)g_rmdir (folder);
      return NULL;
    }

  return g_steal_pointer (&folder);
}

/* In memory if there is room, otherwise in the cache folder [V-111]. */
static gboolean
prepare_copy (CabVault *self, gint64 needed, GError **error)
{
  g_autofree char *folder = make_folder (self, self->runtime_dir, needed);

  if (folder == NULL)
    folder = make_folder (self, self->cache_dir, needed);

  if (folder == NULL)
    {
      cab_vault_error_set_step (error, CAB_VAULT_ERROR_NO_SPACE, 0, "make room for a copy");
      return FALSE;
    }

  self->copy = g_build_filename (folder, COPY_NAME, NULL);

  return TRUE;
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      (void)g_unlink (path);
    }

  if (g_rmdir (folder) != 0)
    g_info ("A runtime copy could not be removed: %s", g_strerror (errno));
}

void
cab_snapshot_drop (CabVault *self)
{
  if (self->copy != NULL)
    {
      g_autofree char *folder = g_path_get_dirname (self->copy);

      remove_folder (folder);
      g_clear_pointer (&self->copy, g_free);
    }

  g_clear_fd (&self->copy_lock, NULL);
}

static void
sweep_base (const char *base)
{
  g_autoptr (GDir) dir = g_dir_open (base, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *folder = NULL;
      g_autofd int fd = -1;

      if (!g_str_has_prefix (name, COPY_PREFIX))
        continue;

      folder = g_build_filename (base, name, NULL);
      fd = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW, 0);
      if (fd != -1 && flock (fd, LOCK_EX | LOCK_NB) == 0)
        remove_folder (folder);
    }
}

void
cab_snapshot_sweep (const CabVaultSettings *settings)
{
  g_autoptr (CabVault) self = NULL;

  g_return_if_fail (settings != NULL);

  /* It knows where the folders are when the settings do not say. */
  self = cab_vault_new ("", settings);
  sweep_base (self->runtime_dir);
  sweep_base (self->cache_dir);
}

static gboolean
copy_descriptor (int from, int to, gint64 limit, GCancellable *cancellable, GError **error)
{
  g_autofree guint8 *slice = g_malloc (SLICE);

  while (limit > 0)
    {
      ssize_t n;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;

      n = read (from, slice, (size_t)MIN ((gint64)SLICE, limit));
      if (n == 0)
        break;
      if (n > 0)
        {
          limit -= n;
          n = cab_db_write_all (to, slice, (gsize)n, error) ? n : -1;
          if (n < 0)
            return FALSE;
        }
      else if (errno != EINTR)
        {
          cab_vault_error_set_errno (error, errno, NULL, "read the file for a copy");
          return FALSE;
        }
    }

  return TRUE;
}

/* Copies at most @limit bytes; the copy gets the length of the original. */
static gboolean
copy_file (const char *from,
           const char *to,
           gint64 limit,
           GCancellable *cancellable,
           GError **error)
{
  g_autofd int in = cab_vault_open_raw (from, O_RDONLY, error);
  g_autofd int out = -1;
  struct stat status;

  if (in == -1)
    return FALSE;

  out = cab_vault_open_raw (to, O_WRONLY | O_CREAT | O_EXCL, error);
  if (out == -1 || !copy_descriptor (in, out, limit, cancellable, error))
    return FALSE;

  if (fstat (in, &status) != 0 || ftruncate (out, status.st_size) != 0)
    {
      cab_vault_error_set_errno (error, errno, NULL, "make a copy");
      return FALSE;
    }

  return TRUE;
}

static gboolean
copy_sibling (CabVault *self, const char *suffix, GCancellable *cancellable, GError **error)
{
  g_autofree char *from = g_strconcat (self->path, suffix, NULL);
  g_autofree char *to = g_strconcat (self->copy, suffix, NULL);

  return copy_file (from, to, G_MAXINT64, cancellable, error);
}

/* Ciphertext of the file and of what has to be applied to it. */
static gboolean
take_copy (CabVault *self,
           const CabVaultLook *look,
           gint64 limit,
           GCancellable *cancellable,
           GError **error)
{
  g_autofree char *journal = g_strconcat (self->path, "-journal", NULL);
  g_autofree char *wal = g_strconcat (self->path, "-wal", NULL);
  gint64 needed = MIN (limit, look->status.st_size) + get_length (journal) + get_length (wal);
  gboolean has_wal = look->wal && get_length (wal) > 0;

  return prepare_copy (self, needed + MARGIN, error)
         && copy_file (self->path, self->copy, limit, cancellable, error)
         && (!look->hot_journal || copy_sibling (self, "-journal", cancellable, error))
         && (!has_wal || copy_sibling (self, "-wal", cancellable, error));
}

gboolean
cab_snapshot_probe (CabVault *self, const CabVaultLook *look, GError **error)
{
  gboolean fits = FALSE;

  /* Only page 1 has to be whole afterwards. */
  if (take_copy (self, look, CAB_PAGE_SIZE, NULL, error))
    {
      g_autoptr (CabDb) db = cab_db_open (self->copy, CAB_DB_COPY, error);
      gint64 version;

      fits = db != NULL && cab_db_set_key (db, self->key, NULL, error)
             && cab_db_query_integer (db, "PRAGMA user_version", &version, "try the key", error);
    }

  cab_snapshot_drop (self);

  return fits;
}

static gboolean
play_into_copy (CabVault *self, CabVaultOpenFlags flags, GError **error)
{
  CabVaultHistory history = { 0 };
  int version = 0;
  gboolean done;

  self->db = cab_db_open (self->copy, CAB_DB_COPY, error);
  if (self->db == NULL)
    return FALSE;

  done = cab_db_set_key (self->db, self->key, NULL, error) && cab_db_configure (self->db, error)
         && cab_db_exec_trusted (self->db, "BEGIN EXCLUSIVE; COMMIT", "try the journal", error)
         && cab_vault_check_identity (self, self->copy, &version, error)
         && cab_vault_check_history (self, flags, &history, error);

  return cab_db_close (g_steal_pointer (&self->db), done ? error : NULL) && done;
}

gboolean
cab_snapshot_rehearse (CabVault *self,
                       const CabVaultLook *look,
                       CabVaultOpenFlags flags,
                       GError **error)
{
  gboolean done
      = take_copy (self, look, G_MAXINT64, NULL, error) && play_into_copy (self, flags, error);

  if (done && !cab_db_check_copy (self->copy, self->key, NULL))
    {
      cab_vault_error_set_step (error, CAB_VAULT_ERROR_DAMAGED, 0, "try the journal on a copy");
      done = FALSE;
    }
  cab_snapshot_drop (self);

  return done;
}

/* Rolls the copy's journal back, takes it out of WAL mode, brings it to the
 * newest schema. */
static gboolean
recover_copy (CabVault *self, GError **error)
{
  int version = 0;
  gboolean done;

  self->db = cab_db_open (self->copy, CAB_DB_COPY, error);
  if (self->db == NULL)
    return FALSE;

  done = cab_db_set_key (self->db, self->key, NULL, error) && cab_db_configure (self->db, error)
         && cab_db_exec_trusted (self->db, "BEGIN EXCLUSIVE; COMMIT", "recover the copy", error)
         && cab_vault_check_identity (self, self->copy, &version, error);
  if (done && version < self->migrations->n_steps)
    done = cab_vault_check_pages_if_new (self, error)
           && cab_vault_migrate_copy (self, version, error);

  return cab_db_close (g_steal_pointer (&self->db), done ? error : NULL) && done;
}

/* Opens @path, the practice or its copy, where nothing will be written. */
static gboolean
open_immutable (CabVault *self, const char *path, int *version, GError **error)
{
  self->db = cab_db_open (path, CAB_DB_IMMUTABLE, error);

  return self->db != NULL && cab_db_set_key (self->db, self->key, NULL, error)
         && cab_db_configure (self->db, error)
         && cab_vault_check_identity (self, path, version, error)
         && cab_vault_check_pages_if_new (self, error);
}

static gboolean
open_copy (CabVault *self, int *version, GError **error)
{
  return recover_copy (self, error) && open_immutable (self, self->copy, version, error);
}

static gboolean
open_original (CabVault *self, const CabVaultLook *look, int *version, GError **error)
{
  if (!open_immutable (self, self->path, version, error))
    return FALSE;

  if (*version >= self->migrations->n_steps)
    return TRUE;

  (void)cab_db_close (g_steal_pointer (&self->db), NULL);

  return take_copy (self, look, G_MAXINT64, NULL, error) && open_copy (self, version, error);
}

static void
abandon (CabVault *self)
{
  if (self->db != NULL)
    (void)cab_db_close (g_steal_pointer (&self->db), NULL);
  cab_snapshot_drop (self);
}

gboolean
cab_snapshot_open_read_only (CabVault *self, const CabVaultLook *look, GError **error)
{
  int version = 0;
  gboolean done;

  if (look->hot_journal || look->wal)
    done = take_copy (self, look, G_MAXINT64, NULL, error) && open_copy (self, &version, error);
  else
    done = open_original (self, look, &version, error);

  if (done)
    {
      cab_db_guard (self->db, TRUE);
      return TRUE;
    }

  abandon (self);

  return FALSE;
}

/* Whether nothing was written for a while, by the file's own time stamps: the
 * injected clock has no part in what the file system says. */
static gboolean
is_at_rest (const struct stat *status)
{
  gint64 now_ns = g_get_real_time () * 1000;
  gint64 changed_ns
      = status->st_mtim.tv_sec * G_GINT64_CONSTANT (1000000000) + status->st_mtim.tv_nsec;

  return now_ns - changed_ns > REST_US * 1000;
}

static gboolean
is_unchanged (const struct stat *before, const struct stat *after)
{
  return before->st_dev == after->st_dev && before->st_ino == after->st_ino
         && before->st_size == after->st_size && before->st_mtim.tv_sec == after->st_mtim.tv_sec
         && before->st_mtim.tv_nsec == after->st_mtim.tv_nsec;
}

/* One try. Returns 1 with a copy, 0 when the file did not rest, -1 with an error. */
static int
try_copy (CabVault *self, CabVaultLook *before, GCancellable *cancellable, GError **error)
{
  CabVaultLook after;

  if (!cab_vault_look (self->path, before, error))
    return -1;
  if (before->hot_journal || before->wal || !is_at_rest (&before->status))
    return 0;

  if (!take_copy (self, before, G_MAXINT64, cancellable, error)
      || !cab_vault_look (self->path, &after, error))
    return -1;

  if (after.hot_journal || after.wal || !is_unchanged (&before->status, &after.status))
    {
      cab_snapshot_drop (self);
      return 0;
    }

  memcpy (self->header, before->header, sizeof self->header);
  self->device = before->status.st_dev;
  self->inode = before->status.st_ino;

  return 1;
}

/* Between tries the writer gets as long as it would have to rest. */
static gboolean
copy_at_rest (CabVault *self, CabVaultLook *look, GCancellable *cancellable, GError **error)
{
  for (int round = 0; round < TRIES; round++)
    {
      int copied;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;

      copied = try_copy (self, look, cancellable, error);
      if (copied != 0)
        return copied > 0;
      if (round + 1 < TRIES)
        g_usleep (REST_US);
    }

  cab_vault_error_set_in_use (error, look->holder);

  return FALSE;
}

/* What the copy holds was never meant to be looked at by another process while
 * it is written, so nothing of it is believed: all pages, all references, the
 * whole chain. Rows are checked one by one as the model reads them. */
static gboolean
open_verified (CabVault *self, CabVaultLook *look, GError **error)
{
  int version = 0;

  if (!cab_vault_prove_key (self, self->copy, look, error)
      || !cab_db_check_copy (self->copy, self->key, error) || !open_copy (self, &version, error))
    return FALSE;

  cab_db_guard (self->db, TRUE);

  return cab_vault_verify_chain (self, 0, NULL, error);
}

CabVault *
cab_snapshot_open (const char *path,
                   const CabCredential *credential,
                   const CabVaultSettings *settings,
                   GCancellable *cancellable,
                   GError **error)
{
  g_autofree char *resolved = NULL;
  g_autoptr (CabVault) self = NULL;
  CabVaultLook look = { 0 };

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (credential != NULL && credential->secret != NULL, NULL);
  g_return_val_if_fail (settings != NULL, NULL);

  resolved = cab_vault_resolve (path, error);
  if (resolved == NULL)
    return NULL;

  self = cab_vault_new (resolved, settings);
  if (!copy_at_rest (self, &look, cancellable, error) || !cab_vault_register (self, error)
      || !cab_vault_check_header (self, &look, error)
      || !cab_vault_derive (self, credential, cancellable, error)
      || !open_verified (self, &look, error))
    {
      abandon (self);
      return NULL;
    }
  self->snapshot_ms = cab_clock_get_wall_ms (settings->clock);

  return g_steal_pointer (&self);
}
