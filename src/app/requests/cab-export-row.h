/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <adwaita.h>

#include "cab-export-item.h"

G_BEGIN_DECLS

/** CabExportRow: one record of the list of what goes: “Goes”, or the ground it is withheld on */
#define CAB_TYPE_EXPORT_ROW (cab_export_row_get_type ())
G_DECLARE_FINAL_TYPE (CabExportRow, cab_export_row, CAB, EXPORT_ROW, AdwComboRow)

/**
 * cab_export_row_new:
 * @item: what it is about; follows the row
 * @choices: “Goes”, then the grounds
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *cab_export_row_new (CabExportItem *item, GListModel *choices);

G_END_DECLS
