/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** CAB_AFFECT_MAXIMUM: either side of the affect grid reaches from minus this to this [M-41] */
#define CAB_AFFECT_MAXIMUM 4

/**
 * cab_affect_get_valence_words:
 * @valence: -4 to 4
 *
 * Thread: any. Source: forms.md [F-80], window.md [W-85].
 *
 * Returns: how pleasant that is, translated: "fairly pleasant"
 */
const char *cab_affect_get_valence_words (int valence);

/**
 * cab_affect_get_arousal_words:
 * @arousal: -4 to 4
 *
 * Thread: any. Source: forms.md [F-80], window.md [W-85].
 *
 * Returns: how calm or stirred that is, translated: "calm"
 */
const char *cab_affect_get_arousal_words (int arousal);

/**
 * cab_affect_dup_words:
 * @valence: -4 to 4
 * @arousal: -4 to 4
 *
 * Names a cell of the affect grid: "fairly pleasant, calm; 3, −2".
 *
 * Thread: any. Source: forms.md [F-80], window.md [W-85].
 *
 * Returns: (transfer full): the name
 */
char *cab_affect_dup_words (int valence, int arousal);

/**
 * cab_affect_dup_number:
 * @number: any number
 *
 * Writes a number as a person writes it, with a minus sign that is not a hyphen.
 *
 * Returns: (transfer full): "−2"
 */
char *cab_affect_dup_number (int number);

G_END_DECLS
