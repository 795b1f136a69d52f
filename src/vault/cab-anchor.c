/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-vault"

#include "config.h"

#include "cab-anchor.h"

#include <string.h>

#include "cab-vault-private.h"

/* CabVaultWork */
static gboolean
note_printed (CabVault *vault, gpointer data, GError **error)
{
  const char *anchor = data;

  return cab_vault_write_meta (vault, "printed_anchor", anchor, strlen (anchor), error)
         && cab_vault_audit (vault, "print", "audit", NULL, anchor, error);
}

gboolean
cab_anchor_note_printed (CabVault *vault, const char *anchor, GError **error)
{
  g_return_val_if_fail (vault != NULL, FALSE);
  g_return_val_if_fail (anchor != NULL, FALSE);

  return !cab_vault_is_writable (vault)
         || cab_vault_transact (vault, "note a printed anchor", note_printed, (gpointer)anchor,
                                error);
}

char *
cab_anchor_dup_printed (CabVault *vault)
{
  static const char sql[] = "SELECT CAST (value AS TEXT) FROM meta\n"
                            "WHERE name = 'printed_anchor' AND value IS NOT NULL";
  g_autoptr (CabStatement) statement = NULL;

  g_return_val_if_fail (vault != NULL && vault->db != NULL, NULL);

  statement = cab_statement_new_trusted (vault->db, sql, "read the printed anchor", NULL);
  if (statement == NULL || cab_statement_step (statement, NULL) != CAB_STEP_ROW)
    return NULL;

  return g_strdup (cab_statement_get_text (statement, 0));
}

char *
cab_anchor_dup_printed_date (CabVault *vault)
{
  g_autofree char *anchor = cab_anchor_dup_printed (vault);
  g_auto (GStrv) parts = anchor == NULL ? NULL : g_strsplit (anchor, " ", 3);

  return parts == NULL || g_strv_length (parts) < 3 ? NULL : g_strdup (parts[1]);
}
