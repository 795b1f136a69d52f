/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-vault"

#include "config.h"

#include "cab-resource.h"

/* By its path among all, never by g_static_resource_get_resource(): another thread
 * that looks something up takes what is enlisted and makes it, and until it has
 * that function gives NULL; the lookup waits for its lock (GLib 2.84). */
GBytes *
cab_resource_dup_data (gsize *is_enlisted, void (*enlist) (void), const char *path)
{
  GBytes *bytes;

  g_return_val_if_fail (is_enlisted != NULL && enlist != NULL && path != NULL, NULL);

  /* Enlisted twice, the list would be without an end. */
  if (g_once_init_enter (is_enlisted))
    {
      enlist ();
      g_once_init_leave (is_enlisted, 1);
    }

  bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_assert (bytes != NULL);

  return bytes;
}
