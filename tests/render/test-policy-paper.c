/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include "cab-policy-paper.h"

#include "cab-client.h"
#include "cab-policy-text.h"

#include <string.h>

#include "cab-test-bundle.h"
#include "cab-test-practice.h"
#include "cab-test-tool.h"

static char *
dup_form (CabTestPractice *test, CabRecord *policy, CabRecord *client)
{
  g_autofree char *path = cab_test_folder_dup_path (&test->folder, "form.pdf");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileOutputStream) stream
      = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  cab_policy_paper_write (test->practice, policy, client, G_OUTPUT_STREAM (stream), &error);
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
    g_error ("“%s” is %s on the form:\n%s", words, says ? "not" : "", text);
}

/* [W-96] [M-95] the whole text, each purpose on its own with nothing ticked, the
 * reference and no name; a draft says what it is; the log knows */
static void
test_form (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) client = cab_test_practice_add_client (&test, "Ada");
  g_autoptr (CabRecord) policy = cab_test_save (
      &test, "policy-text", "policy_kind", "consent-text", "audience", "guardian", "language", "en",
      "title", "Who may know what", "body", "We ask before we tell anyone.\n\nYou can say no.",
      "version_number", "3", "purposes", "share-gp training", NULL);
  g_autofree char *draft = dup_form (&test, policy, NULL);
  g_autofree char *form = NULL;
  g_autofree char *digest = NULL;
  g_autoptr (GError) error = NULL;

  assert_says (draft, "DRAFT", TRUE);
  assert_says (draft, "Digest", FALSE);

  cab_policy_text_publish (test.practice, policy, NULL, &error);
  g_assert_no_error (error);
  form = dup_form (&test, policy, client);
  assert_says (form, "DRAFT", FALSE);
  assert_says (form, "Who may know what", TRUE);
  assert_says (form, "Version 3, in force from 2 March 2026", TRUE);
  assert_says (form, "We ask before we tell anyone.", TRUE);
  assert_says (form, "You can say no.", TRUE);
  assert_says (form, "Sharing with the GP", TRUE);
  assert_says (form, "Training of others", TRUE);
  assert_says (form, "☐ Yes", TRUE);
  assert_says (form, "☑", FALSE);
  assert_says (form, "On behalf of", TRUE);
  assert_says (form, "Signature", TRUE);
  assert_says (form, cab_record_get_text (client, CAB_OWN (CAB_CLIENT_FIELD_REFERENCE)), TRUE);
  assert_says (form, "Ada", FALSE);
  digest = g_strndup (cab_record_get_text (policy, CAB_OWN (CAB_POLICY_TEXT_FIELD_DIGEST)), 32);
  assert_says (form, digest, TRUE);
  g_assert_cmpint (cab_test_practice_count_audit (&test, "print"), ==, 2);
}

/* A notice is read, not signed. */
static void
test_notice (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) policy
      = cab_test_save (&test, "policy-text", "policy_kind", "complaint-procedure", "audience",
                       "adult", "language", "en", "title", "If you are not content", "body",
                       "Tell me first.", "version_number", "1", NULL);
  g_autofree char *paper = dup_form (&test, policy, NULL);

  assert_says (paper, "Tell me first.", TRUE);
  assert_says (paper, "Signature", FALSE);
  assert_says (paper, "I agree to", FALSE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/render/policy-paper/form", test_form);
  g_test_add_func ("/render/policy-paper/notice", test_notice);

  return g_test_run ();
}
