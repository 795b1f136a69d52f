/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-csv-detect.h"

G_BEGIN_DECLS

/**
 * CabCsvPeek:
 * @encoding: how the bytes were read
 * @delimiter: what stands between the cells
 * @headings: the first row
 * @rows: (element-type GStrv): the rows after it, as wide as they are
 *
 * The beginning of a table from another system, for a person to look at.
 */
typedef struct
{
  CabCsvEncoding encoding;
  char delimiter;
  GStrv headings;
  GPtrArray *rows;
} CabCsvPeek;

/**
 * cab_csv_peek_new:
 * @bytes: the table, or a beginning of it that ends with a row
 * @name: the file's name, for sentences
 * @encoding: how to read it; %CAB_CSV_ENCODING_UNKNOWN detects it
 * @n_rows: how many rows beside the heading are wanted
 * @error: return location
 *
 * Reads the heading and the first rows. Rows of another width are given as they
 * are: what is wrong with them is said when the table is read whole.
 *
 * Errors: CSV_UTF8, CSV_ENCODING, and every `csv-…` of the reader.
 * Thread: any; pure. Source: bundle.md [B-80].
 *
 * Returns: (transfer full): the beginning
 */
CabCsvPeek *cab_csv_peek_new (GBytes *bytes,
                              const char *name,
                              CabCsvEncoding encoding,
                              guint n_rows,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;

void cab_csv_peek_free (CabCsvPeek *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CabCsvPeek, cab_csv_peek_free)

G_END_DECLS
