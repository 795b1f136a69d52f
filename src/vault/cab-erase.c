/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-vault"

#include "config.h"

#include "cab-erase.h"

#include "cab-vault-private.h"

/* Not an earlier erasure of the same record, as a restored backup may have it: what accounts for
 * blanked rows is never blanked itself ([V-83]). */
static const char sql_blank[] = "UPDATE audit SET nonce = NULL, payload = NULL\n"
                                "WHERE entity = ?1 AND nonce IS NOT NULL AND act <> 'erase'";

typedef struct
{
  GPtrArray *entities;
  CabVaultWork work;
  gpointer data;
  const char *counts;
} Erasure;

static gboolean
blank_payloads (CabVault *vault, GPtrArray *entities, GError **error)
{
  g_autoptr (CabStatement) statement = NULL;

  statement = cab_statement_new_trusted (vault->db, sql_blank, "blank the log's words", error);
  if (statement == NULL)
    return FALSE;

  for (guint i = 0; i < entities->len; i++)
    {
      cab_statement_bind_text (statement, 1, g_ptr_array_index (entities, i));
      if (!cab_statement_run (statement, error))
        return FALSE;
    }

  return TRUE;
}

/* A blanked row counts as whole only with a later event that names its entity,
 * so there is one event for each [V-83]; the first carries the counts. */
static gboolean
write_events (CabVault *vault, const Erasure *erasure, GError **error)
{
  for (guint i = 0; i < erasure->entities->len; i++)
    {
      if (!cab_vault_audit (vault, "erase", NULL, g_ptr_array_index (erasure->entities, i),
                            i == 0 ? erasure->counts : NULL, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
erase (CabVault *vault, gpointer data, GError **error)
{
  const Erasure *erasure = data;

  return cab_vault_erasing_begin (vault, error) && erasure->work (vault, erasure->data, error)
         && blank_payloads (vault, erasure->entities, error) && write_events (vault, erasure, error)
         && cab_vault_erasing_end (vault, error);
}

gboolean
cab_erase (CabVault *vault,
           GPtrArray *entities,
           CabVaultWork work,
           gpointer data,
           const char *counts,
           GError **error)
{
  Erasure erasure = { entities, work, data, counts };

  g_return_val_if_fail (vault != NULL && entities != NULL && entities->len > 0, FALSE);
  g_return_val_if_fail (work != NULL, FALSE);

  return cab_vault_transact (vault, "erase records", erase, &erasure, error);
}
