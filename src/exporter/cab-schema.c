/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-exporter"

#include "config.h"

#include "cab-schema.h"

#include "cab-exporter-data.h"

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
