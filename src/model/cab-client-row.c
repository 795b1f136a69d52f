/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-model"

#include "config.h"

#include "cab-client-row.h"

#include "cab-attention.h"
#include "cab-client-private.h"
#include "cab-codes.h"
#include "cab-fold.h"
#include "cab-statement.h"
#include "cab-vault-error.h"
#include "cab-when.h"

#include <glib/gi18n.h>
#include <string.h>

#define OWN(field) CAB_OWN (CAB_CLIENT_FIELD_##field)

static const CabRowField fields[] = {
  [CAB_CLIENT_ROW_ID] = { "id", CAB_ROW_TEXT },
  [CAB_CLIENT_ROW_NAME] = { "name", CAB_ROW_TEXT },
  [CAB_CLIENT_ROW_INITIALS] = { "initials", CAB_ROW_TEXT },
  [CAB_CLIENT_ROW_PRONOUNS] = { "pronouns", CAB_ROW_TEXT },
  [CAB_CLIENT_ROW_REFERENCE] = { "reference", CAB_ROW_TEXT },
  [CAB_CLIENT_ROW_STATUS] = { "status", CAB_ROW_INTEGER },
  [CAB_CLIENT_ROW_STATUS_WORDS] = { "status-words", CAB_ROW_TEXT },
  [CAB_CLIENT_ROW_LAST_CONTACT_ON] = { "last-contact-on", CAB_ROW_TEXT },
  [CAB_CLIENT_ROW_STARTED_ON] = { "started-on", CAB_ROW_TEXT },
  [CAB_CLIENT_ROW_FLAGS] = { "flags", CAB_ROW_TEXTS },
  [CAB_CLIENT_ROW_RESTRICTED] = { "restricted", CAB_ROW_BOOL },
  [CAB_CLIENT_ROW_TRASHED_ON] = { "trashed-on", CAB_ROW_TEXT },
  [CAB_CLIENT_ROW_DAMAGED] = { "damaged", CAB_ROW_BOOL },
};

G_STATIC_ASSERT (G_N_ELEMENTS (fields) == CAB_CLIENT_ROW_N_FIELDS);

CAB_DEFINE_ROW (CabClientRow, cab_client_row, fields)

/* Enough to choose and sort; what a page shows is read from the records, digest
 * and all. */
static const char sql_clients[]
    = "SELECT id, reference, preferred_name, given_name, family_name, former_name,\n"
      "  status, started_on, last_contact_on, restricted, trashed_at\n"
      "FROM client";

typedef struct
{
  char *id;
  char *name;
  char *reference;
  char *key;
  char *day;
} Candidate;

typedef struct
{
  const CabClientQuery *query;
  char **words;
  GArray *candidates;
  CabClientCounts counts;
} Choice;

static void
clear_candidate (Candidate *self)
{
  g_free (self->id);
  g_free (self->name);
  g_free (self->reference);
  g_free (self->key);
  g_free (self->day);
}

static gboolean
answers (const Choice *choice, CabStatement *row)
{
  g_autoptr (GString) name = NULL;
  g_autofree char *folded = NULL;

  if (choice->words[0] == NULL)
    return TRUE;

  name = g_string_new (cab_statement_get_text (row, 1));
  for (int column = 2; column <= 5 && !choice->query->by_reference; column++)
    {
      if (!cab_statement_is_null (row, column))
        g_string_append_printf (name, " %s", cab_statement_get_text (row, column));
    }
  folded = cab_fold_dup (name->str);

  return cab_fold_has_words (folded, choice->words);
}

/* [W-138] */
static char *
dup_name_key (CabStatement *row, const char *shown_name)
{
  const char *given = cab_statement_get_text (row, 3);
  const char *family = cab_statement_get_text (row, 4);
  g_autofree char *name = NULL;

  if (family != NULL)
    name = g_strjoin (" ", family, given, NULL);
  else
    name = g_strdup (given != NULL ? given : shown_name);

  return g_utf8_collate_key (name, -1);
}

static CabClientPlace
get_place (CabStatement *row)
{
  if (!cab_statement_is_null (row, 10))
    return CAB_CLIENT_PLACE_TRASH;

  return cab_statement_get_integer (row, 9) == 1 ? CAB_CLIENT_PLACE_RESTRICTED
                                                 : CAB_CLIENT_PLACE_LIST;
}

static void
count_place (CabClientCounts *counts, CabClientPlace place)
{
  switch (place)
    {
    case CAB_CLIENT_PLACE_LIST:
      counts->n_listed++;
      break;
    case CAB_CLIENT_PLACE_RESTRICTED:
      counts->n_restricted++;
      break;
    case CAB_CLIENT_PLACE_TRASH:
      counts->n_trashed++;
      break;
    }
}

static void
add_candidate (Choice *choice, CabStatement *row)
{
  Candidate candidate = { .id = g_strdup (cab_statement_get_text (row, 0)),
                          .reference = g_strdup (cab_statement_get_text (row, 1)) };

  candidate.name
      = cab_client_join_name (cab_statement_get_text (row, 2), cab_statement_get_text (row, 3),
                              cab_statement_get_text (row, 4), candidate.reference);
  candidate.key = choice->query->by_reference ? g_strdup (candidate.reference)
                                              : dup_name_key (row, candidate.name);
  switch (choice->query->sort)
    {
    case CAB_CLIENT_SORT_NAME:
      break;
    case CAB_CLIENT_SORT_LAST_CONTACT:
      candidate.day = g_strdup (cab_statement_get_text (row, 8));
      break;
    case CAB_CLIENT_SORT_STARTED:
      candidate.day = g_strdup (cab_statement_get_text (row, 7));
      break;
    }

  g_array_append_val (choice->candidates, candidate);
}

static void
look_at_client (Choice *choice, CabStatement *row)
{
  int status = cab_codes_find (&cab_client_status_codes, cab_statement_get_text (row, 6));
  CabClientPlace place = get_place (row);

  count_place (&choice->counts, place);
  if (place != choice->query->place || !answers (choice, row))
    return;

  /* A status that cannot be read belongs to a damaged record, which is shown. */
  if (status >= 0)
    choice->counts.n_by_status[status]++;
  if (status >= 0 && (choice->query->statuses & (1u << status)) == 0)
    return;

  choice->counts.n_matching++;
  add_candidate (choice, row);
}

static gboolean
choose (CabPractice *practice, Choice *choice, GError **error)
{
  g_autoptr (CabStatement) statement
      = cab_statement_new (cab_practice_get_db (practice), sql_clients, "list the clients", error);

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
          look_at_client (choice, statement);
        }
    }
}

static int
compare_candidates (gconstpointer a, gconstpointer b)
{
  const Candidate *one = a;
  const Candidate *other = b;
  int order = (one->day == NULL) - (other->day == NULL);

  if (order == 0)
    order = g_strcmp0 (other->day, one->day);
  if (order == 0)
    order = strcmp (one->key, other->key);

  return order != 0 ? order : strcmp (one->reference, other->reference);
}

static const char *
find_grapheme_end (const char *start)
{
  const char *end = g_utf8_next_char (start);

  while (*end != '\0' && g_unichar_ismark (g_utf8_get_char (end)))
    end = g_utf8_next_char (end);

  return end;
}

char *
cab_client_row_dup_initials (const char *name)
{
  const char *first = NULL;
  const char *last = NULL;
  gboolean at_start = TRUE;
  g_autofree char *initial = NULL;
  g_autofree char *other = NULL;

  g_return_val_if_fail (name != NULL, NULL);

  for (const char *at = name; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);

      if (at_start && g_unichar_isalnum (character))
        {
          if (first == NULL)
            first = at;
          else
            last = at;
        }
      at_start = g_unichar_isspace (character);
    }

  if (first == NULL)
    return g_strdup ("");
  initial = g_strndup (first, (gsize)(find_grapheme_end (first) - first));
  if (last != NULL)
    other = g_strndup (last, (gsize)(find_grapheme_end (last) - last));
  return g_strconcat (initial, other, NULL);
}

static void
add_attention_flags (GStrvBuilder *flags, GPtrArray *items, const guint *counts, const char *today)
{
  guint n_unsigned = counts[CAB_ATTENTION_NOTE_UNSIGNED];

  for (guint i = 0; i < items->len; i++)
    {
      CabRow *item = g_ptr_array_index (items, i);
      const char *due_on = cab_row_get_text (item, CAB_ATTENTION_DUE_ON);
      g_autofree char *day = due_on == NULL ? NULL : cab_when_dup_words (due_on, today);

      switch ((CabAttentionCode)cab_row_get_integer (item, CAB_ATTENTION_CODE))
        {
        case CAB_ATTENTION_MINOR:
          g_strv_builder_add (flags, _ ("No guardian’s consent"));
          break;
        case CAB_ATTENTION_COMING_OF_AGE:
          g_strv_builder_take (flags, g_strdup_printf (_ ("Of age on %s"), day));
          break;
        case CAB_ATTENTION_CONSENT_ENDING:
          g_strv_builder_take (flags, strcmp (due_on, today) < 0
                                          ? g_strdup_printf (_ ("Consent ended %s"), day)
                                          : g_strdup_printf (_ ("Consent ends %s"), day));
          break;
        case CAB_ATTENTION_NOTE_UNSIGNED:
        case CAB_ATTENTION_PROCESS_NOTE_UNSIGNED:
        case CAB_ATTENTION_ADDENDUM_UNSIGNED:
        case CAB_ATTENTION_DRAFT:
        case CAB_ATTENTION_POLICY:
        case CAB_ATTENTION_TRASH:
        case CAB_ATTENTION_RECOVERY_SHEET:
        case CAB_ATTENTION_BACKUP:
        case CAB_ATTENTION_ERASED:
          break;
        }
    }

  if (n_unsigned > 0)
    g_strv_builder_take (flags, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u note to sign",
                                                              "%u notes to sign", n_unsigned),
                                                 n_unsigned));
}

static gboolean
set_flags (CabPractice *practice, CabRow *row, CabRecord *client, GError **error)
{
  guint counts[CAB_N_ATTENTION_CODES];
  g_autoptr (GPtrArray) items
      = cab_attention_list (practice, cab_record_get_id (client), 1, counts, error);
  g_autofree char *today = cab_practice_dup_today (practice);
  g_autoptr (GStrvBuilder) flags = g_strv_builder_new ();

  if (items == NULL)
    return FALSE;

  if (cab_record_get_bool (client, OWN (RESTRICTED)))
    {
      g_autofree char *day
          = cab_when_dup_words (cab_record_get_text (client, OWN (RESTRICTED_ON)), today);

      g_strv_builder_take (flags, g_strdup_printf (_ ("Restricted since %s"), day));
    }
  add_attention_flags (flags, items, counts, today);
  cab_row_take_texts (row, CAB_CLIENT_ROW_FLAGS, g_strv_builder_end (flags));
  return TRUE;
}

static void
set_status (CabRow *row, CabRecord *client)
{
  cab_row_set_integer (row, CAB_CLIENT_ROW_STATUS, cab_record_get_code (client, OWN (STATUS)));
  cab_row_set_text (
      row, CAB_CLIENT_ROW_STATUS_WORDS,
      cab_codes_get_label (&cab_client_status_codes, cab_record_get_text (client, OWN (STATUS))));
}

static gboolean
set_record (CabPractice *practice, CabRow *row, CabRecord *client, GError **error)
{
  const char *trashed_at = cab_record_get_text (client, CAB_SYSTEM_TRASHED_AT);

  set_status (row, client);
  cab_row_set_text (row, CAB_CLIENT_ROW_PRONOUNS, cab_record_get_text (client, OWN (PRONOUNS)));
  cab_row_set_text (row, CAB_CLIENT_ROW_LAST_CONTACT_ON,
                    cab_record_get_text (client, OWN (LAST_CONTACT_ON)));
  cab_row_set_text (row, CAB_CLIENT_ROW_STARTED_ON, cab_record_get_text (client, OWN (STARTED_ON)));
  cab_row_set_bool (row, CAB_CLIENT_ROW_RESTRICTED, cab_record_get_bool (client, OWN (RESTRICTED)));
  if (trashed_at != NULL)
    cab_row_take_text (row, CAB_CLIENT_ROW_TRASHED_ON,
                       g_strndup (trashed_at, strlen ("2026-03-02")));

  return set_flags (practice, row, client, error);
}

static CabRow *
make_row (CabPractice *practice, const Candidate *candidate, GError **error)
{
  g_autoptr (CabRow) row = g_object_new (CAB_TYPE_CLIENT_ROW, NULL);
  g_autoptr (GError) problem = NULL;
  g_autoptr (CabRecord) client
      = cab_practice_load (practice, &cab_client_kind, candidate->id, &problem);

  cab_row_set_text (row, CAB_CLIENT_ROW_ID, candidate->id);
  cab_row_set_text (row, CAB_CLIENT_ROW_NAME, candidate->name);
  cab_row_set_text (row, CAB_CLIENT_ROW_REFERENCE, candidate->reference);
  cab_row_take_text (row, CAB_CLIENT_ROW_INITIALS,
                     strcmp (candidate->name, candidate->reference) == 0
                         ? g_strdup ("")
                         : cab_client_row_dup_initials (candidate->name));
  if (client != NULL)
    return set_record (practice, row, client, error) ? g_steal_pointer (&row) : NULL;

  if (!g_error_matches (problem, CAB_VAULT_ERROR, CAB_VAULT_ERROR_CONTENT))
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return NULL;
    }

  cab_row_set_bool (row, CAB_CLIENT_ROW_DAMAGED, TRUE);
  return g_steal_pointer (&row);
}

static GPtrArray *
make_page (CabPractice *practice, GArray *candidates, guint offset, guint maximum, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = offset; i < candidates->len && rows->len < maximum; i++)
    {
      CabRow *row = make_row (practice, &g_array_index (candidates, Candidate, i), error);

      if (row == NULL)
        return NULL;
      g_ptr_array_add (rows, row);
    }

  return g_steal_pointer (&rows);
}

GPtrArray *
cab_client_row_list (CabPractice *practice,
                     const CabClientQuery *query,
                     guint offset,
                     guint maximum,
                     CabClientCounts *counts,
                     GError **error)
{
  g_auto (GStrv) words = NULL;
  g_autoptr (GArray) candidates = NULL;
  Choice choice = { .query = query };

  g_return_val_if_fail (CAB_IS_PRACTICE (practice) && query != NULL, NULL);
  g_return_val_if_fail (query->words == NULL || g_utf8_validate (query->words, -1, NULL), NULL);

  words = cab_fold_dup_words (query->words);
  candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  g_array_set_clear_func (candidates, (GDestroyNotify)clear_candidate);
  choice.words = words;
  choice.candidates = candidates;
  if (!choose (practice, &choice, error))
    return NULL;

  g_array_sort (candidates, compare_candidates);
  if (counts != NULL)
    *counts = choice.counts;
  return make_page (practice, candidates, offset, maximum, error);
}
