/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-model"

#include "config.h"

#include "cab-find.h"

#include "cab-client-find.h"
#include "cab-model-error.h"
#include "cab-statement.h"

#include <glib/gi18n.h>
#include <string.h>

#define NAMED_MAXIMUM 5

/* One more than are named, so that it is known whether there are more. */
#define LOOKED_AT_MAXIMUM (NAMED_MAXIMUM + 1)

/* Which fields are names that a person may use. */
static const struct
{
  const char *kind;
  const char *fields[3];
} names[] = {
  { "contact", { "given_name", "family_name", "organisation" } },
  { "clinician", { "display_name" } },
  { "policy-text", { "title" } },
  { "attachment", { "title" } },
  { "mood-track", { "label" } },
  { "value-domain", { "label" } },
  { "emotion-word", { "word" } },
};

typedef struct
{
  const char *const *fields;
  char *folded;
  GPtrArray *whole;   /* records whose name is this */
  GPtrArray *partial; /* records whose name has this in it */
} Finding;

static const char *const *
get_name_fields (const CabKind *kind)
{
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (strcmp (names[i].kind, kind->name) == 0)
        return names[i].fields;
    }

  return NULL;
}

gboolean
cab_find_has_names (const CabKind *kind)
{
  g_return_val_if_fail (kind != NULL, FALSE);

  return strcmp (kind->name, "client") == 0 || get_name_fields (kind) != NULL;
}

static gboolean
looks_like_id (const char *name)
{
  return strlen (name) >= CAB_FIND_SHORTEST_ID && strlen (name) <= CAB_ID_LENGTH
         && name[strspn (name, "0123456789abcdef-")] == '\0';
}

static gboolean
set_ambiguous (const CabKind *kind, GPtrArray *ids, GError **error)
{
  g_autoptr (GString) named = g_string_new (NULL);

  for (guint i = 0; i < MIN (ids->len, NAMED_MAXIMUM); i++)
    g_string_append_printf (named, "%s%s", i > 0 ? ", " : "",
                            (const char *)g_ptr_array_index (ids, i));

  g_set_error (error, CAB_MODEL_ERROR, CAB_MODEL_ERROR_AMBIGUOUS,
               _ ("%s: several answer to that name: %s%s."), _ (kind->label), named->str,
               ids->len > NAMED_MAXIMUM ? " …" : "");
  return FALSE;
}

/* The ids that begin with @beginning; hex digits and hyphens all sort below "g". */
static GPtrArray *
list_ids (CabPractice *practice, const CabKind *kind, const char *beginning, GError **error)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (CabStatement) statement = NULL;
  g_autofree char *end = g_strconcat (beginning, "g", NULL);
  g_autofree char *sql
      = g_strdup_printf ("SELECT id FROM %s WHERE id >= ?1 AND id < ?2 ORDER BY id LIMIT ?3",
                         cab_statement_identifier (kind->table));

  statement
      = cab_statement_new (cab_practice_get_db (practice), sql, "find a record by its id", error);
  if (statement == NULL)
    return NULL;

  cab_statement_bind_text (statement, 1, beginning);
  cab_statement_bind_text (statement, 2, end);
  cab_statement_bind_integer (statement, 3, LOOKED_AT_MAXIMUM);

  while (TRUE)
    {
      switch (cab_statement_step (statement, error))
        {
        case CAB_STEP_ERROR:
          return NULL;
        case CAB_STEP_DONE:
          return g_steal_pointer (&ids);
        case CAB_STEP_ROW:
          g_ptr_array_add (ids, g_strdup (cab_statement_get_text (statement, 0)));
        }
    }
}

/* FALSE with @error set; else @record is the one found, or NULL. */
static gboolean
find_by_id (CabPractice *practice,
            const CabKind *kind,
            const char *name,
            CabRecord **record,
            GError **error)
{
  g_autoptr (GPtrArray) ids = NULL;

  *record = NULL;
  if (!looks_like_id (name))
    return TRUE;

  ids = list_ids (practice, kind, name, error);
  if (ids == NULL)
    return FALSE;
  if (ids->len == 0)
    return TRUE;
  if (ids->len > 1)
    return set_ambiguous (kind, ids, error);

  *record = cab_practice_load (practice, kind, g_ptr_array_index (ids, 0), error);
  return *record != NULL;
}

static char *
dup_name (CabRecord *record, const char *const *fields)
{
  const CabKind *kind = cab_record_get_kind (record);
  g_autoptr (GString) name = g_string_new (NULL);

  for (guint i = 0; i < 3 && fields[i] != NULL; i++)
    {
      const char *part = cab_record_get_text (record, cab_kind_find_field (kind, fields[i]));

      if (part != NULL)
        g_string_append_printf (name, "%s%s", name->len > 0 ? " " : "", part);
    }

  return g_string_free_and_steal (g_steal_pointer (&name));
}

static gboolean
look_at_name (CabRecord *record, gpointer data, GError **error)
{
  Finding *finding = data;
  g_autofree char *name = dup_name (record, finding->fields);
  g_autofree char *folded = g_utf8_casefold (name, -1);

  if (strcmp (folded, finding->folded) == 0)
    g_ptr_array_add (finding->whole, g_object_ref (record));
  else if (strstr (folded, finding->folded) != NULL)
    g_ptr_array_add (finding->partial, g_object_ref (record));

  return TRUE;
}

/* What has ended gives way to what goes on under the same name. */
static void
drop_ended (const CabKind *kind, GPtrArray *found)
{
  int ended_on = cab_kind_find_field (kind, "ended_on");
  guint n_ended = 0;

  if (ended_on < 0)
    return;

  for (guint i = 0; i < found->len; i++)
    n_ended += cab_record_is_none (g_ptr_array_index (found, i), (guint)ended_on) ? 0 : 1;
  if (n_ended == found->len)
    return;

  for (guint i = found->len; i > 0; i--)
    {
      if (!cab_record_is_none (g_ptr_array_index (found, i - 1), (guint)ended_on))
        g_ptr_array_remove_index (found, i - 1);
    }
}

static CabRecord *
take_only (const CabKind *kind, GPtrArray *found, GError **error)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  drop_ended (kind, found);
  if (found->len == 1)
    return g_object_ref (g_ptr_array_index (found, 0));

  for (guint i = 0; i < found->len; i++)
    g_ptr_array_add (ids, (gpointer)cab_record_get_id (g_ptr_array_index (found, i)));
  set_ambiguous (kind, ids, error);
  return NULL;
}

static CabRecord *
set_not_found (const CabKind *kind, const char *name, GError **error)
{
  g_autofree char *shown = g_utf8_make_valid (name, -1);

  g_set_error (error, CAB_MODEL_ERROR, CAB_MODEL_ERROR_NOT_FOUND, _ ("%s: none answers to “%s”."),
               _ (kind->label), shown);
  return NULL;
}

static CabRecord *
find_by_name (CabPractice *practice,
              const CabKind *kind,
              const char *client_id,
              const char *name,
              GError **error)
{
  Finding finding = { .fields = get_name_fields (kind) };
  CabFilter filter = { .client_id = client_id };
  CabRecord *record = NULL;

  if (finding.fields == NULL || *name == '\0')
    return set_not_found (kind, name, error);

  finding.folded = g_utf8_casefold (name, -1);
  finding.whole = g_ptr_array_new_with_free_func (g_object_unref);
  finding.partial = g_ptr_array_new_with_free_func (g_object_unref);

  if (cab_practice_each (practice, kind, &filter, look_at_name, &finding, error))
    {
      if (finding.whole->len > 0)
        record = take_only (kind, finding.whole, error);
      else if (finding.partial->len > 0)
        record = take_only (kind, finding.partial, error);
      else
        set_not_found (kind, name, error);
    }

  g_free (finding.folded);
  g_ptr_array_unref (finding.whole);
  g_ptr_array_unref (finding.partial);
  return record;
}

static CabRecord *
find_client (CabPractice *practice, const CabKind *kind, const char *name, GError **error)
{
  g_autofree char *id = cab_client_find (practice, name, error);

  return id != NULL ? cab_practice_load (practice, kind, id, error) : NULL;
}

CabRecord *
cab_find (CabPractice *practice,
          const CabKind *kind,
          const char *client_id,
          const char *name,
          GError **error)
{
  CabRecord *record = NULL;

  g_return_val_if_fail (CAB_IS_PRACTICE (practice), NULL);
  g_return_val_if_fail (kind != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  if (!g_utf8_validate (name, -1, NULL))
    return set_not_found (kind, name, error);
  if (strcmp (kind->name, "client") == 0)
    return find_client (practice, kind, name, error);

  if (!find_by_id (practice, kind, name, &record, error))
    return NULL;

  return record != NULL ? record : find_by_name (practice, kind, client_id, name, error);
}
