/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-cli"

#include "config.h"

#include "cab-cli-signals.h"

#include <errno.h>
#include <signal.h>

/* What the caller had ignored stays ignored: nohup, or a job in the background
 * of a script. */
static void
add_unless_ignored (sigset_t *set, int number)
{
  struct sigaction action;

  if (sigaction (number, NULL, &action) == 0 && action.sa_handler != SIG_IGN)
    sigaddset (set, number);
}

static void
fill_set (sigset_t *set)
{
  sigemptyset (set);
  add_unless_ignored (set, SIGINT);
  add_unless_ignored (set, SIGTERM);
  add_unless_ignored (set, SIGHUP);
}

static gpointer
wait_for_signals (gpointer data)
{
  GCancellable *cancellable = data;
  sigset_t set;
  int number = 0;

  fill_set (&set);
  if (sigwait (&set, &number) != 0)
    return NULL;

  g_cancellable_cancel (cancellable);

  /* Unblocked in this thread alone, the next one has its usual effect. */
  pthread_sigmask (SIG_UNBLOCK, &set, NULL);
  sigemptyset (&set);
  while (TRUE)
    sigsuspend (&set);

  return NULL;
}

GCancellable *
cab_cli_signals_start (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  sigset_t set;

  fill_set (&set);
  pthread_sigmask (SIG_BLOCK, &set, NULL);
  signal (SIGPIPE, SIG_IGN);

  /* The thread lives as long as the process and keeps its reference. */
  g_thread_unref (g_thread_new ("signals", wait_for_signals, g_object_ref (cancellable)));

  return g_steal_pointer (&cancellable);
}

gboolean
cab_cli_signals_wait (int descriptor, GCancellable *cancellable, GError **error)
{
  GPollFD fds[2] = { { descriptor, G_IO_IN, 0 }, { -1, 0, 0 } };
  gboolean can_cancel = g_cancellable_make_pollfd (cancellable, &fds[1]);
  int n_ready;

  do
    n_ready = g_poll (fds, can_cancel ? 2 : 1, -1);
  while (n_ready < 0 && errno == EINTR);

  if (can_cancel)
    g_cancellable_release_fd (cancellable);

  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}
