/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include "cab-statement.h"

#include "cab-db-private.h"
#include "cab-harden.h"
#include "cab-vault-error.h"

static const char action[] = "try a statement";

static CabDb *
open_db (void)
{
  g_autoptr (GError) error = NULL;
  CabDb *db = cab_db_open_memory (&error);

  g_assert_no_error (error);
  cab_db_exec_trusted (db,
                       "CREATE TABLE thing (id INTEGER NOT NULL PRIMARY KEY, a ANY,\n"
                       "                    b TEXT UNIQUE CHECK (b <> 'bad')) STRICT;\n"
                       "CREATE TABLE part (id INTEGER PRIMARY KEY,\n"
                       "                   thing INTEGER REFERENCES thing (id)) STRICT;\n"
                       "CREATE TRIGGER part_no_delete BEFORE DELETE ON part\n"
                       "BEGIN SELECT RAISE (ABORT, 'no'); END;\n"
                       "PRAGMA foreign_keys = ON",
                       "prepare", &error);
  g_assert_no_error (error);

  return db;
}

static CabStatement *
new_statement (CabDb *db, const char *sql)
{
  g_autoptr (GError) error = NULL;
  CabStatement *statement = cab_statement_new (db, sql, action, &error);

  g_assert_no_error (error);
  g_assert_nonnull (statement);

  return statement;
}

static void
close_db (CabDb *db)
{
  g_autoptr (GError) error = NULL;

  cab_db_close (db, &error);
  g_assert_no_error (error);
}

/* [V-40] whatever is bound comes back as it was, of the same storage class */
static void
test_values_come_back (void)
{
  static const guint8 bytes[] = { 0, 1, 0xff };
  CabDb *db = open_db ();
  g_autoptr (GError) error = NULL;
  CabValue values[7] = {
    CAB_VALUE_INIT, CAB_VALUE_INIT, CAB_VALUE_INIT, CAB_VALUE_INIT,
    CAB_VALUE_INIT, CAB_VALUE_INIT, CAB_VALUE_INIT,
  };
  g_autoptr (GBytes) some = g_bytes_new (bytes, sizeof bytes);
  g_autoptr (GBytes) none = g_bytes_new (NULL, 0);

  cab_value_set_integer (&values[1], G_MININT64);
  cab_value_set_real (&values[2], 0.1);
  cab_value_set_text (&values[3], "Zoë 😀");
  cab_value_set_text (&values[4], "");
  cab_value_set_bytes (&values[5], some);
  cab_value_set_bytes (&values[6], none);

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autoptr (CabStatement) insert
          = new_statement (db, "INSERT INTO thing (id, a) VALUES (?1, ?2)");
      g_autoptr (CabStatement) select = new_statement (db, "SELECT a FROM thing WHERE id = ?1");
      g_auto (CabValue) value = CAB_VALUE_INIT;

      cab_statement_bind_integer (insert, 1, i);
      cab_statement_bind_value (insert, 2, &values[i]);
      g_assert_true (cab_statement_run (insert, &error));
      g_assert_cmpint (cab_statement_changes (insert), ==, 1);

      cab_statement_bind_integer (select, 1, i);
      g_assert_cmpint (cab_statement_step (select, &error), ==, CAB_STEP_ROW);
      g_assert_cmpint (cab_statement_is_null (select, 0), ==, i == 0);
      cab_statement_read_value (select, 0, &value);
      if (!cab_value_equal (&value, &values[i]))
        g_error ("value %u came back as another", i);
      g_assert_cmpint (cab_statement_step (select, &error), ==, CAB_STEP_DONE);
    }

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    cab_value_clear (&values[i]);
  close_db (db);
}

/* [V-40] a statement forgets what was bound when it is reset, run or given back */
static void
test_bindings_are_forgotten (void)
{
  CabDb *db = open_db ();
  g_autoptr (GError) error = NULL;

  for (int way = 0; way < 3; way++)
    {
      CabStatement *statement = new_statement (db, "SELECT ?1");

      cab_statement_bind_text (statement, 1, "secret");
      g_assert_cmpint (cab_statement_step (statement, &error), ==, CAB_STEP_ROW);
      g_assert_cmpstr (cab_statement_get_text (statement, 0), ==, "secret");
      if (way == 0)
        cab_statement_reset (statement);
      if (way == 1)
        g_assert_true (cab_statement_run (statement, &error));
      if (way == 2)
        {
          cab_statement_free (statement);
          statement = new_statement (db, "SELECT ?1");
        }

      g_assert_cmpint (cab_statement_step (statement, &error), ==, CAB_STEP_ROW);
      g_assert_true (cab_statement_is_null (statement, 0));
      cab_statement_free (statement);
    }

  close_db (db);
}

/* [V-40] a text in use is prepared a second time, so a loop may ask for its own */
static void
test_the_same_text_twice (void)
{
  CabDb *db = open_db ();
  g_autoptr (GError) error = NULL;
  CabStatement *one = new_statement (db, "SELECT 1 UNION SELECT 2");
  CabStatement *two = new_statement (db, "SELECT 1 UNION SELECT 2");

  g_assert_true (one != two);
  g_assert_cmpint (cab_statement_step (one, &error), ==, CAB_STEP_ROW);
  g_assert_cmpint (cab_statement_step (two, &error), ==, CAB_STEP_ROW);
  g_assert_cmpint (cab_statement_step (two, &error), ==, CAB_STEP_ROW);
  g_assert_cmpint (cab_statement_get_integer (one, 0), ==, 1);
  g_assert_cmpint (cab_statement_get_integer (two, 0), ==, 2);
  cab_statement_free (two);
  cab_statement_free (one);

  /* Only the first was kept, and is handed out again. */
  g_assert_cmpuint (db->all->len, ==, 1);
  two = new_statement (db, "SELECT 1 UNION SELECT 2");
  g_assert_true (one == two);
  cab_statement_free (two);

  close_db (db);
}

/* [V-23] what was prepared past the authorizer is not handed to others */
static void
test_trust_is_not_lent (void)
{
  CabDb *db = open_db ();
  g_autoptr (GError) error = NULL;
  CabStatement *trusted;
  CabStatement *other;

  cab_db_guard (db, TRUE);
  trusted = cab_statement_new_trusted (db, "PRAGMA user_version", action, &error);
  g_assert_no_error (error);
  cab_statement_free (trusted);

  g_test_expect_message ("cabinet-vault", G_LOG_LEVEL_CRITICAL, "*does not take*");
  other = cab_statement_new (db, "PRAGMA user_version", action, &error);
  g_test_assert_expected_messages ();
  g_assert_null (other);
  g_assert_nonnull (error);

  close_db (db);
}

/* [V-26] each constraint of the file is told apart, and none is called damage */
static void
test_refusals (void)
{
  static const struct
  {
    const char *name;
    const char *sql;
    CabRefusal expected;
  } cases[] = {
    { "primary key", "INSERT INTO thing (id) VALUES (1)", CAB_REFUSAL_UNIQUE },
    { "unique", "INSERT INTO thing (id, b) VALUES (3, 'x')", CAB_REFUSAL_UNIQUE },
    { "check", "INSERT INTO thing (id, b) VALUES (3, 'bad')", CAB_REFUSAL_VALUE },
    { "not null", "INSERT INTO thing (id) VALUES (NULL), (NULL)", CAB_REFUSAL_NONE },
    { "type", "INSERT INTO part (id, thing) VALUES (9, 'x')", CAB_REFUSAL_VALUE },
    { "reference", "INSERT INTO part (thing) VALUES (99)", CAB_REFUSAL_REFERENCE },
    { "trigger", "DELETE FROM part", CAB_REFUSAL_TRIGGER },
  };
  CabDb *db = open_db ();

  cab_db_exec_trusted (db,
                       "INSERT INTO thing (id, b) VALUES (1, 'x');"
                       "INSERT INTO part (id, thing) VALUES (1, 1)",
                       "prepare", NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (CabStatement) statement = new_statement (db, cases[i].sql);
      gboolean done = cab_statement_run (statement, &error);

      if (done != (cases[i].expected == CAB_REFUSAL_NONE)
          || cab_db_get_refusal (error) != cases[i].expected)
        g_error ("%s: refusal %d", cases[i].name, cab_db_get_refusal (error));
      if (!done)
        g_assert_cmpstr (cab_vault_error_get_step (error), ==, action);
    }

  g_assert_cmpint (cab_db_get_refusal (NULL), ==, CAB_REFUSAL_NONE);
  close_db (db);
}

/* [V-22] a value over the limit is refused when the statement runs */
static void
test_oversize_is_refused (void)
{
  CabDb *db = open_db ();
  g_autoptr (GError) error = NULL;
  g_autoptr (CabStatement) statement = new_statement (db, "SELECT length (?1)");
  gsize length = 64 * 1024 * 1024 + 1;
  g_autofree guint8 *bytes = g_malloc0 (length);

  cab_statement_bind_bytes (statement, 1, bytes, length);
  g_assert_cmpint (cab_statement_step (statement, &error), ==, CAB_STEP_ERROR);
  g_assert_error (error, CAB_VAULT_ERROR, CAB_VAULT_ERROR_REFUSED);
  g_assert_cmpint (cab_db_get_refusal (error), ==, CAB_REFUSAL_VALUE);

  /* And it is usable again afterwards. */
  g_clear_error (&error);
  cab_statement_bind_bytes (statement, 1, bytes, 10);
  g_assert_cmpint (cab_statement_step (statement, &error), ==, CAB_STEP_ROW);
  g_assert_cmpint (cab_statement_get_integer (statement, 0), ==, 10);

  g_clear_pointer (&statement, cab_statement_free);
  close_db (db);
}

/* [V-170] a statement that leaked is reported, and answers "locked" afterwards */
static void
test_a_leak_is_found_at_close (void)
{
  CabDb *db = open_db ();
  g_autoptr (GError) error = NULL;
  CabStatement *kept = new_statement (db, "SELECT id FROM thing");
  CabStatement *extra = new_statement (db, "SELECT id FROM thing");

  g_test_expect_message ("cabinet-vault", G_LOG_LEVEL_CRITICAL, "2 statements outlive*");
  g_assert_true (cab_db_close (db, &error));
  g_test_assert_expected_messages ();

  cab_statement_bind_integer (kept, 1, 1);
  g_assert_cmpint (cab_statement_step (kept, &error), ==, CAB_STEP_ERROR);
  g_assert_error (error, CAB_VAULT_ERROR, CAB_VAULT_ERROR_LOCKED);
  cab_statement_reset (kept);
  cab_statement_free (kept);
  cab_statement_free (extra);
}

/* [V-24] a statement stays usable when the schema changes under it */
static void
test_stale_statement_is_prepared_anew (void)
{
  CabDb *db = open_db ();
  g_autoptr (GError) error = NULL;
  g_autoptr (CabStatement) trusted = NULL;
  gint64 expected = 0;

  for (int round = 0; round < 2; round++)
    {
      g_clear_pointer (&trusted, cab_statement_free);
      trusted = cab_statement_new_trusted (db, "SELECT count(*) FROM pragma_table_info ('thing')",
                                           action, &error);
      g_assert_no_error (error);
      g_assert_cmpint (cab_statement_step (trusted, &error), ==, CAB_STEP_ROW);
      expected = cab_statement_get_integer (trusted, 0);
      cab_statement_reset (trusted);

      cab_db_exec_trusted (db, "ALTER TABLE thing ADD COLUMN c TEXT", "change the schema", NULL);
      cab_db_guard (db, TRUE);
      g_assert_cmpint (cab_statement_step (trusted, &error), ==, CAB_STEP_ROW);
      g_assert_no_error (error);
      g_assert_cmpint (cab_statement_get_integer (trusted, 0), ==, expected + 1);
      cab_db_guard (db, FALSE);
      cab_db_exec_trusted (db, "ALTER TABLE thing DROP COLUMN c", "change it back", NULL);
    }

  g_clear_pointer (&trusted, cab_statement_free);
  close_db (db);
}

static gpointer
step_elsewhere (gpointer data)
{
  cab_statement_step (data, NULL);

  return NULL;
}

/* [V-24] a statement is used only on its connection's thread */
static void
test_other_thread_stops_the_program (void)
{
  if (g_test_subprocess ())
    {
      CabDb *db = open_db ();
      CabStatement *statement = new_statement (db, "SELECT 1");

      g_thread_join (g_thread_new ("other", step_elsewhere, statement));
      return;
    }

  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_failed ();
  g_test_trap_assert_stderr ("*g_thread_self*");
}

/* [V-40] names in SQL are lower-case identifiers and nothing else */
static void
test_identifiers (void)
{
  static const char *const bad[] = { "", "1a", "_a", "Client", "a b", "a;", "a\"", "ä", "a-b" };

  if (g_test_subprocess ())
    {
      cab_statement_identifier (g_getenv ("CABINET_NAME"));
      return;
    }

  g_assert_cmpstr (cab_statement_identifier ("date_of_birth2"), ==, "date_of_birth2");
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_setenv ("CABINET_NAME", bad[i], TRUE);
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
      if (g_test_trap_has_passed ())
        g_error ("“%s” was taken for a name", bad[i]);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_assert_true (cab_harden_start (NULL));

  g_test_add_func ("/vault/statement/values-come-back", test_values_come_back);
  g_test_add_func ("/vault/statement/bindings-are-forgotten", test_bindings_are_forgotten);
  g_test_add_func ("/vault/statement/the-same-text-twice", test_the_same_text_twice);
  g_test_add_func ("/vault/statement/trust-is-not-lent", test_trust_is_not_lent);
  g_test_add_func ("/vault/statement/refusals", test_refusals);
  g_test_add_func ("/vault/statement/oversize-is-refused", test_oversize_is_refused);
  g_test_add_func ("/vault/statement/a-leak-is-found-at-close", test_a_leak_is_found_at_close);
  g_test_add_func ("/vault/statement/stale-is-prepared-anew",
                   test_stale_statement_is_prepared_anew);
  g_test_add_func ("/vault/statement/other-thread-stops-the-program",
                   test_other_thread_stops_the_program);
  g_test_add_func ("/vault/statement/identifiers", test_identifiers);

  return g_test_run ();
}
