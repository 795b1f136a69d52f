/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-exporter"

#include "config.h"

#include "cab-csv-bundle.h"

#include "cab-bundle-plan-private.h"
#include "cab-csv-writer.h"
#include "cab-disclosure.h"

#include <string.h>

typedef struct
{
  const CabBundleTable *table;
  CabCsvWriter *csv;
  CabBundleMeter *meter;
} Writing;

static void
add_cell (const Writing *writing, CabRecord *record, guint field, char **scratch)
{
  const CabField *entry = cab_kind_get_field (writing->table->kind, field);
  const char *text = cab_bundle_table_get_text (writing->table, record, field, scratch);

  if (cab_field_is_text (entry))
    cab_csv_writer_add_text (writing->csv, text);
  else
    cab_csv_writer_add_typed (writing->csv, text);
}

static gboolean
write_row (CabRecord *record, gpointer data, GError **error)
{
  const Writing *writing = data;
  g_autofree char *scratch = NULL;

  for (guint i = 0; i < cab_kind_get_n_fields (writing->table->kind); i++)
    {
      if (cab_bundle_table_has_column (writing->table, i))
        add_cell (writing, record, i, &scratch);
    }

  return cab_csv_writer_end_row (writing->csv, error)
         && cab_bundle_meter_step (writing->meter, error);
}

gboolean
cab_csv_write_table (const CabBundlePlan *plan,
                     const CabKind *kind,
                     GOutputStream *stream,
                     CabBundleMeter *meter,
                     GError **error)
{
  g_autoptr (CabCsvWriter) csv = cab_csv_writer_new (stream);
  Writing writing = { cab_bundle_plan_get_table (plan, kind), csv, meter };

  for (guint i = 0; i < cab_kind_get_n_fields (kind); i++)
    {
      if (cab_bundle_table_has_column (writing.table, i))
        cab_csv_writer_add_heading (csv, cab_kind_get_field (kind, i)->name);
    }

  return cab_csv_writer_end_row (csv, error)
         && cab_bundle_table_each (writing.table, NULL, write_row, &writing, error)
         && cab_csv_writer_close (csv, error);
}

static int
compare_dates (gconstpointer a, gconstpointer b)
{
  const CabBundleItem *first = *(CabBundleItem *const *)a;
  const CabBundleItem *second = *(CabBundleItem *const *)b;
  const guint field = CAB_OWN (CAB_DISCLOSURE_FIELD_DISCLOSED_AT);
  int order = strcmp (cab_record_get_text (first->record, field),
                      cab_record_get_text (second->record, field));

  return order != 0 ? order : strcmp (first->id, second->id);
}

gboolean
cab_csv_write_recipients (const CabBundlePlan *plan, GOutputStream *stream, GError **error)
{
  static const guint columns[] = {
    CAB_OWN (CAB_DISCLOSURE_FIELD_DISCLOSED_AT),   CAB_OWN (CAB_DISCLOSURE_FIELD_DIRECTION_KIND),
    CAB_OWN (CAB_DISCLOSURE_FIELD_RECIPIENT_NAME), CAB_OWN (CAB_DISCLOSURE_FIELD_RECIPIENT_COUNTRY),
    CAB_OWN (CAB_DISCLOSURE_FIELD_WHAT),           CAB_OWN (CAB_DISCLOSURE_FIELD_PURPOSE_TEXT),
    CAB_OWN (CAB_DISCLOSURE_FIELD_GROUND),         CAB_OWN (CAB_DISCLOSURE_FIELD_CHANNEL),
  };
  const CabBundleTable *table = cab_bundle_plan_get_table (plan, &cab_disclosure_kind);
  g_autoptr (GPtrArray) items = g_ptr_array_copy (table->items, NULL, NULL);
  g_autoptr (CabCsvWriter) csv = cab_csv_writer_new (stream);
  Writing writing = { table, csv, NULL };

  /* The copy borrows what the table owns. */
  g_ptr_array_set_free_func (items, NULL);
  g_ptr_array_sort (items, compare_dates);

  for (guint k = 0; k < G_N_ELEMENTS (columns); k++)
    cab_csv_writer_add_heading (csv, cab_kind_get_field (table->kind, columns[k])->name);
  if (!cab_csv_writer_end_row (csv, error))
    return FALSE;

  for (guint i = 0; i < items->len; i++)
    {
      const CabBundleItem *item = g_ptr_array_index (items, i);
      g_autofree char *scratch = NULL;

      for (guint k = 0; k < G_N_ELEMENTS (columns); k++)
        add_cell (&writing, item->record, columns[k], &scratch);
      if (!cab_csv_writer_end_row (csv, error))
        return FALSE;
    }

  return cab_csv_writer_close (csv, error);
}
