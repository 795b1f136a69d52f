/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-model"

#include "config.h"

#include "cab-mood-track.h"

#include "cab-codes.h"
#include "cab-model-error.h"
#include "cab-mood-entry-private.h"
#include "cab-practice-private.h"

#include <glib/gi18n.h>
#include <string.h>

/* clang-format off */
static const CabField mood_track_fields[] = {
  [CAB_MOOD_TRACK_FIELD_CLIENT_ID] = {
    .name = "client_id", .type = CAB_FIELD_REF, .target = "client", .required = CAB_REQUIRED_YES,
    .right = CAB_RIGHT_PROVIDED, .flags = CAB_FLAG_SENSITIVE | CAB_FLAG_FIXED,
    .label = N_ ("Client"), .why = N_ ("To show that it is you who keeps an eye on this."),
    .since = 1
  },
  [CAB_MOOD_TRACK_FIELD_LABEL] = {
    .name = "label", .type = CAB_FIELD_TEXT, .maximum = 60, .required = CAB_REQUIRED_YES,
    .right = CAB_RIGHT_PROVIDED, .flags = CAB_FLAG_SENSITIVE, .label = N_ ("Name"),
    .why = N_ ("To show what you want to keep an eye on, such as hours of sleep."),
    .fhir = "Observation.code.text", .since = 1
  },
  [CAB_MOOD_TRACK_FIELD_UNIT] = {
    .name = "unit", .type = CAB_FIELD_TEXT, .maximum = 20, .required = CAB_REQUIRED_YES,
    .right = CAB_RIGHT_PROVIDED, .flags = CAB_FLAG_SENSITIVE, .label = N_ ("Unit"),
    .why = N_ ("To read the numbers of the track rightly."),
    .fhir = "Observation.valueQuantity.unit", .since = 1
  },
  [CAB_MOOD_TRACK_FIELD_MINIMUM] = {
    .name = "minimum", .type = CAB_FIELD_DECIMAL, .scale = 2, .required = CAB_REQUIRED_YES,
    .right = CAB_RIGHT_PROVIDED, .flags = CAB_FLAG_SENSITIVE, .label = N_ ("Lowest"),
    .why = N_ ("To know the lowest number the track can have."), .since = 1
  },
  [CAB_MOOD_TRACK_FIELD_MAXIMUM] = {
    .name = "maximum", .type = CAB_FIELD_DECIMAL, .scale = 2, .required = CAB_REQUIRED_YES,
    .right = CAB_RIGHT_PROVIDED, .flags = CAB_FLAG_SENSITIVE, .label = N_ ("Highest"),
    .why = N_ ("To know the highest number the track can have."), .since = 1
  },
  [CAB_MOOD_TRACK_FIELD_ENDED_ON] = {
    .name = "ended_on", .type = CAB_FIELD_DATE, .right = CAB_RIGHT_PROVIDED,
    .flags = CAB_FLAG_SENSITIVE, .label = N_ ("Ended on"),
    .why = N_ ("To keep what was tracked without asking for it any more."), .since = 1
  },
};
/* clang-format on */

G_STATIC_ASSERT (G_N_ELEMENTS (mood_track_fields) == CAB_MOOD_TRACK_N_FIELDS);

static const char sql_running[] = "SELECT count(*)\n"
                                  "FROM mood_track\n"
                                  "WHERE client_id = ?1 AND ended_on IS NULL\n"
                                  "  AND trashed_at IS NULL AND id <> ?2";
static const char sql_same_label[] = "SELECT count(*)\n"
                                     "FROM mood_track\n"
                                     "WHERE client_id = ?1 AND ended_on IS NULL\n"
                                     "  AND trashed_at IS NULL AND id <> ?2 AND label = ?3";
static const char sql_outside[] = "SELECT EXISTS (\n"
                                  "  SELECT 1\n"
                                  "  FROM mood_track_value\n"
                                  "  WHERE track_id = ?1\n"
                                  "    AND amount NOT BETWEEN CAST(?2 AS INTEGER)\n"
                                  "    AND CAST(?3 AS INTEGER))";

static gint64
get_number (CabRecord *record, guint field)
{
  gint64 number = 0;

  cab_record_get_integer (record, field, &number);
  return number;
}

static gboolean
is_running (CabRecord *track)
{
  return cab_record_is_none (track, CAB_OWN (CAB_MOOD_TRACK_FIELD_ENDED_ON))
         && cab_record_is_none (track, CAB_SYSTEM_TRASHED_AT);
}

static gboolean
check_number_of_tracks (CabPractice *practice, CabRecord *track, GError **error)
{
  gint64 running = 0;

  if (!is_running (track))
    return TRUE;
  if (!cab_practice_ask_integer (
          practice, sql_running, "count mood tracks", &running, error,
          cab_record_get_text (track, CAB_OWN (CAB_MOOD_TRACK_FIELD_CLIENT_ID)),
          cab_record_get_id (track), NULL))
    return FALSE;
  if (running < CAB_MOOD_TRACK_MAXIMUM)
    return TRUE;

  return cab_record_set_error (track, -1, CAB_MODEL_ERROR_HELD, error,
                               _ ("this client already has three tracks. End one first."));
}

/* Two that run under one name could not be told apart by a person. */
static gboolean
check_label (CabPractice *practice, CabRecord *track, GError **error)
{
  const guint label = CAB_OWN (CAB_MOOD_TRACK_FIELD_LABEL);
  gint64 same = 0;

  if (!is_running (track))
    return TRUE;
  if (!cab_practice_ask_integer (
          practice, sql_same_label, "look for a mood track", &same, error,
          cab_record_get_text (track, CAB_OWN (CAB_MOOD_TRACK_FIELD_CLIENT_ID)),
          cab_record_get_id (track), cab_record_get_text (track, label), NULL))
    return FALSE;
  if (same == 0)
    return TRUE;

  return cab_record_set_error (track, (int)label, CAB_MODEL_ERROR_DUPLICATE, error,
                               _ ("this client has a track of that name already."));
}

/* A range that is drawn in later must still hold what was tracked. */
static gboolean
check_range (CabPractice *practice, CabRecord *track, GError **error)
{
  const guint minimum = CAB_OWN (CAB_MOOD_TRACK_FIELD_MINIMUM);
  const guint maximum = CAB_OWN (CAB_MOOD_TRACK_FIELD_MAXIMUM);
  g_autofree char *least = NULL;
  g_autofree char *most = NULL;
  gint64 outside = 0;

  if (get_number (track, minimum) >= get_number (track, maximum))
    return cab_record_set_error (track, (int)maximum, CAB_MODEL_ERROR_INVALID, error,
                                 _ ("the highest number must be above the lowest."));
  if (!cab_record_is_stored (track)
      || (!cab_record_is_changed (track, minimum) && !cab_record_is_changed (track, maximum)))
    return TRUE;

  least = g_strdup_printf ("%" G_GINT64_FORMAT, get_number (track, minimum));
  most = g_strdup_printf ("%" G_GINT64_FORMAT, get_number (track, maximum));
  if (!cab_practice_ask_integer (practice, sql_outside, "look for numbers outside of a track",
                                 &outside, error, cab_record_get_id (track), least, most, NULL))
    return FALSE;
  if (outside == 0)
    return TRUE;

  return cab_record_set_error (track, (int)minimum, CAB_MODEL_ERROR_INVALID, error,
                               _ ("what was tracked already lies outside of this range."));
}

static gboolean
check_end (CabPractice *practice, CabRecord *track, GError **error)
{
  const guint field = CAB_OWN (CAB_MOOD_TRACK_FIELD_ENDED_ON);
  g_autofree char *today = cab_practice_dup_today (practice);

  if (!cab_record_is_changed (track, field) || cab_record_is_none (track, field)
      || strcmp (cab_record_get_text (track, field), today) <= 0)
    return TRUE;

  return cab_record_set_error (track, (int)field, CAB_MODEL_ERROR_INVALID, error,
                               _ ("this day is in the future."));
}

static gboolean
check_track (CabPractice *practice, CabRecord *track, GError **error)
{
  return check_range (practice, track, error) && check_end (practice, track, error)
         && check_number_of_tracks (practice, track, error) && check_label (practice, track, error);
}

const CabKind cab_mood_track_kind = {
  .name = "mood-track",
  .plural = "mood-tracks",
  .table = "mood_track",
  .label = N_ ("Mood track"),
  .label_plural = N_ ("Mood tracks"),
  .fields = mood_track_fields,
  .n_fields = G_N_ELEMENTS (mood_track_fields),
  .owner = CAB_MOOD_TRACK_FIELD_CLIENT_ID,
  .ordinal = CAB_NO_OWNER,
  .origin = CAB_ORIGIN_PROVIDED,
  .trash = CAB_TRASH_YES,
  .mutability = CAB_MUTABLE,
  .check = check_track,
  .get_type = cab_mood_track_get_type,
};

CAB_DEFINE_KIND (CabMoodTrack, cab_mood_track, &cab_mood_track_kind)

/* clang-format off */
static const CabField mood_track_value_fields[] = {
  [CAB_MOOD_TRACK_VALUE_FIELD_ENTRY_ID] = {
    .name = "entry_id", .type = CAB_FIELD_REF, .target = "mood-entry",
    .required = CAB_REQUIRED_YES, .right = CAB_RIGHT_PROVIDED,
    .flags = CAB_FLAG_SENSITIVE | CAB_FLAG_FIXED, .label = N_ ("Mood entry"),
    .why = N_ ("To know which mood entry the number belongs to."), .since = 1
  },
  [CAB_MOOD_TRACK_VALUE_FIELD_TRACK_ID] = {
    .name = "track_id", .type = CAB_FIELD_REF, .target = "mood-track",
    .required = CAB_REQUIRED_YES, .right = CAB_RIGHT_PROVIDED,
    .flags = CAB_FLAG_SENSITIVE | CAB_FLAG_FIXED, .label = N_ ("Track"),
    .why = N_ ("To know what was tracked."), .since = 1
  },
  [CAB_MOOD_TRACK_VALUE_FIELD_AMOUNT] = {
    .name = "amount", .type = CAB_FIELD_DECIMAL, .scale = 2, .required = CAB_REQUIRED_YES,
    .right = CAB_RIGHT_PROVIDED, .flags = CAB_FLAG_SENSITIVE, .label = N_ ("Amount"),
    .why = N_ ("To keep the number you gave."), .fhir = "Observation.valueQuantity.value",
    .since = 1
  },
};
/* clang-format on */

G_STATIC_ASSERT (G_N_ELEMENTS (mood_track_value_fields) == CAB_MOOD_TRACK_VALUE_N_FIELDS);

static gboolean
check_same_client (CabRecord *value, CabRecord *entry, CabRecord *track, GError **error)
{
  if (g_strcmp0 (cab_record_get_text (entry, CAB_OWN (CAB_MOOD_ENTRY_FIELD_CLIENT_ID)),
                 cab_record_get_text (track, CAB_OWN (CAB_MOOD_TRACK_FIELD_CLIENT_ID)))
      == 0)
    return TRUE;

  return cab_record_set_error (value, CAB_OWN (CAB_MOOD_TRACK_VALUE_FIELD_TRACK_ID),
                               CAB_MODEL_ERROR_INVALID, error,
                               _ ("this track belongs to another client."));
}

static gboolean
check_amount (CabRecord *value, CabRecord *track, GError **error)
{
  const guint field = CAB_OWN (CAB_MOOD_TRACK_VALUE_FIELD_AMOUNT);
  gint64 amount = get_number (value, field);
  g_autofree char *given = NULL;
  g_autofree char *minimum = NULL;
  g_autofree char *maximum = NULL;

  if (amount >= get_number (track, CAB_OWN (CAB_MOOD_TRACK_FIELD_MINIMUM))
      && amount <= get_number (track, CAB_OWN (CAB_MOOD_TRACK_FIELD_MAXIMUM)))
    return TRUE;

  given = cab_record_dup_text (value, field);
  minimum = cab_record_dup_text (track, CAB_OWN (CAB_MOOD_TRACK_FIELD_MINIMUM));
  maximum = cab_record_dup_text (track, CAB_OWN (CAB_MOOD_TRACK_FIELD_MAXIMUM));
  return cab_record_set_error (value, (int)field, CAB_MODEL_ERROR_INVALID, error,
                               _ ("%s is outside %s to %s."), given, minimum, maximum);
}

/* A diary that is typed in late may still speak of a track that has ended. */
static gboolean
check_running (CabRecord *value, CabRecord *entry, CabRecord *track, GError **error)
{
  const char *ended_on = cab_record_get_text (track, CAB_OWN (CAB_MOOD_TRACK_FIELD_ENDED_ON));
  const char *felt_at = cab_record_get_text (entry, CAB_OWN (CAB_MOOD_ENTRY_FIELD_FELT_AT));

  if (ended_on == NULL || strncmp (felt_at, ended_on, strlen (ended_on)) <= 0)
    return TRUE;

  return cab_record_set_error (value, CAB_OWN (CAB_MOOD_TRACK_VALUE_FIELD_TRACK_ID),
                               CAB_MODEL_ERROR_INVALID, error, _ ("this track ended on %s."),
                               ended_on);
}

static const char sql_value_taken[] = "SELECT EXISTS (\n"
                                      "  SELECT 1\n"
                                      "  FROM mood_track_value\n"
                                      "  WHERE entry_id = ?1 AND track_id = ?2 AND id <> ?3)";

static gboolean
check_value (CabPractice *practice, CabRecord *value, GError **error)
{
  const char *entry_id = cab_record_get_text (value, CAB_OWN (CAB_MOOD_TRACK_VALUE_FIELD_ENTRY_ID));
  const char *track_id = cab_record_get_text (value, CAB_OWN (CAB_MOOD_TRACK_VALUE_FIELD_TRACK_ID));
  g_autoptr (CabRecord) entry = NULL;
  g_autoptr (CabRecord) track = NULL;
  gint64 taken = 0;

  entry = cab_practice_load (practice, &cab_mood_entry_kind, entry_id, error);
  if (entry == NULL)
    return FALSE;
  track = cab_practice_load (practice, &cab_mood_track_kind, track_id, error);
  if (track == NULL)
    return FALSE;
  if (!cab_practice_ask_integer (practice, sql_value_taken, "look for a track's value", &taken,
                                 error, entry_id, track_id, cab_record_get_id (value), NULL))
    return FALSE;
  if (taken != 0)
    return cab_record_set_error (value, CAB_OWN (CAB_MOOD_TRACK_VALUE_FIELD_TRACK_ID),
                                 CAB_MODEL_ERROR_DUPLICATE, error,
                                 _ ("this entry has a number for the track already."));

  return check_same_client (value, entry, track, error) && check_amount (value, track, error)
         && check_running (value, entry, track, error);
}

static gboolean
fill_value (CabPractice *practice, CabRecord *value, GError **error)
{
  return cab_mood_part_before_save (practice, value, CAB_OWN (CAB_MOOD_TRACK_VALUE_FIELD_ENTRY_ID),
                                    error);
}

const CabKind cab_mood_track_value_kind = {
  .name = "mood-track-value",
  .plural = "mood-track-values",
  .table = "mood_track_value",
  .label = N_ ("Mood track value"),
  .label_plural = N_ ("Mood track values"),
  .fields = mood_track_value_fields,
  .n_fields = G_N_ELEMENTS (mood_track_value_fields),
  .owner = CAB_MOOD_TRACK_VALUE_FIELD_ENTRY_ID,
  .ordinal = CAB_NO_OWNER,
  .origin = CAB_ORIGIN_PROVIDED,
  .trash = CAB_TRASH_NEVER,
  .trash_refusal = N_ ("A number goes with its mood entry. Change the entry instead."),
  .mutability = CAB_MUTABLE,
  .check = check_value,
  .before_save = fill_value,
  .get_type = cab_mood_track_value_get_type,
};

CAB_DEFINE_KIND (CabMoodTrackValue, cab_mood_track_value, &cab_mood_track_value_kind)

gboolean
cab_mood_track_end (CabPractice *practice, CabRecord *track, GError **error)
{
  g_autofree char *today = NULL;
  gboolean ended;

  g_return_val_if_fail (CAB_IS_PRACTICE (practice) && CAB_IS_MOOD_TRACK (track), FALSE);

  if (!cab_record_is_none (track, CAB_OWN (CAB_MOOD_TRACK_FIELD_ENDED_ON)))
    return TRUE;

  today = cab_practice_dup_today (practice);
  cab_record_set_text (track, CAB_OWN (CAB_MOOD_TRACK_FIELD_ENDED_ON), today);
  ended = cab_practice_save (practice, track, error);
  if (!ended)
    cab_record_set_none (track, CAB_OWN (CAB_MOOD_TRACK_FIELD_ENDED_ON));

  return ended;
}
