/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "cab-harden.h"
#include "cab-test-raw.h"
#include "cab-test-tally.h"
#include "cab-vault-error.h"
#include "cab-vault-private.h"
#include "cab-witness.h"

#define DAY_MS (G_GINT64_CONSTANT (24) * 60 * 60 * 1000)
#define MINUTE_MS G_GINT64_CONSTANT (60000)

static gboolean
audit_work (CabVault *vault, gpointer data, GError **error)
{
  return cab_vault_audit (vault, data, "client", "c", "{}", error);
}

static void
add_entry (CabTestVault *test, const char *act)
{
  g_autoptr (GError) error = NULL;

  cab_vault_transact (test->vault, "add an entry", audit_work, (gpointer)act, &error);
  g_assert_no_error (error);
}

static gint64
count_acts (CabTestVault *test, const char *act)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CabStatement) statement = cab_statement_new (
      cab_vault_get_db (test->vault), "SELECT count(*) FROM audit WHERE act = ?1", "count", &error);

  g_assert_no_error (error);
  cab_statement_bind_text (statement, 1, act);
  g_assert_cmpint (cab_statement_step (statement, &error), ==, CAB_STEP_ROW);

  return cab_statement_get_integer (statement, 0);
}

static char *
read_file (const char *path, gsize *length)
{
  char *content = NULL;

  g_assert_true (g_file_get_contents (path, &content, length, NULL));

  return content;
}

static void
write_file (const char *path, const char *content, gsize length)
{
  g_assert_true (g_file_set_contents (path, content, (gssize)length, NULL));
}

static void
assert_refused (CabTestVault *test, int code, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = cab_test_folder_dup_state (test->folder.path);
  g_autofree char *after = NULL;

  g_assert_null (cab_test_vault_try (test, CAB_TEST_PASSPHRASE, CAB_VAULT_OPEN_NORMAL, &error));
  g_assert_error (error, CAB_VAULT_ERROR, code);
  if (strstr (error->message, words) == NULL)
    g_error ("“%s” does not say “%s”", error->message, words);
  after = cab_test_folder_dup_state (test->folder.path);
  g_assert_cmpstr (before, ==, after);

  /* It can always be looked at. */
  cab_test_vault_reopen (test, CAB_VAULT_OPEN_READ_ONLY);
  cab_test_vault_close (test);
}

/* [V-84], [V-85] a file that is used here alone stays known, and nothing is said about it */
static void
test_same_computer (void)
{
  static const char *const silent[]
      = { "first-seen-here", "witness-replaced", "unclean-close", "lease-taken",
          "older-used",      "clock-back",       "wal-converted" };
  g_auto (CabTestVault) test = { 0 };

  cab_test_vault_init (&test);
  for (int round = 0; round < 3; round++)
    {
      add_entry (&test, "open");
      cab_clock_advance (test.clock, 60 * 1000);
      cab_test_vault_close (&test);
      cab_test_vault_reopen (&test, CAB_VAULT_OPEN_NORMAL);
    }

  for (gsize i = 0; i < G_N_ELEMENTS (silent); i++)
    g_assert_cmpint (count_acts (&test, silent[i]), ==, 0);
  g_assert_cmpint (count_acts (&test, "create"), ==, 1);
  g_assert_cmpint (count_acts (&test, "open"), ==, 3);
}

/* [V-85] a file without a witness opens, and says so in its log, once */
static void
test_first_seen (void)
{
  g_auto (CabTestVault) test = { 0 };

  cab_test_vault_init (&test);
  cab_test_vault_close (&test);
  cab_test_remove (test.state_dir);
  cab_test_vault_reopen (&test, CAB_VAULT_OPEN_NORMAL);
  g_assert_cmpint (count_acts (&test, "first-seen-here"), ==, 1);
  cab_test_vault_close (&test);
  cab_test_vault_reopen (&test, CAB_VAULT_OPEN_NORMAL);
  g_assert_cmpint (count_acts (&test, "first-seen-here"), ==, 1);
}

/* [V-85] a witness that is not genuine is replaced */
static void
test_replaced (void)
{
  g_auto (CabTestVault) test = { 0 };
  g_autofree char *folder = NULL;
  g_autofree char *name = NULL;
  g_autofree char *path = NULL;
  g_autofree char *content = NULL;
  gsize length = 0;

  cab_test_vault_init (&test);
  cab_test_vault_close (&test);
  folder = g_build_filename (test.state_dir, "witness", NULL);
  name = cab_test_folder_dup_listing (&(CabTestFolder){ folder });
  path = g_build_filename (folder, name, NULL);
  content = read_file (path, &length);
  g_assert_cmpuint (length, ==, CAB_WITNESS_LENGTH);
  content[70] ^= 1;
  write_file (path, content, length);

  cab_test_vault_reopen (&test, CAB_VAULT_OPEN_NORMAL);
  g_assert_cmpint (count_acts (&test, "witness-replaced"), ==, 1);
}

/* [V-85] a file that went on elsewhere opens without a word */
static void
test_newer (void)
{
  g_auto (CabTestVault) test = { 0 };
  g_autofree char *here = NULL;
  g_autofree char *elsewhere = NULL;

  cab_test_vault_init (&test);
  add_entry (&test, "open");
  cab_test_vault_close (&test);

  /* The other computer has a state folder of its own. */
  here = g_steal_pointer (&test.state_dir);
  elsewhere = cab_test_folder_dup_path (&test.aside, "elsewhere");
  test.settings.state_dir = elsewhere;
  cab_test_vault_reopen (&test, CAB_VAULT_OPEN_NORMAL);
  add_entry (&test, "open");
  cab_test_vault_close (&test);

  test.settings.state_dir = here;
  cab_test_vault_reopen (&test, CAB_VAULT_OPEN_NORMAL);
  g_assert_cmpint (count_acts (&test, "older-used"), ==, 0);
  g_assert_cmpint (count_acts (&test, "witness-replaced"), ==, 0);
  cab_test_vault_close (&test);
}

/* [V-85] an older file is refused with what is missing, and used when the person says so */
static void
test_older (void)
{
  g_auto (CabTestVault) test = { 0 };
  g_autofree char *content = NULL;
  gsize length = 0;

  cab_test_vault_init (&test);
  cab_test_vault_close (&test);
  content = read_file (test.path, &length);
  cab_test_vault_reopen (&test, CAB_VAULT_OPEN_NORMAL);
  for (int i = 0; i < 33; i++)
    add_entry (&test, "open");
  cab_test_vault_close (&test);
  write_file (test.path, content, length);

  assert_refused (&test, CAB_VAULT_ERROR_OLDER, "33 entries");
  cab_test_vault_reopen (&test, CAB_VAULT_OPEN_USE_OLDER);
  g_assert_cmpint (count_acts (&test, "older-used"), ==, 1);
  cab_test_vault_close (&test);

  /* From now on this one is the file that was last used here. */
  cab_test_vault_reopen (&test, CAB_VAULT_OPEN_NORMAL);
  g_assert_cmpint (count_acts (&test, "older-used"), ==, 1);
}

/* [V-85] two files that went separate ways are told apart, whichever is longer */
static void
test_forked (void)
{
  static const int entries[] = { 1, 5, 40 };

  for (gsize i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      g_auto (CabTestVault) test = { 0 };
      g_autofree char *content = NULL;
      g_autofree char *elsewhere = NULL;
      gsize length = 0;

      cab_test_vault_init (&test);
      cab_test_vault_close (&test);
      content = read_file (test.path, &length);
      cab_test_vault_reopen (&test, CAB_VAULT_OPEN_NORMAL);
      for (int n = 0; n < 5; n++)
        add_entry (&test, "open");
      cab_test_vault_close (&test);

      /* The copy is used on another computer. */
      write_file (test.path, content, length);
      elsewhere = cab_test_folder_dup_path (&test.aside, "elsewhere");
      test.settings.state_dir = elsewhere;
      cab_test_vault_reopen (&test, CAB_VAULT_OPEN_NORMAL);
      for (int n = 0; n < entries[i]; n++)
        add_entry (&test, "print");
      cab_test_vault_close (&test);

      test.settings.state_dir = test.state_dir;
      if (entries[i] < 4)
        assert_refused (&test, CAB_VAULT_ERROR_OLDER, "entries");
      else
        assert_refused (&test, CAB_VAULT_ERROR_FORKED, "separate ways");
      cab_test_vault_reopen (&test, CAB_VAULT_OPEN_USE_OLDER);
      g_assert_cmpint (count_acts (&test, "older-used"), ==, 1);
    }
}

/* [V-25] a practice that was not closed says so, and opens */
static void
test_unclean_close (void)
{
  g_auto (CabTestVault) test = { 0 };
  int status = 0;
  pid_t child;

  cab_test_vault_init (&test);
  cab_test_vault_close (&test);
  child = fork ();
  if (child == 0)
    {
      cab_test_vault_reopen (&test, CAB_VAULT_OPEN_NORMAL);
      add_entry (&test, "open");
      kill (getpid (), SIGKILL);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);

  cab_test_vault_reopen (&test, CAB_VAULT_OPEN_NORMAL);
  g_assert_cmpint (count_acts (&test, "unclean-close"), ==, 1);
  g_assert_cmpint (count_acts (&test, "open"), ==, 1);
  cab_test_vault_close (&test);
  cab_test_vault_reopen (&test, CAB_VAULT_OPEN_NORMAL);
  g_assert_cmpint (count_acts (&test, "unclean-close"), ==, 1);
}

/* [V-25] a lease of another computer stops opening until the person decides; one of this
 * computer under an older name does not */
static void
test_lease (void)
{
  g_auto (CabTestVault) test = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *host = NULL;
  g_autofree char *sql = NULL;
  g_autoptr (CabStatement) statement = NULL;
  const char *mark;

  cab_test_vault_init (&test);
  statement
      = cab_statement_new (cab_vault_get_db (test.vault),
                           "SELECT lease_host, lease_pid, lease_boot FROM state", "read", &error);
  g_assert_cmpint (cab_statement_step (statement, &error), ==, CAB_STEP_ROW);
  host = g_strdup (cab_statement_get_text (statement, 0));
  g_assert_true (g_str_has_prefix (host, g_get_host_name ()));
  g_assert_cmpint (cab_statement_get_integer (statement, 1), ==, getpid ());
  g_assert_cmpstr (cab_statement_get_text (statement, 2), ==, cab_clock_get_boot_id (test.clock));
  g_clear_pointer (&statement, cab_statement_free);
  cab_test_vault_close (&test);
  g_assert_cmpint (
      cab_test_raw_query (test.path, "SELECT count(*) FROM state WHERE lease_host IS NULL"), ==, 1);

  cab_test_raw_exec (test.path,
                     "UPDATE state SET lease_host = 'otherhost / 01234567', lease_boot = 'b',\n"
                     " lease_pid = 7, lease_wall = 1772442000000");
  assert_refused (&test, CAB_VAULT_ERROR_LEASE, "“otherhost”");
  cab_test_vault_reopen (&test, CAB_VAULT_OPEN_TAKE_LEASE);
  g_assert_cmpint (count_acts (&test, "lease-taken"), ==, 1);
  cab_test_vault_close (&test);

  mark = g_strrstr (host, " / ");
  if (mark == NULL)
    return;
  sql = g_strdup_printf ("UPDATE state SET lease_host = 'oldname%s', lease_boot = 'b',\n"
                         " lease_pid = 7, lease_wall = 1772442000000",
                         mark);
  cab_test_raw_exec (test.path, sql);
  cab_test_vault_reopen (&test, CAB_VAULT_OPEN_NORMAL);
  g_assert_cmpint (count_acts (&test, "unclean-close"), ==, 1);
}

/* [V-94], [V-220] a clock that went back is noticed at five minutes, and goes on being one until
 * it is right again */
static void
test_clock (void)
{
  static const struct
  {
    const char *name;
    gint64 offset_ms;
    gboolean back;
    gboolean ahead;
  } cases[] = {
    { "same", 0, FALSE, FALSE },
    { "later", 60 * 1000, FALSE, FALSE },
    { "47 hours on", 2 * DAY_MS - 3600 * 1000, FALSE, FALSE },
    { "49 hours on", 2 * DAY_MS + 3600 * 1000, FALSE, TRUE },
    { "a little back", -4 * 60 * 1000, FALSE, FALSE },
    { "six minutes back", -6 * 60 * 1000, TRUE, FALSE },
    { "a day back", -DAY_MS, TRUE, FALSE },
    { "ten years back", -3650 * DAY_MS, TRUE, FALSE },
    { "before 1970", -30000 * DAY_MS, TRUE, FALSE },
    { "fifty years on", 18250 * DAY_MS, FALSE, TRUE },
    { "a millisecond on", 1, FALSE, FALSE },
    { "a millisecond back", -1, FALSE, FALSE },
    { "a leap second", -1000, FALSE, FALSE },
    { "five minutes back", -5 * MINUTE_MS, FALSE, FALSE },
    { "a little more than five minutes back", -5 * MINUTE_MS - 1, TRUE, FALSE },
    { "set to winter time by hand", -60 * MINUTE_MS, TRUE, FALSE },
    { "set to summer time by hand", 60 * MINUTE_MS, FALSE, FALSE },
    { "another zone, westward", -12 * 60 * MINUTE_MS, TRUE, FALSE },
    { "another zone, eastward", 14 * 60 * MINUTE_MS, FALSE, FALSE },
    { "two days on", 2 * DAY_MS, FALSE, FALSE },
    { "a little more than two days on", 2 * DAY_MS + 1, FALSE, TRUE },
    { "a weekend", 3 * DAY_MS, FALSE, TRUE },
    { "a holiday", 21 * DAY_MS, FALSE, TRUE },
    { "a month back", -31 * DAY_MS, TRUE, FALSE },
    { "a year on", 365 * DAY_MS, FALSE, TRUE },
    { "a year back", -365 * DAY_MS, TRUE, FALSE },
    { "at 1970", -CAB_TEST_WALL_MS, TRUE, FALSE },
    { "after the end of 32 bits", 4700 * DAY_MS, FALSE, TRUE },
    { "ten years on", 3652 * DAY_MS, FALSE, TRUE },
    { "a battery that was empty", G_GINT64_CONSTANT (1577836800000) - CAB_TEST_WALL_MS, TRUE,
      FALSE },
  };
  CabTestTally tally = cab_test_tally_begin ("V-220", "jumps of the clock");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (CabTestVault) test = { 0 };

      cab_test_vault_init (&test);
      cab_test_vault_close (&test);
      cab_clock_set_wall_ms (test.clock, CAB_TEST_WALL_MS + cases[i].offset_ms);
      cab_test_vault_reopen (&test, CAB_VAULT_OPEN_NORMAL);
      if (cab_vault_is_clock_back (test.vault) != cases[i].back
          || cab_vault_is_clock_ahead (test.vault) != cases[i].ahead
          || count_acts (&test, "clock-back") != (cases[i].back ? 1 : 0))
        g_error ("%s", cases[i].name);

      /* The newest time ever seen stays. */
      g_assert_cmpint (test.vault->state.max_wall, ==,
                       MAX (CAB_TEST_WALL_MS, CAB_TEST_WALL_MS + cases[i].offset_ms));
      cab_test_vault_close (&test);
    }
  cab_test_tally_end (&tally, G_N_ELEMENTS (cases), G_N_ELEMENTS (cases));
}

/* [V-20] 11, [V-83] a chain that was changed in its newest rows stops opening */
static void
test_chain (void)
{
  static const struct
  {
    const char *name;
    const char *sql;
  } cases[] = {
    { "actor", "UPDATE audit SET actor = 'other' WHERE seq = 5" },
    { "payload", "UPDATE audit SET payload = '{\"a\":1}' WHERE seq = 5" },
    { "blanked", "UPDATE audit SET payload = NULL, nonce = NULL WHERE seq = 5" },
    { "dropped", "DELETE FROM audit WHERE seq = 5" },
    { "cut", "DELETE FROM audit WHERE seq > 10" },
    { "head", "UPDATE state SET head_mac = zeroblob (32)" },
    { "cut, and the head moved",
      "DELETE FROM audit WHERE seq > 10; UPDATE state SET head_seq = 10, "
      "head_mac = (SELECT mac FROM audit WHERE seq = 9)" },
  };
  g_auto (CabTestVault) test = { 0 };
  g_autofree char *content = NULL;
  gsize length = 0;

  cab_test_vault_init (&test);
  for (int i = 0; i < 20; i++)
    add_entry (&test, "open");
  cab_test_vault_close (&test);
  content = read_file (test.path, &length);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *sql = NULL;
      g_autoptr (GError) error = NULL;

      write_file (test.path, content, length);
      sql = cab_test_raw_dup_without_triggers (test.path, cases[i].sql);
      cab_test_raw_exec (test.path, sql);
      g_assert_null (
          cab_test_vault_try (&test, CAB_TEST_PASSPHRASE, CAB_VAULT_OPEN_NORMAL, &error));
      if (!g_error_matches (error, CAB_VAULT_ERROR, CAB_VAULT_ERROR_CHAIN))
        g_error ("%s: %s", cases[i].name, error->message);
    }
}

/* [V-85] the tail cut off and the head moved back with it: the witness knows better */
static void
test_cut_tail_and_head (void)
{
  g_auto (CabTestVault) test = { 0 };
  g_autofree char *sql = NULL;

  cab_test_vault_init (&test);
  for (int i = 0; i < 20; i++)
    add_entry (&test, "open");
  cab_test_vault_close (&test);
  sql = cab_test_raw_dup_without_triggers (
      test.path, "DELETE FROM audit WHERE seq > 10; UPDATE state SET head_seq = 10, "
                 "head_mac = (SELECT mac FROM audit WHERE seq = 10)");
  cab_test_raw_exec (test.path, sql);
  assert_refused (&test, CAB_VAULT_ERROR_FORKED, "separate ways");
  cab_test_raw_exec (test.path, "UPDATE state SET generation = 12");
  assert_refused (&test, CAB_VAULT_ERROR_OLDER, "11 entries");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_assert_true (cab_harden_start (NULL));

  g_test_add_func ("/vault/history/same-computer", test_same_computer);
  g_test_add_func ("/vault/history/first-seen", test_first_seen);
  g_test_add_func ("/vault/history/replaced", test_replaced);
  g_test_add_func ("/vault/history/newer", test_newer);
  g_test_add_func ("/vault/history/older", test_older);
  g_test_add_func ("/vault/history/forked", test_forked);
  g_test_add_func ("/vault/history/unclean-close", test_unclean_close);
  g_test_add_func ("/vault/history/lease", test_lease);
  g_test_add_func ("/vault/history/clock", test_clock);
  g_test_add_func ("/vault/history/chain", test_chain);
  g_test_add_func ("/vault/history/cut-tail-and-head", test_cut_tail_and_head);

  return g_test_run ();
}
