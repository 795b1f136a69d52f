/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include "cab-test-zip.h"

#include <gio/gio.h>
#include <string.h>

static void
put16 (GByteArray *file, guint value)
{
  guint8 bytes[] = { value & 0xFF, (value >> 8) & 0xFF };

  g_byte_array_append (file, bytes, sizeof bytes);
}

static void
put32 (GByteArray *file, guint32 value)
{
  put16 (file, value & 0xFFFF);
  put16 (file, value >> 16);
}

static void
put_bytes (GByteArray *file, const void *bytes, gsize length)
{
  g_byte_array_append (file, bytes, length);
}

static GByteArray *
deflate (const char *content, gsize length)
{
  g_autoptr (GConverter) converter
      = G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_RAW, 9));
  g_autoptr (GBytes) bytes = g_bytes_new (content, length);
  g_autoptr (GBytes) packed = g_converter_convert_bytes (converter, bytes, NULL);

  g_assert_nonnull (packed);
  return g_bytes_unref_to_array (g_steal_pointer (&packed));
}

typedef struct
{
  guint32 crc, packed, size, start;
} Stated;

static void
put_common (GByteArray *file,
            const CabTestZipEntry *entry,
            const Stated *stated,
            guint flags,
            guint method,
            gsize name_length,
            guint extra_length)
{
  put16 (file, 20);
  put16 (file, flags);
  put16 (file, method);
  put32 (file, 0x00210000);
  put32 (file, stated->crc);
  put32 (file, stated->packed);
  put32 (file, stated->size);
  put16 (file, name_length);
  put16 (file, extra_length);
}

static guint
get_method (const CabTestZipEntry *entry)
{
  return entry->method != 0 ? entry->method : entry->deflate ? 8 : 0;
}

static gsize
get_name_length (const CabTestZipEntry *entry)
{
  return entry->name_length != 0 ? entry->name_length : strlen (entry->name);
}

/* The local header and the content; notes what the table is to state. */
static void
put_entry (GByteArray *file, const CabTestZipEntry *entry, Stated *stated)
{
  const char *content = entry->content != NULL ? entry->content : "";
  gsize length = entry->length != 0 ? entry->length : strlen (content);
  g_autoptr (GByteArray) packed = NULL;
  const char *name = entry->local_name != NULL ? entry->local_name : entry->name;
  gsize name_length = entry->local_name != NULL ? strlen (name) : get_name_length (entry);
  guint extra_length = entry->local_too ? entry->extra_length : 0;

  if (entry->deflate)
    packed = deflate (content, length);
  else
    put_bytes (packed = g_byte_array_new (), content, length);

  stated->start = entry->moved ? entry->start : file->len;
  stated->crc = entry->crc != 0 ? entry->crc : cab_test_zip_crc (content, length);
  stated->packed = entry->packed != 0 ? entry->packed : packed->len;
  stated->size = entry->size != 0 ? entry->size : (guint32)length;

  put32 (file, 0x04034b50);
  put_common (file, entry, stated, entry->flags | entry->local_flags,
              entry->local_method != 0 ? entry->local_method : get_method (entry), name_length,
              extra_length);
  put_bytes (file, name, name_length);
  put_bytes (file, entry->extra, extra_length);
  put_bytes (file, packed->data, packed->len);
  for (guint i = 0; i < entry->gap; i++)
    put_bytes (file, "?", 1);
}

static void
put_line (GByteArray *file, const CabTestZipEntry *entry, const Stated *stated)
{
  put32 (file, 0x02014b50);
  put16 (file, 3 * 256 + 20);
  put_common (file, entry, stated, entry->flags, get_method (entry), get_name_length (entry),
              entry->extra_length);
  put16 (file, 0);
  put16 (file, 0);
  put16 (file, 0);
  put32 (file, (guint32)(entry->mode != 0 ? entry->mode : 0100644) << 16);
  put32 (file, stated->start);
  put_bytes (file, entry->name, get_name_length (entry));
  put_bytes (file, entry->extra, entry->extra_length);
}

guint32
cab_test_zip_crc (const void *bytes, gsize length)
{
  const guint8 *rest = bytes;
  guint32 crc = 0xFFFFFFFF;

  for (gsize i = 0; i < length; i++)
    {
      crc ^= rest[i];
      for (guint bit = 0; bit < 8; bit++)
        crc = (crc & 1) != 0 ? crc >> 1 ^ 0xEDB88320 : crc >> 1;
    }

  return ~crc;
}

GByteArray *
cab_test_zip_make (const CabTestZipEntry *entries, guint n_entries)
{
  GByteArray *file = g_byte_array_new ();
  g_autofree Stated *stated = g_new0 (Stated, n_entries + 1);
  guint central;
  guint length;

  for (guint i = 0; i < n_entries; i++)
    put_entry (file, &entries[i], &stated[i]);

  central = file->len;
  for (guint i = 0; i < n_entries; i++)
    put_line (file, &entries[i], &stated[i]);

  length = file->len - central;
  put32 (file, 0x06054b50);
  put16 (file, 0);
  put16 (file, 0);
  put16 (file, n_entries);
  put16 (file, n_entries);
  put32 (file, length);
  put32 (file, central);
  put16 (file, 0);
  return file;
}
