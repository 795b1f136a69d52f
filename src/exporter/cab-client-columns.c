/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-exporter"

#include "config.h"

#include "cab-client-csv-private.h"

#include <string.h>

static CabClientColumn *
find_column (const CabClientCsv *csv, const char *target)
{
  for (guint i = 0; i < csv->columns->len; i++)
    {
      if (cab_client_column_is (cab_client_csv_get_column (csv, i), target))
        return cab_client_csv_get_column (csv, i);
    }

  return NULL;
}

static gboolean
is_date (const CabClientColumn *column)
{
  const CabField *field;

  if (!cab_client_csv_is_taken (column) || cab_client_column_is (column, CAB_CLIENT_TARGET_SOURCE)
      || cab_client_column_is (column, CAB_CLIENT_TARGET_WHOLE_NAME))
    return FALSE;

  field = cab_client_get_field (column->target);
  return field->type == CAB_FIELD_DATE || field->type == CAB_FIELD_PARTIAL_DATE;
}

/* The column's cells, of the rows that have it, trimmed; "" for none. */
static GStrv
dup_column_cells (CabClientReading *reading, guint number)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < reading->raw->len; i++)
    {
      const CabClientRawRow *raw = g_ptr_array_index (reading->raw, i);

      if (g_strv_length (raw->cells) > number)
        g_strv_builder_take (builder, g_strstrip (g_strdup (raw->cells[number])));
    }

  return g_strv_builder_end (builder);
}

static gboolean
names_countries (CabClientReading *reading, guint number)
{
  g_auto (GStrv) cells = dup_column_cells (reading, number);
  gboolean any = FALSE;

  for (guint i = 0; cells[i] != NULL; i++)
    {
      if (cells[i][0] == '\0')
        continue;
      if (cab_client_map_get_country (reading->map, cells[i]) == NULL)
        return FALSE;
      any = TRUE;
    }

  return any;
}

/* What some systems call the state is the country [B-82]. */
static void
settle_state (CabClientReading *reading)
{
  if (find_column (reading->csv, "country") != NULL)
    return;

  for (guint i = 0; i < reading->csv->columns->len; i++)
    {
      CabClientColumn *column = cab_client_csv_get_column (reading->csv, i);
      g_autofree char *folded = cab_client_map_fold (column->heading);

      if (cab_client_column_is (column, "region") && strcmp (folded, "state") == 0
          && names_countries (reading, i))
        {
          g_set_str (&column->target, "country");
          return;
        }
    }
}

static gboolean
are_last_first (CabClientReading *reading, guint number)
{
  g_auto (GStrv) cells = dup_column_cells (reading, number);
  gboolean any = FALSE;

  for (guint i = 0; cells[i] != NULL; i++)
    {
      const char *comma = strchr (cells[i], ',');

      if (cells[i][0] == '\0')
        continue;
      if (comma == NULL || comma == cells[i] || strchr (comma + 1, ',') != NULL
          || comma[1 + strspn (comma + 1, " ")] == '\0')
        return FALSE;
      any = TRUE;
    }

  return any;
}

/* A whole name beside its parts says nothing new. */
static void
settle_whole_name (CabClientReading *reading)
{
  gboolean has_parts = find_column (reading->csv, "given_name") != NULL
                       || find_column (reading->csv, "family_name") != NULL;

  for (guint i = 0; i < reading->csv->columns->len; i++)
    {
      CabClientColumn *column = cab_client_csv_get_column (reading->csv, i);

      if (!cab_client_column_is (column, CAB_CLIENT_TARGET_WHOLE_NAME))
        continue;
      if (has_parts)
        g_set_str (&column->target, CAB_CLIENT_TARGET_LEAVE);
      else
        reading->csv->can_split_names = are_last_first (reading, i);
    }
}

static gboolean
check_columns (CabClientReading *reading, GError **error)
{
  const CabClientCsv *csv = reading->csv;

  for (guint i = 0; i < csv->columns->len; i++)
    {
      const CabClientColumn *column = cab_client_csv_get_column (csv, i);
      const CabClientColumn *first
          = column->target != NULL ? find_column (csv, column->target) : NULL;

      if (cab_client_csv_is_taken (column) && first != column)
        {
          g_autofree char *both
              = g_strdup_printf ("%s (%s, %s)", column->target, first->heading, column->heading);

          return cab_export_error_set (error, CAB_EXPORT_ERROR_CLIENT_CLASH, csv->name, 0, both);
        }
    }

  if (find_column (csv, "given_name") == NULL && find_column (csv, "family_name") == NULL
      && find_column (csv, "preferred_name") == NULL
      && find_column (csv, CAB_CLIENT_TARGET_WHOLE_NAME) == NULL)
    return cab_export_error_set (error, CAB_EXPORT_ERROR_CLIENT_NO_NAME, csv->name, 0, NULL);

  return TRUE;
}

static void
list_fields (CabClientReading *reading)
{
  CabClientCsv *csv = reading->csv;

  for (guint i = 0; i < csv->columns->len; i++)
    {
      const CabClientColumn *column = cab_client_csv_get_column (csv, i);

      if (cab_client_column_is (column, CAB_CLIENT_TARGET_WHOLE_NAME))
        {
          g_ptr_array_add (csv->fields, g_strdup ("given_name"));
          if (cab_client_reading_splits_names (reading))
            g_ptr_array_add (csv->fields, g_strdup ("family_name"));
        }
      else if (cab_client_csv_is_taken (column)
               && !cab_client_column_is (column, CAB_CLIENT_TARGET_SOURCE))
        g_ptr_array_add (csv->fields, g_strdup (column->target));
    }
}

static gboolean
settle_date_order (CabClientReading *reading, guint number, GError **error)
{
  const CabClientColumn *column = cab_client_csv_get_column (reading->csv, number);
  g_auto (GStrv) cells = dup_column_cells (reading, number);
  gboolean has_short_years;
  CabDateOrder decided
      = cab_date_order_decide ((const char *const *)cells, g_strv_length (cells), &has_short_years);
  CabDateOrder order = cab_client_map_get_date_order (reading->map, column->target);

  if (order == CAB_DATE_ORDER_UNKNOWN)
    order = decided;
  if (order == CAB_DATE_ORDER_UNKNOWN)
    return cab_export_error_set (error, CAB_EXPORT_ERROR_CLIENT_DATE_ORDER, reading->csv->name, 0,
                                 column->heading);
  if (has_short_years && cab_client_map_get_century (reading->map, column->target) == 0)
    return cab_export_error_set (error, CAB_EXPORT_ERROR_CLIENT_SHORT_YEARS, reading->csv->name, 0,
                                 column->heading);

  reading->orders[number] = order;
  return TRUE;
}

static gboolean
settle_date_orders (CabClientReading *reading, GError **error)
{
  reading->orders = g_new0 (CabDateOrder, reading->csv->columns->len);
  for (guint i = 0; i < reading->csv->columns->len; i++)
    {
      if (is_date (cab_client_csv_get_column (reading->csv, i))
          && !settle_date_order (reading, i, error))
        return FALSE;
    }

  return TRUE;
}

CabClientColumn *
cab_client_csv_get_column (const CabClientCsv *self, guint number)
{
  return g_ptr_array_index (self->columns, number);
}

gboolean
cab_client_column_is (const CabClientColumn *column, const char *target)
{
  return g_strcmp0 (column->target, target) == 0;
}

const CabField *
cab_client_get_field (const char *name)
{
  const CabKind *kind = cab_kind_find ("client");

  return cab_kind_get_field (kind, cab_kind_find_field (kind, name));
}

gboolean
cab_client_reading_splits_names (const CabClientReading *reading)
{
  return reading->csv->can_split_names && cab_client_map_get_splits_names (reading->map);
}

gboolean
cab_client_reading_settle (CabClientReading *reading, GError **error)
{
  settle_state (reading);
  settle_whole_name (reading);
  if (!check_columns (reading, error) || !settle_date_orders (reading, error))
    return FALSE;

  list_fields (reading);
  return TRUE;
}
