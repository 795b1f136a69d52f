/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-exporter"

#include "config.h"

#include "cab-disclosure-check.h"

#include "cab-disclosure-row.h"

/* One bundle goes out once; a correction of its entry has its digest, too. */
#define DISCLOSURES 100

void
cab_disclosure_check_free (CabDisclosureCheck *self)
{
  g_clear_pointer (&self->faults, g_ptr_array_unref);
  g_clear_pointer (&self->disclosures, g_ptr_array_unref);
  g_free (self);
}

static GPtrArray *
find_disclosures (CabPractice *practice, const char *digest, GError **error)
{
  const CabDisclosureQuery query = { .ground = -1, .digest = digest };

  if (digest == NULL)
    return g_ptr_array_new_with_free_func (g_object_unref);

  return cab_disclosure_row_list (practice, &query, 0, DISCLOSURES, NULL, error);
}

CabDisclosureCheck *
cab_disclosure_check_bundle (CabPractice *practice,
                             CabBundleSource *source,
                             CabBagProgressFunc progress,
                             gpointer progress_data,
                             GCancellable *cancellable,
                             GError **error)
{
  g_autoptr (CabBagReport) report = NULL;
  g_autoptr (CabDisclosureCheck) self = NULL;

  g_return_val_if_fail (CAB_IS_PRACTICE (practice), NULL);
  g_return_val_if_fail (CAB_IS_BUNDLE_SOURCE (source), NULL);

  report = cab_bag_verify (source, CAB_BAG_RULES_CABINET, NULL, NULL, progress, progress_data,
                           cancellable, error);
  if (report == NULL)
    return NULL;

  self = g_new0 (CabDisclosureCheck, 1);
  self->faults = g_ptr_array_ref (report->faults);
  self->disclosures = find_disclosures (practice, report->tagmanifest_sha512, error);

  return self->disclosures != NULL ? g_steal_pointer (&self) : NULL;
}
