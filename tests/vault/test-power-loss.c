/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

/* Notes every call that changes a file while a clinician works, and then shows to
 * the program what a loss of power at each moment might have left: writes lost,
 * torn, in another order, names lost. --seed repeats a run, CABINET_TEST_ROUNDS
 * says how many states are tried at a moment. */

#include "config.h"

#include "cab-test-calls.h"
#include "cab-test-tally.h"
#include "cab-test-world.h"

#define STATES_A_MOMENT (g_test_slow () ? 64 : 8)

typedef struct
{
  const char *name;
  guint backed_up; /* number of a client who is there before, with a backup; 0 for none */
  const CabTestAct acts[12];
  guint n_acts;
} Scenario;

#define A(act) CAB_TEST_ACT_##act

static const Scenario scenarios[] = {
  { "notes", 0, { A (CLIENT), A (NOTE), A (NOTE), A (SIGN), A (MOOD), A (NOTE) }, 6 },
  { "file", 0, { A (CLIENT), A (FILE), A (NOTE) }, 3 },
  { "erase", 0, { A (CLIENT), A (NOTE), A (MOOD), A (CLIENT), A (ERASE) }, 5 },
  { "backup", 0, { A (CLIENT), A (NOTE), A (BACKUP), A (NOTE) }, 4 },
  { "compact", 0, { A (CLIENT), A (NOTE), A (COMPACT), A (NOTE) }, 4 },
  { "restore", 7, { A (NOTE), A (RESTORE), A (NOTE) }, 3 },
  { "passphrase", 0, { A (CLIENT), A (NOTE), A (PASSPHRASE), A (NOTE) }, 4 },
};

typedef struct
{
  CabTestWorld world;
  CabTestDisk *disk;
  CabTestReport reports[G_N_ELEMENTS (scenarios[0].acts)];
  guint n_states;
} Run;

/* Works through the acts while everything is noted. */
static void
work (Run *run, const Scenario *scenario, GRand *rand)
{
  const char *const folders[] = { run->world.test.folder.path, run->world.test.aside.path, NULL };

  run->disk = cab_test_disk_new (folders);
  cab_test_calls_watch (run->disk, NULL);
  for (guint i = 0; i < scenario->n_acts; i++)
    {
      CabTestReport *report = &run->reports[i];
      g_autoptr (GError) error = NULL;

      *report = (CabTestReport){ .act = scenario->acts[i], .number = i + 2 };
      g_assert_true (cab_test_world_aim (&run->world, rand, report));
      cab_clock_advance (run->world.test.clock, 60000);
      cab_test_disk_mark (run->disk);
      cab_test_world_do (&run->world, report, &error);
      g_assert_no_error (error);
      cab_test_disk_mark (run->disk);
      cab_test_world_apply (&run->world, report);
    }
  g_clear_object (&run->world.practice);
  cab_test_calls_watch (NULL, NULL);
}

/* Before what brings something to the disk, or changes a name, most is open. */
static gboolean
is_moment (CabTestDiskOperation next)
{
  switch (next)
    {
    case CAB_TEST_DISK_SYNC:
    case CAB_TEST_DISK_SYNC_FOLDER:
    case CAB_TEST_DISK_RENAME:
    case CAB_TEST_DISK_EXCHANGE:
    case CAB_TEST_DISK_UNLINK:
    case CAB_TEST_DISK_MARK:
      return TRUE;
    case CAB_TEST_DISK_CREATE:
    case CAB_TEST_DISK_WRITE:
    case CAB_TEST_DISK_RESIZE:
      break;
    }

  return FALSE;
}

static void
try_moment (Run *run, const CabTestReport *doubt, GRand *rand)
{
  guint n = cab_test_work_get_rounds (STATES_A_MOMENT);
  CabTestMemory memory = cab_test_world_save (&run->world);

  for (guint i = 0; i < n; i++)
    {
      cab_test_disk_crash (run->disk, rand);
      cab_test_world_examine (&run->world, doubt);
      cab_test_world_load (&run->world, &memory);
      run->n_states++;
    }
  cab_test_memory_clear (&memory);
}

static void
lose_power (Run *run, GRand *rand)
{
  CabTestDiskOperation next;
  guint n_marks = 0;

  while (cab_test_disk_peek (run->disk, &next))
    {
      /* Between its two marks an act is in doubt; after the second it counts. */
      const CabTestReport *doubt = n_marks % 2 == 1 ? &run->reports[n_marks / 2] : NULL;

      if (is_moment (next))
        try_moment (run, doubt, rand);
      cab_test_disk_advance (run->disk, &next);
      if (next == CAB_TEST_DISK_MARK && ++n_marks % 2 == 0)
        cab_test_world_apply (&run->world, &run->reports[n_marks / 2 - 1]);
    }
  try_moment (run, NULL, rand);
}

/* [V-41], [V-42], [V-202] what was acknowledged is there after a loss of power at any moment,
 * what was not is there wholly or not at all, and the file verifies */
static void
test_power_loss (gconstpointer data)
{
  const Scenario *scenario = data;
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32)g_test_rand_int ());
  CabTestTally tally = cab_test_tally_begin ("V-202", "states after a loss of power");
  CabTestMemory start;
  Run run = { 0 };

  cab_test_world_begin (&run.world, scenario->backed_up);
  start = cab_test_world_save (&run.world);
  work (&run, scenario, rand);
  cab_test_world_load (&run.world, &start);
  lose_power (&run, rand);
  cab_test_tally_end (&tally, run.n_states, run.n_states);
  cab_test_memory_clear (&start);
  cab_test_disk_free (run.disk);
  cab_test_world_end (&run.world);
}

int
main (int argc, char **argv)
{
  cab_test_work_use_memory ();
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (scenarios); i++)
    {
      g_autofree char *path = g_strconcat ("/power-loss/", scenarios[i].name, NULL);

      g_test_add_data_func (path, &scenarios[i], test_power_loss);
    }

  return g_test_run ();
}
