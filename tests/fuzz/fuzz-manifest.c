/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-fuzz"

#include "config.h"

#include "cab-bundle-path.h"
#include "cab-manifest.h"
#include "fuzz.h"

#include <string.h>

/* [B-90] manifests: whatever is read is a path that may be opened */
int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func ((GDestroyNotify)g_error_free);
  g_autoptr (CabManifest) manifest = cab_manifest_parse ("manifest-md5.txt", bytes, faults);

  for (guint i = 0; i < manifest->lines->len; i++)
    {
      const CabManifestLine *line = g_ptr_array_index (manifest->lines, i);

      g_assert (cab_bundle_path_check (line->path, strlen (line->path)) == CAB_PATH_OK);
      g_assert (strlen (line->digest) == 32);
    }
  return 0;
}
