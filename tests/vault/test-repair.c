/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#include "config.h"

#include "cab-recovery-sheet.h"

#include "cab-test-blob.h"
#include "cab-vault-error.h"
#include "test-rooms.h"

#include <glib/gstdio.h>

#define KEPT "Practice.cabinet.before-restore-20260302T090000Z"
#define BLOB "b10b0000-0000-4000-8000-000000000001"

/* A closed practice whose header was hit; @header is the right one. */
static void
prepare (CabTestVault *test, guint8 *header, CabRecoverySheet *sheet)
{
  g_autoptr (CabSecret) passphrase = cab_test_secret (CAB_TEST_PASSPHRASE);
  g_autoptr (GError) error = NULL;

  cab_test_vault_init (test);
  cab_test_blob_add (test->vault, BLOB, 100000);
  memcpy (header, cab_vault_get_header (test->vault), CAB_HEADER_LENGTH);
  if (sheet != NULL)
    {
      cab_recovery_sheet_make (test->vault, passphrase, sheet, NULL, &error);
      g_assert_no_error (error);
    }
  cab_test_vault_close (test);
}

static void
forget_witness (CabTestVault *test)
{
  cab_test_remove (test->state_dir);
}

static gboolean
repair (CabTestVault *test,
        CabCredentialType type,
        const char *secret,
        const guint8 *header,
        char **kept,
        GError **error)
{
  g_autoptr (CabSecret) bytes = cab_test_secret (secret);
  const CabCredential credential = { type, bytes };

  return cab_repair_header (test->path, &credential, header, &test->settings, &test_watch, kept,
                            NULL, error);
}

static void
assert_repaired (CabTestVault *test, const guint8 *header)
{
  g_auto (CabVaultReport) report = { 0 };
  g_autoptr (GError) error = NULL;

  cab_test_vault_reopen (test, CAB_VAULT_OPEN_NORMAL);
  g_assert_cmpmem (cab_vault_get_header (test->vault), CAB_HEADER_LENGTH, header,
                   CAB_HEADER_LENGTH);
  g_assert_cmpint (test_count_acts (test->vault, "repair"), ==, 1);
  cab_vault_report_init (&report);
  cab_vault_verify (test->vault, CAB_VAULT_VERIFY_ALL, NULL, NULL, NULL, NULL, &report, NULL,
                    &error);
  g_assert_no_error (error);
  g_assert_true (cab_vault_report_is_good (&report));
}

/* [V-133] bits all over the header: opening says what it is, the witness knows the way back, the
 * damaged file is kept */
static void
test_from_witness (void)
{
  for (guint bit = 0; bit < 128; bit += 17)
    {
      g_auto (CabTestVault) test = { 0 };
      g_autofree char *kept = NULL;
      g_autoptr (GError) error = NULL;
      guint8 header[CAB_HEADER_LENGTH];

      prepare (&test, header, NULL);
      test_flip (test.path, bit / 8, bit % 8);
      g_assert_null (
          cab_test_vault_try (&test, CAB_TEST_PASSPHRASE, CAB_VAULT_OPEN_NORMAL, &error));
      g_assert_error (error, CAB_VAULT_ERROR, CAB_VAULT_ERROR_DAMAGED_HEADER);
      g_clear_error (&error);

      repair (&test, CAB_CREDENTIAL_PASSPHRASE, CAB_TEST_PASSPHRASE, NULL, &kept, &error);
      g_assert_no_error (error);
      g_assert_true (g_str_has_suffix (kept, "/" KEPT));
      test_assert_only (&test.folder, "Practice.cabinet " KEPT);
      assert_repaired (&test, header);
    }
}

/* [V-133] on a computer that never saw it: with the header and the code of the sheet */
static void
test_from_sheet (void)
{
  g_auto (CabTestVault) test = { 0 };
  g_auto (CabRecoverySheet) sheet = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *code = NULL;
  guint8 header[CAB_HEADER_LENGTH];
  guint8 printed[CAB_HEADER_LENGTH];

  prepare (&test, header, &sheet);
  forget_witness (&test);
  for (guint i = 0; i < CAB_HEADER_LENGTH; i++)
    {
      test_flip (test.path, i, i % 8);
      printed[i] = (guint8)(g_ascii_xdigit_value (sheet.header[2 * i]) << 4
                            | g_ascii_xdigit_value (sheet.header[2 * i + 1]));
    }
  g_assert_cmpmem (printed, sizeof printed, header, sizeof header);
  code = g_strndup ((const char *)cab_secret_open (sheet.code), cab_secret_get_length (sheet.code));
  cab_secret_close (sheet.code);

  g_assert_false (repair (&test, CAB_CREDENTIAL_RECOVERY_CODE, code, NULL, NULL, &error));
  g_assert_error (error, CAB_VAULT_ERROR, CAB_VAULT_ERROR_DAMAGED_HEADER);
  g_clear_error (&error);
  repair (&test, CAB_CREDENTIAL_RECOVERY_CODE, code, printed, NULL, &error);
  g_assert_no_error (error);
  assert_repaired (&test, header);
}

/* [V-133] refused: every byte of the folder is as it was */
static void
test_refused (void)
{
  g_auto (CabTestVault) test = { 0 };
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  guint8 header[CAB_HEADER_LENGTH];
  guint8 wrong[CAB_HEADER_LENGTH];

  prepare (&test, header, NULL);
  test_flip (test.path, 12, 3);
  memcpy (wrong, header, sizeof wrong);
  wrong[9] ^= 1;
  before = cab_test_folder_dup_state (test.folder.path);

  g_assert_false (repair (&test, CAB_CREDENTIAL_PASSPHRASE, "walnut drawer", NULL, NULL, &error));
  g_assert_error (error, CAB_VAULT_ERROR, CAB_VAULT_ERROR_WRONG_KEY);
  g_clear_error (&error);
  g_assert_false (
      repair (&test, CAB_CREDENTIAL_PASSPHRASE, CAB_TEST_PASSPHRASE, wrong, NULL, &error));
  g_assert_error (error, CAB_VAULT_ERROR, CAB_VAULT_ERROR_WRONG_KEY);
  g_clear_error (&error);

  /* The folder's own times changed with the work copy; the file's did not. */
  after = cab_test_folder_dup_state (test.folder.path);
  g_assert_cmpstr (strchr (after, '\n'), ==, strchr (before, '\n'));
  test_assert_only (&test.folder, "Practice.cabinet");
}

/* [V-133] other damage is not what this repairs, and the file stays */
static void
test_other_damage (void)
{
  g_auto (CabTestVault) test = { 0 };
  g_autoptr (GError) error = NULL;
  guint8 header[CAB_HEADER_LENGTH];

  prepare (&test, header, NULL);
  test_flip (test.path, 12, 3);
  test_flip (test.path, test_get_size (test.path) - CAB_PAGE_SIZE - 500, 3);
  g_assert_false (
      repair (&test, CAB_CREDENTIAL_PASSPHRASE, CAB_TEST_PASSPHRASE, NULL, NULL, &error));
  g_assert_error (error, CAB_VAULT_ERROR, CAB_VAULT_ERROR_VERIFY);
  test_assert_only (&test.folder, "Practice.cabinet");
}

/* [V-20] 2, [V-133] a practice that is open is left alone: looking into it would drop its lock */
static void
test_in_use (void)
{
  g_auto (CabTestVault) test = { 0 };
  g_autoptr (GError) error = NULL;
  guint8 header[CAB_HEADER_LENGTH];
  pid_t child;
  int until;

  prepare (&test, header, NULL);
  header[7] ^= 4;
  until = test_hold (&test, &child);
  g_assert_false (
      repair (&test, CAB_CREDENTIAL_PASSPHRASE, CAB_TEST_PASSPHRASE, header, NULL, &error));
  g_assert_error (error, CAB_VAULT_ERROR, CAB_VAULT_ERROR_IN_USE);
  g_clear_error (&error);
  test_let_go (until, child);

  cab_test_vault_reopen (&test, CAB_VAULT_OPEN_NORMAL);
  g_assert_false (
      repair (&test, CAB_CREDENTIAL_PASSPHRASE, CAB_TEST_PASSPHRASE, header, NULL, &error));
  g_assert_error (error, CAB_VAULT_ERROR, CAB_VAULT_ERROR_IN_USE);
  test_entry (test.vault, NULL, NULL);
}

/* [V-133] a file whose header is right is left alone */
static void
test_nothing_to_do (void)
{
  g_auto (CabTestVault) test = { 0 };
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *kept = NULL;
  g_autoptr (GError) error = NULL;
  guint8 header[CAB_HEADER_LENGTH];

  prepare (&test, header, NULL);
  before = cab_test_folder_dup_state (test.folder.path);
  repair (&test, CAB_CREDENTIAL_PASSPHRASE, CAB_TEST_PASSPHRASE, NULL, &kept, &error);
  g_assert_no_error (error);
  g_assert_null (kept);
  after = cab_test_folder_dup_state (test.folder.path);
  g_assert_cmpstr (after, ==, before);
}

/* [V-120], [V-133] a crash and a damaged header at once: the copy is brought back to where the
 * transaction began, and the old file keeps its journal */
static void
test_with_journal (void)
{
  g_auto (CabTestVault) test = { 0 };
  g_autoptr (GError) error = NULL;
  guint8 header[CAB_HEADER_LENGTH];

  prepare (&test, header, NULL);
  test_crash (&test);
  test_flip (test.path, 12, 3);
  repair (&test, CAB_CREDENTIAL_PASSPHRASE, CAB_TEST_PASSPHRASE, header, NULL, &error);
  g_assert_no_error (error);
  test_assert_only (&test.folder, "Practice.cabinet " KEPT " " KEPT "-journal");
  assert_repaired (&test, header);
  g_assert_cmpint (test_query (test.vault, "SELECT count(*) FROM sqlite_schema WHERE name = "
                                           "'torn'"),
                   ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/repair/from-the-witness", test_from_witness);
  g_test_add_func ("/repair/from-the-sheet", test_from_sheet);
  g_test_add_func ("/repair/refused", test_refused);
  g_test_add_func ("/repair/other-damage", test_other_damage);
  g_test_add_func ("/repair/in-use", test_in_use);
  g_test_add_func ("/repair/nothing-to-do", test_nothing_to_do);
  g_test_add_func ("/repair/with-a-journal", test_with_journal);

  return g_test_run ();
}
