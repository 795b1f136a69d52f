/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-model"

#include "config.h"

#include "cab-mood-entry-private.h"

#include "cab-model-error.h"
#include "cab-mood-track.h"
#include "cab-record-private.h"

#include <glib/gi18n.h>

/* The two kinds of part have the same shape: an entry, what is named, how much. */
typedef struct
{
  const CabKind *kind;
  guint entry;
  guint named;
  guint amount;
} PartKind;

static const PartKind word_parts = {
  .kind = &cab_mood_emotion_kind,
  .entry = CAB_OWN (CAB_MOOD_EMOTION_FIELD_ENTRY_ID),
  .named = CAB_OWN (CAB_MOOD_EMOTION_FIELD_WORD_ID),
  .amount = CAB_OWN (CAB_MOOD_EMOTION_FIELD_INTENSITY),
};

static const PartKind number_parts = {
  .kind = &cab_mood_track_value_kind,
  .entry = CAB_OWN (CAB_MOOD_TRACK_VALUE_FIELD_ENTRY_ID),
  .named = CAB_OWN (CAB_MOOD_TRACK_VALUE_FIELD_TRACK_ID),
  .amount = CAB_OWN (CAB_MOOD_TRACK_VALUE_FIELD_AMOUNT),
};

typedef struct
{
  CabRecord *entry;
  const CabMoodWord *words;
  guint n_words;
  const CabMoodNumber *numbers;
  guint n_numbers;
} Work;

/* The parts that the entry has in the file, by what they name; those in the
 * trash too, as an entry has one row for each. */
static GHashTable *
load_parts (CabPractice *practice, const Work *work, const PartKind *part_kind, GError **error)
{
  g_autoptr (GHashTable) parts
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  g_autoptr (GPtrArray) stored = NULL;
  CabFilter filter = CAB_FILTER_ALL;

  filter.field = part_kind->entry;
  filter.equals = cab_record_get_id (work->entry);
  stored = cab_practice_list (practice, part_kind->kind, &filter, error);
  if (stored == NULL)
    return NULL;

  for (guint i = 0; i < stored->len; i++)
    {
      CabRecord *part = g_ptr_array_index (stored, i);

      g_hash_table_insert (parts, g_strdup (cab_record_get_text (part, part_kind->named)),
                           g_object_ref (part));
    }

  return g_steal_pointer (&parts);
}

/* Takes the part out of @parts, so that what is left there is no longer named. */
static gboolean
save_part (CabPractice *practice,
           const Work *work,
           const PartKind *part_kind,
           GHashTable *parts,
           const char *named,
           gint64 amount,
           GError **error)
{
  g_autoptr (CabRecord) part = NULL;
  g_autofree char *key = NULL;

  if (!g_hash_table_steal_extended (parts, named, (gpointer *)&key, (gpointer *)&part))
    {
      part = cab_record_new (part_kind->kind);
      cab_record_set_text (part, part_kind->entry, cab_record_get_id (work->entry));
      cab_record_set_text (part, part_kind->named, named);
    }

  cab_record_set_integer (part, part_kind->amount, amount);
  cab_record_set_none (part, CAB_SYSTEM_TRASHED_AT);
  return cab_practice_save (practice, part, error);
}

static gboolean
trash_rest (CabPractice *practice, GHashTable *parts, GError **error)
{
  g_autofree char *now = cab_practice_dup_now (practice);
  GHashTableIter iter;
  gpointer part;

  g_hash_table_iter_init (&iter, parts);
  while (g_hash_table_iter_next (&iter, NULL, &part))
    {
      if (!cab_record_is_none (part, CAB_SYSTEM_TRASHED_AT))
        continue;
      cab_record_set_text (part, CAB_SYSTEM_TRASHED_AT, now);
      if (!cab_practice_save (practice, part, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
save_words (CabPractice *practice, const Work *work, GError **error)
{
  g_autoptr (GHashTable) parts = load_parts (practice, work, &word_parts, error);

  if (parts == NULL)
    return FALSE;

  for (guint i = 0; i < work->n_words; i++)
    {
      if (!save_part (practice, work, &word_parts, parts, work->words[i].word_id,
                      work->words[i].intensity, error))
        return FALSE;
    }

  return trash_rest (practice, parts, error);
}

static gboolean
save_numbers (CabPractice *practice, const Work *work, GError **error)
{
  g_autoptr (GHashTable) parts = load_parts (practice, work, &number_parts, error);

  if (parts == NULL)
    return FALSE;

  for (guint i = 0; i < work->n_numbers; i++)
    {
      if (!save_part (practice, work, &number_parts, parts, work->numbers[i].track_id,
                      work->numbers[i].amount, error))
        return FALSE;
    }

  return trash_rest (practice, parts, error);
}

/* The entry goes first, its parts refer to it; that it will not be empty it is
 * told beforehand. Looked at once more when the parts stand: an entry whose last
 * part is taken away is as empty as one that never had any. */
static gboolean
save_all (CabPractice *practice, gpointer data, GError **error)
{
  const Work *work = data;

  cab_mood_entry_expect_parts (work->entry, work->n_words + work->n_numbers);
  if (!cab_practice_save (practice, work->entry, error) || !save_words (practice, work, error)
      || !save_numbers (practice, work, error))
    return FALSE;

  cab_mood_entry_expect_parts (work->entry, 0);
  return cab_mood_entry_kind.check (practice, work->entry, error);
}

gboolean
cab_mood_entry_save (CabPractice *practice,
                     CabRecord *entry,
                     const CabMoodWord *words,
                     guint n_words,
                     const CabMoodNumber *numbers,
                     guint n_numbers,
                     GError **error)
{
  g_autoptr (CabRecord) copy = NULL;
  Work work = { NULL, words, n_words, numbers, n_numbers };

  g_return_val_if_fail (CAB_IS_PRACTICE (practice) && CAB_IS_MOOD_ENTRY (entry), FALSE);
  g_return_val_if_fail (words != NULL || n_words == 0, FALSE);
  g_return_val_if_fail (numbers != NULL || n_numbers == 0, FALSE);

  copy = cab_record_dup (entry);
  work.entry = copy;
  if (!cab_practice_transact (practice, "save a mood entry", save_all, &work, error))
    return FALSE;

  cab_record_adopt (entry, copy);
  return TRUE;
}

gboolean
cab_mood_entry_add_quietly (CabPractice *practice,
                            CabRecord *entry,
                            const CabMoodNumber *numbers,
                            guint n_numbers,
                            GError **error)
{
  g_return_val_if_fail (CAB_IS_PRACTICE (practice) && CAB_IS_MOOD_ENTRY (entry), FALSE);
  g_return_val_if_fail (!cab_record_is_stored (entry), FALSE);
  g_return_val_if_fail (numbers != NULL || n_numbers == 0, FALSE);

  cab_mood_entry_expect_parts (entry, n_numbers);
  if (!cab_practice_save_quietly (practice, entry, error))
    return FALSE;

  for (guint i = 0; i < n_numbers; i++)
    {
      g_autoptr (CabRecord) part = cab_record_new (number_parts.kind);

      cab_record_set_text (part, number_parts.entry, cab_record_get_id (entry));
      cab_record_set_text (part, number_parts.named, numbers[i].track_id);
      cab_record_set_integer (part, number_parts.amount, numbers[i].amount);
      cab_record_set_value (part, CAB_SYSTEM_BUNDLE,
                            cab_record_get_value (entry, CAB_SYSTEM_BUNDLE));
      if (!cab_practice_save_quietly (practice, part, error))
        return FALSE;
    }

  cab_mood_entry_expect_parts (entry, 0);
  return TRUE;
}
