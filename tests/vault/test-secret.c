/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include "cab-secret.h"

#include <linux/capability.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "cab-test-memory.h"

/* Runs the test of this name again in a child, which is to end by a signal. */
static void
assert_child_dies (void)
{
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_failed ();
}

/* A crash that is wanted leaves no dump behind. */
static void
forbid_dump (void)
{
  struct rlimit none = { 0, 0 };

  setrlimit (RLIMIT_CORE, &none);
}

static void
test_holds_what_was_put_in (void)
{
  g_autoptr (CabSecret) secret = cab_secret_new (5);
  g_autoptr (CabSecret) copy = NULL;

  g_assert_cmpuint (cab_secret_get_length (secret), ==, 5);
  g_assert_cmpmem (cab_secret_open (secret), 5, "\0\0\0\0\0", 5);
  cab_secret_close (secret);

  memcpy (cab_secret_open_for_writing (secret), "candl", 5);
  cab_secret_close (secret);
  copy = cab_secret_dup (secret);
  g_assert_cmpmem (cab_secret_open (copy), 5, "candl", 5);
  g_assert_true (cab_secret_open (copy) != NULL);
  cab_secret_close (copy);
  g_assert_cmpint (cab_secret_open (copy)[4], ==, 'l');
  cab_secret_close (copy);
  cab_secret_close (copy);

  cab_secret_clear (secret);
  g_assert_cmpmem (cab_secret_open (secret), 5, "\0\0\0\0\0", 5);
  cab_secret_close (secret);
}

/* [V-160] between uses the bytes cannot be read */
static void
test_closed_secret_cannot_be_read (void)
{
  if (g_test_subprocess ())
    {
      CabSecret *secret = cab_secret_new_copy ("x", 1);
      const guint8 *bytes = cab_secret_open (secret);

      cab_secret_close (secret);
      forbid_dump ();
      g_print ("%d", *(const volatile guint8 *)bytes);
      return;
    }
  assert_child_dies ();
}

/* [V-160] what is open for reading cannot be written */
static void
test_open_secret_cannot_be_written (void)
{
  if (g_test_subprocess ())
    {
      CabSecret *secret = cab_secret_new_copy ("x", 1);

      forbid_dump ();
      *(volatile guint8 *)cab_secret_open (secret) = 'y';
      return;
    }
  assert_child_dies ();
}

/* [V-160] one byte beyond the end is a guard page */
static void
test_end_is_guarded (void)
{
  if (g_test_subprocess ())
    {
      CabSecret *secret = cab_secret_new (16);

      forbid_dump ();
      g_print ("%d", *(const volatile guint8 *)(cab_secret_open (secret) + 16));
      return;
    }
  assert_child_dies ();
}

/* [V-160] the pages are locked and left out of dumps, as the kernel lists them */
static void
test_pages_are_locked_and_not_dumped (void)
{
  g_autoptr (CabSecret) secret = cab_secret_new (32);
  g_autofree char *maps = NULL;
  g_auto (GStrv) lines = NULL;
  guint64 address = GPOINTER_TO_SIZE (cab_secret_open (secret));
  gboolean inside = FALSE;
  gboolean found = FALSE;

  cab_secret_close (secret);
  if (cab_test_skip_with_asan ("it leaves mlock () out"))
    return;
  if (!cab_secret_is_memory_locked ())
    {
      g_test_skip ("the kernel allows no locked memory here");
      return;
    }
  g_assert_true (g_file_get_contents ("/proc/self/smaps", &maps, NULL, NULL));
  lines = g_strsplit (maps, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *end;
      guint64 first = g_ascii_strtoull (lines[i], &end, 16);

      if (end != lines[i] && *end == '-')
        inside = first <= address && address < g_ascii_strtoull (end + 1, NULL, 16);
      if (!inside || !g_str_has_prefix (lines[i], "VmFlags:"))
        continue;
      found = TRUE;
      g_assert_nonnull (strstr (lines[i], " lo"));
      g_assert_nonnull (strstr (lines[i], " dd"));
    }
  g_assert_true (found);
}

/* Takes the right to lock memory away, also from root. */
static void
forbid_locking (void)
{
  struct __user_cap_header_struct header = { _LINUX_CAPABILITY_VERSION_3, 0 };
  struct __user_cap_data_struct capabilities[2] = { 0 };
  struct rlimit none = { 0, 0 };

  g_assert_cmpint (setrlimit (RLIMIT_MEMLOCK, &none), ==, 0);
  g_assert_cmpint (syscall (SYS_capset, &header, capabilities), ==, 0);
}

/* [V-160] without a right to lock memory it works all the same, and says so once */
static void
test_works_without_locked_memory (void)
{
  if (cab_test_skip_with_asan ("it leaves mlock () out"))
    return;
  if (g_test_subprocess ())
    {
      g_autoptr (CabSecret) first = NULL;
      g_autoptr (CabSecret) second = NULL;

      g_assert_true (cab_secret_is_memory_locked ());
      forbid_locking ();
      g_test_expect_message ("cabinet-vault", G_LOG_LEVEL_MESSAGE, "*may reach the swap area.");
      first = cab_secret_new_copy ("a", 1);
      g_test_assert_expected_messages ();
      second = cab_secret_new_copy ("a", 1);
      g_assert_true (cab_secret_equal (first, second));
      g_assert_false (cab_secret_is_memory_locked ());
      return;
    }
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
  g_test_trap_assert_stderr_unmatched ("*swap area*");
}

/* [V-160] equal means all bytes and the length */
static void
test_equal_compares_all (void)
{
  static const struct
  {
    const char *a;
    const char *b;
    gboolean equal;
  } cases[] = {
    { "passphrase", "passphrase", TRUE },
    { "passphrase", "Passphrase", FALSE },
    { "passphrase", "passphrasf", FALSE },
    { "passphrase", "passphras", FALSE },
    { "a", "a", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CabSecret) a = cab_secret_new_copy (cases[i].a, strlen (cases[i].a));
      g_autoptr (CabSecret) b = cab_secret_new_copy (cases[i].b, strlen (cases[i].b));

      if (cab_secret_equal (a, b) != cases[i].equal)
        g_error ("“%s” and “%s” compare wrongly", cases[i].a, cases[i].b);
      g_assert_true (cab_secret_equal (a, a));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/vault/secret/holds-what-was-put-in", test_holds_what_was_put_in);
  g_test_add_func ("/vault/secret/closed-secret-cannot-be-read", test_closed_secret_cannot_be_read);
  g_test_add_func ("/vault/secret/open-secret-cannot-be-written",
                   test_open_secret_cannot_be_written);
  g_test_add_func ("/vault/secret/end-is-guarded", test_end_is_guarded);
  g_test_add_func ("/vault/secret/pages-are-locked-and-not-dumped",
                   test_pages_are_locked_and_not_dumped);
  g_test_add_func ("/vault/secret/works-without-locked-memory", test_works_without_locked_memory);
  g_test_add_func ("/vault/secret/equal-compares-all", test_equal_compares_all);
  return g_test_run ();
}
