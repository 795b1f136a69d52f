/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-exporter"

#include "config.h"

#include "cab-bundle-source.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cab-folder-reader.h"
#include "cab-zip-reader.h"

typedef struct
{
  char *path;
  guint64 size;
  guint handle;
} SourceFile;

typedef struct
{
  /* Owned */
  char *name;
  GArray *files; /* of SourceFile, by path bytes once sealed */
} CabBundleSourcePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (CabBundleSource, cab_bundle_source, G_TYPE_OBJECT)

static CabBundleSourcePrivate *
get_private (CabBundleSource *self)
{
  return cab_bundle_source_get_instance_private (self);
}

static const SourceFile *
get_file (CabBundleSource *self, guint position)
{
  GArray *files = get_private (self)->files;

  g_assert (position < files->len);
  return &g_array_index (files, SourceFile, position);
}

static void
clear_file (SourceFile *file)
{
  g_free (file->path);
}

static int
compare_files (gconstpointer a, gconstpointer b)
{
  return strcmp (((const SourceFile *)a)->path, ((const SourceFile *)b)->path);
}

static gboolean
set_open_error (GError **error, const char *path, int number)
{
  g_autofree char *shown = g_filename_display_name (path);

  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (number), "%s: %s", shown,
               g_strerror (number));
  return FALSE;
}

static void
cab_bundle_source_finalize (GObject *object)
{
  CabBundleSourcePrivate *priv = get_private (CAB_BUNDLE_SOURCE (object));

  g_free (priv->name);
  g_array_unref (priv->files);
  G_OBJECT_CLASS (cab_bundle_source_parent_class)->finalize (object);
}

static void
cab_bundle_source_class_init (CabBundleSourceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cab_bundle_source_finalize;
}

static void
cab_bundle_source_init (CabBundleSource *self)
{
  CabBundleSourcePrivate *priv = get_private (self);

  priv->files = g_array_new (FALSE, FALSE, sizeof (SourceFile));
  g_array_set_clear_func (priv->files, (GDestroyNotify)clear_file);
}

CabBundleSource *
cab_bundle_source_open (const char *path, CabSecret *passphrase, GError **error)
{
  g_autofree char *base = NULL;
  g_autofree char *name = NULL;
  g_autofd int fd = -1;
  struct stat status;

  g_return_val_if_fail (path != NULL, NULL);

  /* Not blocking: the path may name a pipe that nobody writes to. */
  fd = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (fd == -1 || fstat (fd, &status) != 0)
    {
      set_open_error (error, path, errno);
      return NULL;
    }
  if (S_ISDIR (status.st_mode))
    return cab_folder_reader_new (path, error);
  if (!S_ISREG (status.st_mode))
    {
      set_open_error (error, path, ESPIPE);
      return NULL;
    }

  base = g_path_get_basename (path);
  name = g_filename_display_name (base);
  return cab_zip_reader_new_take (g_steal_fd (&fd), name, passphrase, error);
}

const char *
cab_bundle_source_get_name (CabBundleSource *self)
{
  g_return_val_if_fail (CAB_IS_BUNDLE_SOURCE (self), NULL);

  return get_private (self)->name;
}

guint
cab_bundle_source_get_n_files (CabBundleSource *self)
{
  g_return_val_if_fail (CAB_IS_BUNDLE_SOURCE (self), 0);

  return get_private (self)->files->len;
}

const char *
cab_bundle_source_get_path (CabBundleSource *self, guint position)
{
  g_return_val_if_fail (CAB_IS_BUNDLE_SOURCE (self), NULL);

  return get_file (self, position)->path;
}

guint64
cab_bundle_source_get_size (CabBundleSource *self, guint position)
{
  g_return_val_if_fail (CAB_IS_BUNDLE_SOURCE (self), 0);

  return get_file (self, position)->size;
}

int
cab_bundle_source_find (CabBundleSource *self, const char *path)
{
  SourceFile wanted = { .path = (char *)path };
  guint position;

  g_return_val_if_fail (CAB_IS_BUNDLE_SOURCE (self), -1);
  g_return_val_if_fail (path != NULL, -1);

  if (!g_array_binary_search (get_private (self)->files, &wanted, compare_files, &position))
    return -1;

  return position;
}

GInputStream *
cab_bundle_source_open_file (CabBundleSource *self, guint position, GError **error)
{
  g_return_val_if_fail (CAB_IS_BUNDLE_SOURCE (self), NULL);

  return CAB_BUNDLE_SOURCE_GET_CLASS (self)->open (self, position, error);
}

GBytes *
cab_bundle_source_read_file (CabBundleSource *self,
                             guint position,
                             gsize maximum,
                             GCancellable *cancellable,
                             GError **error)
{
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (GByteArray) content = NULL;
  guint8 buffer[16 * 1024];
  gssize n_read;

  stream = cab_bundle_source_open_file (self, position, error);
  if (stream == NULL)
    return NULL;

  content = g_byte_array_new ();
  while ((n_read = g_input_stream_read (stream, buffer, sizeof buffer, cancellable, error)) > 0)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      if ((gsize)n_read > maximum - content->len)
        {
          cab_export_error_set (error, CAB_EXPORT_ERROR_ZIP_TOO_LARGE,
                                cab_bundle_source_get_name (self), 0,
                                cab_bundle_source_get_path (self, position));
          return NULL;
        }
      g_byte_array_append (content, buffer, n_read);
    }

  return n_read < 0 ? NULL : g_byte_array_free_to_bytes (g_steal_pointer (&content));
}

void
cab_bundle_source_set_name (CabBundleSource *self, const char *name)
{
  g_return_if_fail (CAB_IS_BUNDLE_SOURCE (self));

  g_set_str (&get_private (self)->name, name);
}

void
cab_bundle_source_add (CabBundleSource *self, const char *path, guint64 size, guint handle)
{
  SourceFile file = { g_strdup (path), size, handle };

  g_return_if_fail (CAB_IS_BUNDLE_SOURCE (self));

  g_array_append_val (get_private (self)->files, file);
}

void
cab_bundle_source_seal (CabBundleSource *self)
{
  g_return_if_fail (CAB_IS_BUNDLE_SOURCE (self));

  g_array_sort (get_private (self)->files, compare_files);
}

guint
cab_bundle_source_get_handle (CabBundleSource *self, guint position)
{
  g_return_val_if_fail (CAB_IS_BUNDLE_SOURCE (self), 0);

  return get_file (self, position)->handle;
}
