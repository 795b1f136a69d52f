/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-model"

#include "config.h"

#include "cab-mood-entry.h"
#include "cab-mood-track.h"
#include "cab-sample-private.h"
#include "cab-value-domain.h"

#define ENTRY(field) CAB_OWN (CAB_MOOD_ENTRY_FIELD_##field)
#define RATING(field) CAB_OWN (CAB_VALUE_RATING_FIELD_##field)
#define TRACK(field) CAB_OWN (CAB_MOOD_TRACK_FIELD_##field)

/* In hundredths, as tracks are kept. */
static const struct
{
  const char *label;
  const char *unit;
  gint64 maximum;
  gint64 step;
} tracks[CAB_SAMPLE_N_TRACKS] = {
  { "Sleep", "h", 1400, 50 },
  { "Tension", "0–10", 1000, 100 },
};

gboolean
cab_sample_add_tracks (CabSample *sample, CabSampleStory *story, guint n, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (tracks); i++)
    {
      g_autoptr (CabRecord) track = cab_record_new (&cab_mood_track_kind);

      cab_record_set_text (track, TRACK (CLIENT_ID), story->client_id);
      cab_record_set_text (track, TRACK (LABEL), tracks[i].label);
      cab_record_set_text (track, TRACK (UNIT), tracks[i].unit);
      cab_record_set_integer (track, TRACK (MINIMUM), 0);
      cab_record_set_integer (track, TRACK (MAXIMUM), tracks[i].maximum);
      if (!cab_practice_save (sample->practice, track, error))
        return FALSE;
      story->track_ids[i] = g_strdup (cab_record_get_id (track));
    }

  return TRUE;
}

/* Amounts gather in the middle, as those of real weeks do. */
static gint64
draw_amount (const CabSampleStory *story, guint track)
{
  guint steps = (guint)(tracks[track].maximum / tracks[track].step);
  guint first = cab_sample_draw (story, steps / 2 + 1);
  guint second = cab_sample_draw (story, steps / 2 + 1);

  return (gint64)(first + second) * tracks[track].step;
}

static void
draw_time (CabSample *sample, const CabSampleStory *story, CabRecord *entry)
{
  static const CabMoodPrecision precisions[]
      = { CAB_MOOD_PRECISION_MINUTE, CAB_MOOD_PRECISION_MINUTE, CAB_MOOD_PRECISION_PART_OF_DAY,
          CAB_MOOD_PRECISION_DAY };
  static const CabEntrySource sources[]
      = { CAB_ENTRY_SOURCE_CLIENT_DIARY, CAB_ENTRY_SOURCE_CLIENT_DIARY, CAB_ENTRY_SOURCE_PAPER,
          CAB_ENTRY_SOURCE_IN_SESSION, CAB_ENTRY_SOURCE_CLINICIAN_OBSERVED };
  g_autofree char *felt_at = cab_sample_dup_local (sample, 20 + (int)cab_sample_draw (story, 4000));

  cab_record_set_text (entry, ENTRY (FELT_AT), felt_at);
  cab_record_set_text (entry, ENTRY (FELT_AT_ZONE), CAB_SAMPLE_ZONE);
  cab_record_set_code (entry, ENTRY (PRECISION),
                       (int)precisions[cab_sample_draw (story, G_N_ELEMENTS (precisions))]);
  cab_record_set_code (entry, ENTRY (ENTRY_SOURCE),
                       (int)sources[cab_sample_draw (story, G_N_ELEMENTS (sources))]);
}

static void
draw_feeling (const CabSampleStory *story, CabRecord *entry)
{
  static const char *const contexts[] = {
    "work",   "alone at home", "with friends", "after the session",  "on the bus",
    "family", "in bed",        "walking",      "before the meeting", "cooking",
  };
  static const char *const notes[] = {
    "Better than I thought it would be.",   "Could not say why.",
    "Went out although I did not want to.", "The telephone call.",
    "Rain all day, stayed in, read.",       "Argued, made up.",
  };
  int valence = (int)cab_sample_draw (story, 5) + (int)cab_sample_draw (story, 5) - 4;

  cab_record_set_integer (entry, ENTRY (VALENCE), valence);
  cab_record_set_integer (entry, ENTRY (AROUSAL), (int)cab_sample_draw (story, 9) - 4);
  if (cab_sample_draw (story, 2) == 0)
    cab_record_set_text (entry, ENTRY (CONTEXT_WORDS),
                         CAB_SAMPLE_PICK (story->voice.ids, contexts));
  if (cab_sample_draw (story, 3) == 0)
    cab_record_set_text (entry, ENTRY (ENTRY_NOTE), CAB_SAMPLE_PICK (story->voice.ids, notes));
}

gboolean
cab_sample_enter_mood (CabSample *sample, CabSampleStory *story, guint n, GError **error)
{
  g_autoptr (CabRecord) entry = cab_record_new (&cab_mood_entry_kind);
  CabMoodWord words[2];
  CabMoodNumber numbers[CAB_SAMPLE_N_TRACKS];
  guint n_words = cab_sample_draw (story, G_N_ELEMENTS (words) + 1);
  guint first = cab_sample_draw (story, sample->word_ids->len);
  guint n_numbers = 0;

  cab_record_set_text (entry, ENTRY (CLIENT_ID), story->client_id);
  draw_time (sample, story, entry);
  draw_feeling (story, entry);
  for (guint i = 0; i < n_words; i++)
    {
      words[i].word_id
          = g_ptr_array_index (sample->word_ids, (first + 7 * i) % sample->word_ids->len);
      words[i].intensity = (int)cab_sample_draw (story, 11);
    }
  for (guint i = 0; i < CAB_SAMPLE_N_TRACKS && story->track_ids[i] != NULL; i++, n_numbers++)
    {
      numbers[i].track_id = story->track_ids[i];
      numbers[i].amount = draw_amount (story, i);
    }

  return cab_mood_entry_save (sample->practice, entry, words, n_words, numbers, n_numbers, error);
}

static gboolean
rate (CabSample *sample, const CabSampleStory *story, CabRecord *domain, GError **error)
{
  static const char *const actions[] = {
    "Ring her on Sunday", "Half an hour in the garden", "Ask about the course",
    "Cook together once", "Walk to work on Tuesday",    "Say no to one thing",
  };
  g_autoptr (CabRecord) rating = cab_record_new (&cab_value_rating_kind);
  g_autofree char *today = cab_sample_dup_day (sample, 0);
  guint importance = 3 + cab_sample_draw (story, 8);

  cab_record_set_text (rating, RATING (DOMAIN_ID), cab_record_get_id (domain));
  cab_record_set_text (rating, RATING (RATED_ON), today);
  cab_record_set_integer (rating, RATING (IMPORTANCE), importance);
  cab_record_set_integer (rating, RATING (LIVED), cab_sample_draw (story, importance + 1));
  if (cab_sample_draw (story, 2) == 0)
    cab_record_set_text (rating, RATING (NEXT_ACTION), CAB_SAMPLE_PICK (story->voice.ids, actions));

  return cab_practice_save (sample->practice, rating, error);
}

/* A round of ratings; skipping a heading is allowed [F-83]. */
gboolean
cab_sample_rate_values (CabSample *sample, CabSampleStory *story, guint n, GError **error)
{
  const CabFilter filter = { .client_id = story->client_id };
  g_autoptr (GPtrArray) domains = NULL;

  if (!cab_value_domain_add_headings (sample->practice, story->client_id, error))
    return FALSE;
  domains = cab_practice_list (sample->practice, &cab_value_domain_kind, &filter, error);
  if (domains == NULL)
    return FALSE;

  for (guint i = 0; i < domains->len; i++)
    {
      if (cab_sample_draw (story, 4) != 0
          && !rate (sample, story, g_ptr_array_index (domains, i), error))
        return FALSE;
    }

  return TRUE;
}
