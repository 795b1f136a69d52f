/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-model"

#include "config.h"

#include "cab-canonical.h"

#include <string.h>

static void
add_text (GChecksum *sum, const char *text)
{
  gsize length = text == NULL ? 0 : strlen (text);
  guint32 prefix = GUINT32_TO_LE ((guint32)length);

  g_checksum_update (sum, (const guchar *)&prefix, sizeof prefix);
  if (length > 0)
    g_checksum_update (sum, (const guchar *)text, (gssize)length);
}

char *
cab_canonical_dup_digest (CabRecord *record, const guint *fields, guint n_fields)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA512);

  for (guint i = 0; i < n_fields; i++)
    {
      g_autofree char *text = cab_record_dup_text (record, fields[i]);

      add_text (sum, text);
    }

  return g_strdup (g_checksum_get_string (sum));
}
