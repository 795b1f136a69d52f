/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-client-csv.h"
#include "cab-kind.h"

G_BEGIN_DECLS

/**
 * CabClientRawRow:
 * @row: its number
 * @cells: the row as it stands
 */
typedef struct
{
  guint row;
  char **cells;
} CabClientRawRow;

/**
 * CabClientReading:
 * @csv: (not owned): the table being made
 * @map: (not owned): how to understand it
 * @today: (not owned): today's date
 * @raw: (element-type CabClientRawRow): every row but the headings
 * @sources: `source` to row number, of the rows so far
 * @orders: by column; unknown where it holds no dates
 * @adult_age: years
 * @decode: the guard's apostrophes are taken off
 *
 * A table of people while it is read.
 */
typedef struct
{
  CabClientCsv *csv;
  CabClientMap *map;
  const char *today;
  GPtrArray *raw;
  GHashTable *sources;
  CabDateOrder *orders;
  guint adult_age;
  gboolean decode;
} CabClientReading;

/** cab_client_column_is: whether the column goes to @target */
gboolean cab_client_column_is (const CabClientColumn *column, const char *target);

/** cab_client_csv_get_column: Returns: (transfer none): a column by number */
CabClientColumn *cab_client_csv_get_column (const CabClientCsv *self, guint number);

/** cab_client_get_field: Returns: a field of the kind client, by a name that is one */
const CabField *cab_client_get_field (const char *name);

/** cab_client_reading_splits_names: whether "Last, First" is split into its parts */
gboolean cab_client_reading_splits_names (const CabClientReading *reading);

/**
 * cab_client_reading_settle:
 * @reading: headings and rows as they stand
 * @error: return location
 *
 * Settles what each column is, how its dates are written, and which fields the
 * table has.
 *
 * Errors: CLIENT_CLASH, CLIENT_NO_NAME, CLIENT_DATE_ORDER, CLIENT_SHORT_YEARS.
 *
 * Returns: %TRUE when the rows can be read
 */
gboolean cab_client_reading_settle (CabClientReading *reading, GError **error);

G_END_DECLS
