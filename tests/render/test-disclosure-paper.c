/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include "cab-disclosure-paper.h"

#include <string.h>

#include "cab-client.h"
#include "cab-test-bundle.h"
#include "cab-test-tool.h"

static CabRecord *
disclose (CabTestPractice *test, CabRecord *client, const char *recipient)
{
  return cab_test_save (test, "disclosure", "client_id", cab_record_get_id (client),
                        "direction_kind", "to-third-party", "recipient_name", recipient, "what",
                        "Letter", "purpose_text", "Asked for", "ground", "law", "channel", "post",
                        "encryption", "paper", NULL);
}

static char *
dup_paper (CabTestPractice *test, const CabDisclosureQuery *query)
{
  g_autofree char *path = cab_test_folder_dup_path (&test->folder, "register.pdf");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileOutputStream) stream
      = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  cab_disclosure_paper_write (test->practice, query, G_OUTPUT_STREAM (stream), NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_output_stream_close (G_OUTPUT_STREAM (stream), NULL, NULL));
  g_assert_cmpint (cab_test_run_tool (NULL, NULL, "qpdf", "--check", path, NULL), ==, 0);
  g_assert_cmpint (cab_test_run_tool (NULL, &text, "pdftotext", "-layout", path, "-", NULL), ==, 0);

  return text;
}

static void
assert_says (const char *text, const char *words, gboolean says)
{
  if ((strstr (text, words) != NULL) != says)
    g_error ("“%s” is %s on paper:\n%s", words, says ? "not" : "", text);
}

/* [W-98], [M-55] the whole register, by reference and never by name, in the practice's own
 * time; of one client it says of whom it is */
static void
test_paper (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) ada = cab_test_practice_add_client (&test, "Ada");
  g_autoptr (CabRecord) ben = cab_test_practice_add_client (&test, "Ben");
  g_autoptr (CabRecord) first = disclose (&test, ada, "Dr Okafor");
  g_autoptr (CabRecord) second = disclose (&test, ben, "Ms Ito");
  const CabDisclosureQuery all = CAB_DISCLOSURE_QUERY_ALL;
  const CabDisclosureQuery of_ada = { .client_id = cab_record_get_id (ada), .ground = -1 };
  g_autofree char *whole = dup_paper (&test, &all);
  g_autofree char *part = dup_paper (&test, &of_ada);

  assert_says (whole, "Dr Okafor", TRUE);
  assert_says (whole, "Ms Ito", TRUE);
  assert_says (whole, "Europe/London", TRUE);
  assert_says (whole, "To someone else", TRUE);
  assert_says (whole, "Ada", FALSE);
  assert_says (part, "Dr Okafor", TRUE);
  assert_says (part, "Ms Ito", FALSE);
  g_assert_true (g_regex_match_simple ("Client +C-", part, 0, 0));
  g_assert_false (g_regex_match_simple ("Client +C-", whole, 0, 0));
  g_assert_cmpint (cab_test_practice_count_audit (&test, "export"), ==, 2);
}

/* [W-98] [V-90] nothing at all and nothing of a kind are not the same; what is damaged is said */
static void
test_nothing (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) ada = cab_test_practice_add_client (&test, "Ada");
  const CabDisclosureQuery all = CAB_DISCLOSURE_QUERY_ALL;
  const CabDisclosureQuery by_consent = { .ground = CAB_DISCLOSURE_GROUND_CONSENT };
  g_autofree char *nothing = dup_paper (&test, &all);
  g_autoptr (CabRecord) first = disclose (&test, ada, "Dr Okafor");
  g_autofree char *none_of_it = dup_paper (&test, &by_consent);
  g_autofree char *damaged = NULL;

  assert_says (nothing, "Nothing was disclosed.", TRUE);
  assert_says (none_of_it, "Nothing was disclosed that belongs in this list.", TRUE);
  assert_says (none_of_it, "Only on the ground", TRUE);

  cab_test_add_damaged_disclosure (&test);
  damaged = dup_paper (&test, &all);
  assert_says (damaged, "Stored copy damaged", TRUE);
  assert_says (damaged, CAB_TEST_DAMAGED_ID, TRUE);
}

/* [W-98] a stream that takes nothing is an error and no empty register */
static void
test_full (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  const CabDisclosureQuery all = CAB_DISCLOSURE_QUERY_ALL;
  char room[64];
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new (room, sizeof room, NULL, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (cab_disclosure_paper_write (test.practice, &all, stream, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/render/disclosure-paper/paper", test_paper);
  g_test_add_func ("/render/disclosure-paper/nothing", test_nothing);
  g_test_add_func ("/render/disclosure-paper/full", test_full);

  return g_test_run ();
}
