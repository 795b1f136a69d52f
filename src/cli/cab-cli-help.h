/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-cli-command.h"

G_BEGIN_DECLS

/**
 * cab_cli_help_dup:
 * @noun: (nullable): a noun
 * @command: (nullable): a command
 *
 * Writes the help of the whole program, of a noun, or of a command.
 *
 * Returns: (transfer full): lines of at most 80 columns where words allow
 */
char *cab_cli_help_dup (const CabCliNoun *noun, const CabCliCommand *command);

/**
 * cab_cli_help_dup_synopsis:
 * @noun: (nullable): a noun
 * @command: (nullable): a command
 *
 * Returns: (transfer full): the line that shows how to call it, without a line break
 */
char *cab_cli_help_dup_synopsis (const CabCliNoun *noun, const CabCliCommand *command);

/**
 * cab_cli_manual_dup:
 *
 * Writes the manual page from the table of commands. Options made from fields
 * are left to `--help`, so that a new field does not change the page.
 *
 * Returns: (transfer full): the page in the man macros of roff, ASCII only
 */
char *cab_cli_manual_dup (void);

/**
 * cab_cli_completion_dup:
 *
 * Writes the completion for bash from the table of commands.
 *
 * Returns: (transfer full): a shell script
 */
char *cab_cli_completion_dup (void);

G_END_DECLS
