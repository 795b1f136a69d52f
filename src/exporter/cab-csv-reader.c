/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-exporter"

#include "config.h"

#include "cab-csv-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define BUFFER_SIZE (64 * 1024)

#define AT_END (-1)
#define AT_FAULT (-2)

struct _CabCsvReader
{
  /* Owned */
  GInputStream *stream;
  char *name;
  guint8 *buffer;
  GString *bytes;   /* the row's cells, each ended by NUL */
  GArray *starts;   /* of gsize: where each begins in bytes */
  GPtrArray *cells; /* of char *, into bytes; NULL at the end */

  /* State */
  char delimiter;
  CabCsvFlags flags;
  gsize at, filled; /* in buffer */
  guint row;        /* the one being read; the heading is 1 */
  guint line;       /* the one being read, from 1 */
  guint row_line;   /* where the row begins */
  guint n_columns;  /* 0 before the heading was read */
};

/* Looks at the next byte without taking it: the byte, AT_END or AT_FAULT. */
static int
peek_byte (CabCsvReader *self, GCancellable *cancellable, GError **error)
{
  gssize n_read;

  if (self->at < self->filled)
    return self->buffer[self->at];

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return AT_FAULT;

  n_read = g_input_stream_read (self->stream, self->buffer, BUFFER_SIZE, cancellable, error);
  self->at = 0;
  self->filled = MAX (n_read, 0);
  if (n_read < 0)
    return AT_FAULT;

  return n_read == 0 ? AT_END : self->buffer[0];
}

static void
take_byte (CabCsvReader *self)
{
  self->at++;
}

static gboolean
refuse_cell (CabCsvReader *self, CabExportError code, GError **error)
{
  char column[16];

  g_snprintf (column, sizeof column, "%u", self->starts->len);
  return cab_export_error_set (error, code, self->name, self->row, column);
}

static gboolean
append_byte (CabCsvReader *self, int byte, GError **error)
{
  gsize start = g_array_index (self->starts, gsize, self->starts->len - 1);

  if (byte == '\0')
    return refuse_cell (self, CAB_EXPORT_ERROR_CSV_NUL, error);
  if (self->bytes->len - start >= CAB_CSV_MAX_CELL)
    return cab_export_error_set (error, CAB_EXPORT_ERROR_CSV_TOO_LARGE, self->name, self->row,
                                 NULL);

  g_string_append_c (self->bytes, (char)byte);
  return TRUE;
}

/* CRLF counts as one line end: its LF does the counting. */
static void
count_line (CabCsvReader *self, int byte, int next)
{
  if (byte == '\n' || (byte == '\r' && next != '\n'))
    self->line++;
}

/* From behind the opening quote to behind the closing one. */
static gboolean
read_quoted (CabCsvReader *self, GCancellable *cancellable, GError **error)
{
  int byte;

  while ((byte = peek_byte (self, cancellable, error)) >= 0)
    {
      int next;

      take_byte (self);
      next = peek_byte (self, cancellable, error);
      if (next == AT_FAULT)
        return FALSE;

      if (byte == '"')
        {
          if (next == '"')
            take_byte (self);
          else if (next == AT_END || next == self->delimiter || next == '\r' || next == '\n')
            return TRUE;
          else
            return refuse_cell (self, CAB_EXPORT_ERROR_CSV_BARE_QUOTE, error);
        }
      if (!append_byte (self, byte, error))
        return FALSE;
      count_line (self, byte, next);
    }

  return byte == AT_END ? refuse_cell (self, CAB_EXPORT_ERROR_CSV_OPEN_QUOTE, error) : FALSE;
}

static gboolean
read_bare (CabCsvReader *self, GCancellable *cancellable, GError **error)
{
  int byte;

  while ((byte = peek_byte (self, cancellable, error)) >= 0)
    {
      if (byte == self->delimiter || byte == '\r' || byte == '\n')
        return TRUE;
      if (byte == '"')
        return refuse_cell (self, CAB_EXPORT_ERROR_CSV_BARE_QUOTE, error);
      if (!append_byte (self, byte, error))
        return FALSE;
      take_byte (self);
    }

  return byte == AT_END;
}

static gboolean
read_cell (CabCsvReader *self, GCancellable *cancellable, GError **error)
{
  gsize start = self->bytes->len;
  gboolean read;

  if (self->starts->len == CAB_CSV_MAX_COLUMNS)
    return cab_export_error_set (error, CAB_EXPORT_ERROR_CSV_TOO_LARGE, self->name, self->row,
                                 NULL);

  g_array_append_val (self->starts, start);
  switch (peek_byte (self, cancellable, error))
    {
    case AT_FAULT:
      return FALSE;
    case '"':
      take_byte (self);
      read = read_quoted (self, cancellable, error);
      break;
    default:
      read = read_bare (self, cancellable, error);
      break;
    }
  if (!read)
    return FALSE;
  if (!g_utf8_validate_len (self->bytes->str + start, self->bytes->len - start, NULL))
    return refuse_cell (self, CAB_EXPORT_ERROR_CSV_UTF8, error);

  g_string_append_c (self->bytes, '\0');
  return TRUE;
}

/* Takes the line end or delimiter behind a cell. */
static gboolean
take_separator (CabCsvReader *self, gboolean *row_ended, GCancellable *cancellable, GError **error)
{
  int byte = peek_byte (self, cancellable, error);

  if (byte == AT_FAULT)
    return FALSE;

  *row_ended = byte != self->delimiter;
  if (byte == AT_END)
    return TRUE;

  take_byte (self);
  if (byte == '\r')
    {
      int next = peek_byte (self, cancellable, error);

      if (next == AT_FAULT)
        return FALSE;
      if (next == '\n')
        take_byte (self);
    }
  if (*row_ended)
    self->line++;
  return TRUE;
}

static gboolean
read_row (CabCsvReader *self, GCancellable *cancellable, GError **error)
{
  gboolean row_ended = FALSE;

  self->row++;
  self->row_line = self->line;
  g_string_truncate (self->bytes, 0);
  g_array_set_size (self->starts, 0);

  while (!row_ended)
    {
      if (!read_cell (self, cancellable, error)
          || !take_separator (self, &row_ended, cancellable, error))
        return FALSE;
    }

  g_ptr_array_set_size (self->cells, 0);
  for (guint i = 0; i < self->starts->len; i++)
    g_ptr_array_add (self->cells, self->bytes->str + g_array_index (self->starts, gsize, i));
  g_ptr_array_add (self->cells, NULL);
  return TRUE;
}

static gboolean
is_blank_row (CabCsvReader *self)
{
  return self->starts->len == 1 && self->bytes->len == 1;
}

static gboolean
looks_like_utf16 (const guint8 *bytes, gsize length)
{
  if (length >= 2
      && ((bytes[0] == 0xFF && bytes[1] == 0xFE) || (bytes[0] == 0xFE && bytes[1] == 0xFF)))
    return TRUE;

  return length >= 4 && (bytes[0] == 0) != (bytes[1] == 0) && (bytes[0] == 0) == (bytes[2] == 0)
         && (bytes[1] == 0) == (bytes[3] == 0);
}

/* Fills the buffer for the first time and passes over the byte order mark. */
static gboolean
begin_table (CabCsvReader *self, GCancellable *cancellable, GError **error)
{
  static const char mark[] = "\xEF\xBB\xBF";

  if (g_cancellable_set_error_if_cancelled (cancellable, error)
      || !g_input_stream_read_all (self->stream, self->buffer, BUFFER_SIZE, &self->filled,
                                   cancellable, error))
    return FALSE;
  if (looks_like_utf16 (self->buffer, self->filled))
    return cab_export_error_set (error, CAB_EXPORT_ERROR_CSV_UTF16, self->name, 0, NULL);

  if (self->filled >= 3 && memcmp (self->buffer, mark, 3) == 0)
    self->at = 3;
  if (self->filled >= 6 && self->at == 3 && memcmp (self->buffer + 3, mark, 3) == 0)
    return cab_export_error_set (error, CAB_EXPORT_ERROR_CSV_TWO_BOMS, self->name, 1, NULL);

  return TRUE;
}

/* The first row that is not passed over, as it stands; at the end none. */
static gboolean
read_next_row (CabCsvReader *self, gboolean *at_end, GCancellable *cancellable, GError **error)
{
  do
    {
      int byte = peek_byte (self, cancellable, error);

      *at_end = byte == AT_END;
      if (byte < 0)
        return *at_end;
      if (!read_row (self, cancellable, error))
        return FALSE;
    }
  while ((self->flags & CAB_CSV_SKIP_BLANK) != 0 && is_blank_row (self));

  return TRUE;
}

static gboolean
check_width (CabCsvReader *self, GError **error)
{
  guint n_cells = self->starts->len;

  if (n_cells == self->n_columns || (self->flags & CAB_CSV_RAGGED) != 0)
    return TRUE;

  return cab_export_error_set_sentence (
      error, CAB_EXPORT_ERROR_CSV_RAGGED,
      g_dngettext (GETTEXT_PACKAGE, "%s, row %u: %u cell instead of %u.",
                   "%s, row %u: %u cells instead of %u.", n_cells),
      self->name, self->row, n_cells, self->n_columns);
}

CabCsvReader *
cab_csv_reader_new (GInputStream *stream, const char *name, char delimiter, CabCsvFlags flags)
{
  CabCsvReader *self;

  g_return_val_if_fail (G_IS_INPUT_STREAM (stream), NULL);
  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (delimiter == ',' || delimiter == ';' || delimiter == '\t', NULL);

  self = g_new0 (CabCsvReader, 1);
  self->stream = g_object_ref (stream);
  self->name = g_strdup (name);
  self->delimiter = delimiter;
  self->flags = flags;
  self->line = 1;
  self->buffer = g_malloc (BUFFER_SIZE);
  self->bytes = g_string_new (NULL);
  self->starts = g_array_new (FALSE, FALSE, sizeof (gsize));
  self->cells = g_ptr_array_new ();
  return self;
}

CabCsvReader *
cab_csv_reader_new_for_bytes (GBytes *bytes, const char *name, char delimiter, CabCsvFlags flags)
{
  g_autoptr (GInputStream) stream = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);

  stream = g_memory_input_stream_new_from_bytes (bytes);
  return cab_csv_reader_new (stream, name, delimiter, flags);
}

void
cab_csv_reader_free (CabCsvReader *self)
{
  g_return_if_fail (self != NULL);

  g_object_unref (self->stream);
  g_free (self->name);
  g_free (self->buffer);
  g_string_free (self->bytes, TRUE);
  g_array_unref (self->starts);
  g_ptr_array_unref (self->cells);
  g_free (self);
}

gboolean
cab_csv_reader_read (CabCsvReader *self,
                     const char *const **cells,
                     GCancellable *cancellable,
                     GError **error)
{
  gboolean at_end;

  g_return_val_if_fail (self != NULL && cells != NULL, FALSE);

  *cells = NULL;
  if (self->row == 0 && !begin_table (self, cancellable, error))
    return FALSE;
  if (!read_next_row (self, &at_end, cancellable, error))
    return FALSE;

  if (self->n_columns == 0)
    {
      if (at_end || is_blank_row (self))
        return cab_export_error_set (error, CAB_EXPORT_ERROR_CSV_NO_HEADER, self->name, 0, NULL);
      self->n_columns = self->starts->len;
    }
  if (at_end)
    return TRUE;
  if (!check_width (self, error))
    return FALSE;

  *cells = (const char *const *)self->cells->pdata;
  return TRUE;
}

guint
cab_csv_reader_get_row (CabCsvReader *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->row;
}

guint
cab_csv_reader_get_line (CabCsvReader *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->row_line;
}

guint
cab_csv_reader_get_n_columns (CabCsvReader *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_columns;
}
