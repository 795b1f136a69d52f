/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

/* SQLite's file system, in which one operation goes wrong. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  CAB_TEST_VFS_IO,         /* the operation fails with its own SQLITE_IOERR_… */
  CAB_TEST_VFS_FULL,       /* a write finds no room */
  CAB_TEST_VFS_SHORT_READ, /* a read gives zeros from its middle on */
  CAB_TEST_VFS_READ_ONLY,  /* a write or truncation is refused, as after a remount */
  CAB_TEST_VFS_NO_MEMORY   /* any operation finds no memory */
} CabTestVfsFault;

/** cab_test_vfs_install: puts it over SQLite's own; before anything else uses SQLite */
void cab_test_vfs_install (void);

/** cab_test_vfs_fail: from now on the fault happens at operation @at that it can happen to, counted
 * from 1, and with @for_ever at all later ones; 0 for none */
void cab_test_vfs_fail (CabTestVfsFault fault, guint at, gboolean for_ever);

/** cab_test_vfs_count: Returns: how many such operations there were since */
guint cab_test_vfs_count (void);

G_END_DECLS
