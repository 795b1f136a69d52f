/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include "cab-chunks.h"

#include "cab-harden.h"
#include "cab-test-blob.h"
#include "cab-vault-error.h"

static const char id[] = "0b10b000-0000-4000-8000-000000000001";
static const char other_id[] = "0b10b000-0000-4000-8000-000000000002";

/* Compares what comes with what was written. */
typedef struct
{
  gsize offset;
  guint calls;
  guint stop_after;
} Reader;

static gboolean
read_cb (const guint8 *bytes, gsize length, gpointer data, GError **error)
{
  Reader *reader = data;

  for (gsize i = 0; i < length; i++)
    g_assert_cmpuint (bytes[i], ==, cab_test_blob_byte (reader->offset + i));
  reader->offset += length;
  reader->calls++;

  if (reader->calls == reader->stop_after)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, "enough");
      return FALSE;
    }

  return TRUE;
}

/* [V-45], [M-54] content of any length comes back byte for byte, in chunks of 64 KiB */
static void
test_round_trip (void)
{
  static const struct
  {
    gsize length;
    guint chunks;
  } cases[] = {
    { 0, 0 }, { 1, 1 }, { 65535, 1 }, { 65536, 1 }, { 65537, 2 }, { 200000, 4 }, { 262144, 4 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (CabTestVault) test = { 0 };
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = NULL;
      Reader reader = { 0 };

      cab_test_vault_init (&test);
      cab_test_blob_add (test.vault, id, cases[i].length);
      cab_test_blob_add (test.vault, other_id, 70000);
      g_assert_true (cab_chunks_read (test.vault, id, read_cb, &reader, NULL, &error));
      g_assert_no_error (error);
      g_assert_cmpuint (reader.offset, ==, cases[i].length);
      g_assert_cmpuint (reader.calls, ==, cases[i].chunks);

      bytes = cab_chunks_read_bytes (test.vault, id, cases[i].length, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (g_bytes_get_size (bytes), ==, cases[i].length);
      if (cases[i].length > 0)
        g_assert_null (cab_chunks_read_bytes (test.vault, id, cases[i].length - 1, NULL));
    }
}

typedef struct
{
  GInputStream *stream;
  CabChunksSum sum;
} StreamWork;

static gboolean
write_stream (CabVault *vault, gpointer data, GError **error)
{
  StreamWork *work = data;

  return cab_chunks_write_stream (vault, id, work->stream, &work->sum, NULL, error)
         && cab_test_blob_insert_clinician (vault, error)
         && cab_test_blob_insert (vault, id, &work->sum, error)
         && cab_vault_audit (vault, "create", "blob", id, NULL, error);
}

/* [V-45] a stream is taken whole, and its SHA-512 is that of its bytes */
static void
test_stream (void)
{
  g_auto (CabTestVault) test = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree guint8 *content = g_malloc (100000);
  g_autofree char *expected = NULL;
  StreamWork work = { 0 };

  cab_test_vault_init (&test);
  for (gsize i = 0; i < 100000; i++)
    content[i] = cab_test_blob_byte (i);
  expected = g_compute_checksum_for_data (G_CHECKSUM_SHA512, content, 100000);
  work.stream = g_memory_input_stream_new_from_data (content, 100000, NULL);
  cab_vault_transact (test.vault, "add", write_stream, &work, &error);
  g_assert_no_error (error);
  g_assert_cmpint (work.sum.size, ==, 100000);
  g_assert_cmpint (work.sum.chunks, ==, 2);
  g_assert_cmpstr (work.sum.sha512, ==, expected);
  g_object_unref (work.stream);
}

/* [V-90] damage of every kind is found at the chunk where it is, and what came before it is right
 */
static void
test_damage_is_found (void)
{
  static const struct
  {
    const char *name;
    const char *sql;
    guint good_chunks;
  } cases[] = {
    { "byte of the first",
      "UPDATE blob_chunk SET bytes = CAST (x'00' || substr (bytes, 2) "
      "AS BLOB) WHERE blob_id = ?1 AND sequence = 0",
      0 },
    { "byte of the last",
      "UPDATE blob_chunk SET bytes = CAST (substr (bytes, 1, length (bytes) "
      "- 1) || x'00' AS BLOB) WHERE blob_id = ?1 AND sequence = 3",
      3 },
    { "zeroed tail",
      "UPDATE blob_chunk SET bytes = CAST (substr (bytes, 1, 63000) || "
      "zeroblob (2536) AS BLOB) WHERE blob_id = ?1 AND sequence = 1",
      1 },
    { "middle missing", "DELETE FROM blob_chunk WHERE blob_id = ?1 AND sequence = 1", 1 },
    { "last missing", "DELETE FROM blob_chunk WHERE blob_id = ?1 AND sequence = 3", 3 },
    { "all missing", "DELETE FROM blob_chunk WHERE blob_id = ?1", 0 },
    { "one more",
      "INSERT INTO blob_chunk (content_digest, blob_id, sequence, bytes) "
      "SELECT content_digest, blob_id, 4, bytes FROM blob_chunk "
      "WHERE blob_id = ?1 AND sequence = 3",
      4 },
    { "swapped with another file's",
      "UPDATE blob_chunk SET (bytes, content_digest) = (SELECT bytes, content_digest "
      "FROM blob_chunk AS o WHERE o.blob_id <> ?1 AND o.sequence = 0) "
      "WHERE blob_id = ?1 AND sequence = 0",
      0 },
    { "moved",
      "UPDATE blob_chunk SET (bytes, content_digest) = (SELECT bytes, content_digest "
      "FROM blob_chunk AS o WHERE o.blob_id = ?1 AND o.sequence = 2) "
      "WHERE blob_id = ?1 AND sequence = 1",
      1 },
    { "size", "UPDATE blob SET size = size + 1 WHERE id = ?1", 4 },
    { "count", "UPDATE blob SET chunks = chunks + 1 WHERE id = ?1", 4 },
    { "sha512",
      "UPDATE blob SET sha512 = substr (sha512, 2) || substr (sha512, 1, 1) "
      "WHERE id = ?1",
      4 },
  };
  g_auto (CabTestVault) test = { 0 };
  g_autofree char *copy = NULL;

  cab_test_vault_init (&test);
  cab_test_blob_add (test.vault, id, 65536 * 3 + 5000);
  cab_test_blob_add (test.vault, other_id, 65536 * 2);
  cab_test_vault_close (&test);
  copy = g_strconcat (test.path, ".whole", NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (CabStatement) statement = NULL;
      CabDb *db;
      Reader reader = { 0 };
      g_autofree char *content = NULL;
      gsize length = 0;

      /* Back to the whole file, then the damage, under a valid HMAC. */
      if (i == 0)
        g_assert_true (g_file_get_contents (test.path, &content, &length, NULL)
                       && g_file_set_contents (copy, content, (gssize)length, NULL));
      else
        g_assert_true (g_file_get_contents (copy, &content, &length, NULL)
                       && g_file_set_contents (test.path, content, (gssize)length, NULL));

      db = cab_test_raw_open (test.path);
      cab_db_exec_trusted (db, "UPDATE state SET erasing = 1", "open the way", &error);
      statement = cab_statement_new (db, cases[i].sql, "damage a file", &error);
      g_assert_no_error (error);
      cab_statement_bind_text (statement, 1, id);
      g_assert_true (cab_statement_run (statement, &error));
      g_assert_cmpint (cab_statement_changes (statement), >=, 1);
      g_clear_pointer (&statement, cab_statement_free);
      cab_db_exec_trusted (db, "UPDATE state SET erasing = 0", "close it", &error);
      g_assert_true (cab_db_close (db, &error));

      cab_test_vault_reopen (&test, CAB_VAULT_OPEN_READ_ONLY);
      if (cab_chunks_read (test.vault, id, read_cb, &reader, NULL, &error))
        g_error ("%s: not found", cases[i].name);
      if (!g_error_matches (error, CAB_VAULT_ERROR, CAB_VAULT_ERROR_CONTENT))
        g_error ("%s: %s", cases[i].name, error->message);
      if (reader.calls != cases[i].good_chunks)
        g_error ("%s: %u chunks", cases[i].name, reader.calls);
      cab_test_vault_close (&test);
    }
}

/* [V-43], [V-90], [V-190] 2 a flipped bit in the last overflow page, which SQLCipher reads as
 * zeros without an error, is never content */
static void
test_overflow_damage_is_found (void)
{
  g_auto (CabTestVault) test = { 0 };
  g_autofree char *content = NULL;
  gsize length = 0;
  guint silent = 0;
  guint found = 0;

  cab_test_vault_init (&test);
  cab_test_blob_add (test.vault, id, 60000);
  cab_test_vault_close (&test);
  g_assert_true (g_file_get_contents (test.path, &content, &length, NULL));

  for (gsize page = 2; page <= length / CAB_PAGE_SIZE; page++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (CabVault) vault = NULL;
      Reader reader = { 0 };
      g_autofree char *damaged = g_memdup2 (content, length);

      /* Only the pages of the chunk: those that came last. */
      if (page + 18 < length / CAB_PAGE_SIZE)
        continue;

      damaged[(page - 1) * CAB_PAGE_SIZE + 1000] ^= 0x10;
      g_assert_true (g_file_set_contents (test.path, damaged, (gssize)length, NULL));
      vault = cab_test_vault_try (&test, CAB_TEST_PASSPHRASE, CAB_VAULT_OPEN_READ_ONLY, &error);
      if (vault == NULL)
        continue;

      if (cab_chunks_read (vault, id, read_cb, &reader, NULL, &error))
        g_assert_cmpuint (reader.offset, ==, 60000);
      else if (g_error_matches (error, CAB_VAULT_ERROR, CAB_VAULT_ERROR_CONTENT))
        silent++;
      else
        found++;
      g_assert_cmpuint (reader.calls, <=, 1);
    }

  /* SQLCipher itself reports all pages but one. */
  g_assert_cmpuint (found, >=, 10);
  g_assert_cmpuint (silent, ==, 1);
}

/* [V-45] reading stops when it is told to, and knows what is not there */
static void
test_stopping (void)
{
  g_auto (CabTestVault) test = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Reader reader = { .stop_after = 2 };

  cab_test_vault_init (&test);
  cab_test_blob_add (test.vault, id, 200000);
  g_assert_false (cab_chunks_read (test.vault, id, read_cb, &reader, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);
  g_assert_cmpuint (reader.calls, ==, 2);
  g_clear_error (&error);

  g_cancellable_cancel (cancellable);
  g_assert_false (cab_chunks_read (test.vault, id, read_cb, &reader, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);

  g_assert_false (cab_chunks_read (test.vault, other_id, read_cb, &reader, NULL, &error));
  g_assert_error (error, CAB_VAULT_ERROR, CAB_VAULT_ERROR_NOT_FOUND);
}

static gboolean
remove_work (CabVault *vault, gpointer data, GError **error)
{
  gint64 *removed = data;

  if (!cab_vault_erasing_begin (vault, error))
    return FALSE;
  *removed = cab_chunks_remove (vault, id, error);

  return *removed >= 0 && cab_vault_erasing_end (vault, error)
         && cab_vault_audit (vault, "erase", "blob", id, NULL, error);
}

/* [V-91], [V-140] chunks leave the content root when they are erased */
static void
test_remove (void)
{
  g_auto (CabTestVault) test = { 0 };
  g_autoptr (GError) error = NULL;
  guint8 before[CAB_DIGEST_LENGTH];
  gint64 removed = 0;

  cab_test_vault_init (&test);
  memcpy (before, cab_vault_get_content_root (test.vault), sizeof before);
  cab_test_blob_add (test.vault, id, 200000);
  g_assert_cmpint (memcmp (before, cab_vault_get_content_root (test.vault), 32), !=, 0);

  cab_vault_transact (test.vault, "erase", remove_work, &removed, &error);
  g_assert_no_error (error);
  g_assert_cmpint (removed, ==, 4);
  g_assert_cmpmem (before, 32, cab_vault_get_content_root (test.vault), 32);
}

static gboolean
write_too_much (CabVault *vault, gpointer data, GError **error)
{
  g_autoptr (CabChunksWriter) writer = cab_chunks_writer_new (vault, id);
  gboolean done;

  /* The length alone decides; nothing is read. */
  done = cab_chunks_writer_write (writer, data, (gsize)CAB_CHUNKS_MAXIMUM + 1, error);
  g_assert_false (done);

  return FALSE;
}

/* [M-54] more than 2 GiB is refused before it is read */
static void
test_too_large (void)
{
  g_auto (CabTestVault) test = { 0 };
  g_autoptr (GError) error = NULL;

  cab_test_vault_init (&test);
  cab_vault_transact (test.vault, "add", write_too_much, (gpointer)id, &error);
  g_assert_error (error, CAB_VAULT_ERROR, CAB_VAULT_ERROR_REFUSED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_assert_true (cab_harden_start (NULL));

  g_test_add_func ("/vault/chunks/round-trip", test_round_trip);
  g_test_add_func ("/vault/chunks/stream", test_stream);
  g_test_add_func ("/vault/chunks/damage-is-found", test_damage_is_found);
  g_test_add_func ("/vault/chunks/overflow-damage-is-found", test_overflow_damage_is_found);
  g_test_add_func ("/vault/chunks/stopping", test_stopping);
  g_test_add_func ("/vault/chunks/remove", test_remove);
  g_test_add_func ("/vault/chunks/too-large", test_too_large);

  return g_test_run ();
}
