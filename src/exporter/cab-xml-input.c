/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-exporter"

#include "config.h"

#include "cab-xml-input.h"

#include "cab-export-error.h"

#include <string.h>

#define LOOK_LENGTH 1024

struct _CabXmlInput
{
  /* Borrowed */
  const char *name;
  GCancellable *cancellable;

  /* Owned */
  GInputStream *stream;
  GError *error;

  /* State */
  char head[LOOK_LENGTH + 1];
  gsize head_length;
  gsize head_given;
  guint64 line;
  guint matched;
  /* Of a character whose bytes are still coming: how many, and between which
   * two the next one has to lie */
  guint continuing;
  guint8 next_least;
  guint8 next_most;
};

CabXmlInput *
cab_xml_input_new (GInputStream *stream, const char *name, GCancellable *cancellable)
{
  CabXmlInput *self = g_new0 (CabXmlInput, 1);

  self->stream = g_object_ref (stream);
  self->name = name;
  self->cancellable = cancellable;
  self->line = 1;

  return self;
}

void
cab_xml_input_free (CabXmlInput *self)
{
  g_object_unref (self->stream);
  g_clear_error (&self->error);
  g_free (self);
}

const GError *
cab_xml_input_get_error (CabXmlInput *self)
{
  return self->error;
}

/* The declaration, if there is one, says UTF-8. */
static gboolean
check_declaration (CabXmlInput *self, GError **error)
{
  const char *end = strstr (self->head, "?>");
  g_autofree char *declaration = NULL;
  const char *encoding;

  if (!cab_xml_input_is_declared (self) || end == NULL)
    return TRUE;

  declaration = g_ascii_strdown (self->head, end - self->head);
  encoding = strstr (declaration, "encoding");
  if (encoding == NULL || strstr (encoding, "\"utf-8\"") != NULL
      || strstr (encoding, "'utf-8'") != NULL)
    return TRUE;

  return cab_export_error_set (error, CAB_EXPORT_ERROR_XML_ENCODING, self->name, 1, NULL);
}

gboolean
cab_xml_input_look (CabXmlInput *self, GError **error)
{
  if (!g_input_stream_read_all (self->stream, self->head, LOOK_LENGTH, &self->head_length,
                                self->cancellable, error))
    return FALSE;
  if (self->head_length == 0)
    return cab_export_error_set (error, CAB_EXPORT_ERROR_XML_MALFORMED, self->name, 1, NULL);
  if (memchr (self->head, '\0', self->head_length) != NULL
      || memcmp (self->head, "\xef\xbb\xbf", 3) == 0 || (guint8)self->head[0] >= 0xFE)
    return cab_export_error_set (error, CAB_EXPORT_ERROR_XML_ENCODING, self->name, 1, NULL);

  return check_declaration (self, error);
}

gboolean
cab_xml_input_is_extract (CabXmlInput *self)
{
  return strstr (self->head, "<extract") != NULL;
}

gboolean
cab_xml_input_is_declared (CabXmlInput *self)
{
  return g_str_has_prefix (self->head, "<?xml") && g_ascii_isspace (self->head[5]);
}

/* Well-formed UTF-8 by the table of Unicode 3.9, D92, also across reads: the
 * parser looks at the first bytes before anyone can hear it complain. */
static gboolean
take_byte (CabXmlInput *self, guint8 byte)
{
  if (self->continuing > 0)
    {
      gboolean fits = byte >= self->next_least && byte <= self->next_most;

      self->continuing--;
      self->next_least = 0x80;
      self->next_most = 0xBF;
      return fits;
    }

  self->next_least = byte == 0xE0 ? 0xA0 : byte == 0xF0 ? 0x90 : 0x80;
  self->next_most = byte == 0xED ? 0x9F : byte == 0xF4 ? 0x8F : 0xBF;
  if (byte < 0x80)
    return TRUE;
  if (byte < 0xC2 || byte > 0xF4)
    return FALSE;

  self->continuing = byte < 0xE0 ? 1 : byte < 0xF0 ? 2 : 3;
  return TRUE;
}

/* Looks for a document type across the borders of reads. "<!" stands nowhere
 * else but in comments and CDATA, which we do not write. */
static gboolean
is_clean (CabXmlInput *self, const char *bytes, gsize length)
{
  static const char forbidden[] = "<!DOCTYPE";

  for (gsize i = 0; i < length; i++)
    {
      if (bytes[i] == '\n')
        self->line++;
      if (!take_byte (self, (guint8)bytes[i]))
        return cab_export_error_set (&self->error, CAB_EXPORT_ERROR_XML_UTF8, self->name,
                                     self->line, NULL);
      if (bytes[i] == forbidden[self->matched])
        self->matched++;
      else
        self->matched = bytes[i] == forbidden[0] ? 1 : 0;
      if (self->matched == strlen (forbidden))
        return cab_export_error_set (&self->error, CAB_EXPORT_ERROR_XML_DOCTYPE, self->name,
                                     self->line, NULL);
    }

  return TRUE;
}

static int
read_cb (void *data, char *buffer, int length)
{
  CabXmlInput *self = data;
  gssize n;

  if (self->error != NULL)
    return -1;

  n = (gssize)MIN ((gsize)length, self->head_length - self->head_given);
  if (n > 0)
    {
      memcpy (buffer, self->head + self->head_given, (gsize)n);
      self->head_given += (gsize)n;
    }
  else
    {
      n = g_input_stream_read (self->stream, buffer, (gsize)length, self->cancellable,
                               &self->error);
    }

  return n < 0 || !is_clean (self, buffer, (gsize)n) ? -1 : (int)n;
}

static int
close_cb (void *data)
{
  return 0;
}

xmlTextReaderPtr
cab_xml_input_new_reader (CabXmlInput *self)
{
  /* No NOENT, DTDLOAD, DTDATTR, DTDVALID, HUGE, XINCLUDE or RECOVER: the
   * defaults are the strict ones [B-28]. */
  return xmlReaderForIO (read_cb, close_cb, self, NULL, NULL,
                         XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
}
