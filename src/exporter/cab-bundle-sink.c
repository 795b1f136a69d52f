/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-exporter"

#include "config.h"

#include "cab-bundle-sink.h"

#include <string.h>

#include "cab-bundle-path.h"

#define SLICE (64 * 1024)

typedef struct
{
  /* Owned */
  GPtrArray *files;    /* of CabBundleFile, in the order they came */
  GHashTable *by_path; /* path to CabBundleFile, both in files */
  CabBundleFile *open; /* the file being written, not yet in files */
  GChecksum *checksum; /* of the open file */
  GCancellable *cancellable;

  /* State */
  gint64 promised; /* size of the open file, -1 when not known */
  guint64 written;
  guint closed : 1;
} CabBundleSinkPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (CabBundleSink, cab_bundle_sink, G_TYPE_OBJECT)

/* The order of [B-69]. */
typedef enum
{
  STAGE_DECLARATION,
  STAGE_PAYLOAD,
  STAGE_TAGS
} Stage;

#define CAB_TYPE_SINK_STREAM (cab_sink_stream_get_type ())
G_DECLARE_FINAL_TYPE (CabSinkStream, cab_sink_stream, CAB, SINK_STREAM, GOutputStream)

struct _CabSinkStream
{
  GOutputStream parent_instance;

  /* Owned */
  CabBundleSink *sink;
};

G_DEFINE_FINAL_TYPE (CabSinkStream, cab_sink_stream, G_TYPE_OUTPUT_STREAM)

static CabBundleSinkPrivate *
get_private (CabBundleSink *self)
{
  return cab_bundle_sink_get_instance_private (self);
}

static Stage
find_stage (const char *path)
{
  if (strcmp (path, "bagit.txt") == 0)
    return STAGE_DECLARATION;

  return strncmp (path, "data/", 5) == 0 ? STAGE_PAYLOAD : STAGE_TAGS;
}

/* Whether @path may come next: later in the order than the file before it. */
static gboolean
is_in_order (CabBundleSinkPrivate *priv, const char *path)
{
  const CabBundleFile *last;
  Stage stage = find_stage (path);
  Stage last_stage;

  if (priv->files->len == 0)
    return TRUE;

  last = g_ptr_array_index (priv->files, priv->files->len - 1);
  last_stage = find_stage (last->path);
  if (stage != STAGE_PAYLOAD || last_stage != STAGE_PAYLOAD)
    return stage >= last_stage;

  return strcmp (path, last->path) > 0;
}

static void
free_file (CabBundleFile *file)
{
  g_free (file->path);
  g_free (file->sha512);
  g_free (file);
}

static gssize
cab_sink_stream_write (GOutputStream *stream,
                       const void *bytes,
                       gsize length,
                       GCancellable *cancellable,
                       GError **error)
{
  CabSinkStream *self = CAB_SINK_STREAM (stream);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return -1;

  return cab_bundle_sink_write (self->sink, bytes, length, error) ? (gssize)length : -1;
}

static void
cab_sink_stream_dispose (GObject *object)
{
  CabSinkStream *self = CAB_SINK_STREAM (object);

  G_OBJECT_CLASS (cab_sink_stream_parent_class)->dispose (object);
  g_clear_object (&self->sink);
}

static void
cab_sink_stream_class_init (CabSinkStreamClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cab_sink_stream_dispose;
  G_OUTPUT_STREAM_CLASS (klass)->write_fn = cab_sink_stream_write;
}

static void
cab_sink_stream_init (CabSinkStream *self)
{
}

static void
cab_bundle_sink_finalize (GObject *object)
{
  CabBundleSinkPrivate *priv = get_private (CAB_BUNDLE_SINK (object));

  g_clear_pointer (&priv->open, free_file);
  g_hash_table_unref (priv->by_path);
  g_ptr_array_unref (priv->files);
  g_checksum_free (priv->checksum);
  g_clear_object (&priv->cancellable);
  G_OBJECT_CLASS (cab_bundle_sink_parent_class)->finalize (object);
}

static void
cab_bundle_sink_class_init (CabBundleSinkClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cab_bundle_sink_finalize;
}

static void
cab_bundle_sink_init (CabBundleSink *self)
{
  CabBundleSinkPrivate *priv = get_private (self);

  priv->files = g_ptr_array_new_with_free_func ((GDestroyNotify)free_file);
  priv->by_path = g_hash_table_new (g_str_hash, g_str_equal);
  priv->checksum = g_checksum_new (G_CHECKSUM_SHA512);
}

CabBundlePack
cab_bundle_pack_for_media_type (const char *media_type)
{
  static const char *const packed[] = { "image/jpeg",       "image/png",
                                        "image/webp",       "image/gif",
                                        "image/heic",       "image/avif",
                                        "application/zip",  "application/gzip",
                                        "application/x-xz", "application/x-7z-compressed" };

  if (media_type == NULL)
    return CAB_BUNDLE_PACK_DEFLATE;

  /* WAV is the one usual sound format that shrinks. */
  if (strncmp (media_type, "video/", 6) == 0
      || (strncmp (media_type, "audio/", 6) == 0 && strstr (media_type, "wav") == NULL))
    return CAB_BUNDLE_PACK_STORE;

  for (guint i = 0; i < G_N_ELEMENTS (packed); i++)
    {
      if (g_ascii_strcasecmp (media_type, packed[i]) == 0)
        return CAB_BUNDLE_PACK_STORE;
    }

  return CAB_BUNDLE_PACK_DEFLATE;
}

gboolean
cab_bundle_sink_begin (CabBundleSink *self,
                       const char *path,
                       CabBundlePack pack,
                       gint64 size,
                       GError **error)
{
  CabBundleSinkPrivate *priv;

  g_return_val_if_fail (CAB_IS_BUNDLE_SINK (self), FALSE);
  g_return_val_if_fail (path != NULL && cab_bundle_path_is_ours (path), FALSE);

  priv = get_private (self);
  g_assert (priv->open == NULL && !priv->closed);
  g_assert (is_in_order (priv, path) && g_hash_table_lookup (priv->by_path, path) == NULL);

  if (g_cancellable_set_error_if_cancelled (priv->cancellable, error)
      || !CAB_BUNDLE_SINK_GET_CLASS (self)->begin (self, path, pack, size, error))
    return FALSE;

  g_checksum_reset (priv->checksum);
  priv->promised = size;
  priv->open = g_new0 (CabBundleFile, 1);
  priv->open->path = g_strdup (path);
  return TRUE;
}

gboolean
cab_bundle_sink_write (CabBundleSink *self, const void *bytes, gsize length, GError **error)
{
  CabBundleSinkPrivate *priv;
  const guint8 *rest = bytes;

  g_return_val_if_fail (CAB_IS_BUNDLE_SINK (self), FALSE);
  g_return_val_if_fail (bytes != NULL || length == 0, FALSE);

  priv = get_private (self);
  g_assert (priv->open != NULL);

  while (length > 0)
    {
      gsize slice = MIN (length, SLICE);

      if (g_cancellable_set_error_if_cancelled (priv->cancellable, error)
          || !CAB_BUNDLE_SINK_GET_CLASS (self)->write (self, rest, slice, error))
        return FALSE;

      g_checksum_update (priv->checksum, rest, slice);
      priv->open->size += slice;
      priv->written += slice;
      rest += slice;
      length -= slice;
    }

  return TRUE;
}

gboolean
cab_bundle_sink_end (CabBundleSink *self, GError **error)
{
  CabBundleSinkPrivate *priv;
  CabBundleFile *file;

  g_return_val_if_fail (CAB_IS_BUNDLE_SINK (self), FALSE);

  priv = get_private (self);
  g_assert (priv->open != NULL);
  g_assert (priv->promised == -1 || priv->open->size == (guint64)priv->promised);

  if (!CAB_BUNDLE_SINK_GET_CLASS (self)->end (self, error))
    return FALSE;

  file = g_steal_pointer (&priv->open);
  file->sha512 = g_strdup (g_checksum_get_string (priv->checksum));
  g_ptr_array_add (priv->files, file);
  g_hash_table_insert (priv->by_path, file->path, file);
  return TRUE;
}

gboolean
cab_bundle_sink_write_file (CabBundleSink *self,
                            const char *path,
                            const void *bytes,
                            gssize length,
                            GError **error)
{
  gsize size;

  g_return_val_if_fail (bytes != NULL || length == 0, FALSE);

  size = length < 0 ? strlen (bytes) : (gsize)length;
  return cab_bundle_sink_begin (self, path, CAB_BUNDLE_PACK_DEFLATE, size, error)
         && cab_bundle_sink_write (self, bytes, size, error) && cab_bundle_sink_end (self, error);
}

gboolean
cab_bundle_sink_close (CabBundleSink *self, GError **error)
{
  CabBundleSinkPrivate *priv;

  g_return_val_if_fail (CAB_IS_BUNDLE_SINK (self), FALSE);

  priv = get_private (self);
  g_assert (priv->open == NULL && !priv->closed);

  if (g_cancellable_set_error_if_cancelled (priv->cancellable, error)
      || !CAB_BUNDLE_SINK_GET_CLASS (self)->close (self, error))
    return FALSE;

  priv->closed = TRUE;
  return TRUE;
}

void
cab_bundle_sink_set_cancellable (CabBundleSink *self, GCancellable *cancellable)
{
  g_return_if_fail (CAB_IS_BUNDLE_SINK (self));

  g_set_object (&get_private (self)->cancellable, cancellable);
}

GPtrArray *
cab_bundle_sink_get_files (CabBundleSink *self)
{
  g_return_val_if_fail (CAB_IS_BUNDLE_SINK (self), NULL);

  return get_private (self)->files;
}

const CabBundleFile *
cab_bundle_sink_find_file (CabBundleSink *self, const char *path)
{
  g_return_val_if_fail (CAB_IS_BUNDLE_SINK (self), NULL);
  g_return_val_if_fail (path != NULL, NULL);

  return g_hash_table_lookup (get_private (self)->by_path, path);
}

guint64
cab_bundle_sink_get_written (CabBundleSink *self)
{
  g_return_val_if_fail (CAB_IS_BUNDLE_SINK (self), 0);

  return get_private (self)->written;
}

GOutputStream *
cab_bundle_sink_new_stream (CabBundleSink *self)
{
  CabSinkStream *stream;

  g_return_val_if_fail (CAB_IS_BUNDLE_SINK (self), NULL);

  stream = g_object_new (CAB_TYPE_SINK_STREAM, NULL);
  stream->sink = g_object_ref (self);
  return G_OUTPUT_STREAM (stream);
}
