/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-secret.h"

#include "cab-zip-check.h"

G_BEGIN_DECLS

#define CAB_TYPE_ZIP_STREAM (cab_zip_stream_get_type ())
G_DECLARE_FINAL_TYPE (CabZipStream, cab_zip_stream, CAB, ZIP_STREAM, GInputStream)

/**
 * cab_zip_stream_new:
 * @fd: the ZIP file; duplicated
 * @name: the file's name, for sentences
 * @entry: an entry of its listing
 * @passphrase: (nullable): for an encrypted one
 * @error: return location
 *
 * The content of one entry. libarchive is shown a ZIP file of this one entry:
 * the entry's own bytes, and behind them its line of the table of contents with
 * the offset 0 and an end record. It can reach nothing else, entries can be
 * read in any order, and checksum and authentication code are its work.
 *
 * Errors: ZIP_WRONG_PASSPHRASE, ZIP_DAMAGED, here or while reading; while
 * reading also ZIP_BOMB, and ZIP_HEADERS_DIFFER for more than was stated.
 *
 * Returns: (transfer full): the stream
 */
GInputStream *cab_zip_stream_new (int fd,
                                  const char *name,
                                  const CabZipEntry *entry,
                                  CabSecret *passphrase,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
