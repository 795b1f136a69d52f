/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-model"

#include "config.h"

#include "cab-blob.h"

#include "cab-chunks.h"
#include "cab-codes.h"
#include "cab-model-error.h"
#include "cab-practice.h"

#include <glib/gi18n.h>

/* clang-format off */
static const CabField blob_fields[] = {
  [CAB_BLOB_FIELD_SIZE] = {
    .name = "size", .type = CAB_FIELD_INTEGER, .maximum = 2147483647,
    .required = CAB_REQUIRED_YES, .right = CAB_RIGHT_DERIVED, .label = N_ ("Size in bytes"),
    .why = N_ ("To notice when a part of the file is missing."),
    .fhir = "DocumentReference.content.attachment.size", .since = 1
  },
  [CAB_BLOB_FIELD_SHA512] = {
    .name = "sha512", .type = CAB_FIELD_DIGEST, .required = CAB_REQUIRED_YES,
    .right = CAB_RIGHT_DERIVED, .label = N_ ("SHA-512"),
    .why = N_ ("To prove that the file is the one that was stored."), .since = 1
  },
  [CAB_BLOB_FIELD_CHUNKS] = {
    .name = "chunks", .type = CAB_FIELD_INTEGER, .maximum = 32768, .required = CAB_REQUIRED_YES,
    .right = CAB_RIGHT_DERIVED, .label = N_ ("Number of pieces"),
    .why = N_ ("To notice when a piece of the file is missing."), .since = 1
  },
};
/* clang-format on */

G_STATIC_ASSERT (G_N_ELEMENTS (blob_fields) == CAB_BLOB_N_FIELDS);

/* Pictures of signatures hang on what was signed, not on a client. */
static const char blobs_of_client[]
    = "SELECT content FROM attachment"
      " WHERE client_id = ?1"
      " UNION"
      " SELECT signature.image FROM signature"
      " JOIN note_version ON note_version.id = signature.signed_id"
      " JOIN note ON note.id = note_version.note_id"
      " WHERE note.client_id = ?1 AND signature.image IS NOT NULL"
      " UNION"
      " SELECT signature.image FROM signature"
      " JOIN addendum ON addendum.id = signature.signed_id"
      " JOIN note ON note.id = addendum.note_id"
      " WHERE note.client_id = ?1 AND signature.image IS NOT NULL"
      " UNION"
      " SELECT signature.image FROM signature"
      " JOIN process_note_version ON process_note_version.id = signature.signed_id"
      " JOIN process_note ON process_note.id = process_note_version.note_id"
      " WHERE process_note.client_id = ?1 AND signature.image IS NOT NULL";

/* [M-54]: only the last piece may be short. */
static gboolean
check (CabPractice *practice, CabRecord *record, GError **error)
{
  gint64 size = 0, chunks = 0;

  cab_record_get_integer (record, CAB_OWN (CAB_BLOB_FIELD_SIZE), &size);
  cab_record_get_integer (record, CAB_OWN (CAB_BLOB_FIELD_CHUNKS), &chunks);

  return chunks == (size + CAB_CHUNK_SIZE - 1) / CAB_CHUNK_SIZE
         || cab_record_set_error (record, CAB_OWN (CAB_BLOB_FIELD_CHUNKS), CAB_MODEL_ERROR_INVALID,
                                  error, _ ("the number of pieces does not fit the size."));
}

const CabKind cab_blob_kind = {
  .name = "blob",
  .plural = "blobs",
  .table = "blob",
  .label = N_ ("Stored file"),
  .label_plural = N_ ("Stored files"),
  .fields = blob_fields,
  .n_fields = G_N_ELEMENTS (blob_fields),
  .owner = CAB_NO_OWNER,
  .ordinal = CAB_NO_OWNER,
  .origin = CAB_ORIGIN_PROVIDED,
  .trash = CAB_TRASH_NEVER,
  .trash_refusal = N_ ("A stored file goes with the record it belongs to."),
  .mutability = CAB_IMMUTABLE,
  .of_client = blobs_of_client,
  .check = check,
  .get_type = cab_blob_get_type,
};

CAB_DEFINE_KIND (CabBlob, cab_blob, &cab_blob_kind)

/* clang-format off */
static const CabField blob_chunk_fields[] = {
  [CAB_BLOB_CHUNK_FIELD_BLOB_ID] = {
    .name = "blob_id", .type = CAB_FIELD_REF, .target = "blob", .required = CAB_REQUIRED_YES,
    .right = CAB_RIGHT_PROVIDED, .flags = CAB_FLAG_INTERNAL | CAB_FLAG_FIXED,
    .reason = "leaves as the file of its blob", .label = N_ ("Stored file"),
    .why = N_ ("To show which file the piece belongs to."), .since = 1
  },
  [CAB_BLOB_CHUNK_FIELD_SEQUENCE] = {
    .name = "sequence", .type = CAB_FIELD_INTEGER, .maximum = 32767,
    .required = CAB_REQUIRED_YES, .right = CAB_RIGHT_PROVIDED,
    .flags = CAB_FLAG_INTERNAL | CAB_FLAG_FIXED, .reason = "leaves as the file of its blob",
    .label = N_ ("Place"), .why = N_ ("To put the pieces together in order."), .since = 1
  },
  [CAB_BLOB_CHUNK_FIELD_BYTES] = {
    .name = "bytes", .type = CAB_FIELD_BYTES, .minimum = 1, .maximum = 65536,
    .required = CAB_REQUIRED_YES, .right = CAB_RIGHT_PROVIDED,
    .flags = CAB_FLAG_INTERNAL | CAB_FLAG_FIXED, .reason = "leaves as the file of its blob",
    .label = N_ ("Bytes"), .why = N_ ("To keep the document itself."), .since = 1
  },
};
/* clang-format on */

G_STATIC_ASSERT (G_N_ELEMENTS (blob_chunk_fields) == CAB_BLOB_CHUNK_N_FIELDS);

const CabKind cab_blob_chunk_kind = {
  .name = "blob-chunk",
  .plural = "blob-chunks",
  .table = "blob_chunk",
  .label = N_ ("Piece of a stored file"),
  .label_plural = N_ ("Pieces of stored files"),
  .fields = blob_chunk_fields,
  .n_fields = G_N_ELEMENTS (blob_chunk_fields),
  .owner = CAB_BLOB_CHUNK_FIELD_BLOB_ID,
  .ordinal = CAB_BLOB_CHUNK_FIELD_SEQUENCE,
  .origin = CAB_ORIGIN_PROVIDED,
  .without_system_fields = TRUE,
  .internal = TRUE,
  .internal_reason = "leaves as the file of its blob",
  .trash = CAB_TRASH_NEVER,
  .trash_refusal = N_ ("A piece of a stored file goes with the record it belongs to."),
  .mutability = CAB_IMMUTABLE,
  .get_type = cab_blob_chunk_get_type,
};

CAB_DEFINE_KIND (CabBlobChunk, cab_blob_chunk, &cab_blob_chunk_kind)

char *
cab_blob_add (CabPractice *practice,
              GInputStream *stream,
              GCancellable *cancellable,
              GError **error)
{
  g_autoptr (CabRecord) blob = NULL;
  g_autofree char *id = NULL;
  CabChunksSum sum;

  g_return_val_if_fail (CAB_IS_PRACTICE (practice) && G_IS_INPUT_STREAM (stream), NULL);

  id = cab_practice_dup_new_id (practice);
  if (!cab_chunks_write_stream (cab_practice_get_vault (practice), id, stream, &sum, cancellable,
                                error))
    return NULL;

  blob = cab_record_new (&cab_blob_kind);
  cab_record_set_text (blob, CAB_SYSTEM_ID, id);
  cab_record_set_integer (blob, CAB_OWN (CAB_BLOB_FIELD_SIZE), sum.size);
  cab_record_set_integer (blob, CAB_OWN (CAB_BLOB_FIELD_CHUNKS), sum.chunks);
  cab_record_set_text (blob, CAB_OWN (CAB_BLOB_FIELD_SHA512), sum.sha512);
  /* The row of what refers to it tells of it in the log. */
  if (!cab_practice_save_quietly (practice, blob, error))
    return NULL;

  return g_steal_pointer (&id);
}
