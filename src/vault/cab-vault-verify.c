/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-vault"

#include "config.h"

#include "cab-vault-error.h"
#include "cab-vault-private.h"

/* Findings of one check that are kept; the first say enough. */
#define FINDINGS 100

/* Steps of SQLite's machine between two looks at the cancellable. */
#define OPERATIONS 20000

/* Shortest time between two calls of the progress function. */
#define PROGRESS_US (G_USEC_PER_SEC / 20)

static const char select_chunks_sql[] = "SELECT blob_id, sequence, bytes, content_digest\n"
                                        "FROM blob_chunk\n"
                                        "ORDER BY rowid";

typedef struct
{
  CabVault *vault;
  CabVaultVerifyFlags flags;
  CabVaultRows rows;
  gpointer rows_data;
  CabVaultProgress progress;
  gpointer progress_data;
  CabVaultReport *report;
  GCancellable *cancellable;

  guint8 root[CAB_DIGEST_LENGTH]; /* of what was read so far */
  guint64 done;
  guint64 total;
  gint64 told; /* when the progress function was called last */
} Check;

void
cab_vault_report_init (CabVaultReport *self)
{
  g_return_if_fail (self != NULL);

  *self = (CabVaultReport){
    .integrity = g_ptr_array_new_with_free_func (g_free),
    .damaged = g_ptr_array_new_with_free_func (g_free),
    .root_matches = TRUE,
  };
}

void
cab_vault_report_clear (CabVaultReport *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->chain_message, g_free);
  g_clear_pointer (&self->integrity, g_ptr_array_unref);
  g_clear_pointer (&self->damaged, g_ptr_array_unref);
}

gboolean
cab_vault_report_is_good (const CabVaultReport *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->chain_fault == 0 && self->chain_message == NULL && self->integrity->len == 0
         && self->damaged->len == 0 && self->root_matches;
}

static void
count (Check *check, guint64 steps)
{
  gint64 now;

  check->done += steps;
  check->total = MAX (check->total, check->done);
  if (check->progress == NULL)
    return;

  now = g_get_monotonic_time ();
  if (now - check->told < PROGRESS_US)
    return;

  check->told = now;
  check->progress (check->done, check->total, check->progress_data);
}

/* Also inside a check that SQLite makes in one long step. */
static int
on_progress_cb (void *data)
{
  Check *check = data;

  count (check, 0);

  return g_cancellable_is_cancelled (check->cancellable);
}

/* Damage is a finding, everything else an error. Takes @local. */
static gboolean
note_error (Check *check, GPtrArray *findings, GError *local, const char *finding, GError **error)
{
  static const int damage[] = { CAB_VAULT_ERROR_DAMAGED, CAB_VAULT_ERROR_CONTENT };

  if (g_cancellable_set_error_if_cancelled (check->cancellable, error))
    {
      g_error_free (local);
      return FALSE;
    }

  for (gsize i = 0; i < G_N_ELEMENTS (damage); i++)
    if (g_error_matches (local, CAB_VAULT_ERROR, damage[i]))
      {
        g_ptr_array_add (findings, g_strdup (finding));
        g_error_free (local);
        return TRUE;
      }

  g_propagate_error (error, local);

  return FALSE;
}

static gboolean
check_chain (Check *check, GError **error)
{
  CabVaultReport *report = check->report;
  CabAuditReport audit = { 0 };
  GError *local = NULL;

  if (cab_vault_verify_chain (check->vault, 0, &audit, &local))
    {
      report->chain_rows = (guint64)audit.rows;
      count (check, report->chain_rows);
      return TRUE;
    }

  report->chain_rows = (guint64)audit.rows;
  if (g_error_matches (local, CAB_VAULT_ERROR, CAB_VAULT_ERROR_CHAIN))
    {
      report->chain_fault = (guint64)audit.seq;
      report->chain_message
          = g_strdup_printf ("%s: %s", cab_audit_fault_get_name (audit.fault), local->message);
      g_error_free (local);
      return TRUE;
    }

  return note_error (check, report->integrity, local, "the activity log cannot be read", error);
}

/* A row can hold many lines. After one bad page the same connection reports every
 * other as unreadable, which says nothing ([V-190] 7). */
static void
take_findings (GPtrArray *findings, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL && findings->len < FINDINGS; i++)
    {
      gboolean is_echo = g_str_has_suffix (lines[i], "unable to get the page. error code=1");

      if (*lines[i] != '\0' && !g_str_equal (lines[i], "ok") && !g_str_has_prefix (lines[i], "***")
          && !(is_echo && findings->len > 0))
        g_ptr_array_add (findings, g_strdup (lines[i]));
    }

  /* Whatever is not good is never left out whole. */
  if (findings->len == 0 && !g_str_equal (text, "ok"))
    g_ptr_array_add (findings, g_strdup (text));
}

/* Every row of a check but "ok" is a finding. */
static gboolean
run_check (Check *check, const char *sql, GError **error)
{
  GPtrArray *findings = check->report->integrity;
  GError *local = NULL;
  g_autoptr (CabStatement) statement
      = cab_statement_new_trusted (check->vault->db, sql, sql, &local);
  CabStep step = CAB_STEP_ERROR;

  while (statement != NULL && (step = cab_statement_step (statement, &local)) == CAB_STEP_ROW)
    {
      const char *text = cab_statement_get_text (statement, 0);

      take_findings (findings, text != NULL ? text : sql);
    }

  return step == CAB_STEP_DONE || note_error (check, findings, local, sql, error);
}

static gboolean
check_integrity (Check *check, GError **error)
{
  return run_check (check, "PRAGMA integrity_check (100)", error)
         && run_check (check, "PRAGMA foreign_key_check", error);
}

static void
take_row (Check *check,
          const char *table,
          const char *id,
          const guint8 *stored,
          const guint8 *actual)
{
  CabVault *self = check->vault;

  check->report->rows++;
  count (check, 1);

  if (stored != NULL)
    {
      cab_digest_toggle_root (cab_secret_open (self->digest_key), stored, check->root);
      cab_secret_close (self->digest_key);
    }

  if (stored == NULL || actual == NULL || memcmp (stored, actual, CAB_DIGEST_LENGTH) != 0)
    g_ptr_array_add (check->report->damaged, g_strdup_printf ("%s %s", table, id));
}

/* CabVaultRowSink */
static void
take_row_cb (const char *table,
             const char *id,
             const guint8 *stored,
             const guint8 *actual,
             gpointer sink_data)
{
  take_row (sink_data, table, id, stored, actual);
}

static void
take_chunk (Check *check, CabStatement *statement)
{
  CabVault *self = check->vault;
  const char *blob_id = cab_statement_get_text (statement, 0);
  gint64 sequence = cab_statement_get_integer (statement, 1);
  gsize length = 0;
  const guint8 *bytes = cab_statement_get_bytes (statement, 2, &length);
  gsize stored_length = 0;
  const guint8 *stored = cab_statement_get_bytes (statement, 3, &stored_length);
  guint8 actual[CAB_DIGEST_LENGTH];

  if (blob_id == NULL)
    blob_id = "";
  cab_digest_chunk (cab_secret_open (self->digest_key), blob_id, (guint32)sequence, bytes, length,
                    actual);
  cab_secret_close (self->digest_key);

  take_row (check, "blob_chunk", blob_id, stored_length == CAB_DIGEST_LENGTH ? stored : NULL,
            actual);
}

static gboolean
check_chunks (Check *check, GError **error)
{
  GError *local = NULL;
  g_autoptr (CabStatement) statement = cab_statement_new_trusted (
      check->vault->db, select_chunks_sql, "check the content of files", &local);
  CabStep step = CAB_STEP_ERROR;

  while (statement != NULL && (step = cab_statement_step (statement, &local)) == CAB_STEP_ROW)
    take_chunk (check, statement);

  return step == CAB_STEP_DONE
         || note_error (check, check->report->damaged, local, "blob_chunk unreadable", error);
}

static gboolean
check_content (Check *check, GError **error)
{
  GError *local = NULL;

  if (!check_chunks (check, error))
    return FALSE;

  /* Without the model the root cannot be known. */
  if (check->rows == NULL)
    return TRUE;

  if (!check->rows (check->vault, take_row_cb, check, check->rows_data, &local)
      && !note_error (check, check->report->damaged, local, "record unreadable", error))
    return FALSE;

  check->report->root_matches
      = memcmp (check->root, check->vault->state.content_root, CAB_DIGEST_LENGTH) == 0;

  return TRUE;
}

static gboolean
run_check_if (Check *check,
              CabVaultVerifyFlags flag,
              gboolean (*func) (Check *check, GError **error),
              GError **error)
{
  if ((check->flags & flag) == 0)
    return TRUE;

  return !g_cancellable_set_error_if_cancelled (check->cancellable, error) && func (check, error);
}

/* CabVaultWork */
static gboolean
run_checks (CabVault *self, gpointer data, GError **error)
{
  return run_check_if (data, CAB_VAULT_VERIFY_CHAIN, check_chain, error)
         && run_check_if (data, CAB_VAULT_VERIFY_INTEGRITY, check_integrity, error)
         && run_check_if (data, CAB_VAULT_VERIFY_CONTENT, check_content, error);
}

/* A guess that only the bar on the screen sees. */
static guint64
estimate_total (CabVault *self, CabVaultVerifyFlags flags)
{
  gint64 chunks = 0;
  guint64 total = 0;

  if ((flags & CAB_VAULT_VERIFY_CHAIN) != 0)
    total += (guint64)self->state.head.seq;
  if ((flags & CAB_VAULT_VERIFY_CONTENT) != 0
      && cab_db_query_integer (self->db, "SELECT count(*) FROM blob_chunk", &chunks,
                               "count the content", NULL))
    total += (guint64)(self->state.head.seq + chunks);

  return total;
}

gboolean
cab_vault_verify (CabVault *self,
                  CabVaultVerifyFlags flags,
                  CabVaultRows rows,
                  gpointer rows_data,
                  CabVaultProgress progress,
                  gpointer progress_data,
                  CabVaultReport *report,
                  GCancellable *cancellable,
                  GError **error)
{
  Check check = {
    .vault = self,
    .flags = flags,
    .rows = rows,
    .rows_data = rows_data,
    .progress = progress,
    .progress_data = progress_data,
    .report = report,
    .cancellable = cancellable,
  };
  gboolean done;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (report != NULL && report->integrity != NULL, FALSE);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;

  if (self->db == NULL)
    {
      cab_vault_error_set_step (error, CAB_VAULT_ERROR_LOCKED, 0, "check the practice");
      return FALSE;
    }

  check.total = estimate_total (self, flags);
  sqlite3_progress_handler (self->db->handle, OPERATIONS, on_progress_cb, &check);
  done = cab_vault_read (self, "check the practice", run_checks, &check, error);
  sqlite3_progress_handler (self->db->handle, 0, NULL, NULL);

  return done;
}
