/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include "cab-csv-peek.h"

#include <string.h>

/* [B-80] heading, first rows, delimiter and encoding are shown before anything is said of them */
static void
test_beginning (void)
{
  static const struct
  {
    const char *name;
    const char *text;
    CabCsvEncoding asked;
    CabCsvEncoding encoding;
    char delimiter;
    const char *headings;
    const char *last; /* of the first two rows */
  } cases[] = {
    { "comma", "a,b\n1,2\n3,4\n5,6\n", CAB_CSV_ENCODING_UNKNOWN, CAB_CSV_ENCODING_UTF_8, ',', "a|b",
      "3|4" },
    { "semicolon", "a;b\n1;2\n\n3;4\n", CAB_CSV_ENCODING_UNKNOWN, CAB_CSV_ENCODING_UTF_8, ';',
      "a|b", "3|4" },
    { "another width", "a,b\n1,2\n3,4,5\n", CAB_CSV_ENCODING_UNKNOWN, CAB_CSV_ENCODING_UTF_8, ',',
      "a|b", "3|4|5" },
    { "heading alone", "a,b\n", CAB_CSV_ENCODING_UNKNOWN, CAB_CSV_ENCODING_UTF_8, ',', "a|b",
      NULL },
    { "as was said", "caf\xE9,b\n1,2\n3,\x80\n", CAB_CSV_ENCODING_WINDOWS_1252,
      CAB_CSV_ENCODING_WINDOWS_1252, ',', "café|b", "3|€" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (cases[i].text, strlen (cases[i].text));
      g_autoptr (GError) error = NULL;
      g_autoptr (CabCsvPeek) peek
          = cab_csv_peek_new (bytes, "people.csv", cases[i].asked, 2, &error);
      g_autofree char *headings = NULL;
      g_autofree char *last = NULL;

      if (peek == NULL)
        g_error ("%s: %s", cases[i].name, error->message);
      headings = g_strjoinv ("|", peek->headings);
      if (peek->rows->len > 0)
        last = g_strjoinv ("|", peek->rows->pdata[peek->rows->len - 1]);
      if (peek->encoding != cases[i].encoding || peek->delimiter != cases[i].delimiter
          || g_strcmp0 (headings, cases[i].headings) != 0 || g_strcmp0 (last, cases[i].last) != 0)
        g_error ("%s: %s, %s", cases[i].name, headings, last);
    }
}

/* [B-80] an encoding that cannot be told is asked for; no table has no beginning */
static void
test_refused (void)
{
  static const struct
  {
    const char *text;
    gsize length;
    CabExportError code;
  } cases[] = {
    { "caf\xE9,b\n", 7, CAB_EXPORT_ERROR_CSV_ENCODING },
    { "", 0, CAB_EXPORT_ERROR_CSV_NO_HEADER },
    { "a,\"b\n", 5, CAB_EXPORT_ERROR_CSV_OPEN_QUOTE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (cases[i].text, cases[i].length);
      g_autoptr (GError) error = NULL;

      g_assert_null (cab_csv_peek_new (bytes, "people.csv", CAB_CSV_ENCODING_UNKNOWN, 2, &error));
      g_assert_error (error, CAB_EXPORT_ERROR, (int)cases[i].code);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exporter/csv-peek/beginning", test_beginning);
  g_test_add_func ("/exporter/csv-peek/refused", test_refused);

  return g_test_run ();
}
