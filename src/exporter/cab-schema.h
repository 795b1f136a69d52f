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

G_END_DECLS
