/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-cli"

#include "config.h"

#include "cab-cli-attention.h"

#include <glib/gi18n.h>

#include "cab-attention.h"
#include "cab-cli-record.h"
#include "cab-cli-table.h"
#include "cab-client.h"

static CabCliTable *
new_table (CabCli *cli, CabCliFormat format)
{
  static const char *const columns[] = { "code", "severity", "due_on", "client_id", "kind", "id" };
  CabCliTable *table = cab_cli_table_new (cli, format, "attention", "item");

  if (format != CAB_CLI_FORMAT_TABLE)
    {
      for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
        cab_cli_table_add_column (table, columns[i], columns[i], FALSE);
      cab_cli_table_add_column (table, "sentence", "sentence", TRUE);
      return table;
    }

  cab_cli_table_add_column (table, "severity", _ ("When"), FALSE);
  cab_cli_table_add_column (table, "due_on", _ ("Due"), FALSE);
  cab_cli_table_add_column (table, "client", _ ("Client"), TRUE);
  cab_cli_table_add_column (table, "sentence", _ ("What"), TRUE);

  return table;
}

static gboolean
add_item (CabCliTable *table, CabCliFormat format, CabRow *item, GError **error)
{
  gint64 code = cab_row_get_integer (item, CAB_ATTENTION_CODE);
  gint64 severity = cab_row_get_integer (item, CAB_ATTENTION_SEVERITY);

  if (format != CAB_CLI_FORMAT_TABLE)
    {
      cab_cli_table_add_cell (table, cab_attention_codes.codes[code].code);
      cab_cli_table_add_cell (table, cab_severity_codes.codes[severity].code);
      cab_cli_table_add_cell (table, cab_row_get_text (item, CAB_ATTENTION_DUE_ON));
      cab_cli_table_add_cell (table, cab_row_get_text (item, CAB_ATTENTION_CLIENT_ID));
      cab_cli_table_add_cell (table, cab_row_get_text (item, CAB_ATTENTION_KIND));
      cab_cli_table_add_cell (table, cab_row_get_text (item, CAB_ATTENTION_ID));
    }
  else
    {
      cab_cli_table_add_cell (table, cab_row_get_text (item, CAB_ATTENTION_SEVERITY_WORDS));
      cab_cli_table_add_cell (table, cab_row_get_text (item, CAB_ATTENTION_DUE_ON));
      cab_cli_table_add_cell (table, cab_row_get_text (item, CAB_ATTENTION_REFERENCE));
    }
  cab_cli_table_add_cell (table, cab_row_get_text (item, CAB_ATTENTION_SENTENCE));

  return cab_cli_table_end_row (table, error);
}

gboolean
cab_cli_attention_list (CabCli *cli, GError **error)
{
  CabPractice *practice = cab_cli_get_practice (cli);
  gboolean has_client = cab_cli_get_word (cli, 0) != NULL;
  g_autoptr (CabRecord) client = NULL;
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (CabCliTable) table = NULL;
  CabCliFormat format;

  if (!cab_cli_table_get_format (cli, &format, error))
    return FALSE;

  if (has_client)
    client = cab_cli_record_find (cli, &cab_client_kind, 0, error);
  if (has_client && client == NULL)
    return FALSE;

  items = cab_attention_list (practice, client != NULL ? cab_record_get_id (client) : NULL, 0, NULL,
                              error);
  if (items == NULL)
    return FALSE;

  table = new_table (cli, format);
  for (guint i = 0; i < items->len; i++)
    {
      if (!add_item (table, format, items->pdata[i], error))
        return FALSE;
    }

  return cab_cli_table_finish (table, error);
}
