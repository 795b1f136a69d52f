/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/** CabRefusalRow: why the row above it was refused; hidden while it was not [W-122] */
#define CAB_TYPE_REFUSAL_ROW (cab_refusal_row_get_type ())
G_DECLARE_FINAL_TYPE (CabRefusalRow, cab_refusal_row, CAB, REFUSAL_ROW, AdwPreferencesRow)

/** cab_refusal_row_get_sentence: Returns: (nullable): what it says */
const char *cab_refusal_row_get_sentence (CabRefusalRow *self);

/**
 * cab_refusal_row_show:
 * @self: a row
 * @refused: the row it is about
 * @sentence: (nullable): as the model words it; %NULL when it is accepted
 *
 * Says it, marks @refused for eye and ear, and announces it once.
 */
void cab_refusal_row_show (CabRefusalRow *self, GtkWidget *refused, const char *sentence);

G_END_DECLS
