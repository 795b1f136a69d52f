/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-model"

#include "config.h"

#include "cab-emotion-word.h"

#include "cab-codes.h"

#include <glib/gi18n.h>

CAB_DEFINE_CODES (cab_tone_codes,
                  "tone",
                  { "pleasant", N_ ("Pleasant") },
                  { "unpleasant", N_ ("Unpleasant") },
                  { "mixed", N_ ("Mixed") },
                  { "none", N_ ("Neither") });

/* clang-format off */
static const CabField fields[] = {
  [CAB_EMOTION_WORD_FIELD_WORD] = {
    .name = "word", .type = CAB_FIELD_TEXT, .maximum = 40, .required = CAB_REQUIRED_YES,
    .right = CAB_RIGHT_AUTHORED, .label = N_ ("Word"),
    .why = N_ ("To offer you words for feelings to choose from."),
    .fhir = "Observation.component.code.text", .since = 1
  },
  [CAB_EMOTION_WORD_FIELD_LANGUAGE] = {
    .name = "language", .type = CAB_FIELD_TEXT, .maximum = 35, .required = CAB_REQUIRED_YES,
    .right = CAB_RIGHT_AUTHORED, .label = N_ ("Language"),
    .why = N_ ("To offer you the words in your language."), .since = 1
  },
  [CAB_EMOTION_WORD_FIELD_TONE] = {
    .name = "tone", .type = CAB_FIELD_CODE, .codes = &cab_tone_codes,
    .required = CAB_REQUIRED_YES, .right = CAB_RIGHT_AUTHORED, .label = N_ ("Tone"),
    .why = N_ ("To group the words when they are chosen from."), .since = 1
  },
  [CAB_EMOTION_WORD_FIELD_RETIRED] = {
    .name = "retired", .type = CAB_FIELD_BOOL, .right = CAB_RIGHT_AUTHORED,
    .label = N_ ("Retired"),
    .why = N_ ("To keep a word readable where it was used without offering it any more."),
    .since = 1
  },
};
/* clang-format on */

G_STATIC_ASSERT (G_N_ELEMENTS (fields) == CAB_EMOTION_WORD_N_FIELDS);

const CabKind cab_emotion_word_kind = {
  .name = "emotion-word",
  .plural = "emotion-words",
  .table = "emotion_word",
  .label = N_ ("Emotion word"),
  .label_plural = N_ ("Emotion words"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .owner = CAB_NO_OWNER,
  .ordinal = CAB_NO_OWNER,
  .origin = CAB_ORIGIN_AUTHORED,
  .trash = CAB_TRASH_RULE,
  .trash_refusal = N_ ("An emotion word that is in use cannot be deleted. Retire it instead."),
  .mutability = CAB_MUTABLE,
  .get_type = cab_emotion_word_get_type,
};

CAB_DEFINE_KIND (CabEmotionWord, cab_emotion_word, &cab_emotion_word_kind)
