/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-cli.h"

G_BEGIN_DECLS

/**
 * CabCliFormat:
 * @CAB_CLI_FORMAT_TABLE: aligned columns for people
 * @CAB_CLI_FORMAT_CSV: as in a bundle [B-30]
 * @CAB_CLI_FORMAT_XML: elements named as in a bundle [B-21]
 */
typedef enum
{
  CAB_CLI_FORMAT_TABLE,
  CAB_CLI_FORMAT_CSV,
  CAB_CLI_FORMAT_XML
} CabCliFormat;

/**
 * cab_cli_table_get_format:
 * @cli: a run
 * @format: (out): the format that `--format` asks for
 * @error: return location
 *
 * Errors: %CAB_CLI_ERROR_USAGE.
 *
 * Returns: %TRUE unless there is no such format
 */
gboolean cab_cli_table_get_format (CabCli *cli, CabCliFormat *format, GError **error);

/**
 * CabCliTable:
 *
 * A list on its way to standard output.
 */
typedef struct _CabCliTable CabCliTable;

/**
 * cab_cli_table_new:
 * @cli: a run
 * @format: how to write it
 * @plural: the root element in XML: `clients`
 * @singular: the element of a row: `client`
 *
 * Returns: (transfer full): a table before its columns
 */
CabCliTable *cab_cli_table_new (CabCli *cli,
                                CabCliFormat format,
                                const char *plural,
                                const char *singular) G_GNUC_WARN_UNUSED_RESULT;

void cab_cli_table_free (CabCliTable *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CabCliTable, cab_cli_table_free)

/**
 * cab_cli_table_add_column:
 * @self: a table before its first cell
 * @name: heading in CSV and element in XML
 * @label: heading for people
 * @is_text: free text, which CSV guards [B-31]
 */
void
cab_cli_table_add_column (CabCliTable *self, const char *name, const char *label, gboolean is_text);

/**
 * cab_cli_table_add_id_column:
 * @self: a table before its first cell
 * @name: heading in CSV and element in XML
 * @label: heading for people
 *
 * Adds a column of ids. People see the shortest beginning that tells each from
 * the others of the list, of at least eight characters; cab_find() takes that.
 */
void cab_cli_table_add_id_column (CabCliTable *self, const char *name, const char *label);

/**
 * cab_cli_table_add_cell:
 * @self: a table
 * @value: (nullable): the next cell of the row, as it is: escaping is done here
 */
void cab_cli_table_add_cell (CabCliTable *self, const char *value);

/**
 * cab_cli_table_set_order:
 * @self: a table whose row is not ended yet
 * @key: what the row is ordered by, byte by byte
 *
 * People see the rows by key; those of one key, and all in the formats for
 * programs, stay as they came.
 */
void cab_cli_table_set_order (CabCliTable *self, const char *key);

/**
 * cab_cli_table_end_row:
 * @self: a table whose row has as many cells as there are columns
 * @error: return location
 *
 * Errors: those of writing.
 *
 * Returns: %TRUE to go on
 */
gboolean cab_cli_table_end_row (CabCliTable *self, GError **error);

/**
 * cab_cli_table_finish:
 * @self: a table between rows
 * @error: return location
 *
 * Writes what is left. A table for people without rows writes nothing to
 * standard output and says so on standard error.
 *
 * Returns: %TRUE when the list is complete
 */
gboolean cab_cli_table_finish (CabCliTable *self, GError **error);

G_END_DECLS
