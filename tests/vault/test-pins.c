/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

/* What SQLCipher, SQLite and glibc do, and what Cabinet's rules rest on: vault.md [V-190]. A pin
 * that fails after an upgrade means that someone decides whether its defence can go; it is never
 * just deleted. Nothing of Cabinet is used here, only the libraries. */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <sodium.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "pin-db.h"

static gboolean
opens_with (const char *path, const char *key)
{
  g_autoptr (sqlite3) db = pin_db_open_with (path, SQLITE_OPEN_READWRITE, key);

  return pin_db_run (db, "SELECT count(*) FROM sqlite_schema") == SQLITE_OK;
}

static void
read_at (const char *path, gint64 offset, void *bytes, gsize length)
{
  int fd = open (path, O_RDONLY | O_CLOEXEC);

  g_assert_cmpint (pread (fd, bytes, length, offset), ==, (gssize)length);
  close (fd);
}

static void
write_at (const char *path, gint64 offset, const void *bytes, gsize length)
{
  int fd = open (path, O_WRONLY | O_CLOEXEC);

  g_assert_cmpint (pwrite (fd, bytes, length, offset), ==, (gssize)length);
  close (fd);
}

static void
flip_bit (const char *path, gint64 offset)
{
  guint8 byte;

  read_at (path, offset, &byte, 1);
  byte ^= 0x10;
  write_at (path, offset, &byte, 1);
}

static void
copy_file (const char *from, const char *to)
{
  g_autofree char *content = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (from, &content, &length, NULL));
  g_assert_true (g_file_set_contents (to, content, (gssize)length, NULL));
}

/* Whether two checks, each on a connection of its own, find nothing. */
static gboolean
passes_checks (const char *path)
{
  g_autoptr (sqlite3) a = pin_db_open (path);
  g_autoptr (sqlite3) b = pin_db_open (path);

  return pin_db_answers (a, "PRAGMA cipher_integrity_check", "")
         && pin_db_answers (b, "PRAGMA integrity_check", "ok");
}

/* The child changes key and salt in place until it is killed. */
static void
rekey_in_place (const char *path)
{
  sqlite3 *db = pin_db_open (path);
  static const char key_and_salt[] = "x'" HEX_OTHER_KEY HEX_OTHER_SALT "'";

  sqlite3_rekey_v2 (db, "main", key_and_salt, (int)strlen (key_and_salt));
}

/* Kills the child once the new salt is in the file; %FALSE when the child was faster. */
static gboolean
kill_in_the_middle (const char *path)
{
  g_autofree char *journal = pin_dup_sibling (path, "-journal");
  guint8 before[SALT_LENGTH];
  guint8 now[SALT_LENGTH];
  pid_t child;

  read_at (path, 0, before, sizeof before);
  child = fork ();
  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      rekey_in_place (path);
      _exit (0);
    }
  do
    {
      read_at (path, 0, now, sizeof now);
      if (waitpid (child, NULL, WNOHANG) == child)
        return FALSE;
    }
  while (memcmp (before, now, sizeof now) == 0);
  kill (child, SIGKILL);
  waitpid (child, NULL, 0);
  return pin_get_size (journal) > 0;
}

static void
pin_rekey (const CabTestFolder *folder, const char *path)
{
  /* Without the old salt, which the file no longer has and a passphrase cannot do without. */
  static const char *const keys[] = { KEY, OTHER_KEY, "x'" HEX_OTHER_KEY HEX_OTHER_SALT "'" };
  g_autofree char *work = cab_test_folder_dup_path (folder, "work.db");
  g_autofree char *journal = pin_dup_sibling (work, "-journal");
  guint n_killed = 0;

  pin_create_with_note (path, NULL);
  {
    g_autoptr (sqlite3) db = pin_db_open (path);

    pin_db_exec (db,
                 "CREATE TABLE more (x);"
                 "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000)"
                 "INSERT INTO more SELECT randomblob(3500) FROM n");
  }
  for (guint round = 0; round < 10 && n_killed < 3; round++)
    {
      g_unlink (journal);
      copy_file (path, work);
      if (!kill_in_the_middle (work))
        continue;
      n_killed++;
      for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
        {
          g_autofree char *copy = cab_test_folder_dup_path (folder, "copy.db");
          g_autofree char *copy_journal = pin_dup_sibling (copy, "-journal");

          copy_file (work, copy);
          copy_file (journal, copy_journal);
          pin (1, !opens_with (copy, keys[i]));
          g_unlink (copy_journal);
        }
    }
  g_assert_cmpuint (n_killed, >, 0);
}

/* Rows 2 and 3 */
static void
pin_last_overflow_page (const CabTestFolder *folder, const char *path)
{
  g_autofree char *copy = cab_test_folder_dup_path (folder, "copy.db");

  pin_create_with_note (path, NULL);
  g_assert_cmpint (pin_count_note (path), ==, NOTE_LENGTH);
  flip_bit (path, pin_get_size (path) - PAGE + 100);
  pin (2, pin_count_note (path) == 1988);

  {
    g_autoptr (sqlite3) from = pin_db_open (path);
    g_autoptr (sqlite3) to
        = pin_db_open_with (copy, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, KEY_AND_SALT);
    sqlite3_backup *backup = sqlite3_backup_init (to, "main", from, "main");

    g_assert_nonnull (backup);
    pin (3, sqlite3_backup_step (backup, -1) == SQLITE_DONE);
    pin (3, sqlite3_backup_finish (backup) == SQLITE_OK);
  }
  pin (3, passes_checks (copy));
  pin (3, pin_count_note (copy) == 1988);
}

static void
pin_auto_vacuum (const CabTestFolder *folder, const char *path)
{
  g_autofree char *plain = cab_test_folder_dup_path (folder, "plain.db");
  static const guint8 zeros[PAGE];

  pin_create_with_note (path, "PRAGMA auto_vacuum=FULL");
  write_at (path, pin_get_size (path) - PAGE, zeros, PAGE);
  pin (4, pin_count_note (path) == 1988);
  {
    g_autoptr (sqlite3) db = pin_db_open (path);

    pin (4, pin_db_answers (db, "PRAGMA integrity_check", "ok"));
  }

  /* Without it the same page is at least seen by the check. */
  pin_create_with_note (plain, NULL);
  write_at (plain, pin_get_size (plain) - PAGE, zeros, PAGE);
  {
    g_autoptr (sqlite3) db = pin_db_open (plain);

    pin (4, !pin_db_answers (db, "PRAGMA integrity_check", "ok"));
  }
}

static void
pin_truncation_and_replay (const CabTestFolder *folder, const char *path)
{
  guint8 old[PAGE];
  gint64 size;

  pin_create_with_note (path, NULL);
  size = pin_get_size (path);
  read_at (path, size - PAGE, old, sizeof old);
  {
    g_autoptr (sqlite3) db = pin_db_open (path);

    pin_db_exec (db, "UPDATE note SET text = replace(text, 'n', 'm')");
  }
  g_assert_cmpint (pin_count_note (path), ==, 0);
  g_assert_cmpint (pin_get_size (path), ==, size);
  write_at (path, size - PAGE, old, sizeof old);
  pin (5, passes_checks (path));
  pin (5, pin_count_note (path) == NOTE_LENGTH - 1988);

  for (gint64 rest = size - PAGE; rest >= PAGE; rest -= PAGE)
    {
      g_autoptr (sqlite3) db = NULL;

      g_assert_cmpint (truncate (path, rest), ==, 0);
      db = pin_db_open (path);
      pin (5, pin_db_answers (db, "PRAGMA cipher_integrity_check", ""));
    }
}

/* The key with which SQLCipher 4 authenticates pages: PBKDF2-HMAC-SHA512, two rounds, over the
 * raw key with a salt of its own. */
static void
derive_hmac_key (guint8 *hmac_key)
{
  crypto_auth_hmacsha512_state state;
  guint8 key[32];
  guint8 salt[SALT_LENGTH + 4] = { 0 };
  guint8 block[crypto_auth_hmacsha512_BYTES];
  guint8 sum[crypto_auth_hmacsha512_BYTES];

  sodium_hex2bin (key, sizeof key, HEX_KEY, 64, NULL, NULL, NULL);
  sodium_hex2bin (salt, SALT_LENGTH, HEX_SALT, 32, NULL, NULL, NULL);
  for (guint i = 0; i < SALT_LENGTH; i++)
    salt[i] ^= 0x3a;
  salt[SALT_LENGTH + 3] = 1;
  crypto_auth_hmacsha512_init (&state, key, sizeof key);
  crypto_auth_hmacsha512_update (&state, salt, sizeof salt);
  crypto_auth_hmacsha512_final (&state, block);
  memcpy (sum, block, sizeof sum);
  crypto_auth_hmacsha512_init (&state, key, sizeof key);
  crypto_auth_hmacsha512_update (&state, block, sizeof block);
  crypto_auth_hmacsha512_final (&state, block);
  for (guint i = 0; i < sizeof sum; i++)
    sum[i] ^= block[i];
  memcpy (hmac_key, sum, 32);
}

/* Writes a page whose HMAC is right; what it decrypts to does not matter here. */
static void
write_authentic_page (const char *path, guint32 number)
{
  crypto_auth_hmacsha512_state state;
  guint8 hmac_key[32];
  guint8 page[PAGE] = { 7 };
  guint32 little = GUINT32_TO_LE (number);

  derive_hmac_key (hmac_key);
  crypto_auth_hmacsha512_init (&state, hmac_key, sizeof hmac_key);
  crypto_auth_hmacsha512_update (&state, page, PAGE - crypto_auth_hmacsha512_BYTES);
  crypto_auth_hmacsha512_update (&state, (const guint8 *)&little, sizeof little);
  crypto_auth_hmacsha512_final (&state, page + PAGE - crypto_auth_hmacsha512_BYTES);
  write_at (path, ((gint64)number - 1) * PAGE, page, PAGE);
}

typedef struct
{
  gboolean below;
  gboolean above;
} Failures;

static int
note_failure (void *failures, int n, char **values, char **names)
{
  if (g_str_has_suffix (values[0], " page 1048576"))
    ((Failures *)failures)->below = TRUE;
  if (g_str_has_suffix (values[0], " page 1048577"))
    ((Failures *)failures)->above = TRUE;
  return 0;
}

/* The page that ends at 4 GiB and the next one are both authentic. All others in between are
 * holes, which fail as they should, so this takes a while and little room. */
static void
pin_four_gigabytes (const CabTestFolder *folder, const char *path)
{
  g_autoptr (sqlite3) db = NULL;
  Failures failures = { FALSE, FALSE };

  if (!g_test_slow ())
    {
      g_test_skip ("reads a sparse file of 4 GiB: run with -m slow");
      return;
    }
  pin_create_with_note (path, NULL);
  write_authentic_page (path, 1048576);
  write_authentic_page (path, 1048577);
  db = pin_db_open (path);
  g_assert_cmpint (
      sqlite3_exec (db, "PRAGMA cipher_integrity_check", note_failure, &failures, NULL), ==,
      SQLITE_OK);
  g_assert_false (failures.below);
  pin (6, failures.above);
}

/* The check goes through the tables from the last one on; one page is bad, and from there on it
 * says so of every page, also of those that the check of the HMACs finds right. */
static void
pin_phantoms (const CabTestFolder *folder, const char *path)
{
  g_autofree char *root = NULL;
  g_autofree char *authentic = NULL;
  g_autofree char *found = NULL;
  g_autofree char *expected = NULL;

  pin_create_with_note (path, NULL);
  {
    g_autoptr (sqlite3) db = pin_db_open (path);

    pin_db_exec (db, "CREATE TABLE damaged (x); INSERT INTO damaged VALUES (1)");
    root = pin_db_query (db, "SELECT rootpage FROM sqlite_schema WHERE name = 'damaged'");
  }
  flip_bit (path, (g_ascii_strtoll (root, NULL, 10) - 1) * PAGE + 100);

  {
    g_autoptr (sqlite3) db = pin_db_open (path);

    authentic = pin_db_query (db, "PRAGMA cipher_integrity_check");
  }
  {
    g_autoptr (sqlite3) db = pin_db_open (path);

    found = pin_db_query_despite_error (db, "PRAGMA integrity_check");
  }
  expected = g_strdup_printf ("HMAC verification failed for page %s", root);
  g_assert_cmpstr (authentic, ==, expected);
  pin (7, strstr (found, "Tree 1 page 1: unable to get the page") != NULL);
}

static void
pin_export (const CabTestFolder *folder, const char *path)
{
  g_autofree char *copy = cab_test_folder_dup_path (folder, "copy.db");
  g_autofree char *attach = g_strdup_printf ("ATTACH '%s' AS copy KEY \"%s\"", copy, KEY_AND_SALT);
  g_autoptr (sqlite3) db = NULL;

  pin_create_with_note (path, NULL);
  db = pin_db_open_with (path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, KEY);
  pin_db_exec (db, "PRAGMA user_version=7; PRAGMA application_id=1128350286");
  pin_db_exec (db, attach);
  pin_db_exec (db, "SELECT sqlcipher_export('copy')");
  pin (8, pin_db_answers (db, "PRAGMA copy.user_version", "0"));
  pin (8, pin_db_answers (db, "PRAGMA copy.application_id", "0"));
}

static void
pin_salt_is_not_authenticated (const CabTestFolder *folder, const char *path)
{
  pin_create_with_note (path, NULL);
  flip_bit (path, 9);
  /* With the salt in the file the keys are others; with the old one given, all is well. */
  pin (9, !opens_with (path, KEY));
  pin (9, opens_with (path, KEY_AND_SALT));
}

static void
pin_wrong_key_and_hot_journal (const CabTestFolder *folder, const char *path)
{
  g_autofree char *journal = pin_dup_sibling (path, "-journal");
  g_autoptr (sqlite3) db = NULL;

  pin_create_with_hot_journal (path);
  db = pin_db_open_with (path, SQLITE_OPEN_READWRITE, OTHER_KEY);
  pin (10, pin_db_run (db, "SELECT count(*) FROM sqlite_schema") == SQLITE_NOTADB);
  pin (10, pin_get_size (journal) == -1);
}

static void
pin_empty_file (const CabTestFolder *folder, const char *path)
{
  static const char *const keys[] = { KEY, OTHER_KEY };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autoptr (sqlite3) db = NULL;

      g_assert_true (g_file_set_contents (path, "", 0, NULL));
      db = pin_db_open_with (path, SQLITE_OPEN_READWRITE, keys[i]);
      pin (11, pin_db_answers (db, "SELECT count(*) FROM sqlite_schema", "0"));
    }
}

static void
key_failed_handle (const char *path)
{
  sqlite3 *db;

  prctl (PR_SET_DUMPABLE, 0);
  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE, NULL), !=, SQLITE_OK);
  sqlite3_key_v2 (db, "main", KEY, (int)strlen (KEY));
}

static void
pin_key_on_failed_handle (const CabTestFolder *folder, const char *path)
{
  int status;
  pid_t child = fork ();

  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      signal (SIGSEGV, SIG_DFL);
      key_failed_handle ("/nowhere/at/all");
      _exit (0);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  pin (12, WIFSIGNALED (status) && WTERMSIG (status) == SIGSEGV);
}

static const PinRow pins[] = {
  { "row-1-rekey-in-place-is-fatal", pin_rekey },
  { "rows-2-and-3-last-overflow-page-is-silent", pin_last_overflow_page },
  { "row-4-auto-vacuum-skips-zero-pages", pin_auto_vacuum },
  { "row-5-check-misses-truncation-and-replay", pin_truncation_and_replay },
  { "row-6-check-fails-falsely-above-4-gib", pin_four_gigabytes },
  { "row-7-bad-page-poisons-the-connection", pin_phantoms },
  { "row-8-export-resets-versions", pin_export },
  { "row-9-salt-is-not-authenticated", pin_salt_is_not_authenticated },
  { "row-10-wrong-key-deletes-a-hot-journal", pin_wrong_key_and_hot_journal },
  { "row-11-empty-file-opens-under-any-key", pin_empty_file },
  { "row-12-key-on-a-failed-handle-crashes", pin_key_on_failed_handle },
};

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  return pin_run_rows (pins, G_N_ELEMENTS (pins));
}
