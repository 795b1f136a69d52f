/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include <glib/gstdio.h>
#include <unistd.h>

#include "cab-harden.h"
#include "cab-test-raw.h"
#include "cab-vault-error.h"
#include "cab-vault-private.h"
#include "test-refused.h"

static GByteArray *
read_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *content = NULL;
  gsize length = 0;

  g_file_get_contents (path, &content, &length, &error);
  g_assert_no_error (error);

  return g_byte_array_new_take ((guint8 *)content, length);
}

static void
change_byte (const char *path, gsize offset, guint8 mask)
{
  g_autoptr (GByteArray) bytes = read_file (path);

  bytes->data[offset] ^= mask;
  test_refused_write (path, bytes->data, bytes->len);
}

static gint64
get_size (const char *path)
{
  GStatBuf status;

  g_assert_cmpint (g_stat (path, &status), ==, 0);

  return status.st_size;
}

static void
remove_witness (CabTestVault *test)
{
  g_autofree char *folder = g_build_filename (test->state_dir, "witness", NULL);

  cab_test_remove (folder);
}

static void
do_nothing (CabTestVault *test)
{
}

static void
make_missing (CabTestVault *test)
{
  g_assert_cmpint (g_unlink (test->path), ==, 0);
}

static void
make_empty (CabTestVault *test)
{
  test_refused_write (test->path, "", 0);
}

static void
make_short (CabTestVault *test)
{
  g_autoptr (GByteArray) bytes = read_file (test->path);

  test_refused_write (test->path, bytes->data, 4095);
}

static void
make_text (CabTestVault *test)
{
  g_autofree char *text = g_strnfill (10000, 'x');

  test_refused_write (test->path, text, 10000);
  remove_witness (test);
}

static void
make_plain_sqlite (CabTestVault *test)
{
  sqlite3 *handle = NULL;

  make_missing (test);
  g_assert_cmpint (sqlite3_open (test->path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, "CREATE TABLE a (b)", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (handle);
}

static void
make_folder (CabTestVault *test)
{
  make_missing (test);
  g_assert_cmpint (g_mkdir (test->path, 0700), ==, 0);
}

static void
make_symlink (CabTestVault *test)
{
  g_autofree char *other = cab_test_folder_dup_path (&test->folder, "Other.cabinet");

  g_assert_cmpint (g_rename (test->path, other), ==, 0);
  g_assert_cmpint (symlink (other, test->path), ==, 0);
}

static void
make_fifo (CabTestVault *test)
{
  make_missing (test);
  g_assert_cmpint (mkfifo (test->path, 0600), ==, 0);
}

static void
change_format (CabTestVault *test)
{
  change_byte (test->path, 3, 0x02);
  remove_witness (test);
}

static void
change_profile (CabTestVault *test)
{
  change_byte (test->path, 4, 0xf0);
  remove_witness (test);
}

static void
change_magic (CabTestVault *test)
{
  change_byte (test->path, 1, 0x01);
}

static void
change_magic_unknown (CabTestVault *test)
{
  change_byte (test->path, 1, 0x01);
  remove_witness (test);
}

static void
change_salt (CabTestVault *test)
{
  change_byte (test->path, 9, 0x10);
}

static void
change_salt_unknown (CabTestVault *test)
{
  change_byte (test->path, 9, 0x10);
  remove_witness (test);
}

static void
damage_start (CabTestVault *test)
{
  change_byte (test->path, 100, 0x01);
  remove_witness (test);
}

static void
damage_last_page (CabTestVault *test)
{
  change_byte (test->path, (gsize)get_size (test->path) - 2000, 0x01);
  remove_witness (test);
}

static void
cut_aligned (CabTestVault *test)
{
  g_assert_cmpint (truncate (test->path, get_size (test->path) - 4096), ==, 0);
}

static void
cut_to_one_page (CabTestVault *test)
{
  g_assert_cmpint (truncate (test->path, 4096), ==, 0);
}

static void
cut_unaligned (CabTestVault *test)
{
  g_assert_cmpint (truncate (test->path, get_size (test->path) - 1000), ==, 0);
}

static void
append_page (CabTestVault *test)
{
  g_assert_cmpint (truncate (test->path, get_size (test->path) + 4096), ==, 0);
}

static void
append_byte (CabTestVault *test)
{
  g_assert_cmpint (truncate (test->path, get_size (test->path) + 1), ==, 0);
}

static void
foreign_application (CabTestVault *test)
{
  cab_test_raw_exec (test->path, "PRAGMA application_id = 1");
}

static void
newer_schema (CabTestVault *test)
{
  cab_test_raw_exec (test->path, "PRAGMA user_version = 999");
}

static void
schema_zero (CabTestVault *test)
{
  cab_test_raw_exec (test->path, "PRAGMA user_version = 0");
}

static void
add_table (CabTestVault *test)
{
  cab_test_raw_exec (test->path, "CREATE TABLE x (a)");
}

static void
add_trigger (CabTestVault *test)
{
  cab_test_raw_exec (test->path, "CREATE TRIGGER x AFTER INSERT ON audit BEGIN SELECT 1; END");
}

static void
add_view (CabTestVault *test)
{
  cab_test_raw_exec (test->path, "CREATE VIEW x AS SELECT 1");
}

static void
add_index (CabTestVault *test)
{
  cab_test_raw_exec (test->path, "CREATE INDEX x ON audit (actor)");
}

static void
add_virtual_table (CabTestVault *test)
{
  cab_test_raw_exec (test->path, "CREATE VIRTUAL TABLE x USING fts5 (a)");
}

static void
drop_trigger (CabTestVault *test)
{
  cab_test_raw_exec (test->path, "DROP TRIGGER audit_no_delete");
}

static void
weaken_trigger (CabTestVault *test)
{
  cab_test_raw_exec (test->path, "DROP TRIGGER audit_no_delete;"
                                 "CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit\n"
                                 "BEGIN SELECT 1; END");
}

static void
other_header_in_meta (CabTestVault *test)
{
  cab_test_raw_exec (test->path, "UPDATE meta SET value = zeroblob (16) WHERE name = 'header16'");
}

static void
no_keys (CabTestVault *test)
{
  cab_test_raw_exec (test->path, "DELETE FROM meta WHERE name = 'k_audit'");
}

static void
no_state (CabTestVault *test)
{
  cab_test_raw_exec (test->path, "DELETE FROM state");
}

static void
auto_vacuum (CabTestVault *test)
{
  cab_test_raw_exec (test->path, "PRAGMA auto_vacuum = FULL; VACUUM");
}

static char *
dup_sibling (CabTestVault *test, const char *suffix)
{
  return g_strconcat (test->path, suffix, NULL);
}

static void
make_journal_fifo (CabTestVault *test)
{
  g_autofree char *journal = dup_sibling (test, "-journal");

  g_assert_cmpint (mkfifo (journal, 0600), ==, 0);
}

static void
make_journal_symlink (CabTestVault *test)
{
  g_autofree char *journal = dup_sibling (test, "-journal");

  g_assert_cmpint (symlink ("/etc/passwd", journal), ==, 0);
}

static void
make_wal_folder (CabTestVault *test)
{
  g_autofree char *wal = dup_sibling (test, "-wal");

  g_assert_cmpint (g_mkdir (wal, 0700), ==, 0);
}

/* A log as another practice leaves it, right in itself. */
static void
make_foreign_wal (CabTestVault *test)
{
  g_autofree char *wal = dup_sibling (test, "-wal");
  g_autoptr (GError) error = NULL;
  g_auto (CabTestVault) other = { 0 };
  g_autofree char *other_wal = NULL;
  g_autofree char *bytes = NULL;
  gsize length = 0;
  CabDb *db;

  test_refused_prepare (&other);
  other_wal = dup_sibling (&other, "-wal");
  db = cab_test_raw_open (other.path);
  cab_db_exec_trusted (db,
                       "PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 0;\n"
                       "CREATE TABLE evil (x); INSERT INTO evil VALUES (1)",
                       "leave a log", &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (other_wal, &bytes, &length, &error));
  g_assert_cmpuint (length, >, CAB_PAGE_SIZE);
  cab_db_close (db, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_set_contents (wal, bytes, (gssize)length, &error));
}

/* The journal of another practice that was killed while it wrote. */
static void
make_foreign_journal (CabTestVault *test)
{
  g_autofree char *journal = dup_sibling (test, "-journal");
  g_autoptr (GError) error = NULL;
  g_auto (CabTestVault) other = { 0 };
  g_autofree char *other_journal = NULL;
  g_autofree char *bytes = NULL;
  gsize length = 0;
  CabDb *db;

  test_refused_prepare (&other);
  other_journal = dup_sibling (&other, "-journal");
  db = cab_test_raw_open (other.path);
  cab_db_exec_trusted (
      db,
      "PRAGMA cache_size = 1; PRAGMA cache_spill = 1; BEGIN; CREATE TABLE evil (x);\n"
      "INSERT INTO evil WITH c (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < 200)\n"
      "SELECT randomblob (3000) FROM c",
      "leave a journal", &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (other_journal, &bytes, &length, &error));
  g_assert_cmpuint (length, >, CAB_PAGE_SIZE);
  g_assert_cmpint (bytes[0], !=, 0);
  cab_db_close (db, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_set_contents (journal, bytes, (gssize)length, &error));
}

static void
endless_meta (CabTestVault *test)
{
  cab_test_raw_exec (test->path,
                     "DROP TABLE meta;\n"
                     "CREATE VIEW meta AS\n"
                     "WITH RECURSIVE c (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c)\n"
                     "SELECT n AS name, n AS value FROM c WHERE n < 0");
}

static void
endless_state (CabTestVault *test)
{
  cab_test_raw_exec (
      test->path, "DROP TABLE state;\n"
                  "CREATE VIEW state AS\n"
                  "WITH RECURSIVE c (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c)\n"
                  "SELECT n AS one, n AS generation, n AS head_seq, n AS head_mac, n AS max_wall,\n"
                  "       n AS content_root, 0 AS erasing FROM c WHERE n < 0");
}

static void
virtual_state (CabTestVault *test)
{
  cab_test_raw_exec (test->path, "DROP TABLE state; CREATE VIRTUAL TABLE state USING fts5 (one)");
}

static void
odd_times (CabTestVault *test)
{
  cab_test_raw_exec (test->path, "UPDATE state SET max_wall = -9223372036854775807 - 1");
}

#define RO CAB_VAULT_OPEN_READ_ONLY

/* [V-4], [V-20], [V-26], [V-27] each way to be refused has its own code, and
 * neither the file, its siblings nor the witness change */
static void
test_refusals (void)
{
  static const struct
  {
    const char *name;
    void (*spoil) (CabTestVault *test);
    const char *passphrase;
    int code;
    const char *words;
  } cases[] = {
    { "wrong passphrase", do_nothing, "wrong", CAB_VAULT_ERROR_WRONG_KEY, "did not open" },
    { "case", do_nothing, "Copper lantern orbit", CAB_VAULT_ERROR_WRONG_KEY, NULL },
    { "space at the end", do_nothing, "copper lantern orbit ", CAB_VAULT_ERROR_WRONG_KEY, NULL },
    { "not UTF-8", do_nothing, "\xff\xfe", CAB_VAULT_ERROR_BAD_PASSPHRASE, NULL },
    { "missing", make_missing, NULL, CAB_VAULT_ERROR_NOT_FOUND, NULL },
    { "empty", make_empty, NULL, CAB_VAULT_ERROR_NOT_PRACTICE, "is empty" },
    { "short", make_short, NULL, CAB_VAULT_ERROR_NOT_PRACTICE, "“Practice.cabinet” is not" },
    { "text", make_text, NULL, CAB_VAULT_ERROR_NOT_PRACTICE, "“Practice.cabinet” is not" },
    { "plain SQLite", make_plain_sqlite, NULL, CAB_VAULT_ERROR_NOT_PRACTICE, "is not a Cabinet" },
    { "folder", make_folder, NULL, CAB_VAULT_ERROR_NOT_PRACTICE, NULL },
    { "symlink", make_symlink, NULL, CAB_VAULT_ERROR_PLACE, NULL },
    { "fifo", make_fifo, NULL, CAB_VAULT_ERROR_NOT_PRACTICE, NULL },
    { "fifo for a journal", make_journal_fifo, NULL, CAB_VAULT_ERROR_PLACE, NULL },
    { "symlink for a journal", make_journal_symlink, NULL, CAB_VAULT_ERROR_PLACE, NULL },
    { "folder for a log", make_wal_folder, NULL, CAB_VAULT_ERROR_PLACE, NULL },
    { "journal of another file", make_foreign_journal, NULL, CAB_VAULT_ERROR_DAMAGED, NULL },
    { "log of another file", make_foreign_wal, NULL, CAB_VAULT_ERROR_DAMAGED, NULL },
    { "newer format", change_format, NULL, CAB_VAULT_ERROR_NEWER, NULL },
    { "unknown profile", change_profile, NULL, CAB_VAULT_ERROR_NEWER, NULL },
    { "magic, known here", change_magic, NULL, CAB_VAULT_ERROR_DAMAGED_HEADER, "first 16 bytes" },
    { "magic, unknown", change_magic_unknown, NULL, CAB_VAULT_ERROR_NOT_PRACTICE, NULL },
    { "salt, known here", change_salt, NULL, CAB_VAULT_ERROR_DAMAGED_HEADER, NULL },
    { "salt, unknown", change_salt_unknown, NULL, CAB_VAULT_ERROR_WRONG_KEY, NULL },
    { "first page", damage_start, NULL, CAB_VAULT_ERROR_DAMAGED_START, "passphrase looks right" },
    { "first page, wrong passphrase", damage_start, "wrong", CAB_VAULT_ERROR_WRONG_KEY, NULL },
    { "last page", damage_last_page, NULL, CAB_VAULT_ERROR_DAMAGED, "can't be read" },
    { "cut at a page", cut_aligned, NULL, CAB_VAULT_ERROR_DAMAGED, NULL },
    { "cut to one page", cut_to_one_page, NULL, CAB_VAULT_ERROR_DAMAGED, NULL },
    { "cut inside a page", cut_unaligned, NULL, CAB_VAULT_ERROR_DAMAGED, NULL },
    { "cut, wrong passphrase", cut_unaligned, "wrong", CAB_VAULT_ERROR_WRONG_KEY, NULL },
    { "a page more", append_page, NULL, CAB_VAULT_ERROR_DAMAGED, NULL },
    { "a byte more", append_byte, NULL, CAB_VAULT_ERROR_DAMAGED, NULL },
    { "application", foreign_application, NULL, CAB_VAULT_ERROR_NOT_PRACTICE, NULL },
    { "newer schema", newer_schema, NULL, CAB_VAULT_ERROR_NEWER, "999" },
    { "schema zero", schema_zero, NULL, CAB_VAULT_ERROR_NOT_PRACTICE, NULL },
    { "table", add_table, NULL, CAB_VAULT_ERROR_FOREIGN_PARTS, "table “x" },
    { "trigger", add_trigger, NULL, CAB_VAULT_ERROR_FOREIGN_PARTS, "trigger “x”" },
    { "view", add_view, NULL, CAB_VAULT_ERROR_FOREIGN_PARTS, "view “x”" },
    { "index", add_index, NULL, CAB_VAULT_ERROR_FOREIGN_PARTS, "index “x”" },
    { "virtual table", add_virtual_table, NULL, CAB_VAULT_ERROR_FOREIGN_PARTS, "table “x" },
    { "trigger gone", drop_trigger, NULL, CAB_VAULT_ERROR_FOREIGN_PARTS, "audit_no_delete" },
    { "trigger weaker", weaken_trigger, NULL, CAB_VAULT_ERROR_FOREIGN_PARTS, "audit_no_delete" },
    { "header in meta", other_header_in_meta, NULL, CAB_VAULT_ERROR_DAMAGED, NULL },
    { "no keys", no_keys, NULL, CAB_VAULT_ERROR_DAMAGED, NULL },
    { "no state", no_state, NULL, CAB_VAULT_ERROR_DAMAGED, NULL },
    { "endless meta", endless_meta, NULL, CAB_VAULT_ERROR_FOREIGN_PARTS, "table “meta” (missing)" },
    { "endless state", endless_state, NULL, CAB_VAULT_ERROR_FOREIGN_PARTS, "view “state”" },
    { "virtual state", virtual_state, NULL, CAB_VAULT_ERROR_FOREIGN_PARTS, "table “state" },
    { "times below all", odd_times, NULL, CAB_VAULT_ERROR_DAMAGED, NULL },
    { "auto-vacuum", auto_vacuum, NULL, CAB_VAULT_ERROR_DAMAGED, NULL },
  };
  guint n_at_once = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (CabTestVault) test = { 0 };
      const char *passphrase = cases[i].passphrase;
      g_autoptr (GError) error = NULL;

      test_refused_prepare (&test);
      cases[i].spoil (&test);
      if (!cab_vault_examine (test.path, &test.settings, &error))
        {
          n_at_once++;
          g_assert_error (error, CAB_VAULT_ERROR, (int)cases[i].code);
        }
      if (passphrase == NULL)
        passphrase = CAB_TEST_PASSPHRASE;
      test_refused_assert (&test, cases[i].name, passphrase, CAB_VAULT_OPEN_NORMAL, cases[i].code,
                           cases[i].words);
      if (cases[i].spoil != newer_schema)
        test_refused_assert (&test, cases[i].name, passphrase, RO, cases[i].code, cases[i].words);
    }
  /* What the head alone tells, from "empty" to "salt, known here", is told before a passphrase. */
  g_assert_cmpuint (n_at_once, ==, 15);
}

/* [V-210] no wrong passphrase is ever told that the file is damaged, though every 256th
 * matches the witness's key-check byte */
static void
test_wrong_is_never_damaged (void)
{
  g_auto (CabTestVault) test = { 0 };

  test_refused_prepare (&test);
  for (int i = 0; i < 600; i++)
    {
      g_autofree char *passphrase = g_strdup_printf ("wrong %d", i);
      g_autoptr (GError) error = NULL;
      g_autoptr (CabVault) vault = cab_test_vault_try (&test, passphrase, RO, &error);

      g_assert_null (vault);
      g_assert_error (error, CAB_VAULT_ERROR, CAB_VAULT_ERROR_WRONG_KEY);
    }
}

/* [V-209] every header bit and every profile byte: detected, with a code that fits */
static void
test_header_bits (void)
{
  g_auto (CabTestVault) test = { 0 };
  g_autofree char *before = NULL;

  test_refused_prepare (&test);
  for (guint bit = 0; bit < 128; bit++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (CabVault) vault = NULL;

      /* Profiles 1 to 3 cost seconds each; they are tried below, once each. */
      if (bit / 8 == 4 && bit % 8 < 2)
        continue;

      change_byte (test.path, bit / 8, (guint8)(1 << (bit % 8)));
      vault = cab_test_vault_try (&test, CAB_TEST_PASSPHRASE, CAB_VAULT_OPEN_NORMAL, &error);
      g_assert_null (vault);
      if (!g_error_matches (error, CAB_VAULT_ERROR, CAB_VAULT_ERROR_DAMAGED_HEADER))
        g_error ("bit %u: %s", bit, error->message);
      change_byte (test.path, bit / 8, (guint8)(1 << (bit % 8)));
    }

  for (guint profile = 4; profile < 256; profile++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (CabVault) vault = NULL;

      change_byte (test.path, 4, (guint8)profile);
      vault = cab_test_vault_try (&test, CAB_TEST_PASSPHRASE, CAB_VAULT_OPEN_NORMAL, &error);
      g_assert_null (vault);
      g_assert_error (error, CAB_VAULT_ERROR, CAB_VAULT_ERROR_DAMAGED_HEADER);
      change_byte (test.path, 4, (guint8)profile);
    }

  cab_test_vault_reopen (&test, CAB_VAULT_OPEN_NORMAL);
}

/* [V-209] cut at every page, aligned and not: refused as damaged, and unchanged */
static void
test_truncation (void)
{
  g_auto (CabTestVault) test = { 0 };
  g_autoptr (GByteArray) whole = NULL;
  guint pages;

  test_refused_prepare (&test);
  whole = read_file (test.path);
  pages = whole->len / 4096;

  for (guint page = 1; page < pages; page += 1 + page / 16)
    {
      static const int offsets[] = { 0, -1, 2000 };

      for (gsize i = 0; i < G_N_ELEMENTS (offsets); i++)
        {
          int length = (int)page * 4096 + offsets[i];
          g_autofree char *name = g_strdup_printf ("%d of %u bytes", length, whole->len);

          test_refused_write (test.path, whole->data, (gsize)length);
          test_refused_assert (
              &test, name, CAB_TEST_PASSPHRASE, CAB_VAULT_OPEN_NORMAL,
              length < 4096 ? CAB_VAULT_ERROR_NOT_PRACTICE : CAB_VAULT_ERROR_DAMAGED, NULL);
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_assert_true (cab_harden_start (NULL));

  g_test_add_func ("/vault/refusals/refusals", test_refusals);
  g_test_add_func ("/vault/refusals/wrong-is-never-damaged", test_wrong_is_never_damaged);
  g_test_add_func ("/vault/refusals/header-bits", test_header_bits);
  g_test_add_func ("/vault/refusals/truncation", test_truncation);

  return g_test_run ();
}
