/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#include "config.h"

#include "cab-backup.h"

#include "cab-test-blob.h"
#include "cab-vault-error.h"
#include "test-rooms.h"

#include <glib/gstdio.h>

#define KEPT "Practice.cabinet.before-restore-20260302T100000Z"
#define BLOB "b10b0000-0000-4000-8000-000000000001"

/* A practice with a backup, closed; the backup lies in @target. */
static char *
prepare (CabTestVault *test, const CabTestFolder *target)
{
  g_autoptr (GError) error = NULL;
  char *path = NULL;

  cab_test_vault_init (test);
  cab_test_blob_add (test->vault, BLOB, 100000);
  test_entry (test->vault, NULL, "in the backup");
  cab_backup_make (test->vault, target->path, &test_watch, &path, NULL, &error);
  g_assert_no_error (error);
  test_entry (test->vault, NULL, "after the backup");
  cab_test_vault_close (test);
  cab_clock_advance (test->clock, 3600000);

  return path;
}

static gboolean
restore (CabTestVault *test,
         const char *backup,
         const char *passphrase,
         char **kept,
         GCancellable *cancellable,
         GError **error)
{
  g_autoptr (CabSecret) secret = cab_test_secret (passphrase);
  const CabCredential credential = test_get_credential (secret);

  return cab_backup_restore (backup, &credential, test->path, &test->settings, &test_watch, kept,
                             cancellable, error);
}

/* The practice is what the backup held, whole, and closed cleanly. */
static void
assert_restored (CabTestVault *test)
{
  g_auto (CabVaultReport) report = { 0 };
  g_autoptr (GBytes) content = NULL;
  g_autoptr (GError) error = NULL;

  cab_test_vault_reopen (test, CAB_VAULT_OPEN_NORMAL);
  g_assert_cmpint (test_query (test->vault, "SELECT count(*) FROM audit WHERE payload = "
                                            "'in the backup'"),
                   ==, 1);
  g_assert_cmpint (test_query (test->vault, "SELECT count(*) FROM audit WHERE payload = "
                                            "'after the backup'"),
                   ==, 0);
  g_assert_cmpint (test_count_acts (test->vault, "restore"), ==, 1);
  g_assert_cmpint (test_count_acts (test->vault, "unclean-close"), ==, 0);
  g_assert_cmpint (test_count_acts (test->vault, "older-used"), ==, 0);
  content = cab_chunks_read_bytes (test->vault, BLOB, 1 << 20, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (content), ==, 100000);

  cab_vault_report_init (&report);
  cab_vault_verify (test->vault, CAB_VAULT_VERIFY_ALL, NULL, NULL, NULL, NULL, &report, NULL,
                    &error);
  g_assert_no_error (error);
  g_assert_true (cab_vault_report_is_good (&report));
}

/* [V-105], [V-120] over what stands there: it keeps every byte under a name of its own */
static void
test_over_existing (void)
{
  g_auto (CabTestVault) test = { 0 };
  g_auto (CabTestFolder) target = cab_test_folder_new ();
  g_autofree char *backup = prepare (&test, &target);
  g_autofree char *kept = NULL;
  g_autoptr (GBytes) before = test_dup_bytes (test.path);
  g_autoptr (GBytes) after = NULL;
  g_autoptr (GError) error = NULL;

  restore (&test, backup, CAB_TEST_PASSPHRASE, &kept, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_suffix (kept, "/" KEPT));
  after = test_dup_bytes (kept);
  g_assert_true (g_bytes_equal (after, before));
  test_assert_only (&test.folder, "Practice.cabinet " KEPT);
  assert_restored (&test);
}

/* [V-105] where nothing stands any more */
static void
test_missing (void)
{
  g_auto (CabTestVault) test = { 0 };
  g_auto (CabTestFolder) target = cab_test_folder_new ();
  g_autofree char *backup = prepare (&test, &target);
  g_autofree char *kept = NULL;
  g_autoptr (GError) error = NULL;

  g_unlink (test.path);
  restore (&test, backup, CAB_TEST_PASSPHRASE, &kept, NULL, &error);
  g_assert_no_error (error);
  g_assert_null (kept);
  test_assert_only (&test.folder, "Practice.cabinet");
  assert_restored (&test);
}

/* [V-105] over a file of which nothing can be read */
static void
test_over_damaged (void)
{
  g_auto (CabTestVault) test = { 0 };
  g_auto (CabTestFolder) target = cab_test_folder_new ();
  g_autofree char *backup = prepare (&test, &target);
  g_autofree char *kept = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (test.path, "not a practice any more", -1, NULL));
  restore (&test, backup, CAB_TEST_PASSPHRASE, &kept, NULL, &error);
  g_assert_no_error (error);
  test_assert_only (&test.folder, "Practice.cabinet " KEPT);
  assert_restored (&test);
}

/* [V-85], [V-105] a copy at another place leaves the practice in use the one that this computer
 * knows, also where the copy replaces an earlier copy: that practice still opens unasked */
static void
test_other_place (void)
{
  g_auto (CabTestVault) test = { 0 };
  g_auto (CabTestFolder) target = cab_test_folder_new ();
  g_autofree char *backup = prepare (&test, &target);
  g_autofree char *other = g_build_filename (target.path, "Other.cabinet", NULL);
  g_autoptr (CabSecret) secret = cab_test_secret (CAB_TEST_PASSPHRASE);
  const CabCredential credential = test_get_credential (secret);
  g_autofree char *kept = NULL;
  g_autoptr (GError) error = NULL;

  cab_backup_restore (backup, &credential, other, &test.settings, &test_watch, &kept, NULL, &error);
  g_assert_no_error (error);
  g_assert_null (kept);
  cab_clock_advance (test.clock, 60000);
  cab_backup_restore (backup, &credential, other, &test.settings, &test_watch, &kept, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (kept);

  cab_test_vault_reopen (&test, CAB_VAULT_OPEN_NORMAL);
  g_assert_cmpint (test_query (test.vault, "SELECT count(*) FROM audit WHERE payload = "
                                           "'after the backup'"),
                   ==, 1);
  g_assert_cmpint (test_count_acts (test.vault, "older-used"), ==, 0);
}

/* [V-120] a journal that a crash left belongs to the old file: beside the new one it would be
 * rolled back into it. Old file and journal stay together and still open */
static void
test_over_hot_journal (void)
{
  g_auto (CabTestVault) test = { 0 };
  g_auto (CabTestFolder) target = cab_test_folder_new ();
  g_autofree char *backup = prepare (&test, &target);
  g_autofree char *kept = NULL;
  g_autofree char *live = NULL;
  g_autoptr (GError) error = NULL;

  test_crash (&test);
  restore (&test, backup, CAB_TEST_PASSPHRASE, &kept, NULL, &error);
  g_assert_no_error (error);
  test_assert_only (&test.folder, "Practice.cabinet " KEPT " " KEPT "-journal");
  assert_restored (&test);
  cab_test_vault_close (&test);

  live = g_steal_pointer (&test.path);
  test.path = g_strdup (kept);
  cab_test_vault_reopen (&test, CAB_VAULT_OPEN_USE_OLDER);
  g_assert_cmpint (test_query (test.vault, "SELECT count(*) FROM sqlite_schema WHERE name = "
                                           "'torn'"),
                   ==, 0);
}

/* [V-120] the same where the file itself is gone and only its journal is left */
static void
test_missing_with_journal (void)
{
  g_auto (CabTestVault) test = { 0 };
  g_auto (CabTestFolder) target = cab_test_folder_new ();
  g_autofree char *backup = prepare (&test, &target);
  g_autoptr (GError) error = NULL;

  test_crash (&test);
  g_unlink (test.path);
  restore (&test, backup, CAB_TEST_PASSPHRASE, NULL, NULL, &error);
  g_assert_no_error (error);
  test_assert_only (&test.folder, "Practice.cabinet " KEPT "-journal");
  assert_restored (&test);
}

static void
cut_backup (const char *path)
{
  g_assert_cmpint (truncate (path, 5 * CAB_PAGE_SIZE), ==, 0);
}

static void
damage_backup (const char *path)
{
  test_flip (path, test_get_size (path) - CAB_PAGE_SIZE - 500, 1);
}

static void
remove_backup (const char *path)
{
  g_unlink (path);
}

/* [V-105] whatever is wrong with the backup, the practice is as it was */
static void
test_refused (void)
{
  static const struct
  {
    const char *name;
    const char *passphrase;
    void (*harm) (const char *path);
    gboolean cancelled;
    int code;
  } cases[] = {
    { "wrong passphrase", "walnut drawer", NULL, FALSE, CAB_VAULT_ERROR_WRONG_KEY },
    { "cut short", CAB_TEST_PASSPHRASE, cut_backup, FALSE, CAB_VAULT_ERROR_DAMAGED },
    { "one bit", CAB_TEST_PASSPHRASE, damage_backup, FALSE, CAB_VAULT_ERROR_VERIFY },
    { "gone", CAB_TEST_PASSPHRASE, remove_backup, FALSE, CAB_VAULT_ERROR_NOT_FOUND },
    { "cancelled", CAB_TEST_PASSPHRASE, NULL, TRUE, -1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (CabTestVault) test = { 0 };
      g_auto (CabTestFolder) target = cab_test_folder_new ();
      g_autofree char *backup = prepare (&test, &target);
      g_autoptr (GBytes) before = test_dup_bytes (test.path);
      g_autoptr (GBytes) after = NULL;
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autoptr (GError) error = NULL;
      g_autofree char *kept = NULL;

      g_test_message ("%s", cases[i].name);
      if (cases[i].harm != NULL)
        cases[i].harm (backup);
      if (cases[i].cancelled)
        g_cancellable_cancel (cancellable);

      g_assert_false (restore (&test, backup, cases[i].passphrase, &kept, cancellable, &error));
      g_assert_null (kept);
      if (cases[i].code == -1)
        g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      else
        g_assert_error (error, CAB_VAULT_ERROR, cases[i].code);
      test_assert_only (&test.folder, "Practice.cabinet");
      after = test_dup_bytes (test.path);
      g_assert_true (g_bytes_equal (before, after));
    }
}

/* [V-105] nothing is restored into an open file, wherever it is open */
static void
test_in_use (void)
{
  g_auto (CabTestVault) test = { 0 };
  g_auto (CabTestFolder) target = cab_test_folder_new ();
  g_autofree char *backup = prepare (&test, &target);
  g_autoptr (GError) error = NULL;
  pid_t child;
  int until = test_hold (&test, &child);

  g_assert_false (restore (&test, backup, CAB_TEST_PASSPHRASE, NULL, NULL, &error));
  g_assert_error (error, CAB_VAULT_ERROR, CAB_VAULT_ERROR_IN_USE);
  g_clear_error (&error);
  test_let_go (until, child);

  cab_test_vault_reopen (&test, CAB_VAULT_OPEN_NORMAL);
  g_assert_false (restore (&test, backup, CAB_TEST_PASSPHRASE, NULL, NULL, &error));
  g_assert_error (error, CAB_VAULT_ERROR, CAB_VAULT_ERROR_IN_USE);
  test_entry (test.vault, NULL, NULL);
  cab_test_vault_close (&test);
  test_assert_only (&test.folder, "Practice.cabinet");
}

static gboolean
lease_elsewhere (CabVault *vault, gpointer data, GError **error)
{
  return cab_db_exec_trusted (cab_vault_get_db (vault),
                              "UPDATE state SET lease_host = 'clinic\037deadbeef', lease_wall = 1",
                              "lease it elsewhere", error);
}

/* [V-25], [V-105] a backup was made of an open practice; restored on another computer it opens
 * without being told that it is open there */
static void
test_lease (void)
{
  g_auto (CabTestVault) test = { 0 };
  g_auto (CabTestFolder) target = cab_test_folder_new ();
  g_autofree char *backup = NULL;
  g_autoptr (GError) error = NULL;

  cab_test_vault_init (&test);
  cab_test_blob_add (test.vault, BLOB, 100000);
  test_entry (test.vault, NULL, "in the backup");
  cab_vault_transact_quietly (test.vault, "lease it elsewhere", lease_elsewhere, NULL, &error);
  cab_backup_make (test.vault, target.path, &test_watch, &backup, NULL, &error);
  g_assert_no_error (error);
  cab_test_vault_close (&test);
  cab_clock_advance (test.clock, 3600000);

  restore (&test, backup, CAB_TEST_PASSPHRASE, NULL, NULL, &error);
  g_assert_no_error (error);
  assert_restored (&test);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/restore/keeps-what-it-replaces", test_over_existing);
  g_test_add_func ("/restore/where-nothing-stands", test_missing);
  g_test_add_func ("/restore/over-a-damaged-file", test_over_damaged);
  g_test_add_func ("/restore/elsewhere-leaves-the-practice-known", test_other_place);
  g_test_add_func ("/restore/leaves-an-old-journal-with-its-file", test_over_hot_journal);
  g_test_add_func ("/restore/sets-a-lonely-journal-aside", test_missing_with_journal);
  g_test_add_func ("/restore/refuses-a-bad-backup", test_refused);
  g_test_add_func ("/restore/never-into-an-open-file", test_in_use);
  g_test_add_func ("/restore/gives-up-the-lease", test_lease);

  return g_test_run ();
}
