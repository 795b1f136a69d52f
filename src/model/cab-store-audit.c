/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-model"

#include "config.h"

#include "cab-store-private.h"

#include "cab-audit-record.h"
#include "cab-statement.h"

#include <string.h>

/* The activity log has a table of its own in the vault; here its rows become
 * records of the exported view [M-57]. */

void
cab_store_append_client_entities (GString *sql)
{
  const char *joint = "";

  for (guint i = 0; cab_kinds[i] != NULL; i++)
    {
      const CabKind *kind = cab_kinds[i];

      if (kind->without_system_fields
          || (kind->owner == CAB_NO_OWNER && kind->of_client == NULL
              && strcmp (kind->name, "client") != 0))
        continue;
      g_string_append_printf (sql, "%sSELECT id FROM %s WHERE ", joint,
                              cab_statement_identifier (kind->table));
      cab_store_append_client_filter (sql, kind);
      joint = "\nUNION ALL ";
    }
}

static char *
dup_audit_sql (const CabFilter *filter, gboolean count)
{
  GString *sql = g_string_new (count ? "SELECT count(*)"
                                     : "SELECT seq, wall_ms, actor, act, kind, entity, payload");
  const char *joint = "\nWHERE ";

  g_string_append (sql, "\nFROM audit");
  if (filter->client_id != NULL)
    {
      g_string_append_printf (sql, "%sentity IN (", joint);
      cab_store_append_client_entities (sql);
      g_string_append_c (sql, ')');
      joint = "\nAND ";
    }
  if (filter->equals != NULL)
    g_string_append_printf (
        sql, "%s%s = ?2", joint,
        cab_statement_identifier (cab_audit_columns[filter->field - CAB_N_SYSTEM_FIELDS]));
  if (!count)
    g_string_append (sql, "\nORDER BY seq");

  return g_string_free (sql, FALSE);
}

CabStatement *
cab_store_prepare_audit (CabDb *db, const CabFilter *filter, gboolean count, GError **error)
{
  g_autofree char *sql = dup_audit_sql (filter, count);
  g_autoptr (CabStatement) statement = cab_statement_new (db, sql, "read the activity log", error);

  if (statement == NULL)
    return NULL;
  if (filter->client_id != NULL)
    cab_statement_bind_text (statement, 1, filter->client_id);
  if (filter->equals != NULL)
    cab_statement_bind_text (statement, 2, filter->equals);

  return g_steal_pointer (&statement);
}

CabRecord *
cab_store_read_audit (CabStatement *statement)
{
  CabRecord *record = cab_record_new (&cab_audit_kind);
  g_autofree char *at = cab_clock_dup_instant (cab_statement_get_integer (statement, 1));
  const char *actor = cab_statement_get_text (statement, 2);

  cab_record_set_integer (record, CAB_OWN (CAB_AUDIT_FIELD_SEQUENCE),
                          cab_statement_get_integer (statement, 0));
  cab_record_set_text (record, CAB_OWN (CAB_AUDIT_FIELD_AT), at);
  /* What the program does by itself has no clinician behind it. */
  if (strcmp (actor, "system") != 0)
    cab_record_set_text (record, CAB_OWN (CAB_AUDIT_FIELD_ACTOR_ID), actor);
  cab_record_set_text (record, CAB_OWN (CAB_AUDIT_FIELD_ACT),
                       cab_statement_get_text (statement, 3));
  cab_record_set_text (record, CAB_OWN (CAB_AUDIT_FIELD_SUBJECT_KIND),
                       cab_statement_get_text (statement, 4));
  cab_record_set_text (record, CAB_OWN (CAB_AUDIT_FIELD_SUBJECT_ID),
                       cab_statement_get_text (statement, 5));
  cab_record_set_text (record, CAB_OWN (CAB_AUDIT_FIELD_CHANGES),
                       cab_statement_get_text (statement, 6));
  cab_record_mark_stored (record);

  return record;
}
