/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-exporter"

#include "config.h"

#include "cab-import-kind.h"

#include <string.h>

#include "cab-csv-peek.h"
#include "cab-daylio.h"
#include "cab-header.h"

/* Enough for the widest heading row that people have. */
#define BEGINNING (64 << 10)

static gboolean
is_named_as_practice (const char *path)
{
  return g_str_has_suffix (path, ".cabinet") || g_str_has_suffix (path, ".cabinet-backup");
}

/* A text may begin with the same letters, but goes on with one more. */
static gboolean
is_practice (const guint8 *data, gsize length)
{
  guint8 bytes[CAB_HEADER_LENGTH] = { 0 };
  guint8 format;
  CabHeaderKind kind;

  memcpy (bytes, data, MIN (length, sizeof bytes));
  kind = cab_header_parse (bytes, CAB_PAGE_SIZE, &format, NULL);

  return kind == CAB_HEADER_PLAIN_SQLITE || (format != 0 && g_ascii_iscntrl ((char)format));
}

/* With entries, and without any. */
static gboolean
is_zip (const guint8 *data, gsize length)
{
  return length >= 4
         && (memcmp (data, "PK\003\004", 4) == 0 || memcmp (data, "PK\005\006", 4) == 0);
}

/* Up to the last line break: what was cut off there is not at fault. */
static GBytes *
make_whole_lines (const guint8 *data, gsize length)
{
  gsize whole = length;

  if (length == BEGINNING)
    {
      while (whole > 0 && data[whole - 1] != '\n')
        whole--;
    }

  return g_bytes_new (data, whole > 0 ? whole : length);
}

/* A table of an encoding that has to be asked for is one too. */
static CabImportKind
find_table (const guint8 *data, gsize length)
{
  g_autoptr (GBytes) bytes = make_whole_lines (data, length);
  CabCsvEncoding encoding = cab_csv_detect_encoding (bytes);
  g_autoptr (CabCsvPeek) peek = NULL;

  if (encoding != CAB_CSV_ENCODING_UTF_16 && memchr (data, '\0', length) != NULL)
    return CAB_IMPORT_KIND_OTHER;

  peek = cab_csv_peek_new (
      bytes, "", encoding != CAB_CSV_ENCODING_UNKNOWN ? encoding : CAB_CSV_ENCODING_ISO_8859_1, 0,
      NULL);
  if (peek != NULL && cab_daylio_has_headings ((const char *const *)peek->headings))
    return CAB_IMPORT_KIND_DAYLIO;

  return CAB_IMPORT_KIND_TABLE;
}

static gboolean
read_beginning (const char *path,
                guint8 *data,
                gsize *length,
                GCancellable *cancellable,
                GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, error);

  return stream != NULL
         && g_input_stream_read_all (G_INPUT_STREAM (stream), data, BEGINNING, length, cancellable,
                                     error);
}

/* What opens but is not a regular file may block for ever, or have no end. */
static gboolean
is_special (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  return g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, NULL) == G_FILE_TYPE_SPECIAL;
}

gboolean
cab_import_kind_find (const char *path,
                      CabImportKind *kind,
                      GCancellable *cancellable,
                      GError **error)
{
  g_autofree guint8 *data = NULL;
  gsize length = 0;

  g_return_val_if_fail (path != NULL && kind != NULL, FALSE);

  *kind = CAB_IMPORT_KIND_OTHER;
  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    {
      *kind = CAB_IMPORT_KIND_BUNDLE;
      return TRUE;
    }
  if (is_named_as_practice (path))
    {
      *kind = CAB_IMPORT_KIND_PRACTICE;
      return TRUE;
    }
  if (is_special (path))
    return TRUE;

  data = g_malloc (BEGINNING);
  if (!read_beginning (path, data, &length, cancellable, error))
    return FALSE;

  if (is_practice (data, length))
    *kind = CAB_IMPORT_KIND_PRACTICE;
  else if (is_zip (data, length))
    *kind = CAB_IMPORT_KIND_BUNDLE;
  else if (length > 0)
    *kind = find_table (data, length);

  return TRUE;
}
