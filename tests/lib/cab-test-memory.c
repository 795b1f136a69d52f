/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include "cab-test-memory.h"

#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/uio.h>
#include <unistd.h>

#define SLICE (1 << 20)

/* Address sanitizer, as gcc and as clang tell of it. */
#if defined(__SANITIZE_ADDRESS__)
#define HAVE_ASAN 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define HAVE_ASAN 1
#endif
#endif

static guint
count_in_slice (const guint8 *bytes, gsize n_bytes, const guint8 *hidden, gsize length)
{
  const guint8 first = hidden[0] ^ CAB_TEST_HIDE;
  const guint8 *end = bytes + n_bytes;
  guint count = 0;

  for (const guint8 *at = bytes; (at = memchr (at, first, (gsize)(end - at))) != NULL; at++)
    {
      gsize n = 1;

      while (n < length && at + n < end && (at[n] ^ CAB_TEST_HIDE) == hidden[n])
        n++;
      if (n == length)
        count++;
    }
  return count;
}

static gsize
read_own_memory (gsize address, guint8 *buffer, gsize length)
{
  struct iovec local = { buffer, length };
  struct iovec remote = { GSIZE_TO_POINTER (address), length };
  ssize_t n = process_vm_readv (getpid (), &local, 1, &remote, 1, 0);

  return n < 0 ? 0 : (gsize)n;
}

/* Slices overlap by @length − 1, so that nothing is missed between two. */
static guint
count_in_range (gsize start, gsize end, guint8 *buffer, const guint8 *hidden, gsize length)
{
  guint count = 0;

  for (gsize at = start; at + length <= end; at += SLICE - length + 1)
    count += count_in_slice (buffer, read_own_memory (at, buffer, MIN (SLICE, end - at)), hidden,
                             length);
  return count;
}

guint
cab_test_count_in_memory (const guint8 *hidden, gsize length)
{
  guint8 *buffer = mmap (NULL, SLICE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  FILE *maps = fopen ("/proc/self/maps", "re");
  char line[4096];
  guint count = 0;

  g_assert_true (buffer != MAP_FAILED);
  g_assert_nonnull (maps);
  while (fgets (line, sizeof line, maps) != NULL)
    {
      unsigned long start;
      unsigned long end;
      gsize own = GPOINTER_TO_SIZE (buffer);

      if (sscanf (line, "%lx-%lx rw", &start, &end) != 2 || strstr (line, " rw") == NULL)
        continue;
      /* The kernel may have joined the buffer with its neighbours. */
      if (start <= own && own < end)
        {
          count += count_in_range (start, own, buffer, hidden, length);
          start = own + SLICE;
        }
      count += count_in_range (start, end, buffer, hidden, length);
    }
  fclose (maps);
  munmap (buffer, SLICE);
  return count;
}

gboolean
cab_test_skip_with_asan (const char *reason)
{
#ifdef HAVE_ASAN
  g_autofree char *whole = g_strdup_printf ("with the address sanitizer: %s", reason);

  g_test_skip (whole);
  return TRUE;
#else
  return FALSE;
#endif
}
