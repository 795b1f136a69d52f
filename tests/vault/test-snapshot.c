/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include "cab-snapshot.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <sys/mount.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utime.h>

#include "cab-harden.h"
#include "cab-test-blob.h"
#include "cab-test-tally.h"
#include "cab-vault-error.h"

static const char blob_id[] = "0b10b000-0000-4000-8000-000000000001";

#define RO CAB_VAULT_OPEN_READ_ONLY

static gboolean
read_cb (const guint8 *bytes, gsize length, gpointer data, GError **error)
{
  gsize *offset = data;

  g_assert_cmpuint (bytes[0], ==, cab_test_blob_byte (*offset));
  *offset += length;

  return TRUE;
}

/* A journey: unlock with a wrong and the right passphrase, read, verify, try to
 * write, close. */
static void
travel (CabTestVault *test)
{
  g_auto (CabVaultReport) report = { 0 };
  g_autoptr (GError) error = NULL;
  gsize read = 0;

  g_assert_null (cab_test_vault_try (test, "wrong", RO, &error));
  g_clear_error (&error);

  cab_test_vault_reopen (test, RO);
  g_assert_false (cab_vault_is_writable (test->vault));
  g_assert_true (cab_chunks_read (test->vault, blob_id, read_cb, &read, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (read, ==, 150000);

  cab_vault_report_init (&report);
  g_assert_true (cab_vault_verify (test->vault, CAB_VAULT_VERIFY_ALL, NULL, NULL, NULL, NULL,
                                   &report, NULL, &error));
  g_assert_true (cab_vault_report_is_good (&report));

  g_assert_false (cab_db_exec (cab_vault_get_db (test->vault), "DELETE FROM backup_ledger",
                               "try to write", &error));
  g_assert_error (error, CAB_VAULT_ERROR, CAB_VAULT_ERROR_READ_ONLY);
  cab_test_vault_close (test);
}

static void
prepare (CabTestVault *test)
{
  cab_test_vault_init (test);
  cab_test_blob_add (test->vault, blob_id, 150000);
  cab_test_vault_close (test);
}

/* Kills a process in the middle of a write, with pages already in the file. */
static void
kill_while_writing (CabTestVault *test)
{
  int status = 0;
  pid_t child = fork ();

  if (child == 0)
    {
      CabDb *db;

      cab_test_vault_reopen (test, CAB_VAULT_OPEN_NORMAL);
      db = cab_vault_get_db (test->vault);
      cab_db_guard (db, FALSE);
      cab_db_exec_trusted (db, "PRAGMA cache_size = 1; BEGIN IMMEDIATE", "begin", NULL);
      for (int i = 0; i < 200; i++)
        cab_db_exec_trusted (
            db,
            "INSERT INTO backup_ledger VALUES (hex (randomblob (8)), 'x', NULL,\n"
            " 0, 0, zeroblob (32), zeroblob (16), 0, 0, zeroblob (32), NULL, 'none',\n"
            " 'present'); UPDATE state SET lease_host = hex (randomblob (200))",
            "write", NULL);
      sqlite3_db_cacheflush (db->handle);
      kill (getpid (), SIGKILL);
    }

  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFSIGNALED (status) && WTERMSIG (status) == SIGKILL);
}

static gboolean
has_hot_journal (CabTestVault *test)
{
  CabVaultLook look;

  g_assert_true (cab_vault_look (test->path, &look, NULL));

  return look.hot_journal;
}

static void
leave_as_is (CabTestVault *test)
{
}

static void
leave_hot_journal (CabTestVault *test)
{
  kill_while_writing (test);
  g_assert_true (has_hot_journal (test));
}

static void
leave_cold_journal (CabTestVault *test)
{
  g_autofree char *journal = g_strconcat (test->path, "-journal", NULL);

  g_assert_true (g_file_set_contents (journal, "", 0, NULL));
}

static void
leave_wal (CabTestVault *test)
{
  int status = 0;
  pid_t child = fork ();

  if (child == 0)
    {
      CabDb *db = cab_test_raw_open (test->path);

      cab_db_exec_trusted (
          db,
          "PRAGMA journal_mode = WAL;"
          "UPDATE backup_ledger SET path = 'y';"
          "INSERT INTO backup_ledger VALUES ('w', 'x', NULL, 0, 0, zeroblob (32), zeroblob (16),"
          " 0, 0, zeroblob (32), NULL, 'none', 'present')",
          "write", NULL);
      kill (getpid (), SIGKILL);
    }

  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
}

static void
leave_wal_mode (CabTestVault *test)
{
  cab_test_raw_exec (test->path, "PRAGMA journal_mode = WAL");
}

static void
make_folder_read_only (CabTestVault *test)
{
  g_assert_cmpint (g_chmod (test->folder.path, 0555), ==, 0);
}

static void
make_file_read_only (CabTestVault *test)
{
  g_assert_cmpint (g_chmod (test->path, 0400), ==, 0);
}

/* [V-110], [V-111], [V-112], [V-217] nothing about a file opened read-only changes, in whatever
 * state it was left, and nothing of its copy stays */
static void
test_purity (void)
{
  static const struct
  {
    const char *name;
    void (*leave) (CabTestVault *test);
  } cases[] = {
    { "closed", leave_as_is },
    { "hot journal", leave_hot_journal },
    { "cold journal", leave_cold_journal },
    { "WAL with content", leave_wal },
    { "WAL mode", leave_wal_mode },
    { "folder read-only", make_folder_read_only },
    { "file read-only", make_file_read_only },
  };
  CabTestTally tally = cab_test_tally_begin ("V-217", "journeys through a file read-only");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (CabTestVault) test = { 0 };
      g_autofree char *before = NULL;
      g_autofree char *witness_before = NULL;
      g_autofree char *witness = NULL;

      prepare (&test);
      cases[i].leave (&test);
      witness = g_build_filename (test.state_dir, "witness", NULL);
      before = cab_test_folder_dup_state (test.folder.path);
      witness_before = cab_test_folder_dup_state (witness);

      for (int round = 0; round < 3; round++)
        {
          g_autofree char *after = NULL;
          g_autofree char *witness_after = NULL;
          g_autofree char *run = NULL;
          g_autofree char *cache = NULL;

          travel (&test);
          after = cab_test_folder_dup_state (test.folder.path);
          witness_after = cab_test_folder_dup_state (witness);
          if (g_strcmp0 (before, after) != 0)
            g_error ("%s:\n%sbecame\n%s", cases[i].name, before, after);
          g_assert_cmpstr (witness_before, ==, witness_after);
          run = cab_test_folder_dup_state (test.runtime_dir);
          cache = cab_test_folder_dup_state (test.cache_dir);
          if (strstr (run, "copy-") != NULL || strstr (cache, "copy-") != NULL)
            g_error ("%s: a copy stayed", cases[i].name);
        }

      g_chmod (test.folder.path, 0700);
      g_chmod (test.path, 0600);

      /* And then it opens for writing, with nothing lost. */
      cab_test_vault_reopen (&test, CAB_VAULT_OPEN_NORMAL);
      g_assert_true (cab_vault_is_writable (test.vault));
    }
  cab_test_tally_end (&tally, 3 * G_N_ELEMENTS (cases), 3 * G_N_ELEMENTS (cases));
}

/* [V-110] a backup opens read-only without being asked to */
static void
test_backup_is_read_only (void)
{
  g_auto (CabTestVault) test = { 0 };
  g_autofree char *backup = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  prepare (&test);
  backup = cab_test_folder_dup_path (&test.folder, "Practice-20260302T090000Z.cabinet-backup");
  g_assert_cmpint (g_rename (test.path, backup), ==, 0);
  g_free (test.path);
  test.path = g_steal_pointer (&backup);
  before = cab_test_folder_dup_state (test.folder.path);
  cab_test_vault_reopen (&test, CAB_VAULT_OPEN_NORMAL);
  g_assert_false (cab_vault_is_writable (test.vault));
  cab_test_vault_close (&test);
  after = cab_test_folder_dup_state (test.folder.path);
  g_assert_cmpstr (before, ==, after);
}

/* [V-111] a file on a read-only mount opens read-only without being asked to */
static void
test_read_only_mount (void)
{
  g_auto (CabTestVault) test = { 0 };

  prepare (&test);
  if (mount (test.folder.path, test.folder.path, NULL, MS_BIND, NULL) != 0)
    {
      g_test_skip ("this process may not mount a folder read-only");
      return;
    }

  if (mount (NULL, test.folder.path, NULL, MS_BIND | MS_REMOUNT | MS_RDONLY, NULL) == 0)
    {
      cab_test_vault_reopen (&test, CAB_VAULT_OPEN_NORMAL);
      g_assert_false (cab_vault_is_writable (test.vault));
      cab_test_vault_close (&test);
      travel (&test);
    }
  else
    g_test_skip ("this process may not mount a folder read-only");

  g_assert_cmpint (umount (test.folder.path), ==, 0);
}

/* Leaves what a power cut in the middle of a commit leaves: the whole journal,
 * and a first page of which only a part was written. The journal of a finished
 * commit gets its first bytes back, which finishing it has overwritten. */
static void
leave_torn_commit (CabTestVault *test)
{
  g_autofree char *path = g_strconcat (test->path, "-journal", NULL);
  CabDb *db = cab_test_raw_open (test->path);
  guint8 header[28];
  guint8 tear[2000];
  int fd;

  cab_db_exec_trusted (db,
                       "PRAGMA journal_mode = PERSIST; BEGIN IMMEDIATE;"
                       "UPDATE backup_ledger SET path = 'torn'; UPDATE state SET lease_pid = 7",
                       "write", NULL);
  fd = open (path, O_RDWR);
  g_assert_cmpint (pread (fd, header, sizeof header, 0), ==, sizeof header);
  cab_db_exec_trusted (db, "COMMIT", "write", NULL);
  /* The magic, and as many records as the file is long. */
  memcpy (header, "\xd9\xd5\x05\xf9\x20\xa1\x63\xd7\xff\xff\xff\xff", 12);
  g_assert_cmpint (pwrite (fd, header, sizeof header, 0), ==, sizeof header);
  close (fd);

  memset (tear, 'x', sizeof tear);
  fd = open (test->path, O_WRONLY);
  g_assert_cmpint (pwrite (fd, tear, sizeof tear, 2048), ==, sizeof tear);
  close (fd);
  (void)cab_db_close (db, NULL);
}

/* [V-20] 5, [V-190] 10 a wrong passphrase leaves a hot journal where it is, and the right one
 * rolls it back, even when the first page is torn */
static void
test_hot_journal_and_wrong_key (void)
{
  g_auto (CabTestVault) test = { 0 };
  g_autofree char *before = NULL;

  prepare (&test);
  leave_torn_commit (&test);
  g_assert_true (has_hot_journal (&test));

  before = cab_test_folder_dup_state (test.folder.path);
  for (int way = 0; way < 2; way++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *after = NULL;

      g_assert_null (
          cab_test_vault_try (&test, "wrong", way == 0 ? CAB_VAULT_OPEN_NORMAL : RO, &error));
      g_assert_error (error, CAB_VAULT_ERROR, CAB_VAULT_ERROR_WRONG_KEY);
      after = cab_test_folder_dup_state (test.folder.path);
      g_assert_cmpstr (before, ==, after);
    }

  travel (&test);
  cab_test_vault_reopen (&test, CAB_VAULT_OPEN_NORMAL);
  g_assert_false (g_file_test (test.path, G_FILE_TEST_IS_DIR));
}

/* [V-21] a file that the stock shell left in WAL mode is brought back, which is audited */
static void
test_wal_is_converted (void)
{
  g_auto (CabTestVault) test = { 0 };
  g_autofree char *listing = NULL;
  gint64 rows = 0;

  prepare (&test);
  leave_wal (&test);
  cab_test_vault_reopen (&test, CAB_VAULT_OPEN_NORMAL);
  g_assert_true (cab_db_query_integer (test.vault->db,
                                       "SELECT count(*) FROM audit WHERE act = 'wal-converted'",
                                       &rows, "count", NULL));
  g_assert_cmpint (rows, ==, 1);
  g_assert_true (cab_db_query_integer (
      test.vault->db, "SELECT count(*) FROM backup_ledger WHERE id = 'w'", &rows, "count", NULL));
  g_assert_cmpint (rows, ==, 1);
  cab_test_vault_close (&test);
  listing = cab_test_folder_dup_listing (&test.folder);
  g_assert_cmpstr (listing, ==, "Practice.cabinet");
}

/* [V-111] without room in the runtime folder the copy goes to the cache folder */
static void
test_copy_goes_to_the_cache (void)
{
  g_auto (CabTestVault) test = { 0 };
  g_autofree char *cache = NULL;

  prepare (&test);
  leave_hot_journal (&test);
  /* A file in its place: no folder can be made there. */
  g_assert_true (g_file_set_contents (test.runtime_dir, "x", 1, NULL));
  cab_test_vault_reopen (&test, RO);
  cache = cab_test_folder_dup_state (test.cache_dir);
  g_assert_nonnull (strstr (cache, "copy-"));
  cab_test_vault_close (&test);
  g_free (cache);
  cache = cab_test_folder_dup_state (test.cache_dir);
  g_assert_null (strstr (cache, "copy-"));
}

/* [V-112] what a killed reader left is swept, what a living one uses is not */
static void
test_sweep (void)
{
  g_auto (CabTestVault) test = { 0 };
  g_autofree char *run = NULL;
  int status = 0;
  pid_t child;

  prepare (&test);
  leave_hot_journal (&test);
  child = fork ();
  if (child == 0)
    {
      cab_test_vault_reopen (&test, RO);
      kill (getpid (), SIGKILL);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  run = cab_test_folder_dup_listing (&(CabTestFolder){ test.runtime_dir });
  g_assert_true (g_str_has_prefix (run, "copy-"));

  cab_test_vault_reopen (&test, RO);
  cab_snapshot_sweep (&test.settings);
  g_free (run);
  run = cab_test_folder_dup_listing (&(CabTestFolder){ test.runtime_dir });
  g_assert_true (g_str_has_prefix (run, "copy-"));
  g_assert_null (strchr (run, ' '));
  g_assert_true (g_file_test (test.vault->copy, G_FILE_TEST_EXISTS));

  cab_test_vault_close (&test);
  cab_snapshot_sweep (&test.settings);
  g_free (run);
  run = cab_test_folder_dup_listing (&(CabTestFolder){ test.runtime_dir });
  g_assert_cmpstr (run, ==, "");
}

/* Sets the file's mtime @seconds back, as if it had rested. */
static void
let_rest (const char *path, int seconds)
{
  struct utimbuf times = { time (NULL) - seconds, time (NULL) - seconds };

  g_assert_cmpint (utime (path, &times), ==, 0);
}

static CabVault *
try_snapshot (CabTestVault *test, const char *passphrase, GError **error)
{
  g_autoptr (CabSecret) secret = cab_test_secret (passphrase);
  CabCredential credential = { CAB_CREDENTIAL_PASSPHRASE, secret };

  return cab_vault_open (test->path, &credential, CAB_VAULT_OPEN_SNAPSHOT, &test->settings, NULL,
                         error);
}

/* [V-117] a file that another process holds can be read as a copy when it rests, and only then */
static void
test_snapshot_of_a_held_file (void)
{
  g_auto (CabTestVault) test = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (CabVault) vault = NULL;
  int ready[2];
  int end[2];
  char byte;
  int status = 0;
  pid_t child;

  prepare (&test);
  g_assert_cmpint (pipe (ready), ==, 0);
  g_assert_cmpint (pipe (end), ==, 0);
  child = fork ();
  if (child == 0)
    {
      close (end[1]);
      cab_test_vault_reopen (&test, CAB_VAULT_OPEN_NORMAL);
      g_assert_cmpint (write (ready[1], "x", 1), ==, 1);
      (void)!read (end[0], &byte, 1);
      cab_test_vault_close (&test);
      _exit (0);
    }
  close (end[0]);
  g_assert_cmpint (read (ready[0], &byte, 1), ==, 1);

  let_rest (test.path, 10);
  g_assert_null (try_snapshot (&test, "wrong", &error));
  g_assert_error (error, CAB_VAULT_ERROR, CAB_VAULT_ERROR_WRONG_KEY);
  g_clear_error (&error);

  vault = try_snapshot (&test, CAB_TEST_PASSPHRASE, &error);
  g_assert_no_error (error);
  g_assert_false (cab_vault_is_writable (vault));
  g_assert_cmpstr (cab_vault_get_path (vault), ==, test.path);
  g_assert_cmpint (cab_vault_get_snapshot_ms (vault), ==, CAB_TEST_WALL_MS);
  g_clear_pointer (&vault, cab_vault_free);

  /* Written in the future, so it never rests. */
  let_rest (test.path, -100);
  g_assert_null (try_snapshot (&test, CAB_TEST_PASSPHRASE, &error));
  g_assert_error (error, CAB_VAULT_ERROR, CAB_VAULT_ERROR_IN_USE);

  close (end[1]);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_cmpint (status, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_assert_true (cab_harden_start (NULL));

  g_test_add_func ("/vault/snapshot/purity", test_purity);
  g_test_add_func ("/vault/snapshot/backup-is-read-only", test_backup_is_read_only);
  g_test_add_func ("/vault/snapshot/read-only-mount", test_read_only_mount);
  g_test_add_func ("/vault/snapshot/hot-journal-and-wrong-key", test_hot_journal_and_wrong_key);
  g_test_add_func ("/vault/snapshot/wal-is-converted", test_wal_is_converted);
  g_test_add_func ("/vault/snapshot/copy-goes-to-the-cache", test_copy_goes_to_the_cache);
  g_test_add_func ("/vault/snapshot/sweep", test_sweep);
  g_test_add_func ("/vault/snapshot/of-a-held-file", test_snapshot_of_a_held_file);

  return g_test_run ();
}
