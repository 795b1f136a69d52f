/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-exporter"

#include "config.h"

#include "cab-exporter-data.h"

#include "cab-exporter-resources.h"
#include "cab-resource.h"

GBytes *
cab_exporter_data_get (const char *name)
{
  static gsize is_enlisted;
  g_autofree char *path = g_strconcat ("/cabinet/exporter/", name, NULL);

  return cab_resource_dup_data (&is_enlisted, cab_exporter_register_resource, path);
}
