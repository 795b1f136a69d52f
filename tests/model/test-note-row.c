/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#include "config.h"

#include "cab-draft.h"
#include "cab-note-row.h"
#include "cab-note.h"
#include "cab-process-note.h"
#include "cab-test-practice.h"

static CabRecord *
add_note (CabTestPractice *test, CabRecord *client, const char *held_on)
{
  CabRecord *note = cab_record_new (&cab_note_kind);

  cab_record_set_text (note, CAB_OWN (CAB_NOTE_FIELD_CLIENT_ID), cab_record_get_id (client));
  cab_record_set_text (note, CAB_OWN (CAB_NOTE_FIELD_HELD_ON), held_on);
  cab_record_set_text (note, CAB_OWN (CAB_NOTE_FIELD_HELD_ON_ZONE), "Europe/London");
  cab_record_set_code (note, CAB_OWN (CAB_NOTE_FIELD_NOTE_KIND), CAB_NOTE_KIND_SESSION);
  cab_test_assert_saves (test, note);

  return note;
}

static void
write_text (CabTestPractice *test, CabRecord *note, const char *text)
{
  g_autoptr (GError) error = NULL;

  cab_note_write (test->practice, note, text, CAB_CUT_BECAUSE_LEAVE, &error);
  g_assert_no_error (error);
}

static GPtrArray *
list (CabTestPractice *test, CabRecord *client, gboolean trashed, guint offset, guint *n_all)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *rows = cab_note_row_list (test->practice, &cab_note_kind, cab_record_get_id (client),
                                       trashed, offset, 2, n_all, &error);

  g_assert_no_error (error);
  return rows;
}

/* [W-15] newest first, in pages; first line of the newest text, state in words */
static void
test_list (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) client = cab_test_practice_add_client (&test, "Ada");
  g_autoptr (CabRecord) other = cab_test_practice_add_client (&test, "Ben");
  g_autoptr (CabRecord) old = add_note (&test, client, "2025-12-03T09:00");
  g_autoptr (CabRecord) middle = add_note (&test, client, "2026-02-03T09:00");
  g_autoptr (CabRecord) newest = add_note (&test, client, "2026-03-01T09:00");
  g_autoptr (CabRecord) others = add_note (&test, other, "2026-03-01T09:00");
  const CabDraftTarget target
      = { .kind = &cab_note_kind, .record_id = cab_record_get_id (newest), .field = "text" };
  g_autoptr (GPtrArray) first = NULL;
  g_autoptr (GPtrArray) second = NULL;
  g_autoptr (CabRecord) addendum = NULL;
  g_autoptr (GError) error = NULL;
  guint n_all = 0;
  CabRow *row;

  write_text (&test, old, "\n# A heading\tthere\nMore.");
  cab_note_sign (test.practice, old, "I wrote this note.", &error);
  g_assert_no_error (error);
  addendum = cab_note_add_addendum (test.practice, old, CAB_ADDENDUM_KIND_ADDITION, "More", "Forgot",
                                    &error);
  g_assert_no_error (error);
  write_text (&test, newest, "Kept.");
  cab_draft_keep (test.practice, &target, "Newer than that\r\nand more", &error);
  g_assert_no_error (error);

  first = list (&test, client, FALSE, 0, &n_all);
  g_assert_cmpuint (n_all, ==, 3);
  g_assert_cmpuint (first->len, ==, 2);
  row = g_ptr_array_index (first, 0);
  g_assert_cmpstr (cab_row_get_text (row, CAB_NOTE_ROW_ID), ==, cab_record_get_id (newest));
  g_assert_cmpstr (cab_row_get_text (row, CAB_NOTE_ROW_FIRST_LINE), ==, "Newer than that");
  g_assert_cmpstr (cab_row_get_text (row, CAB_NOTE_ROW_STATE_WORDS), ==, "Draft");
  g_assert_true (cab_row_get_bool (row, CAB_NOTE_ROW_HAS_DRAFT));
  g_assert_cmpstr (cab_row_get_text (row, CAB_NOTE_ROW_MONTH), ==, "2026-03");
  g_assert_null (
      cab_row_get_text (g_ptr_array_index (first, 1), CAB_NOTE_ROW_FIRST_LINE));

  second = list (&test, client, FALSE, 2, NULL);
  g_assert_cmpuint (second->len, ==, 1);
  row = g_ptr_array_index (second, 0);
  g_assert_cmpstr (cab_row_get_text (row, CAB_NOTE_ROW_FIRST_LINE), ==, "A heading there");
  g_assert_cmpstr (cab_row_get_text (row, CAB_NOTE_ROW_STATE_WORDS), ==, "Signed with 1 addendum");
  g_assert_cmpint (cab_row_get_integer (row, CAB_NOTE_ROW_ADDENDA), ==, 1);
  g_assert_cmpstr (cab_row_get_text (row, CAB_NOTE_ROW_NOTE_KIND_WORDS), ==, "Session");
}

/* [W-26] the trash is a list of its own */
static void
test_trash (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) client = cab_test_practice_add_client (&test, "Ada");
  g_autoptr (CabRecord) note = add_note (&test, client, "2026-02-03T09:00");
  g_autoptr (GPtrArray) listed = NULL;
  g_autoptr (GPtrArray) trashed = NULL;
  g_autoptr (GError) error = NULL;

  cab_practice_trash (test.practice, note, &error);
  g_assert_no_error (error);
  listed = list (&test, client, FALSE, 0, NULL);
  trashed = list (&test, client, TRUE, 0, NULL);
  g_assert_cmpuint (listed->len, ==, 0);
  g_assert_cmpuint (trashed->len, ==, 1);
  g_assert_cmpstr (cab_row_get_text (g_ptr_array_index (trashed, 0), CAB_NOTE_ROW_TRASHED_ON), ==,
                   CAB_TEST_PRACTICE_TODAY);
}

/* [V-90] a note whose text is damaged is a marked row among the others */
static void
test_damaged (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) client = cab_test_practice_add_client (&test, "Ada");
  g_autoptr (CabRecord) good = add_note (&test, client, "2026-02-03T09:00");
  g_autoptr (CabRecord) bad = add_note (&test, client, "2026-02-04T09:00");
  g_autoptr (GPtrArray) rows = NULL;

  cab_test_practice_damage (&test, "UPDATE note SET next_time = 'x' WHERE held_on = '2026-02-04T09:00'");

  rows = list (&test, client, FALSE, 0, NULL);
  g_assert_cmpuint (rows->len, ==, 2);
  g_assert_true (cab_row_get_bool (g_ptr_array_index (rows, 0), CAB_NOTE_ROW_DAMAGED));
  g_assert_false (cab_row_get_bool (g_ptr_array_index (rows, 1), CAB_NOTE_ROW_DAMAGED));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/note-row/list", test_list);
  g_test_add_func ("/note-row/trash", test_trash);
  g_test_add_func ("/note-row/damaged", test_damaged);

  return g_test_run ();
}
