/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-model"

#include "config.h"

#include "cab-recent.h"

#include "cab-client-private.h"
#include "cab-client-row.h"
#include "cab-statement.h"
#include "cab-when.h"

#include <glib/gi18n.h>
#include <string.h>

static const CabRowField fields[] = {
  [CAB_RECENT_KIND] = { "kind", CAB_ROW_TEXT },
  [CAB_RECENT_ID] = { "id", CAB_ROW_TEXT },
  [CAB_RECENT_FIELD] = { "field", CAB_ROW_TEXT },
  [CAB_RECENT_CLIENT_ID] = { "client-id", CAB_ROW_TEXT },
  [CAB_RECENT_CLIENT] = { "client", CAB_ROW_TEXT },
  [CAB_RECENT_REFERENCE] = { "reference", CAB_ROW_TEXT },
  [CAB_RECENT_INITIALS] = { "initials", CAB_ROW_TEXT },
  [CAB_RECENT_WORDS] = { "words", CAB_ROW_TEXT },
  [CAB_RECENT_AT] = { "at", CAB_ROW_TEXT },
};

G_STATIC_ASSERT (G_N_ELEMENTS (fields) == CAB_RECENT_N_FIELDS);

CAB_DEFINE_ROW (CabRecent, cab_recent, fields)

#define CLIENT_COLUMNS                                                                             \
  "client.id, client.reference, client.preferred_name, client.given_name, client.family_name"
#define LISTED "client.trashed_at IS NULL AND client.restricted IS NOT 1"

/* Backwards through the log, and no farther than some months of work. */
static const char sql_clients[]
    = "SELECT " CLIENT_COLUMNS ", wall_ms\n"
      "FROM (\n"
      "  SELECT seq, wall_ms, CASE kind\n"
      "    WHEN 'client' THEN entity\n"
      "    WHEN 'note' THEN (SELECT client_id FROM note WHERE note.id = entity)\n"
      "    ELSE (SELECT client_id FROM process_note WHERE process_note.id = entity)\n"
      "    END AS client_id\n"
      "  FROM audit\n"
      "  WHERE seq > ?1\n"
      "  AND kind IN ('client', 'note', 'process-note')\n"
      "  AND act IN ('open', 'view', 'create', 'change', 'sign', 'draft-begin')\n"
      ")\n"
      "JOIN client ON client.id = client_id\n"
      "WHERE " LISTED "\n"
      "ORDER BY seq DESC";

#define LOG_DEPTH 5000

/* A text that waits counts with the note it belongs to; the expression is that
 * of the index draft_target. What waits of a record that is not made yet, a draft
 * for each field, is one thing [W-43]. */
#define UNSIGNED(kind, table)                                                                      \
  "SELECT '" kind "' AS kind, " table ".id AS id, NULL AS field,\n"                                \
  "  substr(held_on, 1, 10) AS day, " table ".client_id AS client_id,\n"                           \
  "  max(" table ".modified_at, coalesce((\n"                                                      \
  "    SELECT modified_at\n"                                                                       \
  "    FROM draft\n"                                                                               \
  "    WHERE target_kind = '" kind "'\n"                                                           \
  "    AND coalesce(target_record, client_id, '') = " table ".id), '')) AS at\n"                   \
  "FROM " table "\n"                                                                               \
  "WHERE state = 'draft'\n"                                                                        \
  "AND trashed_at IS NULL\n"

static const char sql_drafts[]
    = "SELECT " CLIENT_COLUMNS ", kind, texts.id, field, day, at\n"
      "FROM (\n" UNSIGNED ("note", "note") "UNION ALL\n" UNSIGNED (
          "process-note",
          "process_note") "UNION ALL\n"
                          "SELECT target_kind, target_record, min(target_field), NULL, client_id, "
                          "max(modified_at)\n"
                          "FROM draft\n"
                          "WHERE NOT (target_kind IN ('note', 'process-note') AND target_record IS "
                          "NOT NULL)\n"
                          "GROUP BY target_kind, coalesce(target_record, client_id, ''),\n"
                          "  CASE WHEN target_record IS NULL THEN '' ELSE target_field END\n"
                          ") AS texts\n"
                          "LEFT JOIN client ON client.id = texts.client_id\n"
                          "WHERE client.id IS NULL OR (" LISTED ")\n"
                          "ORDER BY at DESC, texts.id\n"
                          "LIMIT ?1";

static void
set_client (CabRow *row, CabStatement *statement)
{
  const char *reference = cab_statement_get_text (statement, 1);
  g_autofree char *name = NULL;

  if (reference == NULL)
    return;

  name = cab_client_join_name (cab_statement_get_text (statement, 2),
                               cab_statement_get_text (statement, 3),
                               cab_statement_get_text (statement, 4), reference);
  cab_row_set_text (row, CAB_RECENT_CLIENT_ID, cab_statement_get_text (statement, 0));
  cab_row_set_text (row, CAB_RECENT_REFERENCE, reference);
  if (strcmp (name, reference) != 0)
    cab_row_take_text (row, CAB_RECENT_INITIALS, cab_client_row_dup_initials (name));
  cab_row_take_text (row, CAB_RECENT_CLIENT, g_steal_pointer (&name));
}

static gboolean
is_known (GPtrArray *rows, const char *client_id)
{
  for (guint i = 0; i < rows->len; i++)
    {
      if (g_strcmp0 (cab_row_get_text (g_ptr_array_index (rows, i), CAB_RECENT_CLIENT_ID),
                     client_id)
          == 0)
        return TRUE;
    }

  return FALSE;
}

static CabRow *
make_client (CabStatement *statement)
{
  CabRow *row = g_object_new (CAB_TYPE_RECENT, NULL);

  set_client (row, statement);
  cab_row_set_text (row, CAB_RECENT_KIND, "client");
  cab_row_set_text (row, CAB_RECENT_ID, cab_statement_get_text (statement, 0));
  cab_row_set_text (row, CAB_RECENT_WORDS, _ ("Client"));
  cab_row_take_text (row, CAB_RECENT_AT,
                     cab_clock_dup_instant (cab_statement_get_integer (statement, 5)));
  return row;
}

GPtrArray *
cab_recent_list_clients (CabPractice *practice, guint maximum, GError **error)
{
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (CabStatement) statement = NULL;
  gint64 head;

  g_return_val_if_fail (CAB_IS_PRACTICE (practice), NULL);

  statement = cab_statement_new (cab_practice_get_db (practice), sql_clients,
                                 "find the clients of the last days", error);
  if (statement == NULL)
    return NULL;

  head = (gint64)cab_vault_get_head_seq (cab_practice_get_vault (practice));
  cab_statement_bind_integer (statement, 1, head - LOG_DEPTH);
  rows = g_ptr_array_new_with_free_func (g_object_unref);
  while (rows->len < maximum)
    {
      switch (cab_statement_step (statement, error))
        {
        case CAB_STEP_ERROR:
          return NULL;
        case CAB_STEP_DONE:
          return g_steal_pointer (&rows);
        case CAB_STEP_ROW:
          if (!is_known (rows, cab_statement_get_text (statement, 0)))
            g_ptr_array_add (rows, make_client (statement));
        }
    }

  return g_steal_pointer (&rows);
}

/* What the text is: of a note with its day, of another record with its field; of one that is
 * not made yet any field may wait. */
static char *
dup_words (const CabKind *kind, const char *field, const char *day, const char *today)
{
  g_autofree char *words = NULL;
  int index = field == NULL ? -1 : cab_kind_find_field (kind, field);

  if (day != NULL)
    {
      words = cab_when_dup_words (day, today);
      /* Translators: a kind of note and a day: “Note of 3 March, draft” */
      return g_strdup_printf (_ ("%1$s of %2$s, draft"), g_dgettext (GETTEXT_PACKAGE, kind->label),
                              words);
    }
  if (index >= 0)
    /* Translators: a kind of record and one of its fields: “Client: What they said, draft” */
    return g_strdup_printf (
        _ ("%1$s: %2$s, draft"), g_dgettext (GETTEXT_PACKAGE, kind->label),
        g_dgettext (GETTEXT_PACKAGE, cab_kind_get_field (kind, (guint)index)->label));

  /* Translators: a kind of record: “Note, draft” */
  return g_strdup_printf (_ ("%s, draft"), g_dgettext (GETTEXT_PACKAGE, kind->label));
}

static CabRow *
make_draft (CabStatement *statement, const char *today)
{
  const CabKind *kind = cab_kind_find (cab_statement_get_text (statement, 5));
  const char *id = cab_statement_get_text (statement, 6);
  const char *field = cab_statement_get_text (statement, 7);
  CabRow *row = g_object_new (CAB_TYPE_RECENT, NULL);

  set_client (row, statement);
  cab_row_set_text (row, CAB_RECENT_KIND, cab_statement_get_text (statement, 5));
  cab_row_set_text (row, CAB_RECENT_ID, id);
  cab_row_set_text (row, CAB_RECENT_FIELD, field);
  if (kind != NULL)
    cab_row_take_text (
        row, CAB_RECENT_WORDS,
        dup_words (kind, id != NULL ? field : NULL, cab_statement_get_text (statement, 8), today));
  cab_row_set_text (row, CAB_RECENT_AT, cab_statement_get_text (statement, 9));
  return row;
}

GPtrArray *
cab_recent_list_drafts (CabPractice *practice, guint maximum, GError **error)
{
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (CabStatement) statement = NULL;
  g_autofree char *today = NULL;

  g_return_val_if_fail (CAB_IS_PRACTICE (practice), NULL);

  statement = cab_statement_new (cab_practice_get_db (practice), sql_drafts,
                                 "find the texts of the last days", error);
  if (statement == NULL)
    return NULL;

  today = cab_practice_dup_today (practice);
  cab_statement_bind_integer (statement, 1, maximum);
  rows = g_ptr_array_new_with_free_func (g_object_unref);
  for (;;)
    {
      switch (cab_statement_step (statement, error))
        {
        case CAB_STEP_ERROR:
          return NULL;
        case CAB_STEP_DONE:
          return g_steal_pointer (&rows);
        case CAB_STEP_ROW:
          g_ptr_array_add (rows, make_draft (statement, today));
        }
    }
}
