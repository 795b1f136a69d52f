/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-practice.h"

G_BEGIN_DECLS

/**
 * cab_adoption_is_possible:
 * @practice: a practice
 *
 * Whether the file holds nothing but what it was set up with, so that it can
 * become another practice as a whole.
 *
 * Source: bundle.md [B-75], [B-77].
 *
 * Returns: %TRUE when there is no client, contact or policy text
 */
gboolean cab_adoption_is_possible (CabPractice *practice);

/**
 * cab_adoption_clear_set_up:
 * @practice: a practice, inside a transaction
 * @error: return location
 *
 * Takes out what cab_practice_set_up() wrote: the practice row, its owner, the
 * preferences and the starter words. The rows of the adopted practice come in
 * the same transaction.
 *
 * Returns: %TRUE when they are gone
 */
gboolean cab_adoption_clear_set_up (CabPractice *practice, GError **error);

/**
 * cab_adoption_drop_unused_word:
 * @practice: a practice, inside a transaction
 * @word: an emotion word that is to come in
 * @taken_id: (out) (nullable): the id of an equal word that is in use here
 * @error: return location
 *
 * Two practices have the same starter words under different ids. One that
 * nobody used here gives way; of one in use the id is told.
 *
 * Returns: %TRUE; %FALSE with @error set
 */
gboolean cab_adoption_drop_unused_word (CabPractice *practice,
                                        CabRecord *word,
                                        char **taken_id,
                                        GError **error);

G_END_DECLS
