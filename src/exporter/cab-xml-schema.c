/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-exporter"

#include "config.h"

#include "cab-xml-schema.h"

#include "cab-schema.h"

#include <libxml/parser.h>

/* Nothing outside is ever asked for, whatever a file says. */
static xmlParserInputPtr
load_nothing_cb (const char *url, const char *id, xmlParserCtxtPtr context)
{
  return NULL;
}

static xmlSchemaPtr
parse_schema (CabSchema which)
{
  g_autoptr (GBytes) bytes = cab_schema_get_bytes (which);
  xmlSchemaParserCtxtPtr context;
  xmlSchemaPtr schema;

  context
      = xmlSchemaNewMemParserCtxt (g_bytes_get_data (bytes, NULL), (int)g_bytes_get_size (bytes));
  schema = xmlSchemaParse (context);
  xmlSchemaFreeParserCtxt (context);
  g_assert (schema != NULL);

  return schema;
}

/* Constant once made; any thread may use a parsed schema. */
static xmlSchemaPtr
get_schema (gboolean extract)
{
  static gsize once = 0;
  static xmlSchemaPtr record_schema, extract_schema;

  if (g_once_init_enter (&once))
    {
      xmlInitParser ();
      xmlSetExternalEntityLoader (load_nothing_cb);
      record_schema = parse_schema (CAB_SCHEMA_RECORD);
      extract_schema = parse_schema (CAB_SCHEMA_EXTRACT);
      g_once_init_leave (&once, 1);
    }

  return extract ? extract_schema : record_schema;
}

gboolean
cab_xml_schema_attach (xmlTextReaderPtr reader,
                       gboolean extract,
                       xmlSchemaValidCtxtPtr *validator,
                       xmlStructuredErrorFunc handler,
                       gpointer data)
{
  *validator = xmlSchemaNewValidCtxt (get_schema (extract));
  if (*validator == NULL)
    return FALSE;

  xmlSchemaSetValidStructuredErrors (*validator, handler, data);
  return xmlTextReaderSchemaValidateCtxt (reader, *validator, 0) == 0;
}
