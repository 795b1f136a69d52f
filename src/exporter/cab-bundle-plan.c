/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-exporter"

#include "config.h"

#include "cab-bundle-plan-private.h"

#include "cab-attachment.h"
#include "cab-blob.h"
#include "cab-bundle-import.h"
#include "cab-bundle-scope-private.h"
#include "cab-chunks.h"
#include "cab-media-type.h"

#include <string.h>

enum
{
  TAKES_NEVER,
  TAKES_ALWAYS,
  TAKES_BY_RECORD
};

CabBundleItem *
cab_bundle_item_new (CabBundlePlan *plan, CabRecord *record)
{
  CabBundleItem *self = g_new0 (CabBundleItem, 1);
  const char *id = cab_record_get_id (record);

  self->record = g_object_ref (record);
  if (id == NULL)
    return self;
  if (plan->rules->external_ids)
    self->id = cab_vault_external_id (cab_practice_get_vault (plan->practice), plan->rules->name,
                                      cab_bundle_scope_get_client_id (plan->scope), id);
  else
    self->id = g_strdup (id);

  return self;
}

void
cab_bundle_item_free (CabBundleItem *self)
{
  g_object_unref (self->record);
  g_free (self->id);
  g_free (self->key);
  g_free (self);
}

/* What does not depend on the record is settled once, because this is asked for
 * every value of the practice. */
static guint8 *
make_takes (const CabBundlePlan *plan, const CabKind *kind)
{
  CabBundleProfile profile = cab_bundle_scope_get_profile (plan->scope);
  guint n_fields = cab_kind_get_n_fields (kind);
  guint8 *takes = g_new0 (guint8, n_fields);
  gboolean asked = plan->rules->portable_basis;

  for (guint i = 0; i < n_fields; i++)
    {
      if (!cab_bundle_takes (profile, kind, i, NULL))
        takes[i] = TAKES_NEVER;
      else
        takes[i] = asked ? TAKES_BY_RECORD : TAKES_ALWAYS;
    }

  return takes;
}

static void
make_tables (CabBundlePlan *self)
{
  while (cab_kinds[self->n_tables] != NULL)
    self->n_tables++;
  self->tables = g_new0 (CabBundleTable, self->n_tables);

  for (guint i = 0; i < self->n_tables; i++)
    {
      self->tables[i].plan = self;
      self->tables[i].kind = cab_kinds[i];
      self->tables[i].takes = make_takes (self, cab_kinds[i]);
      self->tables[i].in_journal
          = self->rules->journal_kinds != NULL
            && g_strv_contains (self->rules->journal_kinds, cab_kinds[i]->name);
      /* The items belong to the hash table, but for those without an id. */
      if (self->rules->one_client)
        self->tables[i].items = g_ptr_array_new_with_free_func (
            cab_kinds[i]->without_system_fields ? (GDestroyNotify)cab_bundle_item_free : NULL);
    }
}

CabBundlePlan *
cab_bundle_plan_new (CabPractice *practice,
                     const CabBundleScope *scope,
                     GCancellable *cancellable,
                     GError **error)
{
  g_autoptr (CabBundlePlan) self = NULL;
  gboolean planned;

  g_return_val_if_fail (CAB_IS_PRACTICE (practice) && scope != NULL, NULL);

  self = g_new0 (CabBundlePlan, 1);
  self->practice = g_object_ref (practice);
  self->scope = cab_bundle_scope_copy (scope);
  self->rules = cab_bundle_profile_get_rules (cab_bundle_scope_get_profile (scope));
  self->files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->damaged = g_ptr_array_new_with_free_func (g_free);
  g_set_object (&self->settings, cab_practice_get_settings (practice));
  make_tables (self);

  if (self->rules->one_client)
    planned = cab_bundle_plan_gather_client (self, cancellable, error);
  else
    planned = cab_bundle_plan_count_practice (self, cancellable, error);
  if (!planned)
    return NULL;

  return g_steal_pointer (&self);
}

void
cab_bundle_plan_free (CabBundlePlan *self)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < self->n_tables; i++)
    {
      g_clear_pointer (&self->tables[i].items, g_ptr_array_unref);
      g_free (self->tables[i].takes);
    }
  g_free (self->tables);
  g_clear_pointer (&self->items, g_hash_table_unref);
  g_hash_table_unref (self->files);
  g_ptr_array_unref (self->damaged);
  g_free (self->consent_event_id);
  g_clear_object (&self->client);
  g_clear_object (&self->settings);
  cab_bundle_scope_free (self->scope);
  g_object_unref (self->practice);
  g_free (self);
}

CabBundleTable *
cab_bundle_plan_get_table (const CabBundlePlan *self, const CabKind *kind)
{
  for (guint i = 0; i < self->n_tables; i++)
    {
      if (self->tables[i].kind == kind)
        return &self->tables[i];
    }

  g_return_val_if_reached (NULL);
}

gboolean
cab_bundle_plan_has_part (const CabBundlePlan *self, CabBundleParts part)
{
  if (part == CAB_PART_PDF && cab_bundle_scope_get_drawing (self->scope) == NULL)
    return FALSE;

  return part == 0 || (self->rules->parts & part) != 0;
}

const CabBundleItem *
cab_bundle_plan_find (const CabBundlePlan *self, const char *id)
{
  return self->items == NULL || id == NULL ? NULL : g_hash_table_lookup (self->items, id);
}

gboolean
cab_bundle_plan_has_record (const CabBundlePlan *self, const char *id)
{
  g_return_val_if_fail (self != NULL && id != NULL, FALSE);

  return cab_bundle_plan_find (self, id) != NULL;
}

guint64
cab_bundle_plan_get_count (const CabBundlePlan *self, const CabKind *kind)
{
  g_return_val_if_fail (self != NULL && kind != NULL, 0);

  return cab_bundle_plan_get_table (self, kind)->n_records;
}

guint64
cab_bundle_plan_get_n_records (const CabBundlePlan *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_records;
}

guint64
cab_bundle_plan_get_n_bytes (const CabBundlePlan *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_bytes;
}

guint64
cab_bundle_plan_get_n_withheld (const CabBundlePlan *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_withheld;
}

char *
cab_bundle_plan_dup_counts (const CabBundlePlan *self)
{
  g_autoptr (GString) counts = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->n_tables; i++)
    {
      if (self->tables[i].n_records == 0)
        continue;
      g_string_append_printf (counts, "%s%s %" G_GUINT64_FORMAT, counts->len > 0 ? ", " : "",
                              self->tables[i].kind->name, self->tables[i].n_records);
    }

  return g_strdup (counts->str);
}

static gboolean
take_first_bytes (const guint8 *bytes, gsize length, gpointer data, GError **error)
{
  const char **extension = data;

  *extension
      = cab_media_type_get_extension (cab_media_type_find (bytes, length, length < CAB_CHUNK_SIZE));
  /* The rest is not wanted now; the caller knows this code for "enough". */
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT, "enough was read");
  return FALSE;
}

gboolean
cab_bundle_plan_add_file (CabBundlePlan *self, CabRecord *holder, guint field, GError **error)
{
  const char *blob_id = cab_record_get_text (holder, field);
  const char *media_type = NULL;
  g_autoptr (GError) failure = NULL;
  CabBundleFileFacts *facts;

  if (cab_record_get_kind (holder) == &cab_attachment_kind)
    media_type = cab_record_get_text (holder, CAB_OWN (CAB_ATTACHMENT_FIELD_MEDIA_TYPE));
  else if (!cab_chunks_read (cab_practice_get_vault (self->practice), blob_id, take_first_bytes,
                             &media_type, NULL, &failure)
           && !g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT))
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  facts = g_new0 (CabBundleFileFacts, 1);
  facts->extension = cab_media_type_get_extension (media_type);
  facts->pack = cab_bundle_pack_for_media_type (media_type);
  g_hash_table_insert (self->files, g_strdup (blob_id), facts);
  return TRUE;
}

char *
cab_bundle_plan_dup_file (const CabBundlePlan *self, const char *blob_id)
{
  const CabBundleItem *item = cab_bundle_plan_find (self, blob_id);
  const CabBundleFileFacts *facts = g_hash_table_lookup (self->files, blob_id);

  if (facts == NULL || (self->items != NULL && item == NULL))
    return NULL;

  return g_strconcat ("attachments/", item == NULL ? blob_id : item->id, ".", facts->extension,
                      NULL);
}

CabBundlePack
cab_bundle_plan_get_pack (const CabBundlePlan *self, const char *blob_id)
{
  const CabBundleFileFacts *facts = g_hash_table_lookup (self->files, blob_id);

  return facts == NULL ? CAB_BUNDLE_PACK_DEFLATE : facts->pack;
}

const char *
cab_bundle_plan_get_sha1 (const CabBundlePlan *self, const char *blob_id)
{
  const CabBundleFileFacts *facts = g_hash_table_lookup (self->files, blob_id);

  return facts == NULL || *facts->sha1 == '\0' ? NULL : facts->sha1;
}

void
cab_bundle_plan_set_sha1 (CabBundlePlan *self, const char *blob_id, GChecksum *sha1)
{
  CabBundleFileFacts *facts = g_hash_table_lookup (self->files, blob_id);
  guint8 digest[20];
  gsize length = sizeof digest;
  g_autofree char *base64 = NULL;

  g_return_if_fail (facts != NULL);

  g_checksum_get_digest (sha1, digest, &length);
  base64 = g_base64_encode (digest, length);
  g_strlcpy (facts->sha1, base64, sizeof facts->sha1);
}

const char *
cab_bundle_plan_get_id (const CabBundlePlan *self, CabRecord *record, char **scratch)
{
  const CabBundleItem *item = cab_bundle_plan_find (self, cab_record_get_id (record));

  return item == NULL ? cab_record_get_id (record) : item->id;
}

gboolean
cab_bundle_table_has_column (const CabBundleTable *self, guint field)
{
  return self->takes[field] != TAKES_NEVER;
}

/* A text that is the id of a record without being a reference of the table: it
 * must not lead out of the bundle either. */
static gboolean
is_soft_reference (const CabField *field)
{
  return field->type == CAB_FIELD_TEXT
         && (strcmp (field->name, "signed_id") == 0 || strcmp (field->name, "target_record") == 0);
}

static const char *
map_reference (const CabBundlePlan *plan, const char *id)
{
  const CabBundleItem *item;

  if (plan->items == NULL)
    return id;

  item = cab_bundle_plan_find (plan, id);
  return item == NULL ? NULL : item->id;
}

const char *
cab_bundle_table_get_text (const CabBundleTable *self,
                           CabRecord *record,
                           guint field,
                           char **scratch)
{
  const CabField *entry = cab_kind_get_field (self->kind, field);

  if (self->takes[field] == TAKES_NEVER || cab_record_is_none (record, field)
      || (self->takes[field] == TAKES_BY_RECORD
          && !cab_bundle_takes (cab_bundle_scope_get_profile (self->plan->scope), self->kind, field,
                                record)))
    return NULL;

  if (field == CAB_SYSTEM_ID)
    return cab_bundle_plan_get_id (self->plan, record, scratch);
  if (entry->type == CAB_FIELD_REF || entry->type == CAB_FIELD_BLOB_REF
      || is_soft_reference (entry))
    return map_reference (self->plan, cab_record_get_text (record, field));
  if (cab_field_get_value_type (entry) == CAB_VALUE_TEXT)
    return cab_record_get_text (record, field);

  g_free (*scratch);
  *scratch = cab_record_dup_text (record, field);
  return *scratch;
}

const char *
cab_bundle_table_get_named (const CabBundleTable *self,
                            CabRecord *record,
                            const char *field,
                            char **scratch)
{
  int index = cab_kind_find_field (self->kind, field);

  g_return_val_if_fail (index >= 0, NULL);

  return cab_bundle_table_get_text (self, record, (guint)index, scratch);
}

typedef struct
{
  const CabBundleTable *table;
  CabRecordFunc func;
  gpointer data;
} Walk;

/* What came with an import is in journal.xml, and must not make the record
 * differ from the one it was imported from [B-74], [B-77]. */
static gboolean
walk_row (CabRecord *record, gpointer data, GError **error)
{
  const Walk *walk = data;

  if (walk->table->kind == &cab_blob_kind
      && !g_hash_table_contains (walk->table->plan->files, cab_record_get_id (record)))
    return TRUE;

  return walk->func (record, walk->data, error);
}

gboolean
cab_bundle_table_each (const CabBundleTable *self,
                       const char *client_id,
                       CabRecordFunc func,
                       gpointer data,
                       GError **error)
{
  CabFilter filter = { .client_id = client_id, .trashed = -1 };
  Walk walk = { self, func, data };

  if (self->items == NULL)
    return cab_practice_each (self->plan->practice, self->kind, &filter, walk_row, &walk, error);

  for (guint i = 0; i < self->items->len; i++)
    {
      const CabBundleItem *item = g_ptr_array_index (self->items, i);

      if (!func (item->record, data, error))
        return FALSE;
    }

  return TRUE;
}
