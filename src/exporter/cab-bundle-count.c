/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-exporter"

#include "config.h"

#include "cab-bundle-plan-private.h"

#include "cab-blob.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  CabBundlePlan *plan;
  GCancellable *cancellable;
} Counting;

static gboolean
note_files (CabRecord *record, gpointer data, GError **error)
{
  Counting *counting = data;
  const CabKind *kind = cab_record_get_kind (record);

  if (g_cancellable_set_error_if_cancelled (counting->cancellable, error))
    return FALSE;

  for (guint i = 0; i < kind->n_fields; i++)
    {
      if (kind->fields[i].type == CAB_FIELD_BLOB_REF && !cab_record_is_none (record, CAB_OWN (i))
          && !cab_bundle_plan_add_file (counting->plan, record, CAB_OWN (i), error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
holds_files (const CabKind *kind)
{
  for (guint i = 0; i < kind->n_fields; i++)
    {
      if (kind->fields[i].type == CAB_FIELD_BLOB_REF)
        return TRUE;
    }

  return FALSE;
}

static gboolean
weigh_blob (CabRecord *record, gpointer data, GError **error)
{
  Counting *counting = data;
  gint64 size = 0;

  if (g_cancellable_set_error_if_cancelled (counting->cancellable, error))
    return FALSE;
  if (!g_hash_table_contains (counting->plan->files, cab_record_get_id (record)))
    return TRUE;

  cab_record_get_integer (record, CAB_OWN (CAB_BLOB_FIELD_SIZE), &size);
  counting->plan->n_bytes += (guint64)size;
  cab_bundle_plan_get_table (counting->plan, &cab_blob_kind)->n_records++;

  return TRUE;
}

static gboolean
count_table (Counting *counting, CabBundleTable *table, GError **error)
{
  CabFilter all = CAB_FILTER_ALL;
  CabPractice *practice = counting->plan->practice;
  gint64 n;

  if (table->kind == &cab_blob_kind)
    return cab_practice_each (practice, table->kind, &all, weigh_blob, counting, error);

  n = cab_practice_count (practice, table->kind, &all, error);
  if (n < 0)
    return FALSE;

  table->n_records = (guint64)n;
  return TRUE;
}

gboolean
cab_bundle_plan_count_practice (CabBundlePlan *self, GCancellable *cancellable, GError **error)
{
  CabBundleProfile profile = cab_bundle_scope_get_profile (self->scope);
  Counting counting = { self, cancellable };
  CabFilter all = CAB_FILTER_ALL;
  GStatBuf file;

  for (guint i = 0; i < self->n_tables; i++)
    {
      const CabKind *kind = self->tables[i].kind;

      if (cab_bundle_takes_kind (profile, kind) && !self->tables[i].in_journal && holds_files (kind)
          && !cab_practice_each (self->practice, kind, &all, note_files, &counting, error))
        return FALSE;
    }

  for (guint i = 0; i < self->n_tables; i++)
    {
      if (!cab_bundle_takes_kind (profile, self->tables[i].kind))
        continue;
      if (!count_table (&counting, &self->tables[i], error))
        return FALSE;
      if (!self->tables[i].in_journal)
        self->n_records += self->tables[i].n_records;
    }

  /* The text is what the file holds beside the content. */
  if (g_stat (cab_vault_get_path (cab_practice_get_vault (self->practice)), &file) == 0)
    self->n_text
        = (guint64)file.st_size > self->n_bytes ? (guint64)file.st_size - self->n_bytes : 0;

  return TRUE;
}
