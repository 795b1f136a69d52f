/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#include "config.h"

#include "cab-media-type.h"

#include <string.h>

#define BYTES(text) (const guint8 *)(text), sizeof (text) - 1

/* [M-53] the type is found from content */
static void
test_find (void)
{
  static const struct
  {
    const char *name;
    const guint8 *bytes;
    gsize length;
    const char *media_type;
  } cases[] = {
    { "png", BYTES ("\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), "image/png" },
    { "png cut short", BYTES ("\x89PNG\r\n\x1a"), CAB_MEDIA_TYPE_UNKNOWN },
    { "jpeg", BYTES ("\xff\xd8\xff\xe0\0\x10JFIF"), "image/jpeg" },
    { "gif", BYTES ("GIF89a\1\0\1\0"), "image/gif" },
    { "webp", BYTES ("RIFF\x24\0\0\0WEBPVP8 "), "image/webp" },
    { "wav", BYTES ("RIFF\x24\0\0\0WAVEfmt "), "audio/x-wav" },
    { "tiff, both ways", BYTES ("MM\0*\0\0\0\b"), "image/tiff" },
    { "pdf", BYTES ("%PDF-1.7\n%\xe2\xe3\xcf\xd3"), "application/pdf" },
    { "pdf that is not", BYTES ("see %PDF-1.7"), "text/plain" },
    { "rtf", BYTES ("{\\rtf1\\ansi"), "application/rtf" },
    { "zip", BYTES ("PK\3\4\24\0\0\0"), "application/zip" },
    { "empty zip", BYTES ("PK\5\6\0\0\0\0"), "application/zip" },
    { "odt",
      BYTES ("PK\3\4"
             "12345678901234567890123456"
             "mimetypeapplication/vnd.oasis.opendocument.textPK"),
      "application/vnd.oasis.opendocument.text" },
    { "docx", BYTES ("PK\3\4..[Content_Types].xml..word/document.xml"),
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document" },
    { "xlsx", BYTES ("PK\3\4..[Content_Types].xml..xl/workbook.xml"),
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" },
    { "mp4",
      BYTES ("\0\0\0\x18"
             "ftypisom"),
      "video/mp4" },
    { "m4a",
      BYTES ("\0\0\0\x18"
             "ftypM4A \0"),
      "audio/mp4" },
    { "heic",
      BYTES ("\0\0\0\x18"
             "ftypheic"),
      "image/heic" },
    { "text", BYTES ("Dear colleague,\r\n\tthank you\xe2\x80\xa6\n"), "text/plain" },
    { "one letter", BYTES ("a"), "text/plain" },
    { "text with a NUL", BYTES ("a\0b"), CAB_MEDIA_TYPE_UNKNOWN },
    { "text in Latin-1", BYTES ("caf\xe9 latte"), CAB_MEDIA_TYPE_UNKNOWN },
    { "text with a bell", BYTES ("a\ab"), CAB_MEDIA_TYPE_UNKNOWN },
    { "cut in a character", BYTES ("caf\xc3"), CAB_MEDIA_TYPE_UNKNOWN },
    { "a program",
      BYTES ("\x7f"
             "ELF\2\1\1"),
      CAB_MEDIA_TYPE_UNKNOWN },
    { "nothing", BYTES (""), CAB_MEDIA_TYPE_UNKNOWN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].name);
      g_assert_cmpstr (cab_media_type_find (cases[i].bytes, cases[i].length, TRUE), ==,
                       cases[i].media_type);
    }
}

/* [M-53] a beginning may end in the middle of a character */
static void
test_beginning (void)
{
  static const char *const ends[] = { "\xc3", "\xe2\x82", "\xe2", "\xf0\x9f\x98", "\xc3\xa4", "a" };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autofree char *text = g_strconcat ("long text ", ends[i], NULL);

      g_test_message ("end %u", i);
      g_assert_cmpstr (cab_media_type_find ((const guint8 *)text, strlen (text), FALSE), ==,
                       "text/plain");
    }

  g_assert_cmpstr (cab_media_type_find (BYTES ("a\x80\x80\x80\x80"), FALSE), ==,
                   CAB_MEDIA_TYPE_UNKNOWN);
}

/* [M-53] preview only PNG, JPEG, PDF and plain text; [B-69] packed types are not packed again */
static void
test_properties (void)
{
  static const struct
  {
    const char *media_type;
    const char *extension;
    gboolean shown;
    gboolean compressed;
  } cases[] = {
    { "image/png", "png", TRUE, TRUE },
    { "image/jpeg", "jpg", TRUE, TRUE },
    { "application/pdf", "pdf", TRUE, TRUE },
    { "text/plain", "txt", TRUE, FALSE },
    { "image/gif", "gif", FALSE, TRUE },
    { "application/zip", "zip", FALSE, TRUE },
    { CAB_MEDIA_TYPE_UNKNOWN, "bin", FALSE, FALSE },
    { "text/html", "bin", FALSE, FALSE },
    { NULL, "bin", FALSE, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *media_type = cases[i].media_type;

      g_test_message ("%s", media_type);
      g_assert_cmpstr (cab_media_type_get_extension (media_type), ==, cases[i].extension);
      g_assert_cmpint (cab_media_type_is_shown (media_type), ==, cases[i].shown);
      g_assert_cmpint (cab_media_type_is_compressed (media_type), ==, cases[i].compressed);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/media-type/is-found-from-content", test_find);
  g_test_add_func ("/media-type/beginning-may-cut-a-character", test_beginning);
  g_test_add_func ("/media-type/knows-suffix-preview-and-packing", test_properties);

  return g_test_run ();
}
