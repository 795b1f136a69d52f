/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-exporter"

#include "config.h"

#include "cab-schema.h"

#include "cab-export-error.h"
#include "cab-exporter-data.h"

#include <libxml/parser.h>
#include <libxml/xmlschemas.h>
#include <string.h>

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlDoc, xmlFreeDoc)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlSchemaParserCtxt, xmlSchemaFreeParserCtxt)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlSchemaValidCtxt, xmlSchemaFreeValidCtxt)

typedef struct
{
  const char *place;
  GInputStream *stream;
  GCancellable *cancellable;
  /* The first of each: what could not be read, and what is wrong with it */
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

static gboolean
is_identity (const xmlNode *node)
{
  static const char *const names[] = { "key", "keyref", "unique", NULL };

  return node->type == XML_ELEMENT_NODE && g_strv_contains (names, (const char *)node->name);
}

/* Keys are kept until the end of a document; without them its size is no matter. */
static void
remove_identities (xmlNode *node)
{
  xmlNode *next;

  for (xmlNode *at = node->children; at != NULL; at = next)
    {
      next = at->next;
      if (is_identity (at))
        {
          xmlUnlinkNode (at);
          xmlFreeNode (at);
        }
      else
        {
          remove_identities (at);
        }
    }
}

static xmlSchema *
parse_schema (CabSchema self, CabSchemaCheck check)
{
  g_autoptr (GBytes) bytes = cab_schema_get_bytes (self);
  g_autoptr (xmlDoc) document = xmlReadMemory (
      g_bytes_get_data (bytes, NULL), (int)g_bytes_get_size (bytes), NULL, NULL, XML_PARSE_NONET);
  g_autoptr (xmlSchemaParserCtxt) context = NULL;
  xmlSchema *schema;

  g_assert (document != NULL);
  if (check == CAB_SCHEMA_CHECK_SHAPE)
    remove_identities (xmlDocGetRootElement (document));
  context = xmlSchemaNewDocParserCtxt (document);
  schema = xmlSchemaParse (context);
  g_assert (schema != NULL);

  return schema;
}

/* Constant once made; any thread may use a parsed schema. */
static xmlSchema *
get_schema (CabSchema self, CabSchemaCheck check)
{
  static gsize made[2][2];
  gsize *schema = &made[self][check];

  if (g_once_init_enter (schema))
    g_once_init_leave (schema, (gsize)parse_schema (self, check));

  return (xmlSchema *)*schema;
}

static int
read_more (void *data, char *buffer, int length)
{
  Validation *validation = data;

  if (validation->read_error != NULL)
    return -1;

  return (int)g_input_stream_read (validation->stream, buffer, (gsize)length,
                                   validation->cancellable, &validation->read_error);
}

/* The parser's own words hold values of the record: only the line is kept. */
static void
note_fault (Validation *validation, CabExportError code, int line)
{
  if (validation->fault == NULL)
    cab_export_error_set (&validation->fault, code, validation->place, (guint64)MAX (line, 0),
                          NULL);
}

static void
on_invalid_cb (void *data, xmlErrorPtr fault)
{
  if (fault->level >= XML_ERR_ERROR)
    note_fault (data, CAB_EXPORT_ERROR_XML_INVALID, fault->line);
}

/* The parser itself reports here; set for the one document alone. */
static void
on_malformed_cb (void *data, xmlErrorPtr fault)
{
  if (fault->level >= XML_ERR_ERROR)
    note_fault (data, CAB_EXPORT_ERROR_XML_MALFORMED, fault->line);
}

static int
validate_stream (Validation *validation, xmlSchema *schema)
{
  g_autoptr (xmlSchemaValidCtxt) context = xmlSchemaNewValidCtxt (schema);
  xmlParserInputBuffer *input
      = xmlParserInputBufferCreateIO (read_more, NULL, validation, XML_CHAR_ENCODING_UTF8);
  xmlStructuredErrorFunc before = xmlStructuredError;
  void *before_data = xmlStructuredErrorContext;
  int result;

  g_assert (context != NULL && input != NULL);
  xmlSchemaSetValidStructuredErrors (context, (xmlStructuredErrorFunc)on_invalid_cb, validation);
  xmlSetStructuredErrorFunc (validation, (xmlStructuredErrorFunc)on_malformed_cb);
  /* Takes the input. */
  result = xmlSchemaValidateStream (context, input, XML_CHAR_ENCODING_UTF8, NULL, NULL);
  xmlSetStructuredErrorFunc (before_data, before);

  return result;
}

gboolean
cab_schema_validate (CabSchema self,
                     CabSchemaCheck check,
                     GInputStream *stream,
                     const char *place,
                     GCancellable *cancellable,
                     GError **error)
{
  Validation validation = { .place = place, .stream = stream, .cancellable = cancellable };
  int result;

  g_return_val_if_fail (G_IS_INPUT_STREAM (stream) && place != NULL, FALSE);

  result = validate_stream (&validation, get_schema (self, check));
  if (validation.read_error == NULL && validation.fault == NULL && result != 0)
    note_fault (&validation, CAB_EXPORT_ERROR_XML_INVALID, 0);

  if (validation.read_error != NULL)
    {
      g_clear_error (&validation.fault);
      g_propagate_error (error, validation.read_error);
      return FALSE;
    }
  if (validation.fault != NULL)
    {
      g_propagate_error (error, validation.fault);
      return FALSE;
    }

  return TRUE;
}
