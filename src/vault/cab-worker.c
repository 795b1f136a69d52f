/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-vault"

#include "config.h"

#include "cab-worker.h"

#include "cab-harden.h"

/* One entry of the queue. */
typedef struct
{
  CabWorkerFunc func; /* NULL ends the thread */
  GTask *task;        /* owned */
} Job;

struct _CabWorker
{
  /* Owned */
  GThread *thread;
  GAsyncQueue *queue; /* of Job */

  /* State of the worker's thread, set by others only before the first push */
  guint pause_ms;
  CabWorkerIdle idle;
  gpointer idle_data;
};

/* Returns: (transfer full): the next job, after one pause at most */
static Job *
wait_for_job (CabWorker *self, gboolean *idle_due)
{
  Job *job;

  if (*idle_due && self->idle != NULL)
    {
      job = g_async_queue_timeout_pop (self->queue, (guint64)self->pause_ms * 1000);
      if (job != NULL)
        return job;

      self->idle (self->idle_data);
      *idle_due = FALSE;
    }

  return g_async_queue_pop (self->queue);
}

static gpointer
run_thread (gpointer data)
{
  CabWorker *self = data;
  gboolean idle_due = FALSE;
  gboolean ending = FALSE;

  while (!ending)
    {
      g_autofree Job *job = wait_for_job (self, &idle_due);

      ending = job->func == NULL;
      if (!ending)
        {
          job->func (job->task);
          /* The task may be the last to know the record it worked on. */
          g_object_unref (job->task);
          cab_harden_scrub_thread ();
          idle_due = TRUE;
        }
    }

  cab_harden_scrub_thread ();

  return NULL;
}

CabWorker *
cab_worker_new (const char *name)
{
  CabWorker *self;

  g_return_val_if_fail (name != NULL && strlen (name) <= 15, NULL);

  self = g_new0 (CabWorker, 1);
  self->queue = g_async_queue_new_full (g_free);
  self->thread = g_thread_new (name, run_thread, self);

  return self;
}

static void
push (CabWorker *self, CabWorkerFunc func, GTask *task)
{
  Job *job = g_new (Job, 1);

  job->func = func;
  job->task = task;
  g_async_queue_push (self->queue, job);
}

void
cab_worker_push (CabWorker *self, CabWorkerFunc func, GTask *task)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (func != NULL);
  g_return_if_fail (G_IS_TASK (task));

  push (self, func, task);
}

void
cab_worker_set_idle (CabWorker *self, guint milliseconds, CabWorkerIdle idle, gpointer data)
{
  g_return_if_fail (self != NULL);

  self->pause_ms = milliseconds;
  self->idle = idle;
  self->idle_data = data;
}

gboolean
cab_worker_is_current (CabWorker *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return g_thread_self () == self->thread;
}

void
cab_worker_free (CabWorker *self)
{
  if (self == NULL)
    return;

  g_return_if_fail (!cab_worker_is_current (self));

  push (self, NULL, NULL);
  g_thread_join (self->thread);
  g_async_queue_unref (self->queue);
  g_free (self);
}
