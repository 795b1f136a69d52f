/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

/* [W-173] Loaded before the program by LD_PRELOAD, so that what is measured is
 * what is shipped: writes to the file CABINET_PROBE, one line each, in
 * microseconds of the monotonic clock,
 *
 *   turn BEGIN LENGTH WORK   the main loop did not look for input for that long,
 *                            and worked for WORK of it: the rest belonged to others
 *   paint END USED 0         a frame was drawn
 *   rows TIME ADDED 0        the records of a list came
 *   scroll TIME 0 0          a list or a page was scrolled
 *   key TIME USED 0          a key was derived from a passphrase
 *
 * USED is the processor time of all the program's threads until then.
 * Turns under a millisecond are left out. */

#include <dlfcn.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

static GPollFunc real_poll;
static gint64 turn_began;
static gint64 work_before;
static int out = -1;

/* Emission hooks are put up once the types are there. */
static gboolean is_hooked;

static void
write_line (const char *what, gint64 first, gint64 second, gint64 third)
{
  char line[100];
  int length = snprintf (line, sizeof line,
                         "%s %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT "\n",
                         what, first, second, third);

  if (write (out, line, length) != length)
    abort ();
}

static gint64
get_used (clockid_t clock)
{
  struct timespec used = { 0 };

  clock_gettime (clock, &used);

  return used.tv_sec * G_USEC_PER_SEC + used.tv_nsec / 1000;
}

static gboolean
on_after_paint (GSignalInvocationHint *hint, guint n, const GValue *values, gpointer data)
{
  write_line ("paint", g_get_monotonic_time (), get_used (CLOCK_PROCESS_CPUTIME_ID), 0);

  return TRUE;
}

static gboolean
on_items_changed (GSignalInvocationHint *hint, guint n, const GValue *values, gpointer data)
{
  guint added = g_value_get_uint (&values[3]);

  if (added > 0 && G_IS_LIST_STORE (g_value_peek_pointer (&values[0])))
    write_line ("rows", g_get_monotonic_time (), added, 0);

  return TRUE;
}

static gboolean
on_value_changed (GSignalInvocationHint *hint, guint n, const GValue *values, gpointer data)
{
  write_line ("scroll", g_get_monotonic_time (), 0, 0);

  return TRUE;
}

static void
put_up_hooks (void)
{
  GType clock = g_type_from_name ("GdkFrameClock");
  GType adjustment = g_type_from_name ("GtkAdjustment");

  if (clock == 0 || adjustment == 0)
    return;

  g_type_class_unref (g_type_class_ref (clock));
  g_signal_add_emission_hook (g_signal_lookup ("after-paint", clock), 0, on_after_paint, NULL,
                              NULL);
  g_type_class_unref (g_type_class_ref (adjustment));
  g_signal_add_emission_hook (g_signal_lookup ("value-changed", adjustment), 0, on_value_changed,
                              NULL, NULL);
  g_type_default_interface_ref (G_TYPE_LIST_MODEL);
  g_signal_add_emission_hook (g_signal_lookup ("items-changed", G_TYPE_LIST_MODEL), 0,
                              on_items_changed, NULL, NULL);
  is_hooked = TRUE;
}

static gint
poll_and_measure (GPollFD *fds, guint n_fds, gint timeout)
{
  gint64 now = g_get_monotonic_time ();
  gint result;

  if (turn_began != 0 && now - turn_began >= 1000)
    write_line ("turn", turn_began, now - turn_began,
                get_used (CLOCK_THREAD_CPUTIME_ID) - work_before);
  if (!is_hooked)
    put_up_hooks ();

  result = real_poll (fds, n_fds, timeout);
  turn_began = g_get_monotonic_time ();
  work_before = get_used (CLOCK_THREAD_CPUTIME_ID);

  return result;
}

typedef int (*DeriveFunc) (unsigned char *const key,
                           unsigned long long key_length,
                           const char *const passphrase,
                           unsigned long long length,
                           const unsigned char *const salt,
                           unsigned long long operations,
                           size_t memory,
                           int algorithm);

/* Stands before libsodium's own, on the thread of the file. */
int
crypto_pwhash (unsigned char *const key,
               unsigned long long key_length,
               const char *const passphrase,
               unsigned long long length,
               const unsigned char *const salt,
               unsigned long long operations,
               size_t memory,
               int algorithm)
{
  DeriveFunc derive = (DeriveFunc)dlsym (RTLD_NEXT, "crypto_pwhash");
  int result = derive (key, key_length, passphrase, length, salt, operations, memory, algorithm);

  if (out >= 0)
    write_line ("key", g_get_monotonic_time (), get_used (CLOCK_PROCESS_CPUTIME_ID), 0);

  return result;
}

__attribute__ ((constructor)) static void
start (void)
{
  const char *path = getenv ("CABINET_PROBE");

  if (path == NULL)
    return;

  out = open (path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  if (out < 0)
    abort ();
  unsetenv ("LD_PRELOAD");
  real_poll = g_main_context_get_poll_func (NULL);
  g_main_context_set_poll_func (NULL, poll_and_measure);
}
