/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-model"

#include "config.h"

#include "cab-attachment.h"
#include "cab-codes.h"
#include "cab-sample-private.h"

#include <string.h>

#define ATTACHMENT(field) CAB_OWN (CAB_ATTACHMENT_FIELD_##field)

static void
append_uint32 (GByteArray *bytes, guint32 number)
{
  guint32 big = GUINT32_TO_BE (number);

  g_byte_array_append (bytes, (const guint8 *)&big, sizeof big);
}

/* CRC-32 of PNG, its annex D. */
static guint32
compute_crc (const guint8 *bytes, gsize length)
{
  guint32 crc = 0xffffffff;

  for (gsize i = 0; i < length; i++)
    {
      crc ^= bytes[i];
      for (guint bit = 0; bit < 8; bit++)
        crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xedb88320 : crc >> 1;
    }

  return ~crc;
}

static void
append_png_chunk (GByteArray *png, const char *type, const guint8 *bytes, gsize length)
{
  guint begin;

  append_uint32 (png, (guint32)length);
  begin = png->len;
  g_byte_array_append (png, (const guint8 *)type, 4);
  g_byte_array_append (png, bytes, (guint)length);
  append_uint32 (png, compute_crc (png->data + begin, length + 4));
}

/* zlib's form without compressing, so that every version of every library gives
 * the same bytes [RFC 1950, 1951]. */
static GByteArray *
store_as_zlib (const GByteArray *raw)
{
  static const guint8 header[] = { 0x78, 0x01 };
  GByteArray *out = g_byte_array_new ();
  guint32 a = 1, b = 0;

  g_byte_array_append (out, header, sizeof header);
  for (guint at = 0; at < raw->len; at += 0xffff)
    {
      guint length = MIN (raw->len - at, 0xffff);
      const guint8 block[] = { at + length == raw->len, (guint8)length, (guint8)(length >> 8),
                               (guint8)~length, (guint8)(~length >> 8) };

      g_byte_array_append (out, block, sizeof block);
      g_byte_array_append (out, raw->data + at, length);
    }

  for (guint i = 0; i < raw->len; i++)
    {
      a = (a + raw->data[i]) % 65521;
      b = (b + a) % 65521;
    }
  append_uint32 (out, b << 16 | a);

  return out;
}

/* A drawing: hills in grey. */
static GBytes *
draw_png (const CabSampleStory *story, guint width, guint height)
{
  static const guint8 magic[] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' };
  GByteArray *png = g_byte_array_new ();
  g_autoptr (GByteArray) header = g_byte_array_new ();
  g_autoptr (GByteArray) rows = g_byte_array_new ();
  g_autoptr (GByteArray) packed = NULL;
  const guint8 shape[] = { 8, 0, 0, 0, 0 }; /* 8 bits of grey, nothing else */
  guint slope = 1 + cab_sample_draw (story, 7);

  for (guint y = 0; y < height; y++)
    {
      guint8 row[1 + 512] = { 0 };

      g_assert (width < sizeof row);
      for (guint x = 0; x < width; x++)
        row[1 + x] = (guint8)(255 - (x * slope + y * y / 8) % 160);
      g_byte_array_append (rows, row, width + 1);
    }

  g_byte_array_append (png, magic, sizeof magic);
  append_uint32 (header, width);
  append_uint32 (header, height);
  g_byte_array_append (header, shape, sizeof shape);
  append_png_chunk (png, "IHDR", header->data, header->len);
  packed = store_as_zlib (rows);
  append_png_chunk (png, "IDAT", packed->data, packed->len);
  append_png_chunk (png, "IEND", NULL, 0);

  return g_byte_array_free_to_bytes (png);
}

/* One page of one line, the smallest file that readers take for a PDF. */
static GBytes *
write_pdf (const char *line)
{
  GString *pdf = g_string_new ("%PDF-1.4\n");
  g_autofree char *page = g_strdup_printf ("BT /F1 12 Tf 72 720 Td (%s) Tj ET", line);
  g_autofree char *content
      = g_strdup_printf ("<< /Length %u >>\nstream\n%s\nendstream", (guint)strlen (page), page);
  const char *objects[] = {
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
    "/Resources << /Font << /F1 5 0 R >> >> >>",
    content,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
  };
  gsize offsets[G_N_ELEMENTS (objects)];
  gsize table;

  for (guint i = 0; i < G_N_ELEMENTS (objects); i++)
    {
      offsets[i] = pdf->len;
      g_string_append_printf (pdf, "%u 0 obj\n%s\nendobj\n", i + 1, objects[i]);
    }

  table = pdf->len;
  g_string_append_printf (pdf, "xref\n0 %u\n0000000000 65535 f \n",
                          (guint)G_N_ELEMENTS (objects) + 1);
  for (guint i = 0; i < G_N_ELEMENTS (objects); i++)
    g_string_append_printf (pdf, "%010u 00000 n \n", (guint)offsets[i]);
  g_string_append_printf (pdf, "trailer\n<< /Size %u /Root 1 0 R >>\nstartxref\n%u\n%%%%EOF\n",
                          (guint)G_N_ELEMENTS (objects) + 1, (guint)table);

  return g_string_free_to_bytes (pdf);
}

typedef enum
{
  FILE_CONSENT,
  FILE_LETTER,
  FILE_DRAWING
} File;

static const struct
{
  const char *title;
  const char *name;
  CabAttachmentKind kind;
} files[] = {
  [FILE_CONSENT]
  = { "Signed consent form", "consent-form.pdf", CAB_ATTACHMENT_KIND_CONSENT_EVIDENCE },
  [FILE_LETTER] = { "Letter of the surgery", "letter.txt", CAB_ATTACHMENT_KIND_LETTER_IN },
  [FILE_DRAWING] = { "A drawing from the session", "drawing.png", CAB_ATTACHMENT_KIND_IMAGE },
};

static GBytes *
make_content (const CabSampleStory *story, File file)
{
  switch (file)
    {
    case FILE_CONSENT:
      return write_pdf ("Consent form of the sample practice, signed on paper.");
    case FILE_LETTER:
      {
        char *text = g_strdup_printf (
            "Dear colleague,\n\nthank you for seeing this patient of our surgery. Tests were "
            "without findings. Please write to us after some sessions.\n\n%s\n",
            story->gp_name != NULL ? story->gp_name : "The surgery");

        return g_bytes_new_take (text, strlen (text));
      }
    case FILE_DRAWING:
      /* A rich story has one that takes several chunks. */
      return story->rich ? draw_png (story, 270, 245) : draw_png (story, 40, 30);
    }

  g_return_val_if_reached (NULL);
}

/* Adds one file. Returns the attachment. */
static CabRecord *
attach (CabSample *sample, const CabSampleStory *story, File file, GError **error)
{
  g_autoptr (CabRecord) attachment = cab_record_new (&cab_attachment_kind);
  g_autoptr (GBytes) content = make_content (story, file);
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (content);
  g_autofree char *today = cab_sample_dup_day (sample, 0);

  cab_record_set_text (attachment, ATTACHMENT (CLIENT_ID), story->client_id);
  cab_record_set_text (attachment, ATTACHMENT (TITLE), files[file].title);
  cab_record_set_code (attachment, ATTACHMENT (ATTACHMENT_KIND), (int)files[file].kind);
  cab_record_set_text (attachment, ATTACHMENT (DATED), today);
  cab_record_set_text (attachment, ATTACHMENT (ORIGINAL_NAME), files[file].name);
  if (file == FILE_LETTER)
    {
      cab_record_set_code (attachment, CAB_SYSTEM_ORIGIN, CAB_ORIGIN_RECEIVED);
      cab_record_set_text (attachment, CAB_SYSTEM_SOURCE, "The surgery, by post");
    }
  if (!cab_attachment_add (sample->practice, attachment, stream, NULL, error))
    return NULL;

  return g_steal_pointer (&attachment);
}

/* @n is 1 for a letter and 2 for a drawing. */
gboolean
cab_sample_attach (CabSample *sample, CabSampleStory *story, guint n, GError **error)
{
  g_autoptr (CabRecord) attachment = attach (sample, story, (File)n, error);

  return attachment != NULL;
}

/* Scans the consent form of a client; its id proves the consent. */
char *
cab_sample_attach_consent (CabSample *sample, CabSampleStory *story, GError **error)
{
  g_autoptr (CabRecord) attachment = attach (sample, story, FILE_CONSENT, error);

  return attachment == NULL ? NULL : g_strdup (cab_record_get_id (attachment));
}
