/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-backup.h"

#include <glib-object.h>

G_BEGIN_DECLS

/** CabBackupItem: a backup as the window shows it: `title`, `detail`, `path`, `present` */
#define CAB_TYPE_BACKUP_ITEM (cab_backup_item_get_type ())
G_DECLARE_FINAL_TYPE (CabBackupItem, cab_backup_item, CAB, BACKUP_ITEM, GObject)

/**
 * cab_backup_item_new:
 * @entry: a row of the ledger
 * @zone: the practice's time zone
 *
 * Returns: (transfer full): what is shown of it
 */
CabBackupItem *cab_backup_item_new (const CabBackupEntry *entry, const char *zone);

/** cab_backup_item_get_path: Returns: (not nullable): where it was put */
const char *cab_backup_item_get_path (CabBackupItem *self);

G_END_DECLS
