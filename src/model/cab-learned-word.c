/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-model"

#include "config.h"

#include "cab-learned-word.h"

#include "cab-codes.h"
#include "cab-model-error.h"
#include "cab-statement.h"

#include <glib/gi18n.h>
#include <string.h>

#define OWN(field) CAB_OWN (CAB_LEARNED_WORD_FIELD_##field)

/* clang-format off */
static const CabField fields[] = {
  [CAB_LEARNED_WORD_FIELD_LANGUAGE] = {
    .name = "language", .type = CAB_FIELD_TEXT, .maximum = 35, .required = CAB_REQUIRED_YES,
    .right = CAB_RIGHT_AUTHORED, .flags = CAB_FLAG_FIXED, .label = N_ ("Language"),
    .why = N_ ("So that a word is passed over in its own language only."), .since = 1
  },
  [CAB_LEARNED_WORD_FIELD_WORD] = {
    .name = "word", .type = CAB_FIELD_TEXT, .maximum = 64, .required = CAB_REQUIRED_YES,
    .right = CAB_RIGHT_AUTHORED, .flags = CAB_FLAG_FIXED | CAB_FLAG_SENSITIVE,
    .label = N_ ("Word"), .why = N_ ("So that the spell checker does not mark it again."),
    .since = 1
  },
};
/* clang-format on */

G_STATIC_ASSERT (G_N_ELEMENTS (fields) == CAB_LEARNED_WORD_N_FIELDS);

/* List columns never spill, so they may be read without the whole record. */
static const char sql_find[] = "SELECT id FROM learned_word WHERE language = ?1 AND word = ?2";
static const char sql_names[]
    = "SELECT preferred_name, given_name, family_name, former_name FROM client\n"
      "UNION ALL\n"
      "SELECT given_name, family_name, organisation, NULL FROM contact\n"
      "UNION ALL\n"
      "SELECT display_name, NULL, NULL, NULL FROM clinician";

static gboolean
check (CabPractice *practice, CabRecord *record, GError **error)
{
  const char *word = cab_record_get_text (record, OWN (WORD));

  for (const char *at = word; *at != '\0'; at = g_utf8_next_char (at))
    {
      if (g_unichar_isspace (g_utf8_get_char (at)))
        return cab_record_set_error (record, OWN (WORD), CAB_MODEL_ERROR_INVALID, error,
                                     _ ("one word at a time."));
    }

  return TRUE;
}

static char *
describe (CabRecord *record)
{
  return cab_record_dup_text (record, OWN (LANGUAGE));
}

const CabKind cab_learned_word_kind = {
  .name = "learned-word",
  .plural = "learned-words",
  .table = "learned_word",
  .label = N_ ("Learned word"),
  .label_plural = N_ ("Learned words"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .owner = CAB_NO_OWNER,
  .ordinal = CAB_NO_OWNER,
  .origin = CAB_ORIGIN_AUTHORED,
  .trash = CAB_TRASH_YES,
  .mutability = CAB_MUTABLE,
  .check = check,
  .describe = describe,
  .get_type = cab_learned_word_get_type,
};

CAB_DEFINE_KIND (CabLearnedWord, cab_learned_word, &cab_learned_word_kind)

/* FALSE with @error set; @id is NULL for a word that was never learned. */
static gboolean
find_word (CabPractice *practice,
           const char *language,
           const char *word,
           char **id,
           GError **error)
{
  g_autoptr (CabStatement) statement = cab_statement_new (
      cab_practice_get_db (practice), sql_find, "look for a learned word", error);

  if (statement == NULL)
    return FALSE;
  cab_statement_bind_text (statement, 1, language);
  cab_statement_bind_text (statement, 2, word);

  switch (cab_statement_step (statement, error))
    {
    case CAB_STEP_ERROR:
      return FALSE;
    case CAB_STEP_DONE:
      return TRUE;
    case CAB_STEP_ROW:
      *id = g_strdup (cab_statement_get_text (statement, 0));
      return TRUE;
    }

  g_return_val_if_reached (FALSE);
}

gboolean
cab_learned_word_learn (CabPractice *practice,
                        const char *language,
                        const char *word,
                        GError **error)
{
  g_autofree char *id = NULL;
  g_autoptr (CabRecord) record = NULL;

  g_return_val_if_fail (CAB_IS_PRACTICE (practice) && language != NULL && word != NULL, FALSE);

  if (!find_word (practice, language, word, &id, error))
    return FALSE;
  if (id == NULL)
    {
      record = cab_record_new (&cab_learned_word_kind);
      cab_record_set_text (record, OWN (LANGUAGE), language);
      cab_record_set_text (record, OWN (WORD), word);
      return cab_practice_save (practice, record, error);
    }

  record = cab_practice_load (practice, &cab_learned_word_kind, id, error);
  if (record == NULL)
    return FALSE;
  return cab_record_is_none (record, CAB_SYSTEM_TRASHED_AT)
         || cab_practice_restore (practice, record, error);
}

GPtrArray *
cab_learned_word_list (CabPractice *practice, const char *language, GError **error)
{
  const CabFilter filter = { .trashed = 0, .field = OWN (LANGUAGE), .equals = language };
  g_autoptr (GPtrArray) records = NULL;
  GPtrArray *words;

  g_return_val_if_fail (CAB_IS_PRACTICE (practice), NULL);

  records = cab_practice_list (practice, &cab_learned_word_kind, &filter, error);
  if (records == NULL)
    return NULL;

  words = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < records->len; i++)
    g_ptr_array_add (words, cab_record_dup_text (g_ptr_array_index (records, i), OWN (WORD)));
  return words;
}

/* What a spell checker would look at: words between blanks and, when they have
 * hyphens, their parts. */
static void
add_words (GHashTable *words, const char *name)
{
  g_auto (GStrv) parts = name == NULL ? NULL : g_strsplit_set (name, " \t", -1);

  for (guint i = 0; parts != NULL && parts[i] != NULL; i++)
    {
      g_auto (GStrv) pieces = g_strsplit (parts[i], "-", -1);

      if (*parts[i] != '\0')
        g_hash_table_add (words, g_strdup (parts[i]));
      for (guint j = 0; pieces[j] != NULL; j++)
        {
          if (*pieces[j] != '\0')
            g_hash_table_add (words, g_strdup (pieces[j]));
        }
    }
}

static gboolean
collect_names (CabPractice *practice, GHashTable *words, GError **error)
{
  g_autoptr (CabStatement) statement
      = cab_statement_new (cab_practice_get_db (practice), sql_names, "read the names", error);

  if (statement == NULL)
    return FALSE;

  for (;;)
    {
      switch (cab_statement_step (statement, error))
        {
        case CAB_STEP_ERROR:
          return FALSE;
        case CAB_STEP_DONE:
          return TRUE;
        case CAB_STEP_ROW:
          for (int column = 0; column < 4; column++)
            add_words (words, cab_statement_get_text (statement, column));
        }
    }
}

GPtrArray *
cab_learned_word_list_names (CabPractice *practice, GError **error)
{
  g_autoptr (GHashTable) words = NULL;

  g_return_val_if_fail (CAB_IS_PRACTICE (practice), NULL);

  words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (!collect_names (practice, words, error))
    return NULL;

  return g_hash_table_steal_all_keys (words);
}
