/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-vault"

#include "config.h"

#include "cab-harden.h"

#include <malloc.h>
#include <sodium.h>
#include <sqlite3.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include "cab-vault-error.h"

/* What glibc writes over freed memory; any byte but 0, which would switch it off. */
#define FREED_BYTE 0xa5

/* glibc's cache of a thread: 64 sizes of chunk, 16 bytes apart, the smallest of 24 usable bytes.
 * It holds 7 of each up to glibc 2.41 and 16 later. */
#define N_CACHE_SIZES 64
#define CACHE_SMALLEST 24
#define CACHE_STEP 16
#define CACHE_DEPTH 16

/* More than calls take up on the stacks of our threads, which have 8 MiB. */
#define STACK_DEPTH ((gsize)256 * 1024)

/* Facts of the process, like the allocator itself. */
static gboolean started;
static int last_sqlite_log;

/* Stands before each block that SQLite gets, so that its size is known when it is wiped. As long
 * as the alignment that malloc() promises. */
typedef union
{
  gsize size;
  max_align_t alignment;
} BlockHead;

static BlockHead *
get_head (void *block)
{
  return (BlockHead *)block - 1;
}

static void *
allocate (int size)
{
  BlockHead *head = malloc (sizeof (BlockHead) + (gsize)size);

  if (head == NULL)
    return NULL;
  head->size = (gsize)size;
  return head + 1;
}

static void
wipe_and_free (void *block)
{
  BlockHead *head;

  if (block == NULL)
    return;
  head = get_head (block);
  explicit_bzero (block, head->size);
  free (head);
}

static void *
reallocate (void *block, int size)
{
  BlockHead *head = get_head (block);
  void *moved;

  if ((gsize)size <= head->size)
    {
      explicit_bzero ((guint8 *)block + size, head->size - (gsize)size);
      head->size = (gsize)size;
      return block;
    }
  moved = allocate (size);
  if (moved == NULL)
    return NULL;
  memcpy (moved, block, head->size);
  wipe_and_free (block);
  return moved;
}

static int
get_size (void *block)
{
  return block == NULL ? 0 : (int)get_head (block)->size;
}

static int
round_up (int size)
{
  return (size + 7) & ~7;
}

static int
start_allocator (void *data)
{
  return SQLITE_OK;
}

static void
stop_allocator (void *data)
{
}

static const sqlite3_mem_methods wiping_allocator = {
  .xMalloc = allocate,
  .xFree = wipe_and_free,
  .xRealloc = reallocate,
  .xSize = get_size,
  .xRoundup = round_up,
  .xInit = start_allocator,
  .xShutdown = stop_allocator,
};

/* [V-40]: the text of a log line can quote the file or a path, the code cannot. */
static void
on_sqlite_logged_cb (void *data, int code, const char *text)
{
  g_atomic_int_set (&last_sqlite_log, code);
}

static void
forbid_dumps (void)
{
  struct rlimit none = { 0, 0 };

  if (setrlimit (RLIMIT_CORE, &none) != 0 || prctl (PR_SET_DUMPABLE, 0) != 0)
    g_message ("Core dumps of this process could not be switched off.");
}

static int
start_sqlite (void)
{
  int rc = sqlite3_config (SQLITE_CONFIG_MALLOC, &wiping_allocator);

  if (rc == SQLITE_OK)
    rc = sqlite3_config (SQLITE_CONFIG_LOG, on_sqlite_logged_cb, NULL);
  if (rc == SQLITE_OK)
    rc = sqlite3_initialize ();
  return rc;
}

gboolean
cab_harden_start (GError **error)
{
  int rc;

  if (started)
    return TRUE;

  mallopt (M_PERTURB, FREED_BYTE);
  forbid_dumps ();
  umask (077);
  if (sodium_init () < 0)
    {
      cab_vault_error_set_step (error, CAB_VAULT_ERROR_LOW_MEMORY, 0, "start libsodium");
      return FALSE;
    }
  rc = start_sqlite ();
  if (rc != SQLITE_OK)
    {
      cab_vault_error_set_step (error, CAB_VAULT_ERROR_LOW_MEMORY, rc, "start SQLite");
      return FALSE;
    }
  started = TRUE;
  return TRUE;
}

/* What calls that returned have left below. Not to be inlined, for then it would
 * be a part of the caller's own frame. */
G_NO_INLINE static void
scrub_stack (void)
{
  char deep[STACK_DEPTH];

  explicit_bzero (deep, sizeof deep);
}

static void
scrub_cache (void)
{
  void *chunks[CACHE_DEPTH];

  for (gsize i = 0; i < N_CACHE_SIZES; i++)
    {
      gsize size = CACHE_SMALLEST + i * CACHE_STEP;

      for (guint n = 0; n < CACHE_DEPTH; n++)
        {
          chunks[n] = malloc (size);
          if (chunks[n] != NULL)
            explicit_bzero (chunks[n], size);
        }
      for (guint n = 0; n < CACHE_DEPTH; n++)
        free (chunks[n]);
    }
}

void
cab_harden_scrub_thread (void)
{
  scrub_cache ();
  scrub_stack ();
}

int
cab_harden_take_sqlite_log (void)
{
  return g_atomic_int_exchange (&last_sqlite_log, 0);
}
