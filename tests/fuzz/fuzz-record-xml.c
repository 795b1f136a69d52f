/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-fuzz"

#include "config.h"

#include "cab-xml-reader.h"

#include "fuzz.h"

static gboolean
look_at_record (CabRecord *record, const CabXmlPlace *place, gpointer data, GError **error)
{
  guint *n_records = data;

  g_assert (record != NULL && place->line > 0);
  *n_records += 1;
  return TRUE;
}

/* [V-213] [B-90] the record reader */
int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (data, (gssize)size, NULL);
  g_auto (CabXmlFacts) facts = { 0 };
  g_autoptr (GError) error = NULL;
  guint n_records = 0;
  gboolean is_read
      = cab_xml_read (stream, "record.xml", &facts, look_at_record, &n_records, NULL, &error);

  g_assert (is_read == (error == NULL));
  return 0;
}
