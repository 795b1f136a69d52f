/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-exporter"

#include "config.h"

#include "cab-staging.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include "cab-export-error.h"
#include "cab-export-io-private.h"

#define PART ".part-"
#define LETTERS "abcdefghijklmnopqrstuvwxyz234567"
#define N_LETTERS 8
#define MOST_TRIES 16
#define LONGEST_NAME 255

struct _CabStaging
{
  GObject parent_instance;

  /* Owned */
  int around;   /* the folder that target and staging lie in */
  int fd;       /* the file or folder being made */
  char *name;   /* the target's own name */
  char *shown;  /* the same for sentences */
  char *part;   /* the staging's own name; NULL once it is the target or gone */
  char *path;   /* where it lies, whole */
  char *target; /* where it will lie, whole */

  /* State */
  gboolean is_folder;
  gboolean replace;
  gboolean sealed;
};

G_DEFINE_FINAL_TYPE (CabStaging, cab_staging, G_TYPE_OBJECT)

static gboolean
is_taken (CabStaging *self)
{
  return faccessat (self->around, self->name, F_OK, AT_SYMLINK_NOFOLLOW) == 0;
}

static gboolean
refuse_taken (CabStaging *self, GError **error)
{
  return cab_export_error_set (error, CAB_EXPORT_ERROR_EXPORT_TARGET_EXISTS, self->shown, 0, NULL);
}

/* `.NAME.part-XXXXXXXX`; a long name is shortened, on a character's border. */
static char *
make_part_name (const char *name, CabIds *ids)
{
  char random[N_LETTERS + 1] = "";
  gsize most = LONGEST_NAME - strlen ("." PART) - N_LETTERS;
  gsize length = strlen (name);

  if (length > most)
    {
      length = most;
      while (length > 0 && (name[length] & 0xC0) == 0x80)
        length--;
    }
  for (guint i = 0; i < N_LETTERS; i++)
    random[i] = LETTERS[cab_ids_get_uniform (ids, strlen (LETTERS))];

  return g_strdup_printf (".%.*s" PART "%s", (int)length, name, random);
}

/* Removes what @name is, with everything in it, without following a link. */
static void
remove_at (int folder, const char *name)
{
  struct dirent *entry;
  DIR *stream;
  int fd;

  if (unlinkat (folder, name, 0) == 0 || (errno != EISDIR && errno != EPERM))
    return;

  fd = openat (folder, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
  stream = fd != -1 ? fdopendir (fd) : NULL;
  while (stream != NULL && (entry = readdir (stream)) != NULL)
    {
      if (strcmp (entry->d_name, ".") != 0 && strcmp (entry->d_name, "..") != 0)
        remove_at (fd, entry->d_name);
    }
  if (stream != NULL)
    closedir (stream);
  else if (fd != -1)
    close (fd);
  unlinkat (folder, name, AT_REMOVEDIR);
}

/* Eight hexadecimal digits would be a work copy of a practice or a backup. */
static gboolean
is_part_name (const char *name)
{
  gsize length = strlen (name);
  const char *letters = name + length - MIN (length, N_LETTERS);

  return name[0] == '.' && length > strlen ("." PART) + N_LETTERS
         && strspn (letters, LETTERS) == N_LETTERS
         && strspn (letters, "0123456789abcdef") < N_LETTERS
         && memcmp (letters - strlen (PART), PART, strlen (PART)) == 0;
}

/* Ours by owner and mode, and nobody holds it: its process is gone. */
static gboolean
is_left_behind (int around, const char *name)
{
  g_autofd int fd = -1;
  struct stat status;

  if (!is_part_name (name))
    return FALSE;

  fd = openat (around, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
  return fd != -1 && fstat (fd, &status) == 0 && status.st_uid == geteuid ()
         && (status.st_mode == (S_IFREG | 0600) || status.st_mode == (S_IFDIR | 0700))
         && flock (fd, LOCK_EX | LOCK_NB) == 0;
}

/* A bundle that a power cut left unfinished may be readable to anyone who finds
 * it: it goes when the next one is made beside it. */
static void
sweep (CabStaging *self)
{
  int fd = openat (self->around, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  struct dirent *entry;
  DIR *stream = fd != -1 ? fdopendir (fd) : NULL;

  while (stream != NULL && (entry = readdir (stream)) != NULL)
    {
      if (is_left_behind (self->around, entry->d_name))
        g_ptr_array_add (names, g_strdup (entry->d_name));
    }
  if (stream != NULL)
    closedir (stream);
  else
    g_clear_fd (&fd, NULL);

  for (guint i = 0; i < names->len; i++)
    remove_at (self->around, g_ptr_array_index (names, i));
}

static int
create_part (CabStaging *self, const char *part)
{
  if (!self->is_folder)
    return openat (self->around, part, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);

  return mkdirat (self->around, part, 0700) == 0
             ? openat (self->around, part, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
             : -1;
}

/* Held until it has its name or is gone, so that nobody sweeps it; where there
 * are no locks nobody sweeps. */
static gboolean
hold_part (CabStaging *self)
{
  struct stat status;

  flock (self->fd, LOCK_EX);
  if (fstat (self->fd, &status) != 0 || status.st_nlink > 0)
    return TRUE;

  g_clear_fd (&self->fd, NULL);
  return FALSE;
}

static gboolean
make_part (CabStaging *self, CabIds *ids, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (self->target);

  for (guint i = 0; i < MOST_TRIES; i++)
    {
      g_autofree char *part = make_part_name (self->name, ids);

      self->fd = create_part (self, part);
      if (self->fd != -1 && hold_part (self))
        {
          self->path = g_build_filename (folder, part, NULL);
          self->part = g_steal_pointer (&part);
          return TRUE;
        }
      if (self->fd == -1 && errno != EEXIST)
        break;
    }

  return cab_export_set_errno (error, self->shown, errno);
}

static gboolean
check_space (CabStaging *self, guint64 estimate, GError **error)
{
  guint64 wanted = estimate + estimate / 5;
  struct statvfs status;

  /* A file system that does not say is tried. */
  if (estimate == 0 || fstatvfs (self->around, &status) != 0
      || (guint64)status.f_bavail * status.f_frsize >= wanted)
    return TRUE;

  return cab_export_error_set (error, CAB_EXPORT_ERROR_EXPORT_NO_SPACE, self->shown, 0, NULL);
}

static int
rename_part (CabStaging *self)
{
  int result;

  if (self->replace && !self->is_folder)
    return renameat (self->around, self->part, self->around, self->name);

  result = renameat2 (self->around, self->part, self->around, self->name, RENAME_NOREPLACE);
  if (result == 0 || (errno != EINVAL && errno != ENOSYS && errno != ENOTSUP))
    return result;

  /* Some network and FUSE file systems have no such call: a look, then a rename. */
  if (is_taken (self))
    {
      errno = EEXIST;
      return -1;
    }
  return renameat (self->around, self->part, self->around, self->name);
}

static CabStaging *
make_staging (const char *target,
              gboolean is_folder,
              gboolean replace,
              guint64 estimate,
              CabIds *ids,
              GError **error)
{
  g_autoptr (CabStaging) self = g_object_new (CAB_TYPE_STAGING, NULL);
  g_autofree char *absolute = g_canonicalize_filename (target, NULL);
  g_autofree char *folder = g_path_get_dirname (absolute);

  self->is_folder = is_folder;
  self->replace = replace;
  self->name = g_path_get_basename (absolute);
  self->shown = g_filename_display_name (self->name);
  self->target = g_steal_pointer (&absolute);
  self->around = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (self->around == -1)
    {
      cab_export_set_errno (error, self->shown, errno);
      return NULL;
    }
  if (is_taken (self) && !replace)
    {
      refuse_taken (self, error);
      return NULL;
    }
  sweep (self);
  if (!check_space (self, estimate, error) || !make_part (self, ids, error))
    return NULL;

  return g_steal_pointer (&self);
}

static void
cab_staging_dispose (GObject *object)
{
  cab_staging_discard (CAB_STAGING (object));
  G_OBJECT_CLASS (cab_staging_parent_class)->dispose (object);
}

static void
cab_staging_finalize (GObject *object)
{
  CabStaging *self = CAB_STAGING (object);

  g_clear_fd (&self->fd, NULL);
  g_clear_fd (&self->around, NULL);
  g_free (self->name);
  g_free (self->shown);
  g_free (self->part);
  g_free (self->path);
  g_free (self->target);
  G_OBJECT_CLASS (cab_staging_parent_class)->finalize (object);
}

static void
cab_staging_class_init (CabStagingClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cab_staging_dispose;
  G_OBJECT_CLASS (klass)->finalize = cab_staging_finalize;
}

static void
cab_staging_init (CabStaging *self)
{
  self->around = -1;
  self->fd = -1;
}

CabStaging *
cab_staging_new_file (const char *target,
                      gboolean replace,
                      guint64 estimate,
                      CabIds *ids,
                      GError **error)
{
  g_return_val_if_fail (target != NULL && ids != NULL, NULL);

  return make_staging (target, FALSE, replace, estimate, ids, error);
}

CabStaging *
cab_staging_new_folder (const char *target, guint64 estimate, CabIds *ids, GError **error)
{
  g_return_val_if_fail (target != NULL && ids != NULL, NULL);

  return make_staging (target, TRUE, FALSE, estimate, ids, error);
}

int
cab_staging_get_fd (CabStaging *self)
{
  g_return_val_if_fail (CAB_IS_STAGING (self), -1);

  return self->fd;
}

const char *
cab_staging_get_path (CabStaging *self)
{
  g_return_val_if_fail (CAB_IS_STAGING (self), NULL);

  return self->path;
}

gboolean
cab_staging_seal (CabStaging *self, GError **error)
{
  g_return_val_if_fail (CAB_IS_STAGING (self) && self->part != NULL, FALSE);

  if (fsync (self->fd) != 0)
    return cab_export_set_errno (error, self->shown, errno);

  self->sealed = TRUE;
  return TRUE;
}

gboolean
cab_staging_release (CabStaging *self, GError **error)
{
  g_return_val_if_fail (CAB_IS_STAGING (self), FALSE);
  g_return_val_if_fail (self->part != NULL && self->sealed, FALSE);

  if (rename_part (self) != 0)
    return errno == EEXIST || errno == ENOTEMPTY ? refuse_taken (self, error)
                                                 : cab_export_set_errno (error, self->shown, errno);
  if (fsync (self->around) != 0)
    {
      cab_export_set_errno (error, self->shown, errno);
      renameat (self->around, self->name, self->around, self->part);
      return FALSE;
    }

  g_clear_pointer (&self->part, g_free);
  g_set_str (&self->path, self->target);
  return TRUE;
}

void
cab_staging_discard (CabStaging *self)
{
  g_return_if_fail (CAB_IS_STAGING (self));

  if (self->part == NULL)
    return;

  remove_at (self->around, self->part);
  g_clear_pointer (&self->part, g_free);
}
