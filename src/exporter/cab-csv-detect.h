/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-export-error.h"

G_BEGIN_DECLS

/**
 * CabCsvEncoding:
 * @CAB_CSV_ENCODING_UNKNOWN: not UTF-8 and without byte order mark: ask the person
 * @CAB_CSV_ENCODING_UTF_8: UTF-8, with byte order mark or without
 * @CAB_CSV_ENCODING_UTF_16: UTF-16 with byte order mark
 * @CAB_CSV_ENCODING_WINDOWS_1252: what Excel writes in western Europe
 * @CAB_CSV_ENCODING_ISO_8859_1: Latin 1
 *
 * How the bytes of a table from another system are read. The last two cannot be
 * told apart by a program, so they are never guessed.
 */
typedef enum
{
  CAB_CSV_ENCODING_UNKNOWN,
  CAB_CSV_ENCODING_UTF_8,
  CAB_CSV_ENCODING_UTF_16,
  CAB_CSV_ENCODING_WINDOWS_1252,
  CAB_CSV_ENCODING_ISO_8859_1
} CabCsvEncoding;

/**
 * cab_csv_encoding_find:
 * @name: (nullable): `utf-8`, `utf-16`, `windows-1252`, `iso-8859-1`
 *
 * Returns: the encoding, %CAB_CSV_ENCODING_UNKNOWN for any other name
 */
CabCsvEncoding cab_csv_encoding_find (const char *name);

/**
 * cab_csv_encoding_get_name:
 * @encoding: an encoding
 *
 * Returns: (nullable): its name, %NULL for %CAB_CSV_ENCODING_UNKNOWN
 */
const char *cab_csv_encoding_get_name (CabCsvEncoding encoding);

/**
 * cab_csv_detect_encoding:
 * @bytes: a table
 *
 * Thread: any; pure. Source: bundle.md [B-80].
 *
 * Returns: what the bytes can only be
 */
CabCsvEncoding cab_csv_detect_encoding (GBytes *bytes);

/**
 * cab_csv_to_utf8:
 * @bytes: a table
 * @encoding: how to read it; %CAB_CSV_ENCODING_UNKNOWN detects it
 * @name: the file's name, for sentences
 * @error: return location
 *
 * Errors: CSV_UTF8 when the bytes are not of that encoding, or it is not known.
 * Thread: any; pure.
 *
 * Returns: (transfer full): the table as UTF-8, a byte order mark at most
 */
GBytes *cab_csv_to_utf8 (GBytes *bytes, CabCsvEncoding encoding, const char *name, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/**
 * cab_csv_detect_delimiter:
 * @bytes: a table as UTF-8
 *
 * Comma, semicolon or tab: the one by which all rows are equally wide; if there
 * is none such, the one by which the heading row has the most cells, so that the
 * rows at fault can be named.
 *
 * Thread: any; pure. Source: bundle.md [B-80].
 *
 * Returns: the delimiter; a comma for a table of one column
 */
char cab_csv_detect_delimiter (GBytes *bytes);

G_END_DECLS
