/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

/* Stored files without the model, which alone knows how a row is made: their
 * own digests are left at zero, and one clinician has made them all. */

#pragma once

#include "cab-chunks.h"
#include "cab-test-raw.h"
#include "cab-vault-private.h"

G_BEGIN_DECLS

typedef struct
{
  const char *id;
  gsize length;
} CabTestBlob;

#define CAB_TEST_CLINICIAN "c1171c1a-0000-4000-8000-000000000001"

/* The byte at @offset of every test blob. */
static inline guint8
cab_test_blob_byte (gsize offset)
{
  return (guint8)(offset * 31 + offset / 251 + 7);
}

static inline gboolean
cab_test_blob_insert (CabVault *vault, const char *id, const CabChunksSum *sum, GError **error)
{
  g_autoptr (CabStatement) statement = cab_statement_new (
      cab_vault_get_db (vault),
      "INSERT INTO blob (id, revision, created_at, modified_at, created_by_id, modified_by_id,\n"
      "                  origin, basis6, basis9, sensitivity, content_digest, size, sha512,\n"
      "                  chunks)\n"
      "VALUES (?1, 1, '2026-03-02T09:00:00Z', '2026-03-02T09:00:00Z',\n"
      "        '" CAB_TEST_CLINICIAN "', '" CAB_TEST_CLINICIAN
      "', 'provided', 'contract', 'none', 'normal', zeroblob (32), ?2, ?3, ?4)",
      "add a test blob", error);

  if (statement == NULL)
    return FALSE;

  cab_statement_bind_text (statement, 1, id);
  cab_statement_bind_integer (statement, 2, sum->size);
  cab_statement_bind_text (statement, 3, sum->sha512);
  cab_statement_bind_integer (statement, 4, sum->chunks);

  return cab_statement_run (statement, error);
}

static inline gboolean
cab_test_blob_insert_clinician (CabVault *vault, GError **error)
{
  return cab_db_exec (
      cab_vault_get_db (vault),
      "INSERT INTO clinician (id, revision, created_at, modified_at, created_by_id,\n"
      "                       modified_by_id, origin, basis6, basis9, sensitivity,\n"
      "                       content_digest, display_name, profession)\n"
      "VALUES ('" CAB_TEST_CLINICIAN "', 1, '2026-03-02T09:00:00Z', '2026-03-02T09:00:00Z',\n"
      "        '" CAB_TEST_CLINICIAN "', '" CAB_TEST_CLINICIAN "', 'authored', 'contract',\n"
      "        'none', 'normal', zeroblob (32), 'Test', 'counsellor')\n"
      "ON CONFLICT (id) DO NOTHING",
      "add a test clinician", error);
}

/* CabVaultWork over a CabTestBlob; pieces of odd lengths cross the chunks. */
static inline gboolean
cab_test_blob_write (CabVault *vault, gpointer data, GError **error)
{
  const CabTestBlob *blob = data;
  g_autoptr (CabChunksWriter) writer = cab_chunks_writer_new (vault, blob->id);
  CabChunksSum sum;
  gsize done = 0;

  while (done < blob->length)
    {
      guint8 piece[5003];
      gsize n = MIN (sizeof piece, blob->length - done);

      for (gsize i = 0; i < n; i++)
        piece[i] = cab_test_blob_byte (done + i);
      if (!cab_chunks_writer_write (writer, piece, n, error))
        return FALSE;
      done += n;
    }

  return cab_chunks_writer_finish (writer, &sum, error)
         && cab_test_blob_insert_clinician (vault, error)
         && cab_test_blob_insert (vault, blob->id, &sum, error)
         && cab_vault_audit (vault, "create", "blob", blob->id, NULL, error);
}

static inline void
cab_test_blob_add (CabVault *vault, const char *id, gsize length)
{
  g_autoptr (GError) error = NULL;
  CabTestBlob blob = { id, length };

  cab_vault_transact (vault, "add a test blob", cab_test_blob_write, &blob, &error);
  g_assert_no_error (error);
}

G_END_DECLS
