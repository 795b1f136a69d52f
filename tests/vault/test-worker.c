/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include "cab-worker.h"

#include "cab-harden.h"
#include "cab-test-vault.h"

typedef struct
{
  GMainLoop *loop;
  GThread *main_thread;
  GString *order;
  guint finished;
  guint expected;
} Scene;

static void
scene_init (Scene *scene, guint expected)
{
  *scene = (Scene){
    .loop = g_main_loop_new (NULL, FALSE),
    .main_thread = g_thread_self (),
    .order = g_string_new (NULL),
    .expected = expected,
  };
}

static void
scene_clear (Scene *scene)
{
  g_main_loop_unref (scene->loop);
  g_string_free (scene->order, TRUE);
}

static void
on_finished_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Scene *scene = data;

  g_assert_true (g_thread_self () == scene->main_thread);
  g_string_append_c (scene->order, (char)g_task_propagate_int (G_TASK (result), NULL));
  if (++scene->finished == scene->expected)
    g_main_loop_quit (scene->loop);
}

static void
return_letter (GTask *task)
{
  g_task_return_int (task, GPOINTER_TO_INT (g_task_get_task_data (task)));
}

static GTask *
new_task (Scene *scene, char letter, GCancellable *cancellable)
{
  GTask *task = g_task_new (NULL, cancellable, on_finished_cb, scene);

  g_task_set_task_data (task, GINT_TO_POINTER ((int)letter), NULL);

  return task;
}

/* [V-24] tasks run in order on one thread, and complete where they were made */
static void
test_order (void)
{
  CabWorker *worker = cab_worker_new ("test");
  Scene scene;

  scene_init (&scene, 5);
  for (char letter = 'a'; letter <= 'e'; letter++)
    cab_worker_push (worker, return_letter, new_task (&scene, letter, NULL));
  g_main_loop_run (scene.loop);
  g_assert_cmpstr (scene.order->str, ==, "abcde");

  cab_worker_free (worker);
  scene_clear (&scene);
}

/* [V-24] freeing a worker runs what is queued first */
static void
test_free_runs_the_queue (void)
{
  CabWorker *worker = cab_worker_new ("test");
  Scene scene;

  scene_init (&scene, 20);
  for (int i = 0; i < 20; i++)
    cab_worker_push (worker, return_letter, new_task (&scene, 'x', NULL));
  cab_worker_free (worker);
  g_main_loop_run (scene.loop);
  g_assert_cmpuint (scene.finished, ==, 20);
  scene_clear (&scene);
}

static void
return_if_cancelled (GTask *task)
{
  if (!g_task_return_error_if_cancelled (task))
    g_task_return_int (task, 'r');
}

static void
on_cancelled_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Scene *scene = data;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_task_propagate_int (G_TASK (result), &error), ==, -1);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_true (g_thread_self () == scene->main_thread);
  g_main_loop_quit (scene->loop);
}

/* [V-24] a cancelled task completes in the context that made it, too */
static void
test_cancelled (void)
{
  CabWorker *worker = cab_worker_new ("test");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Scene scene;

  scene_init (&scene, 1);
  g_cancellable_cancel (cancellable);
  cab_worker_push (worker, return_if_cancelled,
                   g_task_new (NULL, cancellable, on_cancelled_cb, &scene));
  g_main_loop_run (scene.loop);
  cab_worker_free (worker);
  scene_clear (&scene);
}

typedef struct
{
  CabWorker *worker;
  int calls;
  gboolean on_thread;
} Pause;

static void
on_pause (gpointer data)
{
  Pause *pause = data;

  pause->on_thread = cab_worker_is_current (pause->worker);
  g_atomic_int_inc (&pause->calls);
}

/* [V-84] after a pause there is one call, on the worker's thread, and none without work */
static void
test_idle (void)
{
  CabWorker *worker = cab_worker_new ("test");
  Pause pause = { .worker = worker };
  Scene scene;

  scene_init (&scene, 2);
  cab_worker_set_idle (worker, 20, on_pause, &pause);
  g_usleep (100 * 1000);
  g_assert_cmpint (g_atomic_int_get (&pause.calls), ==, 0);

  cab_worker_push (worker, return_letter, new_task (&scene, 'a', NULL));
  cab_worker_push (worker, return_letter, new_task (&scene, 'b', NULL));
  g_main_loop_run (scene.loop);
  for (int i = 0; i < 200 && g_atomic_int_get (&pause.calls) == 0; i++)
    g_usleep (10 * 1000);
  g_usleep (100 * 1000);
  g_assert_cmpint (g_atomic_int_get (&pause.calls), ==, 1);

  cab_worker_free (worker);
  g_assert_true (pause.on_thread);
  scene_clear (&scene);
}

static void
open_in_worker (GTask *task)
{
  CabTestVault *test = g_task_get_task_data (task);

  cab_test_vault_reopen (test, CAB_VAULT_OPEN_NORMAL);
  g_task_return_int (task, 'o');
}

static gboolean
audit_work (CabVault *vault, gpointer data, GError **error)
{
  return cab_vault_audit (vault, "open", NULL, NULL, NULL, error);
}

static void
write_in_worker (GTask *task)
{
  CabTestVault *test = g_task_get_task_data (task);

  g_assert_true (cab_vault_transact (test->vault, "write", audit_work, NULL, NULL));
  g_task_return_int (task, 'w');
}

static void
close_in_worker (GTask *task)
{
  cab_test_vault_close (g_task_get_task_data (task));
  g_task_return_int (task, 'c');
}

/* [V-24] a practice lives on its worker from opening to closing */
static void
test_practice_on_a_worker (void)
{
  static const CabWorkerFunc steps[] = { open_in_worker, write_in_worker, close_in_worker };
  g_auto (CabTestVault) test = { 0 };
  CabWorker *worker = cab_worker_new ("test");
  Scene scene;

  cab_test_vault_init (&test);
  cab_test_vault_close (&test);
  scene_init (&scene, G_N_ELEMENTS (steps));
  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      GTask *task = g_task_new (NULL, NULL, on_finished_cb, &scene);

      g_task_set_task_data (task, &test, NULL);
      cab_worker_push (worker, steps[i], task);
    }
  g_main_loop_run (scene.loop);
  g_assert_cmpstr (scene.order->str, ==, "owc");
  cab_worker_free (worker);
  scene_clear (&scene);
}

/* [V-24] a practice that is used on another thread stops the program */
static void
test_wrong_thread (void)
{
  if (g_test_subprocess ())
    {
      g_auto (CabTestVault) test = { 0 };
      CabWorker *worker = cab_worker_new ("test");
      GTask *task = g_task_new (NULL, NULL, NULL, NULL);

      cab_test_vault_init (&test);
      g_task_set_task_data (task, &test, NULL);
      cab_worker_push (worker, write_in_worker, task);
      cab_worker_free (worker);
      return;
    }

  cab_test_trap_abort ("*g_thread_self*");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_assert_true (cab_harden_start (NULL));

  g_test_add_func ("/vault/worker/order", test_order);
  g_test_add_func ("/vault/worker/free-runs-the-queue", test_free_runs_the_queue);
  g_test_add_func ("/vault/worker/cancelled", test_cancelled);
  g_test_add_func ("/vault/worker/idle", test_idle);
  g_test_add_func ("/vault/worker/practice", test_practice_on_a_worker);
  g_test_add_func ("/vault/worker/wrong-thread", test_wrong_thread);

  return g_test_run ();
}
