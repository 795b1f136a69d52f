/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-cli"

#include "config.h"

#include "cab-cli-chart.h"

#include <glib/gi18n.h>
#include <string.h>

#include "cab-chart-paper.h"
#include "cab-chart-table.h"
#include "cab-cli-error.h"
#include "cab-cli-paper.h"
#include "cab-cli-record.h"
#include "cab-client-charts.h"
#include "cab-client.h"
#include "cab-consent-gate.h"
#include "cab-when.h"

static const char *const chart_names[CAB_N_CLIENT_CHARTS] = {
  [CAB_CLIENT_CHART_MOOD] = "mood",
  [CAB_CLIENT_CHART_EMOTIONS] = "emotions",
  [CAB_CLIENT_CHART_VALUES] = "values",
};

typedef gboolean (*WriteFunc) (CabPractice *practice,
                               CabRecord *client,
                               CabChartModel *chart,
                               GOutputStream *stream,
                               GError **error);

static const struct
{
  const char *name;
  WriteFunc write;
} formats[] = {
  { "pdf", cab_chart_paper_write },
  { "svg", cab_chart_picture_write },
  { "csv", cab_chart_table_write },
};

/* What was asked for. */
typedef struct
{
  CabRecord *client;
  CabClientChart chart;
  WriteFunc write;
  char *from;
  char *to;
} Asked;

static void
asked_clear (Asked *self)
{
  g_clear_object (&self->client);
  g_free (self->from);
  g_free (self->to);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Asked, asked_clear)

static gboolean
read_chart (CabCli *cli, Asked *asked, GError **error)
{
  const char *name = cab_cli_get_option (cli, "chart");

  for (guint i = 0; i < CAB_N_CLIENT_CHARTS; i++)
    if (g_strcmp0 (chart_names[i], name) == 0)
      {
        asked->chart = (CabClientChart)i;
        return TRUE;
      }

  return cab_cli_set_usage_error (error, _ ("--chart takes one of mood, emotions and values."));
}

static gboolean
read_format (CabCli *cli, Asked *asked, GError **error)
{
  const char *name = cab_cli_get_option (cli, "as");

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_strcmp0 (formats[i].name, name) == 0)
      {
        asked->write = formats[i].write;
        return TRUE;
      }

  return cab_cli_set_usage_error (error, _ ("--as takes one of pdf, svg and csv."));
}

static gboolean
read_range (CabCli *cli, Asked *asked, GError **error)
{
  const char *since = cab_cli_get_option (cli, "since");
  const char *until = cab_cli_get_option (cli, "until");

  if ((since != NULL && !cab_when_is_partial_date (since))
      || (until != NULL && !cab_when_is_partial_date (until)))
    return cab_cli_set_usage_error (error,
                                    _ ("--since and --until take a day, written as 2026-03-31."));

  asked->from = since == NULL ? NULL : cab_when_dup_first_day (since);
  asked->to = until == NULL ? NULL : cab_when_dup_last_day (until);
  if (since != NULL && until != NULL && strcmp (asked->to, asked->from) < 0)
    return cab_cli_set_usage_error (error, _ ("The period ends before it begins."));

  return TRUE;
}

static gboolean
write_chart (CabCli *cli, gpointer data, GOutputStream *stream, GError **error)
{
  const Asked *asked = data;
  const CabChartRange range = { asked->from, asked->to };
  CabPractice *practice = cab_cli_get_practice (cli);
  g_autoptr (CabClientCharts) charts
      = cab_client_charts_new (practice, cab_record_get_id (asked->client), &range, error);

  return charts != NULL
         && asked->write (practice, asked->client, charts->charts[asked->chart], stream, error);
}

gboolean
cab_cli_mood_chart (CabCli *cli, GError **error)
{
  g_auto (Asked) asked = { NULL };

  if (!read_chart (cli, &asked, error) || !read_format (cli, &asked, error)
      || !read_range (cli, &asked, error))
    return FALSE;

  asked.client = cab_cli_record_find (cli, &cab_client_kind, 0, error);
  return asked.client != NULL
         && cab_gate_check (cab_cli_get_practice (cli), asked.client, CAB_GATE_MOOD_SHARE, NULL,
                            error)
         && cab_cli_paper_write (cli, write_chart, &asked, error);
}
