/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-fuzz"

#include "config.h"

#include "cab-csv-reader.h"
#include "fuzz.h"

/* [B-90] tables: every cell that is read is UTF-8, every row as wide as the first */
int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (CabCsvReader) reader
      = cab_csv_reader_new_for_bytes (bytes, "x.csv", ",;\t"[size % 3], CAB_CSV_STRICT);
  const char *const *cells;

  while (cab_csv_reader_read (reader, &cells, NULL, NULL) && cells != NULL)
    {
      g_assert (g_strv_length ((char **)cells) == cab_csv_reader_get_n_columns (reader));
      for (guint i = 0; cells[i] != NULL; i++)
        g_assert (g_utf8_validate (cells[i], -1, NULL));
    }
  return 0;
}
