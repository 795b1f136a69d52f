/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include "cab-harden.h"
#include "cab-test-blob.h"
#include "cab-vault-error.h"

static const char blob_id[] = "0b10b000-0000-4000-8000-000000000001";

static gboolean
audit_work (CabVault *vault, gpointer data, GError **error)
{
  for (int i = 0; i < 100; i++)
    if (!cab_vault_audit (vault, "open", "client", "c", "{}", error))
      return FALSE;

  return TRUE;
}

/* Stands for the model: two rows, of which one can be damaged, unreadable or stale. */
typedef struct
{
  guint8 stored[2][CAB_DIGEST_LENGTH];
  guint8 actual[2][CAB_DIGEST_LENGTH];
  guint n_rows;
  gboolean readable;
} Rows;

static const Rows good_rows = {
  .stored = { { 1 }, { 2 } },
  .actual = { { 1 }, { 2 } },
  .n_rows = 2,
  .readable = TRUE,
};

static gboolean
walk_rows (CabVault *vault, CabVaultRowSink sink, gpointer sink_data, gpointer data, GError **error)
{
  const Rows *rows = data;

  for (guint i = 0; i < rows->n_rows; i++)
    sink ("client", i == 0 ? "first" : "second", rows->stored[i],
          rows->readable ? rows->actual[i] : NULL, sink_data);

  return TRUE;
}

static gboolean
add_rows (CabVault *vault, gpointer data, GError **error)
{
  return cab_vault_content_changed (vault, NULL, good_rows.stored[0], error)
         && cab_vault_content_changed (vault, NULL, good_rows.stored[1], error)
         && audit_work (vault, NULL, error);
}

static void
prepare (CabTestVault *test)
{
  g_autoptr (GError) error = NULL;

  cab_test_vault_init (test);
  cab_test_blob_add (test->vault, blob_id, 150000);
  cab_vault_transact (test->vault, "add rows", add_rows, NULL, &error);
  g_assert_no_error (error);
}

static void
verify (CabVault *vault, const Rows *rows, CabVaultReport *report)
{
  g_autoptr (GError) error = NULL;

  cab_vault_report_init (report);
  cab_vault_verify (vault, CAB_VAULT_VERIFY_ALL, walk_rows, (gpointer)rows, NULL, NULL, report,
                    NULL, &error);
  g_assert_no_error (error);
}

/* [V-83], [V-90], [V-91] a whole practice verifies, with all that was looked at counted */
static void
test_good (void)
{
  g_auto (CabTestVault) test = { 0 };
  g_auto (CabVaultReport) report = { 0 };

  prepare (&test);
  verify (test.vault, &good_rows, &report);
  g_assert_true (cab_vault_report_is_good (&report));
  g_assert_cmpuint (report.chain_rows, ==, cab_vault_get_head_seq (test.vault));
  g_assert_cmpuint (report.rows, ==, 5);
}

/* [V-90], [V-91] each damage of a row is found: altered, unreadable, missing, one too many, stale
 */
static void
test_rows (void)
{
  static const struct
  {
    const char *name;
    Rows rows;
    guint damaged;
    gboolean root_matches;
  } cases[] = {
    { "altered", { { { 1 }, { 2 } }, { { 1 }, { 9 } }, 2, TRUE }, 1, TRUE },
    { "unreadable", { { { 1 }, { 2 } }, { { 1 }, { 2 } }, 2, FALSE }, 2, TRUE },
    { "missing", { { { 1 } }, { { 1 } }, 1, TRUE }, 0, FALSE },
    { "none", { { { 0 } }, { { 0 } }, 0, TRUE }, 0, FALSE },
    { "stale, digest right", { { { 1 }, { 7 } }, { { 1 }, { 7 } }, 2, TRUE }, 0, FALSE },
    { "twice", { { { 1 }, { 1 } }, { { 1 }, { 1 } }, 2, TRUE }, 0, FALSE },
  };
  g_auto (CabTestVault) test = { 0 };

  prepare (&test);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (CabVaultReport) report = { 0 };

      verify (test.vault, &cases[i].rows, &report);
      if (cab_vault_report_is_good (&report) || report.damaged->len != cases[i].damaged
          || report.root_matches != cases[i].root_matches)
        g_error ("%s: %u damaged, root %d", cases[i].name, report.damaged->len,
                 report.root_matches);
      if (report.damaged->len == 1)
        g_assert_cmpstr (g_ptr_array_index (report.damaged, 0), ==, "client second");
    }
}

/* [V-83], [V-91], [V-190] 5 what a hand with the passphrase changed is found, with its place */
static void
test_tampering (void)
{
  static const struct
  {
    const char *name;
    const char *sql;
    guint64 chain_fault;
    const char *damaged;
    gboolean root_matches;
    gboolean integrity;
  } cases[] = {
    { "audit row", "UPDATE audit SET actor = 'other' WHERE seq = 7", 7, NULL, TRUE, TRUE },
    { "audit row dropped", "DELETE FROM audit WHERE seq = 7", 7, NULL, TRUE, TRUE },
    { "chunk", "UPDATE blob_chunk SET bytes = zeroblob (65536) WHERE sequence = 0", 0,
      "blob_chunk 0b10b000-0000-4000-8000-000000000001", TRUE, TRUE },
    { "chunk dropped", "DELETE FROM blob_chunk WHERE sequence = 1", 0, NULL, FALSE, TRUE },
    { "root", "UPDATE state SET content_root = zeroblob (32)", 0, NULL, FALSE, TRUE },
    { "reference", "DELETE FROM blob", 0, NULL, TRUE, FALSE },
  };
  g_auto (CabTestVault) test = { 0 };
  g_autofree char *content = NULL;
  gsize length = 0;

  prepare (&test);
  cab_test_vault_close (&test);
  g_assert_true (g_file_get_contents (test.path, &content, &length, NULL));

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (CabVaultReport) report = { 0 };
      g_autofree char *open_and_close = g_strdup_printf (
          "UPDATE state SET erasing = 1; %s; UPDATE state SET erasing = 0", cases[i].sql);
      g_autofree char *sql = NULL;

      g_assert_true (g_file_set_contents (test.path, content, (gssize)length, NULL));
      sql = cab_test_raw_dup_without_triggers (test.path, open_and_close);
      cab_test_raw_exec (test.path, sql);
      cab_test_vault_reopen (&test, CAB_VAULT_OPEN_READ_ONLY);
      verify (test.vault, &good_rows, &report);

      if (cab_vault_report_is_good (&report) || report.chain_fault != cases[i].chain_fault
          || report.root_matches != cases[i].root_matches
          || (report.integrity->len == 0) != cases[i].integrity
          || (report.damaged->len > 0) != (cases[i].damaged != NULL))
        g_error ("%s: fault %" G_GUINT64_FORMAT ", root %d, %u, %u", cases[i].name,
                 report.chain_fault, report.root_matches, report.integrity->len,
                 report.damaged->len);
      if (cases[i].damaged != NULL)
        g_assert_cmpstr (g_ptr_array_index (report.damaged, 0), ==, cases[i].damaged);
      g_assert_true ((report.chain_message != NULL) == (cases[i].chain_fault != 0));
      cab_test_vault_close (&test);
    }
}

/* [V-190] 7: one page that can't be read is one finding or a few, each on a line of its own, and
 * not one for every page that SQLite then takes for bad as well */
static void
test_bad_page (void)
{
  g_auto (CabTestVault) test = { 0 };
  g_autofree char *content = NULL;
  gsize length = 0;
  guint n_opened = 0;

  prepare (&test);
  cab_test_vault_close (&test);
  g_assert_true (g_file_get_contents (test.path, &content, &length, NULL));

  for (gsize page = 40; page < length / CAB_PAGE_SIZE; page += 20)
    {
      g_auto (CabVaultReport) report = { 0 };
      gsize offset = page * CAB_PAGE_SIZE + 100;
      g_autoptr (GError) error = NULL;

      content[offset] ^= 1;
      g_assert_true (g_file_set_contents (test.path, content, (gssize)length, NULL));
      content[offset] ^= 1;
      /* Opening needs some pages itself, and finds those. */
      test.vault = cab_test_vault_try (&test, CAB_TEST_PASSPHRASE, CAB_VAULT_OPEN_READ_ONLY, NULL);
      if (test.vault == NULL)
        continue;
      cab_vault_report_init (&report);
      if (!cab_vault_verify (test.vault, CAB_VAULT_VERIFY_INTEGRITY, NULL, NULL, NULL, NULL,
                             &report, NULL, &error))
        {
          g_assert_error (error, CAB_VAULT_ERROR, CAB_VAULT_ERROR_DAMAGED);
          cab_test_vault_close (&test);
          continue;
        }
      n_opened++;
      g_assert_false (cab_vault_report_is_good (&report));
      g_assert_cmpuint (report.integrity->len, >=, 1);
      g_assert_cmpuint (report.integrity->len, <, 8);
      for (guint i = 0; i < report.integrity->len; i++)
        g_assert_null (strchr (g_ptr_array_index (report.integrity, i), '\n'));
      cab_test_vault_close (&test);
    }
  g_assert_cmpuint (n_opened, >=, 2);
}

/* [V-91] pages taken from an older copy of the same file, with right HMACs, are found */
static void
test_stale_page (void)
{
  g_auto (CabTestVault) test = { 0 };
  g_autofree char *older = NULL;
  g_autofree char *newer = NULL;
  gsize older_length = 0;
  gsize newer_length = 0;
  guint opened = 0;
  guint replayed = 0;

  prepare (&test);
  cab_test_vault_close (&test);
  g_assert_true (g_file_get_contents (test.path, &older, &older_length, NULL));

  /* The same pages, other content: the chunks are written anew. */
  cab_test_raw_exec (test.path, "PRAGMA secure_delete = OFF; UPDATE state SET erasing = 1;"
                                "UPDATE blob_chunk SET bytes = randomblob (length (bytes));"
                                "UPDATE state SET erasing = 0");
  g_assert_true (g_file_get_contents (test.path, &newer, &newer_length, NULL));

  for (gsize page = 1; page < MIN (older_length, newer_length) / CAB_PAGE_SIZE; page++)
    {
      g_autofree char *mixed = g_memdup2 (newer, newer_length);
      g_autoptr (CabVault) vault = NULL;
      g_auto (CabVaultReport) report = { 0 };

      if (memcmp (older + page * CAB_PAGE_SIZE, newer + page * CAB_PAGE_SIZE, CAB_PAGE_SIZE) == 0)
        continue;

      replayed++;
      memcpy (mixed + page * CAB_PAGE_SIZE, older + page * CAB_PAGE_SIZE, CAB_PAGE_SIZE);
      g_assert_true (g_file_set_contents (test.path, mixed, (gssize)newer_length, NULL));
      vault = cab_test_vault_try (&test, CAB_TEST_PASSPHRASE, CAB_VAULT_OPEN_READ_ONLY, NULL);
      if (vault == NULL)
        continue;

      opened++;
      verify (vault, &good_rows, &report);
      g_assert_false (cab_vault_report_is_good (&report));
    }

  g_assert_cmpuint (replayed, >, 30);
  g_assert_cmpuint (opened, >, 0);
}

typedef struct
{
  GCancellable *cancellable;
  guint calls;
  guint64 last;
} Watcher;

static void
on_progress_cb (guint64 done, guint64 total, gpointer data)
{
  Watcher *watcher = data;

  g_assert_cmpuint (done, <=, total);
  g_assert_cmpuint (done, >=, watcher->last);
  watcher->last = done;
  watcher->calls++;
  if (watcher->cancellable != NULL)
    g_cancellable_cancel (watcher->cancellable);
}

/* A walk that lets more than a twentieth of a second pass. */
static gboolean
walk_slowly (CabVault *vault,
             CabVaultRowSink sink,
             gpointer sink_data,
             gpointer data,
             GError **error)
{
  g_usleep (60 * 1000);

  return walk_rows (vault, sink, sink_data, data, error);
}

/* [V-83] a check tells how far it is, stops when it is told to, and leaves the practice usable */
static void
test_progress_and_cancelling (void)
{
  g_auto (CabTestVault) test = { 0 };
  g_auto (CabVaultReport) report = { 0 };
  g_autoptr (GError) error = NULL;
  Watcher watcher = { 0 };

  prepare (&test);
  cab_vault_report_init (&report);
  g_assert_true (cab_vault_verify (test.vault, CAB_VAULT_VERIFY_ALL, walk_slowly,
                                   (gpointer)&good_rows, on_progress_cb, &watcher, &report, NULL,
                                   &error));
  g_assert_cmpuint (watcher.calls, >=, 2);

  watcher = (Watcher){ .cancellable = g_cancellable_new () };
  g_cancellable_cancel (watcher.cancellable);
  g_assert_false (cab_vault_verify (test.vault, CAB_VAULT_VERIFY_ALL, walk_slowly,
                                    (gpointer)&good_rows, on_progress_cb, &watcher, &report,
                                    watcher.cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);

  /* In the middle of it. */
  g_cancellable_reset (watcher.cancellable);
  watcher.last = 0;
  g_assert_false (cab_vault_verify (test.vault, CAB_VAULT_VERIFY_ALL, NULL, NULL, on_progress_cb,
                                    &watcher, &report, watcher.cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_object_unref (watcher.cancellable);

  g_assert_true (cab_vault_transact (test.vault, "go on", audit_work, NULL, NULL));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_assert_true (cab_harden_start (NULL));

  g_test_add_func ("/vault/verify/good", test_good);
  g_test_add_func ("/vault/verify/rows", test_rows);
  g_test_add_func ("/vault/verify/tampering", test_tampering);
  g_test_add_func ("/vault/verify/bad-page", test_bad_page);
  g_test_add_func ("/vault/verify/stale-page", test_stale_page);
  g_test_add_func ("/vault/verify/progress-and-cancelling", test_progress_and_cancelling);

  return g_test_run ();
}
