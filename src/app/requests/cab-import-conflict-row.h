/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <adwaita.h>

#include "cab-import.h"
#include "cab-open-practice.h"

G_BEGIN_DECLS

#define CAB_TYPE_IMPORT_CONFLICT_ROW (cab_import_conflict_row_get_type ())

/**
 * CabImportConflictRow:
 *
 * A record of a bundle that is here and differs: which one, in what, and a
 * choice of its own [B-73]. It writes the choice into the conflict.
 *
 * Signals: `chosen`, when a person chose.
 */
G_DECLARE_FINAL_TYPE (CabImportConflictRow,
                      cab_import_conflict_row,
                      CAB,
                      IMPORT_CONFLICT_ROW,
                      AdwExpanderRow)

/**
 * cab_import_conflict_row_new:
 * @conflict: a conflict, which must stay as long as the row
 * @owner: (nullable): the client it belongs to
 * @practice: the practice
 *
 * Returns: (transfer full): the row; what differs is made when it is opened
 */
GtkWidget *cab_import_conflict_row_new (CabImportConflict *conflict,
                                        CabRecord *owner,
                                        CabOpenPractice *practice);

/** cab_import_conflict_row_update: shows a choice that was made for all */
void cab_import_conflict_row_update (CabImportConflictRow *self);

G_END_DECLS
