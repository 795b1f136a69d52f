/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

/* Lets each operation in turn of SQLite on its files go wrong. */

#include "config.h"

#include "cab-test-tally.h"
#include "cab-test-turns.h"
#include "cab-test-vfs.h"

typedef struct
{
  const char *name;
  CabTestVfsFault fault;
  gboolean for_ever;
} Fault;

static const Fault faults[] = {
  { "io-once", CAB_TEST_VFS_IO, FALSE },
  { "io-for-ever", CAB_TEST_VFS_IO, TRUE },
  { "full-once", CAB_TEST_VFS_FULL, FALSE },
  { "full-for-ever", CAB_TEST_VFS_FULL, TRUE },
  { "no-memory", CAB_TEST_VFS_NO_MEMORY, FALSE },
  { "read-only", CAB_TEST_VFS_READ_ONLY, TRUE },
  { "short-read", CAB_TEST_VFS_SHORT_READ, FALSE },
};

/* Those of every run; the others take their turn in the long one. */
#define N_QUICK 1

/* At so many operations of an act, but at all of a note's. */
#define TURNS_QUICK 120

typedef struct
{
  CabTestAct act;
  const Fault *fault;
} Case;

static void
arm (CabTestDisk *disk, gconstpointer data, guint at)
{
  const Fault *fault = data;

  cab_test_vfs_fail (fault->fault, at, fault->for_ever);
}

static guint
disarm (void)
{
  guint n = cab_test_vfs_count ();

  cab_test_vfs_fail (CAB_TEST_VFS_IO, 0, FALSE);
  return n;
}

/* [V-26] [V-41] [V-204] an act during which an operation of SQLite's fails, once or from then on,
 * either is done or says why not; the file is intact, and done again it goes well */
static void
test_operations (gconstpointer data)
{
  const Case *test = data;
  gboolean all = g_test_slow () || test->act == CAB_TEST_ACT_NOTE;
  const CabTestFaults operations = { arm, disarm, all ? 0 : TURNS_QUICK };
  CabTestTally tally = cab_test_tally_begin ("V-204", "operations that failed");
  guint n = cab_test_turns_run (test->act, &operations, test->fault, FALSE);

  cab_test_tally_end (&tally, n, n);
}

int
main (int argc, char **argv)
{
  cab_test_work_use_memory ();
  cab_test_vfs_install ();
  g_test_init (&argc, &argv, NULL);

  for (CabTestAct act = 0; act < CAB_TEST_N_ACTS; act++)
    for (gsize i = 0; i < (g_test_slow () ? G_N_ELEMENTS (faults) : N_QUICK); i++)
      {
        g_autofree char *path
            = g_strdup_printf ("/io-errors/%s/%s", cab_test_act_names[act], faults[i].name);
        Case *test = g_new (Case, 1);

        *test = (Case){ act, &faults[i] };
        g_test_add_data_func_full (path, test, test_operations, g_free);
      }

  return g_test_run ();
}
