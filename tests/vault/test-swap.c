/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#include "config.h"

#include "cab-swap.h"

#include "cab-vault-error.h"
#include "test-rooms.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/wait.h>
#include <unistd.h>

#define KEPT "Practice.cabinet.before-restore-20260302T090000Z"

/* A closed practice, and beside it a work copy that holds only words. */
static void
prepare (CabTestVault *test, CabWorkCopy *copy, struct stat *status)
{
  g_autoptr (GError) error = NULL;

  cab_test_vault_init (test);
  cab_test_vault_close (test);
  cab_work_copy_make (copy, test->path, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_set_contents (copy->path, "the new one", -1, NULL));
  g_assert_cmpint (lstat (test->path, status), ==, 0);
}

static void
assert_text (const char *path, const char *expected)
{
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, expected);
}

/* [V-120] without a name to keep, the copy takes the place and nothing else is there */
static void
test_replaces (void)
{
  g_auto (CabTestVault) test = { 0 };
  g_auto (CabWorkCopy) copy = CAB_WORK_COPY_INIT;
  g_autoptr (GError) error = NULL;
  struct stat status;

  prepare (&test, &copy, &status);
  cab_swap (test.path, &status, &copy, NULL, &error);
  g_assert_no_error (error);
  g_assert_null (copy.path);
  assert_text (test.path, "the new one");
  test_assert_only (&test.folder, "Practice.cabinet");
}

/* [V-120] with one, the old file has it, byte for byte */
static void
test_keeps (void)
{
  g_auto (CabTestVault) test = { 0 };
  g_auto (CabWorkCopy) copy = CAB_WORK_COPY_INIT;
  g_autofree char *keep = NULL;
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) after = NULL;
  g_autoptr (GError) error = NULL;
  struct stat status;

  prepare (&test, &copy, &status);
  before = test_dup_bytes (test.path);
  keep = cab_work_copy_dup_kept_path (test.path, test.clock);
  cab_swap (test.path, &status, &copy, keep, &error);
  g_assert_no_error (error);
  assert_text (test.path, "the new one");
  after = test_dup_bytes (keep);
  g_assert_true (g_bytes_equal (before, after));
  test_assert_only (&test.folder, "Practice.cabinet " KEPT);
}

/* [V-120] the name to keep it under may be taken: both files and the copy stay as they were */
static void
test_kept_name_taken (void)
{
  g_auto (CabTestVault) test = { 0 };
  g_auto (CabWorkCopy) copy = CAB_WORK_COPY_INIT;
  g_autofree char *keep = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  struct stat status;

  prepare (&test, &copy, &status);
  keep = cab_work_copy_dup_kept_path (test.path, test.clock);
  g_assert_true (g_file_set_contents (keep, "older still", -1, NULL));
  before = cab_test_folder_dup_state (test.folder.path);
  g_assert_false (cab_swap (test.path, &status, &copy, keep, &error));
  g_assert_error (error, CAB_VAULT_ERROR, CAB_VAULT_ERROR_EXISTS);
  after = cab_test_folder_dup_state (test.folder.path);
  g_assert_cmpstr (after, ==, before);
}

/* [V-120] another process has it open */
static void
test_in_use (void)
{
  g_auto (CabTestVault) test = { 0 };
  g_auto (CabWorkCopy) copy = CAB_WORK_COPY_INIT;
  g_autoptr (GError) error = NULL;
  struct stat status;
  pid_t child;
  int until;

  prepare (&test, &copy, &status);
  until = test_hold (&test, &child);
  /* It swept the work copy, which was a stranger's. */
  g_assert_true (g_file_set_contents (copy.path, "the new one", -1, NULL));
  g_assert_cmpint (lstat (test.path, &status), ==, 0);
  g_assert_false (cab_swap (test.path, &status, &copy, NULL, &error));
  g_assert_error (error, CAB_VAULT_ERROR, CAB_VAULT_ERROR_IN_USE);
  test_let_go (until, child);
  g_assert_true (g_file_test (copy.path, G_FILE_TEST_EXISTS));
}

static void
touch (const char *path)
{
  struct timespec times[2] = { { .tv_nsec = UTIME_OMIT }, { .tv_sec = 5 } };

  g_assert_cmpint (utimensat (AT_FDCWD, path, times, 0), ==, 0);
}

static void
grow (const char *path)
{
  g_assert_cmpint (truncate (path, 1 << 20), ==, 0);
}

static void
replace_by_another (const char *path)
{
  g_autofree char *other = g_strconcat (path, "-other", NULL);

  g_assert_true (g_file_set_contents (other, "other", -1, NULL));
  g_assert_cmpint (g_rename (other, path), ==, 0);
}

static void
take_away (const char *path)
{
  g_assert_cmpint (g_unlink (path), ==, 0);
}

/* [V-120] it was changed since it was looked at: by time, size or inode */
static void
test_changed_meanwhile (void)
{
  static const struct
  {
    const char *name;
    void (*change) (const char *path);
    int code;
  } cases[] = {
    { "touched", touch, CAB_VAULT_ERROR_IN_USE },
    { "grown", grow, CAB_VAULT_ERROR_IN_USE },
    { "another file", replace_by_another, CAB_VAULT_ERROR_IN_USE },
    { "gone", take_away, CAB_VAULT_ERROR_NOT_FOUND },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (CabTestVault) test = { 0 };
      g_auto (CabWorkCopy) copy = CAB_WORK_COPY_INIT;
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;
      g_autoptr (GError) error = NULL;
      struct stat status;

      g_test_message ("%s", cases[i].name);
      prepare (&test, &copy, &status);
      cases[i].change (test.path);
      before = cab_test_folder_dup_state (test.folder.path);
      g_assert_false (cab_swap (test.path, &status, &copy, NULL, &error));
      g_assert_error (error, CAB_VAULT_ERROR, cases[i].code);
      after = cab_test_folder_dup_state (test.folder.path);
      g_assert_cmpstr (after, ==, before);
    }
}

/* [V-120] with a journal to be played back and nothing to keep, the old file stays */
static void
test_hot_journal (void)
{
  g_auto (CabTestVault) test = { 0 };
  g_auto (CabWorkCopy) copy = CAB_WORK_COPY_INIT;
  g_autoptr (GError) error = NULL;
  struct stat status;

  cab_test_vault_init (&test);
  cab_test_vault_close (&test);
  test_crash (&test);
  cab_work_copy_make (&copy, test.path, &error);
  g_assert_no_error (error);
  g_assert_cmpint (lstat (test.path, &status), ==, 0);
  g_assert_false (cab_swap (test.path, &status, &copy, NULL, &error));
  g_assert_error (error, CAB_VAULT_ERROR, CAB_VAULT_ERROR_IO);

  cab_work_copy_clear (&copy);
  cab_test_vault_reopen (&test, CAB_VAULT_OPEN_NORMAL);
  g_assert_cmpint (test_query (test.vault, "SELECT count(*) FROM sqlite_schema WHERE name = "
                                           "'torn'"),
                   ==, 0);
}

/* [V-14] a work copy is 0600 and new, never published over a file, and gone when given up */
static void
test_work_copy (void)
{
  g_auto (CabTestFolder) folder = cab_test_folder_new ();
  g_auto (CabWorkCopy) copy = CAB_WORK_COPY_INIT;
  g_autofree char *path = cab_test_folder_dup_path (&folder, "a");
  g_autofree char *taken = cab_test_folder_dup_path (&folder, "b");
  g_autofree char *journal = NULL;
  g_autoptr (GError) error = NULL;
  struct stat status;

  g_assert_true (g_file_set_contents (taken, "mine", -1, NULL));
  cab_work_copy_make (&copy, path, &error);
  g_assert_no_error (error);
  g_assert_true (g_regex_match_simple ("/a\\.part-[0-9a-f]{8}$", copy.path, 0, 0));
  g_assert_cmpint (lstat (copy.path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 07777, ==, 0600);
  journal = g_strconcat (copy.path, "-journal", NULL);
  g_assert_true (g_file_set_contents (journal, "x", -1, NULL));

  g_assert_false (cab_work_copy_publish (&copy, taken, &error));
  g_assert_error (error, CAB_VAULT_ERROR, CAB_VAULT_ERROR_EXISTS);
  assert_text (taken, "mine");
  cab_work_copy_clear (&copy);
  test_assert_only (&folder, "b");
}

/* [V-100] a disk without room is known before anything is written */
static void
test_space (void)
{
  g_auto (CabTestFolder) folder = cab_test_folder_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (cab_work_copy_check_space (folder.path, 4096, &error));
  g_assert_no_error (error);
  g_assert_false (cab_work_copy_check_space (folder.path, G_GUINT64_CONSTANT (1) << 60, &error));
  g_assert_error (error, CAB_VAULT_ERROR, CAB_VAULT_ERROR_NO_SPACE);
}

/* [V-14], [V-26] where no work copy can be made, the sentence names the folder, not a name that
 * nobody ever sees; tried as somebody who may not write there, even if we may anywhere */
static void
test_no_permission (void)
{
  g_auto (CabTestFolder) folder = cab_test_folder_new ();
  g_autofree char *path = cab_test_folder_dup_path (&folder, "Practice.cabinet");
  int status = 0;
  pid_t child;

  g_assert_cmpint (g_chmod (folder.path, 0555), ==, 0);
  child = fork ();
  if (child == 0)
    {
      g_auto (CabWorkCopy) copy = CAB_WORK_COPY_INIT;
      g_autofree char *expected
          = g_strdup_printf ("You don't have permission to open “%s”.", folder.path);
      g_autoptr (GError) error = NULL;

      if (geteuid () == 0 && setuid (65534) != 0)
        _exit (2);
      _exit (cab_work_copy_make (&copy, path, &error)
             || !g_error_matches (error, CAB_VAULT_ERROR, CAB_VAULT_ERROR_NO_PERMISSION)
             || !g_str_equal (error->message, expected));
    }

  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), ==, 0);
  test_assert_only (&folder, "");
  g_assert_cmpint (g_chmod (folder.path, 0700), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/swap/replaces", test_replaces);
  g_test_add_func ("/swap/keeps-the-old-file", test_keeps);
  g_test_add_func ("/swap/takes-no-name-that-is-taken", test_kept_name_taken);
  g_test_add_func ("/swap/leaves-what-is-in-use", test_in_use);
  g_test_add_func ("/swap/leaves-what-was-changed", test_changed_meanwhile);
  g_test_add_func ("/swap/leaves-what-has-a-journal", test_hot_journal);
  g_test_add_func ("/swap/work-copy", test_work_copy);
  g_test_add_func ("/swap/space", test_space);
  g_test_add_func ("/swap/no-permission", test_no_permission);

  return g_test_run ();
}
