/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include "cab-test-allocator.h"

#include <dlfcn.h>
#include <sqlite3.h>

static sqlite3_mem_methods real;

static struct
{
  guint at;
  gboolean for_ever;
  guint count;
  gboolean is_cipher;
} plan;

/* SQLCipher's own requests, a dozen when a key is taken, are not refused: it does
 * not survive that (4.6.1 follows a null pointer, or frees the key of a connection
 * twice, with nothing written by then). Argon2id has had a thousand times as much
 * a moment before. */
void *sqlcipher_malloc (sqlite3_uint64 size);

void *
sqlcipher_malloc (sqlite3_uint64 size)
{
  void *(*get) (sqlite3_uint64) = NULL;
  void *block;

  *(void **)&get = dlsym (RTLD_NEXT, "sqlcipher_malloc");
  g_assert_nonnull (get);
  plan.is_cipher = TRUE;
  block = get (size);
  plan.is_cipher = FALSE;

  return block;
}

static gboolean
is_refused (void)
{
  if (plan.is_cipher)
    return FALSE;

  plan.count++;

  return plan.at != 0 && (plan.count == plan.at || (plan.for_ever && plan.count > plan.at));
}

static void *
allocate (int size)
{
  return is_refused () ? NULL : real.xMalloc (size);
}

static void *
reallocate (void *block, int size)
{
  return is_refused () ? NULL : real.xRealloc (block, size);
}

void
cab_test_allocator_install (void)
{
  sqlite3_mem_methods refusing;

  g_assert_cmpint (sqlite3_shutdown (), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_config (SQLITE_CONFIG_GETMALLOC, &real), ==, SQLITE_OK);
  refusing = real;
  refusing.xMalloc = allocate;
  refusing.xRealloc = reallocate;
  g_assert_cmpint (sqlite3_config (SQLITE_CONFIG_MALLOC, &refusing), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_initialize (), ==, SQLITE_OK);
}

void
cab_test_allocator_refuse (guint at, gboolean for_ever)
{
  plan.at = at;
  plan.for_ever = for_ever;
  plan.count = 0;
}

guint
cab_test_allocator_count (void)
{
  return plan.count;
}
