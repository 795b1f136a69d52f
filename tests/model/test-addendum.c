/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#include "config.h"

#include "cab-addendum.h"
#include "cab-codes.h"
#include "cab-model-error.h"
#include "cab-note.h"
#include "cab-test-note.h"

/* [M-39] only on a signed note, one after the other, sealed by signing */
static void
test_addenda (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) note = cab_test_note_new (&test, &cab_test_note_families[0]);
  g_autoptr (CabRecord) process_note = cab_test_note_new (&test, &cab_test_note_families[1]);
  g_autoptr (CabRecord) first = NULL;
  g_autoptr (CabRecord) second = NULL;
  g_autoptr (GError) error = NULL;
  gint64 sequence = 0;

  cab_test_note_write (&test, note, "Text");
  g_assert_null (cab_note_add_addendum (test.practice, note, CAB_ADDENDUM_KIND_ADDITION, "Added",
                                        "Why", &error));
  g_assert_error (error, CAB_MODEL_ERROR, CAB_MODEL_ERROR_INVALID);
  g_clear_error (&error);
  cab_test_note_write (&test, process_note, "Text");
  cab_test_note_sign (&test, process_note);
  g_assert_null (cab_note_add_addendum (test.practice, process_note, CAB_ADDENDUM_KIND_ADDITION,
                                        "Added", "Why", &error));
  g_assert_error (error, CAB_MODEL_ERROR, CAB_MODEL_ERROR_INVALID);
  g_clear_error (&error);

  cab_test_note_sign (&test, note);
  first = cab_test_addendum_add (&test, note, CAB_ADDENDUM_KIND_CORRECTION);
  g_assert_cmpint (cab_record_get_code (first, CAB_SYSTEM_ORIGIN), ==, CAB_ORIGIN_AUTHORED);
  g_assert_null (cab_note_add_addendum (test.practice, note, CAB_ADDENDUM_KIND_ADDITION, "Added",
                                        "Why", &error));
  g_assert_error (error, CAB_MODEL_ERROR, CAB_MODEL_ERROR_HELD);
  g_clear_error (&error);

  cab_record_set_text (first, CAB_OWN (CAB_ADDENDUM_FIELD_TEXT), "Better words");
  cab_test_assert_saves (&test, first);
  cab_test_addendum_sign (&test, first);
  cab_record_set_text (first, CAB_OWN (CAB_ADDENDUM_FIELD_TEXT), "Worse words");
  cab_test_assert_refuses (&test, first, CAB_MODEL_ERROR_IMMUTABLE, "…");
  cab_record_set_text (first, CAB_OWN (CAB_ADDENDUM_FIELD_TEXT), "Better words");
  g_assert_false (cab_practice_trash (test.practice, first, &error));
  g_assert_error (error, CAB_MODEL_ERROR, CAB_MODEL_ERROR_IMMUTABLE);
  g_clear_error (&error);
  g_assert_false (cab_addendum_sign (test.practice, first, CAB_TEST_STATEMENT, &error));
  g_assert_error (error, CAB_MODEL_ERROR, CAB_MODEL_ERROR_DUPLICATE);
  g_clear_error (&error);

  second = cab_test_addendum_add (&test, note, CAB_ADDENDUM_KIND_CLIENT_STATEMENT);
  g_assert_cmpint (cab_record_get_code (second, CAB_SYSTEM_ORIGIN), ==, CAB_ORIGIN_PROVIDED);
  cab_test_addendum_sign (&test, second);
  cab_record_get_integer (second, CAB_OWN (CAB_ADDENDUM_FIELD_SEQUENCE), &sequence);
  g_assert_cmpint (sequence, ==, 2);
  g_assert_cmpstr (cab_record_get_text (second, CAB_OWN (CAB_ADDENDUM_FIELD_PREVIOUS_DIGEST)), ==,
                   cab_record_get_text (first, CAB_OWN (CAB_ADDENDUM_FIELD_DIGEST)));
  cab_test_note_verify (&test, note);
}

/* [M-39] a trashed draft gives its number to the next, and cannot come back on it */
static void
test_addendum_trash (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) note = cab_test_note_new (&test, &cab_test_note_families[0]);
  g_autoptr (CabRecord) first = NULL;
  g_autoptr (CabRecord) second = NULL;
  g_autoptr (GError) error = NULL;

  cab_test_note_write (&test, note, "Text");
  cab_test_note_sign (&test, note);
  first = cab_test_addendum_add (&test, note, CAB_ADDENDUM_KIND_ADDITION);
  g_assert_true (cab_practice_trash (test.practice, first, &error));
  g_assert_true (cab_practice_restore (test.practice, first, &error));
  g_assert_no_error (error);
  g_assert_true (cab_practice_trash (test.practice, first, &error));
  g_assert_false (cab_addendum_sign (test.practice, first, CAB_TEST_STATEMENT, &error));
  g_assert_error (error, CAB_MODEL_ERROR, CAB_MODEL_ERROR_HELD);
  g_clear_error (&error);

  second = cab_test_addendum_add (&test, note, CAB_ADDENDUM_KIND_ADDITION);
  g_assert_false (cab_practice_restore (test.practice, first, &error));
  g_assert_error (error, CAB_MODEL_ERROR, CAB_MODEL_ERROR_HELD);
  g_clear_error (&error);
  cab_test_addendum_sign (&test, second);
  g_assert_false (cab_practice_restore (test.practice, first, &error));
  g_assert_error (error, CAB_MODEL_ERROR, CAB_MODEL_ERROR_DUPLICATE);
  cab_test_note_verify (&test, note);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/addendum/one-after-the-other", test_addenda);
  g_test_add_func ("/model/addendum/trash-while-draft", test_addendum_trash);

  return g_test_run ();
}
