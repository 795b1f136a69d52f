/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CabKnownWords:
 *
 * The words that a spell check passes over besides those of its dictionary:
 * learned ones, ignored ones, all names [W-82]. They are kept here and not in the
 * dictionary, whose library keeps what it is given for as long as the program
 * runs, while these end with the note that is written [V-165].
 */
typedef struct _CabKnownWords CabKnownWords;

/** cab_known_words_new: Returns: (transfer full): no words */
CabKnownWords *cab_known_words_new (void);

void cab_known_words_free (CabKnownWords *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CabKnownWords, cab_known_words_free)

/** cab_known_words_add: adds a word, as it is written within a sentence */
void cab_known_words_add (CabKnownWords *self, const char *word);

/**
 * cab_known_words_contains:
 * @word: a word of a text
 *
 * A word is known as it was added, with a capital or in capitals throughout, and
 * with an English genitive. A name in small letters is a mistake.
 *
 * Returns: whether it is one of them
 */
gboolean cab_known_words_contains (CabKnownWords *self, const char *word);

G_END_DECLS
