/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include "cab-zip.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

#include "cab-bundle-source.h"
#include "cab-export-error.h"
#include "cab-test-folder.h"
#include "cab-test-tool.h"
#include "cab-test-zip.h"

#define ROOT "cabinet-access-7f3c9a2e"
#define PASSPHRASE "anchor-bubble-cactus-dragon-elbow-falcon-guitar"
#define LARGE (4 * 1024 * 1024 + 100000)

static CabSecret *
make_passphrase (const char *text)
{
  return cab_secret_new_copy (text, strlen (text));
}

/* Every sort of file: sized and not, stored and not, empty, tiny, and larger
 * than what is held back. */
static void
write_files (CabBundleSink *sink)
{
  g_autofree char *large = g_malloc (LARGE);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < LARGE; i++)
    large[i] = "0123456789 abcdefghijklmnop\n"[i % 28];

  g_assert_true (
      cab_bundle_sink_write_file (sink, "bagit.txt", "BagIt-Version: 1.0\n", -1, &error));
  g_assert_true (
      cab_bundle_sink_begin (sink, "data/attachments/a.jpg", CAB_BUNDLE_PACK_STORE, 5, &error));
  g_assert_true (cab_bundle_sink_write (sink,
                                        "\xFF\xD8"
                                        "abc",
                                        5, &error));
  g_assert_true (cab_bundle_sink_end (sink, &error));
  g_assert_true (
      cab_bundle_sink_begin (sink, "data/attachments/b.jpg", CAB_BUNDLE_PACK_STORE, -1, &error));
  g_assert_true (cab_bundle_sink_write (sink,
                                        "\xFF\xD8"
                                        "abc",
                                        5, &error));
  g_assert_true (cab_bundle_sink_end (sink, &error));
  g_assert_true (cab_bundle_sink_begin (sink, "data/empty-1", CAB_BUNDLE_PACK_DEFLATE, -1, &error));
  g_assert_true (cab_bundle_sink_end (sink, &error));
  g_assert_true (cab_bundle_sink_begin (sink, "data/empty-2", CAB_BUNDLE_PACK_STORE, 0, &error));
  g_assert_true (cab_bundle_sink_end (sink, &error));
  g_assert_true (
      cab_bundle_sink_begin (sink, "data/large-1", CAB_BUNDLE_PACK_DEFLATE, LARGE, &error));
  g_assert_true (cab_bundle_sink_write (sink, large, LARGE, &error));
  g_assert_true (cab_bundle_sink_end (sink, &error));
  g_assert_true (cab_bundle_sink_begin (sink, "data/large-2", CAB_BUNDLE_PACK_DEFLATE, -1, &error));
  g_assert_true (cab_bundle_sink_write (sink, large, LARGE, &error));
  g_assert_true (cab_bundle_sink_end (sink, &error));
  g_assert_true (cab_bundle_sink_write_file (sink, "data/record.xml", "<record/>", -1, &error));
  g_assert_true (cab_bundle_sink_write_file (sink, "bag-info.txt", "A: b\n", -1, &error));
  g_assert_true (cab_bundle_sink_close (sink, &error));
  g_assert_no_error (error);
}

/* Gives the sink, closed, so that what it wrote can be compared. */
static CabBundleSink *
write_zip (const char *path, const char *passphrase)
{
  g_autoptr (CabSecret) secret = passphrase != NULL ? make_passphrase (passphrase) : NULL;
  g_autoptr (CabBundleSink) sink = NULL;
  g_autoptr (GError) error = NULL;
  g_autofd int fd = open (path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);

  g_assert_cmpint (fd, !=, -1);
  sink = cab_zip_new (fd, ROOT, secret, &error);
  g_assert_no_error (error);
  write_files (sink);
  return g_steal_pointer (&sink);
}

static CabBundleSource *
open_zip (const char *path, const char *passphrase, GError **error)
{
  g_autoptr (CabSecret) secret = passphrase != NULL ? make_passphrase (passphrase) : NULL;

  return cab_bundle_source_open (path, secret, error);
}

/* What comes out is what went in, in any order of reading. */
static void
compare_with_source (CabBundleSink *sink, CabBundleSource *source)
{
  GPtrArray *files = cab_bundle_sink_get_files (sink);

  g_assert_cmpuint (files->len, ==, cab_bundle_source_get_n_files (source));
  for (guint i = files->len; i-- > 0;)
    {
      const CabBundleFile *file = g_ptr_array_index (files, i);
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) content = NULL;
      g_autofree char *digest = NULL;
      int position = cab_bundle_source_find (source, file->path);

      g_assert_cmpint (position, !=, -1);
      g_assert_cmpuint (cab_bundle_source_get_size (source, position), ==, file->size);
      content = cab_bundle_source_read_file (source, position, LARGE, NULL, &error);
      g_assert_no_error (error);
      digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA512, content);
      g_assert_cmpstr (digest, ==, file->sha512);
    }
}

/* [B-69] [B-73] plain and encrypted: what was written is read back, byte for byte */
static void
test_reads_back_what_it_wrote (void)
{
  static const char *const passphrases[] = { NULL, PASSPHRASE,
                                             "K\xC3\xBC"
                                             "che 漢字 ~\"'" };
  g_auto (CabTestFolder) folder = cab_test_folder_new ();

  for (guint i = 0; i < G_N_ELEMENTS (passphrases); i++)
    {
      g_autofree char *name = g_strdup_printf ("%u.zip", i);
      g_autofree char *path = cab_test_folder_dup_path (&folder, name);
      g_autoptr (CabBundleSink) sink = write_zip (path, passphrases[i]);
      g_autoptr (GError) error = NULL;
      g_autoptr (CabBundleSource) source = open_zip (path, passphrases[i], &error);

      g_assert_no_error (error);
      compare_with_source (sink, source);
      g_assert_cmpint (cab_bundle_source_find (source, "data"), ==, -1);
      g_assert_cmpint (cab_bundle_source_find (source, ROOT "/bagit.txt"), ==, -1);
    }
}

/* [B-69] equal input gives equal bytes, whatever the time zone */
static void
test_equal_input_gives_equal_bytes (void)
{
  g_auto (CabTestFolder) folder = cab_test_folder_new ();
  g_autofree char *one = cab_test_folder_dup_path (&folder, "utc.zip");
  g_autofree char *other = cab_test_folder_dup_path (&folder, "tokyo.zip");
  g_autofree char *zone = g_strdup (g_getenv ("TZ"));
  g_autoptr (CabBundleSink) first = NULL;
  g_autoptr (CabBundleSink) second = NULL;
  g_autofree char *bytes = NULL;
  g_autofree char *other_bytes = NULL;
  gsize length, other_length;

  g_setenv ("TZ", "UTC", TRUE);
  tzset ();
  first = write_zip (one, NULL);
  g_setenv ("TZ", "Asia/Tokyo", TRUE);
  tzset ();
  second = write_zip (other, NULL);
  if (zone != NULL)
    g_setenv ("TZ", zone, TRUE);
  else
    g_unsetenv ("TZ");
  tzset ();

  g_assert_true (g_file_get_contents (one, &bytes, &length, NULL));
  g_assert_true (g_file_get_contents (other, &other_bytes, &other_length, NULL));
  g_assert_cmpmem (bytes, length, other_bytes, other_length);
}

/* [B-69] files only, in the order they came, mode 0644, no time, ZIP64 only where needed */
static void
test_table_of_contents_is_as_specified (void)
{
  static const char python[]
      = "import zipfile\n"
        "z=zipfile.ZipFile('x.zip')\n"
        "names=['bagit.txt','data/attachments/a.jpg','data/attachments/b.jpg','data/empty-1',"
        "'data/empty-2','data/large-1','data/large-2','data/record.xml','bag-info.txt']\n"
        "assert [i.filename for i in z.infolist()]==['" ROOT "/'+n for n in names]\n"
        "for i in z.infolist():\n"
        "  assert i.date_time==(1980,1,1,0,0,0),i\n"
        "  assert i.external_attr>>16==0o100644,i\n"
        "  assert not i.comment and (i.create_version<45 or 'large-2' in i.filename),i\n"
        "  assert i.compress_type==(0 if 'jpg' in i.filename or 'empty-2' in i.filename else 8),i\n"
        "assert not z.comment\n";
  g_auto (CabTestFolder) folder = cab_test_folder_new ();
  g_autofree char *path = cab_test_folder_dup_path (&folder, "x.zip");
  g_autoptr (CabBundleSink) sink = write_zip (path, NULL);
  g_autofree char *said = NULL;

  if (!cab_test_has_tool ("python3"))
    return;

  if (cab_test_run_tool (folder.path, &said, "python3", "-c", python, NULL) != 0)
    g_error ("%s", said);
}

/* [B-90] other programs test the plain ZIP file and find it good */
static void
test_other_programs_accept_it (void)
{
  static const char *const commands[][5] = {
    { "7zz", "t", "x.zip" },
    { "unzip", "-tq", "x.zip" },
    { "bsdtar", "-tf", "x.zip" },
    { "python3", "-m", "zipfile", "-t", "x.zip" },
  };
  g_auto (CabTestFolder) folder = cab_test_folder_new ();
  g_autofree char *path = cab_test_folder_dup_path (&folder, "x.zip");
  g_autoptr (CabBundleSink) sink = write_zip (path, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      const char *const *c = commands[i];
      g_autofree char *said = NULL;

      if (!cab_test_has_tool (c[0]))
        return;
      if (cab_test_run_tool (folder.path, &said, c[0], c[1], c[2], c[3], c[4], NULL) != 0)
        g_error ("%s: %s", c[0], said);
    }
}

/* [B-70] 7-Zip opens the encrypted one with the passphrase and with no other */
static void
test_aes_is_what_others_call_aes (void)
{
  g_auto (CabTestFolder) folder = cab_test_folder_new ();
  g_autofree char *path = cab_test_folder_dup_path (&folder, "x.zip");
  g_autoptr (CabBundleSink) sink = write_zip (path, PASSPHRASE);
  g_autofree char *listing = NULL;
  g_autofree char *said = NULL;

  if (!cab_test_has_tool ("7zz"))
    return;

  if (cab_test_run_tool (folder.path, &said, "7zz", "t", "-p" PASSPHRASE, "x.zip", NULL) != 0)
    g_error ("%s", said);
  g_assert_cmpint (cab_test_run_tool (folder.path, NULL, "7zz", "t", "-pWRONG", "x.zip", NULL), !=,
                   0);
  g_assert_cmpint (cab_test_run_tool (folder.path, &listing, "7zz", "l", "-slt", "x.zip", NULL), ==,
                   0);
  g_assert_nonnull (strstr (listing, "AES-256 Deflate"));
  g_assert_nonnull (strstr (listing, "AES-256 Store"));
}

/* [B-78] zip-no-passphrase, zip-wrong-passphrase: found when opening, before any content */
static void
test_passphrase_is_judged_when_opening (void)
{
  static const char *const wrong[] = { "x", PASSPHRASE "x", "anchor", PASSPHRASE " " };
  g_auto (CabTestFolder) folder = cab_test_folder_new ();
  g_autofree char *path = cab_test_folder_dup_path (&folder, "x.zip");
  g_autoptr (CabBundleSink) sink = write_zip (path, PASSPHRASE);
  g_autofree char *plain = cab_test_folder_dup_path (&folder, "plain.zip");
  g_autoptr (CabBundleSink) plain_sink = write_zip (plain, NULL);
  g_autoptr (CabBundleSource) source = NULL;
  g_autoptr (GError) none = NULL;

  g_assert_null (open_zip (path, NULL, &none));
  g_assert_error (none, CAB_EXPORT_ERROR, CAB_EXPORT_ERROR_ZIP_NO_PASSPHRASE);
  g_assert_cmpstr (none->message, ==,
                   "‘x.zip’ is encrypted and needs its passphrase. Nothing was changed.");
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (open_zip (path, wrong[i], &error));
      g_assert_error (error, CAB_EXPORT_ERROR, CAB_EXPORT_ERROR_ZIP_WRONG_PASSPHRASE);
    }

  /* One that is not needed does no harm. */
  source = open_zip (plain, PASSPHRASE, NULL);
  g_assert_nonnull (source);
}

static const char *
read_hostile (const CabTestFolder *folder, GByteArray *file, gsize maximum)
{
  g_autofree char *path = cab_test_folder_dup_path (folder, "hostile.zip");
  g_autoptr (CabBundleSource) source = NULL;
  g_autoptr (GBytes) content = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, (char *)file->data, file->len, NULL));
  source = cab_bundle_source_open (path, NULL, &error);
  g_assert_no_error (error);
  content = cab_bundle_source_read_file (source, 0, maximum, NULL, &error);
  g_assert_null (content);
  g_assert_cmpuint (error->domain, ==, CAB_EXPORT_ERROR);
  return cab_export_error_get_name (error->code);
}

/* [B-78] what only shows while reading: damage, lies about sizes, bombs */
static void
test_content_is_counted_while_reading (void)
{
  g_auto (CabTestFolder) folder = cab_test_folder_new ();
  gsize length = (64 << 20) + (1 << 20);
  g_autofree char *zeros = g_malloc0 (length);
  CabTestZipEntry damaged = { .name = "r/a", .content = "hello", .crc = 0x12345678 };
  CabTestZipEntry short_one
      = { .name = "r/a", .content = zeros, .length = 1 << 20, .deflate = TRUE, .size = 10 };
  CabTestZipEntry long_one
      = { .name = "r/a", .content = "hello", .length = 5, .deflate = TRUE, .size = 500 };
  CabTestZipEntry bomb
      = { .name = "r/a", .content = zeros, .length = length, .deflate = TRUE, .size = 64 << 20 };
  g_autoptr (GByteArray) damaged_file = cab_test_zip_make (&damaged, 1);
  g_autoptr (GByteArray) short_file = cab_test_zip_make (&short_one, 1);
  g_autoptr (GByteArray) long_file = cab_test_zip_make (&long_one, 1);
  g_autoptr (GByteArray) bomb_file = cab_test_zip_make (&bomb, 1);
  g_autoptr (GByteArray) large_file = NULL;

  g_assert_cmpstr (read_hostile (&folder, damaged_file, 100), ==, "zip-damaged");
  g_assert_cmpstr (read_hostile (&folder, short_file, 1 << 20), ==, "zip-headers-differ");
  g_assert_cmpstr (read_hostile (&folder, long_file, 1 << 20), ==, "zip-damaged");
  g_assert_cmpstr (read_hostile (&folder, bomb_file, length), ==, "zip-bomb");

  /* The caller's own limit. */
  short_one.size = 0;
  large_file = cab_test_zip_make (&short_one, 1);
  g_assert_cmpstr (read_hostile (&folder, large_file, (1 << 20) - 1), ==, "zip-too-large");
}

/* [B-78] one flipped bit in an encrypted entry is noticed: AES alone would not */
static void
test_changed_ciphertext_is_damage (void)
{
  g_auto (CabTestFolder) folder = cab_test_folder_new ();
  g_autofree char *path = cab_test_folder_dup_path (&folder, "x.zip");
  g_autoptr (CabBundleSink) sink = write_zip (path, PASSPHRASE);
  g_autoptr (CabBundleSource) source = NULL;
  g_autoptr (GBytes) content = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *bytes = NULL;
  char *name;
  gsize length;

  /* The stored picture: behind its name and extra fields, salt and check value. */
  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  name = memmem (bytes, length, ROOT "/data/attachments/a.jpg", strlen (ROOT) + 23);
  g_assert_nonnull (name);
  name[strlen (ROOT) + 23 + name[-2] + 16 + 2 + 1] ^= 1;
  g_assert_true (g_file_set_contents (path, bytes, length, NULL));

  source = open_zip (path, PASSPHRASE, &error);
  g_assert_no_error (error);
  content = cab_bundle_source_read_file (
      source, cab_bundle_source_find (source, "data/attachments/a.jpg"), 100, NULL, &error);
  g_assert_error (error, CAB_EXPORT_ERROR, CAB_EXPORT_ERROR_ZIP_DAMAGED);
  g_assert_null (content);
}

/* [B-68] a disk that is full is said so, and not as something else */
static void
test_full_disk_is_no_space (void)
{
  g_autoptr (CabBundleSink) sink = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *noise = g_malloc (1 << 20);
  g_autofd int fd = open ("/dev/full", O_WRONLY | O_CLOEXEC);

  for (guint i = 0; i < 1 << 20; i++)
    noise[i] = (char)g_test_rand_int ();
  g_assert_cmpint (fd, !=, -1);
  sink = cab_zip_new (fd, ROOT, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (cab_bundle_sink_begin (sink, "bagit.txt", CAB_BUNDLE_PACK_STORE, 1 << 20, &error));
  g_assert_false (cab_bundle_sink_write (sink, noise, 1 << 20, &error));
  g_assert_error (error, CAB_EXPORT_ERROR, CAB_EXPORT_ERROR_EXPORT_NO_SPACE);
}

/* [B-71] cancelling stops the writing within 64 KiB */
static void
test_cancelling_stops_writing (void)
{
  g_auto (CabTestFolder) folder = cab_test_folder_new ();
  g_autofree char *path = cab_test_folder_dup_path (&folder, "x.zip");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (CabBundleSink) sink = NULL;
  g_autoptr (GError) error = NULL;
  g_autofd int fd = open (path, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);

  sink = cab_zip_new (fd, ROOT, NULL, &error);
  cab_bundle_sink_set_cancellable (sink, cancellable);
  g_assert_true (cab_bundle_sink_begin (sink, "bagit.txt", CAB_BUNDLE_PACK_STORE, -1, &error));
  g_assert_true (cab_bundle_sink_write (sink, "x", 1, &error));
  g_cancellable_cancel (cancellable);
  g_assert_false (cab_bundle_sink_write (sink, "x", 1, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exporter/zip/reads-back-what-it-wrote", test_reads_back_what_it_wrote);
  g_test_add_func ("/exporter/zip/equal-input-gives-equal-bytes",
                   test_equal_input_gives_equal_bytes);
  g_test_add_func ("/exporter/zip/table-of-contents-is-as-specified",
                   test_table_of_contents_is_as_specified);
  g_test_add_func ("/exporter/zip/other-programs-accept-it", test_other_programs_accept_it);
  g_test_add_func ("/exporter/zip/aes-is-what-others-call-aes", test_aes_is_what_others_call_aes);
  g_test_add_func ("/exporter/zip/passphrase-is-judged-when-opening",
                   test_passphrase_is_judged_when_opening);
  g_test_add_func ("/exporter/zip/content-is-counted-while-reading",
                   test_content_is_counted_while_reading);
  g_test_add_func ("/exporter/zip/changed-ciphertext-is-damage", test_changed_ciphertext_is_damage);
  g_test_add_func ("/exporter/zip/full-disk-is-no-space", test_full_disk_is_no_space);
  g_test_add_func ("/exporter/zip/cancelling-stops-writing", test_cancelling_stops_writing);
  return g_test_run ();
}
