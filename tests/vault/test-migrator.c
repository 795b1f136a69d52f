/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include "cab-migrator.h"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "cab-harden.h"
#include "cab-test-raw.h"
#include "cab-test-tally.h"
#include "cab-vault-error.h"
#include "cab-vault-private.h"

static gboolean
fill_extra (CabDb *db, GError **error)
{
  return cab_db_exec_trusted (db, "INSERT INTO extra (id, words) VALUES (1, 'made by code')",
                              "fill the new table", error);
}

static gboolean
fail (CabDb *db, GError **error)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, "on purpose");

  return FALSE;
}

/* The released schema and what could follow it. */
static const CabMigrationStep steps[] = {
  { "0001-first.sql", NULL, NULL },
  { "0002-extra.sql", "CREATE TABLE extra (id INTEGER NOT NULL PRIMARY KEY, words TEXT) STRICT",
    fill_extra },
  { "0003-more.sql",
    "ALTER TABLE extra ADD COLUMN more TEXT; CREATE INDEX extra_more ON extra (more)", NULL },
};

static const CabMigrationStep failing_steps[] = {
  { "0001-first.sql", NULL, NULL },
  { "0002-extra.sql", "CREATE TABLE extra (id INTEGER NOT NULL PRIMARY KEY, words TEXT) STRICT",
    fill_extra },
  { "0003-fails.sql", "DROP TABLE backup_ledger", fail },
};

static const CabMigrationStep bad_sql_steps[] = {
  { "0001-first.sql", NULL, NULL },
  { "0002-bad.sql", "CREATE TABLE extra (id INTEGER) STRICT; ALTER TABLE none ADD COLUMN x", NULL },
};

static const CabMigrationStep dangling_steps[] = {
  { "0001-first.sql", NULL, NULL },
  { "0002-dangling.sql",
    "CREATE TABLE extra (id INTEGER REFERENCES audit (seq)) STRICT; INSERT INTO extra VALUES (999)",
    NULL },
};

static const CabMigrations newer = { steps, 3 };
static const CabMigrations failing = { failing_steps, 3 };
static const CabMigrations bad_sql = { bad_sql_steps, 2 };
static const CabMigrations dangling = { dangling_steps, 2 };

static void
prepare (CabTestVault *test)
{
  cab_test_vault_init (test);
  cab_test_vault_close (test);
}

static gint64
query (CabTestVault *test, const char *sql)
{
  g_autoptr (GError) error = NULL;
  gint64 value = -1;

  cab_db_query_integer (cab_vault_get_db (test->vault), sql, &value, "look", &error);
  g_assert_no_error (error);

  return value;
}

/* [V-46] the steps that are built in are the files of src/vault/sql, in their order */
static void
test_steps_are_the_files (void)
{
  const CabMigrations *released = cab_migrator_get_released ();
  g_autofree char *folder
      = g_build_filename (g_getenv ("CABINET_SOURCE"), "src", "vault", "sql", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  int files = 0;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    files += g_str_has_suffix (name, ".sql");
  g_assert_cmpint (files, ==, released->n_steps);

  for (int version = 1; version <= released->n_steps; version++)
    {
      g_autofree char *path = g_build_filename (folder, released->steps[version - 1].name, NULL);
      g_autofree char *sql = cab_migrator_dup_sql (released, version);
      g_autofree char *content = NULL;
      g_autofree char *prefix = g_strdup_printf ("%04d-", version);

      g_assert_true (g_str_has_prefix (released->steps[version - 1].name, prefix));
      g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
      g_assert_cmpstr (sql, ==, content);
    }
}

/* [V-46] an older practice is brought to the newest schema, with a verified copy, a row per step
 * and an entry in the log; then it is like a new one */
static void
test_older_is_migrated (void)
{
  g_auto (CabTestVault) test = { 0 };
  g_autofree char *listing = NULL;
  g_autofree char *copy = NULL;
  g_autoptr (GError) error = NULL;

  prepare (&test);
  test.settings.migrations = &newer;
  cab_test_vault_reopen (&test, CAB_VAULT_OPEN_NORMAL);
  g_assert_cmpint (query (&test, "PRAGMA user_version"), ==, 3);
  g_assert_cmpint (query (&test, "PRAGMA foreign_keys"), ==, 1);
  g_assert_cmpint (query (&test, "SELECT count(*) FROM migration"), ==, 3);
  g_assert_cmpint (query (&test, "SELECT count(*) FROM audit WHERE act = 'migrate'"), ==, 1);
  g_assert_cmpint (query (&test, "SELECT count(*) FROM extra WHERE more IS NULL"), ==, 1);
  g_assert_true (cab_vault_verify_chain (test.vault, 0, NULL, &error));
  g_assert_true (cab_migrator_check_schema (&newer, test.vault->db, 3, &error));
  cab_test_vault_close (&test);

  /* Nothing more to do the second time. */
  cab_test_vault_reopen (&test, CAB_VAULT_OPEN_NORMAL);
  g_assert_cmpint (query (&test, "SELECT count(*) FROM audit WHERE act = 'migrate'"), ==, 1);
  cab_test_vault_close (&test);

  /* The copy is the old practice, whole. */
  listing = cab_test_folder_dup_listing (&test.folder);
  g_assert_cmpstr (listing, ==,
                   "Practice-20260302T090000Z-before-schema-02.cabinet-backup Practice.cabinet");
  copy = cab_test_folder_dup_path (&test.folder,
                                   "Practice-20260302T090000Z-before-schema-02.cabinet-backup");
  g_free (test.path);
  test.path = g_steal_pointer (&copy);
  test.settings.migrations = NULL;
  cab_test_vault_reopen (&test, CAB_VAULT_OPEN_NORMAL);
  g_assert_false (cab_vault_is_writable (test.vault));
  g_assert_cmpint (query (&test, "PRAGMA user_version"), ==, 1);
}

/* [V-46] a step that fails leaves the old practice, row by row and byte by byte of its schema */
static void
test_failure_leaves_the_old (void)
{
  static const struct
  {
    const char *name;
    const CabMigrations *migrations;
  } cases[] = {
    { "code fails", &failing },
    { "SQL fails", &bad_sql },
    { "reference dangles", &dangling },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (CabTestVault) test = { 0 };
      g_autoptr (GError) error = NULL;
      gint64 entries;

      cab_test_vault_init (&test);
      entries = query (&test, "SELECT count(*) FROM audit");
      cab_test_vault_close (&test);

      test.settings.migrations = cases[i].migrations;
      g_assert_null (
          cab_test_vault_try (&test, CAB_TEST_PASSPHRASE, CAB_VAULT_OPEN_NORMAL, &error));
      if (!g_error_matches (error, CAB_VAULT_ERROR, CAB_VAULT_ERROR_MIGRATION))
        g_error ("%s: %s", cases[i].name, error->message);

      test.settings.migrations = NULL;
      cab_test_vault_reopen (&test, CAB_VAULT_OPEN_NORMAL);
      g_assert_cmpint (query (&test, "PRAGMA user_version"), ==, 1);
      g_assert_cmpint (query (&test, "SELECT count(*) FROM audit"), ==, entries);
      g_assert_cmpint (query (&test, "SELECT count(*) FROM migration"), ==, 1);
    }
}

/* [V-48], [V-26] a newer practice is refused for writing, and read when its min_reader allows */
static void
test_newer_is_refused (void)
{
  static const struct
  {
    const char *min_reader;
    gboolean readable;
  } cases[] = { { "1", TRUE }, { "2", FALSE }, { "3", FALSE }, { "x", FALSE }, { "", FALSE } };
  g_auto (CabTestVault) test = { 0 };

  prepare (&test);
  test.settings.migrations = &newer;
  cab_test_vault_reopen (&test, CAB_VAULT_OPEN_NORMAL);
  cab_test_vault_close (&test);
  test.settings.migrations = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *sql = g_strdup_printf (
          "UPDATE meta SET value = CAST ('%s' AS BLOB) WHERE name = 'min_reader'",
          cases[i].min_reader);
      g_autoptr (GError) error = NULL;
      g_autoptr (CabVault) vault = NULL;

      cab_test_raw_exec (test.path, sql);
      g_assert_null (
          cab_test_vault_try (&test, CAB_TEST_PASSPHRASE, CAB_VAULT_OPEN_NORMAL, &error));
      g_assert_error (error, CAB_VAULT_ERROR, CAB_VAULT_ERROR_NEWER);
      g_assert_nonnull (strstr (error->message, "schema 3"));
      g_clear_error (&error);

      vault = cab_test_vault_try (&test, CAB_TEST_PASSPHRASE, CAB_VAULT_OPEN_READ_ONLY, &error);
      if ((vault != NULL) != cases[i].readable)
        g_error ("min_reader “%s”", cases[i].min_reader);
    }
}

/* [V-111] an older practice that is opened read-only is shown as a migrated copy */
static void
test_older_read_only (void)
{
  g_auto (CabTestVault) test = { 0 };
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  prepare (&test);
  before = cab_test_folder_dup_state (test.folder.path);
  test.settings.migrations = &newer;
  cab_test_vault_reopen (&test, CAB_VAULT_OPEN_READ_ONLY);
  g_assert_cmpint (query (&test, "PRAGMA user_version"), ==, 3);
  g_assert_cmpint (query (&test, "SELECT count(*) FROM extra"), ==, 1);
  g_assert_false (cab_vault_is_writable (test.vault));
  cab_test_vault_close (&test);
  after = cab_test_folder_dup_state (test.folder.path);
  g_assert_cmpstr (before, ==, after);
}

/* Puts the old practice back, alone in its folder. */
static void
put_back (CabTestVault *test, const char *content, gsize length)
{
  cab_test_remove (test->folder.path);
  cab_test_remove (test->state_dir);
  g_assert_cmpint (g_mkdir_with_parents (test->folder.path, 0700), ==, 0);
  g_assert_true (g_file_set_contents (test->path, content, (gssize)length, NULL));
}

/* Migrates in a child that is killed after @delay microseconds, never when it
 * is negative. Returns: how long it ran */
static gint64
migrate_in_child (CabTestVault *test, gint64 delay)
{
  gint64 start = g_get_monotonic_time ();
  int status = 0;
  pid_t child = fork ();

  if (child == 0)
    {
      test->settings.migrations = &newer;
      cab_test_vault_reopen (test, CAB_VAULT_OPEN_NORMAL);
      cab_test_vault_close (test);
      _exit (0);
    }

  if (delay >= 0)
    {
      g_usleep ((gulong)delay);
      kill (child, SIGKILL);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);

  return g_get_monotonic_time () - start;
}

/* [V-46], [V-222] killed at any moment of a migration, the practice opens, old or new */
static void
test_kill (void)
{
  g_auto (CabTestVault) test = { 0 };
  g_autofree char *content = NULL;
  gsize length = 0;
  guint32 seed = (guint32)g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  gint64 whole;
  int versions[4] = { 0 };
  CabTestTally tally = cab_test_tally_begin ("V-222", "kills");
  int rounds = g_test_slow () ? 5000 : 100;

  prepare (&test);
  g_assert_true (g_file_get_contents (test.path, &content, &length, NULL));
  put_back (&test, content, length);
  whole = migrate_in_child (&test, -1);

  for (int round = 0; round < rounds; round++)
    {
      gint64 version;

      put_back (&test, content, length);
      migrate_in_child (&test, (gint64)(g_rand_double (rand) * 1.2 * (double)whole));

      test.settings.migrations = &newer;
      version = cab_test_raw_query (test.path, "PRAGMA user_version");
      g_assert_true (version == 1 || version == 3);
      versions[version]++;

      cab_test_remove (test.state_dir);
      cab_test_vault_reopen (&test, CAB_VAULT_OPEN_NORMAL);
      g_assert_cmpint (query (&test, "SELECT count(*) FROM extra"), ==, 1);
      g_assert_true (cab_vault_verify_chain (test.vault, 0, NULL, NULL));
      cab_test_vault_close (&test);
    }

  g_test_message ("seed %u: %d old, %d new", seed, versions[1], versions[3]);
  cab_test_tally_end (&tally, (guint64)rounds, (guint64)rounds);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_assert_true (cab_harden_start (NULL));

  g_test_add_func ("/vault/migrator/steps-are-the-files", test_steps_are_the_files);
  g_test_add_func ("/vault/migrator/older-is-migrated", test_older_is_migrated);
  g_test_add_func ("/vault/migrator/failure-leaves-the-old", test_failure_leaves_the_old);
  g_test_add_func ("/vault/migrator/newer-is-refused", test_newer_is_refused);
  g_test_add_func ("/vault/migrator/older-read-only", test_older_read_only);
  g_test_add_func ("/vault/migrator/kill", test_kill);

  return g_test_run ();
}
