/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-model"

#include "config.h"

#include "cab-practice-private.h"

#include "cab-client.h"
#include "cab-codes.h"
#include "cab-model-error.h"
#include "cab-search-private.h"
#include "cab-statement.h"

#include <glib/gi18n.h>
#include <string.h>

/* [V-80]: longer values stand in the log as their digest; a payload that is
 * still too long is made again with less of each value. */
#define VALUE_MAXIMUM 2000
#define VALUE_MAXIMUM_SHORT 200
#define PAYLOAD_MAXIMUM (64 * 1024)

static void
append_escaped (GString *payload, const char *text)
{
  for (const char *at = text; *at != '\0'; at++)
    {
      switch (*at)
        {
        case '\\':
          g_string_append (payload, "\\\\");
          break;
        case '\t':
          g_string_append (payload, "\\t");
          break;
        case '\n':
          g_string_append (payload, "\\n");
          break;
        case '\r':
          g_string_append (payload, "\\r");
          break;
        default:
          g_string_append_c (payload, *at);
        }
    }
}

static void
append_value (GString *payload, const CabField *field, const CabValue *value, gsize maximum)
{
  g_autofree char *text = NULL;

  if (value->type == CAB_VALUE_BYTES)
    {
      g_autofree char *digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, value->bytes);

      g_string_append_printf (payload, "sha256:%s", digest);
      return;
    }

  text = cab_field_dup_text (field, value);
  if (text != NULL && strlen (text) > maximum)
    {
      g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);

      g_string_append_printf (payload, "sha256:%s", digest);
    }
  else if (text != NULL)
    {
      append_escaped (payload, text);
    }
}

/* What the model itself keeps up tells a reader of the log nothing. */
static gboolean
is_logged (CabRecord *record, guint field)
{
  return field != CAB_SYSTEM_ID && field != CAB_SYSTEM_REVISION && field != CAB_SYSTEM_MODIFIED_AT
         && field != CAB_SYSTEM_MODIFIED_BY && field != CAB_SYSTEM_CONTENT_DIGEST
         && cab_kind_has_field (cab_record_get_kind (record), field)
         && cab_record_is_changed (record, field);
}

static char *
dup_changes_at_most (CabRecord *record, gsize maximum)
{
  const CabKind *kind = cab_record_get_kind (record);
  GString *payload = g_string_new (NULL);

  for (guint i = 0; i < cab_kind_get_n_fields (kind); i++)
    {
      const CabField *field = cab_kind_get_field (kind, i);

      if (!is_logged (record, i))
        continue;
      g_string_append (payload, field->name);
      /* The values of a new record stand in the record; its first change
       * brings the old one here. */
      if (cab_record_is_stored (record))
        {
          g_string_append_c (payload, '\t');
          append_value (payload, field, cab_record_get_loaded (record, i), maximum);
          g_string_append_c (payload, '\t');
          append_value (payload, field, cab_record_get_value (record, i), maximum);
        }
      g_string_append_c (payload, '\n');
    }

  return g_string_free (payload, FALSE);
}

char *
cab_practice_dup_changes (CabRecord *record)
{
  g_autofree char *payload = dup_changes_at_most (record, VALUE_MAXIMUM);

  if (strlen (payload) <= PAYLOAD_MAXIMUM)
    return g_steal_pointer (&payload);

  return dup_changes_at_most (record, VALUE_MAXIMUM_SHORT);
}

static gboolean
is_mutable_field (const CabKind *kind, guint field)
{
  if (field < CAB_N_SYSTEM_FIELDS)
    return (cab_system_fields[field].flags & CAB_FLAG_CLASSIFIES) != 0
           || field == CAB_SYSTEM_REVISION;

  for (const int *at = kind->mutable_fields; at != NULL && *at >= 0; at++)
    {
      if ((guint)CAB_OWN (*at) == field)
        return TRUE;
    }

  return FALSE;
}

/* [M-9]: what was signed, published or logged stays as it is. */
static gboolean
check_immutable (CabRecord *record, GError **error)
{
  const CabKind *kind = cab_record_get_kind (record);
  gboolean sealed = kind->mutability == CAB_IMMUTABLE
                    || (kind->mutability == CAB_IMMUTABLE_BY_RULE && kind->is_sealed (record));

  if (!cab_record_is_stored (record))
    return TRUE;

  for (guint i = 0; i < cab_kind_get_n_fields (kind); i++)
    {
      if (!cab_record_is_changed (record, i))
        continue;
      if ((cab_kind_get_field (kind, i)->flags & CAB_FLAG_FIXED) != 0)
        return cab_record_set_error (record, (int)i, CAB_MODEL_ERROR_IMMUTABLE, error,
                                     _ ("this cannot be changed after it was first saved."));
      if (sealed && !is_mutable_field (kind, i))
        return cab_record_set_error (record, (int)i, CAB_MODEL_ERROR_IMMUTABLE, error,
                                     _ ("this record is kept as it is and cannot be changed."));
    }

  return TRUE;
}

/* [M-2]: a reference leads somewhere. The file's own check comes at COMMIT and
 * could not say which field it was. */
static gboolean
check_references (CabPractice *self, CabRecord *record, GError **error)
{
  const CabKind *kind = cab_record_get_kind (record);

  for (guint i = 0; i < cab_kind_get_n_fields (kind); i++)
    {
      const CabField *field = cab_kind_get_field (kind, i);
      const char *id = NULL;
      const char *target = field->type == CAB_FIELD_BLOB_REF ? "blob" : field->target;
      int found;

      if (target == NULL || !cab_record_is_changed (record, i))
        continue;
      id = cab_record_get_text (record, i);
      if (id == NULL || g_strcmp0 (id, cab_record_get_id (record)) == 0)
        continue;

      found = cab_store_exists (self->store, cab_kind_find (target), id, error);
      if (found < 0)
        return FALSE;
      if (found == 0)
        return cab_record_set_error (record, (int)i, CAB_MODEL_ERROR_MISSING_REF, error,
                                     _ ("there is no such record in this practice."));
    }

  return TRUE;
}

/* The file would refuse it too, but could not say which field it was. */
static gboolean
check_unique (CabPractice *self, CabRecord *record, GError **error)
{
  const CabKind *kind = cab_record_get_kind (record);

  for (guint i = 0; i < cab_kind_get_n_fields (kind); i++)
    {
      CabFilter filter = CAB_FILTER_ALL;
      gint64 n;

      if ((cab_kind_get_field (kind, i)->flags & CAB_FLAG_UNIQUE) == 0
          || !cab_record_is_changed (record, i) || cab_record_is_none (record, i))
        continue;

      filter.field = i;
      filter.equals = cab_record_get_text (record, i);
      n = cab_store_count (self->store, kind, &filter, error);
      if (n < 0)
        return FALSE;
      if (n > 0)
        return cab_record_set_error (record, (int)i, CAB_MODEL_ERROR_DUPLICATE, error,
                                     _ ("there is one with “%s” already."), filter.equals);
    }

  return TRUE;
}

/* [M-3], [M-5]: health data needs its own condition. Imported people wait with
 * both bases unset until the clinician decides [M-22]. */
static gboolean
check_basis (CabRecord *record, GError **error)
{
  if (cab_record_get_code (record, CAB_SYSTEM_BASIS9) != CAB_BASIS9_NONE
      || cab_record_get_code (record, CAB_SYSTEM_BASIS6) == CAB_BASIS6_NOT_APPLICABLE
      || !cab_kind_holds_health_data (cab_record_get_kind (record)))
    return TRUE;

  return cab_record_set_error (record, CAB_SYSTEM_BASIS9, CAB_MODEL_ERROR_INVALID, error,
                               _ ("this record holds health data, so a basis for it is needed."));
}

static gboolean
check_source (CabRecord *record, GError **error)
{
  if (cab_record_get_code (record, CAB_SYSTEM_ORIGIN) != CAB_ORIGIN_RECEIVED
      || !cab_record_is_none (record, CAB_SYSTEM_SOURCE))
    return TRUE;

  return cab_record_set_error (record, CAB_SYSTEM_SOURCE, CAB_MODEL_ERROR_INVALID, error,
                               _ ("name whom this was received from."));
}

static gboolean
is_only_about_restriction (CabRecord *client)
{
  const CabKind *kind = cab_record_get_kind (client);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      if (!g_str_has_prefix (kind->fields[i].name, "restrict")
          && cab_record_is_changed (client, CAB_OWN (i)))
        return FALSE;
    }

  return TRUE;
}

/* Whether a person changed what the record says, not the model what follows of it. */
static gboolean
is_edited (CabRecord *record)
{
  const CabKind *kind = cab_record_get_kind (record);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      if (kind->fields[i].right != CAB_RIGHT_DERIVED && cab_record_is_changed (record, CAB_OWN (i)))
        return TRUE;
    }

  return FALSE;
}

/* [M-8]: what left every list is not changed out of sight. A client may still ask
 * for a restriction [M-19]. */
static gboolean
check_trash (CabRecord *record, GError **error)
{
  if (!cab_record_is_stored (record) || cab_record_is_none (record, CAB_SYSTEM_TRASHED_AT)
      || cab_record_is_changed (record, CAB_SYSTEM_TRASHED_AT) || !is_edited (record)
      || (CAB_IS_CLIENT (record) && is_only_about_restriction (record)))
    return TRUE;

  return cab_record_set_error (record, -1, CAB_MODEL_ERROR_HELD, error,
                               _ ("it lies in the trash. Restore it first."));
}

/* [M-19]: nothing is added to or changed in a restricted client's record. */
static gboolean
check_restriction (CabPractice *self, CabRecord *record, GError **error)
{
  static const char sql[]
      = "SELECT restricted, restricted_on, trashed_at FROM client WHERE id = ?1";
  const CabKind *kind = cab_record_get_kind (record);
  g_autofree char *client_id = NULL;
  g_autoptr (CabStatement) statement = NULL;

  if (kind->register_kind || kind->despite_restriction
      || (strcmp (kind->name, "client") == 0 && is_only_about_restriction (record)))
    return TRUE;

  client_id = cab_practice_dup_client_of (self, record);
  if (client_id == NULL)
    return TRUE;

  statement = cab_statement_new (cab_practice_get_db (self), sql, "look at the client", error);
  if (statement == NULL)
    return FALSE;
  cab_statement_bind_text (statement, 1, client_id);
  switch (cab_statement_step (statement, error))
    {
    case CAB_STEP_ERROR:
      return FALSE;
    case CAB_STEP_DONE:
      return TRUE;
    case CAB_STEP_ROW:
      break;
    }

  if (cab_statement_get_integer (statement, 0) == 1)
    return cab_record_set_error (record, -1, CAB_MODEL_ERROR_RESTRICTED, error,
                                 _ ("the client's record is restricted since %s. "
                                    "Lift the restriction first."),
                                 cab_statement_get_text (statement, 1));
  if (!cab_statement_is_null (statement, 2) && strcmp (kind->name, "client") != 0
      && !cab_record_is_stored (record))
    return cab_record_set_error (record, -1, CAB_MODEL_ERROR_HELD, error,
                                 _ ("the client is in the trash. Restore the client first."));

  return TRUE;
}

static void
fill_system_fields (CabPractice *self, CabRecord *record)
{
  const CabKind *kind = cab_record_get_kind (record);
  g_autofree char *now = cab_practice_dup_now (self);
  const char *author = cab_practice_get_owner_id (self);

  if (cab_record_is_none (record, CAB_SYSTEM_ID))
    {
      g_autofree char *id = cab_practice_dup_new_id (self);

      cab_record_set_text (record, CAB_SYSTEM_ID, id);
    }
  /* The first clinician writes itself down. */
  if (author == NULL && strcmp (kind->name, "clinician") == 0)
    author = cab_record_get_id (record);

  cab_record_set_text (record, CAB_SYSTEM_MODIFIED_AT, now);
  cab_record_set_text (record, CAB_SYSTEM_MODIFIED_BY, author);
  if (cab_record_is_stored (record))
    return;

  cab_record_set_integer (record, CAB_SYSTEM_REVISION, 1);
  cab_record_set_text (record, CAB_SYSTEM_CREATED_AT, now);
  cab_record_set_text (record, CAB_SYSTEM_CREATED_BY, author);
  if (cab_record_is_none (record, CAB_SYSTEM_ORIGIN))
    cab_record_set_code (record, CAB_SYSTEM_ORIGIN, kind->origin);
  if (cab_record_is_none (record, CAB_SYSTEM_SENSITIVITY))
    cab_record_set_code (record, CAB_SYSTEM_SENSITIVITY, CAB_SENSITIVITY_NORMAL);
  cab_practice_fill_basis (self, record);
}

static gboolean
check_all (CabPractice *self, CabRecord *record, GError **error)
{
  const CabKind *kind = cab_record_get_kind (record);

  return check_immutable (record, error) && check_trash (record, error)
         && cab_record_check (record, error) && check_basis (record, error)
         && check_source (record, error) && check_unique (self, record, error)
         && check_references (self, record, error) && check_restriction (self, record, error)
         && (kind->check == NULL || kind->check (self, record, error));
}

static const char *
get_act (CabRecord *record)
{
  if (!cab_record_is_stored (record))
    return "create";
  if (cab_record_is_changed (record, CAB_SYSTEM_TRASHED_AT))
    return cab_record_is_none (record, CAB_SYSTEM_TRASHED_AT) ? "restore" : "trash";

  return "change";
}

typedef struct
{
  CabPractice *practice;
  CabRecord *record;
  gboolean quiet;
} Save;

static gboolean
write_audit (Save *save, const char *changes, const char *act, GError **error)
{
  return save->quiet
         || cab_vault_audit (save->practice->vault, act, cab_record_get_kind (save->record)->name,
                             cab_record_get_id (save->record), changes, error);
}

static gboolean
save_in_transaction (CabVault *vault, gpointer data, GError **error)
{
  Save *save = data;
  CabPractice *self = save->practice;
  CabRecord *record = save->record;
  const CabKind *kind = cab_record_get_kind (record);
  const char *act = get_act (record);
  g_autofree char *changes = NULL;
  gboolean is_new = !cab_record_is_stored (record);

  fill_system_fields (self, record);
  if (kind->before_save != NULL && !kind->before_save (self, record, error))
    return FALSE;
  if (!check_all (self, record, error))
    return FALSE;

  changes = cab_practice_dup_changes (record);
  if (is_new ? !cab_store_insert (self->store, record, error)
             : !cab_store_update (self->store, record, error))
    return FALSE;

  return cab_search_update (self, record, error) && write_audit (save, changes, act, error)
         && (kind->after_save == NULL || kind->after_save (self, record, error));
}

/* A refused record looks as it did before the call. */
static void
take_back (CabRecord *record, CabRecord *before)
{
  const CabKind *kind = cab_record_get_kind (record);

  for (guint i = 0; i < cab_kind_get_n_fields (kind); i++)
    cab_record_set_value (record, i, cab_record_get_value (before, i));
}

static gboolean
save_record (CabPractice *self, CabRecord *record, gboolean quiet, GError **error)
{
  g_autoptr (CabRecord) before = NULL;
  g_autofree char *action = NULL;
  Save save = { self, record, quiet };
  gboolean saved;

  if (!cab_practice_is_writable (self))
    {
      g_set_error_literal (error, CAB_MODEL_ERROR, CAB_MODEL_ERROR_READ_ONLY,
                           _ ("This practice is open read-only. Nothing was changed."));
      return FALSE;
    }
  if (cab_record_is_stored (record) && !cab_record_has_changes (record))
    return TRUE;

  before = cab_record_dup (record);
  action = g_strconcat ("save a ", cab_record_get_kind (record)->name, NULL);
  saved = quiet
              ? cab_vault_transact_quietly (self->vault, action, save_in_transaction, &save, error)
              : cab_vault_transact (self->vault, action, save_in_transaction, &save, error);
  cab_practice_write_refusals (self);
  if (!saved)
    {
      take_back (record, before);
      return FALSE;
    }

  cab_record_mark_stored (record);
  cab_practice_forget_cached (self, record);
  return TRUE;
}

gboolean
cab_practice_save (CabPractice *self, CabRecord *record, GError **error)
{
  g_return_val_if_fail (CAB_IS_PRACTICE (self) && CAB_IS_RECORD (record), FALSE);

  return save_record (self, record, FALSE, error);
}

gboolean
cab_practice_save_quietly (CabPractice *self, CabRecord *record, GError **error)
{
  g_return_val_if_fail (CAB_IS_PRACTICE (self) && CAB_IS_RECORD (record), FALSE);

  return save_record (self, record, TRUE, error);
}

gboolean
cab_practice_store_as_is (CabPractice *self, CabRecord *record, GError **error)
{
  g_return_val_if_fail (CAB_IS_PRACTICE (self) && CAB_IS_RECORD (record), FALSE);
  g_return_val_if_fail (!cab_record_is_stored (record), FALSE);

  if (cab_record_get_id (record) != NULL
      && cab_practice_is_erased (self, cab_record_get_id (record)))
    return cab_record_set_error (record, CAB_SYSTEM_ID, CAB_MODEL_ERROR_ERASED, error,
                                 _ ("this record was erased and stays erased."));
  if (!cab_record_check (record, error) || !cab_store_insert (self->store, record, error)
      || !cab_search_update (self, record, error))
    return FALSE;

  cab_record_mark_stored (record);
  cab_practice_forget_cached (self, record);
  return TRUE;
}

gboolean
cab_practice_replace_as_is (CabPractice *self, CabRecord *record, GError **error)
{
  g_return_val_if_fail (CAB_IS_PRACTICE (self) && CAB_IS_RECORD (record), FALSE);
  g_return_val_if_fail (cab_record_is_stored (record), FALSE);

  if (!cab_record_check (record, error) || !cab_store_update (self->store, record, error)
      || !cab_search_update (self, record, error))
    return FALSE;

  cab_record_mark_stored (record);
  cab_practice_forget_cached (self, record);
  return TRUE;
}

gboolean
cab_practice_trash (CabPractice *self, CabRecord *record, GError **error)
{
  const CabKind *kind;
  g_autofree char *now = NULL;
  gboolean trashed;

  g_return_val_if_fail (CAB_IS_PRACTICE (self) && CAB_IS_RECORD (record), FALSE);

  kind = cab_record_get_kind (record);
  if (kind->trash == CAB_TRASH_NEVER)
    {
      g_set_error_literal (error, CAB_MODEL_ERROR, CAB_MODEL_ERROR_IMMUTABLE,
                           g_dgettext (GETTEXT_PACKAGE, kind->trash_refusal));
      return FALSE;
    }
  if (kind->trash == CAB_TRASH_RULE && !kind->check_trash (self, record, error))
    return FALSE;
  if (!cab_record_is_none (record, CAB_SYSTEM_TRASHED_AT))
    return TRUE;

  now = cab_practice_dup_now (self);
  cab_record_set_text (record, CAB_SYSTEM_TRASHED_AT, now);
  trashed = cab_practice_save (self, record, error);
  if (!trashed)
    cab_record_set_none (record, CAB_SYSTEM_TRASHED_AT);

  return trashed;
}

gboolean
cab_practice_restore (CabPractice *self, CabRecord *record, GError **error)
{
  gboolean restored;

  g_return_val_if_fail (CAB_IS_PRACTICE (self) && CAB_IS_RECORD (record), FALSE);

  cab_record_set_none (record, CAB_SYSTEM_TRASHED_AT);
  restored = cab_practice_save (self, record, error);
  if (!restored)
    cab_record_set_value (record, CAB_SYSTEM_TRASHED_AT,
                          cab_record_get_loaded (record, CAB_SYSTEM_TRASHED_AT));

  return restored;
}
