/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

/* The triggers that guard immutable rows, attacked in a plain database made
 * from the migrations: neither the vault's authorizer nor the model's rules stand
 * between, and the checks of single columns are switched off. */

#include "config.h"

#include "cab-kind.h"
#include "cab-store.h"
#include "cab-test-record.h"

#include <sqlite3.h>
#include <string.h>

static sqlite3 *
open_schema (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("CABINET_SOURCE"), "src", "vault", "sql",
                                            "0001-first.sql", NULL);
  g_autofree char *sql = NULL;
  sqlite3 *db = NULL;

  g_assert_true (g_file_get_contents (path, &sql, NULL, NULL));
  g_assert_cmpint (sqlite3_open (":memory:", &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db,
                                 "PRAGMA ignore_check_constraints = ON;"
                                 "INSERT INTO state VALUES (1, 0, 0, zeroblob (32), 0,"
                                 " zeroblob (32), NULL, NULL, NULL, NULL, 0)",
                                 NULL, NULL, NULL),
                   ==, SQLITE_OK);

  return db;
}

static void
insert_filled (sqlite3 *db, const CabKind *kind)
{
  g_autoptr (CabRecord) record = cab_test_record_new_filled (kind, 1, TRUE);
  g_autofree char *sql = cab_store_dup_sql (kind, CAB_STORE_INSERT);
  sqlite3_stmt *statement = NULL;
  int column = 1;

  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL), ==, SQLITE_OK);
  for (guint i = 0; i < cab_kind_get_n_fields (kind); i++)
    {
      const CabValue *value = cab_record_get_value (record, i);

      if (!cab_kind_has_field (kind, i))
        continue;
      if (value->type == CAB_VALUE_TEXT)
        sqlite3_bind_text (statement, column, value->text, -1, SQLITE_TRANSIENT);
      else if (value->type == CAB_VALUE_INTEGER)
        sqlite3_bind_int64 (statement, column, value->integer);
      else if (cab_kind_get_field (kind, i)->type == CAB_FIELD_BYTES)
        sqlite3_bind_zeroblob (statement, column, 32);
      column++;
    }
  g_test_message ("insert a %s", kind->name);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_DONE);
  sqlite3_finalize (statement);
}

/* What classifies a row stays writable, and what every write brings along. */
static gboolean
is_writable (const CabKind *kind, guint field)
{
  if (kind->without_system_fields)
    return FALSE;
  if (field < CAB_N_SYSTEM_FIELDS)
    return field == CAB_SYSTEM_REVISION
           || (cab_system_fields[field].flags & CAB_FLAG_CLASSIFIES) != 0;

  for (const int *at = kind->mutable_fields; at != NULL && *at >= 0; at++)
    {
      if ((guint)CAB_OWN (*at) == field)
        return TRUE;
    }

  return FALSE;
}

static char *
dup_attack (const CabKind *kind, const CabField *field)
{
  switch (cab_field_get_value_type (field))
    {
    case CAB_VALUE_INTEGER:
      return g_strdup_printf ("UPDATE %s SET %s = ifnull (%s, 0) + 1", kind->table, field->name,
                              field->name);
    case CAB_VALUE_TEXT:
      return g_strdup_printf ("UPDATE %s SET %s = ifnull (%s, '') || 'x'", kind->table, field->name,
                              field->name);
    case CAB_VALUE_BYTES:
      return g_strdup_printf ("UPDATE %s SET %s = zeroblob (9)", kind->table, field->name);
    case CAB_VALUE_NONE:
    case CAB_VALUE_REAL:
      break;
    }

  g_assert_not_reached ();
}

/* Tries it and takes it back. Returns: whether a trigger refused it */
static gboolean
is_refused (sqlite3 *db, const char *sql)
{
  int answer;

  sqlite3_exec (db, "SAVEPOINT attack", NULL, NULL, NULL);
  answer = sqlite3_exec (db, sql, NULL, NULL, NULL);
  if (answer != SQLITE_OK)
    g_assert_cmpint (sqlite3_extended_errcode (db), ==, SQLITE_CONSTRAINT_TRIGGER);
  sqlite3_exec (db, "ROLLBACK TO attack; RELEASE attack", NULL, NULL, NULL);

  return answer != SQLITE_OK;
}

static void
attack (sqlite3 *db, const CabKind *kind, gboolean erasing)
{
  g_autofree char *deletion = g_strdup_printf ("DELETE FROM %s", kind->table);

  for (guint i = 0; i < cab_kind_get_n_fields (kind); i++)
    {
      g_autofree char *sql = NULL;

      if (!cab_kind_has_field (kind, i))
        continue;
      sql = dup_attack (kind, cab_kind_get_field (kind, i));
      g_test_message ("%s%s", sql, erasing ? " while erasing" : "");
      g_assert_cmpint (is_refused (db, sql), ==, !erasing && !is_writable (kind, i));
    }

  g_test_message ("%s%s", deletion, erasing ? " while erasing" : "");
  g_assert_cmpint (is_refused (db, deletion), ==, !erasing);
}

/* [M-9] every column of every immutable kind but those that classify; the
 * erasure path is the one exception [V-140] */
static void
test_attacks (void)
{
  sqlite3 *db = open_schema ();
  guint n = 0;

  for (guint i = 0; cab_kinds[i] != NULL; i++)
    {
      const CabKind *kind = cab_kinds[i];

      if (kind->mutability != CAB_IMMUTABLE || strcmp (kind->name, "audit") == 0)
        continue;
      insert_filled (db, kind);
      attack (db, kind, FALSE);
      n++;
    }
  g_assert_cmpuint (n, >=, 8);

  sqlite3_exec (db, "UPDATE state SET erasing = 1", NULL, NULL, NULL);
  for (guint i = 0; cab_kinds[i] != NULL; i++)
    {
      if (cab_kinds[i]->mutability == CAB_IMMUTABLE && strcmp (cab_kinds[i]->name, "audit") != 0)
        attack (db, cab_kinds[i], TRUE);
    }

  sqlite3_close (db);
}

/* [M-9] a state row that is gone opens nothing */
static void
test_no_state (void)
{
  sqlite3 *db = open_schema ();

  sqlite3_exec (db, "DELETE FROM state", NULL, NULL, NULL);
  for (guint i = 0; cab_kinds[i] != NULL; i++)
    {
      const CabKind *kind = cab_kinds[i];
      g_autofree char *deletion = g_strdup_printf ("DELETE FROM %s", kind->table);

      if (kind->mutability != CAB_IMMUTABLE || strcmp (kind->name, "audit") == 0)
        continue;
      insert_filled (db, kind);
      g_test_message ("%s", deletion);
      g_assert_true (is_refused (db, deletion));
    }

  sqlite3_close (db);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/immutable/only-classifying-columns-can-be-written", test_attacks);
  g_test_add_func ("/immutable/missing-state-opens-nothing", test_no_state);

  return g_test_run ();
}
