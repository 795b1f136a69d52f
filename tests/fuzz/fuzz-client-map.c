/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-fuzz"

#include "config.h"

#include "cab-client-map.h"
#include "fuzz.h"

/* [B-90] mappings: one that is taken survives as text */
int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree char *text = g_strndup ((const char *)data, size);
  g_autoptr (CabClientMap) map = NULL;
  g_autofree char *again = NULL;

  map = g_utf8_validate (text, -1, NULL) ? cab_client_map_new_from_text ("x", text, NULL) : NULL;
  again = map != NULL ? cab_client_map_dup_text (map) : NULL;
  g_assert (map == NULL || again != NULL);
  return 0;
}
