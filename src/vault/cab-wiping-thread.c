/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

/* Takes the place of the C library's pthread_create() for the whole process, so that
 * a thread wipes its stack when it ends. The C library keeps such stacks for threads
 * to come, with their last 16 KiB as they were: libspelling has words of notes looked
 * up in threads of GLib's, where Hunspell has them in its local variables [V-163].
 *
 * It is linked into the two programs, not into the vault, as cab-wiping-free.c is. */

#include "config.h"

#include <dlfcn.h>
#include <errno.h>
#include <glib.h>
#include <pthread.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* A stack is wiped in frames, down to where it still has room for the call itself. */
#define FRAME ((size_t)4096)
#define N_FRAMES 64
#define ROOM ((uintptr_t)16 * 1024)

/* The libraries see the program's function only where it is exported. */
#define EXPORTED __attribute__ ((visibility ("default")))

typedef void *(*ThreadFunc) (void *data);
typedef int (*CreateFunc) (pthread_t *thread,
                           const pthread_attr_t *attributes,
                           ThreadFunc func,
                           void *data);

typedef struct
{
  ThreadFunc func;
  void *data;
} Start;

static uintptr_t
find_lowest (void)
{
  pthread_attr_t attributes;
  void *lowest;
  size_t size;

  if (pthread_getattr_np (pthread_self (), &attributes) != 0)
    return UINTPTR_MAX;
  if (pthread_attr_getstack (&attributes, &lowest, &size) != 0)
    lowest = NULL;
  pthread_attr_destroy (&attributes);

  return lowest != NULL ? (uintptr_t)lowest : UINTPTR_MAX;
}

/* Not to be inlined: each call has a frame of its own. */
G_NO_INLINE static void
wipe_frames (uintptr_t lowest, unsigned int n_frames)
{
  char frame[FRAME];

  if (n_frames > 1 && lowest < (uintptr_t)frame && (uintptr_t)frame - lowest > ROOM)
    wipe_frames (lowest, n_frames - 1);
  explicit_bzero (frame, sizeof frame);
}

static void
wipe_stack (void *unused)
{
  wipe_frames (find_lowest (), N_FRAMES);
}

static void *
run (void *data)
{
  Start start = *(Start *)data;
  void *result;

  free (data);
  /* Also when the thread ends by pthread_exit(). */
  pthread_cleanup_push (wipe_stack, NULL);
  result = start.func (start.data);
  pthread_cleanup_pop (1);

  return result;
}

EXPORTED int
pthread_create (pthread_t *thread, const pthread_attr_t *attributes, ThreadFunc func, void *data)
{
  static CreateFunc create;
  Start *start;
  int error;

  /* The same whoever looks first. */
  if (g_atomic_pointer_get (&create) == NULL)
    g_atomic_pointer_set (&create, (CreateFunc)dlsym (RTLD_NEXT, "pthread_create"));
  start = malloc (sizeof *start);
  if (start == NULL)
    return EAGAIN;

  start->func = func;
  start->data = data;
  error = create (thread, attributes, run, start);
  if (error != 0)
    free (start);

  return error;
}
