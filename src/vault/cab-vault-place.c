/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

/* Where a practice lies: its path, whether that place is safe [V-12], and what
 * can be seen of the file without SQLite ([V-20] 1 and 3). */

#define G_LOG_DOMAIN "cabinet-vault"

#include "config.h"

#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/vfs.h>
#include <unistd.h>

#include "cab-vault-error.h"
#include "cab-vault-private.h"

/* SQLite's lock bytes: PENDING_BYTE and what follows it. */
#define LOCK_START 0x40000000
#define LOCK_LENGTH 512

/* linux/magic.h has the first, no header the other two. */
#define NFS_MAGIC 0x6969
#define CIFS_MAGIC 0xFF534D42
#define SMB2_MAGIC 0xFE534D42

char *
cab_vault_resolve (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  char *resolved;
  char *result;

  resolved = realpath (folder, NULL);
  if (resolved == NULL)
    {
      cab_vault_error_set_errno (error, errno, name, "resolve the folder");
      return NULL;
    }

  result = g_build_filename (resolved, name, NULL);
  free (resolved);

  return result;
}

char *
cab_vault_resolve_folder (const char *folder, GError **error)
{
  char *resolved = realpath (folder, NULL);
  int code = resolved == NULL ? errno : ENOTDIR;

  if (resolved != NULL && g_file_test (resolved, G_FILE_TEST_IS_DIR))
    return resolved;

  free (resolved);
  if (code == ENOENT || code == ENOTDIR)
    cab_vault_error_set_no_folder (error, folder);
  else
    cab_vault_error_set_errno (error, code, folder, "resolve the folder");
  return NULL;
}

char *
cab_vault_resolve_new (const char *path, GError **error)
{
  g_autofree char *given = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *folder = cab_vault_resolve_folder (given, error);

  return folder != NULL ? g_build_filename (folder, name, NULL) : NULL;
}

/* Portals and GVfs show files under paths whose siblings are not what they
 * seem: SQLite's journal would be lost in a crash (flatpak/flatpak#570), or
 * SQLite does not run at all (flatpak/xdg-desktop-portal#1117). */
static gboolean
is_unsafe_place (const char *path)
{
  g_auto (GStrv) parts = g_strsplit (path, "/", -1);
  guint n = g_strv_length (parts);

  /* parts[0] is what stands before the first slash: nothing. */
  if (n > 4 && g_str_equal (parts[1], "run") && g_str_equal (parts[2], "flatpak"))
    return g_str_equal (parts[3], "doc") && n <= 6;

  if (n > 5 && g_str_equal (parts[1], "run") && g_str_equal (parts[2], "user"))
    return g_str_equal (parts[4], "gvfs") || (g_str_equal (parts[4], "doc") && n <= 7);

  return FALSE;
}

gboolean
cab_vault_check_place (const char *path, GError **error)
{
  if (!is_unsafe_place (path))
    return TRUE;

  cab_vault_error_set_step (error, CAB_VAULT_ERROR_PLACE, 0, "look at the folder");

  return FALSE;
}

static gboolean
is_synced_folder (const char *folder)
{
  static const char *const names[] = { "Dropbox", "Nextcloud", "ownCloud", "OneDrive" };
  static const char *const markers[]
      = { ".stfolder", ".dropbox.cache", ".nextcloudsync.log", ".owncloudsync.log" };
  g_autofree char *name = g_path_get_basename (folder);

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (name, names[i]))
      return TRUE;

  for (gsize i = 0; i < G_N_ELEMENTS (markers); i++)
    {
      g_autofree char *marker = g_build_filename (folder, markers[i], NULL);

      if (g_file_test (marker, G_FILE_TEST_EXISTS))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_network_folder (const char *folder)
{
  struct statfs status;

  if (statfs (folder, &status) != 0)
    return FALSE;

  return (guint32)status.f_type == NFS_MAGIC || (guint32)status.f_type == CIFS_MAGIC
         || (guint32)status.f_type == SMB2_MAGIC;
}

const char *
cab_vault_get_place_warning (const char *path)
{
  g_autofree char *resolved = NULL;
  g_autofree char *folder = NULL;
  gboolean warned;

  g_return_val_if_fail (path != NULL, NULL);

  resolved = cab_vault_resolve (path, NULL);
  if (resolved == NULL)
    return NULL;

  folder = g_path_get_dirname (resolved);
  warned = is_network_folder (folder);
  while (!warned && !g_str_equal (folder, "/"))
    {
      g_autofree char *child = g_steal_pointer (&folder);

      warned = is_synced_folder (child);
      folder = g_path_get_dirname (child);
    }

  return warned ? _ ("This folder is copied by another program. Keep the practice on this "
                     "computer and let that program copy the backups instead.")
                : NULL;
}

/* Whether another process holds one of SQLite's locks, and which. */
static void
find_holder (int fd, CabVaultLook *look)
{
  struct flock lock = {
    .l_type = F_WRLCK,
    .l_whence = SEEK_SET,
    .l_start = LOCK_START,
    .l_len = LOCK_LENGTH,
  };

  if (fcntl (fd, F_GETLK, &lock) != 0 || lock.l_type == F_UNLCK)
    return;

  look->held = TRUE;
  look->holder = lock.l_pid;
}

static gboolean
read_header (int fd, CabVaultLook *look, GError **error)
{
  gsize done = 0;

  while (done < CAB_HEADER_LENGTH)
    {
      ssize_t n = pread (fd, look->header + done, CAB_HEADER_LENGTH - done, (off_t)done);

      if (n == 0)
        return TRUE;
      if (n < 0 && errno != EINTR)
        {
          cab_vault_error_set_errno (error, errno, NULL, "read the header");
          return FALSE;
        }
      if (n > 0)
        done += (gsize)n;
    }

  return TRUE;
}

/* A journal is cold when it is not there, empty, or begins with a zero. */
gboolean
cab_vault_is_hot (const char *path, const char *suffix)
{
  g_autofree char *sibling = g_strconcat (path, suffix, NULL);
  int fd = cab_vault_open_raw (sibling, O_RDONLY, NULL);
  guint8 first = 0;
  gboolean hot;

  if (fd == -1)
    return FALSE;

  hot = pread (fd, &first, 1, 0) == 1 && first != 0;
  close (fd);

  return hot;
}

static gboolean
look_at_file (int fd, const char *name, CabVaultLook *look, GError **error)
{
  if (fstat (fd, &look->status) != 0)
    {
      cab_vault_error_set_errno (error, errno, name, "look at the file");
      return FALSE;
    }

  if (!S_ISREG (look->status.st_mode))
    {
      cab_vault_error_set_not_practice (error, name);
      return FALSE;
    }

  find_holder (fd, look);

  return read_header (fd, look, error);
}

/* SQLite opens a journal without a thought, and would wait for ever for somebody
 * to write into a pipe of that name. Nobody but a stranger puts one there. */
static gboolean
check_siblings (const char *path, GError **error)
{
  static const char *const suffixes[] = { "-journal", "-wal", "-shm" };

  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *sibling = g_strconcat (path, suffixes[i], NULL);
      struct stat status;

      if (g_lstat (sibling, &status) != 0 || S_ISREG (status.st_mode))
        continue;
      cab_vault_error_set_step (error, CAB_VAULT_ERROR_PLACE, 0, "look at what lies beside it");
      return FALSE;
    }

  return TRUE;
}

gboolean
cab_vault_look (const char *path, CabVaultLook *look, GError **error)
{
  g_autofree char *name = g_path_get_basename (path);
  gboolean done;
  int fd;

  *look = (CabVaultLook){ 0 };

  /* Before anything opens it: closing would drop the locks of this process. */
  if (g_lstat (path, &look->status) == 0
      && cab_vault_is_registered (look->status.st_dev, look->status.st_ino))
    {
      cab_vault_error_set_in_use (error, 0);
      return FALSE;
    }

  fd = cab_vault_open_raw (path, O_RDONLY, error);
  if (fd == -1)
    return FALSE;

  done = look_at_file (fd, name, look, error) && check_siblings (path, error);
  close (fd);

  look->hot_journal = done && cab_vault_is_hot (path, "-journal");
  look->wal = done && cab_vault_is_hot (path, "-wal");

  return done;
}

/* `.part-` and eight hex digits, with or without a journal's suffix. */
static gboolean
is_part_suffix (const char *suffix)
{
  if (!g_str_has_prefix (suffix, ".part-"))
    return FALSE;

  suffix += strlen (".part-");
  if (strspn (suffix, "0123456789abcdef") != 8)
    return FALSE;

  return suffix[8] == '\0' || g_str_equal (suffix + 8, "-journal");
}

/* `-YYYYMMDDTHHMMSSZ`, which tells the backups of this practice from those of
 * one whose name goes on with a hyphen. */
static gboolean
is_stamp (const char *text)
{
  static const char shape[] = "-00000000T000000Z";

  for (gsize i = 0; shape[i] != '\0'; i++)
    if (shape[i] == '0' ? !g_ascii_isdigit (text[i]) : text[i] != shape[i])
      return FALSE;

  return TRUE;
}

/* A work copy of the practice, or of one of its backups in the same folder. */
static gboolean
is_own_part (CabVault *self, const char *name)
{
  g_autofree char *stem = g_strdup (self->name);
  const char *suffix;

  if (g_str_has_prefix (name, self->name) && is_part_suffix (name + strlen (self->name)))
    return TRUE;

  if (g_str_has_suffix (stem, ".cabinet"))
    stem[strlen (stem) - strlen (".cabinet")] = '\0';
  if (!g_str_has_prefix (name, stem) || !is_stamp (name + strlen (stem)))
    return FALSE;

  suffix = g_strrstr (name, ".part-");

  return suffix != NULL && is_part_suffix (suffix);
}

void
cab_vault_sweep_siblings (CabVault *self)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (is_own_part (self, name) && g_unlink (path) != 0)
        g_info ("A work copy could not be removed: %s", g_strerror (errno));
    }

  /* The index of a log that exclusive locking never opened and that is gone. */
  if (self->db->was_wal)
    {
      g_autofree char *path = g_strconcat (self->path, "-shm", NULL);

      (void)g_unlink (path);
    }
}
