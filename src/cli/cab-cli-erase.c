/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-cli"

#include "config.h"

#include "cab-cli-erase.h"

#include <glib/gi18n.h>

#include "cab-backup.h"
#include "cab-cli-maintain.h"
#include "cab-cli-record.h"
#include "cab-cli-show.h"
#include "cab-client.h"
#include "cab-erasure.h"
#include "cab-tombstone.h"
#include "cab-vault-error.h"

static gboolean
read_ground (CabCli *cli, CabErasureGround *ground, GError **error)
{
  int code = cab_codes_find (&cab_erasure_ground_codes, cab_cli_get_option (cli, "ground"));

  if (code < 0)
    return cab_cli_set_usage_error (
        error, _ ("--ground takes one of retention, request, minor-without-consent and mistake."));

  *ground = (CabErasureGround)code;
  return TRUE;
}

/* What was erased is still in free pages until the file was written anew; only
 * then may it be said to be gone [V-141]. */
static gboolean
clear_traces (CabCli *cli, GError **error)
{
  g_autoptr (GError) local_error = NULL;

  if (cab_cli_practice_compact (cli, &local_error))
    {
      cab_cli_say (cli, _ ("It is removed from the practice file."));
      return TRUE;
    }

  if (g_error_matches (local_error, CAB_VAULT_ERROR, CAB_VAULT_ERROR_NO_SPACE))
    {
      cab_cli_say (cli, _ ("It is removed; free space will be rewritten at the next “practice "
                           "compact”, for which there is no room now."));
      return TRUE;
    }

  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static gboolean
tell_backups (CabCli *cli, GError **error)
{
  g_autoptr (GPtrArray) backups
      = cab_backup_list (cab_practice_get_vault (cab_cli_get_practice (cli)), error);
  guint n_present = 0;

  if (backups == NULL)
    return FALSE;

  for (guint i = 0; i < backups->len; i++)
    {
      const CabBackupEntry *entry = g_ptr_array_index (backups, i);

      if (g_str_equal (entry->state, "present") || g_str_equal (entry->state, "missing"))
        n_present++;
    }

  if (n_present > 0)
    cab_cli_say (cli,
                 ngettext ("%u backup from before still holds it: see “backup list”.",
                           "%u backups from before still hold it: see “backup list”.", n_present),
                 n_present);

  return TRUE;
}

gboolean
cab_cli_client_erase (CabCli *cli, GError **error)
{
  g_autoptr (CabRecord) client = NULL;
  g_autoptr (CabRecord) tombstone = NULL;
  g_autofree char *question = NULL;
  CabErasureGround ground = CAB_ERASURE_GROUND_REQUEST;

  if (!read_ground (cli, &ground, error))
    return FALSE;

  client = cab_cli_record_find (cli, &cab_client_kind, 0, error);
  if (client == NULL)
    return FALSE;

  question
      = g_strdup_printf (_ ("Erase %s with all records, for good? There is no Undo. Type “yes”:"),
                         cab_record_get_text (client, CAB_OWN (CAB_CLIENT_FIELD_REFERENCE)));
  if (!cab_cli_confirm (cli, question, error)
      || !cab_erasure_erase (cab_cli_get_practice (cli), client, ground, &tombstone, error))
    return FALSE;

  cab_cli_show_record (cli, tombstone);
  return tell_backups (cli, error) && clear_traces (cli, error);
}

gboolean
cab_cli_trash_empty (CabCli *cli, GError **error)
{
  guint n_erased = 0;

  if (!cab_cli_confirm (
          cli, _ ("Erase everything in the trash, for good? There is no Undo. Type “yes”:"), error)
      || !cab_erasure_empty_trash (cab_cli_get_practice (cli), &n_erased, error))
    return FALSE;

  cab_cli_say (cli, ngettext ("%u record was erased.", "%u records were erased.", n_erased),
               n_erased);
  return n_erased == 0 || (tell_backups (cli, error) && clear_traces (cli, error));
}
