/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-exporter"

#include "config.h"

#include "cab-schema.h"

#include "cab-export-error.h"
#include "cab-exporter-data.h"

#include <libxml/xmlreader.h>
#include <libxml/xmlschemas.h>

/* Looking at the cancellable for every node would cost more than the node. */
#define NODES_BETWEEN_LOOKS 4096

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlTextReader, xmlFreeTextReader)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlSchema, xmlSchemaFree)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlSchemaParserCtxt, xmlSchemaFreeParserCtxt)

typedef struct
{
  const char *place;
  GInputStream *stream;
  GCancellable *cancellable;
  xmlTextReader *reader;
  /* The first of each: what the reader could not read, and what it found */
  GError *read_error;
  GError *fault;
} Validation;

GBytes *
cab_schema_get_bytes (CabSchema self)
{
  switch (self)
    {
    case CAB_SCHEMA_RECORD:
      return cab_exporter_data_get ("cabinet-record-1.xsd");
    case CAB_SCHEMA_EXTRACT:
      return cab_exporter_data_get ("cabinet-extract-1.xsd");
    }

  g_return_val_if_reached (NULL);
}

static int
read_more (void *data, char *buffer, int length)
{
  Validation *validation = data;

  return (int)g_input_stream_read (validation->stream, buffer, (gsize)length,
                                   validation->cancellable,
                                   validation->read_error == NULL ? &validation->read_error : NULL);
}

static int
close_input (void *data)
{
  return 0;
}

/* The parser's own words hold values of the record: only the line is kept. */
static void
note_fault (void *data, xmlErrorPtr fault)
{
  Validation *validation = data;
  CabExportError code = fault->domain == XML_FROM_SCHEMASV ? CAB_EXPORT_ERROR_XML_INVALID
                                                           : CAB_EXPORT_ERROR_XML_MALFORMED;

  if (validation->fault == NULL && fault->level >= XML_ERR_ERROR)
    cab_export_error_set (&validation->fault, code, validation->place, (guint64)fault->line,
                          (const char *)xmlTextReaderConstLocalName (validation->reader));
}

static xmlSchema *
parse_schema (CabSchema self)
{
  g_autoptr (GBytes) bytes = cab_schema_get_bytes (self);
  g_autoptr (xmlSchemaParserCtxt) context = NULL;
  xmlSchema *schema;

  context
      = xmlSchemaNewMemParserCtxt (g_bytes_get_data (bytes, NULL), (int)g_bytes_get_size (bytes));
  g_assert (context != NULL);
  schema = xmlSchemaParse (context);
  g_assert (schema != NULL);

  return schema;
}

static gboolean
read_to_end (Validation *validation, xmlTextReader *reader, GError **error)
{
  guint n = 0;
  int more = 1;

  while (more == 1 && validation->fault == NULL)
    {
      if (n++ % NODES_BETWEEN_LOOKS == 0
          && g_cancellable_set_error_if_cancelled (validation->cancellable, error))
        return FALSE;
      more = xmlTextReaderRead (reader);
    }

  if (validation->read_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&validation->read_error));
      return FALSE;
    }
  if (validation->fault != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&validation->fault));
      return FALSE;
    }
  if (more != 0 || xmlTextReaderIsValid (reader) != 1)
    return cab_export_error_set (
        error, more != 0 ? CAB_EXPORT_ERROR_XML_MALFORMED : CAB_EXPORT_ERROR_XML_INVALID,
        validation->place, (guint64)xmlTextReaderGetParserLineNumber (reader), NULL);

  return TRUE;
}

gboolean
cab_schema_validate (CabSchema self,
                     GInputStream *stream,
                     const char *place,
                     GCancellable *cancellable,
                     GError **error)
{
  Validation validation = { .place = place, .stream = stream, .cancellable = cancellable };
  g_autoptr (xmlSchema) schema = NULL;
  g_autoptr (xmlTextReader) reader = NULL;
  gboolean valid;

  g_return_val_if_fail (G_IS_INPUT_STREAM (stream) && place != NULL, FALSE);

  schema = parse_schema (self);
  reader = xmlReaderForIO (read_more, close_input, &validation, NULL, "UTF-8", XML_PARSE_NONET);
  g_assert (reader != NULL);
  validation.reader = reader;
  xmlTextReaderSetStructuredErrorHandler (reader, (xmlStructuredErrorFunc)note_fault, &validation);
  xmlTextReaderSetSchema (reader, schema);

  valid = read_to_end (&validation, reader, error);
  g_clear_error (&validation.read_error);
  g_clear_error (&validation.fault);

  return valid;
}
