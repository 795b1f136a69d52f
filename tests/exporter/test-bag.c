/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include "cab-bag.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "cab-bag-verify.h"
#include "cab-folder.h"
#include "cab-test-folder.h"
#include "cab-test-tool.h"
#include "cab-zip.h"

static CabBagInfo *
make_info (void)
{
  CabBagInfo *info = cab_bag_info_new ();

  cab_bag_info_add (info, "Bagging-Date", "2026-03-02");
  cab_bag_info_add (info, "External-Description", NULL);
  cab_bag_info_add (info, "Source-Organization", "  Praxis\r\n\tDr. Österreicher\x01\x02& Söhne\n");
  cab_bag_info_add (info, "Contact-Email", "");
  cab_bag_info_add (info, "Payload-Oxum", "?");
  cab_bag_info_add (info, "Cabinet-Format", "1.0");
  cab_bag_info_add (info, "Cabinet-Profile", "access");
  return info;
}

static char *
write_bag (CabBundleSink *sink)
{
  g_autoptr (CabBagInfo) info = make_info ();
  g_autoptr (GBytes) page = g_bytes_new_static ("<!DOCTYPE html>\n", 16);
  g_autoptr (GError) error = NULL;
  char *digest = NULL;

  g_assert_true (cab_bag_begin (sink, &error));
  g_assert_true (cab_bundle_sink_write_file (sink, "data/csv/goals.csv", "a\r\n", -1, &error));
  g_assert_true (cab_bundle_sink_write_file (sink, "data/empty", "", 0, &error));
  g_assert_true (cab_bundle_sink_write_file (sink, "data/record.xml", "<record/>", -1, &error));
  g_assert_true (cab_bag_finish (sink, info, page, &digest, &error));
  g_assert_no_error (error);
  return digest;
}

static char *
write_bag_folder (const CabTestFolder *folder)
{
  g_autofd int fd = open (folder->path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  g_autoptr (CabBundleSink) sink = cab_folder_new (fd);

  return write_bag (sink);
}

static void
assert_file (const CabTestFolder *folder, const char *name, const char *expected)
{
  g_autofree char *path = cab_test_folder_dup_path (folder, name);
  g_autofree char *content = NULL;

  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, expected);
}

/* [B-15] the tag files, byte for byte */
static void
test_tag_files_are_as_specified (void)
{
  g_auto (CabTestFolder) folder = cab_test_folder_new ();
  g_autofree char *digest = write_bag_folder (&folder);
  g_autofree char *path = cab_test_folder_dup_path (&folder, "tagmanifest-sha512.txt");
  g_autofree char *tags = NULL;
  g_autofree char *digest_again = NULL;
  g_autofree char *names = NULL;
  g_autoptr (GRegex) digests = g_regex_new ("[0-9a-f]{128}  ", 0, 0, NULL);
  g_autofree char *listing = cab_test_folder_dup_listing (&folder);

  g_assert_cmpstr (listing, ==,
                   "00-READ-ME-FIRST.html bag-info.txt bagit.txt data manifest-sha512.txt "
                   "tagmanifest-sha512.txt");
  assert_file (&folder, "bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
  assert_file (&folder, "bag-info.txt",
               "Bagging-Date: 2026-03-02\n"
               "Source-Organization: Praxis Dr. Österreicher & Söhne\n"
               "Payload-Oxum: 12.3\nCabinet-Format: 1.0\nCabinet-Profile: access\n");
  assert_file (
      &folder, "manifest-sha512.txt",
      "370f9f8d0199aeefc3784d6b54249a9aead1b34ef8966aef75fa0bb506382188c90000799d15aca5a56b9e2d79ae"
      "f166b329764e99728bad5dc2c003eb7ffb6d  data/csv/goals.csv\n"
      "cf83e1357eefb8bdf1542850d66d8007d620e4050b5715dc83f4a921d36ce9ce47d0d13c5d85f2b0ff8318d2877e"
      "ec2f63b931bd47417a81a538327af927da3e  data/empty\n"
      "430475315c4be9d6bb5696412ad3abea94d26d5339478b43973fcec74d2fdb11da40985837427085b2580bed7fa3"
      "c6ae432e4ec1a75d5e92b2d78273b5a2980d  data/record.xml\n");

  g_assert_true (g_file_get_contents (path, &tags, NULL, NULL));
  digest_again = g_compute_checksum_for_string (G_CHECKSUM_SHA512, tags, -1);
  g_assert_cmpstr (digest, ==, digest_again);
  names = g_regex_replace (digests, tags, -1, 0, "", 0, NULL);
  g_assert_cmpstr (names, ==,
                   "00-READ-ME-FIRST.html\nbag-info.txt\nbagit.txt\nmanifest-sha512.txt\n");
}

/* [B-15] [B-90] sha512sum verifies it without Cabinet, and without a warning */
static void
test_sha512sum_verifies_it (void)
{
  g_auto (CabTestFolder) folder = cab_test_folder_new ();
  g_autofree char *digest = write_bag_folder (&folder);
  g_autofree char *path = cab_test_folder_dup_path (&folder, "data/record.xml");
  g_autofree char *said = NULL;

  if (!cab_test_has_tool ("sha512sum"))
    return;

  g_assert_cmpint (cab_test_run_tool (folder.path, &said, "sha512sum", "--strict", "--quiet", "-c",
                                      "manifest-sha512.txt", "tagmanifest-sha512.txt", NULL),
                   ==, 0);
  g_assert_cmpstr (said, ==, "");

  /* Positive control. */
  g_assert_true (g_file_set_contents (path, "<Record/>", -1, NULL));
  g_assert_cmpint (cab_test_run_tool (folder.path, NULL, "sha512sum", "--strict", "--quiet", "-c",
                                      "manifest-sha512.txt", NULL),
                   !=, 0);
}

/* [B-68] our own reader verifies what we wrote, as folder, ZIP and encrypted ZIP */
static void
test_own_reader_verifies_it (void)
{
  g_autoptr (CabSecret) passphrase = cab_secret_new_copy ("anchor-bubble", 13);

  for (guint i = 0; i < 3; i++)
    {
      g_auto (CabTestFolder) folder = cab_test_folder_new ();
      g_autofree char *path = g_strdup (folder.path);
      g_autofree char *digest = NULL;
      g_autoptr (CabBundleSource) source = NULL;
      g_autoptr (CabBagReport) report = NULL;
      g_autoptr (GError) error = NULL;

      if (i == 0)
        digest = write_bag_folder (&folder);
      else
        {
          g_autofd int fd = -1;
          g_autoptr (CabBundleSink) sink = NULL;

          g_free (path);
          path = cab_test_folder_dup_path (&folder, "x.zip");
          fd = open (path, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
          sink = cab_zip_new (fd, "cabinet-access-7f3c9a2e", i == 2 ? passphrase : NULL, &error);
          g_assert_no_error (error);
          digest = write_bag (sink);
        }

      source = cab_bundle_source_open (path, passphrase, &error);
      g_assert_no_error (error);
      report = cab_bag_verify (source, CAB_BAG_RULES_CABINET, NULL, NULL, NULL, NULL, NULL, &error);
      g_assert_no_error (error);
      for (guint j = 0; j < report->faults->len; j++)
        g_error ("%s", ((GError *)g_ptr_array_index (report->faults, j))->message);
      g_assert_cmpstr (report->tagmanifest_sha512, ==, digest);
    }
}

/* [B-16] lines of bag-info.txt: folded, repeated where they may be, found without case */
static void
test_info_lines_are_read (void)
{
  static const char text[] = "Source-Organization: A long\r\n  name:\r\n\tof many lines\r\n"
                             "Contact-Name: a\nContact-Name: b\n\nEmpty:\nCabinet-Format :1.0";
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func ((GDestroyNotify)g_error_free);
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (CabBagInfo) info = cab_bag_info_parse (bytes, faults);

  g_assert_cmpuint (faults->len, ==, 0);
  g_assert_cmpuint (cab_bag_info_get_n_lines (info), ==, 5);
  g_assert_cmpstr (cab_bag_info_get (info, "source-organization"), ==,
                   "A long name: of many lines");
  g_assert_cmpstr (cab_bag_info_get (info, "Contact-Name"), ==, "a");
  g_assert_cmpstr (cab_bag_info_get_label (info, 2), ==, "Contact-Name");
  g_assert_cmpstr (cab_bag_info_get_value (info, 2), ==, "b");
  g_assert_cmpstr (cab_bag_info_get (info, "Empty"), ==, "");
  g_assert_cmpstr (cab_bag_info_get (info, "CABINET-FORMAT"), ==, "1.0");
  g_assert_null (cab_bag_info_get (info, "Payload-Oxum"));
}

/* [B-16] what is no line: no label, broken UTF-8, a beginning that continues nothing */
static void
test_info_faults_have_their_line (void)
{
  static const struct
  {
    const char *text;
    const char *message;
  } cases[] = {
    { "A: b\nno colon\n", "bag-info.txt, line 2: this line does not have two parts." },
    { ": b\n", "bag-info.txt, line 1:" },
    { " continued\n", "bag-info.txt, line 1:" },
    { "A: b\n\nC: caf\xE9\n", "bag-info.txt, line 3:" },
    { "Bag-Size: 1\nA: b\nBAG-SIZE: 1\n", "bag-info.txt, line 3: BAG-SIZE stands there twice." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func ((GDestroyNotify)g_error_free);
      g_autoptr (GBytes) bytes = g_bytes_new_static (cases[i].text, strlen (cases[i].text));
      g_autoptr (CabBagInfo) info = cab_bag_info_parse (bytes, faults);

      g_assert_cmpuint (faults->len, ==, 1);
      if (!g_str_has_prefix (((GError *)g_ptr_array_index (faults, 0))->message, cases[i].message))
        g_error ("case %u: %s", i, ((GError *)g_ptr_array_index (faults, 0))->message);
    }
}

/* [B-90] random bytes in a manifest or in bag-info.txt are read or refused, never more */
static void
test_random_bytes_are_survived (void)
{
  static const char alphabet[] = "0123456789abcdef  \t\n\r*data/%0A:\xC3\xA4\xFF~\\";

  for (guint i = 0; i < 20000; i++)
    {
      g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func ((GDestroyNotify)g_error_free);
      gsize length = g_test_rand_int_range (0, 200);
      g_autofree char *text = g_malloc (length + 1);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (CabBagInfo) info = NULL;

      for (gsize j = 0; j < length; j++)
        text[j] = alphabet[g_test_rand_int_range (0, sizeof alphabet)];
      bytes = g_bytes_new (text, length);
      info = cab_bag_info_parse (bytes, faults);
      for (guint j = 0; j < cab_bag_info_get_n_lines (info); j++)
        g_assert_true (g_utf8_validate (cab_bag_info_get_value (info, j), -1, NULL));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exporter/bag/tag-files-are-as-specified", test_tag_files_are_as_specified);
  g_test_add_func ("/exporter/bag/sha512sum-verifies-it", test_sha512sum_verifies_it);
  g_test_add_func ("/exporter/bag/own-reader-verifies-it", test_own_reader_verifies_it);
  g_test_add_func ("/exporter/bag-info/lines-are-read", test_info_lines_are_read);
  g_test_add_func ("/exporter/bag-info/faults-have-their-line", test_info_faults_have_their_line);
  g_test_add_func ("/exporter/bag-info/random-bytes-are-survived", test_random_bytes_are_survived);
  return g_test_run ();
}
