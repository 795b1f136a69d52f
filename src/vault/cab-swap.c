/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-vault"

#include "config.h"

#include "cab-swap.h"

#include "cab-db-copy.h"
#include "cab-vault-error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sodium.h>
#include <sys/statvfs.h>
#include <unistd.h>

#define SPARE_SPACE (64 * 1024 * 1024)

void
cab_work_copy_clear (CabWorkCopy *self)
{
  g_autofree char *journal = NULL;

  if (self->path == NULL)
    return;

  journal = g_strconcat (self->path, "-journal", NULL);
  (void)g_unlink (journal);
  (void)g_unlink (self->path);
  g_clear_pointer (&self->path, g_free);
}

gboolean
cab_work_copy_check_space (const char *folder, guint64 needed, GError **error)
{
  struct statvfs status;

  if (statvfs (folder, &status) != 0)
    {
      cab_vault_error_set_errno (error, errno, NULL, "look at the free space");
      return FALSE;
    }
  if ((guint64)status.f_bavail * status.f_frsize >= needed + SPARE_SPACE)
    return TRUE;

  cab_vault_error_set (error, CAB_VAULT_ERROR_NO_SPACE);
  return FALSE;
}

/* Not from the injected source: two programs with the same counted ids may work
 * in one folder; nor from GLib's, which a forked child goes on with. */
static int
make_part (CabWorkCopy *self, const char *beside, GError **error)
{
  g_autofree char *path = g_strdup_printf ("%s.part-%08x", beside, randombytes_random ());
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GError) local = NULL;
  int fd = cab_vault_open_raw (path, O_WRONLY | O_CREAT | O_EXCL, &local);

  if (fd != -1)
    self->path = g_steal_pointer (&path);
  /* Nobody knows the name of a work copy; the folder is what may not be written. */
  else if (g_error_matches (local, CAB_VAULT_ERROR, CAB_VAULT_ERROR_NO_PERMISSION))
    cab_vault_error_set_no_permission (error, folder);
  else
    g_propagate_error (error, g_steal_pointer (&local));

  return fd;
}

gboolean
cab_work_copy_make (CabWorkCopy *self, const char *beside, GError **error)
{
  int fd = make_part (self, beside, error);

  if (fd == -1)
    return FALSE;

  close (fd);
  return TRUE;
}

static gboolean
sync_descriptor (int fd, GError **error)
{
  if (fsync (fd) == 0)
    return TRUE;

  cab_vault_error_set_errno (error, errno, NULL, "bring the copy to disk");
  return FALSE;
}

static gboolean
compare_with_disk (const CabWorkCopy *self, GCancellable *cancellable, GError **error)
{
  guint8 actual[CAB_DIGEST_LENGTH];
  guint64 size = 0;

  if (!cab_db_hash_file (self->path, &size, actual, cancellable, error))
    return FALSE;
  if (size == self->size && memcmp (actual, self->hash, sizeof actual) == 0)
    return TRUE;

  cab_vault_error_set_step (error, CAB_VAULT_ERROR_VERIFY, 0,
                            "compare the copy with what was written");
  return FALSE;
}

gboolean
cab_work_copy_write (CabWorkCopy *self,
                     CabVault *vault,
                     const char *beside,
                     const CabCopyWatch *watch,
                     GCancellable *cancellable,
                     GError **error)
{
  gboolean done;
  int fd;

  if (!cab_vault_settle (vault, error))
    return FALSE;

  fd = make_part (self, beside, error);
  if (fd == -1)
    return FALSE;

  done = cab_db_copy_pages (vault->db, fd, &self->size, self->hash, watch->progress,
                            watch->progress_data, cancellable, error)
         && sync_descriptor (fd, error);
  close (fd);

  return done && compare_with_disk (self, cancellable, error);
}

gboolean
cab_work_copy_sync (const CabWorkCopy *self, GError **error)
{
  return cab_vault_sync_path (self->path, error);
}

CabVault *
cab_work_copy_open (const char *path,
                    CabVault *like,
                    CabSecret *key,
                    gboolean writable,
                    GError **error)
{
  const CabVaultSettings settings = {
    .clock = like->clock,
    .ids = like->ids,
    .state_dir = like->state_dir,
    .runtime_dir = like->runtime_dir,
    .cache_dir = like->cache_dir,
    .program = like->program,
    .migrations = like->migrations,
  };
  g_autoptr (CabVault) self = cab_vault_new (path, &settings);
  CabVaultLook look;
  int version = 0;

  self->key = cab_secret_dup (key);
  self->writable = writable;
  cab_vault_set_actor (self, like->actor);
  if (!cab_vault_look (path, &look, error))
    return NULL;
  memcpy (self->header, look.header, sizeof self->header);

  self->db = cab_db_open (path, writable ? CAB_DB_COPY : CAB_DB_CHECK, error);
  if (self->db == NULL || !cab_db_set_key (self->db, self->key, NULL, error)
      || !cab_db_configure (self->db, error)
      || !cab_vault_check_identity (self, path, &version, error))
    return NULL;

  return g_steal_pointer (&self);
}

static gboolean
set_unverified (GError **error, const char *step)
{
  cab_vault_error_set_step (error, CAB_VAULT_ERROR_VERIFY, 0, step);
  return FALSE;
}

gboolean
cab_work_copy_prove (const char *path,
                     CabVault *like,
                     CabSecret *key,
                     const CabCopyWatch *watch,
                     GCancellable *cancellable,
                     GError **error)
{
  g_autoptr (CabVault) copy = NULL;
  g_auto (CabVaultReport) report = { 0 };
  CabVaultVerifyFlags flags = CAB_VAULT_VERIFY_CHAIN;

  if (!cab_db_check_copy (path, key, error))
    return FALSE;

  copy = cab_work_copy_open (path, like, key, FALSE, error);
  if (copy == NULL)
    return FALSE;

  cab_vault_report_init (&report);
  if (watch->rows != NULL)
    flags |= CAB_VAULT_VERIFY_CONTENT;
  if (!cab_vault_verify (copy, flags, watch->rows, watch->data, NULL, NULL, &report, cancellable,
                         error))
    return FALSE;

  return cab_vault_report_is_good (&report)
         || set_unverified (error, "check the chain and content");
}

gboolean
cab_work_copy_publish (CabWorkCopy *self, const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (renameat2 (AT_FDCWD, self->path, AT_FDCWD, path, RENAME_NOREPLACE) != 0)
    {
      if (errno == EEXIST)
        cab_vault_error_set (error, CAB_VAULT_ERROR_EXISTS);
      else
        cab_vault_error_set_errno (error, errno, NULL, "give the copy its name");
      return FALSE;
    }

  g_clear_pointer (&self->path, g_free);
  return cab_vault_sync_path (folder, error);
}

char *
cab_work_copy_dup_kept_path (const char *path, CabClock *clock)
{
  g_autofree char *now = cab_clock_dup_now (clock);
  g_autoptr (GString) compact = g_string_new (now);

  g_string_replace (compact, "-", "", 0);
  g_string_replace (compact, ":", "", 0);
  return g_strconcat (path, ".before-restore-", compact->str, NULL);
}

typedef struct
{
  const char *act;
  const char *payload;
} Log;

static gboolean
write_log (CabVault *copy, gpointer data, GError **error)
{
  const Log *log = data;

  return cab_vault_audit (copy, log->act, NULL, NULL, log->payload, error);
}

gboolean
cab_work_copy_log (CabVault *copy, const char *act, const char *payload, GError **error)
{
  Log log = { act, payload };
  gboolean done = cab_vault_transact (copy, act, write_log, &log, error);

  /* A work copy leaves no witness: it is not the practice yet. */
  copy->witness_due = FALSE;
  return done;
}

/* A write lock over SQLite's lock bytes keeps every other program out while the
 * names change. The descriptor is the only one this process has of the file. */
static int
lock_practice (const char *path, const struct stat *expected, GError **error)
{
  struct flock lock
      = { .l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = 0x40000000, .l_len = 512 };
  struct stat now;
  int fd = cab_vault_open_raw (path, O_RDWR, error);

  if (fd == -1)
    return -1;

  if (fcntl (fd, F_SETLK, &lock) == 0 && fstat (fd, &now) == 0 && now.st_ino == expected->st_ino
      && now.st_dev == expected->st_dev && now.st_size == expected->st_size
      && now.st_mtim.tv_sec == expected->st_mtim.tv_sec
      && now.st_mtim.tv_nsec == expected->st_mtim.tv_nsec)
    return fd;

  close (fd);
  cab_vault_error_set_in_use (error, 0);
  return -1;
}

static gboolean
replace (const char *path, CabWorkCopy *copy, GError **error)
{
  if (g_rename (copy->path, path) == 0)
    return TRUE;

  cab_vault_error_set_errno (error, errno, NULL, "put the copy in place");
  return FALSE;
}

/* The old file keeps a name at every moment: first the copy gets the name that
 * stays, then both are exchanged in one step. @unsupported: the file system has
 * no such step, and nothing was changed. */
static gboolean
exchange (const char *path,
          CabWorkCopy *copy,
          const char *keep,
          gboolean *unsupported,
          GError **error)
{
  int code;

  *unsupported = FALSE;
  if (renameat2 (AT_FDCWD, copy->path, AT_FDCWD, keep, RENAME_NOREPLACE) != 0)
    {
      *unsupported = errno == EINVAL || errno == ENOSYS;
      cab_vault_error_set_errno (error, errno, NULL, "make room for the replaced file");
      return FALSE;
    }

  if (renameat2 (AT_FDCWD, keep, AT_FDCWD, path, RENAME_EXCHANGE) == 0)
    return TRUE;

  code = errno;
  if (renameat2 (AT_FDCWD, keep, AT_FDCWD, copy->path, RENAME_NOREPLACE) == 0)
    *unsupported = code == EINVAL || code == ENOSYS;
  else
    g_clear_pointer (&copy->path, g_free);
  cab_vault_error_set_errno (error, code, NULL, "exchange the practice and its copy");
  return FALSE;
}

/* The file and what a crash left beside it to be played back into it. */
static const char *const suffixes[] = { "", "-journal", "-wal" };

static void
unlink_all (const char *path, guint first)
{
  for (guint i = first; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *sibling = g_strconcat (path, suffixes[i], NULL);

      (void)g_unlink (sibling);
    }
}

/* A second name for the file and its siblings. */
static gboolean
link_all (const char *path, const char *keep, guint first, GError **error)
{
  for (guint i = first; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *from = g_strconcat (path, suffixes[i], NULL);
      g_autofree char *to = g_strconcat (keep, suffixes[i], NULL);
      int code;

      if (link (from, to) == 0 || (i > 0 && errno == ENOENT))
        continue;

      code = errno;
      if (i > first)
        unlink_all (keep, first);
      cab_vault_error_set_errno (error, code, NULL, "keep the replaced file");
      return FALSE;
    }

  return TRUE;
}

/* By two names: where names cannot be exchanged, and where the old file has a
 * journal. That one belongs to the old file and goes with it: beside the new one
 * it would be rolled back into it. */
static gboolean
link_and_replace (const char *path, CabWorkCopy *copy, const char *keep, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (!link_all (path, keep, 0, error))
    return FALSE;
  if (!cab_vault_sync_path (folder, error))
    {
      unlink_all (keep, 0);
      return FALSE;
    }

  unlink_all (path, 1);
  if (replace (path, copy, error))
    return TRUE;

  if (link_all (keep, path, 1, NULL))
    unlink_all (keep, 0);
  return FALSE;
}

static gboolean
keep_and_replace (const char *path, CabWorkCopy *copy, const char *keep, GError **error)
{
  g_autoptr (GError) local = NULL;
  gboolean unsupported;

  if (cab_vault_is_hot (path, "-journal") || cab_vault_is_hot (path, "-wal"))
    return link_and_replace (path, copy, keep, error);
  if (exchange (path, copy, keep, &unsupported, &local))
    return TRUE;
  if (unsupported)
    return link_and_replace (path, copy, keep, error);

  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/* Nothing of the old file is kept, so nothing may be left to be played back. */
static gboolean
replace_whole (const char *path, CabWorkCopy *copy, GError **error)
{
  if (!cab_vault_is_hot (path, "-journal") && !cab_vault_is_hot (path, "-wal"))
    return replace (path, copy, error);

  cab_vault_error_set_step (error, CAB_VAULT_ERROR_IO, 0, "look for a journal before the swap");
  return FALSE;
}

gboolean
cab_work_copy_publish_fresh (CabWorkCopy *self, const char *path, const char *keep, GError **error)
{
  for (guint i = 1; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *from = g_strconcat (path, suffixes[i], NULL);
      g_autofree char *to = g_strconcat (keep, suffixes[i], NULL);

      if (!cab_vault_is_hot (path, suffixes[i]) || g_rename (from, to) == 0)
        continue;
      cab_vault_error_set_errno (error, errno, NULL, "set a journal without its file aside");
      return FALSE;
    }

  return cab_work_copy_publish (self, path, error);
}

gboolean
cab_swap (const char *path,
          const struct stat *expected,
          CabWorkCopy *copy,
          const char *keep,
          GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  gboolean done;
  int fd = lock_practice (path, expected, error);

  if (fd == -1)
    return FALSE;

  done = keep != NULL ? keep_and_replace (path, copy, keep, error)
                      : replace_whole (path, copy, error);
  if (done)
    {
      g_clear_pointer (&copy->path, g_free);
      done = cab_vault_sync_path (folder, error);
    }
  close (fd);

  return done;
}
