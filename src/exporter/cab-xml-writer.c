/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-exporter"

#include "config.h"

#include "cab-xml-writer.h"

#include "cab-bundle-import.h"
#include "cab-bundle-plan-private.h"
#include "cab-chunks.h"
#include "cab-export-error.h"
#include "cab-root-extension.h"
#include "cab-text-out.h"

#include <glib/gi18n.h>

typedef struct
{
  const CabBundlePlan *plan;
  const CabBundleTable *table;
  CabTextOut *out;
  CabBundleMeter *meter;
} Writing;

/* The model guards every way in, so this never happens; but what was written
 * wrong could not be read back, and would be lost [B-24]. */
static gboolean
check_portable (const Writing *writing, guint field, const char *text, GError **error)
{
  const CabKind *kind = writing->table->kind;
  g_autofree char *place = NULL;

  if (cab_text_is_portable (text, -1, NULL))
    return TRUE;

  place = g_strdup_printf ("%s, %s", g_dgettext (GETTEXT_PACKAGE, kind->label),
                           cab_kind_get_field (kind, field)->name);
  return cab_export_error_set (error, CAB_EXPORT_ERROR_EXPORT_TEXT, NULL, 0, place);
}

static void
open_field (const Writing *writing, CabRecord *record, guint field)
{
  const CabField *entry = cab_kind_get_field (writing->table->kind, field);

  cab_text_out_add (writing->out, "      <");
  cab_text_out_add (writing->out, entry->name);
  if (entry->type == CAB_FIELD_LONGTEXT)
    cab_text_out_add (writing->out, " xml:space=\"preserve\"");
  if (entry->type == CAB_FIELD_BLOB_REF)
    {
      g_autofree char *file
          = cab_bundle_plan_dup_file (writing->plan, cab_record_get_text (record, field));

      cab_text_out_add (writing->out, " file=\"");
      cab_text_out_add_attribute (writing->out, file);
      cab_text_out_add (writing->out, "\"");
    }
  cab_text_out_add (writing->out, ">");
}

static void
close_field (const Writing *writing, guint field)
{
  cab_text_out_add (writing->out, "</");
  cab_text_out_add (writing->out, cab_kind_get_field (writing->table->kind, field)->name);
  cab_text_out_add (writing->out, ">\n");
}

static gboolean
take_journal (const guint8 *bytes, gsize length, gpointer data, GError **error)
{
  const Writing *writing = data;

  cab_text_out_add_bytes (writing->out, bytes, length);
  return cab_text_out_check (writing->out, error);
}

/* The journal that came with an import was read and found valid then; here it
 * is handed on as it is. */
static gboolean
write_received_journal (const Writing *writing, CabRecord *record, guint field, GError **error)
{
  cab_text_out_add (writing->out, "      <journal>");
  if (!cab_chunks_read (cab_practice_get_vault (writing->plan->practice),
                        cab_record_get_text (record, field), take_journal, (gpointer)writing, NULL,
                        error))
    return FALSE;
  cab_text_out_add (writing->out, "</journal>\n");

  return TRUE;
}

static gboolean
write_field (const Writing *writing, CabRecord *record, guint field, char **scratch, GError **error)
{
  const char *text = cab_bundle_table_get_text (writing->table, record, field, scratch);

  if (text == NULL)
    return TRUE;
  if (writing->table->kind == &cab_bundle_import_kind
      && field == CAB_OWN (CAB_BUNDLE_IMPORT_FIELD_JOURNAL))
    return write_received_journal (writing, record, field, error);
  if (!check_portable (writing, field, text, error))
    return FALSE;

  open_field (writing, record, field);
  cab_text_out_add_text (writing->out, text);
  close_field (writing, field);

  return TRUE;
}

/* Parts of a newer format, stored as XML and written back as they came [B-26]. */
static void
write_extension (const Writing *writing, CabRecord *record, char **scratch)
{
  const char *extension;

  if (!cab_kind_has_field (writing->table->kind, CAB_SYSTEM_EXTENSION))
    return;
  extension = cab_bundle_table_get_text (writing->table, record, CAB_SYSTEM_EXTENSION, scratch);
  if (extension == NULL)
    return;

  cab_text_out_add (writing->out, "      <ext>");
  cab_text_out_add (writing->out, extension);
  cab_text_out_add (writing->out, "</ext>\n");
}

static gboolean
write_record (CabRecord *record, gpointer data, GError **error)
{
  const Writing *writing = data;
  const CabKind *kind = writing->table->kind;
  guint n_fields = cab_kind_get_n_fields (kind);
  g_autofree char *scratch = NULL;

  cab_text_out_add (writing->out, "    <");
  cab_text_out_add (writing->out, kind->name);
  if (cab_kind_has_field (kind, CAB_SYSTEM_ID))
    {
      cab_text_out_add (writing->out, " id=\"");
      cab_text_out_add (writing->out, cab_bundle_plan_get_id (writing->plan, record, &scratch));
      cab_text_out_add (writing->out, "\"");
    }
  cab_text_out_add (writing->out, ">\n");

  for (guint i = 0; i < n_fields; i++)
    {
      if (i != CAB_SYSTEM_ID && i != CAB_SYSTEM_EXTENSION
          && !write_field (writing, record, i, &scratch, error))
        return FALSE;
    }
  write_extension (writing, record, &scratch);

  cab_text_out_add (writing->out, "    </");
  cab_text_out_add (writing->out, kind->name);
  cab_text_out_add (writing->out, ">\n");

  return cab_text_out_check (writing->out, error) && cab_bundle_meter_step (writing->meter, error);
}

static gboolean
write_list (Writing *writing, const CabBundleTable *table, GError **error)
{
  if (table->n_records == 0)
    return TRUE;

  writing->table = table;
  cab_text_out_add_format (writing->out, "  <%s>\n", table->kind->plural);
  if (!cab_bundle_table_each (table, NULL, write_record, writing, error))
    return FALSE;
  cab_text_out_add_format (writing->out, "  </%s>\n", table->kind->plural);

  return TRUE;
}

static gboolean
write_root_extension (const Writing *writing, GError **error)
{
  g_autofree char *content = NULL;

  if (!cab_root_extension_find (writing->plan, &content, error))
    return FALSE;
  if (content != NULL)
    cab_text_out_add_format (writing->out, "  <ext>%s</ext>\n", content);

  return TRUE;
}

gboolean
cab_xml_write_record (const CabBundlePlan *plan,
                      GOutputStream *stream,
                      CabBundleMeter *meter,
                      GError **error)
{
  g_autoptr (CabTextOut) out = cab_text_out_new (stream);
  Writing writing = { plan, NULL, out, meter };
  const CabBundleRules *rules = plan->rules;

  cab_text_out_add_format (
      out,
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<%s xmlns=\"" CAB_RECORD_NAMESPACE "\" format=\"" CAB_RECORD_FORMAT "\" profile=\"%s\"%s>\n",
      rules->root, rules->name, rules->external_ids ? " partial=\"true\"" : "");
  for (guint i = 0; i < plan->n_tables; i++)
    {
      if (!plan->tables[i].in_journal && !write_list (&writing, &plan->tables[i], error))
        return FALSE;
    }
  if (!write_root_extension (&writing, error))
    return FALSE;
  cab_text_out_add_format (out, "</%s>\n", rules->root);

  return cab_text_out_flush (out, error);
}

gboolean
cab_xml_write_journal (const CabBundlePlan *plan,
                       GOutputStream *stream,
                       CabBundleMeter *meter,
                       GError **error)
{
  g_autoptr (CabTextOut) out = cab_text_out_new (stream);
  Writing writing = { plan, NULL, out, meter };

  cab_text_out_add (out, "<journal xmlns=\"" CAB_RECORD_NAMESPACE "\" format=\"" CAB_RECORD_FORMAT
                         "\">\n");
  for (guint i = 0; i < plan->n_tables; i++)
    {
      if (plan->tables[i].in_journal && !write_list (&writing, &plan->tables[i], error))
        return FALSE;
    }
  cab_text_out_add (out, "</journal>\n");

  return cab_text_out_flush (out, error);
}
