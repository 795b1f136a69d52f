/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#include "config.h"

#include "cab-test-turns.h"

#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "cab-model-error.h"
#include "cab-test-disk.h"
#include "cab-vault-error.h"

typedef struct
{
  CabTestWorld world;
  CabTestDisk *start;   /* as it was before each turn */
  CabTestMemory memory; /* of the same moment */
  GRand *rand;
  gboolean is_untouched; /* the files, since they were put there */
  guint n;               /* moments of the last turn */
  const CabTestFaults *faults;
  gconstpointer fault;
} Run;

static void
begin (Run *run)
{
  CabTestReport report = { .act = CAB_TEST_ACT_NOTE, .number = 8 };
  const char *folders[3] = { 0 };
  g_autoptr (GError) error = NULL;

  run->rand = g_rand_new_with_seed ((guint32)g_test_rand_int ());
  cab_test_world_begin (&run->world, 7);
  cab_test_world_aim (&run->world, run->rand, &report);
  cab_test_world_do (&run->world, &report, &error);
  g_assert_no_error (error);
  cab_test_world_apply (&run->world, &report);
  g_clear_object (&run->world.practice);
  folders[0] = run->world.test.folder.path;
  folders[1] = run->world.test.aside.path;
  run->start = cab_test_disk_new (folders);
  run->memory = cab_test_world_save (&run->world);
}

static void
end (Run *run)
{
  cab_test_memory_clear (&run->memory);
  cab_test_disk_free (run->start);
  g_rand_free (run->rand);
  cab_test_world_end (&run->world);
}

/* The sentence is one of ours, not the C library's. */
static void
assert_worded (const GError *error)
{
  g_assert_true (error->domain == CAB_VAULT_ERROR || error->domain == CAB_MODEL_ERROR);
  g_assert_true (g_str_has_suffix (error->message, "."));
  g_assert_null (strstr (error->message, "errno"));
}

/* Done again with a disk that works, it goes well. */
static void
do_again (Run *run, CabTestReport *report)
{
  g_autoptr (GError) error = NULL;

  cab_test_world_do (&run->world, report, &error);
  g_assert_no_error (error);
  cab_test_world_apply (&run->world, report);
}

/* What could not be opened and is byte by byte as it was needs no further look.
 * Returns: whether the act came as far as the fault. */
static gboolean
let_fail (Run *run, CabTestReport *report, guint at)
{
  CabTestReport again = *report;
  g_autoptr (GError) error = NULL;
  gboolean done;

  run->faults->arm (run->start, run->fault, at);
  done = cab_test_world_do (&run->world, report, &error);
  run->n = run->faults->disarm ();
  if (done)
    cab_test_world_apply (&run->world, report);
  else
    {
      g_test_message ("at %u: %s", at, error->message);
      assert_worded (error);
      run->is_untouched = run->world.practice == NULL && cab_test_disk_is_untouched (run->start);
      if (run->is_untouched)
        return TRUE;

      cab_clock_advance (run->world.test.clock, 60000);
      if (cab_test_world_settle (&run->world, &again))
        do_again (run, &again);
    }
  g_clear_object (&run->world.practice);
  cab_test_world_examine (&run->world, NULL);

  return run->n >= at;
}

static gboolean
kill_at (Run *run, CabTestReport *report, guint at)
{
  int status = 0;
  pid_t child = fork ();

  if (child == 0)
    {
      g_autoptr (GError) error = NULL;

      run->faults->arm (run->start, run->fault, at);
      _exit (cab_test_world_do (&run->world, report, &error) ? 0 : 1);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status));
  g_assert_true (WEXITSTATUS (status) == 0 || WEXITSTATUS (status) == CAB_TEST_TURNS_KILLED);
  cab_test_world_examine (&run->world, report);

  return WEXITSTATUS (status) != 0;
}

/* Returns: whether the fault came */
static gboolean
take_turn (Run *run, CabTestAct act, guint at, gboolean kills)
{
  CabTestReport report = { .act = act, .number = 9 };

  if (!run->is_untouched)
    cab_test_disk_crash (run->start, run->rand);
  run->is_untouched = FALSE;
  cab_test_world_load (&run->world, &run->memory);
  g_assert_true (cab_test_world_aim (&run->world, run->rand, &report));
  cab_clock_advance (run->world.test.clock, 60000);

  return kills ? kill_at (run, &report, at) : let_fail (run, &report, at);
}

/* How far apart they are: for that the act is done once with nothing wrong. */
static guint
find_stride (Run *run, CabTestAct act, guint turns)
{
  if (turns == 0)
    return 1;

  g_assert_false (take_turn (run, act, G_MAXUINT, FALSE));

  return MAX (1, run->n / turns);
}

guint
cab_test_turns_run (CabTestAct act,
                    const CabTestFaults *faults,
                    gconstpointer fault,
                    gboolean kills)
{
  Run run = { .faults = faults, .fault = fault };
  guint stride;
  guint at;
  guint n = 0;

  begin (&run);
  stride = find_stride (&run, act, faults->turns);
  at = (guint)g_rand_int_range (run.rand, 1, (gint32)stride + 1);
  while (take_turn (&run, act, at, kills))
    {
      at += stride;
      n++;
    }
  end (&run);

  return n;
}
