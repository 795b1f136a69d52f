/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include "cab-csv-writer.h"

#include <glib/gstdio.h>
#include <string.h>

#include "cab-test-folder.h"
#include "cab-test-tool.h"

#define LONGEST 5

static const char *const symbols[]
    = { "=", "+", "-", "@", "\t", "\r", "\n", "'", "a", " ", "\xEF\xBC\x9D", "\"" };
static const char triggers[] = "=+-@\t\r\n";

static gboolean
begins_with_trigger (const char *text)
{
  return (text[0] != '\0' && strchr (triggers, text[0]) != NULL)
         || g_str_has_prefix (text, "\xEF\xBC\x9D");
}

static void
check_text (const char *text)
{
  g_autofree char *cell = cab_csv_guard_encode (text);
  g_autofree char *back = cab_csv_guard_decode (cell);

  if (begins_with_trigger (cell))
    g_error ("‘%s’ leaves as a formula", text);
  if (strcmp (back, text) != 0)
    g_error ("‘%s’ comes back as ‘%s’", text, back);

  /* Onto: what begins with no trigger is the encoded form of something. */
  if (!begins_with_trigger (text))
    {
      g_autofree char *decoded = cab_csv_guard_decode (text);
      g_autofree char *again = cab_csv_guard_encode (decoded);

      if (strcmp (again, text) != 0)
        g_error ("the cell ‘%s’ is nobody's", text);
    }
}

/* [B-31] the guard is a bijection onto the strings no spreadsheet evaluates */
static void
test_guard_survives_brute_force (void)
{
  guint n_texts = 0;

  for (guint length = 0; length <= LONGEST; length++)
    {
      guint n = 1;

      for (guint i = 0; i < length; i++)
        n *= G_N_ELEMENTS (symbols);
      for (guint number = 0; number < n; number++)
        {
          char text[LONGEST * 3 + 1] = "";
          guint rest = number;

          for (guint i = 0; i < length; i++, rest /= G_N_ELEMENTS (symbols))
            strcat (text, symbols[rest % G_N_ELEMENTS (symbols)]);
          check_text (text);
          n_texts++;
        }
    }

  g_assert_cmpuint (n_texts, ==, 271453);
}

/* [B-31] the published vectors */
static void
test_guard_gives_the_vectors (void)
{
  static const struct
  {
    const char *text;
    const char *cell;
  } cases[] = {
    { "=1+1", "'=1+1" },
    { "'=1", "''=1" },
    { "'hello", "'hello" },
    { "''", "''" },
    { "+44 20 7946 0000", "'+44 20 7946 0000" },
    { "\xEF\xBC\x9Dx", "'\xEF\xBC\x9Dx" },
    { "\xEF\xBC\x8B"
      "1",
      "'\xEF\xBC\x8B"
      "1" },
    { "\xEF\xBC\x8D"
      "1",
      "'\xEF\xBC\x8D"
      "1" },
    { "\xEF\xBC\xA0x", "'\xEF\xBC\xA0x" },
    { "", "" },
    { "plain", "plain" },
    { " =1", " =1" },
  };
  g_autofree char *nothing = cab_csv_guard_encode (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *cell = cab_csv_guard_encode (cases[i].text);
      g_autofree char *text = cab_csv_guard_decode (cases[i].cell);

      if (strcmp (cell, cases[i].cell) != 0 || strcmp (text, cases[i].text) != 0)
        g_error ("‘%s’: ‘%s’, back ‘%s’", cases[i].text, cell, text);
    }
  g_assert_cmpstr (nothing, ==, "");
}

static GBytes *
write_hostile_table (void)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (CabCsvWriter) writer = cab_csv_writer_new (stream);
  g_autoptr (GError) error = NULL;

  cab_csv_writer_add_heading (writer, "id");
  cab_csv_writer_add_heading (writer, "body");
  cab_csv_writer_add_heading (writer, "valence");
  g_assert_true (cab_csv_writer_end_row (writer, &error));

  cab_csv_writer_add_typed (writer, "7f3c9a2e-0000-4000-8000-000000000001");
  cab_csv_writer_add_text (writer, "She said \"no\",\r\nthen;\n\tyes.");
  cab_csv_writer_add_typed (writer, "-4");
  g_assert_true (cab_csv_writer_end_row (writer, &error));

  cab_csv_writer_add_typed (writer, "2");
  cab_csv_writer_add_text (writer, "=HYPERLINK(\"http://x\")");
  cab_csv_writer_add_typed (writer, NULL);
  g_assert_true (cab_csv_writer_end_row (writer, &error));

  cab_csv_writer_add_typed (writer, "Europe/London");
  cab_csv_writer_add_text (writer, NULL);
  cab_csv_writer_add_typed (writer, "-60.00");
  g_assert_true (cab_csv_writer_end_row (writer, &error));
  g_assert_true (cab_csv_writer_close (writer, &error));
  g_assert_no_error (error);

  g_output_stream_close (stream, NULL, NULL);
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

/* [B-30] BOM, comma, CRLF also at the end, every cell quoted, quotes doubled, line ends kept */
static void
test_bytes_are_as_specified (void)
{
  static const char expected[] = "\xEF\xBB\xBF\"id\",\"body\",\"valence\"\r\n"
                                 "\"7f3c9a2e-0000-4000-8000-000000000001\","
                                 "\"She said \"\"no\"\",\r\nthen;\n\tyes.\",\"-4\"\r\n"
                                 "\"2\",\"'=HYPERLINK(\"\"http://x\"\")\",\"\"\r\n"
                                 "\"Europe/London\",\"\",\"-60.00\"\r\n";
  g_autoptr (GBytes) table = write_hostile_table ();

  g_assert_cmpmem (g_bytes_get_data (table, NULL), g_bytes_get_size (table), expected,
                   strlen (expected));
}

/* [B-32] a typed value that could be a formula is the program's fault, and stops it */
static void
test_typed_column_takes_no_formula (void)
{
  static const char *const bad[] = { "=1",
                                     "+1",
                                     "@x",
                                     "-x",
                                     "-",
                                     "1=2",
                                     "a\"b",
                                     "-1-1",
                                     "\xEF\xBC\x9D"
                                     "1" };

  if (g_test_subprocess ())
    {
      g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
      g_autoptr (CabCsvWriter) writer = cab_csv_writer_new (stream);

      cab_csv_writer_add_heading (writer, "valence");
      cab_csv_writer_end_row (writer, NULL);
      cab_csv_writer_add_typed (writer, g_getenv ("CAB_TEST_VALUE"));
      return;
    }

  g_setenv ("CAB_TEST_VALUE", "-4.5", TRUE);
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_setenv ("CAB_TEST_VALUE", bad[i], TRUE);
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
      if (g_test_trap_has_passed ())
        g_error ("‘%s’ was taken", bad[i]);
    }
  g_unsetenv ("CAB_TEST_VALUE");
}

/* [B-90] readers that are not ours agree on the table */
static void
test_other_readers_agree (void)
{
  static const char python[]
      = "import csv,sys\n"
        "rows=list(csv.reader(open(sys.argv[1],encoding='utf-8-sig',newline=''),strict=True))\n"
        "assert [len(r) for r in rows]==[3]*4,rows\n"
        "assert rows[1][1]=='She said \"no\",\\r\\nthen;\\n\\tyes.',rows\n"
        "assert rows[2][1]=='\\'=HYPERLINK(\"http://x\")',rows\n"
        "assert rows[3]==['Europe/London','','-60.00'],rows\n";
  g_auto (CabTestFolder) folder = cab_test_folder_new ();
  g_autoptr (GBytes) table = write_hostile_table ();
  g_autofree char *path = cab_test_folder_dup_path (&folder, "hostile.csv");
  g_autofree char *clean = NULL;
  g_autofree char *json = NULL;
  g_autofree char *said = NULL;

  if (!cab_test_has_tool ("python3") || !cab_test_has_tool ("csvclean")
      || !cab_test_has_tool ("mlr"))
    return;

  g_assert_true (
      g_file_set_contents (path, g_bytes_get_data (table, NULL), g_bytes_get_size (table), NULL));
  if (cab_test_run_tool (folder.path, &said, "python3", "-c", python, "hostile.csv", NULL) != 0)
    g_error ("%s", said);
  g_assert_cmpint (
      cab_test_run_tool (folder.path, &clean, "csvclean", "--length-mismatch", "hostile.csv", NULL),
      ==, 0);
  g_assert_null (strstr (clean, "Expected"));
  g_assert_cmpint (cab_test_run_tool (folder.path, &json, "mlr", "--icsv", "--ojson", "cat",
                                      "hostile.csv", NULL),
                   ==, 0);
  g_assert_nonnull (strstr (json, "\"valence\": -60.00"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exporter/csv-writer/guard-survives-brute-force",
                   test_guard_survives_brute_force);
  g_test_add_func ("/exporter/csv-writer/guard-gives-the-vectors", test_guard_gives_the_vectors);
  g_test_add_func ("/exporter/csv-writer/bytes-are-as-specified", test_bytes_are_as_specified);
  g_test_add_func ("/exporter/csv-writer/typed-column-takes-no-formula",
                   test_typed_column_takes_no_formula);
  g_test_add_func ("/exporter/csv-writer/other-readers-agree", test_other_readers_agree);
  return g_test_run ();
}
