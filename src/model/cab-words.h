/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-ids.h"
#include "cab-secret.h"

G_BEGIN_DECLS

#define CAB_N_WORDS 7776
#define CAB_WORDS_BUNDLE 7

/**
 * cab_words_get:
 * @index: below %CAB_N_WORDS
 *
 * Returns: a word of the shipped list: lower-case ASCII letters, a hyphen in
 *   four of them (`drop-down`, `felt-tip`, `t-shirt`, `yo-yo`)
 */
const char *cab_words_get (guint index);

/**
 * cab_words_find:
 * @word: (array length=length): a word, any case
 * @length: its length
 *
 * Returns: its index, -1 when the list has no such word
 */
int cab_words_find (const char *word, gsize length);

/**
 * cab_words_new_passphrase:
 * @ids: source of random numbers
 * @n_words: how many words, %CAB_WORDS_BUNDLE for a bundle
 *
 * Draws a passphrase: words of the shipped list joined by hyphens, each drawn
 * evenly: 12.9 bits a word, 90 bits for seven. Shown once, never stored.
 *
 * Thread: any. Source: bundle.md [B-70], vault.md [V-6].
 *
 * Returns: (transfer full): the passphrase
 */
CabSecret *cab_words_new_passphrase (CabIds *ids, guint n_words) G_GNUC_WARN_UNUSED_RESULT;

/**
 * cab_words_count:
 * @phrase: (array length=length): a passphrase
 * @length: its length in bytes
 *
 * How many words of the list a passphrase consists of: words divided by single
 * blanks, or by single hyphens, and nothing else; any case. A repeated word is
 * counted once, so that "a a a a a a" is no six-word phrase.
 *
 * Thread: any; makes no copy. Source: vault.md [V-6].
 *
 * Returns: the number of different words, 0 when anything else is in it
 */
guint cab_words_count (const char *phrase, gsize length);

G_END_DECLS
