/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include "cab-anchor.h"
#include "cab-harden.h"
#include "cab-test-raw.h"
#include "cab-vault-error.h"
#include "cab-vault-private.h"

typedef struct
{
  const char *act;
  const char *kind;
  const char *entity;
  const char *payload;
} Entry;

static gboolean
write_entry (CabVault *vault, gpointer data, GError **error)
{
  const Entry *entry = data;

  return cab_vault_audit (vault, entry->act, entry->kind, entry->entity, entry->payload, error);
}

static CabStatement *
select_row (CabVault *vault, gint64 seq)
{
  g_autoptr (GError) error = NULL;
  CabStatement *statement = cab_statement_new (
      cab_vault_get_db (vault),
      "SELECT wall_ms, boot_id, boottime_ns, actor, act, kind, entity, nonce, payload\n"
      "FROM audit\n"
      "WHERE seq = ?1",
      "read a row", &error);

  g_assert_no_error (error);
  cab_statement_bind_integer (statement, 1, seq);
  g_assert_cmpint (cab_statement_step (statement, &error), ==, CAB_STEP_ROW);

  return statement;
}

/* [V-80], [V-94] a row says who, what, to what and when, by wall and by boot clock; nothing is NULL
 * and never an empty text, except the payload */
static void
test_row (void)
{
  static const struct
  {
    const char *actor;
    Entry entry;
    const char *expected_actor;
    const char *expected_kind;
    const char *expected_entity;
    const char *expected_payload;
  } cases[] = {
    { NULL, { "open", NULL, NULL, NULL }, "system", NULL, NULL, "" },
    { "c1", { "change", "client", "e1", "{\"a\":[1,2]}" }, "c1", "client", "e1", "{\"a\":[1,2]}" },
    { "c1", { "print", "", "", "" }, "c1", NULL, NULL, "" },
    { NULL, { "view", "note", "e2", "Zoë" }, "system", "note", "e2", "Zoë" },
  };
  g_auto (CabTestVault) test = { 0 };

  cab_test_vault_init (&test);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (CabStatement) row = NULL;
      gint64 seq = (gint64)cab_vault_get_head_seq (test.vault) + 1;
      gsize length = 0;

      cab_clock_advance (test.clock, 1234);
      cab_vault_set_actor (test.vault, cases[i].actor);
      cab_vault_transact (test.vault, "write", write_entry, (gpointer)&cases[i].entry, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (cab_vault_get_head_seq (test.vault), ==, (guint64)seq);

      row = select_row (test.vault, seq);
      g_assert_cmpint (cab_statement_get_integer (row, 0), ==, cab_clock_get_wall_ms (test.clock));
      g_assert_cmpstr (cab_statement_get_text (row, 1), ==, cab_clock_get_boot_id (test.clock));
      g_assert_cmpint (cab_statement_get_integer (row, 2), ==,
                       cab_clock_get_boottime_ns (test.clock));
      g_assert_cmpstr (cab_statement_get_text (row, 3), ==, cases[i].expected_actor);
      g_assert_cmpstr (cab_statement_get_text (row, 4), ==, cases[i].entry.act);
      g_assert_cmpstr (cab_statement_get_text (row, 5), ==, cases[i].expected_kind);
      g_assert_cmpstr (cab_statement_get_text (row, 6), ==, cases[i].expected_entity);
      g_assert_nonnull (cab_statement_get_bytes (row, 7, &length));
      g_assert_cmpuint (length, ==, CAB_NONCE_LENGTH);
      g_assert_cmpstr (cab_statement_get_text (row, 8), ==, cases[i].expected_payload);
      g_clear_pointer (&row, cab_statement_free);

      cab_vault_verify_chain (test.vault, 0, NULL, &error);
      g_assert_no_error (error);
    }
}

/* [V-80] a payload of 64 KiB is taken, one byte more is not, and leaves nothing */
static void
test_payload_length (void)
{
  g_auto (CabTestVault) test = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *payload = g_strnfill (64 * 1024 + 1, 'x');
  Entry entry = { "change", "client", "c", payload };
  guint64 seq;

  cab_test_vault_init (&test);
  seq = cab_vault_get_head_seq (test.vault);
  g_assert_false (cab_vault_transact (test.vault, "write", write_entry, &entry, &error));
  g_assert_error (error, CAB_VAULT_ERROR, CAB_VAULT_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_cmpuint (cab_vault_get_head_seq (test.vault), ==, seq);

  payload[64 * 1024] = '\0';
  cab_vault_transact (test.vault, "write", write_entry, &entry, &error);
  g_assert_no_error (error);
  cab_vault_verify_chain (test.vault, 0, NULL, &error);
  g_assert_no_error (error);
}

/* [V-80] no two rows share a nonce, so that equal payloads cannot be told from their commitments */
static void
test_nonces_differ (void)
{
  g_auto (CabTestVault) test = { 0 };
  g_autoptr (GError) error = NULL;
  const Entry entry = { "view", "client", "c", "same" };
  gint64 distinct = 0;

  cab_test_vault_init (&test);
  for (int i = 0; i < 50; i++)
    g_assert_true (cab_vault_transact (test.vault, "write", write_entry, (gpointer)&entry, &error));
  cab_db_query_integer (cab_vault_get_db (test.vault),
                        "SELECT min (count (DISTINCT nonce), count (DISTINCT commitment))\n"
                        "FROM audit WHERE act = 'view'",
                        &distinct, "count", &error);
  g_assert_no_error (error);
  g_assert_cmpint (distinct, ==, 50);
}

/* [V-82] the anchor is the head's number, today and 16 hex digits of the head's mac */
static void
test_anchor (void)
{
  g_auto (CabTestVault) test = { 0 };
  g_autofree char *anchor = NULL;
  g_auto (GStrv) parts = NULL;
  guint8 mac[CAB_DIGEST_LENGTH];
  g_autoptr (GError) error = NULL;

  cab_test_vault_init (&test);
  anchor = cab_vault_dup_anchor (test.vault);
  parts = g_strsplit (anchor, " ", -1);
  g_assert_cmpuint (g_strv_length (parts), ==, 3);
  g_assert_cmpstr (parts[0], ==, "1");
  g_assert_cmpstr (parts[1], ==, "2026-03-02");
  g_assert_cmpuint (strlen (parts[2]), ==, 16);
  g_assert_cmpint (cab_vault_get_row_mac (test.vault, 1, mac, &error), ==, 1);
  for (guint i = 0; i < 8; i++)
    {
      g_autofree char *hex = g_strdup_printf ("%02x", mac[i]);

      g_assert_cmpmem (parts[2] + 2 * i, 2, hex, 2);
    }
  g_assert_cmpint (cab_vault_get_row_mac (test.vault, 99, mac, &error), ==, 0);
}

/* [V-82] an anchor is read as it was written, or typed from paper; nothing else is one */
static void
test_anchor_parse (void)
{
  static const struct
  {
    const char *text;
    gint64 seq; /* 0: refused */
  } cases[] = {
    { "812 2026-05-03 0123456789abcdef", 812 },
    { "  812  2026-05-03\t0123456789ABCDEF\n", 812 },
    { "0 2026-05-03 0123456789abcdef", 0 },
    { "-1 2026-05-03 0123456789abcdef", 0 },
    { "812 0123456789abcdef", 0 },
    { "812 2026-05-03 0123456789abcde", 0 },
    { "812 2026-05-03 0123456789abcdeg", 0 },
    { "812 2026-05-03 0123456789abcdef 1", 0 },
    { "99999999999999999999 2026-05-03 0123456789abcdef", 0 },
    { "", 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CabAuditAnchor anchor = { 0 };

      if (cab_audit_anchor_parse (cases[i].text, &anchor) != (cases[i].seq > 0))
        g_error ("“%s”", cases[i].text);
      if (cases[i].seq == 0)
        continue;
      g_assert_cmpint (anchor.seq, ==, cases[i].seq);
      g_assert_cmphex (anchor.mac[0], ==, 0x01);
      g_assert_cmphex (anchor.mac[7], ==, 0xef);
    }
}

static void
count_cb (guint64 done, guint64 total, gpointer data)
{
  guint *n_calls = data;

  g_assert_cmpuint (done, <=, total + 1);
  (*n_calls)++;
}

/* [V-82], [V-83] the whole log is checked and goes through its anchors, whatever their order; one
 * of another log is told with its entry, and so is one that lies ahead */
static void
test_verify_log (void)
{
  g_auto (CabTestVault) test = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  const Entry entry = { "view", "client", "c", NULL };
  CabAuditAnchor anchors[2] = { 0 };
  CabAuditReport report = { 0 };
  guint n_calls = 0;

  cab_test_vault_init (&test);
  for (guint i = 0; i < G_N_ELEMENTS (anchors); i++)
    {
      g_autofree char *text = NULL;

      g_assert_true (
          cab_vault_transact (test.vault, "write", write_entry, (gpointer)&entry, &error));
      text = cab_vault_dup_anchor (test.vault);
      g_assert_true (cab_audit_anchor_parse (text, &anchors[1 - i]));
    }
  g_assert_cmpint (anchors[0].seq, >, anchors[1].seq);

  cab_vault_verify_log (test.vault, anchors, 2, count_cb, &n_calls, &report, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (report.rows, ==, (gint64)cab_vault_get_head_seq (test.vault));
  g_assert_cmpuint (n_calls, >, 0);

  anchors[1].mac[3] ^= 1;
  g_assert_false (cab_vault_verify_log (test.vault, anchors, 2, NULL, NULL, &report, NULL, &error));
  g_assert_error (error, CAB_VAULT_ERROR, CAB_VAULT_ERROR_CHAIN);
  g_assert_cmpint (report.fault, ==, CAB_AUDIT_FAULT_ANCHOR);
  g_assert_cmpint (report.seq, ==, anchors[1].seq);
  g_clear_error (&error);

  anchors[0].seq += 5;
  g_assert_false (cab_vault_verify_log (test.vault, anchors, 1, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, CAB_VAULT_ERROR, CAB_VAULT_ERROR_CHAIN);
  g_clear_error (&error);

  g_cancellable_cancel (cancellable);
  g_assert_false (
      cab_vault_verify_log (test.vault, NULL, 0, NULL, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* [V-82] the anchor that went to paper is remembered with its day, the log tells of the print, and
 * a log that was made anew since does not pass for the one that was printed */
static void
test_printed_anchor (void)
{
  g_auto (CabTestVault) test = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *anchor = NULL;
  g_autofree char *printed = NULL;
  g_autofree char *date = NULL;
  CabAuditReport report = { 0 };
  guint64 seq;

  cab_test_vault_init (&test);
  g_assert_null (cab_anchor_dup_printed (test.vault));
  g_assert_null (cab_anchor_dup_printed_date (test.vault));
  anchor = cab_vault_dup_anchor (test.vault);
  seq = cab_vault_get_head_seq (test.vault);
  cab_anchor_note_printed (test.vault, anchor, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (cab_vault_get_head_seq (test.vault), ==, seq + 1);
  printed = cab_anchor_dup_printed (test.vault);
  g_assert_cmpstr (printed, ==, anchor);
  date = cab_anchor_dup_printed_date (test.vault);
  g_assert_cmpstr (date, ==, "2026-03-02");
  cab_vault_verify_log (test.vault, NULL, 0, NULL, NULL, &report, NULL, &error);
  g_assert_no_error (error);

  cab_anchor_note_printed (test.vault, "1 2026-03-02 0000000000000000", &error);
  g_assert_no_error (error);
  g_assert_false (cab_vault_verify_log (test.vault, NULL, 0, NULL, NULL, &report, NULL, &error));
  g_assert_error (error, CAB_VAULT_ERROR, CAB_VAULT_ERROR_CHAIN);
  g_assert_cmpint (report.fault, ==, CAB_AUDIT_FAULT_ANCHOR);
}

/* [B-4] external ids: the same for the same record, person and profile, and for no other */
static void
test_external_id (void)
{
  g_auto (CabTestVault) test = { 0 };
  g_autofree char *one = NULL;
  g_autofree char *again = NULL;
  g_autofree char *profile = NULL;
  g_autofree char *person = NULL;

  cab_test_vault_init (&test);
  one = cab_vault_external_id (test.vault, "access", "p1", "r1");
  cab_test_vault_close (&test);
  cab_test_vault_reopen (&test, CAB_VAULT_OPEN_READ_ONLY);
  again = cab_vault_external_id (test.vault, "access", "p1", "r1");
  profile = cab_vault_external_id (test.vault, "portability", "p1", "r1");
  person = cab_vault_external_id (test.vault, "access", "p2", "r1");
  g_assert_true (cab_ids_is_id (one));
  g_assert_cmpstr (one, ==, again);
  g_assert_cmpstr (one, !=, profile);
  g_assert_cmpstr (one, !=, person);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_assert_true (cab_harden_start (NULL));

  g_test_add_func ("/vault/audit/row", test_row);
  g_test_add_func ("/vault/audit/payload-length", test_payload_length);
  g_test_add_func ("/vault/audit/nonces-differ", test_nonces_differ);
  g_test_add_func ("/vault/audit/anchor", test_anchor);
  g_test_add_func ("/vault/audit/anchor-parse", test_anchor_parse);
  g_test_add_func ("/vault/audit/verify-log", test_verify_log);
  g_test_add_func ("/vault/audit/printed-anchor", test_printed_anchor);
  g_test_add_func ("/vault/audit/external-id", test_external_id);

  return g_test_run ();
}
