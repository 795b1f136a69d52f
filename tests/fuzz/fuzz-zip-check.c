/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-fuzz"

#include "config.h"

#include "cab-zip-check.h"
#include "fuzz.h"

/* [B-90] the structure checker of ZIP files */
int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (CabZipListing) listing = cab_zip_check_bytes (bytes, "x.zip", NULL);

  for (guint i = 0; listing != NULL && i < listing->entries->len; i++)
    {
      const CabZipEntry *entry = g_ptr_array_index (listing->entries, i);

      g_assert (entry->start < entry->end && entry->end <= entry->central);
      g_assert (entry->central + entry->central_length <= size);
    }
  return 0;
}
