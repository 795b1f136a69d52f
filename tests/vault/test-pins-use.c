/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

/* What SQLCipher, SQLite and glibc do, and what Cabinet's rules rest on: vault.md [V-190]. A pin
 * that fails after an upgrade means that someone decides whether its defence can go; it is never
 * just deleted. Nothing of Cabinet is used here, only the libraries. */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <malloc.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "cab-test-memory.h"
#include "pin-db.h"

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
  pin_create_with_note (direct, NULL);
  pin (13, sqlite3_open_v2 (direct, &db, flags, NULL) == SQLITE_OK);
  sqlite3_close (db);
  pin (13, sqlite3_open_v2 (through, &db, flags, NULL) == SQLITE_CANTOPEN_SYMLINK);
  sqlite3_close (db);
}

static void
pin_exclusive_locking_keeps_journal (const CabTestFolder *folder, const char *path)
{
  g_autofree char *journal = pin_dup_sibling (path, "-journal");
  sqlite3 *db;

  pin_create_with_note (path, NULL);
  db = pin_db_open (path);
  pin_db_exec (db, "PRAGMA locking_mode=EXCLUSIVE; PRAGMA journal_mode=DELETE");
  pin_db_exec (db, "UPDATE note SET text = upper(text)");
  pin (14, pin_get_size (journal) > PAGE);
  pin_db_exec (db, "PRAGMA journal_size_limit=0; UPDATE note SET text = lower(text)");
  pin (14, pin_get_size (journal) == 0);
  sqlite3_close (db);
  pin (14, pin_get_size (journal) == -1);
}

static void
pin_hot_journal_read_only (const CabTestFolder *folder, const char *path)
{
  g_autofree char *journal = pin_dup_sibling (path, "-journal");
  g_autofree char *read_only = g_strdup_printf ("file:%s?mode=ro", path);
  g_autofree char *immutable = g_strdup_printf ("file:%s?immutable=1", path);
  gint64 size;

  pin_create_with_hot_journal (path);
  size = pin_get_size (journal);
  {
    g_autoptr (sqlite3) db = pin_db_open_with (read_only, SQLITE_OPEN_READONLY, KEY);

    pin (15, pin_db_run (db, "SELECT count(*) FROM sqlite_schema") == SQLITE_READONLY_ROLLBACK);
  }
  {
    g_autoptr (sqlite3) db = pin_db_open_with (immutable, SQLITE_OPEN_READONLY, KEY);

    pin (15, pin_db_run (db, "SELECT count(*) FROM sqlite_schema") == SQLITE_OK);
  }
  pin (15, pin_get_size (journal) == size);
}

static void
pin_wal_siblings (const CabTestFolder *folder, const char *path)
{
  g_autofree char *read_only = g_strdup_printf ("file:%s?mode=ro", path);
  g_autofree char *wal = pin_dup_sibling (path, "-wal");
  g_autofree char *shm = pin_dup_sibling (path, "-shm");

  pin_create_with_note (path, NULL);
  {
    g_autoptr (sqlite3) db = pin_db_open (path);

    pin_db_exec (db, "PRAGMA journal_mode=WAL; CREATE TABLE more (x)");
  }
  g_assert_cmpint (pin_get_size (wal), ==, -1);
  {
    g_autoptr (sqlite3) db = pin_db_open_with (read_only, SQLITE_OPEN_READONLY, KEY);

    pin_db_exec (db, "SELECT count(*) FROM note");
  }
  pin (16, pin_get_size (wal) >= 0);
  pin (16, pin_get_size (shm) >= 0);
}

/* How many of 100 deleted words an unencrypted index file still holds. */
static guint
count_deleted_words (const char *path, gboolean secure)
{
  g_autoptr (sqlite3) db
      = pin_db_open_with (path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL);
  g_autofree char *content = NULL;
  char words[100][13];
  gsize length;
  guint n = 0;

  pin_db_exec (db, "PRAGMA secure_delete=ON; CREATE VIRTUAL TABLE words USING fts5 (text)");
  if (secure)
    pin_db_exec (db, "INSERT INTO words (words, rank) VALUES ('secure-delete', 1)");
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *sql = NULL;

      for (guint k = 0; k < 12; k++)
        words[i][k] = (char)g_test_rand_int_range ('a', 'z' + 1);
      words[i][12] = '\0';
      sql = g_strdup_printf ("INSERT INTO words (rowid, text) VALUES (%u, '%s common')", i,
                             words[i]);
      pin_db_exec (db, sql);
    }
  pin_db_exec (db, "DELETE FROM words");
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
      = pin_db_open_with (path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, KEY_AND_SALT);
  g_autofree char *longest = NULL;

  pin_db_exec (db, "CREATE VIRTUAL TABLE words USING fts5 (text)");
  if (setting != NULL)
    pin_db_exec (db, setting);
  pin_db_exec (db,
               "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 400)"
               "INSERT INTO words SELECT hex(randomblob(6)) || ' ' || hex(randomblob(6)) || ' ' ||"
               " hex(randomblob(6)) || ' ' || hex(randomblob(6)) FROM n;"
               "INSERT INTO words (words) VALUES ('optimize')");
  longest = pin_db_query (db, "SELECT max(length(block)) FROM words_data");
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

  pin_create_with_note (path, NULL);
  {
    g_autoptr (sqlite3) db = pin_db_open (path);

    pin_db_exec (db,
                 "CREATE VIRTUAL TABLE words USING fts5 (text); INSERT INTO words VALUES ('a')");
  }
  {
    g_autoptr (sqlite3) db = pin_db_open (path);

    sqlite3_set_authorizer (db, deny_data_version, NULL);
    pin (18, pin_db_run (db, "SELECT count(*) FROM words WHERE words MATCH 'a'") != SQLITE_OK);
  }
  {
    g_autoptr (sqlite3) db = pin_db_open (path);

    sqlite3_set_authorizer (db, deny_attach, NULL);
    pin (18, pin_db_run (db, vacuum) != SQLITE_OK);
    sqlite3_set_authorizer (db, NULL, NULL);
    sqlite3_limit (db, SQLITE_LIMIT_ATTACHED, 0);
    pin (18, pin_db_run (db, vacuum) != SQLITE_OK);
    sqlite3_limit (db, SQLITE_LIMIT_ATTACHED, 1);
    pin (18, pin_db_run (db, vacuum) == SQLITE_OK);
  }
}

static void
pin_replace (const CabTestFolder *folder, const char *path)
{
  g_autoptr (sqlite3) db = NULL;

  pin_create_with_note (path, NULL);
  db = pin_db_open (path);
  pin_db_exec (db,
               "CREATE TRIGGER keep BEFORE DELETE ON note BEGIN SELECT RAISE(ABORT, 'no'); END");
  g_assert_cmpint (pin_db_run (db, "DELETE FROM note"), ==, SQLITE_CONSTRAINT_TRIGGER);
  pin_db_exec (db, "PRAGMA recursive_triggers=OFF");
  pin (19, pin_db_run (db, "REPLACE INTO note VALUES (1, 'other')") == SQLITE_OK);
  pin_db_exec (db, "PRAGMA recursive_triggers=ON");
  pin (19, pin_db_run (db, "REPLACE INTO note VALUES (1, 'third')") == SQLITE_CONSTRAINT_TRIGGER);
}

static void
fill_until_limit (const char *path)
{
  struct rlimit limit = { 200000, 200000 };
  sqlite3 *db = pin_db_open (path);
  int rc = SQLITE_OK;

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  pin_db_exec (db, "PRAGMA cache_size=5; BEGIN");
  for (guint i = 0; i < 1000 && rc == SQLITE_OK; i++)
    rc = pin_db_run (db, "INSERT INTO note (text) VALUES (hex(randomblob(1000)))");
  pin (20, rc == SQLITE_IOERR_WRITE);
  pin (20, sqlite3_system_errno (db) == EFBIG);
  pin (20, sqlite3_get_autocommit (db) != 0);
}

static void
pin_file_size_limit (const CabTestFolder *folder, const char *path)
{
  pin_create_with_note (path, NULL);
  pin_run_and_die (fill_until_limit, path);
  g_assert_cmpint (pin_count_note (path), ==, NOTE_LENGTH);
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
  if (strstr (where, "before") != NULL && pin_db_run (db, silence) != SQLITE_OK)
    return 2;
  if (sqlite3_key_v2 (db, "main", OTHER_KEY, (int)strlen (OTHER_KEY)) != SQLITE_OK)
    return 3;
  if (strstr (where, "after") != NULL && pin_db_run (db, silence) != SQLITE_OK)
    return 4;
  return pin_db_run (db, "SELECT count(*) FROM sqlite_schema") == SQLITE_NOTADB ? 0 : 5;
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
  pin_create_with_note (path, NULL);
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
  sqlite3 *db = pin_db_open (path);
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
  pin_create_with_note (path, NULL);
  pin_run_and_die (write_and_close, path);
  pin_run_and_die (free_filled_chunks, path);
}

/* From 4.7 on a statement before the key is an error, and then rows 10 and 21 have to be thought
 * over. */
static void
pin_statement_before_key (const CabTestFolder *folder, const char *path)
{
  g_autoptr (sqlite3) db = NULL;
  g_autofree char *version = NULL;

  pin_create_with_note (path, NULL);
  db = pin_db_open_with (path, SQLITE_OPEN_READWRITE, NULL);
  version = pin_db_query (db, "PRAGMA cipher_version");
  g_test_message ("SQLCipher %s, SQLite %s", version, sqlite3_libversion ());
  if (!g_str_has_prefix (version, "4.6."))
    {
      g_test_skip ("only for SQLCipher 4.6; rows 10 and 21 hold if they passed");
      return;
    }
  pin (23, pin_db_run (db, "SELECT 1") == SQLITE_OK);
  pin (23, sqlite3_key_v2 (db, "main", KEY, (int)strlen (KEY)) == SQLITE_OK);
  pin (23, pin_db_run (db, "SELECT count(*) FROM note") == SQLITE_OK);
}

static const PinRow pins[] = {
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

int
main (int argc, char **argv)
{
  if (argc == 4 && g_str_equal (argv[1], LOGGER))
    return run_logger (argv[2], argv[3]);

  g_test_init (&argc, &argv, NULL);
  return pin_run_rows (pins, G_N_ELEMENTS (pins));
}
