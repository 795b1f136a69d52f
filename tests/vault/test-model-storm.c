/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

/* Kills a process in the middle of a clinician's work, again and again: clients,
 * notes, moods, files, signatures, erasures, backups, compaction, restoring. What
 * was acknowledged is there, word for word; what was not is there whole or not
 * at all. --seed repeats a storm, CABINET_TEST_ROUNDS makes it longer. */

#include "config.h"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "cab-test-tally.h"
#include "cab-test-world.h"

/* Rounds on one practice, before it grows too large to be looked at quickly. */
#define ROUNDS_A_PRACTICE 40

/* How often each is drawn, by storm: a day's work; nothing but one act. */
static const guint weights[][CAB_TEST_N_ACTS] = {
  { 15, 28, 15, 18, 8, 6, 6, 4, 0 },
  { 0, 0, 0, 0, 0, 0, 0, 1, 0 },
  { 0, 0, 0, 0, 0, 0, 0, 0, 1 },
};

G_STATIC_ASSERT (sizeof (CabTestReport) <= 512);

typedef struct
{
  CabTestWorld world;
  GRand *rand; /* in the child */
  int pipe;
} Storm;

static CabTestAct
draw_act (Storm *storm, gsize kind)
{
  guint total = 0;
  guint left;
  CabTestAct act = CAB_TEST_ACT_CLIENT;

  for (guint i = 0; i < CAB_TEST_N_ACTS; i++)
    total += weights[kind][i];
  left = (guint)g_rand_int_range (storm->rand, 0, (int)total);
  while (left >= weights[kind][act])
    left -= weights[kind][act++];

  return act;
}

static void
draw_report (Storm *storm, gsize kind, CabTestReport *report)
{
  report->act = draw_act (storm, kind);
  if (cab_test_world_aim (&storm->world, storm->rand, report))
    return;

  report->act = report->act == CAB_TEST_ACT_SIGN && report->client_id[0] != '\0'
                    ? CAB_TEST_ACT_NOTE
                    : CAB_TEST_ACT_CLIENT;
}

static void
tell (Storm *storm, const CabTestReport *report)
{
  if (write (storm->pipe, report, sizeof *report) != sizeof *report)
    abort ();
}

/* Works until it is killed. */
G_NORETURN static void
run_child (Storm *storm, gsize kind, guint first)
{
  cab_test_world_open (&storm->world);
  for (guint number = first;; number++)
    {
      CabTestReport report = { .number = number };
      g_autoptr (GError) error = NULL;

      draw_report (storm, kind, &report);
      cab_clock_advance (storm->world.test.clock, 1000);
      tell (storm, &report);
      if (!cab_test_world_do (&storm->world, &report, &error))
        g_error ("%s: %s", cab_test_act_names[report.act], error->message);
      report.done = 1;
      tell (storm, &report);
      cab_test_world_apply (&storm->world, &report);
    }
}

/* Returns: how many acts were acknowledged; @doubt is the last that was only begun */
static guint
read_reports (Storm *storm, int fd, CabTestReport *doubt, gboolean *has_doubt)
{
  CabTestReport report;
  guint acked = 0;

  *has_doubt = FALSE;
  while (read (fd, &report, sizeof report) == sizeof report)
    {
      *has_doubt = report.done == 0;
      if (*has_doubt)
        {
          *doubt = report;
          continue;
        }
      cab_test_world_apply (&storm->world, &report);
      acked++;
    }

  return acked;
}

static guint
run_round (Storm *storm, gsize kind, guint round, gint64 longest_us)
{
  guint32 seed = (guint32)g_test_rand_int ();
  gulong delay = (gulong)g_test_rand_int_range (0, (int)longest_us);
  gboolean has_doubt;
  CabTestReport doubt;
  guint acked;
  int ends[2];
  int status = 0;
  pid_t child;

  /* A child's clock ends with it, and backups are named by the second. */
  cab_clock_advance (storm->world.test.clock, 3600000);
  g_assert_cmpint (pipe (ends), ==, 0);
  child = fork ();
  if (child == 0)
    {
      close (ends[0]);
      storm->pipe = ends[1];
      storm->rand = g_rand_new_with_seed (seed);
      run_child (storm, kind, round * 1000 + 1);
    }

  close (ends[1]);
  g_usleep (delay);
  kill (child, SIGKILL);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFSIGNALED (status));
  g_assert_cmpint (WTERMSIG (status), ==, SIGKILL);
  acked = read_reports (storm, ends[0], &doubt, &has_doubt);
  close (ends[0]);
  cab_test_world_examine (&storm->world, has_doubt ? &doubt : NULL);

  return acked;
}

/* Returns: how long opening a practice that was just made took */
static gint64
begin (Storm *storm, gsize kind)
{
  gint64 start;

  cab_test_world_begin (&storm->world, kind != 0 ? 7 : 0);
  start = g_get_monotonic_time ();
  cab_test_world_open (&storm->world);
  g_clear_object (&storm->world.practice);

  return g_get_monotonic_time () - start;
}

/* Long enough for some acts of a kind, as a multiple of opening. */
static const gint64 windows[] = { 6, 40, 40 };

static void
run_storm (gsize kind, const char *row, guint rounds)
{
  CabTestTally tally = cab_test_tally_begin (row, "kills");
  guint acked = 0;

  for (guint round = 0; round < rounds;)
    {
      Storm storm = { 0 };
      gint64 opening = begin (&storm, kind);

      for (guint i = 0; i < ROUNDS_A_PRACTICE && round < rounds; i++, round++)
        acked += run_round (&storm, kind, round, windows[kind] * opening);
      cab_test_world_end (&storm.world);
    }
  g_test_message ("%u acknowledged acts, 0 lost", acked);
  g_assert_cmpuint (acked, >, 0);
  cab_test_tally_end (&tally, rounds, rounds);
}

/* [V-42], [V-201] a day's work, killed at random: every acknowledged act is there word for word,
 * the file opens and verifies, no work copy is left */
static void
test_work (void)
{
  run_storm (0, "V-201", cab_test_work_get_rounds (g_test_slow () ? 5000 : 250));
}

/* [V-134], [V-203] compaction, killed at random: the old file or the new one, whole */
static void
test_compaction (void)
{
  run_storm (1, "V-203", cab_test_work_get_rounds (g_test_slow () ? 1250 : 50));
}

/* [V-105], [V-203] restoring, killed at random: what stood there or what was restored, whole */
static void
test_restoring (void)
{
  run_storm (2, "V-203", cab_test_work_get_rounds (g_test_slow () ? 1250 : 50));
}

int
main (int argc, char **argv)
{
  cab_test_work_use_memory ();
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model-storm/work", test_work);
  g_test_add_func ("/model-storm/compaction", test_compaction);
  g_test_add_func ("/model-storm/restoring", test_restoring);

  return g_test_run ();
}
