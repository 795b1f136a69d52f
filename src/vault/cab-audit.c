/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-vault"

#include "config.h"

#include "cab-audit-verify.h"
#include "cab-anchor.h"
#include "cab-vault-error.h"
#include "cab-vault-private.h"

/* [V-80] */
#define PAYLOAD_MAXIMUM (64 * 1024)

static const char insert_sql[]
    = "INSERT INTO audit (seq, wall_ms, boot_id, boottime_ns, actor, act, kind, entity,\n"
      "                   nonce, payload, commitment, mac)\n"
      "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)";

static const char select_sql[]
    = "SELECT seq, wall_ms, boot_id, boottime_ns, actor, act, kind, entity,\n"
      "       nonce, payload, commitment, mac\n"
      "FROM audit\n"
      "WHERE seq > ?1\n"
      "ORDER BY seq";

static const char select_mac_sql[] = "SELECT mac FROM audit WHERE seq = ?1";

/* NULL where there is nothing, never an empty text: the two hash differently. */
static const char *
or_null (const char *text)
{
  return text != NULL && *text != '\0' ? text : NULL;
}

static gboolean
insert_row (CabVault *self, const CabAuditRow *row, GError **error)
{
  g_autoptr (CabStatement) statement
      = cab_statement_new_trusted (self->db, insert_sql, "write the activity log", error);

  if (statement == NULL)
    return FALSE;

  cab_statement_bind_integer (statement, 1, row->seq);
  cab_statement_bind_integer (statement, 2, row->wall_ms);
  cab_statement_bind_text (statement, 3, row->boot_id.data);
  cab_statement_bind_integer (statement, 4, row->boottime_ns);
  cab_statement_bind_text (statement, 5, row->actor.data);
  cab_statement_bind_text (statement, 6, row->act.data);
  cab_statement_bind_text (statement, 7, row->kind.data);
  cab_statement_bind_text (statement, 8, row->entity.data);
  cab_statement_bind_bytes (statement, 9, row->nonce.data, row->nonce.length);
  cab_statement_bind_text (statement, 10, row->payload.data);
  cab_statement_bind_bytes (statement, 11, row->commitment.data, row->commitment.length);
  cab_statement_bind_bytes (statement, 12, row->mac.data, row->mac.length);

  return cab_statement_run (statement, error);
}

gboolean
cab_vault_audit (CabVault *self,
                 const char *act,
                 const char *kind,
                 const char *entity,
                 const char *payload,
                 GError **error)
{
  guint8 nonce[CAB_NONCE_LENGTH];
  guint8 commitment[CAB_DIGEST_LENGTH];
  guint8 mac[CAB_DIGEST_LENGTH];
  CabAuditRow row;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (act != NULL && *act != '\0', FALSE);
  g_assert (self->depth > 0);

  if (payload == NULL)
    payload = "";
  if (strlen (payload) > PAYLOAD_MAXIMUM)
    {
      cab_vault_error_set_step (error, CAB_VAULT_ERROR_REFUSED, SQLITE_TOOBIG,
                                "write an entry of the activity log that is too long");
      return FALSE;
    }

  cab_ids_fill (self->ids, nonce, sizeof nonce);
  row = (CabAuditRow){
    .seq = self->state.head.seq + 1,
    .wall_ms = cab_clock_get_wall_ms (self->clock),
    .boot_id = CAB_SLICE_TEXT (cab_clock_get_boot_id (self->clock)),
    .boottime_ns = cab_clock_get_boottime_ns (self->clock),
    .actor = CAB_SLICE_TEXT (self->actor),
    .act = CAB_SLICE_TEXT (act),
    .kind = CAB_SLICE_TEXT (or_null (kind)),
    .entity = CAB_SLICE_TEXT (or_null (entity)),
    .nonce = { nonce, sizeof nonce },
    .payload = CAB_SLICE_TEXT (payload),
    .commitment = { commitment, sizeof commitment },
    .mac = { mac, sizeof mac },
  };

  cab_digest_commit (cab_secret_open (self->digest_key), nonce, row.payload, commitment);
  cab_secret_close (self->digest_key);
  cab_digest_chain (cab_secret_open (self->audit_key), &row, self->state.head.mac, mac);
  cab_secret_close (self->audit_key);

  if (!insert_row (self, &row, error))
    return FALSE;

  self->state.head.seq = row.seq;
  memcpy (self->state.head.mac, mac, sizeof mac);
  self->state.audited++;

  return TRUE;
}

int
cab_vault_get_row_mac (CabVault *self, guint64 seq, guint8 *mac, GError **error)
{
  g_autoptr (CabStatement) statement
      = cab_statement_new_trusted (self->db, select_mac_sql, "look up an audit row", error);
  const guint8 *bytes;
  gsize length = 0;

  if (statement == NULL)
    return -1;

  cab_statement_bind_integer (statement, 1, (gint64)seq);
  switch (cab_statement_step (statement, error))
    {
    case CAB_STEP_ERROR:
      return -1;

    case CAB_STEP_DONE:
      return 0;

    case CAB_STEP_ROW:
      break;
    }

  bytes = cab_statement_get_bytes (statement, 0, &length);
  if (length != CAB_DIGEST_LENGTH)
    return 0;

  memcpy (mac, bytes, CAB_DIGEST_LENGTH);

  return 1;
}

static CabSlice
read_slice (CabStatement *statement, int column)
{
  CabSlice slice = { NULL, 0 };

  if (cab_statement_is_null (statement, column))
    return slice;

  slice.data = cab_statement_get_bytes (statement, column, &slice.length);
  /* SQLite gives NULL for no bytes; here NULL means NULL. */
  if (slice.data == NULL)
    slice.data = "";

  return slice;
}

/* Rows between two looks at the cancellable. */
#define ROWS_AT_ONCE 256

/* Reads select_sql, and tells how far it is. */
typedef struct
{
  CabStatement *statement;
  CabVaultProgress progress;
  gpointer progress_data;
  GCancellable *cancellable;
  guint64 done;
  guint64 total;
} Reader;

static gboolean
count_row (Reader *reader, GError **error)
{
  if (reader->done++ % ROWS_AT_ONCE != 0)
    return TRUE;
  if (reader->progress != NULL)
    reader->progress (reader->done, reader->total, reader->progress_data);

  return !g_cancellable_set_error_if_cancelled (reader->cancellable, error);
}

/* CabAuditNext over a Reader. */
static int
read_next_cb (gpointer data, CabAuditRow *row, GError **error)
{
  Reader *reader = data;
  CabStatement *statement = reader->statement;

  if (!count_row (reader, error))
    return -1;

  switch (cab_statement_step (statement, error))
    {
    case CAB_STEP_ERROR:
      return -1;

    case CAB_STEP_DONE:
      return 0;

    case CAB_STEP_ROW:
      break;
    }

  *row = (CabAuditRow){
    .seq = cab_statement_get_integer (statement, 0),
    .wall_ms = cab_statement_get_integer (statement, 1),
    .boot_id = read_slice (statement, 2),
    .boottime_ns = cab_statement_get_integer (statement, 3),
    .actor = read_slice (statement, 4),
    .act = read_slice (statement, 5),
    .kind = read_slice (statement, 6),
    .entity = read_slice (statement, 7),
    .nonce = read_slice (statement, 8),
    .payload = read_slice (statement, 9),
    .commitment = read_slice (statement, 10),
    .mac = read_slice (statement, 11),
  };

  return 1;
}

/* Where a check of the last @rows rows begins: the row before them. */
static gboolean
find_start (CabVault *self, guint64 rows, CabAuditHead *start, GError **error)
{
  guint64 seq = (guint64)self->state.head.seq;

  if (rows > 0 && seq > rows)
    {
      start->seq = (gint64)(seq - rows);
      switch (cab_vault_get_row_mac (self, seq - rows, start->mac, error))
        {
        case 1:
          return TRUE;
        case 0:
          cab_vault_error_set_chain (error, start->seq);
          return FALSE;
        default:
          return FALSE;
        }
    }

  start->seq = 0;
  cab_digest_genesis (cab_secret_open (self->audit_key), self->practice_id, start->mac);
  cab_secret_close (self->audit_key);

  return TRUE;
}

/* Checks what follows @check's start. */
static gboolean
verify (CabVault *self,
        CabAuditCheck *check,
        Reader *reader,
        CabAuditReport *report,
        GError **error)
{
  g_autoptr (CabStatement) statement
      = cab_statement_new_trusted (self->db, select_sql, "read the activity log", error);
  gboolean good;

  if (statement == NULL)
    return FALSE;

  reader->statement = statement;
  cab_statement_bind_integer (statement, 1, check->start.seq);
  check->audit_key = cab_secret_open (self->audit_key);
  check->digest_key = cab_secret_open (self->digest_key);
  good = cab_audit_verify (check, read_next_cb, reader, report, error);
  cab_secret_close (self->digest_key);
  cab_secret_close (self->audit_key);

  return good;
}

gboolean
cab_vault_verify_chain (CabVault *self, guint64 rows, CabAuditReport *report, GError **error)
{
  CabAuditCheck check = { .head = self->state.head };
  Reader reader = { .total = (guint64)self->state.head.seq };

  return find_start (self, rows, &check.start, error)
         && verify (self, &check, &reader, report, error);
}

/* What goes into the one read transaction. */
typedef struct
{
  CabAuditCheck check;
  Reader reader;
  CabAuditReport *report;
} LogCheck;

/* CabVaultWork */
static gboolean
verify_log (CabVault *self, gpointer data, GError **error)
{
  LogCheck *log = data;

  log->check.head = self->state.head;
  log->reader.total = (guint64)self->state.head.seq;

  return find_start (self, 0, &log->check.start, error)
         && verify (self, &log->check, &log->reader, log->report, error);
}

static int
compare_anchors (gconstpointer a, gconstpointer b)
{
  const CabAuditAnchor *one = a;
  const CabAuditAnchor *other = b;

  return (one->seq > other->seq) - (one->seq < other->seq);
}

/* By rising number: those given, and the one on the last paper. */
static GArray *
collect_anchors (CabVault *self, const CabAuditAnchor *anchors, gsize n_anchors)
{
  GArray *sorted = g_array_new (FALSE, FALSE, sizeof *anchors);
  g_autofree char *text = cab_anchor_dup_printed (self);
  CabAuditAnchor printed;

  if (n_anchors > 0)
    g_array_append_vals (sorted, anchors, (guint)n_anchors);
  if (text != NULL && cab_audit_anchor_parse (text, &printed))
    g_array_append_val (sorted, printed);
  g_array_sort (sorted, compare_anchors);

  return sorted;
}

gboolean
cab_vault_verify_log (CabVault *self,
                      const CabAuditAnchor *anchors,
                      gsize n_anchors,
                      CabVaultProgress progress,
                      gpointer progress_data,
                      CabAuditReport *report,
                      GCancellable *cancellable,
                      GError **error)
{
  g_autoptr (GArray) sorted = NULL;
  LogCheck log = {
    .reader = { .progress = progress, .progress_data = progress_data, .cancellable = cancellable },
    .report = report,
  };

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (anchors != NULL || n_anchors == 0, FALSE);

  if (self->db == NULL)
    {
      cab_vault_error_set_step (error, CAB_VAULT_ERROR_LOCKED, 0, "read the activity log");
      return FALSE;
    }

  sorted = collect_anchors (self, anchors, n_anchors);
  log.check.anchors = (const CabAuditAnchor *)(gpointer)sorted->data;
  log.check.n_anchors = sorted->len;

  return cab_vault_read (self, "read the activity log", verify_log, &log, error);
}
