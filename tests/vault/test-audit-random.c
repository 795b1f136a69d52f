/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include "cab-audit-verify.h"

#include <string.h>

#include "cab-test-tally.h"
#include "test-chain.h"

#define N_VALID_CHAINS 1000
#define N_MUTATIONS (g_test_slow () ? 10000000 : 10000)

/* Erases what a random chain says of a record, as cab-erase does. */
static void
erase_randomly (TestChain *chain, const char *entity)
{
  for (guint i = 0; i < chain->rows->len; i++)
    {
      TestRow *row = test_chain_get (chain, i);

      if (row->entity != NULL && g_str_equal (row->entity->str, entity)
          && !g_str_equal (row->act->str, CAB_AUDIT_ERASE))
        test_row_blank (row);
    }
  if (g_test_rand_bit ())
    test_chain_append (chain, CAB_AUDIT_ERASE, entity, "counts=1");
  else
    {
      g_autofree char *payload = g_strdup_printf ("counts=1\n%s\n", entity);

      test_chain_append (chain, CAB_AUDIT_ERASE, NULL, payload);
    }
}

static void
fill_randomly (TestChain *chain)
{
  guint n_rows = (guint)g_test_rand_int_range (1, 30);

  while (chain->rows->len < n_rows)
    {
      g_autofree char *entity
          = g_strdup_printf ("00000000-0000-4000-8000-00000000000%d", g_test_rand_int_range (0, 6));
      g_autofree char *payload = g_strnfill ((gsize)g_test_rand_int_range (0, 40), 'p');

      switch (g_test_rand_int_range (0, 8))
        {
        case 0:
          test_chain_append (chain, "unlock", NULL, payload);
          break;
        case 1:
          erase_randomly (chain, entity);
          break;
        default:
          test_chain_append (chain, "change", entity, payload);
          break;
        }
    }
}

/* [V-212] no false alarm on a thousand chains as Cabinet writes them */
static void
test_random_chains_verify (void)
{
  CabTestTally tally = cab_test_tally_begin ("V-212", "valid chains");

  for (guint i = 0; i < N_VALID_CHAINS; i++)
    {
      g_auto (TestChain) chain = { NULL };

      test_chain_init (&chain, (guint8)i);
      fill_randomly (&chain);
      test_chain_assert_verifies (&chain);
    }
  cab_test_tally_end (&tally, N_VALID_CHAINS, N_VALID_CHAINS);
}

static GString **
pick_string (TestRow *row)
{
  GString **strings[] = { &row->boot_id, &row->actor,   &row->act,        &row->kind, &row->entity,
                          &row->nonce,   &row->payload, &row->commitment, &row->mac };

  return strings[g_test_rand_int_range (0, G_N_ELEMENTS (strings))];
}

static void
mutate_string (GString **string)
{
  if (*string == NULL)
    {
      *string = g_string_new ("x");
      return;
    }
  switch (g_test_rand_int_range (0, 4))
    {
    case 0:
      g_string_append_c (*string, (char)g_test_rand_int ());
      break;
    case 1:
      g_string_truncate (*string, (*string)->len / 2);
      break;
    case 2:
      g_string_free (*string, TRUE);
      *string = NULL;
      break;
    default:
      if ((*string)->len > 0)
        (*string)->str[g_test_rand_int_range (0, (int)(*string)->len)]
            ^= (char)(1 << g_test_rand_int_range (0, 8));
      break;
    }
}

static void
move_between_strings (TestRow *row)
{
  GString **from = pick_string (row);
  GString **to = pick_string (row);

  if (*from == NULL || (*from)->len == 0 || *to == NULL || from == to)
    return;
  g_string_append_c (*to, (*from)->str[0]);
  g_string_erase (*from, 0, 1);
}

/* One random change, which may happen to change nothing. */
static void
mutate (TestChain *chain)
{
  GPtrArray *rows = chain->rows;
  guint n = (guint)g_test_rand_int_range (0, (int)rows->len);
  guint m = (guint)g_test_rand_int_range (0, (int)rows->len);
  TestRow *row = test_chain_get (chain, n);
  gpointer other = test_chain_get (chain, m);

  switch (g_test_rand_int_range (0, 10))
    {
    case 0:
      rows->pdata[n] = other;
      rows->pdata[m] = row;
      break;
    case 1:
      g_ptr_array_remove_index (rows, n);
      break;
    case 2:
      g_ptr_array_insert (rows, (int)m, test_row_copy (row));
      break;
    case 3:
      row->seq += g_test_rand_int_range (-2, 3);
      break;
    case 4:
      row->wall_ms ^= G_GINT64_CONSTANT (1) << g_test_rand_int_range (0, 63);
      break;
    case 5:
      row->boottime_ns ^= G_GINT64_CONSTANT (1) << g_test_rand_int_range (0, 63);
      break;
    case 6:
      test_row_blank (row);
      break;
    case 7:
      move_between_strings (row);
      break;
    default:
      mutate_string (pick_string (row));
      break;
    }
}

/* [V-212] ten thousand random changes: each is found, and one that changes nothing is none */
static void
test_random_changes_are_found (void)
{
  CabTestTally tally = cab_test_tally_begin ("V-212", "changes of a chain");
  guint n_found = 0;

  for (guint i = 0; i < N_MUTATIONS; i++)
    {
      g_auto (TestChain) chain = { NULL };
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;
      CabAuditReport report;
      gboolean verified;

      test_chain_init (&chain, (guint8)i);
      fill_randomly (&chain);
      before = test_chain_dup_image (&chain);
      mutate (&chain);
      after = test_chain_dup_image (&chain);
      verified = test_chain_verify (&chain, &report, NULL);
      if (verified != g_str_equal (before, after))
        g_error ("change %u: %s at entry %" G_GINT64_FORMAT, i,
                 cab_audit_fault_get_name (report.fault), report.seq);
      if (!verified)
        n_found++;
    }
  g_assert_cmpuint (n_found, >, N_MUTATIONS / 2);
  cab_test_tally_end (&tally, N_MUTATIONS, N_MUTATIONS);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/vault/audit-random/random-chains-verify", test_random_chains_verify);
  g_test_add_func ("/vault/audit-random/random-changes-are-found", test_random_changes_are_found);
  return g_test_run ();
}
