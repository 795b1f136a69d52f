/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-practice.h"

G_BEGIN_DECLS

/**
 * CabMoodTrackField:
 *
 * The fields of a mood track in table order, which is export order.
 * Source: records.md [M-44].
 */
typedef enum
{
  CAB_MOOD_TRACK_FIELD_CLIENT_ID,
  CAB_MOOD_TRACK_FIELD_LABEL,
  CAB_MOOD_TRACK_FIELD_UNIT,
  CAB_MOOD_TRACK_FIELD_MINIMUM,
  CAB_MOOD_TRACK_FIELD_MAXIMUM,
  CAB_MOOD_TRACK_FIELD_ENDED_ON,
  CAB_MOOD_TRACK_N_FIELDS
} CabMoodTrackField;

extern const CabKind cab_mood_track_kind;

#define CAB_TYPE_MOOD_TRACK (cab_mood_track_get_type ())
G_DECLARE_FINAL_TYPE (CabMoodTrack, cab_mood_track, CAB, MOOD_TRACK, CabRecord)

/**
 * CabMoodTrackValueField:
 *
 * The fields of a mood track value in table order, which is export order.
 * Source: records.md [M-44].
 */
typedef enum
{
  CAB_MOOD_TRACK_VALUE_FIELD_ENTRY_ID,
  CAB_MOOD_TRACK_VALUE_FIELD_TRACK_ID,
  CAB_MOOD_TRACK_VALUE_FIELD_AMOUNT,
  CAB_MOOD_TRACK_VALUE_N_FIELDS
} CabMoodTrackValueField;

extern const CabKind cab_mood_track_value_kind;

#define CAB_TYPE_MOOD_TRACK_VALUE (cab_mood_track_value_get_type ())
G_DECLARE_FINAL_TYPE (CabMoodTrackValue, cab_mood_track_value, CAB, MOOD_TRACK_VALUE, CabRecord)

/** CAB_MOOD_TRACK_MAXIMUM: how many tracks of a client can run at a time [M-44] */
#define CAB_MOOD_TRACK_MAXIMUM 3

/**
 * cab_mood_track_end:
 * @practice: a practice
 * @track: a stored track
 * @error: return location
 *
 * Ends a track today. What was tracked stays; another track may begin.
 *
 * Source: records.md [M-44], bundle.md [B-87].
 *
 * Returns: %TRUE when it has ended
 */
gboolean cab_mood_track_end (CabPractice *practice, CabRecord *track, GError **error);

G_END_DECLS
