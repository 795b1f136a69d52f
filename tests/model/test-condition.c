/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#include "config.h"

#include "cab-condition.h"

#include "cab-model-error.h"
#include "cab-test-practice.h"

#define OWN(field) CAB_OWN (CAB_CONDITION_FIELD_##field)

static CabRecord *
new_condition (CabRecord *client, const char *fields)
{
  CabRecord *condition = cab_record_new (&cab_condition_kind);
  g_auto (GStrv) pairs = g_strsplit (fields, ";", -1);

  cab_record_set_text (condition, OWN (CLIENT_ID), cab_record_get_id (client));
  cab_record_set_text (condition, OWN (LABEL), "Panic disorder");
  cab_record_set_text (condition, OWN (CERTAINTY), "confirmed");
  cab_record_set_text (condition, OWN (CONDITION_STATUS), "active");
  for (guint i = 0; pairs[i] != NULL; i++)
    {
      g_auto (GStrv) pair = g_strsplit (pairs[i], "=", 2);

      g_assert_true (cab_record_parse (
          condition, (guint)cab_kind_find_field (&cab_condition_kind, pair[0]), pair[1], NULL));
    }

  return condition;
}

/* [M-35] a code needs its system; nothing is found after today */
static void
test_refusals (void)
{
  static const struct
  {
    const char *fields;
    const char *sentence;
  } cases[] = {
    { "condition_code=6B01",
      "Condition, code system: a code says nothing without the system it comes from." },
    { "condition_code=6B01;code_system=none",
      "Condition, code system: a code says nothing without the system it comes from." },
    { "diagnosed_on=2026-03-03", "Condition, diagnosed on: 2026-03-03 is after today." },
    { "diagnosed_on=2026-04", "Condition, diagnosed on: 2026-04 is after today." },
    { "onset=2027", "Condition, began: 2027 is after today." },
    { "onset=2020-05;ended_on=2020-04",
      "Condition, ended on: 2020-04 is before the beginning in 2020-05." },
  };
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) client = cab_test_practice_add_client (&test, "Ann");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CabRecord) condition = new_condition (client, cases[i].fields);

      g_test_message ("%s", cases[i].fields);
      cab_test_assert_refuses (&test, condition, CAB_MODEL_ERROR_INVALID, cases[i].sentence);
    }
}

/* [M-35] dates are as precise as they are known */
static void
test_acceptance (void)
{
  static const char *const cases[] = {
    "condition_code=6B01;code_system=icd-11",
    "code_system=none",
    "diagnosed_on=2026",
    "diagnosed_on=2026-03",
    "onset=2020-05;ended_on=2020",
    "onset=2020;ended_on=2020-01-01",
  };
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) client = cab_test_practice_add_client (&test, "Ann");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CabRecord) condition = new_condition (client, cases[i]);

      g_test_message ("%s", cases[i]);
      cab_test_assert_saves (&test, condition);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/condition/refuses-what-cannot-be", test_refusals);
  g_test_add_func ("/condition/takes-dates-as-known", test_acceptance);

  return g_test_run ();
}
