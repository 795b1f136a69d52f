/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-cli.h"

G_BEGIN_DECLS

/*
 * The verbs that every kind has in common. What they work on is the first kind
 * of the command; where that belongs to a client, CLIENT is the first word of
 * `list` and `add`.
 */

gboolean cab_cli_record_list (CabCli *cli, GError **error);
gboolean cab_cli_record_show (CabCli *cli, GError **error);
gboolean cab_cli_record_add (CabCli *cli, GError **error);
gboolean cab_cli_record_edit (CabCli *cli, GError **error);
gboolean cab_cli_record_trash (CabCli *cli, GError **error);
gboolean cab_cli_record_restore (CabCli *cli, GError **error);

/**
 * cab_cli_record_find:
 * @cli: a run
 * @kind: what is looked for
 * @position: the word that names it
 * @error: return location
 *
 * Returns: (transfer full): the record that the word at @position means
 */
CabRecord *cab_cli_record_find (CabCli *cli, const CabKind *kind, guint position, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/**
 * cab_cli_record_find_among:
 * @cli: a run
 * @kinds: (array zero-terminated=1): what it may be
 * @error: return location
 *
 * Finds the record that the first word means among several kinds.
 *
 * Errors: as cab_find(); %CAB_MODEL_ERROR_AMBIGUOUS also when records of two
 * kinds answer.
 *
 * Returns: (transfer full): the record
 */
CabRecord *cab_cli_record_find_among (CabCli *cli,
                                      const CabKind *const *kinds,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** cab_cli_record_find_any: the same among all kinds of the command */
CabRecord *cab_cli_record_find_any (CabCli *cli, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * cab_cli_record_find_id:
 * @cli: a run
 * @name: an id of any kind, or an unambiguous beginning of one
 * @error: return location
 *
 * Returns: (transfer full): the record of whatever kind
 */
CabRecord *
cab_cli_record_find_id (CabCli *cli, const char *name, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * cab_cli_record_each_visible:
 * @cli: a run
 * @kind: what is listed
 * @filter: which rows
 * @func: called with each
 * @data: for @func
 * @error: return location
 *
 * Walks the rows that a list may show: nothing of a client who is in the trash
 * or restricted ([M-8], [M-19]), unless `--all` was given or @filter names the
 * client.
 *
 * Returns: %TRUE when all were shown
 */
gboolean cab_cli_record_each_visible (CabCli *cli,
                                      const CabKind *kind,
                                      const CabFilter *filter,
                                      CabRecordFunc func,
                                      gpointer data,
                                      GError **error);

/**
 * cab_cli_record_list_kind:
 * @cli: a run
 * @kind: what is listed
 * @columns: as in #CabCliCommand
 * @error: return location
 *
 * The verb `list` for a kind and columns of the caller's choice.
 *
 * Returns: %TRUE when the list is complete
 */
gboolean
cab_cli_record_list_kind (CabCli *cli, const CabKind *kind, const char *columns, GError **error);

/** cab_cli_record_audit_view: notes in the activity log that @record was opened [M-7] */
gboolean cab_cli_record_audit_view (CabCli *cli, CabRecord *record, GError **error);

/**
 * cab_cli_record_print_handle:
 * @cli: a run
 * @record: a record that was just made
 *
 * Writes the line by which a script goes on: a client's reference, the id of
 * anything else.
 */
void cab_cli_record_print_handle (CabCli *cli, CabRecord *record);

G_END_DECLS
