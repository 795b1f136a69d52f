/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-model"

#include "config.h"

#include "cab-attention-private.h"

#include "cab-practice-settings.h"
#include "cab-when.h"

#include <glib/gi18n.h>
#include <string.h>

#define OWN(field) CAB_OWN (CAB_PRACTICE_FIELD_##field)

/* The conditions stand in the partial indexes of the three tables, so that only
 * what is unsigned is read. */
#define UNSIGNED_NOTES(table, who)                                                                 \
  "SELECT " table ".id, held_on, held_on_zone, " CAB_ATTENTION_CLIENT_COLUMNS "\n"                 \
  "FROM " table "\n"                                                                               \
  "JOIN client ON client.id = " table ".client_id\n"                                               \
  "WHERE " table ".state = 'draft'\n"                                                              \
  "AND " table ".trashed_at IS NULL\n"                                                             \
  "AND substr(held_on, 1, 10) <= ?1\n"                                                             \
  "AND " who "\n"                                                                                  \
  "ORDER BY held_on, " table ".id"

#define UNSIGNED_ADDENDA(who)                                                                      \
  "SELECT addendum.id, held_on, held_on_zone, " CAB_ATTENTION_CLIENT_COLUMNS "\n"                  \
  "FROM addendum\n"                                                                                \
  "JOIN note ON note.id = addendum.note_id\n"                                                      \
  "JOIN client ON client.id = note.client_id\n"                                                    \
  "WHERE addendum.digest IS NULL\n"                                                                \
  "AND addendum.trashed_at IS NULL\n"                                                              \
  "AND note.trashed_at IS NULL\n"                                                                  \
  "AND substr(held_on, 1, 10) <= ?1\n"                                                             \
  "AND " who "\n"                                                                                  \
  "ORDER BY held_on, addendum.id"

/* Of a record that is not made yet there is a draft for each field: one line is enough. */
#define ONE_FOR_A_FORM                                                                             \
  "AND NOT (target_record IS NULL AND EXISTS (\n"                                                  \
  "  SELECT 1\n"                                                                                   \
  "  FROM draft AS other\n"                                                                        \
  "  WHERE other.target_kind = draft.target_kind\n"                                                \
  "  AND other.target_record IS NULL\n"                                                            \
  "  AND coalesce(other.client_id, '') = coalesce(draft.client_id, '')\n"                          \
  "  AND other.id < draft.id))\n"

/* A text whose note or addendum is listed as unsigned needs no line of its own. */
#define LISTED_NOTE(kind, table)                                                                   \
  "AND NOT (target_kind = '" kind "' AND EXISTS (\n"                                               \
  "  SELECT 1\n"                                                                                   \
  "  FROM " table "\n"                                                                             \
  "  WHERE " table ".id = target_record\n"                                                         \
  "  AND state = 'draft'\n"                                                                        \
  "  AND " table ".trashed_at IS NULL\n"                                                           \
  "  AND substr(held_on, 1, 10) <= ?1))\n"

#define DRAFTS(who)                                                                                \
  "SELECT target_kind, target_record, substr(draft.modified_at, 1, 10), draft.id,\n"               \
  "  " CAB_ATTENTION_CLIENT_COLUMNS "\n"                                                           \
  "FROM draft\n"                                                                                   \
  "LEFT JOIN client ON client.id = draft.client_id\n"                                              \
  "WHERE " who "\n" ONE_FOR_A_FORM LISTED_NOTE ("note", "note") LISTED_NOTE (                      \
      "process-note", "process_note") "AND NOT (target_kind = 'addendum' AND EXISTS (\n"           \
                                      "  SELECT 1\n"                                               \
                                      "  FROM addendum\n"                                          \
                                      "  WHERE addendum.id = target_record\n"                      \
                                      "  AND digest IS NULL\n"                                     \
                                      "  AND addendum.trashed_at IS NULL))\n"                      \
                                      "ORDER BY draft.modified_at, draft.id"

/* @sentence: the day of the note */
static const struct
{
  CabAttentionCode code;
  const char *kind;
  const char *sentence;
  const char *sql_all;
  const char *sql_one;
} unsigned_kinds[] = {
  { CAB_ATTENTION_NOTE_UNSIGNED, "note", N_ ("The note of %s is not signed."),
    UNSIGNED_NOTES ("note", CAB_ATTENTION_ALL), UNSIGNED_NOTES ("note", CAB_ATTENTION_ONE) },
  { CAB_ATTENTION_PROCESS_NOTE_UNSIGNED, "process-note",
    N_ ("The process note of %s is not signed."),
    UNSIGNED_NOTES ("process_note", CAB_ATTENTION_ALL),
    UNSIGNED_NOTES ("process_note", CAB_ATTENTION_ONE) },
  { CAB_ATTENTION_ADDENDUM_UNSIGNED, "addendum",
    N_ ("An addendum to the note of %s is not signed."), UNSIGNED_ADDENDA (CAB_ATTENTION_ALL),
    UNSIGNED_ADDENDA (CAB_ATTENTION_ONE) },
};

static const char sql_drafts[] = DRAFTS ("(client.id IS NULL OR (" CAB_ATTENTION_ALL "))");
static const char sql_drafts_of_client[] = DRAFTS (CAB_ATTENTION_ONE);

/* Plain until the practice's time for writing notes is over [M-97]. */
static CabSeverity
judge_lateness (CabPractice *practice, const char *held_on, const char *zone)
{
  CabRecord *settings = cab_practice_get_settings (practice);
  g_autoptr (GDateTime) begun = cab_when_resolve_local (held_on, zone, NULL);
  g_autoptr (GDateTime) due = NULL;
  g_autofree char *due_at = NULL;
  g_autofree char *now = cab_practice_dup_now (practice);
  gint64 hours = 0;

  if (settings == NULL || begun == NULL
      || !cab_record_get_integer (settings, OWN (NOTE_DUE_HOURS), &hours))
    return CAB_SEVERITY_PLAIN;

  due = g_date_time_add_hours (begun, (int)hours);
  due_at = cab_when_dup_instant (due);
  return strcmp (now, due_at) > 0 ? CAB_SEVERITY_AMBER : CAB_SEVERITY_PLAIN;
}

static void
add_unsigned (CabAttentionLook *look, guint which, CabStatement *row)
{
  const char *held_on = cab_statement_get_text (row, 1);
  g_autofree char *day = NULL;
  g_autofree char *words = NULL;
  CabSeverity severity;
  CabRow *item;

  if (cab_attention_skip (look, unsigned_kinds[which].code))
    return;

  day = g_strndup (held_on, strlen ("2026-03-02"));
  words = cab_attention_dup_day (look, day);
  severity = judge_lateness (look->practice, held_on, cab_statement_get_text (row, 2));
  item = cab_attention_add (look, unsigned_kinds[which].code, severity,
                            cab_statement_get_text (row, 0));
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  cab_row_take_text (
      item, CAB_ATTENTION_SENTENCE,
      g_strdup_printf (g_dgettext (GETTEXT_PACKAGE, unsigned_kinds[which].sentence), words));
#pragma GCC diagnostic pop
  cab_row_set_text (item, CAB_ATTENTION_DUE_ON, day);
  cab_row_set_text (item, CAB_ATTENTION_KIND, unsigned_kinds[which].kind);
  cab_attention_set_client (item, row, 3);
}

static gboolean
find_unsigned_of (CabAttentionLook *look, guint which, GError **error)
{
  g_autoptr (CabStatement) statement = cab_attention_prepare (look, unsigned_kinds[which].sql_all,
                                                              unsigned_kinds[which].sql_one, error);

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
          add_unsigned (look, which, statement);
        }
    }
}

gboolean
cab_attention_find_unsigned (CabAttentionLook *look, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (unsigned_kinds); i++)
    {
      if (!find_unsigned_of (look, i, error))
        return FALSE;
    }

  return TRUE;
}

static void
add_draft (CabAttentionLook *look, CabStatement *row)
{
  const CabKind *kind = cab_kind_find (cab_statement_get_text (row, 0));
  const char *day = cab_statement_get_text (row, 2);
  g_autofree char *words = NULL;
  CabRow *item = cab_attention_add (look, CAB_ATTENTION_DRAFT, CAB_SEVERITY_PLAIN,
                                    cab_statement_get_text (row, 3));

  if (item == NULL)
    return;

  words = cab_attention_dup_day (look, day);
  /* Translators: the kind of record, then a day: “Note: the text of 3 March is unfinished.” */
  cab_row_take_text (item, CAB_ATTENTION_SENTENCE,
                     g_strdup_printf (_ ("%1$s: the text of %2$s is unfinished."),
                                      kind != NULL ? g_dgettext (GETTEXT_PACKAGE, kind->label)
                                                   : cab_statement_get_text (row, 0),
                                      words));
  cab_row_set_text (item, CAB_ATTENTION_DUE_ON, day);
  cab_row_set_text (item, CAB_ATTENTION_KIND, cab_statement_get_text (row, 0));
  cab_row_set_text (item, CAB_ATTENTION_ID, cab_statement_get_text (row, 1));
  cab_attention_set_client (item, row, 4);
}

gboolean
cab_attention_find_drafts (CabAttentionLook *look, GError **error)
{
  g_autoptr (CabStatement) statement
      = cab_attention_prepare (look, sql_drafts, sql_drafts_of_client, error);

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
          add_draft (look, statement);
        }
    }
}
