/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * CabBundlePack:
 * @CAB_BUNDLE_PACK_DEFLATE: text and everything else that shrinks
 * @CAB_BUNDLE_PACK_STORE: already compressed media (JPEG, PNG, audio, ZIP)
 *
 * How a ZIP file packs an entry; a folder ignores it.
 */
typedef enum
{
  CAB_BUNDLE_PACK_DEFLATE,
  CAB_BUNDLE_PACK_STORE
} CabBundlePack;

/**
 * cab_bundle_pack_for_media_type:
 * @media_type: (nullable): `image/jpeg`
 *
 * Returns: store for what is compressed already, else deflate [B-69]
 */
CabBundlePack cab_bundle_pack_for_media_type (const char *media_type);

/**
 * CabBundleFile:
 * @path: inside the bag: `data/record.xml`
 * @size: bytes
 * @sha512: 128 lower-case hex digits
 *
 * A file that was written, as the manifest wants it.
 */
typedef struct
{
  char *path;
  guint64 size;
  char *sha512;
} CabBundleFile;

#define CAB_TYPE_BUNDLE_SINK (cab_bundle_sink_get_type ())
G_DECLARE_DERIVABLE_TYPE (CabBundleSink, cab_bundle_sink, CAB, BUNDLE_SINK, GObject)

/**
 * CabBundleSinkClass:
 * @begin: opens the next file
 * @write: appends bytes to it
 * @end: closes it
 * @close: after the last file: whatever the container needs at its end
 *
 * What a container does; digests, sizes and order are the base class's work.
 */
struct _CabBundleSinkClass
{
  GObjectClass parent_class;

  gboolean (*begin) (CabBundleSink *self,
                     const char *path,
                     CabBundlePack pack,
                     gint64 size,
                     GError **error);
  gboolean (*write) (CabBundleSink *self, const void *bytes, gsize length, GError **error);
  gboolean (*end) (CabBundleSink *self, GError **error);
  gboolean (*close) (CabBundleSink *self, GError **error);
};

/**
 * cab_bundle_sink_begin:
 * @self: a sink with no open file
 * @path: inside the bag: `bagit.txt`, `data/csv/notes.csv`; a name of [B-10]
 * @pack: how to pack it
 * @size: how many bytes will follow, -1 when not known
 * @error: return location
 *
 * Opens the next file of the bag. One file is open at a time, and files come in
 * the order of [B-69]: `bagit.txt`, `data/…` by path bytes, then the other tag
 * files. That order, and that no path comes twice, is asserted, because it is
 * what makes equal content equal bytes.
 *
 * Errors: EXPORT_IO, EXPORT_NO_SPACE, cancelled. After an error the sink can
 * only be thrown away.
 * Thread: one at a time. Source: bundle.md [B-10], [B-69].
 *
 * Returns: %TRUE when the file is open
 */
gboolean cab_bundle_sink_begin (CabBundleSink *self,
                                const char *path,
                                CabBundlePack pack,
                                gint64 size,
                                GError **error);

/**
 * cab_bundle_sink_write:
 * @self: a sink with an open file
 * @bytes: (array length=length): what to append
 * @length: how many
 * @error: return location
 *
 * Appends to the open file; counts and digests on the way. The sink's
 * cancellable is looked at in each call and per 64 KiB.
 *
 * Returns: %TRUE when all of it was taken
 */
gboolean
cab_bundle_sink_write (CabBundleSink *self, const void *bytes, gsize length, GError **error);

/**
 * cab_bundle_sink_end:
 * @self: a sink with an open file
 * @error: return location
 *
 * Closes the open file and notes its size and SHA-512.
 *
 * Errors: as cab_bundle_sink_begin(); a size other than the promised one is
 * asserted.
 *
 * Returns: %TRUE when the file is complete
 */
gboolean cab_bundle_sink_end (CabBundleSink *self, GError **error);

/**
 * cab_bundle_sink_write_file:
 * @self: a sink with no open file
 * @path: inside the bag
 * @bytes: (array length=length): the whole content
 * @length: how many; -1 when NUL-terminated
 * @error: return location
 *
 * Begin, write, end of a small deflated file in one call.
 *
 * Returns: %TRUE when the file is complete
 */
gboolean cab_bundle_sink_write_file (CabBundleSink *self,
                                     const char *path,
                                     const void *bytes,
                                     gssize length,
                                     GError **error);

/**
 * cab_bundle_sink_close:
 * @self: a sink with no open file
 * @error: return location
 *
 * Completes the container. Nothing can be written afterwards. The bytes are with
 * the kernel, not yet on disk: that is cab_staging_seal().
 *
 * Returns: %TRUE when the container is complete
 */
gboolean cab_bundle_sink_close (CabBundleSink *self, GError **error);

/**
 * cab_bundle_sink_set_cancellable:
 * @self: a sink
 * @cancellable: (nullable): looked at in each write
 *
 * A cancelled sink fails with %G_IO_ERROR_CANCELLED [B-71].
 */
void cab_bundle_sink_set_cancellable (CabBundleSink *self, GCancellable *cancellable);

/**
 * cab_bundle_sink_get_files:
 * @self: a sink
 *
 * Returns: (transfer none) (element-type CabBundleFile): the files written so
 *   far, in the order they came
 */
GPtrArray *cab_bundle_sink_get_files (CabBundleSink *self);

/**
 * cab_bundle_sink_find_file:
 * @self: a sink
 * @path: inside the bag
 *
 * Returns: (transfer none) (nullable): the file, %NULL when it was not written
 */
const CabBundleFile *cab_bundle_sink_find_file (CabBundleSink *self, const char *path);

/**
 * cab_bundle_sink_get_written:
 * @self: a sink
 *
 * Returns: bytes of content taken so far, for the progress bar [B-71]
 */
guint64 cab_bundle_sink_get_written (CabBundleSink *self);

/**
 * cab_bundle_sink_new_stream:
 * @self: a sink with an open file
 *
 * A stream that appends to the open file, for writers that speak
 * #GOutputStream. Closing it does not end the file.
 *
 * Returns: (transfer full): the stream
 */
GOutputStream *cab_bundle_sink_new_stream (CabBundleSink *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
