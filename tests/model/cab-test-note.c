/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#include "config.h"

#include "cab-test-note.h"

#include "cab-codes.h"
#include "cab-note-version.h"
#include "cab-note.h"
#include "cab-process-note.h"

const CabTestNoteFamily cab_test_note_families[CAB_TEST_NOTE_N_FAMILIES] = {
  { "note", &cab_note_kind, &cab_note_version_kind, CAB_OWN (CAB_NOTE_FIELD_HELD_ON),
    CAB_OWN (CAB_NOTE_FIELD_STATE), CAB_OWN (CAB_NOTE_FIELD_CURRENT_VERSION_ID) },
  { "process note", &cab_process_note_kind, &cab_process_note_version_kind,
    CAB_OWN (CAB_PROCESS_NOTE_FIELD_HELD_ON), CAB_OWN (CAB_PROCESS_NOTE_FIELD_STATE),
    CAB_OWN (CAB_PROCESS_NOTE_FIELD_CURRENT_VERSION_ID) },
};

CabRecord *
cab_test_note_new (CabTestPractice *test, const CabTestNoteFamily *family)
{
  g_autoptr (CabRecord) client = cab_test_practice_add_client (test, "Ada");
  CabRecord *note = cab_record_new (family->note);

  cab_record_set_text (note, CAB_OWN (0), cab_record_get_id (client));
  cab_record_set_text (note, family->held_on, "2026-03-02T09:00");
  cab_record_set_text (note, family->held_on + 1, "Europe/London");
  if (family->note == &cab_note_kind)
    cab_record_set_code (note, CAB_OWN (CAB_NOTE_FIELD_NOTE_KIND), CAB_NOTE_KIND_SESSION);
  cab_test_assert_saves (test, note);

  return note;
}

void
cab_test_note_write (CabTestPractice *test, CabRecord *note, const char *text)
{
  g_autoptr (GError) error = NULL;

  cab_note_write (test->practice, note, text, CAB_CUT_BECAUSE_LEAVE, &error);
  g_assert_no_error (error);
}

void
cab_test_note_sign (CabTestPractice *test, CabRecord *note)
{
  g_autoptr (GError) error = NULL;

  cab_note_sign (test->practice, note, CAB_TEST_STATEMENT, &error);
  g_assert_no_error (error);
}

void
cab_test_note_verify (CabTestPractice *test, CabRecord *note)
{
  g_autoptr (GError) error = NULL;

  cab_note_verify (test->practice, note, &error);
  g_assert_no_error (error);
}

guint
cab_test_note_count_versions (CabTestPractice *test, CabRecord *note)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) versions = cab_note_list_versions (test->practice, note, &error);

  g_assert_no_error (error);
  return versions->len;
}

CabRecord *
cab_test_note_load_version (CabTestPractice *test, CabRecord *note, guint number)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) versions = cab_note_list_versions (test->practice, note, &error);
  gint64 stored = 0;

  g_assert_no_error (error);
  g_assert_cmpuint (number, <=, versions->len);
  cab_record_get_integer (versions->pdata[number - 1], CAB_OWN (CAB_NOTE_VERSION_FIELD_NUMBER),
                          &stored);
  g_assert_cmpint (stored, ==, number);

  return g_object_ref (versions->pdata[number - 1]);
}

CabRecord *
cab_test_addendum_add (CabTestPractice *test, CabRecord *note, CabAddendumKind kind)
{
  g_autoptr (GError) error = NULL;
  CabRecord *addendum
      = cab_note_add_addendum (test->practice, note, kind, "Added", "Remembered later", &error);

  g_assert_no_error (error);
  return addendum;
}

void
cab_test_addendum_sign (CabTestPractice *test, CabRecord *addendum)
{
  g_autoptr (GError) error = NULL;

  cab_addendum_sign (test->practice, addendum, CAB_TEST_STATEMENT, &error);
  g_assert_no_error (error);
}
