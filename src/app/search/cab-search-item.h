/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-codes.h"
#include "cab-search-group.h"

G_BEGIN_DECLS

/** cab_search_kind_codes: what can be found, in the order of the groups; a label heads each */
extern const CabCodes cab_search_kind_codes;

/**
 * CabSearchItem:
 *
 * A line of the results: a result, or the line that lists all of its kind. `title`,
 * `detail`, `snippet`, the `title-look` and `snippet-look` that make the hits bold,
 * `heading` and `section` of its group, and `sentence`, which says it all at once
 * [W-128].
 */
#define CAB_TYPE_SEARCH_ITEM (cab_search_item_get_type ())
G_DECLARE_FINAL_TYPE (CabSearchItem, cab_search_item, CAB, SEARCH_ITEM, GObject)

/**
 * cab_search_item_new:
 * @section: which of #cab_search_kind_codes it is of
 * @row: a result
 *
 * Returns: (transfer full): its line
 */
CabSearchItem *cab_search_item_new (guint section, CabRow *row);

/** cab_search_item_new_all: Returns: (transfer full): the line that lists all @n_all of a kind */
CabSearchItem *cab_search_item_new_all (guint section, guint n_all);

/** cab_search_item_get_section: Returns: which of #cab_search_kind_codes it is of */
guint cab_search_item_get_section (CabSearchItem *self);

/** cab_search_item_get_row: Returns: (transfer none) (nullable): the result; %NULL: it lists all */
CabRow *cab_search_item_get_row (CabSearchItem *self);

/** cab_search_kind_find: Returns: which of #cab_search_kind_codes @kind is, -1 for none */
int cab_search_kind_find (const CabKind *kind);

G_END_DECLS
