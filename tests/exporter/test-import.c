/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#include "config.h"

#include "cab-import.h"

#include "cab-client.h"
#include "cab-erasure.h"
#include "cab-export-error.h"
#include "cab-store.h"
#include "cab-test-bundle.h"
#include "cab-xml-reader.h"

#include <libxml/parser.h>
#include <string.h>

static void
assert_verifies (CabPractice *practice)
{
  g_auto (CabVaultReport) report = { 0 };
  g_autoptr (GError) error = NULL;

  cab_vault_report_init (&report);
  cab_vault_verify (cab_practice_get_vault (practice), CAB_VAULT_VERIFY_ALL, cab_store_walk_rows,
                    NULL, NULL, NULL, &report, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (cab_vault_report_is_good (&report));
}

static CabImportPreview *
import (CabTestPractice *into, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CabBundleSource) source = cab_bundle_source_open (path, NULL, &error);
  g_autoptr (CabImportPreview) preview = NULL;

  g_assert_no_error (error);
  preview = cab_import_preview (into->practice, source, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  cab_import_run (into->practice, source, preview, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);

  return g_steal_pointer (&preview);
}

static void
assert_same_file (const char *a, const char *b, const char *path)
{
  gsize a_length = 0, b_length = 0;
  g_autofree char *a_bytes = cab_test_read (a, path, &a_length);
  g_autofree char *b_bytes = cab_test_read (b, path, &b_length);

  g_test_message ("%s", path);
  g_assert_cmpmem (a_bytes, a_length, b_bytes, b_length);
}

static void
assert_same_record (const char *a, const char *b)
{
  g_auto (GStrv) files = cab_test_list_files (a);
  guint n_attachments = 0;

  assert_same_file (a, b, "data/record.xml");
  for (guint i = 0; files[i] != NULL; i++)
    {
      if (!g_str_has_prefix (files[i], "data/attachments/")
          && !g_str_has_prefix (files[i], "data/csv/"))
        continue;
      assert_same_file (a, b, files[i]);
      n_attachments += g_str_has_prefix (files[i], "data/attachments/") ? 1 : 0;
    }
  g_assert_cmpuint (n_attachments, >, 0);
}

/* One practice at a time is open for writing in a process: the one that gives
 * closes before the one that takes is made. */
static CabTestPractice
close_and_make (CabTestBundle *from)
{
  g_clear_object (&from->test.practice);
  return cab_test_practice_new_seeded (2);
}

/* The client's bundle again, from the practice that took it in. */
static CabBundleResult *
export_again (CabTestBundle *from,
              CabTestPractice *to,
              CabBundleProfile profile,
              const char *target)
{
  g_autoptr (CabBundleScope) scope = cab_test_scope_new (from, profile, target);

  /* The consent was given to the other practice, so it goes to the client [B-75]. */
  if (profile == CAB_BUNDLE_PROFILE_TRANSFER)
    {
      g_assert_true (cab_bundle_scope_set_ground (scope, "subject-request", NULL));
      cab_bundle_scope_set_recipient (scope, NULL);
    }

  return cab_test_export (to, scope);
}

static void
check_lossless (CabBundleProfile profile)
{
  g_auto (CabTestBundle) from = cab_test_bundle_new ();
  g_autofree char *x = cab_test_folder_dup_path (&from.test.folder, "x");
  g_autoptr (CabBundleScope) scope = cab_test_scope_new (&from, profile, x);
  g_autoptr (CabBundleResult) first = cab_test_export (&from.test, scope);
  g_auto (CabTestPractice) to = close_and_make (&from);
  g_autofree char *y = cab_test_folder_dup_path (&to.folder, "y");
  g_autoptr (CabImportPreview) preview = import (&to, first->path);
  g_autoptr (CabBundleResult) second = NULL;

  g_assert_cmpuint (preview->n_new, ==, first->n_records);
  assert_verifies (to.practice);
  second = export_again (&from, &to, profile, y);
  assert_same_record (first->path, second->path);
}

/* [B-77] transfer bundle → empty practice → transfer bundle: nothing was lost */
static void
test_transfer_is_lossless (void)
{
  check_lossless (CAB_BUNDLE_PROFILE_TRANSFER);
}

/* [B-77] so with a whole practice, whose journal is in the new one's */
static void
test_practice_is_lossless (void)
{
  check_lossless (CAB_BUNDLE_PROFILE_PRACTICE);
}

/* [B-76] the same bundle again brings nothing */
static void
test_second_import_brings_nothing (void)
{
  g_auto (CabTestBundle) from = cab_test_bundle_new ();
  g_autofree char *x = cab_test_folder_dup_path (&from.test.folder, "x");
  g_autoptr (CabBundleScope) scope = cab_test_scope_new (&from, CAB_BUNDLE_PROFILE_TRANSFER, x);
  g_autoptr (CabBundleResult) bundle = cab_test_export (&from.test, scope);
  g_auto (CabTestPractice) to = close_and_make (&from);
  g_autoptr (CabImportPreview) first = import (&to, bundle->path);
  gint64 rows = cab_test_practice_count_audit (&to, "import");
  g_autoptr (CabImportPreview) second = import (&to, bundle->path);

  g_assert_cmpuint (second->n_new, ==, 0);
  g_assert_cmpuint (second->n_conflict, ==, 0);
  g_assert_cmpuint (second->n_same, ==, first->n_new);
  g_assert_cmpint (cab_test_practice_count_audit (&to, "import"), ==, rows + 1);
}

/* [B-73], [V-144] what was erased here stays erased, with all that hangs on it */
static void
test_erased_stays_erased (void)
{
  g_auto (CabTestBundle) from = cab_test_bundle_new ();
  g_autofree char *x = cab_test_folder_dup_path (&from.test.folder, "x");
  g_autoptr (CabBundleScope) scope = cab_test_scope_new (&from, CAB_BUNDLE_PROFILE_TRANSFER, x);
  g_autoptr (CabBundleResult) bundle = cab_test_export (&from.test, scope);
  g_auto (CabTestPractice) to = close_and_make (&from);
  g_autoptr (CabImportPreview) first = import (&to, bundle->path);
  g_autoptr (CabImportPreview) second = NULL;
  g_autoptr (CabRecord) client = NULL;
  g_autoptr (GError) error = NULL;

  client = cab_practice_load (to.practice, &cab_client_kind, from.client_id, &error);
  g_assert_no_error (error);
  cab_erasure_erase (to.practice, client, CAB_ERASURE_GROUND_REQUEST, NULL, &error);
  g_assert_no_error (error);

  second = import (&to, bundle->path);
  g_assert_cmpuint (second->n_erased, >, 1);
  g_assert_false (cab_practice_exists (to.practice, &cab_client_kind, from.client_id));
  assert_verifies (to.practice);
}

/* [B-78] xml-…: each refusal by its name */
static void
test_xml_refusals (void)
{
#define ROOT "<record xmlns=\"urn:cabinet:record:1\" format=\"1.0\" profile=\"transfer\">"
  static const struct
  {
    const char *xml;
    CabExportError code;
  } cases[] = {
    { "<?xml version=\"1.0\"?><!DOCTYPE record>" ROOT "</record>", CAB_EXPORT_ERROR_XML_DOCTYPE },
    { "<!DOCTYPE r [<!ENTITY a \"a\"><!ENTITY b \"&a;&a;\">]>" ROOT "&b;</record>",
      CAB_EXPORT_ERROR_XML_DOCTYPE },
    { "<!DOCTYPE r SYSTEM \"http://example.org/x.dtd\">" ROOT "</record>",
      CAB_EXPORT_ERROR_XML_DOCTYPE },
    { ROOT
      "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"/etc/passwd\"/></record>",
      CAB_EXPORT_ERROR_XML_XINCLUDE },
    { ROOT "<?php x ?></record>", CAB_EXPORT_ERROR_XML_PI },
    { "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>" ROOT "</record>",
      CAB_EXPORT_ERROR_XML_ENCODING },
    { "\xff\xfe<\0r\0", CAB_EXPORT_ERROR_XML_ENCODING },
    { "\xef\xbb\xbf" ROOT "</record>", CAB_EXPORT_ERROR_XML_ENCODING },
    { ROOT "<clients>\xff</clients></record>", CAB_EXPORT_ERROR_XML_UTF8 },
    { ROOT "<clients>&#11;</clients></record>", CAB_EXPORT_ERROR_XML_CHAR },
    { ROOT, CAB_EXPORT_ERROR_XML_MALFORMED },
    { ROOT "</recor>", CAB_EXPORT_ERROR_XML_MALFORMED },
    { "<record format=\"1.0\" profile=\"transfer\"/>", CAB_EXPORT_ERROR_XML_NAMESPACE },
    { "<record xmlns=\"urn:cabinet:record:2\" format=\"2.0\" profile=\"transfer\"/>",
      CAB_EXPORT_ERROR_XML_NEWER_MAJOR },
    { ROOT "<happy/></record>", CAB_EXPORT_ERROR_XML_INVALID },
    { ROOT "<clients><client id=\"x\"/></clients></record>", CAB_EXPORT_ERROR_XML_INVALID },
  };
#undef ROOT

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GInputStream) stream = NULL;
      g_auto (CabXmlFacts) facts = { 0 };
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", cases[i].xml);
      stream
          = g_memory_input_stream_new_from_data (cases[i].xml, (gssize)strlen (cases[i].xml), NULL);
      g_assert_false (
          cab_xml_check (stream, "record.xml", CAB_SCHEMA_CHECK_ALL, &facts, NULL, &error));
      g_assert_error (error, CAB_EXPORT_ERROR, (int)cases[i].code);
      g_assert_true (g_str_has_suffix (error->message, "Nothing was changed."));
    }
}

/* [B-28] nothing outside is asked for while a bundle is read, and other libraries of
 * the program find their files afterwards: the editor its language */
static void
test_others_load (void)
{
  static const char record[] = "<record xmlns=\"urn:cabinet:record:1\" format=\"1.0\" "
                               "profile=\"transfer\"></record>";
  g_auto (CabTestFolder) folder = cab_test_folder_new ();
  g_autofree char *path = cab_test_folder_dup_path (&folder, "own.xml");
  g_autoptr (GInputStream) stream
      = g_memory_input_stream_new_from_data (record, strlen (record), NULL);
  g_auto (CabXmlFacts) facts = { 0 };
  xmlDocPtr document;

  g_assert_true (g_file_set_contents (path, "<own/>", -1, NULL));
  (void)cab_xml_check (stream, "record.xml", CAB_SCHEMA_CHECK_ALL, &facts, NULL, NULL);
  document = xmlReadFile (path, NULL, 0);
  g_assert_nonnull (document);
  xmlFreeDoc (document);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exporter/import/xml-refusals", test_xml_refusals);
  g_test_add_func ("/exporter/import/others-load", test_others_load);
  g_test_add_func ("/exporter/import/transfer-is-lossless", test_transfer_is_lossless);
  g_test_add_func ("/exporter/import/practice-is-lossless", test_practice_is_lossless);
  g_test_add_func ("/exporter/import/second-brings-nothing", test_second_import_brings_nothing);
  g_test_add_func ("/exporter/import/erased-stays-erased", test_erased_stays_erased);

  return g_test_run ();
}
