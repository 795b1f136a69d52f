/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-exporter"

#include "config.h"

#include "cab-html-writer.h"

#include "cab-bundle-period-private.h"
#include "cab-html-private.h"
#include "cab-page-order-private.h"

#include <string.h>

typedef struct
{
  const CabBundlePlan *plan;
  CabTextOut *out;
  CabBundleMeter *meter;
  CabPageOrder order;
  /* Of headings: a record inside another is one deeper */
  guint level;
  guint n_charts;
} Page;

static gboolean write_item (Page *page, const CabBundleItem *item, GError **error);

static void
add_link (Page *page, const CabBundleItem *target)
{
  g_autofree char *heading = cab_html_dup_heading (page->plan, target->record);

  cab_text_out_add (page->out, "<a href=\"#r-");
  cab_text_out_add (page->out, target->id);
  cab_text_out_add (page->out, "\">");
  cab_text_out_add_html (page->out, heading);
  cab_text_out_add (page->out, "</a>");
}

static void
add_file (Page *page, const char *blob_id)
{
  g_autofree char *file = cab_bundle_plan_dup_file (page->plan, blob_id);

  if (file == NULL)
    return;

  cab_text_out_add (page->out, "<a href=\"");
  cab_text_out_add_html (page->out, file);
  cab_text_out_add (page->out, "\">");
  cab_text_out_add_html (page->out, file);
  cab_text_out_add (page->out, "</a>");
}

/* Text goes in the direction in which it was written. */
static const char *
get_attributes (const CabField *field)
{
  if (field->type == CAB_FIELD_LONGTEXT)
    return " class=\"long\" dir=\"auto\"";
  if (field->type == CAB_FIELD_TEXT)
    return " dir=\"auto\"";

  return field->type == CAB_FIELD_DIGEST ? " class=\"code\"" : "";
}

static void
add_field (Page *page, const CabBundleTable *table, CabRecord *record, guint field)
{
  const CabField *entry = cab_kind_get_field (table->kind, field);
  g_autofree char *value = cab_html_dup_value (table, record, field);
  const CabBundleItem *target = NULL;

  if (value == NULL)
    return;
  if (entry->type == CAB_FIELD_REF)
    target = cab_bundle_plan_find (page->plan, cab_record_get_text (record, field));

  cab_text_out_add_format (page->out, "<dt%s>",
                           entry->type == CAB_FIELD_LONGTEXT ? " class=\"long\"" : "");
  cab_text_out_add_html (page->out, entry->label);
  cab_text_out_add_format (page->out, "</dt><dd%s>", get_attributes (entry));
  if (target != NULL)
    add_link (page, target);
  else if (entry->type == CAB_FIELD_BLOB_REF)
    add_file (page, cab_record_get_text (record, field));
  else
    cab_text_out_add_html (page->out, value);
  cab_text_out_add (page->out, "</dd>\n");
}

static void
add_fields (Page *page, const CabBundleTable *table, CabRecord *record)
{
  cab_text_out_add (page->out, "<dl>\n");
  for (guint i = CAB_N_SYSTEM_FIELDS; i < cab_kind_get_n_fields (table->kind); i++)
    {
      if (!cab_page_order_is_shown_elsewhere (table->kind, i))
        add_field (page, table, record, i);
    }
  cab_text_out_add (page->out, "</dl>\n");
}

static void
add_system_fields (Page *page, const CabBundleTable *table, CabRecord *record)
{
  if (!cab_page_order_has_system_fields (table))
    return;

  cab_text_out_add (page->out, "<details><summary>About this entry</summary>\n<dl>\n");
  for (guint i = 0; i < CAB_N_SYSTEM_FIELDS; i++)
    {
      if (i != CAB_SYSTEM_CONTENT_DIGEST)
        add_field (page, table, record, i);
    }
  cab_text_out_add (page->out, "</dl>\n</details>\n");
}

static gboolean
write_children (Page *page, const CabBundleItem *item, GError **error)
{
  GPtrArray *children = cab_page_order_get_children (&page->order, item);
  gboolean earlier = FALSE;

  page->level++;
  for (guint i = 0; children != NULL && i < children->len; i++)
    {
      if (!cab_page_order_is_earlier (children, i)
          && !write_item (page, g_ptr_array_index (children, i), error))
        return FALSE;
      earlier = earlier || cab_page_order_is_earlier (children, i);
    }

  if (earlier)
    cab_text_out_add (page->out, "<details><summary>Earlier versions</summary>\n");
  for (guint i = 0; earlier && i < children->len; i++)
    {
      if (cab_page_order_is_earlier (children, i)
          && !write_item (page, g_ptr_array_index (children, i), error))
        return FALSE;
    }
  if (earlier)
    cab_text_out_add (page->out, "</details>\n");
  page->level--;

  return TRUE;
}

static void
add_badges (Page *page, const CabBundleTable *table, CabRecord *record)
{
  if (cab_page_order_is_trashed (table, record))
    cab_text_out_add (page->out, " <span class=\"badge\">In the trash</span>");
}

static gboolean
write_item (Page *page, const CabBundleItem *item, GError **error)
{
  const CabBundleTable *table
      = cab_bundle_plan_get_table (page->plan, cab_record_get_kind (item->record));
  g_autofree char *heading = cab_html_dup_heading (page->plan, item->record);
  guint level = MIN (page->level, 6);

  if (item->id == NULL)
    cab_text_out_add (page->out, "<article>\n");
  else
    cab_text_out_add_format (page->out, "<article id=\"r-%s\">\n", item->id);
  cab_text_out_add_format (page->out, "<h%u dir=\"auto\">", level);
  cab_text_out_add_html (page->out, heading);
  add_badges (page, table, item->record);
  cab_text_out_add_format (page->out, "</h%u>\n", level);

  add_fields (page, table, item->record);
  if (!write_children (page, item, error))
    return FALSE;
  add_system_fields (page, table, item->record);
  cab_text_out_add (page->out, "</article>\n");

  return cab_text_out_check (page->out, error) && cab_bundle_meter_step (page->meter, error);
}

static void
add_table (Page *page, const CabChartModel *chart)
{
  cab_text_out_add (page->out, "<details><summary>As a table</summary>\n<table>\n<caption>");
  cab_text_out_add_html (page->out, chart->title);
  cab_text_out_add (page->out, "</caption>\n<thead><tr>");
  for (guint i = 0; i < chart->headings->len; i++)
    {
      cab_text_out_add (page->out, "<th scope=\"col\">");
      cab_text_out_add_html (page->out, g_ptr_array_index (chart->headings, i));
      cab_text_out_add (page->out, "</th>");
    }
  cab_text_out_add (page->out, "</tr></thead>\n<tbody>\n");
  for (guint i = 0; i < chart->rows->len; i++)
    {
      char **row = g_ptr_array_index (chart->rows, i);

      cab_text_out_add (page->out, "<tr>");
      for (guint k = 0; row[k] != NULL; k++)
        {
          cab_text_out_add (page->out, k == 0 ? "<th scope=\"row\">" : "<td>");
          cab_text_out_add_html (page->out, row[k]);
          cab_text_out_add (page->out, k == 0 ? "</th>" : "</td>");
        }
      cab_text_out_add (page->out, "</tr>\n");
    }
  cab_text_out_add (page->out, "</tbody>\n</table>\n</details>\n");
}

/* A picture of its own letters: all of them are in one page [B-40]. */
static void
add_chart (Page *page, const CabDrawing *drawing, const CabChartModel *chart)
{
  g_autofree char *prefix = g_strdup_printf ("c%u-", ++page->n_charts);
  g_autoptr (GBytes) svg = drawing->make_svg (chart, prefix);
  gsize length;
  const char *text = g_bytes_get_data (svg, &length);

  cab_text_out_add (page->out, "<figure>\n");
  cab_text_out_add_bytes (page->out, text, length);
  cab_text_out_add (page->out, "<figcaption>");
  cab_text_out_add_html (page->out, chart->sentence);
  cab_text_out_add (page->out, "</figcaption>\n");
  add_table (page, chart);
  cab_text_out_add (page->out, "</figure>\n");
}

static void
add_charts (Page *page, const CabBundleTable *table)
{
  const CabDrawing *drawing = cab_bundle_scope_get_drawing (page->plan->scope);
  g_autoptr (GPtrArray) charts = NULL;

  if (drawing == NULL)
    return;

  charts = cab_page_order_list_charts (&page->order, table);
  for (guint i = 0; i < charts->len; i++)
    add_chart (page, drawing, g_ptr_array_index (charts, i));
}

static gboolean
write_section (Page *page, const CabBundleTable *table, GError **error)
{
  g_autoptr (GPtrArray) items = cab_page_order_list_section (&page->order, table);

  if (items->len == 0)
    return TRUE;

  cab_text_out_add_format (page->out, "<section id=\"k-%s\">\n", table->kind->plural);
  cab_html_add_element (page->out, "h2", table->kind->label_plural);
  add_charts (page, table);
  page->level = 3;
  for (guint i = 0; i < items->len; i++)
    {
      if (!write_item (page, g_ptr_array_index (items, i), error))
        return FALSE;
    }
  cab_text_out_add (page->out, "</section>\n");

  return TRUE;
}

static void
add_contents (Page *page)
{
  cab_text_out_add (page->out, "<nav aria-label=\"Contents\">\n<ul>\n");
  for (guint i = 0; i < page->plan->n_tables; i++)
    {
      const CabBundleTable *table = &page->plan->tables[i];
      g_autoptr (GPtrArray) items = cab_page_order_list_section (&page->order, table);

      if (items->len == 0)
        continue;
      cab_text_out_add_format (page->out, "<li><a href=\"#k-%s\">", table->kind->plural);
      cab_text_out_add_html (page->out, table->kind->label_plural);
      cab_text_out_add (page->out, "</a></li>\n");
    }
  cab_text_out_add (page->out, "</ul>\n</nav>\n");
}

gboolean
cab_html_write_record (const CabBundlePlan *plan,
                       GOutputStream *stream,
                       CabBundleMeter *meter,
                       GError **error)
{
  g_autoptr (CabTextOut) out = cab_text_out_new (stream);
  g_auto (CabPageOrder) order = { NULL, NULL };
  Page page = { plan, out, meter, { NULL, NULL }, 3, 0 };
  g_autofree char *zone = g_strdup_printf ("Times are those of %s unless another place is named.",
                                           cab_html_get_zone (plan));
  g_autofree char *description = cab_bundle_plan_dup_description (plan);

  g_return_val_if_fail (plan->items != NULL, FALSE);

  cab_page_order_init (&order, plan);
  page.order = order;
  cab_html_begin (out, "Record", "Record");
  cab_html_add_element (out, "p", description);
  cab_html_add_element (out, "p", zone);
  cab_text_out_add (out, "</header>\n");
  add_contents (&page);
  cab_text_out_add (out, "<main>\n");
  for (guint i = 0; i < plan->n_tables; i++)
    {
      if (!write_section (&page, &plan->tables[i], error))
        return FALSE;
    }
  cab_text_out_add (out, "</main>\n");
  cab_html_end (out);

  return cab_text_out_flush (out, error);
}
