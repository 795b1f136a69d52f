/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <gio/gio.h>

#include "cab-record.h"

G_BEGIN_DECLS

/**
 * CabBlobField:
 *
 * The fields of a stored file in table order, which is export order. Source: records.md [M-54].
 */
typedef enum
{
  CAB_BLOB_FIELD_SIZE,
  CAB_BLOB_FIELD_SHA512,
  CAB_BLOB_FIELD_CHUNKS,
  CAB_BLOB_N_FIELDS
} CabBlobField;

extern const CabKind cab_blob_kind;

#define CAB_TYPE_BLOB (cab_blob_get_type ())
G_DECLARE_FINAL_TYPE (CabBlob, cab_blob, CAB, BLOB, CabRecord)

/**
 * CabBlobChunkField:
 *
 * The fields of a piece of a stored file in table order, which is export order. Source: records.md
 * [M-54].
 */
typedef enum
{
  CAB_BLOB_CHUNK_FIELD_BLOB_ID,
  CAB_BLOB_CHUNK_FIELD_SEQUENCE,
  CAB_BLOB_CHUNK_FIELD_BYTES,
  CAB_BLOB_CHUNK_N_FIELDS
} CabBlobChunkField;

extern const CabKind cab_blob_chunk_kind;

#define CAB_TYPE_BLOB_CHUNK (cab_blob_chunk_get_type ())
G_DECLARE_FINAL_TYPE (CabBlobChunk, cab_blob_chunk, CAB, BLOB_CHUNK, CabRecord)

/**
 * cab_blob_add:
 * @practice: a practice, inside a transaction
 * @stream: the content, read to its end
 * @cancellable: (nullable): stops it
 * @error: return location
 *
 * Stores content as a blob of its own, in constant memory. The record that
 * refers to it is saved after it in the same transaction, and no second record
 * ever refers to it, so that erasing the one erases the other.
 *
 * Errors: as cab_chunks_write_stream() and cab_practice_save().
 * Thread: the vault's. Source: records.md [M-54], vault.md [V-45].
 *
 * Returns: (transfer full) (nullable): the blob's id
 */
char *cab_blob_add (CabPractice *practice,
                    GInputStream *stream,
                    GCancellable *cancellable,
                    GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
