/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-exporter"

#include "config.h"

#include "cab-exporter-data.h"

#include "cab-exporter-resources.h"

/* By hand, because the linker drops a constructor of a static library that
 * nothing refers to. */
static GResource *
get_resource (void)
{
  static gsize registered = 0;

  if (g_once_init_enter (&registered))
    {
      cab_exporter_register_resource ();
      g_once_init_leave (&registered, 1);
    }

  return cab_exporter_get_resource ();
}

GBytes *
cab_exporter_data_get (const char *name)
{
  g_autofree char *path = g_strconcat ("/cabinet/exporter/", name, NULL);
  GBytes *bytes
      = g_resource_lookup_data (get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  g_assert (bytes != NULL);
  return bytes;
}
