/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <adwaita.h>

#include "cab-ten-scale.h"

G_BEGIN_DECLS

/**
 * CabMoodWordRow:
 *
 * An emotion word that was chosen, with its strength.
 *
 * Signal: `removed`.
 */
#define CAB_TYPE_MOOD_WORD_ROW (cab_mood_word_row_get_type ())
G_DECLARE_FINAL_TYPE (CabMoodWordRow, cab_mood_word_row, CAB, MOOD_WORD_ROW, AdwPreferencesRow)

/** cab_mood_word_row_new: @word: as it is shown: Returns: a row of middling strength */
GtkWidget *cab_mood_word_row_new (const char *id, const char *word);

/** cab_mood_word_row_get_id: Returns: (transfer none): the word's record */
const char *cab_mood_word_row_get_id (CabMoodWordRow *self);

/** cab_mood_word_row_get_scale: Returns: (transfer none): its strength */
CabTenScale *cab_mood_word_row_get_scale (CabMoodWordRow *self);

G_END_DECLS
