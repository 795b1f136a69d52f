/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-exporter"

#include "config.h"

#include "cab-client-import.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cab-codes.h"
#include "cab-practice-settings.h"
#include "cab-when.h"

#define OWN(field) CAB_OWN (CAB_CLIENT_FIELD_##field)

/* In years, where the practice does not say. */
#define ADULT_AGE 18

/* What the table is compared with: the clients by `source` and by name and
 * birth date, and those of the rows that came before. */
typedef struct
{
  CabPractice *practice;
  CabClientImport *import;
  GHashTable *by_source;
  GHashTable *by_name;
  CabClientStatus status;
} Look;

static void
free_candidate (CabClientCandidate *candidate)
{
  g_clear_object (&candidate->client);
  g_clear_object (&candidate->known);
  g_clear_pointer (&candidate->differing, g_ptr_array_unref);
  g_free (candidate);
}

static const char *
get_text (const char *text)
{
  return text != NULL ? text : "";
}

/* (nullable): without a name nobody is possibly the same as anybody. */
static char *
dup_name_key (CabRecord *client)
{
  const char *given = cab_record_get_text (client, OWN (GIVEN_NAME));
  const char *family = cab_record_get_text (client, OWN (FAMILY_NAME));
  const char *birth = cab_record_get_text (client, OWN (DATE_OF_BIRTH));

  if (given == NULL && family == NULL)
    return NULL;

  /* A name is one line, so the line break cannot be part of one. */
  return g_strdup_printf ("%s\n%s\n%s", get_text (given), get_text (family), get_text (birth));
}

static void
remember_name (Look *look, CabRecord *client)
{
  g_autofree char *key = dup_name_key (client);

  if (key != NULL && !g_hash_table_contains (look->by_name, key))
    g_hash_table_insert (look->by_name, g_steal_pointer (&key), g_object_ref (client));
}

/* Clients in the trash are known, too: they are still held [M-8]. */
static gboolean
remember_client (CabRecord *client, gpointer data, GError **error)
{
  Look *look = data;
  const char *source = cab_record_get_text (client, CAB_SYSTEM_SOURCE);

  if (source != NULL)
    g_hash_table_insert (look->by_source, g_strdup (source), g_object_ref (client));
  remember_name (look, client);
  return TRUE;
}

static guint
get_field (const char *name)
{
  int field = cab_kind_find_field (&cab_client_kind, name);

  g_assert (field >= 0);
  return (guint)field;
}

/* [B-83]: who has died is no enquiry. When the work ended is known where the day
 * of the death is. */
static void
archive_dead (CabRecord *client)
{
  const char *died = cab_record_get_text (client, OWN (DIED_ON));

  if (died == NULL)
    return;

  cab_record_set_code (client, OWN (STATUS), CAB_CLIENT_STATUS_ARCHIVED);
  cab_record_set_code (client, OWN (END_REASON), CAB_END_REASON_DIED);
  if (cab_record_is_none (client, OWN (ENDED_ON)) && cab_when_is_date (died))
    cab_record_set_text (client, OWN (ENDED_ON), died);
}

static CabRecord *
make_client (const Look *look, const CabClientCsvRow *row, GError **error)
{
  const CabClientCsv *csv = look->import->csv;
  g_autoptr (CabRecord) client = cab_record_new (&cab_client_kind);

  for (guint i = 0; i < csv->fields->len; i++)
    {
      if (!cab_record_parse (client, get_field (g_ptr_array_index (csv->fields, i)), row->values[i],
                             error))
        return NULL;
    }
  if (!cab_record_parse (client, CAB_SYSTEM_SOURCE, row->source, error))
    return NULL;

  cab_record_set_code (client, OWN (STATUS), (int)look->status);
  archive_dead (client);
  cab_record_set_code (client, CAB_SYSTEM_ORIGIN, CAB_ORIGIN_PROVIDED);
  cab_record_set_code (client, CAB_SYSTEM_BASIS6, CAB_BASIS6_NOT_APPLICABLE);
  cab_record_set_code (client, CAB_SYSTEM_BASIS9, CAB_BASIS9_NONE);
  cab_record_set_text (client, CAB_SYSTEM_BUNDLE, csv->sha256);

  return g_steal_pointer (&client);
}

/* What saving would refuse, looked at on a copy: a client who is never saved
 * draws no reference. */
static gboolean
check_client (CabPractice *practice, CabRecord *client, GError **error)
{
  g_autoptr (CabRecord) copy = cab_record_dup (client);

  return cab_client_kind.before_save (practice, copy, error)
         && cab_client_kind.check (practice, copy, error);
}

/* A refusal of the model names kind and field as a form does, "Client, phone:
 * …"; here the column is named, and the row. */
static void
refuse_row (CabClientCsv *csv, guint position, const char *sentence)
{
  const char *reason = strstr (sentence, ": ");
  const char *comma = strchr (sentence, ',');

  for (guint i = 0; reason != NULL && comma != NULL && comma < reason && i < csv->fields->len; i++)
    {
      const char *name = g_ptr_array_index (csv->fields, i);
      const CabField *field = cab_kind_get_field (&cab_client_kind, get_field (name));
      const char *label = g_dgettext (GETTEXT_PACKAGE, field->label);
      g_autofree char *place = g_strndup (comma + 2, (gsize)(reason - comma - 2));
      g_autofree char *folded = g_utf8_casefold (place, -1);
      g_autofree char *folded_label = g_utf8_casefold (label, -1);

      if (strcmp (folded, folded_label) != 0)
        continue;
      cab_client_csv_refuse_row (csv, position, name, reason + 2);
      return;
    }

  cab_client_csv_refuse_row (csv, position, NULL, sentence);
}

/* The fields that the table states and that are otherwise in the practice; an
 * empty cell says nothing. */
static GPtrArray *
list_differing (const CabClientCsv *csv, const CabClientCsvRow *row, CabRecord *known)
{
  GPtrArray *differing = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < csv->fields->len; i++)
    {
      const char *name = g_ptr_array_index (csv->fields, i);
      g_autofree char *stored = cab_record_dup_text (known, get_field (name));

      if (row->values[i] != NULL && g_strcmp0 (row->values[i], stored) != 0)
        g_ptr_array_add (differing, g_strdup (name));
    }

  return differing;
}

static void
add_candidate (Look *look,
               guint row,
               CabClientMatch match,
               CabRecord *client,
               CabRecord *known,
               GPtrArray *differing)
{
  CabClientCandidate *candidate = g_new0 (CabClientCandidate, 1);

  candidate->row = row;
  candidate->match = match;
  candidate->client = client != NULL ? g_object_ref (client) : NULL;
  candidate->known = known != NULL ? g_object_ref (known) : NULL;
  candidate->differing = differing;
  g_ptr_array_add (look->import->candidates, candidate);
  look->import->counts[match]++;
}

static void
add_known (Look *look, const CabClientCsvRow *row, CabRecord *known)
{
  GPtrArray *differing = list_differing (look->import->csv, row, known);
  CabClientMatch match = differing->len == 0 ? CAB_CLIENT_MATCH_SAME : CAB_CLIENT_MATCH_DIFFERENT;

  add_candidate (look, row->row, match, NULL, known, differing);
}

static void
add_unknown (Look *look, const CabClientCsvRow *row, CabRecord *client)
{
  CabClientImport *import = look->import;
  g_autofree char *key = dup_name_key (client);
  CabRecord *known = NULL;

  if (row->source == NULL && key != NULL)
    known = g_hash_table_lookup (look->by_name, key);
  add_candidate (look, row->row, known != NULL ? CAB_CLIENT_MATCH_POSSIBLY : CAB_CLIENT_MATCH_NEW,
                 client, known, NULL);
  if (known != NULL)
    return;

  import->n_died += !cab_record_is_none (client, OWN (DIED_ON));
  import->n_former_names += !cab_record_is_none (client, OWN (FORMER_NAME));
  remember_name (look, client);
}

/* Looks at the row at @position; FALSE when it was moved to those at fault. */
static gboolean
look_at_row (Look *look, guint position)
{
  CabClientCsv *csv = look->import->csv;
  const CabClientCsvRow *row = g_ptr_array_index (csv->rows, position);
  CabRecord *known = NULL;
  g_autoptr (CabRecord) client = NULL;
  g_autoptr (GError) error = NULL;

  if (row->source != NULL)
    known = g_hash_table_lookup (look->by_source, row->source);
  if (known != NULL)
    {
      add_known (look, row, known);
      return TRUE;
    }

  client = make_client (look, row, &error);
  if (client == NULL || !check_client (look->practice, client, &error))
    {
      refuse_row (csv, position, error->message);
      return FALSE;
    }

  add_unknown (look, row, client);
  return TRUE;
}

static gint
compare_faults (gconstpointer a, gconstpointer b)
{
  const CabClientFault *first = a;
  const CabClientFault *second = b;

  return (first->row > second->row) - (first->row < second->row);
}

CabClientCsv *
cab_client_import_read (CabPractice *practice,
                        GBytes *bytes,
                        const char *name,
                        CabClientMap *map,
                        GError **error)
{
  g_autofree char *today = NULL;
  CabRecord *settings;
  gint64 adult_age = ADULT_AGE;

  g_return_val_if_fail (CAB_IS_PRACTICE (practice) && bytes != NULL && map != NULL, NULL);

  today = cab_practice_dup_today (practice);
  settings = cab_practice_get_settings (practice);
  if (settings != NULL)
    cab_record_get_integer (settings, CAB_OWN (CAB_PRACTICE_FIELD_ADULT_AGE), &adult_age);

  return cab_client_csv_read (bytes, name, map, today, (guint)adult_age, error);
}

CabClientImport *
cab_client_import_look (CabPractice *practice,
                        CabClientCsv *csv,
                        CabClientStatus status,
                        CabImportProgress progress,
                        gpointer data,
                        GCancellable *cancellable,
                        GError **error)
{
  CabFilter filter = CAB_FILTER_ALL;
  g_autoptr (CabClientImport) self = g_new0 (CabClientImport, 1);
  g_autoptr (GHashTable) by_source
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  g_autoptr (GHashTable) by_name
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  Look look = { practice, self, by_source, by_name, status };
  guint i = 0;

  g_return_val_if_fail (CAB_IS_PRACTICE (practice) && csv != NULL, NULL);
  g_return_val_if_fail (status == CAB_CLIENT_STATUS_ENQUIRY || status == CAB_CLIENT_STATUS_ARCHIVED,
                        NULL);

  self->csv = csv;
  self->candidates = g_ptr_array_new_with_free_func ((GDestroyNotify)free_candidate);
  if (!cab_practice_each (practice, &cab_client_kind, &filter, remember_client, &look, error))
    return NULL;

  while (i < csv->rows->len)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      i += look_at_row (&look, i);
      if (progress != NULL)
        progress (i, csv->rows->len, data);
    }
  for (i = 0; i < csv->columns->len; i++)
    self->n_columns_left += !cab_client_csv_is_taken (g_ptr_array_index (csv->columns, i));
  g_ptr_array_sort_values (csv->faults, compare_faults);

  return g_steal_pointer (&self);
}

void
cab_client_import_free (CabClientImport *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->csv, cab_client_csv_free);
  g_clear_pointer (&self->candidates, g_ptr_array_unref);
  g_free (self);
}

static gboolean
is_taken (const CabClientCandidate *candidate)
{
  return candidate->match == CAB_CLIENT_MATCH_NEW
         || (candidate->match == CAB_CLIENT_MATCH_POSSIBLY && candidate->is_ticked);
}

guint
cab_client_import_count_taken (const CabClientImport *self)
{
  guint n = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (guint i = 0; i < self->candidates->len; i++)
    n += is_taken (g_ptr_array_index (self->candidates, i));
  return n;
}

typedef struct
{
  const CabClientImport *import;
  CabImportProgress progress;
  gpointer progress_data;
  GCancellable *cancellable;
} Run;

/* Which file it was can be told by its digest alone: its name may hold a
 * person's. */
static gboolean
audit_import (CabPractice *practice, const CabClientImport *import, GError **error)
{
  g_autofree char *payload = g_strdup_printf (
      "bundle\t%s\nnew\t%u\nsame\t%u\ndifferent\t%u\n", import->csv->sha256,
      cab_client_import_count_taken (import), import->counts[CAB_CLIENT_MATCH_SAME],
      import->counts[CAB_CLIENT_MATCH_DIFFERENT]);

  return cab_practice_audit_act (practice, "import", &cab_client_kind, NULL, payload, error);
}

static gboolean
make_clients (CabPractice *practice, gpointer data, GError **error)
{
  const Run *run = data;
  guint n_taken = cab_client_import_count_taken (run->import);
  guint n_made = 0;

  for (guint i = 0; i < run->import->candidates->len; i++)
    {
      const CabClientCandidate *candidate = g_ptr_array_index (run->import->candidates, i);
      g_autoptr (CabRecord) client = NULL;

      if (g_cancellable_set_error_if_cancelled (run->cancellable, error))
        return FALSE;
      if (!is_taken (candidate))
        continue;

      client = cab_record_dup (candidate->client);
      if (!cab_practice_save (practice, client, error))
        {
          g_prefix_error (error, _ ("row %u: "), candidate->row);
          return FALSE;
        }
      if (run->progress != NULL)
        run->progress (++n_made, n_taken, run->progress_data);
    }

  return audit_import (practice, run->import, error);
}

gboolean
cab_client_import_run (const CabClientImport *self,
                       CabPractice *practice,
                       CabImportProgress progress,
                       gpointer data,
                       GCancellable *cancellable,
                       GError **error)
{
  Run run = { self, progress, data, cancellable };

  g_return_val_if_fail (self != NULL && CAB_IS_PRACTICE (practice), FALSE);

  if (self->csv->faults->len > 0)
    {
      const CabClientFault *fault = g_ptr_array_index (self->csv->faults, 0);
      g_autofree char *place = cab_export_escape (self->csv->name, -1);

      return cab_export_error_set_sentence (error, CAB_EXPORT_ERROR_CLIENT_ROWS, "%s, %s", place,
                                            fault->sentence);
    }
  if (cab_client_import_count_taken (self) == 0)
    return TRUE;

  return cab_practice_transact (practice, "import clients", make_clients, &run, error);
}
