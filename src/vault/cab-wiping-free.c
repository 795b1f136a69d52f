/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

/* Takes the place of the C library's free() and realloc() for the whole process,
 * so that whatever any library gives back is overwritten: text of GTK's widgets,
 * messages of D-Bus, what was typed into an input method. mallopt() alone does
 * not do it: glibc parks small chunks in a cache of each thread as they are, and
 * the threads that GLib and GTK start for themselves cannot be asked to clean
 * theirs [V-163].
 *
 * It is linked into the two programs, not into the vault: a test that is about
 * the C library's own behaviour has that of the C library. glibc lets a program
 * have its own functions of these names (“Replacing malloc” in its manual), and
 * exports its own under second names, which the allocators before it have used
 * for decades. Nothing here may allocate, lock or fail: it runs before main(),
 * in every thread, and in a child between fork() and exec(). */

#include "config.h"

#include <malloc.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

/* Below it a block that grows is moved here, where the old place can be wiped.
 * Above it moving costs; there the C library moves whole pages, or frees a chunk
 * that is too large for a thread's cache, which M_PERTURB overwrites [V-161]. */
#define MOVED_HERE ((size_t)64 * 1024)

/* The libraries see the program's functions only where these are exported. */
#define EXPORTED __attribute__ ((visibility ("default")))

extern void __libc_free (void *block);
extern void *__libc_malloc (size_t size);
extern void *__libc_realloc (void *block, size_t size);

/* C23, in glibc from 2.43 on; GLib uses them where they are. */
EXPORTED void free_sized (void *block, size_t size);
EXPORTED void free_aligned_sized (void *block, size_t alignment, size_t size);

EXPORTED void
free (void *block)
{
  if (block == NULL)
    return;

  explicit_bzero (block, malloc_usable_size (block));
  __libc_free (block);
}

EXPORTED void
free_sized (void *block, size_t size)
{
  free (block);
}

EXPORTED void
free_aligned_sized (void *block, size_t alignment, size_t size)
{
  free (block);
}

static void *
grow (void *block, size_t usable, size_t size)
{
  void *moved;

  if (usable >= MOVED_HERE)
    return __libc_realloc (block, size);

  moved = __libc_malloc (size);
  if (moved == NULL)
    return NULL;

  memcpy (moved, block, usable);
  free (block);

  return moved;
}

EXPORTED void *
realloc (void *block, size_t size)
{
  size_t usable;

  if (block == NULL)
    return __libc_malloc (size);

  usable = malloc_usable_size (block);
  if (size == 0)
    {
      free (block);
      return NULL;
    }
  if (size > usable)
    return grow (block, usable, size);

  /* What is cut off may become a chunk of its own. */
  explicit_bzero ((char *)block + size, usable - size);

  return __libc_realloc (block, size);
}
