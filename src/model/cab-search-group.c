/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-model"

#include "config.h"

#include "cab-search-group.h"

#include "cab-addendum.h"
#include "cab-attachment.h"
#include "cab-client-private.h"
#include "cab-codes.h"
#include "cab-consent.h"
#include "cab-fold.h"
#include "cab-note.h"
#include "cab-process-note.h"
#include "cab-search-private.h"
#include "cab-statement.h"
#include "cab-vault-error.h"
#include "cab-when.h"

#include <glib/gi18n.h>
#include <string.h>

#define SNIPPET_LENGTH 140

static const CabRowField fields[] = {
  [CAB_SEARCH_ROW_KIND] = { "kind", CAB_ROW_TEXT },
  [CAB_SEARCH_ROW_ID] = { "id", CAB_ROW_TEXT },
  [CAB_SEARCH_ROW_CLIENT_ID] = { "client-id", CAB_ROW_TEXT },
  [CAB_SEARCH_ROW_CLIENT] = { "client", CAB_ROW_TEXT },
  [CAB_SEARCH_ROW_REFERENCE] = { "reference", CAB_ROW_TEXT },
  [CAB_SEARCH_ROW_TITLE] = { "title", CAB_ROW_TEXT },
  [CAB_SEARCH_ROW_SNIPPET] = { "snippet", CAB_ROW_TEXT },
  [CAB_SEARCH_ROW_HITS] = { "hits", CAB_ROW_RANGES },
};

G_STATIC_ASSERT (G_N_ELEMENTS (fields) == CAB_SEARCH_ROW_N_FIELDS);

CAB_DEFINE_ROW (CabSearchRow, cab_search_row, fields)

#define CLIENT_COLUMNS                                                                             \
  "client.id, client.reference, client.preferred_name, client.given_name, client.family_name"

/* The day of what was found; a client has none. */
#define DAY                                                                                        \
  "CASE search_row.kind\n"                                                                         \
  "  WHEN 'note' THEN (SELECT substr(held_on, 1, 10) FROM note WHERE id = record_id)\n"            \
  "  WHEN 'process-note'\n"                                                                        \
  "    THEN (SELECT substr(held_on, 1, 10) FROM process_note WHERE id = record_id)\n"              \
  "  WHEN 'addendum' THEN (SELECT substr(created_at, 1, 10) FROM addendum WHERE id = record_id)\n" \
  "  WHEN 'attachment' THEN (SELECT dated FROM attachment WHERE id = record_id)\n"                 \
  "  END"

/* One walk over the matches; whoever may not be found is known before. ?4 and
 * ?5 are the first and the last day that are wanted. */
#define MATCHES                                                                                    \
  "SELECT search_row.number, search_row.kind\n"                                                    \
  "FROM search\n"                                                                                  \
  "JOIN search_row ON search_row.number = search.rowid\n"                                          \
  "WHERE search MATCH ?1\n"                                                                        \
  "AND (?2 IS NULL OR search_row.kind = ?2)\n"                                                     \
  "AND (?3 IS NULL OR search_row.client_id = ?3)\n"                                                \
  "AND (?4 IS NULL OR " DAY " >= ?4)\n"                                                            \
  "AND (?5 IS NULL OR " DAY " <= ?5)\n"                                                            \
  "AND search_row.client_id NOT IN (\n"                                                            \
  "  SELECT id FROM client WHERE trashed_at IS NOT NULL\n"                                         \
  "  UNION ALL\n"                                                                                  \
  "  SELECT id FROM client WHERE restricted = 1)\n"

/* To weigh matches takes several times as long as to find them, and what so many
 * records have tells none of them apart: those that came last stand first then. */
#define MANY 5000

static const char sql_matches[] = MATCHES "ORDER BY search.rowid DESC";
static const char sql_best_matches[] = MATCHES "ORDER BY rank";

static const char sql_match[] = "SELECT search_row.record_id, " DAY ", " CLIENT_COLUMNS "\n"
                                "FROM search_row\n"
                                "JOIN client ON client.id = search_row.client_id\n"
                                "WHERE search_row.number = ?1";

/* The kinds of the index in the order of the groups. @title: of a result, with
 * its day; NULL where the text itself is the title */
static const struct
{
  const CabKind *kind;
  const char *title;
} indexed[] = {
  { &cab_client_kind, NULL },
  { &cab_note_kind, N_ ("Note of %s") },
  { &cab_addendum_kind, N_ ("Addendum of %s") },
  { &cab_process_note_kind, N_ ("Process note of %s") },
  { &cab_attachment_kind, N_ ("File of %s") },
};

/* Consents are found by the words of their purpose. */
#define CONSENTS                                                                                   \
  "FROM consent\n"                                                                                 \
  "JOIN client ON client.id = consent.client_id\n"                                                 \
  "WHERE (?1 IS NULL OR consent.purpose = ?1)\n"                                                   \
  "AND (?2 IS NULL OR consent.client_id = ?2)\n"                                                   \
  "AND client.trashed_at IS NULL\n"                                                                \
  "AND client.restricted IS NOT 1\n"

static const char sql_count_consents[]
    = "SELECT consent.purpose, count(*)\n" CONSENTS "GROUP BY consent.purpose";
static const char sql_consents[]
    = "SELECT consent.id, NULL, " CLIENT_COLUMNS "\n" CONSENTS "ORDER BY client.reference\n"
      "LIMIT ?3 OFFSET ?4";

typedef struct
{
  CabPractice *practice;
  const CabSearchQuery *query;
  GCancellable *cancellable;
  GPtrArray *groups;
  char *match;
  char *today;
} Search;

void
cab_search_group_free (CabSearchGroup *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->rows);
  g_free (self);
}

static CabSearchGroup *
new_group (const CabKind *kind)
{
  CabSearchGroup *group = g_new0 (CabSearchGroup, 1);

  group->kind = kind;
  group->rows = g_ptr_array_new_with_free_func (g_object_unref);
  return group;
}

static guint
get_maximum (const CabSearchQuery *query)
{
  return query->maximum > 0 ? query->maximum : CAB_SEARCH_GROUP_SIZE;
}

static gboolean
is_wanted (const CabSearchQuery *query, const CabKind *kind)
{
  if (query->kind != NULL)
    return query->kind == kind;

  return kind != &cab_process_note_kind || query->process_notes;
}

/* The first columns of every list of results: the record's id, its day, its client. */
static CabRow *
make_row (const CabKind *kind, CabStatement *statement)
{
  CabRow *row = g_object_new (CAB_TYPE_SEARCH_ROW, NULL);
  const char *reference = cab_statement_get_text (statement, 3);

  cab_row_set_text (row, CAB_SEARCH_ROW_KIND, kind->name);
  cab_row_set_text (row, CAB_SEARCH_ROW_ID, cab_statement_get_text (statement, 0));
  cab_row_set_text (row, CAB_SEARCH_ROW_CLIENT_ID, cab_statement_get_text (statement, 2));
  cab_row_set_text (row, CAB_SEARCH_ROW_REFERENCE, reference);
  cab_row_take_text (row, CAB_SEARCH_ROW_CLIENT,
                     cab_client_join_name (cab_statement_get_text (statement, 4),
                                           cab_statement_get_text (statement, 5),
                                           cab_statement_get_text (statement, 6), reference));
  return row;
}

static void
set_snippet (CabRow *row, const char *text, const char *words)
{
  GArray *hits = NULL;

  cab_row_take_text (row, CAB_SEARCH_ROW_SNIPPET,
                     cab_search_dup_snippet (text, words, SNIPPET_LENGTH, &hits));
  cab_row_take_ranges (row, CAB_SEARCH_ROW_HITS, hits);
}

/* A result whose record is damaged stays one, without its words. */
static gboolean
read_snippet (Search *self, CabRow *row, const CabKind *kind, GError **error)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) problem = NULL;

  if (cab_search_dup_text (self->practice, kind, cab_row_get_text (row, CAB_SEARCH_ROW_ID), &text,
                           &problem))
    {
      if (text != NULL)
        set_snippet (row, text, self->query->words);
      return TRUE;
    }
  if (g_error_matches (problem, CAB_VAULT_ERROR, CAB_VAULT_ERROR_CONTENT))
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

static void
set_title (Search *self, CabRow *row, const char *title, const char *day)
{
  g_autofree char *words = NULL;

  if (title == NULL || day == NULL)
    return;

  words = cab_when_dup_words (day, self->today);
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  cab_row_take_text (row, CAB_SEARCH_ROW_TITLE,
                     g_strdup_printf (g_dgettext (GETTEXT_PACKAGE, title), words));
#pragma GCC diagnostic pop
}

/* The rows of a group, without their snippets: reading one uses the index too. */
static gboolean
read_rows (Search *self,
           CabSearchGroup *group,
           const char *title,
           CabStatement *statement,
           GError **error)
{
  for (;;)
    {
      CabRow *row;

      switch (cab_statement_step (statement, error))
        {
        case CAB_STEP_ERROR:
          return FALSE;
        case CAB_STEP_DONE:
          return TRUE;
        case CAB_STEP_ROW:
          row = make_row (group->kind, statement);
          set_title (self, row, title, cab_statement_get_text (statement, 1));
          g_ptr_array_add (group->rows, row);
        }
    }
}

/* What one walk over the index found of each kind: the numbers of its rows. */
typedef struct
{
  GArray *numbers[G_N_ELEMENTS (indexed)];
  guint n_all;
} Found;

static void
note_match (Search *self, Found *found, CabStatement *row)
{
  const char *kind = cab_statement_get_text (row, 1);
  gint64 number = cab_statement_get_integer (row, 0);

  for (guint i = 0; i < G_N_ELEMENTS (indexed); i++)
    {
      if (strcmp (indexed[i].kind->name, kind) != 0 || !is_wanted (self->query, indexed[i].kind))
        continue;
      g_array_append_val (found->numbers[i], number);
      found->n_all++;
    }
}

static gboolean
walk_matches (Search *self, const char *sql, Found *found, GError **error)
{
  g_autoptr (CabStatement) statement
      = cab_statement_new (cab_practice_get_db (self->practice), sql, "search", error);

  if (statement == NULL)
    return FALSE;

  found->n_all = 0;
  for (guint i = 0; i < G_N_ELEMENTS (indexed); i++)
    g_array_set_size (found->numbers[i], 0);

  cab_statement_bind_text (statement, 1, self->match);
  cab_statement_bind_text (statement, 2,
                           self->query->kind != NULL ? self->query->kind->name : NULL);
  cab_statement_bind_text (statement, 3, self->query->client_id);
  cab_statement_bind_text (statement, 4, self->query->from);
  cab_statement_bind_text (statement, 5, self->query->to);
  for (;;)
    {
      switch (cab_statement_step (statement, error))
        {
        case CAB_STEP_ERROR:
          return FALSE;
        case CAB_STEP_DONE:
          return TRUE;
        case CAB_STEP_ROW:
          note_match (self, found, statement);
        }
    }
}

static gboolean
add_group (Search *self, guint which, GArray *numbers, GError **error)
{
  g_autoptr (CabSearchGroup) group = new_group (indexed[which].kind);
  guint end = MIN (numbers->len, self->query->offset + get_maximum (self->query));

  group->n_all = numbers->len;
  for (guint i = self->query->offset; i < end; i++)
    {
      g_autoptr (CabStatement) statement = cab_statement_new (
          cab_practice_get_db (self->practice), sql_match, "read what was found", error);

      if (statement == NULL || g_cancellable_set_error_if_cancelled (self->cancellable, error))
        return FALSE;
      cab_statement_bind_integer (statement, 1, g_array_index (numbers, gint64, i));
      if (!read_rows (self, group, indexed[which].title, statement, error))
        return FALSE;
    }

  for (guint i = 0; i < group->rows->len; i++)
    {
      if (g_cancellable_set_error_if_cancelled (self->cancellable, error)
          || !read_snippet (self, g_ptr_array_index (group->rows, i), group->kind, error))
        return FALSE;
    }

  g_ptr_array_add (self->groups, g_steal_pointer (&group));
  return TRUE;
}

static gboolean
search_index (Search *self, GError **error)
{
  Found found = { 0 };
  gboolean done;

  for (guint i = 0; i < G_N_ELEMENTS (indexed); i++)
    found.numbers[i] = g_array_new (FALSE, FALSE, sizeof (gint64));

  done = walk_matches (self, sql_matches, &found, error)
         && (found.n_all == 0 || found.n_all > MANY
             || walk_matches (self, sql_best_matches, &found, error));
  for (guint i = 0; i < G_N_ELEMENTS (indexed); i++)
    {
      done = done && (found.numbers[i]->len == 0 || add_group (self, i, found.numbers[i], error));
      g_array_unref (found.numbers[i]);
    }

  return done;
}

/* How many consents there are of each purpose, in one walk over them all. */
static gboolean
count_consents (Search *self, guint *counts, GError **error)
{
  g_autoptr (CabStatement) statement = cab_statement_new (
      cab_practice_get_db (self->practice), sql_count_consents, "count the consents found", error);

  if (statement == NULL)
    return FALSE;

  cab_statement_bind_text (statement, 1, NULL);
  cab_statement_bind_text (statement, 2, self->query->client_id);
  for (;;)
    {
      int purpose;

      switch (cab_statement_step (statement, error))
        {
        case CAB_STEP_ERROR:
          return FALSE;
        case CAB_STEP_DONE:
          return TRUE;
        case CAB_STEP_ROW:
          purpose = cab_codes_find (&cab_purpose_codes, cab_statement_get_text (statement, 0));
          if (purpose >= 0)
            counts[purpose] = (guint)cab_statement_get_integer (statement, 1);
        }
    }
}

/* Adds as many consents to one purpose as the group has room for; @before is how
 * many of other purposes stand before them. */
static gboolean
list_consents (Search *self,
               CabSearchGroup *group,
               const CabCode *purpose,
               guint before,
               GError **error)
{
  g_autoptr (CabStatement) list = cab_statement_new (
      cab_practice_get_db (self->practice), sql_consents, "list the consents found", error);
  guint first = group->rows->len;

  if (list == NULL)
    return FALSE;

  cab_statement_bind_text (list, 1, purpose->code);
  cab_statement_bind_text (list, 2, self->query->client_id);
  cab_statement_bind_integer (list, 3, get_maximum (self->query) - first);
  cab_statement_bind_integer (list, 4,
                              self->query->offset > before ? self->query->offset - before : 0);
  if (!read_rows (self, group, NULL, list, error))
    return FALSE;

  for (guint i = first; i < group->rows->len; i++)
    {
      CabRow *row = g_ptr_array_index (group->rows, i);
      const char *label = cab_codes_get_label (&cab_purpose_codes, purpose->code);

      cab_row_set_text (row, CAB_SEARCH_ROW_TITLE, label);
      set_snippet (row, label, self->query->words);
    }
  return TRUE;
}

static gboolean
search_consents (Search *self, GError **error)
{
  g_auto (GStrv) words = cab_fold_dup_words (self->query->words);
  g_autoptr (CabSearchGroup) group = new_group (&cab_consent_kind);
  g_autofree guint *counts = g_new0 (guint, cab_purpose_codes.n_codes);
  gboolean is_counted = FALSE;

  for (gsize i = 0; i < cab_purpose_codes.n_codes; i++)
    {
      const CabCode *purpose = &cab_purpose_codes.codes[i];
      g_autofree char *folded
          = cab_fold_dup (cab_codes_get_label (&cab_purpose_codes, purpose->code));
      guint before = group->n_all;

      if (!cab_fold_has_words (folded, words))
        continue;
      if (!is_counted && !count_consents (self, counts, error))
        return FALSE;

      is_counted = TRUE;
      group->n_all += counts[i];
      if (group->n_all > self->query->offset && group->rows->len < get_maximum (self->query)
          && !list_consents (self, group, purpose, before, error))
        return FALSE;
    }

  if (group->n_all > 0)
    g_ptr_array_add (self->groups, g_steal_pointer (&group));
  return TRUE;
}

static gboolean
search_all (CabPractice *practice, gpointer data, GError **error)
{
  Search *self = data;

  if (self->query->kind != &cab_consent_kind && !search_index (self, error))
    return FALSE;

  /* A consent has no day of its own, only its events have. */
  return !is_wanted (self->query, &cab_consent_kind) || self->query->from != NULL
         || self->query->to != NULL || search_consents (self, error);
}

GPtrArray *
cab_search_list_groups (CabPractice *practice,
                        const CabSearchQuery *query,
                        GCancellable *cancellable,
                        GError **error)
{
  g_autoptr (GPtrArray) groups = NULL;
  g_autofree char *match = NULL;
  g_autofree char *today = NULL;
  Search self = { .practice = practice, .query = query, .cancellable = cancellable };
  gboolean done;

  g_return_val_if_fail (CAB_IS_PRACTICE (practice) && query != NULL, NULL);
  g_return_val_if_fail (query->words != NULL && g_utf8_validate (query->words, -1, NULL), NULL);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  groups = g_ptr_array_new_with_free_func ((GDestroyNotify)cab_search_group_free);
  match = cab_search_dup_query (query->words);
  if (*match == '\0')
    return g_steal_pointer (&groups);

  today = cab_practice_dup_today (practice);
  self.groups = groups;
  self.match = match;
  self.today = today;
  cab_db_watch (cab_practice_get_db (practice), cancellable);
  done = cab_practice_read (practice, "search", search_all, &self, error);
  cab_db_watch (cab_practice_get_db (practice), NULL);
  return done ? g_steal_pointer (&groups) : NULL;
}
