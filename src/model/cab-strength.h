/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-secret.h"

G_BEGIN_DECLS

/** CAB_STRENGTH_ENOUGH_BITS: guesses, as a power of two, that a passphrase must stand */
#define CAB_STRENGTH_ENOUGH_BITS 60.0

/** CAB_STRENGTH_ENOUGH_WORDS: different words of the shipped list that are enough by themselves */
#define CAB_STRENGTH_ENOUGH_WORDS 6

/**
 * CabStrength:
 * @bits: log2 of the guesses that someone who knows how people choose needs
 * @n_words: how many different words of the shipped list it consists of, or 0
 * @is_enough: whether it may protect a practice or a bundle
 * @seconds: how long the guesses take at 10^4 a second, what Argon2id leaves an attacker
 */
typedef struct
{
  double bits;
  guint n_words;
  gboolean is_enough;
  double seconds;
} CabStrength;

/**
 * cab_strength_judge:
 * @passphrase: a passphrase
 * @known: (nullable) (array zero-terminated=1): words that an attacker would try
 *   first, such as the practice's name
 * @strength: (out caller-allocates): the judgement
 *
 * Judges a passphrase with zxcvbn, and a phrase drawn from the shipped list by
 * its words, which zxcvbn does not know.
 *
 * Thread: any. Source: vault.md [V-6].
 */
void cab_strength_judge (CabSecret *passphrase, const char *const *known, CabStrength *strength);

/**
 * cab_strength_dup_time:
 * @strength: a judgement
 *
 * Returns: (transfer full): the time in words: "about 3 hours", "centuries"
 */
char *cab_strength_dup_time (const CabStrength *strength);

G_END_DECLS
