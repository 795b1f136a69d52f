/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-bundle-path.h"

G_BEGIN_DECLS

/**
 * CabZipEntry:
 * @path: the name in the table of contents, with the top folder; checked
 * @start: offset of the local header
 * @end: offset behind the entry's last byte, data descriptor included
 * @central: offset of the entry's line in the table of contents
 * @central_length: that line's length
 * @packed: stated size as packed
 * @size: stated size unpacked
 * @is_folder: a folder entry: nothing to read
 */
typedef struct
{
  char *path;
  guint64 start;
  guint64 end;
  guint64 central;
  guint central_length;
  guint64 packed;
  guint64 size;
  gboolean is_folder;
} CabZipEntry;

/**
 * CabZipListing:
 * @entries: (element-type CabZipEntry): in the order of the table of contents
 * @root: the one top folder, without `/`
 * @encrypted: whether every file is encrypted with AES (else none is)
 *
 * What a ZIP file holds, once its structure was found sound.
 */
typedef struct
{
  GPtrArray *entries;
  char *root;
  gboolean encrypted;
} CabZipListing;

void cab_zip_listing_free (CabZipListing *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CabZipListing, cab_zip_listing_free)

/**
 * cab_zip_check_bytes:
 * @bytes: a whole ZIP file
 * @name: the file's name, for sentences
 * @error: return location
 *
 * Judges the structure of a ZIP file without unpacking anything: one end record
 * as the last bytes, a table of contents that ends where it begins, local
 * headers that say the same as the table, entries that lie one behind the other
 * without gap or overlap from the first byte on, names that are safe and
 * distinct, one top folder, plain files only, methods and encryption that
 * Cabinet opens, sizes within the limits.
 *
 * Never reads outside @bytes; memory and time are linear in the number of
 * entries.
 *
 * Errors: every `zip-…` of [B-78] that does not need the content.
 * Thread: any; pure. Source: bundle.md [B-78].
 *
 * Returns: (transfer full): the listing
 */
CabZipListing *
cab_zip_check_bytes (GBytes *bytes, const char *name, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * cab_zip_check_fd:
 * @fd: a ZIP file, open for reading; its position does not matter
 * @name: the file's name, for sentences
 * @error: return location
 *
 * The same over a file, read with pread() and never mapped, so that a file cut
 * meanwhile is a fault and not a crash.
 *
 * Returns: (transfer full): the listing
 */
CabZipListing *
cab_zip_check_fd (int fd, const char *name, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
