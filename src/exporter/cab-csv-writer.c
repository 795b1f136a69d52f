/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-exporter"

#include "config.h"

#include "cab-csv-writer.h"

#include <string.h>

#define BUFFER_SIZE (32 * 1024)

struct _CabCsvWriter
{
  /* Owned */
  GOutputStream *stream;
  GString *buffer;

  /* State */
  guint n_columns; /* of the heading row, 0 until it ended */
  guint column;    /* cells so far in this row */
  guint row;       /* rows ended so far */
};

/* T of [B-31]: what makes a spreadsheet evaluate a cell. The last four are the
 * full-width forms of the first four. */
static gboolean
is_trigger (gunichar c)
{
  switch (c)
    {
    case '=':
    case '+':
    case '-':
    case '@':
    case '\t':
    case '\r':
    case '\n':
    case 0xFF1D:
    case 0xFF0B:
    case 0xFF0D:
    case 0xFF20:
      return TRUE;
    default:
      return FALSE;
    }
}

/* Whether @text matches ^'*[T]. */
static gboolean
looks_like_formula (const char *text)
{
  return is_trigger (g_utf8_get_char (text + strspn (text, "'")));
}

static void
append_quoted (CabCsvWriter *self, const char *text)
{
  const char *quote;

  if (self->column++ > 0)
    g_string_append_c (self->buffer, ',');

  g_string_append_c (self->buffer, '"');
  while ((quote = strchr (text, '"')) != NULL)
    {
      g_string_append_len (self->buffer, text, quote - text + 1);
      g_string_append_c (self->buffer, '"');
      text = quote + 1;
    }
  g_string_append (self->buffer, text);
  g_string_append_c (self->buffer, '"');
}

/* Numbers may begin with a minus; everything else begins with a letter or a
 * digit, so no spreadsheet sees a formula in it. */
static gboolean
is_harmless (const char *value)
{
  static const char inside[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
                               "0123456789 ._:+/-";

  if (value[0] == '\0')
    return TRUE;
  if (value[0] == '-')
    return g_ascii_isdigit (value[1]) && strspn (value + 1, "0123456789.") == strlen (value + 1);

  return g_ascii_isalnum (value[0]) && strspn (value, inside) == strlen (value);
}

static gboolean
flush_buffer (CabCsvWriter *self, GError **error)
{
  if (!g_output_stream_write_all (self->stream, self->buffer->str, self->buffer->len, NULL, NULL,
                                  error))
    return FALSE;

  g_string_truncate (self->buffer, 0);
  return TRUE;
}

char *
cab_csv_guard_encode (const char *text)
{
  if (text == NULL)
    return g_strdup ("");

  return looks_like_formula (text) ? g_strconcat ("'", text, NULL) : g_strdup (text);
}

char *
cab_csv_guard_decode (const char *cell)
{
  g_return_val_if_fail (cell != NULL, NULL);

  return g_strdup (cell[0] == '\'' && looks_like_formula (cell) ? cell + 1 : cell);
}

CabCsvWriter *
cab_csv_writer_new (GOutputStream *stream)
{
  CabCsvWriter *self;

  g_return_val_if_fail (G_IS_OUTPUT_STREAM (stream), NULL);

  self = g_new0 (CabCsvWriter, 1);
  self->stream = g_object_ref (stream);
  self->buffer = g_string_sized_new (BUFFER_SIZE + 1024);
  g_string_append (self->buffer, "\xEF\xBB\xBF");
  return self;
}

void
cab_csv_writer_free (CabCsvWriter *self)
{
  g_return_if_fail (self != NULL);

  g_object_unref (self->stream);
  g_string_free (self->buffer, TRUE);
  g_free (self);
}

void
cab_csv_writer_add_heading (CabCsvWriter *self, const char *heading)
{
  g_return_if_fail (self != NULL && self->row == 0);
  g_return_if_fail (heading != NULL && heading[0] != '\0');
  g_return_if_fail (strspn (heading, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
                                     "0123456789_")
                    == strlen (heading));

  append_quoted (self, heading);
}

void
cab_csv_writer_add_text (CabCsvWriter *self, const char *text)
{
  g_autofree char *cell = NULL;

  g_return_if_fail (self != NULL);

  cell = cab_csv_guard_encode (text);
  append_quoted (self, cell);
}

void
cab_csv_writer_add_typed (CabCsvWriter *self, const char *value)
{
  g_return_if_fail (self != NULL && self->row > 0);
  g_assert (value == NULL || is_harmless (value));

  append_quoted (self, value != NULL ? value : "");
}

gboolean
cab_csv_writer_end_row (CabCsvWriter *self, GError **error)
{
  g_return_val_if_fail (self != NULL && self->column > 0, FALSE);

  if (self->row++ == 0)
    self->n_columns = self->column;
  g_assert (self->column == self->n_columns);

  self->column = 0;
  g_string_append (self->buffer, "\r\n");
  return self->buffer->len < BUFFER_SIZE || flush_buffer (self, error);
}

gboolean
cab_csv_writer_close (CabCsvWriter *self, GError **error)
{
  g_return_val_if_fail (self != NULL && self->column == 0, FALSE);

  return flush_buffer (self, error);
}
