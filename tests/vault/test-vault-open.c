/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "cab-harden.h"
#include "cab-recovery.h"
#include "cab-vault-error.h"
#include "cab-vault-private.h"
#include "test-refused.h"

#define RO CAB_VAULT_OPEN_READ_ONLY

/* Holds the practice open in a child until it is told to end. */
static pid_t
hold_elsewhere (CabTestVault *test, int *until)
{
  int ready[2];
  int end[2];
  char byte;
  pid_t child;

  g_assert_cmpint (pipe (ready), ==, 0);
  g_assert_cmpint (pipe (end), ==, 0);
  child = fork ();
  if (child == 0)
    {
      close (end[1]);
      cab_test_vault_reopen (test, CAB_VAULT_OPEN_NORMAL);
      g_assert_cmpint (write (ready[1], "x", 1), ==, 1);
      (void)!read (end[0], &byte, 1);
      cab_test_vault_close (test);
      _exit (0);
    }

  close (ready[1]);
  close (end[0]);
  g_assert_cmpint (read (ready[0], &byte, 1), ==, 1);
  close (ready[0]);
  *until = end[1];

  return child;
}

/* [V-20] 3, [V-26], [V-219] a file that another process holds is in use, and says by which */
static void
test_held_by_another_process (void)
{
  g_auto (CabTestVault) test = { 0 };
  g_autofree char *words = NULL;
  int until = -1;
  int status = 0;
  pid_t child;

  test_refused_prepare (&test);
  child = hold_elsewhere (&test, &until);
  words = g_strdup_printf ("process %d", child);
  test_refused_assert (&test, "held", CAB_TEST_PASSPHRASE, CAB_VAULT_OPEN_NORMAL,
                       CAB_VAULT_ERROR_IN_USE, words);
  test_refused_assert (&test, "held, read-only", CAB_TEST_PASSPHRASE, RO, CAB_VAULT_ERROR_IN_USE,
                       words);

  close (until);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_cmpint (status, ==, 0);
  cab_test_vault_reopen (&test, CAB_VAULT_OPEN_NORMAL);
}

/* [V-20] 2, [V-24] the same file twice, or two practices for writing, in one process */
static void
test_held_by_this_process (void)
{
  g_auto (CabTestVault) test = { 0 };
  g_auto (CabTestVault) other = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *link_path = NULL;
  pid_t child;
  int status = 0;

  cab_test_vault_init (&other);
  cab_test_vault_close (&other);
  cab_test_vault_init (&test);

  g_assert_null (cab_test_vault_try (&test, CAB_TEST_PASSPHRASE, CAB_VAULT_OPEN_NORMAL, &error));
  g_assert_error (error, CAB_VAULT_ERROR, CAB_VAULT_ERROR_IN_USE);
  g_clear_error (&error);
  g_assert_null (cab_test_vault_try (&test, CAB_TEST_PASSPHRASE, RO, &error));
  g_assert_error (error, CAB_VAULT_ERROR, CAB_VAULT_ERROR_IN_USE);
  g_clear_error (&error);

  /* Another name of the same file is the same file. */
  link_path = cab_test_folder_dup_path (&test.folder, "Link.cabinet");
  g_assert_cmpint (link (test.path, link_path), ==, 0);
  g_free (test.path);
  test.path = g_steal_pointer (&link_path);
  g_assert_null (cab_test_vault_try (&test, CAB_TEST_PASSPHRASE, CAB_VAULT_OPEN_NORMAL, &error));
  g_assert_error (error, CAB_VAULT_ERROR, CAB_VAULT_ERROR_IN_USE);
  g_clear_error (&error);

  /* A second one for writing is refused, for reading it is not. */
  g_assert_null (cab_test_vault_try (&other, CAB_TEST_PASSPHRASE, CAB_VAULT_OPEN_NORMAL, &error));
  g_assert_error (error, CAB_VAULT_ERROR, CAB_VAULT_ERROR_IN_USE);
  g_clear_error (&error);
  cab_test_vault_reopen (&other, RO);

  /* And after all that the lock of the first still stands. */
  child = fork ();
  if (child == 0)
    {
      int fd = open (test.path, O_RDONLY);
      struct flock lock = { .l_type = F_WRLCK, .l_start = 0x40000000, .l_len = 512 };

      _exit (fcntl (fd, F_GETLK, &lock) == 0 && lock.l_type != F_UNLCK ? 0 : 1);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_cmpint (status, ==, 0);
}

/* [V-132] the recovery code opens the file too; one of another file does not */
static void
test_recovery_code (void)
{
  g_auto (CabTestVault) test = { 0 };
  g_autoptr (CabSecret) passphrase = cab_test_secret (CAB_TEST_PASSPHRASE);
  g_autoptr (CabSecret) root = NULL;
  g_autoptr (CabSecret) code = NULL;
  g_autoptr (CabSecret) other_root = cab_secret_new (CAB_KEY_LENGTH);
  g_autoptr (CabSecret) other_code = cab_recovery_encode (other_root);
  g_autoptr (CabSecret) bad_code = cab_test_secret ("not a code");
  g_autoptr (GError) error = NULL;
  CabCredential credential = { CAB_CREDENTIAL_RECOVERY_CODE, NULL };

  cab_test_vault_init (&test);
  root = cab_kdf_derive_root (passphrase, cab_vault_get_header (test.vault), NULL, &error);
  code = cab_recovery_encode (root);
  cab_test_vault_close (&test);

  credential.secret = code;
  test.vault = cab_vault_open (test.path, &credential, 0, &test.settings, NULL, &error);
  g_assert_no_error (error);
  cab_test_vault_close (&test);

  credential.secret = other_code;
  g_assert_null (cab_vault_open (test.path, &credential, 0, &test.settings, NULL, &error));
  g_assert_error (error, CAB_VAULT_ERROR, CAB_VAULT_ERROR_WRONG_KEY);
  g_clear_error (&error);

  credential.secret = bad_code;
  g_assert_null (cab_vault_open (test.path, &credential, 0, &test.settings, NULL, &error));
  g_assert_error (error, CAB_VAULT_ERROR, CAB_VAULT_ERROR_BAD_CODE);
}

/* [V-5] opening can be abandoned */
static void
test_cancelled (void)
{
  g_auto (CabTestVault) test = { 0 };
  g_autoptr (CabSecret) secret = cab_test_secret (CAB_TEST_PASSPHRASE);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  CabCredential credential = { CAB_CREDENTIAL_PASSPHRASE, secret };

  test_refused_prepare (&test);
  g_cancellable_cancel (cancellable);
  g_assert_null (cab_vault_open (test.path, &credential, 0, &test.settings, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  cab_test_vault_reopen (&test, CAB_VAULT_OPEN_NORMAL);
}

/* [V-14] only work copies of this very practice are swept, and only while opening for writing */
static void
test_work_copies_are_swept (void)
{
  static const struct
  {
    const char *name;
    gboolean swept;
  } cases[] = {
    { "Practice.cabinet.part-0123abcd", TRUE },
    { "Practice.cabinet.part-0123abcd-journal", TRUE },
    { "Practice-20260302T090000Z.cabinet-backup.part-0123abcd", TRUE },
    { "Practice-20260302T090000Z-before-schema-02.cabinet-backup.part-0123abcd", TRUE },
    { "Practice-two-20260302T090000Z.cabinet-backup.part-0123abcd", FALSE },
    { "Practice-2.cabinet.part-0123abcd", FALSE },
    { "Practice-20260302T090000Z.cabinet-backup.part-", FALSE },
    { "Practice.cabinet.part-0123ABCD", FALSE },
    { "Practice.cabinet.part-0123abc", FALSE },
    { "Practice.cabinet.part-0123abcd0", FALSE },
    { "Practice.cabinet.before-restore-2026-03-02", FALSE },
    { "Practice-20260302T090000Z.cabinet-backup", FALSE },
    { "Other.cabinet.part-0123abcd", FALSE },
    { "Practice.cabinet2.part-0123abcd", FALSE },
  };
  g_auto (CabTestVault) test = { 0 };

  test_refused_prepare (&test);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = cab_test_folder_dup_path (&test.folder, cases[i].name);

      test_refused_write (path, "x", 1);
    }

  for (int round = 0; round < 2; round++)
    {
      cab_test_vault_reopen (&test, round == 0 ? RO : CAB_VAULT_OPEN_NORMAL);
      cab_test_vault_close (&test);
      for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
        {
          g_autofree char *path = cab_test_folder_dup_path (&test.folder, cases[i].name);

          if (g_file_test (path, G_FILE_TEST_EXISTS) == (round == 1 && cases[i].swept))
            g_error ("round %d, %s", round, cases[i].name);
        }
    }
}

/* [V-12] places where siblings are not what they seem, and where they are */
static void
test_places (void)
{
  static const struct
  {
    const char *path;
    gboolean safe;
  } cases[] = {
    { "/home/z/Practice.cabinet", TRUE },
    { "/run/user/1000/doc/0a1b2c3d/Practice.cabinet", FALSE },
    { "/run/user/1000/doc/by-app/org.x/0a1b2c3d/Practice.cabinet", TRUE },
    { "/run/user/1000/doc/0a1b2c3d/Folder/Practice.cabinet", TRUE },
    { "/run/flatpak/doc/0a1b2c3d/Practice.cabinet", FALSE },
    { "/run/flatpak/doc/0a1b2c3d/Folder/Practice.cabinet", TRUE },
    { "/run/user/1000/gvfs/smb-share:server=x/a/b/c/Practice.cabinet", FALSE },
    { "/run/user/1000/Practice.cabinet", TRUE },
    { "/srv/run/user/1000/gvfs/Practice.cabinet", TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      if (cab_vault_check_place (cases[i].path, &error) != cases[i].safe)
        g_error ("%s", cases[i].path);
      if (!cases[i].safe)
        g_assert_error (error, CAB_VAULT_ERROR, CAB_VAULT_ERROR_PLACE);
    }
}

/* [V-12] a folder that another program copies is warned of, at any depth */
static void
test_place_warning (void)
{
  static const struct
  {
    const char *folder;
    const char *marker;
    gboolean warned;
  } cases[] = {
    { "Documents", NULL, FALSE }, { "Nextcloud/Work", NULL, TRUE },
    { "Dropbox", NULL, TRUE },    { "Sync/Work", "Sync/.stfolder", TRUE },
    { "Dropboxes", NULL, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (CabTestFolder) folder = cab_test_folder_new ();
      g_autofree char *parent = cab_test_folder_dup_path (&folder, cases[i].folder);
      g_autofree char *path = g_build_filename (parent, "Practice.cabinet", NULL);

      g_assert_cmpint (g_mkdir_with_parents (parent, 0700), ==, 0);
      if (cases[i].marker != NULL)
        {
          g_autofree char *marker = cab_test_folder_dup_path (&folder, cases[i].marker);

          test_refused_write (marker, "", 0);
        }
      if ((cab_vault_get_place_warning (path) != NULL) != cases[i].warned)
        g_error ("%s", cases[i].folder);
    }
}

/* [V-20] 1 a folder may be reached through a symbolic link */
static void
test_linked_folder (void)
{
  g_auto (CabTestVault) test = { 0 };
  g_auto (CabTestFolder) folder = cab_test_folder_new ();
  g_autofree char *linked = cab_test_folder_dup_path (&folder, "linked");
  g_autofree char *resolved = NULL;

  test_refused_prepare (&test);
  resolved = g_strdup (test.path);
  g_assert_cmpint (symlink (test.folder.path, linked), ==, 0);
  g_free (test.path);
  test.path = g_build_filename (linked, "Practice.cabinet", NULL);
  cab_test_vault_reopen (&test, CAB_VAULT_OPEN_NORMAL);
  g_assert_true (g_str_has_suffix (cab_vault_get_path (test.vault), "/Practice.cabinet"));
  g_assert_null (strstr (cab_vault_get_path (test.vault), "linked"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_assert_true (cab_harden_start (NULL));

  g_test_add_func ("/vault/open/held-by-another-process", test_held_by_another_process);
  g_test_add_func ("/vault/open/held-by-this-process", test_held_by_this_process);
  g_test_add_func ("/vault/open/recovery-code", test_recovery_code);
  g_test_add_func ("/vault/open/cancelled", test_cancelled);
  g_test_add_func ("/vault/open/work-copies-are-swept", test_work_copies_are_swept);
  g_test_add_func ("/vault/open/places", test_places);
  g_test_add_func ("/vault/open/place-warning", test_place_warning);
  g_test_add_func ("/vault/open/linked-folder", test_linked_folder);

  return g_test_run ();
}
