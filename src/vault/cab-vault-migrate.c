/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

/* Bringing an older file to the newest schema [V-46]. The steps themselves are
 * cab-migrator's; here is what stands around them: the copy before, the one
 * transaction, the proof after. */

#define G_LOG_DOMAIN "cabinet-vault"

#include "config.h"

#include "cab-db-copy.h"
#include "cab-swap.h"
#include "cab-vault-error.h"
#include "cab-vault-private.h"

gboolean
cab_vault_record_migration (CabVault *self, int version, GError **error)
{
  g_autoptr (CabStatement) statement
      = cab_statement_new_trusted (self->db,
                                   "INSERT INTO migration (version, applied_at, program)\n"
                                   "VALUES (?1, ?2, ?3)",
                                   "record the schema", error);

  if (statement == NULL)
    return FALSE;

  cab_statement_bind_integer (statement, 1, version);
  cab_statement_bind_integer (statement, 2, cab_clock_get_wall_ms (self->clock));
  cab_statement_bind_text (statement, 3, self->program);

  return cab_statement_run (statement, error);
}

static gboolean
set_failed (GError **error, const char *action)
{
  cab_vault_error_set_step (error, CAB_VAULT_ERROR_MIGRATION, 0, action);

  return FALSE;
}

static gboolean
check_references (CabVault *self, GError **error)
{
  static const char action[] = "check the references after the steps";
  g_autoptr (CabStatement) statement
      = cab_statement_new_trusted (self->db, "PRAGMA foreign_key_check", action, error);

  if (statement == NULL)
    return FALSE;

  switch (cab_statement_step (statement, error))
    {
    case CAB_STEP_DONE:
      return TRUE;

    case CAB_STEP_ROW:
      return set_failed (error, action);

    case CAB_STEP_ERROR:
      break;
    }

  return FALSE;
}

static gboolean
run_steps (CabVault *self, gpointer data, GError **error)
{
  int from = GPOINTER_TO_INT (data);
  int newest = self->migrations->n_steps;
  g_autofree char *payload = g_strdup_printf ("{\"from\":%d,\"to\":%d}", from, newest);

  if (!cab_migrator_apply (self->migrations, self->db, from, newest, error)
      || !check_references (self, error)
      || !cab_migrator_check_schema (self->migrations, self->db, newest, error))
    return FALSE;

  for (int version = from + 1; version <= newest; version++)
    if (!cab_vault_record_migration (self, version, error))
      return FALSE;

  return cab_vault_audit (self, "migrate", NULL, NULL, payload, error);
}

/* A name that sorts by time and says what it is for; exempt from rotation for
 * 30 days. */
static char *
dup_copy_path (CabVault *self, int from)
{
  g_autofree char *now = cab_clock_dup_now (self->clock);
  g_autofree char *stem = g_strdup (self->path);
  g_autoptr (GString) compact = g_string_new (now);

  g_string_replace (compact, "-", "", 0);
  g_string_replace (compact, ":", "", 0);
  if (g_str_has_suffix (stem, ".cabinet"))
    stem[strlen (stem) - strlen (".cabinet")] = '\0';

  return g_strdup_printf ("%s-%s-before-schema-%02d.cabinet-backup", stem, compact->str, from + 1);
}

/* Foreign keys cannot be switched inside a transaction, and a step that makes a
 * table anew must not trip over them. */
static gboolean
migrate (CabVault *self, int from, GError **error)
{
  gboolean done;

  cab_db_forget_statements (self->db);
  if (!cab_db_exec_trusted (self->db, "PRAGMA foreign_keys = OFF", "let references rest", error))
    return FALSE;

  done = cab_vault_transact (self, "update the practice", run_steps, GINT_TO_POINTER (from), error);
  cab_db_forget_statements (self->db);

  return cab_db_exec_trusted (self->db, "PRAGMA foreign_keys = ON", "mind references again",
                              done ? error : NULL)
         && done;
}

static gboolean
keep_code (const GError *error)
{
  return g_error_matches (error, CAB_VAULT_ERROR, CAB_VAULT_ERROR_NO_SPACE)
         || g_error_matches (error, CAB_VAULT_ERROR, CAB_VAULT_ERROR_IO)
         || g_error_matches (error, CAB_VAULT_ERROR, CAB_VAULT_ERROR_LOW_MEMORY)
         || g_error_matches (error, CAB_VAULT_ERROR, CAB_VAULT_ERROR_VERIFY);
}

static gboolean
finish (CabVault *self, GError *local, GError **error)
{
  if (local == NULL)
    return TRUE;

  if (keep_code (local))
    g_propagate_error (error, local);
  else
    {
      gboolean ours = local->domain == CAB_VAULT_ERROR;

      cab_vault_error_set_step (error, CAB_VAULT_ERROR_MIGRATION,
                                ours ? cab_vault_error_get_sqlite_code (local) : 0,
                                ours ? cab_vault_error_get_step (local) : "run a step");
      g_error_free (local);
    }

  return FALSE;
}

gboolean
cab_vault_migrate_copy (CabVault *self, int from, GError **error)
{
  GError *local = NULL;

  g_assert (self->db->mode == CAB_DB_COPY && !self->writable);

  self->writable = TRUE;
  (void)migrate (self, from, &local);
  self->writable = FALSE;

  return finish (self, local, error);
}

/* A copy that stands there already was made and verified this very second, by a
 * run that was then killed. It is proved again, not overwritten. */
static gboolean
copy_before (CabVault *self, int from, GError **error)
{
  static const CabCopyWatch watch = { 0 };
  g_autofree char *path = dup_copy_path (self, from);
  g_auto (CabWorkCopy) copy = CAB_WORK_COPY_INIT;

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return cab_db_check_copy (path, self->key, error);

  return cab_work_copy_write (&copy, self, path, &watch, NULL, error)
         && cab_db_check_copy (copy.path, self->key, error)
         && cab_work_copy_publish (&copy, path, error);
}

gboolean
cab_vault_migrate (CabVault *self, int from, GError **error)
{
  GError *local = NULL;

  g_assert (!self->db->guarded);

  if (copy_before (self, from, &local) && migrate (self, from, &local))
    (void)cab_db_configure (self->db, &local);

  return finish (self, local, error);
}
