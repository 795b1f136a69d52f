/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include "cab-csv-reader.h"
#include "cab-csv-writer.h"

#include <string.h>

/* The rows, cells divided by | and rows by /, or "!" and the refusal's name. */
static char *
read_table (const char *bytes, gsize length, char delimiter, CabCsvFlags flags, char **message)
{
  g_autoptr (GBytes) content = g_bytes_new (bytes, length);
  g_autoptr (CabCsvReader) reader
      = cab_csv_reader_new_for_bytes (content, "goals.csv", delimiter, flags);
  g_autoptr (GString) rows = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  const char *const *cells;

  while (cab_csv_reader_read (reader, &cells, NULL, &error) && cells != NULL)
    {
      g_autofree char *row = g_strjoinv ("|", (char **)cells);

      g_string_append_printf (rows, "%s%s", rows->len > 0 ? "/" : "", row);
    }
  if (error == NULL)
    return g_string_free (g_steal_pointer (&rows), FALSE);

  g_assert_cmpuint (error->domain, ==, CAB_EXPORT_ERROR);
  if (message != NULL)
    *message = g_strdup (error->message);
  return g_strconcat ("!", cab_export_error_get_name (error->code), NULL);
}

#define TABLE(text) (text), sizeof (text) - 1

/* [B-34] what RFC 4180 and the tables people make by hand allow */
static void
test_reads_what_is_sound (void)
{
  static const struct
  {
    const char *name;
    const char *bytes;
    gsize length;
    char delimiter;
    CabCsvFlags flags;
    const char *rows;
  } cases[] = {
    { "ours", TABLE ("\xEF\xBB\xBF\"a\",\"b\"\r\n\"1\",\"x\r\ny\"\r\n"), ',', 0, "a|b/1|x\r\ny" },
    { "no-bom-lf-bare", TABLE ("a,b\n1,2\n"), ',', 0, "a|b/1|2" },
    { "no-last-line-end", TABLE ("a,b\n1,2"), ',', 0, "a|b/1|2" },
    { "cr-alone", TABLE ("a,b\r1,2\r"), ',', 0, "a|b/1|2" },
    { "semicolon", TABLE ("a;b\n1,5;2\n"), ';', 0, "a|b/1,5|2" },
    { "tab", TABLE ("a\tb\n1\t\n"), '\t', 0, "a|b/1|" },
    { "empty-cells", TABLE ("a,b,c\n,,\n\"\",,\"\"\n"), ',', 0, "a|b|c/||/||" },
    { "doubled-quotes", TABLE ("a\n\"\"\"x\"\"\"\n\"\"\"\"\n"), ',', 0, "a/\"x\"/\"" },
    { "delimiter-in-quotes", TABLE ("a,b\n\"1,2\",3\n"), ',', 0, "a|b/1,2|3" },
    { "one-column-with-empty-row", TABLE ("a\n\nb\n"), ',', 0, "a//b" },
    { "blank-lines-passed-over", TABLE ("\na,b\n\n1,2\n\n\n"), ',', CAB_CSV_SKIP_BLANK, "a|b/1|2" },
    { "ragged-for-preview", TABLE ("a,b\n1\n1,2,3\n"), ',', CAB_CSV_RAGGED, "a|b/1/1|2|3" },
    { "heading-alone", TABLE ("a,b"), ',', 0, "a|b" },
    { "blanks-kept", TABLE ("a\n x \n"), ',', 0, "a/ x " },
    { "bom-inside-is-text", TABLE ("a\n\xEF\xBB\xBF\n"), ',', 0, "a/\xEF\xBB\xBF" },
    { "astral", TABLE ("a\n\xF0\x9F\x98\x80\n"), ',', 0, "a/\xF0\x9F\x98\x80" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *rows
          = read_table (cases[i].bytes, cases[i].length, cases[i].delimiter, cases[i].flags, NULL);

      if (strcmp (rows, cases[i].rows) != 0)
        g_error ("%s: ‘%s’ instead of ‘%s’", cases[i].name, rows, cases[i].rows);
    }
}

/* [B-78] every refusal of a table, named as the specification names it, with its place */
static void
test_refuses_with_the_place (void)
{
  static const struct
  {
    const char *name;
    const char *bytes;
    gsize length;
    const char *place;
  } cases[] = {
    { "csv-ragged", TABLE ("a,b\n1,2\n1\n"), "goals.csv, row 3: 1 cell instead of 2." },
    { "csv-ragged", TABLE ("a,b\n1,2,3\n"), "goals.csv, row 2: 3 cells instead of 2." },
    { "csv-ragged", TABLE ("a,b\n\n"), "row 2: 1 cell" },
    { "csv-ragged", TABLE ("a,b\n\"1\n2\",3\n4\n"), "row 3: 1 cell" },
    { "csv-bare-quote", TABLE ("a,b\n1,x\"y\n"), "row 2, column 2" },
    { "csv-bare-quote", TABLE ("a,b\n\"x\"y,1\n"), "row 2, column 1" },
    { "csv-bare-quote", TABLE ("a\n\"x\" \n"), "row 2, column 1" },
    { "csv-bare-quote", TABLE ("a\n \"x\"\n"), "row 2, column 1" },
    { "csv-open-quote", TABLE ("a,b\n1,\"x\n"), "row 2, column 2" },
    { "csv-open-quote", TABLE ("\""), "row 1, column 1" },
    { "csv-open-quote", TABLE ("a\n\"x\"\""), "row 2, column 1" },
    { "csv-nul", TABLE ("a,b\n1,x\0y\n"), "row 2, column 2" },
    { "csv-nul", TABLE ("a,b\n\"\0\",1\n"), "row 2, column 1" },
    { "csv-no-header", TABLE (""), "goals.csv" },
    { "csv-no-header", TABLE ("\xEF\xBB\xBF"), "goals.csv" },
    { "csv-no-header", TABLE ("\r\na,b\r\n"), "goals.csv" },
    { "csv-utf16",
      TABLE ("\xFF\xFE"
             "a\0,\0b\0\n\0"),
      "goals.csv" },
    { "csv-utf16", TABLE ("\xFE\xFF\0a\0,\0b\0\n"), "goals.csv" },
    { "csv-utf16", TABLE ("a\0,\0b\0\n\0"), "goals.csv" },
    { "csv-two-boms",
      TABLE ("\xEF\xBB\xBF\xEF\xBB\xBF"
             "a,b\n"),
      "goals.csv, row 1" },
    { "csv-utf8", TABLE ("a,b\nx,caf\xE9\n"), "row 2, column 2" },
    { "csv-utf8", TABLE ("a\n\xED\xA0\x80\n"), "row 2, column 1" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *message = NULL;
      g_autofree char *rows = read_table (cases[i].bytes, cases[i].length, ',', 0, &message);

      if (rows[0] != '!' || strcmp (rows + 1, cases[i].name) != 0)
        g_error ("%s (case %u): ‘%s’", cases[i].name, i, rows);
      if (strstr (message, cases[i].place) == NULL
          || !g_str_has_suffix (message, "Nothing was changed."))
        g_error ("%s: %s", cases[i].name, message);
    }
}

/* [B-34] a cell or a heading row without end does not take all memory */
static void
test_refuses_what_is_too_large (void)
{
  g_autoptr (GString) long_cell = g_string_new ("a\n\"");
  g_autoptr (GString) wide = g_string_new (NULL);
  g_autofree char *rows = NULL;

  for (guint i = 0; i <= CAB_CSV_MAX_CELL; i++)
    g_string_append_c (long_cell, 'x');
  rows = read_table (long_cell->str, long_cell->len, ',', 0, NULL);
  g_assert_cmpstr (rows, ==, "!csv-too-large");
  g_clear_pointer (&rows, g_free);

  long_cell->str[long_cell->len - 1] = '"';
  rows = read_table (long_cell->str, long_cell->len, ',', 0, NULL);
  g_assert_cmpuint (strlen (rows), ==, CAB_CSV_MAX_CELL + 2);
  g_clear_pointer (&rows, g_free);

  for (guint i = 1; i < CAB_CSV_MAX_COLUMNS; i++)
    g_string_append_c (wide, ',');
  rows = read_table (wide->str, wide->len, ',', 0, NULL);
  g_assert_cmpuint (strlen (rows), ==, CAB_CSV_MAX_COLUMNS - 1);
  g_clear_pointer (&rows, g_free);
  g_string_append_c (wide, ',');
  rows = read_table (wide->str, wide->len, ',', 0, NULL);
  g_assert_cmpstr (rows, ==, "!csv-too-large");
}

/* [B-84] rows are numbered as a spreadsheet shows them, lines as an editor does */
static void
test_counts_rows_and_lines (void)
{
  static const char table[] = "a,b\r\n\"1\r\n2\n3\r4\",x\r\n\r\ny,z\n";
  static const struct
  {
    guint row;
    guint line;
  } places[] = { { 1, 1 }, { 2, 2 }, { 4, 7 } };
  g_autoptr (GBytes) bytes = g_bytes_new_static (table, strlen (table));
  g_autoptr (CabCsvReader) reader
      = cab_csv_reader_new_for_bytes (bytes, "x.csv", ',', CAB_CSV_SKIP_BLANK);
  g_autoptr (GError) error = NULL;
  const char *const *cells;

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_assert_true (cab_csv_reader_read (reader, &cells, NULL, &error));
      g_assert_nonnull (cells);
      g_assert_cmpuint (cab_csv_reader_get_row (reader), ==, places[i].row);
      g_assert_cmpuint (cab_csv_reader_get_line (reader), ==, places[i].line);
      g_assert_cmpuint (cab_csv_reader_get_n_columns (reader), ==, 2);
    }
  g_assert_true (cab_csv_reader_read (reader, &cells, NULL, &error));
  g_assert_null (cells);
  g_assert_true (cab_csv_reader_read (reader, &cells, NULL, &error));
  g_assert_null (cells);
}

static char *
make_random_text (void)
{
  static const char *const parts[]
      = { "a", "\"", ",", "\r\n",        "\n", "\r", "'", "=", "+", " ", "é", "\xF0\x9F\x98\x80",
          ";", "\t", "@", "\xEF\xBB\xBF" };
  GString *text = g_string_new (NULL);
  int length = g_test_rand_int_range (0, 12);

  for (int i = 0; i < length; i++)
    g_string_append (text, parts[g_test_rand_int_range (0, G_N_ELEMENTS (parts))]);
  return g_string_free (text, FALSE);
}

/* [B-30] [B-34] what the writer wrote the reader gives back, whatever was in it */
static void
test_round_trip_keeps_every_text (void)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (CabCsvWriter) writer = cab_csv_writer_new (stream);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (CabCsvReader) reader = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  const char *const *cells;

  for (guint i = 0; i < 3; i++)
    cab_csv_writer_add_heading (writer, "text");
  g_assert_true (cab_csv_writer_end_row (writer, NULL));
  for (guint i = 0; i < 3 * 20000; i++)
    {
      g_ptr_array_add (texts, make_random_text ());
      cab_csv_writer_add_text (writer, g_ptr_array_index (texts, i));
      if (i % 3 == 2)
        g_assert_true (cab_csv_writer_end_row (writer, NULL));
    }
  g_assert_true (cab_csv_writer_close (writer, NULL));
  g_output_stream_close (stream, NULL, NULL);

  bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
  reader = cab_csv_reader_new_for_bytes (bytes, "x.csv", ',', CAB_CSV_STRICT);
  g_assert_true (cab_csv_reader_read (reader, &cells, NULL, &error));
  for (guint i = 0; i < texts->len; i += 3)
    {
      g_assert_true (cab_csv_reader_read (reader, &cells, NULL, &error));
      for (guint j = 0; j < 3; j++)
        {
          g_autofree char *text = cab_csv_guard_decode (cells[j]);

          g_assert_cmpstr (text, ==, g_ptr_array_index (texts, i + j));
        }
    }
  g_assert_true (cab_csv_reader_read (reader, &cells, NULL, &error));
  g_assert_null (cells);
}

/* [B-71] a cancelled stream ends the reading */
static void
test_cancelling_ends_it (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static ("a\n", 2);
  g_autoptr (CabCsvReader) reader = cab_csv_reader_new_for_bytes (bytes, "x.csv", ',', 0);
  g_autoptr (GError) error = NULL;
  const char *const *cells;

  g_cancellable_cancel (cancellable);
  g_assert_false (cab_csv_reader_read (reader, &cells, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (cells);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exporter/csv-reader/reads-what-is-sound", test_reads_what_is_sound);
  g_test_add_func ("/exporter/csv-reader/refuses-with-the-place", test_refuses_with_the_place);
  g_test_add_func ("/exporter/csv-reader/refuses-what-is-too-large",
                   test_refuses_what_is_too_large);
  g_test_add_func ("/exporter/csv-reader/counts-rows-and-lines", test_counts_rows_and_lines);
  g_test_add_func ("/exporter/csv-reader/round-trip-keeps-every-text",
                   test_round_trip_keeps_every_text);
  g_test_add_func ("/exporter/csv-reader/cancelling-ends-it", test_cancelling_ends_it);
  return g_test_run ();
}
