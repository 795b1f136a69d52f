/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include "cab-audit-verify.h"

#include <string.h>

#include "cab-vault-error.h"
#include "test-chain.h"

/* [V-83] a chain as Cabinet writes it verifies, also one of no rows at all */
static void
test_good_chain_verifies (void)
{
  g_auto (TestChain) chain = { NULL };
  g_auto (TestChain) empty = { NULL };

  test_chain_init (&chain, 1);
  test_chain_fill (&chain);
  test_chain_assert_verifies (&chain);
  test_chain_init (&empty, 1);
  test_chain_assert_verifies (&empty);
}

/* The acts of someone who changes the file; the index is that of the row, from 0. */

static void
swap_rows (TestChain *chain)
{
  gpointer *rows = chain->rows->pdata;
  gpointer first = rows[1];

  rows[1] = rows[2];
  rows[2] = first;
}

static void
swap_rows_and_numbers (TestChain *chain)
{
  swap_rows (chain);
  test_chain_get (chain, 1)->seq = 2;
  test_chain_get (chain, 2)->seq = 3;
}

static void
drop_one (TestChain *chain)
{
  g_ptr_array_remove_index (chain->rows, 6);
}

static void
drop_first (TestChain *chain)
{
  g_ptr_array_remove_index (chain->rows, 0);
}

static void
drop_last (TestChain *chain)
{
  g_ptr_array_remove_index (chain->rows, 11);
}

static void
drop_all (TestChain *chain)
{
  g_ptr_array_set_size (chain->rows, 0);
}

static void
duplicate (TestChain *chain)
{
  g_ptr_array_insert (chain->rows, 3, test_row_copy (test_chain_get (chain, 2)));
}

static void
renumber_after_drop (TestChain *chain)
{
  drop_one (chain);
  for (guint i = 6; i < chain->rows->len; i++)
    test_chain_get (chain, i)->seq--;
}

static void
renumber_first_after_drop (TestChain *chain)
{
  drop_first (chain);
  for (guint i = 0; i < chain->rows->len; i++)
    test_chain_get (chain, i)->seq--;
}

static void
splice_one_of_another_practice (TestChain *chain)
{
  g_auto (TestChain) other = { NULL };

  test_chain_init (&other, 2);
  test_chain_fill (&other);
  g_ptr_array_remove_index (chain->rows, 7);
  g_ptr_array_insert (chain->rows, 7, test_row_copy (test_chain_get (&other, 7)));
}

static void
splice_tail_of_another_practice (TestChain *chain)
{
  g_auto (TestChain) other = { NULL };

  test_chain_init (&other, 2);
  test_chain_fill (&other);
  g_ptr_array_set_size (chain->rows, 6);
  for (guint i = 6; i < other.rows->len; i++)
    g_ptr_array_add (chain->rows, test_row_copy (test_chain_get (&other, i)));
  test_chain_rehead (chain);
}

static void
replace_with_another_practice (TestChain *chain)
{
  g_auto (TestChain) other = { NULL };

  test_chain_init (&other, 2);
  test_chain_fill (&other);
  g_ptr_array_set_size (chain->rows, 0);
  for (guint i = 0; i < other.rows->len; i++)
    g_ptr_array_add (chain->rows, test_row_copy (test_chain_get (&other, i)));
}

static void
cut_tail (TestChain *chain)
{
  g_ptr_array_set_size (chain->rows, 10);
}

static void
set_anchor (TestChain *chain, guint index)
{
  static CabAuditAnchor anchor;
  const TestRow *row = test_chain_get (chain, index);

  anchor.seq = row->seq;
  memcpy (anchor.mac, row->mac->str, sizeof anchor.mac);
  chain->check.anchors = &anchor;
  chain->check.n_anchors = 1;
}

static void
cut_tail_and_fix_state (TestChain *chain)
{
  set_anchor (chain, 11);
  cut_tail (chain);
  test_chain_rehead (chain);
}

static void
rewrite_after_an_anchor (TestChain *chain)
{
  set_anchor (chain, 9);
  g_ptr_array_set_size (chain->rows, 8);
  test_chain_rehead (chain);
  for (guint i = 8; i < 12; i++)
    test_chain_append (chain, "open", NULL, "");
}

static void
remac_with_wrong_key (TestChain *chain)
{
  static const guint8 wrong[CAB_KEY_LENGTH] = { 7 };

  g_string_assign (test_chain_get (chain, 4)->actor, "someone else");
  test_chain_relink (chain, 4, wrong);
}

static void
remac_all_with_wrong_key (TestChain *chain)
{
  static const guint8 wrong[CAB_KEY_LENGTH] = { 7 };

  for (guint i = 0; i < chain->rows->len; i++)
    test_chain_relink (chain, i, wrong);
  test_chain_rehead (chain);
}

static void
remac_one_with_the_right_key (TestChain *chain)
{
  g_string_assign (test_chain_get (chain, 4)->actor, "someone else");
  test_chain_relink (chain, 4, chain->audit_key);
}

static void
move_actor_to_act (TestChain *chain)
{
  TestRow *row = test_chain_get (chain, 6);

  g_string_truncate (row->actor, row->actor->len - 1);
  g_string_prepend_c (row->act, '9');
}

static void
move_act_to_kind (TestChain *chain)
{
  TestRow *row = test_chain_get (chain, 6);

  g_string_truncate (row->act, row->act->len - 1);
  g_string_prepend_c (row->kind, 'e');
}

static void
move_kind_to_entity (TestChain *chain)
{
  TestRow *row = test_chain_get (chain, 6);

  g_string_truncate (row->kind, row->kind->len - 1);
  g_string_prepend_c (row->entity, 'e');
}

static void
move_boot_id_to_actor (TestChain *chain)
{
  TestRow *row = test_chain_get (chain, 6);

  g_string_truncate (row->boot_id, row->boot_id->len - 1);
  g_string_prepend_c (row->actor, '1');
}

static void
blank_without_erasure (TestChain *chain)
{
  test_row_blank (test_chain_get (chain, 6));
}

static void
blank_after_erasure (TestChain *chain)
{
  test_row_blank (test_chain_append (chain, "change", "00000000-0000-4000-8000-000000000002", "x"));
}

static void
blank_of_nobody (TestChain *chain)
{
  test_row_blank (test_chain_get (chain, 9));
}

static void
blank_the_erasure (TestChain *chain)
{
  test_row_blank (test_chain_get (chain, 8));
}

static void
unblank (TestChain *chain)
{
  TestRow *row = test_chain_get (chain, 3);
  guint8 nonce[CAB_NONCE_LENGTH];

  memset (nonce, 4, sizeof nonce);
  row->nonce = g_string_new_len ((const char *)nonce, sizeof nonce);
  row->payload = g_string_new ("name=B");
}

static void
unblank_listed (TestChain *chain)
{
  TestRow *row = test_chain_get (chain, 4);
  guint8 nonce[CAB_NONCE_LENGTH];

  memset (nonce, 5, sizeof nonce);
  row->nonce = g_string_new_len ((const char *)nonce, sizeof nonce);
  row->payload = g_string_new ("text=C");
}

static void
unblank_with_other_words (TestChain *chain)
{
  unblank (chain);
  g_string_assign (test_chain_get (chain, 3)->payload, "name=Z");
}

static void
blank_by_half (TestChain *chain)
{
  TestRow *row = test_chain_get (chain, 6);

  g_string_free (row->nonce, TRUE);
  row->nonce = NULL;
}

static void
blank_by_the_other_half (TestChain *chain)
{
  TestRow *row = test_chain_get (chain, 6);

  g_string_free (row->payload, TRUE);
  row->payload = NULL;
}

static void
empty_instead_of_null (TestChain *chain)
{
  test_chain_get (chain, 0)->kind = g_string_new ("");
}

static void
null_actor (TestChain *chain)
{
  TestRow *row = test_chain_get (chain, 6);

  g_string_free (row->actor, TRUE);
  row->actor = NULL;
}

static void
shorten_mac (TestChain *chain)
{
  g_string_truncate (test_chain_get (chain, 6)->mac, 31);
}

static void
lengthen_commitment (TestChain *chain)
{
  g_string_append_c (test_chain_get (chain, 6)->commitment, '\0');
}

static void
change_genesis (TestChain *chain)
{
  chain->check.start.mac[31] ^= 1;
}

static void
number_overflows (TestChain *chain)
{
  test_chain_get (chain, 6)->seq = G_MAXINT64;
}

static void
number_wraps (TestChain *chain)
{
  test_chain_get (chain, 6)->seq = G_MININT64;
}

static void
number_zero (TestChain *chain)
{
  test_chain_get (chain, 0)->seq = 0;
}

static void
two_with_one_number (TestChain *chain)
{
  test_chain_get (chain, 6)->seq = 6;
}

static void
head_of_another_row (TestChain *chain)
{
  memcpy (chain->check.head.mac, test_chain_get (chain, 8)->mac->str, CAB_DIGEST_LENGTH);
}

static void
head_of_another_practice (TestChain *chain)
{
  g_auto (TestChain) other = { NULL };

  test_chain_init (&other, 2);
  test_chain_fill (&other);
  chain->check.head = other.check.head;
}

static void
head_of_an_earlier_time (TestChain *chain)
{
  chain->check.head.seq = 8;
  memcpy (chain->check.head.mac, test_chain_get (chain, 7)->mac->str, CAB_DIGEST_LENGTH);
}

/* A row made for another predecessor, with the head of that epoch to vouch for it. */
static void
row_of_another_epoch (TestChain *chain)
{
  g_auto (TestChain) epoch = { NULL };

  test_chain_init (&epoch, 1);
  test_chain_fill (&epoch);
  g_string_assign (test_chain_get (&epoch, 5)->actor, "someone else");
  for (guint i = 5; i < 12; i++)
    test_chain_relink (&epoch, i, epoch.audit_key);
  test_chain_rehead (&epoch);
  g_ptr_array_set_size (chain->rows, 6);
  for (guint i = 6; i < 12; i++)
    g_ptr_array_add (chain->rows, test_row_copy (test_chain_get (&epoch, i)));
  chain->check.head = epoch.check.head;
}

static void
append_beyond_head (TestChain *chain)
{
  CabAuditHead head = chain->check.head;

  test_chain_append (chain, "open", NULL, "");
  chain->check.head = head;
}

/* [V-83] each adversarial case fails with the fault and the row it is */
static void
test_every_attack_is_named (void)
{
  static const struct
  {
    const char *name;
    void (*attack) (TestChain *chain);
    CabAuditFault fault;
    gint64 seq;
  } cases[] = {
    { "swap two rows", swap_rows, CAB_AUDIT_FAULT_MISSING, 2 },
    { "swap two rows and their numbers", swap_rows_and_numbers, CAB_AUDIT_FAULT_MAC, 2 },
    { "drop one", drop_one, CAB_AUDIT_FAULT_MISSING, 7 },
    { "drop the first", drop_first, CAB_AUDIT_FAULT_MISSING, 1 },
    { "drop the last", drop_last, CAB_AUDIT_FAULT_CUT, 12 },
    { "drop all", drop_all, CAB_AUDIT_FAULT_CUT, 1 },
    { "duplicate", duplicate, CAB_AUDIT_FAULT_REPEATED, 3 },
    { "renumber after a drop", renumber_after_drop, CAB_AUDIT_FAULT_MAC, 7 },
    { "renumber after dropping the first", renumber_first_after_drop, CAB_AUDIT_FAULT_MAC, 1 },
    { "splice a row of another practice", splice_one_of_another_practice, CAB_AUDIT_FAULT_MAC, 8 },
    { "splice the tail of another practice", splice_tail_of_another_practice, CAB_AUDIT_FAULT_MAC,
      7 },
    { "replace with another practice", replace_with_another_practice, CAB_AUDIT_FAULT_MAC, 1 },
    { "cut the tail", cut_tail, CAB_AUDIT_FAULT_CUT, 11 },
    { "cut the tail and fix the state", cut_tail_and_fix_state, CAB_AUDIT_FAULT_ANCHOR, 12 },
    { "rewrite what an anchor saw", rewrite_after_an_anchor, CAB_AUDIT_FAULT_ANCHOR, 10 },
    { "re-MAC with a wrong key", remac_with_wrong_key, CAB_AUDIT_FAULT_MAC, 5 },
    { "re-MAC all with a wrong key", remac_all_with_wrong_key, CAB_AUDIT_FAULT_MAC, 1 },
    { "re-MAC one with the right key", remac_one_with_the_right_key, CAB_AUDIT_FAULT_MAC, 6 },
    { "move a byte from actor to act", move_actor_to_act, CAB_AUDIT_FAULT_MAC, 7 },
    { "move a byte from act to kind", move_act_to_kind, CAB_AUDIT_FAULT_MAC, 7 },
    { "move a byte from kind to entity", move_kind_to_entity, CAB_AUDIT_FAULT_MAC, 7 },
    { "move a byte from boot id to actor", move_boot_id_to_actor, CAB_AUDIT_FAULT_SHAPE, 7 },
    { "blank without an erasure", blank_without_erasure, CAB_AUDIT_FAULT_BLANKED, 7 },
    { "blank after the erasure", blank_after_erasure, CAB_AUDIT_FAULT_BLANKED, 13 },
    { "blank a row of nobody", blank_of_nobody, CAB_AUDIT_FAULT_BLANKED, 10 },
    { "blank the erasure itself", blank_the_erasure, CAB_AUDIT_FAULT_BLANKED, 9 },
    { "un-blank", unblank, CAB_AUDIT_FAULT_UNBLANKED, 4 },
    { "un-blank what the payload lists", unblank_listed, CAB_AUDIT_FAULT_UNBLANKED, 5 },
    { "un-blank with other words", unblank_with_other_words, CAB_AUDIT_FAULT_COMMITMENT, 4 },
    { "blank the nonce alone", blank_by_half, CAB_AUDIT_FAULT_SHAPE, 7 },
    { "blank the payload alone", blank_by_the_other_half, CAB_AUDIT_FAULT_SHAPE, 7 },
    { "an empty kind for none", empty_instead_of_null, CAB_AUDIT_FAULT_SHAPE, 1 },
    { "no actor", null_actor, CAB_AUDIT_FAULT_SHAPE, 7 },
    { "a mac of 31 bytes", shorten_mac, CAB_AUDIT_FAULT_SHAPE, 7 },
    { "a commitment of 33 bytes", lengthen_commitment, CAB_AUDIT_FAULT_SHAPE, 7 },
    { "wrong mac[0]", change_genesis, CAB_AUDIT_FAULT_MAC, 1 },
    { "the largest number", number_overflows, CAB_AUDIT_FAULT_MISSING, 7 },
    { "the smallest number", number_wraps, CAB_AUDIT_FAULT_REPEATED, G_MININT64 },
    { "number 0", number_zero, CAB_AUDIT_FAULT_REPEATED, 0 },
    { "two rows with one number", two_with_one_number, CAB_AUDIT_FAULT_REPEATED, 6 },
    { "the head of another row", head_of_another_row, CAB_AUDIT_FAULT_HEAD, 12 },
    { "the head of another practice", head_of_another_practice, CAB_AUDIT_FAULT_HEAD, 12 },
    { "the head of an earlier time", head_of_an_earlier_time, CAB_AUDIT_FAULT_BEYOND, 9 },
    { "rows of another epoch under its head", row_of_another_epoch, CAB_AUDIT_FAULT_MAC, 7 },
    { "rows beyond the head", append_beyond_head, CAB_AUDIT_FAULT_BEYOND, 13 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (TestChain) chain = { NULL };
      g_autoptr (GError) error = NULL;
      CabAuditReport report;

      test_chain_init (&chain, 1);
      test_chain_fill (&chain);
      cases[i].attack (&chain);
      if (test_chain_verify (&chain, &report, &error))
        g_error ("%s: not found", cases[i].name);
      g_assert_error (error, CAB_VAULT_ERROR, CAB_VAULT_ERROR_CHAIN);
      if (report.fault != cases[i].fault || report.seq != cases[i].seq)
        g_error ("%s: %s at entry %" G_GINT64_FORMAT, cases[i].name,
                 cab_audit_fault_get_name (report.fault), report.seq);
    }
}

/* Flips bit after bit of a field and expects each to be found at that row. */
static void
flip_every_bit (TestChain *chain, gint64 seq, void *field, gsize length)
{
  for (gsize bit = 0; bit < 8 * length; bit++)
    {
      guint8 *byte = (guint8 *)field + bit / 8;
      CabAuditReport report;

      *byte ^= (guint8)(1 << bit % 8);
      if (test_chain_verify (chain, &report, NULL))
        g_error ("entry %" G_GINT64_FORMAT ": flipped bit %" G_GSIZE_FORMAT " not found", seq, bit);
      g_assert_cmpint (report.seq, ==, seq);
      *byte ^= (guint8)(1 << bit % 8);
    }
}

static void
flip_every_bit_of_string (TestChain *chain, gint64 seq, GString *string)
{
  if (string != NULL)
    flip_every_bit (chain, seq, string->str, string->len);
}

/* [V-83] each field of each row, each bit of it */
static void
test_every_bit_counts (void)
{
  g_auto (TestChain) chain = { NULL };

  test_chain_init (&chain, 1);
  test_chain_fill (&chain);
  for (guint i = 0; i < chain.rows->len; i++)
    {
      TestRow *row = test_chain_get (&chain, i);
      gint64 seq = row->seq;

      flip_every_bit (&chain, seq, &row->wall_ms, sizeof row->wall_ms);
      flip_every_bit (&chain, seq, &row->boottime_ns, sizeof row->boottime_ns);
      flip_every_bit_of_string (&chain, seq, row->boot_id);
      flip_every_bit_of_string (&chain, seq, row->actor);
      flip_every_bit_of_string (&chain, seq, row->act);
      flip_every_bit_of_string (&chain, seq, row->kind);
      flip_every_bit_of_string (&chain, seq, row->entity);
      flip_every_bit_of_string (&chain, seq, row->nonce);
      flip_every_bit_of_string (&chain, seq, row->payload);
      flip_every_bit_of_string (&chain, seq, row->commitment);
      flip_every_bit_of_string (&chain, seq, row->mac);
      for (guint bit = 0; bit < 64; bit++)
        {
          row->seq = (gint64)((guint64)seq ^ G_GUINT64_CONSTANT (1) << bit);
          g_assert_false (test_chain_verify (&chain, NULL, NULL));
          row->seq = seq;
        }
    }
  test_chain_assert_verifies (&chain);
}

/* [V-20] step 11: the last rows alone, from a row that is trusted */
static void
test_part_of_a_chain_verifies (void)
{
  for (guint n = 0; n <= 12; n++)
    {
      g_auto (TestChain) chain = { NULL };
      CabAuditReport report;

      test_chain_init (&chain, 1);
      test_chain_fill (&chain);
      if (n > 0)
        {
          chain.check.start.seq = n;
          memcpy (chain.check.start.mac, test_chain_get (&chain, n - 1)->mac->str,
                  CAB_DIGEST_LENGTH);
          g_ptr_array_remove_range (chain.rows, 0, n);
        }
      test_chain_assert_verifies (&chain);

      /* A start that is not what it is said to be is found at the next row, or at the head. */
      chain.check.start.mac[0] ^= 1;
      g_assert_false (test_chain_verify (&chain, &report, NULL));
      g_assert_cmpint (report.fault, ==, n < 12 ? CAB_AUDIT_FAULT_MAC : CAB_AUDIT_FAULT_HEAD);
      g_assert_cmpint (report.seq, ==, n < 12 ? n + 1 : 12);
    }
}

/* [V-82] anchors at every row agree, those before the start are passed over */
static void
test_anchors_agree (void)
{
  g_auto (TestChain) chain = { NULL };
  CabAuditAnchor anchors[12];

  test_chain_init (&chain, 1);
  test_chain_fill (&chain);
  for (guint i = 0; i < 12; i++)
    {
      anchors[i].seq = i + 1;
      memcpy (anchors[i].mac, test_chain_get (&chain, i)->mac->str, CAB_ANCHOR_LENGTH);
    }
  chain.check.anchors = anchors;
  chain.check.n_anchors = 12;
  test_chain_assert_verifies (&chain);

  for (guint i = 0; i < 12; i++)
    {
      CabAuditReport report;

      anchors[i].mac[7] ^= 0x80;
      g_assert_false (test_chain_verify (&chain, &report, NULL));
      g_assert_cmpint (report.fault, ==, CAB_AUDIT_FAULT_ANCHOR);
      g_assert_cmpint (report.seq, ==, i + 1);
      anchors[i].mac[7] ^= 0x80;
    }

  anchors[0].mac[0] ^= 1;
  chain.check.start.seq = 3;
  memcpy (chain.check.start.mac, test_chain_get (&chain, 2)->mac->str, CAB_DIGEST_LENGTH);
  g_ptr_array_remove_range (chain.rows, 0, 3);
  test_chain_assert_verifies (&chain);
}

/* An error of whoever reads the rows is that error and no fault of the chain. */
static void
test_reading_error_is_passed_on (void)
{
  g_auto (TestChain) chain = { NULL };

  test_chain_init (&chain, 1);
  test_chain_fill (&chain);
  for (guint i = 1; i <= 13; i++)
    {
      TestWalk walk = { &chain, 0, i };
      g_autoptr (GError) error = NULL;
      CabAuditReport report;

      g_assert_false (cab_audit_verify (&chain.check, test_row_next, &walk, &report, &error));
      g_assert_error (error, CAB_VAULT_ERROR, CAB_VAULT_ERROR_IO);
      g_assert_cmpint (report.fault, ==, CAB_AUDIT_FAULT_NONE);
    }
}

static void
test_faults_have_names (void)
{
  static const char *const names[]
      = { "none",    "missing",   "repeated", "shape",  "commitment", "mac",
          "blanked", "unblanked", "cut",      "beyond", "head",       "anchor" };

  G_STATIC_ASSERT (G_N_ELEMENTS (names) == CAB_N_AUDIT_FAULTS);
  for (guint i = 0; i < CAB_N_AUDIT_FAULTS; i++)
    g_assert_cmpstr (cab_audit_fault_get_name (i), ==, names[i]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/vault/audit-verify/good-chain-verifies", test_good_chain_verifies);
  g_test_add_func ("/vault/audit-verify/every-attack-is-named", test_every_attack_is_named);
  g_test_add_func ("/vault/audit-verify/every-bit-counts", test_every_bit_counts);
  g_test_add_func ("/vault/audit-verify/part-of-a-chain-verifies", test_part_of_a_chain_verifies);
  g_test_add_func ("/vault/audit-verify/anchors-agree", test_anchors_agree);
  g_test_add_func ("/vault/audit-verify/reading-error-is-passed-on",
                   test_reading_error_is_passed_on);
  g_test_add_func ("/vault/audit-verify/faults-have-names", test_faults_have_names);
  return g_test_run ();
}
