/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include "cab-anchor-paper.h"

#include "cab-anchor.h"

#include <string.h>

#include "cab-test-bundle.h"
#include "cab-test-practice.h"
#include "cab-test-tool.h"

/* [V-82] [W-98] the page has the anchor as it was, and says what it is good for; it names no
 * client; afterwards the practice knows what was printed and its log goes through it */
static void
test_page (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) client = cab_test_practice_add_client (&test, "Ada");
  CabVault *vault = cab_practice_get_vault (test.practice);
  g_autofree char *path = cab_test_folder_dup_path (&test.folder, "anchor.pdf");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileOutputStream) stream
      = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL);
  g_autofree char *anchor = cab_vault_dup_anchor (vault);
  g_autofree char *printed = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  cab_anchor_paper_write (test.practice, G_OUTPUT_STREAM (stream), &error);
  g_assert_no_error (error);
  g_assert_true (g_output_stream_close (G_OUTPUT_STREAM (stream), NULL, NULL));
  g_assert_cmpint (cab_test_run_tool (NULL, NULL, "qpdf", "--check", path, NULL), ==, 0);
  g_assert_cmpint (cab_test_run_tool (NULL, &text, "pdftotext", "-layout", path, "-", NULL), ==, 0);
  g_assert_nonnull (strstr (text, anchor));
  g_assert_nonnull (strstr (text, "2 March 2026"));
  g_assert_nonnull (strstr (text, "cannot be changed unnoticed"));
  g_assert_null (strstr (text, "Ada"));

  printed = cab_anchor_dup_printed (vault);
  g_assert_cmpstr (printed, ==, anchor);
  cab_vault_verify_log (vault, NULL, 0, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

/* [V-82] a page that did not get out is not remembered */
static void
test_not_written (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  CabVault *vault = cab_practice_get_vault (test.practice);
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;
  guint64 seq = cab_vault_get_head_seq (vault);

  g_assert_true (g_output_stream_close (stream, NULL, NULL));
  g_assert_false (cab_anchor_paper_write (test.practice, stream, &error));
  g_assert_nonnull (error);
  g_assert_null (cab_anchor_dup_printed (vault));
  g_assert_cmpuint (cab_vault_get_head_seq (vault), ==, seq);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/anchor-paper/page", test_page);
  g_test_add_func ("/anchor-paper/not-written", test_not_written);

  return g_test_run ();
}
