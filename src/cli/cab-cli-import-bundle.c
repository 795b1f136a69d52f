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
#include "cab-client.h"
#include "cab-import.h"

static gboolean
read_choice (const char *text, CabImportConflicts *choice)
{
  if (strcmp (text, "keep") == 0)
    *choice = CAB_IMPORT_KEEP;
  else if (strcmp (text, "take") == 0)
    *choice = CAB_IMPORT_TAKE;
  else if (strcmp (text, "both") == 0)
    *choice = CAB_IMPORT_BOTH;
  else
    return FALSE;

  return TRUE;
}

/* Said wrong is said before the bundle is read. */
static gboolean
read_conflicts (CabCli *cli, CabImportConflicts *choice, GError **error)
{
  const char *text = cab_cli_get_option (cli, "conflicts");

  *choice = CAB_IMPORT_KEEP;
  if (text != NULL && !read_choice (text, choice))
    return cab_cli_set_usage_error (error, _ ("--conflicts takes “keep”, “take” or “both”."));

  return TRUE;
}

/* "--conflict ID=take": a record for which another choice is made. */
static gboolean
choose_one (CabImportPreview *preview, const char *given, GError **error)
{
  const char *equals = strchr (given, '=');
  CabImportConflicts choice;

  if (equals == NULL || !read_choice (equals + 1, &choice))
    return cab_cli_set_usage_error (
        error, _ ("--conflict takes a record and “keep”, “take” or “both” with “=” between them."));

  for (guint i = 0; i < preview->conflicts->len; i++)
    {
      CabImportConflict *conflict = g_ptr_array_index (preview->conflicts, i);

      if (strlen (conflict->id) != (size_t)(equals - given)
          || strncmp (conflict->id, given, (size_t)(equals - given)) != 0)
        continue;
      if (!cab_import_conflict_allows (conflict, choice))
        return cab_cli_set_usage_error (error,
                                        _ ("--conflict: what is signed stays as it is, and beside "
                                           "what others hang on no second one can stand."));
      conflict->choice = choice;
      return TRUE;
    }

  return cab_cli_set_usage_error (error, _ ("--conflict takes a record that differs here."));
}

/* "--take-client ID": whoever is possibly here is somebody else. */
static gboolean
take_client (CabImportPreview *preview, const char *id, GError **error)
{
  for (guint i = 0; i < preview->namesakes->len; i++)
    {
      CabImportNamesake *person = g_ptr_array_index (preview->namesakes, i);

      if (strcmp (cab_record_get_id (person->theirs), id) != 0)
        continue;
      person->is_other = TRUE;
      return TRUE;
    }

  return cab_cli_set_usage_error (
      error, _ ("--take-client takes a client of the bundle who is possibly somebody here."));
}

static gboolean
decide (CabCli *cli, CabImportPreview *preview, CabImportConflicts all, GError **error)
{
  const CabCliArgs *args = cab_cli_get_args (cli);

  cab_import_preview_choose (preview, all);
  for (guint i = 0; i < cab_cli_args_get_n_options (args); i++)
    {
      const char *value = NULL;
      const char *name = cab_cli_args_get_option (args, i, &value);

      if ((strcmp (name, "conflict") == 0 && !choose_one (preview, value, error))
          || (strcmp (name, "take-client") == 0 && !take_client (preview, value, error)))
        return FALSE;
    }

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
  cab_cli_table_add_column (table, "undecided", _ ("Needs a decision"), FALSE);

  for (guint i = 0; i < preview->counts->len; i++)
    {
      const CabImportCount *count = g_ptr_array_index (preview->counts, i);

      cab_cli_table_add_cell (table, count->kind->name);
      add_number (table, count->n_new);
      add_number (table, count->n_same);
      add_number (table, count->n_conflict);
      add_number (table, count->n_erased);
      add_number (table, count->n_undecided);
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
print_people (CabCli *cli, const CabImportPreview *preview)
{
  for (guint i = 0; i < preview->namesakes->len; i++)
    {
      const CabImportNamesake *person = g_ptr_array_index (preview->namesakes, i);

      cab_cli_printf (cli, _ ("client %s is possibly %s; with --take-client it is somebody else\n"),
                      cab_record_get_id (person->theirs),
                      cab_record_get_text (person->mine, CAB_OWN (CAB_CLIENT_FIELD_REFERENCE)));
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
  CabImportConflicts conflicts;

  if (!read_conflicts (cli, &conflicts, error))
    return FALSE;

  source = cab_cli_bundle_open (cli, cab_cli_get_word (cli, 0), error);
  if (source == NULL)
    return FALSE;

  preview = cab_import_preview (practice, source, cab_cli_progress, cli, cancellable, error);
  if (preview == NULL || !print_counts (cli, preview, error))
    return FALSE;

  print_conflicts (cli, preview);
  print_people (cli, preview);
  say_beforehand (cli, preview);
  if (!decide (cli, preview, conflicts, error))
    return FALSE;
  if (cab_cli_has_option (cli, "dry-run"))
    return TRUE;

  if (!cab_import_run (practice, source, preview, NULL, cab_cli_progress, cli, cancellable, error))
    return FALSE;

  if (preview->n_new == 0 && preview->n_conflict == 0 && preview->n_erased == 0
      && preview->n_undecided == 0)
    cab_cli_say (cli,
                 _ ("Nothing to import: all %" PRIu64 " records are already here and "
                    "unchanged."),
                 preview->n_same);
  return TRUE;
}
