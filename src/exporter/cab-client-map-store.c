/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-exporter"

#include "config.h"

#include "cab-client-map-store.h"

#include <string.h>

#include "cab-preference.h"

/* A map that a person made is kept under this and its name. */
#define PREFIX "client-map."

CabClientMap *
cab_client_map_load (CabPractice *practice, const char *name, GError **error)
{
  g_autofree char *preference = NULL;
  g_autofree char *text = NULL;

  g_return_val_if_fail (CAB_IS_PRACTICE (practice), NULL);

  if (name == NULL)
    return cab_client_map_new (NULL);

  preference = g_strconcat (PREFIX, name, NULL);
  text = cab_practice_dup_preference (practice, preference);

  return text != NULL ? cab_client_map_new_from_text (name, text, error)
                      : cab_client_map_new (name);
}

gboolean
cab_client_map_save (CabClientMap *self, CabPractice *practice, GError **error)
{
  g_autofree char *preference = NULL;
  g_autofree char *text = NULL;

  g_return_val_if_fail (self != NULL && CAB_IS_PRACTICE (practice), FALSE);

  if (strcmp (cab_client_map_get_name (self), CAB_CLIENT_MAP_BUILT_IN) == 0)
    return TRUE;

  preference = g_strconcat (PREFIX, cab_client_map_get_name (self), NULL);
  text = cab_client_map_dup_text (self);

  return cab_practice_set_preference (practice, preference, text, error);
}

static gboolean
add_name (CabRecord *preference, gpointer names, GError **error)
{
  const char *name = cab_record_get_text (preference, CAB_OWN (CAB_PREFERENCE_FIELD_NAME));

  if (name != NULL && g_str_has_prefix (name, PREFIX))
    g_ptr_array_add (names, g_strdup (name + strlen (PREFIX)));

  return TRUE;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (a, b);
}

GStrv
cab_client_map_list (CabPractice *practice, GError **error)
{
  const CabFilter filter = { .trashed = 0 };
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (CAB_IS_PRACTICE (practice), NULL);

  if (!cab_practice_each (practice, &cab_preference_kind, &filter, add_name, names, error))
    return NULL;

  g_ptr_array_sort_values (names, compare_names);
  g_ptr_array_add (names, NULL);

  return (GStrv)g_ptr_array_free (g_steal_pointer (&names), FALSE);
}
