/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-compare.h"

G_BEGIN_DECLS

/** CAB_DIFFERENCE_NAMED: so many differences are told by what they are; the rest by their kind */
#define CAB_DIFFERENCE_NAMED 5000

/**
 * CabDifferenceItem:
 *
 * One difference between a backup and the practice [W-51], made on the backup's
 * thread and given away whole. Properties: `section` and `heading` (what it
 * stands under), `title`, `detail`, `sentence` (all of it in words), `ticked`.
 */
#define CAB_TYPE_DIFFERENCE_ITEM (cab_difference_item_get_type ())
G_DECLARE_FINAL_TYPE (CabDifferenceItem, cab_difference_item, CAB, DIFFERENCE_ITEM, GObject)

/**
 * cab_difference_item_list:
 * @backup: the backup; on its thread
 * @comparison: what differs
 * @is_discreet: whether nobody is named [W-28]
 * @cancellable: (nullable): stops it
 * @error: return location
 *
 * Lists what a person can look at and bring back: records, without their parts,
 * and of somebody who is in the backup alone only the person.
 *
 * Returns: (transfer full) (element-type CabDifferenceItem): the items
 */
GPtrArray *cab_difference_item_list (CabPractice *backup,
                                     const CabComparison *comparison,
                                     gboolean is_discreet,
                                     GCancellable *cancellable,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** cab_difference_item_get: Returns: (transfer none): kind, id and owner */
const CabDifference *cab_difference_item_get (CabDifferenceItem *self);

/** cab_difference_item_get_section: Returns: which way it differs */
CabDifferenceType cab_difference_item_get_section (CabDifferenceItem *self);

/** cab_difference_item_get_title: Returns: one line that names the record */
const char *cab_difference_item_get_title (CabDifferenceItem *self);

G_END_DECLS
