/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <gio/gio.h>

#include "cab-cli-args.h"
#include "cab-practice.h"

G_BEGIN_DECLS

/**
 * cab_cli_main:
 * @argc: as given to main
 * @argv: as given to main
 *
 * The whole program, once the process is hardened.
 *
 * Thread: the first one, before there is another.
 *
 * Returns: the exit status: 0 done, 1 failed or refused, 2 wrong command line
 */
int cab_cli_main (int argc, char **argv);

/** cab_cli_get_args: Returns: (transfer none): the command line */
const CabCliArgs *cab_cli_get_args (CabCli *self);

/** cab_cli_get_command: Returns: (transfer none): what is being run */
const CabCliCommand *cab_cli_get_command (CabCli *self);

/** cab_cli_get_practice: Returns: (transfer none): the open practice; never %NULL in a command
 * that reads or writes it */
CabPractice *cab_cli_get_practice (CabCli *self);

/** cab_cli_get_cancellable: Returns: (transfer none): cancelled by Ctrl+C, SIGTERM and SIGHUP */
GCancellable *cab_cli_get_cancellable (CabCli *self);

/** cab_cli_get_word: Returns: (nullable): the word at @position behind the verb */
const char *cab_cli_get_word (CabCli *self, guint position);

/** cab_cli_get_option: Returns: (nullable): the value of the option @name */
const char *cab_cli_get_option (CabCli *self, const char *name);

/** cab_cli_has_option: Returns: whether the option @name was given */
gboolean cab_cli_has_option (CabCli *self, const char *name);

/**
 * cab_cli_get_settings:
 * @self: a run
 *
 * Returns: (transfer none): clock, ids and folders for opening any practice
 */
const CabVaultSettings *cab_cli_get_settings (CabCli *self);

/**
 * cab_cli_get_output:
 * @self: a run
 *
 * Returns: (transfer none): standard output, buffered; for data in a format
 */
GOutputStream *cab_cli_get_output (CabCli *self);

/**
 * cab_cli_print:
 * @self: a run
 * @text: text that is safe on a terminal
 *
 * Writes data for people to standard output. A failure is reported when the
 * command is over.
 */
void cab_cli_print (CabCli *self, const char *text);

/** cab_cli_printf: the same with a format; what comes from a record is escaped before */
void cab_cli_printf (CabCli *self, const char *format, ...) G_GNUC_PRINTF (2, 3);

/** cab_cli_print_path: @path: (type filename): writes a path and a line break to standard output */
void cab_cli_print_path (CabCli *self, const char *path);

/**
 * cab_cli_print_secret:
 * @self: a run
 * @secret: what to write
 * @error: return location
 *
 * Writes a secret to standard output behind everything before it, straight from
 * secret memory.
 *
 * Errors: %CAB_CLI_ERROR_OUTPUT.
 *
 * Returns: %TRUE when it was written
 */
gboolean cab_cli_print_secret (CabCli *self, CabSecret *secret, GError **error);

/**
 * cab_cli_say:
 * @self: a run
 * @format: a whole translated sentence
 *
 * Writes a message to standard error; escapes it.
 */
void cab_cli_say (CabCli *self, const char *format, ...) G_GNUC_PRINTF (2, 3);

/**
 * cab_cli_progress:
 * @done: so much is done
 * @total: of so much
 * @cli: (type CabCli): a run
 *
 * Shows a bar on standard error while something takes long; does nothing when
 * that is not a terminal. Fits every progress function of the lower floors.
 */
void cab_cli_progress (guint64 done, guint64 total, gpointer cli);

/**
 * cab_cli_confirm:
 * @self: a run
 * @question: what is about to happen, and a question
 * @error: return location
 *
 * Asks on the terminal unless `--yes` was given.
 *
 * Errors: %CAB_CLI_ERROR_NO_TERMINAL, %CAB_CLI_ERROR_NOT_CONFIRMED.
 *
 * Returns: %TRUE to go on
 */
gboolean cab_cli_confirm (CabCli *self, const char *question, GError **error);

/**
 * cab_cli_set_usage_error:
 * @error: return location
 * @format: a whole translated sentence
 *
 * For what only a command can see is wrong with the command line.
 *
 * Returns: always %FALSE
 */
gboolean cab_cli_set_usage_error (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);

G_END_DECLS
