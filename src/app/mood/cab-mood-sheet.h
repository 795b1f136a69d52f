/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-mood-entry.h"

G_BEGIN_DECLS

/**
 * CabMoodSheet:
 * @entry: a new entry, felt now in session, or a stored one
 * @vocabulary: (element-type CabRecord): emotion words that are in use or named by @entry
 * @emotions: (element-type CabRecord): emotions of @entry
 * @tracks: (element-type CabRecord): tracks of the client that run
 * @values: (element-type CabRecord): track values of @entry
 *
 * Everything that the page of a mood entry shows.
 */
typedef struct
{
  CabRecord *entry;
  GPtrArray *vocabulary;
  GPtrArray *emotions;
  GPtrArray *tracks;
  GPtrArray *values;
} CabMoodSheet;

void cab_mood_sheet_free (CabMoodSheet *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CabMoodSheet, cab_mood_sheet_free)

/**
 * cab_mood_sheet_read:
 * @practice: a practice
 * @client_id: a client
 * @entry_id: (nullable): a stored entry; %NULL for a new one
 * @error: return location
 *
 * Thread: the file's. Source: window.md [W-86].
 *
 * Returns: (transfer full): the sheet
 */
CabMoodSheet *cab_mood_sheet_read (CabPractice *practice,
                                   const char *client_id,
                                   const char *entry_id,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** cab_mood_sheet_dup_track_title: Returns: (transfer full): `Sleep (h, 0 to 24)` */
char *cab_mood_sheet_dup_track_title (CabRecord *track);

/**
 * CabMoodGiven:
 * @entry: the entry as it was filled in
 * @words: (element-type CabMoodWord): whose ids @ids owns
 * @numbers: (element-type CabMoodNumber): the same
 * @ids: (element-type utf8): what they point to
 *
 * An entry on its way to the file's thread.
 */
typedef struct
{
  CabRecord *entry;
  GArray *words;
  GArray *numbers;
  GPtrArray *ids;
} CabMoodGiven;

/** cab_mood_given_new: @entry: (transfer full): Returns: (transfer full): without parts */
CabMoodGiven *cab_mood_given_new (CabRecord *entry) G_GNUC_WARN_UNUSED_RESULT;
void cab_mood_given_free (CabMoodGiven *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CabMoodGiven, cab_mood_given_free)

/** cab_mood_given_take_words: @words: (transfer full) (element-type CabMoodWord): copies the ids */
void cab_mood_given_take_words (CabMoodGiven *self, GArray *words);

/** cab_mood_given_add_number: @amount: in hundredths */
void cab_mood_given_add_number (CabMoodGiven *self, const char *track_id, gint64 amount);

/** cab_mood_given_save_job: a #CabJobFunc: Returns: (transfer full): the saved entry */
gpointer cab_mood_given_save_job (CabPractice *practice,
                                  gpointer data,
                                  GCancellable *cancellable,
                                  GError **error);

G_END_DECLS
