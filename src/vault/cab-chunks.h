/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-vault.h"

G_BEGIN_DECLS

/** CAB_CHUNK_SIZE: bytes of a chunk; only the last of a blob is shorter [M-54] */
#define CAB_CHUNK_SIZE 65536

/** CAB_CHUNKS_MAXIMUM: bytes of a whole blob, 2 GiB - 1 [M-54] */
#define CAB_CHUNKS_MAXIMUM G_MAXINT32

/**
 * CabChunksSum:
 * @size: bytes of the content
 * @chunks: how many chunks it is in; 0 for empty content
 * @sha512: SHA-512 as 128 lower-case hex digits
 *
 * What the `blob` row says of its chunks.
 */
typedef struct
{
  gint64 size;
  gint64 chunks;
  char sha512[129];
} CabChunksSum;

/**
 * CabChunksWriter:
 *
 * Takes content in pieces of any length and writes it as chunks.
 */
typedef struct _CabChunksWriter CabChunksWriter;

/**
 * cab_chunks_writer_new:
 * @vault: a vault, inside a write transaction
 * @blob_id: the id that the `blob` record has or will get before the commit
 *
 * Begins to write a blob's content. The content root is kept.
 *
 * Thread: the vault's. Source: vault.md [V-45].
 *
 * Returns: (transfer full): the writer
 */
CabChunksWriter *
cab_chunks_writer_new (CabVault *vault, const char *blob_id) G_GNUC_WARN_UNUSED_RESULT;

/** cab_chunks_writer_write: takes the next bytes; Errors: as cab_statement_step(), FULL_FILE past 2
 * GiB */
gboolean
cab_chunks_writer_write (CabChunksWriter *self, const void *bytes, gsize length, GError **error);

/**
 * cab_chunks_writer_finish:
 * @self: a writer
 * @sum: (out): what goes into the `blob` record
 * @error: return location
 *
 * Writes the last chunk.
 *
 * Returns: %TRUE when all content is in the running transaction
 */
gboolean cab_chunks_writer_finish (CabChunksWriter *self, CabChunksSum *sum, GError **error);

/** cab_chunks_writer_free: wipes and frees; undoes nothing, which is the transaction's work */
void cab_chunks_writer_free (CabChunksWriter *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CabChunksWriter, cab_chunks_writer_free)

/**
 * cab_chunks_write_stream:
 * @vault: a vault, inside a write transaction
 * @blob_id: see cab_chunks_writer_new()
 * @stream: read to its end
 * @sum: (out): what goes into the `blob` record
 * @cancellable: (nullable): stops it
 * @error: return location
 *
 * Writes all of a stream as a blob's content, in constant memory.
 *
 * Errors: as cab_chunks_writer_write(), and those of @stream.
 *
 * Returns: %TRUE when all content is in the running transaction
 */
gboolean cab_chunks_write_stream (CabVault *vault,
                                  const char *blob_id,
                                  GInputStream *stream,
                                  CabChunksSum *sum,
                                  GCancellable *cancellable,
                                  GError **error);

/**
 * CabChunkFunc:
 * @bytes: (array length=length): content whose digest was right
 * @length: at most %CAB_CHUNK_SIZE
 *
 * Takes content in order. Returns: %FALSE with @error set to stop
 */
typedef gboolean (*CabChunkFunc) (const guint8 *bytes, gsize length, gpointer data, GError **error);

/**
 * cab_chunks_read:
 * @vault: a vault
 * @blob_id: a blob
 * @func: called with each chunk after its digest was found right
 * @data: for @func
 * @cancellable: (nullable): stops it
 * @error: return location
 *
 * Reads a blob's content from its first byte to its last, in constant memory.
 * Chunk digests, the count, the length and the SHA-512 of the `blob` row are
 * checked; what @func got is therefore right byte for byte even when a later
 * chunk turns out to be damaged.
 *
 * Errors: CONTENT for a damaged, missing or added chunk; NOT_FOUND for no such
 * blob; what @func reports; CANCELLED.
 * Thread: the vault's. Source: vault.md [V-45], [V-90].
 *
 * Returns: %TRUE when the whole content was read and right
 */
gboolean cab_chunks_read (CabVault *vault,
                          const char *blob_id,
                          CabChunkFunc func,
                          gpointer data,
                          GCancellable *cancellable,
                          GError **error);

/** cab_chunks_read_bytes: Returns: (transfer full): content of at most @limit bytes, for small
 * blobs */
GBytes *cab_chunks_read_bytes (CabVault *vault, const char *blob_id, gsize limit, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/**
 * cab_chunks_remove:
 * @vault: a vault, between cab_vault_erasing_begin() and _end()
 * @blob_id: a blob
 * @error: return location
 *
 * Deletes a blob's chunks and takes them out of the content root.
 *
 * Returns: how many there were, -1 with @error set
 */
gint64 cab_chunks_remove (CabVault *vault, const char *blob_id, GError **error);

G_END_DECLS
