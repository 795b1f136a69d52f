/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-model"

#include "config.h"

#include "cab-adoption.h"

#include "cab-emotion-word.h"
#include "cab-practice-private.h"
#include "cab-statement.h"

static const char sql_same_word[]
    = "SELECT id, EXISTS (SELECT 1 FROM mood_emotion WHERE word_id = emotion_word.id)\n"
      "FROM emotion_word\n"
      "WHERE language = ?1 AND word = ?2";

gboolean
cab_adoption_is_possible (CabPractice *practice)
{
  static const char *const kinds[]
      = { "client", "contact", "policy-text", "tombstone", "disclosure" };
  const CabFilter all = CAB_FILTER_ALL;

  g_return_val_if_fail (CAB_IS_PRACTICE (practice), FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      if (cab_practice_count (practice, cab_kind_find (kinds[i]), &all, NULL) != 0)
        return FALSE;
    }

  return TRUE;
}

static gboolean
drop_all (CabPractice *practice, const char *kind_name, GError **error)
{
  const CabKind *kind = cab_kind_find (kind_name);
  const CabFilter all = CAB_FILTER_ALL;
  g_autoptr (GPtrArray) records = cab_practice_list (practice, kind, &all, error);

  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      CabRecord *record = g_ptr_array_index (records, i);

      if (!cab_store_delete_id (practice->store, kind, cab_record_get_id (record), error))
        return FALSE;
      cab_practice_forget_cached (practice, record);
    }

  return records != NULL;
}

gboolean
cab_adoption_clear_set_up (CabPractice *practice, GError **error)
{
  g_return_val_if_fail (CAB_IS_PRACTICE (practice), FALSE);

  /* The clinician last: everything names its author. */
  return drop_all (practice, "preference", error)
         && drop_all (practice, "learned-word", error) && drop_all (practice, "emotion-word", error)
         && drop_all (practice, "practice", error) && drop_all (practice, "clinician", error);
}

gboolean
cab_adoption_drop_unused_word (CabPractice *practice,
                               CabRecord *word,
                               char **taken_id,
                               GError **error)
{
  g_autoptr (CabStatement) statement = NULL;
  g_autofree char *id = NULL;
  gboolean used = FALSE;

  g_return_val_if_fail (CAB_IS_PRACTICE (practice) && CAB_IS_RECORD (word), FALSE);

  *taken_id = NULL;
  statement
      = cab_statement_new (cab_practice_get_db (practice), sql_same_word, "look for a word", error);
  if (statement == NULL)
    return FALSE;

  cab_statement_bind_text (statement, 1,
                           cab_record_get_text (word, CAB_OWN (CAB_EMOTION_WORD_FIELD_LANGUAGE)));
  cab_statement_bind_text (statement, 2,
                           cab_record_get_text (word, CAB_OWN (CAB_EMOTION_WORD_FIELD_WORD)));
  switch (cab_statement_step (statement, error))
    {
    case CAB_STEP_ERROR:
      return FALSE;
    case CAB_STEP_DONE:
      return TRUE;
    case CAB_STEP_ROW:
      id = g_strdup (cab_statement_get_text (statement, 0));
      used = cab_statement_get_integer (statement, 1) != 0;
    }
  cab_statement_reset (statement);

  if (used)
    {
      *taken_id = g_steal_pointer (&id);
      return TRUE;
    }

  return cab_store_delete_id (practice->store, &cab_emotion_word_kind, id, error);
}
