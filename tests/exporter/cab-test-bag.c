/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include "cab-test-bag.h"

#include <glib/gstdio.h>
#include <string.h>

#include "cab-test-zip.h"

static int
compare_paths (gconstpointer a, gconstpointer b, gpointer data)
{
  return strcmp (a, b);
}

typedef struct
{
  GChecksumType type;
  gboolean payload;
  GString *text;
} Manifest;

static gboolean
add_line (gpointer path, gpointer content, gpointer data)
{
  Manifest *manifest = data;

  if (g_str_has_prefix (path, "data/") == manifest->payload
      && !g_str_has_prefix (path, "tagmanifest-") && strcmp (path, "fetch.txt") != 0)
    {
      g_autofree char *digest = g_compute_checksum_for_string (manifest->type, content, -1);

      g_string_append_printf (manifest->text, "%s  %s\n", digest, (const char *)path);
    }
  return FALSE;
}

static void
put_manifest (CabTestBag *self, GChecksumType type, gboolean payload, const char *path)
{
  Manifest manifest = { type, payload, g_string_new (NULL) };

  g_tree_foreach (self, add_line, &manifest);
  cab_test_bag_put (self, path, manifest.text->str);
  g_string_free (manifest.text, TRUE);
}

CabTestBag *
cab_test_bag_new (void)
{
  CabTestBag *self = g_tree_new_full (compare_paths, NULL, g_free, g_free);

  cab_test_bag_put (self, "bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
  cab_test_bag_put (self, "bag-info.txt",
                    "Bagging-Date: 2026-03-02\nSource-Organization: Dr. Example\n"
                    "Payload-Oxum: 15.3\nCabinet-Format: 1.0\nCabinet-Profile: access\n");
  cab_test_bag_put (self, "00-READ-ME-FIRST.html", "<!DOCTYPE html>\n");
  cab_test_bag_put (self, "data/csv/goals.csv", "a\r\n");
  cab_test_bag_put (self, "data/record.html", "<p>");
  cab_test_bag_put (self, "data/record.xml", "<record/>");
  cab_test_bag_seal (self, G_CHECKSUM_SHA512, "sha512");
  return self;
}

void
cab_test_bag_put (CabTestBag *self, const char *path, const char *content)
{
  if (content != NULL)
    g_tree_replace (self, g_strdup (path), g_strdup (content));
  else
    g_tree_remove (self, path);
}

void
cab_test_bag_append (CabTestBag *self, const char *path, const char *content)
{
  g_autofree char *joined = g_strconcat (cab_test_bag_get (self, path), content, NULL);

  cab_test_bag_put (self, path, joined);
}

const char *
cab_test_bag_get (CabTestBag *self, const char *path)
{
  return g_tree_lookup (self, path);
}

void
cab_test_bag_seal (CabTestBag *self, GChecksumType type, const char *name)
{
  g_autofree char *manifest = g_strdup_printf ("manifest-%s.txt", name);
  g_autofree char *tag_manifest = g_strdup_printf ("tagmanifest-%s.txt", name);

  put_manifest (self, type, TRUE, manifest);
  put_manifest (self, type, FALSE, tag_manifest);
}

void
cab_test_bag_seal_tags (CabTestBag *self)
{
  put_manifest (self, G_CHECKSUM_SHA512, FALSE, "tagmanifest-sha512.txt");
}

static gboolean
write_file (gpointer path, gpointer content, gpointer data)
{
  g_autofree char *whole = g_build_filename (data, path, NULL);
  g_autofree char *folder = g_path_get_dirname (whole);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (whole, content, -1, NULL));
  return FALSE;
}

void
cab_test_bag_write (CabTestBag *self, const char *folder)
{
  g_tree_foreach (self, write_file, (gpointer)folder);
}

static gboolean
add_entry (gpointer path, gpointer content, gpointer data)
{
  CabTestZipEntry entry = { .name = g_strconcat ("bag/", path, NULL), .content = content };

  g_array_append_val ((GArray *)data, entry);
  return FALSE;
}

GByteArray *
cab_test_bag_zip (CabTestBag *self)
{
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (CabTestZipEntry));
  GByteArray *file;

  g_tree_foreach (self, add_entry, entries);
  file = cab_test_zip_make ((const CabTestZipEntry *)(void *)entries->data, entries->len);
  for (guint i = 0; i < entries->len; i++)
    g_free ((char *)g_array_index (entries, CabTestZipEntry, i).name);
  return file;
}
