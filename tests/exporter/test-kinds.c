/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include "cab-bundle.h"

#include "cab-blob.h"
#include "cab-client.h"
#include "cab-codes.h"

#include <string.h>

#include "cab-test-bundle.h"
#include "cab-test-record.h"

#define N_CLIENTS 2

static gboolean
is_filled (const CabKind *kind)
{
  return !kind->without_system_fields && kind != &cab_blob_kind
         && strcmp (kind->name, "practice") != 0 && strcmp (kind->name, "bundle-import") != 0;
}

/* A word that stands in one field of one record and nowhere else. */
static char *
dup_canary (const CabKind *kind, guint field, guint client)
{
  guint number = 0;

  while (cab_kinds[number] != kind)
    number++;

  return g_strdup_printf ("zq%uk%uf%uq", client, number, field);
}

/* Whether any word fits: not into ids, countries and currencies. */
static gboolean
takes_canary (const CabField *field, guint index)
{
  return strcmp (field->name, "condition_code") != 0 && index != CAB_SYSTEM_ID
         && index != CAB_SYSTEM_EXTENSION && cab_field_is_text (field) && field->minimum != 36
         && (field->maximum == 0 || field->maximum >= 20)
         && !g_str_has_suffix (field->name, "country") && strcmp (field->name, "target_kind") != 0;
}

static char *
add_blob (CabPractice *practice, guint client)
{
  g_autofree char *content = g_strdup_printf ("zq%ublobq", client);
  g_autoptr (GInputStream) stream
      = g_memory_input_stream_new_from_data (content, (gssize)strlen (content), NULL);
  g_autoptr (GError) error = NULL;
  char *id = cab_blob_add (practice, stream, NULL, &error);

  g_assert_no_error (error);
  return id;
}

static void
fill_field (CabPractice *practice, CabRecord *record, guint index, guint client)
{
  const CabKind *kind = cab_record_get_kind (record);
  const CabField *field = cab_kind_get_field (kind, index);

  /* Where two fields rule each other out the filler has chosen one. */
  if (cab_record_is_none (record, index))
    return;
  if (takes_canary (field, index))
    {
      g_autofree char *canary = dup_canary (kind, index, client);

      cab_record_set_text (record, index, canary);
    }
  else if (field->type == CAB_FIELD_BLOB_REF)
    {
      g_autofree char *id = add_blob (practice, client);

      cab_record_set_text (record, index, id);
    }
  else if (field->type == CAB_FIELD_REF)
    {
      g_autofree char *id = cab_test_record_dup_id (cab_kind_find (field->target), client);

      cab_record_set_text (record, index, id);
    }
}

static void
fill_record (CabPractice *practice, const CabKind *kind, guint client)
{
  g_autoptr (CabRecord) record = cab_test_record_new_filled (kind, client, TRUE);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < cab_kind_get_n_fields (kind); i++)
    fill_field (practice, record, i, client);
  cab_record_set_code (record, CAB_SYSTEM_ORIGIN, kind->origin);
  cab_record_set_code (record, CAB_SYSTEM_BASIS6, CAB_BASIS6_CONTRACT);
  cab_record_set_text (record, CAB_SYSTEM_EXTENSION, "<n xmlns=\"urn:newer\">1</n>");
  if (kind == &cab_client_kind)
    cab_record_set_code (record, CAB_OWN (CAB_CLIENT_FIELD_CLIENT_KIND), CAB_CLIENT_KIND_PERSON);
  if (strcmp (kind->name, "consent-event") == 0)
    cab_record_set_text (record, (guint)cab_kind_find_field (kind, "effective_on"), "2026-01-01");
  if (strcmp (kind->name, "draft") == 0)
    cab_record_set_text (record, (guint)cab_kind_find_field (kind, "target_kind"), "note");
  if (strcmp (kind->name, "signature") == 0)
    {
      g_autofree char *version = cab_test_record_dup_id (cab_kind_find ("note-version"), client);

      cab_record_set_text (record, (guint)cab_kind_find_field (kind, "signed_kind"),
                           "note-version");
      cab_record_set_text (record, (guint)cab_kind_find_field (kind, "signed_id"), version);
    }

  cab_practice_store_as_is (practice, record, &error);
  if (error != NULL)
    g_error ("%s: %s", kind->name, error->message);
}

static gboolean
fill_practice (CabPractice *practice, gpointer data, GError **error)
{
  for (guint client = 1; client <= N_CLIENTS; client++)
    {
      for (guint k = 0; cab_kinds[k] != NULL; k++)
        {
          if (is_filled (cab_kinds[k]))
            fill_record (practice, cab_kinds[k], client);
        }
    }

  return cab_practice_audit_act (practice, "import", NULL, NULL, NULL, error);
}

/* A practice with two clients who have one record of every kind, filled. */
static void
fill (CabTestBundle *self)
{
  g_autoptr (GError) error = NULL;

  self->test = cab_test_practice_new ();
  cab_test_set_practice (&self->test, "address", "There");
  cab_test_set_practice (&self->test, "authority_name", "Office");
  cab_test_set_practice (&self->test, "authority_contact", "There too");
  cab_practice_transact (self->test.practice, "fill the practice", fill_practice, NULL, &error);
  g_assert_no_error (error);
  self->client_id = cab_test_record_dup_id (&cab_client_kind, 1);
}

static gboolean
is_about_nobody (const CabKind *kind)
{
  return strcmp (kind->name, "tombstone") == 0 || strcmp (kind->name, "preference") == 0
         || strcmp (kind->name, "learned-word") == 0;
}

static void
assert_canaries (const char *record, const char *folder, CabBundleProfile profile, guint client)
{
  for (guint k = 0; cab_kinds[k] != NULL; k++)
    {
      const CabKind *kind = cab_kinds[k];

      for (guint i = 0; is_filled (kind) && i < cab_kind_get_n_fields (kind); i++)
        {
          g_autofree char *canary = dup_canary (kind, i, client);
          gboolean takes = cab_bundle_takes (profile, kind, i, NULL)
                           && (profile == CAB_BUNDLE_PROFILE_PRACTICE
                               || (client == 1 && !is_about_nobody (kind)));

          if (!takes_canary (cab_kind_get_field (kind, i), i))
            continue;
          if (takes && strstr (record, canary) == NULL)
            g_error ("%s.%s of client %u is not in the bundle", kind->name,
                     cab_kind_get_field (kind, i)->name, client);
          if (!takes && strstr (record, canary) != NULL)
            g_error ("%s.%s of client %u is in the bundle", kind->name,
                     cab_kind_get_field (kind, i)->name, client);
        }
    }
}

/* [M-1] [B-1] the bundle of one client holds every canary that leaves, and none
 * of the other's; the practice's holds all */
static void
test_bundle_holds_all_of_one (void)
{
  static const CabBundleProfile profiles[]
      = { CAB_BUNDLE_PROFILE_ACCESS, CAB_BUNDLE_PROFILE_TRANSFER, CAB_BUNDLE_PROFILE_PRACTICE };
  g_auto (CabTestBundle) self = { 0 };

  fill (&self);
  for (guint p = 0; p < G_N_ELEMENTS (profiles); p++)
    {
      g_auto (CabTestFolder) folder = cab_test_folder_new ();
      g_autoptr (CabBundleScope) scope = cab_test_scope_new (&self, profiles[p], folder.path);
      g_autoptr (CabBundleResult) result = NULL;
      g_autofree char *record = NULL;

      cab_bundle_scope_set_ground (scope, "subject-request", NULL);
      result = cab_test_export (&self.test, scope);
      record = cab_test_read (result->path, "data/record.xml", NULL);
      assert_canaries (record, result->path, profiles[p], 1);
      assert_canaries (record, result->path, profiles[p], 2);
      g_assert_nonnull (strstr (record, "<ext><n xmlns=\"urn:newer\">1</n></ext>"));
      if (profiles[p] != CAB_BUNDLE_PROFILE_PRACTICE)
        cab_test_assert_no_bytes (result->path, "zq2");
    }
}

/* [B-50] every text whose field names a place in FHIR stands in the view, plain or
 * as the content of a document */
static void
test_fhir_view_holds_mapped_fields (void)
{
  g_auto (CabTestBundle) self = { 0 };
  g_auto (CabTestFolder) folder = cab_test_folder_new ();
  g_autoptr (CabBundleScope) scope = NULL;
  g_autoptr (CabBundleResult) result = NULL;
  g_autofree char *view = NULL;
  guint n = 0;

  fill (&self);
  scope = cab_test_scope_new (&self, CAB_BUNDLE_PROFILE_TRANSFER, folder.path);
  cab_bundle_scope_set_ground (scope, "subject-request", NULL);
  result = cab_test_export (&self.test, scope);
  view = cab_test_read (result->path, "data/fhir/bundle.xml", NULL);
  for (guint k = 0; cab_kinds[k] != NULL; k++)
    {
      const CabKind *kind = cab_kinds[k];

      for (guint i = 0; is_filled (kind) && i < cab_kind_get_n_fields (kind); i++)
        {
          const CabField *field = cab_kind_get_field (kind, i);
          g_autofree char *canary = dup_canary (kind, i, 1);
          g_autofree char *base64 = g_base64_encode ((const guchar *)canary, strlen (canary));

          if (field->fhir == NULL || !takes_canary (field, i))
            continue;
          if (strstr (view, canary) == NULL && strstr (view, base64) == NULL)
            g_error ("%s.%s is not at %s", kind->name, field->name, field->fhir);
          n++;
        }
    }
  g_assert_cmpuint (n, >, 30);
}

/* [B-2] values of internal fields are in no file of any bundle */
static void
test_internal_values_stay_inside (void)
{
  g_auto (CabTestBundle) self = { 0 };

  fill (&self);
  for (guint p = 0; p < CAB_N_BUNDLE_PROFILES; p++)
    {
      g_auto (CabTestFolder) folder = cab_test_folder_new ();
      g_autoptr (CabBundleScope) scope
          = cab_test_scope_new (&self, (CabBundleProfile)p, folder.path);
      g_autoptr (CabBundleResult) result = NULL;
      g_auto (GStrv) files = NULL;

      cab_bundle_scope_set_ground (scope, "subject-request", NULL);
      result = cab_test_export (&self.test, scope);
      files = cab_test_list_files (result->path);
      for (guint i = 0; files[i] != NULL; i++)
        {
          g_autofree char *content = NULL;

          if (g_str_has_prefix (files[i], "data/schema/"))
            continue;
          content = cab_test_read (result->path, files[i], NULL);
          for (guint k = 0; cab_kinds[k] != NULL; k++)
            {
              for (guint f = 0; f < cab_kind_get_n_fields (cab_kinds[k]); f++)
                {
                  const CabField *field = cab_kind_get_field (cab_kinds[k], f);
                  g_autofree char *element = g_strdup_printf ("<%s>", field->name);
                  g_autofree char *heading = g_strdup_printf ("\"%s\"", field->name);

                  if (cab_kinds[k]->internal || (field->flags & CAB_FLAG_INTERNAL) == 0)
                    continue;
                  if (strstr (content, element) != NULL || strstr (content, heading) != NULL)
                    g_error ("%s has %s", files[i], field->name);
                }
            }
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/kinds/bundle-holds-all-of-one", test_bundle_holds_all_of_one);
  g_test_add_func ("/kinds/fhir-view-holds-mapped-fields", test_fhir_view_holds_mapped_fields);
  g_test_add_func ("/kinds/internal-values-stay-inside", test_internal_values_stay_inside);

  return g_test_run ();
}
