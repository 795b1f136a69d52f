/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-vault"

#include "config.h"

#include "cab-statement.h"

#include "cab-db-private.h"
#include "cab-vault-error.h"

struct _CabStatement
{
  /* Borrowed */
  CabDb *db;          /* NULL once the connection is closed */
  const char *action; /* a string constant */

  /* Owned */
  char *sql;
  sqlite3_stmt *handle; /* NULL once the connection is closed */

  /* State */
  int bind_rc; /* the first bind that failed; step reports it */
  int changes;
  guint in_use : 1;
  guint kept : 1;    /* in the connection's table, under its text */
  guint trusted : 1; /* prepared past the authorizer */
};

/* Trust lasts as long as SQLite may prepare: at first, and again when the
 * schema has changed under a kept statement. */
static void
begin_trust (CabStatement *self)
{
  if (self->trusted)
    self->db->trusted++;
}

static void
end_trust (CabStatement *self)
{
  if (self->trusted)
    self->db->trusted--;
}

static CabStatement *
prepare (CabDb *db, const char *sql, const char *action, gboolean trusted, GError **error)
{
  CabStatement *self = g_new0 (CabStatement, 1);
  const char *rest = NULL;
  int rc;

  self->db = db;
  self->trusted = trusted;

  begin_trust (self);
  rc = sqlite3_prepare_v3 (db->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &self->handle, &rest);
  end_trust (self);

  if (rc != SQLITE_OK)
    {
      /* A damaged or a busy file answers otherwise: this is the caller's text. The
       * vault's own statements meet files whose schema is not proved yet. */
      if (!trusted)
        rc = cab_db_judge_sql (db, rc, action);
      cab_db_set_error (db, rc, action, error);
      g_free (self);
      return NULL;
    }

  g_assert (self->handle != NULL && *rest == '\0');

  self->sql = g_strdup (sql);
  g_ptr_array_add (db->all, self);

  return self;
}

static CabStatement *
take (CabDb *db, const char *sql, const char *action, gboolean trusted, GError **error)
{
  CabStatement *self = g_hash_table_lookup (db->statements, sql);

  if (self == NULL)
    {
      self = prepare (db, sql, action, trusted, error);
      if (self == NULL)
        return NULL;
      self->kept = TRUE;
      g_hash_table_insert (db->statements, self->sql, self);
    }
  else if (self->in_use || self->trusted != trusted)
    {
      self = prepare (db, sql, action, trusted, error);
      if (self == NULL)
        return NULL;
    }

  self->in_use = TRUE;
  self->action = action;

  return self;
}

CabStatement *
cab_statement_new (CabDb *db, const char *sql, const char *action, GError **error)
{
  cab_db_assert_thread (db);
  g_return_val_if_fail (sql != NULL, NULL);
  g_return_val_if_fail (action != NULL, NULL);

  return take (db, sql, action, FALSE, error);
}

CabStatement *
cab_statement_new_trusted (CabDb *db, const char *sql, const char *action, GError **error)
{
  cab_db_assert_thread (db);

  return take (db, sql, action, TRUE, error);
}

void
cab_statement_discard (CabStatement *self)
{
  if (self->kept)
    g_hash_table_remove (self->db->statements, self->sql);
  g_ptr_array_remove_fast (self->db->all, self);

  sqlite3_finalize (g_steal_pointer (&self->handle));
  self->db = NULL;
  self->kept = FALSE;

  /* Somebody still holds it: it answers LOCKED until they free it. */
  if (self->in_use)
    return;

  g_free (self->sql);
  g_free (self);
}

gboolean
cab_statement_is_in_use (CabStatement *self)
{
  return self->in_use;
}

void
cab_statement_free (CabStatement *self)
{
  if (self == NULL)
    return;

  if (self->db != NULL)
    {
      cab_db_assert_thread (self->db);
      cab_statement_reset (self);
      self->in_use = FALSE;
      if (!self->kept)
        cab_statement_discard (self);
      return;
    }

  g_free (self->sql);
  g_free (self);
}

static void
note_bind (CabStatement *self, int rc)
{
  /* No such parameter, or bound in the middle of a walk. */
  g_assert (rc != SQLITE_RANGE && rc != SQLITE_MISUSE);

  if (self->bind_rc == SQLITE_OK)
    self->bind_rc = rc;
}

/* Returns: %FALSE when the connection is closed, so that there is nothing to do */
static gboolean
begin_bind (CabStatement *self)
{
  g_assert (self != NULL);

  if (self->db == NULL)
    return FALSE;

  cab_db_assert_thread (self->db);

  return TRUE;
}

void
cab_statement_bind_null (CabStatement *self, int index)
{
  if (begin_bind (self))
    note_bind (self, sqlite3_bind_null (self->handle, index));
}

void
cab_statement_bind_integer (CabStatement *self, int index, gint64 value)
{
  if (begin_bind (self))
    note_bind (self, sqlite3_bind_int64 (self->handle, index, value));
}

void
cab_statement_bind_real (CabStatement *self, int index, double value)
{
  if (begin_bind (self))
    note_bind (self, sqlite3_bind_double (self->handle, index, value));
}

void
cab_statement_bind_text (CabStatement *self, int index, const char *text)
{
  if (!begin_bind (self))
    return;

  if (text == NULL)
    note_bind (self, sqlite3_bind_null (self->handle, index));
  else
    note_bind (self, sqlite3_bind_text64 (self->handle, index, text, strlen (text),
                                          SQLITE_TRANSIENT, SQLITE_UTF8));
}

void
cab_statement_bind_bytes (CabStatement *self, int index, const void *bytes, gsize length)
{
  if (!begin_bind (self))
    return;

  if (bytes == NULL)
    note_bind (self, sqlite3_bind_null (self->handle, index));
  else
    note_bind (self, sqlite3_bind_blob64 (self->handle, index, bytes, length, SQLITE_TRANSIENT));
}

void
cab_statement_bind_value (CabStatement *self, int index, const CabValue *value)
{
  g_return_if_fail (value != NULL);

  switch (value->type)
    {
    case CAB_VALUE_NONE:
      cab_statement_bind_null (self, index);
      break;

    case CAB_VALUE_INTEGER:
      cab_statement_bind_integer (self, index, value->integer);
      break;

    case CAB_VALUE_REAL:
      cab_statement_bind_real (self, index, value->real);
      break;

    case CAB_VALUE_TEXT:
      cab_statement_bind_text (self, index, value->text);
      break;

    case CAB_VALUE_BYTES:
      {
        gsize length = 0;
        const void *bytes = g_bytes_get_data (value->bytes, &length);

        /* GBytes gives NULL for no bytes, which is not NULL here. */
        cab_statement_bind_bytes (self, index, bytes != NULL ? bytes : "", length);
      }
      break;
    }
}

/* A text for which there is no memory would read as if there were none: nothing
 * that was written may be missed silently, least of all when it is saved again. */
static gboolean
has_texts (CabStatement *self)
{
  int n = sqlite3_data_count (self->handle);

  for (int i = 0; i < n; i++)
    if (sqlite3_column_type (self->handle, i) == SQLITE_TEXT
        && sqlite3_column_text (self->handle, i) == NULL)
      return FALSE;

  return TRUE;
}

CabStep
cab_statement_step (CabStatement *self, GError **error)
{
  int rc;

  g_return_val_if_fail (self != NULL, CAB_STEP_ERROR);

  if (self->db == NULL)
    {
      cab_vault_error_set_step (error, CAB_VAULT_ERROR_LOCKED, 0, self->action);
      return CAB_STEP_ERROR;
    }

  cab_db_assert_thread (self->db);

  rc = self->bind_rc;
  if (rc == SQLITE_OK)
    {
      begin_trust (self);
      rc = sqlite3_step (self->handle);
      end_trust (self);
    }
  if (rc == SQLITE_ROW && !has_texts (self))
    rc = SQLITE_NOMEM;

  if (rc == SQLITE_ROW)
    return CAB_STEP_ROW;

  if (rc == SQLITE_DONE)
    self->changes = sqlite3_changes (self->db->handle);
  else
    cab_db_set_error (self->db, rc, self->action, error);

  cab_statement_reset (self);

  return rc == SQLITE_DONE ? CAB_STEP_DONE : CAB_STEP_ERROR;
}

gboolean
cab_statement_run (CabStatement *self, GError **error)
{
  CabStep step;

  do
    step = cab_statement_step (self, error);
  while (step == CAB_STEP_ROW);

  return step == CAB_STEP_DONE;
}

void
cab_statement_reset (CabStatement *self)
{
  g_return_if_fail (self != NULL);

  if (self->db == NULL)
    return;

  cab_db_assert_thread (self->db);

  sqlite3_reset (self->handle);
  /* They hold the text of notes. */
  sqlite3_clear_bindings (self->handle);
  self->bind_rc = SQLITE_OK;
}

int
cab_statement_changes (CabStatement *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->changes;
}

/* Columns may be read only while the connection lives and a row is there. */
static sqlite3_stmt *
get_row (CabStatement *self, int column)
{
  g_assert (self != NULL && self->db != NULL);
  cab_db_assert_thread (self->db);
  g_assert (column >= 0 && column < sqlite3_data_count (self->handle));

  return self->handle;
}

gboolean
cab_statement_is_null (CabStatement *self, int column)
{
  return sqlite3_column_type (get_row (self, column), column) == SQLITE_NULL;
}

gint64
cab_statement_get_integer (CabStatement *self, int column)
{
  return sqlite3_column_int64 (get_row (self, column), column);
}

double
cab_statement_get_real (CabStatement *self, int column)
{
  return sqlite3_column_double (get_row (self, column), column);
}

const char *
cab_statement_get_text (CabStatement *self, int column)
{
  return (const char *)sqlite3_column_text (get_row (self, column), column);
}

const guint8 *
cab_statement_get_bytes (CabStatement *self, int column, gsize *length)
{
  sqlite3_stmt *row = get_row (self, column);
  const guint8 *bytes = sqlite3_column_blob (row, column);

  *length = (gsize)sqlite3_column_bytes (row, column);

  return bytes;
}

void
cab_statement_read_value (CabStatement *self, int column, CabValue *value)
{
  sqlite3_stmt *row = get_row (self, column);

  switch (sqlite3_column_type (row, column))
    {
    case SQLITE_INTEGER:
      cab_value_set_integer (value, sqlite3_column_int64 (row, column));
      break;

    case SQLITE_FLOAT:
      cab_value_set_real (value, sqlite3_column_double (row, column));
      break;

    case SQLITE_TEXT:
      cab_value_set_text (value, (const char *)sqlite3_column_text (row, column));
      break;

    case SQLITE_BLOB:
      {
        gsize length = 0;
        const guint8 *data = cab_statement_get_bytes (self, column, &length);
        g_autoptr (GBytes) bytes = g_bytes_new (data, length);

        cab_value_set_bytes (value, bytes);
      }
      break;

    default:
      cab_value_set_none (value);
      break;
    }
}

const char *
cab_statement_identifier (const char *name)
{
  g_assert (name != NULL && g_ascii_islower (name[0]));

  for (const char *c = name + 1; *c != '\0'; c++)
    g_assert (g_ascii_islower (*c) || g_ascii_isdigit (*c) || *c == '_');

  return name;
}
