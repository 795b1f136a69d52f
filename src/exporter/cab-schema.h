/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * CabSchema:
 * @CAB_SCHEMA_RECORD: `cabinet-record-1.xsd`: record.xml of transfer and practice
 *   bundles, and journal.xml
 * @CAB_SCHEMA_EXTRACT: `cabinet-extract-1.xsd`: record.xml of all others
 *
 * The schemas that are built in. Source: bundle.md [B-22].
 */
typedef enum
{
  CAB_SCHEMA_RECORD,
  CAB_SCHEMA_EXTRACT
} CabSchema;

/**
 * cab_schema_get_bytes:
 * @self: a schema
 *
 * Returns: (transfer full): the schema's text, as it lies in each bundle
 */
GBytes *cab_schema_get_bytes (CabSchema self);

/**
 * CabSchemaCheck:
 * @CAB_SCHEMA_CHECK_ALL: types, order, keys and references; memory grows with
 *   the number of records
 * @CAB_SCHEMA_CHECK_SHAPE: types and order; constant memory
 *
 * How much of a schema is asked.
 */
typedef enum
{
  CAB_SCHEMA_CHECK_ALL,
  CAB_SCHEMA_CHECK_SHAPE
} CabSchemaCheck;

/**
 * cab_schema_validate:
 * @self: a schema
 * @check: how much of it is asked
 * @stream: a document
 * @place: what it is called in sentences, `data/record.xml`
 * @cancellable: (nullable): looked at now and then
 * @error: return location
 *
 * Validates a document while it is read, without building it. Nothing is loaded
 * from anywhere else.
 *
 * Errors: XML_INVALID with the line of the first fault; XML_MALFORMED; cancelled.
 * Thread: any. Source: bundle.md [B-22], [B-28].
 *
 * Returns: %TRUE when the whole document is valid
 */
gboolean cab_schema_validate (CabSchema self,
                              CabSchemaCheck check,
                              GInputStream *stream,
                              const char *place,
                              GCancellable *cancellable,
                              GError **error);

G_END_DECLS
