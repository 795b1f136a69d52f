/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#include "config.h"

#include "cab-backup.h"

#include "cab-db-copy.h"
#include "cab-test-blob.h"
#include "cab-test-hex.h"
#include "cab-vault-error.h"
#include "test-rooms.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <sys/resource.h>

#define DAY_MS G_GINT64_CONSTANT (86400000)

static char *
make (CabTestVault *test, const CabTestFolder *target, GError **error)
{
  char *path = NULL;

  return cab_backup_make (test->vault, target->path, &test_watch, &path, NULL, error) ? path : NULL;
}

static CabVault *
open_backup (CabTestVault *test, const char *path, GError **error)
{
  g_autoptr (CabSecret) passphrase = cab_test_secret (CAB_TEST_PASSPHRASE);
  const CabCredential credential = test_get_credential (passphrase);

  return cab_vault_open (path, &credential, CAB_VAULT_OPEN_NORMAL, &test->settings, NULL, error);
}

/* [V-100], [V-101], [V-106] the copy has the file's bytes, its own name and mode, and a row in
 * the ledger that tells of it as it was copied */
static void
test_verified_copy (void)
{
  g_auto (CabTestVault) test = { 0 };
  g_auto (CabTestFolder) target = cab_test_folder_new ();
  g_autofree char *path = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (CabVault) backup = NULL;
  g_auto (CabVaultReport) report = { 0 };
  g_autoptr (GError) error = NULL;
  guint8 hash[CAB_DIGEST_LENGTH];
  g_autofree char *hex = NULL;
  g_autofree char *sql = NULL;
  const CabBackupEntry *entry;
  GStatBuf status;
  guint64 size = 0;
  guint64 generation;

  cab_test_vault_init (&test);
  cab_test_blob_add (test.vault, "b10b0000-0000-4000-8000-000000000001", 100000);
  generation = cab_vault_get_generation (test.vault);
  path = make (&test, &target, &error);
  g_assert_no_error (error);
  test_assert_only (&target, "Practice-20260302T090000Z.cabinet-backup");

  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 07777, ==, 0600);
  cab_db_hash_file (path, &size, hash, NULL, &error);
  g_assert_no_error (error);

  entries = cab_backup_list (test.vault, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (entries->len, ==, 1);
  entry = g_ptr_array_index (entries, 0);
  g_assert_cmpstr (entry->path, ==, path);
  g_assert_cmpstr (entry->state, ==, "present");
  g_assert_cmpstr (entry->level, ==, "full");
  g_assert_cmpint (entry->size, ==, status.st_size);
  g_assert_cmpint (entry->made_ms, ==, CAB_TEST_WALL_MS);
  g_assert_cmpint (entry->generation, ==, generation);
  hex = cab_test_dup_hex (hash, sizeof hash);
  sql = g_strdup_printf ("SELECT lower (hex (hash)) = '%s' FROM backup_ledger", hex);
  g_assert_cmpint (test_query (test.vault, sql), ==, 1);
  g_assert_cmpint (test_count_acts (test.vault, "backup"), ==, 1);

  cab_test_vault_close (&test);
  backup = open_backup (&test, path, &error);
  g_assert_no_error (error);
  g_assert_false (cab_vault_is_writable (backup));
  g_assert_cmpint (cab_vault_get_generation (backup), ==, generation);
  cab_vault_report_init (&report);
  cab_backup_verify (backup, &test_watch, &report, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (cab_vault_report_is_good (&report));
}

typedef enum
{
  CANCELLED,
  NO_FOLDER,
  TAKEN,
  FULL,
  DAMAGED_PAGE,
  N_FAILURES
} Failure;

static void
fail_to_make (CabTestVault *test, const CabTestFolder *target, Failure failure, GError **error)
{
  g_autofree char *taken
      = cab_test_folder_dup_path (target, "Practice-20260302T090000Z.cabinet-backup");
  g_autofree char *nowhere = cab_test_folder_dup_path (target, "nowhere");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  const char *folder = target->path;
  struct rlimit before;
  struct rlimit small;
  char *path = NULL;

  getrlimit (RLIMIT_FSIZE, &before);
  small = before;
  small.rlim_cur = 65536;
  switch (failure)
    {
    case CANCELLED:
      g_cancellable_cancel (cancellable);
      break;
    case NO_FOLDER:
      folder = nowhere;
      break;
    case TAKEN:
      g_assert_true (g_file_set_contents (taken, "mine", 4, NULL));
      break;
    case FULL:
      setrlimit (RLIMIT_FSIZE, &small);
      break;
    case DAMAGED_PAGE:
      test_flip (test->path, 20 * CAB_PAGE_SIZE + 99, 3);
      break;
    case N_FAILURES:
      g_assert_not_reached ();
    }

  g_assert_false (cab_backup_make (test->vault, folder, &test_watch, &path, cancellable, error));
  g_assert_null (path);
  setrlimit (RLIMIT_FSIZE, &before);
}

/* [V-100], [V-102] whatever goes wrong, nothing is published, no work copy is left, every earlier
 * backup is as it was, and the practice goes on */
static void
test_nothing_published (void)
{
  static const struct
  {
    const char *name;
    Failure failure;
    int code;
  } cases[] = {
    { "cancelled", CANCELLED, -1 },
    { "no folder", NO_FOLDER, CAB_VAULT_ERROR_NOT_FOUND },
    { "the name is taken", TAKEN, CAB_VAULT_ERROR_EXISTS },
    { "no room", FULL, CAB_VAULT_ERROR_NO_SPACE },
    { "a damaged page", DAMAGED_PAGE, CAB_VAULT_ERROR_DAMAGED },
  };

  G_STATIC_ASSERT (G_N_ELEMENTS (cases) == N_FAILURES);
  signal (SIGXFSZ, SIG_IGN);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (CabTestVault) test = { 0 };
      g_auto (CabTestFolder) target = cab_test_folder_new ();
      g_autoptr (GPtrArray) entries = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *good = NULL;
      guint64 generation;

      g_test_message ("%s", cases[i].name);
      cab_test_vault_init (&test);
      cab_test_blob_add (test.vault, "b10b0000-0000-4000-8000-000000000001", 200000);
      cab_clock_set_wall_ms (test.clock, CAB_TEST_WALL_MS - 60000);
      good = make (&test, &target, &error);
      g_assert_no_error (error);
      cab_clock_set_wall_ms (test.clock, CAB_TEST_WALL_MS);
      generation = cab_vault_get_generation (test.vault);

      fail_to_make (&test, &target, cases[i].failure, &error);
      if (cases[i].code == -1)
        g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      else
        g_assert_error (error, CAB_VAULT_ERROR, cases[i].code);
      if (cases[i].failure == NO_FOLDER)
        g_assert_true (g_str_has_suffix (error->message, "/nowhere”."));

      test_assert_only (&target, cases[i].failure == TAKEN
                                     ? "Practice-20260302T085900Z.cabinet-backup "
                                       "Practice-20260302T090000Z.cabinet-backup"
                                     : "Practice-20260302T085900Z.cabinet-backup");
      g_assert_cmpint (cab_vault_get_generation (test.vault), ==, generation);
      entries = cab_backup_list (test.vault, NULL);
      g_assert_cmpuint (entries->len, ==, 1);
      g_assert_cmpstr (((CabBackupEntry *)entries->pdata[0])->state, ==, "present");
      test_entry (test.vault, NULL, NULL);
    }
}

/* [V-102] the practice itself is damaged: it says so, and which backup is the last good one; one
 * that is on a drive that is not connected is told from one that is there */
static void
test_damaged_live (void)
{
  static const struct
  {
    const char *name;
    guint n_made;
    guint n_removed;
    CabLastBackup last;
    guint minutes; /* how long ago the last good one was made */
  } cases[] = {
    { "no earlier one", 0, 0, CAB_LAST_BACKUP_NONE, 0 },
    { "there", 2, 0, CAB_LAST_BACKUP_PRESENT, 1 },
    { "the newest is gone", 2, 1, CAB_LAST_BACKUP_PRESENT, 2 },
    { "not connected", 2, 2, CAB_LAST_BACKUP_MISSING, 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (CabTestVault) test = { 0 };
      g_auto (CabTestFolder) target = cab_test_folder_new ();
      g_autofree char *last = NULL;
      g_autoptr (GError) expected = NULL;
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", cases[i].name);
      cab_test_vault_init (&test);
      cab_test_blob_add (test.vault, "b10b0000-0000-4000-8000-000000000001", 200000);
      for (guint k = cases[i].n_made; k > 0; k--)
        {
          g_autofree char *path = NULL;

          cab_clock_set_wall_ms (test.clock, CAB_TEST_WALL_MS - k * 60000);
          path = make (&test, &target, &error);
          g_assert_no_error (error);
          if (k <= cases[i].n_removed)
            g_unlink (path);
          if (k == cases[i].minutes)
            g_set_str (&last, path);
        }
      cab_clock_set_wall_ms (test.clock, CAB_TEST_WALL_MS);

      fail_to_make (&test, &target, DAMAGED_PAGE, &error);
      g_assert_error (error, CAB_VAULT_ERROR, CAB_VAULT_ERROR_DAMAGED);
      cab_vault_error_set_backup (&expected, CAB_VAULT_ERROR_DAMAGED, cases[i].last, last,
                                  CAB_TEST_WALL_MS - cases[i].minutes * 60000);
      g_assert_cmpstr (error->message, ==, expected->message);
    }
}

/* [V-106] a backup that the ledger cannot be told of does not stay: nothing would ever delete it */
static void
test_no_ledger_no_backup (void)
{
  g_auto (CabTestVault) test = { 0 };
  g_auto (CabTestFolder) target = cab_test_folder_new ();
  g_autoptr (GError) error = NULL;
  CabDb *db;

  cab_test_vault_init (&test);
  db = cab_vault_get_db (test.vault);
  cab_db_guard (db, FALSE);
  cab_db_exec_trusted (db,
                       "CREATE TEMP TRIGGER no_ledger BEFORE INSERT ON backup_ledger\n"
                       "BEGIN SELECT RAISE (ABORT, 'no'); END",
                       "refuse the ledger", &error);
  g_assert_no_error (error);
  cab_db_guard (db, TRUE);

  g_assert_null (make (&test, &target, &error));
  g_assert_error (error, CAB_VAULT_ERROR, CAB_VAULT_ERROR_REFUSED);
  test_assert_only (&target, "");
}

/* [V-14] what a killed backup left is gone after the next one; other practices' work copies stay */
static void
test_sweep (void)
{
  static const char left[] = "Old-20260101T000000Z.cabinet-backup.part-0123abcd";
  static const char other[] = "Old-20260101T000000Z.cabinet-backup.part-4567abcd";
  g_auto (CabTestVault) test = { 0 };
  g_auto (CabTestFolder) target = cab_test_folder_new ();
  g_autofree char *mine = cab_test_folder_dup_path (&target, left);
  g_autofree char *theirs = cab_test_folder_dup_path (&target, other);
  g_autofree char *path = NULL;
  g_autofree char *names = NULL;
  g_autoptr (GError) error = NULL;

  cab_test_vault_init (&test);
  g_file_set_contents (mine, (const char *)cab_vault_get_header (test.vault), CAB_HEADER_LENGTH,
                       NULL);
  g_file_set_contents (theirs, "CAB\1\1 another one", -1, NULL);
  path = make (&test, &target, &error);
  g_assert_no_error (error);

  names = g_strconcat (other, " Practice-20260302T090000Z.cabinet-backup", NULL);
  test_assert_only (&target, names);
}

/* [V-104], [V-106] the ledger is newest first, and knows its own files from others of that name */
static void
test_ledger (void)
{
  g_auto (CabTestVault) test = { 0 };
  g_auto (CabTestFolder) target = cab_test_folder_new ();
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) paths = g_new0 (char *, 5);
  static const char *const states[] = { "present", "missing", "missing", "missing" };

  cab_test_vault_init (&test);
  for (guint i = 0; i < 4; i++)
    {
      cab_clock_advance (test.clock, 60000);
      paths[3 - i] = make (&test, &target, &error);
      g_assert_no_error (error);
    }
  g_unlink (paths[1]);
  test_flip (paths[2], 9, 0);
  g_assert_cmpint (truncate (paths[3], 8192), ==, 0);

  entries = cab_backup_list (test.vault, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (entries->len, ==, 4);
  for (guint i = 0; i < 4; i++)
    {
      const CabBackupEntry *entry = g_ptr_array_index (entries, i);

      g_assert_cmpstr (entry->path, ==, paths[i]);
      g_assert_cmpstr (entry->state, ==, states[i]);
    }
}

/* One backup of the simulation: a row of the ledger and a file of header and length. */
typedef struct
{
  gint64 made_ms;
  gboolean verified;
  char *path;
} Kept;

static void
free_kept (Kept *kept)
{
  g_free (kept->path);
  g_free (kept);
}

static gboolean
insert_kept (CabVault *vault, gpointer data, GError **error)
{
  const Kept *kept = data;
  g_autoptr (CabStatement) statement = cab_statement_new_trusted (
      vault->db,
      "INSERT INTO backup_ledger VALUES (hex (randomblob (8)), ?1, NULL, ?2, 4096,\n"
      "  zeroblob (32), ?3, 0, 0, zeroblob (32), ?4, 'full', 'present')",
      "simulate a backup", error);

  if (statement == NULL)
    return FALSE;
  cab_statement_bind_text (statement, 1, kept->path);
  cab_statement_bind_integer (statement, 2, kept->made_ms);
  cab_statement_bind_bytes (statement, 3, vault->header, CAB_HEADER_LENGTH);
  if (kept->verified)
    cab_statement_bind_integer (statement, 4, kept->made_ms);

  return cab_statement_run (statement, error)
         && cab_vault_audit (vault, "backup", NULL, NULL, NULL, error);
}

static void
simulate_backup (CabTestVault *test, const CabTestFolder *target, GPtrArray *all, gboolean verified)
{
  g_autofree char *name = g_strdup_printf ("%04u", all->len);
  g_autofree char *bytes = g_malloc0 (4096);
  g_autoptr (GError) error = NULL;
  Kept *kept = g_new0 (Kept, 1);

  kept->made_ms = cab_clock_get_wall_ms (test->clock);
  kept->verified = verified;
  kept->path = cab_test_folder_dup_path (target, name);
  g_ptr_array_add (all, kept);
  memcpy (bytes, test->vault->header, CAB_HEADER_LENGTH);
  g_file_set_contents_full (kept->path, bytes, 4096, G_FILE_SET_CONTENTS_NONE, 0600, &error);
  g_assert_no_error (error);
  cab_vault_transact (test->vault, "simulate a backup", insert_kept, kept, &error);
  g_assert_no_error (error);
}

/* The rule of [V-104], written another way: which of those that are there may go. */
static gboolean
may_go (GPtrArray *all, guint index, gint64 now_ms)
{
  const Kept *kept = g_ptr_array_index (all, index);
  gboolean newest_verified = kept->verified;
  gboolean newest_of_day = TRUE;
  guint newer = 0;

  for (guint i = index + 1; i < all->len; i++)
    {
      const Kept *other = g_ptr_array_index (all, i);

      if (!g_file_test (other->path, G_FILE_TEST_EXISTS))
        continue;
      newer++;
      if (other->verified)
        newest_verified = FALSE;
      if (other->made_ms / DAY_MS == kept->made_ms / DAY_MS)
        newest_of_day = FALSE;
    }
  if (newest_verified)
    return FALSE;

  return now_ms - kept->made_ms > 30 * DAY_MS || (newer >= 7 && !newest_of_day);
}

static void
check_rotation (CabTestVault *test, GPtrArray *all, gboolean trusted, guint day)
{
  g_autoptr (GArray) expected = g_array_new (FALSE, FALSE, sizeof (gboolean));
  gint64 now_ms = cab_clock_get_wall_ms (test->clock);
  g_autoptr (GError) error = NULL;
  guint n_deleted = 0;
  guint n_expected = 0;

  for (guint i = 0; i < all->len; i++)
    {
      const Kept *kept = g_ptr_array_index (all, i);
      gboolean there = g_file_test (kept->path, G_FILE_TEST_EXISTS);
      gboolean stays = there && !(trusted && may_go (all, i, now_ms));

      n_expected += there && !stays;
      g_array_append_val (expected, stays);
    }

  cab_backup_rotate (test->vault, 30, &n_deleted, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < all->len; i++)
    {
      const Kept *kept = g_ptr_array_index (all, i);

      if (g_file_test (kept->path, G_FILE_TEST_EXISTS) != g_array_index (expected, gboolean, i))
        g_error ("day %u, backup %u", day, i);
    }
  g_assert_cmpuint (n_deleted, ==, n_expected);
}

/* [V-94], [V-104] 400 simulated days, one to twelve backups a day and none for weeks, some
 * never verified, the clock going back now and then: nothing goes but what the rule lets go */
static void
test_rotation (void)
{
  g_auto (CabTestVault) test = { 0 };
  g_auto (CabTestFolder) target = cab_test_folder_new ();
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify)free_kept);
  guint n_there = 0;

  cab_test_vault_init (&test);
  for (guint day = 0; day < 400; day++)
    {
      gint64 morning = CAB_TEST_WALL_MS + day * DAY_MS;
      guint n = day % 50 < 10 ? 0 : (guint)g_test_rand_int_range (1, day % 40 == 20 ? 13 : 3);

      cab_clock_set_wall_ms (test.clock, morning);
      for (guint i = 0; i < n; i++)
        {
          cab_clock_advance (test.clock, 1800000);
          simulate_backup (&test, &target, all, g_test_rand_int_range (0, 4) != 0);
        }
      if (day % 60 == 33)
        {
          cab_clock_set_wall_ms (test.clock, morning - 90 * DAY_MS);
          check_rotation (&test, all, FALSE, day);
          cab_test_vault_close (&test);
          cab_test_vault_reopen (&test, CAB_VAULT_OPEN_NORMAL);
          check_rotation (&test, all, FALSE, day);
          cab_test_vault_close (&test);
          cab_clock_set_wall_ms (test.clock, morning + DAY_MS / 2);
          cab_test_vault_reopen (&test, CAB_VAULT_OPEN_NORMAL);
        }
      check_rotation (&test, all, TRUE, day);
    }

  for (guint i = 0; i < all->len; i++)
    n_there += g_file_test (((Kept *)all->pdata[i])->path, G_FILE_TEST_EXISTS);
  g_test_message ("%u backups made, %u there", all->len, n_there);
  g_assert_cmpuint (n_there, <, 60);
}

/* [V-94] a clock that is far ahead of the last opening may be wrong: what is old by it goes only
 * once a person has looked; what is not old is no question */
static void
test_clock_ahead (void)
{
  static const struct
  {
    const char *name;
    gint64 pause_ms;
    guint n_held;
  } cases[] = {
    { "47 hours", 2 * DAY_MS - 3600 * 1000, 0 },
    { "ten days", 10 * DAY_MS, 0 },
    { "fifty years", 18250 * DAY_MS, 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (CabTestVault) test = { 0 };
      g_auto (CabTestFolder) target = cab_test_folder_new ();
      g_autofree char *old = NULL;
      g_autofree char *new = NULL;
      g_autoptr (GError) error = NULL;
      guint n_deleted = 9;
      guint n_held = 9;

      g_test_message ("%s", cases[i].name);
      cab_test_vault_init (&test);
      old = make (&test, &target, &error);
      g_assert_no_error (error);
      cab_test_vault_close (&test);
      cab_clock_advance (test.clock, cases[i].pause_ms);
      cab_test_vault_reopen (&test, CAB_VAULT_OPEN_NORMAL);
      new = make (&test, &target, &error);
      g_assert_no_error (error);

      cab_backup_rotate (test.vault, 30, &n_deleted, &n_held, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (n_deleted, ==, 0);
      g_assert_cmpuint (n_held, ==, cases[i].n_held);
      g_assert_true (g_file_test (old, G_FILE_TEST_EXISTS));

      cab_vault_trust_clock (test.vault);
      cab_backup_rotate (test.vault, 30, &n_deleted, &n_held, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (n_deleted, ==, cases[i].n_held);
      g_assert_cmpuint (n_held, ==, 0);
      g_assert_true (g_file_test (new, G_FILE_TEST_EXISTS));
    }
}

/* [V-101] verification of a backup finds what was done to it */
static void
test_verify_finds_damage (void)
{
  g_auto (CabTestVault) test = { 0 };
  g_auto (CabTestFolder) target = cab_test_folder_new ();
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  GStatBuf status;

  cab_test_vault_init (&test);
  cab_test_blob_add (test.vault, "b10b0000-0000-4000-8000-000000000001", 100000);
  path = make (&test, &target, &error);
  g_assert_no_error (error);
  cab_test_vault_close (&test);
  g_assert_cmpint (g_stat (path, &status), ==, 0);

  for (goffset page = 1; page < status.st_size / CAB_PAGE_SIZE; page++)
    {
      gsize offset = (gsize)page * CAB_PAGE_SIZE + (gsize)g_test_rand_int_range (0, CAB_PAGE_SIZE);
      g_auto (CabVaultReport) report = { 0 };
      g_autoptr (CabVault) backup = NULL;

      test_flip (path, offset, 5);
      backup = open_backup (&test, path, &error);
      if (backup != NULL)
        {
          cab_vault_report_init (&report);
          g_assert_false (cab_backup_verify (backup, &test_watch, &report, NULL, &error));
          g_assert_error (error, CAB_VAULT_ERROR, CAB_VAULT_ERROR_VERIFY);
        }
      g_assert_nonnull (error);
      g_clear_error (&error);
      g_clear_pointer (&backup, cab_vault_free);
      test_flip (path, offset, 5);
    }
}

/* The newest entry of the ledger. */
static CabBackupEntry *
steal_newest (CabVault *vault)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = cab_backup_list (vault, &error);

  g_assert_no_error (error);
  return g_ptr_array_steal_index (entries, 0);
}

/* [V-101], [V-102] checked again, a backup that fails names the last good one, and is good no
 * more; one that passes says when */
static void
test_check_again (void)
{
  g_auto (CabTestVault) test = { 0 };
  g_auto (CabTestFolder) target = cab_test_folder_new ();
  g_autofree char *good = NULL;
  g_autofree char *bad = NULL;
  CabBackupEntry *entry;
  g_autoptr (GError) error = NULL;

  cab_test_vault_init (&test);
  cab_test_blob_add (test.vault, "b10b0000-0000-4000-8000-000000000001", 100000);
  good = make (&test, &target, &error);
  g_assert_no_error (error);
  cab_clock_advance (test.clock, DAY_MS);
  bad = make (&test, &target, &error);
  g_assert_no_error (error);
  cab_clock_advance (test.clock, DAY_MS);

  g_assert_true (cab_backup_check (test.vault, bad, &test_watch, NULL, &error));
  g_assert_no_error (error);
  entry = steal_newest (test.vault);
  g_assert_cmpint (entry->verified_ms, ==, CAB_TEST_WALL_MS + 2 * DAY_MS);
  cab_backup_entry_free (entry);

  test_flip (bad, 3 * CAB_PAGE_SIZE + 100, 5);
  g_assert_false (cab_backup_check (test.vault, bad, &test_watch, NULL, &error));
  g_assert_error (error, CAB_VAULT_ERROR, CAB_VAULT_ERROR_VERIFY);
  g_assert_nonnull (strstr (error->message, "did not pass its check"));
  g_assert_nonnull (strstr (error->message, good));
  g_clear_error (&error);
  entry = steal_newest (test.vault);
  g_assert_cmpint (entry->verified_ms, ==, 0);
  g_assert_cmpstr (entry->level, ==, "none");
  cab_backup_entry_free (entry);

  g_assert_false (cab_backup_check (test.vault, "/nowhere", &test_watch, NULL, &error));
  g_assert_error (error, CAB_VAULT_ERROR, CAB_VAULT_ERROR_NOT_FOUND);
}

/* [V-104], [V-106] a backup is removed when a person asks, and another file never */
static void
test_remove (void)
{
  g_auto (CabTestVault) test = { 0 };
  g_auto (CabTestFolder) target = cab_test_folder_new ();
  g_autofree char *path = NULL;
  CabBackupEntry *entry;
  g_autoptr (GError) error = NULL;

  cab_test_vault_init (&test);
  path = make (&test, &target, &error);
  g_assert_no_error (error);
  g_assert_true (cab_backup_remove (test.vault, path, &error));
  g_assert_no_error (error);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  entry = steal_newest (test.vault);
  g_assert_cmpstr (entry->state, ==, "deleted");
  cab_backup_entry_free (entry);

  g_assert_true (g_file_set_contents (path, "not the backup", -1, NULL));
  g_assert_false (cab_backup_remove (test.vault, path, &error));
  g_assert_error (error, CAB_VAULT_ERROR, CAB_VAULT_ERROR_NOT_FOUND);
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/backup/is-a-verified-copy", test_verified_copy);
  g_test_add_func ("/backup/publishes-nothing-on-failure", test_nothing_published);
  g_test_add_func ("/backup/says-that-the-practice-is-damaged", test_damaged_live);
  g_test_add_func ("/backup/stays-only-with-a-ledger-row", test_no_ledger_no_backup);
  g_test_add_func ("/backup/sweeps-its-work-copies", test_sweep);
  g_test_add_func ("/backup/ledger-knows-its-files", test_ledger);
  g_test_add_func ("/backup/rotates-by-the-rule", test_rotation);
  g_test_add_func ("/backup/asks-when-the-clock-is-ahead", test_clock_ahead);
  g_test_add_func ("/backup/verification-finds-damage", test_verify_finds_damage);
  g_test_add_func ("/backup/is-checked-again", test_check_again);
  g_test_add_func ("/backup/is-removed-when-asked", test_remove);

  return g_test_run ();
}
