/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-model"

#include "config.h"

#include "cab-disclosure-row.h"

#include "cab-client.h"
#include "cab-codes.h"
#include "cab-practice-settings.h"
#include "cab-statement.h"
#include "cab-vault-error.h"
#include "cab-when.h"

#include <glib/gi18n.h>

#define OWN(field) CAB_OWN (CAB_DISCLOSURE_FIELD_##field)

static const CabRowField fields[] = {
  [CAB_DISCLOSURE_ROW_ID] = { "id", CAB_ROW_TEXT },
  [CAB_DISCLOSURE_ROW_AT] = { "at", CAB_ROW_TEXT },
  [CAB_DISCLOSURE_ROW_LOCAL] = { "local", CAB_ROW_TEXT },
  [CAB_DISCLOSURE_ROW_CLIENT_ID] = { "client-id", CAB_ROW_TEXT },
  [CAB_DISCLOSURE_ROW_CLIENT] = { "client", CAB_ROW_TEXT },
  [CAB_DISCLOSURE_ROW_REFERENCE] = { "reference", CAB_ROW_TEXT },
  [CAB_DISCLOSURE_ROW_ABSENT_WORDS] = { "absent-words", CAB_ROW_TEXT },
  [CAB_DISCLOSURE_ROW_DIRECTION_WORDS] = { "direction-words", CAB_ROW_TEXT },
  [CAB_DISCLOSURE_ROW_RECIPIENT] = { "recipient", CAB_ROW_TEXT },
  [CAB_DISCLOSURE_ROW_COUNTRY] = { "country", CAB_ROW_TEXT },
  [CAB_DISCLOSURE_ROW_WHAT] = { "what", CAB_ROW_TEXT },
  [CAB_DISCLOSURE_ROW_PURPOSE] = { "purpose", CAB_ROW_TEXT },
  [CAB_DISCLOSURE_ROW_GROUND] = { "ground", CAB_ROW_INTEGER },
  [CAB_DISCLOSURE_ROW_GROUND_WORDS] = { "ground-words", CAB_ROW_TEXT },
  [CAB_DISCLOSURE_ROW_CONSENT_ID] = { "consent-id", CAB_ROW_TEXT },
  [CAB_DISCLOSURE_ROW_CHANNEL_WORDS] = { "channel-words", CAB_ROW_TEXT },
  [CAB_DISCLOSURE_ROW_PROTECTION] = { "protection", CAB_ROW_INTEGER },
  [CAB_DISCLOSURE_ROW_PROTECTION_WORDS] = { "protection-words", CAB_ROW_TEXT },
  [CAB_DISCLOSURE_ROW_DIGEST] = { "digest", CAB_ROW_TEXT },
  [CAB_DISCLOSURE_ROW_CORRECTS_ID] = { "corrects-id", CAB_ROW_TEXT },
  [CAB_DISCLOSURE_ROW_CORRECTED_BY_ID] = { "corrected-by-id", CAB_ROW_TEXT },
  [CAB_DISCLOSURE_ROW_DAMAGED] = { "damaged", CAB_ROW_BOOL },
};

G_STATIC_ASSERT (G_N_ELEMENTS (fields) == CAB_DISCLOSURE_ROW_N_FIELDS);

CAB_DEFINE_ROW (CabDisclosureRow, cab_disclosure_row, fields)

static const char sql_page[]
    = "SELECT id,\n"
      "       (SELECT later.id FROM disclosure AS later WHERE later.corrects_id = disclosure.id\n"
      "        ORDER BY later.disclosed_at DESC, later.id DESC LIMIT 1),\n"
      "       count(*) OVER ()\n"
      "FROM disclosure\n"
      "WHERE (?1 IS NULL OR client_id = ?1)\n"
      "AND (?2 IS NULL OR ground = ?2)\n"
      "AND (?3 IS NULL OR disclosed_at >= ?3)\n"
      "AND (?4 IS NULL OR disclosed_at < ?4)\n"
      "AND (?5 IS NULL OR output_digest = ?5)\n"
      "ORDER BY disclosed_at DESC, id DESC\n"
      "LIMIT ?6 OFFSET ?7";

/* The instant at which a day begins for the practice. */
static char *
dup_midnight (CabPractice *practice, const char *date)
{
  g_autofree char *local = g_strconcat (date, "T00:00", NULL);
  g_autoptr (GDateTime) moment
      = cab_when_resolve_local (local, cab_practice_settings_get_zone (practice), NULL);

  return moment == NULL ? NULL : cab_when_dup_instant (moment);
}

static char *
dup_end (CabPractice *practice, const char *date)
{
  g_autofree char *next = cab_when_dup_days_after (date, 1);

  return next == NULL ? NULL : dup_midnight (practice, next);
}

/* A client that is damaged has no name here; the disclosure stays. */
static void
set_client (CabPractice *practice, CabRow *row, const char *client_id)
{
  g_autoptr (CabRecord) client = NULL;

  if (client_id == NULL)
    {
      cab_row_set_text (row, CAB_DISCLOSURE_ROW_ABSENT_WORDS, _ ("Erased"));
      return;
    }

  cab_row_set_text (row, CAB_DISCLOSURE_ROW_CLIENT_ID, client_id);
  client = cab_practice_load (practice, &cab_client_kind, client_id, NULL);
  if (client == NULL)
    {
      cab_row_set_text (row, CAB_DISCLOSURE_ROW_ABSENT_WORDS, _ ("Record damaged"));
      return;
    }

  cab_row_take_text (row, CAB_DISCLOSURE_ROW_CLIENT, cab_client_dup_shown_name (client));
  cab_row_set_text (row, CAB_DISCLOSURE_ROW_REFERENCE,
                    cab_record_get_text (client, CAB_OWN (CAB_CLIENT_FIELD_REFERENCE)));
}

static void
set_text (CabRow *row, guint to, CabRecord *record, guint from)
{
  cab_row_set_text (row, to, cab_record_get_text (record, from));
}

static const char *
get_words (CabRecord *record, guint field)
{
  const CabCodes *codes = cab_kind_get_field (&cab_disclosure_kind, field)->codes;
  int code = cab_record_get_code (record, field);

  return code < 0 ? NULL : g_dgettext (GETTEXT_PACKAGE, codes->codes[code].label);
}

static void
fill_row (CabPractice *practice, CabRow *row, CabRecord *record)
{
  const char *at = cab_record_get_text (record, OWN (DISCLOSED_AT));

  cab_row_set_text (row, CAB_DISCLOSURE_ROW_AT, at);
  cab_row_take_text (row, CAB_DISCLOSURE_ROW_LOCAL,
                     cab_when_dup_local (at, cab_practice_settings_get_zone (practice)));
  set_client (practice, row, cab_record_get_text (record, OWN (CLIENT_ID)));
  set_text (row, CAB_DISCLOSURE_ROW_RECIPIENT, record, OWN (RECIPIENT_NAME));
  set_text (row, CAB_DISCLOSURE_ROW_COUNTRY, record, OWN (RECIPIENT_COUNTRY));
  set_text (row, CAB_DISCLOSURE_ROW_CONSENT_ID, record, OWN (CONSENT_ID));
  cab_row_set_text (row, CAB_DISCLOSURE_ROW_DIRECTION_WORDS,
                    get_words (record, OWN (DIRECTION_KIND)));
  set_text (row, CAB_DISCLOSURE_ROW_WHAT, record, OWN (WHAT));
  set_text (row, CAB_DISCLOSURE_ROW_PURPOSE, record, OWN (PURPOSE_TEXT));
  set_text (row, CAB_DISCLOSURE_ROW_CORRECTS_ID, record, OWN (CORRECTS_ID));
  cab_row_take_text (row, CAB_DISCLOSURE_ROW_DIGEST,
                     cab_record_dup_text (record, OWN (OUTPUT_DIGEST)));
  cab_row_set_integer (row, CAB_DISCLOSURE_ROW_GROUND, cab_record_get_code (record, OWN (GROUND)));
  cab_row_set_text (row, CAB_DISCLOSURE_ROW_GROUND_WORDS, get_words (record, OWN (GROUND)));
  cab_row_set_text (row, CAB_DISCLOSURE_ROW_CHANNEL_WORDS, get_words (record, OWN (CHANNEL)));
  cab_row_set_integer (row, CAB_DISCLOSURE_ROW_PROTECTION,
                       cab_record_get_code (record, OWN (ENCRYPTION)));
  cab_row_set_text (row, CAB_DISCLOSURE_ROW_PROTECTION_WORDS, get_words (record, OWN (ENCRYPTION)));
}

static CabRow *
make_row (CabPractice *practice, CabStatement *statement, GError **error)
{
  g_autoptr (CabRow) row = g_object_new (CAB_TYPE_DISCLOSURE_ROW, NULL);
  const char *id = cab_statement_get_text (statement, 0);
  g_autoptr (CabRecord) record = NULL;
  g_autoptr (GError) problem = NULL;

  cab_row_set_text (row, CAB_DISCLOSURE_ROW_ID, id);
  cab_row_set_text (row, CAB_DISCLOSURE_ROW_CORRECTED_BY_ID, cab_statement_get_text (statement, 1));
  record = cab_practice_load (practice, &cab_disclosure_kind, id, &problem);
  if (record != NULL)
    {
      fill_row (practice, row, record);
      return g_steal_pointer (&row);
    }
  if (!g_error_matches (problem, CAB_VAULT_ERROR, CAB_VAULT_ERROR_CONTENT))
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return NULL;
    }

  cab_row_set_bool (row, CAB_DISCLOSURE_ROW_DAMAGED, TRUE);
  return g_steal_pointer (&row);
}

static GPtrArray *
make_page (CabPractice *practice,
           CabStatement *statement,
           guint *n_all,
           GCancellable *cancellable,
           GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  CabRow *row;

  for (;;)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      switch (cab_statement_step (statement, error))
        {
        case CAB_STEP_ERROR:
          return NULL;
        case CAB_STEP_DONE:
          return g_steal_pointer (&rows);
        case CAB_STEP_ROW:
          *n_all = (guint)cab_statement_get_integer (statement, 2);
          row = make_row (practice, statement, error);
          if (row == NULL)
            return NULL;
          g_ptr_array_add (rows, row);
        }
    }
}

static GPtrArray *
list_rows (CabPractice *practice,
           const CabDisclosureQuery *query,
           guint offset,
           guint maximum,
           guint *n_all,
           GCancellable *cancellable,
           GError **error)
{
  g_autoptr (CabStatement) statement = NULL;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  statement = cab_statement_new (cab_practice_get_db (practice), sql_page,
                                 "page through the disclosures", error);
  if (statement == NULL)
    return NULL;

  from = query->from == NULL ? NULL : dup_midnight (practice, query->from);
  to = query->to == NULL ? NULL : dup_end (practice, query->to);
  cab_statement_bind_text (statement, 1, query->client_id);
  cab_statement_bind_text (
      statement, 2,
      query->ground >= 0 ? cab_disclosure_ground_codes.codes[query->ground].code : NULL);
  cab_statement_bind_text (statement, 3, from);
  cab_statement_bind_text (statement, 4, to);
  cab_statement_bind_text (statement, 5, query->digest);
  cab_statement_bind_integer (statement, 6, maximum);
  cab_statement_bind_integer (statement, 7, offset);

  return make_page (practice, statement, n_all, cancellable, error);
}

GPtrArray *
cab_disclosure_row_list (CabPractice *practice,
                         const CabDisclosureQuery *query,
                         guint offset,
                         guint maximum,
                         guint *n_all,
                         GError **error)
{
  guint n_found = 0;
  GPtrArray *rows;

  g_return_val_if_fail (CAB_IS_PRACTICE (practice) && query != NULL, NULL);
  g_return_val_if_fail (query->ground < (int)cab_disclosure_ground_codes.n_codes, NULL);

  rows = list_rows (practice, query, offset, maximum, &n_found, NULL, error);
  if (rows != NULL && n_all != NULL)
    *n_all = n_found;
  return rows;
}

GPtrArray *
cab_disclosure_row_export (CabPractice *practice,
                           const CabDisclosureQuery *query,
                           GCancellable *cancellable,
                           GError **error)
{
  g_autoptr (GPtrArray) rows = NULL;
  guint n_found = 0;

  g_return_val_if_fail (CAB_IS_PRACTICE (practice) && query != NULL, NULL);
  g_return_val_if_fail (query->ground < (int)cab_disclosure_ground_codes.n_codes, NULL);

  rows = list_rows (practice, query, 0, G_MAXINT, &n_found, cancellable, error);
  if (rows == NULL
      || !cab_practice_audit_act (
          practice, "export", query->client_id == NULL ? &cab_disclosure_kind : &cab_client_kind,
          query->client_id, "register\tdisclosures\n", error))
    return NULL;

  return g_steal_pointer (&rows);
}
