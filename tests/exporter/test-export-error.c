/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include "cab-export-error.h"

#include <string.h>

#include "cab-test-tool.h"

/* [B-78] every refusal has a short name of its own and a whole, calm sentence */
static void
test_every_code_has_name_and_sentence (void)
{
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);

  for (int code = 0; code < CAB_N_EXPORT_ERRORS; code++)
    {
      const char *name = cab_export_error_get_name (code);
      const char *closing
          = strncmp (name, "export-", 7) == 0 ? ". Nothing was written." : ". Nothing was changed.";
      g_autoptr (GError) error = NULL;

      g_assert_nonnull (name);
      g_assert_true (g_regex_match_simple (
          "^(zip|bag|xml|data|csv|client|mood|export)(-[a-z0-9]+)+$", name, 0, 0));
      if (!g_hash_table_add (names, (gpointer)name))
        g_error ("%s names two refusals", name);
      g_assert_cmpint (cab_export_error_find (name), ==, code);

      g_assert_false (cab_export_error_set (&error, code, "goals.csv", 14, "a/b"));
      g_assert_error (error, CAB_EXPORT_ERROR, code);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      if (strpbrk (error->message, "{}!?") != NULL || strstr (error->message, "please") != NULL)
        g_error ("%s: %s", name, error->message);
      if (!g_str_has_suffix (error->message, closing))
        g_error ("%s does not say that nothing happened: %s", name, error->message);
    }

  g_assert_cmpint (cab_export_error_find ("bag-of-sweets"), ==, -1);
}

/* [B-78] the names of the specification's table are all there, spelt as it spells them */
static void
test_names_of_the_table_are_known (void)
{
  static const char names[]
      = "zip-not-a-zip zip-truncated zip-trailing zip-path-absolute zip-path-dotdot "
        "zip-path-backslash zip-path-drive zip-path-home zip-path-control zip-path-device "
        "zip-path-encoding zip-special zip-duplicate zip-duplicate-folded zip-two-roots "
        "zip-no-root "
        "zip-headers-differ zip-overlap zip-method zip-mixed-encryption zip-weak-encryption "
        "zip-wrong-passphrase zip-no-passphrase zip-too-many zip-too-large zip-bomb zip-too-deep "
        "bag-no-bagit bag-bagit-bom bag-bagit-space bag-bagit-lines bag-bagit-version "
        "bag-bagit-charset bag-no-manifest bag-unknown-algorithm bag-bad-line bag-bad-hex "
        "bag-missing-file bag-extra-file bag-not-in-every-manifest bag-duplicate-line "
        "bag-wrong-hash "
        "bag-path-outside bag-manifest-lists-tag bag-no-tagmanifest bag-tagmanifest-wrong "
        "bag-fetch "
        "bag-oxum bag-info-repeat xml-doctype xml-xinclude xml-pi xml-encoding xml-utf8 xml-char "
        "xml-malformed xml-too-deep xml-long-text xml-ext-large xml-namespace xml-newer-major "
        "xml-profile xml-invalid xml-duplicate-id xml-dangling-ref data-date data-end-before-start "
        "data-future data-chain data-consent-order data-attachment-missing data-attachment-unnamed "
        "data-attachment-size data-attachment-hash data-same-id-other-person data-erased "
        "data-not-importable data-partial-as-transfer csv-ragged csv-bare-quote csv-open-quote "
        "csv-nul "
        "csv-no-header csv-unknown-column csv-utf16 csv-two-boms csv-type";
  g_auto (GStrv) list = g_strsplit (names, " ", -1);

  for (guint i = 0; list[i] != NULL; i++)
    {
      if (cab_export_error_find (list[i]) == -1)
        g_error ("%s has no code", list[i]);
    }
}

/* [B-78] the place is filled in, and what is hostile in it is shown escaped */
static void
test_places_are_filled_in (void)
{
  g_autoptr (GError) extra = NULL;
  g_autoptr (GError) line = NULL;
  g_autoptr (GError) path = NULL;
  g_autoptr (GError) own = NULL;

  cab_export_error_set (&extra, CAB_EXPORT_ERROR_BAG_EXTRA_FILE, NULL, 0, "data/csv/goals.csv");
  g_assert_cmpstr (extra->message, ==,
                   "data/csv/goals.csv is there and is not listed. Nothing was changed.");

  cab_export_error_set (&line, CAB_EXPORT_ERROR_XML_DOCTYPE, "record.xml", 2, NULL);
  g_assert_cmpstr (line->message, ==,
                   "record.xml, line 2: document types are not allowed. Nothing was changed.");

  cab_export_error_set (&path, CAB_EXPORT_ERROR_ZIP_PATH_CONTROL, "x.zip", 0, "a\n\x1b[2J");
  g_assert_nonnull (strstr (path->message, "‘a\\x0A\\x1B[2J’"));

  cab_export_error_set_sentence (&own, CAB_EXPORT_ERROR_XML_INVALID,
                                 "%s, line %u: ‘%s’ may not be ‘%s’.", "record.xml", 812u, "status",
                                 "happy");
  g_assert_error (own, CAB_EXPORT_ERROR, CAB_EXPORT_ERROR_XML_INVALID);
  g_assert_cmpstr (own->message, ==,
                   "record.xml, line 812: ‘status’ may not be ‘happy’. Nothing was changed.");

  g_assert_false (cab_export_error_set (NULL, CAB_EXPORT_ERROR_BAG_OXUM, NULL, 0, NULL));
}

/* [B-78] a name that could deceive or break the line is shown as escapes */
static void
test_escape_shows_one_plain_line (void)
{
  static const struct
  {
    const char *name;
    const char *bytes;
    gssize length;
    const char *shown;
  } cases[] = {
    { "plain", "data/ä ö.txt", -1, "data/ä ö.txt" },
    { "newline", "a\nb", -1, "a\\x0Ab" },
    { "nul", "a\0b", 3, "a\\x00b" },
    { "broken", "a\xFF\xC3", -1, "a\\xFF\\xC3" },
    { "overlong", "\xC0\xAF", -1, "\\xC0\\xAF" },
    { "right-to-left", "a\xE2\x80\xAEgpj.exe", -1, "a\\u202Egpj.exe" },
    { "line-separator",
      "a\xE2\x80\xA8"
      "b",
      -1, "a\\u2028b" },
    { "bom",
      "\xEF\xBB\xBF"
      "a",
      -1, "\\uFEFFa" },
    { "delete", "\x7F", -1, "\\x7F" },
    { "c1", "\xC2\x9B", -1, "\\u009B" },
    { "backslash", "a\\x0A", -1, "a\\\\x0A" },
    { "empty", "", -1, "" },
  };
  g_autofree char *many = g_strnfill (500, 'x');
  g_autofree char *cut = cab_export_escape (many, -1);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *shown = cab_export_escape (cases[i].bytes, cases[i].length);

      if (strcmp (shown, cases[i].shown) != 0)
        g_error ("%s: %s", cases[i].name, shown);
    }

  g_assert_cmpint (g_utf8_strlen (cut, -1), ==, 201);
  g_assert_true (g_str_has_suffix (cut, "x…"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exporter/error/every-code-has-name-and-sentence",
                   test_every_code_has_name_and_sentence);
  g_test_add_func ("/exporter/error/names-of-the-table-are-known",
                   test_names_of_the_table_are_known);
  g_test_add_func ("/exporter/error/places-are-filled-in", test_places_are_filled_in);
  g_test_add_func ("/exporter/error/escape-shows-one-plain-line", test_escape_shows_one_plain_line);
  return g_test_run ();
}
