/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-cli.h"

G_BEGIN_DECLS

/**
 * cab_cli_show_record:
 * @cli: a run
 * @record: a record
 *
 * Writes every field of a record that states something, for people: its own
 * fields by their labels, long texts as blocks of their own, and last what the
 * practice keeps about every record.
 */
void cab_cli_show_record (CabCli *cli, CabRecord *record);

/**
 * cab_cli_show_line:
 * @cli: a run
 * @label: what it is
 * @value: (nullable): the value as it is; nothing is written for %NULL
 *
 * Writes one line in the shape of cab_cli_show_record().
 */
void cab_cli_show_line (CabCli *cli, const char *label, const char *value);

/**
 * cab_cli_show_block:
 * @cli: a run
 * @label: what it is
 * @text: (nullable): lines of text as they are
 *
 * Writes a long text, each line indented by two blanks.
 */
void cab_cli_show_block (CabCli *cli, const char *label, const char *text);

G_END_DECLS
