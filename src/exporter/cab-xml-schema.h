/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <glib.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlreader.h>
#include <libxml/xmlschemas.h>

#include "cab-schema.h"

G_BEGIN_DECLS

/**
 * cab_xml_schema_attach:
 * @reader: a reader that has read nothing yet
 * @which: the schema
 * @check: how much of it is asked
 * @validator: (out): free it after the reader
 * @handler: told each fault
 * @data: for @handler
 *
 * Lets a reader validate while it reads. The schemas are parsed once; they come
 * from the program itself, whatever `xsi:schemaLocation` says.
 *
 * Returns: %TRUE when the reader validates
 */
gboolean cab_xml_schema_attach (xmlTextReaderPtr reader,
                                CabSchema which,
                                CabSchemaCheck check,
                                xmlSchemaValidCtxtPtr *validator,
                                xmlStructuredErrorFunc handler,
                                gpointer data);

/** cab_xml_schema_seclude: whether what this thread parses from now on is given nothing from
 * outside
 */
void cab_xml_schema_seclude (gboolean is_secluded);

G_END_DECLS
