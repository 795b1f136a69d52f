/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include <signal.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "cab-harden.h"
#include "cab-test-raw.h"
#include "cab-test-tally.h"
#include "cab-vault-error.h"
#include "cab-vault-private.h"

static const char action[] = "try a transaction";

/* What the work of a test does, as flags. */
enum
{
  WRITE = 1 << 0,
  AUDIT = 1 << 1,
  FAIL = 1 << 2,
  NEST_FAILING = 1 << 3, /* a nested call that writes, audits and fails */
  NEST_GOOD = 1 << 4     /* a nested call that writes and audits */
};

static gboolean
write_row (CabVault *vault, GError **error)
{
  g_autoptr (CabStatement) statement = cab_statement_new (
      cab_vault_get_db (vault),
      "INSERT INTO backup_ledger (id, path, made_at, size, hash, header16, generation,\n"
      "                           seq, head_mac, level, ledger_state)\n"
      "VALUES (?1, 'x', 0, 0, zeroblob (32), zeroblob (16), 0, 0, zeroblob (32), 'none',\n"
      "        'present')",
      action, error);
  g_autofree char *id = cab_ids_dup_id (cab_vault_get_ids (vault));

  if (statement == NULL)
    return FALSE;

  cab_statement_bind_text (statement, 1, id);

  return cab_statement_run (statement, error);
}

static gboolean
work (CabVault *vault, gpointer data, GError **error)
{
  guint flags = GPOINTER_TO_UINT (data);

  if ((flags & WRITE) != 0 && !write_row (vault, error))
    return FALSE;
  if ((flags & AUDIT) != 0 && !cab_vault_audit (vault, "change", "client", "c", "{}", error))
    return FALSE;

  if ((flags & NEST_GOOD) != 0
      && !cab_vault_transact (vault, action, work, GUINT_TO_POINTER (WRITE | AUDIT), error))
    return FALSE;

  if ((flags & NEST_FAILING) != 0)
    {
      g_autoptr (GError) local = NULL;

      g_assert_false (cab_vault_transact (vault, action, work,
                                          GUINT_TO_POINTER (WRITE | AUDIT | FAIL), &local));
      g_assert_error (local, G_IO_ERROR, G_IO_ERROR_FAILED);
    }

  if ((flags & FAIL) != 0)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, "on purpose");
      return FALSE;
    }

  return TRUE;
}

static gint64
count (CabVault *vault, const char *sql)
{
  g_autoptr (GError) error = NULL;
  gint64 value = -1;

  cab_db_query_integer (cab_vault_get_db (vault), sql, &value, action, &error);
  g_assert_no_error (error);

  return value;
}

#define ROWS "SELECT count(*) FROM backup_ledger"
#define AUDIT_ROWS "SELECT count(*) FROM audit"

/* The state in memory is the state in the file, and the chain ends at the head. */
static void
assert_whole (CabVault *vault, const char *name)
{
  g_autoptr (GError) error = NULL;
  CabVaultState before = vault->state;

  if (sqlite3_get_autocommit (vault->db->handle) == 0)
    g_error ("%s: a transaction is still open", name);
  g_assert_true (cab_vault_read_state (vault, &error));
  before.audited = 0;
  if (memcmp (&before, &vault->state, sizeof before) != 0)
    g_error ("%s: state in memory differs from the file", name);
  cab_vault_verify_chain (vault, 0, NULL, &error);
  g_assert_no_error (error);
}

/* [V-41] all or nothing, one generation a transaction, nested work alone undone */
static void
test_all_or_nothing (void)
{
  static const struct
  {
    const char *name;
    guint flags;
    gboolean done;
    int generations;
    int rows;
    int audited;
  } cases[] = {
    { "write", WRITE | AUDIT, TRUE, 1, 1, 1 },
    { "audit alone", AUDIT, TRUE, 1, 0, 1 },
    { "failing", WRITE | AUDIT | FAIL, FALSE, 0, 0, 0 },
    { "nothing to do", 0, TRUE, 0, 0, 0 },
    { "nested", WRITE | AUDIT | NEST_GOOD, TRUE, 1, 2, 2 },
    { "nested only", NEST_GOOD, TRUE, 1, 1, 1 },
    { "nested fails", WRITE | AUDIT | NEST_FAILING, TRUE, 1, 1, 1 },
    { "only nested, fails", NEST_FAILING, TRUE, 0, 0, 0 },
    { "nested good, outer fails", WRITE | AUDIT | NEST_GOOD | FAIL, FALSE, 0, 0, 0 },
    { "both nested", AUDIT | NEST_GOOD | NEST_FAILING, TRUE, 1, 1, 2 },
  };
  g_auto (CabTestVault) test = { 0 };

  cab_test_vault_init (&test);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      guint64 generation = cab_vault_get_generation (test.vault);
      gint64 rows = count (test.vault, ROWS);
      gint64 audited = count (test.vault, AUDIT_ROWS);
      gboolean done = cab_vault_transact (test.vault, action, work,
                                          GUINT_TO_POINTER (cases[i].flags), &error);

      if (done != cases[i].done
          || cab_vault_get_generation (test.vault) != generation + (guint64)cases[i].generations
          || count (test.vault, ROWS) != rows + cases[i].rows
          || count (test.vault, AUDIT_ROWS) != audited + cases[i].audited)
        g_error ("%s: not what was expected", cases[i].name);
      assert_whole (test.vault, cases[i].name);
    }
}

static gboolean
index_then_nest (CabVault *vault, gpointer data, GError **error)
{
  return cab_db_exec (cab_vault_get_db (vault),
                      "INSERT INTO search (rowid, words) VALUES (1, 'calm')", action, error)
         && cab_vault_audit (vault, "change", "client", "c", "{}", error)
         && cab_vault_transact (vault, action, work, GUINT_TO_POINTER (0), error);
}

/* [V-41] what the search index puts off until a savepoint is not the nested work's */
static void
test_nested_after_index (void)
{
  g_auto (CabTestVault) test = { 0 };
  g_autoptr (GError) error = NULL;

  cab_test_vault_init (&test);
  cab_vault_transact (test.vault, action, index_then_nest, NULL, &error);
  g_assert_no_error (error);
  assert_whole (test.vault, "nested after index");
}

/* [V-41], [M-18] drafts need no audit row but raise the generation */
static void
test_quiet_work (void)
{
  g_auto (CabTestVault) test = { 0 };
  g_autoptr (GError) error = NULL;
  guint64 generation;

  cab_test_vault_init (&test);
  generation = cab_vault_get_generation (test.vault);
  g_assert_true (
      cab_vault_transact_quietly (test.vault, action, work, GUINT_TO_POINTER (WRITE), &error));
  g_assert_cmpuint (cab_vault_get_generation (test.vault), ==, generation + 1);
  assert_whole (test.vault, "quiet");
}

/* [V-41] work that writes no audit row is a programmer's error */
static void
test_loud_work_must_audit (void)
{
  if (g_test_subprocess ())
    {
      g_auto (CabTestVault) test = { 0 };

      cab_test_vault_init (&test);
      cab_vault_transact (test.vault, action, work, GUINT_TO_POINTER (WRITE), NULL);
      return;
    }

  cab_test_trap_abort ("*audited*");
}

/* [V-41] a write outside a transaction is undone and refused */
static void
test_no_write_outside (void)
{
  g_auto (CabTestVault) test = { 0 };
  g_autoptr (GError) error = NULL;

  cab_test_vault_init (&test);
  g_assert_false (write_row (test.vault, &error));
  g_assert_error (error, CAB_VAULT_ERROR, CAB_VAULT_ERROR_REFUSED);
  g_assert_cmpint (count (test.vault, ROWS), ==, 0);
  assert_whole (test.vault, "outside");
}

static gboolean
read_work (CabVault *vault, gpointer data, GError **error)
{
  g_autoptr (CabStatement) statement = cab_statement_new (
      cab_vault_get_db (vault), "SELECT seq FROM audit ORDER BY seq", action, error);
  int *seen = data;

  /* A write in the middle of a walk, as a damaged record makes one. */
  while (cab_statement_step (statement, error) == CAB_STEP_ROW)
    {
      if (*seen == 0
          && !cab_vault_transact (vault, action, work, GUINT_TO_POINTER (WRITE | AUDIT), error))
        return FALSE;
      if (++*seen > 10)
        break;
    }

  return cab_vault_read (vault, action, work, NULL, error);
}

static gboolean
write_in_read (CabVault *vault, gpointer data, GError **error)
{
  return write_row (vault, error);
}

/* [V-41], [V-42] a write inside a read is a transaction of its own; a bare one is refused */
static void
test_reads (void)
{
  g_auto (CabTestVault) test = { 0 };
  g_autoptr (GError) error = NULL;
  int seen = 0;

  cab_test_vault_init (&test);
  g_assert_true (cab_vault_read (test.vault, action, read_work, &seen, &error));
  g_assert_no_error (error);
  g_assert_cmpint (seen, >=, 1);
  g_assert_cmpint (count (test.vault, ROWS), ==, 1);
  assert_whole (test.vault, "read");

  g_assert_false (cab_vault_read (test.vault, action, write_in_read, NULL, &error));
  g_assert_error (error, CAB_VAULT_ERROR, CAB_VAULT_ERROR_REFUSED);
  g_assert_cmpint (count (test.vault, ROWS), ==, 1);
  assert_whole (test.vault, "write in a read");
}

static gboolean
end_early (CabVault *vault, gpointer data, GError **error)
{
  g_assert_false (cab_db_exec (cab_vault_get_db (vault), data, action, error));

  return FALSE;
}

/* [V-23] work cannot begin, commit or roll back by itself */
static void
test_transactions_are_not_the_works (void)
{
  static const char *const cases[]
      = { "COMMIT", "ROLLBACK", "BEGIN", "SAVEPOINT a", "RELEASE nested", "END" };
  g_auto (CabTestVault) test = { 0 };

  cab_test_vault_init (&test);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_expect_message ("cabinet-vault", G_LOG_LEVEL_CRITICAL, "*does not take*");
      g_assert_false (
          cab_vault_transact (test.vault, action, end_early, (gpointer)cases[i], &error));
      g_test_assert_expected_messages ();
      assert_whole (test.vault, cases[i]);
    }
}

static gboolean
break_reference (CabVault *vault, gpointer data, GError **error)
{
  g_autoptr (CabStatement) statement
      = cab_statement_new (cab_vault_get_db (vault),
                           "INSERT INTO blob_chunk (content_digest, blob_id, sequence, bytes)\n"
                           "VALUES (zeroblob (32), 'none', 0, x'00')",
                           action, error);

  return statement != NULL && cab_statement_run (statement, error)
         && cab_vault_audit (vault, "change", NULL, NULL, NULL, error);
}

/* [V-41] what only the commit can refuse is undone like everything else */
static void
test_commit_that_fails (void)
{
  g_auto (CabTestVault) test = { 0 };
  g_autoptr (GError) error = NULL;

  cab_test_vault_init (&test);
  g_assert_false (cab_vault_transact (test.vault, action, break_reference, NULL, &error));
  g_assert_cmpint (cab_db_get_refusal (error), ==, CAB_REFUSAL_REFERENCE);
  g_assert_cmpint (count (test.vault, "SELECT count(*) FROM blob_chunk"), ==, 0);
  assert_whole (test.vault, "commit");
}

static gboolean
toggle (CabVault *vault, gpointer data, GError **error)
{
  guint8 digests[3][CAB_DIGEST_LENGTH] = { { 1 }, { 2 }, { 3 } };

  /* Adds 1 and 2, changes 2 to 3, takes 1 away: what is left is 3. */
  return cab_vault_content_changed (vault, NULL, digests[0], error)
         && cab_vault_content_changed (vault, NULL, digests[1], error)
         && cab_vault_content_changed (vault, digests[1], digests[2], error)
         && cab_vault_content_changed (vault, digests[0], NULL, error) && work (vault, data, error);
}

/* [V-91] the content root follows the rows, and goes back with a transaction */
static void
test_content_root (void)
{
  g_auto (CabTestVault) test = { 0 };
  g_autoptr (GError) error = NULL;
  guint8 before[CAB_DIGEST_LENGTH];
  guint8 expected[CAB_DIGEST_LENGTH];
  guint8 three[CAB_DIGEST_LENGTH] = { 3 };

  cab_test_vault_init (&test);
  memcpy (before, cab_vault_get_content_root (test.vault), sizeof before);
  memcpy (expected, before, sizeof expected);
  cab_digest_toggle_root (cab_secret_open (test.vault->digest_key), three, expected);
  cab_secret_close (test.vault->digest_key);

  g_assert_false (cab_vault_transact (test.vault, action, toggle,
                                      GUINT_TO_POINTER (WRITE | AUDIT | FAIL), &error));
  g_clear_error (&error);
  g_assert_cmpmem (cab_vault_get_content_root (test.vault), 32, before, 32);

  g_assert_true (
      cab_vault_transact (test.vault, action, toggle, GUINT_TO_POINTER (WRITE | AUDIT), &error));
  g_assert_cmpmem (cab_vault_get_content_root (test.vault), 32, expected, 32);
  assert_whole (test.vault, "root");
}

static gboolean
erase (CabVault *vault, gpointer data, GError **error)
{
  g_autoptr (CabStatement) blank = NULL;

  if (!cab_vault_erasing_begin (vault, error))
    return FALSE;

  blank = cab_statement_new_trusted (cab_vault_get_db (vault),
                                     "UPDATE audit SET nonce = NULL, payload = NULL WHERE seq = 1",
                                     action, error);
  if (blank == NULL || !cab_statement_run (blank, error))
    return FALSE;

  return cab_vault_erasing_end (vault, error)
         && cab_vault_audit (vault, "erase", NULL, NULL, NULL, error);
}

/* [V-81], [V-140] blanking works while erasing, and only then */
static void
test_erasing (void)
{
  g_auto (CabTestVault) test = { 0 };
  g_autoptr (GError) error = NULL;

  cab_test_vault_init (&test);
  g_assert_true (cab_vault_transact (test.vault, action, erase, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (count (test.vault, "SELECT count(*) FROM audit WHERE payload IS NULL"), ==, 1);
  g_assert_cmpint (count (test.vault, "SELECT erasing FROM state"), ==, 0);

  cab_test_vault_close (&test);
  {
    CabDb *db = cab_test_raw_open (test.path);

    g_assert_false (cab_db_exec_trusted (
        db, "UPDATE audit SET nonce = NULL, payload = NULL WHERE seq = 2", action, &error));
    g_assert_cmpint (cab_db_get_refusal (error), ==, CAB_REFUSAL_TRIGGER);
    g_clear_error (&error);
    g_assert_false (cab_db_exec_trusted (db, "DELETE FROM audit WHERE seq = 2", action, &error));
    g_assert_cmpint (cab_db_get_refusal (error), ==, CAB_REFUSAL_TRIGGER);
    (void)cab_db_close (db, NULL);
  }
}

/* [V-110] a file opened read-only refuses every write with its own code */
static void
test_read_only (void)
{
  g_auto (CabTestVault) test = { 0 };
  g_autoptr (GError) error = NULL;

  cab_test_vault_init (&test);
  cab_test_vault_close (&test);
  cab_test_vault_reopen (&test, CAB_VAULT_OPEN_READ_ONLY);
  g_assert_false (cab_vault_is_writable (test.vault));
  g_assert_false (
      cab_vault_transact (test.vault, action, work, GUINT_TO_POINTER (WRITE | AUDIT), &error));
  g_assert_error (error, CAB_VAULT_ERROR, CAB_VAULT_ERROR_READ_ONLY);
  g_clear_error (&error);

  /* And so does SQLite itself. */
  g_assert_false (write_row (test.vault, &error));
  g_assert_error (error, CAB_VAULT_ERROR, CAB_VAULT_ERROR_READ_ONLY);
  g_assert_true (cab_vault_read (test.vault, action, work, NULL, NULL));
}

static void
assert_not_kept (CabVault *vault, const char *name)
{
  g_autoptr (GError) error = NULL;

  if (cab_vault_transact (vault, action, work, GUINT_TO_POINTER (WRITE | AUDIT), &error))
    g_error ("%s: told as kept", name);
  g_assert_error (error, CAB_VAULT_ERROR, CAB_VAULT_ERROR_NOT_FOUND);
}

/* [V-26], [V-42] nothing is told as kept in a file that is not at its place any more, and when it
 * is there again work goes on */
static void
test_file_gone (void)
{
  g_auto (CabTestVault) test = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autofree char *aside = NULL;

  cab_test_vault_init (&test);
  path = g_strdup (cab_vault_get_path (test.vault));
  aside = g_strconcat (path, "-aside", NULL);
  g_assert_cmpint (rename (path, aside), ==, 0);
  assert_not_kept (test.vault, "moved away");

  g_assert_true (g_file_set_contents (path, "another", -1, NULL));
  assert_not_kept (test.vault, "replaced");

  g_assert_cmpint (rename (aside, path), ==, 0);
  g_assert_true (
      cab_vault_transact (test.vault, action, work, GUINT_TO_POINTER (WRITE | AUDIT), &error));
  g_assert_no_error (error);
}

static gboolean
write_much (CabVault *vault, gpointer data, GError **error)
{
  gboolean swallow = GPOINTER_TO_INT (data);
  g_autofree char *text = g_strnfill (3000, 'x');
  g_autoptr (GError) local = NULL;

  for (int i = 0; i < 400 && local == NULL; i++)
    (void)cab_vault_audit (vault, "change", "client", "c", text, &local);

  if (local == NULL || swallow)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local));

  return FALSE;
}

/* Returns 0 when everything was as it should be. */
static int
fill_the_disk (CabTestVault *test, guint64 limit, gboolean swallow)
{
  struct rlimit size = { limit, limit };
  g_autoptr (GError) error = NULL;
  guint64 generation;

  signal (SIGXFSZ, SIG_IGN);
  cab_test_vault_reopen (test, CAB_VAULT_OPEN_NORMAL);
  generation = cab_vault_get_generation (test->vault);
  setrlimit (RLIMIT_FSIZE, &size);

  if (cab_vault_transact (test->vault, action, write_much, GINT_TO_POINTER (swallow), &error))
    return 1;
  /* Swallowed errors lose their reason, never the refusal. */
  if (!swallow && !g_error_matches (error, CAB_VAULT_ERROR, CAB_VAULT_ERROR_NO_SPACE))
    return 2;
  if (cab_vault_get_generation (test->vault) != generation)
    return 3;

  assert_whole (test->vault, "full disk");
  g_clear_pointer (&test->vault, cab_vault_free);

  return 0;
}

/* [V-41], [V-207] a full disk is told as such, nothing of the work stays, and the file is whole */
static void
test_full_disk (void)
{
  g_auto (CabTestVault) test = { 0 };
  CabTestTally tally = cab_test_tally_begin ("V-207", "steps of a full disk");
  guint64 size;

  cab_test_vault_init (&test);
  cab_test_vault_close (&test);
  size = (guint64)cab_test_raw_query (test.path, "PRAGMA page_count") * CAB_PAGE_SIZE;

  for (guint64 step = 0; step < 16; step++)
    {
      int status = 0;
      pid_t child = fork ();

      if (child == 0)
        _exit (fill_the_disk (&test, size + step * CAB_PAGE_SIZE, step % 4 == 3));

      g_assert_cmpint (waitpid (child, &status, 0), ==, child);
      if (!WIFEXITED (status) || WEXITSTATUS (status) != 0)
        g_error ("step %" G_GUINT64_FORMAT ": status %x", step, (unsigned int)status);

      cab_test_vault_reopen (&test, CAB_VAULT_OPEN_NORMAL);
      assert_whole (test.vault, "after a full disk");
      cab_test_vault_close (&test);
    }
  cab_test_tally_end (&tally, 16, 16);
}

/* [V-13] the size limit of the file is told apart from a full disk */
static void
test_full_file (void)
{
  g_auto (CabTestVault) test = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *limit = NULL;

  cab_test_vault_init (&test);
  limit = g_strdup_printf ("PRAGMA max_page_count = %" G_GINT64_FORMAT,
                           count (test.vault, "PRAGMA page_count") + 3);
  g_assert_true (cab_db_exec_trusted (test.vault->db, limit, action, &error));
  g_assert_false (cab_vault_transact (test.vault, action, write_much, NULL, &error));
  g_assert_error (error, CAB_VAULT_ERROR, CAB_VAULT_ERROR_FULL_FILE);
  assert_whole (test.vault, "full file");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_assert_true (cab_harden_start (NULL));

  g_test_add_func ("/vault/transaction/all-or-nothing", test_all_or_nothing);
  g_test_add_func ("/vault/transaction/nested-after-index", test_nested_after_index);
  g_test_add_func ("/vault/transaction/quiet-work", test_quiet_work);
  g_test_add_func ("/vault/transaction/loud-work-must-audit", test_loud_work_must_audit);
  g_test_add_func ("/vault/transaction/no-write-outside", test_no_write_outside);
  g_test_add_func ("/vault/transaction/reads", test_reads);
  g_test_add_func ("/vault/transaction/not-the-works", test_transactions_are_not_the_works);
  g_test_add_func ("/vault/transaction/commit-that-fails", test_commit_that_fails);
  g_test_add_func ("/vault/transaction/content-root", test_content_root);
  g_test_add_func ("/vault/transaction/erasing", test_erasing);
  g_test_add_func ("/vault/transaction/read-only", test_read_only);
  g_test_add_func ("/vault/transaction/file-gone", test_file_gone);
  g_test_add_func ("/vault/transaction/full-disk", test_full_disk);
  g_test_add_func ("/vault/transaction/full-file", test_full_file);

  return g_test_run ();
}
