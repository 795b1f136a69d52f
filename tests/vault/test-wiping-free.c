/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include <gio/gio.h>
#include <malloc.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cab-test-memory.h"

#define CANARY_LENGTH 12

/* “canary-grief”, hidden from the search. */
static const guint8 hidden[CANARY_LENGTH]
    = { 0x39, 0x3b, 0x34, 0x3b, 0x28, 0x23, 0x77, 0x3d, 0x28, 0x33, 0x3f, 0x3c };

/* Volatile, since the compiler would leave out what is freed right afterwards. */
static void
spell_canary (void *block, gsize length)
{
  volatile char *out = block;

  for (gsize i = 0; i < length; i++)
    out[i] = (char)(hidden[i % CANARY_LENGTH] ^ CAB_TEST_HIDE);
}

static gboolean
is_canary (const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (text[i] != (char)(hidden[i % CANARY_LENGTH] ^ CAB_TEST_HIDE))
      return FALSE;

  return TRUE;
}

static void
assert_nothing_left (const char *what)
{
  guint n_left = cab_test_count_in_memory (hidden, sizeof hidden);

  if (n_left != 0)
    g_error ("%s: %u left", what, n_left);
}

static gpointer
free_every_size (gpointer unused)
{
  void *chunks[20];

  for (gsize size = 24; size <= 300000; size += size < 1100 ? 16 : size / 2)
    {
      for (guint i = 0; i < G_N_ELEMENTS (chunks); i++)
        {
          chunks[i] = malloc (size);
          spell_canary (chunks[i], size);
        }
      for (guint i = 0; i < G_N_ELEMENTS (chunks); i++)
        free (chunks[i]);
    }

  return NULL;
}

/* Waits within the thread, so that its cache is there to be searched. */
static gpointer
free_and_wait (gpointer data)
{
  GAsyncQueue *queue = data;

  free_every_size (NULL);
  g_async_queue_push (queue, queue);
  g_async_queue_push (queue, g_async_queue_pop (queue));

  return NULL;
}

/* [V-163] what is freed is gone at once, with no scrub, in a thread that nobody asks to */
static void
test_freed_is_gone (void)
{
  g_autoptr (GAsyncQueue) queue = g_async_queue_new ();
  GThread *thread;

  free_every_size (NULL);
  assert_nothing_left ("the first thread");
  thread = g_thread_new ("other", free_and_wait, queue);
  g_async_queue_pop (queue);
  assert_nothing_left ("another thread");
  g_async_queue_push (queue, queue);
  g_thread_join (thread);
}

/* [V-163] a block that grows leaves nothing at the places that it had, and one that shrinks
 * nothing behind its end; what it keeps is kept */
static void
test_resized_is_gone (void)
{
  const gsize sizes[]
      = { 24, 40, 1032, 1048, 50000, 60000, 100000, 400000, 200, 5000, 70000, 300000, 30, 25, 24 };
  const gsize ways[] = { 1, 3, 17 };

  for (guint way = 0; way < G_N_ELEMENTS (ways); way++)
    {
      gsize has = 24;
      char *block = malloc (has);

      spell_canary (block, has);
      for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
        {
          gsize size = sizes[(i * ways[way]) % G_N_ELEMENTS (sizes)];
          void *between;

          block = realloc (block, size);
          g_assert_true (is_canary (block, MIN (has, size)));
          spell_canary (block, size);
          has = size;
          /* So that it cannot always grow where it is. */
          between = malloc (64);
          explicit_bzero (block, has);
          assert_nothing_left ("a block that was resized");
          spell_canary (block, has);
          free (between);
        }
      free (block);
      assert_nothing_left ("a block that was resized and freed");
    }
}

/* The corners of realloc() that C and glibc promise. */
static void
test_corners (void)
{
  char *block = realloc (NULL, 100);

  g_assert_nonnull (block);
  g_assert_cmpuint (malloc_usable_size (block), >=, 100);
  spell_canary (block, 100);
  g_assert_null (realloc (block, 0));
  assert_nothing_left ("a block resized to nothing");
  block = reallocarray (NULL, 10, 10);
  spell_canary (block, 100);
  block = reallocarray (block, 100, 10);
  g_assert_true (is_canary (block, 100));
  explicit_bzero (block, 100);
  assert_nothing_left ("an array that grew");
  free (block);
  g_assert_cmpint (posix_memalign ((void **)&block, 4096, 10000), ==, 0);
  spell_canary (block, 10000);
  free (block);
  free (NULL);
  assert_nothing_left ("an aligned block");
}

/* [V-163] the libraries free with it too: GLib's strings and arrays, GIO's variants */
static void
test_libraries_use_it (void)
{
  char text[2 * CANARY_LENGTH + 1] = { 0 };
  GString *string = g_string_new (NULL);
  GVariant *variant;

  spell_canary (text, 2 * CANARY_LENGTH);
  for (guint i = 0; i < 3000; i++)
    g_string_append (string, text);
  variant = g_variant_ref_sink (g_variant_new ("(ss)", text, text));
  g_free (g_variant_print (variant, TRUE));
  g_variant_unref (variant);
  g_string_free (string, TRUE);
  g_strfreev (g_strsplit (text, "-", -1));
  explicit_bzero (text, sizeof text);
  assert_nothing_left ("GLib");
}

int
main (int argc, char **argv)
{
  /* As in the programs [V-161]; nothing is searched that the environment wiped. */
  if (g_getenv ("MALLOC_PERTURB_") != NULL)
    {
      g_unsetenv ("MALLOC_PERTURB_");
      execv ("/proc/self/exe", argv);
      g_error ("the test cannot start itself again");
    }
  mallopt (M_PERTURB, 0xa5);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/vault/wiping-free/freed-is-gone", test_freed_is_gone);
  g_test_add_func ("/vault/wiping-free/resized-is-gone", test_resized_is_gone);
  g_test_add_func ("/vault/wiping-free/corners", test_corners);
  g_test_add_func ("/vault/wiping-free/libraries-use-it", test_libraries_use_it);
  return g_test_run ();
}
