/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-exporter"

#include "config.h"

#include "cab-folder-reader.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <gio/gunixinputstream.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cab-export-io-private.h"

struct _CabFolderReader
{
  CabBundleSource parent_instance;

  /* Owned */
  int folder;
  GHashTable *folded; /* folded paths seen while listing, a set */

  /* State */
  guint64 total;
};

G_DEFINE_FINAL_TYPE (CabFolderReader, cab_folder_reader, CAB_TYPE_BUNDLE_SOURCE)

static gboolean
set_errno (GError **error, const char *path, int number)
{
  g_autofree char *shown = cab_export_escape (path, -1);

  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (number), "%s: %s", shown,
               g_strerror (number));
  return FALSE;
}

static gboolean
refuse (CabFolderReader *self, CabExportError code, const char *path, GError **error)
{
  return cab_export_error_set (error, code, cab_bundle_source_get_name (CAB_BUNDLE_SOURCE (self)),
                               0, path);
}

static gboolean
take_file (CabFolderReader *self, const char *path, guint64 size, GError **error)
{
  CabBundleSource *source = CAB_BUNDLE_SOURCE (self);

  if (cab_bundle_source_get_n_files (source) == CAB_BUNDLE_MAX_ENTRIES)
    return refuse (self, CAB_EXPORT_ERROR_ZIP_TOO_MANY, path, error);

  self->total += size;
  if (size > CAB_BUNDLE_MAX_ENTRY_SIZE || self->total > CAB_BUNDLE_MAX_TOTAL_SIZE)
    return refuse (self, CAB_EXPORT_ERROR_ZIP_TOO_LARGE, path, error);

  if (!g_hash_table_add (self->folded, cab_bundle_path_fold (path)))
    return refuse (self, CAB_EXPORT_ERROR_ZIP_DUPLICATE_FOLDED, path, error);

  cab_bundle_source_add (source, path, size, 0);
  return TRUE;
}

static gboolean list_folder (CabFolderReader *self, int fd, const char *prefix, GError **error);

/* One name of a folder: a file is taken, a folder is entered. */
static gboolean
take_name (CabFolderReader *self, int folder, const char *prefix, const char *name, GError **error)
{
  g_autofree char *path = g_strconcat (prefix, name, NULL);
  CabPathFault fault = cab_bundle_path_check (path, strlen (path));
  struct stat status;

  if (fault != CAB_PATH_OK)
    return cab_bundle_path_set_error (
        error, fault, cab_bundle_source_get_name (CAB_BUNDLE_SOURCE (self)), path, strlen (path));

  if (fstatat (folder, name, &status, AT_SYMLINK_NOFOLLOW) != 0)
    return set_errno (error, path, errno);
  if (S_ISDIR (status.st_mode))
    {
      g_autofree char *inner = g_strconcat (path, "/", NULL);
      int fd = openat (folder, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);

      return fd != -1 ? list_folder (self, fd, inner, error) : set_errno (error, path, errno);
    }
  if (!S_ISREG (status.st_mode))
    return refuse (self, CAB_EXPORT_ERROR_ZIP_SPECIAL, path, error);

  return take_file (self, path, status.st_size, error);
}

/* Takes @fd, and everything in the folder it is. No deeper than the longest
 * path that cab_bundle_path_check() lets pass. */
static gboolean
list_folder (CabFolderReader *self, int fd, const char *prefix, GError **error)
{
  DIR *stream = fdopendir (fd);
  gboolean listed = TRUE;
  struct dirent *entry;

  if (stream == NULL)
    {
      int number = errno;

      close (fd);
      return set_errno (error, prefix, number);
    }

  while (listed && (errno = 0, entry = readdir (stream)) != NULL)
    {
      if (strcmp (entry->d_name, ".") != 0 && strcmp (entry->d_name, "..") != 0)
        listed = take_name (self, fd, prefix, entry->d_name, error);
    }
  if (listed && errno != 0)
    listed = set_errno (error, prefix, errno);

  closedir (stream);
  return listed;
}

static GInputStream *
cab_folder_reader_open (CabBundleSource *source, guint position, GError **error)
{
  CabFolderReader *self = CAB_FOLDER_READER (source);
  const char *path = cab_bundle_source_get_path (source, position);
  struct stat status;
  int fd;

  fd = cab_export_open_at (self->folder, path, O_RDONLY | O_NONBLOCK, FALSE);
  if (fd == -1)
    {
      set_errno (error, path, errno);
      return NULL;
    }
  if (fstat (fd, &status) != 0 || !S_ISREG (status.st_mode))
    {
      close (fd);
      refuse (self, CAB_EXPORT_ERROR_ZIP_SPECIAL, path, error);
      return NULL;
    }

  return g_unix_input_stream_new (fd, TRUE);
}

static void
cab_folder_reader_finalize (GObject *object)
{
  CabFolderReader *self = CAB_FOLDER_READER (object);

  g_clear_fd (&self->folder, NULL);
  g_hash_table_unref (self->folded);
  G_OBJECT_CLASS (cab_folder_reader_parent_class)->finalize (object);
}

static void
cab_folder_reader_class_init (CabFolderReaderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cab_folder_reader_finalize;
  CAB_BUNDLE_SOURCE_CLASS (klass)->open = cab_folder_reader_open;
}

static void
cab_folder_reader_init (CabFolderReader *self)
{
  self->folder = -1;
  self->folded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

CabBundleSource *
cab_folder_reader_new (const char *path, GError **error)
{
  g_autoptr (CabFolderReader) self = NULL;
  g_autofree char *base = NULL;
  g_autofree char *name = NULL;
  int fd;

  g_return_val_if_fail (path != NULL, NULL);

  base = g_path_get_basename (path);
  name = g_filename_display_name (base);
  self = g_object_new (CAB_TYPE_FOLDER_READER, NULL);
  cab_bundle_source_set_name (CAB_BUNDLE_SOURCE (self), name);

  self->folder = open (path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  fd = self->folder != -1 ? openat (self->folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC) : -1;
  if (fd == -1)
    {
      set_errno (error, path, errno);
      return NULL;
    }
  if (!list_folder (self, fd, "", error))
    return NULL;

  g_hash_table_remove_all (self->folded);
  cab_bundle_source_seal (CAB_BUNDLE_SOURCE (self));
  return CAB_BUNDLE_SOURCE (g_steal_pointer (&self));
}
