/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-record.h"

G_BEGIN_DECLS

/**
 * CabTone:
 * @CAB_TONE_PLEASANT: pleasant
 * @CAB_TONE_UNPLEASANT: unpleasant
 * @CAB_TONE_MIXED: mixed
 * @CAB_TONE_NONE: neither
 *
 * The tone of an emotion word. Source: records.md [M-43].
 */
typedef enum
{
  CAB_TONE_PLEASANT,
  CAB_TONE_UNPLEASANT,
  CAB_TONE_MIXED,
  CAB_TONE_NONE
} CabTone;

extern const CabCodes cab_tone_codes;

/**
 * CabEmotionWordField:
 *
 * The fields of an emotion word in table order, which is export order.
 * Source: records.md [M-43].
 */
typedef enum
{
  CAB_EMOTION_WORD_FIELD_WORD,
  CAB_EMOTION_WORD_FIELD_LANGUAGE,
  CAB_EMOTION_WORD_FIELD_TONE,
  CAB_EMOTION_WORD_FIELD_RETIRED,
  CAB_EMOTION_WORD_N_FIELDS
} CabEmotionWordField;

extern const CabKind cab_emotion_word_kind;

#define CAB_TYPE_EMOTION_WORD (cab_emotion_word_get_type ())
G_DECLARE_FINAL_TYPE (CabEmotionWord, cab_emotion_word, CAB, EMOTION_WORD, CabRecord)

G_END_DECLS
