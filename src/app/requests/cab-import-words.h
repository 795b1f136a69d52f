/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-import-job.h"

G_BEGIN_DECLS

/**
 * cab_import_list_counts:
 * @plan: what an import would do
 *
 * Returns: (transfer full) (element-type utf8): pairs: what is counted, how many
 */
GPtrArray *cab_import_list_counts (const CabImportPlan *plan);

/** cab_import_dup_notes: Returns: (transfer full) (nullable): what is worth a look, one a line */
char *cab_import_dup_notes (const CabImportPlan *plan);

/**
 * cab_import_dup_faults:
 * @plan: what an import would do
 *
 * Returns: (transfer full) (nullable): every row at fault, with row, column and
 *   reason, one a line [B-84]
 */
char *cab_import_dup_faults (const CabImportPlan *plan);

/**
 * cab_import_dup_conflicts:
 * @plan: what an import would do
 *
 * Returns: (transfer full) (nullable): who of a list of people is here and differs,
 *   and in which fields, one a line
 */
char *cab_import_dup_conflicts (const CabImportPlan *plan);

/**
 * cab_import_dup_nothing:
 * @plan: what an import would do
 *
 * Returns: (transfer full) (nullable): why there is nothing to import [B-76];
 *   %NULL when there is something
 */
char *cab_import_dup_nothing (const CabImportPlan *plan);

/** cab_import_dup_done: Returns: (transfer full): what was imported, in one sentence */
char *cab_import_dup_done (const CabImportPlan *plan);

/** cab_import_dup_namesake: Returns: (transfer full): who a client of a bundle may be here */
char *cab_import_dup_namesake (const CabImportNamesake *namesake, gboolean is_discreet);

/** cab_import_dup_candidate: Returns: (transfer full): who a row may be, and its number */
char *cab_import_dup_candidate (const CabClientCandidate *candidate);

G_END_DECLS
