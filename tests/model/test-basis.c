/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#include "config.h"

#include "cab-basis.h"

#include "cab-audit-record.h"
#include "cab-blob.h"
#include "cab-client.h"
#include "cab-codes.h"
#include "cab-disclosure.h"
#include "cab-mood-entry.h"
#include "cab-model-error.h"
#include "cab-policy-text.h"
#include "cab-practice-settings.h"
#include "cab-test-practice.h"

#define N_CLIENTS 12

/* As an imported list leaves them. */
static CabRecord *
add_client_without_basis (CabTestPractice *test, const char *name)
{
  CabRecord *client = cab_test_practice_add_client (test, name);

  cab_record_set_code (client, CAB_SYSTEM_BASIS6, CAB_BASIS6_NOT_APPLICABLE);
  cab_record_set_code (client, CAB_SYSTEM_BASIS9, CAB_BASIS9_NONE);
  cab_test_assert_saves (test, client);

  return client;
}

static gint64
count_unset (CabTestPractice *test)
{
  g_autoptr (GError) error = NULL;
  gint64 n = cab_basis_count_unset (test->practice, &cab_client_kind, &error);

  g_assert_no_error (error);

  return n;
}

static CabBasis6
get_basis6 (CabTestPractice *test, CabRecord *client)
{
  g_autoptr (CabRecord) stored
      = cab_practice_load (test->practice, &cab_client_kind, cab_record_get_id (client), NULL);

  g_assert_nonnull (stored);

  return (CabBasis6)cab_record_get_code (stored, CAB_SYSTEM_BASIS6);
}

/* [B-6], [B-83] all who have none get the practice's choice, each with its row in the log; who has
 * one keeps it */
static void
test_all (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) other = cab_test_practice_add_client (&test, "Olga");
  g_autoptr (CabRecord) last = NULL;
  g_autoptr (GError) error = NULL;
  gint64 n_filled = -1;
  gint64 n_left = -1;
  gint64 before;

  cab_record_set_code (other, CAB_SYSTEM_BASIS6, CAB_BASIS6_PUBLIC_TASK);
  cab_test_assert_saves (&test, other);
  for (guint i = 0; i < N_CLIENTS; i++)
    {
      g_clear_object (&last);
      last = add_client_without_basis (&test, "Ada");
    }
  g_assert_cmpint (count_unset (&test), ==, N_CLIENTS);

  before = cab_test_practice_count_audit (&test, "change");
  cab_basis_fill_unset (test.practice, &cab_client_kind, &n_filled, &n_left, &error);
  g_assert_no_error (error);
  g_assert_cmpint (n_filled, ==, N_CLIENTS);
  g_assert_cmpint (n_left, ==, 0);
  g_assert_cmpint (count_unset (&test), ==, 0);
  g_assert_cmpint (cab_test_practice_count_audit (&test, "change"), ==, before + N_CLIENTS);
  g_assert_cmpint (get_basis6 (&test, last), ==, CAB_BASIS6_CONTRACT);
  g_assert_cmpint (get_basis6 (&test, other), ==, CAB_BASIS6_PUBLIC_TASK);
}

/* [M-19], [M-8] a restricted record is left alone and counted, one in the trash is not there */
static void
test_left (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) free_one = add_client_without_basis (&test, "Ada");
  g_autoptr (CabRecord) restricted = add_client_without_basis (&test, "Ben");
  g_autoptr (CabRecord) trashed = add_client_without_basis (&test, "Cleo");
  g_autoptr (GError) error = NULL;
  gint64 n_filled = -1;
  gint64 n_left = -1;

  cab_record_set_bool (restricted, CAB_OWN (CAB_CLIENT_FIELD_RESTRICTED), TRUE);
  cab_record_set_code (restricted, CAB_OWN (CAB_CLIENT_FIELD_RESTRICTION_GROUND), 0);
  cab_test_assert_saves (&test, restricted);
  g_assert_true (cab_practice_trash (test.practice, trashed, NULL));

  cab_basis_fill_unset (test.practice, &cab_client_kind, &n_filled, &n_left, &error);
  g_assert_no_error (error);
  g_assert_cmpint (n_filled, ==, 1);
  g_assert_cmpint (n_left, ==, 1);
  g_assert_cmpint (get_basis6 (&test, free_one), ==, CAB_BASIS6_CONTRACT);
  g_assert_cmpint (get_basis6 (&test, restricted), ==, CAB_BASIS6_NOT_APPLICABLE);
  g_assert_cmpint (get_basis6 (&test, trashed), ==, CAB_BASIS6_NOT_APPLICABLE);
}

/* [B-6] what the practice did not choose cannot be given */
static void
test_none_chosen (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) client = add_client_without_basis (&test, "Ada");
  g_autoptr (GError) error = NULL;

  g_assert_true (cab_practice_settings_set_basis (
      test.practice, &cab_client_kind, CAB_BASIS6_NOT_APPLICABLE, CAB_BASIS9_NONE, NULL));
  g_assert_false (cab_basis_fill_unset (test.practice, &cab_client_kind, NULL, NULL, &error));
  cab_test_assert_sentence (error, CAB_MODEL_ERROR_INVALID,
                            "Choose the legal basis for new records of ‘Clients’ first.");
  g_assert_cmpint (count_unset (&test), ==, 1);
}

/* [B-6] registers stand apart from what the practice chooses for its clients and for itself */
static void
test_groups (void)
{
  static const struct
  {
    const CabKind *kind;
    CabBasisGroup group;
  } cases[] = {
    { &cab_client_kind, CAB_BASIS_GROUP_CLIENTS },
    { &cab_mood_entry_kind, CAB_BASIS_GROUP_CLIENTS },
    { &cab_policy_text_kind, CAB_BASIS_GROUP_PRACTICE },
    { &cab_disclosure_kind, CAB_BASIS_GROUP_LAW },
    { &cab_audit_kind, CAB_BASIS_GROUP_NONE },
    { &cab_blob_chunk_kind, CAB_BASIS_GROUP_NONE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      if (cab_basis_group_of (cases[i].kind) != cases[i].group)
        g_error ("%s stands in group %d", cases[i].kind->name, cab_basis_group_of (cases[i].kind));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/basis/all", test_all);
  g_test_add_func ("/basis/left", test_left);
  g_test_add_func ("/basis/none-chosen", test_none_chosen);
  g_test_add_func ("/basis/groups", test_groups);

  return g_test_run ();
}
