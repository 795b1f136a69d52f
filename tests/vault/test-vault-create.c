/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "cab-harden.h"
#include "cab-page.h"
#include "cab-test-raw.h"
#include "cab-vault-error.h"
#include "cab-vault-private.h"

static CabVault *
create (CabTestVault *test, const char *passphrase, GCancellable *cancellable, GError **error)
{
  g_autoptr (CabSecret) secret = cab_test_secret (passphrase);

  return cab_vault_create (test->path, secret, CAB_KDF_PROFILE_TEST, &test->settings, cancellable,
                           error);
}

/* [V-1], [V-2], [V-3], [V-11] a new practice is one file of mode 0600 with our header, unreadable
 * without the key, and holds one entry of the log */
static void
test_new_file (void)
{
  g_auto (CabTestVault) test = { 0 };
  g_autofree char *listing = NULL;
  g_autofree char *content = NULL;
  g_autofree char *fingerprint = NULL;
  gsize length = 0;
  GStatBuf status;

  cab_test_vault_init (&test);
  g_assert_true (cab_vault_is_writable (test.vault));
  g_assert_cmpuint (cab_vault_get_head_seq (test.vault), ==, 1);
  g_assert_cmpint (cab_vault_get_created (test.vault), ==, CAB_TEST_WALL_MS);
  g_assert_cmpuint (cab_vault_get_profile (test.vault), ==, 0);
  fingerprint = cab_vault_dup_fingerprint (test.vault);
  g_assert_cmpuint (strlen (fingerprint), ==, 9);
  cab_test_vault_close (&test);

  listing = cab_test_folder_dup_listing (&test.folder);
  g_assert_cmpstr (listing, ==, "Practice.cabinet");
  g_assert_cmpint (g_stat (test.path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 07777, ==, 0600);

  g_assert_true (g_file_get_contents (test.path, &content, &length, NULL));
  g_assert_cmpmem (content, 5, "CAB\1\0", 5);
  g_assert_cmpuint (length % 4096, ==, 0);
  g_assert_null (memmem (content, length, "SQLite", 6));
  g_assert_null (memmem (content, length, "CREATE", 6));
  g_assert_null (memmem (content, length, "audit", 5));
}

/* [V-3] the keys and ids of two practices differ, and their pages do */
static void
test_two_differ (void)
{
  g_auto (CabTestVault) one = { 0 };
  g_auto (CabTestVault) two = { 0 };
  guint8 id[CAB_PRACTICE_ID_LENGTH];
  guint8 header[CAB_HEADER_LENGTH];
  g_autoptr (CabSecret) key = NULL;
  g_autoptr (CabSecret) digest_key = NULL;

  cab_test_vault_init (&one);
  memcpy (id, cab_vault_get_practice_id (one.vault), sizeof id);
  memcpy (header, cab_vault_get_header (one.vault), sizeof header);
  key = cab_secret_dup (one.vault->key);
  digest_key = cab_secret_dup (one.vault->digest_key);
  cab_test_vault_close (&one);

  cab_test_vault_init (&two);
  g_assert_cmpint (memcmp (id, cab_vault_get_practice_id (two.vault), sizeof id), !=, 0);
  g_assert_cmpint (memcmp (header, cab_vault_get_header (two.vault), sizeof header), !=, 0);
  g_assert_false (cab_secret_equal (key, two.vault->key));
  g_assert_false (cab_secret_equal (digest_key, two.vault->digest_key));
}

/* [V-1], [V-4] each page of a file has its HMAC under its own key and number, and no other */
static void
test_pages (void)
{
  g_auto (CabTestVault) test = { 0 };
  g_autoptr (CabSecret) key = NULL;
  g_autoptr (CabSecret) wrong = cab_secret_new (CAB_KEY_LENGTH);
  g_autofree char *content = NULL;
  const guint8 *pages;
  gsize length = 0;

  cab_test_vault_init (&test);
  key = cab_secret_dup (test.vault->key);
  cab_test_vault_close (&test);
  g_assert_true (g_file_get_contents (test.path, &content, &length, NULL));
  pages = (const guint8 *)content;

  for (guint32 number = 1; number <= length / 4096; number++)
    {
      const guint8 *page = pages + (number - 1) * 4096;

      g_assert_true (cab_page_verify (key, pages, number, page));
      g_assert_false (cab_page_verify (key, pages, number + 1, page));
      g_assert_false (cab_page_verify (wrong, pages, number, page));
      content[(number - 1) * 4096 + 2000] ^= 1;
      g_assert_false (cab_page_verify (key, pages, number, page));
      content[(number - 1) * 4096 + 2000] ^= 1;
    }
}

static void
put_file (CabTestVault *test)
{
  g_assert_true (g_file_set_contents (test->path, "mine", 4, NULL));
}

static void
put_folder (CabTestVault *test)
{
  g_assert_cmpint (g_mkdir (test->path, 0700), ==, 0);
}

static void
put_dangling_link (CabTestVault *test)
{
  g_assert_cmpint (symlink ("nowhere", test->path), ==, 0);
}

static void
remove_folder (CabTestVault *test)
{
  cab_test_remove (test->folder.path);
}

static void
leave_free (CabTestVault *test)
{
}

/* [V-6], [V-14] what stands in the way stays as it is, and a refusal leaves nothing behind */
static void
test_refusals (void)
{
  static const struct
  {
    const char *name;
    void (*prepare) (CabTestVault *test);
    const char *passphrase;
    int code;
  } cases[] = {
    { "file", put_file, CAB_TEST_PASSPHRASE, CAB_VAULT_ERROR_EXISTS },
    { "folder", put_folder, CAB_TEST_PASSPHRASE, CAB_VAULT_ERROR_EXISTS },
    { "dangling link", put_dangling_link, CAB_TEST_PASSPHRASE, CAB_VAULT_ERROR_EXISTS },
    { "no such folder", remove_folder, CAB_TEST_PASSPHRASE, CAB_VAULT_ERROR_NOT_FOUND },
    { "not UTF-8", leave_free, "\xc3\x28", CAB_VAULT_ERROR_BAD_PASSPHRASE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (CabTestVault) test = { 0 };
      g_autoptr (GError) error = NULL;
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;

      cab_test_vault_prepare (&test);
      cases[i].prepare (&test);
      before = cab_test_folder_dup_state (test.folder.path);
      g_assert_null (create (&test, cases[i].passphrase, NULL, &error));
      if (!g_error_matches (error, CAB_VAULT_ERROR, cases[i].code))
        g_error ("%s: %s", cases[i].name, error->message);

      /* [V-12] the place alone is refused in the same words, without a passphrase */
      if (cases[i].code == CAB_VAULT_ERROR_BAD_PASSPHRASE)
        g_assert_true (cab_vault_check_new (test.path, NULL));
      else
        {
          g_autoptr (GError) place_error = NULL;

          g_assert_false (cab_vault_check_new (test.path, &place_error));
          g_assert_error (place_error, CAB_VAULT_ERROR, cases[i].code);
          g_assert_cmpstr (place_error->message, ==, error->message);
        }
      after = cab_test_folder_dup_state (test.folder.path);
      g_assert_cmpstr (before, ==, after);
    }
}

/* [V-5] making can be abandoned */
static void
test_cancelled (void)
{
  g_auto (CabTestVault) test = { 0 };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *listing = NULL;

  cab_test_vault_prepare (&test);
  g_cancellable_cancel (cancellable);
  g_assert_null (create (&test, CAB_TEST_PASSPHRASE, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  listing = cab_test_folder_dup_listing (&test.folder);
  g_assert_cmpstr (listing, ==, "");
}

/* [V-26], [V-207] a disk that fills up while the practice is made leaves nothing behind */
static void
test_full_disk (void)
{
  for (int pages = 0; pages < 200; pages += 25)
    {
      g_auto (CabTestVault) test = { 0 };
      g_autofree char *listing = NULL;
      int status = 0;
      pid_t child;

      cab_test_vault_prepare (&test);
      child = fork ();
      if (child == 0)
        {
          struct rlimit limit = { (rlim_t)pages * 4096, (rlim_t)pages * 4096 };
          g_autoptr (GError) error = NULL;
          CabVault *vault;

          signal (SIGXFSZ, SIG_IGN);
          setrlimit (RLIMIT_FSIZE, &limit);
          vault = create (&test, CAB_TEST_PASSPHRASE, NULL, &error);
          _exit (vault == NULL && g_error_matches (error, CAB_VAULT_ERROR, CAB_VAULT_ERROR_NO_SPACE)
                     ? 0
                     : 1);
        }
      g_assert_cmpint (waitpid (child, &status, 0), ==, child);
      if (status != 0)
        g_error ("%d pages: %x", pages, (unsigned int)status);
      listing = cab_test_folder_dup_listing (&test.folder);
      g_assert_cmpstr (listing, ==, "");
    }
}

/* [V-3], [V-14] killed at any moment, there is no practice or a whole one */
static void
test_kill (void)
{
  guint32 seed = (guint32)g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  int made = 0;
  int rounds = 40;

  for (int round = 0; round < rounds; round++)
    {
      g_auto (CabTestVault) test = { 0 };
      int status = 0;
      pid_t child;

      cab_test_vault_prepare (&test);
      child = fork ();
      if (child == 0)
        {
          g_autoptr (CabVault) vault = create (&test, CAB_TEST_PASSPHRASE, NULL, NULL);

          _exit (0);
        }
      g_usleep ((gulong)g_rand_int_range (rand, 1000, 100000));
      kill (child, SIGKILL);
      g_assert_cmpint (waitpid (child, &status, 0), ==, child);

      if (g_file_test (test.path, G_FILE_TEST_EXISTS))
        {
          g_autofree char *listing = NULL;

          made++;
          cab_test_vault_reopen (&test, CAB_VAULT_OPEN_NORMAL);
          cab_test_vault_close (&test);
          listing = cab_test_folder_dup_listing (&test.folder);
          g_assert_cmpstr (listing, ==, "Practice.cabinet");
        }
      else
        {
          /* What is left does not stand in the way. */
          test.vault = create (&test, CAB_TEST_PASSPHRASE, NULL, NULL);
          g_assert_nonnull (test.vault);
        }
    }

  g_test_message ("seed %u: %d of %d were made", seed, made, rounds);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_assert_true (cab_harden_start (NULL));

  g_test_add_func ("/vault/create/new-file", test_new_file);
  g_test_add_func ("/vault/create/two-differ", test_two_differ);
  g_test_add_func ("/vault/create/pages", test_pages);
  g_test_add_func ("/vault/create/refusals", test_refusals);
  g_test_add_func ("/vault/create/cancelled", test_cancelled);
  g_test_add_func ("/vault/create/full-disk", test_full_disk);
  g_test_add_func ("/vault/create/kill", test_kill);

  return g_test_run ();
}
