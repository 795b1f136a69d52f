/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-cli.h"

G_BEGIN_DECLS

/**
 * cab_cli_value_dup_shown:
 * @cli: a run
 * @record: a record
 * @index: index among all its fields
 *
 * Writes a value as a person reads it: labels for codes, names for references,
 * instants on the practice's clock. Not escaped.
 *
 * Returns: (transfer full) (nullable): the text; %NULL when nothing is stated
 */
char *cab_cli_value_dup_shown (CabCli *cli, CabRecord *record, guint index);

/**
 * cab_cli_value_dup_column:
 * @cli: a run
 * @record: a record
 * @column: a word of a command's `columns`
 *
 * Returns: (transfer full) (nullable): what stands in that column of the record
 */
char *cab_cli_value_dup_column (CabCli *cli, CabRecord *record, const char *column);

/** cab_cli_value_get_label: Returns: (transfer none): the heading of a word of `columns` */
const char *cab_cli_value_get_label (const CabKind *kind, const char *column);

G_END_DECLS
