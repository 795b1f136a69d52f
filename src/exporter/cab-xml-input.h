/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <gio/gio.h>
#include <libxml/xmlreader.h>

G_BEGIN_DECLS

/*
 * CabXmlInput: the bytes of a foreign XML file on their way to libxml2. It stops
 * at what may never reach the parser: a document type, a byte order mark, UTF-16.
 * Private to the exporter.
 */
typedef struct _CabXmlInput CabXmlInput;

CabXmlInput *cab_xml_input_new (GInputStream *stream, const char *name, GCancellable *cancellable);
void cab_xml_input_free (CabXmlInput *self);

/** cab_xml_input_look: reads the first bytes; Errors: XML_ENCODING, XML_MALFORMED when empty */
gboolean cab_xml_input_look (CabXmlInput *self, GError **error);

/** cab_xml_input_is_extract: whether the first element seems to be `<extract` */
gboolean cab_xml_input_is_extract (CabXmlInput *self);

/** cab_xml_input_is_declared: whether it begins with an XML declaration */
gboolean cab_xml_input_is_declared (CabXmlInput *self);

xmlTextReaderPtr cab_xml_input_new_reader (CabXmlInput *self);

/** cab_xml_input_get_error: Returns: (nullable): why the bytes ended early */
const GError *cab_xml_input_get_error (CabXmlInput *self);

G_END_DECLS
