/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-exporter"

#include "config.h"

#include "cab-daylio.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cab-client-map.h"
#include "cab-csv-detect.h"
#include "cab-csv-reader.h"
#include "cab-field.h"
#include "cab-plain-text.h"
#include "cab-when.h"

/* What the field for context words holds [M-41]. */
#define LONGEST_CONTEXT 200

typedef enum
{
  COLUMN_FULL_DATE,
  COLUMN_YEAR,
  COLUMN_DATE,
  COLUMN_TIME,
  COLUMN_MOOD,
  COLUMN_ACTIVITIES,
  COLUMN_SCALES,
  COLUMN_TITLE,
  COLUMN_NOTE
} Column;

#define N_COLUMNS (COLUMN_NOTE + 1)

/* As cab_client_map_fold() leaves them. */
static const char *const headings[N_COLUMNS] = {
  [COLUMN_FULL_DATE] = "fulldate", [COLUMN_YEAR] = "year",       [COLUMN_DATE] = "date",
  [COLUMN_TIME] = "time",          [COLUMN_MOOD] = "mood",       [COLUMN_ACTIVITIES] = "activities",
  [COLUMN_SCALES] = "scales",      [COLUMN_TITLE] = "notetitle", [COLUMN_NOTE] = "note",
};

static const struct
{
  const char *mood;
  guint level;
} standard[] = { { "rad", 5 }, { "good", 4 }, { "meh", 3 }, { "bad", 2 }, { "awful", 1 } };

static const char *const months[]
    = { "january", "february", "march",     "april",   "may",      "june",
        "july",    "august",   "september", "october", "november", "december" };

typedef struct
{
  /* Borrowed */
  CabDaylio *diary;
  CabCsvReader *reader;
  const char *now;

  /* Owned */
  GHashTable *seen; /* key to how many rows had it */

  /* State */
  int positions[N_COLUMNS]; /* -1 for a column that is not there */
} Reading;

static void
free_entry (CabDaylioEntry *entry)
{
  g_free (entry->date);
  g_free (entry->time);
  g_free (entry->mood);
  g_free (entry->context_words);
  g_free (entry->note);
  g_free (entry->key);
  g_free (entry);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CabDaylioEntry, free_entry)

static gboolean
refuse (Reading *reading, const char *heading, const char *reason, GError **error)
{
  return cab_export_error_set_sentence (error, CAB_EXPORT_ERROR_MOOD_ROWS, _ ("%s, row %u, %s: %s"),
                                        reading->diary->name,
                                        cab_csv_reader_get_row (reading->reader), heading, reason);
}

static void
find_positions (const char *const *cells, int *positions)
{
  for (guint i = 0; i < N_COLUMNS; i++)
    positions[i] = -1;
  for (int i = 0; cells[i] != NULL; i++)
    {
      g_autofree char *folded = cab_client_map_fold (cells[i]);

      for (guint j = 0; j < N_COLUMNS; j++)
        {
          if (strcmp (headings[j], folded) == 0 && positions[j] == -1)
            positions[j] = i;
        }
    }
}

/* NULL when none is missing. */
static const char *
find_missing (const int *positions)
{
  static const Column needed[] = { COLUMN_TIME, COLUMN_MOOD };

  for (guint i = 0; i < G_N_ELEMENTS (needed); i++)
    {
      if (positions[needed[i]] == -1)
        return headings[needed[i]];
    }

  return positions[COLUMN_FULL_DATE] == -1
                 && (positions[COLUMN_YEAR] == -1 || positions[COLUMN_DATE] == -1)
             ? "full_date"
             : NULL;
}

gboolean
cab_daylio_has_headings (const char *const *cells)
{
  int positions[N_COLUMNS];

  g_return_val_if_fail (cells != NULL, FALSE);

  find_positions (cells, positions);

  return find_missing (positions) == NULL;
}

static gboolean
take_headings (Reading *reading, const char *const *cells, GError **error)
{
  const char *missing;

  find_positions (cells, reading->positions);
  missing = find_missing (reading->positions);

  return missing == NULL
         || cab_export_error_set (error, CAB_EXPORT_ERROR_MOOD_HEADINGS, reading->diary->name, 0,
                                  missing);
}

/* "" for a column that the file does not have. */
static const char *
get_cell (Reading *reading, const char *const *cells, Column column)
{
  return reading->positions[column] != -1 ? cells[reading->positions[column]] : "";
}

static int
find_month (const char *word)
{
  gsize length = strlen (word);

  for (guint i = 0; i < G_N_ELEMENTS (months); i++)
    {
      if (length >= 3 && g_ascii_strncasecmp (months[i], word, length) == 0)
        return (int)i + 1;
    }

  return 0;
}

/* "18 May" or "May 18", as old versions wrote it in English. */
static char *
parse_old_date (const char *year, const char *date)
{
  g_auto (GStrv) words = g_strsplit (date, " ", -1);
  g_autofree char *day_date = NULL;
  const char *day;
  int month;

  if (g_strv_length (words) != 2)
    return NULL;

  month = find_month (words[1]);
  day = words[0];
  if (month == 0)
    {
      month = find_month (words[0]);
      day = words[1];
    }
  day_date = g_strdup_printf ("%s-%02d-%s%s", year, month, strlen (day) == 1 ? "0" : "", day);
  return cab_when_is_date (day_date) ? g_steal_pointer (&day_date) : NULL;
}

static gboolean
take_date (Reading *reading, const char *const *cells, CabDaylioEntry *entry, GError **error)
{
  const char *date = get_cell (reading, cells, COLUMN_FULL_DATE);
  g_autofree char *reason = NULL;

  if (date[0] != '\0')
    entry->date = cab_when_is_date (date) ? g_strdup (date) : NULL;
  else
    {
      date = get_cell (reading, cells, COLUMN_DATE);
      entry->date = parse_old_date (get_cell (reading, cells, COLUMN_YEAR), date);
    }
  if (entry->date != NULL)
    return TRUE;

  reason = g_strdup_printf (_ ("%s is no date."), date);
  return refuse (reading, "date", reason, error);
}

/* What stands behind the digits of a 12-hour clock: 'a', 'p', or 0 for neither. */
static char
read_half (const char *text)
{
  g_autoptr (GString) letters = g_string_new (NULL);

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      /* Blanks of all kinds stand there, by locale. */
      if (!g_unichar_isspace (c) && c != '.')
        g_string_append_unichar (letters, c);
    }
  if (g_ascii_strcasecmp (letters->str, "am") == 0)
    return 'a';

  return g_ascii_strcasecmp (letters->str, "pm") == 0 ? 'p' : '\0';
}

static gboolean
take_time (Reading *reading, const char *const *cells, CabDaylioEntry *entry, GError **error)
{
  g_autofree char *text = g_strstrip (g_strdup (get_cell (reading, cells, COLUMN_TIME)));
  g_autofree char *moment = NULL;
  g_autofree char *reason = NULL;

  if (text[0] != '\0')
    {
      entry->time = cab_daylio_parse_time (text);
      if (entry->time == NULL)
        {
          reason = g_strdup_printf (_ ("%s is no time."), text);
          return refuse (reading, "time", reason, error);
        }
    }

  moment = g_strdup_printf ("%sT%s", entry->date, entry->time != NULL ? entry->time : "00:00");
  if (reading->now != NULL && strcmp (moment, reading->now) > 0)
    return refuse (reading, "date", _ ("it lies in the future."), error);

  return TRUE;
}

/* Adds an activity to the words when it fits, else to the rest. */
static void
add_activity (GString *words, GString *rest, const char *activity)
{
  GString *to = words;
  glong length
      = g_utf8_strlen (words->str, -1) + g_utf8_strlen (activity, -1) + (words->len > 0 ? 3 : 0);

  /* Once one did not fit the others follow it, so that their order stays. */
  if (rest->len > 0 || length > LONGEST_CONTEXT)
    to = rest;
  g_string_append_printf (to, "%s%s", to->len > 0 ? " · " : "", activity);
}

/* Gives the activities that did not fit, NULL for none. */
static char *
take_activities (CabDaylioEntry *entry, const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "|", -1);
  g_autoptr (GString) words = g_string_new (NULL);
  g_autoptr (GString) rest = g_string_new (NULL);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      /* The words are one line; a person's activity may hold a line break. */
      g_strdelimit (parts[i], "\t\r\n", ' ');
      g_strstrip (parts[i]);
      if (parts[i][0] != '\0')
        add_activity (words, rest, parts[i]);
    }

  if (words->len > 0)
    entry->context_words = g_strdup (words->str);
  return rest->len > 0 ? g_strdup (rest->str) : NULL;
}

static gboolean
is_standard (const char *mood)
{
  for (guint i = 0; i < G_N_ELEMENTS (standard); i++)
    {
      if (g_ascii_strcasecmp (standard[i].mood, mood) == 0)
        return TRUE;
    }

  return FALSE;
}

static void
add_block (GString *note, const char *label, const char *text)
{
  if (text == NULL || text[0] == '\0')
    return;

  if (note->len > 0)
    g_string_append (note, "\n\n");
  if (label != NULL)
    g_string_append_printf (note, "%s: ", label);
  g_string_append (note, text);
}

static void
make_note (Reading *reading, const char *const *cells, CabDaylioEntry *entry, const char *rest)
{
  CabDaylio *diary = reading->diary;
  g_autoptr (GString) note = g_string_new (NULL);
  g_autofree char *title
      = cab_plain_text_from_html (get_cell (reading, cells, COLUMN_TITLE), &diary->n_dropped);
  g_autofree char *text
      = cab_plain_text_from_html (get_cell (reading, cells, COLUMN_NOTE), &diary->n_dropped);

  /* The labels are part of the record, in the diary's one language. */
  if (!is_standard (entry->mood))
    add_block (note, "Mood", entry->mood);
  add_block (note, NULL, title);
  add_block (note, NULL, text);
  add_block (note, "Activities", rest);
  add_block (note, "Scales", get_cell (reading, cells, COLUMN_SCALES));
  if (note->len > 0)
    entry->note = g_string_free (g_steal_pointer (&note), FALSE);
}

static gboolean
check_text (Reading *reading, const char *heading, const char *text, GError **error)
{
  g_autofree char *reason = NULL;
  gunichar bad;

  if (text == NULL || cab_text_is_portable (text, -1, &bad))
    return TRUE;

  reason = g_strdup_printf (_ ("character U+%04X cannot be stored."), bad);
  return refuse (reading, heading, reason, error);
}

/* What is written in the row. The parts cannot run into each other: no cell
 * holds a NUL, and none of these a U+001F that could be stored. */
static void
make_key (Reading *reading, const char *const *cells, CabDaylioEntry *entry)
{
  guint n_seen;

  entry->key = g_strjoin ("\x1F", entry->date, entry->time != NULL ? entry->time : "", entry->mood,
                          get_cell (reading, cells, COLUMN_ACTIVITIES),
                          get_cell (reading, cells, COLUMN_TITLE),
                          get_cell (reading, cells, COLUMN_NOTE), NULL);
  n_seen = GPOINTER_TO_UINT (g_hash_table_lookup (reading->seen, entry->key));
  entry->occurrence = n_seen + 1;
  g_hash_table_replace (reading->seen, g_strdup (entry->key), GUINT_TO_POINTER (n_seen + 1));
}

static void
note_mood (CabDaylio *diary, const char *mood)
{
  if (!g_ptr_array_find_with_equal_func (diary->moods, mood, g_str_equal, NULL))
    g_ptr_array_add (diary->moods, g_strdup (mood));
}

static gboolean
take_row (Reading *reading, const char *const *cells, GError **error)
{
  g_autoptr (CabDaylioEntry) entry = g_new0 (CabDaylioEntry, 1);
  g_autofree char *rest = NULL;

  entry->row = cab_csv_reader_get_row (reading->reader);
  entry->mood = g_strstrip (g_strdup (get_cell (reading, cells, COLUMN_MOOD)));
  if (entry->mood[0] == '\0')
    return refuse (reading, "mood", _ ("it is empty."), error);
  if (!take_date (reading, cells, entry, error) || !take_time (reading, cells, entry, error))
    return FALSE;

  rest = take_activities (entry, get_cell (reading, cells, COLUMN_ACTIVITIES));
  make_note (reading, cells, entry, rest);
  if (!check_text (reading, "activities", entry->context_words, error)
      || !check_text (reading, "note", entry->note, error))
    return FALSE;

  make_key (reading, cells, entry);
  note_mood (reading->diary, entry->mood);
  g_ptr_array_add (reading->diary->entries, g_steal_pointer (&entry));
  return TRUE;
}

static gboolean
read_rows (Reading *reading, GError **error)
{
  const char *const *cells;

  if (!cab_csv_reader_read (reading->reader, &cells, NULL, error)
      || !take_headings (reading, cells, error))
    return FALSE;

  while (cab_csv_reader_read (reading->reader, &cells, NULL, error))
    {
      if (cells == NULL)
        return TRUE;
      if (!take_row (reading, cells, error))
        return FALSE;
    }

  return FALSE;
}

void
cab_daylio_free (CabDaylio *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->name);
  g_ptr_array_unref (self->entries);
  g_ptr_array_unref (self->moods);
  g_hash_table_unref (self->levels);
  g_free (self);
}

CabDaylio *
cab_daylio_read (GBytes *bytes, const char *name, const char *now, GError **error)
{
  g_autoptr (CabDaylio) self = NULL;
  g_autoptr (CabCsvReader) reader = NULL;
  g_autoptr (GHashTable) seen = NULL;
  g_autoptr (GBytes) text = NULL;
  Reading reading = { .now = now };

  g_return_val_if_fail (bytes != NULL && name != NULL, NULL);
  g_return_val_if_fail (now == NULL || cab_when_is_local (now), NULL);

  text = cab_csv_to_utf8 (bytes, CAB_CSV_ENCODING_UNKNOWN, name, error);
  if (text == NULL)
    return NULL;

  self = g_new0 (CabDaylio, 1);
  self->name = g_strdup (name);
  self->entries = g_ptr_array_new_with_free_func ((GDestroyNotify)free_entry);
  self->moods = g_ptr_array_new_with_free_func (g_free);
  self->levels = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (standard); i++)
    cab_daylio_set_level (self, standard[i].mood, standard[i].level);

  reader = cab_csv_reader_new_for_bytes (text, name, cab_csv_detect_delimiter (text),
                                         CAB_CSV_SKIP_BLANK);
  seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  reading.diary = self;
  reading.reader = reader;
  reading.seen = seen;
  return read_rows (&reading, error) ? g_steal_pointer (&self) : NULL;
}

guint
cab_daylio_get_level (CabDaylio *self, const char *mood)
{
  g_autofree char *folded = NULL;

  g_return_val_if_fail (self != NULL && mood != NULL, 0);

  folded = g_utf8_casefold (mood, -1);
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->levels, folded));
}

void
cab_daylio_set_level (CabDaylio *self, const char *mood, guint level)
{
  g_return_if_fail (self != NULL && mood != NULL);
  g_return_if_fail (level >= 1 && level <= 5);

  g_hash_table_replace (self->levels, g_utf8_casefold (mood, -1), GUINT_TO_POINTER (level));
}

gboolean
cab_daylio_check_levels (CabDaylio *self, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  for (guint i = 0; i < self->entries->len; i++)
    {
      const CabDaylioEntry *entry = g_ptr_array_index (self->entries, i);

      if (cab_daylio_get_level (self, entry->mood) == 0)
        return cab_export_error_set (error, CAB_EXPORT_ERROR_MOOD_UNMAPPED, self->name, entry->row,
                                     entry->mood);
    }

  return TRUE;
}

char *
cab_daylio_entry_dup_key (const CabDaylioEntry *entry, const char *client_id)
{
  g_autofree char *whole = NULL;

  g_return_val_if_fail (entry != NULL && client_id != NULL, NULL);

  whole = g_strdup_printf ("%s\x1F%s\x1F%u", client_id, entry->key, entry->occurrence);
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, whole, -1);
}

char *
cab_daylio_parse_time (const char *text)
{
  gsize n_hours;
  const char *minutes;
  gint64 hour, minute;
  char half;

  g_return_val_if_fail (text != NULL, NULL);

  n_hours = strspn (text, "0123456789");
  minutes = text + n_hours + 1;
  if (n_hours < 1 || n_hours > 2 || text[n_hours] != ':' || strspn (minutes, "0123456789") != 2)
    return NULL;

  hour = g_ascii_strtoll (text, NULL, 10);
  minute = g_ascii_strtoll (minutes, NULL, 10);
  if (minutes[2] != '\0')
    {
      half = read_half (minutes + 2);
      if (half == '\0' || hour < 1 || hour > 12)
        return NULL;
      hour = hour % 12 + (half == 'p' ? 12 : 0);
    }
  if (hour > 23 || minute > 59)
    return NULL;

  return g_strdup_printf ("%02d:%02d", (int)hour, (int)minute);
}
