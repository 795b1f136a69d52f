/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-exporter"

#include "config.h"

#include "cab-pdf-writer.h"

#include "cab-bundle-period-private.h"
#include "cab-bundle-scope.h"
#include "cab-client.h"
#include "cab-html-private.h"
#include "cab-page-order-private.h"

#include <string.h>

typedef struct
{
  const CabBundlePlan *plan;
  CabDocument *document;
  CabBundleMeter *meter;
  CabPageOrder order;
  guint level;
} Paper;

static gboolean write_item (Paper *paper, const CabBundleItem *item, GError **error);

/* What a field says on paper, where nothing can be followed: a record by its
 * heading, a file by its name. */
static char *
dup_value (Paper *paper, const CabBundleTable *table, CabRecord *record, guint field)
{
  const CabField *entry = cab_kind_get_field (table->kind, field);
  g_autofree char *value = cab_html_dup_value (table, record, field);
  const CabBundleItem *target;

  if (value == NULL)
    return NULL;
  if (entry->type == CAB_FIELD_BLOB_REF)
    return cab_bundle_plan_dup_file (paper->plan, cab_record_get_text (record, field));
  if (entry->type != CAB_FIELD_REF)
    return g_steal_pointer (&value);

  target = cab_bundle_plan_find (paper->plan, cab_record_get_text (record, field));
  return target == NULL ? g_steal_pointer (&value)
                        : cab_html_dup_heading (paper->plan, target->record);
}

static void
add_fields (Paper *paper, const CabBundleTable *table, CabRecord *record)
{
  for (guint i = CAB_N_SYSTEM_FIELDS; i < cab_kind_get_n_fields (table->kind); i++)
    {
      const CabField *entry = cab_kind_get_field (table->kind, i);
      g_autofree char *value = NULL;

      if (cab_page_order_is_shown_elsewhere (table->kind, i))
        continue;
      value = dup_value (paper, table, record, i);
      if (value != NULL)
        cab_document_add_field (paper->document, entry->label, value,
                                entry->type == CAB_FIELD_LONGTEXT);
    }
}

/* What is told of the entry itself takes one small paragraph. */
static void
add_system_fields (Paper *paper, const CabBundleTable *table, CabRecord *record)
{
  g_autoptr (GString) line = g_string_new (NULL);

  if (!cab_page_order_has_system_fields (table))
    return;

  for (guint i = 0; i < CAB_N_SYSTEM_FIELDS; i++)
    {
      g_autofree char *value
          = i == CAB_SYSTEM_CONTENT_DIGEST ? NULL : dup_value (paper, table, record, i);

      if (value == NULL)
        continue;
      g_string_append_printf (line, "%s%s: %s", line->len == 0 ? "" : " · ",
                              cab_kind_get_field (table->kind, i)->label, value);
    }
  if (line->len > 0)
    cab_document_add_text (paper->document, line->str, TRUE);
}

static gboolean
write_children (Paper *paper, const CabBundleItem *item, GError **error)
{
  GPtrArray *children = cab_page_order_get_children (&paper->order, item);
  gboolean earlier = FALSE;

  paper->level++;
  for (guint i = 0; children != NULL && i < children->len; i++)
    {
      if (cab_page_order_is_earlier (children, i))
        earlier = TRUE;
      else if (!write_item (paper, g_ptr_array_index (children, i), error))
        return FALSE;
    }

  if (earlier)
    cab_document_add_heading (paper->document, paper->level, "Earlier versions");
  paper->level += earlier;
  for (guint i = 0; earlier && i < children->len; i++)
    {
      if (cab_page_order_is_earlier (children, i)
          && !write_item (paper, g_ptr_array_index (children, i), error))
        return FALSE;
    }
  paper->level -= 1 + (guint)earlier;

  return TRUE;
}

static gboolean
write_item (Paper *paper, const CabBundleItem *item, GError **error)
{
  const CabBundleTable *table
      = cab_bundle_plan_get_table (paper->plan, cab_record_get_kind (item->record));
  g_autofree char *heading = cab_html_dup_heading (paper->plan, item->record);
  g_autofree char *trashed = g_strconcat (heading, " (in the trash)", NULL);

  cab_document_add_heading (paper->document, paper->level,
                            cab_page_order_is_trashed (table, item->record) ? trashed : heading);
  add_fields (paper, table, item->record);
  if (!write_children (paper, item, error))
    return FALSE;
  add_system_fields (paper, table, item->record);

  return cab_document_check (paper->document, error) && cab_bundle_meter_step (paper->meter, error);
}

static gboolean
write_section (Paper *paper, const CabBundleTable *table, GError **error)
{
  g_autoptr (GPtrArray) items = cab_page_order_list_section (&paper->order, table);
  g_autoptr (GPtrArray) charts = NULL;

  if (items->len == 0)
    return TRUE;

  cab_document_add_heading (paper->document, 2, table->kind->label_plural);
  charts = cab_page_order_list_charts (&paper->order, table);
  for (guint i = 0; i < charts->len; i++)
    cab_document_add_chart (paper->document, g_ptr_array_index (charts, i));

  paper->level = 3;
  for (guint i = 0; i < items->len; i++)
    {
      if (!write_item (paper, g_ptr_array_index (items, i), error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_document (Paper *paper, guint *n_pages, GError **error)
{
  const CabBundlePlan *plan = paper->plan;
  g_autofree char *zone = g_strdup_printf ("Times are those of %s unless another place is named.",
                                           cab_html_get_zone (plan));
  g_autofree char *description = cab_bundle_plan_dup_description (plan);

  cab_document_add_heading (paper->document, 1, "Record");
  cab_document_add_text (paper->document, description, FALSE);
  cab_document_add_text (paper->document, zone, FALSE);
  for (guint i = 0; i < plan->n_tables; i++)
    {
      if (!write_section (paper, &plan->tables[i], error))
        return FALSE;
    }

  return cab_document_finish (paper->document, n_pages, error);
}

/* The subject by reference and name, each only if it is told. */
static char *
dup_subject (const CabBundlePlan *plan)
{
  static const char *const fields[] = { "reference", "given_name", "family_name" };
  const CabBundleTable *table = cab_bundle_plan_get_table (plan, &cab_client_kind);
  g_autoptr (GString) subject = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *scratch = NULL;
      const char *text = table->items->len == 0 ? NULL
                                                : cab_bundle_table_get_named (table, plan->client,
                                                                              fields[i], &scratch);

      if (text != NULL)
        g_string_append_printf (subject, "%s%s",
                                subject->len == 0 ? ""
                                : i == 1          ? " · "
                                                  : " ",
                                text);
    }

  return g_strdup (subject->str);
}

/* Nothing of the computer, and no time but the bundle's own. */
static gboolean
write_pass (const CabBundlePlan *plan,
            GOutputStream *stream,
            const CabDocumentSetup *setup,
            CabBundleMeter *meter,
            guint *n_pages,
            GError **error)
{
  const CabDrawing *drawing = cab_bundle_scope_get_drawing (plan->scope);
  g_autoptr (CabDocument) document = drawing->new_document (stream, setup);
  g_auto (CabPageOrder) order = { NULL, NULL };
  Paper paper = { plan, document, meter, { NULL, NULL }, 3 };

  cab_page_order_init (&order, plan);
  paper.order = order;

  return write_document (&paper, n_pages, error);
}

gboolean
cab_pdf_write_record (const CabBundlePlan *plan,
                      const char *bundle_id,
                      GOutputStream *stream,
                      CabBundleMeter *meter,
                      GError **error)
{
  g_autofree char *now = cab_practice_dup_now (plan->practice);
  g_autofree char *subject = dup_subject (plan);
  g_autofree char *foot = g_strndup (bundle_id, 8);
  const char *jurisdiction = cab_html_get_practice (plan, "jurisdiction");
  CabDocumentSetup setup = {
    .title = "Record",
    .head = subject,
    .foot = foot,
    .created = now,
    .is_letter = jurisdiction != NULL && g_str_has_prefix (jurisdiction, "us-"),
  };
  guint n_pages = 0;

  g_return_val_if_fail (plan->items != NULL, FALSE);

  /* The first pass is for "of how many". */
  if (!write_pass (plan, NULL, &setup, meter, &n_pages, error))
    return FALSE;
  setup.n_pages = n_pages;
  if (!write_pass (plan, stream, &setup, meter, &n_pages, error))
    return FALSE;

  g_assert (n_pages == setup.n_pages);
  return TRUE;
}
