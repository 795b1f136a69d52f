/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** CAB_AFFECT_MAXIMUM: valence and arousal go from minus this to this */
#define CAB_AFFECT_MAXIMUM 4

/**
 * CabAffectGrid:
 *
 * A 9 × 9 grid of how pleasant (from left to right) and how energetic (from
 * below to above) someone felt, set by pointer or arrow keys; optional.
 * Properties: `words`, the set point in words. Signal: `notify::words`.
 *
 * Source: window.md [W-85], forms.md [F-80].
 */
#define CAB_TYPE_AFFECT_GRID (cab_affect_grid_get_type ())
G_DECLARE_FINAL_TYPE (CabAffectGrid, cab_affect_grid, CAB, AFFECT_GRID, GtkWidget)

/**
 * cab_affect_grid_get_point:
 * @self: a grid
 * @valence: (out): −4 to 4
 * @arousal: (out): −4 to 4
 *
 * Returns: whether a point was set
 */
gboolean cab_affect_grid_get_point (CabAffectGrid *self, int *valence, int *arousal);

/** cab_affect_grid_set_point: sets the point; both −4 to 4 */
void cab_affect_grid_set_point (CabAffectGrid *self, int valence, int arousal);

/** cab_affect_grid_clear: sets nothing: “not stated” */
void cab_affect_grid_clear (CabAffectGrid *self);

/** cab_affect_grid_dup_words: Returns: (transfer full): `fairly pleasant, calm; 3, −2` */
char *cab_affect_grid_dup_words (int valence, int arousal);

G_END_DECLS
