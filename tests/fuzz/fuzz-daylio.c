/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-fuzz"

#include "config.h"

#include "cab-daylio.h"
#include "fuzz.h"

/* [B-90] mood diaries */
int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (CabDaylio) diary = cab_daylio_read (bytes, "x.csv", "2026-11-22T18:00", NULL);

  for (guint i = 0; diary != NULL && i < diary->entries->len; i++)
    {
      const CabDaylioEntry *entry = g_ptr_array_index (diary->entries, i);
      g_autofree char *key = cab_daylio_entry_dup_key (entry, "x");

      g_assert (entry->date != NULL && entry->mood[0] != 0 && key != NULL);
    }
  return 0;
}
