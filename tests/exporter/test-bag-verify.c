/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include "cab-bag-verify.h"

#include <string.h>

#include "cab-manifest.h"
#include "cab-test-bag.h"
#include "cab-test-folder.h"

/* Gives the names of all faults, joined by spaces, and their sentences. */
static char *
verify_path (const char *path, CabBagRules rules, char **sentences)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CabBundleSource) source = cab_bundle_source_open (path, NULL, &error);
  g_autoptr (CabBagReport) report = NULL;
  g_autoptr (GString) names = g_string_new (NULL);
  g_autoptr (GString) said = g_string_new (NULL);

  g_assert_no_error (error);
  report = cab_bag_verify (source, rules, NULL, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < report->faults->len; i++)
    {
      const GError *fault = g_ptr_array_index (report->faults, i);

      g_assert_cmpuint (fault->domain, ==, CAB_EXPORT_ERROR);
      g_assert_true (g_str_has_suffix (fault->message, "Nothing was changed."));
      g_string_append_printf (names, "%s%s", i > 0 ? " " : "",
                              cab_export_error_get_name (fault->code));
      g_string_append_printf (said, "%s\n", fault->message);
    }

  if (sentences != NULL)
    *sentences = g_strdup (said->str);
  return g_strdup (names->str);
}

/* Verifies the bag as a folder and as a ZIP file; both must say the same. */
static char *
verify (CabTestBag *bag, CabBagRules rules, char **sentences)
{
  g_auto (CabTestFolder) folder = cab_test_folder_new ();
  g_autofree char *as_folder = cab_test_folder_dup_path (&folder, "bag");
  g_autofree char *as_zip = cab_test_folder_dup_path (&folder, "bag.zip");
  g_autoptr (GByteArray) zip = cab_test_bag_zip (bag);
  g_autofree char *faults = NULL;
  g_autofree char *zip_faults = NULL;

  cab_test_bag_write (bag, as_folder);
  g_assert_true (g_file_set_contents (as_zip, (char *)zip->data, zip->len, NULL));
  faults = verify_path (as_folder, rules, sentences);
  zip_faults = verify_path (as_zip, rules, NULL);
  g_assert_cmpstr (faults, ==, zip_faults);
  return g_steal_pointer (&faults);
}

static void
expect (const char *name, CabTestBag *bag, CabBagRules rules, const char *faults, const char *shown)
{
  g_autofree char *sentences = NULL;
  g_autofree char *found = verify (bag, rules, &sentences);

  if (strcmp (found, faults) != 0)
    g_error ("%s: ‘%s’ instead of ‘%s’ (%s)", name, found, faults, sentences);
  if (shown != NULL && strstr (sentences, shown) == NULL)
    g_error ("%s does not say ‘%s’: %s", name, shown, sentences);
}

/* [B-16] a good bundle passes both sets of rules */
static void
test_good_bundle_is_valid (void)
{
  g_autoptr (GTree) bag = cab_test_bag_new ();

  expect ("cabinet", bag, CAB_BAG_RULES_CABINET, "", NULL);
  expect ("rfc", bag, CAB_BAG_RULES_RFC, "", NULL);
  cab_test_bag_seal (bag, G_CHECKSUM_SHA256, "sha256");
  cab_test_bag_seal (bag, G_CHECKSUM_SHA512, "sha512");
  cab_test_bag_seal (bag, G_CHECKSUM_SHA256, "sha256");
  expect ("two algorithms", bag, CAB_BAG_RULES_RFC, "", NULL);
}

typedef struct
{
  const char *path;
  const char *content; /* NULL removes it; after "+" it is added at the end */
} Change;

/* [B-78] every refusal of the bag, by its short name, with its place */
static void
test_hostile_bags_are_refused_by_name (void)
{
  static const struct
  {
    const char *name;
    const char *shown;
    Change change;
    gboolean seal; /* payload manifest too, so that only the change is at fault */
  } cases[] = {
    { "bag-no-bagit", "bagit.txt", { "bagit.txt", NULL }, TRUE },
    { "bag-bagit-bom",
      "bagit.txt, line 1",
      { "bagit.txt", "\xEF\xBB\xBF"
                     "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n" },
      TRUE },
    { "bag-bagit-space",
      "bagit.txt, line 1",
      { "bagit.txt", "BagIt-Version : 1.0\nTag-File-Character-Encoding: UTF-8\n" },
      TRUE },
    { "bag-bagit-space",
      "bagit.txt, line 2",
      { "bagit.txt", "BagIt-Version: 1.0\n Tag-File-Character-Encoding: UTF-8\n" },
      TRUE },
    { "bag-bagit-space",
      NULL,
      { "bagit.txt", "BagIt-Version: 1.0 \nTag-File-Character-Encoding: UTF-8\n" },
      TRUE },
    { "bag-bagit-lines",
      "line 3",
      { "bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\nX: y\n" },
      TRUE },
    { "bag-bagit-lines", "line 2", { "bagit.txt", "BagIt-Version: 1.0\n" }, TRUE },
    { "bag-bagit-lines", "line 1", { "bagit.txt", "" }, TRUE },
    { "bag-bagit-lines",
      "line 3",
      { "bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n\n" },
      TRUE },
    { "bag-bagit-version",
      "‘0.97’",
      { "bagit.txt", "BagIt-Version: 0.97\nTag-File-Character-Encoding: UTF-8\n" },
      TRUE },
    { "bag-bagit-charset",
      "‘ISO-8859-1’",
      { "bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: ISO-8859-1\n" },
      TRUE },
    { "bag-bad-line", "manifest-sha512.txt, line 4", { "manifest-sha512.txt", "+abc\n" }, FALSE },
    { "bag-bad-line", "line 4", { "manifest-sha512.txt", "+\n" }, FALSE },
    { "bag-bad-hex", "line 4", { "manifest-sha512.txt", "+abc  data/x\n" }, FALSE },
    { "bag-missing-file", "data/gone", { "data/gone", "" }, TRUE },
    { "bag-extra-file", "data/extra is there", { "data/extra", "" }, FALSE },
    { "bag-extra-file", "notes.txt is there", { "notes.txt", "" }, FALSE },
    { "bag-tagmanifest-wrong", "bag-info.txt was changed", { "bag-info.txt", "+X: y\n" }, FALSE },
    { "bag-tagmanifest-wrong",
      "00-READ-ME-FIRST.html was changed",
      { "00-READ-ME-FIRST.html", "<script>" },
      FALSE },
    { "bag-fetch", "fetch.txt", { "fetch.txt", "http://x/ - data/x\n" }, FALSE },
    { "bag-oxum",
      "‘16.3’",
      { "bag-info.txt", "Payload-Oxum: 16.3\nCabinet-Format: 1.0\nCabinet-Profile: access\n" },
      TRUE },
    { "bag-oxum",
      "‘much’",
      { "bag-info.txt", "Payload-Oxum: much\nCabinet-Format: 1.0\nCabinet-Profile: access\n" },
      TRUE },
    { "bag-info-repeat",
      "line 6: Bagging-Date",
      { "bag-info.txt", "+Bagging-Date: 2026-03-03\n" },
      TRUE },
    { "bag-info-repeat",
      "line 6: payload-oxum",
      { "bag-info.txt", "+payload-oxum: 15.3\n" },
      TRUE },
    { "bag-bad-line", "bag-info.txt, line 6", { "bag-info.txt", "+no colon\n" }, TRUE },
    { "bag-not-cabinet",
      "Cabinet-Format is missing",
      { "bag-info.txt", "Cabinet-Profile: access\n" },
      TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GTree) bag = cab_test_bag_new ();
      const Change *change = &cases[i].change;

      if (change->content != NULL && change->content[0] == '+')
        cab_test_bag_append (bag, change->path, change->content + 1);
      else
        cab_test_bag_put (bag, change->path, change->content);
      if (cases[i].seal)
        cab_test_bag_seal (bag, G_CHECKSUM_SHA512, "sha512");
      else if (g_str_has_prefix (change->path, "manifest-"))
        cab_test_bag_seal_tags (bag);
      if (strcmp (cases[i].name, "bag-missing-file") == 0)
        cab_test_bag_put (bag, "data/gone", NULL);
      expect (cases[i].name, bag, CAB_BAG_RULES_CABINET, cases[i].name, cases[i].shown);
    }
}

/* [B-16] [B-78] paths in manifests: outside, upwards, tag files, twice, folded */
static void
test_hostile_manifest_lines_are_refused_by_name (void)
{
  static const struct
  {
    const char *name;
    const char *path; /* one more line of the payload manifest */
    const char *shown;
  } cases[] = {
    { "bag-path-outside", "../../etc/passwd", "‘../../etc/passwd’" },
    { "bag-path-outside", "data/../bagit.txt", "line 4" },
    { "bag-path-outside", "./data/record.xml", NULL },
    { "bag-path-outside", "data/./record.xml", NULL },
    { "bag-path-outside", "data//record.xml", NULL },
    { "bag-path-outside", "data/", NULL },
    { "bag-path-outside", "/data/record.xml", NULL },
    { "bag-path-outside", "/etc/passwd", NULL },
    { "bag-path-outside", "~/x", NULL },
    { "bag-path-outside", "~root/x", NULL },
    { "bag-path-outside", "c:data/x", NULL },
    { "bag-path-outside", "data\\x", NULL },
    { "bag-path-outside", "data/a%0Ab", NULL },
    { "bag-path-outside", "data/a%0db", NULL },
    { "bag-path-outside", "data/caf\xE9", "\\xE9" },
    { "bag-path-outside", "data/con", NULL },
    { "bag-path-outside", "elsewhere/x", NULL },
    { "bag-manifest-lists-tag", "bagit.txt", "bagit.txt" },
    { "bag-duplicate-line", "data/record.xml", "data/record.xml is listed twice" },
    { "bag-duplicate-line", "data/RECORD.xml", NULL },
    { "bag-missing-file", "data/gone", "line 4: data/gone" },
    { "bag-missing-file", "data/100%2525", "data/100%25" },
    { "bag-missing-file", "data/100%20", "data/100%20" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GTree) bag = cab_test_bag_new ();
      g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA512, "", 0);
      g_autofree char *line = g_strconcat (digest, "  ", cases[i].path, "\n", NULL);

      cab_test_bag_append (bag, "manifest-sha512.txt", line);
      cab_test_bag_seal_tags (bag);
      expect (cases[i].path, bag, CAB_BAG_RULES_CABINET, cases[i].name, cases[i].shown);
    }
}

/* [B-17] the same file twice, with the same digest or another one: sha512sum takes the first */
static void
test_line_twice_is_refused_with_any_digest (void)
{
  g_autoptr (GTree) same = cab_test_bag_new ();
  g_autoptr (GTree) other = cab_test_bag_new ();
  g_autofree char *again = g_strdup (cab_test_bag_get (same, "manifest-sha512.txt"));
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA512, "other", -1);
  g_autofree char *line = g_strconcat (digest, "  data/record.xml\n", NULL);

  cab_test_bag_append (same, "manifest-sha512.txt", again);
  cab_test_bag_seal_tags (same);
  expect ("same digest", same, CAB_BAG_RULES_RFC,
          "bag-duplicate-line bag-duplicate-line bag-duplicate-line", NULL);

  cab_test_bag_append (other, "manifest-sha512.txt", line);
  cab_test_bag_seal_tags (other);
  expect ("other digest", other, CAB_BAG_RULES_RFC, "bag-duplicate-line", "line 4");
}

/* [B-17] bags of version 0.97 are refused for their version; with the version
 * raised, what tries to leave the bag is refused for its path or for fetch.txt */
static void
test_escapes_are_refused_for_what_they_are (void)
{
  static const struct
  {
    const char *path;
    const char *fault;
  } cases[] = {
    { "../../../../../../../../etc/hosts", "bag-path-outside" },
    { "/etc/hosts", "bag-path-outside" },
    { "~/.bashrc", "bag-path-outside" },
    { "~root/.bashrc", "bag-path-outside" },
    { "C:\\Windows\\System32\\drivers\\etc\\hosts", "bag-path-outside" },
    { "\\\\server\\share", "bag-path-outside" },
    { "data/../../etc/hosts", "bag-path-outside" },
    { NULL, "bag-fetch" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GTree) bag = cab_test_bag_new ();
      g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA512, "", 0);
      g_autofree char *line = g_strconcat (digest, "  ", cases[i].path, "\n", NULL);
      g_autofree char *both = g_strconcat ("bag-bagit-version ", cases[i].fault, NULL);

      if (cases[i].path != NULL)
        cab_test_bag_append (bag, "manifest-sha512.txt", line);
      else
        cab_test_bag_put (bag, "fetch.txt", "https://example.org/x 1 ../../etc/hosts\n");
      cab_test_bag_seal_tags (bag);
      expect (cases[i].fault, bag, CAB_BAG_RULES_RFC, cases[i].fault, NULL);

      cab_test_bag_put (bag, "bagit.txt",
                        "BagIt-Version: 0.97\nTag-File-Character-Encoding: UTF-8\n");
      cab_test_bag_seal_tags (bag);
      expect ("0.97", bag, CAB_BAG_RULES_RFC, both, "‘0.97’");
    }
}

/* [B-78] content changed after the manifest was made; both digests must fit */
static void
test_changed_content_is_found_in_any_manifest (void)
{
  g_autoptr (GTree) bag = cab_test_bag_new ();

  cab_test_bag_put (bag, "data/record.xml", "<Record/>");
  expect ("sha512", bag, CAB_BAG_RULES_CABINET, "bag-wrong-hash",
          "data/record.xml was changed after the bundle was made.");
  expect ("sha512", bag, CAB_BAG_RULES_RFC, "bag-wrong-hash", NULL);

  cab_test_bag_put (bag, "data/record.xml", "<record/>");
  cab_test_bag_seal (bag, G_CHECKSUM_SHA256, "sha256");
  cab_test_bag_put (bag, "data/record.xml", "<Record/>");
  cab_test_bag_seal (bag, G_CHECKSUM_SHA512, "sha512");
  expect ("sha256 is old", bag, CAB_BAG_RULES_RFC, "bag-tagmanifest-wrong bag-wrong-hash", NULL);
}

/* [B-17] v1.0/invalid notAllManifestsListAllFiles: every file in every manifest */
static void
test_every_manifest_lists_every_file (void)
{
  g_autoptr (GTree) bag = cab_test_bag_new ();

  cab_test_bag_seal (bag, G_CHECKSUM_SHA256, "sha256");
  cab_test_bag_put (bag, "data/late", "");
  cab_test_bag_put (bag, "bag-info.txt", NULL);
  cab_test_bag_seal (bag, G_CHECKSUM_SHA512, "sha512");
  cab_test_bag_put (bag, "tagmanifest-sha256.txt", NULL);
  expect ("late", bag, CAB_BAG_RULES_RFC, "bag-not-in-every-manifest",
          "data/late is not listed in manifest-sha256.txt.");
}

/* [B-16] [B-78] which manifests are needed, and which are not enough */
static void
test_manifests_that_are_needed (void)
{
  static const struct
  {
    const char *name;
    const char *algorithm;
    GChecksumType type;
    const char *rfc;
    const char *cabinet;
  } cases[] = {
    { "none", NULL, 0, "bag-no-manifest", "bag-no-manifest bag-no-tagmanifest" },
    { "md5", "md5", G_CHECKSUM_MD5, "", "bag-unknown-algorithm bag-no-tagmanifest" },
    { "sha1", "sha1", G_CHECKSUM_SHA1, "", "bag-unknown-algorithm bag-no-tagmanifest" },
    { "sha256", "sha256", G_CHECKSUM_SHA256, "", "" },
    { "sha384", "sha384", G_CHECKSUM_SHA384, "", "bag-unknown-algorithm bag-no-tagmanifest" },
    { "unknown", "whirlpool", G_CHECKSUM_SHA512, "bag-unknown-algorithm",
      "bag-unknown-algorithm bag-no-tagmanifest" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GTree) bag = cab_test_bag_new ();

      cab_test_bag_put (bag, "manifest-sha512.txt", NULL);
      cab_test_bag_put (bag, "tagmanifest-sha512.txt", NULL);
      if (cases[i].algorithm != NULL)
        cab_test_bag_seal (bag, cases[i].type, cases[i].algorithm);
      expect (cases[i].name, bag, CAB_BAG_RULES_RFC, cases[i].rfc, NULL);
      expect (cases[i].name, bag, CAB_BAG_RULES_CABINET, cases[i].cabinet, NULL);
    }
}

/* [B-16] unknown algorithms beside a known one, and tag files of one's own, are allowed by the RFC
 */
static void
test_what_the_rfc_allows_is_allowed (void)
{
  g_autoptr (GTree) bag = cab_test_bag_new ();

  cab_test_bag_put (bag, "manifest-whirlpool.txt", "not looked at\n");
  cab_test_bag_put (bag, "notes.txt", "x");
  cab_test_bag_put (bag, "tags/deep.txt", "x");
  expect ("rfc", bag, CAB_BAG_RULES_RFC, "", NULL);
  expect ("cabinet", bag, CAB_BAG_RULES_CABINET, "bag-extra-file bag-extra-file bag-extra-file",
          NULL);

  cab_test_bag_put (bag, "tagmanifest-sha512.txt", NULL);
  cab_test_bag_put (bag, "bag-info.txt", NULL);
  expect ("bare", bag, CAB_BAG_RULES_RFC, "", NULL);

  cab_test_bag_put (bag, "bagit.txt",
                    "BagIt-Version: 1.0\r\nTag-File-Character-Encoding: UTF-8\r\n");
  expect ("crlf", bag, CAB_BAG_RULES_RFC, "", NULL);
  cab_test_bag_put (bag, "bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8");
  expect ("no last line end", bag, CAB_BAG_RULES_RFC, "", NULL);
}

/* [B-78] a tag manifest that lists the payload, itself, or what is not there */
static void
test_tag_manifest_lists_tag_files_only (void)
{
  static const struct
  {
    const char *path;
    const char *fault;
  } cases[] = {
    { "data/record.xml", "bag-manifest-lists-tag" },
    { "tagmanifest-sha512.txt", "bag-manifest-lists-tag" },
    { "gone.txt", "bag-missing-file" },
    { "../gone.txt", "bag-path-outside" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GTree) bag = cab_test_bag_new ();
      g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA512, "<record/>", -1);
      g_autofree char *line = g_strconcat (digest, " *", cases[i].path, "\r\n", NULL);

      cab_test_bag_append (bag, "tagmanifest-sha512.txt", line);
      expect (cases[i].path, bag, CAB_BAG_RULES_CABINET, cases[i].fault, NULL);
    }
}

typedef struct
{
  GString *seen;
  guint n_progress;
  guint64 last;
  GCancellable *cancellable;
} Watch;

static gboolean
on_bytes_cb (const char *path, const void *bytes, gsize length, gpointer data, GError **error)
{
  Watch *watch = data;

  if (bytes == NULL)
    g_string_append_printf (watch->seen, "%s;", path);
  else
    g_string_append_len (watch->seen, bytes, length);
  if (watch->cancellable != NULL)
    g_cancellable_cancel (watch->cancellable);
  return TRUE;
}

static void
on_progress_cb (guint64 done, guint64 total, gpointer data)
{
  Watch *watch = data;

  g_assert_cmpuint (done, >=, watch->last);
  g_assert_cmpuint (done, <=, total);
  watch->last = done;
  watch->n_progress++;
}

static CabBagReport *
watch_bag (CabTestBag *bag, Watch *watch, GError **error)
{
  g_auto (CabTestFolder) folder = cab_test_folder_new ();
  g_autoptr (CabBundleSource) source = NULL;

  cab_test_bag_write (bag, folder.path);
  source = cab_bundle_source_open (folder.path, NULL, NULL);
  return cab_bag_verify (source, CAB_BAG_RULES_CABINET, on_bytes_cb, watch, on_progress_cb, watch,
                         watch->cancellable, error);
}

/* [B-73] the tap sees the whole payload once, and nothing after a fault */
static void
test_tap_sees_the_payload_of_a_good_bag (void)
{
  g_autoptr (GTree) bag = cab_test_bag_new ();
  g_autoptr (GString) seen = g_string_new (NULL);
  g_autoptr (CabBagReport) good = NULL;
  g_autoptr (CabBagReport) bad = NULL;
  g_autoptr (CabBagReport) late = NULL;
  g_autofree char *digest = g_compute_checksum_for_string (
      G_CHECKSUM_SHA512, cab_test_bag_get (bag, "tagmanifest-sha512.txt"), -1);
  Watch watch = { .seen = seen };

  good = watch_bag (bag, &watch, NULL);
  g_assert_cmpstr (seen->str, ==,
                   "a\r\ndata/csv/goals.csv;<p>data/record.html;<record/>data/record.xml;");
  g_assert_cmpuint (watch.n_progress, >, 1);
  g_assert_cmpstr (cab_bag_info_get (good->info, "cabinet-profile"), ==, "access");
  g_assert_cmpstr (good->tagmanifest_sha512, ==, digest);

  g_string_truncate (seen, 0);
  cab_test_bag_put (bag, "data/record.html", "<b>");
  watch.last = 0;
  late = watch_bag (bag, &watch, NULL);
  g_assert_cmpstr (seen->str, ==, "a\r\ndata/csv/goals.csv;<b>");
  g_assert_cmpuint (late->faults->len, ==, 1);

  g_string_truncate (seen, 0);
  cab_test_bag_put (bag, "data/extra", "x");
  watch.last = 0;
  bad = watch_bag (bag, &watch, NULL);
  g_assert_cmpstr (seen->str, ==, "");
  g_assert_cmpuint (bad->faults->len, ==, 2);
}

/* [B-71] cancelling ends it with the one error that means it */
static void
test_cancelling_ends_it (void)
{
  g_autoptr (GTree) bag = cab_test_bag_new ();
  g_autoptr (GString) seen = g_string_new (NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (CabBagReport) report = NULL;
  g_autoptr (GError) error = NULL;
  Watch watch = { .seen = seen, .cancellable = cancellable };

  report = watch_bag (bag, &watch, &error);
  g_assert_null (report);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* [B-16] a manifest of nothing but wrong lines does not fill the memory with sentences */
static void
test_faults_have_an_end (void)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func ((GDestroyNotify)g_error_free);
  g_autoptr (CabManifest) manifest = NULL;
  g_autoptr (GBytes) bytes = NULL;

  for (guint i = 0; i < 100000; i++)
    g_string_append (lines, "x\n");
  bytes = g_bytes_new (lines->str, lines->len);
  manifest = cab_manifest_parse ("manifest-md5.txt", bytes, faults);
  g_assert_cmpuint (faults->len, ==, 1000);
  g_assert_cmpuint (manifest->lines->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exporter/bag-verify/good-bundle-is-valid", test_good_bundle_is_valid);
  g_test_add_func ("/exporter/bag-verify/hostile-bags-are-refused-by-name",
                   test_hostile_bags_are_refused_by_name);
  g_test_add_func ("/exporter/bag-verify/hostile-manifest-lines-are-refused-by-name",
                   test_hostile_manifest_lines_are_refused_by_name);
  g_test_add_func ("/exporter/bag-verify/line-twice-is-refused-with-any-digest",
                   test_line_twice_is_refused_with_any_digest);
  g_test_add_func ("/exporter/bag-verify/escapes-are-refused-for-what-they-are",
                   test_escapes_are_refused_for_what_they_are);
  g_test_add_func ("/exporter/bag-verify/changed-content-is-found-in-any-manifest",
                   test_changed_content_is_found_in_any_manifest);
  g_test_add_func ("/exporter/bag-verify/every-manifest-lists-every-file",
                   test_every_manifest_lists_every_file);
  g_test_add_func ("/exporter/bag-verify/manifests-that-are-needed",
                   test_manifests_that_are_needed);
  g_test_add_func ("/exporter/bag-verify/what-the-rfc-allows-is-allowed",
                   test_what_the_rfc_allows_is_allowed);
  g_test_add_func ("/exporter/bag-verify/tag-manifest-lists-tag-files-only",
                   test_tag_manifest_lists_tag_files_only);
  g_test_add_func ("/exporter/bag-verify/tap-sees-the-payload-of-a-good-bag",
                   test_tap_sees_the_payload_of_a_good_bag);
  g_test_add_func ("/exporter/bag-verify/cancelling-ends-it", test_cancelling_ends_it);
  g_test_add_func ("/exporter/bag-verify/faults-have-an-end", test_faults_have_an_end);
  return g_test_run ();
}
