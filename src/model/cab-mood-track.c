/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-model"

#include "config.h"

#include "cab-mood-track.h"

#include "cab-codes.h"

#include <glib/gi18n.h>

/* clang-format off */
static const CabField mood_track_fields[] = {
  [CAB_MOOD_TRACK_FIELD_CLIENT_ID] = {
    .name = "client_id", .type = CAB_FIELD_REF, .target = "client", .required = CAB_REQUIRED_YES,
    .right = CAB_RIGHT_PROVIDED, .flags = CAB_FLAG_SENSITIVE | CAB_FLAG_FIXED,
    .label = N_ ("Client"), .why = N_ ("To show that it is you who keeps an eye on this."),
    .since = 1
  },
  [CAB_MOOD_TRACK_FIELD_LABEL] = {
    .name = "label", .type = CAB_FIELD_TEXT, .maximum = 60, .required = CAB_REQUIRED_YES,
    .right = CAB_RIGHT_PROVIDED, .flags = CAB_FLAG_SENSITIVE, .label = N_ ("Name"),
    .why = N_ ("To show what you want to keep an eye on, such as hours of sleep."),
    .fhir = "Observation.code.text", .since = 1
  },
  [CAB_MOOD_TRACK_FIELD_UNIT] = {
    .name = "unit", .type = CAB_FIELD_TEXT, .maximum = 20, .required = CAB_REQUIRED_YES,
    .right = CAB_RIGHT_PROVIDED, .flags = CAB_FLAG_SENSITIVE, .label = N_ ("Unit"),
    .why = N_ ("To read the numbers of the track rightly."),
    .fhir = "Observation.valueQuantity.unit", .since = 1
  },
  [CAB_MOOD_TRACK_FIELD_MINIMUM] = {
    .name = "minimum", .type = CAB_FIELD_DECIMAL, .scale = 2, .required = CAB_REQUIRED_YES,
    .right = CAB_RIGHT_PROVIDED, .flags = CAB_FLAG_SENSITIVE, .label = N_ ("Lowest"),
    .why = N_ ("To know the lowest number the track can have."), .since = 1
  },
  [CAB_MOOD_TRACK_FIELD_MAXIMUM] = {
    .name = "maximum", .type = CAB_FIELD_DECIMAL, .scale = 2, .required = CAB_REQUIRED_YES,
    .right = CAB_RIGHT_PROVIDED, .flags = CAB_FLAG_SENSITIVE, .label = N_ ("Highest"),
    .why = N_ ("To know the highest number the track can have."), .since = 1
  },
  [CAB_MOOD_TRACK_FIELD_ENDED_ON] = {
    .name = "ended_on", .type = CAB_FIELD_DATE, .right = CAB_RIGHT_PROVIDED,
    .flags = CAB_FLAG_SENSITIVE, .label = N_ ("Ended on"),
    .why = N_ ("To keep what was tracked without asking for it any more."), .since = 1
  },
};
/* clang-format on */

G_STATIC_ASSERT (G_N_ELEMENTS (mood_track_fields) == CAB_MOOD_TRACK_N_FIELDS);

const CabKind cab_mood_track_kind = {
  .name = "mood-track",
  .plural = "mood-tracks",
  .table = "mood_track",
  .label = N_ ("Mood track"),
  .label_plural = N_ ("Mood tracks"),
  .fields = mood_track_fields,
  .n_fields = G_N_ELEMENTS (mood_track_fields),
  .owner = CAB_MOOD_TRACK_FIELD_CLIENT_ID,
  .ordinal = CAB_NO_OWNER,
  .origin = CAB_ORIGIN_PROVIDED,
  .trash = CAB_TRASH_YES,
  .mutability = CAB_MUTABLE,
  .get_type = cab_mood_track_get_type,
};

CAB_DEFINE_KIND (CabMoodTrack, cab_mood_track, &cab_mood_track_kind)

/* clang-format off */
static const CabField mood_track_value_fields[] = {
  [CAB_MOOD_TRACK_VALUE_FIELD_ENTRY_ID] = {
    .name = "entry_id", .type = CAB_FIELD_REF, .target = "mood-entry",
    .required = CAB_REQUIRED_YES, .right = CAB_RIGHT_PROVIDED,
    .flags = CAB_FLAG_SENSITIVE | CAB_FLAG_FIXED, .label = N_ ("Mood entry"),
    .why = N_ ("To know which mood entry the number belongs to."), .since = 1
  },
  [CAB_MOOD_TRACK_VALUE_FIELD_TRACK_ID] = {
    .name = "track_id", .type = CAB_FIELD_REF, .target = "mood-track",
    .required = CAB_REQUIRED_YES, .right = CAB_RIGHT_PROVIDED,
    .flags = CAB_FLAG_SENSITIVE | CAB_FLAG_FIXED, .label = N_ ("Track"),
    .why = N_ ("To know what was tracked."), .since = 1
  },
  [CAB_MOOD_TRACK_VALUE_FIELD_AMOUNT] = {
    .name = "amount", .type = CAB_FIELD_DECIMAL, .scale = 2, .required = CAB_REQUIRED_YES,
    .right = CAB_RIGHT_PROVIDED, .flags = CAB_FLAG_SENSITIVE, .label = N_ ("Amount"),
    .why = N_ ("To keep the number you gave."), .fhir = "Observation.valueQuantity.value",
    .since = 1
  },
};
/* clang-format on */

G_STATIC_ASSERT (G_N_ELEMENTS (mood_track_value_fields) == CAB_MOOD_TRACK_VALUE_N_FIELDS);

const CabKind cab_mood_track_value_kind = {
  .name = "mood-track-value",
  .plural = "mood-track-values",
  .table = "mood_track_value",
  .label = N_ ("Mood track value"),
  .label_plural = N_ ("Mood track values"),
  .fields = mood_track_value_fields,
  .n_fields = G_N_ELEMENTS (mood_track_value_fields),
  .owner = CAB_MOOD_TRACK_VALUE_FIELD_ENTRY_ID,
  .ordinal = CAB_NO_OWNER,
  .origin = CAB_ORIGIN_PROVIDED,
  .trash = CAB_TRASH_YES,
  .mutability = CAB_MUTABLE,
  .get_type = cab_mood_track_value_get_type,
};

CAB_DEFINE_KIND (CabMoodTrackValue, cab_mood_track_value, &cab_mood_track_value_kind)
