/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-cli"

#include "config.h"

#include "cab-cli-watch.h"

#include <glib/gi18n.h>
#include <inttypes.h>

#include "cab-cli-error.h"
#include "cab-cli-text.h"
#include "cab-erasure.h"
#include "cab-store.h"

CabCopyWatch
cab_cli_watch_make (CabCli *cli)
{
  return (CabCopyWatch){
    .rows = cab_store_walk_rows,
    .adopt = cab_erasure_apply_tombstones,
    .inherit = cab_erasure_inherit_tombstones,
    .progress = cab_cli_progress,
    .progress_data = cli,
  };
}

static void
print_each (CabCli *cli, GPtrArray *faults, const char *format)
{
  for (guint i = 0; i < faults->len; i++)
    {
      g_autofree char *escaped
          = cab_cli_text_escape (g_ptr_array_index (faults, i), CAB_CLI_LINES_ESCAPED);

      cab_cli_printf (cli, "%s %s\n", format, escaped);
    }
}

gboolean
cab_cli_watch_print_report (CabCli *cli, const CabVaultReport *report, GError **error)
{
  g_return_val_if_fail (report != NULL, FALSE);

  cab_cli_printf (
      cli, _ ("%" PRIu64 " entries of the activity log, %" PRIu64 " records and pieces of files\n"),
      report->chain_rows, report->rows);

  if (report->chain_fault != 0)
    cab_cli_printf (cli, _ ("activity log, entry %" PRIu64 ": %s\n"), report->chain_fault,
                    report->chain_message);
  print_each (cli, report->integrity, _ ("file:"));
  print_each (cli, report->damaged, _ ("damaged:"));

  if (cab_vault_report_is_good (report))
    {
      cab_cli_print (cli, _ ("no fault\n"));
      return TRUE;
    }

  if (!report->root_matches)
    cab_cli_print (cli, _ ("file: records are missing, or were put back from an older copy\n"));
  g_set_error_literal (error, CAB_CLI_ERROR, CAB_CLI_ERROR_FAULTS,
                       _ ("The check found faults. Restore a backup."));
  return FALSE;
}
