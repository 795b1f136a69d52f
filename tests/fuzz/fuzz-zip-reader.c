/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-fuzz"

#include "config.h"

#include <glib/gstdio.h>
#include <sys/mman.h>
#include <unistd.h>

#include "cab-zip-reader.h"
#include "fuzz.h"

/* [B-90] a whole ZIP file through our checker and libarchive */
int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (CabBundleSource) source = NULL;
  int fd = memfd_create ("fuzz", MFD_CLOEXEC);

  g_assert (fd != -1 && write (fd, data, size) == (gssize)size);
  source = cab_zip_reader_new_take (fd, "x.zip", NULL, NULL);
  for (guint i = 0; source != NULL && i < cab_bundle_source_get_n_files (source); i++)
    {
      g_autoptr (GBytes) content = cab_bundle_source_read_file (source, i, 1 << 20, NULL, NULL);

      g_assert (content == NULL
                || g_bytes_get_size (content) == cab_bundle_source_get_size (source, i));
    }
  return 0;
}
