/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * CabHandText:
 *
 * A line, or several, in a client's own words: a #CabHandAnswer [W-95].
 */
#define CAB_TYPE_HAND_TEXT (cab_hand_text_get_type ())
G_DECLARE_FINAL_TYPE (CabHandText, cab_hand_text, CAB, HAND_TEXT, AdwBin)

/** cab_hand_text_new: @name: what is written there; @is_long: whether it has several lines */
GtkWidget *cab_hand_text_new (const char *name, gboolean is_long);

/** cab_hand_text_dup: Returns: (transfer full): what was written, without space around it */
char *cab_hand_text_dup (CabHandText *self);

/** cab_hand_text_set: @text: (nullable): what is written there */
void cab_hand_text_set (CabHandText *self, const char *text);

G_END_DECLS
