/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-render"

#include "config.h"

#include "cab-chart-paper.h"

#include "cab-chart-output.h"
#include "cab-client.h"
#include "cab-paper-private.h"

#define PICTURE_WIDTH 800

static gboolean
log_export (CabPractice *practice, CabRecord *client, GError **error)
{
  return cab_practice_audit_act (practice, "export", &cab_client_kind, cab_record_get_id (client),
                                 NULL, error);
}

static gboolean
fill (CabDocument *document, gpointer data, guint *n_pages, GError **error)
{
  const CabChartModel *chart = data;

  cab_document_add_heading (document, 1, chart->title);
  cab_document_add_chart (document, chart);

  return cab_document_finish (document, n_pages, error);
}

gboolean
cab_chart_paper_write (CabPractice *practice,
                       CabRecord *client,
                       CabChartModel *chart,
                       GOutputStream *stream,
                       GError **error)
{
  g_return_val_if_fail (client != NULL && cab_record_is_stored (client), FALSE);
  g_return_val_if_fail (chart != NULL, FALSE);

  return log_export (practice, client, error)
         && cab_paper_draw (practice, "Chart",
                            cab_record_get_text (client, CAB_OWN (CAB_CLIENT_FIELD_REFERENCE)),
                            fill, chart, stream, error);
}

gboolean
cab_chart_picture_write (CabPractice *practice,
                         CabRecord *client,
                         CabChartModel *chart,
                         GOutputStream *stream,
                         GError **error)
{
  g_autoptr (GBytes) picture = NULL;
  const char *bytes;
  gsize size = 0;

  g_return_val_if_fail (client != NULL && cab_record_is_stored (client), FALSE);
  g_return_val_if_fail (chart != NULL, FALSE);

  if (!log_export (practice, client, error))
    return FALSE;

  picture = cab_chart_make_svg (chart, cab_chart_theme_get (CAB_CHART_LOOK_LIGHT), PICTURE_WIDTH, 0,
                                NULL);
  bytes = g_bytes_get_data (picture, &size);

  return g_output_stream_write_all (stream, bytes, size, NULL, NULL, error);
}
