/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-model"

#include "config.h"

#include "cab-mood-entry.h"

#include "cab-codes.h"

#include <glib/gi18n.h>

CAB_DEFINE_CODES (cab_mood_precision_codes,
                  "mood-precision",
                  { "minute", N_ ("To the minute") },
                  { "part-of-day", N_ ("Part of the day") },
                  { "day", N_ ("The day") });

CAB_DEFINE_CODES (cab_entry_source_codes,
                  "entry-source",
                  { "in-session", N_ ("In session") },
                  { "client-diary", N_ ("Diary of the client") },
                  { "paper", N_ ("On paper") },
                  { "imported", N_ ("Imported") },
                  { "clinician-observed", N_ ("Observed by the clinician") });

/* clang-format off */
static const CabField mood_entry_fields[] = {
  [CAB_MOOD_ENTRY_FIELD_CLIENT_ID] = {
    .name = "client_id", .type = CAB_FIELD_REF, .target = "client", .required = CAB_REQUIRED_YES,
    .right = CAB_RIGHT_PROVIDED, .flags = CAB_FLAG_FIXED, .label = N_ ("Client"),
    .why = N_ ("To show that the entry is yours."), .fhir = "Observation.subject", .since = 1
  },
  [CAB_MOOD_ENTRY_FIELD_FELT_AT] = {
    .name = "felt_at", .type = CAB_FIELD_LOCAL, .required = CAB_REQUIRED_YES,
    .right = CAB_RIGHT_PROVIDED, .label = N_ ("Felt at"),
    .why = N_ ("To show when you felt this way."), .fhir = "Observation.effectiveDateTime",
    .since = 1
  },
  [CAB_MOOD_ENTRY_FIELD_FELT_AT_ZONE] = {
    .name = "felt_at_zone", .type = CAB_FIELD_ZONE, .required = CAB_REQUIRED_YES,
    .right = CAB_RIGHT_PROVIDED, .label = N_ ("Time zone"),
    .why = N_ ("To read the time of the entry rightly wherever it is read."), .since = 1
  },
  [CAB_MOOD_ENTRY_FIELD_PRECISION] = {
    .name = "precision", .type = CAB_FIELD_CODE, .codes = &cab_mood_precision_codes,
    .required = CAB_REQUIRED_YES, .right = CAB_RIGHT_PROVIDED, .label = N_ ("Precision"),
    .why = N_ ("To know how exactly the time is remembered."), .since = 1
  },
  [CAB_MOOD_ENTRY_FIELD_ENTRY_SOURCE] = {
    .name = "entry_source", .type = CAB_FIELD_CODE, .codes = &cab_entry_source_codes,
    .required = CAB_REQUIRED_YES, .right = CAB_RIGHT_PROVIDED, .label = N_ ("Source"),
    .why = N_ ("To show who wrote the entry down and how it came here."), .since = 1
  },
  [CAB_MOOD_ENTRY_FIELD_VALENCE] = {
    .name = "valence", .type = CAB_FIELD_INTEGER, .minimum = -4, .maximum = 4,
    .required = CAB_REQUIRED_RULE, .right = CAB_RIGHT_PROVIDED, .flags = CAB_FLAG_SENSITIVE,
    .label = N_ ("Valence"),
    .why = N_ ("To show how pleasant or unpleasant your mood was, and how it changes over time."),
    .fhir = "Observation.component.valueInteger", .since = 1
  },
  [CAB_MOOD_ENTRY_FIELD_AROUSAL] = {
    .name = "arousal", .type = CAB_FIELD_INTEGER, .minimum = -4, .maximum = 4,
    .required = CAB_REQUIRED_RULE, .right = CAB_RIGHT_PROVIDED, .flags = CAB_FLAG_SENSITIVE,
    .label = N_ ("Arousal"),
    .why = N_ ("To show how calm or stirred your mood was, and how it changes over time."),
    .fhir = "Observation.component.valueInteger", .since = 1
  },
  [CAB_MOOD_ENTRY_FIELD_CONTEXT_WORDS] = {
    .name = "context_words", .type = CAB_FIELD_TEXT, .right = CAB_RIGHT_PROVIDED,
    .flags = CAB_FLAG_SENSITIVE, .label = N_ ("Context"),
    .why = N_ ("To show what was going on at the time."), .fhir = "Observation.note",
    .since = 1
  },
  [CAB_MOOD_ENTRY_FIELD_ENTRY_NOTE] = {
    .name = "entry_note", .type = CAB_FIELD_LONGTEXT, .right = CAB_RIGHT_PROVIDED,
    .flags = CAB_FLAG_SENSITIVE, .label = N_ ("Note"),
    .why = N_ ("To keep what you wanted to say about it."), .fhir = "Observation.note",
    .since = 1
  },
};
/* clang-format on */

G_STATIC_ASSERT (G_N_ELEMENTS (mood_entry_fields) == CAB_MOOD_ENTRY_N_FIELDS);

const CabKind cab_mood_entry_kind = {
  .name = "mood-entry",
  .plural = "mood-entries",
  .table = "mood_entry",
  .label = N_ ("Mood entry"),
  .label_plural = N_ ("Mood entries"),
  .fields = mood_entry_fields,
  .n_fields = G_N_ELEMENTS (mood_entry_fields),
  .owner = CAB_MOOD_ENTRY_FIELD_CLIENT_ID,
  .ordinal = CAB_NO_OWNER,
  .origin = CAB_ORIGIN_PROVIDED,
  .trash = CAB_TRASH_YES,
  .mutability = CAB_MUTABLE,
  .get_type = cab_mood_entry_get_type,
};

CAB_DEFINE_KIND (CabMoodEntry, cab_mood_entry, &cab_mood_entry_kind)

/* clang-format off */
static const CabField mood_emotion_fields[] = {
  [CAB_MOOD_EMOTION_FIELD_ENTRY_ID] = {
    .name = "entry_id", .type = CAB_FIELD_REF, .target = "mood-entry",
    .required = CAB_REQUIRED_YES, .right = CAB_RIGHT_PROVIDED,
    .flags = CAB_FLAG_SENSITIVE | CAB_FLAG_FIXED, .label = N_ ("Mood entry"),
    .why = N_ ("To know which mood entry the emotion belongs to."), .since = 1
  },
  [CAB_MOOD_EMOTION_FIELD_WORD_ID] = {
    .name = "word_id", .type = CAB_FIELD_REF, .target = "emotion-word",
    .required = CAB_REQUIRED_YES, .right = CAB_RIGHT_PROVIDED,
    .flags = CAB_FLAG_SENSITIVE | CAB_FLAG_FIXED, .label = N_ ("Word"),
    .why = N_ ("To keep the word you chose for the feeling."),
    .fhir = "Observation.component.code", .since = 1
  },
  [CAB_MOOD_EMOTION_FIELD_INTENSITY] = {
    .name = "intensity", .type = CAB_FIELD_INTEGER, .maximum = 10, .required = CAB_REQUIRED_YES,
    .right = CAB_RIGHT_PROVIDED, .flags = CAB_FLAG_SENSITIVE, .label = N_ ("Intensity"),
    .why = N_ ("To show how strong the feeling was."),
    .fhir = "Observation.component.valueInteger", .since = 1
  },
};
/* clang-format on */

G_STATIC_ASSERT (G_N_ELEMENTS (mood_emotion_fields) == CAB_MOOD_EMOTION_N_FIELDS);

const CabKind cab_mood_emotion_kind = {
  .name = "mood-emotion",
  .plural = "mood-emotions",
  .table = "mood_emotion",
  .label = N_ ("Emotion"),
  .label_plural = N_ ("Emotions"),
  .fields = mood_emotion_fields,
  .n_fields = G_N_ELEMENTS (mood_emotion_fields),
  .owner = CAB_MOOD_EMOTION_FIELD_ENTRY_ID,
  .ordinal = CAB_NO_OWNER,
  .origin = CAB_ORIGIN_PROVIDED,
  .trash = CAB_TRASH_YES,
  .mutability = CAB_MUTABLE,
  .get_type = cab_mood_emotion_get_type,
};

CAB_DEFINE_KIND (CabMoodEmotion, cab_mood_emotion, &cab_mood_emotion_kind)
