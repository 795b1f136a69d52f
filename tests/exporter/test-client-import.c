/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#include "config.h"

#include "cab-client-import.h"

#include <gio/gio.h>
#include <string.h>

#include "cab-codes.h"
#include "cab-consent-event.h"
#include "cab-model-error.h"
#include "cab-test-practice.h"

#define OWN(field) CAB_OWN (CAB_CLIENT_FIELD_##field)

/* The test practice stands at 2026-03-02T10:00:00Z. */

static CabClientImport *
look (CabTestPractice *test, GBytes *bytes, CabClientStatus status)
{
  g_autoptr (CabClientMap) map = cab_client_map_new (NULL);
  g_autoptr (GError) error = NULL;
  CabClientCsv *csv
      = cab_client_csv_read (bytes, "people.csv", map, CAB_TEST_PRACTICE_TODAY, 18, &error);
  CabClientImport *import;

  g_assert_no_error (error);
  import = cab_client_import_look (test->practice, csv, status, NULL, NULL, NULL, &error);
  g_assert_no_error (error);

  return import;
}

static CabClientImport *
look_at_text (CabTestPractice *test, const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return look (test, bytes, CAB_CLIENT_STATUS_ENQUIRY);
}

static void
run (CabTestPractice *test, CabClientImport *import)
{
  g_autoptr (GError) error = NULL;

  cab_client_import_run (import, test->practice, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

static gint64
count (CabTestPractice *test, const CabKind *kind)
{
  const CabFilter filter = CAB_FILTER_ALL;
  g_autoptr (GError) error = NULL;
  gint64 n = cab_practice_count (test->practice, kind, &filter, &error);

  g_assert_no_error (error);
  return n;
}

static void
assert_counts (const CabClientImport *import,
               guint new,
               guint same,
               guint different,
               guint possibly)
{
  g_assert_cmpuint (import->counts[CAB_CLIENT_MATCH_NEW], ==, new);
  g_assert_cmpuint (import->counts[CAB_CLIENT_MATCH_SAME], ==, same);
  g_assert_cmpuint (import->counts[CAB_CLIENT_MATCH_DIFFERENT], ==, different);
  g_assert_cmpuint (import->counts[CAB_CLIENT_MATCH_POSSIBLY], ==, possibly);
}

/* (transfer full): the one client of that given name. */
static CabRecord *
find (CabTestPractice *test, const char *given_name)
{
  CabFilter filter = CAB_FILTER_ALL;
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GError) error = NULL;

  filter.field = OWN (GIVEN_NAME);
  filter.equals = given_name;
  found = cab_practice_list (test->practice, &cab_client_kind, &filter, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, 1);

  return g_object_ref (found->pdata[0]);
}

static void
assert_text (CabRecord *client, guint field, const char *expected)
{
  g_autofree char *text = cab_record_dup_text (client, field);

  g_assert_cmpstr (text, ==, expected);
}

static const char people[] = "id,first name,last name,dob,email,date of death,ssn,colour\n"
                             "7,Ada,Grey,1990-03-02,ada@example.org,,123-45-6789,red\n"
                             "8,Ben,,1980,,,,blue\n"
                             "9,Cleo,Stone,1950-01-02,,2020-05-06,,\n"
                             "10,Dan,Hill,1950-01-02,,2020,,\n";

/* [B-83], [M-22] enquiries without consent and basis; who has died is archived */
static void
test_new_people (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabClientImport) import = look_at_text (&test, people);
  g_autoptr (CabRecord) ada = NULL;
  g_autoptr (CabRecord) cleo = NULL;
  g_autoptr (CabRecord) dan = NULL;

  assert_counts (import, 4, 0, 0, 0);
  g_assert_cmpuint (import->n_died, ==, 2);
  g_assert_cmpuint (import->n_columns_left, ==, 2);
  g_assert_cmpint (count (&test, &cab_client_kind), ==, 0);
  run (&test, import);
  g_assert_cmpint (count (&test, &cab_client_kind), ==, 4);
  g_assert_cmpint (count (&test, &cab_consent_event_kind), ==, 0);
  g_assert_cmpint (cab_test_practice_count_audit (&test, "import"), ==, 1);

  ada = find (&test, "Ada");
  assert_text (ada, OWN (STATUS), "enquiry");
  assert_text (ada, OWN (DATE_OF_BIRTH), "1990-03-02");
  assert_text (ada, OWN (EMAIL), "ada@example.org");
  assert_text (ada, OWN (HEALTH_ID), NULL);
  assert_text (ada, CAB_SYSTEM_ORIGIN, "provided");
  assert_text (ada, CAB_SYSTEM_SOURCE, "csv:built-in:7");
  assert_text (ada, CAB_SYSTEM_BASIS6, "not-applicable");
  assert_text (ada, CAB_SYSTEM_BASIS9, "none");
  assert_text (ada, CAB_SYSTEM_BUNDLE, import->csv->sha256);
  g_assert_true (g_str_has_prefix (cab_record_get_text (ada, OWN (REFERENCE)), "C-"));

  cleo = find (&test, "Cleo");
  assert_text (cleo, OWN (STATUS), "archived");
  assert_text (cleo, OWN (END_REASON), "died");
  assert_text (cleo, OWN (DIED_ON), "2020-05-06");
  assert_text (cleo, OWN (ENDED_ON), "2020-05-06");

  dan = find (&test, "Dan");
  assert_text (dan, OWN (DIED_ON), "2020");
  assert_text (dan, OWN (ENDED_ON), NULL);
}

/* [B-83] the caller may have everybody archived */
static void
test_archived (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static (people, strlen (people));
  g_autoptr (CabClientImport) import = look (&test, bytes, CAB_CLIENT_STATUS_ARCHIVED);
  g_autoptr (CabRecord) ada = NULL;

  run (&test, import);
  ada = find (&test, "Ada");
  assert_text (ada, OWN (STATUS), "archived");
  assert_text (ada, OWN (END_REASON), NULL);
}

/* [B-83] the same source is the same person; what differs is listed and stays */
static void
test_again (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabClientImport) first = look_at_text (&test, people);
  g_autoptr (CabClientImport) second = NULL;
  g_autoptr (CabClientImport) third = NULL;
  g_autoptr (CabRecord) ada = NULL;
  const CabClientCandidate *candidate;
  gint64 n_rows;

  run (&test, first);
  ada = find (&test, "Ada");
  cab_record_set_text (ada, OWN (PHONE), "020 7946 0000");
  cab_test_assert_saves (&test, ada);

  second = look_at_text (&test, people);
  assert_counts (second, 0, 4, 0, 0);
  n_rows = cab_test_practice_count_audit (&test, "import");
  run (&test, second);
  g_assert_cmpint (cab_test_practice_count_audit (&test, "import"), ==, n_rows);

  third = look_at_text (&test, "id,first name,last name,email\n"
                               "7,Ada,Black,ada@example.com\n"
                               "8,Ben,,\n"
                               "11,Eve,,\n");
  assert_counts (third, 1, 1, 1, 0);
  candidate = g_ptr_array_index (third->candidates, 0);
  g_assert_cmpstr (cab_record_get_id (candidate->known), ==, cab_record_get_id (ada));
  g_assert_cmpuint (candidate->differing->len, ==, 2);
  g_assert_cmpstr (candidate->differing->pdata[0], ==, "family_name");
  g_assert_cmpstr (candidate->differing->pdata[1], ==, "email");
  run (&test, third);
  g_assert_cmpint (count (&test, &cab_client_kind), ==, 5);
  g_clear_object (&ada);
  ada = find (&test, "Ada");
  assert_text (ada, OWN (FAMILY_NAME), "Grey");
}

/* [B-83], [M-11] without an id nobody is taken for somebody else without a yes */
static void
test_possibly_the_same (void)
{
  static const char nameless_ids[] = "first name,last name,dob\n"
                                     "Ada,Grey,1990-03-02\n"
                                     "Ada,Grey,1990-03-02\n"
                                     "Ada,Grey,1991-03-02\n"
                                     "Mo,,\n";
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabClientImport) first = look_at_text (&test, nameless_ids);
  g_autoptr (CabClientImport) second = NULL;
  CabClientCandidate *candidate;

  assert_counts (first, 3, 0, 0, 1);
  run (&test, first);
  g_assert_cmpint (count (&test, &cab_client_kind), ==, 3);

  second = look_at_text (&test, nameless_ids);
  assert_counts (second, 0, 0, 0, 4);
  g_assert_cmpuint (cab_client_import_count_taken (second), ==, 0);
  candidate = g_ptr_array_index (second->candidates, 3);
  candidate->is_ticked = TRUE;
  g_assert_cmpuint (cab_client_import_count_taken (second), ==, 1);
  run (&test, second);
  g_assert_cmpint (count (&test, &cab_client_kind), ==, 4);
}

static const struct
{
  const char *name;
  const char *text;
  const char *sentence;
} wrong[] = {
  { "a date that is none", "first name,dob\nAda,1990-03-02\nBen,1990-02-31\n",
    "people.csv, row 3, date_of_birth: 1990-02-31 is no date. Nothing was changed." },
  { "a birth to come", "first name,dob\nAda,1990-03-02\nBen,2027-01-01\n",
    "people.csv, row 3, date_of_birth: 2027-01-01 is after today. Nothing was changed." },
  { "an e-mail without its sign", "first name,email\nAda,ada@example.org\nBen,nobody\n", NULL },
  { "the first of two by row, whoever found it",
    "first name,phone,dob\nAda,zero,1990-03-02\nBen,,1990-02-31\n", NULL },
};

/* [B-84], [M-17] one row at fault stops all of them, and is named */
static void
test_one_wrong_row (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_auto (CabTestPractice) test = cab_test_practice_new ();
      g_autoptr (CabClientImport) import = look_at_text (&test, wrong[i].text);
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", wrong[i].name);
      g_assert_false (cab_client_import_run (import, test.practice, NULL, NULL, NULL, &error));
      g_assert_error (error, CAB_EXPORT_ERROR, CAB_EXPORT_ERROR_CLIENT_ROWS);
      if (wrong[i].sentence != NULL)
        g_assert_cmpstr (error->message, ==, wrong[i].sentence);
      g_test_message ("%s", error->message);
      g_assert_cmpint (count (&test, &cab_client_kind), ==, 0);
      g_assert_cmpint (cab_test_practice_count_audit (&test, "import"), ==, 0);
    }
}

/* (nullable): skips the test where the shared data is not there. */
static GBytes *
load_vector (void)
{
  const char *shared = g_getenv ("CABINET_SHARED");
  g_autofree char *folder = g_build_filename (g_getenv ("CABINET_SOURCE"), "..", "shared", NULL);
  g_autofree char *path = g_build_filename (shared != NULL ? shared : folder, "data",
                                            "synthea-uk-patients.csv", NULL);
  char *text = NULL;
  gsize length = 0;

  if (!g_file_get_contents (path, &text, &length, NULL))
    {
      g_test_skip ("../shared/data/synthea-uk-patients.csv is not there");
      return NULL;
    }

  return g_bytes_new_take (text, length);
}

static gboolean
assert_synthea_client (CabRecord *client, gpointer data, GError **error)
{
  g_autofree char *country = cab_record_dup_text (client, OWN (COUNTRY));
  g_autofree char *gender = cab_record_dup_text (client, OWN (GENDER));

  g_assert_cmpstr (country, ==, "GB");
  g_assert_true (g_str_equal (gender, "male") || g_str_equal (gender, "female"));
  return TRUE;
}

/* [B-85] the vector, twice */
static void
test_vector (void)
{
  g_autoptr (GBytes) bytes = load_vector ();
  const CabFilter filter = CAB_FILTER_ALL;
  g_auto (CabTestPractice) test = { 0 };
  g_autoptr (CabClientImport) first = NULL;
  g_autoptr (CabClientImport) second = NULL;
  g_autoptr (GError) error = NULL;

  if (bytes == NULL)
    return;

  test = cab_test_practice_new ();
  first = look (&test, bytes, CAB_CLIENT_STATUS_ENQUIRY);
  assert_counts (first, 543, 0, 0, 0);
  g_assert_cmpuint (first->csv->faults->len, ==, 0);
  g_assert_cmpuint (first->n_died, ==, 69);
  g_assert_cmpuint (first->n_former_names, ==, 139);
  g_assert_cmpuint (first->n_columns_left, ==, 12);
  g_assert_cmpuint (first->csv->warnings[CAB_CLIENT_WARNING_DIGITS], ==, 543);
  g_assert_cmpuint (first->csv->warnings[CAB_CLIENT_WARNING_OLD], ==, 2);
  run (&test, first);
  g_assert_cmpint (count (&test, &cab_client_kind), ==, 543);
  cab_practice_each (test.practice, &cab_client_kind, &filter, assert_synthea_client, NULL, &error);
  g_assert_no_error (error);

  second = look (&test, bytes, CAB_CLIENT_STATUS_ENQUIRY);
  assert_counts (second, 0, 543, 0, 0);
}

/* [B-81], [B-85] what is not taken is nowhere in the practice */
static gboolean
assert_no_number (CabRecord *client, gpointer data, GError **error)
{
  g_autoptr (GRegex) number = g_regex_new ("[0-9]{3}-[0-9]{2}-[0-9]{4}", 0, 0, NULL);

  for (guint i = 0; i < cab_kind_get_n_fields (&cab_client_kind); i++)
    {
      g_autofree char *text = NULL;

      if (cab_kind_get_field (&cab_client_kind, i)->type == CAB_FIELD_BYTES)
        continue;
      text = cab_record_dup_text (client, i);
      if (text != NULL)
        g_assert_false (g_regex_match (number, text, 0, NULL));
    }

  return TRUE;
}

static void
test_no_national_number (void)
{
  g_autoptr (GBytes) bytes = load_vector ();
  const CabFilter filter = CAB_FILTER_ALL;
  g_auto (CabTestPractice) test = { 0 };
  g_autoptr (CabClientImport) import = NULL;
  g_autoptr (GError) error = NULL;

  if (bytes == NULL)
    return;

  test = cab_test_practice_new ();
  import = look (&test, bytes, CAB_CLIENT_STATUS_ENQUIRY);
  run (&test, import);
  cab_practice_each (test.practice, &cab_client_kind, &filter, assert_no_number, NULL, &error);
  g_assert_no_error (error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exporter/client-import/new-people", test_new_people);
  g_test_add_func ("/exporter/client-import/archived", test_archived);
  g_test_add_func ("/exporter/client-import/again", test_again);
  g_test_add_func ("/exporter/client-import/possibly-the-same", test_possibly_the_same);
  g_test_add_func ("/exporter/client-import/one-wrong-row", test_one_wrong_row);
  g_test_add_func ("/exporter/client-import/vector", test_vector);
  g_test_add_func ("/exporter/client-import/no-national-number", test_no_national_number);

  return g_test_run ();
}
