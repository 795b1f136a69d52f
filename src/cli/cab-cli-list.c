/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-cli"

#include "config.h"

#include "cab-cli-list.h"

#include <string.h>

#include "cab-attachment.h"
#include "cab-cli-table.h"
#include "cab-cli-value.h"
#include "cab-client-contact.h"
#include "cab-client.h"
#include "cab-condition.h"
#include "cab-contact.h"
#include "cab-disclosure.h"
#include "cab-emotion-word.h"
#include "cab-mood-track.h"
#include "cab-note.h"
#include "cab-policy-text.h"
#include "cab-process-note.h"
#include "cab-value-domain.h"

/* By what people see a list ordered; kinds that are not named stay as they come. */
static const struct
{
  const CabKind *kind;
  const char *columns;
} orders[] = {
  { &cab_client_kind, "name reference" },
  { &cab_contact_kind, "name" },
  { &cab_client_contact_kind, "role valid_from" },
  { &cab_condition_kind, "diagnosed_on label" },
  { &cab_note_kind, "held_on created_at" },
  { &cab_process_note_kind, "held_on created_at" },
  { &cab_mood_track_kind, "created_at label" },
  { &cab_emotion_word_kind, "language word" },
  { &cab_value_domain_kind, "position label" },
  { &cab_policy_text_kind, "policy_kind audience language title version_number" },
  { &cab_attachment_kind, "dated created_at" },
  { &cab_disclosure_kind, "disclosed_at created_at" },
};

struct _CabCliList
{
  /* Borrowed */
  CabCli *cli;
  const CabKind *kind;

  /* Owned */
  CabCliTable *table;
  char **columns; /* for people; NULL in the other formats */
};

static gboolean
is_listed (CabCli *cli, const CabKind *kind, guint index)
{
  const CabField *field = cab_kind_get_field (kind, index);

  if (!cab_kind_has_field (kind, index) || (field->flags & CAB_FLAG_INTERNAL) != 0)
    return FALSE;

  return (field->flags & CAB_FLAG_SENSITIVE) == 0 || cab_cli_has_option (cli, "sensitive");
}

/* Names as a person would look them up, numbers by their size, and everything
 * else as it is stored, which for dates is the order of time. */
static char *
dup_order_part (CabCli *cli, CabRecord *record, const char *column)
{
  int index = cab_kind_find_field (cab_record_get_kind (record), column);
  g_autofree char *value = NULL;
  gint64 number = 0;

  if (index >= 0
      && cab_kind_get_field (cab_record_get_kind (record), (guint)index)->type == CAB_FIELD_INTEGER)
    {
      cab_record_get_integer (record, (guint)index, &number);
      return g_strdup_printf ("%020" G_GINT64_FORMAT, number);
    }

  if (index < 0)
    value = cab_cli_value_dup_column (cli, record, column);
  else
    value = cab_record_dup_text (record, (guint)index);
  if (value == NULL)
    return g_strdup ("");
  if (index >= 0
      && cab_kind_get_field (cab_record_get_kind (record), (guint)index)->type != CAB_FIELD_TEXT)
    return g_steal_pointer (&value);

  return g_utf8_collate_key (value, -1);
}

static void
set_order (CabCliList *self, CabRecord *record)
{
  g_autoptr (GString) key = g_string_new (NULL);
  g_auto (GStrv) columns = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      if (orders[i].kind == self->kind)
        columns = g_strsplit (orders[i].columns, " ", -1);
    }

  for (guint i = 0; columns != NULL && columns[i] != NULL; i++)
    {
      g_autofree char *part = dup_order_part (self->cli, record, columns[i]);

      /* Below any character of a value, so that the shorter comes first. */
      g_string_append_printf (key, "%s\x01", part);
    }

  cab_cli_table_set_order (self->table, key->str);
}

static void
add_columns_for_people (CabCliList *self)
{
  for (guint i = 0; self->columns[i] != NULL; i++)
    {
      const char *name = self->columns[i];
      const char *label = cab_cli_value_get_label (self->kind, name);

      if (strcmp (name, "id") == 0)
        cab_cli_table_add_id_column (self->table, name, label);
      else
        cab_cli_table_add_column (self->table, name, label, TRUE);
    }
}

static void
add_columns_for_programs (CabCliList *self)
{
  for (guint i = 0; i < cab_kind_get_n_fields (self->kind); i++)
    {
      const CabField *field = cab_kind_get_field (self->kind, i);

      if (is_listed (self->cli, self->kind, i))
        cab_cli_table_add_column (self->table, field->name, field->name, cab_field_is_text (field));
    }
}

CabCliList *
cab_cli_list_new (CabCli *cli, const CabKind *kind, const char *columns, GError **error)
{
  CabCliFormat format;
  CabCliList *self;

  g_return_val_if_fail (cli != NULL, NULL);
  g_return_val_if_fail (kind != NULL, NULL);
  g_return_val_if_fail (columns != NULL, NULL);

  if (!cab_cli_table_get_format (cli, &format, error))
    return NULL;

  self = g_new0 (CabCliList, 1);
  self->cli = cli;
  self->kind = kind;
  self->table = cab_cli_table_new (cli, format, kind->plural, kind->name);

  if (format == CAB_CLI_FORMAT_TABLE)
    {
      self->columns = g_strsplit (columns, " ", -1);
      add_columns_for_people (self);
    }
  else
    add_columns_for_programs (self);

  return self;
}

void
cab_cli_list_free (CabCliList *self)
{
  if (self == NULL)
    return;

  g_strfreev (self->columns);
  cab_cli_table_free (self->table);
  g_free (self);
}

gboolean
cab_cli_list_add (CabCliList *self, CabRecord *record, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (CAB_IS_RECORD (record), FALSE);

  for (guint i = 0; self->columns != NULL && self->columns[i] != NULL; i++)
    {
      g_autofree char *value = cab_cli_value_dup_column (self->cli, record, self->columns[i]);

      cab_cli_table_add_cell (self->table, value);
    }

  for (guint i = 0; self->columns == NULL && i < cab_kind_get_n_fields (self->kind); i++)
    {
      g_autofree char *value = NULL;

      if (!is_listed (self->cli, self->kind, i))
        continue;
      value = cab_record_dup_text (record, i);
      cab_cli_table_add_cell (self->table, value);
    }

  if (self->columns != NULL)
    set_order (self, record);
  return cab_cli_table_end_row (self->table, error);
}

gboolean
cab_cli_list_finish (CabCliList *self, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return cab_cli_table_finish (self->table, error);
}
