/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-cli"

#include "config.h"

#include "cab-cli-search.h"

#include <glib/gi18n.h>

#include "cab-cli-error.h"
#include "cab-cli-table.h"
#include "cab-cli-value.h"
#include "cab-client.h"
#include "cab-note.h"
#include "cab-search.h"

#define EXCERPT_LENGTH 50
#define MOST_HITS 1000

static char *
dup_words (CabCli *cli)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; cab_cli_get_word (cli, i) != NULL; i++)
    g_string_append_printf (words, "%s%s", i > 0 ? " " : "", cab_cli_get_word (cli, i));

  return g_string_free_and_steal (g_steal_pointer (&words));
}

/* What a person recognises a hit by: a client's name, the words of a note. */
static gboolean
dup_excerpt (CabCli *cli,
             const CabSearchHit *hit,
             const char *words,
             char **excerpt,
             GError **error)
{
  CabPractice *practice = cab_cli_get_practice (cli);
  g_autofree char *text = NULL;

  if (!cab_search_dup_text (practice, hit->kind, hit->id, &text, error))
    return FALSE;

  if (hit->kind == &cab_client_kind)
    {
      *excerpt = g_steal_pointer (&text);
      return TRUE;
    }

  *excerpt = text != NULL ? cab_search_dup_excerpt (text, words, EXCERPT_LENGTH) : g_strdup ("");
  return TRUE;
}

static gboolean
add_hit (CabCli *cli,
         CabCliTable *table,
         const CabSearchHit *hit,
         const char *words,
         GError **error)
{
  g_autofree char *excerpt = NULL;
  g_autoptr (CabRecord) client
      = cab_practice_load (cab_cli_get_practice (cli), &cab_client_kind, hit->client_id, error);

  if (client == NULL || !dup_excerpt (cli, hit, words, &excerpt, error))
    return FALSE;

  cab_cli_table_add_cell (table, hit->kind->name);
  cab_cli_table_add_cell (table, hit->id);
  cab_cli_table_add_cell (table,
                          cab_record_get_text (client, CAB_OWN (CAB_CLIENT_FIELD_REFERENCE)));
  cab_cli_table_add_cell (table, excerpt);
  return cab_cli_table_end_row (table, error);
}

gboolean
cab_cli_search_run (CabCli *cli, GError **error)
{
  CabPractice *practice = cab_cli_get_practice (cli);
  g_autofree char *words = dup_words (cli);
  g_autoptr (GPtrArray) hits = NULL;
  g_autoptr (CabCliTable) table = NULL;
  gint64 limit = 50;
  CabCliFormat format;

  if (!cab_cli_table_get_format (cli, &format, error)
      || !cab_cli_args_get_integer (cab_cli_get_args (cli), "limit", 1, MOST_HITS, &limit, error))
    return FALSE;
  if (!g_utf8_validate (words, -1, NULL))
    {
      g_set_error_literal (error, CAB_CLI_ERROR, CAB_CLI_ERROR_INPUT,
                           _ ("The words to search for are not valid UTF-8."));
      return FALSE;
    }

  hits = cab_search (practice, words, (guint)limit, error);
  if (hits == NULL || !cab_practice_audit_act (practice, "search", NULL, NULL, NULL, error))
    return FALSE;

  table = cab_cli_table_new (cli, format, "hits", "hit");
  cab_cli_table_add_column (table, "kind", _ ("Kind"), FALSE);
  cab_cli_table_add_id_column (table, "id", _ ("Id"));
  cab_cli_table_add_column (table, "client", _ ("Client"), TRUE);
  cab_cli_table_add_column (table, "excerpt", _ ("Found in"), TRUE);

  for (guint i = 0; i < hits->len; i++)
    {
      if (!add_hit (cli, table, g_ptr_array_index (hits, i), words, error))
        return FALSE;
    }

  return cab_cli_table_finish (table, error);
}

typedef struct
{
  CabCli *cli;
  CabCliTable *table;
  CabCliFormat format;
} Listing;

static gboolean
list_trashed (CabRecord *record, gpointer data, GError **error)
{
  Listing *listing = data;
  g_autofree char *description = cab_record_dup_description (record);
  g_autofree char *instant = cab_record_dup_text (record, CAB_SYSTEM_TRASHED_AT);
  g_autofree char *since
      = listing->format == CAB_CLI_FORMAT_TABLE
            ? cab_cli_value_dup_shown (listing->cli, record, CAB_SYSTEM_TRASHED_AT)
            : g_strdup (instant);

  cab_cli_table_set_order (listing->table, instant);
  cab_cli_table_add_cell (listing->table, cab_record_get_kind (record)->name);
  cab_cli_table_add_cell (listing->table, cab_record_get_id (record));
  cab_cli_table_add_cell (listing->table, description);
  cab_cli_table_add_cell (listing->table, since);
  return cab_cli_table_end_row (listing->table, error);
}

gboolean
cab_cli_trash_list (CabCli *cli, GError **error)
{
  CabFilter filter = { .trashed = 1 };
  g_autoptr (CabCliTable) table = NULL;
  CabCliFormat format;
  Listing listing;

  if (!cab_cli_table_get_format (cli, &format, error))
    return FALSE;

  table = cab_cli_table_new (cli, format, "trash", "record");
  cab_cli_table_add_column (table, "kind", _ ("Kind"), FALSE);
  cab_cli_table_add_id_column (table, "id", _ ("Id"));
  cab_cli_table_add_column (table, "description", _ ("What it is"), TRUE);
  cab_cli_table_add_column (table, "trashed_at", _ ("In the trash since"), FALSE);

  listing = (Listing){ cli, table, format };
  for (guint i = 0; cab_kinds[i] != NULL; i++)
    {
      if (cab_kinds[i]->trash != CAB_TRASH_NEVER
          && !cab_practice_each (cab_cli_get_practice (cli), cab_kinds[i], &filter, list_trashed,
                                 &listing, error))
        return FALSE;
    }

  return cab_cli_table_finish (table, error);
}
