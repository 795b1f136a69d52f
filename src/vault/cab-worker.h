/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * CabWorker:
 *
 * The one thread of an open file, and its queue. Tasks run one after the other
 * in the order in which they were pushed.
 *
 * Source: vault.md [V-24], style.md 3.5.
 */
typedef struct _CabWorker CabWorker;

/**
 * CabWorkerFunc:
 * @task: what was pushed; the function returns its result with g_task_return_*()
 *
 * Runs on the worker's thread.
 */
typedef void (*CabWorkerFunc) (GTask *task);

/** CabWorkerIdle: runs on the worker's thread when it has had nothing to do for a while */
typedef void (*CabWorkerIdle) (gpointer data);

/**
 * cab_worker_new:
 * @name: the thread's name, at most 15 bytes
 *
 * Starts a thread.
 *
 * Returns: (transfer full): the worker
 */
CabWorker *cab_worker_new (const char *name) G_GNUC_WARN_UNUSED_RESULT;

/**
 * cab_worker_push:
 * @self: a worker
 * @func: runs on the worker's thread
 * @task: (transfer full): passed to @func; completes in the context that made it
 *
 * Queues work.
 *
 * Thread: any.
 */
void cab_worker_push (CabWorker *self, CabWorkerFunc func, GTask *task);

/**
 * cab_worker_set_idle:
 * @self: a worker
 * @milliseconds: how long nothing must have been queued since the last task
 * @idle: (nullable): runs once after each such pause, on the worker's thread
 * @data: for @idle
 *
 * Asks for a call after work has paused, such as cab_vault_write_witness() 2 s
 * after a commit [V-84].
 *
 * Thread: the worker's, or any before the first push.
 */
void cab_worker_set_idle (CabWorker *self, guint milliseconds, CabWorkerIdle idle, gpointer data);

/** cab_worker_is_current: Returns: whether the calling thread is the worker's */
gboolean cab_worker_is_current (CabWorker *self);

/**
 * cab_worker_free:
 * @self: (nullable): a worker
 *
 * Runs what is queued, then ends the thread and waits for it. What a caller
 * wants to be dropped instead is cancelled first. The thread's free memory is
 * scrubbed [V-163].
 *
 * Thread: any but the worker's.
 */
void cab_worker_free (CabWorker *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CabWorker, cab_worker_free)

G_END_DECLS
