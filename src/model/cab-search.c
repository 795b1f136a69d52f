/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-model"

#include "config.h"

#include "cab-search-private.h"

#include "cab-addendum.h"
#include "cab-attachment.h"
#include "cab-client.h"
#include "cab-note.h"
#include "cab-statement.h"
#include "cab-store.h"

#include <string.h>

/* The index holds no text of its own (V-44, M-7): what it needs to forget a
 * record is the text as it was, which is read from the record, digest and all. */
static const char sql_find_row[] = "SELECT number, source_id FROM search_row WHERE record_id = ?1";
static const char sql_add_row[]
    = "INSERT INTO search_row (kind, record_id, source_id, client_id) VALUES (?1, ?2, ?3, ?4)";
static const char sql_move_row[] = "UPDATE search_row SET source_id = ?2 WHERE number = ?1";
static const char sql_drop_row[] = "DELETE FROM search_row WHERE number = ?1";
static const char sql_index[] = "INSERT INTO search (rowid, words) VALUES (?1, ?2)";
static const char sql_unindex[]
    = "INSERT INTO search (search, rowid, words) VALUES ('delete', ?1, ?2)";
static const char sql_forget_all[] = "INSERT INTO search (search) VALUES ('delete-all')";
static const char sql_drop_rows[] = "DELETE FROM search_row";
static const char sql_match[]
    = "SELECT search_row.kind, search_row.record_id, search_row.client_id\n"
      "FROM search\n"
      "JOIN search_row ON search_row.number = search.rowid\n"
      "JOIN client ON client.id = search_row.client_id\n"
      "WHERE search MATCH ?1\n"
      "AND client.trashed_at IS NULL\n"
      "AND client.restricted IS NOT 1\n"
      "ORDER BY rank\n"
      "LIMIT ?2";

void
cab_search_hit_free (CabSearchHit *self)
{
  if (self == NULL)
    return;

  g_free (self->id);
  g_free (self->client_id);
  g_free (self);
}

static gboolean
is_searched (const CabKind *kind)
{
  for (guint i = 0; i < cab_kind_get_n_fields (kind); i++)
    {
      if (cab_kind_get_field (kind, i)->flags & CAB_FLAG_SEARCHED)
        return TRUE;
    }

  return FALSE;
}

/* What a record is found by: its searched fields, as stored (@loaded) or as set. */
static char *
dup_words (CabRecord *record, gboolean loaded)
{
  const CabKind *kind = cab_record_get_kind (record);
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < cab_kind_get_n_fields (kind); i++)
    {
      const CabValue *value
          = loaded ? cab_record_get_loaded (record, i) : cab_record_get_value (record, i);

      if ((cab_kind_get_field (kind, i)->flags & CAB_FLAG_SEARCHED) == 0
          || value->type != CAB_VALUE_TEXT)
        continue;
      g_string_append (words, value->text);
      g_string_append_c (words, '\n');
    }

  return g_string_free (words, FALSE);
}

static gboolean
run_with_number (CabPractice *practice,
                 const char *sql,
                 gint64 number,
                 const char *text,
                 GError **error)
{
  g_autoptr (CabStatement) statement = NULL;

  statement
      = cab_statement_new (cab_practice_get_db (practice), sql, "keep the search index", error);
  if (statement == NULL)
    return FALSE;

  cab_statement_bind_integer (statement, 1, number);
  if (text != NULL)
    cab_statement_bind_text (statement, 2, text);
  return cab_statement_run (statement, error);
}

/* -1 with @error set, 0 when @record_id is not in the index. */
static gint64
find_row (CabPractice *practice, const char *record_id, char **source_id, GError **error)
{
  g_autoptr (CabStatement) statement = NULL;

  statement = cab_statement_new (cab_practice_get_db (practice), sql_find_row,
                                 "look into the search index", error);
  if (statement == NULL)
    return -1;

  cab_statement_bind_text (statement, 1, record_id);
  switch (cab_statement_step (statement, error))
    {
    case CAB_STEP_ERROR:
      return -1;
    case CAB_STEP_DONE:
      return 0;
    case CAB_STEP_ROW:
      *source_id = g_strdup (cab_statement_get_text (statement, 1));
      return cab_statement_get_integer (statement, 0);
    }

  g_return_val_if_reached (-1);
}

static gint64
add_row (CabPractice *practice, CabRecord *entity, const char *source_id, GError **error)
{
  g_autoptr (CabStatement) statement = NULL;
  g_autofree char *client_id = cab_practice_dup_client_of (practice, entity);
  g_autofree char *ignored = NULL;

  statement = cab_statement_new (cab_practice_get_db (practice), sql_add_row,
                                 "add to the search index", error);
  if (statement == NULL)
    return -1;

  cab_statement_bind_text (statement, 1, cab_record_get_kind (entity)->name);
  cab_statement_bind_text (statement, 2, cab_record_get_id (entity));
  cab_statement_bind_text (statement, 3, source_id);
  cab_statement_bind_text (statement, 4, client_id);
  if (!cab_statement_run (statement, error))
    return -1;

  return find_row (practice, cab_record_get_id (entity), &ignored, error);
}

/* The words under which @number stands now. @saving carries them itself when
 * it is the source; otherwise the source is read. */
static char *
dup_indexed_words (CabPractice *practice,
                   const CabKind *kind,
                   const char *source_id,
                   CabRecord *saving,
                   GError **error)
{
  g_autoptr (CabRecord) source = NULL;

  if (saving != NULL && g_strcmp0 (source_id, cab_record_get_id (saving)) == 0)
    return dup_words (saving, TRUE);

  source = cab_practice_load (practice, kind, source_id, error);
  return source == NULL ? NULL : dup_words (source, FALSE);
}

/* A note is found by the text of its versions, anything else by itself. */
static const CabKind *
get_source_kind (const CabKind *entity)
{
  g_autofree char *version = g_strconcat (entity->name, "-version", NULL);
  const CabKind *kind = cab_kind_find (version);

  return kind != NULL ? kind : entity;
}

static gboolean
unindex (CabPractice *practice,
         CabRecord *entity,
         CabRecord *saving,
         gboolean drop,
         gint64 *number,
         GError **error)
{
  g_autofree char *source_id = NULL;
  g_autofree char *words = NULL;

  *number = find_row (practice, cab_record_get_id (entity), &source_id, error);
  if (*number <= 0)
    return *number == 0;

  words = dup_indexed_words (practice, get_source_kind (cab_record_get_kind (entity)), source_id,
                             saving, error);
  return words != NULL && run_with_number (practice, sql_unindex, *number, words, error)
         && (!drop || run_with_number (practice, sql_drop_row, *number, NULL, error));
}

static gboolean
index_source (CabPractice *practice, CabRecord *entity, CabRecord *source, GError **error)
{
  g_autofree char *words = dup_words (source, FALSE);
  gint64 number = 0;

  if (!unindex (practice, entity, source, FALSE, &number, error))
    return FALSE;
  if (number > 0)
    {
      if (!run_with_number (practice, sql_move_row, number, cab_record_get_id (source), error))
        return FALSE;
    }
  else
    {
      number = add_row (practice, entity, cab_record_get_id (source), error);
      if (number < 0)
        return FALSE;
    }

  return run_with_number (practice, sql_index, number, words, error);
}

/* The newest version of a note that came back from the trash, or of a new one;
 * a version that is still to come is indexed when it comes. */
static gboolean
index_latest_version (CabPractice *practice, CabRecord *note, GError **error)
{
  const CabKind *kind = get_source_kind (cab_record_get_kind (note));
  int current = cab_kind_find_field (cab_record_get_kind (note), "current_version_id");
  const char *id = current < 0 ? NULL : cab_record_get_text (note, (guint)current);
  g_autoptr (CabRecord) version = NULL;

  if (id == NULL || !cab_practice_exists (practice, kind, id))
    return TRUE;

  version = cab_practice_load (practice, kind, id, error);
  return version != NULL && index_source (practice, note, version, error);
}

/* Addenda that an import wrote before their note, which leads to the client. */
static gboolean
index_waiting_addenda (CabPractice *practice, CabRecord *note, GError **error)
{
  const CabFilter of_note = { .field = CAB_OWN (CAB_ADDENDUM_FIELD_NOTE_ID),
                              .equals = cab_record_get_id (note),
                              .trashed = 0 };
  g_autoptr (GPtrArray) addenda = NULL;

  if (!CAB_IS_NOTE (note) || cab_record_is_stored (note))
    return TRUE;

  addenda = cab_practice_list (practice, &cab_addendum_kind, &of_note, error);
  for (guint i = 0; addenda != NULL && i < addenda->len; i++)
    {
      CabRecord *addendum = g_ptr_array_index (addenda, i);

      if (!index_source (practice, addendum, addendum, error))
        return FALSE;
    }

  return addenda != NULL;
}

/* Whether what @record belongs to is here, so that it leads to a client. */
static gboolean
has_owner (CabPractice *practice, CabRecord *record)
{
  const CabKind *kind = cab_record_get_kind (record);

  return kind->owner == CAB_NO_OWNER
         || cab_practice_exists (practice, cab_kind_find (kind->fields[kind->owner].target),
                                 cab_record_get_text (record, CAB_OWN (kind->owner)));
}

gboolean
cab_search_update (CabPractice *practice, CabRecord *record, GError **error)
{
  const CabKind *kind = cab_record_get_kind (record);
  const CabKind *source_kind = get_source_kind (kind);
  const CabKind *entity_kind;
  const char *entity_id;
  g_autoptr (CabRecord) entity = NULL;
  gint64 number = 0;

  /* A note or client itself: into the index, or out of it with the trash. */
  if (source_kind != kind || (is_searched (kind) && !g_str_has_suffix (kind->name, "-version")))
    {
      if (!cab_record_is_none (record, CAB_SYSTEM_TRASHED_AT))
        return unindex (practice, record, record, TRUE, &number, error);
      if (source_kind == kind)
        return !has_owner (practice, record) || index_source (practice, record, record, error);
      return (cab_record_is_stored (record)
              && !cab_record_is_changed (record, CAB_SYSTEM_TRASHED_AT))
             || (index_latest_version (practice, record, error)
                 && index_waiting_addenda (practice, record, error));
    }

  if (!is_searched (kind))
    return TRUE;

  /* As an import writes it, a version may be here before its note. */
  entity_kind = cab_kind_find (kind->fields[kind->owner].target);
  entity_id = cab_record_get_text (record, CAB_OWN (kind->owner));
  if (!cab_practice_exists (practice, entity_kind, entity_id))
    return TRUE;

  entity = cab_practice_load (practice, entity_kind, entity_id, error);
  if (entity == NULL)
    return FALSE;
  if (!cab_record_is_none (entity, CAB_SYSTEM_TRASHED_AT))
    return TRUE;

  return index_source (practice, entity, record, error);
}

gboolean
cab_search_remove (CabPractice *practice, CabRecord *record, GError **error)
{
  gint64 number = 0;

  return unindex (practice, record, record, TRUE, &number, error);
}

gboolean
cab_search_has (CabPractice *practice, const char *record_id)
{
  g_autofree char *source_id = NULL;

  return find_row (practice, record_id, &source_id, NULL) > 0;
}

char *
cab_search_dup_query (const char *words)
{
  g_auto (GStrv) parts = g_strsplit_set (words, " \t\n\r\"", -1);
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();
  GString *query = g_string_new (NULL);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      for (const char *at = parts[i]; *at != '\0'; at = g_utf8_next_char (at))
        {
          if (g_unichar_isalnum (g_utf8_get_char (at)))
            {
              g_ptr_array_add (kept, parts[i]);
              break;
            }
        }
    }

  for (guint i = 0; i < kept->len; i++)
    g_string_append_printf (query, "%s\"%s\"%s", i > 0 ? " " : "",
                            (const char *)g_ptr_array_index (kept, i),
                            i + 1 == kept->len ? "*" : "");

  return g_string_free (query, FALSE);
}

static CabSearchHit *
read_hit (CabStatement *statement)
{
  CabSearchHit *hit = g_new0 (CabSearchHit, 1);

  hit->kind = cab_kind_find (cab_statement_get_text (statement, 0));
  hit->id = g_strdup (cab_statement_get_text (statement, 1));
  hit->client_id = g_strdup (cab_statement_get_text (statement, 2));

  return hit;
}

GPtrArray *
cab_search (CabPractice *practice, const char *words, guint maximum, GError **error)
{
  g_autoptr (GPtrArray) hits = g_ptr_array_new_with_free_func ((GDestroyNotify)cab_search_hit_free);
  g_autoptr (CabStatement) statement = NULL;
  g_autofree char *query = NULL;

  g_return_val_if_fail (CAB_IS_PRACTICE (practice) && words != NULL, NULL);
  g_return_val_if_fail (g_utf8_validate (words, -1, NULL), NULL);

  query = cab_search_dup_query (words);
  if (*query == '\0')
    return g_steal_pointer (&hits);

  statement = cab_statement_new (cab_practice_get_db (practice), sql_match, "search", error);
  if (statement == NULL)
    return NULL;
  cab_statement_bind_text (statement, 1, query);
  cab_statement_bind_integer (statement, 2, maximum);

  for (;;)
    {
      switch (cab_statement_step (statement, error))
        {
        case CAB_STEP_ERROR:
          return NULL;
        case CAB_STEP_DONE:
          return g_steal_pointer (&hits);
        case CAB_STEP_ROW:
          g_ptr_array_add (hits, read_hit (statement));
        }
    }
}

gboolean
cab_search_dup_text (CabPractice *practice,
                     const CabKind *kind,
                     const char *id,
                     char **text,
                     GError **error)
{
  g_autoptr (CabRecord) record = NULL;

  g_return_val_if_fail (CAB_IS_PRACTICE (practice) && kind != NULL && text != NULL, FALSE);

  record = cab_practice_load (practice, kind, id, error);
  if (record == NULL)
    return FALSE;
  if (CAB_IS_CLIENT (record))
    *text = cab_client_dup_shown_name (record);
  else if (CAB_IS_ADDENDUM (record))
    *text = cab_record_dup_text (record, CAB_OWN (CAB_ADDENDUM_FIELD_TEXT));
  else if (CAB_IS_ATTACHMENT (record))
    *text = cab_record_dup_text (record, CAB_OWN (CAB_ATTACHMENT_FIELD_TITLE));
  else
    return cab_note_dup_text (practice, record, text, error);

  return TRUE;
}

/* Where the first of the words begins in @text; its start when none does. */
static const char *
find_first_word (const char *text, const char *words)
{
  g_auto (GStrv) parts = g_str_tokenize_and_fold (words, NULL, NULL);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      g_autofree char *ahead = NULL;
      g_autofree char *folded = NULL;

      if (at != text && g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (at))))
        continue;
      ahead = g_utf8_substring (at, 0, MIN (g_utf8_strlen (at, -1), 40));
      folded = g_str_to_ascii (ahead, "C");
      for (guint i = 0; parts[i] != NULL; i++)
        {
          g_autofree char *plain = g_str_to_ascii (parts[i], "C");

          if (*plain != '\0' && g_ascii_strncasecmp (folded, plain, strlen (plain)) == 0)
            return at;
        }
    }

  return text;
}

char *
cab_search_dup_excerpt (const char *text, const char *words, guint length)
{
  const char *start;
  g_autofree char *part = NULL;
  glong before = 0;

  g_return_val_if_fail (text != NULL && words != NULL, NULL);

  start = find_first_word (text, words);
  while (start > text && before < (glong)length / 4)
    {
      start = g_utf8_prev_char (start);
      before++;
    }

  part = g_utf8_substring (start, 0, MIN (g_utf8_strlen (start, -1), (glong)length));
  g_strdelimit (part, "\n\r\t", ' ');
  return g_strconcat (start > text ? "…" : "", part,
                      g_utf8_strlen (start, -1) > (glong)length ? "…" : "", NULL);
}

static gboolean
index_again (CabRecord *record, gpointer data, GError **error)
{
  CabPractice *practice = data;
  const CabKind *kind = cab_record_get_kind (record);

  if (get_source_kind (kind) == kind)
    return index_source (practice, record, record, error);

  return index_latest_version (practice, record, error);
}

static gboolean
rebuild (CabPractice *practice, gpointer data, GError **error)
{
  static const char *const entities[]
      = { "client", "note", "process-note", "addendum", "attachment" };
  const CabFilter present = { .trashed = 0 };
  CabDb *db = cab_practice_get_db (practice);

  if (!cab_db_exec (db, sql_forget_all, "empty the search index", error)
      || !cab_db_exec (db, sql_drop_rows, "empty the search index", error))
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (entities); i++)
    {
      g_autoptr (GPtrArray) records
          = cab_practice_list (practice, cab_kind_find (entities[i]), &present, error);

      for (guint j = 0; records != NULL && j < records->len; j++)
        {
          if (!index_again (g_ptr_array_index (records, j), practice, error))
            return FALSE;
        }
      if (records == NULL)
        return FALSE;
    }

  return cab_practice_audit_act (practice, "repair", NULL, NULL, "search index", error);
}

gboolean
cab_search_rebuild (CabPractice *practice, GError **error)
{
  g_return_val_if_fail (CAB_IS_PRACTICE (practice), FALSE);

  return cab_practice_transact (practice, "make the search index anew", rebuild, NULL, error);
}
