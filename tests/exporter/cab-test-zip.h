/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CabTestZipEntry:
 * @name: the name; @name_length bytes, or NUL-terminated when that is 0
 * @local_name: (nullable): another name for the local header
 * @content: what it holds
 * @length: its length, or NUL-terminated when 0
 * @deflate: whether it is deflated, else stored
 * @method: what both headers state, when not 0
 * @local_method: what the local header states, when not 0
 * @flags: what both headers state
 * @local_flags: added in the local header only
 * @mode: upper half of the external attributes; 0100644 when 0
 * @crc, @packed, @size: stated in both headers when not 0
 * @extra: (nullable): extra fields of the table of contents
 * @extra_length: their length
 * @local_too: whether the local header has them too
 * @gap: bytes of nothing behind the entry
 * @start: stated offset, when @moved
 * @moved: whether @start holds
 *
 * One entry of a ZIP file as hostile as wanted.
 */
typedef struct
{
  const char *name;
  gsize name_length;
  const char *local_name;
  const char *content;
  gsize length;
  gboolean deflate;
  guint16 method;
  guint16 local_method;
  guint16 flags;
  guint16 local_flags;
  guint16 mode;
  guint32 crc;
  guint32 packed;
  guint32 size;
  const char *extra;
  guint16 extra_length;
  gboolean local_too;
  guint gap;
  guint32 start;
  gboolean moved;
} CabTestZipEntry;

/** cab_test_zip_crc: Returns: CRC-32 as ZIP files use it */
guint32 cab_test_zip_crc (const void *bytes, gsize length);

/**
 * cab_test_zip_make:
 * @entries: (array length=n_entries): the entries, in order
 * @n_entries: how many
 *
 * Writes a ZIP file by hand, byte by byte, so that it can be wrong in every way.
 *
 * Returns: (transfer full): the file
 */
GByteArray *cab_test_zip_make (const CabTestZipEntry *entries, guint n_entries);

G_END_DECLS
