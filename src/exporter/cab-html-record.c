/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-exporter"

#include "config.h"

#include "cab-html-writer.h"

#include "cab-html-private.h"

#include <string.h>

typedef struct
{
  const CabBundlePlan *plan;
  CabTextOut *out;
  CabBundleMeter *meter;
  /* Id of a record to (element-type CabBundleItem), those that hang on it */
  GHashTable *children;
  /* Of headings: a record inside another is one deeper */
  guint level;
} Page;

static gboolean write_item (Page *page, const CabBundleItem *item, GError **error);

/* What hangs on another record is shown there. */
static gboolean
is_nested (const Page *page, const CabBundleItem *item)
{
  const CabKind *kind = cab_record_get_kind (item->record);
  const char *owner;

  if (kind->owner == CAB_NO_OWNER || strcmp (kind->fields[kind->owner].target, "client") == 0)
    return FALSE;

  owner = cab_record_get_text (item->record, CAB_OWN (kind->owner));
  return cab_bundle_plan_find (page->plan, owner) != NULL;
}

static void
gather_children (Page *page)
{
  for (guint i = 0; i < page->plan->n_tables; i++)
    {
      GPtrArray *items = page->plan->tables[i].items;

      for (guint k = 0; k < items->len; k++)
        {
          CabBundleItem *item = g_ptr_array_index (items, k);
          const CabKind *kind = cab_record_get_kind (item->record);
          const char *owner;
          GPtrArray *siblings;

          if (!is_nested (page, item))
            continue;
          owner = cab_record_get_text (item->record, CAB_OWN (kind->owner));
          siblings = g_hash_table_lookup (page->children, owner);
          if (siblings == NULL)
            {
              siblings = g_ptr_array_new ();
              g_hash_table_insert (page->children, (gpointer)owner, siblings);
            }
          g_ptr_array_add (siblings, item);
        }
    }
}

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

/* The record it is shown under and the zone of a time need no row. */
static gboolean
is_shown_elsewhere (const CabKind *kind, guint field)
{
  return field == (guint)CAB_OWN (kind->owner)
         || cab_kind_get_field (kind, field)->type == CAB_FIELD_ZONE;
}

static void
add_fields (Page *page, const CabBundleTable *table, CabRecord *record)
{
  cab_text_out_add (page->out, "<dl>\n");
  for (guint i = CAB_N_SYSTEM_FIELDS; i < cab_kind_get_n_fields (table->kind); i++)
    {
      if (!is_shown_elsewhere (table->kind, i))
        add_field (page, table, record, i);
    }
  cab_text_out_add (page->out, "</dl>\n");
}

static void
add_system_fields (Page *page, const CabBundleTable *table, CabRecord *record)
{
  gboolean any = FALSE;

  for (guint i = 0; i < CAB_N_SYSTEM_FIELDS; i++)
    any = any || (i != CAB_SYSTEM_ID && cab_bundle_table_has_column (table, i));
  if (!any)
    return;

  cab_text_out_add (page->out, "<details><summary>About this entry</summary>\n<dl>\n");
  for (guint i = 0; i < CAB_N_SYSTEM_FIELDS; i++)
    {
      if (i != CAB_SYSTEM_CONTENT_DIGEST)
        add_field (page, table, record, i);
    }
  cab_text_out_add (page->out, "</dl>\n</details>\n");
}

/* Versions come oldest first; the last is the one that holds. */
static gboolean
is_earlier_version (GPtrArray *siblings, guint at)
{
  const CabBundleItem *item = g_ptr_array_index (siblings, at);
  const CabBundleItem *next = at + 1 < siblings->len ? g_ptr_array_index (siblings, at + 1) : NULL;
  const CabKind *kind = cab_record_get_kind (item->record);

  return g_str_has_suffix (kind->name, "-version") && next != NULL
         && cab_record_get_kind (next->record) == kind;
}

static gboolean
write_children (Page *page, const CabBundleItem *item, GError **error)
{
  GPtrArray *children;
  gboolean earlier = FALSE;

  /* Nothing hangs on an activity. */
  if (item->id == NULL)
    return TRUE;

  children = g_hash_table_lookup (page->children, cab_record_get_id (item->record));
  page->level++;
  for (guint i = 0; children != NULL && i < children->len; i++)
    {
      if (!is_earlier_version (children, i)
          && !write_item (page, g_ptr_array_index (children, i), error))
        return FALSE;
      earlier = earlier || is_earlier_version (children, i);
    }

  if (earlier)
    cab_text_out_add (page->out, "<details><summary>Earlier versions</summary>\n");
  for (guint i = 0; earlier && i < children->len; i++)
    {
      if (is_earlier_version (children, i)
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
  if (cab_kind_has_field (table->kind, CAB_SYSTEM_TRASHED_AT)
      && cab_bundle_table_has_column (table, CAB_SYSTEM_TRASHED_AT)
      && !cab_record_is_none (record, CAB_SYSTEM_TRASHED_AT))
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

static GPtrArray *
list_section (const Page *page, const CabBundleTable *table)
{
  GPtrArray *items = g_ptr_array_new ();

  for (guint i = 0; i < table->items->len; i++)
    {
      CabBundleItem *item = g_ptr_array_index (table->items, i);

      if (!is_nested (page, item))
        g_ptr_array_add (items, item);
    }
  g_ptr_array_sort (items, compare_times);

  return items;
}

static gboolean
write_section (Page *page, const CabBundleTable *table, GError **error)
{
  g_autoptr (GPtrArray) items = list_section (page, table);

  if (items->len == 0)
    return TRUE;

  cab_text_out_add_format (page->out, "<section id=\"k-%s\">\n", table->kind->plural);
  cab_html_add_element (page->out, "h2", table->kind->label_plural);
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
      g_autoptr (GPtrArray) items = list_section (page, table);

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
  g_autoptr (GHashTable) children
      = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify)g_ptr_array_unref);
  Page page = { plan, out, meter, children, 3 };
  g_autofree char *zone = g_strdup_printf ("Times are those of %s unless another place is named.",
                                           cab_html_get_zone (plan));

  g_return_val_if_fail (plan->items != NULL, FALSE);

  gather_children (&page);
  cab_html_begin (out, "Record", "Record");
  cab_html_add_element (out, "p", plan->rules->description);
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
