/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-date-order.h"
#include "cab-mood-diary.h"

G_BEGIN_DECLS

/**
 * CabMoodColumn:
 * @heading: a heading of the table
 * @unit: (nullable): in what it is counted
 * @minimum: the least number, in hundredths
 * @maximum: the greatest
 *
 * A column of numbers, which becomes a track of the same name.
 */
typedef struct
{
  const char *heading;
  const char *unit;
  gint64 minimum;
  gint64 maximum;
} CabMoodColumn;

/**
 * cab_mood_column_set_range:
 * @self: a column
 * @minimum: the least, as a person writes it: `0`, `-2.5`
 * @maximum: the greatest
 *
 * Returns: %TRUE when both are numbers; nothing was set otherwise
 */
gboolean cab_mood_column_set_range (CabMoodColumn *self, const char *minimum, const char *maximum);

/**
 * CabMoodColumns:
 * @date: heading of the day
 * @order: how the dates are written, or unknown: then it shows, or is asked for
 * @time: (nullable): heading of the time, `23:54` or `11:54 pm`
 * @words: (nullable): heading of the words
 * @note: (nullable): heading of the note
 * @numbers: (array length=n_numbers): at most %CAB_MOOD_TRACK_MAXIMUM
 * @n_numbers: how many
 *
 * Which columns of a table are taken; all others are left.
 */
typedef struct
{
  const char *date;
  CabDateOrder order;
  const char *time;
  const char *words;
  const char *note;
  const CabMoodColumn *numbers;
  guint n_numbers;
} CabMoodColumns;

/**
 * cab_mood_diary_new_from_table:
 * @bytes: the file
 * @name: its name, for sentences
 * @client_id: whose diary it is
 * @now: the wall clock where it was kept; what is later is refused
 * @columns: what its columns mean
 * @error: return location
 *
 * Reads any other table of moods. One row at fault refuses the file; an empty
 * cell says nothing, and a row that says nothing is passed over. Words alone
 * make no entry, so without a number or a note they are the note. Headings are
 * compared as those of people are [B-81].
 *
 * Errors: every `csv-…` of the reader; MOOD_HEADINGS; MOOD_ROWS; CLIENT_DATE_ORDER.
 * Thread: any; pure. Source: bundle.md [B-89].
 *
 * Returns: (transfer full): the diary
 */
CabMoodDiary *cab_mood_diary_new_from_table (GBytes *bytes,
                                             const char *name,
                                             const char *client_id,
                                             const char *now,
                                             const CabMoodColumns *columns,
                                             GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
