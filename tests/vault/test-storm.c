/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

/* Kills a process that works on a practice, again and again, and looks at what
 * is left: every acknowledged operation, the one in doubt wholly or not at all,
 * and nothing else. `--storm-seed N` repeats a storm, `--rounds N` makes it longer. */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "cab-backup.h"
#include "cab-harden.h"
#include "cab-passphrase.h"
#include "cab-test-blob.h"
#include "cab-test-tally.h"
#include "cab-vault-error.h"

/* Rounds on one practice, before it grows too large to be looked at quickly. */
#define ROUNDS_A_PRACTICE 20

#define ROWS_AN_IMPORT 150

static guint32 storm_seed;
static guint storm_rounds; /* 0: as many as the plan has */

typedef enum
{
  OPERATION_SAVE,
  OPERATION_IMPORT,
  OPERATION_ERASE,
  OPERATION_DRAFT,
  OPERATION_CONTENT,
  OPERATION_FAILURE,
  OPERATION_BACKUP,
  OPERATION_COMPACTION,
  OPERATION_PASSPHRASE
} Operation;

#define N_OPERATIONS (OPERATION_PASSPHRASE + 1)

typedef enum
{
  STORM_WORK,
  STORM_PASSPHRASE
} Storm;

/* How often each is drawn in either storm. */
static const guint weights[][N_OPERATIONS] = {
  [STORM_WORK] = { 28, 10, 10, 28, 10, 5, 3, 2, 4 },
  [STORM_PASSPHRASE] = { 0, 0, 0, 0, 0, 0, 0, 0, 100 },
};

static const char *const passphrases[] = { CAB_TEST_PASSPHRASE, "violet harbour tunnel" };

/* What the practice must hold. */
typedef struct
{
  GHashTable *rows;  /* of names of saved and imported rows */
  GHashTable *blobs; /* of ids */
  guint draft;
  guint passphrase; /* which of the two opens it */
} World;

/* One step of a child's plan: the same in parent and child. */
typedef struct
{
  Operation operation;
  guint number;       /* over all rounds: no two rows share a name */
  const char *victim; /* what an erasure takes away, NULL for nothing */
} Step;

static void
world_init (World *world)
{
  *world = (World){
    .rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
    .blobs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
  };
}

static void
world_clear (World *world)
{
  g_hash_table_unref (world->rows);
  g_hash_table_unref (world->blobs);
}

static World
world_copy (const World *world)
{
  World copy;
  GHashTableIter iter;
  gpointer key;

  world_init (&copy);
  copy.draft = world->draft;
  copy.passphrase = world->passphrase;
  g_hash_table_iter_init (&iter, world->rows);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_hash_table_add (copy.rows, g_strdup (key));
  g_hash_table_iter_init (&iter, world->blobs);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_hash_table_add (copy.blobs, g_strdup (key));

  return copy;
}

static char *
dup_blob_id (guint number)
{
  return g_strdup_printf ("b10b0000-0000-4000-8000-%012x", number);
}

/* The row that sorts first, so that parent and child agree. */
static const char *
find_victim (World *world)
{
  GHashTableIter iter;
  gpointer key;
  const char *victim = NULL;

  g_hash_table_iter_init (&iter, world->rows);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (victim == NULL || strcmp (key, victim) < 0)
      victim = key;

  return victim;
}

static Step
draw_step (World *world, GRand *rand, Storm kind, guint number)
{
  Step step = { .number = number };
  int left = g_rand_int_range (rand, 0, 100);

  while (left >= (int)weights[kind][step.operation])
    left -= (int)weights[kind][step.operation++];
  if (step.operation == OPERATION_ERASE)
    step.victim = find_victim (world);

  return step;
}

/* What the step does to the world once it is done. */
static void
apply_step (World *world, const Step *step)
{
  switch (step->operation)
    {
    case OPERATION_SAVE:
      g_hash_table_add (world->rows, g_strdup_printf ("s%u", step->number));
      break;

    case OPERATION_IMPORT:
      for (guint i = 0; i < ROWS_AN_IMPORT; i++)
        g_hash_table_add (world->rows, g_strdup_printf ("i%u-%u", step->number, i));
      break;

    case OPERATION_ERASE:
      if (step->victim != NULL)
        g_hash_table_remove (world->rows, step->victim);
      break;

    case OPERATION_DRAFT:
      world->draft = step->number;
      break;

    case OPERATION_CONTENT:
      g_hash_table_add (world->blobs, dup_blob_id (step->number));
      break;

    case OPERATION_PASSPHRASE:
      world->passphrase = 1 - world->passphrase;
      break;

    case OPERATION_FAILURE:
    case OPERATION_BACKUP:
    case OPERATION_COMPACTION:
      break;
    }
}

/* Rows of ours in the ledger are those that were made at -1. */
static gboolean
insert_row (CabVault *vault, const char *name, GError **error)
{
  g_autoptr (CabStatement) statement = cab_statement_new (
      cab_vault_get_db (vault),
      "INSERT INTO backup_ledger (id, path, made_at, size, hash, header16, generation, seq,\n"
      "                           head_mac, level, ledger_state)\n"
      "VALUES (?1, ?2, -1, 0, zeroblob (32), zeroblob (16), 0, 0, zeroblob (32), 'none',\n"
      "        'missing')",
      "save a row", error);
  g_autofree char *text = g_strnfill (900, 'x');

  if (statement == NULL)
    return FALSE;

  cab_statement_bind_text (statement, 1, name);
  cab_statement_bind_text (statement, 2, text);

  return cab_statement_run (statement, error);
}

static gboolean
save_work (CabVault *vault, gpointer data, GError **error)
{
  const Step *step = data;
  g_autofree char *name = g_strdup_printf ("s%u", step->number);

  return insert_row (vault, name, error)
         && cab_vault_audit (vault, "create", "row", name, "{\"words\":\"secret\"}", error);
}

static gboolean
import_work (CabVault *vault, gpointer data, GError **error)
{
  const Step *step = data;

  for (guint i = 0; i < ROWS_AN_IMPORT; i++)
    {
      g_autofree char *name = g_strdup_printf ("i%u-%u", step->number, i);

      if (!insert_row (vault, name, error))
        return FALSE;
    }

  return cab_vault_audit (vault, "import", NULL, NULL, NULL, error);
}

static gboolean
erase_work (CabVault *vault, gpointer data, GError **error)
{
  const Step *step = data;
  g_autoptr (CabStatement) row = NULL;
  g_autoptr (CabStatement) log = NULL;

  if (step->victim == NULL)
    return TRUE;

  if (!cab_vault_erasing_begin (vault, error))
    return FALSE;

  row = cab_statement_new (cab_vault_get_db (vault), "DELETE FROM backup_ledger WHERE id = ?1",
                           "erase a row", error);
  log = cab_statement_new_trusted (cab_vault_get_db (vault),
                                   "UPDATE audit SET nonce = NULL, payload = NULL\n"
                                   "WHERE entity = ?1",
                                   "blank its entries", error);
  if (row == NULL || log == NULL)
    return FALSE;

  cab_statement_bind_text (row, 1, step->victim);
  cab_statement_bind_text (log, 1, step->victim);

  return cab_statement_run (row, error) && cab_statement_run (log, error)
         && cab_vault_erasing_end (vault, error)
         && cab_vault_audit (vault, "erase", "row", step->victim, NULL, error);
}

static gboolean
draft_work (CabVault *vault, gpointer data, GError **error)
{
  const Step *step = data;
  g_autoptr (CabStatement) statement = cab_statement_new (
      cab_vault_get_db (vault),
      "INSERT INTO backup_ledger (id, path, made_at, size, hash, header16, generation, seq,\n"
      "                           head_mac, level, ledger_state)\n"
      "VALUES ('draft', '', -2, ?1, zeroblob (32), zeroblob (16), 0, 0, zeroblob (32), 'none',\n"
      "        'missing')\n"
      "ON CONFLICT (id) DO UPDATE SET size = excluded.size",
      "save a draft", error);

  if (statement == NULL)
    return FALSE;

  cab_statement_bind_integer (statement, 1, step->number);

  return cab_statement_run (statement, error);
}

static gboolean
fail_work (CabVault *vault, gpointer data, GError **error)
{
  (void)(insert_row (vault, "never", NULL) && insert_row (vault, "never again", NULL));
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, "on purpose");

  return FALSE;
}

/* The rows of these tests have no digests; chunks have, and are walked anyway. */
static gboolean
walk_no_rows (CabVault *vault,
              CabVaultRowSink sink,
              gpointer sink_data,
              gpointer data,
              GError **error)
{
  return TRUE;
}

static const CabCopyWatch watch = { .rows = walk_no_rows };

static gboolean
change_passphrase (CabVault *vault, World *world, GError **error)
{
  g_autoptr (CabSecret) before = cab_test_secret (passphrases[world->passphrase]);
  g_autoptr (CabSecret) after = cab_test_secret (passphrases[1 - world->passphrase]);

  return cab_passphrase_change (vault, before, after, &watch, NULL, error);
}

static gboolean
do_step (CabTestVault *test, World *world, Step *step, GError **error)
{
  g_autofree char *blob_id = dup_blob_id (step->number);
  g_autofree char *path = NULL;
  CabTestBlob blob = { blob_id, 140000 };

  switch (step->operation)
    {
    case OPERATION_SAVE:
      return cab_vault_transact (test->vault, "save", save_work, step, error);

    case OPERATION_IMPORT:
      return cab_vault_transact (test->vault, "import", import_work, step, error);

    case OPERATION_ERASE:
      return cab_vault_transact (test->vault, "erase", erase_work, step, error);

    case OPERATION_DRAFT:
      return cab_vault_transact_quietly (test->vault, "draft", draft_work, step, error);

    case OPERATION_CONTENT:
      return cab_vault_transact (test->vault, "add", cab_test_blob_write, &blob, error);

    case OPERATION_FAILURE:
      return !cab_vault_transact (test->vault, "fail", fail_work, NULL, NULL);

    case OPERATION_BACKUP:
      return cab_backup_make (test->vault, test->aside.path, &watch, &path, NULL, error);

    case OPERATION_COMPACTION:
      return cab_compact (test->vault, &watch, NULL, error);

    case OPERATION_PASSPHRASE:
      return change_passphrase (test->vault, world, error);
    }

  g_assert_not_reached ();
}

static CabVault *
open_with (CabTestVault *test, guint passphrase, GError **error)
{
  return cab_test_vault_try (test, passphrases[passphrase], CAB_VAULT_OPEN_NORMAL, error);
}

/* Works until it is killed; one byte for the opening, and one for each operation
 * that was acknowledged. */
G_NORETURN static void
run_child (CabTestVault *test, World *world, GRand *rand, Storm kind, guint first, int ack)
{
  g_autoptr (GError) error = NULL;

  test->vault = open_with (test, world->passphrase, &error);
  g_assert_no_error (error);
  if (write (ack, "o", 1) != 1)
    abort ();

  for (guint number = first;; number++)
    {
      Step step = draw_step (world, rand, kind, number);

      cab_clock_advance (test->clock, 1000);
      if (!do_step (test, world, &step, &error))
        g_error ("operation %d: %s", step.operation, error != NULL ? error->message : "");
      if (write (ack, "x", 1) != 1)
        abort ();
      apply_step (world, &step);

      /* A practice that was replaced is closed. */
      if (step.operation == OPERATION_COMPACTION || step.operation == OPERATION_PASSPHRASE)
        {
          g_clear_pointer (&test->vault, cab_vault_free);
          test->vault = open_with (test, world->passphrase, &error);
          g_assert_no_error (error);
        }
    }
}

static gboolean
has_same_keys (GHashTable *expected, CabVault *vault, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CabStatement) statement
      = cab_statement_new (cab_vault_get_db (vault), sql, "look", &error);
  guint found = 0;

  g_assert_no_error (error);
  while (cab_statement_step (statement, &error) == CAB_STEP_ROW)
    {
      if (!g_hash_table_contains (expected, cab_statement_get_text (statement, 0)))
        return FALSE;
      found++;
    }
  g_assert_no_error (error);

  return found == g_hash_table_size (expected);
}

static gboolean
is_world (const World *world, CabVault *vault)
{
  g_autoptr (GError) error = NULL;
  gint64 draft = -1;

  cab_db_query_integer (cab_vault_get_db (vault),
                        "SELECT coalesce (max (size), 0) FROM backup_ledger WHERE made_at = -2",
                        &draft, "look", &error);
  g_assert_no_error (error);

  return draft == (gint64)world->draft
         && has_same_keys (world->rows, vault, "SELECT id FROM backup_ledger WHERE made_at = -1")
         && has_same_keys (world->blobs, vault, "SELECT id FROM blob");
}

static void
assert_sound (CabVault *vault, guint round)
{
  g_auto (CabVaultReport) report = { 0 };
  g_autoptr (GError) error = NULL;

  cab_vault_report_init (&report);
  cab_vault_verify (vault, CAB_VAULT_VERIFY_ALL, walk_no_rows, NULL, NULL, NULL, &report, NULL,
                    &error);
  g_assert_no_error (error);
  if (!cab_vault_report_is_good (&report))
    g_error ("seed %u, round %u: chain %s, integrity %s, %u damaged, root %d", storm_seed, round,
             report.chain_message != NULL ? report.chain_message : "good",
             report.integrity->len > 0 ? (char *)g_ptr_array_index (report.integrity, 0) : "good",
             report.damaged->len, report.root_matches);
}

/* Replays what was acknowledged, then finds out about the operation in doubt. */
static void
examine (CabTestVault *test,
         World *world,
         GRand *rand,
         Storm kind,
         guint first,
         guint acked,
         guint round)
{
  g_autoptr (GError) error = NULL;
  World maybe;
  Step doubtful;
  guint other;

  for (guint i = 0; i < acked; i++)
    {
      Step step = draw_step (world, rand, kind, first + i);

      apply_step (world, &step);
    }
  doubtful = draw_step (world, rand, kind, first + acked);
  maybe = world_copy (world);
  apply_step (&maybe, &doubtful);

  test->vault = open_with (test, world->passphrase, &error);
  other = maybe.passphrase;
  if (test->vault == NULL && other != world->passphrase)
    {
      g_clear_error (&error);
      test->vault = open_with (test, other, &error);
    }
  if (test->vault == NULL)
    g_error ("seed %u, round %u, operation %d: %s", storm_seed, round, doubtful.operation,
             error->message);

  if (is_world (&maybe, test->vault))
    {
      /* A passphrase shows in nothing but what opens the file. */
      if (other != world->passphrase)
        {
          cab_test_vault_close (test);
          test->vault = open_with (test, other, NULL);
          maybe.passphrase = test->vault != NULL ? other : world->passphrase;
          if (test->vault == NULL)
            test->vault = open_with (test, world->passphrase, &error);
          g_assert_no_error (error);
        }
      world_clear (world);
      *world = maybe;
    }
  else if (is_world (world, test->vault))
    world_clear (&maybe);
  else
    g_error ("seed %u, round %u: operation %d after %u is half done, or one is lost", storm_seed,
             round, doubtful.operation, acked);

  assert_sound (test->vault, round);
  cab_test_vault_close (test);
}

static guint
count_bytes (int fd)
{
  char bytes[256];
  guint count = 0;
  ssize_t n;

  while ((n = read (fd, bytes, sizeof bytes)) > 0)
    count += (guint)n;

  return count;
}

/* When the child is killed. Daily work: in the middle of opening, or up to five
 * times as long after. A change of the passphrase: at any moment of the change,
 * or just after it. @unit: how long opening, or the change, takes now. */
static void
wait_for_kill (GRand *rand, Storm kind, gint64 unit, int ack)
{
  char opened;

  switch (kind)
    {
    case STORM_WORK:
      g_usleep ((gulong)(g_rand_double_range (rand, 0.5, 6) * (double)unit));
      break;

    case STORM_PASSPHRASE:
      g_assert_cmpint (read (ack, &opened, 1), ==, 1);
      g_usleep ((gulong)(g_rand_double_range (rand, 0, 1.1) * (double)unit));
      break;
    }
}

/* Returns: how many operations were acknowledged */
static guint
run_round (CabTestVault *test, World *world, GRand *rand, Storm kind, guint round, gint64 unit)
{
  g_autoptr (GRand) plan = g_rand_new_with_seed (g_rand_int (rand));
  g_autoptr (GRand) replay = g_rand_copy (plan);
  guint first = round * 10000 + 1;
  guint acked;
  int ack[2];
  int status = 0;
  pid_t child;

  /* A child's clock ends with it, and backups are named by the second. */
  cab_clock_advance (test->clock, 60 * 60 * 1000);
  g_assert_cmpint (pipe (ack), ==, 0);
  child = fork ();
  if (child == 0)
    {
      close (ack[0]);
      run_child (test, world, plan, kind, first, ack[1]);
    }

  close (ack[1]);
  wait_for_kill (rand, kind, unit, ack[0]);
  kill (child, SIGKILL);
  acked = count_bytes (ack[0]);
  if (kind == STORM_WORK && acked > 0)
    acked--;
  close (ack[0]);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  if (!WIFSIGNALED (status) || WTERMSIG (status) != SIGKILL)
    g_error ("seed %u, round %u: the child ended by itself: %x", storm_seed, round,
             (unsigned int)status);

  examine (test, world, replay, kind, first, acked, round);

  return acked;
}

/* How long what is to be killed takes on this computer now. */
static gint64
measure (CabTestVault *test, World *world, Storm kind)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GError) error = NULL;

  test->vault = open_with (test, world->passphrase, &error);
  g_assert_no_error (error);
  if (kind == STORM_PASSPHRASE)
    {
      start = g_get_monotonic_time ();
      change_passphrase (test->vault, world, &error);
      g_assert_no_error (error);
      world->passphrase = 1 - world->passphrase;
    }
  cab_test_vault_close (test);

  return g_get_monotonic_time () - start;
}

/* Work copies are swept when the practice is opened, so after a round there are
 * no others; the backups are elsewhere. */
static void
assert_tidy (CabTestVault *test, guint round)
{
  g_autofree char *listing = cab_test_folder_dup_listing (&test->folder);

  if (g_strcmp0 (listing, "Practice.cabinet") != 0)
    g_error ("seed %u, round %u: left %s", storm_seed, round, listing);
}

static guint
get_rounds (guint usual, guint slow)
{
  if (storm_rounds != 0)
    return storm_rounds;

  return g_test_slow () ? slow : usual;
}

static void
run_storm (Storm kind, guint rounds)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (storm_seed);
  CabTestTally tally = cab_test_tally_begin (kind == STORM_WORK ? "V-201" : "V-203", "kills");
  guint acked = 0;

  g_test_message ("seed %u, %u rounds", storm_seed, rounds);
  for (guint round = 0; round < rounds;)
    {
      g_auto (CabTestVault) test = { 0 };
      World world;
      gint64 unit;

      world_init (&world);
      cab_test_vault_init (&test);
      cab_test_vault_close (&test);
      unit = measure (&test, &world, kind);
      for (guint i = 0; i < ROUNDS_A_PRACTICE && round < rounds; i++, round++)
        {
          acked += run_round (&test, &world, rand, kind, round, unit);
          assert_tidy (&test, round);
        }
      world_clear (&world);
    }

  /* A storm that kills before anything happens proves nothing; how much happens
   * before the kill is the computer's speed, which under ASan or load is low. */
  if (kind == STORM_WORK)
    g_assert_cmpuint (acked, >, rounds / 10);
  g_test_message ("%u acknowledged operations, 0 lost", acked);
  cab_test_tally_end (&tally, rounds, rounds);
}

/* [V-42], [V-201] no kill loses an acknowledged operation or leaves half of one */
static void
test_storm (void)
{
  run_storm (STORM_WORK, get_rounds (750, 15000));
}

/* [V-14], [V-122], [V-203] whenever a change of the passphrase is killed, the old or the new one
 * opens, and what was half made is swept */
static void
test_passphrase_storm (void)
{
  run_storm (STORM_PASSPHRASE, get_rounds (100, 2500));
}

static void
read_arguments (int *argc, char **argv)
{
  int kept = 1;

  storm_seed = g_random_int ();
  for (int i = 1; i < *argc; i++)
    if (g_str_equal (argv[i], "--storm-seed") && i + 1 < *argc)
      storm_seed = (guint32)g_ascii_strtoull (argv[++i], NULL, 10);
    else if (g_str_equal (argv[i], "--rounds") && i + 1 < *argc)
      storm_rounds = (guint)g_ascii_strtoull (argv[++i], NULL, 10);
    else
      argv[kept++] = argv[i];
  argv[kept] = NULL;
  *argc = kept;
}

int
main (int argc, char *argv[])
{
  read_arguments (&argc, argv);
  g_test_init (&argc, &argv, NULL);
  g_assert_true (cab_harden_start (NULL));

  g_test_add_func ("/vault/storm/work", test_storm);
  g_test_add_func ("/vault/storm/passphrase", test_passphrase_storm);

  return g_test_run ();
}
