/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-model"

#include "config.h"

#include "cab-store-private.h"

#include "cab-statement.h"

#include <string.h>

/* All SQL that is made of field tables stands here, and tests/golden/sql shows
 * what comes of it. Nothing but names from the const tables goes in. */

/* Calls for every field that has a column, with a comma between. */
static void
append_columns (GString *sql, const CabKind *kind, const char *format)
{
  const char *comma = "";

  for (guint i = 0; i < cab_kind_get_n_fields (kind); i++)
    {
      if (!cab_kind_has_field (kind, i))
        continue;
      g_string_append (sql, comma);
      g_string_append (sql, cab_statement_identifier (cab_kind_get_field (kind, i)->name));
      g_string_append (sql, format);
      comma = ", ";
    }
}

static guint
count_columns (const CabKind *kind)
{
  guint n = 0;

  for (guint i = 0; i < cab_kind_get_n_fields (kind); i++)
    n += cab_kind_has_field (kind, i) ? 1 : 0;

  return n;
}

static void
append_insert (GString *sql, const CabKind *kind)
{
  g_string_append_printf (sql, "INSERT INTO %s (", cab_statement_identifier (kind->table));
  append_columns (sql, kind, "");
  g_string_append (sql, ")\nVALUES (?");
  for (guint i = 1; i < count_columns (kind); i++)
    g_string_append (sql, ", ?");
  g_string_append_c (sql, ')');
}

/* The last two values are the id and the revision that was loaded [M-6]. */
static void
append_update (GString *sql, const CabKind *kind)
{
  g_string_append_printf (sql, "UPDATE %s SET ", cab_statement_identifier (kind->table));
  append_columns (sql, kind, " = ?");
  g_string_append (sql, "\nWHERE id = ? AND revision = ?");
}

char *
cab_store_dup_sql (const CabKind *kind, CabStoreQuery query)
{
  GString *sql = g_string_new (NULL);
  const char *table = cab_statement_identifier (kind->table);

  switch (query)
    {
    case CAB_STORE_SELECT:
      g_string_append (sql, "SELECT ");
      append_columns (sql, kind, "");
      g_string_append_printf (sql, "\nFROM %s\nWHERE id = ?", table);
      break;
    case CAB_STORE_INSERT:
      append_insert (sql, kind);
      break;
    case CAB_STORE_UPDATE:
      append_update (sql, kind);
      break;
    case CAB_STORE_DELETE:
      g_string_append_printf (sql, "DELETE FROM %s\nWHERE id = ?", table);
      break;
    case CAB_N_STORE_QUERIES:
      g_assert_not_reached ();
    }

  return g_string_free (sql, FALSE);
}

void
cab_store_append_client_condition (GString *sql, const CabKind *kind, const char *id)
{
  const char *column = cab_statement_identifier (id);
  const CabField *owner;
  const CabKind *target;

  if (strcmp (kind->name, "client") == 0)
    {
      g_string_append_printf (sql, "%s = ?1", column);
      return;
    }
  if (kind->of_client != NULL)
    {
      g_string_append_printf (sql, "%s IN (%s)", column, kind->of_client);
      return;
    }
  if (kind->owner == CAB_NO_OWNER)
    {
      g_string_append (sql, "FALSE");
      return;
    }

  owner = &kind->fields[kind->owner];
  target = cab_kind_find (owner->target);
  g_string_append_printf (sql, "%s IN (SELECT id FROM %s WHERE ", column,
                          cab_statement_identifier (kind->table));
  cab_store_append_client_condition (sql, target, owner->name);
  g_string_append_c (sql, ')');
}

/* An owner that is the client itself needs no inner SELECT, so that the index
 * of the reference serves. */
void
cab_store_append_client_filter (GString *sql, const CabKind *kind)
{
  const CabField *owner = kind->owner == CAB_NO_OWNER ? NULL : &kind->fields[kind->owner];

  if (owner != NULL && kind->of_client == NULL)
    cab_store_append_client_condition (sql, cab_kind_find (owner->target),
                                       cab_statement_identifier (owner->name));
  else
    cab_store_append_client_condition (sql, kind, "id");
}

/* By id; rows with a number of their own by owner, then number [B-25]. */
static void
append_order (GString *sql, const CabKind *kind)
{
  if (kind->ordinal == CAB_NO_OWNER || kind->owner == CAB_NO_OWNER)
    g_string_append (sql, "\nORDER BY id");
  else
    g_string_append_printf (sql, "\nORDER BY %s, %s, id",
                            cab_statement_identifier (kind->fields[kind->owner].name),
                            cab_statement_identifier (kind->fields[kind->ordinal].name));
}

char *
cab_store_dup_list_sql (const CabKind *kind, const CabFilter *filter, gboolean count)
{
  GString *sql = g_string_new ("SELECT ");
  const char *joint = "\nWHERE ";

  if (count)
    g_string_append (sql, "count(*)");
  else
    append_columns (sql, kind, "");
  g_string_append_printf (sql, "\nFROM %s", cab_statement_identifier (kind->table));

  if (filter->client_id != NULL)
    {
      g_string_append (sql, joint);
      cab_store_append_client_filter (sql, kind);
      joint = "\nAND ";
    }
  if (filter->equals != NULL)
    {
      g_string_append_printf (
          sql, "%s%s = ?2", joint,
          cab_statement_identifier (cab_kind_get_field (kind, filter->field)->name));
      joint = "\nAND ";
    }
  if (filter->trashed >= 0)
    g_string_append_printf (sql, "%strashed_at IS %sNULL", joint,
                            filter->trashed > 0 ? "NOT " : "");
  if (!count)
    append_order (sql, kind);

  return g_string_free (sql, FALSE);
}
