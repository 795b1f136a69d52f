/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-vault"

#include "config.h"

#include <sys/stat.h>

#include "cab-vault-error.h"
#include "cab-vault-private.h"

static gboolean
run_trusted (CabVault *self, const char *sql, const char *action, GError **error)
{
  g_autoptr (CabStatement) statement = cab_statement_new_trusted (self->db, sql, action, error);

  return statement != NULL && cab_statement_run (statement, error);
}

/* Whether SQLite still has a transaction: a full disk or an I/O error may have
 * rolled it back on its own (measured, [V-190] 20). */
static gboolean
is_open (CabVault *self)
{
  return sqlite3_get_autocommit (self->db->handle) == 0;
}

static void
roll_back (CabVault *self, const char *action)
{
  g_autoptr (GError) error = NULL;

  if (is_open (self) && !run_trusted (self, "ROLLBACK", action, &error))
    g_critical ("Rolling back failed: %s", error->message);

  g_assert (!is_open (self));
}

/* Opening a secret is a system call. Thousands of rows in one transaction open
 * these two thousands of times, so they stay open as long as it does. */
static void
open_keys (CabVault *self)
{
  (void)cab_secret_open (self->audit_key);
  (void)cab_secret_open (self->digest_key);
}

static void
close_keys (CabVault *self)
{
  cab_secret_close (self->audit_key);
  cab_secret_close (self->digest_key);
}

/* How many rows this connection has changed and not undone again. */
static gint64
count_changes (CabVault *self)
{
  return sqlite3_total_changes64 (self->db->handle) - self->undone;
}

/* The loud are those that owe an audit row. */
static void
assert_audited (CabVault *self, gboolean quiet, gint64 changes, guint audited)
{
  if (quiet || count_changes (self) == changes)
    return;

  g_assert (self->state.audited > audited);
}

static gboolean
run_savepoint (CabVault *self,
               gboolean quiet,
               const char *action,
               CabVaultWork work,
               gpointer data,
               GError **error)
{
  CabVaultState before = self->state;
  gint64 changes;
  gboolean done;

  if (!run_trusted (self, "SAVEPOINT nested", action, error))
    return FALSE;

  /* Only now: the search index writes down here what it had put off until the
   * savepoint, and that is the work of whoever came before. */
  changes = count_changes (self);

  self->depth++;
  done = work (self, data, error);
  self->depth--;

  /* Nothing to go back to; the outermost call sees it too. */
  if (!is_open (self))
    {
      if (done)
        cab_vault_error_set_step (error, CAB_VAULT_ERROR_IO, 0, action);
      return FALSE;
    }

  if (done)
    {
      assert_audited (self, quiet, changes, before.audited);
      if (run_trusted (self, "RELEASE nested", action, error))
        return TRUE;
    }

  self->state = before;
  self->undone += count_changes (self) - changes;
  if (is_open (self)
      && !(run_trusted (self, "ROLLBACK TO nested", action, NULL)
           && run_trusted (self, "RELEASE nested", action, NULL)))
    roll_back (self, action);

  return FALSE;
}

static gboolean
run_commit (CabVault *self, const char *action, GError **error)
{
  gboolean done;

  self->db->committing = TRUE;
  done = run_trusted (self, "COMMIT", action, error);
  self->db->committing = FALSE;

  return done;
}

static gboolean
commit (CabVault *self, const char *action, GError **error)
{
  g_assert (!self->state.erasing);

  self->state.generation++;
  self->state.max_wall = MAX (self->state.max_wall, cab_clock_get_wall_ms (self->clock));

  return cab_vault_write_state (self, error) && run_commit (self, action, error);
}

/* A commit that failed after its point of no return, when SQLite could not clear
 * the journal away, has happened all the same: the row of state says so. It
 * counts once another one came through, with everything that brings it to disk;
 * until then nobody is told that anything was kept. */
static gboolean
has_happened (CabVault *self, const CabVaultState *before, const char *action)
{
  if (!cab_vault_read_state (self, NULL))
    {
      self->state = *before;
      return FALSE;
    }

  if (self->state.generation == before->generation)
    return FALSE;

  if (run_trusted (self, "BEGIN IMMEDIATE", action, NULL) && cab_vault_write_state (self, NULL)
      && run_commit (self, action, NULL))
    return TRUE;

  roll_back (self, action);
  return FALSE;
}

static gboolean
finish (CabVault *self, const CabVaultState *before, const char *action, GError **error)
{
  g_autoptr (GError) local = NULL;

  if (!commit (self, action, &local))
    {
      roll_back (self, action);
      if (!has_happened (self, before, action))
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return FALSE;
        }
    }
  self->witness_due = TRUE;

  return TRUE;
}

static gboolean
run_outermost (CabVault *self,
               gboolean quiet,
               const char *action,
               CabVaultWork work,
               gpointer data,
               GError **error)
{
  CabVaultState before;
  gint64 changes;
  gboolean done;

  if (!run_trusted (self, "BEGIN IMMEDIATE", action, error))
    return FALSE;

  /* What a commit whose outcome is not known has left is read, not assumed. */
  if (!cab_vault_read_state (self, error))
    {
      roll_back (self, action);
      return FALSE;
    }

  before = self->state;
  changes = count_changes (self);

  open_keys (self);
  self->depth++;
  done = work (self, data, error);
  self->depth--;
  close_keys (self);

  if (done && !is_open (self))
    {
      cab_vault_error_set_step (error, CAB_VAULT_ERROR_IO, 0, action);
      done = FALSE;
    }

  if (done)
    {
      assert_audited (self, quiet, changes, 0);

      if (count_changes (self) != changes)
        return finish (self, &before, action, error);
    }

  roll_back (self, action);
  self->state = before;

  return done;
}

/* [V-26], [V-42] What is written to a file that its path does not lead to any more
 * is on no disk that anyone will find: a drive was taken out, a folder thrown away,
 * another file put there by what synchronises them. SQLite looks for that itself
 * when it opens a journal, but under an exclusive lock it never opens one again.
 * Nothing is opened here, so no lock is lost. A file that is still being made has
 * no place yet. */
static gboolean
check_place (CabVault *self, const char *action, GError **error)
{
  struct stat status;

  if (self->inode == 0
      || (stat (self->path, &status) == 0 && status.st_ino == self->inode
          && status.st_dev == self->device))
    return TRUE;

  cab_vault_error_set_step (error, CAB_VAULT_ERROR_NOT_FOUND, 0, action);

  return FALSE;
}

static gboolean
transact (CabVault *self,
          gboolean quiet,
          const char *action,
          CabVaultWork work,
          gpointer data,
          GError **error)
{
  gboolean done;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (action != NULL, FALSE);
  g_return_val_if_fail (work != NULL, FALSE);

  if (self->db == NULL)
    {
      cab_vault_error_set_step (error, CAB_VAULT_ERROR_LOCKED, 0, action);
      return FALSE;
    }

  cab_db_assert_thread (self->db);

  if (!self->writable)
    {
      cab_vault_error_set_step (error, CAB_VAULT_ERROR_READ_ONLY, 0, action);
      return FALSE;
    }

  if (self->depth > 0)
    return run_savepoint (self, quiet, action, work, data, error);

  if (!check_place (self, action, error))
    return FALSE;

  /* A write inside a read is on disk when it returns, like any other: the read
   * steps aside. Nobody else can write meanwhile, the lock is exclusive. */
  if (self->reading > 0 && !run_trusted (self, "COMMIT", action, error))
    return FALSE;

  done = run_outermost (self, quiet, action, work, data, error);

  if (self->reading > 0 && !run_trusted (self, "BEGIN", action, done ? error : NULL))
    return FALSE;

  return done;
}

gboolean
cab_vault_transact (CabVault *self,
                    const char *action,
                    CabVaultWork work,
                    gpointer data,
                    GError **error)
{
  return transact (self, FALSE, action, work, data, error);
}

gboolean
cab_vault_transact_quietly (CabVault *self,
                            const char *action,
                            CabVaultWork work,
                            gpointer data,
                            GError **error)
{
  return transact (self, TRUE, action, work, data, error);
}

gboolean
cab_vault_read (CabVault *self,
                const char *action,
                CabVaultWork work,
                gpointer data,
                GError **error)
{
  gboolean done;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (action != NULL, FALSE);
  g_return_val_if_fail (work != NULL, FALSE);

  if (self->db == NULL)
    {
      cab_vault_error_set_step (error, CAB_VAULT_ERROR_LOCKED, 0, action);
      return FALSE;
    }

  cab_db_assert_thread (self->db);

  if (self->depth > 0 || self->reading > 0)
    return work (self, data, error);

  if (!run_trusted (self, "BEGIN", action, error))
    return FALSE;

  open_keys (self);
  self->reading++;
  done = work (self, data, error);
  self->reading--;
  close_keys (self);

  /* A write that slipped into a read makes this fail: see the commit hook. */
  if (done && is_open (self))
    done = run_trusted (self, "COMMIT", action, error);
  if (!done)
    roll_back (self, action);

  return done;
}

gboolean
cab_vault_is_transacting (CabVault *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->depth > 0;
}

gboolean
cab_vault_content_changed (CabVault *self,
                           const guint8 *old_digest,
                           const guint8 *new_digest,
                           GError **error)
{
  const guint8 *key;

  g_return_val_if_fail (self != NULL, FALSE);
  g_assert (self->depth > 0);
  cab_db_assert_thread (self->db);

  key = cab_secret_open (self->digest_key);
  if (old_digest != NULL)
    cab_digest_toggle_root (key, old_digest, self->state.content_root);
  if (new_digest != NULL)
    cab_digest_toggle_root (key, new_digest, self->state.content_root);
  cab_secret_close (self->digest_key);

  return TRUE;
}

static gboolean
set_erasing (CabVault *self, gboolean erasing, GError **error)
{
  g_autoptr (CabStatement) statement = cab_statement_new_trusted (
      self->db, "UPDATE state SET erasing = ?1 WHERE one = 1", "open the way for erasing", error);

  if (statement == NULL)
    return FALSE;

  cab_statement_bind_integer (statement, 1, erasing);
  if (!cab_statement_run (statement, error))
    return FALSE;

  self->state.erasing = erasing;

  return TRUE;
}

gboolean
cab_vault_erasing_begin (CabVault *self, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_assert (self->depth > 0 && !self->state.erasing);

  return set_erasing (self, TRUE, error);
}

gboolean
cab_vault_erasing_end (CabVault *self, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_assert (self->depth > 0 && self->state.erasing);

  return set_erasing (self, FALSE, error);
}
