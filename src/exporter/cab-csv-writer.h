/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * cab_csv_guard_encode:
 * @text: (nullable): any text
 *
 * Keeps a spreadsheet from reading a cell as a formula: a text that begins with
 * `=`, `+`, `-`, `@`, TAB, CR, LF or a full-width form of the four, also behind
 * apostrophes, gets one apostrophe in front. Every text has exactly one encoded
 * form, and cab_csv_guard_decode() gives it back.
 *
 * Thread: any; pure. Source: bundle.md [B-31], CWE-1236.
 *
 * Returns: (transfer full): the cell; "" for %NULL
 */
char *cab_csv_guard_encode (const char *text);

/**
 * cab_csv_guard_decode:
 * @cell: a cell of a text column of ours
 *
 * Returns: (transfer full): the text
 */
char *cab_csv_guard_decode (const char *cell);

/**
 * CabCsvWriter:
 *
 * Writes one table: UTF-8 with BOM, comma, CRLF after every record, every cell
 * quoted, `"` doubled. Cells keep their own line ends.
 *
 * Source: bundle.md [B-30], RFC 4180.
 */
typedef struct _CabCsvWriter CabCsvWriter;

/**
 * cab_csv_writer_new:
 * @stream: where it goes; see cab_bundle_sink_new_stream()
 *
 * Returns: (transfer full): the writer, before its heading row
 */
CabCsvWriter *cab_csv_writer_new (GOutputStream *stream) G_GNUC_WARN_UNUSED_RESULT;
void cab_csv_writer_free (CabCsvWriter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CabCsvWriter, cab_csv_writer_free)

/**
 * cab_csv_writer_add_heading:
 * @self: a writer in its first row
 * @heading: the field's name; ASCII letters, digits and `_`
 *
 * Adds a heading. End the row with cab_csv_writer_end_row(); each later row is
 * asserted to be as wide.
 */
void cab_csv_writer_add_heading (CabCsvWriter *self, const char *heading);

/**
 * cab_csv_writer_add_text:
 * @self: a writer
 * @text: (nullable): free text; %NULL and "" are the empty cell
 *
 * Adds a cell of a text column, guarded; in the first row, the heading of a
 * table that is not Cabinet's own.
 */
void cab_csv_writer_add_text (CabCsvWriter *self, const char *text);

/**
 * cab_csv_writer_add_typed:
 * @self: a writer
 * @value: (nullable): the outside form of a number, date, code, id, digest, bool
 *
 * Adds a cell of a typed column, unguarded. Asserts that it could not be a
 * formula in any spreadsheet: a value from a file was parsed by its type before
 * it comes here [B-32].
 */
void cab_csv_writer_add_typed (CabCsvWriter *self, const char *value);

/**
 * cab_csv_writer_end_row:
 * @self: a writer
 * @error: return location
 *
 * Ends the row; hands bytes to the stream now and then.
 *
 * Errors: the stream's.
 *
 * Returns: %TRUE to go on
 */
gboolean cab_csv_writer_end_row (CabCsvWriter *self, GError **error);

/**
 * cab_csv_writer_close:
 * @self: a writer between rows
 * @error: return location
 *
 * Hands the rest to the stream, which stays open.
 *
 * Returns: %TRUE when the table is complete
 */
gboolean cab_csv_writer_close (CabCsvWriter *self, GError **error);

G_END_DECLS
