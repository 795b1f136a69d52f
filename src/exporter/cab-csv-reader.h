/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-export-error.h"

G_BEGIN_DECLS

/**
 * CabCsvFlags:
 * @CAB_CSV_STRICT: as Cabinet itself writes
 * @CAB_CSV_SKIP_BLANK: empty lines are passed over (tables made by hand)
 * @CAB_CSV_RAGGED: rows of another width are given as they are, for a preview
 */
typedef enum
{
  CAB_CSV_STRICT = 0,
  CAB_CSV_SKIP_BLANK = 1 << 0,
  CAB_CSV_RAGGED = 1 << 1
} CabCsvFlags;

#define CAB_CSV_MAX_CELL (4 << 20)
#define CAB_CSV_MAX_COLUMNS 4096

/**
 * CabCsvReader:
 *
 * Reads one table, strictly: valid UTF-8, one BOM at most, the declared
 * delimiter, cells quoted or bare, CRLF, LF or CR between rows, every row as
 * wide as the first. Gives cells as they stand: the guard of text columns is
 * taken off by who knows which columns are text.
 *
 * A row is numbered as a spreadsheet shows it: the heading is row 1.
 *
 * Source: bundle.md [B-34], RFC 4180.
 */
typedef struct _CabCsvReader CabCsvReader;

/**
 * cab_csv_reader_new:
 * @stream: the bytes, already UTF-8 (see cab_csv_detect_encoding())
 * @name: the file's name, for sentences
 * @delimiter: `,` `;` or TAB
 * @flags: see #CabCsvFlags
 *
 * Returns: (transfer full): the reader, before the heading row
 */
CabCsvReader *cab_csv_reader_new (GInputStream *stream,
                                  const char *name,
                                  char delimiter,
                                  CabCsvFlags flags) G_GNUC_WARN_UNUSED_RESULT;

/**
 * cab_csv_reader_new_for_bytes:
 * @bytes: the whole table
 * @name: the file's name, for sentences
 * @delimiter: `,` `;` or TAB
 * @flags: see #CabCsvFlags
 *
 * Returns: (transfer full): the same over memory
 */
CabCsvReader *cab_csv_reader_new_for_bytes (GBytes *bytes,
                                            const char *name,
                                            char delimiter,
                                            CabCsvFlags flags) G_GNUC_WARN_UNUSED_RESULT;
void cab_csv_reader_free (CabCsvReader *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CabCsvReader, cab_csv_reader_free)

/**
 * cab_csv_reader_read:
 * @self: a reader
 * @cells: (out) (transfer none) (nullable): the next row's cells, a strv that
 *   lives until the next call; %NULL at the end of the table
 * @cancellable: (nullable): a cancellable
 * @error: return location
 *
 * Reads a row; the first is the heading.
 *
 * Errors: CSV_RAGGED, CSV_BARE_QUOTE, CSV_OPEN_QUOTE, CSV_NUL, CSV_NO_HEADER,
 * CSV_UTF16, CSV_TWO_BOMS, CSV_UTF8, CSV_TOO_LARGE, each with file, row and,
 * where it helps, column; %G_IO_ERROR of the stream.
 *
 * Returns: %TRUE unless the table is at fault
 */
gboolean cab_csv_reader_read (CabCsvReader *self,
                              const char *const **cells,
                              GCancellable *cancellable,
                              GError **error);

/**
 * cab_csv_reader_get_row:
 * @self: a reader
 *
 * Returns: number of the row last read, the heading being 1
 */
guint cab_csv_reader_get_row (CabCsvReader *self);

/**
 * cab_csv_reader_get_line:
 * @self: a reader
 *
 * Returns: number of the line in which the row last read begins, from 1
 */
guint cab_csv_reader_get_line (CabCsvReader *self);

/**
 * cab_csv_reader_get_n_columns:
 * @self: a reader
 *
 * Returns: width of the heading row, 0 before it was read
 */
guint cab_csv_reader_get_n_columns (CabCsvReader *self);

G_END_DECLS
