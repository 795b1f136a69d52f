/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-exporter"

#include "config.h"

#include "cab-csv-peek.h"

#include "cab-csv-reader.h"

static void
free_row (gpointer row)
{
  g_strfreev (row);
}

static gboolean
read_rows (CabCsvPeek *self, CabCsvReader *reader, guint n_rows, GError **error)
{
  const char *const *cells;

  if (!cab_csv_reader_read (reader, &cells, NULL, error))
    return FALSE;

  self->headings = g_strdupv ((char **)cells);
  while (self->rows->len < n_rows)
    {
      if (!cab_csv_reader_read (reader, &cells, NULL, error))
        return FALSE;
      if (cells == NULL)
        break;
      g_ptr_array_add (self->rows, g_strdupv ((char **)cells));
    }

  return TRUE;
}

CabCsvPeek *
cab_csv_peek_new (GBytes *bytes,
                  const char *name,
                  CabCsvEncoding encoding,
                  guint n_rows,
                  GError **error)
{
  g_autoptr (CabCsvPeek) self = g_new0 (CabCsvPeek, 1);
  g_autoptr (CabCsvReader) reader = NULL;
  g_autoptr (GBytes) text = NULL;

  g_return_val_if_fail (bytes != NULL && name != NULL, NULL);

  self->encoding
      = encoding != CAB_CSV_ENCODING_UNKNOWN ? encoding : cab_csv_detect_encoding (bytes);
  self->rows = g_ptr_array_new_with_free_func (free_row);
  text = cab_csv_to_utf8 (bytes, self->encoding, name, error);
  if (text == NULL)
    return NULL;

  self->delimiter = cab_csv_detect_delimiter (text);
  reader = cab_csv_reader_new_for_bytes (text, name, self->delimiter,
                                         CAB_CSV_SKIP_BLANK | CAB_CSV_RAGGED);

  return read_rows (self, reader, n_rows, error) ? g_steal_pointer (&self) : NULL;
}

void
cab_csv_peek_free (CabCsvPeek *self)
{
  g_return_if_fail (self != NULL);

  g_strfreev (self->headings);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_free (self);
}
