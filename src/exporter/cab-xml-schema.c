/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-exporter"

#include "config.h"

#include "cab-xml-schema.h"

#include <libxml/parser.h>

/* Whether this thread reads a foreign file, and what others load with: the loader is
 * one for the whole program, in which other libraries read files of their own. */
static GPrivate secluded;
static xmlExternalEntityLoader load_for_others;

/* Nothing outside is ever asked for, whatever a file says. */
static xmlParserInputPtr
load_cb (const char *url, const char *id, xmlParserCtxtPtr context)
{
  return g_private_get (&secluded) == NULL ? load_for_others (url, id, context) : NULL;
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

static xmlSchemaPtr
parse_schema (CabSchema which, CabSchemaCheck check)
{
  g_autoptr (GBytes) bytes = cab_schema_get_bytes (which);
  xmlDocPtr document = xmlReadMemory (g_bytes_get_data (bytes, NULL), (int)g_bytes_get_size (bytes),
                                      NULL, NULL, XML_PARSE_NONET);
  xmlSchemaParserCtxtPtr context;
  xmlSchemaPtr schema;

  g_assert (document != NULL);
  if (check == CAB_SCHEMA_CHECK_SHAPE)
    remove_identities (xmlDocGetRootElement (document));
  context = xmlSchemaNewDocParserCtxt (document);
  schema = xmlSchemaParse (context);
  g_assert (schema != NULL);
  xmlSchemaFreeParserCtxt (context);
  xmlFreeDoc (document);

  return schema;
}

/* Constant once made; any thread may use a parsed schema. */
static xmlSchemaPtr
get_schema (CabSchema which, CabSchemaCheck check)
{
  static gsize prepared = 0;
  static gsize made[2][2];
  gsize *schema = &made[which][check];

  if (g_once_init_enter (&prepared))
    {
      xmlInitParser ();
      load_for_others = xmlGetExternalEntityLoader ();
      xmlSetExternalEntityLoader (load_cb);
      g_once_init_leave (&prepared, 1);
    }
  if (g_once_init_enter (schema))
    g_once_init_leave (schema, (gsize)parse_schema (which, check));

  return (xmlSchemaPtr)*schema;
}

void
cab_xml_schema_seclude (gboolean is_secluded)
{
  g_private_set (&secluded, GINT_TO_POINTER (is_secluded ? 1 : 0));
}

gboolean
cab_xml_schema_attach (xmlTextReaderPtr reader,
                       CabSchema which,
                       CabSchemaCheck check,
                       xmlSchemaValidCtxtPtr *validator,
                       xmlStructuredErrorFunc handler,
                       gpointer data)
{
  *validator = xmlSchemaNewValidCtxt (get_schema (which, check));
  if (*validator == NULL)
    return FALSE;

  xmlSchemaSetValidStructuredErrors (*validator, handler, data);
  return xmlTextReaderSchemaValidateCtxt (reader, *validator, 0) == 0;
}
