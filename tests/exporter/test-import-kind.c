/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include "cab-import-kind.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#include "cab-test-folder.h"

#define BYTES(text) (text), sizeof (text) - 1

/* [W-35] [W-97] [W-182] what a file is told by: its first bytes, a practice also by its name */
static void
test_kinds (void)
{
  static const struct
  {
    const char *name;
    const char *bytes;
    gsize length;
    CabImportKind kind;
  } cases[] = {
    { "copy-without-ending", BYTES ("CAB\001\000 and so on"), CAB_IMPORT_KIND_PRACTICE },
    { "of-the-test-suite", BYTES ("CAB\001\377 and so on"), CAB_IMPORT_KIND_PRACTICE },
    { "newer", BYTES ("CAB\002\000 and so on"), CAB_IMPORT_KIND_PRACTICE },
    { "damaged.cabinet", BYTES ("nothing"), CAB_IMPORT_KIND_PRACTICE },
    { "Old.cabinet-backup", BYTES (""), CAB_IMPORT_KIND_PRACTICE },
    { "plain-database", BYTES ("SQLite format 3\000"), CAB_IMPORT_KIND_PRACTICE },
    { "windows.cab", BYTES ("MSCF\000\000\000\000"), CAB_IMPORT_KIND_OTHER },
    { "text-that-begins-so.csv", BYTES ("CABLE,LENGTH\n1,2\n"), CAB_IMPORT_KIND_TABLE },
    { "bundle.zip", BYTES ("PK\003\004\024"), CAB_IMPORT_KIND_BUNDLE },
    { "empty.zip", BYTES ("PK\005\006\000"), CAB_IMPORT_KIND_BUNDLE },
    { "people.csv", BYTES ("First,Last\nAnn,Archer\n"), CAB_IMPORT_KIND_TABLE },
    { "latin.csv", BYTES ("Pr\xE9nom,Nom\n"), CAB_IMPORT_KIND_TABLE },
    { "utf-16.csv",
      BYTES ("\xFF\xFE"
             "a\000,\000b\000\n\000"),
      CAB_IMPORT_KIND_TABLE },
    { "daylio.csv",
      BYTES ("\xEF\xBB\xBF"
             "full_date,date,weekday,time,mood,activities,note_title,note\n"),
      CAB_IMPORT_KIND_DAYLIO },
    { "old-daylio.csv", BYTES ("year,date,weekday,time,mood,activities,note\n"),
      CAB_IMPORT_KIND_DAYLIO },
    { "picture.png", BYTES ("\211PNG\r\n\032\n\000\000\000\015"), CAB_IMPORT_KIND_OTHER },
    { "nothing", BYTES (""), CAB_IMPORT_KIND_OTHER },
  };
  g_auto (CabTestFolder) folder = cab_test_folder_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = cab_test_folder_dup_path (&folder, cases[i].name);
      g_autoptr (GError) error = NULL;
      CabImportKind kind;

      g_file_set_contents (path, cases[i].bytes, (gssize)cases[i].length, &error);
      g_assert_no_error (error);
      if (!cab_import_kind_find (path, &kind, NULL, &error))
        g_error ("%s: %s", cases[i].name, error->message);
      if (kind != cases[i].kind)
        g_error ("%s: %d", cases[i].name, kind);
    }
}

/* [B-34] a heading row is found at the head of a table of any length, also where it is cut off */
static void
test_long_table (void)
{
  g_auto (CabTestFolder) folder = cab_test_folder_new ();
  g_autofree char *path = cab_test_folder_dup_path (&folder, "long.csv");
  g_autoptr (GString) text = g_string_new ("full_date,time,mood,note\n");
  g_autoptr (GError) error = NULL;
  CabImportKind kind;

  /* Two bytes a letter, so that one is cut in two. */
  while (text->len < 200000)
    g_string_append (text, "2026-03-02,10:00,good,\"éé\né\"\n");
  g_file_set_contents (path, text->str, (gssize)text->len, &error);
  g_assert_no_error (error);
  g_assert_true (cab_import_kind_find (path, &kind, NULL, &error));
  g_assert_cmpint (kind, ==, CAB_IMPORT_KIND_DAYLIO);
}

/* [W-97] a folder may be a bundle; a pipe is nothing, and is not waited for */
static void
test_not_files (void)
{
  g_auto (CabTestFolder) folder = cab_test_folder_new ();
  g_autofree char *pipe = cab_test_folder_dup_path (&folder, "pipe");
  g_autofree char *absent = cab_test_folder_dup_path (&folder, "absent");
  g_autoptr (GError) error = NULL;
  CabImportKind kind;

  g_assert_true (cab_import_kind_find (folder.path, &kind, NULL, &error));
  g_assert_cmpint (kind, ==, CAB_IMPORT_KIND_BUNDLE);

  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  g_assert_true (cab_import_kind_find (pipe, &kind, NULL, &error));
  g_assert_cmpint (kind, ==, CAB_IMPORT_KIND_OTHER);

  g_assert_false (cab_import_kind_find (absent, &kind, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exporter/import-kind/kinds", test_kinds);
  g_test_add_func ("/exporter/import-kind/long-table", test_long_table);
  g_test_add_func ("/exporter/import-kind/not-files", test_not_files);

  return g_test_run ();
}
