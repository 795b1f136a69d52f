/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-exporter"

#include "config.h"

#include "cab-bundle-build-private.h"

#include "cab-attachment.h"
#include "cab-blob.h"
#include "cab-bundle-scope-private.h"
#include "cab-chunks.h"
#include "cab-client.h"
#include "cab-csv-bundle.h"
#include "cab-export-error.h"
#include "cab-exporter-data.h"
#include "cab-fhir-writer.h"
#include "cab-folder.h"
#include "cab-format-writer.h"
#include "cab-html-writer.h"
#include "cab-bag.h"
#include "cab-pdf-writer.h"
#include "cab-practice-settings.h"
#include "cab-vault-error.h"
#include "cab-xml-writer.h"
#include "cab-zip.h"

#include <string.h>

typedef struct
{
  CabBundleExport *export;
  CabBundleSink *sink;
} Building;

typedef gboolean (*WriteFunc) (Building *building,
                               gpointer data,
                               GOutputStream *stream,
                               GError **error);

static gboolean
write_part (Building *building, const char *path, WriteFunc func, gpointer data, GError **error)
{
  g_autoptr (GOutputStream) stream = NULL;

  if (!cab_bundle_sink_begin (building->sink, path, CAB_BUNDLE_PACK_DEFLATE, -1, error))
    return FALSE;

  stream = cab_bundle_sink_new_stream (building->sink);
  return func (building, data, stream, error) && cab_bundle_sink_end (building->sink, error);
}

typedef struct
{
  Building *building;
  GChecksum *sha1;
} Content;

static gboolean
write_content (const guint8 *bytes, gsize length, gpointer data, GError **error)
{
  Content *content = data;

  g_checksum_update (content->sha1, bytes, (gssize)length);
  return cab_bundle_sink_write (content->building->sink, bytes, length, error)
         && cab_bundle_meter_step (&content->building->export->meter, error);
}

/* The title of the attachment that holds a blob; a person knows no blobs. */
static char *
dup_holder (const CabBundlePlan *plan, const char *blob_id)
{
  CabFilter filter
      = { .field = CAB_OWN (CAB_ATTACHMENT_FIELD_CONTENT), .equals = blob_id, .trashed = -1 };
  g_autoptr (GPtrArray) found
      = cab_practice_list (plan->practice, &cab_attachment_kind, &filter, NULL);

  if (found == NULL || found->len == 0)
    return g_strdup (cab_blob_kind.label);

  return g_strdup_printf (
      "%s ‘%s’", cab_attachment_kind.label,
      cab_record_get_text (g_ptr_array_index (found, 0), CAB_OWN (CAB_ATTACHMENT_FIELD_TITLE)));
}

static gboolean
write_attachment (CabRecord *blob, gpointer data, GError **error)
{
  Building *building = data;
  const CabBundlePlan *plan = building->export->plan;
  const char *blob_id = cab_record_get_id (blob);
  g_autofree char *file = cab_bundle_plan_dup_file (plan, blob_id);
  g_autofree char *path = g_strconcat ("data/", file, NULL);
  g_autoptr (GChecksum) sha1 = g_checksum_new (G_CHECKSUM_SHA1);
  Content content = { building, sha1 };
  g_autoptr (GError) failure = NULL;
  gint64 size = -1;

  cab_record_get_integer (blob, CAB_OWN (CAB_BLOB_FIELD_SIZE), &size);
  if (!cab_bundle_sink_begin (building->sink, path, cab_bundle_plan_get_pack (plan, blob_id), size,
                              error))
    return FALSE;
  if (!cab_chunks_read (cab_practice_get_vault (plan->practice), blob_id, write_content, &content,
                        building->export->meter.cancellable, &failure))
    {
      g_autofree char *holder = NULL;

      if (!g_error_matches (failure, CAB_VAULT_ERROR, CAB_VAULT_ERROR_CONTENT))
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return FALSE;
        }
      holder = dup_holder (plan, blob_id);
      return cab_export_error_set (error, CAB_EXPORT_ERROR_EXPORT_DAMAGED, NULL, 0, holder);
    }

  cab_bundle_plan_set_sha1 (building->export->plan, blob_id, sha1);
  return cab_bundle_sink_end (building->sink, error);
}

static gboolean
write_attachments (Building *building, GError **error)
{
  const CabBundleTable *table = cab_bundle_plan_get_table (building->export->plan, &cab_blob_kind);

  if (table->n_records == 0 || (building->export->plan->rules->parts & CAB_PART_ATTACHMENTS) == 0)
    return TRUE;

  return cab_bundle_table_each (table, NULL, write_attachment, building, error);
}

static gboolean
write_table (Building *building, gpointer data, GOutputStream *stream, GError **error)
{
  return cab_csv_write_table (building->export->plan, data, stream, &building->export->meter,
                              error);
}

static gboolean
write_metadata (Building *building, gpointer data, GOutputStream *stream, GError **error)
{
  return cab_csv_write_metadata (building->export->plan, stream, error);
}

static int
compare_files (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

/* Files come by path bytes [B-69], and `csv-metadata.json` lies among the tables. */
static gboolean
write_tables (Building *building, GError **error)
{
  const CabBundlePlan *plan = building->export->plan;
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < plan->n_tables; i++)
    {
      const CabBundleTable *table = &plan->tables[i];

      if (table->n_records > 0 && !table->in_journal)
        g_ptr_array_add (files, g_strconcat (table->kind->plural, ".csv", NULL));
    }
  g_ptr_array_add (files, g_strdup ("csv-metadata.json"));
  g_ptr_array_sort (files, compare_files);

  for (guint i = 0; i < files->len; i++)
    {
      const char *file = g_ptr_array_index (files, i);
      g_autofree char *path = g_strconcat ("data/csv/", file, NULL);
      g_autofree char *plural = g_strndup (file, strcspn (file, "."));
      gboolean is_table = g_str_has_suffix (file, ".csv");

      if (!write_part (building, path, is_table ? write_table : write_metadata,
                       is_table ? (gpointer)cab_kind_find (plural) : NULL, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_fhir (Building *building, gpointer data, GOutputStream *stream, GError **error)
{
  return cab_fhir_write_client (building->export->plan, data, stream, &building->export->meter,
                                error);
}

static gboolean
write_fhir_of_client (CabRecord *client, gpointer data, GError **error)
{
  Building *building = data;
  g_autofree char *path = g_strconcat ("data/fhir/", cab_record_get_id (client), ".xml", NULL);

  return write_part (building, path, write_fhir, client, error);
}

static gboolean
write_health_views (Building *building, GError **error)
{
  CabBundlePlan *plan = building->export->plan;

  if ((plan->rules->parts & CAB_PART_FHIR) != 0)
    return write_part (building, "data/fhir/bundle.xml", write_fhir, plan->client, error);
  if ((plan->rules->parts & CAB_PART_FHIR_EACH) != 0)
    return cab_bundle_table_each (cab_bundle_plan_get_table (plan, &cab_client_kind), NULL,
                                  write_fhir_of_client, building, error);

  return TRUE;
}

static gboolean
write_journal (Building *building, gpointer data, GOutputStream *stream, GError **error)
{
  return cab_xml_write_journal (building->export->plan, stream, &building->export->meter, error);
}

static gboolean
write_record (Building *building, gpointer data, GOutputStream *stream, GError **error)
{
  return cab_xml_write_record (building->export->plan, stream, &building->export->meter, error);
}

static gboolean
write_readable (Building *building, gpointer data, GOutputStream *stream, GError **error)
{
  return cab_html_write_record (building->export->plan, stream, &building->export->meter, error);
}

static gboolean
write_pdf (Building *building, gpointer data, GOutputStream *stream, GError **error)
{
  return cab_pdf_write_record (building->export->plan, building->export->bundle_id, stream,
                               &building->export->meter, error);
}

static gboolean
write_recipients (Building *building, gpointer data, GOutputStream *stream, GError **error)
{
  return cab_csv_write_recipients (building->export->plan, stream, error);
}

static gboolean
write_sources (Building *building, gpointer data, GOutputStream *stream, GError **error)
{
  return cab_html_write_sources (building->export->plan, stream, error);
}

static gboolean
write_withheld (Building *building, gpointer data, GOutputStream *stream, GError **error)
{
  return cab_html_write_withheld (building->export->plan, stream, error);
}

static gboolean
write_resource (Building *building, gpointer data, GOutputStream *stream, GError **error)
{
  g_autoptr (GBytes) bytes = cab_exporter_data_get (data);

  return g_output_stream_write_all (stream, g_bytes_get_data (bytes, NULL),
                                    g_bytes_get_size (bytes), NULL, NULL, error);
}

static gboolean
write_format (Building *building, gpointer data, GOutputStream *stream, GError **error)
{
  return cab_format_write (stream, error);
}

/* Everything under data/ behind csv/ and fhir/, by path bytes. */
static gboolean
write_rest (Building *building, GError **error)
{
  static const struct
  {
    const char *path;
    CabBundleParts part;
    WriteFunc func;
    const char *resource;
  } parts[] = {
    { "data/journal.xml", CAB_PART_JOURNAL, write_journal, NULL },
    { "data/notice/recipients.csv", CAB_PART_RECIPIENTS, write_recipients, NULL },
    { "data/notice/sources.html", CAB_PART_SOURCES, write_sources, NULL },
    { "data/notice/withheld.html", CAB_PART_WITHHELD, write_withheld, NULL },
    { "data/record.html", CAB_PART_READABLE, write_readable, NULL },
    { "data/record.pdf", CAB_PART_PDF, write_pdf, NULL },
    { "data/record.xml", 0, write_record, NULL },
    { "data/schema/cabinet-extract-1.xsd", 0, write_resource, "cabinet-extract-1.xsd" },
    { "data/schema/cabinet-record-1.xsd", 0, write_resource, "cabinet-record-1.xsd" },
    { "data/schema/format-1.html", 0, write_format, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      if (!cab_bundle_plan_has_part (building->export->plan, parts[i].part))
        continue;
      if (!write_part (building, parts[i].path, parts[i].func, (gpointer)parts[i].resource, error))
        return FALSE;
    }

  return TRUE;
}

/* [B-15], [V-82]: without the number, which would tell how much goes on in the
 * practice, wherever the bundle is a copy for reading. */
static char *
dup_anchor (const CabBundlePlan *plan)
{
  g_autofree char *anchor = cab_vault_dup_anchor (cab_practice_get_vault (plan->practice));
  const char *date = strchr (anchor, ' ');

  return g_strdup (plan->rules->external_ids && date != NULL ? date + 1 : anchor);
}

static CabBagInfo *
make_bag_info (const CabBundleExport *self)
{
  const CabBundlePlan *plan = self->plan;
  CabBagInfo *info = cab_bag_info_new ();
  g_autofree char *today = cab_practice_dup_today (self->practice);
  g_autofree char *now = cab_practice_dup_now (self->practice);
  g_autofree char *urn = g_strconcat ("urn:uuid:", self->bundle_id, NULL);
  g_autofree char *anchor = dup_anchor (plan);

  cab_bag_info_add (info, "Bagging-Date", today);
  cab_bag_info_add (info, "External-Identifier", urn);
  cab_bag_info_add (info, "External-Description", plan->rules->description);
  if (plan->settings != NULL)
    {
      cab_bag_info_add (info, "Source-Organization",
                        cab_record_get_text (plan->settings, CAB_OWN (CAB_PRACTICE_FIELD_NAME)));
      cab_bag_info_add (info, "Contact-Email",
                        cab_record_get_text (plan->settings, CAB_OWN (CAB_PRACTICE_FIELD_EMAIL)));
    }
  cab_bag_info_add (info, "Bag-Software-Agent", "Cabinet " CAB_VERSION);
  cab_bag_info_add (info, "Payload-Oxum", "0.0");
  cab_bag_info_add (info, "Cabinet-Format", CAB_RECORD_FORMAT);
  cab_bag_info_add (info, "Cabinet-Profile", plan->rules->name);
  cab_bag_info_add (info, "Cabinet-Created", now);
  cab_bag_info_add (info, "Cabinet-Format-Document", "data/schema/format-1.html");
  cab_bag_info_add (info, "Cabinet-Audit-Anchor", anchor);

  return info;
}

/* A record goes into several parts, content once; reading it all back takes a
 * third of the time that writing takes. */
static guint64
count_steps (const CabBundlePlan *plan)
{
  guint parts = 2;
  guint64 chunks = plan->n_bytes / CAB_CHUNK_SIZE + g_hash_table_size (plan->files);
  guint64 steps;

  parts += cab_bundle_plan_has_part (plan, CAB_PART_READABLE);
  /* Once to count the pages. */
  parts += cab_bundle_plan_has_part (plan, CAB_PART_PDF) ? 2 : 0;
  parts += (plan->rules->parts & (CAB_PART_FHIR | CAB_PART_FHIR_EACH)) != 0;

  steps = plan->n_records * parts + chunks;
  return steps + steps / 3 + 1;
}

/* What the text becomes as XML, tables, pages and base64, packed or not; and
 * the schemas, which do not depend on the record. */
static guint64
estimate_size (const CabBundleExport *self)
{
  guint64 text = self->plan->n_text * (cab_bundle_scope_is_folder (self->scope) ? 5 : 2);

  return self->plan->n_bytes + text + 512 * 1024;
}

static CabBundleSink *
open_sink (CabBundleExport *self, GError **error)
{
  CabIds *ids = cab_vault_get_ids (cab_practice_get_vault (self->practice));
  guint64 estimate = estimate_size (self);

  if (cab_bundle_scope_is_folder (self->scope))
    {
      self->staging = cab_staging_new_folder (self->target, estimate, ids, error);
      return self->staging == NULL ? NULL : cab_folder_new (cab_staging_get_fd (self->staging));
    }

  self->staging = cab_staging_new_file (self->target, cab_bundle_scope_may_replace (self->scope),
                                        estimate, ids, error);
  if (self->staging == NULL)
    return NULL;

  return cab_zip_new (cab_staging_get_fd (self->staging), self->name,
                      cab_bundle_scope_get_passphrase (self->scope), error);
}

static gboolean
build_in_read (CabPractice *practice, gpointer data, GError **error)
{
  CabBundleExport *self = data;
  g_autoptr (CabBundleSink) sink = NULL;
  g_autoptr (CabBagInfo) info = NULL;
  g_autoptr (GBytes) front = NULL;
  Building building = { self, NULL };

  self->plan = cab_bundle_plan_new (practice, self->scope, self->meter.cancellable, error);
  if (self->plan == NULL)
    return FALSE;

  self->meter.total = count_steps (self->plan);
  sink = open_sink (self, error);
  if (sink == NULL)
    return FALSE;

  building.sink = sink;
  cab_bundle_sink_set_cancellable (sink, self->meter.cancellable);
  if (!cab_bag_begin (sink, error) || !write_attachments (&building, error)
      || !write_tables (&building, error) || !write_health_views (&building, error)
      || !write_rest (&building, error))
    return FALSE;

  info = make_bag_info (self);
  front = cab_html_make_front_page (self->plan);
  if (!cab_bag_finish (sink, info, front, &self->tagmanifest_sha512, error))
    return FALSE;

  self->n_files = cab_bundle_sink_get_files (sink)->len;
  self->size = cab_bundle_sink_get_written (sink);
  return TRUE;
}

gboolean
cab_bundle_build (CabBundleExport *self, GError **error)
{
  return cab_practice_read (self->practice, "make a bundle", build_in_read, self, error)
         && cab_staging_seal (self->staging, error);
}
