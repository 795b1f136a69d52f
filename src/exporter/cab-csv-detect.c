/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-exporter"

#include "config.h"

#include "cab-csv-detect.h"

#include <string.h>

#include "cab-csv-reader.h"

static const char *const names[] = {
  [CAB_CSV_ENCODING_UNKNOWN] = NULL,
  [CAB_CSV_ENCODING_UTF_8] = "utf-8",
  [CAB_CSV_ENCODING_UTF_16] = "utf-16",
  [CAB_CSV_ENCODING_WINDOWS_1252] = "windows-1252",
  [CAB_CSV_ENCODING_ISO_8859_1] = "iso-8859-1",
};

/* Windows-1252 from 0x80 to 0x9F; 0 where it has no character. */
static const guint16 windows_1252[32]
    = { 0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
        0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
        0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178 };

/* How the rows of a table look by one delimiter. */
typedef struct
{
  guint n_columns; /* of the heading row, 0 when it cannot be read */
  gboolean even;   /* all rows are as wide */
} Shape;

static gboolean
has_utf16_mark (const guint8 *data, gsize length)
{
  return length >= 2
         && ((data[0] == 0xFF && data[1] == 0xFE) || (data[0] == 0xFE && data[1] == 0xFF));
}

static gunichar
get_character (guint8 byte, CabCsvEncoding encoding)
{
  if (encoding == CAB_CSV_ENCODING_WINDOWS_1252 && byte >= 0x80 && byte < 0xA0)
    return windows_1252[byte - 0x80];

  return byte;
}

/* NULL when a byte is no character of the encoding. */
static GBytes *
convert_single_bytes (const guint8 *data, gsize length, CabCsvEncoding encoding)
{
  g_autoptr (GString) text = g_string_sized_new (length + length / 8);

  for (gsize i = 0; i < length; i++)
    {
      gunichar c = get_character (data[i], encoding);

      if (c == 0 && data[i] != 0)
        return NULL;
      g_string_append_unichar (text, c);
    }

  return g_string_free_to_bytes (g_steal_pointer (&text));
}

/* NULL when the surrogates do not pair, or half a character is left. */
static GBytes *
convert_utf16 (const guint8 *data, gsize length)
{
  gboolean big = length >= 2 && data[0] == 0xFE;
  g_autofree gunichar2 *units = NULL;
  g_autofree char *text = NULL;
  long n_read, n_written;
  gsize n_units = length / 2;

  if (!has_utf16_mark (data, length) || length % 2 != 0)
    return NULL;

  units = g_new (gunichar2, n_units);
  for (gsize i = 1; i < n_units; i++)
    units[i - 1] = (gunichar2)(data[2 * i + !big] << 8 | data[2 * i + big]);
  if (n_units == 1)
    return g_bytes_new_static ("", 0);

  text = g_utf16_to_utf8 (units, (long)n_units - 1, &n_read, &n_written, NULL);
  if (text == NULL || n_read != (long)n_units - 1)
    return NULL;

  return g_bytes_new_take (g_steal_pointer (&text), n_written);
}

static GBytes *
convert (GBytes *bytes, CabCsvEncoding encoding)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);

  switch (encoding)
    {
    case CAB_CSV_ENCODING_UNKNOWN:
      return NULL;
    case CAB_CSV_ENCODING_UTF_8:
      return g_bytes_ref (bytes);
    case CAB_CSV_ENCODING_UTF_16:
      return convert_utf16 (data, length);
    case CAB_CSV_ENCODING_WINDOWS_1252:
    case CAB_CSV_ENCODING_ISO_8859_1:
      return convert_single_bytes (data, length, encoding);
    }

  g_return_val_if_reached (NULL);
}

static Shape
measure_shape (GBytes *bytes, char delimiter)
{
  g_autoptr (CabCsvReader) reader
      = cab_csv_reader_new_for_bytes (bytes, "", delimiter, CAB_CSV_SKIP_BLANK | CAB_CSV_RAGGED);
  Shape shape = { 0, TRUE };
  const char *const *cells;

  while (cab_csv_reader_read (reader, &cells, NULL, NULL))
    {
      if (cells == NULL)
        return shape;

      if (shape.n_columns == 0)
        shape.n_columns = cab_csv_reader_get_n_columns (reader);
      else if (g_strv_length ((char **)cells) != shape.n_columns)
        shape.even = FALSE;
    }

  shape.even = FALSE;
  return shape;
}

CabCsvEncoding
cab_csv_encoding_find (const char *name)
{
  if (name == NULL)
    return CAB_CSV_ENCODING_UNKNOWN;

  for (guint i = 1; i < G_N_ELEMENTS (names); i++)
    {
      if (g_ascii_strcasecmp (names[i], name) == 0)
        return i;
    }

  return CAB_CSV_ENCODING_UNKNOWN;
}

const char *
cab_csv_encoding_get_name (CabCsvEncoding encoding)
{
  g_return_val_if_fail ((gsize)encoding < G_N_ELEMENTS (names), NULL);

  return names[encoding];
}

CabCsvEncoding
cab_csv_detect_encoding (GBytes *bytes)
{
  const guint8 *data;
  gsize length;

  g_return_val_if_fail (bytes != NULL, CAB_CSV_ENCODING_UNKNOWN);

  data = g_bytes_get_data (bytes, &length);
  if (has_utf16_mark (data, length))
    return CAB_CSV_ENCODING_UTF_16;

  /* A NUL is valid UTF-8, and its own fault [B-78]. */
  for (gsize at = 0; at < length;)
    {
      const char *end;

      if (g_utf8_validate_len ((const char *)data + at, length - at, &end))
        break;
      at = end - (const char *)data;
      if (data[at] != '\0')
        return CAB_CSV_ENCODING_UNKNOWN;
      at++;
    }

  return CAB_CSV_ENCODING_UTF_8;
}

GBytes *
cab_csv_to_utf8 (GBytes *bytes, CabCsvEncoding encoding, const char *name, GError **error)
{
  GBytes *converted;

  g_return_val_if_fail (bytes != NULL && name != NULL, NULL);

  if (encoding == CAB_CSV_ENCODING_UNKNOWN)
    encoding = cab_csv_detect_encoding (bytes);

  converted = convert (bytes, encoding);
  if (converted == NULL)
    cab_export_error_set (error, CAB_EXPORT_ERROR_CSV_ENCODING, name, 0, NULL);
  return converted;
}

char
cab_csv_detect_delimiter (GBytes *bytes)
{
  static const char delimiters[] = { ',', ';', '\t' };
  Shape best = { 0, FALSE };
  char delimiter = ',';

  g_return_val_if_fail (bytes != NULL, ',');

  for (guint i = 0; i < G_N_ELEMENTS (delimiters); i++)
    {
      Shape shape = measure_shape (bytes, delimiters[i]);

      /* One column is no evidence: every table is even by what it does not hold. */
      if (shape.n_columns < 2)
        shape.even = FALSE;
      if (shape.even > best.even || (shape.even == best.even && shape.n_columns > best.n_columns))
        {
          best = shape;
          delimiter = delimiters[i];
        }
    }

  return delimiter;
}
