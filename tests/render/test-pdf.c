/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include "cab-pdf.h"

#include <string.h>

#include "cab-test-chart.h"
#include "cab-test-folder.h"
#include "cab-test-tool.h"

static const CabDocumentSetup setup = {
  .title = "Record",
  .head = "C-7K2MN · Ada Mbeki",
  .foot = "7f3c9a2e",
  .created = "2026-03-02T10:00:00Z",
};

/* A note of some pages, as a person writes it. */
static void
fill (CabDocument *document, guint n_notes)
{
  g_autoptr (CabChartModel) mood = cab_test_chart_new_mood (120);
  g_autoptr (CabChartModel) values = cab_test_chart_new_values (4);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < 40; i++)
    g_string_append_printf (text,
                            "Sentence %u of a long note, which runs over some lines of the "
                            "page and says nothing at all.\n\n",
                            i);

  cab_document_add_heading (document, 1, "Record");
  cab_document_add_text (document, "Copy of the personal data held about one person", FALSE);
  cab_document_add_heading (document, 2, "Mood entries");
  cab_document_add_chart (document, mood);
  cab_document_add_heading (document, 2, "Values");
  cab_document_add_chart (document, values);
  cab_document_add_heading (document, 2, "Notes");
  for (guint i = 0; i < n_notes; i++)
    {
      cab_document_add_heading (document, 3, "Note · 2 March 2026");
      cab_document_add_field (document, "State", "Signed", FALSE);
      cab_document_add_field (document, "Text", text->str, TRUE);
      cab_document_add_text (document, "Created: 2 March 2026, 10:00", TRUE);
    }
}

static guint
count_pages (const CabDocumentSetup *of, guint n_notes)
{
  g_autoptr (CabDocument) document = cab_pdf_new (NULL, of);
  guint n_pages = 0;

  fill (document, n_notes);
  g_assert_true (cab_document_finish (document, &n_pages, NULL));

  return n_pages;
}

static char *
write_file (CabTestFolder *folder, const char *name, CabDocumentSetup of)
{
  char *path = cab_test_folder_dup_path (folder, name);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileOutputStream) stream
      = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL);
  g_autoptr (CabDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  guint n_pages = 0;

  of.n_pages = count_pages (&of, 4);
  document = cab_pdf_new (G_OUTPUT_STREAM (stream), &of);
  fill (document, 4);
  g_assert_true (cab_document_finish (document, &n_pages, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_pages, ==, of.n_pages);

  return path;
}

static char *
dup_said (const char *tool, const char *first, const char *second, const char *third)
{
  char *output = NULL;

  g_assert_cmpint (cab_test_run_tool (NULL, &output, tool, first, second, third, NULL), ==, 0);
  return output;
}

/* [B-43] it is tagged, has fixed words and one date, and outside programs read it */
static void
test_pdf_is_sound (void)
{
  g_auto (CabTestFolder) folder = cab_test_folder_new ();
  g_autofree char *path = write_file (&folder, "record.pdf", setup);
  g_autofree char *facts = dup_said ("pdfinfo", "-isodates", path, NULL);
  g_autofree char *checked = dup_said ("qpdf", "--check", path, NULL);
  g_autofree char *fonts = dup_said ("pdffonts", path, NULL, NULL);
  g_autofree char *text = dup_said ("pdftotext", path, "-", NULL);

  g_assert_nonnull (strstr (facts, "Title:           Record\n"));
  g_assert_null (strstr (facts, "Author:"));
  g_assert_nonnull (strstr (facts, "CreationDate:    2026-03-02T10:00:00Z\n"));
  g_assert_nonnull (strstr (facts, "Tagged:          yes\n"));
  g_assert_nonnull (strstr (facts, "(A4)"));
  g_assert_nonnull (strstr (checked, "No syntax or stream encoding errors found"));
  g_assert_nonnull (strstr (fonts, "yes yes yes"));
  g_assert_null (strstr (fonts, " no "));
  g_assert_nonnull (strstr (text, "Sentence 39 of a long note"));
  g_assert_nonnull (strstr (text, "C-7K2MN · Ada Mbeki"));
  g_assert_nonnull (strstr (text, "7f3c9a2e"));
}

/* [W-90] a chart is a Figure, and after it its table */
static void
test_pdf_has_structure (void)
{
  static const char *const tags[] = { "Document", "  H1",    "  H2",   "  H4",     "  Figure",
                                      "  P",      "  Table", "    TR", "      TH", "      TD" };
  g_auto (CabTestFolder) folder = cab_test_folder_new ();
  g_autofree char *path = write_file (&folder, "record.pdf", setup);
  g_autofree char *structure = dup_said ("pdfinfo", "-struct", path, NULL);
  const char *at = structure;

  for (guint i = 0; i < G_N_ELEMENTS (tags); i++)
    {
      g_autofree char *line = g_strconcat ("\n", tags[i], NULL);
      const char *found = i == 0 ? strstr (at, tags[i]) : strstr (at, line);

      if (found == NULL)
        g_error ("%s is not where it has to be", tags[i]);
      at = found;
    }
}

/* [B-43] "Page x of y", and every page has its head */
static void
test_pages_are_counted (void)
{
  g_auto (CabTestFolder) folder = cab_test_folder_new ();
  g_autofree char *path = write_file (&folder, "record.pdf", setup);
  guint n_pages = count_pages (&setup, 4);

  g_assert_cmpuint (n_pages, >, 8);
  for (guint page = 1; page <= n_pages; page++)
    {
      g_autofree char *number = g_strdup_printf ("%u", page);
      g_autofree char *foot = g_strdup_printf ("Page %u of %u", page, n_pages);
      g_autofree char *text = NULL;

      g_assert_cmpint (
          cab_test_run_tool (NULL, &text, "pdftotext", "-f", number, "-l", number, path, "-", NULL),
          ==, 0);
      g_assert_nonnull (strstr (text, foot));
      g_assert_nonnull (strstr (text, setup.head));
    }
}

/* [B-43] the same document is the same bytes; the law decides the paper */
static void
test_pdf_is_repeatable (void)
{
  g_auto (CabTestFolder) folder = cab_test_folder_new ();
  CabDocumentSetup letter = setup;
  g_autofree char *first = write_file (&folder, "first.pdf", setup);
  g_autofree char *second = write_file (&folder, "second.pdf", setup);
  g_autofree char *third = NULL;
  g_autofree char *facts = NULL;

  g_assert_cmpint (cab_test_run_tool (NULL, NULL, "cmp", first, second, NULL), ==, 0);
  letter.is_letter = TRUE;
  third = write_file (&folder, "third.pdf", letter);
  facts = dup_said ("pdfinfo", third, NULL, NULL);
  g_assert_nonnull (strstr (facts, "(letter)"));
}

/* Pages go out as they fill: what is kept does not grow with them. */
static void
test_pages_are_streamed (void)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (CabDocument) document = cab_pdf_new (stream, &setup);
  gsize before;

  fill (document, 2);
  before = g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream));
  fill (document, 2);
  g_assert_cmpuint (g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream)), >,
                    before + 4096);
  g_assert_true (cab_document_finish (document, NULL, NULL));
}

/* An error of the stream is told, and told again at the end. */
static void
test_stream_error_is_told (void)
{
  guint8 little[2048];
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new (little, sizeof little, NULL, NULL);
  g_autoptr (CabDocument) document = cab_pdf_new (stream, &setup);
  g_autoptr (GError) error = NULL;

  fill (document, 4);
  g_assert_false (cab_document_check (document, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  g_clear_error (&error);
  g_assert_false (cab_document_finish (document, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
}

/* What is given up writes nothing any more. */
static void
test_given_up_is_no_file (void)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  CabDocument *document = cab_pdf_new (stream, &setup);
  gsize before;

  fill (document, 1);
  before = g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream));
  cab_document_free (document);
  g_assert_cmpuint (g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream)), ==,
                    before);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/render/pdf/pdf-is-sound", test_pdf_is_sound);
  g_test_add_func ("/render/pdf/pdf-has-structure", test_pdf_has_structure);
  g_test_add_func ("/render/pdf/pages-are-counted", test_pages_are_counted);
  g_test_add_func ("/render/pdf/pdf-is-repeatable", test_pdf_is_repeatable);
  g_test_add_func ("/render/pdf/pages-are-streamed", test_pages_are_streamed);
  g_test_add_func ("/render/pdf/stream-error-is-told", test_stream_error_is_told);
  g_test_add_func ("/render/pdf/given-up-is-no-file", test_given_up_is_no_file);

  return g_test_run ();
}
