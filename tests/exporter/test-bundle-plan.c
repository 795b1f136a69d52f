/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include "cab-bundle-plan.h"

#include "cab-client.h"
#include "cab-consent.h"
#include "cab-draft.h"
#include "cab-export-error.h"
#include "cab-model-error.h"
#include "cab-note.h"
#include "cab-process-note.h"

#include <string.h>

#include "cab-test-bundle.h"

/* What a plan counts of a kind; -1 and the error's code where there is none. */
static int
count (CabTestBundle *self, const CabBundleScope *scope, const char *kind, GError **error)
{
  g_autoptr (CabBundlePlan) plan = cab_bundle_plan_new (self->test.practice, scope, NULL, error);

  return plan == NULL ? -1 : (int)cab_bundle_plan_get_count (plan, cab_kind_find (kind));
}

static void
set_field (CabTestBundle *self,
           const char *kind,
           const char *id,
           const char *field,
           const char *text)
{
  g_autoptr (CabRecord) record
      = cab_practice_load (self->test.practice, cab_kind_find (kind), id, NULL);

  cab_record_set_text (record, (guint)cab_kind_find_field (cab_record_get_kind (record), field),
                       text);
  cab_test_assert_saves (&self->test, record);
}

/* [B-5] [M-40] process notes: by jurisdiction in an access bundle, never in a
 * portable one, as somebody says in a transfer */
static void
test_process_notes_by_jurisdiction_and_choice (void)
{
  static const struct
  {
    const char *jurisdiction;
    CabBundleProfile profile;
    CabBundleChoice choice;
    int n; /* -1 for refused */
  } cases[] = {
    { "uk", CAB_BUNDLE_PROFILE_ACCESS, CAB_BUNDLE_NOT_ASKED, 1 },
    { "eu", CAB_BUNDLE_PROFILE_ACCESS, CAB_BUNDLE_NOT_ASKED, 1 },
    { "us-other", CAB_BUNDLE_PROFILE_ACCESS, CAB_BUNDLE_NOT_ASKED, 1 },
    { "us-hipaa", CAB_BUNDLE_PROFILE_ACCESS, CAB_BUNDLE_NOT_ASKED, 0 },
    { "uk", CAB_BUNDLE_PROFILE_ACCESS, CAB_BUNDLE_NO, -1 },
    { "us-hipaa", CAB_BUNDLE_PROFILE_ACCESS, CAB_BUNDLE_YES, -1 },
    { "uk", CAB_BUNDLE_PROFILE_PORTABILITY, CAB_BUNDLE_NOT_ASKED, 0 },
    { "uk", CAB_BUNDLE_PROFILE_TRANSFER, CAB_BUNDLE_NOT_ASKED, -1 },
    { "uk", CAB_BUNDLE_PROFILE_TRANSFER, CAB_BUNDLE_YES, 1 },
    { "uk", CAB_BUNDLE_PROFILE_TRANSFER, CAB_BUNDLE_NO, 0 },
    { "us-hipaa", CAB_BUNDLE_PROFILE_TRANSFER, CAB_BUNDLE_YES, 1 },
    { "us-hipaa", CAB_BUNDLE_PROFILE_PRACTICE, CAB_BUNDLE_NOT_ASKED, 1 },
  };
  g_auto (CabTestBundle) self = cab_test_bundle_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CabBundleScope) scope = cab_test_scope_new (&self, cases[i].profile, "/");
      g_autoptr (GError) error = NULL;
      int n;

      cab_test_set_practice (&self.test, "jurisdiction", cases[i].jurisdiction);
      cab_bundle_scope_set_process_notes (scope, cases[i].choice);
      n = count (&self, scope, "process-note", &error);
      if (n != cases[i].n)
        g_error ("case %u: %d", i, n);
      if (n < 0)
        g_assert_error (error, CAB_EXPORT_ERROR, CAB_EXPORT_ERROR_EXPORT_PROCESS_NOTES);
      else
        g_assert_cmpint (count (&self, scope, "process-note-version", NULL), ==, n);
    }
}

/* [M-40] no word of a process note is in a HIPAA access bundle, also not as a draft */
static void
test_hipaa_access_holds_no_process_note (void)
{
  g_auto (CabTestBundle) self = cab_test_bundle_new ();
  g_auto (CabTestFolder) folder = cab_test_folder_new ();
  g_autoptr (CabBundleScope) scope
      = cab_test_scope_new (&self, CAB_BUNDLE_PROFILE_ACCESS, folder.path);
  CabDraftTarget target = { &cab_process_note_kind, NULL, self.client_id, "text" };
  g_autoptr (CabBundleResult) result = NULL;
  g_autoptr (GError) error = NULL;

  cab_draft_keep (self.test.practice, &target, "Unfinished countertransference", &error);
  g_assert_no_error (error);
  cab_test_set_practice (&self.test, "jurisdiction", "us-hipaa");
  result = cab_test_export (&self.test, scope);
  cab_test_assert_no_bytes (result->path, "ountertransference");
  cab_test_assert_no_bytes (result->path, self.process_note_id);
}

/* [B-5] portability holds no words of the clinician and nothing of the log */
static void
test_portability_holds_no_clinical_text (void)
{
  static const char *const never[] = { "First words.",         "Low mood",    "Dr Who",
                                       "ountertransference",   "Half a sent", "County Court",
                                       "Rings back after six", "<audit",      "<condition",
                                       "<signature",           "C-",          "note-version",
                                       "Asked to be added" };
  static const char *const there[]
      = { "My own words, -1.", "+ring Mo", "Gwen", "=Ann", "2026-02-16T09:00" };
  g_auto (CabTestBundle) self = cab_test_bundle_new ();
  g_auto (CabTestFolder) folder = cab_test_folder_new ();
  g_autoptr (CabBundleScope) scope
      = cab_test_scope_new (&self, CAB_BUNDLE_PROFILE_PORTABILITY, folder.path);
  g_autoptr (CabBundleResult) result = cab_test_export (&self.test, scope);
  g_autofree char *record = cab_test_read (result->path, "data/record.xml", NULL);
  static const char *const files[] = { "data/record.html", "data/fhir/bundle.xml" };

  for (guint i = 0; i < G_N_ELEMENTS (never); i++)
    {
      if (strstr (record, never[i]) != NULL)
        g_error ("record.xml holds %s", never[i]);
      for (guint k = 0; k < G_N_ELEMENTS (files); k++)
        {
          g_autofree char *content = cab_test_read (result->path, files[k], NULL);

          if (strstr (content, never[i]) != NULL)
            g_error ("%s holds %s", files[k], never[i]);
        }
    }
  for (guint i = 0; i < G_N_ELEMENTS (there); i++)
    {
      if (strstr (record, there[i]) == NULL)
        g_error ("record.xml lacks %s", there[i]);
    }
}

/* [B-6] a record without legal basis blocks the copies that must state one */
static void
test_missing_basis_is_named (void)
{
  static const struct
  {
    CabBundleProfile profile;
    gboolean refused;
  } cases[] = {
    { CAB_BUNDLE_PROFILE_ACCESS, TRUE },       { CAB_BUNDLE_PROFILE_PORTABILITY, TRUE },
    { CAB_BUNDLE_PROFILE_TRANSFER, FALSE },    { CAB_BUNDLE_PROFILE_PRACTICE, FALSE },
    { CAB_BUNDLE_PROFILE_DISCLOSURES, FALSE },
  };
  g_auto (CabTestBundle) self = cab_test_bundle_new ();

  set_field (&self, "client-contact", self.link_id, "basis6", "not-applicable");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CabBundleScope) scope = cab_test_scope_new (&self, cases[i].profile, "/");
      g_autoptr (GError) error = NULL;
      int n = count (&self, scope, "client", &error);

      g_assert_cmpint (n < 0, ==, cases[i].refused);
      if (!cases[i].refused)
        continue;
      g_assert_error (error, CAB_EXPORT_ERROR, CAB_EXPORT_ERROR_EXPORT_BASIS);
      g_assert_cmpstr (error->message, ==,
                       "Choose the legal basis for ‘Links to contacts’ first (Preferences, "
                       "Practice, Why We Hold Data). Nothing was written.");
    }
}

/* [M-30] [B-45] what the law wants the practice to say of itself comes first */
static void
test_practice_says_who_it_is (void)
{
  static const char *const fields[] = { "address", "authority_name", "authority_contact" };
  g_auto (CabTestBundle) self = cab_test_bundle_new ();

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autoptr (CabBundleScope) access
          = cab_test_scope_new (&self, CAB_BUNDLE_PROFILE_ACCESS, "/");
      g_autoptr (CabBundleScope) transfer
          = cab_test_scope_new (&self, CAB_BUNDLE_PROFILE_TRANSFER, "/");
      g_autoptr (GError) error = NULL;

      cab_test_set_practice (&self.test, fields[i], NULL);
      g_assert_cmpint (count (&self, access, "client", &error), ==, -1);
      g_assert_error (error, CAB_EXPORT_ERROR, CAB_EXPORT_ERROR_EXPORT_PRACTICE_FIELD);
      g_assert_cmpint (count (&self, transfer, "client", NULL), ==, 1);
      cab_test_set_practice (&self.test, fields[i], "There");
    }
}

/* [B-7] [M-19] of a restricted record the subject gets a copy, nobody else */
static void
test_restricted_record_goes_to_its_subject (void)
{
  static const struct
  {
    CabBundleProfile profile;
    const char *ground;
    gboolean refused;
  } cases[] = {
    { CAB_BUNDLE_PROFILE_ACCESS, "subject-request", FALSE },
    { CAB_BUNDLE_PROFILE_PORTABILITY, "subject-request", FALSE },
    { CAB_BUNDLE_PROFILE_TRANSFER, "subject-request", FALSE },
    { CAB_BUNDLE_PROFILE_TRANSFER, "consent", TRUE },
    { CAB_BUNDLE_PROFILE_DISCLOSURES, "subject-request", FALSE },
    { CAB_BUNDLE_PROFILE_DISCLOSURES, "law", TRUE },
    { CAB_BUNDLE_PROFILE_PRACTICE, "subject-request", FALSE },
  };
  g_auto (CabTestBundle) self = cab_test_bundle_new ();
  g_autoptr (CabRecord) client
      = cab_practice_load (self.test.practice, &cab_client_kind, self.client_id, NULL);
  g_autoptr (GError) restricted = NULL;

  cab_client_restrict (self.test.practice, client, CAB_RESTRICTION_GROUND_ACCURACY_CONTESTED,
                       "Says the dates are wrong.", &restricted);
  g_assert_no_error (restricted);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CabBundleScope) scope = cab_test_scope_new (&self, cases[i].profile, "/");
      g_autoptr (GError) error = NULL;

      cab_bundle_scope_set_ground (scope, cases[i].ground, NULL);
      cab_bundle_scope_set_recipient (scope, "Somebody");
      g_assert_cmpint (count (&self, scope, "clinician", &error) < 0, ==, cases[i].refused);
      if (cases[i].refused)
        g_assert_error (error, CAB_EXPORT_ERROR, CAB_EXPORT_ERROR_EXPORT_RESTRICTED);
    }
}

/* [M-95] what goes to someone else by consent needs one; the disclosure names it */
static void
test_transfer_needs_consent (void)
{
  g_auto (CabTestBundle) self = cab_test_bundle_new ();
  g_auto (CabTestFolder) folder = cab_test_folder_new ();
  g_autoptr (CabBundleScope) scope
      = cab_test_scope_new (&self, CAB_BUNDLE_PROFILE_TRANSFER, folder.path);
  CabConsentAnswer answer = { .effective_on = "2026-03-02",
                              .given_by = CAB_GIVEN_BY_CLIENT,
                              .how = CAB_CONSENT_HOW_EMAIL };
  g_autoptr (CabBundleResult) result = cab_test_export (&self.test, scope);
  g_autoptr (CabRecord) disclosure = cab_practice_load (
      self.test.practice, cab_kind_find ("disclosure"), result->disclosure_id, NULL);
  g_autoptr (CabRecord) withdrawn = NULL;
  g_autoptr (GError) error = NULL;
  int consent = cab_kind_find_field (cab_record_get_kind (disclosure), "consent_id");

  g_assert_false (cab_record_is_none (disclosure, (guint)consent));
  withdrawn = cab_consent_withdraw (self.test.practice, self.client_id, CAB_PURPOSE_TRANSFER,
                                    &answer, &error);
  g_assert_no_error (error);
  g_assert_cmpint (count (&self, scope, "client", &error), ==, -1);
  g_assert_error (error, CAB_MODEL_ERROR, CAB_MODEL_ERROR_GATE);
  g_clear_error (&error);

  /* Asked for by the client it goes to the client, and needs none. */
  g_assert_true (cab_bundle_scope_set_ground (scope, "subject-request", NULL));
  g_assert_cmpint (count (&self, scope, "client", NULL), ==, 1);
}

/* [M-55] what does not go to the client goes to somebody */
static void
test_third_party_has_a_name (void)
{
  g_auto (CabTestBundle) self = cab_test_bundle_new ();
  g_autoptr (CabBundleScope) scope = cab_test_scope_new (&self, CAB_BUNDLE_PROFILE_ACCESS, "/");
  g_autoptr (GError) error = NULL;

  g_assert_true (cab_bundle_scope_set_ground (scope, "court-order", NULL));
  g_assert_cmpint (count (&self, scope, "client", &error), ==, -1);
  g_assert_error (error, CAB_EXPORT_ERROR, CAB_EXPORT_ERROR_EXPORT_RECIPIENT);
}

/* [B-5] a transfer of chosen kinds holds them, what hangs on them and what they refer to */
static void
test_transfer_of_chosen_kinds (void)
{
  static const struct
  {
    const char *kind;
    int n;
  } cases[] = {
    { "client", 1 },     { "clinician", 1 },    { "note", 0 },         { "note-version", 0 },
    { "mood-entry", 1 }, { "mood-emotion", 2 }, { "emotion-word", 2 }, { "mood-track-value", 0 },
    { "consent", 0 },    { "attachment", 0 },   { "blob", 0 },         { "contact", 0 },
    { "draft", 0 },      { "audit", 0 },
  };
  g_auto (CabTestBundle) self = cab_test_bundle_new ();
  g_auto (CabTestFolder) folder = cab_test_folder_new ();
  g_autoptr (CabBundleScope) scope
      = cab_test_scope_new (&self, CAB_BUNDLE_PROFILE_TRANSFER, folder.path);
  g_autoptr (CabBundleResult) result = NULL;

  /* Tracks are a kind of their own: values of a track that stays behind do so too. */
  g_assert_true (cab_bundle_scope_set_kinds (scope, "mood-entry", NULL));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      int n = count (&self, scope, cases[i].kind, NULL);

      if (n != cases[i].n)
        g_error ("%s: %d", cases[i].kind, n);
    }
  result = cab_test_export (&self.test, scope);
  cab_test_assert_no_bytes (result->path, "First words.");
}

/* [B-60] only an item of this client can be withheld, and never the client */
static void
test_withholding_names_an_item (void)
{
  g_auto (CabTestBundle) self = cab_test_bundle_new ();
  g_autoptr (CabRecord) other = cab_test_practice_add_client (&self.test, "Bob");
  g_autoptr (CabRecord) note
      = cab_test_add_note (&self.test, cab_record_get_id (other), "2026-02-01T09:00", "Bob’s");
  g_autoptr (GPtrArray) versions = cab_note_list_versions (self.test.practice, note, NULL);
  const char *wrong[]
      = { self.client_id, cab_record_get_id (other), cab_record_get_id (note),
          "00000000-0000-4000-8000-00000000ffff", cab_practice_get_owner_id (self.test.practice) };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (CabBundleScope) scope = cab_test_scope_new (&self, CAB_BUNDLE_PROFILE_ACCESS, "/");
      g_autoptr (GError) error = NULL;

      g_assert_true (cab_bundle_scope_add_withhold (scope, wrong[i], "uk-third-party", NULL));
      if (count (&self, scope, "client", &error) >= 0)
        g_error ("case %u is withheld", i);
      g_assert_error (error, CAB_EXPORT_ERROR, CAB_EXPORT_ERROR_EXPORT_WITHHOLD);
    }
}

/* a ground of another law is refused when it meets the practice */
static void
test_ground_of_another_law_is_refused (void)
{
  g_auto (CabTestBundle) self = cab_test_bundle_new ();
  g_autoptr (CabBundleScope) scope = cab_test_scope_new (&self, CAB_BUNDLE_PROFILE_ACCESS, "/");
  g_autoptr (GError) error = NULL;

  g_assert_true (cab_bundle_scope_add_withhold (scope, self.note_id, "hipaa-endanger", NULL));
  g_assert_cmpint (count (&self, scope, "client", &error), ==, -1);
  g_assert_error (error, CAB_EXPORT_ERROR, CAB_EXPORT_ERROR_EXPORT_GROUND);
}

/* [B-25] a chain of versions with one missing could not be taken in again */
static void
test_transfer_withholds_whole_items (void)
{
  g_auto (CabTestBundle) self = cab_test_bundle_new ();
  g_autoptr (CabRecord) note
      = cab_practice_load (self.test.practice, &cab_note_kind, self.note_id, NULL);
  g_autoptr (GPtrArray) versions = cab_note_list_versions (self.test.practice, note, NULL);
  const char *version = cab_record_get_id (g_ptr_array_index (versions, 0));
  g_autoptr (CabBundleScope) transfer
      = cab_test_scope_new (&self, CAB_BUNDLE_PROFILE_TRANSFER, "/");
  g_autoptr (CabBundleScope) access = cab_test_scope_new (&self, CAB_BUNDLE_PROFILE_ACCESS, "/");
  g_autoptr (GError) error = NULL;

  cab_bundle_scope_add_withhold (transfer, version, "uk-third-party", NULL);
  cab_bundle_scope_add_withhold (access, version, "uk-third-party", NULL);
  g_assert_cmpint (count (&self, transfer, "client", &error), ==, -1);
  g_assert_error (error, CAB_EXPORT_ERROR, CAB_EXPORT_ERROR_EXPORT_WITHHOLD);
  g_assert_cmpint (count (&self, access, "note-version", NULL), ==, 1);
}

/* [B-1] the list of disclosures goes back six years, to the day */
static void
test_disclosures_go_back_six_years (void)
{
  static const char *const instants[]
      = { "2020-03-02T10:01:02Z", "2020-03-02T10:01:03Z", "2019-01-01T00:00:00Z" };
  g_auto (CabTestBundle) self = cab_test_bundle_new ();
  g_autoptr (CabBundleScope) scope
      = cab_test_scope_new (&self, CAB_BUNDLE_PROFILE_DISCLOSURES, "/");
  g_autofree char *now = cab_practice_dup_now (self.test.practice);
  int before = count (&self, scope, "disclosure", NULL);

  g_assert_cmpstr (now, ==, "2026-03-02T10:01:03Z");
  for (guint i = 0; i < G_N_ELEMENTS (instants); i++)
    {
      g_autoptr (CabRecord) disclosure
          = cab_test_save (&self.test, "disclosure", "client_id", self.client_id, "disclosed_at",
                           instants[i], "direction_kind", "to-third-party", "recipient_name",
                           "Court", "what", "Dates.", "purpose_text", "Order.", "ground", "law",
                           "channel", "post", "encryption", "paper", NULL);
    }
  g_assert_cmpint (count (&self, scope, "disclosure", NULL), ==, before + 1);
}

/* [B-4] the same record has the same id in every bundle of one profile for one
 * person, and ids of two persons' bundles cannot be joined */
static void
test_external_ids_cannot_be_joined (void)
{
  g_auto (CabTestBundle) self = cab_test_bundle_new ();
  g_auto (CabTestFolder) folder = cab_test_folder_new ();
  g_autofree char *first = cab_test_folder_dup_path (&folder, "first");
  g_autofree char *second = cab_test_folder_dup_path (&folder, "second");
  g_autofree char *third = cab_test_folder_dup_path (&folder, "third");
  g_autoptr (CabBundleScope) scope = cab_test_scope_new (&self, CAB_BUNDLE_PROFILE_ACCESS, first);
  g_autoptr (CabBundleResult) once = cab_test_export (&self.test, scope);
  g_autoptr (CabRecord) bob = cab_test_practice_add_client (&self.test, "Bob");
  g_autoptr (CabBundleResult) again = NULL;
  g_autoptr (CabBundleResult) other = NULL;
  g_autofree char *clients = NULL;
  g_autofree char *clients_again = NULL;
  g_autofree char *clinician = NULL;
  g_autofree char *clinician_other = NULL;

  cab_bundle_scope_set_target (scope, second, TRUE, FALSE);
  again = cab_test_export (&self.test, scope);
  cab_bundle_scope_set_client_id (scope, cab_record_get_id (bob));
  cab_bundle_scope_set_target (scope, third, TRUE, FALSE);
  other = cab_test_export (&self.test, scope);

  clients = cab_test_read (first, "data/csv/clients.csv", NULL);
  clients_again = cab_test_read (second, "data/csv/clients.csv", NULL);
  g_assert_cmpstr (clients, ==, clients_again);
  clinician = cab_test_read (first, "data/csv/clinicians.csv", NULL);
  clinician_other = cab_test_read (third, "data/csv/clinicians.csv", NULL);
  g_assert_cmpstr (clinician, !=, clinician_other);

  /* No id of the practice itself is anywhere. */
  cab_test_assert_no_bytes (first, self.client_id);
  cab_test_assert_no_bytes (first, self.note_id);
  cab_test_assert_no_bytes (first, cab_practice_get_owner_id (self.test.practice));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/bundle-plan/process-notes-by-jurisdiction-and-choice",
                   test_process_notes_by_jurisdiction_and_choice);
  g_test_add_func ("/bundle-plan/hipaa-access-holds-no-process-note",
                   test_hipaa_access_holds_no_process_note);
  g_test_add_func ("/bundle-plan/portability-holds-no-clinical-text",
                   test_portability_holds_no_clinical_text);
  g_test_add_func ("/bundle-plan/missing-basis-is-named", test_missing_basis_is_named);
  g_test_add_func ("/bundle-plan/practice-says-who-it-is", test_practice_says_who_it_is);
  g_test_add_func ("/bundle-plan/restricted-record-goes-to-its-subject",
                   test_restricted_record_goes_to_its_subject);
  g_test_add_func ("/bundle-plan/transfer-needs-consent", test_transfer_needs_consent);
  g_test_add_func ("/bundle-plan/third-party-has-a-name", test_third_party_has_a_name);
  g_test_add_func ("/bundle-plan/transfer-of-chosen-kinds", test_transfer_of_chosen_kinds);
  g_test_add_func ("/bundle-plan/withholding-names-an-item", test_withholding_names_an_item);
  g_test_add_func ("/bundle-plan/ground-of-another-law-is-refused",
                   test_ground_of_another_law_is_refused);
  g_test_add_func ("/bundle-plan/transfer-withholds-whole-items",
                   test_transfer_withholds_whole_items);
  g_test_add_func ("/bundle-plan/disclosures-go-back-six-years",
                   test_disclosures_go_back_six_years);
  g_test_add_func ("/bundle-plan/external-ids-cannot-be-joined",
                   test_external_ids_cannot_be_joined);

  return g_test_run ();
}
