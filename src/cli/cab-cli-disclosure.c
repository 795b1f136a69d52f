/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-cli"

#include "config.h"

#include "cab-cli-disclosure.h"

#include <glib/gi18n.h>
#include <string.h>

#include "cab-cli-bundle.h"
#include "cab-cli-error.h"
#include "cab-cli-paper.h"
#include "cab-cli-record.h"
#include "cab-cli-text.h"
#include "cab-client.h"
#include "cab-disclosure-check.h"
#include "cab-disclosure-paper.h"
#include "cab-disclosure-row.h"
#include "cab-disclosure-table.h"
#include "cab-disclosure.h"
#include "cab-when.h"

static void
print_disclosure (CabCli *cli, CabRow *row)
{
  g_autofree char *recipient = cab_cli_text_escape (
      cab_row_get_text (row, CAB_DISCLOSURE_ROW_RECIPIENT), CAB_CLI_LINES_ESCAPED);
  g_autofree char *local
      = g_strndup (cab_row_get_text (row, CAB_DISCLOSURE_ROW_LOCAL), strlen ("2026-03-02T10:00"));

  g_strdelimit (local, "T", ' ');
  cab_cli_printf (cli, _ ("This is what %s got on %s (%s).\n"), recipient, local,
                  cab_row_get_text (row, CAB_DISCLOSURE_ROW_ID));
}

static void
print_faults (CabCli *cli, GPtrArray *faults)
{
  for (guint i = 0; i < faults->len; i++)
    {
      const GError *fault = g_ptr_array_index (faults, i);
      g_autofree char *escaped = cab_cli_text_escape (fault->message, CAB_CLI_LINES_ESCAPED);

      cab_cli_printf (cli, "%s: %s\n", cab_cli_error_get_name (fault), escaped);
    }
}

gboolean
cab_cli_disclosure_check (CabCli *cli, GError **error)
{
  g_autoptr (CabBundleSource) source = cab_cli_bundle_open (cli, cab_cli_get_word (cli, 0), error);
  g_autoptr (CabDisclosureCheck) found = NULL;

  if (source == NULL)
    return FALSE;

  found = cab_disclosure_check_bundle (cab_cli_get_practice (cli), source, cab_cli_progress, cli,
                                       cab_cli_get_cancellable (cli), error);
  if (found == NULL)
    return FALSE;

  for (guint i = 0; i < found->disclosures->len; i++)
    print_disclosure (cli, found->disclosures->pdata[i]);
  print_faults (cli, found->faults);
  if (found->faults->len == 0 && found->disclosures->len > 0)
    return TRUE;

  g_set_error_literal (error, CAB_CLI_ERROR, CAB_CLI_ERROR_FAULTS,
                       found->disclosures->len > 0
                           ? _ ("The copy was changed after it was handed over.")
                           : _ ("This practice handed over no such bundle."));
  return FALSE;
}

typedef gboolean (*WriteFunc) (CabPractice *practice,
                               const CabDisclosureQuery *query,
                               GOutputStream *stream,
                               GCancellable *cancellable,
                               GError **error);

/* What was asked for. */
typedef struct
{
  CabDisclosureQuery query;
  WriteFunc write;
} Register;

static gboolean
read_format (CabCli *cli, Register *asked, GError **error)
{
  const char *format = cab_cli_get_option (cli, "as");

  if (g_strcmp0 (format, "pdf") == 0)
    asked->write = cab_disclosure_paper_write;
  else if (g_strcmp0 (format, "csv") == 0)
    asked->write = cab_disclosure_table_write;
  else
    return cab_cli_set_usage_error (error, _ ("--as takes one of pdf and csv."));

  return TRUE;
}

static gboolean
read_query (CabCli *cli, Register *asked, GError **error)
{
  const char *ground = cab_cli_get_option (cli, "ground");
  const char *since = cab_cli_get_option (cli, "since");
  const char *until = cab_cli_get_option (cli, "until");

  if ((since != NULL && !cab_when_is_date (since)) || (until != NULL && !cab_when_is_date (until)))
    return cab_cli_set_usage_error (error,
                                    _ ("--since and --until take a day, written as 2026-03-31."));
  if (since != NULL && until != NULL && g_strcmp0 (since, until) > 0)
    return cab_cli_set_usage_error (error, _ ("--since is later than --until."));

  asked->query.from = since;
  asked->query.to = until;
  if (ground != NULL)
    asked->query.ground = cab_codes_find (&cab_disclosure_ground_codes, ground);
  if (ground != NULL && asked->query.ground < 0)
    return cab_cli_set_usage_error (error, _ ("“%s” is no ground of a disclosure."), ground);

  return TRUE;
}

static gboolean
write_register (CabCli *cli, gpointer data, GOutputStream *stream, GError **error)
{
  const Register *asked = data;

  return asked->write (cab_cli_get_practice (cli), &asked->query, stream,
                       cab_cli_get_cancellable (cli), error);
}

gboolean
cab_cli_disclosure_export (CabCli *cli, GError **error)
{
  Register asked = { CAB_DISCLOSURE_QUERY_ALL, NULL };
  g_autoptr (CabRecord) client = NULL;

  if (!read_format (cli, &asked, error) || !read_query (cli, &asked, error))
    return FALSE;

  if (cab_cli_get_word (cli, 0) != NULL)
    {
      client = cab_cli_record_find (cli, &cab_client_kind, 0, error);
      if (client == NULL)
        return FALSE;
      asked.query.client_id = cab_record_get_id (client);
    }

  return cab_cli_paper_write (cli, write_register, &asked, error);
}
