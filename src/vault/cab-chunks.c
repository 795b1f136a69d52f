/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-vault"

#include "config.h"

#include "cab-chunks.h"

#include <sodium.h>

#include "cab-vault-error.h"
#include "cab-vault-private.h"

struct _CabChunksWriter
{
  /* Borrowed */
  CabVault *vault;

  /* Owned */
  char *blob_id;
  guint8 *pending; /* CAB_CHUNK_SIZE bytes, of which `filled` hold */

  /* State */
  gsize filled;
  gint64 size;
  gint64 chunks;
  crypto_hash_sha512_state sha512;
};

static const char insert_sql[]
    = "INSERT INTO blob_chunk (content_digest, blob_id, sequence, bytes)\n"
      "VALUES (?1, ?2, ?3, ?4)";

static const char select_blob_sql[] = "SELECT size, chunks, sha512 FROM blob WHERE id = ?1";

static const char select_sql[] = "SELECT sequence, bytes, content_digest\n"
                                 "FROM blob_chunk\n"
                                 "WHERE blob_id = ?1\n"
                                 "ORDER BY sequence";

static const char select_digests_sql[] = "SELECT content_digest\n"
                                         "FROM blob_chunk\n"
                                         "WHERE blob_id = ?1\n"
                                         "ORDER BY sequence";

static const char delete_sql[] = "DELETE FROM blob_chunk WHERE blob_id = ?1";

static const char writing[] = "write the content of a file";
static const char reading[] = "read the content of a file";

CabChunksWriter *
cab_chunks_writer_new (CabVault *vault, const char *blob_id)
{
  CabChunksWriter *self;

  g_return_val_if_fail (vault != NULL, NULL);
  g_return_val_if_fail (cab_ids_is_id (blob_id), NULL);
  g_assert (cab_vault_is_transacting (vault));

  self = g_new0 (CabChunksWriter, 1);
  self->vault = vault;
  self->blob_id = g_strdup (blob_id);
  self->pending = g_malloc (CAB_CHUNK_SIZE);
  crypto_hash_sha512_init (&self->sha512);

  return self;
}

void
cab_chunks_writer_free (CabChunksWriter *self)
{
  if (self == NULL)
    return;

  sodium_memzero (self->pending, CAB_CHUNK_SIZE);
  g_free (self->pending);
  g_free (self->blob_id);
  g_free (self);
}

static void
digest_chunk (CabVault *vault,
              const char *blob_id,
              gint64 sequence,
              const guint8 *bytes,
              gsize length,
              guint8 *digest)
{
  cab_digest_chunk (cab_secret_open (vault->digest_key), blob_id, (guint32)sequence, bytes, length,
                    digest);
  cab_secret_close (vault->digest_key);
}

static gboolean
write_chunk (CabChunksWriter *self, const guint8 *bytes, gsize length, GError **error)
{
  g_autoptr (CabStatement) statement
      = cab_statement_new (self->vault->db, insert_sql, writing, error);
  guint8 digest[CAB_DIGEST_LENGTH];

  if (statement == NULL)
    return FALSE;

  digest_chunk (self->vault, self->blob_id, self->chunks, bytes, length, digest);
  cab_statement_bind_bytes (statement, 1, digest, sizeof digest);
  cab_statement_bind_text (statement, 2, self->blob_id);
  cab_statement_bind_integer (statement, 3, self->chunks);
  cab_statement_bind_bytes (statement, 4, bytes, length);
  if (!cab_statement_run (statement, error)
      || !cab_vault_content_changed (self->vault, NULL, digest, error))
    return FALSE;

  self->chunks++;

  return TRUE;
}

gboolean
cab_chunks_writer_write (CabChunksWriter *self, const void *bytes, gsize length, GError **error)
{
  const guint8 *rest = bytes;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (bytes != NULL || length == 0, FALSE);

  if (length > (gsize)(CAB_CHUNKS_MAXIMUM - self->size))
    {
      cab_vault_error_set_step (error, CAB_VAULT_ERROR_REFUSED, SQLITE_TOOBIG, writing);
      return FALSE;
    }

  crypto_hash_sha512_update (&self->sha512, rest, length);
  self->size += (gint64)length;

  while (length > 0)
    {
      gsize n = MIN (length, CAB_CHUNK_SIZE - self->filled);

      memcpy (self->pending + self->filled, rest, n);
      self->filled += n;
      rest += n;
      length -= n;

      if (self->filled == CAB_CHUNK_SIZE)
        {
          if (!write_chunk (self, self->pending, CAB_CHUNK_SIZE, error))
            return FALSE;
          self->filled = 0;
        }
    }

  return TRUE;
}

gboolean
cab_chunks_writer_finish (CabChunksWriter *self, CabChunksSum *sum, GError **error)
{
  guint8 sha512[crypto_hash_sha512_BYTES];

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (sum != NULL, FALSE);

  if (self->filled > 0 && !write_chunk (self, self->pending, self->filled, error))
    return FALSE;
  self->filled = 0;

  crypto_hash_sha512_final (&self->sha512, sha512);
  sum->size = self->size;
  sum->chunks = self->chunks;
  sodium_bin2hex (sum->sha512, sizeof sum->sha512, sha512, sizeof sha512);

  return TRUE;
}

gboolean
cab_chunks_write_stream (CabVault *vault,
                         const char *blob_id,
                         GInputStream *stream,
                         CabChunksSum *sum,
                         GCancellable *cancellable,
                         GError **error)
{
  g_autoptr (CabChunksWriter) writer = cab_chunks_writer_new (vault, blob_id);
  g_autofree guint8 *bytes = g_malloc (CAB_CHUNK_SIZE);
  gboolean done = FALSE;
  gssize n;

  g_return_val_if_fail (G_IS_INPUT_STREAM (stream), FALSE);

  do
    {
      n = g_input_stream_read (stream, bytes, CAB_CHUNK_SIZE, cancellable, error);
      if (n < 0 || !cab_chunks_writer_write (writer, bytes, (gsize)n, error))
        break;
      done = n == 0;
    }
  while (!done);

  sodium_memzero (bytes, CAB_CHUNK_SIZE);

  return done && cab_chunks_writer_finish (writer, sum, error);
}

/* What the `blob` row promises. Its own digest is the model's to check; a row
 * that was altered makes the content seem damaged, never right. */
static gboolean
read_sum (CabVault *vault, const char *blob_id, CabChunksSum *sum, GError **error)
{
  g_autoptr (CabStatement) statement
      = cab_statement_new (vault->db, select_blob_sql, reading, error);
  const char *sha512;

  if (statement == NULL)
    return FALSE;

  cab_statement_bind_text (statement, 1, blob_id);
  switch (cab_statement_step (statement, error))
    {
    case CAB_STEP_ERROR:
      return FALSE;

    case CAB_STEP_DONE:
      cab_vault_error_set_step (error, CAB_VAULT_ERROR_NOT_FOUND, 0, reading);
      return FALSE;

    case CAB_STEP_ROW:
      break;
    }

  sum->size = cab_statement_get_integer (statement, 0);
  sum->chunks = cab_statement_get_integer (statement, 1);
  sha512 = cab_statement_get_text (statement, 2);
  g_strlcpy (sum->sha512, sha512 != NULL ? sha512 : "", sizeof sum->sha512);

  return TRUE;
}

/* A walk over the chunks of one blob. */
typedef struct
{
  CabVault *vault;
  const char *blob_id;
  CabStatement *statement;
  CabChunksSum read; /* what has come so far; its sha512 is not used */
  gboolean short_seen;
  crypto_hash_sha512_state sha512;
} Walk;

static gboolean
check_chunk (Walk *walk, const guint8 *bytes, gsize length)
{
  guint8 digest[CAB_DIGEST_LENGTH];
  const guint8 *stored;
  gsize stored_length = 0;

  /* Only the last may be short, and none may be missing. */
  if (cab_statement_get_integer (walk->statement, 0) != walk->read.chunks || walk->short_seen
      || bytes == NULL || length > CAB_CHUNK_SIZE)
    return FALSE;

  stored = cab_statement_get_bytes (walk->statement, 2, &stored_length);
  if (stored_length != sizeof digest)
    return FALSE;

  digest_chunk (walk->vault, walk->blob_id, walk->read.chunks, bytes, length, digest);

  return memcmp (digest, stored, sizeof digest) == 0;
}

static gboolean
take_chunk (Walk *walk, CabChunkFunc func, gpointer data, GError **error)
{
  gsize length = 0;
  const guint8 *bytes = cab_statement_get_bytes (walk->statement, 1, &length);

  if (!check_chunk (walk, bytes, length))
    {
      cab_vault_error_set_content (error, "blob", walk->blob_id);
      return FALSE;
    }

  walk->short_seen = length < CAB_CHUNK_SIZE;
  walk->read.size += (gint64)length;
  walk->read.chunks++;
  crypto_hash_sha512_update (&walk->sha512, bytes, length);

  return func (bytes, length, data, error);
}

static gboolean
check_sum (Walk *walk, const CabChunksSum *sum, GError **error)
{
  guint8 sha512[crypto_hash_sha512_BYTES];
  char hex[crypto_hash_sha512_BYTES * 2 + 1];

  crypto_hash_sha512_final (&walk->sha512, sha512);
  sodium_bin2hex (hex, sizeof hex, sha512, sizeof sha512);

  if (walk->read.size == sum->size && walk->read.chunks == sum->chunks
      && strcmp (hex, sum->sha512) == 0)
    return TRUE;

  cab_vault_error_set_content (error, "blob", walk->blob_id);

  return FALSE;
}

gboolean
cab_chunks_read (CabVault *vault,
                 const char *blob_id,
                 CabChunkFunc func,
                 gpointer data,
                 GCancellable *cancellable,
                 GError **error)
{
  g_autoptr (CabStatement) statement = NULL;
  CabChunksSum sum = { 0 };
  Walk walk = { .vault = vault, .blob_id = blob_id };
  CabStep step;

  g_return_val_if_fail (vault != NULL, FALSE);
  g_return_val_if_fail (blob_id != NULL, FALSE);
  g_return_val_if_fail (func != NULL, FALSE);

  if (!read_sum (vault, blob_id, &sum, error))
    return FALSE;

  statement = cab_statement_new (vault->db, select_sql, reading, error);
  if (statement == NULL)
    return FALSE;

  walk.statement = statement;
  crypto_hash_sha512_init (&walk.sha512);
  cab_statement_bind_text (statement, 1, blob_id);
  while ((step = cab_statement_step (statement, error)) == CAB_STEP_ROW)
    if (g_cancellable_set_error_if_cancelled (cancellable, error)
        || !take_chunk (&walk, func, data, error))
      return FALSE;

  return step == CAB_STEP_DONE && check_sum (&walk, &sum, error);
}

typedef struct
{
  GByteArray *bytes;
  gsize limit;
} Collection;

static gboolean
collect_cb (const guint8 *bytes, gsize length, gpointer data, GError **error)
{
  Collection *collection = data;

  if (length > collection->limit - collection->bytes->len)
    {
      cab_vault_error_set_step (error, CAB_VAULT_ERROR_REFUSED, SQLITE_TOOBIG, reading);
      return FALSE;
    }

  g_byte_array_append (collection->bytes, bytes, (guint)length);

  return TRUE;
}

GBytes *
cab_chunks_read_bytes (CabVault *vault, const char *blob_id, gsize limit, GError **error)
{
  Collection collection = { g_byte_array_new (), limit };

  if (!cab_chunks_read (vault, blob_id, collect_cb, &collection, NULL, error))
    {
      g_byte_array_unref (collection.bytes);
      return NULL;
    }

  return g_byte_array_free_to_bytes (collection.bytes);
}

/* Takes every chunk of the blob out of the content root. */
static gboolean
forget_digests (CabVault *vault, const char *blob_id, GError **error)
{
  g_autoptr (CabStatement) statement
      = cab_statement_new (vault->db, select_digests_sql, "forget a file", error);
  CabStep step;

  if (statement == NULL)
    return FALSE;

  cab_statement_bind_text (statement, 1, blob_id);
  while ((step = cab_statement_step (statement, error)) == CAB_STEP_ROW)
    {
      gsize length = 0;
      const guint8 *digest = cab_statement_get_bytes (statement, 0, &length);

      if (length != CAB_DIGEST_LENGTH)
        {
          cab_vault_error_set_content (error, "blob", blob_id);
          return FALSE;
        }
      if (!cab_vault_content_changed (vault, digest, NULL, error))
        return FALSE;
    }

  return step == CAB_STEP_DONE;
}

gint64
cab_chunks_remove (CabVault *vault, const char *blob_id, GError **error)
{
  g_autoptr (CabStatement) statement = NULL;

  g_return_val_if_fail (vault != NULL, -1);
  g_return_val_if_fail (blob_id != NULL, -1);
  g_assert (vault->state.erasing);

  if (!forget_digests (vault, blob_id, error))
    return -1;

  statement = cab_statement_new (vault->db, delete_sql, "erase a file", error);
  if (statement == NULL)
    return -1;

  cab_statement_bind_text (statement, 1, blob_id);
  if (!cab_statement_run (statement, error))
    return -1;

  return cab_statement_changes (statement);
}
