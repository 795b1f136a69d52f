/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#include "config.h"

#include "cab-pace.h"

#include "cab-vault-error.h"

static void
fail (CabPace *pace, CabVaultError code)
{
  g_autoptr (GError) error = NULL;

  cab_vault_error_set (&error, code);
  cab_pace_note (pace, error);
}

/* [V-27] 1, 2, 4 seconds from the third failure on; the right passphrase starts anew */
static void
test_delays (void)
{
  static const guint expected_ms[] = { 0, 0, 1000, 2000, 4000, 4000, 4000 };
  CabPace pace = { 0 };

  g_assert_cmpuint (cab_pace_get_delay_ms (&pace), ==, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (expected_ms); i++)
    {
      fail (&pace, CAB_VAULT_ERROR_WRONG_KEY);
      g_assert_cmpuint (cab_pace_get_delay_ms (&pace), ==, expected_ms[i]);
    }

  cab_pace_note (&pace, NULL);
  fail (&pace, CAB_VAULT_ERROR_WRONG_KEY);
  g_assert_cmpuint (cab_pace_get_delay_ms (&pace), ==, 0);

  pace.failures = G_MAXUINT;
  fail (&pace, CAB_VAULT_ERROR_WRONG_KEY);
  g_assert_cmpuint (cab_pace_get_delay_ms (&pace), ==, 4000);
}

/* [V-27] what is wrong with the file is nobody's failure */
static void
test_other_errors (void)
{
  CabPace pace = { .failures = 2 };

  for (int code = 0; code < CAB_N_VAULT_ERRORS; code++)
    if (code != CAB_VAULT_ERROR_WRONG_KEY)
      fail (&pace, code);
  g_assert_cmpuint (pace.failures, ==, 2);
}

static gpointer
cancel_soon (gpointer data)
{
  g_usleep (50000);
  g_cancellable_cancel (data);

  return NULL;
}

/* [V-27] the wait lasts as long as it says, and whoever leaves need not sit through it */
static void
test_wait (void)
{
  const CabPace none = { .failures = 2 };
  const CabPace one = { .failures = 3 };
  const CabPace four = { .failures = 5 };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();
  GThread *thread;

  g_assert_true (cab_pace_wait (&none, cancellable, &error));
  g_assert_true (cab_pace_wait (&one, NULL, &error));
  g_assert_cmpint (g_get_monotonic_time () - start, >=, 1000000);

  thread = g_thread_new ("cancel", cancel_soon, cancellable);
  start = g_get_monotonic_time ();
  g_assert_false (cab_pace_wait (&four, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 4000000);
  g_thread_join (thread);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pace/delays", test_delays);
  g_test_add_func ("/pace/other-errors", test_other_errors);
  g_test_add_func ("/pace/wait", test_wait);

  return g_test_run ();
}
