/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include "cab-bundle.h"

#include "cab-blob.h"
#include "cab-chunks.h"
#include "cab-format-writer.h"

#include <string.h>

#include "cab-test-bundle.h"
#include "cab-test-tool.h"

static void
assert_golden (const char *path, const char *content, gsize length)
{
  g_autofree char *golden = NULL;
  gsize golden_length = 0;

  if (g_getenv ("CAB_UPDATE_GOLDEN") != NULL)
    {
      g_autofree char *folder = g_path_get_dirname (path);

      g_assert_cmpint (g_mkdir_with_parents (folder, 0755), ==, 0);
      g_assert_true (g_file_set_contents (path, content, (gssize)length, NULL));
    }

  if (!g_file_get_contents (path, &golden, &golden_length, NULL))
    g_error ("%s is not there; CAB_UPDATE_GOLDEN=1 writes it", path);
  if (golden_length != length || memcmp (golden, content, length) != 0)
    g_error ("%s differs; CAB_UPDATE_GOLDEN=1 rewrites it, and the commit says why", path);
}

/* What does not depend on the record alone, or is compared elsewhere. */
static gboolean
is_kept (const char *path)
{
  return !g_str_has_prefix (path, "data/schema/") && !g_str_has_prefix (path, "data/attachments/")
         && strcmp (path, "data/csv/csv-metadata.json") != 0 && strstr (path, "manifest") == NULL;
}

/* [B-20] [B-25] with a fixed clock and ids a bundle is the same in every year,
 * place and language: what is new in it is seen */
static void
test_access_bundle_is_golden (void)
{
  g_auto (CabTestBundle) self = cab_test_bundle_new ();
  g_auto (CabTestFolder) folder = cab_test_folder_new ();
  g_autoptr (CabBundleScope) scope
      = cab_test_scope_new (&self, CAB_BUNDLE_PROFILE_ACCESS, folder.path);
  g_autoptr (CabBundleResult) result = cab_test_export (&self.test, scope);
  g_auto (GStrv) files = cab_test_list_files (result->path);
  guint n = 0;

  for (guint i = 0; files[i] != NULL; i++)
    {
      gsize length = 0;
      g_autofree char *content = NULL;
      g_autofree char *name = NULL;
      g_autofree char *path = NULL;

      if (!is_kept (files[i]))
        continue;
      content = cab_test_read (result->path, files[i], &length);
      name = g_build_filename ("tests/golden/bundle-access", files[i], NULL);
      path = cab_test_dup_source_path (name);
      assert_golden (path, content, length);
      n++;
    }
  g_assert_cmpuint (n, >, 20);
}

/* [B-77] and so is the one that comes back without loss */
static void
test_transfer_record_is_golden (void)
{
  g_auto (CabTestBundle) self = cab_test_bundle_new ();
  g_auto (CabTestFolder) folder = cab_test_folder_new ();
  g_autoptr (CabBundleScope) scope
      = cab_test_scope_new (&self, CAB_BUNDLE_PROFILE_TRANSFER, folder.path);
  g_autoptr (CabBundleResult) result = cab_test_export (&self.test, scope);
  g_autofree char *path = cab_test_dup_source_path ("tests/golden/bundle-transfer/record.xml");
  gsize length = 0;
  g_autofree char *content = cab_test_read (result->path, "data/record.xml", &length);

  assert_golden (path, content, length);
}

/* [B-10] the description of the format in the repository is the one in each bundle */
static void
test_format_is_documented (void)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autofree char *path = cab_test_dup_source_path ("doc/format-1.html");
  GMemoryOutputStream *memory = G_MEMORY_OUTPUT_STREAM (stream);

  g_assert_true (cab_format_write (stream, NULL));
  assert_golden (path, g_memory_output_stream_get_data (memory),
                 g_memory_output_stream_get_data_size (memory));
}

typedef struct
{
  CabPractice *from;
  GRand *rand;
} Rebuilding;

static gboolean
copy_content (CabPractice *practice, CabPractice *from, const char *blob_id, GError **error)
{
  g_autoptr (GBytes) bytes
      = cab_chunks_read_bytes (cab_practice_get_vault (from), blob_id, 1 << 20, error);
  g_autoptr (GInputStream) stream = NULL;
  CabChunksSum sum;

  if (bytes == NULL)
    return FALSE;

  stream = g_memory_input_stream_new_from_bytes (bytes);
  return cab_chunks_write_stream (cab_practice_get_vault (practice), blob_id, stream, &sum, NULL,
                                  error);
}

/* Gathers all rows, those of a kind in an order that is none. The kinds stay in
 * theirs, because the words of a version are indexed with its note. */
static GPtrArray *
list_shuffled (Rebuilding *rebuilding)
{
  GPtrArray *records = g_ptr_array_new_with_free_func (g_object_unref);
  CabFilter all = CAB_FILTER_ALL;

  for (guint k = 0; cab_kinds[k] != NULL; k++)
    {
      g_autoptr (GPtrArray) rows = NULL;
      int start = (int)records->len;

      if (cab_kinds[k]->without_system_fields)
        continue;
      rows = cab_practice_list (rebuilding->from, cab_kinds[k], &all, NULL);
      for (guint i = 0; i < rows->len; i++)
        g_ptr_array_insert (records,
                            g_rand_int_range (rebuilding->rand, start, (int)records->len + 1),
                            g_object_ref (g_ptr_array_index (rows, i)));
    }

  return records;
}

static gboolean
rebuild (CabPractice *practice, gpointer data, GError **error)
{
  Rebuilding *rebuilding = data;
  g_autoptr (GPtrArray) records = list_shuffled (rebuilding);

  for (guint i = 0; i < records->len; i++)
    {
      CabRecord *record = g_ptr_array_index (records, i);
      const CabKind *kind = cab_record_get_kind (record);
      g_autoptr (CabRecord) copy = cab_record_new (kind);

      for (guint f = 0; f < cab_kind_get_n_fields (kind); f++)
        cab_record_set_value (copy, f, cab_record_get_value (record, f));
      if (kind == &cab_blob_kind
          && !copy_content (practice, rebuilding->from, cab_record_get_id (record), error))
        return FALSE;
      if (!cab_practice_store_as_is (practice, copy, error))
        return FALSE;
    }

  return cab_practice_audit_act (practice, "import", NULL, NULL, NULL, error);
}

/* [B-25] nothing depends on the order in which rows were written */
static void
test_order_of_rows_does_not_show (void)
{
  static const char *const same[]
      = { "data/record.xml", "data/csv", "data/attachments", "data/fhir" };
  g_auto (CabTestBundle) self = cab_test_bundle_new ();
  g_auto (CabTestPractice) other = { 0 };
  g_auto (CabTestFolder) folder = cab_test_folder_new ();
  g_autofree char *first = cab_test_folder_dup_path (&folder, "first");
  g_autofree char *second = cab_test_folder_dup_path (&folder, "second");
  Rebuilding rebuilding = { self.test.practice, g_rand_new_with_seed (4711) };
  g_autoptr (CabBundleScope) scope = cab_test_scope_new (&self, CAB_BUNDLE_PROFILE_PRACTICE, first);
  g_autoptr (CabBundleResult) result = NULL;
  g_autoptr (CabBundleResult) shuffled = NULL;
  g_autoptr (GError) error = NULL;

  /* The one is left alone while the other is written: of two practices that can
   * be written only one may be open. */
  result = cab_test_export (&self.test, scope);
  cab_test_practice_reopen (&self.test, CAB_VAULT_OPEN_READ_ONLY);
  rebuilding.from = self.test.practice;
  other = cab_test_practice_new_bare ();
  cab_clock_set_wall_ms (other.clock, cab_clock_get_wall_ms (self.test.clock));
  cab_practice_transact (other.practice, "rebuild the practice", rebuild, &rebuilding, &error);
  g_assert_no_error (error);
  g_rand_free (rebuilding.rand);

  cab_bundle_scope_set_target (scope, second, TRUE, FALSE);
  shuffled = cab_test_export (&other, scope);
  for (guint i = 0; i < G_N_ELEMENTS (same); i++)
    {
      g_autofree char *here = g_build_filename (result->path, same[i], NULL);
      g_autofree char *there = g_build_filename (shuffled->path, same[i], NULL);
      g_autofree char *difference = NULL;

      if (g_file_test (here, G_FILE_TEST_IS_DIR))
        difference = cab_test_folders_differ (here, there);
      else
        {
          g_autofree char *content = cab_test_read (result->path, same[i], NULL);
          g_autofree char *again = cab_test_read (shuffled->path, same[i], NULL);

          difference = strcmp (content, again) == 0 ? NULL : g_strdup (same[i]);
        }
      g_assert_cmpstr (difference, ==, NULL);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/bundle-golden/access-bundle-is-golden", test_access_bundle_is_golden);
  g_test_add_func ("/bundle-golden/transfer-record-is-golden", test_transfer_record_is_golden);
  g_test_add_func ("/bundle-golden/format-is-documented", test_format_is_documented);
  g_test_add_func ("/bundle-golden/order-of-rows-does-not-show", test_order_of_rows_does_not_show);

  return g_test_run ();
}
