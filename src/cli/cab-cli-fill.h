/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-cli-input.h"
#include "cab-cli.h"

G_BEGIN_DECLS

/**
 * cab_cli_fill_read:
 * @cli: a run
 * @input: (out) (transfer full) (nullable): the fields of `--from`, %NULL
 *   without it
 * @error: return location
 *
 * Reads the file that `--from` names, and refuses fields that none of the
 * command's kinds has.
 *
 * Errors: %CAB_CLI_ERROR_INPUT, with file and line.
 *
 * Returns: %TRUE when there is nothing wrong with it
 */
gboolean cab_cli_fill_read (CabCli *cli, CabCliInput **input, GError **error);

/**
 * cab_cli_fill_warn:
 * @cli: a run
 * @text: what is about to be stored
 *
 * Warns about numbers that are better not kept; never refuses.
 *
 * Source: records.md [M-21].
 */
void cab_cli_fill_warn (CabCli *cli, const char *text);

/**
 * cab_cli_fill_record:
 * @cli: a run
 * @input: (nullable): the fields of `--from`
 * @record: (inout): a record of one of the command's kinds
 * @client_id: (nullable): whose things names in references mean
 * @error: return location
 *
 * Sets the fields that were given for the record's kind: those of @input first,
 * then `--clear`, then the options. References are found as a person names
 * them. A wall clock without a zone gets the practice's.
 *
 * Errors: %CAB_MODEL_ERROR_INVALID, those of cab_find(), %CAB_CLI_ERROR_INPUT.
 *
 * Returns: %TRUE when all of them are set
 */
gboolean cab_cli_fill_record (CabCli *cli,
                              CabCliInput *input,
                              CabRecord *record,
                              const char *client_id,
                              GError **error);

/**
 * cab_cli_fill_check_fits:
 * @cli: a run
 * @input: (nullable): the fields of `--from`
 * @kind: one of the command's kinds
 * @error: return location
 *
 * For a command whose word can name records of several kinds: refuses fields
 * that the one it named does not have.
 *
 * Errors: %CAB_CLI_ERROR_USAGE.
 *
 * Returns: %TRUE when all fields that were given are fields of @kind
 */
gboolean cab_cli_fill_check_fits (CabCli *cli,
                                  const CabCliInput *input,
                                  const CabKind *kind,
                                  GError **error);

/** cab_cli_fill_has: Returns: whether a field of @kind's own was given */
gboolean cab_cli_fill_has (CabCli *cli, const CabCliInput *input, const CabKind *kind);

/**
 * cab_cli_fill_defaults:
 * @cli: a run
 * @record: (inout): a record that is not stored yet
 *
 * States "now" where the record must say when something was and nothing was
 * said.
 */
void cab_cli_fill_defaults (CabCli *cli, CabRecord *record);

/**
 * cab_cli_fill_dup_text:
 * @cli: a run of a command that has the options `text` and `text-file`
 * @input: (nullable): the fields of `--from`
 * @text: (out) (transfer full) (nullable): the text, %NULL when none was given
 * @error: return location
 *
 * Gets the main text of what the command makes: from its option, its file, or
 * the part of @input behind the empty line.
 *
 * Returns: %TRUE unless it could not be read
 */
gboolean cab_cli_fill_dup_text (CabCli *cli, CabCliInput *input, char **text, GError **error);

G_END_DECLS
