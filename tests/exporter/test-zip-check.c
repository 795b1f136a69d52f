/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include "cab-zip-check.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "cab-bundle-source.h"
#include "cab-test-folder.h"
#include "cab-test-tool.h"
#include "cab-test-zip.h"

#define GOOD { .name = "root/data/a.txt", .content = "hello" }
#define AES_EXTRA                                                                                  \
  "\x01\x99\x07\x00\x02\x00"                                                                       \
  "AE\x03\x08\x00"
#define PKWARE_LINK                                                                                \
  "\x0d\x00\x0e\x00"                                                                               \
  "\0\0\0\0\0\0\0\0\0\0\0\0"                                                                       \
  "to"
#define UNICODE_PATH                                                                               \
  "\x75\x70\x0b\x00\x01\0\0\0\0"                                                                   \
  "root/b"
#define ZIP64_SHORT "\x01\x00\x04\x00\0\0\0\0"

/* Reads a ZIP file from memory and from the disk; both must say the same.
 * Gives the refusal's name, "" when it was accepted. */
static const char *
check (const CabTestFolder *folder, GByteArray *file, char **message)
{
  g_autofree char *path = cab_test_folder_dup_path (folder, "hostile.zip");
  g_autoptr (GBytes) bytes = g_bytes_new (file->data, file->len);
  g_autoptr (CabZipListing) from_memory = NULL;
  g_autoptr (CabZipListing) from_disk = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) disk_error = NULL;
  g_autofd int fd = -1;

  g_assert_true (g_file_set_contents (path, (char *)file->data, file->len, NULL));
  fd = open (path, O_RDONLY | O_CLOEXEC);
  g_assert_cmpint (fd, !=, -1);
  from_memory = cab_zip_check_bytes (bytes, "hostile.zip", &error);
  from_disk = cab_zip_check_fd (fd, "hostile.zip", &disk_error);

  g_assert_true ((from_memory == NULL) == (from_disk == NULL));
  if (error == NULL)
    return "";

  g_assert_cmpuint (error->domain, ==, CAB_EXPORT_ERROR);
  g_assert_error (disk_error, CAB_EXPORT_ERROR, error->code);
  g_assert_cmpstr (disk_error->message, ==, error->message);
  if (message != NULL)
    *message = g_strdup (error->message);
  return cab_export_error_get_name (error->code);
}

/* CAB_WRITE_CORPUS=FOLDER keeps each hostile file for tests/fuzz, by its name. */
static void
keep_for_corpus (GByteArray *file, const char *name, guint number)
{
  const char *folder = g_getenv ("CAB_WRITE_CORPUS");
  g_autofree char *path = NULL;

  if (folder == NULL)
    return;

  path = g_strdup_printf ("%s/%s-%u", folder, name[0] != '\0' ? name : "good", number);
  g_assert_true (g_file_set_contents (path, (char *)file->data, file->len, NULL));
}

static void
expect (const CabTestFolder *folder, GByteArray *file, const char *name, const char *shown)
{
  g_autofree char *message = NULL;
  const char *found = check (folder, file, &message);

  if (strcmp (found, name) != 0)
    g_error ("‘%s’ instead of ‘%s’ (%s)", found, name, message != NULL ? message : "accepted");
  if (message != NULL && !g_str_has_suffix (message, "Nothing was changed."))
    g_error ("%s: %s", name, message);
  if (shown != NULL && strstr (message, shown) == NULL)
    g_error ("%s does not say ‘%s’: %s", name, shown, message);
}

/* [B-78] every refusal that the entries alone can earn, by its short name */
static void
test_hostile_entries_are_refused_by_name (void)
{
  static const struct
  {
    const char *name;
    const char *shown;
    CabTestZipEntry entries[2];
  } cases[] = {
    { "", NULL, { GOOD, { .name = "root/data/b.txt", .deflate = TRUE, .content = "hi" } } },
    { "", NULL, { GOOD, { .name = "root/data/", .mode = 040755 } } },
    { "", NULL, { GOOD, { .name = "root/\xC3\xA4", .content = "" } } },
    { "zip-path-absolute", "/x", { GOOD, { .name = "/x" } } },
    { "zip-path-dotdot", "a/../b", { GOOD, { .name = "root/a/../b" } } },
    { "zip-path-dotdot", "../x", { GOOD, { .name = "../x" } } },
    { "zip-path-dotdot", NULL, { GOOD, { .name = "root//x" } } },
    { "zip-path-backslash", "a\\\\b", { GOOD, { .name = "root/a\\b" } } },
    { "zip-path-drive", "c:x", { GOOD, { .name = "c:x" } } },
    { "zip-path-home", "~x", { GOOD, { .name = "~x" } } },
    { "zip-path-control", "\\x1B", { GOOD, { .name = "root/\x1b" } } },
    { "zip-path-control", "root/a", { GOOD, { .name = "root/a\0.txt", .name_length = 11 } } },
    { "zip-path-device", "aux.txt", { GOOD, { .name = "root/aux.txt" } } },
    { "zip-path-encoding", "\\xE9", { GOOD, { .name = "root/caf\xE9" } } },
    { "zip-too-deep", NULL, { GOOD, { .name = "root/2/3/4/5/6/7/8/9" } } },
    { "zip-special", "root/link", { GOOD, { .name = "root/link", .mode = 0120777 } } },
    { "zip-special", NULL, { GOOD, { .name = "root/device", .mode = 0060600 } } },
    { "zip-special", NULL, { GOOD, { .name = "root/fifo", .mode = 0010600 } } },
    { "zip-special", NULL, { GOOD, { .name = "root/folder", .mode = 040755 } } },
    { "zip-special",
      "root/hard",
      { GOOD, { .name = "root/hard", .extra = PKWARE_LINK, .extra_length = 18 } } },
    { "zip-duplicate", "root/data/a.txt", { GOOD, GOOD } },
    { "zip-duplicate", NULL, { { .name = "root/a/", .mode = 040755 }, { .name = "root/a" } } },
    { "zip-duplicate-folded", "A.TXT", { GOOD, { .name = "root/data/A.TXT" } } },
    { "zip-duplicate-folded",
      NULL,
      { { .name = "root/caf\xC3\xA9" }, { .name = "root/cafe\xCC\x81" } } },
    { "zip-two-roots", "other", { GOOD, { .name = "other/a" } } },
    { "zip-no-root", NULL, { { .name = "a.txt" }, { .name = "b.txt" } } },
    { "zip-headers-differ",
      "c.txt",
      { { .name = "root/data/c.txt", .local_name = "root/data/b.txt" }, GOOD } },
    { "zip-headers-differ", NULL, { { .name = "root/x", .local_method = 8 }, GOOD } },
    { "zip-headers-differ", NULL, { { .name = "root/x", .local_flags = 1 << 11 }, GOOD } },
    { "zip-headers-differ", NULL, { { .name = "root/x", .gap = 3 }, GOOD } },
    { "zip-headers-differ", NULL, { GOOD, { .name = "root/x", .gap = 5 } } },
    { "zip-headers-differ", NULL, { GOOD, { .name = "root/x", .flags = 1 << 3 } } },
    { "zip-headers-differ", NULL, { GOOD, { .name = "root/x", .flags = 1 << 3, .gap = 16 } } },
    { "zip-headers-differ", NULL, { GOOD, { .name = "root/x", .flags = 1 << 3, .gap = 12 } } },
    { "zip-headers-differ",
      NULL,
      { GOOD, { .name = "root/a", .extra = UNICODE_PATH, .extra_length = 15 } } },
    { "zip-headers-differ",
      NULL,
      { GOOD, { .name = "root/a", .extra = "\x01\x00\xFF\x00", .extra_length = 4 } } },
    { "zip-headers-differ",
      NULL,
      { GOOD, { .name = "root/a", .size = 0xFFFFFFFF, .extra = ZIP64_SHORT, .extra_length = 8 } } },
    { "zip-headers-differ", NULL, { GOOD, { .name = "root/a", .method = 99, .flags = 1 } } },
    { "zip-headers-differ", NULL, { GOOD, { .name = "root/folder/", .mode = 040755, .size = 4 } } },
    { "zip-overlap", "a.txt", { GOOD, { .name = "root/x", .moved = TRUE, .start = 0 } } },
    { "zip-overlap", NULL, { GOOD, { .name = "root/x", .packed = 100, .size = 100 } } },
    { "zip-trailing", NULL, { { .name = "root/x", .moved = TRUE, .start = 7 }, GOOD } },
    { "zip-method", "root/x", { GOOD, { .name = "root/x", .method = 12 } } },
    { "zip-method", NULL, { GOOD, { .name = "root/x", .flags = 1 << 6 | 1 } } },
    { "zip-method", NULL, { GOOD, { .name = "root/x", .flags = 1 << 13 } } },
    { "zip-weak-encryption", NULL, { GOOD, { .name = "root/x", .flags = 1, .content = "x" } } },
    { "zip-mixed-encryption",
      "a.txt",
      { GOOD,
        { .name = "root/x",
          .content = "x",
          .method = 99,
          .flags = 1,
          .extra = AES_EXTRA,
          .extra_length = 11,
          .local_too = TRUE } } },
    { "zip-too-large", "root/x", { GOOD, { .name = "root/x", .size = 0x80000001 } } },
    { "zip-bomb", "root/x", { GOOD, { .name = "root/x", .size = 100 << 20, .content = "x" } } },
  };
  g_auto (CabTestFolder) folder = cab_test_folder_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GByteArray) file = cab_test_zip_make (cases[i].entries, 2);

      g_test_message ("case %u: %s", i, cases[i].name);
      keep_for_corpus (file, cases[i].name, i);
      expect (&folder, file, cases[i].name, cases[i].shown);
    }
}

/* [B-78] what is cut, continued or not a ZIP file at all */
static void
test_broken_files_are_refused_by_name (void)
{
  static const CabTestZipEntry entries[] = { GOOD, { .name = "root/data/b.txt", .content = "b" } };
  g_auto (CabTestFolder) folder = cab_test_folder_new ();
  g_autoptr (GByteArray) good = cab_test_zip_make (entries, 2);
  g_autoptr (GByteArray) file = g_byte_array_new ();

  expect (&folder, good, "", NULL);

  expect (&folder, file, "zip-not-a-zip", "hostile.zip");
  g_byte_array_append (file, (const guint8 *)"This is only text, and longer than that.", 40);
  expect (&folder, file, "zip-not-a-zip", NULL);

  /* Wherever it is cut, it is cut. */
  for (guint length = 4; length < good->len; length++)
    {
      g_byte_array_set_size (file, 0);
      g_byte_array_append (file, good->data, length);
      expect (&folder, file, "zip-truncated", NULL);
    }

  g_byte_array_set_size (file, 0);
  g_byte_array_append (file, good->data, 10);
  g_byte_array_append (file, good->data + 30, good->len - 30);
  expect (&folder, file, "zip-truncated", NULL);

  g_byte_array_set_size (file, 0);
  g_byte_array_append (file, good->data, good->len);
  g_byte_array_append (file, (const guint8 *)"x", 1);
  expect (&folder, file, "zip-trailing", NULL);

  g_byte_array_set_size (file, 0);
  g_byte_array_append (file, (const guint8 *)"#!/bin/sh\n", 10);
  g_byte_array_append (file, good->data, good->len);
  expect (&folder, file, "zip-trailing", NULL);

  g_byte_array_set_size (file, 0);
  g_byte_array_append (file, good->data, good->len);
  file->data[file->len - 2] = 3;
  g_byte_array_append (file, (const guint8 *)"hi!", 3);
  expect (&folder, file, "zip-trailing", NULL);

  g_byte_array_set_size (file, 0);
  g_byte_array_append (file, good->data, good->len);
  file->data[file->len - 12] = file->data[file->len - 14] = 1;
  expect (&folder, file, "zip-headers-differ", NULL);

  g_byte_array_unref (g_steal_pointer (&good));
  good = cab_test_zip_make (NULL, 0);
  expect (&folder, good, "zip-no-root", NULL);
}

/* [B-78] too many entries, and too much in all, although each is small enough */
static void
test_limits_count_the_whole (void)
{
  g_auto (CabTestFolder) folder = cab_test_folder_new ();
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree CabTestZipEntry *entries = g_new0 (CabTestZipEntry, CAB_BUNDLE_MAX_ENTRIES + 1);
  g_autoptr (GByteArray) most = NULL;
  g_autoptr (GByteArray) too_many = NULL;
  g_autoptr (GByteArray) large = NULL;
  g_autoptr (GByteArray) bomb = NULL;

  for (guint i = 0; i <= CAB_BUNDLE_MAX_ENTRIES; i++)
    {
      g_ptr_array_add (names, g_strdup_printf ("root/%u", i));
      entries[i].name = g_ptr_array_index (names, i);
    }
  most = cab_test_zip_make (entries, CAB_BUNDLE_MAX_ENTRIES);
  expect (&folder, most, "", NULL);
  too_many = cab_test_zip_make (entries, CAB_BUNDLE_MAX_ENTRIES + 1);
  expect (&folder, too_many, "zip-too-many", NULL);

  for (guint i = 0; i < 11; i++)
    {
      entries[i].size = 0x7FFFFFFF;
      entries[i].packed = 0x7FFFFFFF;
    }
  large = cab_test_zip_make (entries, 11);
  expect (&folder, large, "zip-too-large", "root/10");

  for (guint i = 0; i < 2; i++)
    {
      entries[i].size = 60 << 20;
      entries[i].packed = 100;
    }
  bomb = cab_test_zip_make (entries, 2);
  expect (&folder, bomb, "zip-bomb", "root/1");
}

/* [B-78] what other packers make of an honest folder is accepted */
static void
test_files_of_other_packers_are_accepted (void)
{
  static const char python[]
      = "import zipfile\n"
        "with zipfile.ZipFile('python.zip','w',zipfile.ZIP_DEFLATED,allowZip64=True) as z:\n"
        "  z.writestr('root/a.txt','hello'*100)\n"
        "  with z.open('root/big','w',force_zip64=True) as f: f.write(b'x'*1000)\n"
        "class Pipe:\n"
        "  def __init__(s,p): s.f=open(p,'wb')\n"
        "  def write(s,b): return s.f.write(b)\n"
        "  def flush(s): s.f.flush()\n"
        "with zipfile.ZipFile(Pipe('stream.zip'),'w',zipfile.ZIP_DEFLATED) as z:\n"
        "  z.writestr('root/a.txt','hello'*100)\n"
        "  with z.open('root/big','w',force_zip64=True) as f: f.write(b'x'*1000)\n";
  static const char *const made[]
      = { "python.zip", "stream.zip", "zip.zip", "7zz.zip", "bsdtar.zip" };
  g_auto (CabTestFolder) folder = cab_test_folder_new ();
  g_autofree char *said = NULL;

  if (!cab_test_has_tool ("python3") || !cab_test_has_tool ("zip") || !cab_test_has_tool ("7zz")
      || !cab_test_has_tool ("bsdtar"))
    return;

  if (cab_test_run_tool (folder.path, &said, "python3", "-c", python, NULL) != 0)
    g_error ("%s", said);
  g_assert_cmpint (cab_test_run_tool (folder.path, NULL, "sh", "-c",
                                      "mkdir -p root/data && echo 1 >root/a && : >root/empty && "
                                      "head -c 300000 /dev/zero >root/data/b",
                                      NULL),
                   ==, 0);
  g_assert_cmpint (cab_test_run_tool (folder.path, NULL, "zip", "-qr", "zip.zip", "root", NULL), ==,
                   0);
  g_assert_cmpint (cab_test_run_tool (folder.path, NULL, "7zz", "a", "7zz.zip", "root", NULL), ==,
                   0);
  g_assert_cmpint (cab_test_run_tool (folder.path, NULL, "bsdtar", "--format=zip", "-cf",
                                      "bsdtar.zip", "root", NULL),
                   ==, 0);

  for (guint i = 0; i < G_N_ELEMENTS (made); i++)
    {
      g_autofree char *path = cab_test_folder_dup_path (&folder, made[i]);
      g_autoptr (CabBundleSource) source = NULL;
      g_autoptr (GError) error = NULL;

      source = cab_bundle_source_open (path, NULL, &error);
      if (source == NULL)
        g_error ("%s: %s", made[i], error->message);
      for (guint j = 0; j < cab_bundle_source_get_n_files (source); j++)
        {
          g_autoptr (GBytes) content
              = cab_bundle_source_read_file (source, j, 1 << 20, NULL, &error);

          if (content == NULL)
            g_error ("%s: %s", made[i], error->message);
          g_assert_cmpuint (g_bytes_get_size (content), ==, cab_bundle_source_get_size (source, j));
        }
    }
}

/* [B-90] bytes changed at random never crash it, and never let anything outside in */
static void
test_random_changes_are_survived (void)
{
  static const CabTestZipEntry entries[]
      = { GOOD,
          { .name = "root/b", .deflate = TRUE, .content = "bbbbbbbbbbbbbbbbbbbbbbbb" },
          { .name = "root/c/", .mode = 040755 },
          { .name = "root/x",
            .content = "x",
            .extra = UNICODE_PATH,
            .extra_length = 15,
            .local_too = TRUE } };
  g_autoptr (GByteArray) good = cab_test_zip_make (entries, 3);
  g_autoptr (GByteArray) other = cab_test_zip_make (entries, 4);
  guint n_accepted = 0;

  for (guint i = 0; i < 50000; i++)
    {
      GByteArray *from = g_test_rand_bit () ? good : other;
      g_autofree guint8 *copy = g_memdup2 (from->data, from->len);
      gsize length = g_test_rand_int_range (0, 20) == 0
                         ? (gsize)g_test_rand_int_range (0, from->len + 1)
                         : from->len;
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (CabZipListing) listing = NULL;
      g_autoptr (GError) error = NULL;

      for (int n = g_test_rand_int_range (1, 4); n > 0; n--)
        copy[g_test_rand_int_range (0, from->len)] = g_test_rand_int_range (0, 256);
      bytes = g_bytes_new_take (g_steal_pointer (&copy), length);
      listing = cab_zip_check_bytes (bytes, "x.zip", &error);
      g_assert_true ((listing == NULL) == (error != NULL));
      if (listing == NULL)
        continue;
      n_accepted++;
      for (guint j = 0; j < listing->entries->len; j++)
        {
          const CabZipEntry *entry = g_ptr_array_index (listing->entries, j);

          g_assert_cmpuint (entry->start, <, entry->end);
          g_assert_cmpuint (entry->end, <=, entry->central);
          g_assert_true (g_str_has_prefix (entry->path, listing->root));
        }
    }

  g_assert_cmpuint (n_accepted, >, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exporter/zip-check/hostile-entries-are-refused-by-name",
                   test_hostile_entries_are_refused_by_name);
  g_test_add_func ("/exporter/zip-check/broken-files-are-refused-by-name",
                   test_broken_files_are_refused_by_name);
  g_test_add_func ("/exporter/zip-check/limits-count-the-whole", test_limits_count_the_whole);
  g_test_add_func ("/exporter/zip-check/files-of-other-packers-are-accepted",
                   test_files_of_other_packers_are_accepted);
  g_test_add_func ("/exporter/zip-check/random-changes-are-survived",
                   test_random_changes_are_survived);
  return g_test_run ();
}
