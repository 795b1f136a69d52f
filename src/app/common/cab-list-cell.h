/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * CabListCell:
 *
 * What a row of a GtkListView or GtkColumnView stands in, so that assistive
 * technology can open it: the list's own items offer no act, only keys. Its
 * action `row.open` activates the list's row at `position`, which the factory
 * binds: `position: bind template.position`.
 *
 * Source: window.md [W-132].
 */
#define CAB_TYPE_LIST_CELL (cab_list_cell_get_type ())
G_DECLARE_FINAL_TYPE (CabListCell, cab_list_cell, CAB, LIST_CELL, AdwBin)

G_END_DECLS
