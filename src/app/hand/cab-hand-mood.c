/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include <glib/gi18n.h>

#include "cab-emotion-word.h"
#include "cab-hand-form.h"
#include "cab-hand-point.h"
#include "cab-hand-text.h"
#include "cab-model-error.h"
#include "cab-mood-sheet.h"
#include "cab-mood-track.h"
#include "cab-mood-words.h"

/* The questions before those of the client's tracks, and after them. */
enum
{
  POINT,
  WORDS,
  FIRST_TRACK
};

enum
{
  CONTEXT = 2, /* from the end */
  NOTE = 1
};

#define MOOD "mood"

/* The fields of an entry that a draft holds, as they are written. */
static const guint kept_fields[] = {
  CAB_OWN (CAB_MOOD_ENTRY_FIELD_FELT_AT),    CAB_OWN (CAB_MOOD_ENTRY_FIELD_VALENCE),
  CAB_OWN (CAB_MOOD_ENTRY_FIELD_AROUSAL),    CAB_OWN (CAB_MOOD_ENTRY_FIELD_CONTEXT_WORDS),
  CAB_OWN (CAB_MOOD_ENTRY_FIELD_ENTRY_NOTE),
};

static CabHandAnswer *
get_answer (GPtrArray *questions, guint index)
{
  CabHandQuestion *question = questions->pdata[index];

  return question->answer;
}

static CabHandText *
get_text (GPtrArray *questions, guint from_end)
{
  return CAB_HAND_TEXT (get_answer (questions, questions->len - from_end));
}

static guint
count_tracks (GPtrArray *questions)
{
  return questions->len - FIRST_TRACK - CONTEXT;
}

static gpointer
read_mood (CabPractice *practice, const char *client_id, GError **error)
{
  return cab_mood_sheet_read (practice, client_id, NULL, error);
}

/* Inside the track's range, so that it is not refused at the end of the form. */
static gboolean
check_track (CabHandQuestion *self, GError **error)
{
  const guint amount_field = CAB_OWN (CAB_MOOD_TRACK_VALUE_FIELD_AMOUNT);
  g_autoptr (CabRecord) value = cab_record_new (&cab_mood_track_value_kind);
  g_autofree char *text = cab_hand_text_dup (CAB_HAND_TEXT (self->answer));
  gint64 amount = 0;
  gint64 least = 0;
  gint64 most = 0;

  if (!cab_record_parse (value, amount_field, text, error))
    return FALSE;

  cab_record_get_integer (value, amount_field, &amount);
  if (!cab_record_get_integer (self->subject, CAB_OWN (CAB_MOOD_TRACK_FIELD_MINIMUM), &least)
      || !cab_record_get_integer (self->subject, CAB_OWN (CAB_MOOD_TRACK_FIELD_MAXIMUM), &most)
      || (amount >= least && amount <= most))
    return TRUE;

  /* Translators: %s is what is counted and its range, “Sleep (h, 0 to 24)” */
  g_set_error (error, CAB_MODEL_ERROR, CAB_MODEL_ERROR_INVALID,
               _ ("This number is outside the range: %s"), self->heading);
  return FALSE;
}

static void
ask_track (GPtrArray *questions, CabRecord *track)
{
  g_autofree char *title = cab_mood_sheet_dup_track_title (track);
  CabHandQuestion *question = cab_hand_question_new (title, _ ("Which number fits?"),
                                                     cab_hand_text_new (title, FALSE), 1);

  question->subject = g_object_ref (track);
  question->check = check_track;
  g_ptr_array_add (questions, question);
}

static GPtrArray *
ask_mood (gpointer sheet)
{
  CabMoodSheet *mood = sheet;
  GPtrArray *questions = g_ptr_array_new_with_free_func ((GDestroyNotify)cab_hand_question_free);
  GtkWidget *words = g_object_new (CAB_TYPE_MOOD_WORDS, NULL);

  cab_mood_words_set_vocabulary (CAB_MOOD_WORDS (words), mood->vocabulary);
  g_signal_connect (words, "done", G_CALLBACK (cab_hand_answer_finish), NULL);
  g_ptr_array_add (questions, cab_hand_question_new (NULL, _ ("How do you feel right now?"),
                                                     cab_hand_point_new (), 1));
  g_ptr_array_add (
      questions, cab_hand_question_new (NULL, _ ("Which words fit, and how strongly?"), words, 1));
  for (guint i = 0; i < mood->tracks->len; i++)
    ask_track (questions, mood->tracks->pdata[i]);
  g_ptr_array_add (questions,
                   cab_hand_question_new (NULL, _ ("What is going on around you?"),
                                          cab_hand_text_new (_ ("A few words"), FALSE), 1));
  g_ptr_array_add (questions,
                   cab_hand_question_new (NULL, _ ("Is there anything you want to say about it?"),
                                          cab_hand_text_new (_ ("In your own words"), TRUE), 1));

  return questions;
}

static void
take_text (CabRecord *entry, guint field, CabHandText *answer)
{
  g_autofree char *text = cab_hand_text_dup (answer);

  if (*text != '\0')
    cab_record_set_text (entry, field, text);
}

/* (transfer full): the entry, without its words and tracks. */
static CabRecord *
take_entry (CabMoodSheet *mood, GPtrArray *questions)
{
  CabRecord *entry = cab_record_dup (mood->entry);
  CabAffectGrid *grid = cab_hand_point_get_grid (CAB_HAND_POINT (get_answer (questions, POINT)));
  int valence = 0;
  int arousal = 0;

  /* [M-41] The client wrote it: it is not what a clinician took down in session. */
  cab_record_set_code (entry, CAB_OWN (CAB_MOOD_ENTRY_FIELD_ENTRY_SOURCE),
                       CAB_ENTRY_SOURCE_CLIENT_DIARY);
  if (cab_affect_grid_get_point (grid, &valence, &arousal))
    {
      cab_record_set_integer (entry, CAB_OWN (CAB_MOOD_ENTRY_FIELD_VALENCE), valence);
      cab_record_set_integer (entry, CAB_OWN (CAB_MOOD_ENTRY_FIELD_AROUSAL), arousal);
    }
  take_text (entry, CAB_OWN (CAB_MOOD_ENTRY_FIELD_CONTEXT_WORDS), get_text (questions, CONTEXT));
  take_text (entry, CAB_OWN (CAB_MOOD_ENTRY_FIELD_ENTRY_NOTE), get_text (questions, NOTE));

  return entry;
}

static void
take_tracks (CabMoodGiven *given, GPtrArray *questions)
{
  const guint field = CAB_OWN (CAB_MOOD_TRACK_VALUE_FIELD_AMOUNT);

  for (guint i = 0; i < count_tracks (questions); i++)
    {
      CabHandQuestion *question = questions->pdata[FIRST_TRACK + i];
      g_autofree char *text = cab_hand_text_dup (CAB_HAND_TEXT (question->answer));
      g_autoptr (CabRecord) value = cab_record_new (&cab_mood_track_value_kind);
      gint64 amount = 0;

      if (*text == '\0' || !cab_record_parse (value, field, text, NULL))
        continue;
      cab_record_get_integer (value, field, &amount);
      cab_mood_given_add_number (given, cab_record_get_id (question->subject), amount);
    }
}

static gpointer
take_mood (gpointer sheet, GPtrArray *questions)
{
  const guint context = CAB_OWN (CAB_MOOD_ENTRY_FIELD_CONTEXT_WORDS);
  const guint note = CAB_OWN (CAB_MOOD_ENTRY_FIELD_ENTRY_NOTE);
  g_autoptr (CabMoodGiven) given = cab_mood_given_new (take_entry (sheet, questions));

  cab_mood_given_take_words (given,
                             cab_mood_words_list (CAB_MOOD_WORDS (get_answer (questions, WORDS))));
  take_tracks (given, questions);
  if (given->words->len > 0 || given->numbers->len > 0
      || !cab_record_is_none (given->entry, CAB_OWN (CAB_MOOD_ENTRY_FIELD_VALENCE))
      || !cab_record_is_none (given->entry, note))
    return g_steal_pointer (&given);
  if (cab_record_is_none (given->entry, context))
    return NULL;

  /* What happened alone is no entry [M-41]; as the client's words about it, it is. */
  cab_record_set_text (given->entry, note, cab_record_get_text (given->entry, context));
  cab_record_set_none (given->entry, context);

  return g_steal_pointer (&given);
}

static const char *
get_name (guint field)
{
  return cab_kind_get_field (&cab_mood_entry_kind, field)->name;
}

static const char *
get_word (CabRecord *word)
{
  return cab_record_get_text (word, CAB_OWN (CAB_EMOTION_WORD_FIELD_WORD));
}

/* By the word itself, since a draft is read by people too: it is held data [M-18]. */
static void
keep_words (CabMoodSheet *mood, GArray *words, GKeyFile *draft)
{
  for (guint i = 0; i < words->len; i++)
    {
      const CabMoodWord *chosen = &g_array_index (words, CabMoodWord, i);
      g_autofree char *group = g_strdup_printf ("word %u", i + 1);

      for (guint w = 0; w < mood->vocabulary->len; w++)
        if (g_strcmp0 (cab_record_get_id (mood->vocabulary->pdata[w]), chosen->word_id) == 0)
          g_key_file_set_string (draft, group, "word", get_word (mood->vocabulary->pdata[w]));
      g_key_file_set_integer (draft, group, "intensity", chosen->intensity);
    }
}

static void
keep_mood (gpointer sheet, GPtrArray *questions, GKeyFile *draft)
{
  g_autoptr (CabRecord) entry = NULL;
  g_autoptr (GArray) words = cab_mood_words_list (CAB_MOOD_WORDS (get_answer (questions, WORDS)));
  gboolean is_answered = FALSE;

  for (guint i = 0; i < questions->len; i++)
    is_answered = is_answered || cab_hand_answer_is_answered (get_answer (questions, i));
  if (!is_answered)
    return;

  entry = take_entry (sheet, questions);
  for (guint i = 0; i < G_N_ELEMENTS (kept_fields); i++)
    {
      g_autofree char *text = cab_record_dup_text (entry, kept_fields[i]);

      if (text != NULL)
        g_key_file_set_string (draft, MOOD, get_name (kept_fields[i]), text);
    }
  keep_words (sheet, words, draft);
  for (guint i = 0; i < count_tracks (questions); i++)
    {
      CabHandQuestion *question = questions->pdata[FIRST_TRACK + i];
      g_autofree char *text = cab_hand_text_dup (CAB_HAND_TEXT (question->answer));
      g_autofree char *group = g_strdup_printf ("track %u", i + 1);

      if (*text == '\0')
        continue;
      g_key_file_set_string (draft, group, "label", question->heading);
      g_key_file_set_string (draft, group, "amount", text);
    }
}

static void
restore_word (CabMoodSheet *mood, CabMoodWords *words, GKeyFile *draft, const char *group)
{
  g_autofree char *word = g_key_file_get_string (draft, group, "word", NULL);
  int strength = CLAMP (g_key_file_get_integer (draft, group, "intensity", NULL), 0, 10);

  for (guint i = 0; i < mood->vocabulary->len; i++)
    if (g_strcmp0 (get_word (mood->vocabulary->pdata[i]), word) == 0)
      cab_mood_words_add (words, cab_record_get_id (mood->vocabulary->pdata[i]), strength);
}

static void
restore_track (GPtrArray *questions, GKeyFile *draft, const char *group)
{
  g_autofree char *label = g_key_file_get_string (draft, group, "label", NULL);
  g_autofree char *amount = g_key_file_get_string (draft, group, "amount", NULL);

  for (guint i = 0; i < count_tracks (questions); i++)
    {
      CabHandQuestion *question = questions->pdata[FIRST_TRACK + i];

      if (g_strcmp0 (question->heading, label) == 0)
        cab_hand_text_set (CAB_HAND_TEXT (question->answer), amount);
    }
}

/* The entry stays one of the moment when it was begun. */
static void
restore_mood (gpointer sheet, GPtrArray *questions, GKeyFile *draft)
{
  CabMoodSheet *mood = sheet;
  g_auto (GStrv) groups = g_key_file_get_groups (draft, NULL);
  g_autoptr (CabRecord) kept = cab_record_dup (mood->entry);
  gint64 valence = 0;
  gint64 arousal = 0;

  for (guint i = 0; i < G_N_ELEMENTS (kept_fields); i++)
    {
      g_autofree char *text = g_key_file_get_string (draft, MOOD, get_name (kept_fields[i]), NULL);

      if (text != NULL)
        cab_record_parse (kept, kept_fields[i], text, NULL);
    }
  cab_record_set_text (mood->entry, CAB_OWN (CAB_MOOD_ENTRY_FIELD_FELT_AT),
                       cab_record_get_text (kept, CAB_OWN (CAB_MOOD_ENTRY_FIELD_FELT_AT)));
  if (cab_record_get_integer (kept, CAB_OWN (CAB_MOOD_ENTRY_FIELD_VALENCE), &valence)
      && cab_record_get_integer (kept, CAB_OWN (CAB_MOOD_ENTRY_FIELD_AROUSAL), &arousal))
    cab_affect_grid_set_point (
        cab_hand_point_get_grid (CAB_HAND_POINT (get_answer (questions, POINT))), (int)valence,
        (int)arousal);
  cab_hand_text_set (get_text (questions, CONTEXT),
                     cab_record_get_text (kept, CAB_OWN (CAB_MOOD_ENTRY_FIELD_CONTEXT_WORDS)));
  cab_hand_text_set (get_text (questions, NOTE),
                     cab_record_get_text (kept, CAB_OWN (CAB_MOOD_ENTRY_FIELD_ENTRY_NOTE)));
  for (guint i = 0; groups[i] != NULL; i++)
    {
      if (g_str_has_prefix (groups[i], "word "))
        restore_word (mood, CAB_MOOD_WORDS (get_answer (questions, WORDS)), draft, groups[i]);
      else if (g_str_has_prefix (groups[i], "track "))
        restore_track (questions, draft, groups[i]);
    }
}

static gboolean
write_mood (CabPractice *practice, gpointer given, GError **error)
{
  g_autoptr (CabRecord) entry = cab_mood_given_save_job (practice, given, NULL, error);

  return entry != NULL;
}

const CabHandForm cab_hand_mood_form = {
  .kind = &cab_mood_entry_kind,
  .field = "entry_note",
  .read = read_mood,
  .sheet_free = (GDestroyNotify)cab_mood_sheet_free,
  .ask = ask_mood,
  .keep = keep_mood,
  .restore = restore_mood,
  .take = take_mood,
  .write = write_mood,
  .given_free = (GDestroyNotify)cab_mood_given_free,
};
