/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-model"

#include "config.h"

#include "cab-attention-private.h"

#include "cab-client-private.h"
#include "cab-codes.h"
#include "cab-when.h"

#include <glib/gi18n.h>

/* How long before an end it is told [M-97]. */
#define DAYS_AHEAD 30

CAB_DEFINE_CODES (cab_attention_codes,
                  "attention",
                  { "note-unsigned", N_ ("Notes to sign") },
                  { "process-note-unsigned", N_ ("Process notes to sign") },
                  { "addendum-unsigned", N_ ("Addenda to sign") },
                  { "draft", N_ ("Unfinished texts") },
                  { "minor", N_ ("Minors without consent") },
                  { "coming-of-age", N_ ("Coming of age") },
                  { "consent-ending", N_ ("Consents that end") },
                  { "policy", N_ ("Consents to an older text") },
                  { "trash", N_ ("Trash") },
                  { "recovery-sheet", N_ ("Recovery sheet") },
                  { "backup", N_ ("Backups") },
                  { "erased", N_ ("Erased people in backups") });

CAB_DEFINE_CODES (cab_severity_codes,
                  "severity",
                  { "red", N_ ("Now") },
                  { "amber", N_ ("Soon") },
                  { "plain", N_ ("When there is time") });

static const CabRowField fields[] = {
  [CAB_ATTENTION_KEY] = { "key", CAB_ROW_TEXT },
  [CAB_ATTENTION_CODE] = { "code", CAB_ROW_INTEGER },
  [CAB_ATTENTION_SEVERITY] = { "severity", CAB_ROW_INTEGER },
  [CAB_ATTENTION_SEVERITY_WORDS] = { "severity-words", CAB_ROW_TEXT },
  [CAB_ATTENTION_SENTENCE] = { "sentence", CAB_ROW_TEXT },
  [CAB_ATTENTION_DUE_ON] = { "due-on", CAB_ROW_TEXT },
  [CAB_ATTENTION_CLIENT_ID] = { "client-id", CAB_ROW_TEXT },
  [CAB_ATTENTION_CLIENT] = { "client", CAB_ROW_TEXT },
  [CAB_ATTENTION_REFERENCE] = { "reference", CAB_ROW_TEXT },
  [CAB_ATTENTION_KIND] = { "kind", CAB_ROW_TEXT },
  [CAB_ATTENTION_ID] = { "id", CAB_ROW_TEXT },
};

G_STATIC_ASSERT (G_N_ELEMENTS (fields) == CAB_ATTENTION_N_FIELDS);

CAB_DEFINE_ROW (CabAttention, cab_attention, fields)

gboolean
cab_attention_skip (CabAttentionLook *look, CabAttentionCode code)
{
  if (look->maximum == 0 || look->counts[code] < look->maximum)
    return FALSE;

  look->counts[code]++;
  return TRUE;
}

CabRow *
cab_attention_add (CabAttentionLook *look,
                   CabAttentionCode code,
                   CabSeverity severity,
                   const char *id)
{
  const char *word = cab_attention_codes.codes[code].code;
  CabRow *item;

  if (cab_attention_skip (look, code))
    return NULL;

  look->counts[code]++;
  item = g_object_new (CAB_TYPE_ATTENTION, NULL);
  cab_row_take_text (item, CAB_ATTENTION_KEY,
                     id != NULL ? g_strconcat (word, ":", id, NULL) : g_strdup (word));
  cab_row_set_integer (item, CAB_ATTENTION_CODE, code);
  cab_row_set_integer (item, CAB_ATTENTION_SEVERITY, severity);
  cab_row_set_text (
      item, CAB_ATTENTION_SEVERITY_WORDS,
      cab_codes_get_label (&cab_severity_codes, cab_severity_codes.codes[severity].code));
  cab_row_set_text (item, CAB_ATTENTION_ID, id);
  g_ptr_array_add (look->items, item);

  return item;
}

void
cab_attention_set_client (CabRow *item, CabStatement *statement, int column)
{
  const char *reference = cab_statement_get_text (statement, column + 1);

  cab_row_set_text (item, CAB_ATTENTION_CLIENT_ID, cab_statement_get_text (statement, column));
  cab_row_set_text (item, CAB_ATTENTION_REFERENCE, reference);
  if (reference == NULL)
    return;

  cab_row_take_text (item, CAB_ATTENTION_CLIENT,
                     cab_client_join_name (cab_statement_get_text (statement, column + 2),
                                           cab_statement_get_text (statement, column + 3),
                                           cab_statement_get_text (statement, column + 4),
                                           reference));
}

CabStatement *
cab_attention_prepare (CabAttentionLook *look,
                       const char *sql_all,
                       const char *sql_one,
                       GError **error)
{
  g_autoptr (CabStatement) statement
      = cab_statement_new (cab_practice_get_db (look->practice),
                           look->client_id == NULL ? sql_all : sql_one,
                           "look for what needs attention", error);

  if (statement == NULL)
    return NULL;

  cab_statement_bind_text (statement, 1, look->today);
  if (look->client_id != NULL)
    cab_statement_bind_text (statement, 2, look->client_id);

  return g_steal_pointer (&statement);
}

char *
cab_attention_dup_day (CabAttentionLook *look, const char *date)
{
  return cab_when_dup_words (date, look->today);
}

/* Red before amber before plain, each by day; what has no day comes last. */
static int
compare_items (gconstpointer a, gconstpointer b, gpointer unused)
{
  CabRow *one = *(CabRow *const *)a;
  CabRow *other = *(CabRow *const *)b;
  gint64 order = cab_row_get_integer (one, CAB_ATTENTION_SEVERITY)
                 - cab_row_get_integer (other, CAB_ATTENTION_SEVERITY);
  const char *day = cab_row_get_text (one, CAB_ATTENTION_DUE_ON);
  const char *other_day = cab_row_get_text (other, CAB_ATTENTION_DUE_ON);

  if (order == 0)
    order = (day == NULL) - (other_day == NULL);
  if (order == 0)
    order = g_strcmp0 (day, other_day);
  if (order == 0)
    order = cab_row_get_integer (one, CAB_ATTENTION_CODE)
            - cab_row_get_integer (other, CAB_ATTENTION_CODE);

  return order < 0 ? -1 : order > 0;
}

static gboolean
look_at_all (CabPractice *practice, gpointer data, GError **error)
{
  CabAttentionLook *look = data;

  if (!cab_attention_find_unsigned (look, error) || !cab_attention_find_drafts (look, error)
      || !cab_attention_find_minors (look, error)
      || !cab_attention_find_coming_of_age (look, error)
      || !cab_attention_find_consents (look, error))
    return FALSE;

  return look->client_id != NULL
         || (cab_attention_find_policies (look, error) && cab_attention_find_trash (look, error)
             && cab_attention_find_safety (look, error));
}

GPtrArray *
cab_attention_list (CabPractice *practice,
                    const char *client_id,
                    guint maximum,
                    guint *counts,
                    GError **error)
{
  CabAttentionLook look = { .practice = practice, .client_id = client_id, .maximum = maximum };
  gboolean done;

  g_return_val_if_fail (CAB_IS_PRACTICE (practice), NULL);

  look.items = g_ptr_array_new_with_free_func (g_object_unref);
  look.today = cab_practice_dup_today (practice);
  look.horizon = cab_when_dup_days_after (look.today, DAYS_AHEAD);

  done = cab_practice_read (practice, "look for what needs attention", look_at_all, &look, error);
  g_free (look.today);
  g_free (look.horizon);
  if (!done)
    {
      g_ptr_array_unref (look.items);
      return NULL;
    }

  if (counts != NULL)
    {
      for (guint i = 0; i < CAB_N_ATTENTION_CODES; i++)
        counts[i] = look.counts[i];
    }
  g_ptr_array_sort_with_data (look.items, compare_items, NULL);
  return look.items;
}
