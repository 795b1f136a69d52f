/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-mood-diary.h"

G_BEGIN_DECLS

/* The numbers of a track have two decimals [M-44]. */
#define CAB_MOOD_DIARY_SCALE 100

/* An empty diary of @bytes; @format is a constant. */
CabMoodDiary *cab_mood_diary_new (GBytes *bytes, const char *name, const char *format);

void cab_mood_diary_add_track (CabMoodDiary *self,
                               const char *label,
                               const char *unit,
                               gint64 minimum,
                               gint64 maximum);

/* Appends an empty entry, to be filled; it stays the diary's. */
CabMoodDiaryEntry *cab_mood_diary_add_entry (CabMoodDiary *self, guint row);

G_END_DECLS
