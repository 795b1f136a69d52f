/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

/* Step 11 of the opening recipe: is this file the one that was last used here,
 * was it closed, is the clock right; and the lease [V-25]. */

#define G_LOG_DOMAIN "cabinet-vault"

#include "config.h"

#include <sodium.h>
#include <unistd.h>

#include "cab-vault-error.h"
#include "cab-vault-private.h"
#include "cab-witness.h"

/* [V-20] 11 */
#define ROWS_AT_OPEN 64

/* [V-94] */
#define CLOCK_TOLERANCE_MS (5 * 60 * 1000)
#define CLOCK_PAUSE_MS (48 * 60 * 60 * 1000)

/* Parts the name of a host, which people read, from what tells two computers of
 * one name apart. No host name has it. */
#define HOST_SEPARATOR " / "

static const char select_lease_sql[] = "SELECT lease_host, lease_wall FROM state WHERE one = 1";

static const char update_lease_sql[]
    = "UPDATE state\n"
      "SET lease_host = ?1, lease_boot = ?2, lease_pid = ?3, lease_wall = ?4\n"
      "WHERE one = 1";

static void
add_act (CabVaultHistory *history, const char *act)
{
  g_assert (history->n_acts < G_N_ELEMENTS (history->acts));

  history->acts[history->n_acts++] = act;
}

static gboolean
compare_witness (CabVault *self, CabVaultOpenFlags flags, CabVaultHistory *history, GError **error)
{
  g_autofree char *folder = cab_vault_dup_witness_folder (self);
  guint8 row_mac[CAB_DIGEST_LENGTH];
  CabWitness witness;
  gboolean found = cab_witness_read (folder, self->practice_id, &witness);
  gboolean genuine = FALSE;
  int has_row = 0;

  if (found)
    {
      genuine = cab_witness_is_genuine (&witness, cab_secret_open (self->witness_key),
                                        self->practice_id);
      cab_secret_close (self->witness_key);
      has_row = cab_vault_get_row_mac (self, (guint64)witness.head.seq, row_mac, error);
      if (has_row < 0)
        return FALSE;
    }

  switch (cab_witness_compare (found ? &witness : NULL, genuine, self->state.generation,
                               &self->state.head, has_row ? row_mac : NULL))
    {
    case CAB_WITNESS_FIRST:
      add_act (history, "first-seen-here");
      return TRUE;

    case CAB_WITNESS_REPLACED:
      add_act (history, "witness-replaced");
      return TRUE;

    case CAB_WITNESS_SAME:
    case CAB_WITNESS_NEWER:
      return TRUE;

    case CAB_WITNESS_OLDER:
      if ((flags & CAB_VAULT_OPEN_USE_OLDER) == 0)
        {
          cab_vault_error_set_older (error, witness.head.seq - self->state.head.seq,
                                     witness.wall_ms);
          return FALSE;
        }
      break;

    case CAB_WITNESS_FORKED:
      if ((flags & CAB_VAULT_OPEN_USE_OLDER) == 0)
        {
          cab_vault_error_set_forked (error, witness.wall_ms);
          return FALSE;
        }
      break;
    }

  add_act (history, "older-used");

  return TRUE;
}

/* The name of this computer and a mark of its own, which is another for every
 * practice, so that it tells nobody which practices are of one computer. */
static char *
dup_host (CabVault *self)
{
  g_autofree char *machine = NULL;
  guint8 mark[crypto_generichash_BYTES_MIN];
  char hex[9];

  if (!g_file_get_contents ("/etc/machine-id", &machine, NULL, NULL))
    return g_strdup (g_get_host_name ());

  crypto_generichash (mark, sizeof mark, (const guint8 *)machine, strlen (machine),
                      self->practice_id, sizeof self->practice_id);
  sodium_bin2hex (hex, sizeof hex, mark, 4);

  return g_strconcat (g_get_host_name (), HOST_SEPARATOR, hex, NULL);
}

/* The same computer may have got another name since. */
static gboolean
is_same_host (const char *one, const char *two)
{
  const char *mark_one = g_strrstr (one, HOST_SEPARATOR);
  const char *mark_two = g_strrstr (two, HOST_SEPARATOR);

  if (mark_one != NULL && mark_two != NULL)
    return g_str_equal (mark_one, mark_two);

  return g_str_equal (one, two);
}

static void
set_lease_error (const char *host, gint64 wall_ms, GError **error)
{
  g_autofree char *name = g_strdup (host);
  char *mark = g_strrstr (name, HOST_SEPARATOR);

  if (mark != NULL)
    *mark = '\0';
  cab_vault_error_set_lease (error, name, wall_ms);
}

static gboolean
check_lease (CabVault *self, CabVaultOpenFlags flags, CabVaultHistory *history, GError **error)
{
  g_autofree char *here = dup_host (self);
  g_autoptr (CabStatement) statement
      = cab_statement_new_trusted (self->db, select_lease_sql, "read the lease", error);
  const char *host;

  if (statement == NULL || cab_statement_step (statement, error) != CAB_STEP_ROW)
    return FALSE;

  host = cab_statement_get_text (statement, 0);
  if (host == NULL)
    return TRUE;

  if (is_same_host (host, here))
    add_act (history, "unclean-close");
  else if ((flags & CAB_VAULT_OPEN_TAKE_LEASE) != 0)
    add_act (history, "lease-taken");
  else
    {
      set_lease_error (host, cab_statement_get_integer (statement, 1), error);
      return FALSE;
    }

  return TRUE;
}

static void
check_clock (CabVault *self, CabVaultHistory *history)
{
  gint64 now = cab_clock_get_wall_ms (self->clock);

  self->clock_back = now < self->state.max_wall - CLOCK_TOLERANCE_MS;
  self->clock_ahead = now - CLOCK_PAUSE_MS > self->state.max_wall;
  if (self->clock_back)
    add_act (history, "clock-back");
}

gboolean
cab_vault_check_history (CabVault *self,
                         CabVaultOpenFlags flags,
                         CabVaultHistory *history,
                         GError **error)
{
  if (!cab_vault_verify_chain (self, ROWS_AT_OPEN, NULL, error)
      || !compare_witness (self, flags, history, error)
      || !check_lease (self, flags, history, error))
    return FALSE;

  check_clock (self, history);
  if (self->db->was_wal)
    add_act (history, "wal-converted");

  return TRUE;
}

static gboolean
write_lease (CabVault *self, const char *host, GError **error)
{
  g_autoptr (CabStatement) statement
      = cab_statement_new_trusted (self->db, update_lease_sql, "write the lease", error);

  if (statement == NULL)
    return FALSE;

  cab_statement_bind_text (statement, 1, host);
  if (host == NULL)
    {
      cab_statement_bind_null (statement, 2);
      cab_statement_bind_null (statement, 3);
      cab_statement_bind_null (statement, 4);
    }
  else
    {
      cab_statement_bind_text (statement, 2, cab_clock_get_boot_id (self->clock));
      cab_statement_bind_integer (statement, 3, getpid ());
      cab_statement_bind_integer (statement, 4, cab_clock_get_wall_ms (self->clock));
    }

  return cab_statement_run (statement, error);
}

static gboolean
begin_work (CabVault *self, gpointer data, GError **error)
{
  const CabVaultHistory *history = data;
  g_autofree char *host = dup_host (self);

  for (guint i = 0; i < history->n_acts; i++)
    if (!cab_vault_audit (self, history->acts[i], NULL, NULL, NULL, error))
      return FALSE;

  return write_lease (self, host, error);
}

gboolean
cab_vault_write_history (CabVault *self, const CabVaultHistory *history, GError **error)
{
  self->leased = cab_vault_transact_quietly (self, "mark the practice as open", begin_work,
                                             (gpointer)history, error);

  return self->leased;
}

static gboolean
end_work (CabVault *self, gpointer data, GError **error)
{
  return write_lease (self, NULL, error);
}

gboolean
cab_vault_give_up_lease (CabVault *self, GError **error)
{
  return cab_vault_transact_quietly (self, "mark the practice as closed", end_work, NULL, error);
}
