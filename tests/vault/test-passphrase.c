/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#include "config.h"

#include "cab-passphrase.h"

#include "cab-kdf.h"
#include "cab-recovery-sheet.h"
#include "cab-recovery.h"
#include "cab-test-blob.h"
#include "cab-vault-error.h"
#include "test-rooms.h"

#include <glib/gstdio.h>

#define BLOB "b10b0000-0000-4000-8000-000000000001"
#define NEW_PASSPHRASE "walnut drawer ferry"

static gboolean
change (CabTestVault *test,
        const char *from,
        const char *to,
        GCancellable *cancellable,
        GError **error)
{
  g_autoptr (CabSecret) old_passphrase = cab_test_secret (from);
  g_autoptr (CabSecret) new_passphrase = cab_test_secret (to);

  return cab_passphrase_change (test->vault, old_passphrase, new_passphrase, &test_watch,
                                cancellable, error);
}

static void
assert_wrong (CabTestVault *test, const char *passphrase)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (cab_test_vault_try (test, passphrase, CAB_VAULT_OPEN_READ_ONLY, &error));
  g_assert_error (error, CAB_VAULT_ERROR, CAB_VAULT_ERROR_WRONG_KEY);
}

/* The content is whole, the header on disk is the one in the file. */
static void
assert_whole (CabTestVault *test)
{
  g_auto (CabVaultReport) report = { 0 };
  g_autoptr (GBytes) content = NULL;
  g_autoptr (GError) error = NULL;

  content = cab_chunks_read_bytes (test->vault, BLOB, 1 << 20, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (content), ==, 100000);
  cab_vault_report_init (&report);
  cab_vault_verify (test->vault, CAB_VAULT_VERIFY_ALL, NULL, NULL, NULL, NULL, &report, NULL,
                    &error);
  g_assert_no_error (error);
  g_assert_true (cab_vault_report_is_good (&report));
}

static void
prepare (CabTestVault *test)
{
  cab_test_vault_init (test);
  cab_test_blob_add (test->vault, BLOB, 100000);
}

static gboolean
prove (CabTestVault *test, const char *passphrase, GCancellable *cancellable, GError **error)
{
  g_autoptr (CabSecret) secret = cab_test_secret (passphrase);

  return cab_passphrase_prove (test->vault, secret, cancellable, error);
}

/* [W-39], [W-95] an open practice is asked whether a passphrase is its own, and goes on as it was
 */
static void
test_prove (void)
{
  static const struct
  {
    const char *name;
    const char *typed;
    gboolean is_right;
  } cases[] = {
    { "the right one", CAB_TEST_PASSPHRASE, TRUE },
    { "another one", NEW_PASSPHRASE, FALSE },
    { "one letter more", CAB_TEST_PASSPHRASE "x", FALSE },
    { "the right one again", CAB_TEST_PASSPHRASE, TRUE },
  };
  g_auto (CabTestVault) test = { 0 };
  g_autoptr (GCancellable) stopped = g_cancellable_new ();
  g_autoptr (GError) stop = NULL;

  prepare (&test);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", cases[i].name);
      g_assert_true (prove (&test, cases[i].typed, NULL, &error) == cases[i].is_right);
      if (cases[i].is_right)
        g_assert_no_error (error);
      else
        g_assert_error (error, CAB_VAULT_ERROR, CAB_VAULT_ERROR_WRONG_KEY);
    }

  g_cancellable_cancel (stopped);
  g_assert_false (prove (&test, CAB_TEST_PASSPHRASE, stopped, &stop));
  g_assert_error (stop, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_whole (&test);
}

/* [V-122] new header, new fingerprint, the old passphrase and the old sheet are dead; nothing
 * else changed, and the practice was closed as it should be */
static void
test_change (void)
{
  g_auto (CabTestVault) test = { 0 };
  g_auto (CabRecoverySheet) sheet = { 0 };
  g_autoptr (CabSecret) passphrase = cab_test_secret (CAB_TEST_PASSPHRASE);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *old_fingerprint = NULL;
  g_autofree char *new_fingerprint = NULL;
  guint8 old_header[CAB_HEADER_LENGTH];
  CabCredential by_sheet = { CAB_CREDENTIAL_RECOVERY_CODE, NULL };

  prepare (&test);
  memcpy (old_header, cab_vault_get_header (test.vault), sizeof old_header);
  old_fingerprint = cab_vault_dup_fingerprint (test.vault);
  cab_recovery_sheet_make (test.vault, passphrase, &sheet, NULL, &error);
  g_assert_no_error (error);
  cab_recovery_sheet_prove (test.vault, sheet.code, &error);
  g_assert_no_error (error);

  change (&test, CAB_TEST_PASSPHRASE, NEW_PASSPHRASE, NULL, &error);
  g_assert_no_error (error);
  g_assert_null (cab_vault_get_db (test.vault));
  g_clear_pointer (&test.vault, cab_vault_free);
  test_assert_only (&test.folder, "Practice.cabinet");
  bytes = test_dup_bytes (test.path);
  g_assert_cmpint (memcmp (g_bytes_get_data (bytes, NULL), old_header, sizeof old_header), !=, 0);

  assert_wrong (&test, CAB_TEST_PASSPHRASE);
  by_sheet.secret = sheet.code;
  g_assert_null (cab_vault_open (test.path, &by_sheet, CAB_VAULT_OPEN_READ_ONLY, &test.settings,
                                 NULL, &error));
  g_assert_error (error, CAB_VAULT_ERROR, CAB_VAULT_ERROR_WRONG_KEY);
  g_clear_error (&error);

  test.vault = cab_test_vault_try (&test, NEW_PASSPHRASE, CAB_VAULT_OPEN_NORMAL, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (cab_vault_get_header (test.vault), CAB_HEADER_LENGTH,
                   g_bytes_get_data (bytes, NULL), CAB_HEADER_LENGTH);
  new_fingerprint = cab_vault_dup_fingerprint (test.vault);
  g_assert_cmpstr (new_fingerprint, !=, old_fingerprint);
  g_assert_null (cab_recovery_sheet_dup_date (test.vault));
  g_assert_cmpint (test_count_acts (test.vault, "passphrase-change"), ==, 1);
  g_assert_cmpint (test_count_acts (test.vault, "unclean-close"), ==, 0);
  assert_whole (&test);
}

/* [V-104], [V-122] older backups still open with the old passphrase, and the ledger still knows
 * them for its own, so that rotation can end their life */
static void
test_old_backups (void)
{
  g_auto (CabTestVault) test = { 0 };
  g_auto (CabTestFolder) target = cab_test_folder_new ();
  g_autoptr (CabSecret) passphrase = cab_test_secret (CAB_TEST_PASSPHRASE);
  const CabCredential credential = test_get_credential (passphrase);
  g_autofree char *backup = NULL;
  g_autofree char *newer = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (CabVault) vault = NULL;
  g_autoptr (GError) error = NULL;
  guint n_deleted = 0;

  prepare (&test);
  cab_backup_make (test.vault, target.path, &test_watch, &backup, NULL, &error);
  g_assert_no_error (error);
  change (&test, CAB_TEST_PASSPHRASE, NEW_PASSPHRASE, NULL, &error);
  g_assert_no_error (error);
  g_clear_pointer (&test.vault, cab_vault_free);

  vault = cab_vault_open (backup, &credential, CAB_VAULT_OPEN_NORMAL, &test.settings, NULL, &error);
  g_assert_no_error (error);
  g_clear_pointer (&vault, cab_vault_free);

  cab_clock_advance (test.clock, G_GINT64_CONSTANT (86400000) * 40);
  test.vault = cab_test_vault_try (&test, NEW_PASSPHRASE, CAB_VAULT_OPEN_NORMAL, &error);
  g_assert_no_error (error);
  entries = cab_backup_list (test.vault, &error);
  g_assert_cmpuint (entries->len, ==, 1);
  g_assert_cmpstr (((CabBackupEntry *)entries->pdata[0])->state, ==, "present");

  cab_backup_make (test.vault, target.path, &test_watch, &newer, NULL, &error);
  g_assert_no_error (error);
  cab_vault_trust_clock (test.vault);
  cab_backup_rotate (test.vault, 30, &n_deleted, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_deleted, ==, 1);
  g_assert_false (g_file_test (backup, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (newer, G_FILE_TEST_EXISTS));
}

/* [V-121], [V-122] refused or stopped, the practice is open as before and nothing is left over */
static void
test_refused (void)
{
  g_autofree char *too_long = g_strnfill (1025, 'a');
  const struct
  {
    const char *name;
    const char *from;
    const char *to;
    gboolean cancelled;
    gboolean damaged;
    int code;
  } cases[] = {
    { "wrong old", NEW_PASSPHRASE, NEW_PASSPHRASE, FALSE, FALSE, CAB_VAULT_ERROR_WRONG_KEY },
    { "too long", CAB_TEST_PASSPHRASE, too_long, FALSE, FALSE, CAB_VAULT_ERROR_BAD_PASSPHRASE },
    { "no UTF-8", CAB_TEST_PASSPHRASE, "\xff\xfe", FALSE, FALSE, CAB_VAULT_ERROR_BAD_PASSPHRASE },
    { "cancelled", CAB_TEST_PASSPHRASE, NEW_PASSPHRASE, TRUE, FALSE, -1 },
    { "damaged page", CAB_TEST_PASSPHRASE, NEW_PASSPHRASE, FALSE, TRUE, CAB_VAULT_ERROR_VERIFY },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (CabTestVault) test = { 0 };
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", cases[i].name);
      prepare (&test);
      if (cases[i].cancelled)
        g_cancellable_cancel (cancellable);
      if (cases[i].damaged)
        test_flip (test.path, 20 * CAB_PAGE_SIZE + 77, 2);

      g_assert_false (change (&test, cases[i].from, cases[i].to, cancellable, &error));
      if (cases[i].code == -1)
        g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      else
        g_assert_error (error, CAB_VAULT_ERROR, cases[i].code);
      g_clear_error (&error);

      if (cases[i].damaged)
        test_flip (test.path, 20 * CAB_PAGE_SIZE + 77, 2);
      test_entry (test.vault, NULL, NULL);
      assert_whole (&test);
      cab_test_vault_close (&test);
      test_assert_only (&test.folder, "Practice.cabinet");
      cab_test_vault_reopen (&test, CAB_VAULT_OPEN_NORMAL);
    }
}

/* [V-110] a file that is open read-only keeps its passphrase and its pages */
static void
test_read_only (void)
{
  g_auto (CabTestVault) test = { 0 };
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  prepare (&test);
  cab_test_vault_close (&test);
  before = cab_test_folder_dup_state (test.folder.path);
  cab_test_vault_reopen (&test, CAB_VAULT_OPEN_READ_ONLY);
  g_assert_false (change (&test, CAB_TEST_PASSPHRASE, NEW_PASSPHRASE, NULL, &error));
  g_assert_error (error, CAB_VAULT_ERROR, CAB_VAULT_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_false (cab_compact (test.vault, &test_watch, NULL, &error));
  g_assert_error (error, CAB_VAULT_ERROR, CAB_VAULT_ERROR_READ_ONLY);
  cab_test_vault_close (&test);
  after = cab_test_folder_dup_state (test.folder.path);
  g_assert_cmpstr (after, ==, before);
}

/* [V-134] compaction keeps header, passphrase and content; every page has another IV */
static void
test_compact (void)
{
  g_auto (CabTestVault) test = { 0 };
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) after = NULL;
  g_autoptr (GError) error = NULL;
  const guint8 *old_bytes;
  const guint8 *new_bytes;
  gsize old_length = 0;
  gsize new_length = 0;

  prepare (&test);
  cab_test_vault_close (&test);
  before = test_dup_bytes (test.path);
  cab_test_vault_reopen (&test, CAB_VAULT_OPEN_NORMAL);
  cab_compact (test.vault, &test_watch, NULL, &error);
  g_assert_no_error (error);
  g_clear_pointer (&test.vault, cab_vault_free);
  after = test_dup_bytes (test.path);
  old_bytes = g_bytes_get_data (before, &old_length);
  new_bytes = g_bytes_get_data (after, &new_length);
  g_assert_cmpmem (old_bytes, CAB_HEADER_LENGTH, new_bytes, CAB_HEADER_LENGTH);

  for (gsize page = 1; page < MIN (old_length, new_length) / CAB_PAGE_SIZE; page++)
    g_assert_cmpint (memcmp (old_bytes + page * CAB_PAGE_SIZE + CAB_PAGE_SIZE - 80,
                             new_bytes + page * CAB_PAGE_SIZE + CAB_PAGE_SIZE - 80, 16),
                     !=, 0);

  cab_test_vault_reopen (&test, CAB_VAULT_OPEN_NORMAL);
  g_assert_cmpint (test_query (test.vault, "PRAGMA freelist_count"), ==, 0);
  g_assert_cmpint (test_count_acts (test.vault, "compact"), ==, 1);
  g_assert_cmpint (test_count_acts (test.vault, "unclean-close"), ==, 0);
  assert_whole (&test);
}

/* [V-132] who has the sheet and no passphrase sets a new one; another sheet does not do */
static void
test_set_by_code (void)
{
  g_auto (CabTestVault) test = { 0 };
  g_auto (CabRecoverySheet) sheet = { 0 };
  g_autoptr (CabSecret) passphrase = cab_test_secret (CAB_TEST_PASSPHRASE);
  g_autoptr (CabSecret) fresh = cab_test_secret (NEW_PASSPHRASE);
  g_autoptr (CabSecret) zero = cab_secret_new (CAB_KEY_LENGTH);
  g_autoptr (CabSecret) foreign = cab_recovery_encode (zero);
  g_autoptr (CabVault) vault = NULL;
  g_autoptr (GError) error = NULL;

  cab_test_vault_init (&test);
  cab_recovery_sheet_make (test.vault, passphrase, &sheet, NULL, &error);
  g_assert_no_error (error);

  g_assert_false (
      cab_passphrase_set_by_code (test.vault, foreign, fresh, &test_watch, NULL, &error));
  g_assert_error (error, CAB_VAULT_ERROR, CAB_VAULT_ERROR_WRONG_KEY);
  g_clear_error (&error);

  cab_passphrase_set_by_code (test.vault, sheet.code, fresh, &test_watch, NULL, &error);
  g_assert_no_error (error);
  g_clear_pointer (&test.vault, cab_vault_free);

  assert_wrong (&test, CAB_TEST_PASSPHRASE);
  vault = cab_test_vault_try (&test, NEW_PASSPHRASE, CAB_VAULT_OPEN_READ_ONLY, &error);
  g_assert_no_error (error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/passphrase/prove", test_prove);
  g_test_add_func ("/passphrase/change", test_change);
  g_test_add_func ("/passphrase/old-backups", test_old_backups);
  g_test_add_func ("/passphrase/refused", test_refused);
  g_test_add_func ("/passphrase/read-only", test_read_only);
  g_test_add_func ("/passphrase/compact", test_compact);
  g_test_add_func ("/passphrase/set-by-code", test_set_by_code);

  return g_test_run ();
}
