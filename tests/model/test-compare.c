/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#include "config.h"

#include "cab-client.h"
#include "cab-compare.h"
#include "cab-erasure.h"
#include "cab-model-error.h"
#include "cab-note.h"
#include "cab-test-practice.h"
#include "cab-tombstone.h"

#include <string.h>

static CabContents *
take (CabTestPractice *test)
{
  g_autoptr (GError) error = NULL;
  CabContents *contents = cab_contents_take (test->practice, NULL, &error);

  g_assert_no_error (error);
  return contents;
}

static CabComparison *
compare (const CabContents *backup, const CabContents *now)
{
  g_autoptr (GError) error = NULL;
  CabComparison *comparison = cab_compare (backup, now, &error);

  g_assert_no_error (error);
  return comparison;
}

static CabRecord *
add_note (CabTestPractice *test, CabRecord *client)
{
  CabRecord *note = cab_record_new (&cab_note_kind);

  cab_record_set_text (note, CAB_OWN (CAB_NOTE_FIELD_CLIENT_ID), cab_record_get_id (client));
  cab_record_set_text (note, CAB_OWN (CAB_NOTE_FIELD_HELD_ON), "2026-03-02T09:00");
  cab_record_set_text (note, CAB_OWN (CAB_NOTE_FIELD_HELD_ON_ZONE), "Europe/London");
  cab_record_set_code (note, CAB_OWN (CAB_NOTE_FIELD_NOTE_KIND), CAB_NOTE_KIND_SUPERVISION);
  cab_test_assert_saves (test, note);

  return note;
}

static void
assert_one (const CabComparison *comparison, CabDifferenceType type, CabRecord *record,
            CabRecord *client)
{
  const CabDifference *difference;

  g_assert_cmpuint (comparison->differences[type]->len, ==, 1);
  difference = &g_array_index (comparison->differences[type], CabDifference, 0);
  g_assert_true (difference->kind == cab_record_get_kind (record));
  g_assert_cmpstr (difference->id, ==, cab_record_get_id (record));
  g_assert_cmpstr (difference->client_id, ==, cab_record_get_id (client));
}

/* [W-51] by id and content digest: what was there before, what changed, what
 * came; the same contents differ in nothing */
static void
test_groups (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) ada = cab_test_practice_add_client (&test, "Ada");
  g_autoptr (CabRecord) ben = cab_test_practice_add_client (&test, "Ben");
  g_autoptr (CabContents) before = take (&test);
  g_autoptr (CabContents) again = take (&test);
  g_autoptr (CabContents) after = NULL;
  g_autoptr (CabComparison) same = compare (before, again);
  g_autoptr (CabComparison) forth = NULL;
  g_autoptr (CabComparison) back = NULL;
  g_autoptr (CabRecord) note = NULL;

  g_assert_true (cab_comparison_is_same (same));

  note = add_note (&test, ada);
  cab_record_set_text (ben, CAB_OWN (CAB_CLIENT_FIELD_PRONOUNS), "he/him");
  cab_test_assert_saves (&test, ben);
  after = take (&test);

  forth = compare (before, after);
  g_assert_false (cab_comparison_is_same (forth));
  g_assert_cmpuint (forth->differences[CAB_DIFFERENCE_ONLY_BACKUP]->len, ==, 0);
  assert_one (forth, CAB_DIFFERENCE_CHANGED, ben, ben);
  assert_one (forth, CAB_DIFFERENCE_ONLY_NOW, note, ada);

  back = compare (after, before);
  assert_one (back, CAB_DIFFERENCE_ONLY_BACKUP, note, ada);
  assert_one (back, CAB_DIFFERENCE_CHANGED, ben, ben);
}

/* [W-51] what was erased since is a number and a day, and no list of ids */
static void
test_erased (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) ada = cab_test_practice_add_client (&test, "Ada");
  g_autoptr (CabRecord) note = add_note (&test, ada);
  g_autoptr (CabContents) before = take (&test);
  g_autoptr (CabContents) after = NULL;
  g_autoptr (CabComparison) comparison = NULL;
  g_autoptr (GError) error = NULL;

  cab_erasure_erase (test.practice, ada, CAB_ERASURE_GROUND_MISTAKE, NULL, &error);
  g_assert_no_error (error);
  after = take (&test);
  comparison = compare (before, after);

  g_assert_cmpuint (comparison->differences[CAB_DIFFERENCE_ONLY_BACKUP]->len, ==, 0);
  g_assert_cmpuint (comparison->n_erased, ==, 2);
  g_assert_cmpstr (comparison->erased_on, ==, CAB_TEST_PRACTICE_TODAY);
  g_assert_false (cab_comparison_is_same (comparison));
}

/* [W-51] only with the practice it was made of; a cancelled one reads nothing */
static void
test_refused (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabContents) one = take (&test);
  g_autoptr (CabContents) two = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  /* One practice at a time is open for writing [V-24]. */
  cab_test_practice_clear (&test);
  test = cab_test_practice_new_seeded (7);
  two = take (&test);
  g_assert_null (cab_compare (one, two, &error));
  cab_test_assert_sentence (error, CAB_MODEL_ERROR_INVALID, "This is a backup of another practice.");
  g_clear_error (&error);

  g_cancellable_cancel (cancellable);
  g_assert_null (cab_contents_take (test.practice, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/compare/groups", test_groups);
  g_test_add_func ("/compare/erased", test_erased);
  g_test_add_func ("/compare/refused", test_refused);

  return g_test_run ();
}
