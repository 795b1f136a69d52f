/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * CabTenScale:
 *
 * A slider from 0 to 10 that can be without an answer. A digit sets it, and a 0
 * typed after a 1 makes 10; arrows move it [W-86], [W-87].
 *
 * Signal: `answered`, when a person has set it.
 */
#define CAB_TYPE_TEN_SCALE (cab_ten_scale_get_type ())
G_DECLARE_FINAL_TYPE (CabTenScale, cab_ten_scale, CAB, TEN_SCALE, GtkScale)

/** cab_ten_scale_get_answer: Returns: %FALSE when nothing is stated; @answer is then untouched */
gboolean cab_ten_scale_get_answer (CabTenScale *self, int *answer);

/** cab_ten_scale_set_answer: @answer: 0 to 10; -1 for none. Does not emit `answered` */
void cab_ten_scale_set_answer (CabTenScale *self, int answer);

/** cab_ten_scale_type: takes a digit as if it was typed on the slider */
void cab_ten_scale_type (CabTenScale *self, int digit);

G_END_DECLS
