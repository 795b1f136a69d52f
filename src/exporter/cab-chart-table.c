/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-exporter"

#include "config.h"

#include "cab-chart-table.h"

#include "cab-client.h"
#include "cab-csv-writer.h"

gboolean
cab_chart_table_write (CabPractice *practice,
                       CabRecord *client,
                       CabChartModel *chart,
                       GOutputStream *stream,
                       GError **error)
{
  g_autoptr (CabCsvWriter) writer = NULL;

  g_return_val_if_fail (CAB_IS_PRACTICE (practice) && client != NULL && chart != NULL, FALSE);

  if (!cab_practice_audit_act (practice, "export", &cab_client_kind, cab_record_get_id (client),
                               NULL, error))
    return FALSE;

  writer = cab_csv_writer_new (stream);
  for (guint i = 0; i < chart->headings->len; i++)
    cab_csv_writer_add_text (writer, chart->headings->pdata[i]);
  for (guint row = 0; row < chart->rows->len; row++)
    {
      const char *const *cells = chart->rows->pdata[row];

      if (!cab_csv_writer_end_row (writer, error))
        return FALSE;
      for (guint i = 0; i < chart->headings->len; i++)
        cab_csv_writer_add_text (writer, cells[i]);
    }

  return cab_csv_writer_end_row (writer, error) && cab_csv_writer_close (writer, error);
}
