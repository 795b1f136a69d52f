/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-model"

#include "config.h"

#include "cab-media-type.h"

#include "cab-field.h"

#include <string.h>

#define PNG "image/png"
#define JPEG "image/jpeg"
#define PDF "application/pdf"
#define PLAIN "text/plain"
#define ZIP "application/zip"
#define DOCX "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
#define XLSX "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
#define PPTX "application/vnd.openxmlformats-officedocument.presentationml.presentation"

/* The first row that fits wins: what is packed as ZIP stands before ZIP. */
static const struct
{
  const char *media_type;
  gsize offset;
  const char *magic;
  gsize length;
} signatures[] = {
  { PNG, 0, "\x89PNG\r\n\x1a\n", 8 },
  { JPEG, 0, "\xff\xd8\xff", 3 },
  { "image/gif", 0, "GIF87a", 6 },
  { "image/gif", 0, "GIF89a", 6 },
  { "image/webp", 8, "WEBPVP8", 7 },
  { "image/tiff", 0, "II*\0", 4 },
  { "image/tiff", 0, "MM\0*", 4 },
  { "image/heic", 4, "ftypheic", 8 },
  { "image/heic", 4, "ftypmif1", 8 },
  { PDF, 0, "%PDF-", 5 },
  { "application/rtf", 0, "{\\rtf", 5 },
  { "application/vnd.oasis.opendocument.text", 30,
    "mimetypeapplication/vnd.oasis.opendocument.text", 47 },
  { "application/vnd.oasis.opendocument.spreadsheet", 30,
    "mimetypeapplication/vnd.oasis.opendocument.spreadsheet", 54 },
  { ZIP, 0, "PK\3\4", 4 },
  { ZIP, 0, "PK\5\6", 4 },
  { "application/gzip", 0, "\x1f\x8b\x08", 3 },
  { "application/x-7z-compressed", 0, "7z\xbc\xaf\x27\x1c", 6 },
  { "audio/ogg", 0, "OggS", 4 },
  { "audio/flac", 0, "fLaC", 4 },
  { "audio/mpeg", 0, "ID3", 3 },
  { "audio/mp4", 4, "ftypM4A ", 8 },
  { "video/mp4", 4, "ftyp", 4 },
  { "audio/x-wav", 8, "WAVEfmt ", 8 },
};

static const struct
{
  const char *media_type;
  const char *extension;
  gboolean shown;
  gboolean compressed;
} types[] = {
  { PNG, "png", TRUE, TRUE },
  { JPEG, "jpg", TRUE, TRUE },
  { PDF, "pdf", TRUE, TRUE },
  { PLAIN, "txt", TRUE, FALSE },
  { "image/gif", "gif", FALSE, TRUE },
  { "image/webp", "webp", FALSE, TRUE },
  { "image/tiff", "tif", FALSE, FALSE },
  { "image/heic", "heic", FALSE, TRUE },
  { "application/rtf", "rtf", FALSE, FALSE },
  { "application/vnd.oasis.opendocument.text", "odt", FALSE, TRUE },
  { "application/vnd.oasis.opendocument.spreadsheet", "ods", FALSE, TRUE },
  { ZIP, "zip", FALSE, TRUE },
  { DOCX, "docx", FALSE, TRUE },
  { XLSX, "xlsx", FALSE, TRUE },
  { PPTX, "pptx", FALSE, TRUE },
  { "application/gzip", "gz", FALSE, TRUE },
  { "application/x-7z-compressed", "7z", FALSE, TRUE },
  { "audio/ogg", "ogg", FALSE, TRUE },
  { "audio/flac", "flac", FALSE, TRUE },
  { "audio/mpeg", "mp3", FALSE, TRUE },
  { "audio/mp4", "m4a", FALSE, TRUE },
  { "audio/x-wav", "wav", FALSE, FALSE },
  { "video/mp4", "mp4", FALSE, TRUE },
  { CAB_MEDIA_TYPE_UNKNOWN, "bin", FALSE, FALSE },
};

/* The end of a beginning may cut a character in two. */
static gsize
get_whole_characters (const guint8 *bytes, gsize length)
{
  gsize end = length;

  while (end > 0 && length - end < 3 && (bytes[end - 1] & 0xc0) == 0x80)
    end--;

  return end > 0 && bytes[end - 1] >= 0xc0 ? end - 1 : length;
}

static gboolean
is_plain_text (const guint8 *bytes, gsize length, gboolean whole)
{
  if (!whole)
    length = get_whole_characters (bytes, length);

  return length > 0 && cab_text_is_portable ((const char *)bytes, (gssize)length, NULL);
}

static gboolean
holds (const guint8 *bytes, gsize length, const char *text)
{
  return memmem (bytes, length, text, strlen (text)) != NULL;
}

/* An office document is a ZIP file of known parts. */
static const char *
look_into_zip (const guint8 *bytes, gsize length)
{
  if (!holds (bytes, length, "[Content_Types].xml"))
    return ZIP;
  if (holds (bytes, length, "word/"))
    return DOCX;
  if (holds (bytes, length, "xl/"))
    return XLSX;

  return holds (bytes, length, "ppt/") ? PPTX : ZIP;
}

const char *
cab_media_type_find (const guint8 *bytes, gsize length, gboolean whole)
{
  g_return_val_if_fail (bytes != NULL || length == 0, CAB_MEDIA_TYPE_UNKNOWN);

  for (guint i = 0; i < G_N_ELEMENTS (signatures); i++)
    {
      if (signatures[i].offset + signatures[i].length <= length
          && memcmp (bytes + signatures[i].offset, signatures[i].magic, signatures[i].length) == 0)
        return strcmp (signatures[i].media_type, ZIP) == 0 ? look_into_zip (bytes, length)
                                                           : signatures[i].media_type;
    }

  return is_plain_text (bytes, length, whole) ? PLAIN : CAB_MEDIA_TYPE_UNKNOWN;
}

static guint
find_type (const char *media_type)
{
  guint i = 0;

  while (i < G_N_ELEMENTS (types) - 1 && g_strcmp0 (types[i].media_type, media_type) != 0)
    i++;

  return i;
}

const char *
cab_media_type_get_extension (const char *media_type)
{
  return types[find_type (media_type)].extension;
}

gboolean
cab_media_type_is_shown (const char *media_type)
{
  return types[find_type (media_type)].shown;
}

gboolean
cab_media_type_is_compressed (const char *media_type)
{
  return types[find_type (media_type)].compressed;
}
