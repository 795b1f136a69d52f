/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include "cab-digest.h"

#include <string.h>

#include "cab-clock.h"
#include "cab-test-hex.h"

#define ID "00000000-0000-4000-8000-000000000001"
#define OTHER_ID "00000000-0000-4000-8000-000000000002"
#define BOOT_ID "b0071d00-0000-4000-8000-000000000001"

/* All vectors are Python's hashlib.blake2b with the key 00 01 … 1f, from the formulas of the
 * document and not from this code. */
#define ROW_VECTOR "3eb3254e6f0d5628f0f9141fe2a8e5e2479d4ab3fc0b7a1b597a8c158282331d"
#define CHUNK_VECTOR "829130babab43251788e90b350eee925a59bde120e5f899462e0b5328ba61ba5"
#define ROOT_VECTOR "9a7fa28d893de8ecba3794efa555a8a81ecba7e61dd09655c6e527f564b7c8b9"
#define COMMIT_VECTOR "ad12821870a0ce20b3673a28cdd77eadca6b92fa1cf1487c3e3e95708541b4b7"
#define GENESIS_VECTOR "3a9e999a21dbc03e54b31effd20c2eacdbdf28c4c7351f747bc18122ec0f5e49"
#define FIRST_MAC_VECTOR "f6928be6f2982ca1ae618bd390176588e156760fe477cd67cb7a1bf0ed25d0b7"
#define SECOND_MAC_VECTOR "4776ddf8a11ad0f01f39447674c1aa0efd21d329c1279948f2cbf94b6f3bb92b"
#define EXTERNAL_VECTOR "faa8f6ab-6df3-87c1-a60c-bea2fcbea9c9"

static guint8 key[CAB_KEY_LENGTH];

/* The row of the vector: NULL, −2, 0.5, “Grüße”, an empty text, the bytes 00 ff. */
static void
compute_row (const char *table, const char *id, guint32 revision, guint8 *digest)
{
  g_auto (CabValue) value = CAB_VALUE_INIT;
  g_autoptr (GBytes) bytes = g_bytes_new ("\0\xff", 2);
  CabDigest self;

  cab_digest_begin_row (&self, key, table, id, revision);
  cab_digest_add_value (&self, &value);
  cab_value_set_integer (&value, -2);
  cab_digest_add_value (&self, &value);
  cab_value_set_real (&value, 0.5);
  cab_digest_add_value (&self, &value);
  cab_value_set_text (&value, "Grüße");
  cab_digest_add_value (&self, &value);
  cab_value_set_text (&value, "");
  cab_digest_add_value (&self, &value);
  cab_value_set_bytes (&value, bytes);
  cab_digest_add_value (&self, &value);
  cab_digest_finish (&self, digest);
}

/* [V-90] the digest of a row, and that table, id and revision are part of it */
static void
test_row_equals_the_vector (void)
{
  guint8 digest[CAB_DIGEST_LENGTH];
  guint8 other[CAB_DIGEST_LENGTH];

  compute_row ("note_version", ID, 3, digest);
  cab_test_assert_hex (digest, sizeof digest, ROW_VECTOR);
  compute_row ("note", ID, 3, other);
  g_assert_cmpint (memcmp (digest, other, sizeof digest), !=, 0);
  compute_row ("note_version", OTHER_ID, 3, other);
  g_assert_cmpint (memcmp (digest, other, sizeof digest), !=, 0);
  compute_row ("note_version", ID, 4, other);
  g_assert_cmpint (memcmp (digest, other, sizeof digest), !=, 0);
}

/* [V-90] the digest of a chunk, and that blob and number are part of it */
static void
test_chunk_equals_the_vector (void)
{
  guint8 digest[CAB_DIGEST_LENGTH];
  guint8 other[CAB_DIGEST_LENGTH];

  cab_digest_chunk (key, ID, 7, "piece", 5, digest);
  cab_test_assert_hex (digest, sizeof digest, CHUNK_VECTOR);
  cab_digest_chunk (key, ID, 8, "piece", 5, other);
  g_assert_cmpint (memcmp (digest, other, sizeof digest), !=, 0);
  cab_digest_chunk (key, OTHER_ID, 7, "piece", 5, other);
  g_assert_cmpint (memcmp (digest, other, sizeof digest), !=, 0);
  cab_digest_chunk (key, ID, 7, NULL, 0, other);
  g_assert_cmpint (memcmp (digest, other, sizeof digest), !=, 0);
}

/* [V-91] the root does not depend on the order, and what went in comes out again */
static void
test_root_is_toggled (void)
{
  guint8 row[CAB_DIGEST_LENGTH];
  guint8 chunk[CAB_DIGEST_LENGTH];
  guint8 root[CAB_DIGEST_LENGTH] = { 0 };
  guint8 turned[CAB_DIGEST_LENGTH] = { 0 };
  static const guint8 zero[CAB_DIGEST_LENGTH];

  compute_row ("note_version", ID, 3, row);
  cab_digest_chunk (key, ID, 7, "piece", 5, chunk);
  cab_digest_toggle_root (key, row, root);
  cab_digest_toggle_root (key, chunk, root);
  cab_test_assert_hex (root, sizeof root, ROOT_VECTOR);
  cab_digest_toggle_root (key, chunk, turned);
  cab_digest_toggle_root (key, row, turned);
  g_assert_cmpmem (root, sizeof root, turned, sizeof turned);
  cab_digest_toggle_root (key, row, root);
  cab_digest_toggle_root (key, chunk, root);
  g_assert_cmpmem (root, sizeof root, zero, sizeof zero);
}

/* [V-80] commitment, mac[0], mac[1] and mac[2], the last of a row with no kind and entity */
static void
test_chain_equals_the_vectors (void)
{
  guint8 nonce[CAB_NONCE_LENGTH];
  guint8 practice_id[CAB_PRACTICE_ID_LENGTH];
  guint8 commitment[CAB_DIGEST_LENGTH];
  guint8 genesis[CAB_DIGEST_LENGTH];
  guint8 first[CAB_DIGEST_LENGTH];
  guint8 second[CAB_DIGEST_LENGTH];
  CabAuditRow row = {
    .seq = 1,
    .wall_ms = 1769853600000,
    .boot_id = CAB_SLICE_TEXT (BOOT_ID),
    .boottime_ns = 3600000000000,
    .actor = CAB_SLICE_TEXT ("actor"),
    .act = CAB_SLICE_TEXT ("change"),
    .kind = CAB_SLICE_TEXT ("note"),
    .entity = CAB_SLICE_TEXT (ID),
    .commitment = { commitment, sizeof commitment },
  };

  for (guint i = 0; i < 16; i++)
    {
      nonce[i] = (guint8)(100 + i);
      practice_id[i] = (guint8)(50 + i);
    }
  cab_digest_commit (key, nonce, CAB_SLICE_TEXT ("{\"title\":\"x\"}"), commitment);
  cab_test_assert_hex (commitment, sizeof commitment, COMMIT_VECTOR);
  cab_digest_genesis (key, practice_id, genesis);
  cab_test_assert_hex (genesis, sizeof genesis, GENESIS_VECTOR);
  cab_digest_chain (key, &row, genesis, first);
  cab_test_assert_hex (first, sizeof first, FIRST_MAC_VECTOR);

  row.seq = 2;
  row.wall_ms = -5;
  row.boottime_ns++;
  row.act = CAB_SLICE_TEXT ("unlock");
  row.kind = CAB_SLICE_TEXT (NULL);
  row.entity = CAB_SLICE_TEXT (NULL);
  cab_digest_chain (key, &row, first, second);
  cab_test_assert_hex (second, sizeof second, SECOND_MAC_VECTOR);
}

/* [V-90] values that are easily taken for each other, and a byte moved to the neighbour */
static void
test_values_are_told_apart (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GBytes) empty = g_bytes_new ("", 0);
  g_autoptr (GBytes) letter = g_bytes_new ("a", 1);
  CabValue pairs[][2] = {
    { { CAB_VALUE_NONE, { 0 } }, { CAB_VALUE_NONE, { 0 } } },
    { { CAB_VALUE_NONE, { 0 } }, { CAB_VALUE_INTEGER, { 0 } } },
    { { CAB_VALUE_INTEGER, { 0 } }, { CAB_VALUE_NONE, { 0 } } },
    { { CAB_VALUE_INTEGER, { 1 } }, { CAB_VALUE_NONE, { 0 } } },
    { { CAB_VALUE_INTEGER, { 256 } }, { CAB_VALUE_NONE, { 0 } } },
    { { CAB_VALUE_REAL, { .real = 0 } }, { CAB_VALUE_NONE, { 0 } } },
    { { CAB_VALUE_TEXT, { .text = (char *)"" } }, { CAB_VALUE_NONE, { 0 } } },
    { { CAB_VALUE_TEXT, { .text = (char *)"0" } }, { CAB_VALUE_NONE, { 0 } } },
    { { CAB_VALUE_TEXT, { .text = (char *)"a" } }, { CAB_VALUE_NONE, { 0 } } },
    { { CAB_VALUE_BYTES, { .bytes = empty } }, { CAB_VALUE_NONE, { 0 } } },
    { { CAB_VALUE_BYTES, { .bytes = letter } }, { CAB_VALUE_NONE, { 0 } } },
    { { CAB_VALUE_TEXT, { .text = (char *)"ab" } }, { CAB_VALUE_TEXT, { .text = (char *)"c" } } },
    { { CAB_VALUE_TEXT, { .text = (char *)"a" } }, { CAB_VALUE_TEXT, { .text = (char *)"bc" } } },
    { { CAB_VALUE_TEXT, { .text = (char *)"abc" } }, { CAB_VALUE_TEXT, { .text = (char *)"" } } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      CabDigest self;
      guint8 digest[CAB_DIGEST_LENGTH];

      cab_digest_init (&self, key, "CABROW01");
      cab_digest_add_value (&self, &pairs[i][0]);
      cab_digest_add_value (&self, &pairs[i][1]);
      cab_digest_finish (&self, digest);
      if (!g_hash_table_add (seen, cab_test_dup_hex (digest, sizeof digest)))
        g_error ("pair %u has the digest of another", i);
    }
}

/* [B-4] external ids: the vector, and that profile, person, record and file are part of them */
static void
test_external_id_equals_the_vector (void)
{
  static const guint8 other_key[CAB_KEY_LENGTH] = { 1 };
  g_autofree char *id = cab_digest_dup_external_id (key, "access", OTHER_ID, ID);
  g_autofree char *again = cab_digest_dup_external_id (key, "access", OTHER_ID, ID);
  g_autofree char *profile = cab_digest_dup_external_id (key, "portability", OTHER_ID, ID);
  g_autofree char *subject = cab_digest_dup_external_id (key, "access", ID, ID);
  g_autofree char *record = cab_digest_dup_external_id (key, "access", OTHER_ID, OTHER_ID);
  g_autofree char *file = cab_digest_dup_external_id (other_key, "access", OTHER_ID, ID);

  g_assert_cmpstr (id, ==, EXTERNAL_VECTOR);
  g_assert_true (cab_ids_is_id (id));
  g_assert_cmpstr (id, ==, again);
  g_assert_cmpstr (id, !=, profile);
  g_assert_cmpstr (id, !=, subject);
  g_assert_cmpstr (id, !=, record);
  g_assert_cmpstr (id, !=, file);
}

int
main (int argc, char **argv)
{
  for (guint i = 0; i < CAB_KEY_LENGTH; i++)
    key[i] = (guint8)i;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/vault/digest/row-equals-the-vector", test_row_equals_the_vector);
  g_test_add_func ("/vault/digest/chunk-equals-the-vector", test_chunk_equals_the_vector);
  g_test_add_func ("/vault/digest/root-is-toggled", test_root_is_toggled);
  g_test_add_func ("/vault/digest/chain-equals-the-vectors", test_chain_equals_the_vectors);
  g_test_add_func ("/vault/digest/values-are-told-apart", test_values_are_told_apart);
  g_test_add_func ("/vault/digest/external-id-equals-the-vector",
                   test_external_id_equals_the_vector);
  return g_test_run ();
}
