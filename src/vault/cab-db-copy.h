/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-db-private.h"
#include "cab-digest.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/** CabDbCopyProgress: told how many bytes of how many are copied, after each slice */
typedef void (*CabDbCopyProgress) (guint64 done, guint64 total, gpointer data);

/** cab_db_write_all: writes all of @bytes to @fd, or says why not */
gboolean cab_db_write_all (int fd, const guint8 *bytes, gsize length, GError **error);

/**
 * cab_db_copy_pages:
 * @self: a connection with no write transaction open
 * @fd: where the copy goes, from its current offset
 * @size: (out): bytes written
 * @hash: (out caller-allocates) (array fixed-size=32): their unkeyed BLAKE2b-256
 * @progress: (nullable): told how far it is
 * @data: for @progress
 * @cancellable: (nullable): looked at before each slice of 1 MiB
 * @error: return location
 *
 * Copies the file as it lies on disk, encrypted, through SQLite's own handle, so
 * that no second descriptor drops its locks.
 *
 * Errors: IO, NO_SPACE, G_IO_ERROR_CANCELLED.
 * Thread: the connection's. Source: vault.md [V-100].
 *
 * Returns: %TRUE when every page is written to @fd; not synced
 */
gboolean cab_db_copy_pages (CabDb *self,
                            int fd,
                            guint64 *size,
                            guint8 *hash,
                            CabDbCopyProgress progress,
                            gpointer data,
                            GCancellable *cancellable,
                            GError **error);

/**
 * cab_db_hash_file:
 * @path: (type filename): a file that is not open in SQLite
 * @size: (out): its bytes
 * @hash: (out caller-allocates) (array fixed-size=32): their unkeyed BLAKE2b-256
 * @cancellable: (nullable): looked at before each slice
 * @error: return location
 *
 * Reads a file back from the disk, past the cache where the system allows it.
 */
gboolean cab_db_hash_file (const char *path,
                           guint64 *size,
                           guint8 *hash,
                           GCancellable *cancellable,
                           GError **error);

/**
 * cab_db_check_copy:
 * @path: (type filename): a copy that is not open in SQLite and has no journal
 * @key: K
 * @error: return location
 *
 * Points 2 and 3 of [V-101] that need no model: every page's HMAC on one
 * connection, `integrity_check`, which covers the search index, and
 * `foreign_key_check` on a second, since a bad page makes the first report
 * phantoms ([V-190] 7).
 *
 * Errors: VERIFY.
 *
 * Returns: %TRUE when SQLite finds nothing wrong
 */
gboolean cab_db_check_copy (const char *path, CabSecret *key, GError **error);

G_END_DECLS
