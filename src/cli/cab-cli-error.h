/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CabCliError:
 * @CAB_CLI_ERROR_USAGE: the command line is wrong; exit status 2
 * @CAB_CLI_ERROR_NO_TERMINAL: something must be asked and nobody is there
 * @CAB_CLI_ERROR_NOT_CONFIRMED: a question was not answered with yes
 * @CAB_CLI_ERROR_INPUT: a file that was named cannot be read or used
 * @CAB_CLI_ERROR_OUTPUT: the output cannot be written
 * @CAB_CLI_ERROR_WEAK_PASSPHRASE: too easily guessed
 * @CAB_CLI_ERROR_MISMATCH: two entries of the same thing differ
 * @CAB_CLI_ERROR_FAULTS: a check found faults, which were printed
 *
 * What can go wrong on the command line itself.
 */
typedef enum
{
  CAB_CLI_ERROR_USAGE,
  CAB_CLI_ERROR_NO_TERMINAL,
  CAB_CLI_ERROR_NOT_CONFIRMED,
  CAB_CLI_ERROR_INPUT,
  CAB_CLI_ERROR_OUTPUT,
  CAB_CLI_ERROR_WEAK_PASSPHRASE,
  CAB_CLI_ERROR_MISMATCH,
  CAB_CLI_ERROR_FAULTS
} CabCliError;

#define CAB_N_CLI_ERRORS (CAB_CLI_ERROR_FAULTS + 1)

#define CAB_CLI_ERROR (cab_cli_error_quark ())
GQuark cab_cli_error_quark (void);

/**
 * cab_cli_error_get_name:
 * @error: an error of any floor
 *
 * Returns: the stable short name that stands before the sentence, `wrong-key`
 */
const char *cab_cli_error_get_name (const GError *error);

/**
 * cab_cli_error_get_action:
 * @error: an error of any floor
 *
 * Returns: (nullable): what to do next, one translated sentence
 */
const char *cab_cli_error_get_action (const GError *error);

/**
 * cab_cli_error_get_status:
 * @error: an error of any floor
 *
 * Returns: the exit status: 2 for usage, else 1
 */
int cab_cli_error_get_status (const GError *error);

G_END_DECLS
