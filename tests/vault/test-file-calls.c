/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

/* Lets each call in turn that changes a file fail, or ends the process at it. */

#include "config.h"

#include <errno.h>

#include "cab-test-calls.h"
#include "cab-test-tally.h"
#include "cab-test-turns.h"

typedef struct
{
  const char *name;
  CabTestCallsFault fault;
  int code;
  gboolean for_ever;
} Fault;

static const Fault faults[] = {
  { "io-once", CAB_TEST_CALLS_FAIL, EIO, FALSE },
  { "io-for-ever", CAB_TEST_CALLS_FAIL, EIO, TRUE },
  { "full", CAB_TEST_CALLS_FAIL, ENOSPC, TRUE },
  { "interrupted", CAB_TEST_CALLS_FAIL, EINTR, FALSE },
  { "short", CAB_TEST_CALLS_SHORT_WRITE, 0, FALSE },
  { "kill-before", CAB_TEST_CALLS_EXIT, 0, FALSE },
  { "kill-after", CAB_TEST_CALLS_EXIT_AFTER, 0, FALSE },
};

typedef struct
{
  CabTestAct act;
  const Fault *fault;
} Case;

/* Acts of a thousand calls: at so many of them unless the run is a long one. */
#define TURNS_QUICK 100

static gboolean
replaces_file (CabTestAct act)
{
  return act == CAB_TEST_ACT_COMPACT || act == CAB_TEST_ACT_RESTORE
         || act == CAB_TEST_ACT_PASSPHRASE;
}

static void
arm (CabTestDisk *disk, gconstpointer data, guint at)
{
  const Fault *fault = data;
  const CabTestCallsPlan plan = { at, fault->fault, fault->code, fault->for_ever };

  cab_test_calls_watch (disk, &plan);
}

static guint
disarm (void)
{
  guint n = cab_test_calls_count ();

  cab_test_calls_watch (NULL, NULL);
  return n;
}

/* [V-26] [V-41] [V-105] [V-121] [V-134] [V-203] [V-205] an act whose calls fail or that is killed
 * at a call either is done or says why not, and changes nothing else */
static void
test_calls (gconstpointer data)
{
  const Case *test = data;
  gboolean all = g_test_slow () || !replaces_file (test->act);
  const CabTestFaults calls = { arm, disarm, all ? 0 : TURNS_QUICK };
  gboolean kills = test->fault->fault == CAB_TEST_CALLS_EXIT
                   || test->fault->fault == CAB_TEST_CALLS_EXIT_AFTER;
  CabTestTally tally = cab_test_tally_begin (kills ? "V-203" : "V-205",
                                             kills ? "kills at a call" : "calls that failed");
  guint n = cab_test_turns_run (test->act, &calls, test->fault, kills);

  cab_test_tally_end (&tally, n, n);
}

/* The others take their turn in the long run. */
static gboolean
is_quick (CabTestAct act, const Fault *fault)
{
  return fault == &faults[0] || (replaces_file (act) && fault->fault == CAB_TEST_CALLS_EXIT);
}

int
main (int argc, char **argv)
{
  cab_test_work_use_memory ();
  g_test_init (&argc, &argv, NULL);

  for (CabTestAct act = 0; act < CAB_TEST_N_ACTS; act++)
    for (gsize i = 0; i < G_N_ELEMENTS (faults); i++)
      {
        g_autofree char *path
            = g_strdup_printf ("/file-calls/%s/%s", cab_test_act_names[act], faults[i].name);
        Case *test;

        if (!g_test_slow () && !is_quick (act, &faults[i]))
          continue;

        test = g_new (Case, 1);
        *test = (Case){ act, &faults[i] };
        g_test_add_data_func_full (path, test, test_calls, g_free);
      }

  return g_test_run ();
}
