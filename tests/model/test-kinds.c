/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

/* One loop over all kinds: what a record says survives the encrypted file, each
 * change leaves its audit row, each damaged row is noticed. */

#include "config.h"

#include "cab-kind.h"

#include "cab-audit-record.h"
#include "cab-model-error.h"
#include "cab-statement.h"
#include "cab-store.h"
#include "cab-test-practice.h"
#include "cab-test-record.h"
#include "cab-vault-error.h"

#include <string.h>

static gboolean
has_table (const CabKind *kind)
{
  return !kind->without_system_fields;
}

/* One filled record of each kind, in one transaction, since they refer to each
 * other in circles. */
static gboolean
store_filled (CabPractice *practice, gpointer data, GError **error)
{
  g_autoptr (CabStore) store = cab_store_new (cab_practice_get_vault (practice));
  gboolean whole = GPOINTER_TO_INT (data);

  for (guint k = 0; cab_kinds[k] != NULL; k++)
    {
      g_autoptr (CabRecord) record = cab_test_record_new_filled (cab_kinds[k], 1, whole);

      if (has_table (cab_kinds[k]) && !cab_store_insert (store, record, error))
        return FALSE;
    }

  return cab_practice_audit_act (practice, "import", NULL, NULL, NULL, error);
}

static void
assert_equal (CabRecord *a, CabRecord *b)
{
  const CabKind *kind = cab_record_get_kind (a);

  for (guint i = 0; i < cab_kind_get_n_fields (kind); i++)
    {
      g_test_message ("%s.%s", kind->name, cab_kind_get_field (kind, i)->name);
      if (i != CAB_SYSTEM_CONTENT_DIGEST)
        g_assert_true (cab_value_equal (cab_record_get_value (a, i), cab_record_get_value (b, i)));
    }
}

static void
check_survival (gboolean whole)
{
  g_auto (CabTestPractice) test = cab_test_practice_new_bare ();
  g_autoptr (GError) error = NULL;

  cab_practice_transact (test.practice, "store one of each", store_filled, GINT_TO_POINTER (whole),
                         &error);
  g_assert_no_error (error);
  cab_test_practice_reopen (&test, CAB_VAULT_OPEN_NORMAL);

  for (guint k = 0; cab_kinds[k] != NULL; k++)
    {
      const CabKind *kind = cab_kinds[k];
      g_autoptr (CabRecord) filled = cab_test_record_new_filled (kind, 1, whole);
      g_autoptr (CabRecord) loaded = NULL;
      g_autofree char *id = cab_test_record_dup_id (kind, 1);

      if (!has_table (kind))
        continue;
      loaded = cab_practice_load (test.practice, kind, id, &error);
      g_assert_no_error (error);
      assert_equal (filled, loaded);
      g_assert_false (cab_record_has_changes (loaded));
    }
}

/* [M-1] every field of every kind survives save, close, open, load */
static void
test_whole_records_survive (void)
{
  check_survival (TRUE);
}

/* [M-2] so does a record with nothing optional */
static void
test_least_records_survive (void)
{
  check_survival (FALSE);
}

/* Changes a row behind the model's back, in a transaction that looks in order. */
static gboolean
run_sql (CabPractice *practice, gpointer data, GError **error)
{
  return cab_db_exec (cab_practice_get_db (practice), data, "change a row", error)
         && cab_practice_audit_act (practice, "change", NULL, NULL, NULL, error);
}

/* [V-90] a row that was changed outside the model is never shown as the record */
static void
test_changed_rows_are_noticed (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new_bare ();
  g_autoptr (GError) error = NULL;
  guint n_noticed = 0;

  cab_practice_transact (test.practice, "store one of each", store_filled, GINT_TO_POINTER (TRUE),
                         &error);
  g_assert_no_error (error);

  for (guint k = 0; cab_kinds[k] != NULL; k++)
    {
      const CabKind *kind = cab_kinds[k];
      g_autofree char *id = cab_test_record_dup_id (kind, 1);
      g_autofree char *sql = NULL;
      g_autoptr (CabRecord) loaded = NULL;

      /* What triggers and the authorizer guard cannot be changed this way. */
      if (!has_table (kind) || strcmp (kind->name, "tombstone") == 0)
        continue;
      sql = g_strdup_printf ("UPDATE %s SET created_at = '2027-01-01T00:00:00Z'", kind->table);
      if (!cab_practice_transact (test.practice, "change a row", run_sql, sql, NULL))
        continue;

      g_test_message ("%s", kind->name);
      loaded = cab_practice_load (test.practice, kind, id, &error);
      g_assert_null (loaded);
      g_assert_error (error, CAB_VAULT_ERROR, CAB_VAULT_ERROR_CONTENT);
      g_clear_error (&error);
      n_noticed++;
    }

  g_assert_cmpuint (n_noticed, >, 15);
  g_assert_cmpint (cab_test_practice_count_audit (&test, "content-damaged"), ==, n_noticed);
}

/* [M-57] the log's rows are records too, the newest tells of the last act */
static void
test_audit_rows_are_records (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  const CabFilter all = CAB_FILTER_ALL;
  g_autoptr (CabRecord) client = cab_test_practice_add_client (&test, "Ada");
  const CabFilter hers = { .client_id = cab_record_get_id (client), .trashed = -1 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = cab_practice_list (test.practice, &cab_audit_kind, &all, &error);
  CabRecord *last;

  g_assert_no_error (error);
  g_assert_cmpint (rows->len, ==, cab_practice_count (test.practice, &cab_audit_kind, &all, NULL));
  last = g_ptr_array_index (rows, rows->len - 1);
  g_assert_cmpstr (cab_record_get_text (last, CAB_OWN (CAB_AUDIT_FIELD_ACT)), ==, "create");
  g_assert_cmpstr (cab_record_get_text (last, CAB_OWN (CAB_AUDIT_FIELD_SUBJECT_ID)), ==,
                   cab_record_get_id (client));
  g_assert_cmpstr (cab_record_get_text (last, CAB_OWN (CAB_AUDIT_FIELD_ACTOR_ID)), ==,
                   cab_practice_get_owner_id (test.practice));
  g_assert_cmpint (cab_practice_count (test.practice, &cab_audit_kind, &hers, NULL), ==, 1);
}

/* tests/golden/sql shows every statement made from a field table */
static void
test_golden_sql (void)
{
  const CabFilter all = CAB_FILTER_ALL;
  const CabFilter of_client = { .client_id = "", .trashed = 0 };

  for (guint k = 0; cab_kinds[k] != NULL; k++)
    {
      const CabKind *kind = cab_kinds[k];
      g_autofree char *name = g_strconcat (kind->table, ".sql", NULL);
      g_autofree char *path
          = g_build_filename (g_getenv ("CABINET_SOURCE"), "tests", "golden", "sql", name, NULL);
      g_autofree char *golden = NULL;
      GString *sql = g_string_new (NULL);
      g_autofree char *made = NULL;
      g_autofree char *list = NULL;
      g_autofree char *client_list = NULL;

      if (!has_table (kind))
        {
          g_string_free (sql, TRUE);
          continue;
        }
      for (guint q = 0; q < CAB_N_STORE_QUERIES; q++)
        {
          g_autofree char *one = cab_store_dup_sql (kind, q);

          g_string_append_printf (sql, "%s;\n\n", one);
        }
      list = cab_store_dup_list_sql (kind, &all, FALSE);
      client_list = cab_store_dup_list_sql (kind, &of_client, FALSE);
      g_string_append_printf (sql, "%s;\n\n%s;\n", list, client_list);
      made = g_string_free (sql, FALSE);

      if (g_getenv ("CAB_UPDATE_GOLDEN") != NULL)
        g_assert_true (g_file_set_contents (path, made, -1, NULL));
      g_test_message ("%s", path);
      g_assert_true (g_file_get_contents (path, &golden, NULL, NULL));
      g_assert_cmpstr (made, ==, golden);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/kinds/whole-records-survive", test_whole_records_survive);
  g_test_add_func ("/model/kinds/least-records-survive", test_least_records_survive);
  g_test_add_func ("/model/kinds/changed-rows-are-noticed", test_changed_rows_are_noticed);
  g_test_add_func ("/model/kinds/audit-rows-are-records", test_audit_rows_are_records);
  g_test_add_func ("/model/kinds/golden-sql", test_golden_sql);

  return g_test_run ();
}
