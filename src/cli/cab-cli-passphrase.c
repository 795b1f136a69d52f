/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-cli"

#include "config.h"

#include "cab-cli-passphrase.h"

#include <glib/gi18n.h>

#include "cab-cli-open.h"
#include "cab-cli-show.h"
#include "cab-cli-watch.h"
#include "cab-kdf.h"
#include "cab-passphrase.h"
#include "cab-recovery-sheet.h"

static gboolean
change (CabCli *cli,
        CabVault *vault,
        CabSecret *old_secret,
        CabSecret *new_passphrase,
        GError **error)
{
  CabCopyWatch watch = cab_cli_watch_make (cli);
  GCancellable *cancellable = cab_cli_get_cancellable (cli);

  if (cab_cli_has_option (cli, "recovery"))
    return cab_passphrase_set_by_code (vault, old_secret, new_passphrase, &watch, cancellable,
                                       error);

  return cab_passphrase_change (vault, old_secret, new_passphrase, &watch, cancellable, error);
}

gboolean
cab_cli_passphrase_change (CabCli *cli, GError **error)
{
  const char *path = cab_cli_open_get_path (cli, error);
  g_autoptr (CabVault) vault = NULL;
  g_autoptr (CabSecret) old_secret = NULL;
  g_autoptr (CabSecret) new_passphrase = NULL;

  if (path == NULL)
    return FALSE;

  vault = cab_cli_open_vault (cli, path, CAB_VAULT_OPEN_NORMAL, &old_secret, error);
  if (vault == NULL)
    return FALSE;

  new_passphrase = cab_cli_open_ask_new (cli, "new-passphrase", error);
  if (new_passphrase == NULL || !change (cli, vault, old_secret, new_passphrase, error))
    return FALSE;

  cab_cli_say (cli, _ ("Done. Older backups still open with the old passphrase. The old recovery "
                       "sheet does not open this file any more: make a new one with “recovery "
                       "show”."));
  return TRUE;
}

/* The code goes from secret memory to the descriptor, without a copy on the way. */
static gboolean
print_sheet (CabCli *cli, CabRecoverySheet *sheet, GError **error)
{
  cab_cli_show_line (cli, _ ("Recovery sheet"), sheet->fingerprint);
  cab_cli_show_line (cli, _ ("Practice file"), sheet->file_name);
  cab_cli_show_line (cli, _ ("File header"), sheet->header);
  cab_cli_show_line (cli, _ ("Made on"), sheet->date);
  cab_cli_show_line (cli, _ ("Activity log at"), sheet->anchor);
  cab_cli_print (cli, "\n");

  if (!cab_cli_print_secret (cli, sheet->code, error))
    return FALSE;

  cab_cli_print (cli, "\n\n");
  cab_cli_print (cli,
                 _ ("These four lines open the practice without its passphrase:\n"
                    "  cabinet-cli -p FILE --recovery client list\n"
                    "Keep them on paper, away from the computer. Whoever has them and the file "
                    "can read it.\n"));
  return TRUE;
}

gboolean
cab_cli_recovery_show (CabCli *cli, GError **error)
{
  const char *path = cab_cli_open_get_path (cli, error);
  g_autoptr (CabVault) vault = NULL;
  g_autoptr (CabSecret) passphrase = NULL;
  g_auto (CabRecoverySheet) sheet = { 0 };

  if (path == NULL)
    return FALSE;
  if (cab_cli_has_option (cli, "recovery"))
    return cab_cli_set_usage_error (error, _ ("The sheet is made from the passphrase, not from the "
                                              "code that is on it."));

  vault = cab_cli_open_vault (cli, path, CAB_VAULT_OPEN_READ_ONLY, &passphrase, error);
  if (vault == NULL
      || !cab_recovery_sheet_make (vault, passphrase, &sheet, cab_cli_get_cancellable (cli), error)
      || !print_sheet (cli, &sheet, error))
    return FALSE;

  cab_cli_say (cli, _ ("When it is on paper, prove it with “recovery prove”."));
  return TRUE;
}

gboolean
cab_cli_recovery_prove (CabCli *cli, GError **error)
{
  const char *path = cab_cli_open_get_path (cli, error);
  g_autoptr (CabVault) vault = NULL;
  g_autoptr (CabSecret) code = NULL;
  g_autofree char *fingerprint = NULL;

  if (path == NULL)
    return FALSE;
  if (!cab_cli_has_option (cli, "recovery"))
    return cab_cli_set_usage_error (error, _ ("What is proved is the code: give --recovery, too."));

  vault = cab_cli_open_vault (cli, path, CAB_VAULT_OPEN_NORMAL, &code, error);
  if (vault == NULL || !cab_recovery_sheet_prove (vault, code, error))
    return FALSE;

  fingerprint = cab_vault_dup_fingerprint (vault);
  if (!cab_vault_close (vault, error))
    return FALSE;

  cab_cli_say (cli, _ ("The code opens the practice. Sheet %s is current."), fingerprint);
  return TRUE;
}

gboolean
cab_cli_practice_raw_key (CabCli *cli, GError **error)
{
  const char *path = cab_cli_open_get_path (cli, error);
  guint8 header[CAB_HEADER_LENGTH];
  g_autoptr (CabSecret) root = NULL;
  g_autoptr (CabSecret) key = NULL;
  g_autoptr (CabSecret) line = NULL;

  if (path == NULL)
    return FALSE;

  root = cab_cli_open_derive_root (cli, path, header, error);
  if (root == NULL)
    return FALSE;

  key = cab_kdf_derive_key (root);
  line = cab_kdf_new_shell_line (key);
  return cab_cli_print_secret (cli, line, error);
}
