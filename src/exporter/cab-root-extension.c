/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-exporter"

#include "config.h"

#include "cab-root-extension.h"

#include "cab-bundle-import.h"
#include "cab-bundle-plan-private.h"
#include "cab-bundle-scope-private.h"

#include <string.h>

/* Only we write this element, so what stands between its tags is all that came. */
#define OPENING "<root xmlns=\"urn:cabinet:import:1\" client=\"%s\">"
#define CLOSING "</root>"

char *
cab_root_extension_wrap (const char *client_id, const char *content)
{
  return g_strdup_printf (OPENING "%s" CLOSING, client_id == NULL ? "" : client_id, content);
}

static char *
dup_content (const char *extension, const char *opening)
{
  gsize taken = strlen (opening) + strlen (CLOSING);

  return g_strndup (extension + strlen (opening), strlen (extension) - taken);
}

static gboolean
is_later (CabRecord *record, CabRecord *than)
{
  const guint at = CAB_OWN (CAB_BUNDLE_IMPORT_FIELD_IMPORTED_AT);

  return than == NULL
         || g_strcmp0 (cab_record_get_text (record, at), cab_record_get_text (than, at)) >= 0;
}

gboolean
cab_root_extension_find (const CabBundlePlan *plan, char **content, GError **error)
{
  const char *client_id = plan->rules->one_client ? cab_record_get_id (plan->client) : "";
  g_autofree char *opening = g_strdup_printf (OPENING, client_id);
  CabFilter all = { .trashed = -1 };
  g_autoptr (GPtrArray) imports = NULL;
  CabRecord *latest = NULL;

  *content = NULL;
  if (plan->rules->external_ids
      || (plan->rules->one_client && !cab_bundle_scope_takes_all_kinds (plan->scope))
      || cab_bundle_scope_get_first_day (plan->scope) != NULL
      || cab_bundle_scope_get_last_day (plan->scope) != NULL
      || g_hash_table_size (cab_bundle_scope_get_withheld (plan->scope)) > 0)
    return TRUE;

  imports = cab_practice_list (plan->practice, &cab_bundle_import_kind, &all, error);
  if (imports == NULL)
    return FALSE;

  for (guint i = 0; i < imports->len; i++)
    {
      CabRecord *record = g_ptr_array_index (imports, i);
      const char *extension = cab_record_get_text (record, CAB_SYSTEM_EXTENSION);

      if (extension != NULL && g_str_has_prefix (extension, opening) && is_later (record, latest))
        latest = record;
    }
  if (latest != NULL)
    *content = dup_content (cab_record_get_text (latest, CAB_SYSTEM_EXTENSION), opening);

  return TRUE;
}
