/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

/* The backups that the practice knows of. */

#define G_LOG_DOMAIN "cabinet-cli"

#include "config.h"

#include <glib/gi18n.h>

#include "cab-backup.h"
#include "cab-cli-backup.h"
#include "cab-cli-error.h"
#include "cab-cli-table.h"
#include "cab-cli-watch.h"
#include "cab-vault-error.h"

static void
add_instant (CabCliTable *table, gint64 wall_ms)
{
  g_autofree char *instant = wall_ms != 0 ? cab_clock_dup_instant (wall_ms) : NULL;

  cab_cli_table_add_cell (table, instant);
}

static gboolean
add_backup (CabCliTable *table, const CabBackupEntry *entry, GError **error)
{
  g_autofree char *size = g_strdup_printf ("%" G_GINT64_FORMAT, entry->size);

  add_instant (table, entry->made_ms);
  cab_cli_table_add_cell (table, size);
  add_instant (table, entry->verified_ms);
  cab_cli_table_add_cell (table, entry->level);
  cab_cli_table_add_cell (table, entry->state);
  cab_cli_table_add_cell (table, entry->path);
  return cab_cli_table_end_row (table, error);
}

gboolean
cab_cli_backup_list (CabCli *cli, GError **error)
{
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (CabCliTable) table = NULL;
  CabCliFormat format;

  if (!cab_cli_table_get_format (cli, &format, error))
    return FALSE;

  backups = cab_backup_list (cab_practice_get_vault (cab_cli_get_practice (cli)), error);
  if (backups == NULL)
    return FALSE;

  table = cab_cli_table_new (cli, format, "backups", "backup");
  cab_cli_table_add_column (table, "made_at", _ ("Made"), FALSE);
  cab_cli_table_add_column (table, "size", _ ("Bytes"), FALSE);
  cab_cli_table_add_column (table, "verified_at", _ ("Checked"), FALSE);
  cab_cli_table_add_column (table, "level", _ ("How far"), FALSE);
  cab_cli_table_add_column (table, "state", _ ("State"), FALSE);
  cab_cli_table_add_column (table, "path", _ ("File"), TRUE);

  for (guint i = 0; i < backups->len; i++)
    {
      if (!add_backup (table, g_ptr_array_index (backups, i), error))
        return FALSE;
    }

  return cab_cli_table_finish (table, error);
}

/* The ledger knows a backup by its whole path. */
static char *
dup_path (CabCli *cli)
{
  return g_canonicalize_filename (cab_cli_get_word (cli, 0), NULL);
}

/* The vault's own sentence is about a practice. */
static gboolean
name_missing (GError *local, const char *path, GError **error)
{
  g_autofree char *name = NULL;

  if (local == NULL)
    return TRUE;

  if (!g_error_matches (local, CAB_VAULT_ERROR, CAB_VAULT_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, local);
      return FALSE;
    }

  name = g_filename_display_basename (path);
  g_set_error (error, CAB_CLI_ERROR, CAB_CLI_ERROR_INPUT,
               _ ("%s is no backup that this practice knows of, or it is not there."), name);
  g_error_free (local);
  return FALSE;
}

gboolean
cab_cli_backup_check (CabCli *cli, GError **error)
{
  CabVault *vault = cab_practice_get_vault (cab_cli_get_practice (cli));
  CabCopyWatch watch = cab_cli_watch_make (cli);
  g_autofree char *path = dup_path (cli);
  GError *local = NULL;

  (void)cab_backup_check (vault, path, &watch, cab_cli_get_cancellable (cli), &local);
  if (!name_missing (local, path, error))
    return FALSE;

  cab_cli_say (cli, "%s", _ ("This backup is good."));
  return TRUE;
}

gboolean
cab_cli_backup_remove (CabCli *cli, GError **error)
{
  g_autofree char *path = dup_path (cli);
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *question
      = g_strdup_printf (_ ("Delete the backup %s? There is no Undo. Type “yes”:"), name);
  GError *local = NULL;

  if (!cab_cli_confirm (cli, question, error))
    return FALSE;

  (void)cab_backup_remove (cab_practice_get_vault (cab_cli_get_practice (cli)), path, &local);
  return name_missing (local, path, error);
}
