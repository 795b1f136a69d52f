/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

/* Backups of a practice that is being worked in, and what may be done to them
 * afterwards. CABINET_TEST_ROUNDS says how often. */

#include "config.h"

#include <string.h>

#include "cab-header.h"
#include "cab-note.h"
#include "cab-test-tally.h"
#include "cab-test-work.h"
#include "cab-vault-error.h"
#include "cab-worker.h"

#define DAY_MS G_GINT64_CONSTANT (86400000)

/* The practice belongs to the worker's thread; the numbers are read once it has
 * nothing to do. */
typedef struct
{
  CabTestVault test;
  CabWorker *worker;
  CabPractice *practice;
  char *client_id;
  guint n_notes;
  char *backup;
  guint n_in_backup;
} Queue;

static void
open_practice (GTask *task)
{
  Queue *self = g_task_get_task_data (task);
  g_autoptr (CabRecord) client = NULL;
  g_autoptr (GError) error = NULL;

  self->practice = cab_test_work_begin (&self->test);
  client = cab_test_work_add_client (self->practice, 1, &error);
  g_assert_no_error (error);
  self->client_id = g_strdup (cab_record_get_id (client));
  g_task_return_boolean (task, TRUE);
}

static void
save_note (GTask *task)
{
  Queue *self = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (CabRecord) note
      = cab_test_work_add_note (self->practice, self->client_id, self->n_notes, &error);

  g_assert_no_error (error);
  g_assert_nonnull (note);
  self->n_notes++;
  g_task_return_boolean (task, TRUE);
}

static void
make_backup (GTask *task)
{
  Queue *self = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  cab_clock_advance (self->test.clock, 1000);
  g_clear_pointer (&self->backup, g_free);
  cab_backup_make (cab_practice_get_vault (self->practice), self->test.aside.path,
                   &cab_test_work_watch, &self->backup, NULL, &error);
  g_assert_no_error (error);
  self->n_in_backup = self->n_notes;
  g_task_return_boolean (task, TRUE);
}

static void
rotate (GTask *task)
{
  Queue *self = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  cab_clock_advance (self->test.clock, DAY_MS);
  cab_backup_rotate (cab_practice_get_vault (self->practice), 7, NULL, NULL, &error);
  g_assert_no_error (error);
  g_task_return_boolean (task, TRUE);
}

static void
close_practice (GTask *task)
{
  Queue *self = g_task_get_task_data (task);

  g_clear_object (&self->practice);
  g_task_return_boolean (task, TRUE);
}

static void
on_done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  gboolean *done = data;

  g_assert_true (g_task_propagate_boolean (G_TASK (result), NULL));
  if (done != NULL)
    *done = TRUE;
}

static void
push (Queue *self, CabWorkerFunc func, gboolean *done)
{
  GTask *task = g_task_new (NULL, NULL, on_done_cb, done);

  g_task_set_task_data (task, self, NULL);
  cab_worker_push (self->worker, func, task);
}

static void
push_and_wait (Queue *self, CabWorkerFunc func)
{
  gboolean done = FALSE;

  push (self, func, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
}

/* Returns: (transfer full) (nullable): the practice in a copy, which opens read-only */
static CabPractice *
open_copy (const Queue *self, const char *path, GError **error)
{
  CabTestVault copy = self->test;

  copy.path = (char *)path;
  return cab_test_work_open (&copy, CAB_TEST_PASSPHRASE, CAB_VAULT_OPEN_NORMAL, error);
}

/* A backup is the practice between two writes: all that was saved before, and no half. */
static void
assert_whole (const Queue *self)
{
  const CabFilter all = CAB_FILTER_ALL;
  g_autoptr (GError) error = NULL;
  g_autoptr (CabPractice) practice = open_copy (self, self->backup, &error);

  g_assert_no_error (error);
  g_assert_cmpint (cab_practice_count (practice, &cab_note_kind, &all, &error), ==,
                   self->n_in_backup);
  g_assert_no_error (error);
  g_assert_true (cab_test_work_is_sound (practice));
}

/* [V-24], [V-100], [V-104], [V-218] copies are made while another thread queues writes before and
 * behind them, old ones go meanwhile; each that is published is whole, and the newest stays */
static void
test_queue (void)
{
  CabTestTally tally = cab_test_tally_begin ("V-218", "backups while writes wait");
  guint rounds = cab_test_work_get_rounds (g_test_slow () ? 2000 : 100);
  Queue queue = { .worker = cab_worker_new ("test") };

  push_and_wait (&queue, open_practice);
  for (guint round = 0; round < rounds; round++)
    {
      int before = g_test_rand_int_range (0, 4);
      int after = g_test_rand_int_range (0, 4);

      for (int i = 0; i < before; i++)
        push (&queue, save_note, NULL);
      push (&queue, make_backup, NULL);
      for (int i = 0; i < after; i++)
        push (&queue, save_note, NULL);
      push_and_wait (&queue, round % 10 == 9 ? rotate : save_note);
      assert_whole (&queue);
    }
  g_assert_cmpuint (queue.n_notes, >, rounds);
  push_and_wait (&queue, close_practice);
  cab_worker_free (queue.worker);
  cab_test_tally_end (&tally, rounds, rounds);
  g_free (queue.client_id);
  g_free (queue.backup);
  cab_test_vault_clear (&queue.test);
}

typedef enum
{
  A_BIT,
  ZEROED,
  SWAPPED,
  CUT_AT_A_PAGE,
  CUT_WITHIN_A_PAGE,
  LENGTHENED,
  HEADER_BIT,
  N_CHANGES
} Change;

/* Returns: whether anything was changed */
static gboolean
change_copy (GByteArray *bytes, Change change)
{
  guint n_pages = bytes->len / CAB_PAGE_SIZE;
  guint page = (guint)g_test_rand_int_range (1, (int)n_pages);
  guint other = (guint)g_test_rand_int_range (1, (int)n_pages);
  guint within = (guint)g_test_rand_int_range (1, CAB_PAGE_SIZE);
  guint8 *at = bytes->data + page * CAB_PAGE_SIZE;
  guint8 kept[CAB_PAGE_SIZE];

  switch (change)
    {
    case A_BIT:
      at[within] ^= (guint8)(1 << g_test_rand_int_range (0, 8));
      return TRUE;
    case ZEROED:
      memset (at, 0, CAB_PAGE_SIZE);
      return TRUE;
    case SWAPPED:
      memcpy (kept, at, CAB_PAGE_SIZE);
      memcpy (at, bytes->data + other * CAB_PAGE_SIZE, CAB_PAGE_SIZE);
      memcpy (bytes->data + other * CAB_PAGE_SIZE, kept, CAB_PAGE_SIZE);
      return page != other;
    case CUT_AT_A_PAGE:
      g_byte_array_set_size (bytes, page * CAB_PAGE_SIZE);
      return TRUE;
    case CUT_WITHIN_A_PAGE:
      g_byte_array_set_size (bytes, page * CAB_PAGE_SIZE + within);
      return TRUE;
    case LENGTHENED:
      memcpy (kept, at, CAB_PAGE_SIZE);
      g_byte_array_append (bytes, kept, within);
      return TRUE;
    case HEADER_BIT:
      bytes->data[g_test_rand_int_range (0, CAB_HEADER_LENGTH)]
          ^= (guint8)(1 << g_test_rand_int_range (0, 8));
      return TRUE;
    case N_CHANGES:
      break;
    }
  g_return_val_if_reached (FALSE);
}

/* [V-101], [V-209], [V-218] whatever is done to a copy, it does not pass for a good one again */
static void
test_changed (void)
{
  CabTestTally tally = cab_test_tally_begin ("V-218", "changes of a backup");
  guint rounds = cab_test_work_get_rounds (g_test_slow () ? 2000 : 100);
  Queue queue = { .worker = NULL };
  g_autoptr (CabPractice) practice = cab_test_work_begin (&queue.test);
  g_autoptr (CabRecord) client = cab_test_work_add_client (practice, 1, NULL);
  g_autoptr (CabRecord) file
      = cab_test_work_add_file (practice, cab_record_get_id (client), 2, NULL);
  CabVault *vault = cab_practice_get_vault (practice);
  g_autoptr (GError) error = NULL;
  char *content = NULL;
  gsize length = 0;
  guint n = 0;

  g_assert_nonnull (file);
  cab_backup_make (vault, queue.test.aside.path, &cab_test_work_watch, &queue.backup, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (cab_backup_check (vault, queue.backup, &cab_test_work_watch, NULL, &error));
  g_assert_true (g_file_get_contents (queue.backup, &content, &length, NULL));

  while (n < rounds)
    {
      g_autoptr (GByteArray) bytes = g_byte_array_new ();
      Change change = (Change)(n % N_CHANGES);

      g_byte_array_append (bytes, (guint8 *)content, (guint)length);
      if (!change_copy (bytes, change))
        continue;
      n++;
      g_assert_true (g_file_set_contents_full (queue.backup, (char *)bytes->data, bytes->len,
                                               G_FILE_SET_CONTENTS_NONE, 0600, NULL));
      if (cab_backup_check (vault, queue.backup, &cab_test_work_watch, NULL, &error))
        g_error ("change %u passed", change);
      g_assert_true (error->domain == CAB_VAULT_ERROR);
      g_clear_error (&error);
    }
  cab_test_tally_end (&tally, rounds, n);
  g_free (content);
  g_free (queue.backup);
  g_clear_object (&practice);
  cab_test_vault_clear (&queue.test);
}

int
main (int argc, char **argv)
{
  cab_test_work_use_memory ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/backup-queue/whole", test_queue);
  g_test_add_func ("/backup-queue/changed", test_changed);

  return g_test_run ();
}
