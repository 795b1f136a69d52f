/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include "cab-csv-detect.h"

#include <string.h>

#define BYTES(text) (text), sizeof (text) - 1

/* [B-80] what the bytes can only be; Latin 1 and its kin are never guessed */
static void
test_encoding_is_detected_or_asked (void)
{
  static const struct
  {
    const char *name;
    const char *bytes;
    gsize length;
    CabCsvEncoding encoding;
  } cases[] = {
    { "ascii", BYTES ("a,b\n"), CAB_CSV_ENCODING_UTF_8 },
    { "empty", BYTES (""), CAB_CSV_ENCODING_UTF_8 },
    { "utf-8", BYTES ("caf\xC3\xA9"), CAB_CSV_ENCODING_UTF_8 },
    { "bom",
      BYTES ("\xEF\xBB\xBF"
             "a"),
      CAB_CSV_ENCODING_UTF_8 },
    { "nul", BYTES ("a\0b"), CAB_CSV_ENCODING_UTF_8 },
    { "little",
      BYTES ("\xFF\xFE"
             "a\0"),
      CAB_CSV_ENCODING_UTF_16 },
    { "big", BYTES ("\xFE\xFF\0a"), CAB_CSV_ENCODING_UTF_16 },
    { "latin-1", BYTES ("caf\xE9"), CAB_CSV_ENCODING_UNKNOWN },
    { "late", BYTES ("a\0caf\xE9"), CAB_CSV_ENCODING_UNKNOWN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (cases[i].bytes, cases[i].length);

      if (cab_csv_detect_encoding (bytes) != cases[i].encoding)
        g_error ("%s", cases[i].name);
    }
}

/* [B-80] each encoding becomes UTF-8, or is refused where it cannot be */
static void
test_encodings_become_utf8 (void)
{
  static const struct
  {
    const char *name;
    const char *bytes;
    gsize length;
    CabCsvEncoding encoding;
    const char *text; /* NULL: refused */
  } cases[] = {
    { "detected", BYTES ("caf\xC3\xA9"), CAB_CSV_ENCODING_UNKNOWN, "caf\xC3\xA9" },
    { "not known", BYTES ("caf\xE9"), CAB_CSV_ENCODING_UNKNOWN, NULL },
    { "latin-1", BYTES ("caf\xE9 \x80"), CAB_CSV_ENCODING_ISO_8859_1, "caf\xC3\xA9 \xC2\x80" },
    { "1252", BYTES ("\x80 caf\xE9 \x93x\x94"), CAB_CSV_ENCODING_WINDOWS_1252,
      "€ caf\xC3\xA9 “x”" },
    { "1252 hole", BYTES ("\x81"), CAB_CSV_ENCODING_WINDOWS_1252, NULL },
    { "little",
      BYTES ("\xFF\xFE"
             "a\0\xE9\0\x3D\xD8\x00\xDE"),
      CAB_CSV_ENCODING_UTF_16, "aé😀" },
    { "big", BYTES ("\xFE\xFF\0a\0\xE9\xD8\x3D\xDE\x00"), CAB_CSV_ENCODING_UNKNOWN, "aé😀" },
    { "mark alone", BYTES ("\xFF\xFE"), CAB_CSV_ENCODING_UTF_16, "" },
    { "half",
      BYTES ("\xFF\xFE"
             "a"),
      CAB_CSV_ENCODING_UTF_16, NULL },
    { "lone surrogate", BYTES ("\xFF\xFE\x3D\xD8"), CAB_CSV_ENCODING_UTF_16, NULL },
    { "no mark", BYTES ("a\0b\0"), CAB_CSV_ENCODING_UTF_16, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (cases[i].bytes, cases[i].length);
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) text = cab_csv_to_utf8 (bytes, cases[i].encoding, "x.csv", &error);

      if (cases[i].text == NULL)
        g_assert_error (error, CAB_EXPORT_ERROR, CAB_EXPORT_ERROR_CSV_ENCODING);
      else if (text == NULL || g_bytes_get_size (text) != strlen (cases[i].text)
               || memcmp (g_bytes_get_data (text, NULL), cases[i].text, strlen (cases[i].text))
                      != 0)
        g_error ("%s", cases[i].name);
    }
}

/* [B-80] the delimiter that gives equal widths; a broken row does not hide it */
static void
test_delimiter_gives_equal_widths (void)
{
  static const struct
  {
    const char *table;
    char delimiter;
  } cases[] = {
    { "a,b\n1,2\n", ',' },
    { "a;b\n1,5;2,5\n", ';' },
    { "a\tb\n1,5\t2;5\n", '\t' },
    { "a;b,c\n1;2,3\n4;5,6\n", ',' },
    { "\"a;x\",b\n\"1;\",2\n", ',' },
    { "a;b;c\n1;2;3\n1;2\n", ';' },
    { "a;b;c,d\n1,2\n1;2;3\n", ';' },
    { "name\nAnna\n", ',' },
    { "name\n\"Berg, Anna\"\n", ',' },
    { "", ',' },
    { "a;b\n\n1;2\n\n", ';' },
    { "a;b\n\"1\"x;2\n", ';' },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (cases[i].table, strlen (cases[i].table));
      char found = cab_csv_detect_delimiter (bytes);

      if (found != cases[i].delimiter)
        g_error ("case %u: ‘%c’ instead of ‘%c’", i, found, cases[i].delimiter);
    }
}

/* [B-80] names of encodings are found both ways */
static void
test_encoding_names_are_found (void)
{
  for (int encoding = CAB_CSV_ENCODING_UTF_8; encoding <= CAB_CSV_ENCODING_ISO_8859_1; encoding++)
    g_assert_cmpint (cab_csv_encoding_find (cab_csv_encoding_get_name (encoding)), ==, encoding);
  g_assert_cmpint (cab_csv_encoding_find ("Windows-1252"), ==, CAB_CSV_ENCODING_WINDOWS_1252);
  g_assert_cmpint (cab_csv_encoding_find ("latin"), ==, CAB_CSV_ENCODING_UNKNOWN);
  g_assert_cmpint (cab_csv_encoding_find (NULL), ==, CAB_CSV_ENCODING_UNKNOWN);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exporter/csv-detect/encoding-is-detected-or-asked",
                   test_encoding_is_detected_or_asked);
  g_test_add_func ("/exporter/csv-detect/encodings-become-utf8", test_encodings_become_utf8);
  g_test_add_func ("/exporter/csv-detect/delimiter-gives-equal-widths",
                   test_delimiter_gives_equal_widths);
  g_test_add_func ("/exporter/csv-detect/encoding-names-are-found", test_encoding_names_are_found);
  return g_test_run ();
}
