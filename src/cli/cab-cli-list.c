/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-cli"

#include "config.h"

#include "cab-cli-list.h"

#include <string.h>

#include "cab-cli-table.h"
#include "cab-cli-value.h"

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

  return cab_cli_table_end_row (self->table, error);
}

gboolean
cab_cli_list_finish (CabCliList *self, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return cab_cli_table_finish (self->table, error);
}
