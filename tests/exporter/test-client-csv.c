/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include "cab-client-csv.h"

#include <string.h>

#include "cab-export-error.h"
#include "cab-test-tool.h"

#define TODAY "2026-11-22"

static CabClientCsv *
read_text (const char *text, CabClientMap *map, GError **error)
{
  g_autoptr (CabClientMap) built_in = cab_client_map_new (NULL);
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return cab_client_csv_read (bytes, "people.csv", map != NULL ? map : built_in, TODAY, 18, error);
}

static CabClientCsv *
read_good (const char *text, CabClientMap *map)
{
  g_autoptr (GError) error = NULL;
  CabClientCsv *csv = read_text (text, map, &error);

  g_assert_no_error (error);
  return csv;
}

static const char *
get_value (CabClientCsv *csv, guint position, const char *field)
{
  return cab_client_csv_get_value (csv, g_ptr_array_index (csv->rows, position), field);
}

static const char *
get_sentence (CabClientCsv *csv, guint position)
{
  return ((CabClientFault *)g_ptr_array_index (csv->faults, position))->sentence;
}

/* [B-81] [B-82] columns go to their fields, values to their outside form */
static void
test_rows_become_people (void)
{
  g_autoptr (CabClientCsv) csv = read_good (
      "\xEF\xBB\xBFId;Vorname;Nachname;Geburtsdatum;Sex;Street;Country;Shoe size;SSN\r\n"
      "17; Anna ;Öz;2.3.1990;F;\"1 High St\r\nFlat 2\";Germany;38;123\r\n"
      "18;;Berg;;;;;;\r\n",
      NULL);
  const CabClientCsvRow *row;

  g_assert_cmpuint (csv->faults->len, ==, 0);
  g_assert_cmpuint (csv->rows->len, ==, 2);
  g_assert_cmpuint (csv->columns->len, ==, 9);
  g_assert_cmpstr (get_value (csv, 0, "given_name"), ==, "Anna");
  g_assert_cmpstr (get_value (csv, 0, "family_name"), ==, "Öz");
  g_assert_cmpstr (get_value (csv, 0, "date_of_birth"), ==, "1990-03-02");
  g_assert_cmpstr (get_value (csv, 0, "gender"), ==, "female");
  g_assert_cmpstr (get_value (csv, 0, "address_line_1"), ==, "1 High St, Flat 2");
  g_assert_cmpstr (get_value (csv, 0, "country"), ==, "DE");
  g_assert_null (get_value (csv, 0, "email"));
  g_assert_null (get_value (csv, 1, "given_name"));
  row = g_ptr_array_index (csv->rows, 1);
  g_assert_cmpuint (row->row, ==, 3);
  g_assert_cmpstr (row->source, ==, "csv:built-in:18");
  g_assert_null (((CabClientColumn *)g_ptr_array_index (csv->columns, 7))->target);
  g_assert_false (cab_client_csv_is_taken (g_ptr_array_index (csv->columns, 7)));
  g_assert_false (cab_client_csv_is_taken (g_ptr_array_index (csv->columns, 8)));
  g_assert_cmpuint (strlen (csv->sha256), ==, 64);
}

/* [B-84] every row at fault is named, with field and value; the good ones stay apart */
static void
test_all_rows_at_fault_are_named (void)
{
  g_autoptr (CabClientCsv) csv = read_good ("id,first name,dob,country,email\n"
                                            "1,Anna,31/02/1990,,\n"
                                            "2,Berta,13/2/1990,,\n"
                                            "3,Cara,14/2/1990,Atlantis,\n"
                                            "4,Dora\n"
                                            "5,,15/2/1990,,\n"
                                            "2,Emma,15/2/1990,,\n"
                                            "6,\"Fay\x0bx\",,,\n"
                                            "7,\"G\nx\",,,\n",
                                            NULL);

  g_assert_cmpuint (csv->rows->len, ==, 1);
  g_assert_cmpuint (csv->faults->len, ==, 7);
  g_assert_cmpstr (get_sentence (csv, 0), ==, "row 2, date_of_birth: 31/02/1990 is no date.");
  g_assert_cmpstr (get_sentence (csv, 1), ==,
                   "row 4, country: Atlantis is no country that Cabinet knows.");
  g_assert_cmpstr (get_sentence (csv, 2), ==, "row 5: 2 cells instead of 5.");
  g_assert_cmpstr (get_sentence (csv, 3), ==, "row 6: there is no name.");
  g_assert_cmpstr (get_sentence (csv, 4), ==, "row 7, source: row 3 has the same one.");
  g_assert_true (g_str_has_prefix (get_sentence (csv, 5), "row 8, given_name: "));
  g_assert_true (g_str_has_prefix (get_sentence (csv, 6), "row 9, given_name: "));
}

/* [B-81] [B-82] what cannot be settled blocks, and says which column */
static void
test_open_questions_block (void)
{
  static const struct
  {
    const char *table;
    const char *name;
    const char *shown;
  } cases[] = {
    { "mobile,phone,name\n1,2,x\n", "client-clash", "phone (mobile, phone)" },
    { "state,county,name\nBavaria,x,x\n", "client-clash", "region (state, county)" },
    { "dob,email\n1990-01-01,a@b\n", "client-no-name", "people.csv" },
    { "name,dob\nx,1/2/1990\n", "client-date-order", "‘dob’" },
    { "name,dob\nx,13/2/90\n", "client-short-years", "‘dob’" },
    { "name,dob\nx,\"1\n", "csv-open-quote", "row 2" },
    { "", "csv-no-header", "people.csv" },
    { "name,city\nx,caf\xE9\n", "csv-encoding", "people.csv" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (CabClientCsv) csv = read_text (cases[i].table, NULL, &error);

      g_assert_null (csv);
      g_assert_cmpuint (error->domain, ==, CAB_EXPORT_ERROR);
      if (strcmp (cab_export_error_get_name (error->code), cases[i].name) != 0
          || strstr (error->message, cases[i].shown) == NULL)
        g_error ("%s: %s", cases[i].name, error->message);
    }
}

/* [B-80] [B-82] and a map answers each of them */
static void
test_map_answers_open_questions (void)
{
  g_autoptr (CabClientMap) map = cab_client_map_new ("mine");
  g_autoptr (CabClientCsv) csv = NULL;

  cab_client_map_set_target (map, "mobile", CAB_CLIENT_TARGET_LEAVE);
  cab_client_map_set_date_order (map, "date_of_birth", CAB_DATE_ORDER_MDY);
  cab_client_map_set_century (map, "date_of_birth", 1900);
  cab_client_map_set_encoding (map, CAB_CSV_ENCODING_WINDOWS_1252);
  csv = read_good ("mobile,phone,name,dob,id\n1,2,Ren\xE9,1/2/90,7\n", map);
  g_assert_cmpstr (get_value (csv, 0, "given_name"), ==, "René");
  g_assert_cmpstr (get_value (csv, 0, "date_of_birth"), ==, "1990-01-02");
  g_assert_cmpstr (get_value (csv, 0, "phone"), ==, "2");
  g_assert_cmpstr (((CabClientCsvRow *)g_ptr_array_index (csv->rows, 0))->source, ==, "csv:mine:7");
}

/* [B-82] a state that is a country everywhere is the country, else the region */
static void
test_state_may_be_the_country (void)
{
  g_autoptr (CabClientCsv) country
      = read_good ("name,state,county\nx,UnitedKingdom,Kent\ny,,Essex\nz,France,\n", NULL);
  g_autoptr (CabClientCsv) region = read_good ("name,state\nx,Georgia\ny,Ohio\n", NULL);
  g_autoptr (CabClientCsv) both = read_good ("name,state,country\nx,Georgia,US\n", NULL);
  g_autoptr (CabClientCsv) none = read_good ("name,state\nx,\n", NULL);

  g_assert_cmpstr (get_value (country, 0, "country"), ==, "GB");
  g_assert_cmpstr (get_value (country, 0, "region"), ==, "Kent");
  g_assert_cmpstr (get_value (country, 2, "country"), ==, "FR");
  g_assert_cmpstr (get_value (region, 0, "region"), ==, "Georgia");
  g_assert_null (get_value (region, 0, "country"));
  g_assert_cmpstr (get_value (both, 0, "region"), ==, "Georgia");
  g_assert_cmpstr (get_value (both, 0, "country"), ==, "US");
  g_assert_null (get_value (none, 0, "country"));
}

/* [B-81] a name is never split, unless every row is "Last, First" and a person agrees */
static void
test_names_are_split_only_with_a_yes (void)
{
  static const char table[] = "Full name,email\n\"Berg, Anna\",\n\"van Dyke,  Bo\",\n,b@c\n";
  g_autoptr (CabClientMap) map = cab_client_map_new (NULL);
  g_autoptr (CabClientCsv) whole = read_good (table, NULL);
  g_autoptr (CabClientCsv) split = NULL;
  g_autoptr (CabClientCsv) mixed = NULL;
  g_autoptr (CabClientCsv) parts = NULL;

  g_assert_true (whole->can_split_names);
  g_assert_cmpstr (get_value (whole, 0, "given_name"), ==, "Berg, Anna");
  g_assert_null (get_value (whole, 0, "family_name"));
  g_assert_cmpuint (whole->faults->len, ==, 1);

  cab_client_map_set_splits_names (map, TRUE);
  split = read_good (table, map);
  g_assert_cmpstr (get_value (split, 1, "given_name"), ==, "Bo");
  g_assert_cmpstr (get_value (split, 1, "family_name"), ==, "van Dyke");

  mixed = read_good ("Full name\n\"Berg, Anna\"\nMadonna\n", map);
  g_assert_false (mixed->can_split_names);
  g_assert_cmpstr (get_value (mixed, 0, "given_name"), ==, "Berg, Anna");

  parts = read_good ("Name,First name,Last name\nAnna Berg,Anna,Berg\n", map);
  g_assert_cmpstr (get_value (parts, 0, "given_name"), ==, "Anna");
  g_assert_false (cab_client_csv_is_taken (g_ptr_array_index (parts->columns, 0)));
}

/* [B-84] warnings are counted, one line each */
static void
test_warnings_are_counted (void)
{
  g_autoptr (CabClientCsv) csv = read_good ("name,dob,date of death,phone,email\n"
                                            "Anna1,1990-01-01,,1,\n"
                                            "Berta,2010-01-01,,,\n"
                                            "Cara,1915,,,c@d\n"
                                            "Dora,1915,1990,1,\n"
                                            "Emma,2015-01-01,2016-01-01,1,\n"
                                            "Fay,,,'+44 1,\n"
                                            "O'Hara,,,'44,\n",
                                            NULL);
  g_autofree char *one = cab_client_warning_dup_sentence (CAB_CLIENT_WARNING_MINOR, 1);
  g_autofree char *many = cab_client_warning_dup_sentence (CAB_CLIENT_WARNING_DIGITS, 543);

  g_assert_cmpuint (csv->faults->len, ==, 0);
  g_assert_cmpuint (csv->warnings[CAB_CLIENT_WARNING_DIGITS], ==, 1);
  g_assert_cmpuint (csv->warnings[CAB_CLIENT_WARNING_NO_CONTACT], ==, 1);
  g_assert_cmpuint (csv->warnings[CAB_CLIENT_WARNING_MINOR], ==, 1);
  g_assert_cmpuint (csv->warnings[CAB_CLIENT_WARNING_OLD], ==, 1);
  g_assert_cmpuint (csv->warnings[CAB_CLIENT_WARNING_APOSTROPHE], ==, 1);
  g_assert_cmpstr (one, ==, "1 person is a minor.");
  g_assert_cmpstr (many, ==, "543 names hold digits.");
}

static GBytes *
write_rejects (CabClientCsv *csv)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;

  g_assert_true (cab_client_csv_write_rejects (csv, stream, &error));
  g_assert_no_error (error);
  g_output_stream_close (stream, NULL, NULL);
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

/* [B-84] the rejects, mended, can be read again; a formula in them is guarded */
static void
test_rejects_come_back (void)
{
  g_autoptr (CabClientMap) map = cab_client_map_new (NULL);
  g_autoptr (CabClientCsv) csv = read_good ("name;Geburtsdatum;phone\n"
                                            "=cmd|x;31.2.1990;+44 1\n"
                                            "Berta;1.2.1990;1\n"
                                            "Cara;1.2.1990;1;2;3\n",
                                            map);
  g_autoptr (GBytes) rejects = write_rejects (csv);
  g_autoptr (CabClientCsv) again = NULL;
  g_autofree char *text = NULL;
  char *date;

  text = g_strndup (g_bytes_get_data (rejects, NULL), g_bytes_get_size (rejects));
  g_assert_cmpstr (text, ==,
                   "\xEF\xBB\xBF"
                   "\"cabinet_reason\",\"name\",\"Geburtsdatum\",\"phone\",\"\",\"\"\r\n"
                   "\"row 2, date_of_birth: 31.2.1990 is no date.\",\"'=cmd|x\",\"31.2.1990\","
                   "\"'+44 1\",\"\",\"\"\r\n"
                   "\"row 4: 5 cells instead of 3.\",\"Cara\",\"1.2.1990\",\"1\",\"2\",\"3\"\r\n");

  date = strstr (text, "\"31.2.1990\"");
  memcpy (date, "\"28.2.1990\"", 11);
  again = read_good (text, map);
  g_assert_cmpuint (again->faults->len, ==, 0);
  g_assert_cmpstr (get_value (again, 0, "given_name"), ==, "=cmd|x");
  g_assert_cmpstr (get_value (again, 0, "phone"), ==, "+44 1");
  g_assert_cmpstr (get_value (again, 0, "date_of_birth"), ==, "1990-02-28");
}

/* [B-84] a row that the practice refuses joins the others */
static void
test_row_can_be_refused_later (void)
{
  g_autoptr (CabClientCsv) csv = read_good ("name,email\nAnna,x\nBerta,b@c\n", NULL);

  cab_client_csv_refuse_row (csv, 0, "email", "one @ is needed.");
  g_assert_cmpuint (csv->rows->len, ==, 1);
  g_assert_cmpstr (get_value (csv, 0, "given_name"), ==, "Berta");
  g_assert_cmpstr (get_sentence (csv, 0), ==, "row 2, email: one @ is needed.");
  g_assert_cmpstr (((CabClientFault *)g_ptr_array_index (csv->faults, 0))->cells[0], ==, "Anna");
}

/* The folder `shared` lies beside the source tree, or beside a folder around it. */
static char *
find_patients (void)
{
  g_autofree char *around = cab_test_dup_source_path ("");

  if (g_getenv ("CABINET_PATIENTS") != NULL)
    return g_strdup (g_getenv ("CABINET_PATIENTS"));

  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *folder = g_path_get_dirname (around);
      char *path = g_build_filename (folder, "shared", "data", "synthea-uk-patients.csv", NULL);

      if (g_file_test (path, G_FILE_TEST_EXISTS))
        return path;
      g_free (path);
      g_free (around);
      around = g_steal_pointer (&folder);
    }

  return NULL;
}

static GBytes *
load_patients (void)
{
  g_autofree char *path = find_patients ();
  char *content;
  gsize length;

  if (path == NULL || !g_file_get_contents (path, &content, &length, NULL))
    {
      g_test_skip ("synthea-uk-patients.csv is not there (CABINET_PATIENTS names it)");
      return NULL;
    }

  return g_bytes_new_take (content, length);
}

/* [B-85] the synthetic patients: 543 people, 69 died, 139 former names, 12 columns left */
static void
test_synthetic_patients_are_understood (void)
{
  g_autoptr (GBytes) bytes = load_patients ();
  g_autoptr (CabClientMap) map = cab_client_map_new (NULL);
  g_autoptr (CabClientCsv) csv = NULL;
  g_autoptr (GError) error = NULL;
  guint n_left = 0;
  guint n_died = 0;
  guint n_former = 0;

  if (bytes == NULL)
    return;

  csv = cab_client_csv_read (bytes, "synthea-uk-patients.csv", map, TODAY, 18, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < csv->columns->len; i++)
    n_left += !cab_client_csv_is_taken (g_ptr_array_index (csv->columns, i));
  for (guint i = 0; i < csv->rows->len; i++)
    {
      n_died += get_value (csv, i, "died_on") != NULL;
      n_former += get_value (csv, i, "former_name") != NULL;
      g_assert_cmpstr (get_value (csv, i, "country"), ==, "GB");
    }

  g_assert_cmpuint (csv->columns->len, ==, 25);
  g_assert_cmpuint (csv->rows->len, ==, 543);
  g_assert_cmpuint (csv->faults->len, ==, 0);
  g_assert_cmpuint (n_left, ==, 12);
  g_assert_cmpuint (n_died, ==, 69);
  g_assert_cmpuint (n_former, ==, 139);
  g_assert_cmpuint (csv->warnings[CAB_CLIENT_WARNING_DIGITS], ==, 543);
  g_assert_cmpuint (csv->warnings[CAB_CLIENT_WARNING_OLD], ==, 2);
  g_assert_cmpuint (csv->warnings[CAB_CLIENT_WARNING_NO_CONTACT], ==, 0);
  g_assert_cmpuint (csv->warnings[CAB_CLIENT_WARNING_APOSTROPHE], ==, 0);
  g_assert_cmpstr (get_value (csv, 0, "given_name"), ==, "Marcell728");
  g_assert_cmpstr (get_value (csv, 0, "region"), ==, "Lancashire");
  g_assert_cmpstr (get_value (csv, 0, "postcode"), ==, "LA4");
  g_assert_cmpstr (get_value (csv, 1, "died_on"), ==, "1973-12-01");
  g_assert_cmpstr (get_value (csv, 1, "relationship_status"), ==, "married");
}

/* [B-85] one row broken: that row is named, and it alone */
static void
test_one_broken_patient_is_named (void)
{
  g_autoptr (GBytes) bytes = load_patients ();
  g_autoptr (CabClientMap) map = cab_client_map_new (NULL);
  g_autoptr (CabClientCsv) csv = NULL;
  g_autofree char *text = NULL;
  char *date;

  if (bytes == NULL)
    return;

  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  date = strstr (text, "1941-05-13");
  memcpy (date, "1941-02-30", 10);
  csv = read_good (text, map);
  g_assert_cmpuint (csv->rows->len, ==, 542);
  g_assert_cmpuint (csv->faults->len, ==, 1);
  g_assert_cmpstr (get_sentence (csv, 0), ==, "row 3, date_of_birth: 1941-02-30 is no date.");
}

/* [B-90] random bytes are read or refused, never more */
static void
test_random_tables_are_survived (void)
{
  static const char *const parts[]
      = { "name", "dob", "state", "id", "1990-01-01", "1/2/90",     "x",
          "\"",   ",",   ";",     "\n", "\r\n",       "é",          "\xFF",
          "'=1",  "UK",  " ",     "\t", "\0",         "Berg, Anna", "31/12/2001" };

  for (guint i = 0; i < 500; i++)
    {
      g_autoptr (CabClientCsv) csv = NULL;
      g_autoptr (GString) text = g_string_new (g_test_rand_bit () ? "name,dob,state,id\n" : "");
      int length = g_test_rand_int_range (0, 60);

      for (int j = 0; j < length; j++)
        g_string_append (text, parts[g_test_rand_int_range (0, G_N_ELEMENTS (parts))]);
      csv = read_text (text->str, NULL, NULL);
      for (guint j = 0; csv != NULL && j < csv->rows->len; j++)
        g_assert_true (get_value (csv, j, "given_name") != NULL
                       || get_value (csv, j, "family_name") != NULL);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exporter/client-csv/rows-become-people", test_rows_become_people);
  g_test_add_func ("/exporter/client-csv/all-rows-at-fault-are-named",
                   test_all_rows_at_fault_are_named);
  g_test_add_func ("/exporter/client-csv/open-questions-block", test_open_questions_block);
  g_test_add_func ("/exporter/client-csv/map-answers-open-questions",
                   test_map_answers_open_questions);
  g_test_add_func ("/exporter/client-csv/state-may-be-the-country", test_state_may_be_the_country);
  g_test_add_func ("/exporter/client-csv/names-are-split-only-with-a-yes",
                   test_names_are_split_only_with_a_yes);
  g_test_add_func ("/exporter/client-csv/warnings-are-counted", test_warnings_are_counted);
  g_test_add_func ("/exporter/client-csv/rejects-come-back", test_rejects_come_back);
  g_test_add_func ("/exporter/client-csv/row-can-be-refused-later", test_row_can_be_refused_later);
  g_test_add_func ("/exporter/client-csv/synthetic-patients-are-understood",
                   test_synthetic_patients_are_understood);
  g_test_add_func ("/exporter/client-csv/one-broken-patient-is-named",
                   test_one_broken_patient_is_named);
  g_test_add_func ("/exporter/client-csv/random-tables-are-survived",
                   test_random_tables_are_survived);
  return g_test_run ();
}
