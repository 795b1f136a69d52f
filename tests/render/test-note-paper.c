/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include "cab-note-paper.h"

#include "cab-draft.h"
#include "cab-model-error.h"
#include "cab-note.h"

#include <string.h>

#include "cab-test-bundle.h"
#include "cab-test-practice.h"
#include "cab-test-tool.h"

/* What can be read of the paper; it has to be sound. */
static char *
dup_paper (CabTestPractice *test, CabRecord *note)
{
  g_autofree char *path = cab_test_folder_dup_path (&test->folder, "note.pdf");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileOutputStream) stream
      = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  cab_note_paper_write (test->practice, note, G_OUTPUT_STREAM (stream), &error);
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
    g_error ("“%s” is %s on the paper:\n%s", words, says ? "not" : "", text);
}

/* [W-83] a draft is marked so, a signed note says by whom; the log knows of both */
static void
test_draft_and_signed (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) client = cab_test_practice_add_client (&test, "Ada");
  g_autoptr (CabRecord) note = cab_test_add_note (&test, cab_record_get_id (client),
                                                  "2026-03-01T14:00", "About the lighthouse.");
  g_autofree char *draft = dup_paper (&test, note);
  g_autofree char *whole = NULL;
  g_autoptr (GError) error = NULL;

  assert_says (draft, "DRAFT", TRUE);
  assert_says (draft, "Ada", TRUE);
  assert_says (draft, "1 March 2026, 14:00 (Europe/London)", TRUE);
  assert_says (draft, "About the lighthouse.", TRUE);
  assert_says (draft, "Page 1 of 1", TRUE);
  assert_says (draft, "Signed", FALSE);

  cab_note_sign (test.practice, note, "I wrote this note.", &error);
  g_assert_no_error (error);
  whole = dup_paper (&test, note);
  assert_says (whole, "DRAFT", FALSE);
  assert_says (whole, "Signed on 2 March 2026", TRUE);
  assert_says (whole, "“I wrote this note.”", TRUE);
  g_assert_cmpint (cab_test_practice_count_audit (&test, "print"), ==, 2);
}

/* [W-83] [M-39] the text that stands on the screen is on the paper; an addendum
 * that is not signed is not */
static void
test_unfinished_text (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) client = cab_test_practice_add_client (&test, "Ada");
  g_autoptr (CabRecord) note
      = cab_test_add_note (&test, cab_record_get_id (client), "2026-03-01T14:00", "Older words.");
  const CabDraftTarget target
      = { .kind = &cab_note_kind, .record_id = cab_record_get_id (note), .field = "text" };
  g_autoptr (CabRecord) addendum = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *with_draft = NULL;
  g_autofree char *signed_note = NULL;
  g_autofree char *with_addendum = NULL;

  g_assert_true (cab_draft_keep (test.practice, &target, "Newer words.", NULL));
  with_draft = dup_paper (&test, note);
  assert_says (with_draft, "Newer words.", TRUE);
  assert_says (with_draft, "Older words.", FALSE);
  g_assert_true (cab_draft_discard (test.practice, &target, NULL));

  g_assert_true (cab_note_sign (test.practice, note, "Mine.", &error));
  addendum = cab_note_add_addendum (test.practice, note, CAB_ADDENDUM_KIND_ADDITION,
                                    "One more thing.", "Forgotten", &error);
  g_assert_no_error (error);
  signed_note = dup_paper (&test, note);
  assert_says (signed_note, "One more thing.", FALSE);
  g_assert_true (cab_addendum_sign (test.practice, addendum, "Mine too.", &error));
  with_addendum = dup_paper (&test, note);
  assert_says (with_addendum, "One more thing.", TRUE);
  assert_says (with_addendum, "Forgotten", TRUE);
  assert_says (with_addendum, "“Mine too.”", TRUE);
}

/* What has no text gives no paper, and the log no row. */
static void
test_nothing_written (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) client = cab_test_practice_add_client (&test, "Ada");
  g_autoptr (CabRecord) note = cab_test_save (
      &test, "note", "client_id", cab_record_get_id (client), "note_kind", "session", "held_on",
      "2026-03-01T14:00", "held_on_zone", "Europe/London", NULL);
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;

  g_assert_false (cab_note_paper_write (test.practice, note, stream, &error));
  cab_test_assert_sentence (error, CAB_MODEL_ERROR_HELD, "Nothing was written in this note yet.");
  g_assert_cmpuint (g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream)), ==, 0);
  g_assert_cmpint (cab_test_practice_count_audit (&test, "print"), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/render/note-paper/draft-and-signed", test_draft_and_signed);
  g_test_add_func ("/render/note-paper/unfinished-text", test_unfinished_text);
  g_test_add_func ("/render/note-paper/nothing-written", test_nothing_written);

  return g_test_run ();
}
