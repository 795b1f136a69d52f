/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * cab_fold_dup:
 * @text: (nullable): any text
 *
 * Takes away what does not matter when a person looks for a name: case, accents
 * and the ways of writing one character.
 *
 * Thread: any. Source: window.md [W-138].
 *
 * Returns: (transfer full): the folded text, empty for %NULL
 */
char *cab_fold_dup (const char *text);

/**
 * cab_fold_dup_words:
 * @text: what a person typed
 *
 * Returns: (transfer full) (array zero-terminated=1): its words, folded
 */
char **cab_fold_dup_words (const char *text);

/**
 * cab_fold_has_words:
 * @folded: what cab_fold_dup() made of a text
 * @words: (array zero-terminated=1): folded words
 *
 * Returns: whether each word stands somewhere in the text; %TRUE for no words
 */
gboolean cab_fold_has_words (const char *folded, char **words);

G_END_DECLS
