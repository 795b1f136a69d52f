/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#include "config.h"

#include "cab-backup.h"

#include "cab-erase.h"
#include "cab-test-blob.h"
#include "cab-vault-error.h"
#include "test-rooms.h"

#define GONE "90e90e90-0000-4000-8000-000000000001"
#define KEPT "cebecebe-0000-4000-8000-000000000002"

static gboolean
remove_gone (CabVault *copy, gpointer data, GError **error)
{
  return cab_chunks_remove (copy, GONE, error) >= 0
         && cab_db_exec (cab_vault_get_db (copy), "DELETE FROM blob WHERE id = '" GONE "'",
                         "erase a test blob", error);
}

/* What the model does with its tombstones: erases what is still there, and
 * nothing when it is not. */
static gboolean
adopt (CabVault *copy, CabVault *replaced, gpointer data, GError **error)
{
  g_autoptr (GPtrArray) entities = g_ptr_array_new ();

  g_assert_nonnull (replaced);
  if (test_query (copy, "SELECT count(*) FROM blob WHERE id = '" GONE "'") == 0)
    return TRUE;

  g_ptr_array_add (entities, (gpointer)GONE);
  return cab_erase (copy, entities, remove_gone, NULL, "blob 1", error);
}

static const CabCopyWatch watch = { .adopt = adopt };

/* A practice with two blobs and a backup of it; the practice is open. */
static char *
prepare (CabTestVault *test, const CabTestFolder *target)
{
  g_autoptr (GError) error = NULL;
  char *path = NULL;

  cab_test_vault_init (test);
  cab_test_blob_add (test->vault, GONE, 100000);
  cab_test_blob_add (test->vault, KEPT, 5000);
  cab_backup_make (test->vault, target->path, &test_watch, &path, NULL, &error);
  g_assert_no_error (error);
  cab_clock_advance (test->clock, 3600000);

  return path;
}

static gboolean
scrub (CabTestVault *test,
       const char *backup,
       const char *passphrase,
       gboolean *is_changed,
       GCancellable *cancellable,
       GError **error)
{
  g_autoptr (CabSecret) secret = cab_test_secret (passphrase);
  const CabCredential credential = test_get_credential (secret);

  return cab_backup_scrub (test->vault, backup, &credential, &watch, is_changed, cancellable,
                           error);
}

static CabVault *
open_backup (CabTestVault *test, const char *path)
{
  g_autoptr (CabSecret) secret = cab_test_secret (CAB_TEST_PASSPHRASE);
  const CabCredential credential = test_get_credential (secret);
  g_autoptr (GError) error = NULL;
  CabVault *backup
      = cab_vault_open (path, &credential, CAB_VAULT_OPEN_READ_ONLY, &test->settings, NULL, &error);

  g_assert_no_error (error);
  return backup;
}

static CabBackupEntry *
get_entry (GPtrArray *entries)
{
  g_assert_cmpuint (entries->len, ==, 1);
  return g_ptr_array_index (entries, 0);
}

/* [V-145] what was erased is gone from the backup, the rest is whole, and the ledger knows */
static void
test_scrubs (void)
{
  g_auto (CabTestVault) test = { 0 };
  g_auto (CabTestFolder) target = cab_test_folder_new ();
  g_autofree char *path = prepare (&test, &target);
  g_autofree char *name = g_path_get_basename (path);
  gsize before = test_get_size (path);
  g_autoptr (CabVault) backup = NULL;
  g_autoptr (GBytes) content = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (CabVaultReport) report = { 0 };
  gboolean is_changed = FALSE;

  scrub (&test, path, CAB_TEST_PASSPHRASE, &is_changed, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (is_changed);
  test_assert_only (&target, name);
  g_assert_cmpuint (test_get_size (path), <, before);

  backup = open_backup (&test, path);
  g_assert_cmpint (test_query (backup, "SELECT count(*) FROM blob"), ==, 1);
  g_assert_cmpint (test_count_acts (backup, "erase"), ==, 2);
  content = cab_chunks_read_bytes (backup, KEPT, 1 << 20, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (content), ==, 5000);

  cab_vault_report_init (&report);
  cab_backup_verify (backup, &test_watch, &report, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (cab_vault_report_is_good (&report));
  g_clear_pointer (&backup, cab_vault_free);

  entries = cab_backup_list (test.vault, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (get_entry (entries)->state, ==, "scrubbed");
  g_assert_cmpint (get_entry (entries)->size, ==, (gint64)test_get_size (path));

  scrub (&test, path, CAB_TEST_PASSPHRASE, &is_changed, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (is_changed);
}

/* [V-104], [V-145] a scrubbed backup grows old like the others */
static void
test_rotates (void)
{
  g_auto (CabTestVault) test = { 0 };
  g_auto (CabTestFolder) target = cab_test_folder_new ();
  g_autofree char *path = prepare (&test, &target);
  g_autofree char *newer = NULL;
  g_autoptr (GError) error = NULL;
  gboolean is_changed = FALSE;
  guint n_deleted = 0;

  scrub (&test, path, CAB_TEST_PASSPHRASE, &is_changed, NULL, &error);
  g_assert_no_error (error);
  cab_clock_advance (test.clock, 40 * G_GINT64_CONSTANT (86400000));
  cab_backup_make (test.vault, target.path, &test_watch, &newer, NULL, &error);
  g_assert_no_error (error);
  cab_backup_rotate (test.vault, 30, &n_deleted, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_deleted, ==, 1);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static const struct
{
  const char *name;
  const char *passphrase;
  gboolean is_foreign;
  gboolean is_flipped;
  gboolean is_cancelled;
  GQuark (*domain) (void);
  int code;
} refusals[] = {
  { "wrong passphrase", "another one", FALSE, FALSE, FALSE, cab_vault_error_quark,
    CAB_VAULT_ERROR_WRONG_KEY },
  { "another practice", CAB_TEST_PASSPHRASE, TRUE, FALSE, FALSE, cab_vault_error_quark,
    CAB_VAULT_ERROR_NOT_PRACTICE },
  { "damaged", CAB_TEST_PASSPHRASE, FALSE, TRUE, FALSE, cab_vault_error_quark,
    CAB_VAULT_ERROR_DAMAGED },
  { "cancelled", CAB_TEST_PASSPHRASE, FALSE, FALSE, TRUE, g_io_error_quark, G_IO_ERROR_CANCELLED },
};

/* [V-145] whatever goes wrong, the backup is byte by byte as it was */
static void
test_refuses (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_auto (CabTestVault) test = { 0 };
      g_auto (CabTestVault) other = { 0 };
      g_auto (CabTestFolder) target = cab_test_folder_new ();
      g_autofree char *path = NULL;
      g_autofree char *name = NULL;
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autoptr (GBytes) before = NULL;
      g_autoptr (GBytes) after = NULL;
      g_autoptr (GError) error = NULL;
      gboolean is_changed = FALSE;

      g_test_message ("%s", refusals[i].name);
      if (refusals[i].is_foreign)
        {
          path = prepare (&other, &target);
          cab_test_vault_close (&other);
          cab_test_vault_init (&test);
        }
      else
        path = prepare (&test, &target);

      if (refusals[i].is_flipped)
        test_flip (path, 30 * 4096 + 99, 3);
      if (refusals[i].is_cancelled)
        g_cancellable_cancel (cancellable);

      before = test_dup_bytes (path);
      g_assert_false (
          scrub (&test, path, refusals[i].passphrase, &is_changed, cancellable, &error));
      g_assert_error (error, refusals[i].domain (), refusals[i].code);
      g_assert_false (is_changed);
      after = test_dup_bytes (path);
      g_assert_true (g_bytes_equal (before, after));
      name = g_path_get_basename (path);
      test_assert_only (&target, name);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/vault/scrub/takes-out-what-was-erased", test_scrubs);
  g_test_add_func ("/vault/scrub/rotates-like-others", test_rotates);
  g_test_add_func ("/vault/scrub/refuses-and-leaves-alone", test_refuses);

  return g_test_run ();
}
