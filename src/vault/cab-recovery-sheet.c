/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-vault"

#include "config.h"

#include "cab-recovery-sheet.h"

#include "cab-recovery.h"
#include "cab-vault-error.h"
#include "cab-vault-private.h"

void
cab_recovery_sheet_clear (CabRecoverySheet *self)
{
  g_clear_pointer (&self->code, cab_secret_free);
  g_clear_pointer (&self->fingerprint, g_free);
  g_clear_pointer (&self->header, g_free);
  g_clear_pointer (&self->date, g_free);
  g_clear_pointer (&self->anchor, g_free);
  g_clear_pointer (&self->file_name, g_free);
}

static gboolean
check_key (CabVault *vault, CabSecret *root, GError **error)
{
  g_autoptr (CabSecret) key = cab_kdf_derive_key (root);

  if (cab_secret_equal (key, vault->key))
    return TRUE;

  cab_vault_error_set (error, CAB_VAULT_ERROR_WRONG_KEY);
  return FALSE;
}

static char *
dup_hex (const guint8 *bytes, gsize length)
{
  GString *hex = g_string_new (NULL);

  for (gsize i = 0; i < length; i++)
    g_string_append_printf (hex, "%02x", bytes[i]);

  return g_string_free (hex, FALSE);
}

gboolean
cab_recovery_sheet_make (CabVault *vault,
                         CabSecret *passphrase,
                         CabRecoverySheet *sheet,
                         GCancellable *cancellable,
                         GError **error)
{
  g_autoptr (CabSecret) root = NULL;

  g_return_val_if_fail (vault != NULL && vault->db != NULL, FALSE);
  g_return_val_if_fail (passphrase != NULL && sheet != NULL, FALSE);

  root = cab_kdf_derive_root (passphrase, vault->header, cancellable, error);
  if (root == NULL || !check_key (vault, root, error))
    return FALSE;

  sheet->code = cab_recovery_encode (root);
  sheet->fingerprint = cab_vault_dup_fingerprint (vault);
  sheet->header = dup_hex (vault->header, sizeof vault->header);
  sheet->date = cab_clock_dup_today (vault->clock);
  sheet->anchor = cab_vault_dup_anchor (vault);
  sheet->file_name = g_strdup (vault->name);

  return TRUE;
}

static gboolean
note_sheet (CabVault *vault, gpointer data, GError **error)
{
  const char *date = data;

  return cab_vault_write_meta (vault, "sheet_date", date, strlen (date), error)
         && cab_vault_audit (vault, "change", NULL, NULL, "recovery sheet proved", error);
}

gboolean
cab_recovery_sheet_prove (CabVault *vault, CabSecret *code, GError **error)
{
  g_autoptr (CabSecret) root = NULL;
  g_autofree char *today = NULL;

  g_return_val_if_fail (vault != NULL && vault->db != NULL && code != NULL, FALSE);

  root = cab_recovery_decode (code, error);
  if (root == NULL || !check_key (vault, root, error))
    return FALSE;

  today = cab_clock_dup_today (vault->clock);
  return cab_vault_transact (vault, "note the recovery sheet", note_sheet, today, error);
}

char *
cab_recovery_sheet_dup_date (CabVault *vault)
{
  static const char sql[]
      = "SELECT CAST (value AS TEXT) FROM meta WHERE name = 'sheet_date' AND value IS NOT NULL";
  g_autoptr (CabStatement) statement = NULL;

  g_return_val_if_fail (vault != NULL && vault->db != NULL, NULL);

  statement = cab_statement_new_trusted (vault->db, sql, "read the sheet's date", NULL);
  if (statement == NULL || cab_statement_step (statement, NULL) != CAB_STEP_ROW)
    return NULL;

  return g_strdup (cab_statement_get_text (statement, 0));
}
