/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include "cab-bundle-path.h"

#include <string.h>

/* [B-16] [B-78] each way out of a folder, and each name some system cannot hold */
static void
test_hostile_paths_are_told_apart (void)
{
  static const struct
  {
    const char *path;
    CabPathFault fault;
  } cases[] = {
    { "data/record.xml", CAB_PATH_OK },
    { "root/data/", CAB_PATH_OK },
    { "a", CAB_PATH_OK },
    { "a/b/c/d/e/f/g/h", CAB_PATH_OK },
    { "ä/日本/é", CAB_PATH_OK },
    { "a~b/c", CAB_PATH_OK },
    { "...", CAB_PATH_OK },
    { "a..b/.hidden", CAB_PATH_OK },
    { "auxiliary.txt", CAB_PATH_OK },
    { "com0", CAB_PATH_OK },
    { "com10", CAB_PATH_OK },
    { "%2e%2e/x", CAB_PATH_OK },
    { "", CAB_PATH_EMPTY },
    { "a//b", CAB_PATH_EMPTY },
    { "a//", CAB_PATH_EMPTY },
    { "/", CAB_PATH_ABSOLUTE },
    { "/etc/passwd", CAB_PATH_ABSOLUTE },
    { "//server/share", CAB_PATH_ABSOLUTE },
    { "..", CAB_PATH_DOTDOT },
    { ".", CAB_PATH_DOTDOT },
    { "./a", CAB_PATH_DOTDOT },
    { "../a", CAB_PATH_DOTDOT },
    { "a/../b", CAB_PATH_DOTDOT },
    { "a/./b", CAB_PATH_DOTDOT },
    { "a/..", CAB_PATH_DOTDOT },
    { "a/../", CAB_PATH_DOTDOT },
    { "a\\b", CAB_PATH_BACKSLASH },
    { "..\\b", CAB_PATH_BACKSLASH },
    { "c:x", CAB_PATH_DRIVE },
    { "C:/x", CAB_PATH_DRIVE },
    { "~x", CAB_PATH_HOME },
    { "~/.bashrc", CAB_PATH_HOME },
    { "a\nb", CAB_PATH_CONTROL },
    { "a\x7f", CAB_PATH_CONTROL },
    { "a\tb", CAB_PATH_CONTROL },
    { "data/aux.txt", CAB_PATH_DEVICE },
    { "AUX", CAB_PATH_DEVICE },
    { "nul .tar.gz", CAB_PATH_DEVICE },
    { "Com1/x", CAB_PATH_DEVICE },
    { "x/lpt9.a.b", CAB_PATH_DEVICE },
    { "CONIN$", CAB_PATH_DEVICE },
    { "\xC0\xAE\xC0\xAE/x", CAB_PATH_ENCODING },
    { "caf\xE9", CAB_PATH_ENCODING },
    { "a/b/c/d/e/f/g/h/i", CAB_PATH_DEEP },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CabPathFault fault = cab_bundle_path_check (cases[i].path, strlen (cases[i].path));

      if (fault != cases[i].fault)
        g_error ("‘%s’: %d instead of %d", cases[i].path, fault, cases[i].fault);
    }

  g_assert_cmpint (cab_bundle_path_check ("a\0b", 3), ==, CAB_PATH_CONTROL);
}

/* [B-16] what one file system takes for one file has one folded form */
static void
test_folding_joins_what_some_systems_join (void)
{
  static const char *const same[][2] = {
    { "data/A.txt", "data/a.TXT" },
    { "caf\xC3\xA9", "CAFE\xCC\x81" },
    { "stra\xC3\x9F"
      "e",
      "STRASSE" },
    { "\xE2\x84\xAB", "\xC3\xA5" },
  };
  static const char *const different[][2] = {
    { "data/a", "data/b" },
    { "a/b", "a-b" },
    { "e", "\xC3\xA9" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (same); i++)
    {
      g_autofree char *one = cab_bundle_path_fold (same[i][0]);
      g_autofree char *other = cab_bundle_path_fold (same[i][1]);

      g_assert_cmpstr (one, ==, other);
    }
  for (guint i = 0; i < G_N_ELEMENTS (different); i++)
    {
      g_autofree char *one = cab_bundle_path_fold (different[i][0]);
      g_autofree char *other = cab_bundle_path_fold (different[i][1]);

      g_assert_cmpstr (one, !=, other);
    }
}

/* [B-10] names that Cabinet itself gives */
static void
test_own_names_are_plain (void)
{
  static const char *const ours[] = { "bagit.txt", "data/csv/note-versions.csv",
                                      "data/attachments/7f3c9a2e.pdf", "00-READ-ME-FIRST.html" };
  static const char *const not_ours[]
      = { "",     "Data/x", "data/a b",          "data/ä",   "data/x.", "data//x", "data/",
          "../x", "aux",    "data/READ-ME.html", "data/a:b", "/data",   "a\\b" };
  g_autofree char *longest = g_strnfill (100, 'x');
  g_autofree char *too_long = g_strnfill (101, 'x');

  for (guint i = 0; i < G_N_ELEMENTS (ours); i++)
    {
      if (!cab_bundle_path_is_ours (ours[i]))
        g_error ("‘%s’ should be ours", ours[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (not_ours); i++)
    {
      if (cab_bundle_path_is_ours (not_ours[i]))
        g_error ("‘%s’ should not be ours", not_ours[i]);
    }
  g_assert_true (cab_bundle_path_is_ours (longest));
  g_assert_false (cab_bundle_path_is_ours (too_long));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exporter/path/hostile-paths-are-told-apart",
                   test_hostile_paths_are_told_apart);
  g_test_add_func ("/exporter/path/folding-joins-what-some-systems-join",
                   test_folding_joins_what_some_systems_join);
  g_test_add_func ("/exporter/path/own-names-are-plain", test_own_names_are_plain);
  return g_test_run ();
}
