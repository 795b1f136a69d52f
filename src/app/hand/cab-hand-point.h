/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <adwaita.h>

#include "cab-affect-grid.h"

G_BEGIN_DECLS

/**
 * CabHandPoint:
 *
 * The affect grid with its corners and the point in words: a #CabHandAnswer [W-95].
 */
#define CAB_TYPE_HAND_POINT (cab_hand_point_get_type ())
G_DECLARE_FINAL_TYPE (CabHandPoint, cab_hand_point, CAB, HAND_POINT, AdwBin)

/** cab_hand_point_new: Returns: (transfer floating): a grid without a point */
GtkWidget *cab_hand_point_new (void);

/** cab_hand_point_get_grid: Returns: (transfer none): the grid */
CabAffectGrid *cab_hand_point_get_grid (CabHandPoint *self);

G_END_DECLS
