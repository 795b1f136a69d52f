/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-practice.h"

G_BEGIN_DECLS

/**
 * CabLearnedWordField:
 *
 * The fields of a learned word in table order, which is export order.
 * Source: records.md [M-106].
 */
typedef enum
{
  CAB_LEARNED_WORD_FIELD_LANGUAGE,
  CAB_LEARNED_WORD_FIELD_WORD,
  CAB_LEARNED_WORD_N_FIELDS
} CabLearnedWordField;

extern const CabKind cab_learned_word_kind;

#define CAB_TYPE_LEARNED_WORD (cab_learned_word_get_type ())
G_DECLARE_FINAL_TYPE (CabLearnedWord, cab_learned_word, CAB, LEARNED_WORD, CabRecord)

/**
 * cab_learned_word_learn:
 * @practice: a practice
 * @language: the language of the text it stands in, `en_GB`
 * @word: the word, as it was written
 * @error: return location
 *
 * Keeps a word that the spell checker does not know in the practice file: a word
 * list on disk would hold clients' names in clear. A word that is known already
 * is no error, one that lies in the trash comes back.
 *
 * Errors: INVALID for what is no single word; as cab_practice_save().
 * Source: window.md [W-82].
 *
 * Returns: %TRUE when the word is in the file
 */
gboolean cab_learned_word_learn (CabPractice *practice,
                                 const char *language,
                                 const char *word,
                                 GError **error);

/**
 * cab_learned_word_list:
 * @practice: a practice
 * @language: (nullable): only the words of this language, all when %NULL
 * @error: return location
 *
 * Returns: (transfer full) (element-type utf8): the learned words
 */
GPtrArray *cab_learned_word_list (CabPractice *practice,
                                  const char *language,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * cab_learned_word_list_names:
 * @practice: a practice
 * @error: return location
 *
 * Every word in the names of clients, contacts and clinicians, each once, for
 * the spell checker to pass over in this run. Names with a hyphen come whole and
 * in parts. To be kept in memory alone.
 *
 * Source: window.md [W-82].
 *
 * Returns: (transfer full) (element-type utf8): the words
 */
GPtrArray *cab_learned_word_list_names (CabPractice *practice,
                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
