/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-cli"

#include "config.h"

#include "cab-cli-audit.h"

#include <glib/gi18n.h>
#include <inttypes.h>

#include "cab-audit-record.h"
#include "cab-cli-list.h"
#include "cab-cli-record.h"
#include "cab-client.h"
#include "cab-vault-error.h"

typedef struct
{
  CabCli *cli;
  CabCliList *list;
  gint64 n_skipped; /* so many are still to be left out */
} Listing;

static gboolean
list_entry (CabRecord *entry, gpointer data, GError **error)
{
  Listing *listing = data;

  if (g_cancellable_set_error_if_cancelled (cab_cli_get_cancellable (listing->cli), error))
    return FALSE;

  if (listing->n_skipped > 0)
    {
      listing->n_skipped -= 1;
      return TRUE;
    }

  return cab_cli_list_add (listing->list, entry, error);
}

gboolean
cab_cli_audit_list (CabCli *cli, GError **error)
{
  CabPractice *practice = cab_cli_get_practice (cli);
  CabFilter filter = CAB_FILTER_ALL;
  g_autoptr (CabRecord) client = NULL;
  g_autoptr (CabCliList) list = NULL;
  gint64 n_wanted = G_MAXINT64;
  gint64 n_entries;
  Listing listing;

  if (!cab_cli_args_get_integer (cab_cli_get_args (cli), "last", 1, G_MAXINT64, &n_wanted, error))
    return FALSE;

  if (cab_cli_get_word (cli, 0) != NULL)
    {
      client = cab_cli_record_find (cli, &cab_client_kind, 0, error);
      if (client == NULL)
        return FALSE;
      filter.client_id = cab_record_get_id (client);
    }

  n_entries = cab_practice_count (practice, &cab_audit_kind, &filter, error);
  list = n_entries >= 0 ? cab_cli_list_new (cli, &cab_audit_kind,
                                            "sequence at act subject_kind subject_id", error)
                        : NULL;
  if (list == NULL)
    return FALSE;

  listing = (Listing){ cli, list, MAX (n_entries - n_wanted, 0) };
  return cab_practice_each (practice, &cab_audit_kind, &filter, list_entry, &listing, error)
         && cab_cli_list_finish (list, error);
}

gboolean
cab_cli_audit_verify (CabCli *cli, GError **error)
{
  CabVault *vault = cab_practice_get_vault (cab_cli_get_practice (cli));
  g_auto (CabVaultReport) report;
  g_autofree char *anchor = cab_vault_dup_anchor (vault);

  cab_vault_report_init (&report);
  if (!cab_vault_verify (vault, CAB_VAULT_VERIFY_CHAIN, NULL, NULL, cab_cli_progress, cli, &report,
                         cab_cli_get_cancellable (cli), error))
    return FALSE;

  if (report.chain_fault != 0 || !cab_vault_report_is_good (&report))
    {
      cab_vault_error_set_chain (error, (gint64)report.chain_fault);
      return FALSE;
    }

  cab_cli_printf (cli, _ ("%" PRIu64 " entries, all of them in order; the log ends at %s.\n"),
                  report.chain_rows, anchor);
  return TRUE;
}
