/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include "cab-staging.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cab-export-error.h"
#include "cab-folder.h"
#include "cab-test-folder.h"

static CabStaging *
make_file (const CabTestFolder *folder, const char *name, gboolean replace, GError **error)
{
  g_autoptr (CabIds) ids = cab_ids_new_counted (1);
  g_autofree char *target = cab_test_folder_dup_path (folder, name);

  return cab_staging_new_file (target, replace, 0, ids, error);
}

static void
assert_listing (const CabTestFolder *folder, const char *expected)
{
  g_autofree char *listing = cab_test_folder_dup_listing (folder);

  g_assert_cmpstr (listing, ==, expected);
}

static void
assert_content (const CabTestFolder *folder, const char *name, const char *expected)
{
  g_autofree char *path = cab_test_folder_dup_path (folder, name);
  g_autofree char *content = NULL;

  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, expected);
}

static void
write_target (const CabTestFolder *folder, const char *name, const char *content)
{
  g_autofree char *path = cab_test_folder_dup_path (folder, name);

  g_assert_true (g_file_set_contents (path, content, -1, NULL));
}

/* [B-68] a hidden part of the owner's alone beside the target, which appears only at the end */
static void
test_name_appears_only_when_released (void)
{
  g_auto (CabTestFolder) folder = cab_test_folder_new ();
  g_autoptr (GError) error = NULL;
  mode_t mask = umask (0);
  g_autoptr (CabStaging) staging = make_file (&folder, "x.zip", FALSE, &error);
  g_autofree char *part = NULL;
  GStatBuf status;

  umask (mask);
  g_assert_no_error (error);
  part = cab_test_folder_dup_listing (&folder);
  g_assert_true (g_regex_match_simple ("^\\.x\\.zip\\.part-[a-z2-7]{8}$", part, 0, 0));
  g_assert_true (g_str_has_suffix (cab_staging_get_path (staging), part));
  g_assert_cmpint (g_stat (cab_staging_get_path (staging), &status), ==, 0);
  g_assert_cmphex (status.st_mode & 07777, ==, 0600);

  g_assert_cmpint (write (cab_staging_get_fd (staging), "hello", 5), ==, 5);
  g_assert_true (cab_staging_seal (staging, &error));
  g_assert_true (cab_staging_release (staging, &error));
  assert_listing (&folder, "x.zip");
  assert_content (&folder, "x.zip", "hello");
  g_assert_true (g_str_has_suffix (cab_staging_get_path (staging), "/x.zip"));

  g_clear_object (&staging);
  assert_listing (&folder, "x.zip");
}

/* [B-68] [B-71] dropped or discarded, nothing is left */
static void
test_nothing_is_left_of_what_was_not_released (void)
{
  g_auto (CabTestFolder) folder = cab_test_folder_new ();
  g_autoptr (CabIds) ids = cab_ids_new_counted (1);
  g_autofree char *target = cab_test_folder_dup_path (&folder, "bag");
  g_autoptr (CabBundleSink) sink = NULL;
  g_autoptr (CabStaging) file = make_file (&folder, "x.zip", FALSE, NULL);
  g_autoptr (CabStaging) bag = cab_staging_new_folder (target, 0, ids, NULL);

  sink = cab_folder_new (cab_staging_get_fd (bag));
  g_assert_true (cab_bundle_sink_write_file (sink, "data/csv/a.csv", "a", 1, NULL));
  g_assert_true (cab_bundle_sink_write_file (sink, "data/record.xml", "a", 1, NULL));
  cab_staging_discard (file);
  cab_staging_discard (file);
  g_clear_object (&file);
  g_clear_object (&bag);
  assert_listing (&folder, "");
}

/* [B-68] what a power cut left behind is gone when the next bundle is made beside
 * it; what another program makes, or the same one at the same time, stays */
static void
test_left_behind_is_swept (void)
{
  static const struct
  {
    const char *name;
    gboolean is_folder;
    int mode;
    gboolean stays;
  } cases[] = {
    { ".a.zip.part-abcdefg2", FALSE, 0600, FALSE },
    { ".bag.part-abcdefg3", TRUE, 0700, FALSE },
    { ".open.zip.part-abcdefg4", FALSE, 0644, TRUE },
    { ".cabinet-backup.part-abcdef23", FALSE, 0600, TRUE },
    { "seen.part-abcdefg5", FALSE, 0600, TRUE },
    { ".short.part-abc", FALSE, 0600, TRUE },
    { ".other.part-ABCDEFG1", FALSE, 0600, TRUE },
    { ".part-abcdefg6", FALSE, 0600, TRUE },
  };
  g_auto (CabTestFolder) folder = cab_test_folder_new ();
  g_autoptr (CabIds) ids = cab_ids_new_counted (7);
  g_autoptr (CabStaging) running = NULL;
  g_autoptr (CabStaging) next = NULL;
  g_autofree char *target = cab_test_folder_dup_path (&folder, "next.zip");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = cab_test_folder_dup_path (&folder, cases[i].name);
      g_autofree char *inside = g_build_filename (path, "bagit.txt", NULL);

      if (cases[i].is_folder)
        g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
      g_assert_true (
          g_file_set_contents (cases[i].is_folder ? inside : path, "content", -1, NULL));
      g_assert_cmpint (g_chmod (path, cases[i].mode), ==, 0);
    }

  running = make_file (&folder, "running.zip", FALSE, NULL);
  next = cab_staging_new_file (target, FALSE, 0, ids, NULL);
  g_assert_nonnull (next);
  g_assert_true (g_file_test (cab_staging_get_path (running), G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (cab_staging_get_path (next), G_FILE_TEST_EXISTS));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = cab_test_folder_dup_path (&folder, cases[i].name);

      g_test_message ("%s", cases[i].name);
      g_assert_cmpint (g_file_test (path, G_FILE_TEST_EXISTS), ==, cases[i].stays);
    }
}

/* [B-68] what stands there is never replaced without a yes, also when it came meanwhile */
static void
test_existing_target_is_kept (void)
{
  g_auto (CabTestFolder) folder = cab_test_folder_new ();
  g_autoptr (CabStaging) staging = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) late_error = NULL;

  write_target (&folder, "x.zip", "old");
  g_assert_null (make_file (&folder, "x.zip", FALSE, &error));
  g_assert_error (error, CAB_EXPORT_ERROR, CAB_EXPORT_ERROR_EXPORT_TARGET_EXISTS);
  g_assert_cmpstr (error->message, ==, "‘x.zip’ is there already. Nothing was written.");
  assert_listing (&folder, "x.zip");

  staging = make_file (&folder, "y.zip", FALSE, NULL);
  write_target (&folder, "y.zip", "came meanwhile");
  g_assert_true (cab_staging_seal (staging, NULL));
  g_assert_false (cab_staging_release (staging, &late_error));
  g_assert_error (late_error, CAB_EXPORT_ERROR, CAB_EXPORT_ERROR_EXPORT_TARGET_EXISTS);
  g_clear_object (&staging);
  assert_content (&folder, "y.zip", "came meanwhile");
  assert_listing (&folder, "x.zip y.zip");
}

/* [B-68] with a yes the old file stays whole until the new one takes its place */
static void
test_replacing_needs_a_yes (void)
{
  g_auto (CabTestFolder) folder = cab_test_folder_new ();
  g_autoptr (CabStaging) staging = NULL;
  g_autoptr (GError) error = NULL;

  write_target (&folder, "x.zip", "old");
  staging = make_file (&folder, "x.zip", TRUE, &error);
  g_assert_no_error (error);
  g_assert_cmpint (write (cab_staging_get_fd (staging), "new", 3), ==, 3);
  assert_content (&folder, "x.zip", "old");
  g_assert_true (cab_staging_seal (staging, &error));
  g_assert_true (cab_staging_release (staging, &error));
  assert_content (&folder, "x.zip", "new");
  assert_listing (&folder, "x.zip");
}

/* [B-68] a folder takes its name the same way, and replaces none, not even an empty one */
static void
test_folder_takes_its_name (void)
{
  g_auto (CabTestFolder) folder = cab_test_folder_new ();
  g_autoptr (CabIds) ids = cab_ids_new_counted (1);
  g_autofree char *target = cab_test_folder_dup_path (&folder, "bag");
  g_autofree char *other = cab_test_folder_dup_path (&folder, "other");
  g_autoptr (CabStaging) staging = NULL;
  g_autoptr (CabStaging) late = NULL;
  g_autoptr (CabBundleSink) sink = NULL;
  g_autoptr (GError) error = NULL;
  GStatBuf status;

  staging = cab_staging_new_folder (target, 0, ids, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_stat (cab_staging_get_path (staging), &status), ==, 0);
  g_assert_cmphex (status.st_mode & 07777, ==, 0700);
  sink = cab_folder_new (cab_staging_get_fd (staging));
  g_assert_true (cab_bundle_sink_write_file (sink, "data/a", "a", 1, &error));
  g_assert_true (cab_bundle_sink_close (sink, &error));
  g_assert_true (cab_staging_seal (staging, &error));
  g_assert_true (cab_staging_release (staging, &error));
  assert_content (&folder, "bag/data/a", "a");

  late = cab_staging_new_folder (other, 0, ids, &error);
  g_assert_cmpint (g_mkdir (other, 0700), ==, 0);
  g_assert_true (cab_staging_seal (late, &error));
  g_assert_false (cab_staging_release (late, &error));
  g_assert_error (error, CAB_EXPORT_ERROR, CAB_EXPORT_ERROR_EXPORT_TARGET_EXISTS);
}

/* [B-68] a part that a crash left behind is not touched: the next one has another name */
static void
test_leftover_part_is_not_touched (void)
{
  g_auto (CabTestFolder) folder = cab_test_folder_new ();
  g_autoptr (CabStaging) first = make_file (&folder, "x.zip", FALSE, NULL);
  g_autoptr (CabStaging) second = make_file (&folder, "x.zip", FALSE, NULL);

  g_assert_cmpstr (cab_staging_get_path (first), !=, cab_staging_get_path (second));
}

/* [B-68] no room, no such folder, no right to write: said before anything is written */
static void
test_place_is_judged_first (void)
{
  g_auto (CabTestFolder) folder = cab_test_folder_new ();
  g_autoptr (CabIds) ids = cab_ids_new_counted (1);
  g_autofree char *target = cab_test_folder_dup_path (&folder, "x.zip");
  g_autofree char *nowhere = cab_test_folder_dup_path (&folder, "nowhere/x.zip");
  g_autoptr (GError) space = NULL;
  g_autoptr (GError) missing = NULL;

  g_assert_null (cab_staging_new_file (target, FALSE, G_GUINT64_CONSTANT (1) << 60, ids, &space));
  g_assert_error (space, CAB_EXPORT_ERROR, CAB_EXPORT_ERROR_EXPORT_NO_SPACE);
  g_assert_null (cab_staging_new_file (nowhere, FALSE, 0, ids, &missing));
  g_assert_error (missing, CAB_EXPORT_ERROR, CAB_EXPORT_ERROR_EXPORT_IO);
  assert_listing (&folder, "");
}

/* [B-68] the longest names still have a part, cut on a character's border */
static void
test_long_names_are_cut_for_the_part (void)
{
  g_auto (CabTestFolder) folder = cab_test_folder_new ();
  g_autoptr (GString) name = g_string_new ("x");
  g_autoptr (CabStaging) staging = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *part = NULL;

  while (name->len < 254)
    g_string_append (name, "ä");
  staging = make_file (&folder, name->str, FALSE, &error);
  g_assert_no_error (error);
  part = cab_test_folder_dup_listing (&folder);
  g_assert_true (g_utf8_validate (part, -1, NULL));
  g_assert_true (cab_staging_seal (staging, &error));
  g_assert_true (cab_staging_release (staging, &error));
  assert_listing (&folder, name->str);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exporter/staging/name-appears-only-when-released",
                   test_name_appears_only_when_released);
  g_test_add_func ("/exporter/staging/nothing-is-left-of-what-was-not-released",
                   test_nothing_is_left_of_what_was_not_released);
  g_test_add_func ("/exporter/staging/existing-target-is-kept", test_existing_target_is_kept);
  g_test_add_func ("/exporter/staging/replacing-needs-a-yes", test_replacing_needs_a_yes);
  g_test_add_func ("/exporter/staging/folder-takes-its-name", test_folder_takes_its_name);
  g_test_add_func ("/exporter/staging/leftover-part-is-not-touched",
                   test_leftover_part_is_not_touched);
  g_test_add_func ("/exporter/staging/place-is-judged-first", test_place_is_judged_first);
  g_test_add_func ("/exporter/staging/long-names-are-cut-for-the-part",
                   test_long_names_are_cut_for_the_part);
  g_test_add_func ("/exporter/staging/left-behind-is-swept", test_left_behind_is_swept);

  return g_test_run ();
}
