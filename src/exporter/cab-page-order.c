/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-exporter"

#include "config.h"

#include "cab-page-order-private.h"

#include <string.h>

/* What hangs on another record is shown there. */
static gboolean
is_nested (const CabPageOrder *self, const CabBundleItem *item)
{
  const CabKind *kind = cab_record_get_kind (item->record);
  const char *owner;

  if (kind->owner == CAB_NO_OWNER || strcmp (kind->fields[kind->owner].target, "client") == 0)
    return FALSE;

  owner = cab_record_get_text (item->record, CAB_OWN (kind->owner));
  return cab_bundle_plan_find (self->plan, owner) != NULL;
}

static void
gather_children (CabPageOrder *self)
{
  for (guint i = 0; i < self->plan->n_tables; i++)
    {
      GPtrArray *items = self->plan->tables[i].items;

      for (guint k = 0; k < items->len; k++)
        {
          CabBundleItem *item = g_ptr_array_index (items, k);
          const CabKind *kind = cab_record_get_kind (item->record);
          const char *owner;
          GPtrArray *siblings;

          if (!is_nested (self, item))
            continue;
          owner = cab_record_get_text (item->record, CAB_OWN (kind->owner));
          siblings = g_hash_table_lookup (self->children, owner);
          if (siblings == NULL)
            {
              siblings = g_ptr_array_new ();
              g_hash_table_insert (self->children, (gpointer)owner, siblings);
            }
          g_ptr_array_add (siblings, item);
        }
    }
}

void
cab_page_order_init (CabPageOrder *self, const CabBundlePlan *plan)
{
  g_return_if_fail (plan->items != NULL);

  self->plan = plan;
  self->children
      = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify)g_ptr_array_unref);
  gather_children (self);
}

void
cab_page_order_clear (CabPageOrder *self)
{
  g_clear_pointer (&self->children, g_hash_table_unref);
}

/* A reader expects time to run down the page; the ids that order the other
 * files mean nothing to a person. */
static char *
dup_time_key (const CabBundleItem *item)
{
  const CabKind *kind = cab_record_get_kind (item->record);
  const char *when = NULL;

  for (guint i = 0; i < kind->n_fields && when == NULL; i++)
    {
      CabFieldType type = kind->fields[i].type;

      if (type == CAB_FIELD_LOCAL || type == CAB_FIELD_DATE || type == CAB_FIELD_INSTANT)
        when = cab_record_get_text (item->record, CAB_OWN (i));
    }
  if (when == NULL && cab_kind_has_field (kind, CAB_SYSTEM_CREATED_AT))
    when = cab_record_get_text (item->record, CAB_SYSTEM_CREATED_AT);

  return g_strjoin (" ", when == NULL ? "" : when, item->key, NULL);
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  g_autofree char *first = dup_time_key (*(CabBundleItem *const *)a);
  g_autofree char *second = dup_time_key (*(CabBundleItem *const *)b);

  return strcmp (first, second);
}

GPtrArray *
cab_page_order_list_section (const CabPageOrder *self, const CabBundleTable *table)
{
  GPtrArray *items = g_ptr_array_new ();

  for (guint i = 0; i < table->items->len; i++)
    {
      CabBundleItem *item = g_ptr_array_index (table->items, i);

      if (!is_nested (self, item))
        g_ptr_array_add (items, item);
    }
  g_ptr_array_sort (items, compare_times);

  return items;
}

GPtrArray *
cab_page_order_get_children (const CabPageOrder *self, const CabBundleItem *item)
{
  /* Nothing hangs on an activity. */
  if (item->id == NULL)
    return NULL;

  return g_hash_table_lookup (self->children, cab_record_get_id (item->record));
}

gboolean
cab_page_order_is_earlier (GPtrArray *siblings, guint at)
{
  const CabBundleItem *item = g_ptr_array_index (siblings, at);
  const CabBundleItem *next = at + 1 < siblings->len ? g_ptr_array_index (siblings, at + 1) : NULL;
  const CabKind *kind = cab_record_get_kind (item->record);

  return g_str_has_suffix (kind->name, "-version") && next != NULL
         && cab_record_get_kind (next->record) == kind;
}

gboolean
cab_page_order_is_shown_elsewhere (const CabKind *kind, guint field)
{
  return field == (guint)CAB_OWN (kind->owner)
         || cab_kind_get_field (kind, field)->type == CAB_FIELD_ZONE;
}

gboolean
cab_page_order_has_system_fields (const CabBundleTable *table)
{
  for (guint i = 0; i < CAB_N_SYSTEM_FIELDS; i++)
    {
      if (i != CAB_SYSTEM_ID && cab_bundle_table_has_column (table, i))
        return TRUE;
    }

  return FALSE;
}

gboolean
cab_page_order_is_trashed (const CabBundleTable *table, CabRecord *record)
{
  return cab_kind_has_field (table->kind, CAB_SYSTEM_TRASHED_AT)
         && cab_bundle_table_has_column (table, CAB_SYSTEM_TRASHED_AT)
         && !cab_record_is_none (record, CAB_SYSTEM_TRASHED_AT);
}
