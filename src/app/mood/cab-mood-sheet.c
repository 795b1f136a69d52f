/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-mood-sheet.h"

#include <glib/gi18n.h>

#include "cab-emotion-word.h"
#include "cab-mood-track.h"
#include "cab-practice-settings.h"

void
cab_mood_sheet_free (CabMoodSheet *self)
{
  g_clear_object (&self->entry);
  g_clear_pointer (&self->vocabulary, g_ptr_array_unref);
  g_clear_pointer (&self->emotions, g_ptr_array_unref);
  g_clear_pointer (&self->tracks, g_ptr_array_unref);
  g_clear_pointer (&self->values, g_ptr_array_unref);
  g_free (self);
}

/* (transfer full) (nullable): this minute where the practice is. */
static char *
dup_local_now (CabPractice *practice)
{
  g_autofree char *now = cab_practice_dup_now (practice);
  g_autoptr (GDateTime) utc = g_date_time_new_from_iso8601 (now, NULL);
  g_autoptr (GTimeZone) place
      = g_time_zone_new_identifier (cab_practice_settings_get_zone (practice));
  g_autoptr (GDateTime) local
      = utc != NULL && place != NULL ? g_date_time_to_timezone (utc, place) : NULL;

  return local != NULL ? g_date_time_format (local, "%Y-%m-%dT%H:%M") : NULL;
}

static CabRecord *
make_entry (CabPractice *practice, const char *client_id)
{
  CabRecord *entry = cab_record_new (&cab_mood_entry_kind);
  g_autofree char *felt_at = dup_local_now (practice);

  cab_record_set_text (entry, CAB_OWN (CAB_MOOD_ENTRY_FIELD_CLIENT_ID), client_id);
  cab_record_set_text (entry, CAB_OWN (CAB_MOOD_ENTRY_FIELD_FELT_AT), felt_at);
  cab_record_set_text (entry, CAB_OWN (CAB_MOOD_ENTRY_FIELD_FELT_AT_ZONE),
                       cab_practice_settings_get_zone (practice));
  cab_record_set_code (entry, CAB_OWN (CAB_MOOD_ENTRY_FIELD_PRECISION), CAB_MOOD_PRECISION_MINUTE);
  cab_record_set_code (entry, CAB_OWN (CAB_MOOD_ENTRY_FIELD_ENTRY_SOURCE),
                       CAB_ENTRY_SOURCE_IN_SESSION);

  return entry;
}

/* The parts of a stored entry; none of a new one. */
static GPtrArray *
list_parts (CabPractice *practice,
            const CabKind *kind,
            guint entry_field,
            CabRecord *entry,
            GError **error)
{
  CabFilter filter = { .trashed = 0 };

  if (!cab_record_is_stored (entry))
    return g_ptr_array_new_with_free_func (g_object_unref);

  filter.field = entry_field;
  filter.equals = cab_record_get_id (entry);

  return cab_practice_list (practice, kind, &filter, error);
}

static gboolean
has_record (GPtrArray *records, guint field, const char *id)
{
  for (guint i = 0; i < records->len; i++)
    if (g_strcmp0 (cab_record_get_text (records->pdata[i], field), id) == 0)
      return TRUE;

  return FALSE;
}

/* Takes out what is no longer in use, but for what the entry names. */
static void
drop_old (CabMoodSheet *self)
{
  for (guint i = self->vocabulary->len; i-- > 0;)
    if (cab_record_get_bool (self->vocabulary->pdata[i], CAB_OWN (CAB_EMOTION_WORD_FIELD_RETIRED))
        && !has_record (self->emotions, CAB_OWN (CAB_MOOD_EMOTION_FIELD_WORD_ID),
                        cab_record_get_id (self->vocabulary->pdata[i])))
      g_ptr_array_remove_index (self->vocabulary, i);

  for (guint i = self->tracks->len; i-- > 0;)
    if (!cab_record_is_none (self->tracks->pdata[i], CAB_OWN (CAB_MOOD_TRACK_FIELD_ENDED_ON))
        && !has_record (self->values, CAB_OWN (CAB_MOOD_TRACK_VALUE_FIELD_TRACK_ID),
                        cab_record_get_id (self->tracks->pdata[i])))
      g_ptr_array_remove_index (self->tracks, i);
}

CabMoodSheet *
cab_mood_sheet_read (CabPractice *practice,
                     const char *client_id,
                     const char *entry_id,
                     GError **error)
{
  const CabFilter every = { .trashed = 0 };
  const CabFilter of_client = { .client_id = client_id, .trashed = 0 };
  g_autoptr (CabMoodSheet) self = g_new0 (CabMoodSheet, 1);

  self->entry = entry_id != NULL
                    ? cab_practice_load (practice, &cab_mood_entry_kind, entry_id, error)
                    : make_entry (practice, client_id);
  if (self->entry == NULL)
    return NULL;

  self->vocabulary = cab_practice_list (practice, &cab_emotion_word_kind, &every, error);
  if (self->vocabulary == NULL)
    return NULL;
  self->emotions = list_parts (practice, &cab_mood_emotion_kind,
                               CAB_OWN (CAB_MOOD_EMOTION_FIELD_ENTRY_ID), self->entry, error);
  if (self->emotions == NULL)
    return NULL;
  self->tracks = cab_practice_list (practice, &cab_mood_track_kind, &of_client, error);
  if (self->tracks == NULL)
    return NULL;
  self->values = list_parts (practice, &cab_mood_track_value_kind,
                             CAB_OWN (CAB_MOOD_TRACK_VALUE_FIELD_ENTRY_ID), self->entry, error);
  if (self->values == NULL)
    return NULL;

  drop_old (self);

  return g_steal_pointer (&self);
}

char *
cab_mood_sheet_dup_track_title (CabRecord *track)
{
  const char *label = cab_record_get_text (track, CAB_OWN (CAB_MOOD_TRACK_FIELD_LABEL));
  const char *unit = cab_record_get_text (track, CAB_OWN (CAB_MOOD_TRACK_FIELD_UNIT));
  g_autofree char *least = cab_record_dup_text (track, CAB_OWN (CAB_MOOD_TRACK_FIELD_MINIMUM));
  g_autofree char *most = cab_record_dup_text (track, CAB_OWN (CAB_MOOD_TRACK_FIELD_MAXIMUM));

  if (unit == NULL)
    /* Translators: a track and its range, “Urge (0 to 10)” */
    return g_strdup_printf (_ ("%1$s (%2$s to %3$s)"), label, least, most);

  /* Translators: a track, its unit and its range, “Sleep (h, 0 to 24)” */
  return g_strdup_printf (_ ("%1$s (%2$s, %3$s to %4$s)"), label, unit, least, most);
}

CabMoodGiven *
cab_mood_given_new (CabRecord *entry)
{
  CabMoodGiven *self = g_new0 (CabMoodGiven, 1);

  self->entry = entry;
  self->words = g_array_new (FALSE, FALSE, sizeof (CabMoodWord));
  self->numbers = g_array_new (FALSE, FALSE, sizeof (CabMoodNumber));
  self->ids = g_ptr_array_new_with_free_func (g_free);

  return self;
}

void
cab_mood_given_free (CabMoodGiven *self)
{
  g_clear_object (&self->entry);
  g_array_unref (self->words);
  g_array_unref (self->numbers);
  g_ptr_array_unref (self->ids);
  g_free (self);
}

static const char *
keep_id (CabMoodGiven *self, const char *id)
{
  g_ptr_array_add (self->ids, g_strdup (id));

  return self->ids->pdata[self->ids->len - 1];
}

void
cab_mood_given_take_words (CabMoodGiven *self, GArray *words)
{
  for (guint i = 0; i < words->len; i++)
    {
      CabMoodWord *word = &g_array_index (words, CabMoodWord, i);

      word->word_id = keep_id (self, word->word_id);
    }
  g_array_unref (self->words);
  self->words = words;
}

void
cab_mood_given_add_number (CabMoodGiven *self, const char *track_id, gint64 amount)
{
  const CabMoodNumber number = { .track_id = keep_id (self, track_id), .amount = amount };

  g_array_append_val (self->numbers, number);
}

gpointer
cab_mood_given_save_job (CabPractice *practice,
                         gpointer data,
                         GCancellable *cancellable,
                         GError **error)
{
  const CabMoodGiven *given = data;

  if (!cab_mood_entry_save (practice, given->entry,
                            (const CabMoodWord *)(gpointer)given->words->data, given->words->len,
                            (const CabMoodNumber *)(gpointer)given->numbers->data,
                            given->numbers->len, error))
    return NULL;

  return g_object_ref (given->entry);
}
