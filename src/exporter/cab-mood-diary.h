/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-daylio.h"
#include "cab-mood-track.h"

G_BEGIN_DECLS

/**
 * CabMoodDiaryTrack:
 * @label: what the track is called
 * @unit: in what it is counted
 * @minimum: the least number, in hundredths
 * @maximum: the greatest
 */
typedef struct
{
  char *label;
  char *unit;
  gint64 minimum;
  gint64 maximum;
} CabMoodDiaryTrack;

/**
 * CabMoodDiaryEntry:
 * @row: its row in the file, the heading being 1
 * @date: `2026-03-02`
 * @time: (nullable): `23:54`; %NULL when only the day is known
 * @context_words: (nullable): `walk · rain`
 * @note: (nullable): what was written
 * @key: by this a repeated import knows the entry, 64 hex digits
 * @has_amount: by track: whether the row has a number
 * @amounts: by track: the number, in hundredths
 */
typedef struct
{
  guint row;
  char *date;
  char *time;
  char *context_words;
  char *note;
  char *key;
  gboolean has_amount[CAB_MOOD_TRACK_MAXIMUM];
  gint64 amounts[CAB_MOOD_TRACK_MAXIMUM];
} CabMoodDiaryEntry;

/**
 * CabMoodDiary:
 * @name: the file's name
 * @format: `daylio` or `table`: the first part of what an entry is known by
 * @sha256: of the file: the `bundle` of what comes from it
 * @tracks: (element-type CabMoodDiaryTrack): at most %CAB_MOOD_TRACK_MAXIMUM
 * @entries: (element-type CabMoodDiaryEntry): in the order of the file
 * @n_dropped: marks of formatting that were dropped from the notes
 *
 * A client's diary from another program, whichever it was.
 */
typedef struct
{
  char *name;
  const char *format;
  char *sha256;
  GPtrArray *tracks;
  GPtrArray *entries;
  guint n_dropped;
} CabMoodDiary;

/**
 * CabMoodLevel:
 * @mood: a mood's name as the client chose it
 * @level: 1 to 5
 */
typedef struct
{
  const char *mood;
  guint level;
} CabMoodLevel;

/**
 * cab_mood_diary_new_from_daylio:
 * @bytes: the file
 * @name: its name, for sentences
 * @client_id: whose diary it is
 * @now: the wall clock where it was kept; what is later is refused
 * @levels: (array length=n_levels) (nullable): what moods of a client's own mean
 * @n_levels: how many
 * @error: return location
 *
 * Reads a Daylio export. The level of the mood becomes a number of the track
 * %CAB_DAYLIO_TRACK, never a point of the affect grid.
 *
 * Errors: those of cab_daylio_read(); MOOD_UNMAPPED.
 * Thread: any; pure. Source: bundle.md [B-86] to [B-88].
 *
 * Returns: (transfer full): the diary
 */
CabMoodDiary *cab_mood_diary_new_from_daylio (GBytes *bytes,
                                              const char *name,
                                              const char *client_id,
                                              const char *now,
                                              const CabMoodLevel *levels,
                                              guint n_levels,
                                              GError **error) G_GNUC_WARN_UNUSED_RESULT;

void cab_mood_diary_free (CabMoodDiary *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CabMoodDiary, cab_mood_diary_free)

G_END_DECLS
