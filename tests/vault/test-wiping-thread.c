/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include <errno.h>
#include <glib.h>
#include <limits.h>
#include <pthread.h>

#include "cab-test-memory.h"

#define CANARY_LENGTH 12

/* “canary-grief”, hidden from the search. */
static const guint8 hidden[CANARY_LENGTH]
    = { 0x39, 0x3b, 0x34, 0x3b, 0x28, 0x23, 0x77, 0x3d, 0x28, 0x33, 0x3f, 0x3c };

static guint
count_canaries (void)
{
  return cab_test_count_in_memory (hidden, sizeof hidden);
}

/* Leaves text all over @size bytes of the stack, close to its upper end. */
G_NO_INLINE static void
leave_text (gsize size)
{
  char text[6000];
  volatile char *out = text;

  for (gsize i = 0; i < sizeof text; i++)
    out[i] = (char)(hidden[i % CANARY_LENGTH] ^ CAB_TEST_HIDE);
  if (size > sizeof text)
    leave_text (size - sizeof text);
  out[0] = 0;
}

static void *
work (void *data)
{
  leave_text (GPOINTER_TO_SIZE (data));
  if (count_canaries () == 0)
    g_error ("the search finds nothing while the thread runs");

  return data;
}

static void *
work_and_exit (void *data)
{
  work (data);
  pthread_exit (data);
}

static void
run_thread (void *(*func) (void *), gsize stack_size, gsize text_size)
{
  pthread_attr_t attributes;
  pthread_t thread;
  void *result;

  pthread_attr_init (&attributes);
  if (stack_size > 0)
    g_assert_cmpint (pthread_attr_setstacksize (&attributes, stack_size), ==, 0);
  g_assert_cmpint (pthread_create (&thread, &attributes, func, GSIZE_TO_POINTER (text_size)), ==,
                   0);
  g_assert_cmpint (pthread_join (thread, &result), ==, 0);
  g_assert_true (result == GSIZE_TO_POINTER (text_size));
  pthread_attr_destroy (&attributes);
  if (count_canaries () != 0)
    g_error ("%u left of %zu on a stack of %zu", count_canaries (), text_size, stack_size);
}

/* [V-163] the stack of a thread that ended has nothing of what the thread did, however it ended */
static void
test_stack_is_wiped (void)
{
  run_thread (work, 0, 12000);
  run_thread (work, 0, 150000);
  run_thread (work_and_exit, 0, 12000);
}

/* A thread may have little of a stack. */
static void
test_small_stack (void)
{
  run_thread (work, 64 * 1024, 6000);
  for (guint i = 0; i < 50; i++)
    run_thread (work, 96 * 1024, 12000);
}

/* GLib's threads are such threads too. */
static void
test_libraries_use_it (void)
{
  g_thread_join (g_thread_new ("words", work, GSIZE_TO_POINTER (12000)));
  g_assert_cmpuint (count_canaries (), ==, 0);
}

/* What cannot be started says so. */
static void
test_refused (void)
{
  pthread_attr_t attributes;
  pthread_t thread;

  pthread_attr_init (&attributes);
  g_assert_cmpint (pthread_attr_setstacksize (&attributes, (gsize)1 << 46), ==, 0);
  g_assert_cmpint (pthread_create (&thread, &attributes, work, NULL), ==, EAGAIN);
  pthread_attr_destroy (&attributes);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/vault/wiping-thread/stack-is-wiped", test_stack_is_wiped);
  g_test_add_func ("/vault/wiping-thread/small-stack", test_small_stack);
  g_test_add_func ("/vault/wiping-thread/libraries-use-it", test_libraries_use_it);
  g_test_add_func ("/vault/wiping-thread/refused", test_refused);
  return g_test_run ();
}
