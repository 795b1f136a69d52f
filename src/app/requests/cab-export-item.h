/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-bundle-profile.h"
#include "cab-record.h"

G_BEGIN_DECLS

/**
 * CabExportItem:
 *
 * A record that may go into a bundle, and whether it does: `title`, and
 * `choice`, 0 when it goes, else the position of a ground plus one [B-60].
 */
#define CAB_TYPE_EXPORT_ITEM (cab_export_item_get_type ())
G_DECLARE_FINAL_TYPE (CabExportItem, cab_export_item, CAB, EXPORT_ITEM, GObject)

/** cab_export_item_new: Returns: (transfer full): an item about @record, which goes */
CabExportItem *cab_export_item_new (CabRecord *record);

/** cab_export_item_get_id: Returns: (not nullable): the record's id */
const char *cab_export_item_get_id (CabExportItem *self);

/** cab_export_item_get_title: Returns: (not nullable): the record in one line */
const char *cab_export_item_get_title (CabExportItem *self);

/** cab_export_item_get_choice: Returns: 0 when it goes */
guint cab_export_item_get_choice (CabExportItem *self);
void cab_export_item_set_choice (CabExportItem *self, guint choice);

G_END_DECLS
