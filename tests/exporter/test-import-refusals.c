/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

/* [B-78], groups xml and data: a good bundle in which one thing was changed, and
 * whose manifests were made to fit again, so that only the content is at fault. */

#include "config.h"

#include "cab-import.h"

#include "cab-export-error.h"
#include "cab-test-bundle.h"
#include "cab-vault-error.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>

static char *
dup_sha512 (const char *folder, const char *path)
{
  gsize length = 0;
  g_autofree char *bytes = cab_test_read (folder, path, &length);

  return g_compute_checksum_for_data (G_CHECKSUM_SHA512, (const guchar *)bytes, length);
}

static void
write_file (const char *folder, const char *path, const char *text)
{
  g_autofree char *full = g_build_filename (folder, path, NULL);

  g_assert_true (g_file_set_contents (full, text, -1, NULL));
}

/* A manifest of the given files as they lie there now. */
static void
write_manifest (const char *folder,
                const char *manifest,
                GStrv files,
                gboolean payload,
                guint64 *octets,
                guint *n)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; files[i] != NULL; i++)
    {
      g_autofree char *digest = NULL;
      g_autofree char *full = g_build_filename (folder, files[i], NULL);
      GStatBuf status;

      if (g_str_has_prefix (files[i], "data/") != payload
          || g_str_has_prefix (files[i], "tagmanifest"))
        continue;
      digest = dup_sha512 (folder, files[i]);
      g_string_append_printf (text, "%s  %s\n", digest, files[i]);
      g_assert_cmpint (g_stat (full, &status), ==, 0);
      *octets += (guint64)status.st_size;
      (*n)++;
    }

  write_file (folder, manifest, text->str);
  g_string_free (text, TRUE);
}

/* Makes the bag whole again around what was changed. */
static void
seal (const char *folder)
{
  g_auto (GStrv) files = cab_test_list_files (folder);
  g_autofree char *info = NULL;
  g_autofree char *sealed = NULL;
  g_autofree char *oxum = NULL;
  g_autoptr (GRegex) line = g_regex_new ("Payload-Oxum: [0-9.]+", 0, 0, NULL);
  guint64 octets = 0, ignored = 0;
  guint n = 0, n_ignored = 0;

  write_manifest (folder, "manifest-sha512.txt", files, TRUE, &octets, &n);
  info = cab_test_read (folder, "bag-info.txt", NULL);
  oxum = g_strdup_printf ("Payload-Oxum: %" G_GUINT64_FORMAT ".%u", octets, n);
  sealed = g_regex_replace_literal (line, info, -1, 0, oxum, 0, NULL);
  write_file (folder, "bag-info.txt", sealed);
  write_manifest (folder, "tagmanifest-sha512.txt", files, FALSE, &ignored, &n_ignored);
}

/* Replaces the first match of @pattern in record.xml. */
static void
change_record (const char *folder, const char *pattern, const char *instead)
{
  g_autofree char *xml = cab_test_read (folder, "data/record.xml", NULL);
  g_autoptr (GRegex) regex = g_regex_new (pattern, G_REGEX_DOTALL, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autoptr (GString) changed = g_string_new (NULL);
  int start = 0, end = 0;

  g_assert_true (g_regex_match (regex, xml, 0, &match));
  g_match_info_fetch_pos (match, 0, &start, &end);
  g_string_append_len (changed, xml, start);
  g_string_append (changed, instead);
  g_string_append (changed, xml + end);
  write_file (folder, "data/record.xml", changed->str);
}

static char *
dup_file_digest (CabTestPractice *test)
{
  g_autofree char *bytes = NULL;
  gsize length = 0;

  g_assert_true (g_file_get_contents (test->path, &bytes, &length, NULL));
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *)bytes, length);
}

/* Offers a bundle as the window and the command line do: preview, then run. */
static void
offer (CabTestPractice *to, const char *path, GError **error)
{
  g_autoptr (CabBundleSource) source = cab_bundle_source_open (path, NULL, error);
  g_autoptr (CabImportPreview) preview = NULL;

  if (source == NULL)
    return;
  preview = cab_import_preview (to->practice, source, NULL, NULL, NULL, error);
  if (preview != NULL)
    cab_import_run (to->practice, source, preview, NULL, NULL, NULL, NULL, error);
}

static void
assert_refused (CabTestPractice *to, const char *path, CabExportError code)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  before = dup_file_digest (to);
  offer (to, path, &error);
  g_assert_error (error, CAB_EXPORT_ERROR, (int)code);
  g_test_message ("%s: %s", cab_export_error_get_name (code), error->message);
  g_assert_true (g_str_has_suffix (error->message, "Nothing was changed."));
  g_assert_null (strstr (error->message, "line 0"));
  after = dup_file_digest (to);
  g_assert_cmpstr (before, ==, after);
}

#define OTHER_ID "99999999-9999-4999-8999-999999999999"

static const struct
{
  const char *pattern;
  const char *instead;
  CabExportError code;
} changes[] = {
  { "(?<=<note id=\"[0-9a-f-]{36}\">).*?</note>", "</note>", CAB_EXPORT_ERROR_XML_INVALID },
  { "<status>[a-z]+</status>", "<status>happy</status>", CAB_EXPORT_ERROR_XML_INVALID },
  { "<note_id>[0-9a-f-]+</note_id>", "<note_id>" OTHER_ID "</note_id>",
    CAB_EXPORT_ERROR_XML_DANGLING_REF },
  { "<effective_on>[0-9-]+</effective_on>", "<effective_on>2026-02-30</effective_on>",
    CAB_EXPORT_ERROR_DATA_DATE },
  { "<felt_at>[0-9T:-]+</felt_at>", "<felt_at>2190-01-01T10:00</felt_at>",
    CAB_EXPORT_ERROR_DATA_FUTURE },
  { "<text xml:space=\"preserve\">",
    "<text xml:space=\"preserve\">Forged: ", CAB_EXPORT_ERROR_DATA_CHAIN },
  { "<size>[0-9]+</size>", "<size>7</size>", CAB_EXPORT_ERROR_DATA_ATTACHMENT_SIZE },
  { "(?<=<sha512>)[0-9a-f]{4}", "0000", CAB_EXPORT_ERROR_DATA_ATTACHMENT_HASH },
  { "format=\"1.0\"", "format=\"2.0\"", CAB_EXPORT_ERROR_XML_NEWER_MAJOR },
  { "</note>",
    "<ext><i:include xmlns:i=\"http://www.w3.org/2001/XInclude\" href=\"x\"/></ext></note>",
    CAB_EXPORT_ERROR_XML_XINCLUDE },
  { "</record>",
    "<ext><a xmlns=\"urn:a\"><i:include xmlns:i=\"http://www.w3.org/2001/XInclude\"/></a></ext>"
    "</record>",
    CAB_EXPORT_ERROR_XML_XINCLUDE },
  { "profile=\"transfer\"", "profile=\"practice\"", CAB_EXPORT_ERROR_XML_PROFILE },
};

/* [B-78] each fault in the content is refused by its name, the practice's bytes stay */
static void
test_changed_content (void)
{
  g_auto (CabTestBundle) from = cab_test_bundle_new ();
  g_autofree char *x = cab_test_folder_dup_path (&from.test.folder, "x");
  g_autoptr (CabBundleScope) scope = cab_test_scope_new (&from, CAB_BUNDLE_PROFILE_TRANSFER, x);
  g_autoptr (CabBundleResult) bundle = cab_test_export (&from.test, scope);
  g_autofree char *original = cab_test_read (bundle->path, "data/record.xml", NULL);
  g_auto (CabTestPractice) to = { 0 };
  g_autoptr (GError) error = NULL;

  g_clear_object (&from.test.practice);
  to = cab_test_practice_new_seeded (2);
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_test_message ("%s", changes[i].pattern);
      change_record (bundle->path, changes[i].pattern, changes[i].instead);
      seal (bundle->path);
      assert_refused (&to, bundle->path, changes[i].code);
      write_file (bundle->path, "data/record.xml", original);
    }

  /* The positive control: sealed again without a change it is taken in. */
  seal (bundle->path);
  offer (&to, bundle->path, &error);
  g_assert_no_error (error);
}

/* Replaces the first match of @pattern and lets the bundle be whole again. */
static void
change_and_seal (const char *folder, const char *pattern, const char *instead)
{
  change_record (folder, pattern, instead);
  seal (folder);
}

/* [B-73] a disk that fills while the rows are written: nothing was written, and
 * the sentence is about the bundle */
static void
test_full_disk (void)
{
  g_auto (CabTestBundle) from = cab_test_bundle_new ();
  g_autofree char *x = cab_test_folder_dup_path (&from.test.folder, "x");
  g_autoptr (CabBundleScope) scope = cab_test_scope_new (&from, CAB_BUNDLE_PROFILE_TRANSFER, x);
  g_autoptr (CabBundleResult) bundle = cab_test_export (&from.test, scope);
  g_auto (CabTestPractice) to = { 0 };
  CabFilter all = { .trashed = -1 };
  g_autoptr (GPtrArray) clients = NULL;
  g_autoptr (GError) error = NULL;
  struct rlimit usual, small;
  GStatBuf status;

  g_clear_object (&from.test.practice);
  to = cab_test_practice_new_seeded (2);
  g_assert_cmpint (g_stat (to.path, &status), ==, 0);
  getrlimit (RLIMIT_FSIZE, &usual);
  small = usual;
  small.rlim_cur = (rlim_t)status.st_size;
  signal (SIGXFSZ, SIG_IGN);
  setrlimit (RLIMIT_FSIZE, &small);
  offer (&to, bundle->path, &error);
  setrlimit (RLIMIT_FSIZE, &usual);

  g_assert_error (error, CAB_VAULT_ERROR, CAB_VAULT_ERROR_NO_SPACE);
  g_assert_cmpstr (error->message, ==,
                   "There is not enough room for what the bundle holds. Nothing was changed.");
  clients = cab_practice_list (to.practice, cab_kind_find ("client"), &all, NULL);
  g_assert_cmpuint (clients->len, ==, 0);
  g_assert_cmpint (cab_test_practice_count_audit (&to, "import"), ==, 0);

  /* With room for it the same bundle goes in. */
  g_clear_error (&error);
  offer (&to, bundle->path, &error);
  g_assert_no_error (error);
}

/* [B-78] more text than a field may hold has a name of its own */
static void
test_long_text (void)
{
  g_auto (CabTestBundle) from = cab_test_bundle_new ();
  g_autofree char *x = cab_test_folder_dup_path (&from.test.folder, "x");
  g_autoptr (CabBundleScope) scope = cab_test_scope_new (&from, CAB_BUNDLE_PROFILE_TRANSFER, x);
  g_autoptr (CabBundleResult) bundle = cab_test_export (&from.test, scope);
  g_autofree char *text = g_strnfill (4 * 1024 * 1024 + 1, 'x');

  change_and_seal (bundle->path, "(?<=<text xml:space=\"preserve\">)", text);
  assert_refused (&from.test, bundle->path, CAB_EXPORT_ERROR_XML_LONG_TEXT);
}

/* [B-78] the line is the fault's, however far the parser has read */
static void
test_lines (void)
{
  g_auto (CabTestBundle) from = cab_test_bundle_new ();
  g_autofree char *x = cab_test_folder_dup_path (&from.test.folder, "x");
  g_autoptr (CabBundleScope) scope = cab_test_scope_new (&from, CAB_BUNDLE_PROFILE_TRANSFER, x);
  g_autoptr (CabBundleResult) bundle = cab_test_export (&from.test, scope);
  g_autoptr (GError) error = NULL;

  change_and_seal (bundle->path, "<record ", "<?go there?>\n<record ");
  offer (&from.test, bundle->path, &error);
  g_assert_error (error, CAB_EXPORT_ERROR, CAB_EXPORT_ERROR_XML_PI);
  g_assert_nonnull (strstr (error->message, "record.xml, line 2:"));
}

/* [B-78] a bundle that is whole, and holds no record */
static void
test_no_record (void)
{
  g_auto (CabTestBundle) from = cab_test_bundle_new ();
  g_autofree char *x = cab_test_folder_dup_path (&from.test.folder, "x");
  g_autoptr (CabBundleScope) scope = cab_test_scope_new (&from, CAB_BUNDLE_PROFILE_TRANSFER, x);
  g_autoptr (CabBundleResult) bundle = cab_test_export (&from.test, scope);
  g_autofree char *record = g_build_filename (bundle->path, "data/record.xml", NULL);

  g_assert_cmpint (g_unlink (record), ==, 0);
  seal (bundle->path);
  assert_refused (&from.test, bundle->path, CAB_EXPORT_ERROR_BAG_MISSING_FILE);
}

/* [B-74] a journal is written inside the next one: with an XML declaration it
 * would make every later export of the practice unreadable */
static void
test_journal_with_declaration (void)
{
  g_auto (CabTestBundle) from = cab_test_bundle_new ();
  g_autofree char *x = cab_test_folder_dup_path (&from.test.folder, "x");
  g_autoptr (CabBundleScope) scope = cab_test_scope_new (&from, CAB_BUNDLE_PROFILE_PRACTICE, x);
  g_autoptr (CabBundleResult) bundle = cab_test_export (&from.test, scope);
  g_autofree char *journal = cab_test_read (bundle->path, "data/journal.xml", NULL);
  g_autofree char *declared = g_strconcat ("<?xml version=\"1.0\"?>\n", journal, NULL);

  write_file (bundle->path, "data/journal.xml", declared);
  seal (bundle->path);
  assert_refused (&from.test, bundle->path, CAB_EXPORT_ERROR_XML_PI);
}

static void
assert_root_extension_comes_back (CabBundleProfile profile)
{
  g_auto (CabTestBundle) from = cab_test_bundle_new ();
  g_autofree char *x = cab_test_folder_dup_path (&from.test.folder, "x");
  g_autoptr (CabBundleScope) scope = cab_test_scope_new (&from, profile, x);
  g_autoptr (CabBundleResult) bundle = cab_test_export (&from.test, scope);
  g_auto (CabTestPractice) to = { 0 };
  g_auto (CabTestFolder) folder = cab_test_folder_new ();
  g_autoptr (CabBundleScope) again = cab_test_scope_new (&from, profile, folder.path);
  g_autoptr (CabBundleResult) second = NULL;
  g_autofree char *given = NULL;
  g_autofree char *taken = NULL;
  g_autoptr (GError) error = NULL;

  change_record (bundle->path, "format=\"1.0\"", "format=\"1.3\"");
  change_and_seal (bundle->path, "</record>",
                   "  <ext><n xmlns=\"urn:cabinet:record:1:ext:3\"><client id=\"a\">1 &lt; 2"
                   "</client></n></ext>\n</record>");
  g_clear_object (&from.test.practice);
  to = cab_test_practice_new_seeded (2);
  offer (&to, bundle->path, &error);
  g_assert_no_error (error);

  g_assert_true (cab_bundle_scope_set_ground (again, "subject-request", NULL));
  cab_bundle_scope_set_recipient (again, NULL);
  second = cab_test_export (&to, again);
  change_record (bundle->path, "format=\"1.3\"", "format=\"1.0\"");
  given = cab_test_read (bundle->path, "data/record.xml", NULL);
  taken = cab_test_read (second->path, "data/record.xml", NULL);
  g_assert_cmpstr (given, ==, taken);
}

/* [B-26] [B-77] what a later minor version hangs on the root comes back there, and
 * is no record, whatever its elements are called */
static void
test_root_extension_comes_back (void)
{
  assert_root_extension_comes_back (CAB_BUNDLE_PROFILE_TRANSFER);
  assert_root_extension_comes_back (CAB_BUNDLE_PROFILE_PRACTICE);
}

/* [B-78] a file that no record names, and a record whose file is not there */
static void
test_files (void)
{
  g_auto (CabTestBundle) from = cab_test_bundle_new ();
  g_autofree char *x = cab_test_folder_dup_path (&from.test.folder, "x");
  g_autoptr (CabBundleScope) scope = cab_test_scope_new (&from, CAB_BUNDLE_PROFILE_TRANSFER, x);
  g_autoptr (CabBundleResult) bundle = cab_test_export (&from.test, scope);
  g_auto (GStrv) files = cab_test_list_files (bundle->path);
  g_auto (CabTestPractice) to = { 0 };

  g_clear_object (&from.test.practice);
  to = cab_test_practice_new_seeded (2);
  write_file (bundle->path, "data/attachments/unnamed.txt", "x");
  seal (bundle->path);
  assert_refused (&to, bundle->path, CAB_EXPORT_ERROR_DATA_ATTACHMENT_UNNAMED);

  for (guint i = 0; files[i] != NULL; i++)
    {
      g_autofree char *full = g_build_filename (bundle->path, files[i], NULL);

      if (g_str_has_prefix (files[i], "data/attachments/"))
        g_unlink (full);
    }
  seal (bundle->path);
  assert_refused (&to, bundle->path, CAB_EXPORT_ERROR_DATA_ATTACHMENT_MISSING);
}

/* [B-74], [B-78] copies for reading are not taken for transfers */
static void
test_copies_for_reading (void)
{
  static const struct
  {
    CabBundleProfile profile;
    CabExportError code;
  } cases[] = {
    { CAB_BUNDLE_PROFILE_ACCESS, CAB_EXPORT_ERROR_DATA_PARTIAL_AS_TRANSFER },
    { CAB_BUNDLE_PROFILE_PORTABILITY, CAB_EXPORT_ERROR_DATA_PARTIAL_AS_TRANSFER },
    { CAB_BUNDLE_PROFILE_DISCLOSURES, CAB_EXPORT_ERROR_DATA_NOT_IMPORTABLE },
  };
  g_auto (CabTestBundle) from = cab_test_bundle_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = g_strdup_printf ("x%u", i);
      g_autofree char *x = cab_test_folder_dup_path (&from.test.folder, name);
      g_autoptr (CabBundleScope) scope = cab_test_scope_new (&from, cases[i].profile, x);
      g_autoptr (CabBundleResult) bundle = cab_test_export (&from.test, scope);

      assert_refused (&from.test, bundle->path, cases[i].code);
    }
}

/* [B-73] two persons are never taken for one because a number says so */
static void
test_other_person (void)
{
  g_auto (CabTestBundle) from = cab_test_bundle_new ();
  g_autofree char *x = cab_test_folder_dup_path (&from.test.folder, "x");
  g_autoptr (CabBundleScope) scope = cab_test_scope_new (&from, CAB_BUNDLE_PROFILE_TRANSFER, x);
  g_autoptr (CabBundleResult) bundle = cab_test_export (&from.test, scope);

  change_record (bundle->path, "<date_of_birth>[0-9-]+</date_of_birth>",
                 "<date_of_birth>1901-01-01</date_of_birth>");
  seal (bundle->path);
  assert_refused (&from.test, bundle->path, CAB_EXPORT_ERROR_DATA_SAME_ID_OTHER_PERSON);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exporter/import-refusals/changed-content", test_changed_content);
  g_test_add_func ("/exporter/import-refusals/full-disk", test_full_disk);
  g_test_add_func ("/exporter/import-refusals/long-text", test_long_text);
  g_test_add_func ("/exporter/import-refusals/lines", test_lines);
  g_test_add_func ("/exporter/import-refusals/no-record", test_no_record);
  g_test_add_func ("/exporter/import-refusals/journal-with-declaration",
                   test_journal_with_declaration);
  g_test_add_func ("/exporter/import-refusals/root-extension-comes-back",
                   test_root_extension_comes_back);
  g_test_add_func ("/exporter/import-refusals/files", test_files);
  g_test_add_func ("/exporter/import-refusals/copies-for-reading", test_copies_for_reading);
  g_test_add_func ("/exporter/import-refusals/other-person", test_other_person);

  return g_test_run ();
}
