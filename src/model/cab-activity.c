/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-model"

#include "config.h"

#include "cab-activity.h"

#include "cab-client.h"
#include "cab-clinician.h"
#include "cab-codes.h"
#include "cab-model-error.h"
#include "cab-practice-settings.h"
#include "cab-signature.h"
#include "cab-statement.h"
#include "cab-store-private.h"
#include "cab-when.h"

#include <glib/gi18n.h>
#include <string.h>

static const CabRowField fields[] = {
  [CAB_ACTIVITY_SEQUENCE] = { "sequence", CAB_ROW_INTEGER },
  [CAB_ACTIVITY_AT] = { "at", CAB_ROW_TEXT },
  [CAB_ACTIVITY_LOCAL] = { "local", CAB_ROW_TEXT },
  [CAB_ACTIVITY_WHO] = { "who", CAB_ROW_TEXT },
  [CAB_ACTIVITY_ACT] = { "act", CAB_ROW_INTEGER },
  [CAB_ACTIVITY_SENTENCE] = { "sentence", CAB_ROW_TEXT },
  [CAB_ACTIVITY_CLIENT_ID] = { "client-id", CAB_ROW_TEXT },
  [CAB_ACTIVITY_CLIENT] = { "client", CAB_ROW_TEXT },
  [CAB_ACTIVITY_REFERENCE] = { "reference", CAB_ROW_TEXT },
  [CAB_ACTIVITY_KIND] = { "kind", CAB_ROW_TEXT },
  [CAB_ACTIVITY_ID] = { "id", CAB_ROW_TEXT },
  [CAB_ACTIVITY_LABELS] = { "labels", CAB_ROW_TEXTS },
  [CAB_ACTIVITY_OLD] = { "old", CAB_ROW_TEXTS },
  [CAB_ACTIVITY_NEW] = { "new", CAB_ROW_TEXTS },
};

G_STATIC_ASSERT (G_N_ELEMENTS (fields) == CAB_ACTIVITY_N_FIELDS);

CAB_DEFINE_ROW (CabActivity, cab_activity, fields)

/* @with: with the kind of record, which begins the sentence; @alone: without */
static const struct
{
  const char *with;
  const char *alone;
} sentences[] = {
  [CAB_AUDIT_ACT_OPEN] = { N_ ("%s: opened"), N_ ("The practice was opened") },
  [CAB_AUDIT_ACT_VIEW] = { N_ ("%s: looked at"), N_ ("Records were looked at") },
  [CAB_AUDIT_ACT_PRINT] = { N_ ("%s: printed"), N_ ("Records were printed") },
  [CAB_AUDIT_ACT_EXPORT] = { N_ ("%s: exported"), N_ ("Records were exported") },
  [CAB_AUDIT_ACT_SEARCH] = { N_ ("%s: searched"), N_ ("The practice was searched") },
  [CAB_AUDIT_ACT_CREATE] = { N_ ("%s: made"), N_ ("The practice was made") },
  [CAB_AUDIT_ACT_CHANGE] = { N_ ("%s: changed"), N_ ("The practice was changed") },
  [CAB_AUDIT_ACT_SIGN] = { N_ ("%s: signed"), N_ ("A record was signed") },
  [CAB_AUDIT_ACT_TRASH] = { N_ ("%s: moved to the trash"), N_ ("A record was moved to the trash") },
  [CAB_AUDIT_ACT_RESTORE]
  = { N_ ("%s: taken back out of the trash"), N_ ("The practice was restored from a backup") },
  [CAB_AUDIT_ACT_ERASE] = { N_ ("%s: erased"), N_ ("A record was erased") },
  [CAB_AUDIT_ACT_IMPORT] = { N_ ("%s: imported"), N_ ("Records were imported") },
  [CAB_AUDIT_ACT_BACKUP] = { N_ ("%s: backed up"), N_ ("A backup was made or cared for") },
  [CAB_AUDIT_ACT_UNLOCK] = { N_ ("%s: unlocked"), N_ ("The practice was unlocked") },
  [CAB_AUDIT_ACT_LOCK] = { N_ ("%s: locked"), N_ ("The practice was locked") },
  [CAB_AUDIT_ACT_GATE_REFUSED]
  = { N_ ("%s: refused, because no consent covered it"), N_ ("Refused for want of consent") },
  [CAB_AUDIT_ACT_DRAFT_BEGIN] = { N_ ("%s: a text was begun"), N_ ("A text was begun") },
  [CAB_AUDIT_ACT_DRAFT_END]
  = { N_ ("%s: a text was finished or given up"), N_ ("A text was finished or given up") },
  [CAB_AUDIT_ACT_MIGRATE]
  = { N_ ("%s: brought up to date"), N_ ("The file was brought up to date for a newer Cabinet") },
  [CAB_AUDIT_ACT_PASSPHRASE_CHANGE]
  = { N_ ("%s: passphrase changed"), N_ ("The passphrase was changed") },
  [CAB_AUDIT_ACT_COMPACT] = { N_ ("%s: compacted"), N_ ("The file was compacted") },
  [CAB_AUDIT_ACT_REPAIR] = { N_ ("%s: repaired"), N_ ("The file was repaired") },
  [CAB_AUDIT_ACT_CONTENT_DAMAGED] = { N_ ("%s: found damaged"), N_ ("A record was found damaged") },
  [CAB_AUDIT_ACT_UNCLEAN_CLOSE]
  = { N_ ("%s: not closed in order"), N_ ("Cabinet had not been closed in order") },
  [CAB_AUDIT_ACT_LEASE_TAKEN]
  = { N_ ("%s: opened although in use"),
      N_ ("The practice was opened although another computer seemed to use it") },
  [CAB_AUDIT_ACT_OLDER_USED]
  = { N_ ("%s: older copy used"), N_ ("An older copy of the practice was used on purpose") },
  [CAB_AUDIT_ACT_FIRST_SEEN_HERE]
  = { N_ ("%s: first seen here"), N_ ("The practice was first opened on this computer") },
  [CAB_AUDIT_ACT_WITNESS_REPLACED]
  = { N_ ("%s: witness replaced"),
      N_ ("What this computer remembered of the practice was replaced") },
  [CAB_AUDIT_ACT_CLOCK_BACK]
  = { N_ ("%s: clock set back"), N_ ("The computer's clock had gone back") },
  [CAB_AUDIT_ACT_WAL_CONVERTED]
  = { N_ ("%s: form of the file put right"), N_ ("The form of the file was put right") },
};

G_STATIC_ASSERT (G_N_ELEMENTS (sentences) == CAB_AUDIT_ACT_WAL_CONVERTED + 1);

#define COLUMNS "SELECT seq, wall_ms, actor, act, kind, entity, payload\n"

static char *
dup_sql (const CabActivityQuery *query)
{
  GString *sql = g_string_new (COLUMNS "FROM audit\n"
                                       "WHERE (?2 = 0 OR seq < ?2)\n"
                                       "AND seq > ?7\n"
                                       "AND wall_ms >= ?3\n"
                                       "AND wall_ms < ?4\n"
                                       "AND (?5 IS NULL OR act = ?5)\n");

  if (query->client_id != NULL)
    {
      g_string_append (sql, "AND entity IN (");
      cab_store_append_client_entities (sql);
      g_string_append (sql, ")\n");
    }
  g_string_append (sql, "ORDER BY seq DESC\nLIMIT ?6");

  return g_string_free (sql, FALSE);
}

/* The moment at which a day begins for the practice, in ms. */
static gint64
get_midnight (CabPractice *practice, const char *date)
{
  g_autofree char *local = g_strconcat (date, "T00:00", NULL);
  g_autoptr (GDateTime) moment
      = cab_when_resolve_local (local, cab_practice_settings_get_zone (practice), NULL);

  return moment == NULL ? 0 : g_date_time_to_unix (moment) * 1000;
}

static gint64
get_end (CabPractice *practice, const char *date)
{
  g_autofree char *next = cab_when_dup_days_after (date, 1);

  return get_midnight (practice, next);
}

/* The reverse of what a payload does to tabs, ends of lines and backslashes. */
static char *
dup_unescaped (const char *text, const char *end)
{
  GString *plain = g_string_new (NULL);

  for (const char *at = text; at < end; at++)
    {
      if (*at != '\\' || at + 1 == end)
        {
          g_string_append_c (plain, *at);
          continue;
        }
      at++;
      g_string_append_c (plain, *at == 't' ? '\t' : *at == 'n' ? '\n' : *at == 'r' ? '\r' : *at);
    }

  return g_string_free (plain, FALSE);
}

static char *
dup_code_words (const CabField *field, const char *value)
{
  g_auto (GStrv) codes = g_strsplit (value, " ", -1);
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; codes[i] != NULL; i++)
    {
      const char *label = cab_codes_get_label (field->codes, codes[i]);

      g_string_append_printf (words, "%s%s", i > 0 ? ", " : "", label != NULL ? label : codes[i]);
    }

  return g_string_free_and_steal (g_steal_pointer (&words));
}

/* A value of the log as a person reads it. */
static char *
dup_shown (const CabField *field, char *value)
{
  g_autofree char *owned = value;

  if (*owned == '\0' || field == NULL)
    return g_steal_pointer (&owned);
  if (g_str_has_prefix (owned, "sha256:"))
    return g_strdup (_ ("A long text, whose digest the log keeps"));

  switch (field->type)
    {
    case CAB_FIELD_CODE:
    case CAB_FIELD_CODES:
      return dup_code_words (field, owned);
    case CAB_FIELD_BOOL:
      return g_strdup (strcmp (owned, "true") == 0 ? C_ ("field", "Yes") : C_ ("field", "No"));
    case CAB_FIELD_REF:
    case CAB_FIELD_BLOB_REF:
      return g_strndup (owned, strlen ("00000000"));
    case CAB_FIELD_TEXT:
    case CAB_FIELD_LONGTEXT:
    case CAB_FIELD_DATE:
    case CAB_FIELD_PARTIAL_DATE:
    case CAB_FIELD_INSTANT:
    case CAB_FIELD_LOCAL:
    case CAB_FIELD_ZONE:
    case CAB_FIELD_TIME:
    case CAB_FIELD_INTEGER:
    case CAB_FIELD_DECIMAL:
    case CAB_FIELD_MONEY:
    case CAB_FIELD_DIGEST:
    case CAB_FIELD_BYTES:
      break;
    }

  return g_steal_pointer (&owned);
}

typedef struct
{
  GStrvBuilder *labels;
  GStrvBuilder *old;
  GStrvBuilder *new;
} Changes;

/* `name TAB old TAB new`; a line of a new record has the name alone. */
static void
add_change (Changes *changes, const CabKind *kind, const char *line)
{
  const char *first = strchr (line, '\t');
  const char *second = first == NULL ? NULL : strchr (first + 1, '\t');
  const CabField *field = NULL;
  g_autofree char *name = NULL;
  int index;

  if (second == NULL)
    return;

  name = g_strndup (line, (gsize)(first - line));
  index = cab_kind_find_field (kind, name);
  if (index >= 0)
    field = cab_kind_get_field (kind, (guint)index);
  g_strv_builder_add (changes->labels,
                      field != NULL ? g_dgettext (GETTEXT_PACKAGE, field->label) : name);
  g_strv_builder_take (changes->old, dup_shown (field, dup_unescaped (first + 1, second)));
  g_strv_builder_take (changes->new,
                       dup_shown (field, dup_unescaped (second + 1, second + strlen (second))));
}

static void
set_changes (CabRow *row, const CabKind *kind, const char *payload)
{
  g_auto (GStrv) lines = g_strsplit (payload, "\n", -1);
  g_autoptr (GStrvBuilder) labels = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) old = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) new = g_strv_builder_new ();
  Changes changes = { labels, old, new };

  for (guint i = 0; lines[i] != NULL; i++)
    add_change (&changes, kind, lines[i]);

  cab_row_take_texts (row, CAB_ACTIVITY_LABELS, g_strv_builder_end (labels));
  cab_row_take_texts (row, CAB_ACTIVITY_OLD, g_strv_builder_end (old));
  cab_row_take_texts (row, CAB_ACTIVITY_NEW, g_strv_builder_end (new));
}

/* A signature has no owner: it hangs on what was signed [M-38]. */
static CabRecord *
load_signed (CabPractice *practice, CabRecord *signature)
{
  const char *name = cab_record_get_text (signature, CAB_OWN (CAB_SIGNATURE_FIELD_SIGNED_KIND));
  const char *id = cab_record_get_text (signature, CAB_OWN (CAB_SIGNATURE_FIELD_SIGNED_ID));
  const CabKind *kind = cab_kind_find (name);

  if (kind == NULL || !cab_practice_exists (practice, kind, id))
    return NULL;

  return cab_practice_load (practice, kind, id, NULL);
}

/* A record that is gone or damaged leads to nobody; its entry stays. */
static char *
dup_client_of (CabPractice *practice, const CabKind *kind, const char *id)
{
  g_autoptr (CabRecord) record = NULL;

  if (kind == &cab_client_kind)
    return g_strdup (id);
  if (kind->without_system_fields || !cab_practice_exists (practice, kind, id))
    return NULL;

  record = cab_practice_load (practice, kind, id, NULL);
  if (record != NULL && kind == &cab_signature_kind)
    {
      g_autoptr (CabRecord) signature = g_steal_pointer (&record);

      record = load_signed (practice, signature);
    }

  return record == NULL ? NULL : cab_practice_dup_client_of (practice, record);
}

static void
set_client (CabPractice *practice, CabRow *row, const CabKind *kind, const char *id)
{
  g_autofree char *client_id = dup_client_of (practice, kind, id);
  g_autoptr (CabRecord) client = NULL;

  if (client_id == NULL || !cab_practice_exists (practice, &cab_client_kind, client_id))
    return;

  cab_row_set_text (row, CAB_ACTIVITY_CLIENT_ID, client_id);
  client = cab_practice_load (practice, &cab_client_kind, client_id, NULL);
  if (client == NULL)
    return;

  cab_row_take_text (row, CAB_ACTIVITY_CLIENT, cab_client_dup_shown_name (client));
  cab_row_set_text (row, CAB_ACTIVITY_REFERENCE,
                    cab_record_get_text (client, CAB_OWN (CAB_CLIENT_FIELD_REFERENCE)));
}

static void
set_who (CabPractice *practice, CabRow *row, const char *actor_id)
{
  g_autoptr (CabRecord) clinician = NULL;

  if (actor_id != NULL && cab_practice_exists (practice, &cab_clinician_kind, actor_id))
    clinician = cab_practice_load (practice, &cab_clinician_kind, actor_id, NULL);
  cab_row_set_text (row, CAB_ACTIVITY_WHO,
                    clinician != NULL ? cab_record_get_text (
                                            clinician, CAB_OWN (CAB_CLINICIAN_FIELD_DISPLAY_NAME))
                                      : "Cabinet");
}

static void
set_sentence (CabRow *row, int act, const char *code, const CabKind *kind)
{
  if (act < 0)
    cab_row_set_text (row, CAB_ACTIVITY_SENTENCE, code);
  else if (kind == NULL)
    cab_row_set_text (row, CAB_ACTIVITY_SENTENCE,
                      g_dgettext (GETTEXT_PACKAGE, sentences[act].alone));
  else
    {
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
      cab_row_take_text (row, CAB_ACTIVITY_SENTENCE,
                         g_strdup_printf (g_dgettext (GETTEXT_PACKAGE, sentences[act].with),
                                          g_dgettext (GETTEXT_PACKAGE, kind->label)));
#pragma GCC diagnostic pop
    }
}

static CabRow *
make_row (CabPractice *practice, CabRecord *entry)
{
  CabRow *row = g_object_new (CAB_TYPE_ACTIVITY, NULL);
  const char *code = cab_record_get_text (entry, CAB_OWN (CAB_AUDIT_FIELD_ACT));
  const char *kind_name = cab_record_get_text (entry, CAB_OWN (CAB_AUDIT_FIELD_SUBJECT_KIND));
  const char *id = cab_record_get_text (entry, CAB_OWN (CAB_AUDIT_FIELD_SUBJECT_ID));
  const char *at = cab_record_get_text (entry, CAB_OWN (CAB_AUDIT_FIELD_AT));
  const char *changes = cab_record_get_text (entry, CAB_OWN (CAB_AUDIT_FIELD_CHANGES));
  const CabKind *kind = kind_name == NULL ? NULL : cab_kind_find (kind_name);
  int act = cab_codes_find (&cab_audit_act_codes, code);
  gint64 sequence = 0;

  cab_record_get_integer (entry, CAB_OWN (CAB_AUDIT_FIELD_SEQUENCE), &sequence);
  cab_row_set_integer (row, CAB_ACTIVITY_SEQUENCE, sequence);
  cab_row_set_text (row, CAB_ACTIVITY_AT, at);
  cab_row_take_text (row, CAB_ACTIVITY_LOCAL,
                     cab_when_dup_local (at, cab_practice_settings_get_zone (practice)));
  cab_row_set_integer (row, CAB_ACTIVITY_ACT, act);
  cab_row_set_text (row, CAB_ACTIVITY_KIND, kind_name);
  cab_row_set_text (row, CAB_ACTIVITY_ID, id);
  set_who (practice, row, cab_record_get_text (entry, CAB_OWN (CAB_AUDIT_FIELD_ACTOR_ID)));
  set_sentence (row, act, code, kind);
  if (kind != NULL && id != NULL)
    set_client (practice, row, kind, id);
  if (kind != NULL && changes != NULL)
    set_changes (row, kind, changes);

  return row;
}

GPtrArray *
cab_activity_list (CabPractice *practice,
                   const CabActivityQuery *query,
                   guint maximum,
                   GError **error)
{
  g_autofree char *sql = NULL;
  g_autoptr (CabStatement) statement = NULL;
  g_autoptr (GPtrArray) rows = NULL;

  g_return_val_if_fail (CAB_IS_PRACTICE (practice) && query != NULL, NULL);
  g_return_val_if_fail (query->act < (int)cab_audit_act_codes.n_codes, NULL);

  sql = dup_sql (query);
  statement
      = cab_statement_new (cab_practice_get_db (practice), sql, "page through the log", error);
  if (statement == NULL)
    return NULL;

  cab_statement_bind_text (statement, 1, query->client_id);
  cab_statement_bind_integer (statement, 2, query->before);
  cab_statement_bind_integer (statement, 3,
                              query->from != NULL ? get_midnight (practice, query->from) : 0);
  cab_statement_bind_integer (statement, 4,
                              query->to != NULL ? get_end (practice, query->to) : G_MAXINT64);
  cab_statement_bind_text (statement, 5,
                           query->act >= 0 ? cab_audit_act_codes.codes[query->act].code : NULL);
  cab_statement_bind_integer (statement, 6, maximum);
  cab_statement_bind_integer (statement, 7, query->after);

  rows = g_ptr_array_new_with_free_func (g_object_unref);
  for (;;)
    {
      g_autoptr (CabRecord) entry = NULL;

      switch (cab_statement_step (statement, error))
        {
        case CAB_STEP_ERROR:
          return NULL;
        case CAB_STEP_DONE:
          return g_steal_pointer (&rows);
        case CAB_STEP_ROW:
          entry = cab_store_read_audit (statement);
          g_ptr_array_add (rows, make_row (practice, entry));
        }
    }
}
