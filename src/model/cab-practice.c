/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-model"

#include "config.h"

#include "cab-practice-private.h"

#include "cab-codes.h"
#include "cab-model-error.h"
#include "cab-statement.h"
#include "cab-vault-error.h"
#include "cab-when.h"

#include <glib/gi18n.h>
#include <string.h>

G_DEFINE_FINAL_TYPE (CabPractice, cab_practice, G_TYPE_OBJECT)

static void
cab_practice_dispose (GObject *object)
{
  CabPractice *self = CAB_PRACTICE (object);

  g_clear_object (&self->settings);
  g_clear_pointer (&self->preferences, g_hash_table_unref);
  g_clear_pointer (&self->owner_id, g_free);
  g_clear_pointer (&self->refusals, g_ptr_array_unref);
  g_clear_pointer (&self->store, cab_store_free);
  if (!self->borrowed)
    g_clear_pointer (&self->vault, cab_vault_free);

  G_OBJECT_CLASS (cab_practice_parent_class)->dispose (object);
}

static void
cab_practice_class_init (CabPracticeClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cab_practice_dispose;
}

static void
forget_all (CabPractice *self)
{
  g_clear_object (&self->settings);
  g_clear_pointer (&self->owner_id, g_free);
  g_clear_pointer (&self->preferences, g_hash_table_unref);
}

static void
cab_practice_init (CabPractice *self)
{
}

CabPractice *
cab_practice_new_take (CabVault *vault)
{
  CabPractice *self;
  const char *owner;

  g_return_val_if_fail (vault != NULL, NULL);

  self = g_object_new (CAB_TYPE_PRACTICE, NULL);
  self->vault = vault;
  self->store = cab_store_new (vault);

  owner = cab_practice_get_owner_id (self);
  if (owner != NULL)
    cab_vault_set_actor (vault, owner);

  return self;
}

CabPractice *
cab_practice_new_borrowed (CabVault *vault)
{
  CabPractice *self = cab_practice_new_take (vault);

  self->borrowed = TRUE;
  return self;
}

CabVault *
cab_practice_get_vault (CabPractice *self)
{
  g_return_val_if_fail (CAB_IS_PRACTICE (self), NULL);

  return self->vault;
}

CabDb *
cab_practice_get_db (CabPractice *self)
{
  g_return_val_if_fail (CAB_IS_PRACTICE (self), NULL);

  return cab_vault_get_db (self->vault);
}

gboolean
cab_practice_is_writable (CabPractice *self)
{
  g_return_val_if_fail (CAB_IS_PRACTICE (self), FALSE);

  return cab_vault_is_writable (self->vault);
}

char *
cab_practice_dup_now (CabPractice *self)
{
  g_return_val_if_fail (CAB_IS_PRACTICE (self), NULL);

  return cab_clock_dup_now (cab_vault_get_clock (self->vault));
}

char *
cab_practice_dup_today (CabPractice *self)
{
  g_autofree char *now = cab_practice_dup_now (self);
  g_autofree char *local = NULL;
  CabRecord *settings = cab_practice_get_settings (self);
  int zone = settings == NULL ? -1 : cab_kind_find_field (cab_record_get_kind (settings), "zone");

  if (zone >= 0 && !cab_record_is_none (settings, (guint)zone))
    local = cab_when_dup_local (now, cab_record_get_text (settings, (guint)zone));

  return g_strndup (local != NULL ? local : now, strlen ("2026-03-02"));
}

char *
cab_practice_dup_new_id (CabPractice *self)
{
  g_return_val_if_fail (CAB_IS_PRACTICE (self), NULL);

  return cab_ids_dup_id (cab_vault_get_ids (self->vault));
}

static CabRecord *
load_first (CabPractice *self, const char *kind_name, const char *field, const char *equals)
{
  const CabKind *kind = cab_kind_find (kind_name);
  g_autoptr (GPtrArray) found = NULL;
  CabFilter filter = CAB_FILTER_ALL;

  if (field != NULL)
    {
      filter.field = (guint)cab_kind_find_field (kind, field);
      filter.equals = equals;
    }

  found = cab_practice_list (self, kind, &filter, NULL);
  return found != NULL && found->len > 0 ? g_object_ref (g_ptr_array_index (found, 0)) : NULL;
}

CabRecord *
cab_practice_get_settings (CabPractice *self)
{
  g_return_val_if_fail (CAB_IS_PRACTICE (self), NULL);

  if (self->settings == NULL)
    self->settings = load_first (self, "practice", NULL, NULL);

  return self->settings;
}

/* The owner is the clinician who set this practice up; others stand only as
 * authors of imported records [M-31]. A mark on the clinician would travel with
 * a transfer bundle and make the sender the owner here. Before there is a
 * practice row it is the first clinician. */
static const char sql_owner[]
    = "SELECT coalesce ((SELECT created_by_id FROM practice ORDER BY created_at, id LIMIT 1),"
      " (SELECT id FROM clinician ORDER BY created_at, id LIMIT 1))";

const char *
cab_practice_get_owner_id (CabPractice *self)
{
  g_autoptr (CabStatement) statement = NULL;

  g_return_val_if_fail (CAB_IS_PRACTICE (self), NULL);

  if (self->owner_id != NULL)
    return self->owner_id;

  statement = cab_statement_new (cab_practice_get_db (self), sql_owner, "find the owner", NULL);
  if (statement != NULL && cab_statement_step (statement, NULL) == CAB_STEP_ROW)
    self->owner_id = g_strdup (cab_statement_get_text (statement, 0));

  return self->owner_id;
}

/* Tells the log that a stored copy is damaged; the read itself has failed. */
static void
audit_damage (CabPractice *self, const CabKind *kind, const char *id, const GError *error)
{
  if (g_error_matches (error, CAB_VAULT_ERROR, CAB_VAULT_ERROR_CONTENT))
    cab_practice_audit_act (self, "content-damaged", kind, id, NULL, NULL);
}

CabRecord *
cab_practice_load (CabPractice *self, const CabKind *kind, const char *id, GError **error)
{
  g_autoptr (GError) failure = NULL;
  CabRecord *record;

  g_return_val_if_fail (CAB_IS_PRACTICE (self) && kind != NULL && id != NULL, NULL);

  record = cab_store_load (self->store, kind, id, &failure);
  if (record == NULL)
    {
      audit_damage (self, kind, id, failure);
      g_propagate_error (error, g_steal_pointer (&failure));
    }

  return record;
}

typedef struct
{
  CabPractice *practice;
  CabPracticeWork work;
  gpointer data;
} Work;

static gboolean
do_work (CabVault *vault, gpointer data, GError **error)
{
  Work *work = data;

  return work->work (work->practice, work->data, error);
}

gboolean
cab_practice_transact (CabPractice *self,
                       const char *action,
                       CabPracticeWork work,
                       gpointer data,
                       GError **error)
{
  Work closure = { self, work, data };
  gboolean done;

  g_return_val_if_fail (CAB_IS_PRACTICE (self) && work != NULL, FALSE);

  done = cab_vault_transact (self->vault, action, do_work, &closure, error);
  /* What was rolled back may have been cached on the way. */
  if (!done)
    forget_all (self);

  cab_practice_write_refusals (self);
  return done;
}

gboolean
cab_practice_read (CabPractice *self,
                   const char *action,
                   CabPracticeWork work,
                   gpointer data,
                   GError **error)
{
  Work closure = { self, work, data };

  g_return_val_if_fail (CAB_IS_PRACTICE (self) && work != NULL, FALSE);

  return cab_vault_read (self->vault, action, do_work, &closure, error);
}

typedef struct
{
  const char *act;
  const char *kind;
  const char *id;
  const char *payload;
} Act;

static gboolean
write_act (CabVault *vault, gpointer data, GError **error)
{
  const Act *act = data;

  return cab_vault_audit (vault, act->act, act->kind, act->id, act->payload, error);
}

gboolean
cab_practice_audit_act (CabPractice *self,
                        const char *act,
                        const CabKind *kind,
                        const char *id,
                        const char *payload,
                        GError **error)
{
  Act row = { act, kind == NULL ? NULL : kind->name, id, payload };

  g_return_val_if_fail (CAB_IS_PRACTICE (self) && act != NULL, FALSE);

  if (!cab_practice_is_writable (self))
    return TRUE;

  return cab_vault_transact (self->vault, "write the activity log", write_act, &row, error);
}

gboolean
cab_practice_ask_integer (CabPractice *self,
                          const char *sql,
                          const char *action,
                          gint64 *answer,
                          GError **error,
                          ...)
{
  g_autoptr (CabStatement) statement = NULL;
  int parameter = 1;
  va_list texts;

  statement = cab_statement_new (cab_practice_get_db (self), sql, action, error);
  if (statement == NULL)
    return FALSE;

  va_start (texts, error);
  for (const char *text = va_arg (texts, const char *); text != NULL;
       text = va_arg (texts, const char *))
    cab_statement_bind_text (statement, parameter++, text);
  va_end (texts);

  if (cab_statement_step (statement, error) != CAB_STEP_ROW)
    return FALSE;

  *answer = cab_statement_get_integer (statement, 0);
  return TRUE;
}

typedef struct
{
  char *client_id;
  char *payload;
} Refusal;

static void
free_refusal (gpointer data)
{
  Refusal *refusal = data;

  g_free (refusal->client_id);
  g_free (refusal->payload);
  g_free (refusal);
}

void
cab_practice_note_refusal (CabPractice *self, const char *client_id, const char *purpose)
{
  Refusal *refusal = g_new0 (Refusal, 1);

  refusal->client_id = g_strdup (client_id);
  refusal->payload = g_strdup_printf ("purpose\t\t%s\n", purpose);
  if (self->refusals == NULL)
    self->refusals = g_ptr_array_new_with_free_func (free_refusal);
  g_ptr_array_add (self->refusals, refusal);

  cab_practice_write_refusals (self);
}

void
cab_practice_write_refusals (CabPractice *self)
{
  if (cab_vault_is_transacting (self->vault))
    return;

  /* The caller has its refusal already; a row that cannot be written now stays
   * for the next time. */
  while (self->refusals != NULL && self->refusals->len > 0)
    {
      const Refusal *refusal = g_ptr_array_index (self->refusals, 0);

      if (!cab_practice_audit_act (self, "gate-refused", cab_kind_find ("client"),
                                   refusal->client_id, refusal->payload, NULL))
        return;
      g_ptr_array_remove_index (self->refusals, 0);
    }
}

gboolean
cab_practice_each (CabPractice *self,
                   const CabKind *kind,
                   const CabFilter *filter,
                   CabRecordFunc func,
                   gpointer data,
                   GError **error)
{
  g_autoptr (GError) failure = NULL;

  g_return_val_if_fail (CAB_IS_PRACTICE (self) && kind != NULL && filter != NULL, FALSE);

  if (cab_store_each (self->store, kind, filter, func, data, &failure))
    return TRUE;

  audit_damage (self, kind, NULL, failure);
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
add_to_list (CabRecord *record, gpointer data, GError **error)
{
  g_ptr_array_add (data, g_object_ref (record));
  return TRUE;
}

GPtrArray *
cab_practice_list (CabPractice *self, const CabKind *kind, const CabFilter *filter, GError **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);

  if (!cab_practice_each (self, kind, filter, add_to_list, records, error))
    return NULL;

  return g_steal_pointer (&records);
}

gint64
cab_practice_count (CabPractice *self, const CabKind *kind, const CabFilter *filter, GError **error)
{
  g_return_val_if_fail (CAB_IS_PRACTICE (self) && kind != NULL && filter != NULL, -1);

  return cab_store_count (self->store, kind, filter, error);
}

gboolean
cab_practice_exists (CabPractice *self, const CabKind *kind, const char *id)
{
  g_return_val_if_fail (CAB_IS_PRACTICE (self) && kind != NULL && id != NULL, FALSE);

  return cab_store_exists (self->store, kind, id, NULL) == 1;
}

char *
cab_practice_dup_client_of (CabPractice *self, CabRecord *record)
{
  const CabKind *kind;
  const CabField *owner;
  const char *id;
  g_autoptr (CabRecord) above = NULL;

  g_return_val_if_fail (CAB_IS_PRACTICE (self) && CAB_IS_RECORD (record), NULL);

  kind = cab_record_get_kind (record);
  if (strcmp (kind->name, "client") == 0)
    return g_strdup (cab_record_get_id (record));
  if (kind->owner == CAB_NO_OWNER)
    return NULL;

  owner = &kind->fields[kind->owner];
  id = cab_record_get_text (record, CAB_OWN (kind->owner));
  if (id == NULL || strcmp (owner->target, "client") == 0)
    return g_strdup (id);

  above = cab_practice_load (self, cab_kind_find (owner->target), id, NULL);
  return above == NULL ? NULL : cab_practice_dup_client_of (self, above);
}

gboolean
cab_practice_is_erased (CabPractice *self, const char *id)
{
  g_autoptr (CabStatement) statement = NULL;

  g_return_val_if_fail (CAB_IS_PRACTICE (self) && id != NULL, FALSE);

  statement = cab_statement_new (cab_practice_get_db (self),
                                 "SELECT 1 FROM tombstone WHERE erased_id = ?1",
                                 "look for a tombstone", NULL);
  if (statement == NULL)
    return FALSE;

  cab_statement_bind_text (statement, 1, id);
  return cab_statement_step (statement, NULL) == CAB_STEP_ROW;
}

static GHashTable *
get_preferences (CabPractice *self)
{
  g_autoptr (CabStatement) statement = NULL;

  if (self->preferences != NULL)
    return self->preferences;

  self->preferences = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  statement = cab_statement_new (cab_practice_get_db (self), "SELECT name, value FROM preference",
                                 "read the preferences", NULL);
  while (statement != NULL && cab_statement_step (statement, NULL) == CAB_STEP_ROW)
    g_hash_table_insert (self->preferences, g_strdup (cab_statement_get_text (statement, 0)),
                         g_strdup (cab_statement_get_text (statement, 1)));

  return self->preferences;
}

char *
cab_practice_dup_preference (CabPractice *self, const char *name)
{
  g_return_val_if_fail (CAB_IS_PRACTICE (self) && name != NULL, NULL);

  return g_strdup (g_hash_table_lookup (get_preferences (self), name));
}

gboolean
cab_practice_set_preference (CabPractice *self, const char *name, const char *value, GError **error)
{
  const CabKind *kind = cab_kind_find ("preference");
  g_autoptr (CabRecord) record = NULL;

  g_return_val_if_fail (CAB_IS_PRACTICE (self) && name != NULL, FALSE);

  record = load_first (self, "preference", "name", name);
  if (record == NULL)
    record = cab_record_new (kind);

  cab_record_set_text (record, (guint)cab_kind_find_field (kind, "name"), name);
  cab_record_set_text (record, (guint)cab_kind_find_field (kind, "value"), value);

  return cab_practice_save (self, record, error);
}

void
cab_practice_fill_basis (CabPractice *self, CabRecord *record)
{
  const CabKind *kind = cab_record_get_kind (record);
  static const struct
  {
    CabSystemField field;
    const char *name;
    const char *by_law;
    const char *unset;
  } bases[] = {
    { CAB_SYSTEM_BASIS6, "basis6", "legal-obligation", "not-applicable" },
    { CAB_SYSTEM_BASIS9, "basis9", "none", "none" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (bases); i++)
    {
      g_autofree char *name = g_strconcat (bases[i].name, ".", kind->name, NULL);
      const char *chosen = g_hash_table_lookup (get_preferences (self), name);

      if (!cab_record_is_none (record, bases[i].field))
        continue;
      if (chosen == NULL)
        chosen = kind->register_kind ? bases[i].by_law : bases[i].unset;
      cab_record_set_text (record, bases[i].field, chosen);
    }
}

void
cab_practice_forget_cached (CabPractice *self, CabRecord *record)
{
  const char *kind = cab_record_get_kind (record)->name;

  if (strcmp (kind, "practice") == 0)
    {
      g_clear_object (&self->settings);
      g_clear_pointer (&self->owner_id, g_free);
    }
  else if (strcmp (kind, "preference") == 0)
    g_clear_pointer (&self->preferences, g_hash_table_unref);
  else if (strcmp (kind, "clinician") == 0)
    g_clear_pointer (&self->owner_id, g_free);
}
