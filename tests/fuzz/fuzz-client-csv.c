/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-fuzz"

#include "config.h"

#include "cab-client-csv.h"
#include "fuzz.h"

/* [B-90] tables of people */
int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  static CabClientMap *map; /* never changed, so one will do */
  g_autoptr (CabClientCsv) csv = NULL;

  if (map == NULL)
    map = cab_client_map_new (NULL);
  csv = cab_client_csv_read (bytes, "x.csv", map, "2026-11-22", 18, NULL);
  for (guint i = 0; csv != NULL && i < csv->faults->len; i++)
    g_assert (((CabClientFault *)g_ptr_array_index (csv->faults, i))->sentence != NULL);
  return 0;
}
