/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#include "config.h"

#include "cab-erase.h"

#include "cab-vault-error.h"
#include "cab-vault-private.h"
#include "test-rooms.h"

#define ADA "adaadaad-0000-4000-8000-000000000001"
#define BOB "b0bb0bb0-0000-4000-8000-000000000002"

static gboolean
count_call (CabVault *vault, gpointer data, GError **error)
{
  guint *calls = data;

  g_assert_cmpint (test_query (vault, "SELECT erasing FROM state"), ==, 1);
  (*calls)++;
  return TRUE;
}

static gboolean
fail (CabVault *vault, gpointer data, GError **error)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_BUSY, "not now");
  return FALSE;
}

static gboolean
erase (CabVault *vault, CabVaultWork work, gpointer data, GError **error)
{
  g_autoptr (GPtrArray) entities = g_ptr_array_new ();

  g_ptr_array_add (entities, (gpointer)ADA);
  return cab_erase (vault, entities, work, data, "client 1", error);
}

static void
assert_verifies (CabVault *vault)
{
  g_auto (CabVaultReport) report = { 0 };
  g_autoptr (GError) error = NULL;

  cab_vault_report_init (&report);
  cab_vault_verify (vault, CAB_VAULT_VERIFY_CHAIN | CAB_VAULT_VERIFY_INTEGRITY, NULL, NULL, NULL,
                    NULL, &report, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (report.chain_message, ==, NULL);
  g_assert_true (cab_vault_report_is_good (&report));
}

static gint64
count_words (CabVault *vault, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CabStatement) statement = cab_statement_new (
      cab_vault_get_db (vault), "SELECT count(*) FROM audit WHERE payload = ?1", "count", &error);

  g_assert_no_error (error);
  cab_statement_bind_text (statement, 1, words);
  g_assert_cmpint (cab_statement_step (statement, &error), ==, CAB_STEP_ROW);
  return cab_statement_get_integer (statement, 0);
}

/* [V-80], [V-140] the words of the erased go, those of others stay, the chain verifies, and so
 * it does after a second erasure of the same id and a reopening */
static void
test_blanks (void)
{
  g_auto (CabTestVault) test = { 0 };
  g_autoptr (GError) error = NULL;
  guint calls = 0;

  cab_test_vault_init (&test);
  test_entry (test.vault, ADA, "quokka");
  test_entry (test.vault, BOB, "narwhal");
  test_entry (test.vault, ADA, "quokka");
  for (guint i = 1; i <= 2; i++)
    {
      erase (test.vault, count_call, &calls, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (calls, ==, i);
      g_assert_cmpint (count_words (test.vault, "quokka"), ==, 0);
      g_assert_cmpint (count_words (test.vault, "narwhal"), ==, 1);
      g_assert_cmpint (test_count_acts (test.vault, "erase"), ==, i);
      g_assert_cmpint (test_count_acts (test.vault, "view"), ==, 3);
      g_assert_cmpint (test_query (test.vault, "SELECT erasing FROM state"), ==, 0);
      assert_verifies (test.vault);
    }
  cab_test_vault_close (&test);
  cab_test_vault_reopen (&test, CAB_VAULT_OPEN_NORMAL);
  assert_verifies (test.vault);
}

/* [V-140] one transaction: when the work fails nothing of it happened */
static void
test_all_or_nothing (void)
{
  g_auto (CabTestVault) test = { 0 };
  g_autoptr (GError) error = NULL;
  guint64 generation;

  cab_test_vault_init (&test);
  test_entry (test.vault, ADA, "quokka");
  generation = cab_vault_get_generation (test.vault);
  g_assert_false (erase (test.vault, fail, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_BUSY);
  g_assert_cmpint (count_words (test.vault, "quokka"), ==, 1);
  g_assert_cmpint (test_count_acts (test.vault, "erase"), ==, 0);
  g_assert_cmpint (test_query (test.vault, "SELECT erasing FROM state"), ==, 0);
  g_assert_cmpint (cab_vault_get_generation (test.vault), ==, generation);
  test_entry (test.vault, ADA, "quokka");
  assert_verifies (test.vault);
}

/* [V-110], [V-140] nothing is erased from a file that is open read-only */
static void
test_read_only (void)
{
  g_auto (CabTestVault) test = { 0 };
  g_autoptr (GError) error = NULL;
  guint calls = 0;

  cab_test_vault_init (&test);
  test_entry (test.vault, ADA, "quokka");
  cab_test_vault_close (&test);
  cab_test_vault_reopen (&test, CAB_VAULT_OPEN_READ_ONLY);
  g_assert_false (erase (test.vault, count_call, &calls, &error));
  g_assert_error (error, CAB_VAULT_ERROR, CAB_VAULT_ERROR_READ_ONLY);
  g_assert_cmpuint (calls, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/erase/blanks-the-words", test_blanks);
  g_test_add_func ("/erase/all-or-nothing", test_all_or_nothing);
  g_test_add_func ("/erase/read-only", test_read_only);

  return g_test_run ();
}
