/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-cli"

#include "config.h"

#include "cab-cli-record.h"

#include <glib/gi18n.h>
#include <string.h>

#include "cab-cli-fill.h"
#include "cab-cli-list.h"
#include "cab-cli-show.h"
#include "cab-cli-table.h"
#include "cab-client.h"
#include "cab-contact.h"
#include "cab-find.h"
#include "cab-model-error.h"

static const CabKind *
get_kind (CabCli *cli)
{
  return cab_cli_get_command (cli)->kinds[0];
}

/* Whether a row of @kind names its client itself. */
static gboolean
names_client (const CabKind *kind)
{
  return kind->owner != CAB_NO_OWNER && strcmp (kind->fields[kind->owner].target, "client") == 0;
}

CabRecord *
cab_cli_record_find (CabCli *cli, const CabKind *kind, guint position, GError **error)
{
  return cab_find (cab_cli_get_practice (cli), kind, NULL, cab_cli_get_word (cli, position), error);
}

/* A beginning of an id that fits records of two kinds means neither. */
static CabRecord *
find_among (CabCli *cli, const CabKind *const *kinds, const char *name, GError **error)
{
  CabPractice *practice = cab_cli_get_practice (cli);
  g_autoptr (CabRecord) found = NULL;
  g_autoptr (GError) first_error = NULL;

  for (guint i = 0; kinds[i] != NULL; i++)
    {
      g_autoptr (GError) local_error = NULL;
      g_autoptr (CabRecord) record = cab_find (practice, kinds[i], NULL, name, &local_error);

      if (record != NULL && found != NULL)
        {
          g_set_error (error, CAB_MODEL_ERROR, CAB_MODEL_ERROR_AMBIGUOUS,
                       _ ("Several records answer to that name: %s, %s."),
                       cab_record_get_id (found), cab_record_get_id (record));
          return NULL;
        }

      if (record != NULL)
        found = g_steal_pointer (&record);
      else if (!g_error_matches (local_error, CAB_MODEL_ERROR, CAB_MODEL_ERROR_NOT_FOUND))
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return NULL;
        }
      else if (first_error == NULL)
        first_error = g_steal_pointer (&local_error);
    }

  if (found == NULL)
    g_propagate_error (error, g_steal_pointer (&first_error));

  return g_steal_pointer (&found);
}

CabRecord *
cab_cli_record_find_among (CabCli *cli, const CabKind *const *kinds, GError **error)
{
  return find_among (cli, kinds, cab_cli_get_word (cli, 0), error);
}

CabRecord *
cab_cli_record_find_any (CabCli *cli, GError **error)
{
  return cab_cli_record_find_among (cli, cab_cli_get_command (cli)->kinds, error);
}

CabRecord *
cab_cli_record_find_id (CabCli *cli, const char *name, GError **error)
{
  g_autoptr (GPtrArray) kinds = g_ptr_array_new_null_terminated (64, NULL, TRUE);
  g_autoptr (GError) local_error = NULL;
  CabRecord *record = NULL;

  for (guint i = 0; cab_kinds[i] != NULL; i++)
    {
      if (!cab_kinds[i]->without_system_fields)
        g_ptr_array_add (kinds, (gpointer)cab_kinds[i]);
    }

  /* No names: which kind a name means would be a matter of luck. */
  if (name[strspn (name, "0123456789abcdef-")] == '\0')
    record = find_among (cli, (const CabKind *const *)kinds->pdata, name, &local_error);
  if (record != NULL)
    return record;

  if (local_error == NULL
      || g_error_matches (local_error, CAB_MODEL_ERROR, CAB_MODEL_ERROR_NOT_FOUND))
    g_set_error_literal (error, CAB_MODEL_ERROR, CAB_MODEL_ERROR_NOT_FOUND,
                         _ ("There is no record with that id."));
  else
    g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

static gboolean
add_hidden (CabRecord *client, gpointer data, GError **error)
{
  if (!cab_record_is_none (client, CAB_SYSTEM_TRASHED_AT)
      || cab_record_get_bool (client, CAB_OWN (CAB_CLIENT_FIELD_RESTRICTED)))
    g_hash_table_add (data, g_strdup (cab_record_get_id (client)));

  return TRUE;
}

static GHashTable *
list_hidden_clients (CabCli *cli, GError **error)
{
  g_autoptr (GHashTable) hidden = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  CabFilter all = CAB_FILTER_ALL;

  if (!cab_practice_each (cab_cli_get_practice (cli), &cab_client_kind, &all, add_hidden, hidden,
                          error))
    return NULL;

  return g_steal_pointer (&hidden);
}

typedef struct
{
  CabCli *cli;
  GHashTable *hidden; /* NULL: nothing is hidden */
  CabRecordFunc func;
  gpointer data;
} Walk;

static gboolean
visit (CabRecord *record, gpointer data, GError **error)
{
  Walk *walk = data;
  g_autofree char *client_id = NULL;

  if (g_cancellable_set_error_if_cancelled (cab_cli_get_cancellable (walk->cli), error))
    return FALSE;

  if (walk->hidden != NULL)
    client_id = cab_practice_dup_client_of (cab_cli_get_practice (walk->cli), record);
  if (client_id != NULL && g_hash_table_contains (walk->hidden, client_id))
    return TRUE;

  return walk->func (record, walk->data, error);
}

gboolean
cab_cli_record_each_visible (CabCli *cli,
                             const CabKind *kind,
                             const CabFilter *filter,
                             CabRecordFunc func,
                             gpointer data,
                             GError **error)
{
  g_autoptr (GHashTable) hidden = NULL;
  Walk walk = { cli, NULL, func, data };

  if (!cab_cli_has_option (cli, "all") && filter->client_id == NULL)
    {
      hidden = list_hidden_clients (cli, error);
      if (hidden == NULL)
        return FALSE;
    }

  walk.hidden = hidden;
  return cab_practice_each (cab_cli_get_practice (cli), kind, filter, visit, &walk, error);
}

/* `--status CODE`, for the kinds that have one. */
static gboolean
read_status (CabCli *cli, const CabKind *kind, CabFilter *filter, GError **error)
{
  const char *status = cab_cli_get_option (cli, "status");
  int index = cab_kind_find_field (kind, "status");

  if (status == NULL || index < 0)
    return TRUE;

  filter->field = (guint)index;
  filter->equals = status;
  if (cab_codes_find (cab_kind_get_field (kind, filter->field)->codes, status) < 0)
    return cab_cli_set_usage_error (error, _ ("There is no status “%s”."), status);

  return TRUE;
}

/* [M-7]: a list for a program takes whole records out of the practice. */
static gboolean
audit_list (CabCli *cli, const CabKind *kind, CabRecord *client, GError **error)
{
  g_autofree char *payload = g_strdup_printf ("list\t%s\n", kind->plural);
  CabCliFormat format;

  if (!cab_cli_table_get_format (cli, &format, error))
    return FALSE;
  if (format == CAB_CLI_FORMAT_TABLE
      || (kind->owner == CAB_NO_OWNER && kind != &cab_client_kind && kind != &cab_contact_kind))
    return TRUE;

  return cab_practice_audit_act (
      cab_cli_get_practice (cli), "export", client != NULL ? &cab_client_kind : kind,
      client != NULL ? cab_record_get_id (client) : NULL, payload, error);
}

static gboolean
add_to_list (CabRecord *record, gpointer data, GError **error)
{
  return cab_cli_list_add (data, record, error);
}

gboolean
cab_cli_record_list_kind (CabCli *cli, const CabKind *kind, const char *columns, GError **error)
{
  g_autoptr (CabRecord) client = NULL;
  g_autoptr (CabCliList) list = NULL;
  CabFilter filter = { .trashed = cab_cli_has_option (cli, "all") ? -1 : 0 };

  if (!read_status (cli, kind, &filter, error))
    return FALSE;

  if (cab_cli_get_word (cli, 0) != NULL)
    {
      client = cab_cli_record_find (cli, &cab_client_kind, 0, error);
      if (client == NULL)
        return FALSE;
      filter.client_id = cab_record_get_id (client);
    }

  list = cab_cli_list_new (cli, kind, columns, error);
  if (list == NULL || !audit_list (cli, kind, client, error))
    return FALSE;

  return cab_cli_record_each_visible (cli, kind, &filter, add_to_list, list, error)
         && cab_cli_list_finish (list, error);
}

gboolean
cab_cli_record_list (CabCli *cli, GError **error)
{
  return cab_cli_record_list_kind (cli, get_kind (cli), cab_cli_get_command (cli)->columns, error);
}

gboolean
cab_cli_record_audit_view (CabCli *cli, CabRecord *record, GError **error)
{
  g_return_val_if_fail (CAB_IS_RECORD (record), FALSE);

  return cab_practice_audit_act (cab_cli_get_practice (cli), "view", cab_record_get_kind (record),
                                 cab_record_get_id (record), NULL, error);
}

gboolean
cab_cli_record_show (CabCli *cli, GError **error)
{
  g_autoptr (CabRecord) record = cab_cli_record_find_any (cli, error);

  if (record == NULL || !cab_cli_record_audit_view (cli, record, error))
    return FALSE;

  cab_cli_show_record (cli, record);
  return TRUE;
}

void
cab_cli_record_print_handle (CabCli *cli, CabRecord *record)
{
  if (CAB_IS_CLIENT (record))
    cab_cli_printf (cli, "%s\n",
                    cab_record_get_text (record, CAB_OWN (CAB_CLIENT_FIELD_REFERENCE)));
  else
    cab_cli_printf (cli, "%s\n", cab_record_get_id (record));
}

gboolean
cab_cli_record_add (CabCli *cli, GError **error)
{
  const CabKind *kind = get_kind (cli);
  g_autoptr (CabRecord) record = cab_record_new (kind);
  g_autoptr (CabRecord) client = NULL;
  g_autoptr (CabCliInput) input = NULL;
  const char *client_id = NULL;

  if (!cab_cli_fill_read (cli, &input, error))
    return FALSE;

  if (names_client (kind))
    {
      client = cab_cli_record_find (cli, &cab_client_kind, 0, error);
      if (client == NULL)
        return FALSE;
      client_id = cab_record_get_id (client);
      cab_record_set_text (record, CAB_OWN (kind->owner), client_id);
    }

  if (!cab_cli_fill_record (cli, input, record, client_id, error))
    return FALSE;

  cab_cli_fill_defaults (cli, record);
  if (!cab_practice_save (cab_cli_get_practice (cli), record, error))
    return FALSE;

  cab_cli_record_print_handle (cli, record);
  return TRUE;
}

gboolean
cab_cli_record_edit (CabCli *cli, GError **error)
{
  CabPractice *practice = cab_cli_get_practice (cli);
  g_autoptr (CabRecord) record = NULL;
  g_autoptr (CabCliInput) input = NULL;
  g_autofree char *client_id = NULL;

  if (!cab_cli_fill_read (cli, &input, error))
    return FALSE;

  record = cab_cli_record_find_any (cli, error);
  if (record == NULL || !cab_cli_fill_check_fits (cli, input, cab_record_get_kind (record), error))
    return FALSE;

  client_id = cab_practice_dup_client_of (practice, record);
  if (!cab_cli_fill_record (cli, input, record, client_id, error))
    return FALSE;

  if (!cab_record_has_changes (record))
    {
      cab_cli_say (cli, _ ("Nothing was changed: everything was as given already."));
      return TRUE;
    }

  return cab_practice_save (practice, record, error);
}

gboolean
cab_cli_record_trash (CabCli *cli, GError **error)
{
  g_autoptr (CabRecord) record = cab_cli_record_find_any (cli, error);

  return record != NULL && cab_practice_trash (cab_cli_get_practice (cli), record, error);
}

gboolean
cab_cli_record_restore (CabCli *cli, GError **error)
{
  g_autoptr (CabRecord) record = cab_cli_record_find_any (cli, error);

  return record != NULL && cab_practice_restore (cab_cli_get_practice (cli), record, error);
}
