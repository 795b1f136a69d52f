/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <gio/gio.h>

#include "cab-secret.h"

G_BEGIN_DECLS

/**
 * cab_cli_ask_read_secret:
 * @descriptor: an open file descriptor
 * @place: what messages call it
 * @cancellable: (nullable): ends the reading
 * @error: return location
 *
 * Reads a secret to the end of the file, straight into secret memory. One line
 * break at its end does not count.
 *
 * Shape: 1 to 4096 bytes.
 * Errors: %CAB_CLI_ERROR_INPUT; %CAB_VAULT_ERROR_BAD_PASSPHRASE when there is
 * nothing. Source: vault.md [V-160].
 *
 * Returns: (transfer full): the secret
 */
CabSecret *cab_cli_ask_read_secret (int descriptor,
                                    const char *place,
                                    GCancellable *cancellable,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * cab_cli_ask_read_secret_file:
 * @path: a file
 * @cancellable: (nullable): ends the reading
 * @error: return location
 *
 * The same from a file by name.
 *
 * Returns: (transfer full): the secret
 */
CabSecret *cab_cli_ask_read_secret_file (const char *path,
                                         GCancellable *cancellable,
                                         GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * cab_cli_ask_secret:
 * @prompt: what is asked for, with a colon and a blank at its end
 * @cancellable: ends the question; the terminal is as before
 * @error: return location
 *
 * Asks on the terminal of the process, whatever standard input is, without
 * showing what is typed.
 *
 * Errors: %CAB_CLI_ERROR_NO_TERMINAL; %G_IO_ERROR_CANCELLED, also when the
 * person ends the input; %CAB_VAULT_ERROR_BAD_PASSPHRASE for an empty line.
 *
 * Returns: (transfer full): what was typed
 */
CabSecret *cab_cli_ask_secret (const char *prompt,
                               GCancellable *cancellable,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * cab_cli_ask_recovery_code:
 * @cancellable: ends the question
 * @error: return location
 *
 * Asks for the four lines of a recovery code, one by one; a line with a typing
 * mistake is asked for again. The whole code may also be given on the first line.
 *
 * Errors: as cab_cli_ask_secret(). Source: vault.md [V-130].
 *
 * Returns: (transfer full): the code
 */
CabSecret *
cab_cli_ask_recovery_code (GCancellable *cancellable, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * cab_cli_ask_yes:
 * @question: a question that "yes" answers
 * @cancellable: ends the question
 * @error: return location
 *
 * Asks on the terminal; only the whole word counts.
 *
 * Errors: %CAB_CLI_ERROR_NO_TERMINAL, %CAB_CLI_ERROR_NOT_CONFIRMED for any
 * other answer, %G_IO_ERROR_CANCELLED.
 *
 * Returns: %TRUE when the answer was yes
 */
gboolean cab_cli_ask_yes (const char *question, GCancellable *cancellable, GError **error);

/**
 * cab_cli_ask_has_terminal:
 * @error: return location
 *
 * Errors: %CAB_CLI_ERROR_NO_TERMINAL.
 *
 * Returns: %TRUE when something can be asked or shown
 */
gboolean cab_cli_ask_has_terminal (GError **error);

/**
 * cab_cli_ask_show_secret:
 * @text: what it is, with a colon and a blank at its end
 * @secret: what is shown, on a line of its own
 * @error: return location
 *
 * Shows a secret on the terminal of the process, never on standard output or
 * standard error, which may be a file.
 *
 * Errors: %CAB_CLI_ERROR_NO_TERMINAL.
 *
 * Returns: %TRUE when it was shown
 */
gboolean cab_cli_ask_show_secret (const char *text, CabSecret *secret, GError **error);

G_END_DECLS
