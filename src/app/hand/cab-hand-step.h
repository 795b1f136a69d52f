/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * CabHandStep:
 *
 * One thing to do next, and for which value it is: a #CabHandAnswer [W-87].
 */
#define CAB_TYPE_HAND_STEP (cab_hand_step_get_type ())
G_DECLARE_FINAL_TYPE (CabHandStep, cab_hand_step, CAB, HAND_STEP, AdwBin)

/** cab_hand_step_new: @name: what is asked */
GtkWidget *cab_hand_step_new (const char *name);

/** cab_hand_step_offer: @values: what it can be for; the choice stays where it can */
void cab_hand_step_offer (CabHandStep *self, const char *const *values);

/** cab_hand_step_get_text: Returns: (transfer none): what was written */
const char *cab_hand_step_get_text (CabHandStep *self);

/** cab_hand_step_dup_value: Returns: (transfer full) (nullable): for which value */
char *cab_hand_step_dup_value (CabHandStep *self);

/** cab_hand_step_set: as it was left; @value is offered when the question is asked */
void cab_hand_step_set (CabHandStep *self, const char *text, const char *value);

G_END_DECLS
