/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-model"

#include "config.h"

#include "cab-note-row.h"

#include "cab-codes.h"
#include "cab-draft.h"
#include "cab-note.h"
#include "cab-process-note.h"
#include "cab-statement.h"
#include "cab-vault-error.h"
#include "cab-when.h"

#include <glib/gi18n.h>
#include <string.h>

/* Characters of a first line, which a row cuts off anyway. */
#define LINE_MAXIMUM 160

static const CabRowField fields[] = {
  [CAB_NOTE_ROW_ID] = { "id", CAB_ROW_TEXT },
  [CAB_NOTE_ROW_KIND] = { "kind", CAB_ROW_TEXT },
  [CAB_NOTE_ROW_MONTH] = { "month", CAB_ROW_TEXT },
  [CAB_NOTE_ROW_MONTH_WORDS] = { "month-words", CAB_ROW_TEXT },
  [CAB_NOTE_ROW_NOTE_KIND_WORDS] = { "note-kind-words", CAB_ROW_TEXT },
  [CAB_NOTE_ROW_HELD_ON] = { "held-on", CAB_ROW_TEXT },
  [CAB_NOTE_ROW_DAY_WORDS] = { "day-words", CAB_ROW_TEXT },
  [CAB_NOTE_ROW_FIRST_LINE] = { "first-line", CAB_ROW_TEXT },
  [CAB_NOTE_ROW_STATE] = { "state", CAB_ROW_INTEGER },
  [CAB_NOTE_ROW_STATE_WORDS] = { "state-words", CAB_ROW_TEXT },
  [CAB_NOTE_ROW_ADDENDA] = { "addenda", CAB_ROW_INTEGER },
  [CAB_NOTE_ROW_HAS_DRAFT] = { "has-draft", CAB_ROW_BOOL },
  [CAB_NOTE_ROW_TRASHED_ON] = { "trashed-on", CAB_ROW_TEXT },
  [CAB_NOTE_ROW_DAMAGED] = { "damaged", CAB_ROW_BOOL },
};

G_STATIC_ASSERT (G_N_ELEMENTS (fields) == CAB_NOTE_ROW_N_FIELDS);

CAB_DEFINE_ROW (CabNoteRow, cab_note_row, fields)

/* By the index on client and time; the columns stand before all long text. */
#define PAGE(table, note_kind)                                                                     \
  "SELECT id, held_on, " note_kind ", state, trashed_at, count(*) OVER ()\n"                       \
  "FROM " table "\n"                                                                               \
  "WHERE client_id = ?1\n"                                                                         \
  "AND (trashed_at IS NOT NULL) = ?2\n"                                                            \
  "ORDER BY held_on DESC, id DESC\n"                                                               \
  "LIMIT ?3 OFFSET ?4"

static const char sql_notes[] = PAGE ("note", "note_kind");
static const char sql_process_notes[] = PAGE ("process_note", "NULL");
static const char sql_count_addenda[]
    = "SELECT count(*) FROM addendum WHERE note_id = ?1 AND trashed_at IS NULL";

typedef struct
{
  CabPractice *practice;
  const CabKind *kind;
  char *today;
} Listing;

static char *
dup_first_line (const char *text)
{
  const char *end;
  g_autofree char *line = NULL;

  /* The marks of a heading are no words of it. */
  while (*text != '\0' && (g_ascii_isspace (*text) || *text == '#'))
    text++;
  if (*text == '\0')
    return NULL;

  end = strpbrk (text, "\r\n");
  line = end == NULL ? g_strdup (text) : g_strndup (text, (gsize)(end - text));
  g_strdelimit (g_strchomp (line), "\t", ' ');
  return g_utf8_strlen (line, -1) <= LINE_MAXIMUM ? g_steal_pointer (&line)
                                                  : g_utf8_substring (line, 0, LINE_MAXIMUM);
}

/* FALSE with @error set; @text stays NULL where nothing was written. */
static gboolean
read_text (Listing *self, CabRow *row, const char *id, char **text, GError **error)
{
  const CabDraftTarget target = { .kind = self->kind, .record_id = id, .field = "text" };
  g_autoptr (CabRecord) draft = NULL;
  g_autoptr (CabRecord) note = NULL;

  if (!cab_draft_find (self->practice, &target, &draft, error))
    return FALSE;
  if (draft != NULL)
    {
      cab_row_set_bool (row, CAB_NOTE_ROW_HAS_DRAFT, TRUE);
      *text = cab_record_dup_text (draft, CAB_OWN (CAB_DRAFT_FIELD_BODY));
      return TRUE;
    }

  note = cab_practice_load (self->practice, self->kind, id, error);
  return note != NULL && cab_note_dup_text (self->practice, note, text, error);
}

/* What cannot be read is a mark on its row; the list stays. */
static gboolean
set_first_line (Listing *self, CabRow *row, const char *id, GError **error)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) problem = NULL;

  if (read_text (self, row, id, &text, &problem))
    {
      if (text != NULL)
        cab_row_take_text (row, CAB_NOTE_ROW_FIRST_LINE, dup_first_line (text));
      return TRUE;
    }

  if (!g_error_matches (problem, CAB_VAULT_ERROR, CAB_VAULT_ERROR_CONTENT))
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }

  cab_row_set_bool (row, CAB_NOTE_ROW_DAMAGED, TRUE);
  return TRUE;
}

static gboolean
count_addenda (Listing *self, const char *id, gint64 *n, GError **error)
{
  g_autoptr (CabStatement) statement = cab_statement_new (
      cab_practice_get_db (self->practice), sql_count_addenda, "count the addenda", error);

  if (statement == NULL)
    return FALSE;
  cab_statement_bind_text (statement, 1, id);
  if (cab_statement_step (statement, error) != CAB_STEP_ROW)
    return FALSE;

  *n = cab_statement_get_integer (statement, 0);
  return TRUE;
}

static gboolean
set_state (Listing *self, CabRow *row, const char *id, int state, GError **error)
{
  gint64 n_addenda = 0;

  if (self->kind == &cab_note_kind && !count_addenda (self, id, &n_addenda, error))
    return FALSE;

  cab_row_set_integer (row, CAB_NOTE_ROW_STATE, state);
  cab_row_set_integer (row, CAB_NOTE_ROW_ADDENDA, n_addenda);
  if (state != CAB_NOTE_STATE_SIGNED)
    cab_row_set_text (row, CAB_NOTE_ROW_STATE_WORDS, C_ ("note", "Draft"));
  else if (n_addenda == 0)
    cab_row_set_text (row, CAB_NOTE_ROW_STATE_WORDS, C_ ("note", "Signed"));
  else
    cab_row_take_text (row, CAB_NOTE_ROW_STATE_WORDS,
                       g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Signed with %u addendum",
                                                     "Signed with %u addenda", (gulong)n_addenda),
                                        (guint)n_addenda));
  return TRUE;
}

static void
set_day (Listing *self, CabRow *row, const char *held_on)
{
  g_autofree char *day = g_strndup (held_on, strlen ("2026-03-02"));

  cab_row_set_text (row, CAB_NOTE_ROW_HELD_ON, held_on);
  cab_row_take_text (row, CAB_NOTE_ROW_MONTH, g_strndup (held_on, strlen ("2026-03")));
  cab_row_take_text (row, CAB_NOTE_ROW_MONTH_WORDS, cab_when_dup_month_words (day));
  cab_row_take_text (row, CAB_NOTE_ROW_DAY_WORDS, cab_when_dup_words (day, self->today));
}

static CabRow *
make_row (Listing *self, CabStatement *statement, GError **error)
{
  g_autoptr (CabRow) row = g_object_new (CAB_TYPE_NOTE_ROW, NULL);
  const char *id = cab_statement_get_text (statement, 0);
  const char *note_kind = cab_statement_get_text (statement, 2);
  const char *trashed_at = cab_statement_get_text (statement, 4);
  int state = cab_codes_find (&cab_note_state_codes, cab_statement_get_text (statement, 3));

  cab_row_set_text (row, CAB_NOTE_ROW_ID, id);
  cab_row_set_text (row, CAB_NOTE_ROW_KIND, self->kind->name);
  cab_row_set_text (row, CAB_NOTE_ROW_NOTE_KIND_WORDS,
                    note_kind != NULL ? cab_codes_get_label (&cab_note_kind_codes, note_kind)
                                      : g_dgettext (GETTEXT_PACKAGE, self->kind->label));
  set_day (self, row, cab_statement_get_text (statement, 1));
  if (trashed_at != NULL)
    cab_row_take_text (row, CAB_NOTE_ROW_TRASHED_ON, g_strndup (trashed_at, strlen ("2026-03-02")));

  if (!set_state (self, row, id, state, error) || !set_first_line (self, row, id, error))
    return NULL;
  return g_steal_pointer (&row);
}

static GPtrArray *
make_page (Listing *self, CabStatement *statement, guint *n_all, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  CabRow *row;

  for (;;)
    {
      switch (cab_statement_step (statement, error))
        {
        case CAB_STEP_ERROR:
          return NULL;
        case CAB_STEP_DONE:
          return g_steal_pointer (&rows);
        case CAB_STEP_ROW:
          *n_all = (guint)cab_statement_get_integer (statement, 5);
          row = make_row (self, statement, error);
          if (row == NULL)
            return NULL;
          g_ptr_array_add (rows, row);
        }
    }
}

GPtrArray *
cab_note_row_list (CabPractice *practice,
                   const CabKind *kind,
                   const char *client_id,
                   gboolean trashed,
                   guint offset,
                   guint maximum,
                   guint *n_all,
                   GError **error)
{
  g_autofree char *today = NULL;
  g_autoptr (CabStatement) statement = NULL;
  guint n = 0;
  GPtrArray *rows;
  Listing self = { .practice = practice, .kind = kind };

  g_return_val_if_fail (CAB_IS_PRACTICE (practice) && client_id != NULL, NULL);
  g_return_val_if_fail (kind == &cab_note_kind || kind == &cab_process_note_kind, NULL);

  statement = cab_statement_new (cab_practice_get_db (practice),
                                 kind == &cab_note_kind ? sql_notes : sql_process_notes,
                                 "list a client's notes", error);
  if (statement == NULL)
    return NULL;

  today = cab_practice_dup_today (practice);
  self.today = today;
  cab_statement_bind_text (statement, 1, client_id);
  cab_statement_bind_integer (statement, 2, trashed ? 1 : 0);
  cab_statement_bind_integer (statement, 3, maximum);
  cab_statement_bind_integer (statement, 4, offset);
  rows = make_page (&self, statement, &n, error);
  if (rows != NULL && n_all != NULL)
    *n_all = n;
  return rows;
}
