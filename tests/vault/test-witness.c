/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include "cab-witness.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cab-test-folder.h"
#include "cab-test-hex.h"
#include "cab-vault-error.h"
#include "test-chain.h"

static guint8 key[CAB_KEY_LENGTH];

static void
fill_witness (CabWitness *self)
{
  memset (self, 0, sizeof *self);
  for (guint i = 0; i < 16; i++)
    {
      self->practice_id[i] = (guint8)(50 + i);
      self->header[i] = (guint8) "CAB\x01\x01salt salt sa"[i];
    }
  cab_witness_digest_path ("/home/a/Practice.cabinet", self->path_digest);
  self->key_check = 0xff;
  self->generation = 258;
  self->head.seq = 33;
  memset (self->head.mac, 0xaa, sizeof self->head.mac);
  self->wall_ms = 1769853600000;
}

static gboolean
is_equal (const CabWitness *a, const CabWitness *b)
{
  return memcmp (a->practice_id, b->practice_id, sizeof a->practice_id) == 0
         && memcmp (a->header, b->header, sizeof a->header) == 0
         && memcmp (a->path_digest, b->path_digest, sizeof a->path_digest) == 0
         && a->key_check == b->key_check && a->generation == b->generation
         && a->head.seq == b->head.seq && memcmp (a->head.mac, b->head.mac, sizeof a->head.mac) == 0
         && a->wall_ms == b->wall_ms && memcmp (a->tag, b->tag, sizeof a->tag) == 0;
}

/* [V-84] the 144 bytes: laid out by hand, digests of path and tag by Python's hashlib.blake2b */
static void
test_bytes_equal_the_vector (void)
{
  CabWitness witness;
  CabWitness read;
  guint8 bytes[CAB_WITNESS_LENGTH];

  fill_witness (&witness);
  cab_witness_seal (&witness, key, bytes);
  cab_test_assert_hex (bytes, sizeof bytes,
                       "4341425749543031"
                       "32333435363738393a3b3c3d3e3f4041"
                       "434142010173616c742073616c742073"
                       "33ac491040c30af6"
                       "ff00000000000000"
                       "0201000000000000"
                       "2100000000000000"
                       "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
                       "00c17e139c010000"
                       "6d25fe4afde2bfa2d737ea96c2dfecd2e5ddd4a80ee23849feed46246b000230");
  g_assert_true (cab_witness_parse (bytes, sizeof bytes, &read));
  g_assert_true (is_equal (&witness, &read));
  g_assert_true (cab_witness_is_genuine (&read, key, witness.practice_id));
}

/* [V-84], [V-209] each of the 1,152 bits: the file is refused, or its tag does not verify */
static void
test_every_bit_counts (void)
{
  CabWitness witness;
  guint8 bytes[CAB_WITNESS_LENGTH];

  fill_witness (&witness);
  cab_witness_seal (&witness, key, bytes);
  for (guint bit = 0; bit < 8 * sizeof bytes; bit++)
    {
      CabWitness read;

      bytes[bit / 8] ^= (guint8)(1 << bit % 8);
      if (cab_witness_parse (bytes, sizeof bytes, &read)
          && cab_witness_is_genuine (&read, key, witness.practice_id))
        g_error ("bit %u is not looked at", bit);
      bytes[bit / 8] ^= (guint8)(1 << bit % 8);
    }
}

static void
test_other_bytes_are_refused (void)
{
  CabWitness witness;
  CabWitness read;
  guint8 bytes[CAB_WITNESS_LENGTH + 1] = { 0 };
  guint8 other_key[CAB_KEY_LENGTH] = { 1 };
  guint8 other_id[CAB_PRACTICE_ID_LENGTH] = { 1 };

  fill_witness (&witness);
  cab_witness_seal (&witness, key, bytes);
  g_assert_false (cab_witness_parse (NULL, 0, &read));
  g_assert_false (cab_witness_parse (bytes, CAB_WITNESS_LENGTH - 1, &read));
  g_assert_false (cab_witness_parse (bytes, CAB_WITNESS_LENGTH + 1, &read));
  g_assert_true (cab_witness_parse (bytes, CAB_WITNESS_LENGTH, &read));
  g_assert_false (cab_witness_is_genuine (&read, other_key, witness.practice_id));
  g_assert_false (cab_witness_is_genuine (&read, key, other_id));
  bytes[71] = 0x80; /* a seq beyond 2^63 */
  g_assert_false (cab_witness_parse (bytes, CAB_WITNESS_LENGTH, &read));
}

/* [V-85] the table, row by row; what the file shows of the row at the witness's number is the
 * witness's mac, another one, or nothing */
static void
test_finding_follows_the_table (void)
{
  enum
  {
    SAME_MAC,
    OTHER_MAC,
    NO_ROW
  };
  static const struct
  {
    const char *name;
    gboolean has_witness;
    gboolean genuine;
    guint64 generation;
    gint64 head_seq;
    int row;
    CabWitnessFinding finding;
  } cases[] = {
    { "none", FALSE, FALSE, 258, 33, SAME_MAC, CAB_WITNESS_FIRST },
    { "tag does not verify", TRUE, FALSE, 258, 33, SAME_MAC, CAB_WITNESS_REPLACED },
    { "tag does not verify, file older", TRUE, FALSE, 1, 1, NO_ROW, CAB_WITNESS_REPLACED },
    { "equal", TRUE, TRUE, 258, 33, SAME_MAC, CAB_WITNESS_SAME },
    { "newer by drafts alone", TRUE, TRUE, 259, 33, SAME_MAC, CAB_WITNESS_NEWER },
    { "newer", TRUE, TRUE, 300, 50, SAME_MAC, CAB_WITNESS_NEWER },
    { "older", TRUE, TRUE, 257, 32, NO_ROW, CAB_WITNESS_OLDER },
    { "older by drafts alone", TRUE, TRUE, 257, 33, SAME_MAC, CAB_WITNESS_OLDER },
    { "older with other rows", TRUE, TRUE, 200, 40, OTHER_MAC, CAB_WITNESS_OLDER },
    { "same generation, other row", TRUE, TRUE, 258, 33, OTHER_MAC, CAB_WITNESS_FORKED },
    { "same generation, more rows", TRUE, TRUE, 258, 34, SAME_MAC, CAB_WITNESS_FORKED },
    { "same generation, fewer rows", TRUE, TRUE, 258, 32, NO_ROW, CAB_WITNESS_FORKED },
    { "newer generation, other row", TRUE, TRUE, 300, 50, OTHER_MAC, CAB_WITNESS_FORKED },
    { "newer generation, fewer rows", TRUE, TRUE, 300, 20, NO_ROW, CAB_WITNESS_FORKED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CabWitness witness;
      CabAuditHead head = { cases[i].head_seq, { 0 } };
      guint8 mac[CAB_DIGEST_LENGTH];

      fill_witness (&witness);
      memset (mac, cases[i].row == SAME_MAC ? 0xaa : 0xab, sizeof mac);
      if (cab_witness_compare (cases[i].has_witness ? &witness : NULL, cases[i].genuine,
                               cases[i].generation, &head, cases[i].row == NO_ROW ? NULL : mac)
          != cases[i].finding)
        g_error ("%s: judged wrongly", cases[i].name);
    }
}

/* [V-83] two attacks that the chain alone cannot show: the tail cut off and the state fixed, and
 * an old file played back whole. Both verify, and the witness knows better. */
static void
test_rollback_is_older (void)
{
  g_auto (TestChain) chain = { NULL };
  CabWitness witness;

  test_chain_init (&chain, 1);
  test_chain_fill (&chain);
  fill_witness (&witness);
  witness.head = chain.check.head;
  witness.generation = 12;
  g_ptr_array_set_size (chain.rows, 10);
  test_chain_rehead (&chain);
  g_assert_true (test_chain_verify (&chain, NULL, NULL));
  g_assert_cmpint (cab_witness_compare (&witness, TRUE, 10, &chain.check.head, NULL), ==,
                   CAB_WITNESS_OLDER);
  /* Even if the generation is made up to look newer. */
  g_assert_cmpint (cab_witness_compare (&witness, TRUE, 13, &chain.check.head, NULL), ==,
                   CAB_WITNESS_FORKED);
}

/* [V-84] written with mode 0600 into a folder of mode 0700 that it makes; read back; replaced;
 * what a killed write left behind is gone */
static void
test_written_file_is_read (void)
{
  g_auto (CabTestFolder) outer = cab_test_folder_new ();
  g_autofree char *folder = cab_test_folder_dup_path (&outer, "state/cabinet/witness");
  g_autofree char *path = g_build_filename (folder, "32333435363738393a3b3c3d3e3f4041", NULL);
  g_autofree char *rest = g_strconcat (path, ".A1B2C3", NULL);
  g_autofree char *listing = NULL;
  g_autoptr (GError) error = NULL;
  CabTestFolder inner = { folder };
  CabWitness witness;
  CabWitness read;
  struct stat status;

  fill_witness (&witness);
  g_assert_false (cab_witness_read (folder, witness.practice_id, &read));
  g_assert_true (cab_witness_write (folder, &witness, key, &error));
  g_assert_no_error (error);
  g_assert_cmpint (stat (folder, &status), ==, 0);
  g_assert_cmpuint (status.st_mode & 0777, ==, 0700);
  g_assert_cmpint (stat (path, &status), ==, 0);
  g_assert_cmpuint (status.st_mode & 0777, ==, 0600);
  g_assert_cmpint (status.st_size, ==, CAB_WITNESS_LENGTH);
  g_assert_true (cab_witness_read (folder, witness.practice_id, &read));
  g_assert_true (is_equal (&witness, &read));

  g_assert_true (g_file_set_contents (rest, "half", 4, NULL));
  witness.generation++;
  g_assert_true (cab_witness_write (folder, &witness, key, &error));
  g_assert_true (cab_witness_read (folder, witness.practice_id, &read));
  g_assert_true (is_equal (&witness, &read));
  listing = cab_test_folder_dup_listing (&inner);
  g_assert_cmpstr (listing, ==, "32333435363738393a3b3c3d3e3f4041");
}

/* [V-84] a witness that cannot be read as one is none: cut short, a link, a folder, a pipe */
static void
test_odd_file_is_no_witness (void)
{
  g_auto (CabTestFolder) folder = cab_test_folder_new ();
  g_autofree char *path = cab_test_folder_dup_path (&folder, "32333435363738393a3b3c3d3e3f4041");
  g_autofree char *target = cab_test_folder_dup_path (&folder, "elsewhere");
  CabWitness witness;
  CabWitness read;

  fill_witness (&witness);
  g_assert_true (cab_witness_write (folder.path, &witness, key, NULL));
  g_assert_cmpint (truncate (path, CAB_WITNESS_LENGTH - 1), ==, 0);
  g_assert_false (cab_witness_read (folder.path, witness.practice_id, &read));

  g_assert_true (cab_witness_write (folder.path, &witness, key, NULL));
  g_assert_cmpint (g_rename (path, target), ==, 0);
  g_assert_cmpint (symlink (target, path), ==, 0);
  g_assert_false (cab_witness_read (folder.path, witness.practice_id, &read));
  g_assert_cmpint (unlink (path), ==, 0);

  g_assert_cmpint (mkdir (path, 0700), ==, 0);
  g_assert_false (cab_witness_read (folder.path, witness.practice_id, &read));
  g_assert_cmpint (rmdir (path), ==, 0);

  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  g_assert_false (cab_witness_read (folder.path, witness.practice_id, &read));
}

/* [V-84] a write that fails says why and leaves the old witness as it was */
static void
test_failed_write_keeps_the_old (void)
{
  g_auto (CabTestFolder) folder = cab_test_folder_new ();
  g_autofree char *path = cab_test_folder_dup_path (&folder, "32333435363738393a3b3c3d3e3f4041");
  g_autofree char *beneath = g_build_filename (path, "deeper", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) no_folder = NULL;
  CabWitness witness;
  CabWitness read;

  fill_witness (&witness);
  g_assert_true (cab_witness_write (folder.path, &witness, key, NULL));
  g_assert_false (cab_witness_write (beneath, &witness, key, &no_folder));
  g_assert_error (no_folder, CAB_VAULT_ERROR, CAB_VAULT_ERROR_NOT_FOUND);

  g_assert_cmpint (unlink (path), ==, 0);
  g_assert_cmpint (mkdir (path, 0700), ==, 0);
  g_assert_false (cab_witness_write (folder.path, &witness, key, &error));
  g_assert_error (error, CAB_VAULT_ERROR, CAB_VAULT_ERROR_IO);
  g_assert_cmpint (rmdir (path), ==, 0);
  g_assert_false (cab_witness_read (folder.path, witness.practice_id, &read));
}

/* [V-26] the witness of a file that is not open is found by its header, its path or both */
static void
test_witness_is_found (void)
{
  g_auto (CabTestFolder) folder = cab_test_folder_new ();
  g_autofree char *odd = cab_test_folder_dup_path (&folder, "README");
  guint8 other_header[CAB_HEADER_LENGTH] = { 0 };
  CabWitness one;
  CabWitness later;
  CabWitness found;

  fill_witness (&one);
  g_assert_false (cab_witness_find (folder.path, one.header, NULL, &found));
  g_assert_true (cab_witness_write (folder.path, &one, key, NULL));
  g_assert_true (g_file_set_contents (odd, "not a witness", -1, NULL));

  /* A copy of the practice with an id of its own, used later. */
  later = one;
  later.practice_id[0]++;
  later.wall_ms++;
  cab_witness_digest_path ("/home/a/Copy.cabinet", later.path_digest);
  g_assert_true (cab_witness_write (folder.path, &later, key, NULL));

  g_assert_true (cab_witness_find (folder.path, one.header, NULL, &found));
  g_assert_true (is_equal (&found, &later));
  g_assert_true (cab_witness_find (folder.path, NULL, "/home/a/Practice.cabinet", &found));
  g_assert_true (is_equal (&found, &one));
  g_assert_true (cab_witness_find (folder.path, one.header, "/home/a/Copy.cabinet", &found));
  g_assert_true (is_equal (&found, &later));
  g_assert_false (cab_witness_find (folder.path, other_header, NULL, &found));
  g_assert_false (cab_witness_find (folder.path, one.header, "/home/a/Other.cabinet", &found));
}

/* [V-84] where witnesses lie */
static void
test_folder_is_in_the_state (void)
{
  g_autofree char *folder = cab_witness_dup_folder ();
  g_autofree char *expected
      = g_build_filename (g_get_user_state_dir (), "cabinet", "witness", NULL);

  g_assert_cmpstr (folder, ==, expected);
}

int
main (int argc, char **argv)
{
  for (guint i = 0; i < CAB_KEY_LENGTH; i++)
    key[i] = (guint8)i;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/vault/witness/bytes-equal-the-vector", test_bytes_equal_the_vector);
  g_test_add_func ("/vault/witness/every-bit-counts", test_every_bit_counts);
  g_test_add_func ("/vault/witness/other-bytes-are-refused", test_other_bytes_are_refused);
  g_test_add_func ("/vault/witness/finding-follows-the-table", test_finding_follows_the_table);
  g_test_add_func ("/vault/witness/rollback-is-older", test_rollback_is_older);
  g_test_add_func ("/vault/witness/written-file-is-read", test_written_file_is_read);
  g_test_add_func ("/vault/witness/odd-file-is-no-witness", test_odd_file_is_no_witness);
  g_test_add_func ("/vault/witness/failed-write-keeps-the-old", test_failed_write_keeps_the_old);
  g_test_add_func ("/vault/witness/witness-is-found", test_witness_is_found);
  g_test_add_func ("/vault/witness/folder-is-in-the-state", test_folder_is_in_the_state);
  return g_test_run ();
}
