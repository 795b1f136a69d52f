/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * CabHandScale:
 *
 * 0 to 10 in large, with a word at either end: a #CabHandAnswer [W-95].
 */
#define CAB_TYPE_HAND_SCALE (cab_hand_scale_get_type ())
G_DECLARE_FINAL_TYPE (CabHandScale, cab_hand_scale, CAB, HAND_SCALE, AdwBin)

/** cab_hand_scale_new: @name: what is asked; @least, @most: what 0 and 10 mean */
GtkWidget *cab_hand_scale_new (const char *name, const char *least, const char *most);

/** cab_hand_scale_get_number: Returns: 0 to 10, or -1 when nothing is stated */
int cab_hand_scale_get_number (CabHandScale *self);

/** cab_hand_scale_set_number: @number: 0 to 10, or -1 for nothing */
void cab_hand_scale_set_number (CabHandScale *self, int number);

G_END_DECLS
