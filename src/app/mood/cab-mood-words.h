/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <adwaita.h>

#include "cab-mood-entry.h"

G_BEGIN_DECLS

/**
 * CabMoodWords:
 *
 * Choosing emotion words: letters filter, Return adds the first that is left,
 * digits say how strong the last one is; by pointer, each word is a button.
 *
 * A #CabHandAnswer. Signal: `done`, when Return is pressed in the empty field.
 *
 * Source: window.md [W-86].
 */
#define CAB_TYPE_MOOD_WORDS (cab_mood_words_get_type ())
G_DECLARE_FINAL_TYPE (CabMoodWords, cab_mood_words, CAB, MOOD_WORDS, AdwBin)

/** cab_mood_words_set_vocabulary: @words: (element-type CabRecord): what can be chosen from */
void cab_mood_words_set_vocabulary (CabMoodWords *self, GPtrArray *words);

/** cab_mood_words_add: chooses a word of the vocabulary; @strength: 0 to 10, -1 for a middling one
 */
void cab_mood_words_add (CabMoodWords *self, const char *id, int strength);

/** cab_mood_words_clear: chooses none */
void cab_mood_words_clear (CabMoodWords *self);

/** cab_mood_words_list: Returns: (transfer full) (element-type CabMoodWord): ids are borrowed */
GArray *cab_mood_words_list (CabMoodWords *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
