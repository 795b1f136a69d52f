/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-exporter"

#include "config.h"

#include "cab-mood-table.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cab-client-map.h"
#include "cab-csv-detect.h"
#include "cab-csv-reader.h"
#include "cab-mood-diary-private.h"
#include "cab-mood-entry.h"
#include "cab-when.h"

#define NOT_TAKEN -1

/* Between the parts of a key, which none of them can hold [M-10]. */
#define KEY_JOINT "\x1F"

/* A table while it is read. */
typedef struct
{
  const CabMoodColumns *columns;
  const char *client_id;
  const char *now;
  CabMoodDiary *diary;

  /* Owned */
  GPtrArray *rows;  /* char **, the headings first */
  GArray *numbers;  /* guint: the number of each row in the file */
  GHashTable *seen; /* key to how many rows had it */

  /* State: positions, NOT_TAKEN for a column that is not there */
  int date;
  int time;
  int words;
  int note;
  int amounts[CAB_MOOD_TRACK_MAXIMUM];
  CabDateOrder order;
} Reading;

static void
clear_reading (Reading *reading)
{
  g_ptr_array_unref (reading->rows);
  g_array_unref (reading->numbers);
  g_hash_table_unref (reading->seen);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, clear_reading)

static gboolean
refuse (const Reading *reading, guint row, const char *heading, const char *reason, GError **error)
{
  g_autofree char *place = cab_export_escape (reading->diary->name, -1);

  return cab_export_error_set_sentence (error, CAB_EXPORT_ERROR_MOOD_ROWS, _ ("%s, row %u, %s: %s"),
                                        place, row, heading, reason);
}

static gboolean
read_rows (Reading *reading, GBytes *bytes, GError **error)
{
  g_autoptr (GBytes) text
      = cab_csv_to_utf8 (bytes, CAB_CSV_ENCODING_UNKNOWN, reading->diary->name, error);
  g_autoptr (CabCsvReader) reader = NULL;
  const char *const *cells = NULL;

  if (text == NULL)
    return FALSE;

  reader = cab_csv_reader_new_for_bytes (text, reading->diary->name,
                                         cab_csv_detect_delimiter (text), CAB_CSV_SKIP_BLANK);
  while (cab_csv_reader_read (reader, &cells, NULL, error))
    {
      guint row = cab_csv_reader_get_row (reader);

      if (cells == NULL)
        return TRUE;
      g_ptr_array_add (reading->rows, g_strdupv ((char **)cells));
      g_array_append_val (reading->numbers, row);
    }

  return FALSE;
}

/* Finds the column of a heading that was asked for. */
static gboolean
find_column (const Reading *reading, const char *heading, int *position, GError **error)
{
  char **headings = reading->rows->pdata[0];
  g_autofree char *wanted = NULL;

  *position = NOT_TAKEN;
  if (heading == NULL)
    return TRUE;

  wanted = cab_client_map_fold (heading);
  for (int i = 0; headings[i] != NULL; i++)
    {
      g_autofree char *folded = cab_client_map_fold (headings[i]);

      if (strcmp (folded, wanted) == 0)
        {
          *position = i;
          return TRUE;
        }
    }

  return cab_export_error_set (error, CAB_EXPORT_ERROR_MOOD_HEADINGS, reading->diary->name, 0,
                               heading);
}

static gboolean
find_columns (Reading *reading, GError **error)
{
  const CabMoodColumns *columns = reading->columns;

  if (!find_column (reading, columns->date, &reading->date, error)
      || !find_column (reading, columns->time, &reading->time, error)
      || !find_column (reading, columns->words, &reading->words, error)
      || !find_column (reading, columns->note, &reading->note, error))
    return FALSE;

  for (guint i = 0; i < columns->n_numbers; i++)
    {
      const CabMoodColumn *number = &columns->numbers[i];

      if (!find_column (reading, number->heading, &reading->amounts[i], error))
        return FALSE;
      cab_mood_diary_add_track (reading->diary, number->heading,
                                number->unit != NULL ? number->unit : _ ("points"), number->minimum,
                                number->maximum);
    }

  return TRUE;
}

/* (transfer full): the cell without blanks at its ends, "" where there is no column. */
static char *
dup_cell (const Reading *reading, guint row, int position)
{
  char **cells = reading->rows->pdata[row];

  return position == NOT_TAKEN ? g_strdup ("") : g_strstrip (g_strdup (cells[position]));
}

static gboolean
settle_order (Reading *reading, GError **error)
{
  g_autoptr (GPtrArray) dates = g_ptr_array_new_with_free_func (g_free);

  reading->order = reading->columns->order;
  if (reading->order != CAB_DATE_ORDER_UNKNOWN)
    return TRUE;

  for (guint i = 1; i < reading->rows->len; i++)
    g_ptr_array_add (dates, dup_cell (reading, i, reading->date));
  reading->order = cab_date_order_decide ((const char *const *)dates->pdata, dates->len, NULL);

  return reading->order != CAB_DATE_ORDER_UNKNOWN
         || cab_export_error_set (error, CAB_EXPORT_ERROR_CLIENT_DATE_ORDER, reading->diary->name,
                                  0, reading->columns->date);
}

static gboolean
take_moment (const Reading *reading, guint i, CabMoodDiaryEntry *entry, GError **error)
{
  g_autofree char *date = dup_cell (reading, i, reading->date);
  g_autofree char *time = dup_cell (reading, i, reading->time);
  g_autofree char *moment = NULL;

  entry->date = cab_date_order_parse (reading->order, date, 0);
  if (entry->date == NULL || !cab_when_is_date (entry->date))
    {
      g_autofree char *reason = g_strdup_printf (_ ("%s is no date."), date);

      return refuse (reading, entry->row, reading->columns->date, reason, error);
    }
  entry->time = time[0] != '\0' ? cab_daylio_parse_time (time) : NULL;
  if (time[0] != '\0' && entry->time == NULL)
    {
      g_autofree char *reason = g_strdup_printf (_ ("%s is no time."), time);

      return refuse (reading, entry->row, reading->columns->time, reason, error);
    }

  moment = g_strdup_printf ("%sT%s", entry->date, entry->time != NULL ? entry->time : "00:00");
  return reading->now == NULL || strcmp (moment, reading->now) <= 0
         || refuse (reading, entry->row, reading->columns->date, _ ("it lies in the future."),
                    error);
}

static gboolean
take_amount (const Reading *reading,
             guint i,
             guint number,
             CabMoodDiaryEntry *entry,
             GError **error)
{
  const CabMoodColumn *column = &reading->columns->numbers[number];
  const CabField *field = &cab_mood_track_value_kind.fields[CAB_MOOD_TRACK_VALUE_FIELD_AMOUNT];
  g_autofree char *cell = dup_cell (reading, i, reading->amounts[number]);
  g_auto (CabValue) value = CAB_VALUE_INIT;
  g_autoptr (GError) reason = NULL;
  g_autofree char *outside = NULL;

  if (cell[0] == '\0')
    return TRUE;
  if (!cab_field_parse (field, cell, &value, &reason))
    return refuse (reading, entry->row, column->heading, reason->message, error);

  entry->has_amount[number] = TRUE;
  entry->amounts[number] = value.integer;
  if (value.integer >= column->minimum && value.integer <= column->maximum)
    return TRUE;

  outside = g_strdup_printf (_ ("%s is outside its range."), cell);
  return refuse (reading, entry->row, column->heading, outside, error);
}

/* A text as the entry's field @field takes it; %NULL when there is none. */
static gboolean
take_text (const Reading *reading,
           guint i,
           int position,
           guint field,
           const char *heading,
           char **text,
           GError **error)
{
  g_autofree char *cell = dup_cell (reading, i, position);
  g_auto (GStrv) lines = g_strsplit (cell, "\r\n", -1);
  g_autofree char *joined = g_strjoinv ("\n", lines);
  g_auto (CabValue) value = CAB_VALUE_INIT;
  g_autoptr (GError) reason = NULL;

  if (!cab_field_parse (&cab_mood_entry_kind.fields[field], joined, &value, &reason))
    return refuse (reading, g_array_index (reading->numbers, guint, i), heading, reason->message,
                   error);

  if (joined[0] != '\0')
    *text = g_steal_pointer (&joined);
  return TRUE;
}

/* [B-88]: over what is taken of the row, and which of equal ones it is. */
static char *
make_key (Reading *reading, guint i, const CabMoodDiaryEntry *entry)
{
  g_autoptr (GString) whole = g_string_new (reading->client_id);
  const int texts[] = { reading->words, reading->note };
  guint n_seen;

  g_string_append_printf (whole, KEY_JOINT "%s" KEY_JOINT "%s", entry->date,
                          entry->time != NULL ? entry->time : "");
  for (guint j = 0; j < reading->columns->n_numbers; j++)
    {
      g_string_append (whole, KEY_JOINT);
      if (entry->has_amount[j])
        g_string_append_printf (whole, "%" G_GINT64_FORMAT, entry->amounts[j]);
    }
  for (guint j = 0; j < G_N_ELEMENTS (texts); j++)
    {
      g_autofree char *cell = dup_cell (reading, i, texts[j]);

      g_string_append_printf (whole, KEY_JOINT "%s", cell);
    }

  n_seen = GPOINTER_TO_UINT (g_hash_table_lookup (reading->seen, whole->str)) + 1;
  g_hash_table_replace (reading->seen, g_strdup (whole->str), GUINT_TO_POINTER (n_seen));
  g_string_append_printf (whole, KEY_JOINT "%u", n_seen);
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, whole->str, -1);
}

static gboolean
has_number (const Reading *reading, const CabMoodDiaryEntry *entry)
{
  for (guint i = 0; i < reading->columns->n_numbers; i++)
    {
      if (entry->has_amount[i])
        return TRUE;
    }

  return FALSE;
}

static gboolean
take_row (Reading *reading, guint i, GError **error)
{
  const CabMoodColumns *columns = reading->columns;
  CabMoodDiaryEntry *entry
      = cab_mood_diary_add_entry (reading->diary, g_array_index (reading->numbers, guint, i));

  for (guint j = 0; j < columns->n_numbers; j++)
    {
      if (!take_amount (reading, i, j, entry, error))
        return FALSE;
    }
  if (!take_text (reading, i, reading->words, CAB_MOOD_ENTRY_FIELD_CONTEXT_WORDS, columns->words,
                  &entry->context_words, error)
      || !take_text (reading, i, reading->note, CAB_MOOD_ENTRY_FIELD_ENTRY_NOTE, columns->note,
                     &entry->note, error))
    return FALSE;

  if (!has_number (reading, entry) && entry->note == NULL)
    entry->note = g_steal_pointer (&entry->context_words);
  if (!has_number (reading, entry) && entry->note == NULL)
    {
      g_ptr_array_set_size (reading->diary->entries, (int)reading->diary->entries->len - 1);
      return TRUE;
    }
  if (!take_moment (reading, i, entry, error))
    return FALSE;

  entry->key = make_key (reading, i, entry);
  return TRUE;
}

static gboolean
parse_number (const char *text, gint64 *number)
{
  const CabField *field = &cab_mood_track_kind.fields[CAB_MOOD_TRACK_FIELD_MINIMUM];
  g_auto (CabValue) value = CAB_VALUE_INIT;

  if (text == NULL || text[0] == '\0' || !cab_field_parse (field, text, &value, NULL))
    return FALSE;

  *number = value.integer;
  return TRUE;
}

gboolean
cab_mood_column_set_range (CabMoodColumn *self, const char *minimum, const char *maximum)
{
  gint64 least, greatest;

  g_return_val_if_fail (self != NULL, FALSE);

  if (!parse_number (minimum, &least) || !parse_number (maximum, &greatest))
    return FALSE;

  self->minimum = least;
  self->maximum = greatest;
  return TRUE;
}

CabMoodDiary *
cab_mood_diary_new_from_table (GBytes *bytes,
                               const char *name,
                               const char *client_id,
                               const char *now,
                               const CabMoodColumns *columns,
                               GError **error)
{
  g_autoptr (CabMoodDiary) diary = NULL;
  g_auto (Reading) reading = { .columns = columns, .client_id = client_id, .now = now };

  reading.rows = g_ptr_array_new_with_free_func ((GDestroyNotify)g_strfreev);
  reading.numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  reading.seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_return_val_if_fail (bytes != NULL && name != NULL && client_id != NULL, NULL);
  g_return_val_if_fail (columns != NULL && columns->date != NULL, NULL);
  g_return_val_if_fail (columns->n_numbers <= CAB_MOOD_TRACK_MAXIMUM, NULL);

  diary = cab_mood_diary_new (bytes, name, "table");
  reading.diary = diary;
  if (!read_rows (&reading, bytes, error) || !find_columns (&reading, error)
      || !settle_order (&reading, error))
    return NULL;

  for (guint i = 1; i < reading.rows->len; i++)
    {
      if (!take_row (&reading, i, error))
        return NULL;
    }

  return g_steal_pointer (&diary);
}
