/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* One cell of the grid: nothing to see, a role and a name to hear. */
#define CAB_TYPE_AFFECT_CELL (cab_affect_cell_get_type ())
G_DECLARE_FINAL_TYPE (CabAffectCell, cab_affect_cell, CAB, AFFECT_CELL, GtkWidget)

G_END_DECLS
