/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include "cab-disclosure-table.h"

#include <string.h>

#include "cab-client.h"
#include "cab-erasure.h"
#include "cab-test-bundle.h"

static CabRecord *
disclose (CabTestPractice *test, CabRecord *client, const char *recipient, const char *corrects)
{
  return cab_test_save (test, "disclosure", "client_id", cab_record_get_id (client),
                        "direction_kind", "to-third-party", "recipient_name", recipient,
                        "recipient_country", "GB", "what", "Letter, \"as sent\"", "purpose_text",
                        "Asked for", "ground", "law", "channel", "post", "encryption", "paper",
                        corrects != NULL ? "corrects_id" : NULL, corrects, NULL);
}

static char *
dup_table (CabTestPractice *test, const CabDisclosureQuery *query)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  GMemoryOutputStream *memory = G_MEMORY_OUTPUT_STREAM (stream);
  g_autoptr (GError) error = NULL;

  cab_disclosure_table_write (test->practice, query, stream, NULL, &error);
  g_assert_no_error (error);

  return g_strndup (g_memory_output_stream_get_data (memory),
                    g_memory_output_stream_get_data_size (memory));
}

static void
assert_row (char **rows, guint row, const char *expected)
{
  if (strstr (rows[row], expected) == NULL)
    g_error ("row %u is %s, without %s", row, rows[row], expected);
}

/* [W-98], [M-55], [B-32] all that the register tells, by reference and never by name; what
 * could be a formula is text; a correction and what it corrects know of each other */
static void
test_table (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) ada = cab_test_practice_add_client (&test, "Ada");
  g_autoptr (CabRecord) wrong = disclose (&test, ada, "=1+1", NULL);
  g_autoptr (CabRecord) right = disclose (&test, ada, "Dr Okafor", cab_record_get_id (wrong));
  const CabDisclosureQuery all = CAB_DISCLOSURE_QUERY_ALL;
  g_autofree char *table = dup_table (&test, &all);
  g_auto (GStrv) rows = g_strsplit (table, "\r\n", -1);
  const char *reference = cab_record_get_text (ada, CAB_OWN (CAB_CLIENT_FIELD_REFERENCE));
  g_autofree char *whose = g_strdup_printf (
      "\"2026-03-02 10:00\",\"2026-03-02T10:00:00Z\",\"%s\",\"To someone else\",\"'=1+1\",\"GB\","
      "\"Letter, \"\"as sent\"\"\",\"Asked for\",\"Required by law\",\"\",\"Post\",\"Paper\",\"\",",
      reference);

  g_assert_cmpuint (g_strv_length (rows), ==, 4);
  assert_row (rows, 2, whose);
  assert_row (rows, 2, cab_record_get_id (right));
  assert_row (rows, 1, "Dr Okafor");
  assert_row (rows, 1, cab_record_get_id (wrong));
  g_assert_null (strstr (table, "Ada"));
}

/* [V-90] what is damaged or erased is said, and costs no other entry */
static void
test_damaged (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) ada = cab_test_practice_add_client (&test, "Ada");
  g_autoptr (CabRecord) ben = cab_test_practice_add_client (&test, "Ben");
  g_autoptr (CabRecord) first = disclose (&test, ada, "One", NULL);
  g_autoptr (CabRecord) second = disclose (&test, ben, "Two", NULL);
  const CabDisclosureQuery all = CAB_DISCLOSURE_QUERY_ALL;
  g_autoptr (GError) error = NULL;
  g_autofree char *table = NULL;

  cab_erasure_erase (test.practice, ada, CAB_ERASURE_GROUND_MISTAKE, NULL, &error);
  g_assert_no_error (error);
  cab_test_practice_damage (&test, "UPDATE client SET pronouns = 'x' WHERE given_name = 'Ben'");
  cab_test_add_damaged_disclosure (&test);
  table = dup_table (&test, &all);

  g_assert_nonnull (strstr (table, "\"Erased\""));
  g_assert_nonnull (strstr (table, "\"Record damaged\""));
  g_assert_nonnull (strstr (table, "\"Stored copy damaged\""));
  g_assert_nonnull (strstr (table, CAB_TEST_DAMAGED_ID));
  g_assert_nonnull (strstr (table, "\"Two\""));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exporter/disclosure-table/table", test_table);
  g_test_add_func ("/exporter/disclosure-table/damaged", test_damaged);

  return g_test_run ();
}
