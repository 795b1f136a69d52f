/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

/* Refuses each request for memory in turn that SQLite makes. */

#include "config.h"

#include "cab-harden.h"
#include "cab-test-allocator.h"
#include "cab-test-tally.h"
#include "cab-test-turns.h"

/* Opening a practice alone makes some 40,000 requests, most of them for the text of
 * the schema: the long run refuses each, every other one so many of an act. */
#define TURNS 100

typedef struct
{
  CabTestAct act;
  gboolean for_ever;
} Case;

static void
arm (CabTestDisk *disk, gconstpointer data, guint at)
{
  const Case *test = data;

  cab_test_allocator_refuse (at, test->for_ever);
}

static guint
disarm (void)
{
  guint n = cab_test_allocator_count ();

  cab_test_allocator_refuse (0, FALSE);
  return n;
}

/* [V-26] [V-41] [V-206] an act during which SQLite gets no memory, once or from then on, either is
 * done or says why not; the file is intact, and done again it goes well */
static void
test_requests (gconstpointer data)
{
  const CabTestFaults requests = { arm, disarm, g_test_slow () ? 0 : TURNS };
  const Case *test = data;
  CabTestTally tally = cab_test_tally_begin ("V-206", "requests for memory refused");
  guint n = cab_test_turns_run (test->act, &requests, test, FALSE);

  cab_test_tally_end (&tally, n, n);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;

  cab_test_work_use_memory ();
  g_test_init (&argc, &argv, NULL);
  cab_harden_start (&error);
  g_assert_no_error (error);
  cab_test_allocator_install ();

  for (CabTestAct act = 0; act < CAB_TEST_N_ACTS; act++)
    for (int for_ever = 0; for_ever < (g_test_slow () ? 2 : 1); for_ever++)
      {
        g_autofree char *path = g_strdup_printf ("/no-memory/%s/%s", cab_test_act_names[act],
                                                 for_ever ? "for-ever" : "once");
        Case *test = g_new (Case, 1);

        *test = (Case){ act, for_ever };
        g_test_add_data_func_full (path, test, test_requests, g_free);
      }

  return g_test_run ();
}
