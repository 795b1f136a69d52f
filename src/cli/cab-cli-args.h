/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-cli-command.h"

G_BEGIN_DECLS

/**
 * CabCliArgs:
 *
 * A command line, taken apart. Its strings are the process's own arguments.
 */
typedef struct _CabCliArgs CabCliArgs;

/**
 * cab_cli_args_new:
 *
 * Returns: (transfer full): an empty line
 */
CabCliArgs *cab_cli_args_new (void) G_GNUC_WARN_UNUSED_RESULT;

void cab_cli_args_free (CabCliArgs *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CabCliArgs, cab_cli_args_free)

/**
 * cab_cli_args_parse:
 * @self: an empty line
 * @argc: as given to main
 * @argv: as given to main; outlives @self
 * @error: return location
 *
 * Takes a command line apart: noun and verb come first, options may stand
 * anywhere, `--` ends them. With `--help` or `--version` nothing else is asked
 * for. After a failure @self still holds what was read before it, which tells
 * whose synopsis to show.
 *
 * Errors: %CAB_CLI_ERROR_USAGE; names of options are repeated, values never.
 *
 * Returns: %TRUE when the line is complete
 */
gboolean cab_cli_args_parse (CabCliArgs *self, int argc, char **argv, GError **error);

/** cab_cli_args_get_noun: Returns: (nullable): the noun that was given, also without its verb */
const CabCliNoun *cab_cli_args_get_noun (const CabCliArgs *self);

/** cab_cli_args_get_command: Returns: (nullable): the command that was given */
const CabCliCommand *cab_cli_args_get_command (const CabCliArgs *self);

/** cab_cli_args_get_n_words: Returns: how many words stand behind the verb */
guint cab_cli_args_get_n_words (const CabCliArgs *self);

/** cab_cli_args_get_word: Returns: (nullable): the word at @position, %NULL when there are fewer */
const char *cab_cli_args_get_word (const CabCliArgs *self, guint position);

/** cab_cli_args_has: Returns: whether the option @name was given */
gboolean cab_cli_args_has (const CabCliArgs *self, const char *name);

/** cab_cli_args_get: Returns: (nullable): the value of the option @name, the last one given */
const char *cab_cli_args_get (const CabCliArgs *self, const char *name);

/** cab_cli_args_get_n_options: Returns: how many options were given, in the order they came */
guint cab_cli_args_get_n_options (const CabCliArgs *self);

/** cab_cli_args_get_option: Returns: the name of the option at @position; @value is its value or
 * %NULL */
const char *cab_cli_args_get_option (const CabCliArgs *self, guint position, const char **value);

/**
 * cab_cli_args_get_integer:
 * @self: a command line
 * @name: an option
 * @least: the least number allowed
 * @most: the greatest
 * @value: (inout): the number; untouched when the option is not there
 * @error: return location
 *
 * Errors: %CAB_CLI_ERROR_USAGE.
 *
 * Returns: %TRUE unless the value is no number between the two
 */
gboolean cab_cli_args_get_integer (const CabCliArgs *self,
                                   const char *name,
                                   gint64 least,
                                   gint64 most,
                                   gint64 *value,
                                   GError **error);

G_END_DECLS
