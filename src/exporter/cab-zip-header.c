/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-exporter"

#include "config.h"

#include <string.h>

#include "cab-zip-private.h"

/* No one entry, and not all together, may grow like this [B-78]. */
#define BOMB_RATIO 200
#define BOMB_SIZE (64 * 1024 * 1024)

/* Takes a number out of the ZIP64 field when the header's own is saturated. */
static gboolean
take_long (const guint8 **bytes, guint *length, guint64 *value)
{
  if (*value != CAB_ZIP_LARGE)
    return TRUE;
  if (*length < 8)
    return FALSE;

  *value = cab_zip_get64 (*bytes);
  *bytes += 8;
  *length -= 8;
  return TRUE;
}

static gboolean
take_long_numbers (CabZipHeader *self, const guint8 *bytes, guint length)
{
  return take_long (&bytes, &length, &self->size) && take_long (&bytes, &length, &self->packed)
         && take_long (&bytes, &length, &self->start);
}

static gboolean
take_aes (CabZipHeader *self, const guint8 *bytes, guint length)
{
  if (length != 7 || cab_zip_get16 (bytes) < 1 || cab_zip_get16 (bytes) > 2
      || memcmp (bytes + 2, "AE", 2) != 0 || bytes[4] < 1 || bytes[4] > 3)
    return FALSE;

  self->aes_strength = bytes[4];
  self->aes_inner = cab_zip_get16 (bytes + 5);
  return TRUE;
}

/* A second name in an extra field would be another file to another program. */
static gboolean
is_same_name (const CabZipHeader *self, const guint8 *bytes, guint length)
{
  return length >= 5 && length - 5 == self->name_length
         && memcmp (bytes + 5, self->name, self->name_length) == 0;
}

static gboolean
take_extra (CabZipHeader *self, guint16 id, const guint8 *bytes, guint length)
{
  switch (id)
    {
    case CAB_ZIP_EXTRA_ZIP64:
      return take_long_numbers (self, bytes, length);
    case CAB_ZIP_EXTRA_AES:
      return take_aes (self, bytes, length);
    case CAB_ZIP_EXTRA_UNICODE_PATH:
      return is_same_name (self, bytes, length);
    case CAB_ZIP_EXTRA_PKWARE_UNIX:
      /* Behind 12 bytes of times and owners it names what a link points to. */
      self->is_link |= length > 12;
      return TRUE;
    default:
      return TRUE;
    }
}

/* Sizes and checksum stand in the local header, or in the descriptor behind the
 * content; then the header holds nothing, the same, or the ZIP64 mark. */
static gboolean
agrees_on_sizes (const CabZipHeader *local, const CabZipHeader *central)
{
  if ((central->flags & CAB_ZIP_FLAG_DESCRIPTOR) == 0)
    return local->crc == central->crc && local->packed == central->packed
           && local->size == central->size;

  return (local->crc == 0 || local->crc == central->crc)
         && (local->packed == 0 || cab_zip_agrees (local->packed, central->packed, CAB_ZIP_LARGE))
         && (local->size == 0 || cab_zip_agrees (local->size, central->size, CAB_ZIP_LARGE));
}

gboolean
cab_zip_header_parse_central (CabZipHeader *self,
                              const guint8 *bytes,
                              gsize length,
                              gsize *line_length)
{
  if (length < CAB_ZIP_CENTRAL_SIZE || cab_zip_get32 (bytes) != CAB_ZIP_CENTRAL_SIGNATURE)
    return FALSE;

  *self = (CabZipHeader){
    .flags = cab_zip_get16 (bytes + 8),
    .method = cab_zip_get16 (bytes + 10),
    .crc = cab_zip_get32 (bytes + 16),
    .packed = cab_zip_get32 (bytes + 20),
    .size = cab_zip_get32 (bytes + 24),
    .name_length = cab_zip_get16 (bytes + 28),
    .extra_length = cab_zip_get16 (bytes + 30),
    .start = cab_zip_get32 (bytes + CAB_ZIP_CENTRAL_OFFSET_FIELD),
    .name = bytes + CAB_ZIP_CENTRAL_SIZE,
    .extra = bytes + CAB_ZIP_CENTRAL_SIZE + cab_zip_get16 (bytes + 28),
  };

  *line_length = (gsize)CAB_ZIP_CENTRAL_SIZE + self->name_length + self->extra_length
                 + cab_zip_get16 (bytes + 32);
  return *line_length <= length && cab_zip_get16 (bytes + 34) == 0;
}

gboolean
cab_zip_header_parse_local (CabZipHeader *self, const guint8 *bytes)
{
  *self = (CabZipHeader){
    .flags = cab_zip_get16 (bytes + 6),
    .method = cab_zip_get16 (bytes + 8),
    .crc = cab_zip_get32 (bytes + 14),
    .packed = cab_zip_get32 (bytes + 18),
    .size = cab_zip_get32 (bytes + 22),
    .name_length = cab_zip_get16 (bytes + 26),
    .extra_length = cab_zip_get16 (bytes + 28),
  };

  return cab_zip_get32 (bytes) == CAB_ZIP_LOCAL_SIGNATURE;
}

gboolean
cab_zip_header_take_extras (CabZipHeader *self)
{
  const guint8 *rest = self->extra;
  const guint8 *end = self->extra + self->extra_length;

  while (end - rest >= 4)
    {
      guint16 id = cab_zip_get16 (rest);
      guint length = cab_zip_get16 (rest + 2);

      rest += 4;
      if (length > end - rest || !take_extra (self, id, rest, length))
        return FALSE;
      rest += length;
    }

  return rest == end;
}

gboolean
cab_zip_header_is_same (const CabZipHeader *self, const CabZipHeader *central)
{
  return self->flags == central->flags && self->method == central->method
         && self->name_length == central->name_length
         && memcmp (self->name, central->name, self->name_length) == 0
         && self->aes_strength == central->aes_strength && self->aes_inner == central->aes_inner
         && !self->is_link && agrees_on_sizes (self, central);
}

gboolean
cab_zip_is_bomb (guint64 size, guint64 packed)
{
  return size > BOMB_SIZE && size / BOMB_RATIO > packed;
}
