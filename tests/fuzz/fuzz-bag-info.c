/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-fuzz"

#include "config.h"

#include "cab-bag-info.h"
#include "fuzz.h"

/* [B-90] bag-info.txt */
int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func ((GDestroyNotify)g_error_free);
  g_autoptr (CabBagInfo) info = cab_bag_info_parse (bytes, faults);

  for (guint i = 0; i < cab_bag_info_get_n_lines (info); i++)
    g_assert (g_utf8_validate (cab_bag_info_get_value (info, i), -1, NULL));
  return 0;
}
