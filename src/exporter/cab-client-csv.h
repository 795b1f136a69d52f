/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-client-map.h"

G_BEGIN_DECLS

/**
 * CabClientWarning:
 * @CAB_CLIENT_WARNING_DIGITS: a digit in a given or family name
 * @CAB_CLIENT_WARNING_NO_CONTACT: no e-mail, no phone, no address
 * @CAB_CLIENT_WARNING_MINOR: not of age, and living
 * @CAB_CLIENT_WARNING_OLD: older than 105, and living
 * @CAB_CLIENT_WARNING_APOSTROPHE: a cell begins like one that was guarded against
 *   formulas [B-31]; taking the apostrophe off is offered
 *
 * What is taken all the same, and counted. Source: bundle.md [B-84].
 */
typedef enum
{
  CAB_CLIENT_WARNING_DIGITS,
  CAB_CLIENT_WARNING_NO_CONTACT,
  CAB_CLIENT_WARNING_MINOR,
  CAB_CLIENT_WARNING_OLD,
  CAB_CLIENT_WARNING_APOSTROPHE
} CabClientWarning;

#define CAB_N_CLIENT_WARNINGS (CAB_CLIENT_WARNING_APOSTROPHE + 1)

/**
 * cab_client_warning_dup_sentence:
 * @warning: a warning
 * @count: how many people
 *
 * Returns: (transfer full): one translated line: "543 names hold digits."
 */
char *cab_client_warning_dup_sentence (CabClientWarning warning, guint count);

/**
 * CabClientColumn:
 * @heading: as it stands in the table
 * @target: (nullable): the field it goes to, one of `CAB_CLIENT_TARGET_…`, or
 *   %NULL for a heading nobody knows: shown as "not taken" like those that are left
 */
typedef struct
{
  char *heading;
  char *target;
} CabClientColumn;

/**
 * CabClientCsvRow:
 * @row: its number, the heading being 1
 * @source: (nullable): `csv:<map>:<value>`, by which a repeat knows the person
 * @values: the values in their outside form, one per field of the table; %NULL
 *   where nothing is stated
 * @cells: the row as it stands
 *
 * One person. Look at it through cab_client_csv_get_value().
 */
typedef struct
{
  guint row;
  char *source;
  char **values;
  char **cells;
} CabClientCsvRow;

/**
 * CabClientFault:
 * @row: the row's number
 * @cells: the row as it stands, for cab_client_csv_write_rejects()
 * @field: (nullable): the field at fault, or one of `CAB_CLIENT_TARGET_…`
 * @reason: why it cannot be: `31/02/1990 is no date`
 * @sentence: both, for a program: `row 14, date_of_birth: 31/02/1990 is no date`
 *
 * A row that cannot be taken; a row has one, its first.
 */
typedef struct
{
  guint row;
  char **cells;
  char *field;
  char *reason;
  char *sentence;
} CabClientFault;

/**
 * CabClientCsv:
 * @name: the file's name
 * @sha256: of the file as it lies there: the `bundle` of what comes from it
 * @columns: (element-type CabClientColumn): in the order of the table
 * @fields: (element-type utf8): the fields of a client that the table has
 * @rows: (element-type CabClientCsvRow): the people that can be taken
 * @faults: (element-type CabClientFault): the rows that cannot; with one of
 *   them, nothing is imported
 * @warnings: how many people each concerns
 * @can_split_names: whole names are all written "Last, First", and a person may
 *   agree to split them
 *
 * A table of people from another system, read and understood.
 */
typedef struct
{
  char *name;
  char *sha256;
  GPtrArray *columns;
  GPtrArray *fields;
  GPtrArray *rows;
  GPtrArray *faults;
  guint warnings[CAB_N_CLIENT_WARNINGS];
  gboolean can_split_names;
} CabClientCsv;

void cab_client_csv_free (CabClientCsv *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CabClientCsv, cab_client_csv_free)

/**
 * cab_client_csv_read:
 * @bytes: the file
 * @name: its name, for sentences
 * @map: how to understand it
 * @today: today's date, for ages
 * @adult_age: years, from the practice's settings
 * @error: return location
 *
 * Reads a table of people: encoding, delimiter, headings, dates, values. All
 * rows at fault are found, not the first only. Needs no practice: whether a
 * person is new, and the rules between fields, are looked at when importing.
 *
 * A state that names a country in every row is the country [B-82]. Line breaks
 * in an address line become commas, since the field has one line. Values are
 * trimmed. Nothing in a cell is ever evaluated.
 *
 * Errors: every `csv-…` of the reader, CSV_ENCODING, CLIENT_CLASH,
 * CLIENT_NO_NAME, CLIENT_DATE_ORDER, CLIENT_SHORT_YEARS. What the map must say
 * to come further is in the sentence.
 * Thread: any; pure. Source: bundle.md [B-80] to [B-84].
 *
 * Returns: (transfer full): the table
 */
CabClientCsv *cab_client_csv_read (GBytes *bytes,
                                   const char *name,
                                   CabClientMap *map,
                                   const char *today,
                                   guint adult_age,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * cab_client_csv_get_value:
 * @self: a table
 * @row: one of its rows
 * @field: a field of a client
 *
 * Returns: (nullable): the value, %NULL when nothing is stated
 */
const char *
cab_client_csv_get_value (const CabClientCsv *self, const CabClientCsvRow *row, const char *field);

/**
 * cab_client_csv_refuse_row:
 * @self: a table
 * @position: a row's position in @rows
 * @field: (nullable): the field at fault
 * @reason: why, a sentence that begins small
 *
 * Puts a row among those at fault, for a rule that only the practice knows.
 */
void cab_client_csv_refuse_row (CabClientCsv *self,
                                guint position,
                                const char *field,
                                const char *reason);

/**
 * cab_client_csv_is_taken:
 * @column: a column
 *
 * Returns: whether it goes to a field, or says who a person is
 */
gboolean cab_client_csv_is_taken (const CabClientColumn *column);

/**
 * cab_client_csv_write_rejects:
 * @self: a table
 * @stream: where to; stays open
 * @error: return location
 *
 * Writes the rows at fault, with a first column `cabinet_reason`, as a table of
 * Cabinet's own kind, guarded. Mended, it can be read again: the column is left,
 * and the guard taken off.
 *
 * Errors: the stream's.
 *
 * Returns: %TRUE when it is written
 */
gboolean
cab_client_csv_write_rejects (const CabClientCsv *self, GOutputStream *stream, GError **error);

G_END_DECLS
