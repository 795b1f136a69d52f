/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-policy-entry.h"

#include <glib/gi18n.h>

#include "cab-attention.h"
#include "cab-fact.h"
#include "cab-format.h"

#define FIELD(name) CAB_OWN (CAB_POLICY_TEXT_FIELD_##name)

void
cab_policy_entry_free (CabPolicyEntry *self)
{
  g_object_unref (self->policy);
  g_free (self);
}

gboolean
cab_policy_entry_is_draft (const CabPolicyEntry *self)
{
  return cab_record_is_none (self->policy, FIELD (PUBLISHED_AT));
}

gboolean
cab_policy_entry_asks_for_consent (const CabPolicyEntry *self)
{
  return cab_record_get_code (self->policy, FIELD (POLICY_KIND)) == CAB_POLICY_KIND_CONSENT_TEXT;
}

static gint64
get_version (const CabPolicyEntry *self)
{
  gint64 number = 0;

  cab_record_get_integer (self->policy, FIELD (VERSION_NUMBER), &number);
  return number;
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const CabPolicyEntry *first = *(const CabPolicyEntry *const *)a;
  const CabPolicyEntry *second = *(const CabPolicyEntry *const *)b;
  int order = g_utf8_collate (cab_record_get_text (first->policy, FIELD (TITLE)),
                              cab_record_get_text (second->policy, FIELD (TITLE)));

  return order != 0 ? order : (int)(get_version (second) - get_version (first));
}

static gboolean
count_outdated (CabPractice *practice, CabPolicyEntry *entry, GError **error)
{
  g_autoptr (GPtrArray) clients = NULL;

  if (cab_policy_entry_is_draft (entry) || entry->is_replaced)
    return TRUE;

  clients = cab_attention_list_outdated (practice, cab_record_get_id (entry->policy), error);
  if (clients == NULL)
    return FALSE;

  entry->n_outdated = clients->len;
  return TRUE;
}

GPtrArray *
cab_policy_entries_read (CabPractice *practice, GError **error)
{
  const CabFilter kept = { .trashed = 0 };
  g_autoptr (GPtrArray) policies
      = cab_practice_list (practice, &cab_policy_text_kind, &kept, error);
  g_autoptr (GHashTable) replaced = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) entries
      = g_ptr_array_new_with_free_func ((GDestroyNotify)cab_policy_entry_free);

  if (policies == NULL)
    return NULL;

  for (guint i = 0; i < policies->len; i++)
    {
      const char *before = cab_record_get_text (policies->pdata[i], FIELD (SUPERSEDES_ID));

      if (before != NULL && !cab_record_is_none (policies->pdata[i], FIELD (PUBLISHED_AT)))
        g_hash_table_add (replaced, (gpointer)before);
    }

  for (guint i = 0; i < policies->len; i++)
    {
      CabPolicyEntry *entry = g_new0 (CabPolicyEntry, 1);

      entry->policy = g_object_ref (policies->pdata[i]);
      entry->is_replaced = g_hash_table_contains (replaced, cab_record_get_id (policies->pdata[i]));
      g_ptr_array_add (entries, entry);
      if (!count_outdated (practice, entry, error))
        return NULL;
    }
  g_ptr_array_sort (entries, compare_entries);

  return g_steal_pointer (&entries);
}

static void
append (GString *line, char *part)
{
  g_autofree char *owned = part;

  if (owned != NULL && *owned != '\0')
    g_string_append_printf (line, "%s%s", line->len > 0 ? " · " : "", owned);
}

char *
cab_policy_entry_dup_subtitle (const CabPolicyEntry *self)
{
  g_autoptr (GString) line = g_string_new (NULL);
  g_autofree char *since
      = cab_policy_entry_is_draft (self)
            ? NULL
            : cab_format_date (cab_record_get_text (self->policy, FIELD (EFFECTIVE_FROM)));

  append (line, cab_fact_dup_words (self->policy, FIELD (POLICY_KIND)));
  append (line, cab_fact_dup_words (self->policy, FIELD (AUDIENCE)));
  append (line, cab_fact_dup_words (self->policy, FIELD (LANGUAGE)));
  /* Translators: the number of a version of a text */
  append (line, g_strdup_printf (_ ("Version %d"), (int)get_version (self)));
  if (since != NULL)
    /* Translators: %s is a date */
    append (line, g_strdup_printf (_ ("Since %s"), since));
  if (self->n_outdated > 0)
    append (line,
            g_strdup_printf (ngettext ("%u person agreed to an older version",
                                       "%u people agreed to an older version", self->n_outdated),
                             self->n_outdated));

  return g_string_free_and_steal (g_steal_pointer (&line));
}
