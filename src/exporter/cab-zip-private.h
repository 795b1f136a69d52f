/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-export-error.h"

G_BEGIN_DECLS

/* The records of a ZIP file: PKWARE APPNOTE 6.3.10, section 4.3; AES: WinZip's
 * "AES Encryption Information", AE-1 and AE-2. All numbers are little-endian. */

#define CAB_ZIP_LOCAL_SIGNATURE 0x04034b50
#define CAB_ZIP_LOCAL_SIZE 30
#define CAB_ZIP_CENTRAL_SIGNATURE 0x02014b50
#define CAB_ZIP_CENTRAL_SIZE 46
#define CAB_ZIP_CENTRAL_OFFSET_FIELD 42
#define CAB_ZIP_DESCRIPTOR_SIGNATURE 0x08074b50
#define CAB_ZIP_END_SIGNATURE 0x06054b50
#define CAB_ZIP_END_SIZE 22
#define CAB_ZIP_END64_SIGNATURE 0x06064b50
#define CAB_ZIP_END64_SIZE 56
#define CAB_ZIP_LOCATOR_SIGNATURE 0x07064b50
#define CAB_ZIP_LOCATOR_SIZE 20
#define CAB_ZIP_LONGEST_COMMENT 65535

#define CAB_ZIP_FLAG_ENCRYPTED (1 << 0)
#define CAB_ZIP_FLAG_DESCRIPTOR (1 << 3)
/* enhanced deflate, patch data, strong encryption, masked headers */
#define CAB_ZIP_FLAGS_REFUSED ((1 << 4) | (1 << 5) | (1 << 6) | (1 << 13))

#define CAB_ZIP_METHOD_STORED 0
#define CAB_ZIP_METHOD_DEFLATE 8
#define CAB_ZIP_METHOD_AES 99

#define CAB_ZIP_EXTRA_ZIP64 0x0001
#define CAB_ZIP_EXTRA_PKWARE_UNIX 0x000d
#define CAB_ZIP_EXTRA_UNICODE_PATH 0x7075
#define CAB_ZIP_EXTRA_AES 0x9901

#define CAB_ZIP_MANY 0xFFFF
#define CAB_ZIP_LARGE 0xFFFFFFFFu

static inline guint16
cab_zip_get16 (const guint8 *bytes)
{
  return (guint16)(bytes[0] | bytes[1] << 8);
}

static inline guint32
cab_zip_get32 (const guint8 *bytes)
{
  return (guint32)cab_zip_get16 (bytes) | (guint32)cab_zip_get16 (bytes + 2) << 16;
}

static inline guint64
cab_zip_get64 (const guint8 *bytes)
{
  return (guint64)cab_zip_get32 (bytes) | (guint64)cab_zip_get32 (bytes + 4) << 32;
}

static inline void
cab_zip_put16 (guint8 *bytes, guint16 value)
{
  bytes[0] = value & 0xFF;
  bytes[1] = value >> 8;
}

static inline void
cab_zip_put32 (guint8 *bytes, guint32 value)
{
  cab_zip_put16 (bytes, value & 0xFFFF);
  cab_zip_put16 (bytes + 2, value >> 16);
}

/**
 * CabZipArchive:
 * @name: the file's name, for sentences
 * @memory: (nullable): its bytes; %NULL when it is read from @fd
 * @fd: the file
 * @size: its size
 */
typedef struct
{
  const char *name;
  const guint8 *memory;
  int fd;
  guint64 size;
} CabZipArchive;

/**
 * CabZipEnd:
 * @n_entries: lines in the table of contents
 * @central: offset of the table of contents
 * @central_length: its length; it ends where the end records begin
 *
 * What the end record says.
 */
typedef struct
{
  guint64 n_entries;
  guint64 central;
  guint64 central_length;
} CabZipEnd;

/**
 * CabZipHeader:
 * @flags: general purpose flags
 * @method: how it is packed
 * @crc: checksum of the content
 * @packed: size as packed
 * @size: size unpacked
 * @start: offset of the local header; in the table of contents only
 * @name: the name, in the buffer the header was read into
 * @name_length: its length
 * @extra: the extra fields, there too
 * @extra_length: their length
 * @aes_inner: the method under AES
 * @aes_strength: 0 without the AES field, else 1 to 3
 * @is_link: an extra field names what it points to
 *
 * What a local header and a line of the table of contents both hold.
 */
typedef struct
{
  guint16 flags;
  guint16 method;
  guint32 crc;
  guint64 packed;
  guint64 size;
  guint64 start;
  const guint8 *name;
  guint16 name_length;
  const guint8 *extra;
  guint16 extra_length;
  guint16 aes_inner;
  guint8 aes_strength;
  gboolean is_link;
} CabZipHeader;

/** cab_zip_archive_refuse: sets the sentence of @code; Returns: always %FALSE */
gboolean cab_zip_archive_refuse (const CabZipArchive *self,
                                 CabExportError code,
                                 const char *what,
                                 GError **error);

/** cab_zip_archive_read_at: reads exactly @length bytes; ZIP_TRUNCATED when they are not there */
gboolean cab_zip_archive_read_at (const CabZipArchive *self,
                                  guint64 offset,
                                  void *buffer,
                                  gsize length,
                                  GError **error);

/**
 * cab_zip_archive_read_end:
 * @self: an archive
 * @end: (out): what its end records say
 * @error: return location
 *
 * The end record must be the last thing in the file, and the table of contents
 * must end where it begins: so nothing can hide before, between or behind.
 *
 * Returns: %TRUE when that is so
 */
gboolean cab_zip_archive_read_end (const CabZipArchive *self, CabZipEnd *end, GError **error);

/** cab_zip_agrees: whether a short field says the same as the full number, or defers to it */
gboolean cab_zip_agrees (guint64 stated, guint64 full, guint64 saturated);

/**
 * cab_zip_header_parse_central:
 * @self: filled; its pointers lead into @bytes
 * @bytes: a line of the table of contents
 * @length: how much of the table is left
 * @line_length: (out): the line's length
 *
 * Returns: %FALSE when there is no whole line
 */
gboolean cab_zip_header_parse_central (CabZipHeader *self,
                                       const guint8 *bytes,
                                       gsize length,
                                       gsize *line_length);

/**
 * cab_zip_header_parse_local:
 * @self: filled, but for name and extra fields, which follow
 * @bytes: %CAB_ZIP_LOCAL_SIZE bytes
 *
 * Returns: %FALSE when it is no local header
 */
gboolean cab_zip_header_parse_local (CabZipHeader *self, const guint8 *bytes);

/**
 * cab_zip_header_take_extras:
 * @self: a header with name and extra fields
 *
 * Takes long sizes and the AES method from the extra fields.
 *
 * Returns: %FALSE when they contradict themselves or the name
 */
gboolean cab_zip_header_take_extras (CabZipHeader *self);

/**
 * cab_zip_header_is_same:
 * @self: a local header with its extra fields taken
 * @central: the line of the table of contents
 *
 * Returns: %FALSE when they differ in anything a reader goes by
 */
gboolean cab_zip_header_is_same (const CabZipHeader *self, const CabZipHeader *central);

/**
 * cab_zip_is_bomb:
 * @size: bytes unpacked, stated or counted
 * @packed: bytes they came from
 *
 * Returns: whether it grows more than 200 times, and to more than 64 MiB
 */
gboolean cab_zip_is_bomb (guint64 size, guint64 packed);

G_END_DECLS
