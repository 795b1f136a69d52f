/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#include "config.h"

#include "cab-tombstone.h"

#include "cab-client.h"
#include "cab-model-error.h"
#include "cab-test-practice.h"

#define OWN(field) CAB_OWN (CAB_TOMBSTONE_FIELD_##field)
#define ERASED "0b5f7c52-6a0e-4f5c-9e2b-1d7e5c9a3f10"

static CabRecord *
new_tombstone (void)
{
  CabRecord *tombstone = cab_record_new (&cab_tombstone_kind);

  cab_record_set_text (tombstone, OWN (ERASED_ID), ERASED);
  cab_record_set_text (tombstone, OWN (ERASED_KIND), "client");
  cab_record_set_text (tombstone, OWN (ERASED_ON), CAB_TEST_PRACTICE_TODAY);
  cab_record_set_text (tombstone, OWN (GROUND), "request");
  cab_record_set_text (tombstone, OWN (COPIES_GONE_BY), "2026-04-01");
  cab_record_set_text (tombstone, OWN (COUNTS), "client 1, note 3");
  cab_record_set_integer (tombstone, OWN (EVENT_SEQUENCE), 12);

  return tombstone;
}

/* [M-56] an erased id stays refused, and has one trace */
static void
test_erased (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) first = new_tombstone ();
  g_autoptr (CabRecord) second = new_tombstone ();

  g_assert_false (cab_practice_is_erased (test.practice, ERASED));
  cab_test_assert_saves (&test, first);
  g_assert_true (cab_practice_is_erased (test.practice, ERASED));
  g_assert_cmpstr (cab_record_get_text (first, CAB_SYSTEM_ORIGIN), ==, "derived");

  cab_test_assert_refuses (&test, second, CAB_MODEL_ERROR_DUPLICATE,
                           "Erasure, erased record: there is one with “" ERASED "” already.");
}

/* [M-9], [M-56] the trace cannot be changed or taken away */
static void
test_immutable (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) tombstone = new_tombstone ();
  g_autoptr (GError) error = NULL;

  cab_test_assert_saves (&test, tombstone);
  cab_record_set_text (tombstone, OWN (COUNTS), "nothing");
  cab_test_assert_refuses (
      &test, tombstone, CAB_MODEL_ERROR_IMMUTABLE,
      "Erasure, how much: this record is kept as it is and cannot be changed.");
  cab_record_set_text (tombstone, OWN (COUNTS), "client 1, note 3");

  g_assert_false (cab_practice_trash (test.practice, tombstone, &error));
  cab_test_assert_sentence (error, CAB_MODEL_ERROR_IMMUTABLE,
                            "The trace of an erasure cannot be deleted.");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/tombstone/erased-id-stays-refused", test_erased);
  g_test_add_func ("/tombstone/stays-as-it-is", test_immutable);

  return g_test_run ();
}
