/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

/* What Cabinet reads of a practice is what anybody reads of it who decrypts its
 * pages with OpenSSL and gives them to SQLite. CABINET_TEST_ROUNDS says how many. */

#include "config.h"

#include <sqlite3.h>
#include <string.h>

#include "cab-attachment.h"
#include "cab-store.h"
#include "cab-test-pages.h"
#include "cab-test-tally.h"
#include "cab-test-work.h"

typedef sqlite3 Plain;
typedef sqlite3_stmt PlainStatement;

static void
plain_close (Plain *plain)
{
  g_assert_cmpint (sqlite3_close (plain), ==, SQLITE_OK);
}

static void
plain_statement_free (PlainStatement *statement)
{
  sqlite3_finalize (statement);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Plain, plain_close)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlainStatement, plain_statement_free)

static Plain *
open_plain (const CabTestVault *test)
{
  g_autoptr (GBytes) bytes = cab_test_pages_decrypt (test->path);
  g_autofree char *path = cab_test_folder_dup_path (&test->aside, "plain");
  gsize length = 0;
  const char *content = g_bytes_get_data (bytes, &length);
  Plain *plain = NULL;

  g_assert_true (g_file_set_contents (path, content, (gssize)length, NULL));
  g_assert_cmpint (sqlite3_open_v2 (path, &plain, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);

  return plain;
}

static PlainStatement *
prepare (Plain *plain, const char *sql, const char *id)
{
  PlainStatement *statement = NULL;

  if (sqlite3_prepare_v2 (plain, sql, -1, &statement, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (plain));
  if (id != NULL)
    g_assert_cmpint (sqlite3_bind_text (statement, 1, id, -1, SQLITE_TRANSIENT), ==, SQLITE_OK);

  return statement;
}

static gboolean
is_same (PlainStatement *statement, int column, const CabValue *value)
{
  gsize length = (gsize)sqlite3_column_bytes (statement, column);

  switch (value->type)
    {
    case CAB_VALUE_NONE:
      return sqlite3_column_type (statement, column) == SQLITE_NULL;
    case CAB_VALUE_INTEGER:
      return sqlite3_column_type (statement, column) == SQLITE_INTEGER
             && sqlite3_column_int64 (statement, column) == value->integer;
    case CAB_VALUE_REAL:
      return sqlite3_column_type (statement, column) == SQLITE_FLOAT
             && sqlite3_column_double (statement, column) == value->real;
    case CAB_VALUE_TEXT:
      return sqlite3_column_type (statement, column) == SQLITE_TEXT
             && length == strlen (value->text)
             && memcmp (sqlite3_column_text (statement, column), value->text, length) == 0;
    case CAB_VALUE_BYTES:
      return sqlite3_column_type (statement, column) == SQLITE_BLOB
             && length == g_bytes_get_size (value->bytes)
             && memcmp (sqlite3_column_blob (statement, column),
                        g_bytes_get_data (value->bytes, NULL), length)
                    == 0;
    }
  g_return_val_if_reached (FALSE);
}

static char *
dup_select (const CabKind *kind)
{
  GString *sql = g_string_new ("SELECT ");

  for (guint i = 0; i < cab_kind_get_n_fields (kind); i++)
    if (cab_kind_has_field (kind, i))
      g_string_append_printf (sql, "%s, ", cab_kind_get_field (kind, i)->name);
  g_string_truncate (sql, sql->len - 2);
  g_string_append_printf (sql, " FROM %s WHERE id = ?", kind->table);

  return g_string_free (sql, FALSE);
}

static void
compare_record (Plain *plain, CabRecord *record)
{
  const CabKind *kind = cab_record_get_kind (record);
  g_autofree char *sql = dup_select (kind);
  g_autoptr (PlainStatement) statement = prepare (plain, sql, cab_record_get_id (record));
  int column = 0;

  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  for (guint i = 0; i < cab_kind_get_n_fields (kind); i++)
    if (cab_kind_has_field (kind, i)
        && !is_same (statement, column++, cab_record_get_value (record, i)))
      g_error ("%s.%s is read differently", kind->table, cab_kind_get_field (kind, i)->name);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_DONE);
}

static void
compare_content (Plain *plain, CabPractice *practice, CabRecord *attachment)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) content = cab_test_work_dup_content (practice, attachment, &error);
  g_autoptr (PlainStatement) statement
      = prepare (plain, "SELECT bytes FROM blob_chunk WHERE blob_id = ? ORDER BY sequence",
                 cab_record_get_text (attachment, CAB_OWN (CAB_ATTACHMENT_FIELD_CONTENT)));
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  g_assert_no_error (error);
  while (sqlite3_step (statement) == SQLITE_ROW)
    g_byte_array_append (bytes, sqlite3_column_blob (statement, 0),
                         (guint)sqlite3_column_bytes (statement, 0));
  g_assert_cmpmem (bytes->data, bytes->len, g_bytes_get_data (content, NULL),
                   g_bytes_get_size (content));
}

/* Returns: how many records were compared */
static guint
compare_kind (Plain *plain, CabPractice *practice, const CabKind *kind)
{
  const CabFilter all = CAB_FILTER_ALL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = cab_practice_list (practice, kind, &all, &error);
  g_autofree char *count = g_strdup_printf ("SELECT count (*) FROM %s", kind->table);
  g_autoptr (PlainStatement) statement = prepare (plain, count, NULL);

  g_assert_no_error (error);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  g_assert_cmpint (sqlite3_column_int64 (statement, 0), ==, records->len);
  for (guint i = 0; i < records->len; i++)
    {
      compare_record (plain, records->pdata[i]);
      if (kind == &cab_attachment_kind)
        compare_content (plain, practice, records->pdata[i]);
    }

  return records->len;
}

static void
fill (CabPractice *practice)
{
  guint n = (guint)g_test_rand_int_range (1, 5);

  for (guint i = 0; i < n; i++)
    {
      guint number = (guint)g_test_rand_int_range (0, 1000);
      g_autoptr (CabRecord) client = cab_test_work_add_client (practice, number, NULL);
      const char *id = cab_record_get_id (client);

      for (int j = g_test_rand_int_range (0, 6); j > 0; j--)
        g_object_unref (cab_test_work_add_note (practice, id, number + (guint)j, NULL));
      for (int j = g_test_rand_int_range (0, 3); j > 0; j--)
        g_object_unref (cab_test_work_add_mood (practice, id, number + (guint)j, NULL));
      for (int j = g_test_rand_int_range (0, 2); j > 0; j--)
        g_object_unref (cab_test_work_add_file (practice, id, number + (guint)j, NULL));
    }
}

/* [V-223] Cabinet reads, field by field, what stands in the decrypted pages */
static void
test_read (void)
{
  CabTestTally tally = cab_test_tally_begin ("V-223", "practices read twice");
  guint rounds = cab_test_work_get_rounds (g_test_slow () ? 1000 : 50);
  guint n_records = 0;

  for (guint round = 0; round < rounds; round++)
    {
      CabTestVault test = { 0 };
      g_autoptr (CabPractice) practice = cab_test_work_begin (&test);
      g_autoptr (Plain) plain = NULL;
      g_autoptr (GError) error = NULL;

      fill (practice);
      g_clear_object (&practice);
      plain = open_plain (&test);
      practice = cab_test_work_open (&test, CAB_TEST_PASSPHRASE, CAB_VAULT_OPEN_READ_ONLY, &error);
      g_assert_no_error (error);
      for (guint i = 0; cab_kinds[i] != NULL; i++)
        if (!cab_kinds[i]->without_system_fields)
          n_records += compare_kind (plain, practice, cab_kinds[i]);
      g_clear_pointer (&plain, plain_close);
      g_clear_object (&practice);
      cab_test_vault_clear (&test);
    }
  g_test_message ("%u records", n_records);
  g_assert_cmpuint (n_records, >, rounds * 5);
  cab_test_tally_end (&tally, rounds, rounds);
}

int
main (int argc, char **argv)
{
  cab_test_work_use_memory ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/differential/read", test_read);

  return g_test_run ();
}
