/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-model"

#include "config.h"

#include "cab-emotion-word.h"

#include "cab-codes.h"
#include "cab-model-error.h"
#include "cab-practice-private.h"

#include <glib/gi18n.h>

CAB_DEFINE_CODES (cab_tone_codes,
                  "tone",
                  { "pleasant", N_ ("Pleasant") },
                  { "unpleasant", N_ ("Unpleasant") },
                  { "mixed", N_ ("Mixed") },
                  { "none", N_ ("Neither") });

/* clang-format off */
static const CabField fields[] = {
  [CAB_EMOTION_WORD_FIELD_WORD] = {
    .name = "word", .type = CAB_FIELD_TEXT, .maximum = 40, .required = CAB_REQUIRED_YES,
    .right = CAB_RIGHT_AUTHORED, .label = N_ ("Word"),
    .why = N_ ("To offer you words for feelings to choose from."),
    .fhir = "Observation.component.code.text", .since = 1
  },
  [CAB_EMOTION_WORD_FIELD_LANGUAGE] = {
    .name = "language", .type = CAB_FIELD_TEXT, .maximum = 35, .required = CAB_REQUIRED_YES,
    .right = CAB_RIGHT_AUTHORED, .label = N_ ("Language"),
    .why = N_ ("To offer you the words in your language."), .since = 1
  },
  [CAB_EMOTION_WORD_FIELD_TONE] = {
    .name = "tone", .type = CAB_FIELD_CODE, .codes = &cab_tone_codes,
    .required = CAB_REQUIRED_YES, .right = CAB_RIGHT_AUTHORED, .label = N_ ("Tone"),
    .why = N_ ("To group the words when they are chosen from."), .since = 1
  },
  [CAB_EMOTION_WORD_FIELD_RETIRED] = {
    .name = "retired", .type = CAB_FIELD_BOOL, .right = CAB_RIGHT_AUTHORED,
    .label = N_ ("Retired"),
    .why = N_ ("To keep a word readable where it was used without offering it any more."),
    .since = 1
  },
};
/* clang-format on */

G_STATIC_ASSERT (G_N_ELEMENTS (fields) == CAB_EMOTION_WORD_N_FIELDS);

static const char sql_used[] = "SELECT EXISTS (\n"
                               "  SELECT 1\n"
                               "  FROM mood_emotion\n"
                               "  WHERE word_id = ?1)";
static const char sql_taken[] = "SELECT EXISTS (\n"
                                "  SELECT 1\n"
                                "  FROM emotion_word\n"
                                "  WHERE language = ?1 AND word = ?2 AND id <> ?3)";

static gboolean
is_used (CabPractice *practice, CabRecord *word, gboolean *used, GError **error)
{
  gint64 found = 0;

  if (!cab_practice_ask_integer (practice, sql_used, "look for the use of an emotion word", &found,
                                 error, cab_record_get_id (word), NULL))
    return FALSE;

  *used = found != 0;
  return TRUE;
}

/* [M-15]: renaming a used word would put words into people's mouths. */
static gboolean
check_not_renamed (CabPractice *practice, CabRecord *word, GError **error)
{
  gboolean used = FALSE;

  if (!cab_record_is_stored (word)
      || (!cab_record_is_changed (word, CAB_OWN (CAB_EMOTION_WORD_FIELD_WORD))
          && !cab_record_is_changed (word, CAB_OWN (CAB_EMOTION_WORD_FIELD_LANGUAGE))))
    return TRUE;
  if (!is_used (practice, word, &used, error))
    return FALSE;
  if (!used)
    return TRUE;

  return cab_record_set_error (word, CAB_OWN (CAB_EMOTION_WORD_FIELD_WORD), CAB_MODEL_ERROR_HELD,
                               error, _ ("this word is in use. Retire it and add another one."));
}

static gboolean
check (CabPractice *practice, CabRecord *word, GError **error)
{
  gint64 taken = 0;

  if (!cab_practice_ask_integer (
          practice, sql_taken, "look for an emotion word", &taken, error,
          cab_record_get_text (word, CAB_OWN (CAB_EMOTION_WORD_FIELD_LANGUAGE)),
          cab_record_get_text (word, CAB_OWN (CAB_EMOTION_WORD_FIELD_WORD)),
          cab_record_get_id (word), NULL))
    return FALSE;
  if (taken != 0)
    return cab_record_set_error (word, CAB_OWN (CAB_EMOTION_WORD_FIELD_WORD),
                                 CAB_MODEL_ERROR_DUPLICATE, error,
                                 _ ("this word is in the list already."));

  return check_not_renamed (practice, word, error);
}

static gboolean
check_trash (CabPractice *practice, CabRecord *word, GError **error)
{
  gboolean used = FALSE;

  if (!is_used (practice, word, &used, error))
    return FALSE;
  if (!used)
    return TRUE;

  g_set_error_literal (error, CAB_MODEL_ERROR, CAB_MODEL_ERROR_HELD,
                       g_dgettext (GETTEXT_PACKAGE, cab_emotion_word_kind.trash_refusal));
  return FALSE;
}

static char *
describe (CabRecord *word)
{
  const char *text = cab_record_get_text (word, CAB_OWN (CAB_EMOTION_WORD_FIELD_WORD));

  return g_strdup (text != NULL ? text : _ ("Emotion word"));
}

const CabKind cab_emotion_word_kind = {
  .name = "emotion-word",
  .plural = "emotion-words",
  .table = "emotion_word",
  .label = N_ ("Emotion word"),
  .label_plural = N_ ("Emotion words"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .owner = CAB_NO_OWNER,
  .ordinal = CAB_NO_OWNER,
  .origin = CAB_ORIGIN_AUTHORED,
  .trash = CAB_TRASH_RULE,
  .trash_refusal = N_ ("An emotion word that is in use cannot be deleted. Retire it instead."),
  .mutability = CAB_MUTABLE,
  .check = check,
  .check_trash = check_trash,
  .describe = describe,
  .get_type = cab_emotion_word_get_type,
};

CAB_DEFINE_KIND (CabEmotionWord, cab_emotion_word, &cab_emotion_word_kind)
