/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-practice.h"

G_BEGIN_DECLS

/**
 * CabMoodPrecision:
 * @CAB_MOOD_PRECISION_MINUTE: to the minute
 * @CAB_MOOD_PRECISION_PART_OF_DAY: part of the day
 * @CAB_MOOD_PRECISION_DAY: the day
 *
 * How exactly the time of a mood is remembered. Source: records.md [M-41].
 */
typedef enum
{
  CAB_MOOD_PRECISION_MINUTE,
  CAB_MOOD_PRECISION_PART_OF_DAY,
  CAB_MOOD_PRECISION_DAY
} CabMoodPrecision;

extern const CabCodes cab_mood_precision_codes;

/**
 * CabEntrySource:
 * @CAB_ENTRY_SOURCE_IN_SESSION: in session
 * @CAB_ENTRY_SOURCE_CLIENT_DIARY: diary of the client
 * @CAB_ENTRY_SOURCE_PAPER: on paper
 * @CAB_ENTRY_SOURCE_IMPORTED: imported
 * @CAB_ENTRY_SOURCE_CLINICIAN_OBSERVED: observed by the clinician
 *
 * Where a mood entry came from; sets its origin. Source: records.md [M-41].
 */
typedef enum
{
  CAB_ENTRY_SOURCE_IN_SESSION,
  CAB_ENTRY_SOURCE_CLIENT_DIARY,
  CAB_ENTRY_SOURCE_PAPER,
  CAB_ENTRY_SOURCE_IMPORTED,
  CAB_ENTRY_SOURCE_CLINICIAN_OBSERVED
} CabEntrySource;

extern const CabCodes cab_entry_source_codes;

/**
 * CabMoodEntryField:
 *
 * The fields of a mood entry in table order, which is export order.
 * Source: records.md [M-41].
 */
typedef enum
{
  CAB_MOOD_ENTRY_FIELD_CLIENT_ID,
  CAB_MOOD_ENTRY_FIELD_FELT_AT,
  CAB_MOOD_ENTRY_FIELD_FELT_AT_ZONE,
  CAB_MOOD_ENTRY_FIELD_PRECISION,
  CAB_MOOD_ENTRY_FIELD_ENTRY_SOURCE,
  CAB_MOOD_ENTRY_FIELD_VALENCE,
  CAB_MOOD_ENTRY_FIELD_AROUSAL,
  CAB_MOOD_ENTRY_FIELD_CONTEXT_WORDS,
  CAB_MOOD_ENTRY_FIELD_ENTRY_NOTE,
  CAB_MOOD_ENTRY_N_FIELDS
} CabMoodEntryField;

extern const CabKind cab_mood_entry_kind;

#define CAB_TYPE_MOOD_ENTRY (cab_mood_entry_get_type ())
G_DECLARE_FINAL_TYPE (CabMoodEntry, cab_mood_entry, CAB, MOOD_ENTRY, CabRecord)

/**
 * CabMoodEmotionField:
 *
 * The fields of an emotion in table order, which is export order.
 * Source: records.md [M-42].
 */
typedef enum
{
  CAB_MOOD_EMOTION_FIELD_ENTRY_ID,
  CAB_MOOD_EMOTION_FIELD_WORD_ID,
  CAB_MOOD_EMOTION_FIELD_INTENSITY,
  CAB_MOOD_EMOTION_N_FIELDS
} CabMoodEmotionField;

extern const CabKind cab_mood_emotion_kind;

#define CAB_TYPE_MOOD_EMOTION (cab_mood_emotion_get_type ())
G_DECLARE_FINAL_TYPE (CabMoodEmotion, cab_mood_emotion, CAB, MOOD_EMOTION, CabRecord)

/**
 * CabMoodWord:
 * @word_id: an emotion word
 * @intensity: how strong the feeling was, 0 to 10
 */
typedef struct
{
  const char *word_id;
  int intensity;
} CabMoodWord;

/**
 * CabMoodNumber:
 * @track_id: a track of the client
 * @amount: the number, in hundredths
 */
typedef struct
{
  const char *track_id;
  gint64 amount;
} CabMoodNumber;

/**
 * cab_mood_entry_save:
 * @practice: a practice
 * @entry: a mood entry, new or stored
 * @words: (array length=n_words) (nullable): all its emotions
 * @n_words: how many
 * @numbers: (array length=n_numbers) (nullable): all its track values
 * @n_numbers: how many
 * @error: return location
 *
 * Saves an entry with all its parts in one transaction. What the entry had
 * before and is not among them goes into the trash with its row, and comes back
 * when it is named again.
 *
 * Errors: INVALID for an entry that holds nothing, lies in the future, names a
 * number outside its track or a word that is retired; DUPLICATE for a word or a
 * track that is named twice.
 * Source: records.md [M-41], [M-42], [M-44].
 *
 * Returns: %TRUE when everything is on disk
 */
gboolean cab_mood_entry_save (CabPractice *practice,
                              CabRecord *entry,
                              const CabMoodWord *words,
                              guint n_words,
                              const CabMoodNumber *numbers,
                              guint n_numbers,
                              GError **error);

/**
 * cab_mood_entry_add_quietly:
 * @practice: a practice, inside cab_practice_transact()
 * @entry: a new mood entry
 * @numbers: (array length=n_numbers) (nullable): its track values
 * @n_numbers: how many
 * @error: return location
 *
 * Adds an entry and its numbers without audit rows of their own: for an import,
 * whose one row tells of all of them.
 *
 * Errors: as cab_mood_entry_save(). Source: bundle.md [B-88], records.md [M-7].
 *
 * Returns: %TRUE when they are written in the running transaction
 */
gboolean cab_mood_entry_add_quietly (CabPractice *practice,
                                     CabRecord *entry,
                                     const CabMoodNumber *numbers,
                                     guint n_numbers,
                                     GError **error);

G_END_DECLS
