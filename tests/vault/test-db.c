/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include "cab-db.h"

#include "cab-db-private.h"
#include "cab-harden.h"
#include "cab-test-raw.h"
#include "cab-vault-error.h"
#include "cab-vault-private.h"

static const char action[] = "try the connection";

static char *
query_text (CabDb *db, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CabStatement) statement = cab_statement_new_trusted (db, sql, action, &error);

  g_assert_no_error (error);
  g_assert_cmpint (cab_statement_step (statement, &error), ==, CAB_STEP_ROW);

  return g_strdup (cab_statement_get_text (statement, 0));
}

/* [V-21] every pragma reads back what it must be, in an open practice */
static void
test_pragmas (void)
{
  static const struct
  {
    const char *sql;
    const char *expected;
  } cases[] = {
    { "PRAGMA locking_mode", "exclusive" },
    { "PRAGMA journal_mode", "delete" },
    { "PRAGMA journal_size_limit", "0" },
    { "PRAGMA synchronous", "3" },
    { "PRAGMA temp_store", "2" },
    { "PRAGMA mmap_size", "0" },
    { "PRAGMA cell_size_check", "1" },
    { "PRAGMA secure_delete", "1" },
    { "PRAGMA foreign_keys", "1" },
    { "PRAGMA recursive_triggers", "1" },
    { "PRAGMA auto_vacuum", "0" },
    { "PRAGMA cache_size", "-8000" },
    { "PRAGMA max_page_count", "917504" },
    { "PRAGMA page_size", "4096" },
    { "PRAGMA application_id", "1128350286" },
    { "PRAGMA user_version", "1" },
    { "PRAGMA cipher_page_size", "4096" },
    { "PRAGMA cipher_memory_security", "0" },
    { "PRAGMA cipher_hmac_algorithm", "HMAC_SHA512" },
  };
  g_auto (CabTestVault) test = { 0 };

  cab_test_vault_init (&test);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *actual = query_text (test.vault->db, cases[i].sql);

      if (g_strcmp0 (actual, cases[i].expected) != 0)
        g_error ("%s reads %s", cases[i].sql, actual);
    }
}

/* [V-22] the limits, and the switches that are off */
static void
test_limits (void)
{
  static const struct
  {
    int id;
    int expected;
  } limits[] = {
    { SQLITE_LIMIT_ATTACHED, 0 },       { SQLITE_LIMIT_LENGTH, 67108864 },
    { SQLITE_LIMIT_SQL_LENGTH, 65536 }, { SQLITE_LIMIT_COLUMN, 200 },
    { SQLITE_LIMIT_EXPR_DEPTH, 50 },    { SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 256 },
    { SQLITE_LIMIT_TRIGGER_DEPTH, 8 },  { SQLITE_LIMIT_VARIABLE_NUMBER, 500 },
  };
  static const struct
  {
    int id;
    int expected;
  } switches[] = {
    { SQLITE_DBCONFIG_DEFENSIVE, 1 },
    { SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0 },
    { SQLITE_DBCONFIG_DQS_DML, 0 },
    { SQLITE_DBCONFIG_DQS_DDL, 0 },
    { SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0 },
    { SQLITE_DBCONFIG_WRITABLE_SCHEMA, 0 },
  };
  g_auto (CabTestVault) test = { 0 };

  cab_test_vault_init (&test);
  for (gsize i = 0; i < G_N_ELEMENTS (limits); i++)
    g_assert_cmpint (sqlite3_limit (test.vault->db->handle, limits[i].id, -1), ==,
                     limits[i].expected);

  for (gsize i = 0; i < G_N_ELEMENTS (switches); i++)
    {
      int value = -1;

      sqlite3_db_config (test.vault->db->handle, switches[i].id, -1, &value);
      g_assert_cmpint (value, ==, switches[i].expected);
    }
}

/* [V-23] what the authorizer denies, for writing and read-only alike */
static void
test_authorizer (void)
{
  static const struct
  {
    const char *sql;
    gboolean allowed;
  } cases[] = {
    { "SELECT count(*) FROM audit", TRUE },
    { "SELECT count(*) FROM sqlite_schema", TRUE },
    { "PRAGMA data_version", TRUE },
    { "SELECT upper ('x')", TRUE },
    { "SELECT rowid FROM search WHERE search MATCH 'word'", TRUE },
    { "ATTACH ':memory:' AS other", FALSE },
    { "DETACH main", FALSE },
    { "PRAGMA user_version", FALSE },
    { "PRAGMA user_version = 9", FALSE },
    { "PRAGMA data_version = 9", FALSE },
    { "PRAGMA writable_schema = ON", FALSE },
    { "PRAGMA key = 'x'", FALSE },
    { "PRAGMA rekey = 'x'", FALSE },
    { "CREATE TABLE a (b)", FALSE },
    { "CREATE TEMP TABLE a (b)", FALSE },
    { "CREATE VIEW a AS SELECT 1", FALSE },
    { "CREATE TEMP VIEW a AS SELECT 1", FALSE },
    { "CREATE INDEX a ON audit (actor)", FALSE },
    { "CREATE TRIGGER a AFTER INSERT ON audit BEGIN SELECT 1; END", FALSE },
    { "CREATE TEMP TRIGGER a AFTER INSERT ON audit BEGIN SELECT 1; END", FALSE },
    { "CREATE VIRTUAL TABLE a USING fts5 (b)", FALSE },
    { "DROP TABLE backup_ledger", FALSE },
    { "DROP TRIGGER audit_no_delete", FALSE },
    { "DROP INDEX audit_entity", FALSE },
    { "ALTER TABLE audit ADD COLUMN x TEXT", FALSE },
    { "REINDEX", FALSE },
    { "ANALYZE", FALSE },
    { "VACUUM", FALSE },
    { "VACUUM INTO 'x'", FALSE },
    { "SELECT load_extension ('x')", FALSE },
    { "SELECT sqlcipher_export ('main')", FALSE },
    { "UPDATE audit SET actor = 'x'", FALSE },
    { "DELETE FROM audit", FALSE },
    { "INSERT INTO audit (seq) VALUES (9)", FALSE },
    { "INSERT OR REPLACE INTO audit (seq) VALUES (1)", FALSE },
    { "UPDATE meta SET value = NULL", FALSE },
    { "DELETE FROM meta", FALSE },
    { "UPDATE state SET generation = 0", FALSE },
    { "UPDATE tombstone SET revision = 9", FALSE },
    { "DELETE FROM tombstone", FALSE },
    { "UPDATE migration SET program = 'x'", FALSE },
    { "DELETE FROM migration", FALSE },
    { "UPDATE sqlite_schema SET sql = NULL", FALSE },
    { "DELETE FROM backup_ledger", TRUE },
  };
  static const CabVaultOpenFlags ways[] = { CAB_VAULT_OPEN_NORMAL, CAB_VAULT_OPEN_READ_ONLY };
  g_auto (CabTestVault) test = { 0 };

  cab_test_vault_init (&test);
  for (gsize way = 0; way < G_N_ELEMENTS (ways); way++)
    {
      cab_test_vault_close (&test);
      cab_test_vault_reopen (&test, ways[way]);

      for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
        {
          g_autoptr (sqlite3_stmt) statement = NULL;
          int rc = sqlite3_prepare_v2 (test.vault->db->handle, cases[i].sql, -1, &statement, NULL);

          /* VACUUM asks for its ATTACH only when it runs. */
          if (rc == SQLITE_OK && g_str_has_prefix (cases[i].sql, "VACUUM"))
            rc = sqlite3_step (statement);
          if ((rc == SQLITE_OK) != cases[i].allowed)
            g_error ("way %" G_GSIZE_FORMAT ", %s: %d", way, cases[i].sql, rc);
          if (!cases[i].allowed && rc != SQLITE_AUTH && rc != SQLITE_ERROR)
            g_error ("%s: %d", cases[i].sql, rc);
        }
    }
}

/* [V-20] 5 any file name works, also what means something in a URI */
static void
test_names (void)
{
  static const char *const names[] = {
    "a?mode=memory.cabinet", "a#b.cabinet",        "a%20b.cabinet",    "50%.cabinet",
    "a b&c=d.cabinet",       "Zoë Müller.cabinet", "\xff\xfe.cabinet", "it's \"one\".cabinet",
    "new\nline.cabinet",     "-.cabinet",          ":memory:",         "file:x",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_auto (CabTestVault) test = { 0 };
      g_autoptr (CabSecret) passphrase = cab_test_secret (CAB_TEST_PASSPHRASE);
      g_autoptr (GError) error = NULL;
      g_autofree char *listing = NULL;

      cab_test_vault_prepare (&test);
      g_free (test.path);
      test.path = cab_test_folder_dup_path (&test.folder, names[i]);
      test.vault = cab_vault_create (test.path, passphrase, CAB_KDF_PROFILE_TEST, &test.settings,
                                     NULL, &error);
      g_assert_no_error (error);
      cab_test_vault_close (&test);
      cab_test_vault_reopen (&test, CAB_VAULT_OPEN_NORMAL);
      cab_test_vault_close (&test);
      cab_test_vault_reopen (&test, CAB_VAULT_OPEN_READ_ONLY);
      cab_test_vault_close (&test);

      listing = cab_test_folder_dup_listing (&test.folder);
      g_assert_cmpstr (listing, ==, names[i]);
    }
}

/* [V-20] 7 the first key of a process is a wrong one, and nothing is written to stderr */
static void
test_silence (void)
{
  g_auto (CabTestVault) test = { 0 };
  g_auto (GStrv) environment = NULL;
  const char *path = g_getenv ("CABINET_TEST_FILE");

  if (g_test_subprocess ())
    {
      g_autoptr (CabSecret) wrong = cab_secret_new (CAB_KEY_LENGTH);
      g_autoptr (GError) error = NULL;
      CabDb *db = cab_db_open (path, CAB_DB_IMMUTABLE, &error);
      gint64 count;

      g_assert_no_error (error);
      g_assert_true (cab_db_set_key (db, wrong, NULL, &error));
      g_assert_false (
          cab_db_query_integer (db, "SELECT count(*) FROM sqlite_schema", &count, action, &error));
      g_assert_true (cab_db_close (db, NULL));
      return;
    }
  cab_test_vault_init (&test);
  cab_test_vault_close (&test);
  environment = g_environ_setenv (g_get_environ (), "CABINET_TEST_FILE", test.path, TRUE);
  g_test_trap_subprocess_with_envp (NULL, (const char *const *)environment, 0,
                                    G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
  g_test_trap_assert_stderr_unmatched ("*hmac*");
}

/* A query without end, so that only the watch can end it. */
static const char endless[]
    = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max (i) FROM n";

static gpointer
cancel_soon (gpointer data)
{
  g_usleep (20000);
  g_cancellable_cancel (data);

  return NULL;
}

/* [W-30] another thread ends a query that runs; the connection goes on */
static void
test_watch (void)
{
  g_auto (CabTestVault) test = { 0 };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (CabStatement) statement = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *one = NULL;
  GThread *thread;
  CabDb *db;

  cab_test_vault_init (&test);
  db = cab_vault_get_db (test.vault);
  statement = cab_statement_new (db, endless, action, &error);
  g_assert_no_error (error);

  cab_db_watch (db, cancellable);
  thread = g_thread_new ("cancel", cancel_soon, cancellable);
  g_assert_cmpint (cab_statement_step (statement, &error), ==, CAB_STEP_ERROR);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_thread_join (thread);

  cab_db_watch (db, NULL);
  one = query_text (db, "SELECT 'one'");
  g_assert_cmpstr (one, ==, "one");
}

static gboolean
write_much (CabVault *vault, gpointer data, GError **error)
{
  return cab_db_exec (
      cab_vault_get_db (vault),
      "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 50000)\n"
      "INSERT INTO search_row (kind, record_id, source_id, client_id)\n"
      "SELECT 'x', i, i, i FROM n",
      action, error);
}

/* [W-30] what is being written is written to its end */
static void
test_watch_write (void)
{
  g_auto (CabTestVault) test = { 0 };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *count = NULL;

  cab_test_vault_init (&test);
  g_cancellable_cancel (cancellable);
  cab_db_watch (cab_vault_get_db (test.vault), cancellable);
  cab_vault_transact_quietly (test.vault, action, write_much, NULL, &error);
  cab_db_watch (cab_vault_get_db (test.vault), NULL);
  g_assert_no_error (error);

  count = query_text (cab_vault_get_db (test.vault), "SELECT count (*) FROM search_row");
  g_assert_cmpstr (count, ==, "50000");
}

/* A connection of ours defends the tables of an index: somebody else's does not. */
static void
spoil_index (const char *path)
{
  g_autoptr (GError) error = NULL;
  CabDb *db = cab_test_raw_open (path);

  g_assert_cmpint (sqlite3_db_config (db->handle, SQLITE_DBCONFIG_DEFENSIVE, 0, NULL), ==,
                   SQLITE_OK);
  cab_db_exec_trusted (db, "UPDATE search_config SET v = 0 WHERE k = 'version'", action, &error);
  g_assert_no_error (error);
  g_assert_true (cab_db_close (db, &error));
}

/* [V-211] a search index whose own tables are spoilt is damage, not SQL that nobody could run */
static void
test_spoilt_index (void)
{
  g_auto (CabTestVault) test = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (CabStatement) statement = NULL;

  cab_test_vault_init (&test);
  cab_test_vault_close (&test);
  spoil_index (test.path);
  cab_test_vault_reopen (&test, CAB_VAULT_OPEN_NORMAL);

  statement
      = cab_statement_new (cab_vault_get_db (test.vault),
                           "SELECT rowid FROM search WHERE search MATCH 'word'", action, &error);
  g_assert_null (statement);
  g_assert_error (error, CAB_VAULT_ERROR, CAB_VAULT_ERROR_DAMAGED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_assert_true (cab_harden_start (NULL));

  g_test_add_func ("/vault/db/pragmas", test_pragmas);
  g_test_add_func ("/vault/db/limits", test_limits);
  g_test_add_func ("/vault/db/authorizer", test_authorizer);
  g_test_add_func ("/vault/db/names", test_names);
  g_test_add_func ("/vault/db/silence", test_silence);
  g_test_add_func ("/vault/db/watch", test_watch);
  g_test_add_func ("/vault/db/watch-write", test_watch_write);
  g_test_add_func ("/vault/db/spoilt-index", test_spoilt_index);

  return g_test_run ();
}
