/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-backup.h"
#include "cab-cli.h"

G_BEGIN_DECLS

/**
 * cab_cli_watch_make:
 * @cli: a run
 *
 * Returns: what long work on copies calls back: the model's walk over all rows,
 *   its tombstones, and the progress bar
 */
CabCopyWatch cab_cli_watch_make (CabCli *cli);

/**
 * cab_cli_watch_print_report:
 * @cli: a run
 * @report: what a verification found
 * @error: return location
 *
 * Writes what was looked at and each fault, on a line of its own.
 *
 * Errors: %CAB_CLI_ERROR_FAULTS when there is any.
 *
 * Returns: %TRUE when nothing is wrong
 */
gboolean cab_cli_watch_print_report (CabCli *cli, const CabVaultReport *report, GError **error);

G_END_DECLS
