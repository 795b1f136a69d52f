/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-exporter"

#include "config.h"

#include "cab-folder.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "cab-export-io-private.h"

struct _CabFolder
{
  CabBundleSink parent_instance;

  /* Borrowed */
  int folder;

  /* Owned */
  int fd; /* the open file, else -1 */
  char *path;
  GHashTable *folders; /* set of the paths of the folders that hold files */
};

G_DEFINE_FINAL_TYPE (CabFolder, cab_folder, CAB_TYPE_BUNDLE_SINK)

/* Notes the folders on the way to @path, so that close can fsync each. */
static void
note_folders (CabFolder *self, const char *path)
{
  const char *slash = path;

  while ((slash = strchr (slash, '/')) != NULL)
    {
      g_hash_table_add (self->folders, g_strndup (path, slash - path));
      slash++;
    }
}

static gboolean
sync_folder (CabFolder *self, const char *path, GError **error)
{
  int fd = cab_export_open_at (self->folder, path, O_RDONLY | O_DIRECTORY, FALSE);
  gboolean synced;

  if (fd == -1)
    return cab_export_set_errno (error, path, errno);

  synced = fsync (fd) == 0 || cab_export_set_errno (error, path, errno);
  close (fd);
  return synced;
}

static gboolean
cab_folder_begin (CabBundleSink *sink,
                  const char *path,
                  CabBundlePack pack,
                  gint64 size,
                  GError **error)
{
  CabFolder *self = CAB_FOLDER (sink);

  self->fd = cab_export_open_at (self->folder, path, O_WRONLY | O_CREAT | O_EXCL, TRUE);
  if (self->fd == -1)
    return cab_export_set_errno (error, path, errno);

  g_set_str (&self->path, path);
  note_folders (self, path);
  return TRUE;
}

static gboolean
cab_folder_write (CabBundleSink *sink, const void *bytes, gsize length, GError **error)
{
  CabFolder *self = CAB_FOLDER (sink);

  return cab_export_write_all (self->fd, bytes, length, self->path, error);
}

static gboolean
cab_folder_end (CabBundleSink *sink, GError **error)
{
  CabFolder *self = CAB_FOLDER (sink);

  if (fsync (self->fd) != 0)
    return cab_export_set_errno (error, self->path, errno);

  return g_clear_fd (&self->fd, NULL) || cab_export_set_errno (error, self->path, errno);
}

static gboolean
cab_folder_close (CabBundleSink *sink, GError **error)
{
  CabFolder *self = CAB_FOLDER (sink);
  GHashTableIter iter;
  gpointer path;

  g_hash_table_iter_init (&iter, self->folders);
  while (g_hash_table_iter_next (&iter, &path, NULL))
    {
      if (!sync_folder (self, path, error))
        return FALSE;
    }

  return sync_folder (self, ".", error);
}

static void
cab_folder_finalize (GObject *object)
{
  CabFolder *self = CAB_FOLDER (object);

  g_clear_fd (&self->fd, NULL);
  g_free (self->path);
  g_hash_table_unref (self->folders);
  G_OBJECT_CLASS (cab_folder_parent_class)->finalize (object);
}

static void
cab_folder_class_init (CabFolderClass *klass)
{
  CabBundleSinkClass *sink_class = CAB_BUNDLE_SINK_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = cab_folder_finalize;
  sink_class->begin = cab_folder_begin;
  sink_class->write = cab_folder_write;
  sink_class->end = cab_folder_end;
  sink_class->close = cab_folder_close;
}

static void
cab_folder_init (CabFolder *self)
{
  self->fd = -1;
  self->folders = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

CabBundleSink *
cab_folder_new (int fd)
{
  CabFolder *self;

  g_return_val_if_fail (fd >= 0, NULL);

  self = g_object_new (CAB_TYPE_FOLDER, NULL);
  self->folder = fd;
  return CAB_BUNDLE_SINK (self);
}
