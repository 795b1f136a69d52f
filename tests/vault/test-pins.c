/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

/* What SQLCipher, SQLite and glibc do, and what Cabinet's rules rest on: vault.md [V-190]. A pin
 * that fails after an upgrade means that someone decides whether its defence can go; it is never
 * just deleted. Nothing of Cabinet is used here, only the libraries. */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib.h>
#include <glib/gstdio.h>
#include <malloc.h>
#include <signal.h>
#include <sodium.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define SQLITE_HAS_CODEC 1
#include <sqlite3.h>

#include "cab-test-folder.h"
#include "cab-test-memory.h"

#define PAGE 4096
#define SALT_LENGTH 16

#define HEX_KEY "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
#define HEX_OTHER_KEY "fedcba9876543210fedcba9876543210fedcba9876543210fedcba9876543210"
#define HEX_SALT "43414201010102030405060708090a0b"
#define HEX_OTHER_SALT "434142010110111213141516171819aa"
#define KEY "x'" HEX_KEY "'"
#define OTHER_KEY "x'" HEX_OTHER_KEY "'"
#define KEY_AND_SALT "x'" HEX_KEY HEX_SALT "'"

#define NOTE_LENGTH 6000

#define pin(row, condition)                                                                        \
  G_STMT_START                                                                                     \
  {                                                                                                \
    if (!(condition))                                                                              \
      g_error ("behaviour changed: see V-190 row %d: not (%s)", row, #condition);                  \
  }                                                                                                \
  G_STMT_END

/* The end of a connection that a test may leave with statements open. */
static void
close_db (sqlite3 *db)
{
  sqlite3_close_v2 (db);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3, close_db)

static sqlite3 *
open_with (const char *path, int flags, const char *key)
{
  sqlite3 *db;
  int rc = sqlite3_open_v2 (path, &db, flags | SQLITE_OPEN_URI | SQLITE_OPEN_EXRESCODE, NULL);

  g_assert_cmpint (rc, ==, SQLITE_OK);
  sqlite3_exec (db, "PRAGMA cipher_log_level=NONE", NULL, NULL, NULL);
  if (key != NULL)
    g_assert_cmpint (sqlite3_key_v2 (db, "main", key, (int)strlen (key)), ==, SQLITE_OK);
  return db;
}

static sqlite3 *
open_rw (const char *path)
{
  return open_with (path, SQLITE_OPEN_READWRITE, KEY);
}

static void
exec (sqlite3 *db, const char *sql)
{
  char *message = NULL;

  if (sqlite3_exec (db, sql, NULL, NULL, &message) != SQLITE_OK)
    g_error ("%s: %s", sql, message);
}

/* The extended result code of running some SQL. */
static int
run (sqlite3 *db, const char *sql)
{
  return sqlite3_exec (db, sql, NULL, NULL, NULL);
}

static int
append_row (void *rows, int n, char **values, char **names)
{
  g_string_append_printf (rows, "%s%s", ((GString *)rows)->len == 0 ? "" : "\n",
                          values[0] == NULL ? "NULL" : values[0]);
  return 0;
}

/* First column of all rows, one a line; NULL on an error. */
static char *
query (sqlite3 *db, const char *sql)
{
  GString *rows = g_string_new (NULL);

  if (sqlite3_exec (db, sql, append_row, rows, NULL) == SQLITE_OK)
    return g_string_free_and_steal (rows);
  g_string_free (rows, TRUE);
  return NULL;
}

/* The rows that came before an error, if there is one. */
static char *
query_despite_error (sqlite3 *db, const char *sql)
{
  GString *rows = g_string_new (NULL);

  sqlite3_exec (db, sql, append_row, rows, NULL);
  return g_string_free_and_steal (rows);
}

static gboolean
answers (sqlite3 *db, const char *sql, const char *expected)
{
  g_autofree char *answer = query (db, sql);

  return g_strcmp0 (answer, expected) == 0;
}

static gboolean
opens_with (const char *path, const char *key)
{
  g_autoptr (sqlite3) db = open_with (path, SQLITE_OPEN_READWRITE, key);

  return run (db, "SELECT count(*) FROM sqlite_schema") == SQLITE_OK;
}

static char *
dup_sibling (const char *path, const char *suffix)
{
  return g_strconcat (path, suffix, NULL);
}

static gint64
get_size (const char *path)
{
  GStatBuf status;

  return g_stat (path, &status) == 0 ? status.st_size : -1;
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

/* An encrypted file with one note, whose text ends in the last page, an overflow page of its own.
 * @before runs first, where PRAGMAs go that must come before the first table. */
static void
create_with_note (const char *path, const char *before)
{
  g_autoptr (sqlite3) db
      = open_with (path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, KEY_AND_SALT);
  g_autofree char *sql
      = g_strdup_printf ("INSERT INTO note VALUES (1, printf('%%.*c', %d, 'n'))", NOTE_LENGTH);

  if (before != NULL)
    exec (db, before);
  exec (db, "CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT) STRICT");
  exec (db, sql);
}

static guint
count_letters (const char *text, gsize length)
{
  guint n = 0;

  for (gsize i = 0; i < length; i++)
    if (text[i] == 'n')
      n++;
  return n;
}

/* How many letters of the note are still there, −1 when reading it gives an error. */
static int
count_note (const char *path)
{
  g_autoptr (sqlite3) db = open_rw (path);
  sqlite3_stmt *statement = NULL;
  int n = -1;

  if (sqlite3_prepare_v2 (db, "SELECT text FROM note", -1, &statement, NULL) == SQLITE_OK
      && sqlite3_step (statement) == SQLITE_ROW)
    n = (int)count_letters (sqlite3_column_blob (statement, 0),
                            (gsize)sqlite3_column_bytes (statement, 0));
  if (sqlite3_finalize (statement) != SQLITE_OK)
    n = -1;
  return n;
}

/* Whether two checks, each on a connection of its own, find nothing. */
static gboolean
passes_checks (const char *path)
{
  g_autoptr (sqlite3) a = open_rw (path);
  g_autoptr (sqlite3) b = open_rw (path);

  return answers (a, "PRAGMA cipher_integrity_check", "")
         && answers (b, "PRAGMA integrity_check", "ok");
}

/* Runs @work in a child that then ends at once, without closing anything. */
static void
run_and_die (void (*work) (const char *path), const char *path)
{
  int status;
  pid_t child = fork ();

  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      work (path);
      _exit (0);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_cmpint (status, ==, 0);
}

static void
write_without_end (const char *path)
{
  sqlite3 *db = open_rw (path);

  exec (db, "PRAGMA cache_size=5; CREATE TABLE more (x); BEGIN;"
            "UPDATE note SET text = upper(text);"
            "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 300)"
            "INSERT INTO more SELECT randomblob(1000) FROM n");
}

/* A file whose writer was killed in a transaction after it had begun to write pages. */
static void
create_with_hot_journal (const char *path)
{
  g_autofree char *journal = dup_sibling (path, "-journal");

  create_with_note (path, NULL);
  run_and_die (write_without_end, path);
  g_assert_cmpint (get_size (journal), >, PAGE);
}

typedef void (*Pin) (const CabTestFolder *folder, const char *path);

/* The child changes key and salt in place until it is killed. */
static void
rekey_in_place (const char *path)
{
  sqlite3 *db = open_rw (path);
  static const char key_and_salt[] = "x'" HEX_OTHER_KEY HEX_OTHER_SALT "'";

  sqlite3_rekey_v2 (db, "main", key_and_salt, (int)strlen (key_and_salt));
}

/* Kills the child once the new salt is in the file; %FALSE when the child was faster. */
static gboolean
kill_in_the_middle (const char *path)
{
  g_autofree char *journal = dup_sibling (path, "-journal");
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
  return get_size (journal) > 0;
}

static void
pin_rekey (const CabTestFolder *folder, const char *path)
{
  /* Without the old salt, which the file no longer has and a passphrase cannot do without. */
  static const char *const keys[] = { KEY, OTHER_KEY, "x'" HEX_OTHER_KEY HEX_OTHER_SALT "'" };
  g_autofree char *work = cab_test_folder_dup_path (folder, "work.db");
  g_autofree char *journal = dup_sibling (work, "-journal");
  guint n_killed = 0;

  create_with_note (path, NULL);
  {
    g_autoptr (sqlite3) db = open_rw (path);

    exec (db, "CREATE TABLE more (x);"
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
          g_autofree char *copy_journal = dup_sibling (copy, "-journal");

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

  create_with_note (path, NULL);
  g_assert_cmpint (count_note (path), ==, NOTE_LENGTH);
  flip_bit (path, get_size (path) - PAGE + 100);
  pin (2, count_note (path) == 1988);

  {
    g_autoptr (sqlite3) from = open_rw (path);
    g_autoptr (sqlite3) to
        = open_with (copy, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, KEY_AND_SALT);
    sqlite3_backup *backup = sqlite3_backup_init (to, "main", from, "main");

    g_assert_nonnull (backup);
    pin (3, sqlite3_backup_step (backup, -1) == SQLITE_DONE);
    pin (3, sqlite3_backup_finish (backup) == SQLITE_OK);
  }
  pin (3, passes_checks (copy));
  pin (3, count_note (copy) == 1988);
}

static void
pin_auto_vacuum (const CabTestFolder *folder, const char *path)
{
  g_autofree char *plain = cab_test_folder_dup_path (folder, "plain.db");
  static const guint8 zeros[PAGE];

  create_with_note (path, "PRAGMA auto_vacuum=FULL");
  write_at (path, get_size (path) - PAGE, zeros, PAGE);
  pin (4, count_note (path) == 1988);
  {
    g_autoptr (sqlite3) db = open_rw (path);

    pin (4, answers (db, "PRAGMA integrity_check", "ok"));
  }

  /* Without it the same page is at least seen by the check. */
  create_with_note (plain, NULL);
  write_at (plain, get_size (plain) - PAGE, zeros, PAGE);
  {
    g_autoptr (sqlite3) db = open_rw (plain);

    pin (4, !answers (db, "PRAGMA integrity_check", "ok"));
  }
}

static void
pin_truncation_and_replay (const CabTestFolder *folder, const char *path)
{
  guint8 old[PAGE];
  gint64 size;

  create_with_note (path, NULL);
  size = get_size (path);
  read_at (path, size - PAGE, old, sizeof old);
  {
    g_autoptr (sqlite3) db = open_rw (path);

    exec (db, "UPDATE note SET text = replace(text, 'n', 'm')");
  }
  g_assert_cmpint (count_note (path), ==, 0);
  g_assert_cmpint (get_size (path), ==, size);
  write_at (path, size - PAGE, old, sizeof old);
  pin (5, passes_checks (path));
  pin (5, count_note (path) == NOTE_LENGTH - 1988);

  for (gint64 rest = size - PAGE; rest >= PAGE; rest -= PAGE)
    {
      g_autoptr (sqlite3) db = NULL;

      g_assert_cmpint (truncate (path, rest), ==, 0);
      db = open_rw (path);
      pin (5, answers (db, "PRAGMA cipher_integrity_check", ""));
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
  create_with_note (path, NULL);
  write_authentic_page (path, 1048576);
  write_authentic_page (path, 1048577);
  db = open_rw (path);
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

  create_with_note (path, NULL);
  {
    g_autoptr (sqlite3) db = open_rw (path);

    exec (db, "CREATE TABLE damaged (x); INSERT INTO damaged VALUES (1)");
    root = query (db, "SELECT rootpage FROM sqlite_schema WHERE name = 'damaged'");
  }
  flip_bit (path, (g_ascii_strtoll (root, NULL, 10) - 1) * PAGE + 100);

  {
    g_autoptr (sqlite3) db = open_rw (path);

    authentic = query (db, "PRAGMA cipher_integrity_check");
  }
  {
    g_autoptr (sqlite3) db = open_rw (path);

    found = query_despite_error (db, "PRAGMA integrity_check");
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

  create_with_note (path, NULL);
  db = open_with (path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, KEY);
  exec (db, "PRAGMA user_version=7; PRAGMA application_id=1128350286");
  exec (db, attach);
  exec (db, "SELECT sqlcipher_export('copy')");
  pin (8, answers (db, "PRAGMA copy.user_version", "0"));
  pin (8, answers (db, "PRAGMA copy.application_id", "0"));
}

static void
pin_salt_is_not_authenticated (const CabTestFolder *folder, const char *path)
{
  create_with_note (path, NULL);
  flip_bit (path, 9);
  /* With the salt in the file the keys are others; with the old one given, all is well. */
  pin (9, !opens_with (path, KEY));
  pin (9, opens_with (path, KEY_AND_SALT));
}

static void
pin_wrong_key_and_hot_journal (const CabTestFolder *folder, const char *path)
{
  g_autofree char *journal = dup_sibling (path, "-journal");
  g_autoptr (sqlite3) db = NULL;

  create_with_hot_journal (path);
  db = open_with (path, SQLITE_OPEN_READWRITE, OTHER_KEY);
  pin (10, run (db, "SELECT count(*) FROM sqlite_schema") == SQLITE_NOTADB);
  pin (10, get_size (journal) == -1);
}

static void
pin_empty_file (const CabTestFolder *folder, const char *path)
{
  static const char *const keys[] = { KEY, OTHER_KEY };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autoptr (sqlite3) db = NULL;

      g_assert_true (g_file_set_contents (path, "", 0, NULL));
      db = open_with (path, SQLITE_OPEN_READWRITE, keys[i]);
      pin (11, answers (db, "SELECT count(*) FROM sqlite_schema", "0"));
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

static void
pin_nofollow (const CabTestFolder *folder, const char *path)
{
  g_autofree char *real = cab_test_folder_dup_path (folder, "real");
  g_autofree char *link = cab_test_folder_dup_path (folder, "link");
  g_autofree char *direct = g_build_filename (real, "x.db", NULL);
  g_autofree char *through = g_build_filename (link, "x.db", NULL);
  const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_EXRESCODE;
  sqlite3 *db;

  g_assert_cmpint (g_mkdir (real, 0700), ==, 0);
  g_assert_cmpint (symlink ("real", link), ==, 0);
  create_with_note (direct, NULL);
  pin (13, sqlite3_open_v2 (direct, &db, flags, NULL) == SQLITE_OK);
  sqlite3_close (db);
  pin (13, sqlite3_open_v2 (through, &db, flags, NULL) == SQLITE_CANTOPEN_SYMLINK);
  sqlite3_close (db);
}

static void
pin_exclusive_locking_keeps_journal (const CabTestFolder *folder, const char *path)
{
  g_autofree char *journal = dup_sibling (path, "-journal");
  sqlite3 *db;

  create_with_note (path, NULL);
  db = open_rw (path);
  exec (db, "PRAGMA locking_mode=EXCLUSIVE; PRAGMA journal_mode=DELETE");
  exec (db, "UPDATE note SET text = upper(text)");
  pin (14, get_size (journal) > PAGE);
  exec (db, "PRAGMA journal_size_limit=0; UPDATE note SET text = lower(text)");
  pin (14, get_size (journal) == 0);
  sqlite3_close (db);
  pin (14, get_size (journal) == -1);
}

static void
pin_hot_journal_read_only (const CabTestFolder *folder, const char *path)
{
  g_autofree char *journal = dup_sibling (path, "-journal");
  g_autofree char *read_only = g_strdup_printf ("file:%s?mode=ro", path);
  g_autofree char *immutable = g_strdup_printf ("file:%s?immutable=1", path);
  gint64 size;

  create_with_hot_journal (path);
  size = get_size (journal);
  {
    g_autoptr (sqlite3) db = open_with (read_only, SQLITE_OPEN_READONLY, KEY);

    pin (15, run (db, "SELECT count(*) FROM sqlite_schema") == SQLITE_READONLY_ROLLBACK);
  }
  {
    g_autoptr (sqlite3) db = open_with (immutable, SQLITE_OPEN_READONLY, KEY);

    pin (15, run (db, "SELECT count(*) FROM sqlite_schema") == SQLITE_OK);
  }
  pin (15, get_size (journal) == size);
}

static void
pin_wal_siblings (const CabTestFolder *folder, const char *path)
{
  g_autofree char *read_only = g_strdup_printf ("file:%s?mode=ro", path);
  g_autofree char *wal = dup_sibling (path, "-wal");
  g_autofree char *shm = dup_sibling (path, "-shm");

  create_with_note (path, NULL);
  {
    g_autoptr (sqlite3) db = open_rw (path);

    exec (db, "PRAGMA journal_mode=WAL; CREATE TABLE more (x)");
  }
  g_assert_cmpint (get_size (wal), ==, -1);
  {
    g_autoptr (sqlite3) db = open_with (read_only, SQLITE_OPEN_READONLY, KEY);

    exec (db, "SELECT count(*) FROM note");
  }
  pin (16, get_size (wal) >= 0);
  pin (16, get_size (shm) >= 0);
}

/* How many of 100 deleted words an unencrypted index file still holds. */
static guint
count_deleted_words (const char *path, gboolean secure)
{
  g_autoptr (sqlite3) db = open_with (path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL);
  g_autofree char *content = NULL;
  char words[100][13];
  gsize length;
  guint n = 0;

  exec (db, "PRAGMA secure_delete=ON; CREATE VIRTUAL TABLE words USING fts5 (text)");
  if (secure)
    exec (db, "INSERT INTO words (words, rank) VALUES ('secure-delete', 1)");
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *sql = NULL;

      for (guint k = 0; k < 12; k++)
        words[i][k] = (char)g_test_rand_int_range ('a', 'z' + 1);
      words[i][12] = '\0';
      sql = g_strdup_printf ("INSERT INTO words (rowid, text) VALUES (%u, '%s common')", i,
                             words[i]);
      exec (db, sql);
    }
  exec (db, "DELETE FROM words");
  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  /* Neighbours share the first letters of a word, so only its end is looked for. */
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (memmem (content, length, words[i] + 4, 8) != NULL)
      n++;
  return n;
}

static gint64
get_longest_block (const char *path, const char *setting)
{
  g_autoptr (sqlite3) db
      = open_with (path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, KEY_AND_SALT);
  g_autofree char *longest = NULL;

  exec (db, "CREATE VIRTUAL TABLE words USING fts5 (text)");
  if (setting != NULL)
    exec (db, setting);
  exec (db, "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 400)"
            "INSERT INTO words SELECT hex(randomblob(6)) || ' ' || hex(randomblob(6)) || ' ' ||"
            " hex(randomblob(6)) || ' ' || hex(randomblob(6)) FROM n;"
            "INSERT INTO words (words) VALUES ('optimize')");
  longest = query (db, "SELECT max(length(block)) FROM words_data");
  return g_ascii_strtoll (longest, NULL, 10);
}

static void
pin_fts5 (const CabTestFolder *folder, const char *path)
{
  g_autofree char *secure = cab_test_folder_dup_path (folder, "secure.db");
  g_autofree char *small = cab_test_folder_dup_path (folder, "small.db");
  g_autofree char *usual = cab_test_folder_dup_path (folder, "usual.db");

  pin (17, count_deleted_words (path, FALSE) > 50);
  pin (17, count_deleted_words (secure, TRUE) == 0);
  pin (17, get_longest_block (usual, NULL) > 3970);
  pin (17,
       get_longest_block (small, "INSERT INTO words (words, rank) VALUES ('pgsz', 3900)") <= 3970);
}

static int
deny_data_version (void *unused,
                   int action,
                   const char *a,
                   const char *b,
                   const char *c,
                   const char *d)
{
  if (action == SQLITE_PRAGMA && g_strcmp0 (a, "data_version") == 0)
    return SQLITE_DENY;
  return SQLITE_OK;
}

static int
deny_attach (void *unused, int action, const char *a, const char *b, const char *c, const char *d)
{
  return action == SQLITE_ATTACH ? SQLITE_DENY : SQLITE_OK;
}

static void
pin_needs_of_fts5_and_vacuum (const CabTestFolder *folder, const char *path)
{
  g_autofree char *copy = cab_test_folder_dup_path (folder, "copy.db");
  g_autofree char *vacuum = g_strdup_printf ("VACUUM INTO '%s'", copy);

  create_with_note (path, NULL);
  {
    g_autoptr (sqlite3) db = open_rw (path);

    exec (db, "CREATE VIRTUAL TABLE words USING fts5 (text); INSERT INTO words VALUES ('a')");
  }
  {
    g_autoptr (sqlite3) db = open_rw (path);

    sqlite3_set_authorizer (db, deny_data_version, NULL);
    pin (18, run (db, "SELECT count(*) FROM words WHERE words MATCH 'a'") != SQLITE_OK);
  }
  {
    g_autoptr (sqlite3) db = open_rw (path);

    sqlite3_set_authorizer (db, deny_attach, NULL);
    pin (18, run (db, vacuum) != SQLITE_OK);
    sqlite3_set_authorizer (db, NULL, NULL);
    sqlite3_limit (db, SQLITE_LIMIT_ATTACHED, 0);
    pin (18, run (db, vacuum) != SQLITE_OK);
    sqlite3_limit (db, SQLITE_LIMIT_ATTACHED, 1);
    pin (18, run (db, vacuum) == SQLITE_OK);
  }
}

static void
pin_replace (const CabTestFolder *folder, const char *path)
{
  g_autoptr (sqlite3) db = NULL;

  create_with_note (path, NULL);
  db = open_rw (path);
  exec (db, "CREATE TRIGGER keep BEFORE DELETE ON note BEGIN SELECT RAISE(ABORT, 'no'); END");
  g_assert_cmpint (run (db, "DELETE FROM note"), ==, SQLITE_CONSTRAINT_TRIGGER);
  exec (db, "PRAGMA recursive_triggers=OFF");
  pin (19, run (db, "REPLACE INTO note VALUES (1, 'other')") == SQLITE_OK);
  exec (db, "PRAGMA recursive_triggers=ON");
  pin (19, run (db, "REPLACE INTO note VALUES (1, 'third')") == SQLITE_CONSTRAINT_TRIGGER);
}

static void
fill_until_limit (const char *path)
{
  struct rlimit limit = { 200000, 200000 };
  sqlite3 *db = open_rw (path);
  int rc = SQLITE_OK;

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  exec (db, "PRAGMA cache_size=5; BEGIN");
  for (guint i = 0; i < 1000 && rc == SQLITE_OK; i++)
    rc = run (db, "INSERT INTO note (text) VALUES (hex(randomblob(1000)))");
  pin (20, rc == SQLITE_IOERR_WRITE);
  pin (20, sqlite3_system_errno (db) == EFBIG);
  pin (20, sqlite3_get_autocommit (db) != 0);
}

static void
pin_file_size_limit (const CabTestFolder *folder, const char *path)
{
  create_with_note (path, NULL);
  run_and_die (fill_until_limit, path);
  g_assert_cmpint (count_note (path), ==, NOTE_LENGTH);
}

/* What this program is run again for, as a process in which no key was set before. */
#define LOGGER "--log-of-wrong-key"

/* The program of row 21: FILE and where the log is switched off, `before` and `after` the key. */
static int
run_logger (const char *path, const char *where)
{
  static const char silence[] = "PRAGMA cipher_log_level=NONE";
  g_autoptr (sqlite3) db = NULL;

  if (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE, NULL) != SQLITE_OK)
    return 1;
  if (strstr (where, "before") != NULL && run (db, silence) != SQLITE_OK)
    return 2;
  if (sqlite3_key_v2 (db, "main", OTHER_KEY, (int)strlen (OTHER_KEY)) != SQLITE_OK)
    return 3;
  if (strstr (where, "after") != NULL && run (db, silence) != SQLITE_OK)
    return 4;
  return run (db, "SELECT count(*) FROM sqlite_schema") == SQLITE_NOTADB ? 0 : 5;
}

static gboolean
is_logged (const char *path, const char *where)
{
  const char *arguments[] = { "/proc/self/exe", LOGGER, path, where, NULL };
  g_autofree char *log = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  g_spawn_sync (NULL, (char **)arguments, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, &log, &status,
                &error);
  g_assert_no_error (error);
  pin (21, status == 0);
  return *log != '\0';
}

/* The level is one of the process, and the first key sets it: switching off works before there
 * is a key, but lasts only if it is done again after the first one. */
static void
pin_log_level (const CabTestFolder *folder, const char *path)
{
  create_with_note (path, NULL);
  pin (21, is_logged (path, "nowhere"));
  pin (21, is_logged (path, "before"));
  pin (21, !is_logged (path, "after"));
  pin (21, !is_logged (path, "before and after"));
}

/* “canary-grief”, hidden from the search for it */
#define CANARY_LENGTH 12
static const guint8 hidden[CANARY_LENGTH]
    = { 0x39, 0x3b, 0x34, 0x3b, 0x28, 0x23, 0x77, 0x3d, 0x28, 0x33, 0x3f, 0x3c };

/* Volatile, since the compiler would leave out what is freed right afterwards. */
static void
spell_canary (char *text, gsize length)
{
  volatile char *out = text;

  for (gsize i = 0; i < length; i++)
    out[i] = (char)(hidden[i % CANARY_LENGTH] ^ CAB_TEST_HIDE);
}

static void
write_and_close (const char *path)
{
  sqlite3 *db = open_rw (path);
  sqlite3_stmt *statement;
  char text[200 * CANARY_LENGTH];

  spell_canary (text, sizeof text);
  sqlite3_prepare_v2 (db, "INSERT INTO note (text) VALUES (?)", -1, &statement, NULL);
  for (int i = 1; i <= 100; i++)
    {
      sqlite3_bind_text (statement, 1, text, 2 * i * CANARY_LENGTH, SQLITE_TRANSIENT);
      sqlite3_step (statement);
      sqlite3_reset (statement);
    }
  sqlite3_finalize (statement);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
  explicit_bzero (text, sizeof text);
  pin (22, cab_test_count_in_memory (hidden, sizeof hidden) > 0);
}

static void
free_filled_chunks (const char *path)
{
  void *chunks[20];

  mallopt (M_PERTURB, 0xa5);
  for (gsize size = 24; size <= 1032; size += 16)
    {
      for (guint i = 0; i < G_N_ELEMENTS (chunks); i++)
        {
          chunks[i] = malloc (size);
          spell_canary (chunks[i], size);
        }
      for (guint i = 0; i < G_N_ELEMENTS (chunks); i++)
        free (chunks[i]);
    }
  pin (22, cab_test_count_in_memory (hidden, sizeof hidden) > 0);
}

static void
pin_heap (const CabTestFolder *folder, const char *path)
{
  if (cab_test_skip_with_asan ("it has an allocator of its own"))
    return;
  create_with_note (path, NULL);
  run_and_die (write_and_close, path);
  run_and_die (free_filled_chunks, path);
}

/* From 4.7 on a statement before the key is an error, and then rows 10 and 21 have to be thought
 * over. */
static void
pin_statement_before_key (const CabTestFolder *folder, const char *path)
{
  g_autoptr (sqlite3) db = NULL;
  g_autofree char *version = NULL;

  create_with_note (path, NULL);
  db = open_with (path, SQLITE_OPEN_READWRITE, NULL);
  version = query (db, "PRAGMA cipher_version");
  g_test_message ("SQLCipher %s, SQLite %s", version, sqlite3_libversion ());
  if (!g_str_has_prefix (version, "4.6."))
    {
      g_test_skip ("only for SQLCipher 4.6; rows 10 and 21 hold if they passed");
      return;
    }
  pin (23, run (db, "SELECT 1") == SQLITE_OK);
  pin (23, sqlite3_key_v2 (db, "main", KEY, (int)strlen (KEY)) == SQLITE_OK);
  pin (23, run (db, "SELECT count(*) FROM note") == SQLITE_OK);
}

/* [V-190], [V-228] one test a row, each in a folder of its own */
static const struct
{
  const char *name;
  Pin pin;
} pins[] = {
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
  { "row-13-nofollow-refuses-a-linked-folder", pin_nofollow },
  { "row-14-exclusive-locking-keeps-the-journal", pin_exclusive_locking_keeps_journal },
  { "row-15-hot-journal-and-read-only", pin_hot_journal_read_only },
  { "row-16-wal-leaves-siblings", pin_wal_siblings },
  { "row-17-fts5-keeps-words-and-spills", pin_fts5 },
  { "row-18-fts5-and-vacuum-need-exceptions", pin_needs_of_fts5_and_vacuum },
  { "row-19-replace-skips-delete-triggers", pin_replace },
  { "row-20-file-size-limit-is-an-io-error", pin_file_size_limit },
  { "row-21-hmac-errors-are-logged", pin_log_level },
  { "row-22-heap-keeps-what-was-freed", pin_heap },
  { "row-23-statement-before-the-key", pin_statement_before_key },
};

static void
test_pin (gconstpointer data)
{
  Pin run_pin = *(const Pin *)data;
  g_auto (CabTestFolder) folder = cab_test_folder_new ();
  g_autofree char *path = cab_test_folder_dup_path (&folder, "x.db");

  run_pin (&folder, path);
}

int
main (int argc, char **argv)
{
  if (argc == 4 && g_str_equal (argv[1], LOGGER))
    return run_logger (argv[2], argv[3]);

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (pins); i++)
    {
      g_autofree char *name = g_strconcat ("/vault/pins/", pins[i].name, NULL);

      g_test_add_data_func (name, &pins[i].pin, test_pin);
    }
  return g_test_run ();
}
