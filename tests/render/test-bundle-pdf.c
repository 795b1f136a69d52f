/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include "cab-bundle.h"
#include "cab-pdf.h"

#include <string.h>

#include "cab-test-bundle.h"
#include "cab-test-tool.h"

static CabBundleScope *
new_scope (CabTestBundle *self, CabBundleProfile profile, const char *target)
{
  CabBundleScope *scope = cab_test_scope_new (self, profile, target);

  cab_bundle_scope_set_drawing (scope, cab_render_get_drawing ());
  return scope;
}

/* What can be read of a PDF, without any blanks: lines break where they like. */
static char *
dup_pdf_text (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "data/record.pdf", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GRegex) blanks = g_regex_new ("\\s+", 0, 0, NULL);

  g_assert_cmpint (cab_test_run_tool (NULL, &text, "pdftotext", path, "-", NULL), ==, 0);
  return g_regex_replace_literal (blanks, text, -1, 0, "", 0, NULL);
}

/* [B-10] [B-11] which bundles have one */
static void
test_profiles_with_a_pdf (void)
{
  static const struct
  {
    CabBundleProfile profile;
    gboolean has;
  } cases[] = {
    { CAB_BUNDLE_PROFILE_ACCESS, TRUE },       { CAB_BUNDLE_PROFILE_PORTABILITY, TRUE },
    { CAB_BUNDLE_PROFILE_TRANSFER, TRUE },     { CAB_BUNDLE_PROFILE_PRACTICE, FALSE },
    { CAB_BUNDLE_PROFILE_DISCLOSURES, FALSE },
  };
  g_auto (CabTestBundle) self = cab_test_bundle_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (CabTestFolder) folder = cab_test_folder_new ();
      g_autoptr (CabBundleScope) scope = new_scope (&self, cases[i].profile, folder.path);
      g_autoptr (CabBundleResult) result = cab_test_export (&self.test, scope);
      g_autofree char *path = g_build_filename (result->path, "data/record.pdf", NULL);
      gsize length;
      g_autofree char *front = cab_test_read (result->path, "00-READ-ME-FIRST.html", &length);

      g_assert_cmpint (g_file_test (path, G_FILE_TEST_EXISTS), ==, cases[i].has);
      g_assert_cmpint (strstr (front, "data/record.pdf") != NULL, ==, cases[i].has);
      if (cases[i].has)
        g_assert_cmpint (cab_test_run_tool (NULL, NULL, "qpdf", "--check", path, NULL), ==, 0);
    }
}

/* The words of a page, without its pictures and what only folds it. */
static GStrv
list_words (const char *page)
{
  g_autoptr (GRegex) pictures
      = g_regex_new ("<head>.*?</head>|<nav.*?</nav>|<svg.*?</svg>|<summary>.*?</summary>",
                     G_REGEX_DOTALL, 0, NULL);
  g_autoptr (GRegex) tags = g_regex_new ("<[^>]*>", 0, 0, NULL);
  g_autofree char *without = g_regex_replace_literal (pictures, page, -1, 0, " ", 0, NULL);
  g_autofree char *text = g_regex_replace_literal (tags, without, -1, 0, " ", 0, NULL);

  return g_regex_split_simple ("[^A-Za-z0-9]+", text, 0, 0);
}

/* [B-43] it says what record.html says */
static void
test_pdf_says_what_the_page_says (void)
{
  g_auto (CabTestBundle) self = cab_test_bundle_new ();
  g_auto (CabTestFolder) folder = cab_test_folder_new ();
  g_autoptr (CabBundleScope) scope = new_scope (&self, CAB_BUNDLE_PROFILE_ACCESS, folder.path);
  g_autoptr (CabBundleResult) result = cab_test_export (&self.test, scope);
  gsize length;
  g_autofree char *page = cab_test_read (result->path, "data/record.html", &length);
  g_autofree char *text = dup_pdf_text (result->path);
  g_auto (GStrv) words = list_words (page);
  guint n = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      /* Names of character references and the like are shorter. */
      if (strlen (words[i]) < 5)
        continue;
      if (strstr (text, words[i]) == NULL)
        g_error ("the page says “%s”, the paper does not", words[i]);
      n++;
    }
  g_assert_cmpuint (n, >, 200);
}

/* [B-25] [B-43] equal practices give equal paper, byte for byte */
static void
test_pdf_is_repeatable (void)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  gsize first_length, second_length;

  for (guint i = 0; i < 2; i++)
    {
      g_auto (CabTestBundle) self = cab_test_bundle_new ();
      g_auto (CabTestFolder) folder = cab_test_folder_new ();
      g_autoptr (CabBundleScope) scope = new_scope (&self, CAB_BUNDLE_PROFILE_ACCESS, folder.path);
      g_autoptr (CabBundleResult) result = cab_test_export (&self.test, scope);

      if (i == 0)
        first = cab_test_read (result->path, "data/record.pdf", &first_length);
      else
        second = cab_test_read (result->path, "data/record.pdf", &second_length);
    }
  g_assert_cmpmem (first, first_length, second, second_length);
}

/* [B-65] what is withheld is on no page and in no picture: the bundle is that of
 * a practice in which it never was */
static void
test_withheld_is_on_no_page (void)
{
  static const char *const canary = "quetzalcoatl";
  g_auto (CabTestBundle) self = cab_test_bundle_new ();
  g_auto (CabTestFolder) folder = cab_test_folder_new ();
  g_autofree char *with = cab_test_folder_dup_path (&folder, "with");
  g_autofree char *without = cab_test_folder_dup_path (&folder, "without");
  g_autoptr (CabBundleScope) open = new_scope (&self, CAB_BUNDLE_PROFILE_ACCESS, with);
  g_autoptr (CabBundleScope) closed = new_scope (&self, CAB_BUNDLE_PROFILE_ACCESS, without);
  g_autoptr (CabRecord) note
      = cab_test_add_note (&self.test, self.client_id, "2026-02-20T10:00", canary);
  g_autoptr (CabBundleResult) first = cab_test_export (&self.test, open);
  g_autofree char *told = dup_pdf_text (first->path);
  g_autoptr (CabBundleResult) second = NULL;
  g_autofree char *silent = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (strstr (told, canary));
  cab_bundle_scope_add_withhold (closed, cab_record_get_id (note), "uk-serious-harm", &error);
  g_assert_no_error (error);
  second = cab_test_export (&self.test, closed);
  silent = dup_pdf_text (second->path);
  g_assert_null (strstr (silent, canary));
}

/* [B-40] charts are in the page, without script, style or address */
static void
test_page_has_charts (void)
{
  g_auto (CabTestBundle) self = cab_test_bundle_new ();
  g_auto (CabTestFolder) folder = cab_test_folder_new ();
  g_autoptr (CabBundleScope) scope = new_scope (&self, CAB_BUNDLE_PROFILE_ACCESS, folder.path);
  g_autoptr (CabBundleResult) result = cab_test_export (&self.test, scope);
  gsize length;
  g_autofree char *page = cab_test_read (result->path, "data/record.html", &length);

  g_assert_nonnull (strstr (page, "<svg width="));
  g_assert_nonnull (strstr (page, "<title>Mood, line chart</title>"));
  g_assert_nonnull (strstr (page, "<figcaption>7 entries are needed; there is 1.</figcaption>"));
  g_assert_nonnull (strstr (page, "<caption>Values, bar chart</caption>"));
  g_assert_null (strstr (page, " style="));
  g_assert_null (strstr (page, "<script"));
  g_assert_null (strstr (page, "://"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/render/bundle-pdf/profiles-with-a-pdf", test_profiles_with_a_pdf);
  g_test_add_func ("/render/bundle-pdf/pdf-says-what-the-page-says",
                   test_pdf_says_what_the_page_says);
  g_test_add_func ("/render/bundle-pdf/pdf-is-repeatable", test_pdf_is_repeatable);
  g_test_add_func ("/render/bundle-pdf/withheld-is-on-no-page", test_withheld_is_on_no_page);
  g_test_add_func ("/render/bundle-pdf/page-has-charts", test_page_has_charts);

  return g_test_run ();
}
