/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-cli.h"

G_BEGIN_DECLS

/**
 * CabCliList:
 *
 * A list of records of one kind on its way to standard output. People get some
 * columns; `--format csv` and `xml` give every field that a bundle would have,
 * without the sensitive ones unless `--sensitive` was given [M-4].
 */
typedef struct _CabCliList CabCliList;

/**
 * cab_cli_list_new:
 * @cli: a run
 * @kind: what is listed
 * @columns: for people: names of fields, `id`, or `name`, parted by a blank
 * @error: return location
 *
 * Errors: %CAB_CLI_ERROR_USAGE for a format that there is not.
 *
 * Returns: (transfer full): an empty list
 */
CabCliList *cab_cli_list_new (CabCli *cli, const CabKind *kind, const char *columns, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

void cab_cli_list_free (CabCliList *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CabCliList, cab_cli_list_free)

/** cab_cli_list_add: adds a record; Returns: %TRUE to go on */
gboolean cab_cli_list_add (CabCliList *self, CabRecord *record, GError **error);

/** cab_cli_list_finish: writes what is left; Returns: %TRUE when the list is complete */
gboolean cab_cli_list_finish (CabCliList *self, GError **error);

G_END_DECLS
