/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-model"

#include "config.h"

#include "cab-store-private.h"

#include "cab-audit-record.h"
#include "cab-model-error.h"
#include "cab-record-private.h"
#include "cab-vault-error.h"

#include <glib/gi18n.h>
#include <string.h>

struct _CabStore
{
  /* Borrowed; outlives the store */
  CabVault *vault;
  /* Owned: SQL by kind and query, made once; the statement cache is keyed by text */
  GHashTable *texts;
};

static char *
dup_text_key (const CabKind *kind, CabStoreQuery query)
{
  return g_strdup_printf ("%s/%d", kind->name, (int)query);
}

CabStore *
cab_store_new (CabVault *vault)
{
  CabStore *self = g_new0 (CabStore, 1);

  self->vault = vault;
  self->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  return self;
}

void
cab_store_free (CabStore *self)
{
  g_hash_table_unref (self->texts);
  g_free (self);
}

static CabStatement *
prepare (CabStore *self,
         const CabKind *kind,
         CabStoreQuery query,
         const char *action,
         GError **error)
{
  g_autofree char *key = dup_text_key (kind, query);
  const char *sql = g_hash_table_lookup (self->texts, key);

  if (sql == NULL)
    {
      char *made = cab_store_dup_sql (kind, query);

      sql = made;
      g_hash_table_insert (self->texts, g_steal_pointer (&key), made);
    }

  return cab_statement_new (cab_vault_get_db (self->vault), sql, action, error);
}

static CabStatement *
prepare_list (CabStore *self,
              const CabKind *kind,
              const CabFilter *filter,
              gboolean count,
              GError **error)
{
  g_autofree char *sql = NULL;
  g_autoptr (CabStatement) statement = NULL;

  if (kind == &cab_audit_kind)
    return cab_store_prepare_audit (cab_vault_get_db (self->vault), filter, count, error);

  sql = cab_store_dup_list_sql (kind, filter, count);
  statement = cab_statement_new (cab_vault_get_db (self->vault), sql, "list records", error);
  if (statement == NULL)
    return NULL;

  if (filter->client_id != NULL)
    cab_statement_bind_text (statement, 1, filter->client_id);
  if (filter->equals != NULL)
    cab_statement_bind_text (statement, 2, filter->equals);

  return g_steal_pointer (&statement);
}

/* A field that a later schema brought counts only where it holds something, and
 * then with its name: what was written before keeps its digest [V-46], and no
 * value can wander from one such field to another [V-90]. */
static void
add_field (CabDigest *state, const CabField *field, const CabValue *value)
{
  if (field->since > 1)
    {
      if (value->type == CAB_VALUE_NONE)
        return;
      cab_digest_add_lp (state, field->name, strlen (field->name));
    }
  cab_digest_add_value (state, value);
}

void
cab_store_compute_digest (CabStore *self, CabRecord *record, guint8 *digest)
{
  const CabKind *kind = cab_record_get_kind (record);
  gint64 revision = 1;
  CabDigest state;

  cab_record_get_integer (record, CAB_SYSTEM_REVISION, &revision);
  cab_vault_digest_row (self->vault, &state, kind->table, cab_record_get_id (record),
                        (guint32)revision);
  for (guint i = 0; i < cab_kind_get_n_fields (kind); i++)
    {
      if (i == CAB_SYSTEM_ID || i == CAB_SYSTEM_REVISION || i == CAB_SYSTEM_CONTENT_DIGEST
          || !cab_kind_has_field (kind, i))
        continue;
      add_field (&state, cab_kind_get_field (kind, i), cab_record_get_value (record, i));
    }
  cab_digest_finish (&state, digest);
}

/* Puts a record whose stored copy does not answer to its digest out of reach:
 * altered text is never shown as if it were the record [V-90]. */
static gboolean
check_digest (CabStore *self, CabRecord *record, GError **error)
{
  const CabValue *stored = cab_record_get_value (record, CAB_SYSTEM_CONTENT_DIGEST);
  guint8 computed[32];
  gsize length = 0;

  cab_store_compute_digest (self, record, computed);
  if (stored->type == CAB_VALUE_BYTES)
    {
      const guint8 *bytes = g_bytes_get_data (stored->bytes, &length);

      if (length == sizeof computed && memcmp (bytes, computed, length) == 0)
        return TRUE;
    }

  g_set_error (error, CAB_VAULT_ERROR, CAB_VAULT_ERROR_CONTENT,
               _ ("%s %s: the stored copy is damaged, so it is not shown."),
               g_dgettext (GETTEXT_PACKAGE, cab_record_get_kind (record)->label),
               cab_record_get_id (record));
  return FALSE;
}

/* A row without an id was not written by SQLite: its schema forbids it. */
static CabRecord *
read_unchecked (const CabKind *kind, CabStatement *statement, GError **error)
{
  g_autoptr (CabRecord) record = cab_record_new (kind);
  int column = 0;

  for (guint i = 0; i < cab_kind_get_n_fields (kind); i++)
    {
      if (cab_kind_has_field (kind, i))
        cab_statement_read_value (statement, column++, cab_record_peek_value (record, i));
    }
  if (cab_record_get_id (record) == NULL)
    {
      cab_vault_error_set (error, CAB_VAULT_ERROR_DAMAGED);
      return NULL;
    }

  return g_steal_pointer (&record);
}

static CabRecord *
read_row (CabStore *self, const CabKind *kind, CabStatement *statement, GError **error)
{
  g_autoptr (CabRecord) record = read_unchecked (kind, statement, error);

  if (record == NULL || !check_digest (self, record, error))
    return NULL;

  cab_record_mark_stored (record);
  return g_steal_pointer (&record);
}

/* A piece of a file has no id, and its digest is the vault's: cab_chunks_read()
 * is the way to it. */
static gboolean
check_has_records (const CabKind *kind, GError **error)
{
  if (!kind->without_system_fields || kind == &cab_audit_kind)
    return TRUE;

  g_set_error (error, CAB_MODEL_ERROR, CAB_MODEL_ERROR_INVALID,
               _ ("%s: it is read with its whole file only."),
               g_dgettext (GETTEXT_PACKAGE, kind->label));
  return FALSE;
}

CabRecord *
cab_store_load (CabStore *self, const CabKind *kind, const char *id, GError **error)
{
  g_autoptr (CabStatement) statement = NULL;

  if (!check_has_records (kind, error))
    return NULL;

  statement = prepare (self, kind, CAB_STORE_SELECT, "load a record", error);
  if (statement == NULL)
    return NULL;

  cab_statement_bind_text (statement, 1, id);
  switch (cab_statement_step (statement, error))
    {
    case CAB_STEP_ERROR:
      return NULL;
    case CAB_STEP_DONE:
      g_set_error (error, CAB_MODEL_ERROR, CAB_MODEL_ERROR_NOT_FOUND,
                   _ ("%s: there is none with this number."),
                   g_dgettext (GETTEXT_PACKAGE, kind->label));
      return NULL;
    case CAB_STEP_ROW:
      return read_row (self, kind, statement, error);
    }

  g_return_val_if_reached (NULL);
}

gboolean
cab_store_each (CabStore *self,
                const CabKind *kind,
                const CabFilter *filter,
                CabRecordFunc func,
                gpointer data,
                GError **error)
{
  g_autoptr (CabStatement) statement = NULL;

  if (!check_has_records (kind, error))
    return FALSE;

  statement = prepare_list (self, kind, filter, FALSE, error);
  if (statement == NULL)
    return FALSE;

  for (;;)
    {
      g_autoptr (CabRecord) record = NULL;

      switch (cab_statement_step (statement, error))
        {
        case CAB_STEP_ERROR:
          return FALSE;
        case CAB_STEP_DONE:
          return TRUE;
        case CAB_STEP_ROW:
          record = kind == &cab_audit_kind ? cab_store_read_audit (statement)
                                           : read_row (self, kind, statement, error);
          if (record == NULL || !func (record, data, error))
            return FALSE;
        }
    }
}

gint64
cab_store_count (CabStore *self, const CabKind *kind, const CabFilter *filter, GError **error)
{
  g_autoptr (CabStatement) statement = prepare_list (self, kind, filter, TRUE, error);

  if (statement == NULL || cab_statement_step (statement, error) != CAB_STEP_ROW)
    return -1;

  return cab_statement_get_integer (statement, 0);
}

int
cab_store_exists (CabStore *self, const CabKind *kind, const char *id, GError **error)
{
  g_autofree char *sql
      = g_strdup_printf ("SELECT 1 FROM %s WHERE id = ?", cab_statement_identifier (kind->table));
  g_autoptr (CabStatement) statement = NULL;
  CabStep step;

  statement = cab_statement_new (cab_vault_get_db (self->vault), sql, "look for a record", error);
  if (statement == NULL)
    return -1;

  cab_statement_bind_text (statement, 1, id);
  step = cab_statement_step (statement, error);
  return step == CAB_STEP_ERROR ? -1 : step == CAB_STEP_ROW;
}

static int
bind_record (CabStatement *statement, CabRecord *record)
{
  const CabKind *kind = cab_record_get_kind (record);
  int column = 1;

  for (guint i = 0; i < cab_kind_get_n_fields (kind); i++)
    {
      if (cab_kind_has_field (kind, i))
        cab_statement_bind_value (statement, column++, cab_record_get_value (record, i));
    }

  return column;
}

static void
set_digest (CabStore *self, CabRecord *record, guint8 *digest)
{
  CabValue value = CAB_VALUE_INIT;

  cab_store_compute_digest (self, record, digest);
  value.type = CAB_VALUE_BYTES;
  value.bytes = g_bytes_new (digest, 32);
  cab_record_set_value (record, CAB_SYSTEM_CONTENT_DIGEST, &value);
  cab_value_clear (&value);
}

static const guint8 *
get_loaded_digest (CabRecord *record)
{
  const CabValue *value = cab_record_get_loaded (record, CAB_SYSTEM_CONTENT_DIGEST);

  return value->type == CAB_VALUE_BYTES ? g_bytes_get_data (value->bytes, NULL) : NULL;
}

gboolean
cab_store_insert (CabStore *self, CabRecord *record, GError **error)
{
  g_autoptr (CabStatement) statement = NULL;
  guint8 digest[32];

  statement
      = prepare (self, cab_record_get_kind (record), CAB_STORE_INSERT, "store a record", error);
  if (statement == NULL)
    return FALSE;

  set_digest (self, record, digest);
  bind_record (statement, record);

  return cab_statement_run (statement, error)
         && cab_vault_content_changed (self->vault, NULL, digest, error);
}

gboolean
cab_store_update (CabStore *self, CabRecord *record, GError **error)
{
  g_autoptr (CabStatement) statement = NULL;
  guint8 digest[32];
  gint64 revision = 0;
  int column;

  statement
      = prepare (self, cab_record_get_kind (record), CAB_STORE_UPDATE, "change a record", error);
  if (statement == NULL)
    return FALSE;

  revision = cab_record_get_loaded (record, CAB_SYSTEM_REVISION)->integer;
  cab_record_set_integer (record, CAB_SYSTEM_REVISION, revision + 1);
  set_digest (self, record, digest);
  column = bind_record (statement, record);
  cab_statement_bind_text (statement, column, cab_record_get_id (record));
  cab_statement_bind_integer (statement, column + 1, revision);

  if (!cab_statement_run (statement, error))
    return FALSE;
  if (cab_statement_changes (statement) != 1)
    {
      g_set_error_literal (error, CAB_MODEL_ERROR, CAB_MODEL_ERROR_CONFLICT,
                           _ ("This record was changed in another window. "
                              "Your text is kept as a draft."));
      return FALSE;
    }

  return cab_vault_content_changed (self->vault, get_loaded_digest (record), digest, error);
}

gboolean
cab_store_delete (CabStore *self, CabRecord *record, GError **error)
{
  g_autoptr (CabStatement) statement = NULL;

  statement
      = prepare (self, cab_record_get_kind (record), CAB_STORE_DELETE, "erase a record", error);
  if (statement == NULL)
    return FALSE;

  cab_statement_bind_text (statement, 1, cab_record_get_id (record));
  if (!cab_statement_run (statement, error))
    return FALSE;

  return cab_vault_content_changed (self->vault, get_loaded_digest (record), NULL, error);
}

gboolean
cab_store_delete_id (CabStore *self, const CabKind *kind, const char *id, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT content_digest FROM %s WHERE id = ?",
                                          cab_statement_identifier (kind->table));
  g_autoptr (CabStatement) look = NULL;
  g_autoptr (CabStatement) statement = NULL;
  guint8 digest[CAB_DIGEST_LENGTH];
  const guint8 *stored;
  gsize length = 0;

  look = cab_statement_new (cab_vault_get_db (self->vault), sql, "look at a record", error);
  statement = prepare (self, kind, CAB_STORE_DELETE, "erase a record", error);
  if (look == NULL || statement == NULL)
    return FALSE;

  cab_statement_bind_text (look, 1, id);
  switch (cab_statement_step (look, error))
    {
    case CAB_STEP_ERROR:
      return FALSE;
    case CAB_STEP_DONE:
      return TRUE;
    case CAB_STEP_ROW:
      break;
    }
  stored = cab_statement_get_bytes (look, 0, &length);
  if (length == sizeof digest)
    memcpy (digest, stored, sizeof digest);
  cab_statement_reset (look);

  cab_statement_bind_text (statement, 1, id);
  return cab_statement_run (statement, error)
         && (length != sizeof digest
             || cab_vault_content_changed (self->vault, digest, NULL, error));
}

static gboolean
walk_kind (CabStore *self,
           const CabKind *kind,
           CabVaultRowSink sink,
           gpointer sink_data,
           GError **error)
{
  const CabFilter all = CAB_FILTER_ALL;
  g_autoptr (CabStatement) statement = prepare_list (self, kind, &all, FALSE, error);

  if (statement == NULL)
    return FALSE;

  for (;;)
    {
      g_autoptr (CabRecord) record = NULL;
      const CabValue *stored;
      guint8 actual[CAB_DIGEST_LENGTH];

      switch (cab_statement_step (statement, error))
        {
        case CAB_STEP_ERROR:
          return FALSE;
        case CAB_STEP_DONE:
          return TRUE;
        case CAB_STEP_ROW:
          record = read_unchecked (kind, statement, error);
          if (record == NULL)
            return FALSE;
          stored = cab_record_get_value (record, CAB_SYSTEM_CONTENT_DIGEST);
          cab_store_compute_digest (self, record, actual);
          sink (kind->table, cab_record_get_id (record),
                stored->type == CAB_VALUE_BYTES && g_bytes_get_size (stored->bytes) == sizeof actual
                    ? g_bytes_get_data (stored->bytes, NULL)
                    : NULL,
                actual, sink_data);
        }
    }
}

gboolean
cab_store_walk_rows (CabVault *vault,
                     CabVaultRowSink sink,
                     gpointer sink_data,
                     gpointer data,
                     GError **error)
{
  g_autoptr (CabStore) store = NULL;

  g_return_val_if_fail (vault != NULL && sink != NULL, FALSE);

  store = cab_store_new (vault);
  for (guint i = 0; cab_kinds[i] != NULL; i++)
    {
      if (!cab_kinds[i]->without_system_fields
          && !walk_kind (store, cab_kinds[i], sink, sink_data, error))
        return FALSE;
    }

  return TRUE;
}
