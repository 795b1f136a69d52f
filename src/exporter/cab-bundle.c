/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-exporter"

#include "config.h"

#include "cab-bundle.h"

#include "cab-bundle-build-private.h"
#include "cab-bundle-scope-private.h"
#include "cab-export-error.h"
#include "cab-practice-settings.h"
#include "cab-strength.h"

#include <string.h>

void
cab_bundle_result_free (CabBundleResult *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->bundle_id);
  g_free (self->name);
  g_free (self->path);
  g_free (self->counts);
  g_free (self->tagmanifest_sha512);
  g_free (self->disclosure_id);
  g_free (self);
}

static void
clear_export (CabBundleExport *self)
{
  g_clear_object (&self->staging);
  g_clear_pointer (&self->plan, cab_bundle_plan_free);
  g_free (self->bundle_id);
  g_free (self->name);
  g_free (self->target);
  g_free (self->tagmanifest_sha512);
}

/* Nothing leaves in plain by omission: somebody chose a passphrase, or somebody
 * asked for it to be without. */
static gboolean
check_protection (CabPractice *practice, const CabBundleScope *scope, GError **error)
{
  CabSecret *passphrase = cab_bundle_scope_get_passphrase (scope);
  gboolean plain = cab_bundle_scope_get_asked_by (scope) != NULL;
  CabRecord *settings = cab_practice_get_settings (practice);
  const char *known[] = { NULL, NULL };
  CabStrength strength;

  if ((passphrase != NULL) == plain || (cab_bundle_scope_is_folder (scope) && !plain))
    return cab_export_error_set (error, CAB_EXPORT_ERROR_EXPORT_PROTECTION, NULL, 0, NULL);
  if (passphrase == NULL || cab_bundle_scope_has_generated_passphrase (scope))
    return TRUE;

  if (settings != NULL)
    known[0] = cab_record_get_text (settings, CAB_OWN (CAB_PRACTICE_FIELD_NAME));
  cab_strength_judge (passphrase, known, &strength);
  if (!strength.is_enough)
    return cab_export_error_set (error, CAB_EXPORT_ERROR_EXPORT_PASSPHRASE, NULL, 0, NULL);

  return TRUE;
}

/* Into a folder that is there it goes under its own name. */
static char *
dup_target (const CabBundleScope *scope, const char *name)
{
  const char *target = cab_bundle_scope_get_target (scope);
  g_autofree char *file
      = g_strconcat (name, cab_bundle_scope_is_folder (scope) ? "" : ".zip", NULL);

  if (!g_file_test (target, G_FILE_TEST_IS_DIR))
    return g_strdup (target);

  return g_build_filename (target, file, NULL);
}

static void
start_export (CabBundleExport *self)
{
  const CabBundleRules *rules
      = cab_bundle_profile_get_rules (cab_bundle_scope_get_profile (self->scope));

  self->bundle_id = cab_practice_dup_new_id (self->practice);
  self->name = g_strdup_printf ("cabinet-%s-%.8s", rules->name, self->bundle_id);
  self->target = dup_target (self->scope, self->name);
}

static CabBundleResult *
make_result (CabBundleExport *self, char *disclosure_id)
{
  CabBundleResult *result = g_new0 (CabBundleResult, 1);

  result->bundle_id = g_steal_pointer (&self->bundle_id);
  result->name = g_steal_pointer (&self->name);
  result->path = g_steal_pointer (&self->target);
  result->size = self->size;
  result->n_files = self->n_files;
  result->n_records = cab_bundle_plan_get_n_records (self->plan);
  result->counts = cab_bundle_plan_dup_counts (self->plan);
  result->tagmanifest_sha512 = g_steal_pointer (&self->tagmanifest_sha512);
  result->disclosure_id = disclosure_id;

  return result;
}

/* [B-68], [B-72]: made, read back, recorded; and only then it has a name. */
static gboolean
run_export (CabBundleExport *self, char **disclosure_id, GError **error)
{
  return cab_bundle_build (self, error) && cab_bundle_check (self, error)
         && cab_bundle_prove (self, disclosure_id, error)
         && cab_staging_release (self->staging, error);
}

CabBundleResult *
cab_bundle_export (CabPractice *practice,
                   const CabBundleScope *scope,
                   CabBundleProgressFunc progress,
                   gpointer data,
                   GCancellable *cancellable,
                   GError **error)
{
  CabBundleExport export
      = { .practice = practice, .scope = scope, .meter = { progress, data, cancellable, 1, 0, 0 } };
  g_autofree char *disclosure_id = NULL;
  g_autoptr (GError) failure = NULL;
  CabBundleResult *result = NULL;

  g_return_val_if_fail (CAB_IS_PRACTICE (practice) && scope != NULL, NULL);
  g_return_val_if_fail (cab_bundle_scope_get_target (scope) != NULL, NULL);

  if (!check_protection (practice, scope, error))
    return NULL;

  start_export (&export);
  if (run_export (&export, &disclosure_id, &failure))
    {
      cab_bundle_note_released (&export);
      cab_bundle_meter_finish (&export.meter);
      result = make_result (&export, g_steal_pointer (&disclosure_id));
    }
  else
    {
      /* What was refused before a byte was written is no export; what somebody
       * stopped is. */
      if (export.staging != NULL)
        cab_staging_discard (export.staging);
      if (export.staging != NULL || g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        cab_bundle_note_failed (&export, disclosure_id, failure);
      g_propagate_error (error, g_steal_pointer (&failure));
    }
  clear_export (&export);

  return result;
}
