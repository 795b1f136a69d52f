/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include "cab-bundle.h"

#include "cab-audit-record.h"
#include "cab-client.h"
#include "cab-disclosure.h"
#include "cab-export-error.h"
#include "cab-model-error.h"
#include "cab-statement.h"
#include "cab-words.h"

#include <string.h>

#include "cab-test-bundle.h"
#include "cab-test-tool.h"

#define OWN(field) CAB_OWN (CAB_DISCLOSURE_FIELD_##field)

/* The last row of the log with an act. */
static CabRecord *
find_last_act (CabTestPractice *test, const char *act)
{
  CabFilter filter = { .field = CAB_OWN (CAB_AUDIT_FIELD_ACT), .equals = act, .trashed = -1 };
  g_autoptr (GPtrArray) rows = cab_practice_list (test->practice, &cab_audit_kind, &filter, NULL);

  return rows->len == 0 ? NULL : g_object_ref (g_ptr_array_index (rows, rows->len - 1));
}

static char *
dup_sha512 (const char *folder, const char *path)
{
  gsize length = 0;
  g_autofree char *content = cab_test_read (folder, path, &length);

  return g_compute_checksum_for_data (G_CHECKSUM_SHA512, (const guchar *)content, length);
}

/* [B-10] [B-11] the tree of each profile, and names that say nothing */
static void
test_tree_of_each_profile (void)
{
  static const struct
  {
    CabBundleProfile profile;
    const char *has;
    const char *has_not;
  } cases[] = {
    { CAB_BUNDLE_PROFILE_ACCESS,
      "data/record.xml data/record.html data/csv/notes.csv data/csv/csv-metadata.json "
      "data/fhir/bundle.xml data/notice/recipients.csv data/notice/withheld.html "
      "data/csv/audits.csv 00-READ-ME-FIRST.html bag-info.txt bagit.txt manifest-sha512.txt "
      "tagmanifest-sha512.txt",
      "data/journal.xml data/notice/sources.html data/csv/signatures.csv data/csv/practices.csv" },
    { CAB_BUNDLE_PROFILE_PORTABILITY,
      "data/record.xml data/record.html data/notice/sources.html data/fhir/bundle.xml "
      "data/csv/mood-entries.csv",
      "data/notice/recipients.csv data/notice/withheld.html data/csv/note-versions.csv "
      "data/csv/audits.csv data/csv/conditions.csv data/csv/process-notes.csv "
      "data/csv/drafts.csv data/csv/disclosures.csv" },
    { CAB_BUNDLE_PROFILE_TRANSFER,
      "data/record.xml data/record.html data/csv/signatures.csv data/fhir/bundle.xml",
      "data/journal.xml data/notice/withheld.html data/notice/recipients.csv "
      "data/csv/audits.csv data/csv/practices.csv" },
    { CAB_BUNDLE_PROFILE_PRACTICE,
      "data/record.xml data/journal.xml data/csv/practices.csv data/csv/preferences.csv",
      "data/record.html data/fhir/bundle.xml data/csv/audits.csv" },
    { CAB_BUNDLE_PROFILE_DISCLOSURES,
      "data/record.xml data/record.html data/notice/recipients.csv data/csv/disclosures.csv",
      "data/fhir/bundle.xml data/csv/clients.csv data/notice/withheld.html" },
  };
  g_auto (CabTestBundle) self = cab_test_bundle_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (CabTestFolder) folder = cab_test_folder_new ();
      g_autoptr (CabBundleScope) scope = cab_test_scope_new (&self, cases[i].profile, folder.path);
      g_autoptr (CabBundleResult) result = cab_test_export (&self.test, scope);
      g_auto (GStrv) has = g_strsplit (cases[i].has, " ", -1);
      g_auto (GStrv) has_not = g_strsplit (cases[i].has_not, " ", -1);
      g_auto (GStrv) files = cab_test_list_files (result->path);

      g_assert_cmpuint (result->n_files, ==, g_strv_length (files));
      g_assert_true (g_str_has_suffix (result->path, result->name));
      for (guint k = 0; has[k] != NULL; k++)
        {
          if (!g_strv_contains ((const char *const *)files, has[k]))
            g_error ("%s lacks %s", result->name, has[k]);
        }
      for (guint k = 0; has_not[k] != NULL; k++)
        {
          if (g_strv_contains ((const char *const *)files, has_not[k]))
            g_error ("%s has %s", result->name, has_not[k]);
        }
    }
}

/* [B-15] bag-info.txt: the lines in order; the number of the anchor only where it may be told */
static void
test_bag_info_is_in_order (void)
{
  g_auto (CabTestBundle) self = cab_test_bundle_new ();

  for (guint p = 0; p < CAB_N_BUNDLE_PROFILES; p++)
    {
      const CabBundleRules *rules = cab_bundle_profile_get_rules ((CabBundleProfile)p);
      g_auto (CabTestFolder) folder = cab_test_folder_new ();
      g_autoptr (CabBundleScope) scope
          = cab_test_scope_new (&self, (CabBundleProfile)p, folder.path);
      g_autoptr (CabBundleResult) result = cab_test_export (&self.test, scope);
      g_autofree char *info = cab_test_read (result->path, "bag-info.txt", NULL);
      g_autofree char *pattern
          = g_strdup_printf ("^Bagging-Date: 2026-03-02\n"
                             "External-Identifier: urn:uuid:%s\n"
                             "External-Description: %s\n"
                             "Source-Organization: Test Practice\n"
                             "Contact-Email: care@practice\\.example\n"
                             "Bag-Software-Agent: Cabinet [0-9.]+\n"
                             "Payload-Oxum: [1-9][0-9]*\\.[1-9][0-9]*\n"
                             "Cabinet-Format: 1\\.0\n"
                             "Cabinet-Profile: %s\n"
                             "Cabinet-Created: 2026-03-02T10:0[0-9]:[0-9]{2}Z\n"
                             "Cabinet-Format-Document: data/schema/format-1\\.html\n"
                             "Cabinet-Audit-Anchor: %s2026-03-02 [0-9a-f]{16}\n$",
                             result->bundle_id, rules->description, rules->name,
                             rules->external_ids ? "" : "[1-9][0-9]* ");

      if (!g_regex_match_simple (pattern, info, 0, 0))
        g_error ("%s: %s", rules->name, info);
    }
}

/* [B-72] the rows that prove what was given, before it is released */
static void
test_rows_prove_what_was_given (void)
{
  g_auto (CabTestBundle) self = cab_test_bundle_new ();
  g_auto (CabTestFolder) folder = cab_test_folder_new ();
  g_autoptr (CabBundleScope) scope
      = cab_test_scope_new (&self, CAB_BUNDLE_PROFILE_ACCESS, folder.path);
  g_autoptr (CabBundleResult) result = NULL;
  g_autoptr (CabRecord) disclosure = NULL;
  g_autoptr (CabRecord) row = NULL;
  g_auto (GStrv) unfinished = NULL;
  g_autofree char *digest = NULL;
  CabFilter exports = { .field = CAB_OWN (CAB_AUDIT_FIELD_ACT), .equals = "export", .trashed = -1 };
  g_autoptr (GPtrArray) rows = NULL;
  const char *payload;

  cab_bundle_scope_set_channel (scope, "usb", NULL);
  result = cab_test_export (&self.test, scope);
  digest = dup_sha512 (result->path, "tagmanifest-sha512.txt");
  g_assert_cmpstr (result->tagmanifest_sha512, ==, digest);

  disclosure
      = cab_practice_load (self.test.practice, &cab_disclosure_kind, result->disclosure_id, NULL);
  g_assert_cmpstr (cab_record_get_text (disclosure, OWN (OUTPUT_DIGEST)), ==, digest);
  g_assert_cmpstr (cab_record_get_text (disclosure, OWN (GROUND)), ==, "subject-request");
  g_assert_cmpstr (cab_record_get_text (disclosure, OWN (DIRECTION_KIND)), ==, "to-subject");
  g_assert_cmpstr (cab_record_get_text (disclosure, OWN (CHANNEL)), ==, "usb");
  g_assert_cmpstr (cab_record_get_text (disclosure, OWN (ENCRYPTION)), ==, "none");
  g_assert_cmpstr (cab_record_get_text (disclosure, OWN (RECIPIENT_NAME)), ==, "=Ann");
  g_assert_nonnull (
      strstr (cab_record_get_text (disclosure, OWN (PURPOSE_TEXT)), "as the client asked"));

  rows = cab_practice_list (self.test.practice, &cab_audit_kind, &exports, NULL);
  g_assert_cmpuint (rows->len, ==, 2);
  row = g_object_ref (g_ptr_array_index (rows, 0));
  g_assert_cmpstr (cab_record_get_text (row, CAB_OWN (CAB_AUDIT_FIELD_SUBJECT_ID)), ==,
                   self.client_id);
  payload = cab_record_get_text (row, CAB_OWN (CAB_AUDIT_FIELD_CHANGES));
  g_assert_nonnull (strstr (payload, "state\tprepared\n"));
  g_assert_nonnull (strstr (payload, "profile\taccess\n"));
  g_assert_nonnull (strstr (payload, digest));

  unfinished = cab_bundle_list_unfinished (self.test.practice, NULL);
  g_assert_cmpuint (g_strv_length (unfinished), ==, 0);
}

/* [B-72] a crash between the rows and the name is found at the next start */
static void
test_unfinished_export_is_found (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_auto (GStrv) unfinished = NULL;
  g_autoptr (GError) error = NULL;

  cab_practice_audit_act (test.practice, "export", NULL, NULL, "state\tprepared\nbundle\tA\n",
                          &error);
  cab_practice_audit_act (test.practice, "export", NULL, NULL, "state\tprepared\nbundle\tB\n",
                          &error);
  cab_practice_audit_act (test.practice, "export", NULL, NULL, "state\treleased\nbundle\tA\n",
                          &error);
  g_assert_no_error (error);

  unfinished = cab_bundle_list_unfinished (test.practice, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (unfinished), ==, 1);
  g_assert_cmpstr (unfinished[0], ==, "2026-03-02T10:00:00Z");
}

/* [B-72] the practice's own archive is given to nobody: no disclosure */
static void
test_practice_is_no_disclosure (void)
{
  g_auto (CabTestBundle) self = cab_test_bundle_new ();
  g_auto (CabTestFolder) folder = cab_test_folder_new ();
  g_autoptr (CabBundleScope) scope
      = cab_test_scope_new (&self, CAB_BUNDLE_PROFILE_PRACTICE, folder.path);
  g_autoptr (CabBundleResult) result = cab_test_export (&self.test, scope);

  g_assert_null (result->disclosure_id);
  g_assert_cmpint (cab_test_practice_count_audit (&self.test, "export"), ==, 2);
}

static void
count_progress (guint64 done, guint64 total, gpointer data)
{
  guint64 *last = data;

  g_assert_cmpuint (done, <=, total);
  g_assert_cmpuint (done, >=, last[0]);
  if (last[1] != 0)
    g_assert_cmpuint (total, ==, last[1]);
  last[0] = done;
  last[1] = total;
}

/* [B-71] progress only grows and ends at the total */
static void
test_progress_grows_to_its_end (void)
{
  g_auto (CabTestBundle) self = cab_test_bundle_new ();
  g_auto (CabTestFolder) folder = cab_test_folder_new ();
  g_autoptr (CabBundleScope) scope
      = cab_test_scope_new (&self, CAB_BUNDLE_PROFILE_ACCESS, folder.path);
  guint64 last[2] = { 0, 0 };
  g_autoptr (CabBundleResult) result
      = cab_bundle_export (self.test.practice, scope, count_progress, last, NULL, NULL);

  g_assert_nonnull (result);
  g_assert_cmpuint (last[0], ==, last[1]);
}

static void
cancel_it (guint64 done, guint64 total, gpointer data)
{
  g_cancellable_cancel (data);
}

/* [B-71] cancelling leaves nothing behind but a row that says so */
static void
test_cancelling_leaves_nothing (void)
{
  g_auto (CabTestBundle) self = cab_test_bundle_new ();
  g_auto (CabTestFolder) folder = cab_test_folder_new ();
  g_autoptr (CabBundleScope) scope
      = cab_test_scope_new (&self, CAB_BUNDLE_PROFILE_ACCESS, folder.path);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (CabRecord) row = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *listing = NULL;

  g_assert_null (
      cab_bundle_export (self.test.practice, scope, cancel_it, cancellable, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  listing = cab_test_folder_dup_listing (&folder);
  g_assert_cmpstr (listing, ==, "");
  row = find_last_act (&self.test, "export");
  g_assert_nonnull (
      strstr (cab_record_get_text (row, CAB_OWN (CAB_AUDIT_FIELD_CHANGES)), "state\tcancelled\n"));
}

/* [B-71] so does cancelling while it is still planned */
static void
test_cancelling_early_is_logged (void)
{
  g_auto (CabTestBundle) self = cab_test_bundle_new ();
  g_auto (CabTestFolder) folder = cab_test_folder_new ();
  g_autoptr (CabBundleScope) scope
      = cab_test_scope_new (&self, CAB_BUNDLE_PROFILE_ACCESS, folder.path);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (CabRecord) row = NULL;
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (cab_bundle_export (self.test.practice, scope, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  row = find_last_act (&self.test, "export");
  g_assert_nonnull (row);
}

/* [B-68] what is there already is never replaced without a yes */
static void
test_existing_target_is_kept (void)
{
  g_auto (CabTestBundle) self = cab_test_bundle_new ();
  g_auto (CabTestFolder) folder = cab_test_folder_new ();
  g_autofree char *path = cab_test_folder_dup_path (&folder, "ann.zip");
  g_autoptr (CabBundleScope) scope
      = cab_test_scope_new (&self, CAB_BUNDLE_PROFILE_ACCESS, folder.path);
  g_autofree char *content = NULL;
  g_autofree char *listing = NULL;
  g_autoptr (CabBundleResult) result = NULL;

  g_assert_true (g_file_set_contents (path, "mine", -1, NULL));
  cab_bundle_scope_set_target (scope, path, FALSE, FALSE);
  cab_test_refuses (&self.test, scope, CAB_EXPORT_ERROR_EXPORT_TARGET_EXISTS);
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "mine");

  cab_bundle_scope_set_target (scope, path, FALSE, TRUE);
  result = cab_test_export (&self.test, scope);
  g_assert_cmpstr (result->path, ==, path);
  listing = cab_test_folder_dup_listing (&folder);
  g_assert_cmpstr (listing, ==, "ann.zip");
}

static void
assert_7zz (const char *path, CabSecret *passphrase, gboolean opens)
{
  g_autofree char *word = NULL;
  g_autofree char *output = NULL;

  if (passphrase != NULL)
    {
      const guint8 *bytes = cab_secret_open (passphrase);

      word = g_strdup_printf ("-p%.*s", (int)cab_secret_get_length (passphrase),
                              (const char *)bytes);
      cab_secret_close (passphrase);
    }
  g_assert_cmpint (
      cab_test_run_tool (NULL, &output, "7zz", "t", word != NULL ? word : "-pwrong", path, NULL)
          == 0,
      ==, opens);
}

/* [B-70] [B-90] a passphrase encrypts the ZIP file, and the passphrase alone opens it */
static void
test_passphrase_encrypts (void)
{
  g_auto (CabTestBundle) self = cab_test_bundle_new ();
  g_auto (CabTestFolder) folder = cab_test_folder_new ();
  g_autoptr (CabSecret) passphrase = cab_words_new_passphrase (self.test.ids, CAB_WORDS_BUNDLE);
  g_autoptr (CabBundleScope) scope = cab_bundle_scope_new (CAB_BUNDLE_PROFILE_ACCESS);
  g_autoptr (CabBundleResult) result = NULL;
  g_autoptr (CabRecord) disclosure = NULL;

  if (!cab_test_has_tool ("7zz"))
    return;

  cab_bundle_scope_set_client_id (scope, self.client_id);
  cab_bundle_scope_set_passphrase (scope, passphrase, TRUE);
  cab_bundle_scope_set_target (scope, folder.path, FALSE, FALSE);
  result = cab_test_export (&self.test, scope);
  assert_7zz (result->path, passphrase, TRUE);
  assert_7zz (result->path, NULL, FALSE);
  cab_test_assert_no_bytes (folder.path, "Ann");

  disclosure
      = cab_practice_load (self.test.practice, &cab_disclosure_kind, result->disclosure_id, NULL);
  g_assert_cmpstr (cab_record_get_text (disclosure, OWN (ENCRYPTION)), ==, "zip-aes256");
}

/* [B-70] nothing leaves in plain by omission, and no weak passphrase protects it */
static void
test_protection_is_chosen (void)
{
  g_auto (CabTestBundle) self = cab_test_bundle_new ();
  g_auto (CabTestFolder) folder = cab_test_folder_new ();
  g_autoptr (CabSecret) weak = cab_secret_new_copy ("sunshine1", strlen ("sunshine1"));
  g_autoptr (CabSecret) strong = cab_words_new_passphrase (self.test.ids, CAB_WORDS_BUNDLE);
  g_autoptr (CabBundleScope) scope = cab_bundle_scope_new (CAB_BUNDLE_PROFILE_ACCESS);

  cab_bundle_scope_set_client_id (scope, self.client_id);
  cab_bundle_scope_set_target (scope, folder.path, FALSE, FALSE);
  cab_test_refuses (&self.test, scope, CAB_EXPORT_ERROR_EXPORT_PROTECTION);

  cab_bundle_scope_set_passphrase (scope, weak, FALSE);
  cab_test_refuses (&self.test, scope, CAB_EXPORT_ERROR_EXPORT_PASSPHRASE);

  cab_bundle_scope_set_passphrase (scope, strong, TRUE);
  cab_bundle_scope_set_plain (scope, "the client");
  cab_test_refuses (&self.test, scope, CAB_EXPORT_ERROR_EXPORT_PROTECTION);

  cab_bundle_scope_set_plain (scope, NULL);
  cab_bundle_scope_set_target (scope, folder.path, TRUE, FALSE);
  cab_test_refuses (&self.test, scope, CAB_EXPORT_ERROR_EXPORT_PROTECTION);
}

/* [B-69] [B-77] the same moment exported twice gives the same files */
static void
test_equal_content_gives_equal_bytes (void)
{
  static const CabBundleProfile profiles[]
      = { CAB_BUNDLE_PROFILE_PORTABILITY, CAB_BUNDLE_PROFILE_TRANSFER };
  g_auto (CabTestBundle) self = cab_test_bundle_new ();

  for (guint p = 0; p < G_N_ELEMENTS (profiles); p++)
    {
      g_auto (CabTestFolder) folder = cab_test_folder_new ();
      g_auto (CabTestFolder) again = cab_test_folder_new ();
      g_autoptr (CabBundleScope) scope = cab_test_scope_new (&self, profiles[p], folder.path);
      g_autoptr (CabBundleResult) first = NULL;
      g_autoptr (CabBundleResult) second = NULL;
      g_autofree char *data = NULL;
      g_autofree char *other = NULL;
      g_autofree char *difference = NULL;

      /* The rows of the first would be in the second. */
      cab_bundle_scope_set_kinds (
          scope, profiles[p] == CAB_BUNDLE_PROFILE_TRANSFER ? "note,mood-entry,attachment" : NULL,
          NULL);
      first = cab_test_export (&self.test, scope);
      cab_bundle_scope_set_target (scope, again.path, TRUE, FALSE);
      second = cab_test_export (&self.test, scope);
      data = g_build_filename (first->path, "data", NULL);
      other = g_build_filename (second->path, "data", NULL);
      difference = cab_test_folders_differ (data, other);
      g_assert_cmpstr (difference, ==, NULL);
    }
}

/* [W-48] a file opened read-only can be exported, and keeps no row of it */
static void
test_read_only_practice_exports (void)
{
  g_auto (CabTestBundle) self = cab_test_bundle_new ();
  g_auto (CabTestFolder) folder = cab_test_folder_new ();
  g_autoptr (CabBundleScope) scope
      = cab_test_scope_new (&self, CAB_BUNDLE_PROFILE_ACCESS, folder.path);
  g_autoptr (CabBundleResult) result = NULL;
  gint64 exports;

  cab_test_practice_reopen (&self.test, CAB_VAULT_OPEN_READ_ONLY);
  exports = cab_test_practice_count_audit (&self.test, "export");
  result = cab_test_export (&self.test, scope);
  g_assert_null (result->disclosure_id);
  g_assert_cmpint (cab_test_practice_count_audit (&self.test, "export"), ==, exports);
}

/* What a bad overflow page looks like: content that is not what was stored. */
static gboolean
zero_a_chunk (CabPractice *practice, gpointer data, GError **error)
{
  CabVault *vault = cab_practice_get_vault (practice);
  g_autoptr (CabStatement) statement = NULL;

  if (!cab_vault_erasing_begin (vault, error))
    return FALSE;
  statement = cab_statement_new (cab_practice_get_db (practice),
                                 "UPDATE blob_chunk SET bytes = zeroblob (65536) "
                                 "WHERE sequence = 1",
                                 "damage a file", error);
  return statement != NULL && cab_statement_run (statement, error)
         && cab_vault_erasing_end (vault, error)
         && cab_practice_audit_act (practice, "change", NULL, NULL, NULL, error);
}

/* [B-12] damaged content stops the export by its title, or is left out and listed */
static void
test_damaged_attachment_is_named (void)
{
  g_auto (CabTestBundle) self = cab_test_bundle_new ();
  g_auto (CabTestFolder) folder = cab_test_folder_new ();
  g_autoptr (CabBundleScope) scope
      = cab_test_scope_new (&self, CAB_BUNDLE_PROFILE_ACCESS, folder.path);
  g_autoptr (CabBundleResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *listing = NULL;
  g_autofree char *withheld = NULL;
  g_autofree char *front = NULL;
  g_autofree char *record = NULL;

  cab_practice_transact (self.test.practice, "damage a file", zero_a_chunk, NULL, &error);
  g_assert_no_error (error);

  g_assert_null (cab_bundle_export (self.test.practice, scope, NULL, NULL, NULL, &error));
  g_assert_error (error, CAB_EXPORT_ERROR, CAB_EXPORT_ERROR_EXPORT_DAMAGED);
  g_assert_nonnull (strstr (error->message, "Letter of 3 May"));
  listing = cab_test_folder_dup_listing (&folder);
  g_assert_cmpstr (listing, ==, "");

  cab_bundle_scope_set_leave_out_damaged (scope, TRUE);
  result = cab_test_export (&self.test, scope);
  withheld = cab_test_read (result->path, "data/notice/withheld.html", NULL);
  front = cab_test_read (result->path, "00-READ-ME-FIRST.html", NULL);
  record = cab_test_read (result->path, "data/record.xml", NULL);
  g_assert_nonnull (strstr (withheld, "Letter of 3 May"));
  g_assert_nonnull (strstr (front, "Letter of 3 May"));
  g_assert_null (strstr (record, "Letter of 3 May"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/bundle/tree-of-each-profile", test_tree_of_each_profile);
  g_test_add_func ("/bundle/bag-info-is-in-order", test_bag_info_is_in_order);
  g_test_add_func ("/bundle/rows-prove-what-was-given", test_rows_prove_what_was_given);
  g_test_add_func ("/bundle/unfinished-export-is-found", test_unfinished_export_is_found);
  g_test_add_func ("/bundle/practice-is-no-disclosure", test_practice_is_no_disclosure);
  g_test_add_func ("/bundle/progress-grows-to-its-end", test_progress_grows_to_its_end);
  g_test_add_func ("/bundle/cancelling-leaves-nothing", test_cancelling_leaves_nothing);
  g_test_add_func ("/bundle/cancelling-early-is-logged", test_cancelling_early_is_logged);
  g_test_add_func ("/bundle/existing-target-is-kept", test_existing_target_is_kept);
  g_test_add_func ("/bundle/passphrase-encrypts", test_passphrase_encrypts);
  g_test_add_func ("/bundle/protection-is-chosen", test_protection_is_chosen);
  g_test_add_func ("/bundle/equal-content-gives-equal-bytes", test_equal_content_gives_equal_bytes);
  g_test_add_func ("/bundle/read-only-practice-exports", test_read_only_practice_exports);
  g_test_add_func ("/bundle/damaged-attachment-is-named", test_damaged_attachment_is_named);

  return g_test_run ();
}
