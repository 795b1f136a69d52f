/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-cli"

#include "config.h"

#include "cab-cli-error.h"

#include <gio/gio.h>
#include <glib/gi18n.h>

#include "cab-export-error.h"
#include "cab-model-error.h"
#include "cab-vault-error.h"

typedef struct
{
  const char *name;
  const char *action;
} ErrorRow;

/* clang-format off */
static const ErrorRow rows[] = {
  [CAB_CLI_ERROR_USAGE] = { "usage", NULL },
  [CAB_CLI_ERROR_NO_TERMINAL] =
      { "no-terminal",
        N_("Give the passphrase by --passphrase-file or --passphrase-fd, and answer questions "
           "with --yes.") },
  [CAB_CLI_ERROR_NOT_CONFIRMED] = { "not-confirmed", NULL },
  [CAB_CLI_ERROR_INPUT] = { "input", NULL },
  [CAB_CLI_ERROR_OUTPUT] = { "output", NULL },
  [CAB_CLI_ERROR_WEAK_PASSPHRASE] =
      { "weak-passphrase",
        N_("Six words drawn by dice make a good one.") },
  [CAB_CLI_ERROR_MISMATCH] = { "mismatch", NULL },
  [CAB_CLI_ERROR_FAULTS] = { "faults", NULL },
};
G_STATIC_ASSERT (G_N_ELEMENTS (rows) == CAB_N_CLI_ERRORS);

/* What a person at a command line can do about an error of the vault. */
static const struct
{
  CabVaultError code;
  const char *action;
} vault_actions[] = {
  { CAB_VAULT_ERROR_WRONG_KEY,
    N_("If the passphrase is lost, the recovery sheet opens the file: --recovery.") },
  { CAB_VAULT_ERROR_NEWER, N_("It can be opened with --read-only if its changes allow that.") },
  { CAB_VAULT_ERROR_IN_USE, N_("Close it there and try again, or read a copy: --snapshot.") },
  { CAB_VAULT_ERROR_DAMAGED_START, N_("Restore a backup: cabinet-cli backup restore.") },
  { CAB_VAULT_ERROR_DAMAGED_HEADER, N_("Repair a copy: cabinet-cli practice repair.") },
  { CAB_VAULT_ERROR_DAMAGED,
    N_("Open it with --read-only, or restore a backup: cabinet-cli backup restore.") },
  { CAB_VAULT_ERROR_CONTENT, N_("A backup may still hold it: open one with -p.") },
  { CAB_VAULT_ERROR_CHAIN, N_("Open it with --read-only and look at it: cabinet-cli audit verify.") },
  { CAB_VAULT_ERROR_OLDER, N_("Open it with --read-only, or with --use-this-file if it is the "
                              "right one.") },
  { CAB_VAULT_ERROR_FORKED, N_("Open it with --read-only, or with --use-this-file if it is the "
                               "right one.") },
  { CAB_VAULT_ERROR_LEASE, N_("If it is not open there any more: --open-anyway.") },
  { CAB_VAULT_ERROR_FULL_FILE, N_("Make room: cabinet-cli practice compact.") },
};

/* What the command line can say to come further. */
static const struct
{
  CabExportError code;
  const char *action;
} export_actions[] = {
  { CAB_EXPORT_ERROR_ZIP_NO_PASSPHRASE, N_("Give it by --bundle-passphrase-file.") },
  { CAB_EXPORT_ERROR_CSV_ENCODING, N_("Say it by --encoding.") },
  { CAB_EXPORT_ERROR_CLIENT_CLASH, N_("Leave one out: --column HEADING=leave.") },
  { CAB_EXPORT_ERROR_CLIENT_NO_NAME, N_("Say which it is: --column HEADING=given_name.") },
  { CAB_EXPORT_ERROR_CLIENT_DATE_ORDER, N_("Say it by --date-order: dmy, mdy or ymd.") },
  { CAB_EXPORT_ERROR_CLIENT_SHORT_YEARS, N_("Say it: --century FIELD=1900 or 2000.") },
  { CAB_EXPORT_ERROR_CLIENT_ROWS,
    N_("Mend the rows; --rejects writes them into a table of their own.") },
  { CAB_EXPORT_ERROR_MOOD_UNMAPPED, N_("Say what it means: --mood NAME=1..5.") },
  { CAB_EXPORT_ERROR_EXPORT_PRACTICE_FIELD, N_("Fill it in: cabinet-cli practice set.") },
  { CAB_EXPORT_ERROR_EXPORT_BASIS,
    N_("Set it on the record by --basis6, and for new ones: cabinet-cli practice set "
       "basis6.KIND.") },
  { CAB_EXPORT_ERROR_EXPORT_PROCESS_NOTES, N_("Say it: --process-notes yes or no.") },
  { CAB_EXPORT_ERROR_EXPORT_RECIPIENT, N_("Say it by --recipient.") },
};
/* clang-format on */

G_DEFINE_QUARK (cab_cli_error, cab_cli_error)

const char *
cab_cli_error_get_name (const GError *error)
{
  g_return_val_if_fail (error != NULL, NULL);

  if (error->domain == CAB_CLI_ERROR)
    return rows[error->code].name;
  if (error->domain == CAB_VAULT_ERROR)
    return cab_vault_error_get_name (error->code);
  if (error->domain == CAB_MODEL_ERROR)
    return cab_model_error_get_name (error->code);
  if (error->domain == CAB_EXPORT_ERROR)
    return cab_export_error_get_name (error->code);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return cab_vault_error_get_name (CAB_VAULT_ERROR_CANCELLED);

  return "system";
}

static const char *
get_vault_action (int code)
{
  for (gsize i = 0; i < G_N_ELEMENTS (vault_actions); i++)
    {
      if ((int)vault_actions[i].code == code)
        return _ (vault_actions[i].action);
    }

  return NULL;
}

/* Where a rule refused, its sentence says what to do; a general one beside it
 * would say something else. */
static const char *
get_model_action (int code)
{
  switch ((CabModelError)code)
    {
    case CAB_MODEL_ERROR_IMMUTABLE:
    case CAB_MODEL_ERROR_GATE:
    case CAB_MODEL_ERROR_RESTRICTED:
    case CAB_MODEL_ERROR_HELD:
    case CAB_MODEL_ERROR_DUPLICATE:
      return NULL;
    case CAB_MODEL_ERROR_INVALID:
    case CAB_MODEL_ERROR_CONFLICT:
    case CAB_MODEL_ERROR_MISSING_REF:
    case CAB_MODEL_ERROR_READ_ONLY:
    case CAB_MODEL_ERROR_NOT_FOUND:
    case CAB_MODEL_ERROR_AMBIGUOUS:
    case CAB_MODEL_ERROR_ERASED:
      break;
    }

  return cab_model_error_get_action (code);
}

static const char *
get_export_action (int code)
{
  for (gsize i = 0; i < G_N_ELEMENTS (export_actions); i++)
    {
      if ((int)export_actions[i].code == code)
        return _ (export_actions[i].action);
    }

  return NULL;
}

const char *
cab_cli_error_get_action (const GError *error)
{
  g_return_val_if_fail (error != NULL, NULL);

  if (error->domain == CAB_CLI_ERROR && rows[error->code].action != NULL)
    return _ (rows[error->code].action);
  if (error->domain == CAB_MODEL_ERROR)
    return get_model_action (error->code);
  if (error->domain == CAB_VAULT_ERROR)
    return get_vault_action (error->code);
  if (error->domain == CAB_EXPORT_ERROR)
    return get_export_action (error->code);

  return NULL;
}

int
cab_cli_error_get_status (const GError *error)
{
  g_return_val_if_fail (error != NULL, 1);

  return g_error_matches (error, CAB_CLI_ERROR, CAB_CLI_ERROR_USAGE) ? 2 : 1;
}
