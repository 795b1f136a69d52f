/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-model"

#include "config.h"

#include "cab-mood-entry.h"

#include "cab-codes.h"
#include "cab-emotion-word.h"
#include "cab-model-error.h"
#include "cab-mood-entry-private.h"
#include "cab-practice-private.h"
#include "cab-when.h"

#include <glib/gi18n.h>
#include <string.h>

CAB_DEFINE_CODES (cab_mood_precision_codes,
                  "mood-precision",
                  { "minute", N_ ("To the minute") },
                  { "part-of-day", N_ ("Part of the day") },
                  { "day", N_ ("The day") });

CAB_DEFINE_CODES (cab_entry_source_codes,
                  "entry-source",
                  { "in-session", N_ ("In session") },
                  { "client-diary", N_ ("Diary of the client") },
                  { "paper", N_ ("On paper") },
                  { "imported", N_ ("Imported") },
                  { "clinician-observed", N_ ("Observed by the clinician") });

/* clang-format off */
static const CabField mood_entry_fields[] = {
  [CAB_MOOD_ENTRY_FIELD_CLIENT_ID] = {
    .name = "client_id", .type = CAB_FIELD_REF, .target = "client", .required = CAB_REQUIRED_YES,
    .right = CAB_RIGHT_PROVIDED, .flags = CAB_FLAG_FIXED, .label = N_ ("Client"),
    .why = N_ ("To show that the entry is yours."), .fhir = "Observation.subject", .since = 1
  },
  [CAB_MOOD_ENTRY_FIELD_FELT_AT] = {
    .name = "felt_at", .type = CAB_FIELD_LOCAL, .required = CAB_REQUIRED_YES,
    .right = CAB_RIGHT_PROVIDED, .label = N_ ("Felt at"),
    .why = N_ ("To show when you felt this way."), .fhir = "Observation.effectiveDateTime",
    .since = 1
  },
  [CAB_MOOD_ENTRY_FIELD_FELT_AT_ZONE] = {
    .name = "felt_at_zone", .type = CAB_FIELD_ZONE, .required = CAB_REQUIRED_YES,
    .right = CAB_RIGHT_PROVIDED, .label = N_ ("Time zone"),
    .why = N_ ("To read the time of the entry rightly wherever it is read."), .since = 1
  },
  [CAB_MOOD_ENTRY_FIELD_PRECISION] = {
    .name = "precision", .type = CAB_FIELD_CODE, .codes = &cab_mood_precision_codes,
    .required = CAB_REQUIRED_YES, .right = CAB_RIGHT_PROVIDED, .label = N_ ("Precision"),
    .why = N_ ("To know how exactly the time is remembered."), .since = 1
  },
  [CAB_MOOD_ENTRY_FIELD_ENTRY_SOURCE] = {
    .name = "entry_source", .type = CAB_FIELD_CODE, .codes = &cab_entry_source_codes,
    .required = CAB_REQUIRED_YES, .right = CAB_RIGHT_PROVIDED, .label = N_ ("Source"),
    .why = N_ ("To show who wrote the entry down and how it came here."), .since = 1
  },
  [CAB_MOOD_ENTRY_FIELD_VALENCE] = {
    .name = "valence", .type = CAB_FIELD_INTEGER, .minimum = -4, .maximum = 4,
    .required = CAB_REQUIRED_RULE, .right = CAB_RIGHT_PROVIDED, .flags = CAB_FLAG_SENSITIVE,
    .label = N_ ("Valence"),
    .why = N_ ("To show how pleasant or unpleasant your mood was, and how it changes over time."),
    .fhir = "Observation.component.valueInteger", .since = 1
  },
  [CAB_MOOD_ENTRY_FIELD_AROUSAL] = {
    .name = "arousal", .type = CAB_FIELD_INTEGER, .minimum = -4, .maximum = 4,
    .required = CAB_REQUIRED_RULE, .right = CAB_RIGHT_PROVIDED, .flags = CAB_FLAG_SENSITIVE,
    .label = N_ ("Arousal"),
    .why = N_ ("To show how calm or stirred your mood was, and how it changes over time."),
    .fhir = "Observation.component.valueInteger", .since = 1
  },
  [CAB_MOOD_ENTRY_FIELD_CONTEXT_WORDS] = {
    .name = "context_words", .type = CAB_FIELD_TEXT, .right = CAB_RIGHT_PROVIDED,
    .flags = CAB_FLAG_SENSITIVE, .label = N_ ("Context"),
    .why = N_ ("To show what was going on at the time."), .fhir = "Observation.note",
    .since = 1
  },
  [CAB_MOOD_ENTRY_FIELD_ENTRY_NOTE] = {
    .name = "entry_note", .type = CAB_FIELD_LONGTEXT, .right = CAB_RIGHT_PROVIDED,
    .flags = CAB_FLAG_SENSITIVE, .label = N_ ("Note"),
    .why = N_ ("To keep what you wanted to say about it."), .fhir = "Observation.note",
    .since = 1
  },
};
/* clang-format on */

G_STATIC_ASSERT (G_N_ELEMENTS (mood_entry_fields) == CAB_MOOD_ENTRY_N_FIELDS);

/* Minutes that the clock of a diary may be ahead of ours [M-41]. */
#define AHEAD_MINUTES 5

static G_DEFINE_QUARK (cab_mood_entry_parts, parts)

    void cab_mood_entry_expect_parts (CabRecord *entry, guint n)
{
  g_object_set_qdata (G_OBJECT (entry), parts_quark (), GUINT_TO_POINTER (n));
}

static gboolean
check_point (CabRecord *entry, GError **error)
{
  gboolean has_valence = !cab_record_is_none (entry, CAB_OWN (CAB_MOOD_ENTRY_FIELD_VALENCE));
  gboolean has_arousal = !cab_record_is_none (entry, CAB_OWN (CAB_MOOD_ENTRY_FIELD_AROUSAL));

  if (has_valence == has_arousal)
    return TRUE;

  return cab_record_set_error (
      entry,
      has_valence ? CAB_OWN (CAB_MOOD_ENTRY_FIELD_AROUSAL) : CAB_OWN (CAB_MOOD_ENTRY_FIELD_VALENCE),
      CAB_MODEL_ERROR_INVALID, error, _ ("valence and arousal go together."));
}

static gboolean
check_time (CabPractice *practice, CabRecord *entry, GError **error)
{
  const guint field = CAB_OWN (CAB_MOOD_ENTRY_FIELD_FELT_AT);
  const guint zone = CAB_OWN (CAB_MOOD_ENTRY_FIELD_FELT_AT_ZONE);
  g_autofree char *now = cab_practice_dup_now (practice);
  g_autoptr (GDateTime) at = NULL;
  g_autoptr (GDateTime) latest = NULL;
  g_autoptr (GDateTime) felt_at = NULL;

  if (!cab_record_is_changed (entry, field) && !cab_record_is_changed (entry, zone))
    return TRUE;

  at = g_date_time_new_from_iso8601 (now, NULL);
  latest = g_date_time_add_minutes (at, AHEAD_MINUTES);
  felt_at = cab_when_resolve_local (cab_record_get_text (entry, field),
                                    cab_record_get_text (entry, zone), NULL);
  if (felt_at != NULL && g_date_time_compare (felt_at, latest) <= 0)
    return TRUE;

  return cab_record_set_error (entry, (int)field, CAB_MODEL_ERROR_INVALID, error,
                               _ ("this time is in the future."));
}

static const char sql_parts[] = "SELECT EXISTS (\n"
                                "  SELECT 1\n"
                                "  FROM mood_emotion\n"
                                "  WHERE entry_id = ?1 AND trashed_at IS NULL)\n"
                                "OR EXISTS (\n"
                                "  SELECT 1\n"
                                "  FROM mood_track_value\n"
                                "  WHERE entry_id = ?1 AND trashed_at IS NULL)";

static gboolean
has_parts (CabPractice *practice, CabRecord *entry, gint64 *has, GError **error)
{
  gpointer expected = g_object_get_qdata (G_OBJECT (entry), parts_quark ());

  *has = GPOINTER_TO_UINT (expected) > 0;
  return *has != 0
         || cab_practice_ask_integer (practice, sql_parts, "look for parts of a mood entry", has,
                                      error, cab_record_get_id (entry), NULL);
}

static gboolean
check_something (CabPractice *practice, CabRecord *entry, GError **error)
{
  gint64 has = 0;

  if (!cab_record_is_none (entry, CAB_OWN (CAB_MOOD_ENTRY_FIELD_VALENCE))
      || !cab_record_is_none (entry, CAB_OWN (CAB_MOOD_ENTRY_FIELD_ENTRY_NOTE)))
    return TRUE;
  if (!has_parts (practice, entry, &has, error))
    return FALSE;
  if (has != 0)
    return TRUE;

  return cab_record_set_error (
      entry, -1, CAB_MODEL_ERROR_INVALID, error,
      _ ("it needs a point of the grid, an emotion, a track's number or a note."));
}

static gboolean
check_entry (CabPractice *practice, CabRecord *entry, GError **error)
{
  return check_point (entry, error) && check_time (practice, entry, error)
         && check_something (practice, entry, error);
}

/* [M-41]: who wrote it down decides what class of data it is. */
static gboolean
fill_entry (CabPractice *practice, CabRecord *entry, GError **error)
{
  const guint field = CAB_OWN (CAB_MOOD_ENTRY_FIELD_ENTRY_SOURCE);

  if (cab_record_is_none (entry, field) || !cab_record_is_changed (entry, field)
      || cab_record_get_code (entry, CAB_SYSTEM_ORIGIN) == CAB_ORIGIN_RECEIVED)
    return TRUE;

  cab_record_set_code (entry, CAB_SYSTEM_ORIGIN,
                       cab_record_get_code (entry, field) == CAB_ENTRY_SOURCE_CLINICIAN_OBSERVED
                           ? CAB_ORIGIN_OBSERVED
                           : CAB_ORIGIN_PROVIDED);
  return TRUE;
}

static char *
describe_entry (CabRecord *entry)
{
  const char *felt_at = cab_record_get_text (entry, CAB_OWN (CAB_MOOD_ENTRY_FIELD_FELT_AT));
  g_autofree char *day = g_strndup (felt_at == NULL ? "" : felt_at, strlen ("2026-03-02"));

  return g_strdup_printf (_ ("Mood entry, %s"), day);
}

const CabKind cab_mood_entry_kind = {
  .name = "mood-entry",
  .plural = "mood-entries",
  .table = "mood_entry",
  .label = N_ ("Mood entry"),
  .label_plural = N_ ("Mood entries"),
  .fields = mood_entry_fields,
  .n_fields = G_N_ELEMENTS (mood_entry_fields),
  .owner = CAB_MOOD_ENTRY_FIELD_CLIENT_ID,
  .ordinal = CAB_NO_OWNER,
  .origin = CAB_ORIGIN_PROVIDED,
  .trash = CAB_TRASH_YES,
  .mutability = CAB_MUTABLE,
  .check = check_entry,
  .before_save = fill_entry,
  .describe = describe_entry,
  .get_type = cab_mood_entry_get_type,
};

CAB_DEFINE_KIND (CabMoodEntry, cab_mood_entry, &cab_mood_entry_kind)

/* clang-format off */
static const CabField mood_emotion_fields[] = {
  [CAB_MOOD_EMOTION_FIELD_ENTRY_ID] = {
    .name = "entry_id", .type = CAB_FIELD_REF, .target = "mood-entry",
    .required = CAB_REQUIRED_YES, .right = CAB_RIGHT_PROVIDED,
    .flags = CAB_FLAG_SENSITIVE | CAB_FLAG_FIXED, .label = N_ ("Mood entry"),
    .why = N_ ("To know which mood entry the emotion belongs to."), .since = 1
  },
  [CAB_MOOD_EMOTION_FIELD_WORD_ID] = {
    .name = "word_id", .type = CAB_FIELD_REF, .target = "emotion-word",
    .required = CAB_REQUIRED_YES, .right = CAB_RIGHT_PROVIDED,
    .flags = CAB_FLAG_SENSITIVE | CAB_FLAG_FIXED, .label = N_ ("Word"),
    .why = N_ ("To keep the word you chose for the feeling."),
    .fhir = "Observation.component.code", .since = 1
  },
  [CAB_MOOD_EMOTION_FIELD_INTENSITY] = {
    .name = "intensity", .type = CAB_FIELD_INTEGER, .maximum = 10, .required = CAB_REQUIRED_YES,
    .right = CAB_RIGHT_PROVIDED, .flags = CAB_FLAG_SENSITIVE, .label = N_ ("Intensity"),
    .why = N_ ("To show how strong the feeling was."),
    .fhir = "Observation.component.valueInteger", .since = 1
  },
};
/* clang-format on */

G_STATIC_ASSERT (G_N_ELEMENTS (mood_emotion_fields) == CAB_MOOD_EMOTION_N_FIELDS);

gboolean
cab_mood_part_before_save (CabPractice *practice,
                           CabRecord *part,
                           guint entry_field,
                           GError **error)
{
  const char *entry_id = cab_record_get_text (part, entry_field);
  g_autoptr (CabRecord) entry = NULL;

  if (cab_record_is_stored (part) || entry_id == NULL
      || !cab_practice_exists (practice, &cab_mood_entry_kind, entry_id))
    return TRUE;

  entry = cab_practice_load (practice, &cab_mood_entry_kind, entry_id, error);
  if (entry == NULL)
    return FALSE;

  cab_record_set_value (part, CAB_SYSTEM_ORIGIN, cab_record_get_value (entry, CAB_SYSTEM_ORIGIN));
  cab_record_set_value (part, CAB_SYSTEM_SOURCE, cab_record_get_value (entry, CAB_SYSTEM_SOURCE));
  return TRUE;
}

static gboolean
fill_emotion (CabPractice *practice, CabRecord *emotion, GError **error)
{
  return cab_mood_part_before_save (practice, emotion, CAB_OWN (CAB_MOOD_EMOTION_FIELD_ENTRY_ID),
                                    error);
}

static const char sql_emotion_taken[] = "SELECT EXISTS (\n"
                                        "  SELECT 1\n"
                                        "  FROM mood_emotion\n"
                                        "  WHERE entry_id = ?1 AND word_id = ?2 AND id <> ?3)";

static gboolean
check_emotion (CabPractice *practice, CabRecord *emotion, GError **error)
{
  const guint field = CAB_OWN (CAB_MOOD_EMOTION_FIELD_WORD_ID);
  const char *word_id = cab_record_get_text (emotion, field);
  g_autoptr (CabRecord) word = NULL;
  gint64 taken = 0;

  if (cab_record_is_stored (emotion))
    return TRUE;
  if (!cab_practice_ask_integer (
          practice, sql_emotion_taken, "look for an emotion of an entry", &taken, error,
          cab_record_get_text (emotion, CAB_OWN (CAB_MOOD_EMOTION_FIELD_ENTRY_ID)), word_id,
          cab_record_get_id (emotion), NULL))
    return FALSE;
  if (taken != 0)
    return cab_record_set_error (emotion, (int)field, CAB_MODEL_ERROR_DUPLICATE, error,
                                 _ ("this entry has the word already."));

  word = cab_practice_load (practice, &cab_emotion_word_kind, word_id, error);
  if (word == NULL)
    return FALSE;
  if (!cab_record_get_bool (word, CAB_OWN (CAB_EMOTION_WORD_FIELD_RETIRED)))
    return TRUE;

  return cab_record_set_error (emotion, (int)field, CAB_MODEL_ERROR_INVALID, error,
                               _ ("this word is not offered any more."));
}

const CabKind cab_mood_emotion_kind = {
  .name = "mood-emotion",
  .plural = "mood-emotions",
  .table = "mood_emotion",
  .label = N_ ("Emotion"),
  .label_plural = N_ ("Emotions"),
  .fields = mood_emotion_fields,
  .n_fields = G_N_ELEMENTS (mood_emotion_fields),
  .owner = CAB_MOOD_EMOTION_FIELD_ENTRY_ID,
  .ordinal = CAB_NO_OWNER,
  .origin = CAB_ORIGIN_PROVIDED,
  .trash = CAB_TRASH_NEVER,
  .trash_refusal = N_ ("An emotion goes with its mood entry. Change the entry instead."),
  .mutability = CAB_MUTABLE,
  .check = check_emotion,
  .before_save = fill_emotion,
  .get_type = cab_mood_emotion_get_type,
};

CAB_DEFINE_KIND (CabMoodEmotion, cab_mood_emotion, &cab_mood_emotion_kind)
