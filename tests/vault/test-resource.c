/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include "cab-migrator.h"

#include <gio/gio.h>
#include <sys/wait.h>
#include <unistd.h>

/* The moment is of some microseconds, once in a process. */
#define N_PROCESSES 200

static gboolean is_over;

static gpointer
look_up_others (gpointer data)
{
  while (!g_atomic_int_get (&is_over))
    g_resources_get_info ("/of/somebody/else", G_RESOURCE_LOOKUP_FLAGS_NONE, NULL, NULL, NULL);

  return NULL;
}

/* As the file's thread does, while the window looks up its own. */
static void
look_up (void)
{
  GThread *other = g_thread_new ("other", look_up_others, NULL);
  g_autofree char *sql = NULL;

  g_usleep (200);
  sql = cab_migrator_dup_sql (cab_migrator_get_released (), 1);
  g_atomic_int_set (&is_over, TRUE);
  g_thread_join (other);
  _exit (sql != NULL && *sql != '\0' ? 0 : 1);
}

/* [V-24] what is built in is found by whoever asks first, whatever another thread looks up
 * meanwhile */
static void
test_first_of_two_threads (void)
{
  for (guint i = 0; i < N_PROCESSES; i++)
    {
      pid_t child = fork ();
      int status;

      g_assert_cmpint (child, >=, 0);
      if (child == 0)
        look_up ();

      g_assert_cmpint (waitpid (child, &status, 0), ==, child);
      g_assert_cmpint (status, ==, 0);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/vault/resource/first-of-two-threads", test_first_of_two_threads);

  return g_test_run ();
}
