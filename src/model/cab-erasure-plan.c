/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-model"

#include "config.h"

#include "cab-erasure-plan.h"

#include "cab-client.h"
#include "cab-contact.h"
#include "cab-disclosure.h"
#include "cab-signature.h"
#include "cab-statement.h"
#include "cab-store-private.h"

#include <string.h>

struct _CabErasurePlan
{
  /* Borrowed */
  CabPractice *practice;
  /* Owned: kind to array of ids */
  GHashTable *ids;
};

void
cab_erasure_plan_free (CabErasurePlan *self)
{
  g_hash_table_unref (self->ids);
  g_free (self);
}

GPtrArray *
cab_erasure_plan_get_ids (CabErasurePlan *self, const CabKind *kind)
{
  GPtrArray *ids = g_hash_table_lookup (self->ids, kind);

  if (ids == NULL)
    {
      ids = g_ptr_array_new_with_free_func (g_free);
      g_hash_table_insert (self->ids, (gpointer)kind, ids);
    }

  return ids;
}

static gboolean
add_id (CabErasurePlan *self, const CabKind *kind, const char *id)
{
  GPtrArray *ids = cab_erasure_plan_get_ids (self, kind);

  if (g_ptr_array_find_with_equal_func (ids, id, g_str_equal, NULL))
    return FALSE;

  g_ptr_array_add (ids, g_strdup (id));
  return TRUE;
}

/* The first column of every row of @sql, which has at most the parameter ?1. */
static GPtrArray *
list_ids (CabErasurePlan *self, const char *sql, const char *parameter, GError **error)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (CabStatement) statement = NULL;

  statement
      = cab_statement_new (cab_practice_get_db (self->practice), sql, "plan the erasure", error);
  if (statement == NULL)
    return NULL;

  cab_statement_bind_text (statement, 1, parameter);
  for (;;)
    {
      switch (cab_statement_step (statement, error))
        {
        case CAB_STEP_ERROR:
          return NULL;
        case CAB_STEP_DONE:
          return g_steal_pointer (&ids);
        case CAB_STEP_ROW:
          if (!cab_statement_is_null (statement, 0))
            g_ptr_array_add (ids, g_strdup (cab_statement_get_text (statement, 0)));
        }
    }
}

/* What outlives its client keeps its own facts [M-20]. */
static gboolean
is_kept (const CabKind *kind)
{
  return kind->without_system_fields || kind == &cab_disclosure_kind;
}

static gboolean
add_kind_of_client (CabErasurePlan *self,
                    const CabKind *kind,
                    const char *client_id,
                    GError **error)
{
  GString *sql = g_string_new ("SELECT id FROM ");
  g_autofree char *text = NULL;
  g_autoptr (GPtrArray) ids = NULL;

  g_string_append_printf (sql, "%s WHERE ", cab_statement_identifier (kind->table));
  cab_store_append_client_filter (sql, kind);
  text = g_string_free (sql, FALSE);

  ids = list_ids (self, text, client_id, error);
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    add_id (self, kind, g_ptr_array_index (ids, i));

  return ids != NULL;
}

/* A contact that another client's record still names stays. */
static gboolean
is_shared_contact (CabErasurePlan *self, const char *contact_id, gboolean *shared, GError **error)
{
  *shared = FALSE;
  for (guint k = 0; cab_kinds[k] != NULL && !*shared; k++)
    {
      const CabKind *kind = cab_kinds[k];

      for (guint f = 0; !is_kept (kind) && f < kind->n_fields; f++)
        {
          g_autofree char *sql = NULL;
          g_autoptr (GPtrArray) users = NULL;

          if (g_strcmp0 (kind->fields[f].target, "contact") != 0)
            continue;
          sql = g_strdup_printf ("SELECT id FROM %s WHERE %s = ?1",
                                 cab_statement_identifier (kind->table),
                                 cab_statement_identifier (kind->fields[f].name));
          users = list_ids (self, sql, contact_id, error);
          if (users == NULL)
            return FALSE;
          for (guint i = 0; i < users->len; i++)
            *shared = *shared
                      || !g_ptr_array_find_with_equal_func (cab_erasure_plan_get_ids (self, kind),
                                                            g_ptr_array_index (users, i),
                                                            g_str_equal, NULL);
        }
    }

  return TRUE;
}

static gboolean
drop_shared_contacts (CabErasurePlan *self, GError **error)
{
  GPtrArray *contacts = cab_erasure_plan_get_ids (self, &cab_contact_kind);

  for (guint i = contacts->len; i > 0; i--)
    {
      gboolean shared = FALSE;

      if (!is_shared_contact (self, g_ptr_array_index (contacts, i - 1), &shared, error))
        return FALSE;
      if (shared)
        g_ptr_array_remove_index (contacts, i - 1);
    }

  return TRUE;
}

static gboolean
add_client (CabErasurePlan *self, const char *client_id, GError **error)
{
  for (guint k = 0; cab_kinds[k] != NULL; k++)
    {
      const CabKind *kind = cab_kinds[k];

      if (is_kept (kind)
          || (kind->owner == CAB_NO_OWNER && kind->of_client == NULL && kind != &cab_client_kind))
        continue;
      if (!add_kind_of_client (self, kind, client_id, error))
        return FALSE;
    }

  return drop_shared_contacts (self, error);
}

static gboolean
add_record (CabErasurePlan *self, const CabKind *kind, const char *id, GError **error);

static gboolean
add_rows (CabErasurePlan *self,
          const CabKind *kind,
          const char *sql,
          const char *parameter,
          GError **error)
{
  g_autoptr (GPtrArray) ids = list_ids (self, sql, parameter, error);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      if (!add_record (self, kind, g_ptr_array_index (ids, i), error))
        return FALSE;
    }

  return ids != NULL;
}

/* The rows that have this one for their owner. */
static gboolean
add_children (CabErasurePlan *self, const CabKind *owner, const char *id, GError **error)
{
  for (guint k = 0; cab_kinds[k] != NULL; k++)
    {
      const CabKind *kind = cab_kinds[k];
      const CabField *field = kind->owner == CAB_NO_OWNER ? NULL : &kind->fields[kind->owner];
      g_autofree char *sql = NULL;

      if (is_kept (kind) || field == NULL || g_strcmp0 (field->target, owner->name) != 0)
        continue;
      sql = g_strdup_printf ("SELECT id FROM %s WHERE %s = ?1",
                             cab_statement_identifier (kind->table),
                             cab_statement_identifier (field->name));
      if (!add_rows (self, kind, sql, id, error))
        return FALSE;
    }

  return TRUE;
}

/* A blob is never shared between records, so it goes with the one it is of. */
static gboolean
add_blobs (CabErasurePlan *self, const CabKind *kind, const char *id, GError **error)
{
  for (guint f = 0; f < kind->n_fields; f++)
    {
      g_autofree char *sql = NULL;

      if (kind->fields[f].type != CAB_FIELD_BLOB_REF)
        continue;
      sql = g_strdup_printf ("SELECT %s FROM %s WHERE id = ?1",
                             cab_statement_identifier (kind->fields[f].name),
                             cab_statement_identifier (kind->table));
      if (!add_rows (self, cab_kind_find ("blob"), sql, id, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
add_record (CabErasurePlan *self, const CabKind *kind, const char *id, GError **error)
{
  static const char sql_signatures[] = "SELECT id FROM signature WHERE signed_id = ?1";

  if (!add_id (self, kind, id))
    return TRUE;

  return add_children (self, kind, id, error) && add_blobs (self, kind, id, error)
         && (kind == &cab_signature_kind
             || add_rows (self, &cab_signature_kind, sql_signatures, id, error));
}

CabErasurePlan *
cab_erasure_plan_new (CabPractice *practice, const CabKind *kind, const char *id, GError **error)
{
  g_autoptr (CabErasurePlan) self = g_new0 (CabErasurePlan, 1);
  gboolean planned;

  self->practice = practice;
  self->ids = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)g_ptr_array_unref);
  planned = kind == &cab_client_kind ? add_client (self, id, error)
                                     : add_record (self, kind, id, error);

  return planned ? g_steal_pointer (&self) : NULL;
}

GPtrArray *
cab_erasure_plan_list_all (CabErasurePlan *self)
{
  GPtrArray *all = g_ptr_array_new ();

  for (guint k = 0; cab_kinds[k] != NULL; k++)
    {
      GPtrArray *ids = g_hash_table_lookup (self->ids, cab_kinds[k]);

      for (guint i = 0; ids != NULL && i < ids->len; i++)
        g_ptr_array_add (all, g_ptr_array_index (ids, i));
    }

  return all;
}

char *
cab_erasure_plan_dup_counts (CabErasurePlan *self)
{
  GString *counts = g_string_new (NULL);

  for (guint k = 0; cab_kinds[k] != NULL; k++)
    {
      GPtrArray *ids = g_hash_table_lookup (self->ids, cab_kinds[k]);

      if (ids != NULL && ids->len > 0)
        g_string_append_printf (counts, "%s%s %u", counts->len > 0 ? ", " : "", cab_kinds[k]->name,
                                ids->len);
    }

  return g_string_free (counts, FALSE);
}

static gboolean
needs (const CabKind *kind, const CabKind *target)
{
  for (guint i = 0; i < cab_kind_get_n_fields (kind); i++)
    {
      const CabField *field = cab_kind_get_field (kind, i);
      const char *name = field->type == CAB_FIELD_BLOB_REF ? "blob" : field->target;

      if (field->required == CAB_REQUIRED_YES && g_strcmp0 (name, target->name) == 0
          && kind != target)
        return TRUE;
    }

  return FALSE;
}

/* Nothing goes while a row that needs it is still there. Required references
 * make no circle: the optional ones are emptied first. */
GPtrArray *
cab_erasure_plan_list_kinds (CabErasurePlan *self)
{
  GPtrArray *order = g_ptr_array_new ();
  g_autoptr (GPtrArray) left = g_ptr_array_new ();

  for (guint k = 0; cab_kinds[k] != NULL; k++)
    {
      GPtrArray *ids = g_hash_table_lookup (self->ids, cab_kinds[k]);

      if (ids != NULL && ids->len > 0)
        g_ptr_array_add (left, (gpointer)cab_kinds[k]);
    }

  while (left->len > 0)
    {
      guint before = left->len;

      for (guint i = left->len; i > 0; i--)
        {
          const CabKind *kind = g_ptr_array_index (left, i - 1);
          gboolean needed = FALSE;

          for (guint j = 0; j < left->len && !needed; j++)
            needed = needs (g_ptr_array_index (left, j), kind);
          if (needed)
            continue;
          g_ptr_array_add (order, (gpointer)kind);
          g_ptr_array_remove_index (left, i - 1);
        }
      g_assert (left->len < before);
    }

  return order;
}
