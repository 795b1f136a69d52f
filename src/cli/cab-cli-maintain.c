/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-cli"

#include "config.h"

#include "cab-cli-maintain.h"

#include <glib/gi18n.h>

#include "cab-cli-open.h"
#include "cab-cli-watch.h"
#include "cab-passphrase.h"
#include "cab-recovery-sheet.h"

gboolean
cab_cli_practice_check (CabCli *cli, GError **error)
{
  CabVault *vault = cab_practice_get_vault (cab_cli_get_practice (cli));
  CabCopyWatch watch = cab_cli_watch_make (cli);
  g_auto (CabVaultReport) report = { 0 };

  cab_vault_report_init (&report);
  return cab_vault_verify (vault, CAB_VAULT_VERIFY_ALL, watch.rows, watch.data, watch.progress,
                           watch.progress_data, &report, cab_cli_get_cancellable (cli), error)
         && cab_cli_watch_print_report (cli, &report, error);
}

gboolean
cab_cli_practice_compact (CabCli *cli, GError **error)
{
  CabCopyWatch watch = cab_cli_watch_make (cli);

  return cab_compact (cab_practice_get_vault (cab_cli_get_practice (cli)), &watch,
                      cab_cli_get_cancellable (cli), error);
}

/* 32 hex digits, as the recovery sheet has them. */
static gboolean
read_header (CabCli *cli, guint8 *header, gboolean *is_given, GError **error)
{
  const char *text = cab_cli_get_option (cli, "header");

  *is_given = text != NULL;
  if (text == NULL)
    return TRUE;

  for (guint i = 0; i < 2 * CAB_HEADER_LENGTH; i++)
    {
      int digit = g_ascii_xdigit_value (text[i]);

      if (digit < 0)
        return cab_cli_set_usage_error (
            error, _ ("--header takes the 32 hexadecimal digits of the recovery sheet."));
      header[i / 2] = (guint8)(i % 2 == 0 ? digit << 4 : header[i / 2] | digit);
    }

  if (text[2 * CAB_HEADER_LENGTH] != '\0')
    return cab_cli_set_usage_error (
        error, _ ("--header takes the 32 hexadecimal digits of the recovery sheet."));

  return TRUE;
}

gboolean
cab_cli_practice_repair (CabCli *cli, GError **error)
{
  const char *path = cab_cli_get_word (cli, 0);
  CabCopyWatch watch = cab_cli_watch_make (cli);
  guint8 header[CAB_HEADER_LENGTH];
  gboolean is_given = FALSE;
  g_autoptr (CabSecret) secret = NULL;
  g_autofree char *kept = NULL;
  CabCredential credential;

  if (!read_header (cli, header, &is_given, error))
    return FALSE;

  secret = cab_cli_open_ask_credential (cli, path, error);
  if (secret == NULL)
    return FALSE;

  credential = cab_cli_open_make_credential (cli, secret);
  if (!cab_repair_header (path, &credential, is_given ? header : NULL, cab_cli_get_settings (cli),
                          &watch, &kept, cab_cli_get_cancellable (cli), error))
    return FALSE;

  if (kept != NULL)
    cab_cli_say (cli, _ ("The practice opens again. The damaged file is kept as “%s”."), kept);
  else
    cab_cli_say (cli, _ ("The header of this file is as it should be. Nothing was changed."));
  return TRUE;
}
