/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <adwaita.h>

#include "cab-backup-item.h"

G_BEGIN_DECLS

/** CabBackupRow: a backup of the list; opens it read-only in a window of its own [W-50] */
#define CAB_TYPE_BACKUP_ROW (cab_backup_row_get_type ())
G_DECLARE_FINAL_TYPE (CabBackupRow, cab_backup_row, CAB, BACKUP_ROW, AdwActionRow)

/** cab_backup_row_new: Returns: (transfer floating): a row about @item */
GtkWidget *cab_backup_row_new (CabBackupItem *item);

G_END_DECLS
