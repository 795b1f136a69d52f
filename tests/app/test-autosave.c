/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include "cab-autosave.h"

#include <gio/gio.h>

/* What the timers may be late by on a busy computer. */
#define SLACK_MS 400

typedef struct
{
  CabAutosave *autosave;
  guint n_saves;
  gint64 saved_at;
  gboolean fails;
} Owner;

static void
on_save_cb (CabAutosave *autosave, Owner *owner)
{
  g_autoptr (GError) error = NULL;

  owner->n_saves++;
  owner->saved_at = g_get_monotonic_time ();
  if (owner->fails)
    g_set_error_literal (&error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, "full");
  cab_autosave_done (autosave, error);
}

static void
owner_init (Owner *self)
{
  *self = (Owner){ .autosave = cab_autosave_new () };
  g_signal_connect (self->autosave, "save", G_CALLBACK (on_save_cb), self);
}

static void
run_for (guint ms)
{
  gint64 end = g_get_monotonic_time () + (gint64)ms * 1000;

  while (g_get_monotonic_time () < end)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (2000);
}

/* Milliseconds until one save more than now, at most @limit. */
static gint64
run_until_saved (Owner *owner, gint64 limit)
{
  gint64 begun = g_get_monotonic_time ();
  guint before = owner->n_saves;

  while (owner->n_saves == before && g_get_monotonic_time () - begun < limit * 1000)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (2000);

  return (g_get_monotonic_time () - begun) / 1000;
}

/* [W-76] one second after the last key, once */
static void
test_rest (void)
{
  Owner owner;
  gint64 waited;

  owner_init (&owner);
  cab_autosave_touch (owner.autosave);
  g_assert_cmpint (cab_autosave_get_state (owner.autosave), ==, CAB_AUTOSAVE_WRITING);
  waited = run_until_saved (&owner, 3000);
  g_assert_cmpint (waited, >=, 1000 - 20);
  g_assert_cmpint (waited, <=, 1000 + SLACK_MS);
  g_assert_cmpint (cab_autosave_get_state (owner.autosave), ==, CAB_AUTOSAVE_SAVED);
  run_for (1200);
  g_assert_cmpuint (owner.n_saves, ==, 1);
  g_assert_finalize_object (owner.autosave);
}

/* [W-76] while typing goes on, at most two seconds after the first key that is not written */
static void
test_unbroken_typing (void)
{
  Owner owner;
  gint64 begun = g_get_monotonic_time ();

  owner_init (&owner);
  while (owner.n_saves == 0 && g_get_monotonic_time () - begun < 4 * G_USEC_PER_SEC)
    {
      cab_autosave_touch (owner.autosave);
      run_for (100);
    }
  g_assert_cmpint ((owner.saved_at - begun) / 1000, >=, 1900);
  g_assert_cmpint ((owner.saved_at - begun) / 1000, <=, 2000 + SLACK_MS);
  g_assert_finalize_object (owner.autosave);
}

/* [W-76] leaving writes at once, and only what is unwritten */
static void
test_flush (void)
{
  Owner owner;

  owner_init (&owner);
  cab_autosave_flush (owner.autosave);
  g_assert_cmpuint (owner.n_saves, ==, 0);
  cab_autosave_touch (owner.autosave);
  cab_autosave_flush (owner.autosave);
  g_assert_cmpuint (owner.n_saves, ==, 1);
  cab_autosave_flush (owner.autosave);
  g_assert_cmpuint (owner.n_saves, ==, 1);

  cab_autosave_touch (owner.autosave);
  cab_autosave_stop (owner.autosave);
  cab_autosave_flush (owner.autosave);
  g_assert_cmpuint (owner.n_saves, ==, 1);
  g_assert_cmpint (cab_autosave_get_state (owner.autosave), ==, CAB_AUTOSAVE_SAVED);
  g_assert_finalize_object (owner.autosave);
}

/* [W-76] what could not be written is tried again after ten seconds, not at every key */
static void
test_retry (void)
{
  Owner owner;
  gint64 waited;

  owner_init (&owner);
  owner.fails = TRUE;
  cab_autosave_touch (owner.autosave);
  cab_autosave_flush (owner.autosave);
  g_assert_cmpint (cab_autosave_get_state (owner.autosave), ==, CAB_AUTOSAVE_FAILED);
  g_assert_true (cab_autosave_is_unwritten (owner.autosave));

  owner.fails = FALSE;
  cab_autosave_touch (owner.autosave);
  waited = run_until_saved (&owner, 12000);
  g_assert_cmpint (waited, >=, 10000 - 20);
  g_assert_cmpint (waited, <=, 10000 + SLACK_MS);
  g_assert_cmpint (cab_autosave_get_state (owner.autosave), ==, CAB_AUTOSAVE_SAVED);
  g_assert_finalize_object (owner.autosave);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/autosave/one-second-after-the-last-key", test_rest);
  g_test_add_func ("/autosave/two-seconds-of-unbroken-typing", test_unbroken_typing);
  g_test_add_func ("/autosave/leaving-writes-at-once", test_flush);
  g_test_add_func ("/autosave/failure-is-tried-again", test_retry);

  return g_test_run ();
}
