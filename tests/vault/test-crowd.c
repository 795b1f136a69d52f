/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

/* Several programs at one file, as when a practice is opened twice by mistake, or
 * a timer makes a backup meanwhile. CABINET_TEST_ROUNDS says how often. */

#include "config.h"

#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "cab-note.h"
#include "cab-snapshot.h"
#include "cab-test-tally.h"
#include "cab-test-work.h"
#include "cab-vault-error.h"

#define MOST_PROCESSES 8
#define TRIES 3

/* What the processes of one round share, written to by each in its own place. */
typedef struct
{
  guint n_kept[MOST_PROCESSES];
  guint n_refused[MOST_PROCESSES];
} Counts;

typedef struct
{
  CabTestVault test;
  char *client_id;
  Counts *counts;
} Crowd;

static Counts *
share_counts (void)
{
  void *counts
      = mmap (NULL, sizeof (Counts), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);

  g_assert_true (counts != MAP_FAILED);

  return counts;
}

static gboolean
keep_note (Crowd *crowd, guint process, guint number, GError **error)
{
  g_autoptr (CabPractice) practice
      = cab_test_work_open (&crowd->test, CAB_TEST_PASSPHRASE, CAB_VAULT_OPEN_NORMAL, error);
  g_autoptr (CabRecord) note = NULL;
  g_autofree char *path = NULL;

  if (practice == NULL)
    return FALSE;

  note = cab_test_work_add_note (practice, crowd->client_id, number, error);
  if (note == NULL)
    return FALSE;
  crowd->counts->n_kept[process]++;

  return number % 5 != 0
         || cab_backup_make (cab_practice_get_vault (practice), crowd->test.aside.path,
                             &cab_test_work_watch, &path, NULL, error);
}

/* [V-117] A copy of a file that another program writes to: whole, or not to be had. */
static gboolean
look (Crowd *crowd, GError **error)
{
  g_autoptr (CabSecret) passphrase = cab_test_secret (CAB_TEST_PASSPHRASE);
  const CabCredential credential = { CAB_CREDENTIAL_PASSPHRASE, passphrase };
  CabVault *vault
      = cab_snapshot_open (crowd->test.path, &credential, &crowd->test.settings, NULL, error);
  g_autoptr (CabPractice) practice = vault != NULL ? cab_practice_new_take (vault) : NULL;

  if (practice == NULL)
    return FALSE;
  g_assert_true (cab_test_work_is_sound (practice));

  return TRUE;
}

/* In a child, the first of which looks now and then. Returns: its status */
static int
work (Crowd *crowd, guint process, gboolean looks)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (process + (guint32)g_test_rand_int ());

  /* Each its own second of the minute, after which the backups are named. */
  cab_clock_advance (crowd->test.clock, process * TRIES * 1000);
  for (guint i = 0; i < TRIES; i++)
    {
      g_autoptr (GError) error = NULL;

      if (!(looks ? look (crowd, &error) : keep_note (crowd, process, process * TRIES + i, &error)))
        {
          if (!g_error_matches (error, CAB_VAULT_ERROR, CAB_VAULT_ERROR_IN_USE))
            {
              g_printerr ("process %u: %s\n", process, error->message);
              return 1;
            }
          crowd->counts->n_refused[process]++;
        }
      cab_clock_advance (crowd->test.clock, 1000);
      g_usleep ((gulong)g_rand_int_range (rand, 0, 4000));
    }

  return 0;
}

static void
run_together (Crowd *crowd, guint n, gboolean looks)
{
  pid_t children[MOST_PROCESSES];

  for (guint i = 0; i < n; i++)
    {
      children[i] = fork ();
      if (children[i] == 0)
        _exit (work (crowd, i, looks && i == 0));
    }
  for (guint i = 0; i < n; i++)
    {
      int status = 0;

      g_assert_cmpint (waitpid (children[i], &status, 0), ==, children[i]);
      g_assert_cmpint (status, ==, 0);
    }
}

/* Whoever was not told that the file is in use has kept what was written. */
static void
assert_kept (Crowd *crowd, guint expected)
{
  const CabFilter all = CAB_FILTER_ALL;
  g_autoptr (GError) error = NULL;
  g_autoptr (CabPractice) practice
      = cab_test_work_open (&crowd->test, CAB_TEST_PASSPHRASE, CAB_VAULT_OPEN_NORMAL, &error);
  g_autoptr (GPtrArray) notes = NULL;

  g_assert_no_error (error);
  notes = cab_practice_list (practice, &cab_note_kind, &all, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (notes->len, ==, expected);
  g_assert_true (cab_test_work_is_sound (practice));
}

/* [V-24], [V-219] of several processes at one file one writes, the others are told that it is in
 * use; nothing that was acknowledged is lost, and no other error comes of it */
static void
test_crowd (void)
{
  CabTestTally tally = cab_test_tally_begin ("V-219", "rounds of several processes");
  guint rounds = cab_test_work_get_rounds (g_test_slow () ? 1000 : 100);
  Crowd crowd = { .counts = share_counts () };
  g_autoptr (CabPractice) practice = cab_test_work_begin (&crowd.test);
  g_autoptr (CabRecord) client = cab_test_work_add_client (practice, 1, NULL);
  guint n_kept = 0;
  guint n_refused = 0;

  g_assert_nonnull (client);
  crowd.client_id = g_strdup (cab_record_get_id (client));
  g_clear_object (&practice);

  for (guint round = 0; round < rounds; round++)
    {
      guint n = 2 + round % (MOST_PROCESSES - 1);

      *crowd.counts = (Counts){ 0 };
      cab_clock_advance (crowd.test.clock, 60000);
      run_together (&crowd, n, round % 10 == 0);
      for (guint i = 0; i < n; i++)
        {
          n_kept += crowd.counts->n_kept[i];
          n_refused += crowd.counts->n_refused[i];
        }
      if (round % 10 == 9 || round == rounds - 1)
        assert_kept (&crowd, n_kept);
    }
  g_test_message ("%u notes kept, %u times in use", n_kept, n_refused);
  g_assert_cmpuint (n_kept, >, rounds);
  g_assert_cmpuint (n_refused, >, 0);
  cab_test_tally_end (&tally, rounds, rounds);
  g_free (crowd.client_id);
  cab_test_vault_clear (&crowd.test);
}

int
main (int argc, char **argv)
{
  cab_test_work_use_memory ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/crowd/one-file", test_crowd);

  return g_test_run ();
}
