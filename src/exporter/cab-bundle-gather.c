/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-exporter"

#include "config.h"

#include "cab-bundle-gather-private.h"

#include "cab-audit-record.h"
#include "cab-blob.h"
#include "cab-bundle-period-private.h"
#include "cab-client.h"
#include "cab-codes.h"
#include "cab-disclosure.h"
#include "cab-export-error.h"
#include "cab-practice-settings.h"

#include <glib/gi18n.h>
#include <string.h>

/* Every kind whose records lead to a client; what comes by reference alone is
 * looked for from there. */
static gboolean
is_gathered (const CabBundlePlan *plan, const CabKind *kind)
{
  return !kind->without_system_fields
         && !cab_bundle_is_shared (cab_bundle_scope_get_profile (plan->scope), kind)
         && (kind == &cab_client_kind || kind->owner != CAB_NO_OWNER || kind->of_client != NULL);
}

static gboolean
gather_record (CabRecord *record, gpointer data, GError **error)
{
  CabGathering *gathering = data;

  if (g_cancellable_set_error_if_cancelled (gathering->cancellable, error))
    return FALSE;

  g_ptr_array_add (gathering->found, g_object_ref (record));
  return TRUE;
}

static gboolean
gather_records (CabGathering *gathering, GError **error)
{
  CabBundlePlan *plan = gathering->plan;
  CabFilter filter = { .client_id = cab_record_get_id (plan->client), .trashed = -1 };

  for (guint i = 0; cab_kinds[i] != NULL; i++)
    {
      if (is_gathered (plan, cab_kinds[i])
          && !cab_practice_each (plan->practice, cab_kinds[i], &filter, gather_record, gathering,
                                 error))
        return FALSE;
    }

  return TRUE;
}

/* [B-6]: a record that names a person and has no legal basis. */
static gboolean
check_basis (CabBundlePlan *plan, CabRecord *record, GError **error)
{
  const CabKind *kind = cab_record_get_kind (record);

  if (!plan->rules->needs_basis
      || cab_record_get_code (record, CAB_SYSTEM_BASIS6) != CAB_BASIS6_NOT_APPLICABLE)
    return TRUE;

  return cab_export_error_set (error, CAB_EXPORT_ERROR_EXPORT_BASIS, NULL, 0,
                               g_dgettext (GETTEXT_PACKAGE, kind->label_plural));
}

/* The list of disclosures goes back some years, to the day, unless a period was asked for [B-1]. */
static gboolean
is_too_old (CabGathering *gathering, CabRecord *record)
{
  if (gathering->since == NULL || cab_record_get_kind (record) != &cab_disclosure_kind)
    return FALSE;

  return strcmp (cab_record_get_text (record, CAB_OWN (CAB_DISCLOSURE_FIELD_DISCLOSED_AT)),
                 gathering->since)
         < 0;
}

static void
include (CabGathering *gathering, CabRecord *record)
{
  CabBundlePlan *plan = gathering->plan;
  CabBundleItem *item = cab_bundle_item_new (plan, record);

  g_hash_table_insert (plan->items, g_strdup (cab_record_get_id (record)), item);
  g_ptr_array_add (gathering->queue, item);
}

static gboolean
include_records (CabGathering *gathering, GError **error)
{
  CabBundlePlan *plan = gathering->plan;
  CabBundleProfile profile = cab_bundle_scope_get_profile (plan->scope);

  for (guint i = 0; i < gathering->found->len; i++)
    {
      CabRecord *record = g_ptr_array_index (gathering->found, i);

      if (g_hash_table_contains (gathering->behind, cab_record_get_id (record))
          || !cab_bundle_takes_kind (profile, cab_record_get_kind (record))
          || is_too_old (gathering, record))
        continue;
      if (!check_basis (plan, record, error))
        return FALSE;
      if (cab_bundle_takes_record (profile, record))
        include (gathering, record);
    }

  return TRUE;
}

/* Adds what a reference leads to, when that is of a kind that comes so. */
static gboolean
include_target (CabGathering *gathering, CabRecord *record, guint field, GError **error)
{
  CabBundlePlan *plan = gathering->plan;
  CabBundleProfile profile = cab_bundle_scope_get_profile (plan->scope);
  const CabKind *target
      = cab_bundle_get_target (cab_kind_get_field (cab_record_get_kind (record), field));
  const char *id = cab_record_get_text (record, field);
  g_autoptr (CabRecord) found = NULL;

  if (target == NULL || id == NULL
      || !cab_bundle_takes (profile, cab_record_get_kind (record), field, record)
      || !cab_bundle_is_shared (profile, target) || g_hash_table_contains (gathering->behind, id))
    return TRUE;
  if (target == &cab_blob_kind && !cab_bundle_plan_add_file (plan, record, field, error))
    return FALSE;
  if (g_hash_table_contains (plan->items, id))
    return TRUE;

  found = cab_practice_load (plan->practice, target, id, error);
  if (found == NULL)
    return FALSE;
  if (cab_bundle_shared_by_class (profile, target) && !check_basis (plan, found, error))
    return FALSE;
  if (cab_bundle_takes_record (profile, found))
    include (gathering, found);

  return TRUE;
}

/* [B-3]: the queue grows while it is walked, until nothing refers to anything
 * that is not there. */
static gboolean
include_references (CabGathering *gathering, GError **error)
{
  for (guint i = 0; i < gathering->queue->len; i++)
    {
      const CabBundleItem *item = g_ptr_array_index (gathering->queue, i);
      guint n_fields = cab_kind_get_n_fields (cab_record_get_kind (item->record));

      if (g_cancellable_set_error_if_cancelled (gathering->cancellable, error))
        return FALSE;
      for (guint field = 0; field < n_fields; field++)
        {
          if (!include_target (gathering, item->record, field, error))
            return FALSE;
        }
    }

  return TRUE;
}

static gboolean
include_activity_row (CabRecord *row, gpointer data, GError **error)
{
  CabGathering *gathering = data;
  CabBundlePlan *plan = gathering->plan;
  const char *subject = cab_record_get_text (row, CAB_OWN (CAB_AUDIT_FIELD_SUBJECT_ID));

  if (g_cancellable_set_error_if_cancelled (gathering->cancellable, error))
    return FALSE;
  /* An activity with a record that stays behind would tell that there is one. */
  if (subject == NULL || !cab_bundle_period_holds (plan, row)
      || (!g_hash_table_contains (plan->items, subject)
          && !g_hash_table_contains (gathering->shown, subject)))
    return TRUE;

  g_ptr_array_add (cab_bundle_plan_get_table (plan, &cab_audit_kind)->items,
                   cab_bundle_item_new (plan, row));
  return TRUE;
}

static gboolean
include_activity (CabGathering *gathering, GError **error)
{
  CabBundlePlan *plan = gathering->plan;
  CabFilter filter = { .client_id = cab_record_get_id (plan->client), .trashed = -1 };

  if (!cab_bundle_takes_kind (cab_bundle_scope_get_profile (plan->scope), &cab_audit_kind))
    return TRUE;

  for (guint i = 0; i < gathering->found->len; i++)
    {
      const char *id = cab_record_get_id (g_ptr_array_index (gathering->found, i));

      if (!g_hash_table_contains (gathering->behind, id))
        g_hash_table_add (gathering->shown, (gpointer)id);
    }

  return cab_practice_each (plan->practice, &cab_audit_kind, &filter, include_activity_row,
                            gathering, error);
}

/* [B-25]: by id; what has a number of its own by its owner first, then by the
 * number; where the number may not be told, by the time it was made and only
 * then by the number. Activities by what is told of them. */
static char *
dup_key (const CabBundlePlan *plan, const CabBundleItem *item)
{
  const CabKind *kind = cab_record_get_kind (item->record);
  const CabBundleItem *owner;
  gint64 number = 0;

  if (kind == &cab_audit_kind)
    return g_strjoin ("\1", cab_record_get_text (item->record, CAB_OWN (CAB_AUDIT_FIELD_AT)),
                      cab_record_get_text (item->record, CAB_OWN (CAB_AUDIT_FIELD_ACT)),
                      cab_record_get_text (item->record, CAB_OWN (CAB_AUDIT_FIELD_SUBJECT_KIND)),
                      NULL);
  if (kind->ordinal == CAB_NO_OWNER || kind->owner == CAB_NO_OWNER)
    return g_strdup (item->id);

  owner = cab_bundle_plan_find (plan, cab_record_get_text (item->record, CAB_OWN (kind->owner)));
  cab_record_get_integer (item->record, CAB_OWN (kind->ordinal), &number);

  return g_strdup_printf (
      "%s %s %020" G_GINT64_FORMAT " %s", owner == NULL ? "" : owner->id,
      plan->rules->external_ids ? cab_record_get_text (item->record, CAB_SYSTEM_CREATED_AT) : "",
      number, item->id);
}

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(CabBundleItem *const *)a)->key, (*(CabBundleItem *const *)b)->key);
}

static void
weigh (CabBundlePlan *plan, const CabBundleItem *item)
{
  const CabKind *kind = cab_record_get_kind (item->record);
  gint64 size = 0;

  if (kind == &cab_blob_kind
      && cab_record_get_integer (item->record, CAB_OWN (CAB_BLOB_FIELD_SIZE), &size))
    plan->n_bytes += (guint64)size;

  for (guint i = 0; i < cab_kind_get_n_fields (kind); i++)
    {
      if (cab_kind_get_field (kind, i)->type == CAB_FIELD_LONGTEXT
          && !cab_record_is_none (item->record, i))
        plan->n_text += strlen (cab_record_get_text (item->record, i));
    }
  plan->n_text += 1024;
}

static void
sort_items (CabGathering *gathering)
{
  CabBundlePlan *plan = gathering->plan;

  for (guint i = 0; i < gathering->queue->len; i++)
    {
      CabBundleItem *item = g_ptr_array_index (gathering->queue, i);

      g_ptr_array_add (cab_bundle_plan_get_table (plan, cab_record_get_kind (item->record))->items,
                       item);
      weigh (plan, item);
    }

  for (guint i = 0; i < plan->n_tables; i++)
    {
      CabBundleTable *table = &plan->tables[i];

      for (guint k = 0; k < table->items->len; k++)
        {
          CabBundleItem *item = g_ptr_array_index (table->items, k);

          item->key = dup_key (plan, item);
        }
      g_ptr_array_sort (table->items, compare_keys);
      table->n_records = table->items->len;
      plan->n_records += table->n_records;
    }
}

static char *
dup_since (CabBundlePlan *plan)
{
  g_autofree char *now = cab_practice_dup_now (plan->practice);
  int year = (int)g_ascii_strtoll (now, NULL, 10);

  if (plan->rules->years == 0 || cab_bundle_scope_get_first_day (plan->scope) != NULL)
    return NULL;

  return g_strdup_printf ("%04d%s", year - (int)plan->rules->years, now + strlen ("2026"));
}

gboolean
cab_bundle_plan_gather_client (CabBundlePlan *self, GCancellable *cancellable, GError **error)
{
  const char *client_id = cab_bundle_scope_get_client_id (self->scope);
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) queue = g_ptr_array_new ();
  g_autoptr (GHashTable) behind = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) shown = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char *since = dup_since (self);
  CabGathering gathering = { self, cancellable, found, queue, behind, shown, since };

  g_return_val_if_fail (client_id != NULL, FALSE);

  self->items = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                       (GDestroyNotify)cab_bundle_item_free);
  self->client = cab_practice_load (self->practice, &cab_client_kind, client_id, error);
  if (self->client == NULL || !cab_bundle_plan_check_allowed (self, error)
      || !gather_records (&gathering, error) || !cab_bundle_plan_leave_behind (&gathering, error)
      || !include_records (&gathering, error) || !include_references (&gathering, error)
      || !include_activity (&gathering, error))
    return FALSE;

  sort_items (&gathering);
  return TRUE;
}
