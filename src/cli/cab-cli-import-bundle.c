/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-cli"

#include "config.h"

#include "cab-cli-import.h"

#include <glib/gi18n.h>
#include <inttypes.h>
#include <string.h>

#include "cab-cli-bundle.h"
#include "cab-cli-table.h"
#include "cab-import.h"

static gboolean
read_conflicts (CabCli *cli, CabImportConflicts *conflicts, GError **error)
{
  const char *choice = cab_cli_get_option (cli, "conflicts");

  if (choice == NULL || strcmp (choice, "keep") == 0)
    *conflicts = CAB_IMPORT_KEEP;
  else if (strcmp (choice, "take") == 0)
    *conflicts = CAB_IMPORT_TAKE;
  else if (strcmp (choice, "both") == 0)
    *conflicts = CAB_IMPORT_BOTH;
  else
    return cab_cli_set_usage_error (error, _ ("--conflicts takes “keep”, “take” or “both”."));

  return TRUE;
}

static void
add_number (CabCliTable *table, guint64 number)
{
  g_autofree char *text = g_strdup_printf ("%" G_GUINT64_FORMAT, number);

  cab_cli_table_add_cell (table, text);
}

static gboolean
print_counts (CabCli *cli, const CabImportPreview *preview, GError **error)
{
  g_autoptr (CabCliTable) table = cab_cli_table_new (cli, CAB_CLI_FORMAT_TABLE, "kinds", "kind");

  cab_cli_table_add_column (table, "kind", _ ("Kind"), FALSE);
  cab_cli_table_add_column (table, "new", _ ("New"), FALSE);
  cab_cli_table_add_column (table, "same", _ ("Here already"), FALSE);
  cab_cli_table_add_column (table, "conflict", _ ("Different here"), FALSE);
  cab_cli_table_add_column (table, "erased", _ ("Erased here"), FALSE);

  for (guint i = 0; i < preview->counts->len; i++)
    {
      const CabImportCount *count = g_ptr_array_index (preview->counts, i);

      cab_cli_table_add_cell (table, count->kind->name);
      add_number (table, count->n_new);
      add_number (table, count->n_same);
      add_number (table, count->n_conflict);
      add_number (table, count->n_erased);
      if (!cab_cli_table_end_row (table, error))
        return FALSE;
    }

  return cab_cli_table_finish (table, error);
}

static void
print_conflicts (CabCli *cli, const CabImportPreview *preview)
{
  for (guint i = 0; i < preview->conflicts->len; i++)
    {
      const CabImportConflict *conflict = g_ptr_array_index (preview->conflicts, i);

      cab_cli_printf (cli, _ ("%s %s differs in %s\n"), conflict->kind->name, conflict->id,
                      conflict->fields);
    }
}

static void
say_beforehand (CabCli *cli, const CabImportPreview *preview)
{
  if (preview->adopts)
    cab_cli_say (cli, _ ("This file is empty: it becomes the practice of the bundle."));
  if (preview->n_extended > 0)
    cab_cli_say (cli,
                 ngettext ("%" PRIu64 " record holds parts from a newer Cabinet; they are "
                           "kept.",
                           "%" PRIu64 " records hold parts from a newer Cabinet; they are "
                           "kept.",
                           preview->n_extended),
                 preview->n_extended);
}

gboolean
cab_cli_bundle_import (CabCli *cli, GError **error)
{
  CabPractice *practice = cab_cli_get_practice (cli);
  GCancellable *cancellable = cab_cli_get_cancellable (cli);
  g_autoptr (CabBundleSource) source = NULL;
  g_autoptr (CabImportPreview) preview = NULL;
  CabImportConflicts conflicts = CAB_IMPORT_KEEP;

  if (!read_conflicts (cli, &conflicts, error))
    return FALSE;

  source = cab_cli_bundle_open (cli, cab_cli_get_word (cli, 0), error);
  if (source == NULL)
    return FALSE;

  preview = cab_import_preview (practice, source, cab_cli_progress, cli, cancellable, error);
  if (preview == NULL || !print_counts (cli, preview, error))
    return FALSE;

  print_conflicts (cli, preview);
  say_beforehand (cli, preview);
  if (cab_cli_has_option (cli, "dry-run"))
    return TRUE;

  if (!cab_import_run (practice, source, preview, conflicts, cab_cli_progress, cli, cancellable,
                       error))
    return FALSE;

  if (preview->n_new == 0 && preview->n_conflict == 0 && preview->n_erased == 0)
    cab_cli_say (cli,
                 _ ("Nothing to import: all %" PRIu64 " records are already here and "
                    "unchanged."),
                 preview->n_same);
  return TRUE;
}
