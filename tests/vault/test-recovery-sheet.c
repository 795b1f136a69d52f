/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#include "config.h"

#include "cab-recovery-sheet.h"

#include "cab-test-hex.h"
#include "cab-vault-error.h"
#include "test-rooms.h"

static void
make_sheet (CabTestVault *test, CabRecoverySheet *sheet)
{
  g_autoptr (CabSecret) passphrase = cab_test_secret (CAB_TEST_PASSPHRASE);
  g_autoptr (GError) error = NULL;

  cab_recovery_sheet_make (test->vault, passphrase, sheet, NULL, &error);
  g_assert_no_error (error);
}

/* [V-130] what is printed: the code opens the file without the passphrase; header, fingerprint,
 * day, anchor and name are the file's */
static void
test_opens (void)
{
  g_auto (CabTestVault) test = { 0 };
  g_auto (CabRecoverySheet) sheet = { 0 };
  g_autofree char *fingerprint = NULL;
  g_autofree char *anchor = NULL;
  g_autofree char *header = NULL;
  g_autoptr (GError) error = NULL;
  CabCredential credential = { CAB_CREDENTIAL_RECOVERY_CODE, NULL };

  cab_test_vault_init (&test);
  make_sheet (&test, &sheet);
  fingerprint = cab_vault_dup_fingerprint (test.vault);
  anchor = cab_vault_dup_anchor (test.vault);
  header = cab_test_dup_hex (cab_vault_get_header (test.vault), 16);
  g_assert_cmpstr (sheet.fingerprint, ==, fingerprint);
  g_assert_cmpstr (sheet.anchor, ==, anchor);
  g_assert_cmpstr (sheet.header, ==, header);
  g_assert_cmpstr (sheet.date, ==, "2026-03-02");
  g_assert_cmpstr (sheet.file_name, ==, "Practice.cabinet");
  g_assert_cmpuint (cab_secret_get_length (sheet.code), ==, 4 * 19 + 3);

  cab_test_vault_close (&test);
  credential.secret = sheet.code;
  test.vault = cab_vault_open (test.path, &credential, CAB_VAULT_OPEN_NORMAL, &test.settings, NULL,
                               &error);
  g_assert_no_error (error);
  g_assert_true (cab_vault_is_writable (test.vault));
}

/* [V-131] a sheet counts from the day on which its code was proved, not before */
static void
test_prove (void)
{
  g_auto (CabTestVault) test = { 0 };
  g_auto (CabRecoverySheet) sheet = { 0 };
  g_autofree char *date = NULL;
  g_autoptr (GError) error = NULL;

  cab_test_vault_init (&test);
  make_sheet (&test, &sheet);
  g_assert_null (cab_recovery_sheet_dup_date (test.vault));
  cab_clock_advance (test.clock, G_GINT64_CONSTANT (86400000));
  cab_recovery_sheet_prove (test.vault, sheet.code, &error);
  g_assert_no_error (error);
  date = cab_recovery_sheet_dup_date (test.vault);
  g_assert_cmpstr (date, ==, "2026-03-03");

  cab_test_vault_close (&test);
  cab_test_vault_reopen (&test, CAB_VAULT_OPEN_READ_ONLY);
  g_free (date);
  date = cab_recovery_sheet_dup_date (test.vault);
  g_assert_cmpstr (date, ==, "2026-03-03");
}

/* [V-131] asked for with a wrong passphrase there is no sheet */
static void
test_wrong_passphrase (void)
{
  g_auto (CabTestVault) test = { 0 };
  g_auto (CabRecoverySheet) sheet = { 0 };
  g_autoptr (CabSecret) wrong = cab_test_secret ("walnut drawer");
  g_autoptr (GError) error = NULL;

  cab_test_vault_init (&test);
  g_assert_false (cab_recovery_sheet_make (test.vault, wrong, &sheet, NULL, &error));
  g_assert_error (error, CAB_VAULT_ERROR, CAB_VAULT_ERROR_WRONG_KEY);
  g_assert_null (sheet.code);
  g_assert_null (sheet.header);
}

/* [V-130], [V-210] another practice's sheet opens and proves nothing; a mistyped line is named */
static void
test_wrong_sheet (void)
{
  g_auto (CabTestVault) test = { 0 };
  g_auto (CabTestVault) other = { 0 };
  g_auto (CabRecoverySheet) sheet = { 0 };
  g_autoptr (CabSecret) mistyped = NULL;
  g_autofree char *code = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  CabCredential credential = { CAB_CREDENTIAL_RECOVERY_CODE, NULL };

  cab_test_vault_init (&other);
  make_sheet (&other, &sheet);
  cab_test_vault_close (&other);
  cab_test_vault_init (&test);

  g_assert_false (cab_recovery_sheet_prove (test.vault, sheet.code, &error));
  g_assert_error (error, CAB_VAULT_ERROR, CAB_VAULT_ERROR_WRONG_KEY);
  g_clear_error (&error);
  g_assert_null (cab_recovery_sheet_dup_date (test.vault));

  code = g_strndup ((const char *)cab_secret_open (sheet.code), cab_secret_get_length (sheet.code));
  cab_secret_close (sheet.code);
  code[25] = code[25] == '7' ? '8' : '7';
  mistyped = cab_test_secret (code);
  g_assert_false (cab_recovery_sheet_prove (test.vault, mistyped, &error));
  g_assert_error (error, CAB_VAULT_ERROR, CAB_VAULT_ERROR_BAD_CODE);
  g_assert_nonnull (strstr (error->message, "Line 2"));
  g_clear_error (&error);

  cab_test_vault_close (&test);
  before = cab_test_folder_dup_state (test.folder.path);
  credential.secret = sheet.code;
  g_assert_null (
      cab_vault_open (test.path, &credential, CAB_VAULT_OPEN_NORMAL, &test.settings, NULL, &error));
  g_assert_error (error, CAB_VAULT_ERROR, CAB_VAULT_ERROR_WRONG_KEY);
  after = cab_test_folder_dup_state (test.folder.path);
  g_assert_cmpstr (after, ==, before);
}

/* [V-132] the code opens every backup made under the same passphrase */
static void
test_backup (void)
{
  g_auto (CabTestVault) test = { 0 };
  g_auto (CabTestFolder) target = cab_test_folder_new ();
  g_auto (CabRecoverySheet) sheet = { 0 };
  g_autofree char *path = NULL;
  g_autoptr (CabVault) backup = NULL;
  g_autoptr (GError) error = NULL;
  CabCredential credential = { CAB_CREDENTIAL_RECOVERY_CODE, NULL };

  cab_test_vault_init (&test);
  cab_backup_make (test.vault, target.path, &test_watch, &path, NULL, &error);
  g_assert_no_error (error);
  make_sheet (&test, &sheet);
  cab_test_vault_close (&test);
  credential.secret = sheet.code;
  backup = cab_vault_open (path, &credential, CAB_VAULT_OPEN_NORMAL, &test.settings, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (cab_vault_is_writable (backup));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/recovery-sheet/opens-the-file", test_opens);
  g_test_add_func ("/recovery-sheet/counts-when-proved", test_prove);
  g_test_add_func ("/recovery-sheet/needs-the-passphrase", test_wrong_passphrase);
  g_test_add_func ("/recovery-sheet/is-of-one-practice", test_wrong_sheet);
  g_test_add_func ("/recovery-sheet/opens-backups", test_backup);

  return g_test_run ();
}
