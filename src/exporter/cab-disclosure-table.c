/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-exporter"

#include "config.h"

#include "cab-disclosure-table.h"

#include "cab-csv-writer.h"

#include <glib/gi18n.h>
#include <string.h>

static const struct
{
  const char *heading;
  CabDisclosureRowField field;
} columns[] = {
  { N_ ("When"), CAB_DISCLOSURE_ROW_LOCAL },
  { N_ ("Instant"), CAB_DISCLOSURE_ROW_AT },
  { N_ ("Client"), CAB_DISCLOSURE_ROW_REFERENCE },
  { N_ ("To whom"), CAB_DISCLOSURE_ROW_DIRECTION_WORDS },
  { N_ ("Recipient"), CAB_DISCLOSURE_ROW_RECIPIENT },
  { N_ ("Country"), CAB_DISCLOSURE_ROW_COUNTRY },
  { N_ ("What was disclosed"), CAB_DISCLOSURE_ROW_WHAT },
  { N_ ("Purpose"), CAB_DISCLOSURE_ROW_PURPOSE },
  { N_ ("Ground"), CAB_DISCLOSURE_ROW_GROUND_WORDS },
  { N_ ("Consent"), CAB_DISCLOSURE_ROW_CONSENT_ID },
  { N_ ("Way"), CAB_DISCLOSURE_ROW_CHANNEL_WORDS },
  { N_ ("Protection"), CAB_DISCLOSURE_ROW_PROTECTION_WORDS },
  { N_ ("Digest"), CAB_DISCLOSURE_ROW_DIGEST },
  { N_ ("Number"), CAB_DISCLOSURE_ROW_ID },
  { N_ ("Corrects"), CAB_DISCLOSURE_ROW_CORRECTS_ID },
  { N_ ("Corrected by"), CAB_DISCLOSURE_ROW_CORRECTED_BY_ID },
};

/* 2026-03-02 10:00, which a spreadsheet takes for a time. */
static void
add_local (CabCsvWriter *writer, const char *text)
{
  g_autofree char *when = g_strndup (text, strlen ("2026-03-02T10:00"));

  g_strdelimit (when, "T", ' ');
  cab_csv_writer_add_text (writer, when);
}

/* What cannot be told says why: a cell that is empty was never filled. */
static void
add_value (CabCsvWriter *writer, CabRow *row, CabDisclosureRowField field)
{
  const char *text = cab_row_get_text (row, field);

  if (field == CAB_DISCLOSURE_ROW_LOCAL && text != NULL)
    add_local (writer, text);
  else if (field == CAB_DISCLOSURE_ROW_LOCAL && cab_row_get_bool (row, CAB_DISCLOSURE_ROW_DAMAGED))
    cab_csv_writer_add_text (writer, _ ("Stored copy damaged"));
  else if (field == CAB_DISCLOSURE_ROW_REFERENCE && text == NULL)
    cab_csv_writer_add_text (writer, cab_row_get_text (row, CAB_DISCLOSURE_ROW_ABSENT_WORDS));
  else
    cab_csv_writer_add_text (writer, text);
}

gboolean
cab_disclosure_table_write (CabPractice *practice,
                            const CabDisclosureQuery *query,
                            GOutputStream *stream,
                            GCancellable *cancellable,
                            GError **error)
{
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (CabCsvWriter) writer = NULL;

  g_return_val_if_fail (CAB_IS_PRACTICE (practice) && query != NULL, FALSE);
  g_return_val_if_fail (G_IS_OUTPUT_STREAM (stream), FALSE);

  rows = cab_disclosure_row_export (practice, query, cancellable, error);
  if (rows == NULL)
    return FALSE;

  writer = cab_csv_writer_new (stream);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    cab_csv_writer_add_text (writer, _ (columns[i].heading));
  for (guint row = 0; row < rows->len; row++)
    {
      if (!cab_csv_writer_end_row (writer, error))
        return FALSE;
      for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
        add_value (writer, rows->pdata[row], columns[i].field);
    }

  return cab_csv_writer_end_row (writer, error) && cab_csv_writer_close (writer, error);
}
