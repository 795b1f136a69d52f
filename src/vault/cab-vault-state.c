/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

/* The two small tables that describe the file itself: `meta`, written once, and
 * the one row of `state`, written by every transaction. */

#define G_LOG_DOMAIN "cabinet-vault"

#include "config.h"

#include "cab-kdf.h"
#include "cab-vault-error.h"
#include "cab-vault-private.h"

static const char select_state_sql[]
    = "SELECT generation, head_seq, head_mac, max_wall, content_root, erasing\n"
      "FROM state\n"
      "WHERE one = 1";

static const char update_state_sql[]
    = "UPDATE state\n"
      "SET generation = ?1, head_seq = ?2, head_mac = ?3, max_wall = ?4, content_root = ?5\n"
      "WHERE one = 1";

static const char select_meta_sql[] = "SELECT value FROM meta WHERE name = ?1";

static const char insert_meta_sql[] = "INSERT INTO meta (name, value)\n"
                                      "VALUES (?1, ?2)\n"
                                      "ON CONFLICT (name) DO UPDATE SET value = excluded.value";

static gboolean
set_damaged (GError **error, const char *action)
{
  cab_vault_error_set_step (error, CAB_VAULT_ERROR_DAMAGED, 0, action);

  return FALSE;
}

/* Reads exactly @length bytes of a column. */
static gboolean
read_bytes (CabStatement *statement, int column, guint8 *bytes, gsize length)
{
  gsize actual = 0;
  const guint8 *data = cab_statement_get_bytes (statement, column, &actual);

  if (actual != length)
    return FALSE;

  memcpy (bytes, data, length);

  return TRUE;
}

gboolean
cab_vault_read_state (CabVault *self, GError **error)
{
  static const char action[] = "read the state of the file";
  g_autoptr (CabStatement) statement
      = cab_statement_new_trusted (self->db, select_state_sql, action, error);
  CabVaultState state = { 0 };

  if (statement == NULL)
    return FALSE;

  switch (cab_statement_step (statement, error))
    {
    case CAB_STEP_ERROR:
      return FALSE;

    case CAB_STEP_DONE:
      return set_damaged (error, action);

    case CAB_STEP_ROW:
      break;
    }

  state.generation = (guint64)cab_statement_get_integer (statement, 0);
  state.head.seq = cab_statement_get_integer (statement, 1);
  state.max_wall = cab_statement_get_integer (statement, 3);
  if (!read_bytes (statement, 2, state.head.mac, sizeof state.head.mac)
      || !read_bytes (statement, 4, state.content_root, sizeof state.content_root)
      || state.head.seq < 0 || cab_statement_get_integer (statement, 0) < 0 || state.max_wall < 0
      || cab_statement_get_integer (statement, 5) != 0)
    return set_damaged (error, action);

  self->state = state;

  return TRUE;
}

gboolean
cab_vault_settle (CabVault *self, GError **error)
{
  g_assert (self->depth == 0);

  return cab_vault_read_state (self, error);
}

gboolean
cab_vault_write_state (CabVault *self, GError **error)
{
  g_autoptr (CabStatement) statement = cab_statement_new_trusted (
      self->db, update_state_sql, "write the state of the file", error);

  if (statement == NULL)
    return FALSE;

  cab_statement_bind_integer (statement, 1, (gint64)self->state.generation);
  cab_statement_bind_integer (statement, 2, self->state.head.seq);
  cab_statement_bind_bytes (statement, 3, self->state.head.mac, sizeof self->state.head.mac);
  cab_statement_bind_integer (statement, 4, self->state.max_wall);
  cab_statement_bind_bytes (statement, 5, self->state.content_root,
                            sizeof self->state.content_root);

  return cab_statement_run (statement, error);
}

/* Returns: %TRUE with exactly @length bytes; a missing row is damage */
static gboolean
read_meta_bytes (CabVault *self, const char *name, guint8 *bytes, gsize length, GError **error)
{
  static const char action[] = "read the description of the file";
  g_autoptr (CabStatement) statement
      = cab_statement_new_trusted (self->db, select_meta_sql, action, error);

  if (statement == NULL)
    return FALSE;

  cab_statement_bind_text (statement, 1, name);
  switch (cab_statement_step (statement, error))
    {
    case CAB_STEP_ERROR:
      return FALSE;

    case CAB_STEP_DONE:
      return set_damaged (error, action);

    case CAB_STEP_ROW:
      break;
    }

  return read_bytes (statement, 0, bytes, length) || set_damaged (error, action);
}

/* A copy is read before and after it was recovered: what was there is wiped. */
static gboolean
read_meta_key (CabVault *self, const char *name, CabSecret **key, GError **error)
{
  gboolean read;

  g_clear_pointer (key, cab_secret_free);
  *key = cab_secret_new (CAB_KEY_LENGTH);
  read = read_meta_bytes (self, name, cab_secret_open_for_writing (*key), CAB_KEY_LENGTH, error);
  cab_secret_close (*key);

  return read;
}

gboolean
cab_vault_read_meta (CabVault *self, GError **error)
{
  guint8 header[CAB_HEADER_LENGTH];
  char created[CAB_INSTANT_LENGTH + 1] = { 0 };

  if (!read_meta_bytes (self, "header16", header, sizeof header, error))
    return FALSE;
  if (memcmp (header, self->header, sizeof header) != 0)
    return set_damaged (error, "compare the header with its copy");

  if (!read_meta_bytes (self, "practice_id", self->practice_id, sizeof self->practice_id, error)
      || !read_meta_bytes (self, "fingerprint", self->fingerprint, sizeof self->fingerprint, error)
      || !read_meta_bytes (self, "created", (guint8 *)created, CAB_INSTANT_LENGTH, error))
    return FALSE;
  if (!cab_clock_parse_instant (created, &self->created))
    return set_damaged (error, "read when the practice was made");

  return read_meta_key (self, "k_audit", &self->audit_key, error)
         && read_meta_key (self, "k_digest", &self->digest_key, error)
         && read_meta_key (self, "k_witness", &self->witness_key, error);
}

gboolean
cab_vault_write_meta (CabVault *self,
                      const char *name,
                      const void *bytes,
                      gsize length,
                      GError **error)
{
  g_autoptr (CabStatement) statement = cab_statement_new_trusted (
      self->db, insert_meta_sql, "write the description of the file", error);

  if (statement == NULL)
    return FALSE;

  cab_statement_bind_text (statement, 1, name);
  cab_statement_bind_bytes (statement, 2, bytes, length);

  return cab_statement_run (statement, error);
}
