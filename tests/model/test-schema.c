/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

/* The file's tables against the field tables, in a plain database made from the
 * migrations: neither the vault nor the model's rules stand between. */

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
  char *message = NULL;
  sqlite3 *db = NULL;

  g_assert_true (g_file_get_contents (path, &sql, NULL, NULL));
  g_assert_cmpint (sqlite3_open (":memory:", &db), ==, SQLITE_OK);
  sqlite3_exec (db, sql, NULL, NULL, &message);
  g_assert_cmpstr (message, ==, NULL);
  sqlite3_exec (db,
                "INSERT INTO state VALUES (1, 0, 0, zeroblob (32), 0, zeroblob (32), NULL, NULL,"
                " NULL, NULL, 0)",
                NULL, NULL, &message);
  g_assert_cmpstr (message, ==, NULL);

  return db;
}

static gboolean
has_table (const CabKind *kind)
{
  return strcmp (kind->name, "audit") != 0;
}

static const char *
get_column_type (const CabField *field)
{
  switch (cab_field_get_value_type (field))
    {
    case CAB_VALUE_INTEGER:
      return "INTEGER";
    case CAB_VALUE_TEXT:
      return "TEXT";
    case CAB_VALUE_BYTES:
      return "BLOB";
    case CAB_VALUE_NONE:
    case CAB_VALUE_REAL:
      break;
    }

  g_assert_not_reached ();
}

static void
compare_columns (sqlite3 *db, const CabKind *kind)
{
  sqlite3_stmt *statement = NULL;
  guint index = 0;

  sqlite3_prepare_v2 (db, "SELECT name, type, \"notnull\" FROM pragma_table_info (?1) ORDER BY cid",
                      -1, &statement, NULL);
  sqlite3_bind_text (statement, 1, kind->table, -1, SQLITE_STATIC);
  for (index = 0; index < cab_kind_get_n_fields (kind); index++)
    {
      const CabField *field = cab_kind_get_field (kind, index);

      if (!cab_kind_has_field (kind, index))
        continue;
      g_test_message ("%s.%s", kind->name, field->name);
      g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
      g_assert_cmpstr ((const char *)sqlite3_column_text (statement, 0), ==, field->name);
      g_assert_cmpstr ((const char *)sqlite3_column_text (statement, 1), ==,
                       get_column_type (field));
      g_assert_cmpint (sqlite3_column_int (statement, 2), ==, field->required == CAB_REQUIRED_YES);
      g_assert_false (sqlite3_keyword_check (field->name, (int)strlen (field->name)));
    }
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_DONE);
  sqlite3_finalize (statement);
}

/* Every reference is a foreign key that restricts, and has an index. */
static void
compare_references (sqlite3 *db, const CabKind *kind)
{
  for (guint i = 0; i < cab_kind_get_n_fields (kind); i++)
    {
      const CabField *field = cab_kind_get_field (kind, i);
      const char *target = field->type == CAB_FIELD_BLOB_REF ? "blob" : field->target;
      sqlite3_stmt *statement = NULL;

      if (target == NULL || !cab_kind_has_field (kind, i))
        continue;
      g_test_message ("%s.%s", kind->name, field->name);
      sqlite3_prepare_v2 (db,
                          "SELECT \"table\", on_delete, on_update FROM pragma_foreign_key_list (?1)"
                          " WHERE \"from\" = ?2",
                          -1, &statement, NULL);
      sqlite3_bind_text (statement, 1, kind->table, -1, SQLITE_STATIC);
      sqlite3_bind_text (statement, 2, field->name, -1, SQLITE_STATIC);
      g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
      g_assert_cmpstr ((const char *)sqlite3_column_text (statement, 0), ==,
                       cab_kind_find (target)->table);
      g_assert_cmpstr ((const char *)sqlite3_column_text (statement, 1), ==, "RESTRICT");
      g_assert_cmpstr ((const char *)sqlite3_column_text (statement, 2), ==, "RESTRICT");
      sqlite3_finalize (statement);

      sqlite3_prepare_v2 (
          db,
          "SELECT 1 FROM pragma_index_list (?1) AS i JOIN pragma_index_info (i.name)"
          " AS c WHERE c.seqno = 0 AND c.name = ?2",
          -1, &statement, NULL);
      sqlite3_bind_text (statement, 1, kind->table, -1, SQLITE_STATIC);
      sqlite3_bind_text (statement, 2, field->name, -1, SQLITE_STATIC);
      g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
      sqlite3_finalize (statement);
    }
}

/* [M-1] every column is named by the field table and the other way round */
static void
test_columns (void)
{
  sqlite3 *db = open_schema ();

  for (guint i = 0; cab_kinds[i] != NULL; i++)
    {
      if (!has_table (cab_kinds[i]))
        continue;
      compare_columns (db, cab_kinds[i]);
      compare_references (db, cab_kinds[i]);
    }

  sqlite3_close (db);
}

/* [M-1] every table is STRICT, belongs to a kind or is on this list, with its reason */
static void
test_tables (void)
{
  static const char *const no_kind[] = {
    "meta",          /* the file's own facts and keys */
    "state",         /* the one row of moving facts */
    "backup_ledger", /* copies of this file, which mean nothing elsewhere */
    "migration",     /* which steps this file has seen */
    "search_row",    /* the index, made again from the records */
    NULL,
  };
  sqlite3 *db = open_schema ();
  sqlite3_stmt *statement = NULL;
  guint n_tables = 0;

  sqlite3_prepare_v2 (db,
                      "SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND"
                      " type = 'table' AND name NOT LIKE 'sqlite_%'",
                      -1, &statement, NULL);
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      const char *name = (const char *)sqlite3_column_text (statement, 0);

      g_test_message ("%s", name);
      g_assert_cmpint (sqlite3_column_int (statement, 1), ==, 1);
      g_assert_true (g_strv_contains (no_kind, name) || cab_kind_find (name) != NULL);
      n_tables++;
    }
  sqlite3_finalize (statement);
  g_assert_cmpuint (n_tables, >, 30);
  sqlite3_close (db);
}

static void
bind_value (sqlite3_stmt *statement, int column, const CabValue *value)
{
  switch (value->type)
    {
    case CAB_VALUE_NONE:
      sqlite3_bind_null (statement, column);
      break;
    case CAB_VALUE_INTEGER:
      sqlite3_bind_int64 (statement, column, value->integer);
      break;
    case CAB_VALUE_TEXT:
      sqlite3_bind_text (statement, column, value->text, -1, SQLITE_TRANSIENT);
      break;
    case CAB_VALUE_BYTES:
      sqlite3_bind_blob (statement, column, g_bytes_get_data (value->bytes, NULL),
                         (int)g_bytes_get_size (value->bytes), SQLITE_TRANSIENT);
      break;
    case CAB_VALUE_REAL:
      g_assert_not_reached ();
    }
}

/* Puts a filled row into the file, with one field replaced, and takes it out
 * again; answers as SQLite does. */
static int
try_row (sqlite3 *db, const CabKind *kind, guint index, const CabValue *instead)
{
  g_autofree char *sql = cab_store_dup_sql (kind, CAB_STORE_INSERT);
  g_autoptr (CabRecord) record = cab_test_record_new_filled (kind, 1, TRUE);
  sqlite3_stmt *statement = NULL;
  int column = 1;
  int result;

  cab_record_set_value (record, index, instead);
  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL), ==, SQLITE_OK);
  for (guint i = 0; i < cab_kind_get_n_fields (kind); i++)
    {
      if (cab_kind_has_field (kind, i))
        bind_value (statement, column++, cab_record_get_value (record, i));
    }

  sqlite3_exec (db, "BEGIN", NULL, NULL, NULL);
  result = sqlite3_step (statement);
  g_test_message ("%s.%s: %s", kind->name, cab_kind_get_field (kind, index)->name,
                  sqlite3_errmsg (db));
  sqlite3_finalize (statement);
  sqlite3_exec (db, "ROLLBACK", NULL, NULL, NULL);

  return result;
}

static void
assert_row (sqlite3 *db, const CabKind *kind, guint index, const char *text, gboolean taken)
{
  CabValue value = CAB_VALUE_INIT;
  int result;

  cab_value_set_text (&value, text);
  result = try_row (db, kind, index, &value);
  g_assert_cmpint (result, ==, taken ? SQLITE_DONE : SQLITE_CONSTRAINT);
  cab_value_clear (&value);
}

/* [M-15] the file takes every code of a list and no other */
static void
test_codes (void)
{
  sqlite3 *db = open_schema ();
  guint n_lists = 0;

  for (guint k = 0; cab_kinds[k] != NULL; k++)
    {
      const CabKind *kind = cab_kinds[k];

      for (guint i = 0; has_table (kind) && i < cab_kind_get_n_fields (kind); i++)
        {
          const CabField *field = cab_kind_get_field (kind, i);

          if (field->type != CAB_FIELD_CODE || !cab_kind_has_field (kind, i))
            continue;
          for (gsize c = 0; c < field->codes->n_codes; c++)
            assert_row (db, kind, i, field->codes->codes[c].code, TRUE);
          assert_row (db, kind, i, "no-such-code", FALSE);
          n_lists++;
        }
    }

  g_assert_cmpuint (n_lists, >, 100);
  sqlite3_close (db);
}

/* [M-10] the file itself refuses each of the 31 characters in each text, and
 * takes their neighbours */
static void
test_portable_text (void)
{
  sqlite3 *db = open_schema ();

  for (guint k = 0; cab_kinds[k] != NULL; k++)
    {
      const CabKind *kind = cab_kinds[k];

      for (guint i = CAB_N_SYSTEM_FIELDS; has_table (kind) && i < cab_kind_get_n_fields (kind); i++)
        {
          const CabField *field = cab_kind_get_field (kind, i);
          static const gunichar bad[] = { 1, 2, 8, 0xB, 0xC, 0xE, 0x1F, 0xFFFE, 0xFFFF };
          static const gunichar good[] = { 0x20, 0x7F, 0xE9, 0xD7FF, 0xE000, 0xFFFD, 0x1F600 };

          if (!cab_field_is_text (field))
            continue;
          /* Texts of one fixed shape, such as an id, are tied to that. */
          if (field->minimum > 0 || (field->type == CAB_FIELD_TEXT && field->maximum == 36)
              || g_str_has_suffix (field->name, "country"))
            continue;
          for (guint c = 0; c < G_N_ELEMENTS (bad); c++)
            {
              char text[16] = "a";

              g_unichar_to_utf8 (bad[c], text + 1);
              assert_row (db, kind, i, text, FALSE);
            }
          for (guint c = 0; c < G_N_ELEMENTS (good); c++)
            {
              char text[16] = "a";

              g_unichar_to_utf8 (good[c], text + 1);
              if (field->maximum == 0 || field->maximum > 10)
                assert_row (db, kind, i, text, TRUE);
            }
        }
    }

  sqlite3_close (db);
}

/* [M-1], [M-4] no hole in any table of fields: label, why, class; X says why */
static void
test_field_tables (void)
{
  for (guint k = 0; cab_kinds[k] != NULL; k++)
    {
      const CabKind *kind = cab_kinds[k];

      g_assert_nonnull (kind->label);
      g_assert_nonnull (kind->label_plural);
      g_assert_true (kind->trash != CAB_TRASH_NEVER || kind->trash_refusal != NULL);
      for (guint i = 0; i < cab_kind_get_n_fields (kind); i++)
        {
          const CabField *field = cab_kind_get_field (kind, i);
          g_auto (GStrv) words = g_strsplit (field->reason != NULL ? field->reason : "", " ", -1);

          g_test_message ("%s.%s", kind->name, field->name);
          g_assert_cmpuint (strlen (field->name), <=, 40);
          g_assert_true (field->label != NULL && *field->label != '\0');
          g_assert_true (field->why != NULL && g_str_has_suffix (field->why, "."));
          g_assert_true (field->right != CAB_RIGHT_UNSET);
          g_assert_cmpuint (field->since, >=, 1);
          g_assert_true ((field->type == CAB_FIELD_REF) == (field->target != NULL));
          g_assert_true (field->target == NULL || cab_kind_find (field->target) != NULL);
          if (field->flags & CAB_FLAG_INTERNAL)
            g_assert_cmpuint (g_strv_length (words), >=, 3);
          if (field->type == CAB_FIELD_LOCAL)
            g_assert_cmpint (cab_kind_get_field (kind, i + 1)->type, ==, CAB_FIELD_ZONE);
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/schema/no-hole-in-a-field-table", test_field_tables);
  g_test_add_func ("/model/schema/columns-equal-fields", test_columns);
  g_test_add_func ("/model/schema/tables-are-strict-and-known", test_tables);
  g_test_add_func ("/model/schema/every-code-and-no-other", test_codes);
  g_test_add_func ("/model/schema/portable-text", test_portable_text);

  return g_test_run ();
}
