/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/** CAB_DAYLIO_TRACK: the mood track that the levels go into, 1 to 5 */
#define CAB_DAYLIO_TRACK "Daylio mood"

/**
 * CabDaylioEntry:
 * @row: its row in the file, the heading being 1
 * @date: `2026-03-02`
 * @time: (nullable): `23:54`; %NULL when only the day is known
 * @mood: the mood's name as the person chose it
 * @context_words: (nullable): the activities, `a · b`, at most 200 characters
 * @note: (nullable): own mood name, title, note, activities that did not fit
 * @key: what is written in the row, for cab_daylio_entry_dup_key()
 * @occurrence: 1, or more when equal rows came before it
 *
 * One entry of a Daylio diary, wall clock without zone.
 */
typedef struct
{
  guint row;
  char *date;
  char *time;
  char *mood;
  char *context_words;
  char *note;
  char *key;
  guint occurrence;
} CabDaylioEntry;

/**
 * CabDaylio:
 * @name: the file's name
 * @entries: (element-type CabDaylioEntry): in the order of the file, newest first
 * @moods: (element-type utf8): the names of moods that occur, each once
 * @n_dropped: marks of formatting that were dropped from the notes
 * @levels: see cab_daylio_get_level()
 *
 * A Daylio export, read.
 */
typedef struct
{
  char *name;
  GPtrArray *entries;
  GPtrArray *moods;
  guint n_dropped;
  GHashTable *levels;
} CabDaylio;

void cab_daylio_free (CabDaylio *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CabDaylio, cab_daylio_free)

/**
 * cab_daylio_has_headings:
 * @cells: the first row of a table
 *
 * Returns: whether it may be a Daylio export, by the columns that none is without
 */
gboolean cab_daylio_has_headings (const char *const *cells);

/**
 * cab_daylio_read:
 * @bytes: the file
 * @name: its name, for sentences
 * @now: (nullable): the wall clock where the diary was kept, `2026-11-22T18:00`;
 *   an entry later than that is refused
 * @error: return location
 *
 * Reads a Daylio export: 8 columns, 9 with scales, or the 7 of old versions;
 * columns are found by their headings. One row at fault refuses the file. What
 * the scales say is kept in the note.
 *
 * Errors: every `csv-…` of the reader, MOOD_HEADINGS, MOOD_ROWS.
 * Thread: any; pure. Source: bundle.md [B-86], [B-87].
 *
 * Returns: (transfer full): the diary
 */
CabDaylio *cab_daylio_read (GBytes *bytes, const char *name, const char *now, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/**
 * cab_daylio_get_level:
 * @self: a diary
 * @mood: a mood's name, any case
 *
 * Returns: 5 for rad to 1 for awful, or what was set; 0 when nobody said yet
 */
guint cab_daylio_get_level (CabDaylio *self, const char *mood);

/**
 * cab_daylio_set_level:
 * @self: a diary
 * @mood: a mood's name, any case
 * @level: 1 to 5
 *
 * Says what a mood of a person's own means.
 */
void cab_daylio_set_level (CabDaylio *self, const char *mood, guint level);

/**
 * cab_daylio_check_levels:
 * @self: a diary
 * @error: return location
 *
 * Whether each mood that occurs has a level.
 *
 * Errors: MOOD_UNMAPPED, naming the first that has none.
 *
 * Returns: %TRUE when they all have
 */
gboolean cab_daylio_check_levels (CabDaylio *self, GError **error);

/**
 * cab_daylio_entry_dup_key:
 * @entry: an entry
 * @client_id: whose diary it is
 *
 * By this a repeated import knows the entry: SHA-256 over client, date, time,
 * mood, activities, title, note, and which of equal rows it is.
 *
 * Source: bundle.md [B-88].
 *
 * Returns: (transfer full): 64 hex digits
 */
char *cab_daylio_entry_dup_key (const CabDaylioEntry *entry, const char *client_id);

/**
 * cab_daylio_parse_time:
 * @text: `23:54`, or `11:54 pm`
 *
 * Reads a time of day as people and diaries write it.
 *
 * Thread: any; pure. Source: bundle.md [B-86], [B-89].
 *
 * Returns: (transfer full) (nullable): `23:54`; %NULL when it is no time
 */
char *cab_daylio_parse_time (const char *text);

G_END_DECLS
