/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-model"

#include "config.h"

#include "cab-erasure.h"

#include "cab-backup.h"
#include "cab-chunks.h"
#include "cab-client.h"
#include "cab-disclosure.h"
#include "cab-erase.h"
#include "cab-erasure-plan.h"
#include "cab-model-error.h"
#include "cab-practice-private.h"
#include "cab-practice-settings.h"
#include "cab-search-private.h"
#include "cab-statement.h"
#include "cab-vault-error.h"

#include <glib/gi18n.h>
#include <string.h>

#define TOMBSTONE(field) CAB_OWN (CAB_TOMBSTONE_FIELD_##field)

typedef struct
{
  CabPractice *practice;
  CabErasurePlan *plan;
  const CabKind *kind;
  const char *id;
  CabErasureGround ground;
  /* Owned: what stays; made by the work unless one was handed in */
  CabRecord *tombstone;
  gboolean index_is_torn;
} Erasing;

/* References between rows that go together, and could not go otherwise. */
static gboolean
empty_references (Erasing *erasing, const CabKind *kind, const char *id, GError **error)
{
  for (guint f = 0; f < kind->n_fields; f++)
    {
      const CabField *field = &kind->fields[f];
      g_autofree char *sql = NULL;
      g_autoptr (CabStatement) statement = NULL;

      if ((field->target == NULL && field->type != CAB_FIELD_BLOB_REF)
          || field->required == CAB_REQUIRED_YES)
        continue;
      sql = g_strdup_printf ("UPDATE %s SET %s = NULL WHERE id = ?1 AND %s IS NOT NULL",
                             cab_statement_identifier (kind->table),
                             cab_statement_identifier (field->name),
                             cab_statement_identifier (field->name));
      statement = cab_statement_new (cab_practice_get_db (erasing->practice), sql,
                                     "empty a reference", error);
      if (statement == NULL)
        return FALSE;
      cab_statement_bind_text (statement, 1, id);
      if (!cab_statement_run (statement, error))
        return FALSE;
    }

  return TRUE;
}

/* The words of a damaged record cannot be told to the index, which is then made
 * anew as a whole. */
static gboolean
forget_words (Erasing *erasing, const CabKind *kind, const char *id, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (CabRecord) record = NULL;

  if (!cab_search_has (erasing->practice, id))
    return TRUE;

  record = cab_store_load (erasing->practice->store, kind, id, &failure);
  if (record != NULL && cab_search_remove (erasing->practice, record, &failure))
    return TRUE;
  if (!g_error_matches (failure, CAB_VAULT_ERROR, CAB_VAULT_ERROR_CONTENT))
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  erasing->index_is_torn = TRUE;
  return TRUE;
}

static gboolean
delete_row (Erasing *erasing, const CabKind *kind, const char *id, GError **error)
{
  CabVault *vault = cab_practice_get_vault (erasing->practice);

  if (strcmp (kind->name, "blob") == 0 && cab_chunks_remove (vault, id, error) < 0)
    return FALSE;

  return cab_store_delete_id (erasing->practice->store, kind, id, error);
}

typedef gboolean (*RowFunc) (Erasing *erasing, const CabKind *kind, const char *id, GError **error);

static gboolean
for_each_row (Erasing *erasing, RowFunc func, GError **error)
{
  g_autoptr (GPtrArray) kinds = cab_erasure_plan_list_kinds (erasing->plan);

  for (guint k = 0; k < kinds->len; k++)
    {
      const CabKind *kind = g_ptr_array_index (kinds, k);
      GPtrArray *ids = cab_erasure_plan_get_ids (erasing->plan, kind);

      for (guint i = 0; i < ids->len; i++)
        {
          if (!func (erasing, kind, g_ptr_array_index (ids, i), error))
            return FALSE;
        }
    }

  return TRUE;
}

/* A disclosure outlives its client: the tombstone takes the client's place [M-20]. */
static gboolean
keep_disclosures (Erasing *erasing, GError **error)
{
  const CabFilter of_client = { .client_id = erasing->id, .trashed = -1 };
  g_autoptr (GPtrArray) kept = NULL;

  if (erasing->kind != &cab_client_kind)
    return TRUE;

  kept = cab_practice_list (erasing->practice, &cab_disclosure_kind, &of_client, error);
  for (guint i = 0; kept != NULL && i < kept->len; i++)
    {
      CabRecord *disclosure = g_ptr_array_index (kept, i);

      cab_record_set_none (disclosure, CAB_OWN (CAB_DISCLOSURE_FIELD_CLIENT_ID));
      cab_record_set_none (disclosure, CAB_OWN (CAB_DISCLOSURE_FIELD_CONSENT_ID));
      cab_record_set_text (disclosure, CAB_OWN (CAB_DISCLOSURE_FIELD_TOMBSTONE_ID),
                           cab_record_get_id (erasing->tombstone));
      if (!cab_store_update (erasing->practice->store, disclosure, error))
        return FALSE;
    }

  return kept != NULL;
}

/* The day by which rotation has removed the last backup that holds it. */
static char *
dup_copies_gone_by (CabPractice *practice)
{
  g_autoptr (GPtrArray) backups = cab_backup_list (cab_practice_get_vault (practice), NULL);
  CabRecord *settings = cab_practice_get_settings (practice);
  gint64 newest = 0;
  gint64 days = 30;
  g_autoptr (GDateTime) made = NULL;
  g_autoptr (GDateTime) gone = NULL;

  for (guint i = 0; backups != NULL && i < backups->len; i++)
    {
      const CabBackupEntry *entry = g_ptr_array_index (backups, i);

      if (strcmp (entry->state, "deleted") != 0)
        newest = MAX (newest, entry->made_ms);
    }
  if (newest == 0)
    return cab_practice_dup_today (practice);

  if (settings != NULL)
    cab_record_get_integer (settings, CAB_OWN (CAB_PRACTICE_FIELD_BACKUP_DAYS), &days);
  made = g_date_time_new_from_unix_utc (newest / 1000);
  gone = g_date_time_add_days (made, (int)days + 1);
  return g_date_time_format (gone, "%Y-%m-%d");
}

static gboolean
write_tombstone (Erasing *erasing, GError **error)
{
  CabPractice *practice = erasing->practice;
  g_autofree char *today = cab_practice_dup_today (practice);
  g_autofree char *gone_by = dup_copies_gone_by (practice);
  g_autofree char *counts = cab_erasure_plan_dup_counts (erasing->plan);

  /* One that came with another file is kept as it is: it knows the day. */
  if (erasing->tombstone != NULL)
    return cab_practice_is_erased (practice, erasing->id)
           || cab_store_insert (practice->store, erasing->tombstone, error);

  erasing->tombstone = cab_record_new (&cab_tombstone_kind);
  cab_record_set_text (erasing->tombstone, TOMBSTONE (ERASED_ID), erasing->id);
  cab_record_set_text (erasing->tombstone, TOMBSTONE (ERASED_KIND), erasing->kind->name);
  cab_record_set_text (erasing->tombstone, TOMBSTONE (ERASED_ON), today);
  cab_record_set_code (erasing->tombstone, TOMBSTONE (GROUND), (int)erasing->ground);
  cab_record_set_text (erasing->tombstone, TOMBSTONE (COPIES_GONE_BY), gone_by);
  cab_record_set_text (erasing->tombstone, TOMBSTONE (COUNTS), counts);
  cab_record_set_integer (erasing->tombstone, TOMBSTONE (EVENT_SEQUENCE),
                          (gint64)cab_vault_get_head_seq (cab_practice_get_vault (practice)) + 1);

  return cab_practice_save_quietly (practice, erasing->tombstone, error);
}

static gboolean
erase_rows (CabVault *vault, gpointer data, GError **error)
{
  Erasing *erasing = data;

  /* The tombstone before the disclosures that refer to it, these before the
   * client they let go. */
  return for_each_row (erasing, forget_words, error) && write_tombstone (erasing, error)
         && keep_disclosures (erasing, error) && for_each_row (erasing, empty_references, error)
         && for_each_row (erasing, delete_row, error)
         && (!erasing->index_is_torn || cab_search_rebuild (erasing->practice, error));
}

static gboolean
set_held (CabPractice *practice, const CabKind *kind, GError *failure, GError **error)
{
  if (cab_db_get_refusal (failure) != CAB_REFUSAL_REFERENCE)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }

  g_error_free (failure);
  g_set_error (error, CAB_MODEL_ERROR, CAB_MODEL_ERROR_HELD,
               _ ("%s: another record still refers to it. Nothing was erased."),
               g_dgettext (GETTEXT_PACKAGE, kind->label));
  return FALSE;
}

static gboolean
erase (Erasing *erasing, GError **error)
{
  CabPractice *practice = erasing->practice;
  g_autoptr (CabErasurePlan) plan = NULL;
  g_autoptr (GPtrArray) all = NULL;
  g_autofree char *counts = NULL;
  GError *failure = NULL;

  plan = erasing->plan = cab_erasure_plan_new (practice, erasing->kind, erasing->id, error);
  if (plan == NULL)
    return FALSE;

  all = cab_erasure_plan_list_all (plan);
  counts = cab_erasure_plan_dup_counts (plan);
  if (!cab_erase (cab_practice_get_vault (practice), all, erase_rows, erasing, counts, &failure))
    return set_held (practice, erasing->kind, failure, error);

  return TRUE;
}

gboolean
cab_erasure_erase (CabPractice *practice,
                   CabRecord *record,
                   CabErasureGround ground,
                   CabRecord **tombstone,
                   GError **error)
{
  Erasing erasing = { .practice = practice, .ground = ground };
  g_autofree char *id = NULL;

  g_return_val_if_fail (CAB_IS_PRACTICE (practice) && CAB_IS_RECORD (record), FALSE);
  g_return_val_if_fail (cab_record_is_stored (record), FALSE);

  if (!cab_practice_is_writable (practice))
    {
      g_set_error_literal (error, CAB_MODEL_ERROR, CAB_MODEL_ERROR_READ_ONLY,
                           _ ("This practice is open read-only. Nothing was changed."));
      return FALSE;
    }

  id = g_strdup (cab_record_get_id (record));
  erasing.kind = cab_record_get_kind (record);
  erasing.id = id;
  if (!erase (&erasing, error))
    {
      g_clear_object (&erasing.tombstone);
      return FALSE;
    }

  if (tombstone != NULL)
    *tombstone = g_steal_pointer (&erasing.tombstone);
  g_clear_object (&erasing.tombstone);
  return TRUE;
}

gboolean
cab_erasure_empty_trash (CabPractice *practice, guint *n_erased, GError **error)
{
  const CabFilter trashed = { .trashed = 1 };
  guint n = 0;

  g_return_val_if_fail (CAB_IS_PRACTICE (practice), FALSE);

  for (guint k = 0; cab_kinds[k] != NULL; k++)
    {
      g_autoptr (GPtrArray) records = NULL;

      if (cab_kinds[k]->without_system_fields)
        continue;
      records = cab_practice_list (practice, cab_kinds[k], &trashed, error);
      if (records == NULL)
        return FALSE;
      for (guint i = 0; i < records->len; i++)
        {
          CabRecord *record = g_ptr_array_index (records, i);

          /* It may have gone with the one it hung on. */
          if (!cab_practice_exists (practice, cab_kinds[k], cab_record_get_id (record)))
            continue;
          if (!cab_erasure_erase (practice, record, CAB_ERASURE_GROUND_TRASH, NULL, error))
            return FALSE;
          n++;
        }
    }

  if (n_erased != NULL)
    *n_erased = n;
  return TRUE;
}

static CabRecord *
copy_tombstone (CabRecord *tombstone)
{
  CabRecord *copy = cab_record_new (&cab_tombstone_kind);

  for (guint i = 0; i < cab_kind_get_n_fields (&cab_tombstone_kind); i++)
    cab_record_set_value (copy, i, cab_record_get_value (tombstone, i));

  return copy;
}

static gboolean
apply (CabRecord *tombstone, CabPractice *practice, GError **error)
{
  Erasing erasing = { .practice = practice };
  gboolean done;

  erasing.id = cab_record_get_text (tombstone, TOMBSTONE (ERASED_ID));
  erasing.kind = cab_kind_find (cab_record_get_text (tombstone, TOMBSTONE (ERASED_KIND)));
  if (erasing.kind == NULL || !cab_practice_exists (practice, erasing.kind, erasing.id))
    return TRUE;

  erasing.tombstone = copy_tombstone (tombstone);
  done = erase (&erasing, error);
  g_clear_object (&erasing.tombstone);
  return done;
}

static gboolean
apply_all (CabPractice *source, CabPractice *practice, GError **error)
{
  const CabFilter all = CAB_FILTER_ALL;
  g_autoptr (GPtrArray) tombstones = cab_practice_list (source, &cab_tombstone_kind, &all, error);

  for (guint i = 0; tombstones != NULL && i < tombstones->len; i++)
    {
      if (!apply (g_ptr_array_index (tombstones, i), practice, error))
        return FALSE;
    }

  return tombstones != NULL;
}

gboolean
cab_erasure_apply_tombstones (CabVault *copy, CabVault *replaced, gpointer data, GError **error)
{
  g_autoptr (CabPractice) practice = NULL;
  g_autoptr (CabPractice) other = NULL;

  g_return_val_if_fail (copy != NULL, FALSE);

  practice = cab_practice_new_borrowed (copy);
  other = replaced != NULL ? cab_practice_new_borrowed (replaced) : NULL;

  return apply_all (practice, practice, error)
         && (other == NULL || apply_all (other, practice, error));
}

typedef struct
{
  CabPractice *practice;
  GPtrArray *tombstones;
} Heritage;

/* CabVaultWork */
static gboolean
take_over (CabVault *vault, gpointer data, GError **error)
{
  const Heritage *heritage = data;

  for (guint i = 0; i < heritage->tombstones->len; i++)
    {
      CabRecord *tombstone = g_ptr_array_index (heritage->tombstones, i);
      const char *erased_id = cab_record_get_text (tombstone, TOMBSTONE (ERASED_ID));
      g_autoptr (CabRecord) copy = NULL;

      if (cab_practice_is_erased (heritage->practice, erased_id))
        continue;

      copy = copy_tombstone (tombstone);
      if (!cab_store_insert (heritage->practice->store, copy, error)
          || !cab_vault_audit (vault, "create", cab_tombstone_kind.name, cab_record_get_id (copy),
                               NULL, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
cab_erasure_inherit_tombstones (CabVault *copy, CabVault *replaced, gpointer data, GError **error)
{
  const CabFilter all = CAB_FILTER_ALL;
  g_autoptr (CabPractice) practice = NULL;
  g_autoptr (CabPractice) other = NULL;
  g_autoptr (GPtrArray) tombstones = NULL;
  Heritage heritage;

  g_return_val_if_fail (copy != NULL && replaced != NULL, FALSE);

  if (memcmp (cab_vault_get_practice_id (copy), cab_vault_get_practice_id (replaced),
              CAB_PRACTICE_ID_LENGTH)
      != 0)
    return TRUE;

  practice = cab_practice_new_borrowed (copy);
  other = cab_practice_new_borrowed (replaced);
  tombstones = cab_practice_list (other, &cab_tombstone_kind, &all, error);
  if (tombstones == NULL)
    return FALSE;

  heritage = (Heritage){ practice, tombstones };
  return cab_vault_transact (copy, "take tombstones over", take_over, &heritage, error);
}
