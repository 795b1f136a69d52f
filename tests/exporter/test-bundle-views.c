/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include "cab-bundle.h"

#include "cab-csv-reader.h"
#include "cab-csv-writer.h"

#include <libxml/parser.h>
#include <string.h>

#include "cab-test-bundle.h"
#include "cab-test-tool.h"

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlDoc, xmlFreeDoc)

/* A bundle of every profile, made once. */
typedef struct
{
  CabTestBundle self;
  CabTestFolder folder;
  CabBundleResult *results[CAB_N_BUNDLE_PROFILES];
} Bundles;

static Bundles *
bundles_new (void)
{
  Bundles *bundles = g_new0 (Bundles, 1);

  bundles->self = cab_test_bundle_new ();
  bundles->folder = cab_test_folder_new ();
  for (guint p = 0; p < CAB_N_BUNDLE_PROFILES; p++)
    {
      g_autoptr (CabBundleScope) scope
          = cab_test_scope_new (&bundles->self, (CabBundleProfile)p, bundles->folder.path);

      bundles->results[p] = cab_test_export (&bundles->self.test, scope);
    }

  return bundles;
}

static void
bundles_free (Bundles *bundles)
{
  for (guint p = 0; p < CAB_N_BUNDLE_PROFILES; p++)
    cab_bundle_result_free (bundles->results[p]);
  cab_test_folder_clear (&bundles->folder);
  cab_test_bundle_clear (&bundles->self);
  g_free (bundles);
}

typedef void (*JudgeFunc) (const char *folder, const char *schema);

/* Lets somebody judge the bundle of each profile. */
static void
judge_every_profile (const Bundles *bundles, JudgeFunc judge)
{
  for (guint p = 0; p < CAB_N_BUNDLE_PROFILES; p++)
    {
      g_autofree char *schema = g_strdup_printf (
          "data/schema/cabinet-%s-1.xsd", cab_bundle_profile_get_rules ((CabBundleProfile)p)->root);

      judge (bundles->results[p]->path, schema);
    }
}

static void
assert_tool (int status, const char *tool, const char *path, const char *output)
{
  if (status != 0)
    g_error ("%s says %d of %s: %s", tool, status, path, output);
}

static void
judge_bag (const char *folder, const char *schema)
{
  g_autofree char *output = NULL;

  assert_tool (cab_test_run_tool (folder, &output, "sha512sum", "--strict", "--quiet", "-c",
                                  "manifest-sha512.txt", "tagmanifest-sha512.txt", NULL),
               "sha512sum", folder, output);
}

/* [B-90] sha512sum finds every file as it was */
static void
test_sha512sum_agrees (gconstpointer data)
{
  if (cab_test_has_tool ("sha512sum"))
    judge_every_profile (data, judge_bag);
}

static void
judge_by_xmllint (const char *folder, const char *schema)
{
  g_autofree char *output = NULL;

  assert_tool (cab_test_run_tool (folder, &output, "xmllint", "--nonet", "--noout", "--stream",
                                  "--schema", schema, "data/record.xml", NULL),
               "xmllint", "record.xml", output);
}

/* [B-90] xmllint validates the record as a stream */
static void
test_xmllint_agrees (gconstpointer data)
{
  if (cab_test_has_tool ("xmllint"))
    judge_every_profile (data, judge_by_xmllint);
}

static void
judge_by_jing (const char *folder, const char *schema)
{
  g_autofree char *output = NULL;

  assert_tool (cab_test_run_tool (folder, &output, "jing", schema, "data/record.xml", NULL), "jing",
               "record.xml", output);
}

/* [B-90] jing, which is not libxml2, agrees */
static void
test_jing_agrees (gconstpointer data)
{
  if (cab_test_has_tool ("jing"))
    judge_every_profile (data, judge_by_jing);
}

static void
judge_files (const char *folder, const char *suffix, const char *const *command)
{
  g_auto (GStrv) files = cab_test_list_files (folder);

  for (guint i = 0; files[i] != NULL; i++)
    {
      g_autofree char *output = NULL;

      if (!g_str_has_suffix (files[i], suffix))
        continue;
      assert_tool (
          cab_test_run_tool (folder, &output, command[0], command[1], command[2], files[i], NULL),
          command[0], files[i], output);
    }
}

static void
judge_by_tidy (const char *folder, const char *schema)
{
  static const char *const command[] = { "tidy", "-q", "-e" };

  judge_files (folder, ".html", command);
}

/* [B-90] [B-40] tidy finds nothing in any page */
static void
test_tidy_agrees (gconstpointer data)
{
  if (cab_test_has_tool ("tidy"))
    judge_every_profile (data, judge_by_tidy);
}

/* [B-90] csvclean and Miller read tables with every kind of text in them */
static void
test_csvclean_agrees (gconstpointer data)
{
  static const char *const files[] = { "data/csv/clients.csv", "data/csv/mood-entries.csv",
                                       "data/csv/note-versions.csv", "data/notice/recipients.csv" };
  const Bundles *bundles = data;
  const char *folder = bundles->results[CAB_BUNDLE_PROFILE_ACCESS]->path;

  if (!cab_test_has_tool ("csvclean") || !cab_test_has_tool ("mlr"))
    return;

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *output = NULL;
      g_autofree char *again = NULL;

      assert_tool (cab_test_run_tool (folder, &output, "csvclean", "--length-mismatch",
                                      "--encoding=utf-8-sig", files[i], NULL),
                   "csvclean", files[i], output);
      assert_tool (
          cab_test_run_tool (folder, &again, "mlr", "--icsv", "--ojson", "cat", files[i], NULL),
          "mlr", files[i], again);
    }
}

static void
judge_by_fhir_schema (const char *folder, const char *schema)
{
  g_auto (GStrv) files = cab_test_list_files (folder);
  g_autofree char *fhir = cab_test_dup_source_path ("tests/data/fhir-r4/fhir-single.xsd");

  for (guint i = 0; files[i] != NULL; i++)
    {
      g_autofree char *output = NULL;

      if (!g_str_has_prefix (files[i], "data/fhir/"))
        continue;
      assert_tool (cab_test_run_tool (folder, &output, "xmllint", "--nonet", "--noout", "--schema",
                                      fhir, files[i], NULL),
                   "xmllint", files[i], output);
    }
}

/* [B-50] [B-90] the view for other systems is valid FHIR R4 */
static void
test_fhir_schema_agrees (gconstpointer data)
{
  if (cab_test_has_tool ("xmllint"))
    judge_every_profile (data, judge_by_fhir_schema);
}

static void
judge_csvw (const char *folder, const char *schema)
{
  g_autofree char *script = cab_test_dup_source_path ("tests/exporter/check-csvw");
  g_autofree char *output = NULL;

  assert_tool (cab_test_run_tool (folder, &output, "python3", script, "data/csv", NULL),
               "check-csvw", folder, output);
}

/* [B-33] [B-90] CSVW: JSON parses, columns are the headings, keys are unique,
 * references resolve */
static void
test_csvw_describes_the_tables (gconstpointer data)
{
  if (cab_test_has_tool ("python3"))
    judge_every_profile (data, judge_csvw);
}

/* [B-40] no page loads anything from anywhere, and the style is the one it states */
static void
judge_pages (const char *folder, const char *schema)
{
  g_auto (GStrv) files = cab_test_list_files (folder);

  for (guint i = 0; files[i] != NULL; i++)
    {
      g_autofree char *page = NULL;
      g_autofree char *style = NULL;
      g_autofree char *stated = NULL;
      g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
      g_autofree char *hash = NULL;
      guint8 digest[32];
      gsize length = sizeof digest;
      const char *start, *end;

      if (!g_str_has_suffix (files[i], ".html"))
        continue;
      page = cab_test_read (folder, files[i], NULL);
      if (g_regex_match_simple ("(src|href)=\"?(https?:|//|data:|javascript:)|<script|<img|<link|"
                                "@import|url\\(|\\son[a-z]+=",
                                page, G_REGEX_CASELESS, 0))
        g_error ("%s loads something", files[i]);
      g_assert_true (g_str_has_prefix (
          page, "<!DOCTYPE html>\n<html lang=\"en\" dir=\"ltr\">\n<head>\n<meta "
                "charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" "
                "content=\"default-src 'none'; style-src 'sha256-"));

      start = strstr (page, "<style>") + strlen ("<style>");
      end = strstr (start, "</style>");
      g_checksum_update (checksum, (const guchar *)start, end - start);
      g_checksum_get_digest (checksum, digest, &length);
      hash = g_base64_encode (digest, length);
      stated = g_strdup_printf ("style-src 'sha256-%s';", hash);
      g_assert_nonnull (strstr (page, stated));
      g_assert_null (strstr (start, "<style"));
    }
}

static void
test_pages_load_nothing (gconstpointer data)
{
  judge_every_profile (data, judge_pages);
}

/* [B-40] [B-41] the front page names the practice and nobody else, in its order */
static void
judge_front_page (const char *folder, const char *schema)
{
  static const char *const order[] = { "<title>",
                                       "From whom",
                                       "By which right",
                                       "What is in it",
                                       "What was left out",
                                       "How to check",
                                       "sha512sum -c manifest-sha512.txt",
                                       "How to take it to another",
                                       "Where the format is described",
                                       "Whom to complain to",
                                       "Information Commissioner" };
  g_autofree char *page = cab_test_read (folder, "00-READ-ME-FIRST.html", NULL);
  const char *at = page;

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      at = strstr (at, order[i]);
      if (at == NULL)
        g_error ("%s is not there or not in its place", order[i]);
    }
  g_assert_null (strstr (page, "Ann"));
  g_assert_nonnull (strstr (page, "Test Practice"));
}

static void
test_front_page_is_in_order (gconstpointer data)
{
  judge_every_profile (data, judge_front_page);
}

/* The text of a field of the n-th record of a kind in record.xml. */
static xmlNode *
find_child (xmlNode *node, const char *name)
{
  for (xmlNode *at = node->children; at != NULL; at = at->next)
    {
      if (at->type == XML_ELEMENT_NODE && strcmp ((const char *)at->name, name) == 0)
        return at;
    }

  return NULL;
}

static char *
dup_field (xmlNode *record, const char *name)
{
  xmlNode *field = find_child (record, name);
  xmlChar *content;
  char *text;

  if (strcmp (name, "id") == 0)
    content = xmlGetNoNsProp (record, BAD_CAST "id");
  else if (field == NULL)
    return g_strdup ("");
  else
    content = xmlNodeGetContent (field);
  text = g_strdup ((const char *)content);
  xmlFree (content);

  return text;
}

static void
compare_row (const CabKind *kind,
             const char *const *headings,
             const char *const *cells,
             xmlNode *record)
{
  for (guint column = 0; headings[column] != NULL; column++)
    {
      int field = cab_kind_find_field (kind, headings[column]);
      g_autofree char *text = dup_field (record, headings[column]);
      g_autofree char *decoded = NULL;

      g_assert_cmpint (field, >=, 0);
      decoded = cab_field_is_text (cab_kind_get_field (kind, (guint)field))
                    ? cab_csv_guard_decode (cells[column])
                    : g_strdup (cells[column]);
      if (strcmp (text, decoded) != 0)
        g_error ("%s.%s: “%s” is not “%s”", kind->name, headings[column], decoded, text);
    }
}

static void
compare_table (const char *folder, const CabKind *kind, xmlNode *list)
{
  g_autofree char *path = g_strdup_printf ("data/csv/%s.csv", kind->plural);
  gsize length = 0;
  g_autofree char *content = cab_test_read (folder, path, &length);
  g_autoptr (GBytes) bytes = g_bytes_new (content, length);
  g_autoptr (CabCsvReader) reader = cab_csv_reader_new_for_bytes (bytes, path, ',', CAB_CSV_STRICT);
  const char *const *cells = NULL;
  g_auto (GStrv) headings = NULL;

  g_assert_true (cab_csv_reader_read (reader, &cells, NULL, NULL));
  headings = g_strdupv ((char **)cells);
  for (xmlNode *record = list->children; record != NULL; record = record->next)
    {
      if (record->type != XML_ELEMENT_NODE)
        continue;
      g_assert_true (cab_csv_reader_read (reader, &cells, NULL, NULL));
      g_assert_nonnull (cells);
      compare_row (kind, (const char *const *)headings, cells, record);
    }
  g_assert_true (cab_csv_reader_read (reader, &cells, NULL, NULL));
  g_assert_null (cells);
}

/* Opened by us: libxml2 opens nothing once the exporter has read with it [B-28]. */
static xmlDoc *
read_document (const char *path)
{
  g_autofree char *content = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  return xmlReadMemory (content, (int)length, NULL, NULL, XML_PARSE_NONET);
}

/* [B-30] [B-32] [B-90] every cell is what record.xml says, once the guard is off */
static void
judge_tables (const char *folder, const char *schema)
{
  g_autofree char *path = g_build_filename (folder, "data/record.xml", NULL);
  g_autoptr (xmlDoc) document = read_document (path);

  g_assert_nonnull (document);
  for (guint k = 0; cab_kinds[k] != NULL; k++)
    {
      xmlNode *list = find_child (xmlDocGetRootElement (document), cab_kinds[k]->plural);

      if (list != NULL)
        compare_table (folder, cab_kinds[k], list);
    }
}

static void
test_tables_equal_the_record (gconstpointer data)
{
  judge_every_profile (data, judge_tables);
}

/* [B-23] hostile text comes back from record.xml bit for bit */
static void
test_text_comes_back_bit_for_bit (gconstpointer data)
{
  const Bundles *bundles = data;
  const CabBundleResult *result = bundles->results[CAB_BUNDLE_PROFILE_PRACTICE];
  g_autofree char *path = g_build_filename (result->path, "data/record.xml", NULL);
  g_autoptr (xmlDoc) document = read_document (path);
  g_autofree char *content = cab_test_read (result->path, "data/record.xml", NULL);
  xmlNode *root = xmlDocGetRootElement (document);
  g_autofree char *presenting
      = dup_field (find_child (find_child (root, "clients"), "client"), "presenting");
  g_autofree char *note
      = dup_field (find_child (find_child (root, "mood-entries"), "mood-entry"), "entry_note");

  g_assert_cmpstr (presenting, ==, CAB_TEST_HOSTILE);
  g_assert_cmpstr (note, ==, CAB_TEST_HOSTILE);
  g_assert_true (
      g_str_has_prefix (content, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<record "));
  g_assert_null (strstr (content, "<!"));
  g_assert_null (strstr (content + 2, "<?"));
  g_assert_null (strchr (content, '\r'));
}

/* [B-50] every field that has a place in FHIR is in the view */
static void
test_fhir_holds_what_it_has_a_place_for (gconstpointer data)
{
  static const char *const there[] = {
    "<family value=\"O’Neill &amp; Co\"/>",
    "<birthDate value=\"1990-02\"/>",
    "<family value=\"Practice-Doctor\"/>",
    "<code value=\"6A70\"/>",
    "<system value=\"http://id.who.int/icd/release/11/mms\"/>",
    "<onsetDateTime value=\"2024-11\"/>",
    "<start value=\"2026-02-16T09:00:00Z\"/>",
    "<status value=\"superseded\"/>",
    "<docStatus value=\"final\"/>",
    "<code value=\"PSYTHPN\"/>",
    "<valueInteger value=\"-4\"/>",
    "<value value=\"7.50\"/>",
    "<unit value=\"h\"/>",
    "<text value=\"Friends\"/>",
    "<status value=\"inactive\"/>",
    "<code value=\"transfer\"/>",
    "<title value=\"Letter of 3 May\"/>",
    "<size value=\"150000\"/>",
    "<url value=\"../attachments/",
    "<AuditEvent>",
    "<Provenance>",
  };
  const Bundles *bundles = data;
  const CabBundleResult *result = bundles->results[CAB_BUNDLE_PROFILE_ACCESS];
  g_autofree char *fhir = cab_test_read (result->path, "data/fhir/bundle.xml", NULL);
  g_autofree char *text
      = g_base64_encode ((const guchar *)CAB_TEST_HOSTILE, strlen (CAB_TEST_HOSTILE));

  for (guint i = 0; i < G_N_ELEMENTS (there); i++)
    {
      if (strstr (fhir, there[i]) == NULL)
        g_error ("%s is not there", there[i]);
    }
  g_assert_nonnull (strstr (fhir, text));
  g_assert_null (strstr (fhir, "value=\"\""));
}

/* [B-50] the hash of an attachment is its SHA-1 in base64, as R4 wants it */
static void
test_fhir_hash_is_sha1 (gconstpointer data)
{
  const Bundles *bundles = data;
  const CabBundleResult *result = bundles->results[CAB_BUNDLE_PROFILE_TRANSFER];
  g_autofree char *fhir = cab_test_read (result->path, "data/fhir/bundle.xml", NULL);
  g_auto (GStrv) files = cab_test_list_files (result->path);
  gboolean found = FALSE;

  for (guint i = 0; files[i] != NULL; i++)
    {
      gsize length = 0, size = 20;
      guint8 digest[20];
      g_autofree char *content = NULL;
      g_autofree char *hash = NULL;
      g_autofree char *element = NULL;
      g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA1);

      if (!g_str_has_prefix (files[i], "data/attachments/"))
        continue;
      content = cab_test_read (result->path, files[i], &length);
      g_assert_true (g_str_has_suffix (files[i], ".txt"));
      g_checksum_update (checksum, (const guchar *)content, (gssize)length);
      g_checksum_get_digest (checksum, digest, &size);
      hash = g_base64_encode (digest, size);
      element = g_strdup_printf ("<hash value=\"%s\"/>", hash);
      g_assert_nonnull (strstr (fhir, element));
      found = TRUE;
    }
  g_assert_true (found);
}

int
main (int argc, char **argv)
{
  Bundles *bundles;
  int status;

  g_test_init (&argc, &argv, NULL);
  bundles = bundles_new ();

  g_test_add_data_func ("/bundle-views/sha512sum-agrees", bundles, test_sha512sum_agrees);
  g_test_add_data_func ("/bundle-views/xmllint-agrees", bundles, test_xmllint_agrees);
  g_test_add_data_func ("/bundle-views/jing-agrees", bundles, test_jing_agrees);
  g_test_add_data_func ("/bundle-views/tidy-agrees", bundles, test_tidy_agrees);
  g_test_add_data_func ("/bundle-views/csvclean-agrees", bundles, test_csvclean_agrees);
  g_test_add_data_func ("/bundle-views/fhir-schema-agrees", bundles, test_fhir_schema_agrees);
  g_test_add_data_func ("/bundle-views/csvw-describes-the-tables", bundles,
                        test_csvw_describes_the_tables);
  g_test_add_data_func ("/bundle-views/pages-load-nothing", bundles, test_pages_load_nothing);
  g_test_add_data_func ("/bundle-views/front-page-is-in-order", bundles,
                        test_front_page_is_in_order);
  g_test_add_data_func ("/bundle-views/tables-equal-the-record", bundles,
                        test_tables_equal_the_record);
  g_test_add_data_func ("/bundle-views/text-comes-back-bit-for-bit", bundles,
                        test_text_comes_back_bit_for_bit);
  g_test_add_data_func ("/bundle-views/fhir-holds-what-it-has-a-place-for", bundles,
                        test_fhir_holds_what_it_has_a_place_for);
  g_test_add_data_func ("/bundle-views/fhir-hash-is-sha1", bundles, test_fhir_hash_is_sha1);

  status = g_test_run ();
  bundles_free (bundles);

  return status;
}
