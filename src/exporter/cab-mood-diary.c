/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-exporter"

#include "config.h"

#include "cab-mood-diary-private.h"

#include <glib/gi18n-lib.h>

static void
free_track (CabMoodDiaryTrack *track)
{
  g_free (track->label);
  g_free (track->unit);
  g_free (track);
}

static void
free_entry (CabMoodDiaryEntry *entry)
{
  g_free (entry->date);
  g_free (entry->time);
  g_free (entry->context_words);
  g_free (entry->note);
  g_free (entry->key);
  g_free (entry);
}

CabMoodDiary *
cab_mood_diary_new (GBytes *bytes, const char *name, const char *format)
{
  CabMoodDiary *self = g_new0 (CabMoodDiary, 1);

  self->name = g_strdup (name);
  self->format = format;
  self->sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  self->tracks = g_ptr_array_new_with_free_func ((GDestroyNotify)free_track);
  self->entries = g_ptr_array_new_with_free_func ((GDestroyNotify)free_entry);

  return self;
}

void
cab_mood_diary_free (CabMoodDiary *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->name);
  g_free (self->sha256);
  g_ptr_array_unref (self->tracks);
  g_ptr_array_unref (self->entries);
  g_free (self);
}

void
cab_mood_diary_add_track (CabMoodDiary *self,
                          const char *label,
                          const char *unit,
                          gint64 minimum,
                          gint64 maximum)
{
  CabMoodDiaryTrack *track = g_new0 (CabMoodDiaryTrack, 1);

  track->label = g_strdup (label);
  track->unit = g_strdup (unit);
  track->minimum = minimum;
  track->maximum = maximum;
  g_ptr_array_add (self->tracks, track);
}

CabMoodDiaryEntry *
cab_mood_diary_add_entry (CabMoodDiary *self, guint row)
{
  CabMoodDiaryEntry *entry = g_new0 (CabMoodDiaryEntry, 1);

  entry->row = row;
  g_ptr_array_add (self->entries, entry);
  return entry;
}

static void
take_entries (CabMoodDiary *self, CabDaylio *daylio, const char *client_id)
{
  for (guint i = 0; i < daylio->entries->len; i++)
    {
      CabDaylioEntry *read = g_ptr_array_index (daylio->entries, i);
      CabMoodDiaryEntry *entry = cab_mood_diary_add_entry (self, read->row);

      entry->date = g_strdup (read->date);
      entry->time = g_strdup (read->time);
      entry->context_words = g_strdup (read->context_words);
      entry->note = g_strdup (read->note);
      entry->key = cab_daylio_entry_dup_key (read, client_id);
      entry->has_amount[0] = TRUE;
      entry->amounts[0] = cab_daylio_get_level (daylio, read->mood) * CAB_MOOD_DIARY_SCALE;
    }
}

CabMoodDiary *
cab_mood_diary_new_from_daylio (GBytes *bytes,
                                const char *name,
                                const char *client_id,
                                const char *now,
                                const CabMoodLevel *levels,
                                guint n_levels,
                                GError **error)
{
  g_autoptr (CabDaylio) daylio = NULL;
  CabMoodDiary *self;

  g_return_val_if_fail (bytes != NULL && name != NULL && client_id != NULL, NULL);
  g_return_val_if_fail (levels != NULL || n_levels == 0, NULL);

  daylio = cab_daylio_read (bytes, name, now, error);
  if (daylio == NULL)
    return NULL;

  for (guint i = 0; i < n_levels; i++)
    cab_daylio_set_level (daylio, levels[i].mood, levels[i].level);
  if (!cab_daylio_check_levels (daylio, error))
    return NULL;

  self = cab_mood_diary_new (bytes, name, "daylio");
  cab_mood_diary_add_track (self, CAB_DAYLIO_TRACK, _ ("level"), 1 * CAB_MOOD_DIARY_SCALE,
                            5 * CAB_MOOD_DIARY_SCALE);
  take_entries (self, daylio, client_id);
  self->n_dropped = daylio->n_dropped;

  return self;
}
