/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include "cab-bundle-sink.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cab-bundle-source.h"
#include "cab-export-error.h"
#include "cab-folder.h"
#include "cab-test-folder.h"

static CabBundleSink *
make_sink (const CabTestFolder *folder, int *fd)
{
  *fd = open (folder->path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  g_assert_cmpint (*fd, !=, -1);
  return cab_folder_new (*fd);
}

/* [B-69] a path out of order, twice, or not one of ours, is the program's fault */
static void
test_order_is_asserted (void)
{
  static const struct
  {
    const char *first;
    const char *then;
    gboolean allowed;
  } cases[] = {
    { "bagit.txt", "data/a", TRUE },
    { "data/a", "data/b", TRUE },
    { "data/csv/z.csv", "data/record.xml", TRUE },
    { "data/z", "bag-info.txt", TRUE },
    { "manifest-sha512.txt", "00-READ-ME-FIRST.html", TRUE },
    { "bagit.txt", "data/a", TRUE },
    { "data/b", "data/a", FALSE },
    { "data/a", "data/a", FALSE },
    { "data/a", "bagit.txt", FALSE },
    { "bag-info.txt", "data/a", FALSE },
    { "bag-info.txt", "bag-info.txt", FALSE },
    { "bagit.txt", "data/Upper", FALSE },
    { "bagit.txt", "../a", FALSE },
  };

  if (g_test_subprocess ())
    {
      g_auto (CabTestFolder) folder = cab_test_folder_new ();
      g_autofd int fd = -1;
      g_autoptr (CabBundleSink) sink = make_sink (&folder, &fd);

      cab_bundle_sink_write_file (sink, g_getenv ("CAB_TEST_FIRST"), "x", 1, NULL);
      cab_bundle_sink_write_file (sink, g_getenv ("CAB_TEST_THEN"), "x", 1, NULL);
      return;
    }

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_setenv ("CAB_TEST_FIRST", cases[i].first, TRUE);
      g_setenv ("CAB_TEST_THEN", cases[i].then, TRUE);
      cab_test_trap ();
      if (g_test_trap_has_passed () != cases[i].allowed)
        g_error ("%s, then %s", cases[i].first, cases[i].then);
    }
}

/* [B-15] size and SHA-512 are noted while the bytes pass, in whatever pieces */
static void
test_notes_size_and_digest (void)
{
  g_auto (CabTestFolder) folder = cab_test_folder_new ();
  g_autofd int fd = -1;
  g_autoptr (CabBundleSink) sink = make_sink (&folder, &fd);
  g_autoptr (GOutputStream) stream = NULL;
  g_autofree char *text = g_strnfill (200000, 'x');
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA512, text, 200000);
  const CabBundleFile *file;

  g_assert_true (cab_bundle_sink_begin (sink, "data/a", CAB_BUNDLE_PACK_DEFLATE, 200000, NULL));
  g_assert_true (cab_bundle_sink_write (sink, text, 1, NULL));
  g_assert_true (cab_bundle_sink_write (sink, text, 150000, NULL));
  stream = cab_bundle_sink_new_stream (sink);
  g_assert_true (g_output_stream_write_all (stream, text, 49999, NULL, NULL, NULL));
  g_assert_true (g_output_stream_close (stream, NULL, NULL));
  g_assert_true (cab_bundle_sink_end (sink, NULL));
  g_assert_true (cab_bundle_sink_write_file (sink, "data/b", "", 0, NULL));
  g_assert_true (cab_bundle_sink_close (sink, NULL));

  g_assert_cmpuint (cab_bundle_sink_get_files (sink)->len, ==, 2);
  g_assert_cmpuint (cab_bundle_sink_get_written (sink), ==, 200000);
  file = cab_bundle_sink_find_file (sink, "data/a");
  g_assert_cmpuint (file->size, ==, 200000);
  g_assert_cmpstr (file->sha512, ==, digest);
  file = cab_bundle_sink_find_file (sink, "data/b");
  g_assert_cmpuint (file->size, ==, 0);
  g_assert_true (g_str_has_prefix (file->sha512, "cf83e1357eefb8bd"));
  g_assert_null (cab_bundle_sink_find_file (sink, "data/c"));
}

/* [B-69] what is compressed already is stored */
static void
test_media_types_decide_packing (void)
{
  static const struct
  {
    const char *type;
    CabBundlePack pack;
  } cases[] = {
    { NULL, CAB_BUNDLE_PACK_DEFLATE },
    { "text/plain", CAB_BUNDLE_PACK_DEFLATE },
    { "application/pdf", CAB_BUNDLE_PACK_DEFLATE },
    { "image/bmp", CAB_BUNDLE_PACK_DEFLATE },
    { "audio/x-wav", CAB_BUNDLE_PACK_DEFLATE },
    { "image/jpeg", CAB_BUNDLE_PACK_STORE },
    { "image/PNG", CAB_BUNDLE_PACK_STORE },
    { "audio/ogg", CAB_BUNDLE_PACK_STORE },
    { "video/mp4", CAB_BUNDLE_PACK_STORE },
    { "application/zip", CAB_BUNDLE_PACK_STORE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (cab_bundle_pack_for_media_type (cases[i].type), ==, cases[i].pack);
}

static void
assert_mode (const CabTestFolder *folder, const char *name, guint mode)
{
  g_autofree char *path = cab_test_folder_dup_path (folder, name);
  GStatBuf status;

  g_assert_cmpint (g_lstat (path, &status), ==, 0);
  g_assert_cmphex (status.st_mode & 07777, ==, mode);
}

/* [B-68] a folder for the owner alone, whatever the mask says; read back as it was written */
static void
test_folder_is_private_and_reads_back (void)
{
  g_auto (CabTestFolder) folder = cab_test_folder_new ();
  g_autofd int fd = -1;
  g_autoptr (CabBundleSink) sink = make_sink (&folder, &fd);
  g_autoptr (CabBundleSource) source = NULL;
  g_autoptr (GBytes) content = NULL;
  g_autoptr (GError) error = NULL;
  mode_t mask = umask (0);

  g_assert_true (cab_bundle_sink_write_file (sink, "bagit.txt", "B", -1, &error));
  g_assert_true (cab_bundle_sink_write_file (sink, "data/csv/a.csv", "a\r\n", -1, &error));
  g_assert_true (cab_bundle_sink_write_file (sink, "data/csv/b.csv", "b\r\n", -1, &error));
  g_assert_true (cab_bundle_sink_close (sink, &error));
  umask (mask);
  assert_mode (&folder, "bagit.txt", 0600);
  assert_mode (&folder, "data", 0700);
  assert_mode (&folder, "data/csv", 0700);
  assert_mode (&folder, "data/csv/b.csv", 0600);

  source = cab_bundle_source_open (folder.path, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (cab_bundle_source_get_n_files (source), ==, 3);
  g_assert_cmpstr (cab_bundle_source_get_path (source, 0), ==, "bagit.txt");
  g_assert_cmpstr (cab_bundle_source_get_path (source, 2), ==, "data/csv/b.csv");
  content = cab_bundle_source_read_file (source, 2, 10, NULL, &error);
  g_assert_cmpmem (g_bytes_get_data (content, NULL), g_bytes_get_size (content), "b\r\n", 3);
}

/* [B-68] what lies in the way is neither followed nor overwritten */
static void
test_folder_follows_no_link (void)
{
  g_auto (CabTestFolder) folder = cab_test_folder_new ();
  g_auto (CabTestFolder) elsewhere = cab_test_folder_new ();
  g_autofd int fd = -1;
  g_autoptr (CabBundleSink) sink = make_sink (&folder, &fd);
  g_autofree char *link = cab_test_folder_dup_path (&folder, "data");
  g_autofree char *listing = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (symlink (elsewhere.path, link), ==, 0);
  g_assert_false (cab_bundle_sink_write_file (sink, "data/a", "x", 1, &error));
  g_assert_error (error, CAB_EXPORT_ERROR, CAB_EXPORT_ERROR_EXPORT_IO);
  listing = cab_test_folder_dup_listing (&elsewhere);
  g_assert_cmpstr (listing, ==, "");
}

typedef void (*MakeFunc) (const char *path);

static void
make_link (const char *path)
{
  g_assert_cmpint (symlink ("/etc/passwd", path), ==, 0);
}

static void
make_fifo (const char *path)
{
  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
}

static void
make_file (const char *path)
{
  g_assert_true (g_file_set_contents (path, "x", 1, NULL));
}

static void
make_deep (const char *path)
{
  g_autofree char *deep = g_build_filename (path, "2", "3", "4", "5", "6", "7", "8", NULL);
  g_autofree char *file = g_build_filename (deep, "9", NULL);

  g_assert_cmpint (g_mkdir_with_parents (deep, 0700), ==, 0);
  make_file (file);
}

/* [B-78] a folder is judged like a ZIP file: links, pipes, names */
static void
test_hostile_folders_are_refused_by_name (void)
{
  static const struct
  {
    const char *name;
    MakeFunc make;
    const char *path;
    const char *other;
  } cases[] = {
    { "zip-special", make_link, "link", NULL },
    { "zip-special", make_fifo, "fifo", NULL },
    { "zip-path-backslash", make_file, "a\\b", NULL },
    { "zip-path-control", make_file, "a\nb", NULL },
    { "zip-path-device", make_file, "aux.txt", NULL },
    { "zip-path-home", make_file, "~x", NULL },
    { "zip-path-drive", make_file, "c:x", NULL },
    { "zip-path-encoding", make_file, "caf\xE9", NULL },
    { "zip-duplicate-folded", make_file, "a.txt", "A.txt" },
    { "zip-too-deep", make_deep, "1", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (CabTestFolder) folder = cab_test_folder_new ();
      g_autofree char *path = cab_test_folder_dup_path (&folder, cases[i].path);
      g_autoptr (CabBundleSource) source = NULL;
      g_autoptr (GError) error = NULL;

      cases[i].make (path);
      if (cases[i].other != NULL)
        {
          g_autofree char *other = cab_test_folder_dup_path (&folder, cases[i].other);

          make_file (other);
        }
      source = cab_bundle_source_open (folder.path, NULL, &error);
      g_assert_null (source);
      if (error->domain != CAB_EXPORT_ERROR
          || strcmp (cab_export_error_get_name (error->code), cases[i].name) != 0)
        g_error ("%s: %s", cases[i].name, error->message);
    }
}

/* [B-73] a name that was a file when it was listed and is a link when it is read */
static void
test_exchanged_file_is_not_followed (void)
{
  g_auto (CabTestFolder) folder = cab_test_folder_new ();
  g_autofree char *path = cab_test_folder_dup_path (&folder, "a");
  g_autoptr (CabBundleSource) source = NULL;
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (GError) error = NULL;

  make_file (path);
  source = cab_bundle_source_open (folder.path, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_remove (path), ==, 0);
  make_link (path);
  stream = cab_bundle_source_open_file (source, 0, &error);
  g_assert_null (stream);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_TOO_MANY_LINKS);
}

/* [B-73] a path that is nothing, or a pipe, is said so and does not block */
static void
test_opens_only_files_and_folders (void)
{
  g_auto (CabTestFolder) folder = cab_test_folder_new ();
  g_autofree char *fifo = cab_test_folder_dup_path (&folder, "fifo");
  g_autofree char *nothing = cab_test_folder_dup_path (&folder, "nothing");
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) fifo_error = NULL;

  g_assert_null (cab_bundle_source_open (nothing, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  make_fifo (fifo);
  g_assert_null (cab_bundle_source_open (fifo, NULL, &fifo_error));
  g_assert_cmpuint (fifo_error->domain, ==, G_IO_ERROR);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exporter/bundle-sink/order-is-asserted", test_order_is_asserted);
  g_test_add_func ("/exporter/bundle-sink/notes-size-and-digest", test_notes_size_and_digest);
  g_test_add_func ("/exporter/bundle-sink/media-types-decide-packing",
                   test_media_types_decide_packing);
  g_test_add_func ("/exporter/folder/is-private-and-reads-back",
                   test_folder_is_private_and_reads_back);
  g_test_add_func ("/exporter/folder/follows-no-link", test_folder_follows_no_link);
  g_test_add_func ("/exporter/folder/hostile-ones-are-refused-by-name",
                   test_hostile_folders_are_refused_by_name);
  g_test_add_func ("/exporter/folder/exchanged-file-is-not-followed",
                   test_exchanged_file_is_not_followed);
  g_test_add_func ("/exporter/bundle-source/opens-only-files-and-folders",
                   test_opens_only_files_and_folders);
  return g_test_run ();
}
