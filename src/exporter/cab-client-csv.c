/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-exporter"

#include "config.h"

#include "cab-client-csv-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cab-age.h"
#include "cab-csv-reader.h"
#include "cab-csv-writer.h"

#define OLD_AGE 105

/* The column of cab_client_csv_write_rejects(): who has it was written by us. */
#define REASON_HEADING "cabinet_reason"

static void
free_raw_row (CabClientRawRow *raw)
{
  g_strfreev (raw->cells);
  g_free (raw);
}

static void
free_column (CabClientColumn *column)
{
  g_free (column->heading);
  g_free (column->target);
  g_free (column);
}

/* The values are not ended by NULL: they are as many as the table has fields. */
static void
free_values (char **values, guint n_values)
{
  for (guint i = 0; i < n_values && values != NULL; i++)
    g_free (values[i]);
  g_free (values);
}

static void
free_fault (CabClientFault *fault)
{
  g_strfreev (fault->cells);
  g_free (fault->field);
  g_free (fault->reason);
  g_free (fault->sentence);
  g_free (fault);
}

static int
find_field (const CabClientCsv *csv, const char *field)
{
  for (guint i = 0; i < csv->fields->len; i++)
    {
      if (strcmp (g_ptr_array_index (csv->fields, i), field) == 0)
        return (int)i;
    }

  return -1;
}

static void
add_fault (CabClientCsv *csv, guint row, char **cells, const char *field, const char *reason)
{
  CabClientFault *fault = g_new0 (CabClientFault, 1);

  fault->row = row;
  fault->cells = g_strdupv (cells);
  fault->field = g_strdup (field);
  fault->reason = g_strdup (reason);
  fault->sentence = field != NULL ? g_strdup_printf (_ ("row %u, %s: %s"), row, field, reason)
                                  : g_strdup_printf (_ ("row %u: %s"), row, reason);
  g_ptr_array_add (csv->faults, fault);
}

static void
take_headings (CabClientReading *reading, const char *const *cells)
{
  for (guint i = 0; cells[i] != NULL; i++)
    {
      CabClientColumn *column = g_new0 (CabClientColumn, 1);
      gboolean is_reason = strcmp (cells[i], REASON_HEADING) == 0;

      column->heading = g_strdup (cells[i]);
      column->target = g_strdup (is_reason ? CAB_CLIENT_TARGET_LEAVE
                                           : cab_client_map_get_target (reading->map, cells[i]));
      g_ptr_array_add (reading->csv->columns, column);
      reading->decode |= is_reason;
    }
}

static gboolean
read_cells (CabClientReading *reading, GBytes *bytes, GError **error)
{
  char delimiter = cab_client_map_get_delimiter (reading->map);
  g_autoptr (CabCsvReader) reader = NULL;
  const char *const *cells;

  if (delimiter == '\0')
    delimiter = cab_csv_detect_delimiter (bytes);
  reader = cab_csv_reader_new_for_bytes (bytes, reading->csv->name, delimiter,
                                         CAB_CSV_SKIP_BLANK | CAB_CSV_RAGGED);
  if (!cab_csv_reader_read (reader, &cells, NULL, error))
    return FALSE;

  take_headings (reading, cells);
  while (cab_csv_reader_read (reader, &cells, NULL, error))
    {
      CabClientRawRow *raw;

      if (cells == NULL)
        return TRUE;

      raw = g_new0 (CabClientRawRow, 1);
      raw->row = cab_csv_reader_get_row (reader);
      raw->cells = g_strdupv ((char **)cells);
      g_ptr_array_add (reading->raw, raw);
    }

  return FALSE;
}

/* One line of an address that was written in several. */
static char *
join_lines (const char *text)
{
  g_auto (GStrv) lines = g_strsplit_set (text, "\r\n", -1);
  g_autoptr (GString) joined = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_strstrip (lines[i]);
      if (lines[i][0] != '\0')
        g_string_append_printf (joined, "%s%s", joined->len > 0 ? ", " : "", lines[i]);
    }

  return g_string_free (g_steal_pointer (&joined), FALSE);
}

/* The outside form of a cell; NULL with @error set when it has none. */
static char *
convert_cell (CabClientReading *reading,
              guint number,
              const char *field,
              const char *cell,
              GError **error)
{
  CabDateOrder order = reading->orders[number];
  char *value;

  if (order != CAB_DATE_ORDER_UNKNOWN)
    {
      value = cab_date_order_parse (order, cell, cab_client_map_get_century (reading->map, field));
      if (value == NULL)
        g_set_error (error, CAB_EXPORT_ERROR, CAB_EXPORT_ERROR_CLIENT_ROWS, _ ("%s is no date."),
                     cell);
    }
  else if (strcmp (field, "country") == 0)
    {
      value = g_strdup (cab_client_map_get_country (reading->map, cell));
      if (value == NULL)
        g_set_error (error, CAB_EXPORT_ERROR, CAB_EXPORT_ERROR_CLIENT_ROWS,
                     _ ("%s is no country that Cabinet knows."), cell);
    }
  else if (strcmp (field, "address_line_1") == 0)
    value = join_lines (cell);
  else
    value = cab_client_map_dup_value (reading->map, field, cell);

  return value;
}

/* Puts a cell into its field; FALSE with a fault when it is not allowed there. */
static gboolean
take_value (CabClientReading *reading,
            CabClientCsvRow *row,
            guint number,
            const char *field,
            const char *cell)
{
  CabClientCsv *csv = reading->csv;
  g_auto (CabValue) parsed = CAB_VALUE_INIT;
  g_autoptr (GError) error = NULL;
  g_autofree char *value = convert_cell (reading, number, field, cell, &error);
  const CabField *client_field = cab_client_get_field (field);

  if (value == NULL || !cab_field_parse (client_field, value, &parsed, &error))
    {
      add_fault (csv, row->row, row->cells, field, error->message);
      return FALSE;
    }

  row->values[find_field (csv, field)] = cab_field_dup_text (client_field, &parsed);
  return TRUE;
}

static gboolean
take_whole_name (CabClientReading *reading, CabClientCsvRow *row, guint number, const char *cell)
{
  const char *comma = strchr (cell, ',');
  g_autofree char *family = NULL;
  g_autofree char *given = NULL;

  if (!cab_client_reading_splits_names (reading))
    return take_value (reading, row, number, "given_name", cell);

  family = g_strstrip (g_strndup (cell, comma - cell));
  given = g_strstrip (g_strdup (comma + 1));
  return take_value (reading, row, number, "given_name", given)
         && take_value (reading, row, number, "family_name", family);
}

static gboolean
take_source (CabClientReading *reading, CabClientCsvRow *row, const char *cell)
{
  guint first;

  row->source = g_strdup_printf ("csv:%s:%s", cab_client_map_get_name (reading->map), cell);
  first = GPOINTER_TO_UINT (g_hash_table_lookup (reading->sources, row->source));
  if (first != 0)
    {
      g_autofree char *reason = g_strdup_printf (_ ("row %u has the same one."), first);

      add_fault (reading->csv, row->row, row->cells, CAB_CLIENT_TARGET_SOURCE, reason);
      return FALSE;
    }

  g_hash_table_insert (reading->sources, g_strdup (row->source), GUINT_TO_POINTER (row->row));
  return TRUE;
}

static gboolean
take_cell (CabClientReading *reading, CabClientCsvRow *row, guint number)
{
  const CabClientColumn *column = cab_client_csv_get_column (reading->csv, number);
  g_autofree char *cell = NULL;

  if (!cab_client_csv_is_taken (column))
    return TRUE;

  cell
      = reading->decode ? cab_csv_guard_decode (row->cells[number]) : g_strdup (row->cells[number]);
  g_strstrip (cell);
  if (cell[0] == '\0')
    return TRUE;

  if (cab_client_column_is (column, CAB_CLIENT_TARGET_SOURCE))
    return take_source (reading, row, cell);
  if (cab_client_column_is (column, CAB_CLIENT_TARGET_WHOLE_NAME))
    return take_whole_name (reading, row, number, cell);

  return take_value (reading, row, number, column->target, cell);
}

static gboolean
has_any (const CabClientCsv *csv, const CabClientCsvRow *row, const char *const *fields)
{
  for (guint i = 0; fields[i] != NULL; i++)
    {
      if (cab_client_csv_get_value (csv, row, fields[i]) != NULL)
        return TRUE;
    }

  return FALSE;
}

static const char *const name_fields[] = { "given_name", "family_name", "preferred_name", NULL };
static const char *const contact_fields[]
    = { "email", "phone", "phone_2", "address_line_1", "address_line_2", NULL };

static gboolean
has_digit (const char *text)
{
  for (; text != NULL && *text != '\0'; text = g_utf8_next_char (text))
    {
      if (g_unichar_isdigit (g_utf8_get_char (text)))
        return TRUE;
    }

  return FALSE;
}

static gboolean
has_guarded_cell (const CabClientReading *reading, const CabClientCsvRow *row)
{
  for (guint i = 0; row->cells[i] != NULL && !reading->decode; i++)
    {
      g_autofree char *decoded = cab_csv_guard_decode (row->cells[i]);

      if (strcmp (decoded, row->cells[i]) != 0
          && cab_client_csv_is_taken (cab_client_csv_get_column (reading->csv, i)))
        return TRUE;
    }

  return FALSE;
}

static void
count_warnings (CabClientReading *reading, const CabClientCsvRow *row)
{
  CabClientCsv *csv = reading->csv;
  const char *birth = cab_client_csv_get_value (csv, row, "date_of_birth");
  gboolean lives = cab_client_csv_get_value (csv, row, "died_on") == NULL;

  csv->warnings[CAB_CLIENT_WARNING_DIGITS]
      += has_digit (cab_client_csv_get_value (csv, row, "given_name"))
         || has_digit (cab_client_csv_get_value (csv, row, "family_name"));
  csv->warnings[CAB_CLIENT_WARNING_NO_CONTACT] += !has_any (csv, row, contact_fields);
  csv->warnings[CAB_CLIENT_WARNING_MINOR]
      += birth != NULL && lives
         && cab_age_is_below (birth, (int)reading->adult_age, reading->today);
  csv->warnings[CAB_CLIENT_WARNING_OLD]
      += birth != NULL && lives && cab_age_get_years (birth, reading->today) > OLD_AGE;
  csv->warnings[CAB_CLIENT_WARNING_APOSTROPHE] += has_guarded_cell (reading, row);
}

static void
free_row_of (CabClientCsv *csv, CabClientCsvRow *row)
{
  free_values (row->values, csv->fields->len);
  g_strfreev (row->cells);
  g_free (row->source);
  g_free (row);
}

static void
take_row (CabClientReading *reading, const CabClientRawRow *raw)
{
  CabClientCsv *csv = reading->csv;
  guint n_cells = g_strv_length (raw->cells);
  gboolean taken = TRUE;
  CabClientCsvRow *row;

  if (n_cells != csv->columns->len)
    {
      g_autofree char *reason
          = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u cell instead of %u.",
                                          "%u cells instead of %u.", n_cells),
                             n_cells, csv->columns->len);

      add_fault (csv, raw->row, raw->cells, NULL, reason);
      return;
    }

  row = g_new0 (CabClientCsvRow, 1);
  row->row = raw->row;
  row->cells = g_strdupv (raw->cells);
  row->values = g_new0 (char *, csv->fields->len);
  for (guint i = 0; i < n_cells && taken; i++)
    taken = take_cell (reading, row, i);
  if (taken && !has_any (csv, row, name_fields))
    {
      add_fault (csv, row->row, row->cells, NULL, _ ("there is no name."));
      taken = FALSE;
    }

  if (taken)
    {
      count_warnings (reading, row);
      g_ptr_array_add (csv->rows, row);
    }
  else
    free_row_of (csv, row);
}

static gboolean
read_table (CabClientReading *reading, GBytes *bytes, GError **error)
{
  if (!read_cells (reading, bytes, error) || !cab_client_reading_settle (reading, error))
    return FALSE;

  for (guint i = 0; i < reading->raw->len; i++)
    take_row (reading, g_ptr_array_index (reading->raw, i));
  return TRUE;
}

char *
cab_client_warning_dup_sentence (CabClientWarning warning, guint count)
{
  switch (warning)
    {
    case CAB_CLIENT_WARNING_DIGITS:
      return g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "%u name holds digits.", "%u names hold digits.", count),
          count);
    case CAB_CLIENT_WARNING_NO_CONTACT:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                           "%u person has no e-mail, phone or address.",
                                           "%u people have no e-mail, phone or address.", count),
                              count);
    case CAB_CLIENT_WARNING_MINOR:
      return g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "%u person is a minor.", "%u people are minors.", count),
          count);
    case CAB_CLIENT_WARNING_OLD:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u person is living and over 105.",
                                           "%u people are living and over 105.", count),
                              count);
    case CAB_CLIENT_WARNING_APOSTROPHE:
      return g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "%u row begins a cell with an apostrophe that guards it.",
                       "%u rows begin a cell with an apostrophe that guards it.", count),
          count);
    }

  g_return_val_if_reached (NULL);
}

void
cab_client_csv_free (CabClientCsv *self)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < self->rows->len; i++)
    free_row_of (self, g_ptr_array_index (self->rows, i));
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->faults);
  g_ptr_array_unref (self->columns);
  g_ptr_array_unref (self->fields);
  g_free (self->name);
  g_free (self->sha256);
  g_free (self);
}

CabClientCsv *
cab_client_csv_read (GBytes *bytes,
                     const char *name,
                     CabClientMap *map,
                     const char *today,
                     guint adult_age,
                     GError **error)
{
  g_autoptr (CabClientCsv) self = NULL;
  g_autoptr (GPtrArray) raw = NULL;
  g_autoptr (GHashTable) sources = NULL;
  g_autoptr (GBytes) text = NULL;
  CabClientReading reading = { .map = map, .today = today, .adult_age = adult_age };
  gboolean read;

  g_return_val_if_fail (bytes != NULL && name != NULL && map != NULL && today != NULL, NULL);

  self = g_new0 (CabClientCsv, 1);
  self->name = g_strdup (name);
  self->sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  self->columns = g_ptr_array_new_with_free_func ((GDestroyNotify)free_column);
  self->fields = g_ptr_array_new_with_free_func (g_free);
  self->rows = g_ptr_array_new ();
  self->faults = g_ptr_array_new_with_free_func ((GDestroyNotify)free_fault);
  text = cab_csv_to_utf8 (bytes, cab_client_map_get_encoding (map), name, error);
  if (text == NULL)
    return NULL;

  raw = g_ptr_array_new_with_free_func ((GDestroyNotify)free_raw_row);
  sources = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  reading.csv = self;
  reading.raw = raw;
  reading.sources = sources;
  reading.decode = cab_client_map_get_decodes (map);
  read = read_table (&reading, text, error);
  g_free (reading.orders);
  return read ? g_steal_pointer (&self) : NULL;
}

const char *
cab_client_csv_get_value (const CabClientCsv *self, const CabClientCsvRow *row, const char *field)
{
  int position;

  g_return_val_if_fail (self != NULL && row != NULL && field != NULL, NULL);

  position = find_field (self, field);
  return position != -1 ? row->values[position] : NULL;
}

void
cab_client_csv_refuse_row (CabClientCsv *self,
                           guint position,
                           const char *field,
                           const char *reason)
{
  CabClientCsvRow *row;

  g_return_if_fail (self != NULL && position < self->rows->len);
  g_return_if_fail (reason != NULL);

  row = g_ptr_array_steal_index (self->rows, position);
  add_fault (self, row->row, row->cells, field, reason);
  free_row_of (self, row);
}

gboolean
cab_client_csv_is_taken (const CabClientColumn *column)
{
  g_return_val_if_fail (column != NULL, FALSE);

  return column->target != NULL && strcmp (column->target, CAB_CLIENT_TARGET_LEAVE) != 0;
}

/* A table is as wide as its widest row at fault: a row may have too many cells. */
static guint
measure_width (const CabClientCsv *csv)
{
  guint width = csv->columns->len;

  for (guint i = 0; i < csv->faults->len; i++)
    {
      const CabClientFault *fault = g_ptr_array_index (csv->faults, i);

      width = MAX (width, g_strv_length (fault->cells));
    }

  return width;
}

gboolean
cab_client_csv_write_rejects (const CabClientCsv *self, GOutputStream *stream, GError **error)
{
  g_autoptr (CabCsvWriter) writer = NULL;
  guint width;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (G_IS_OUTPUT_STREAM (stream), FALSE);

  width = measure_width (self);
  writer = cab_csv_writer_new (stream);
  cab_csv_writer_add_heading (writer, REASON_HEADING);
  for (guint i = 0; i < width; i++)
    cab_csv_writer_add_text (
        writer, i < self->columns->len ? cab_client_csv_get_column (self, i)->heading : NULL);
  if (!cab_csv_writer_end_row (writer, error))
    return FALSE;

  for (guint i = 0; i < self->faults->len; i++)
    {
      const CabClientFault *fault = g_ptr_array_index (self->faults, i);
      guint n_cells = g_strv_length (fault->cells);

      cab_csv_writer_add_text (writer, fault->sentence);
      for (guint j = 0; j < width; j++)
        cab_csv_writer_add_text (writer, j < n_cells ? fault->cells[j] : NULL);
      if (!cab_csv_writer_end_row (writer, error))
        return FALSE;
    }

  return cab_csv_writer_close (writer, error);
}
