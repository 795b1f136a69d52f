/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-exporter"

#include "config.h"

#include "cab-bag.h"

#include <string.h>

#include "cab-bag-private.h"

#define MOST_FAULTS 1000

static const char declaration[] = "BagIt-Version: 1.0\n"
                                  "Tag-File-Character-Encoding: UTF-8\n";

/* One of the two lines of bagit.txt: exactly `LABEL: VALUE`. */
static void
check_declaration_line (GPtrArray *faults,
                        const char *line,
                        guint number,
                        const char *label,
                        const char *value,
                        CabExportError code)
{
  gsize length = strlen (label);
  g_autofree char *stripped = g_strstrip (g_strdup (line));

  if (strncmp (stripped, label, length) != 0)
    {
      cab_bag_add_fault (faults, CAB_EXPORT_ERROR_BAG_BAGIT_LINES, NULL, number, NULL);
      return;
    }
  if (line[0] == ' ' || line[0] == '\t' || line[length] != ':' || line[length + 1] != ' '
      || strcspn (line + length + 2, " \t") != strlen (line + length + 2))
    {
      cab_bag_add_fault (faults, CAB_EXPORT_ERROR_BAG_BAGIT_SPACE, NULL, number, NULL);
      return;
    }
  if (strcmp (line + length + 2, value) != 0)
    cab_bag_add_fault (faults, code, NULL, number, line + length + 2);
}

static gboolean
is_payload (const CabBundleFile *file)
{
  return g_str_has_prefix (file->path, "data/");
}

static gboolean
write_info (CabBundleSink *sink, CabBagInfo *info, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *oxum = NULL;
  GPtrArray *files = cab_bundle_sink_get_files (sink);
  guint64 n_bytes = 0;
  guint n_files = 0;

  for (guint i = 0; i < files->len; i++)
    {
      const CabBundleFile *file = g_ptr_array_index (files, i);

      if (is_payload (file))
        {
          n_bytes += file->size;
          n_files++;
        }
    }

  oxum = g_strdup_printf ("%" G_GUINT64_FORMAT ".%u", n_bytes, n_files);
  for (guint i = 0; i < cab_bag_info_get_n_lines (info); i++)
    {
      const char *label = cab_bag_info_get_label (info, i);

      g_string_append_printf (
          text, "%s: %s\n", label,
          strcmp (label, "Payload-Oxum") == 0 ? oxum : cab_bag_info_get_value (info, i));
    }

  return cab_bundle_sink_write_file (sink, "bag-info.txt", text->str, text->len, error);
}

static gboolean
write_manifest (CabBundleSink *sink, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  GPtrArray *files = cab_bundle_sink_get_files (sink);

  /* The sink saw to it that they came sorted. */
  for (guint i = 0; i < files->len; i++)
    {
      const CabBundleFile *file = g_ptr_array_index (files, i);

      if (is_payload (file))
        g_string_append_printf (text, "%s  %s\n", file->sha512, file->path);
    }

  return cab_bundle_sink_write_file (sink, "manifest-sha512.txt", text->str, text->len, error);
}

static gboolean
write_tag_manifest (CabBundleSink *sink, GBytes *front_page, GError **error)
{
  static const char *const tags[] = { "bag-info.txt", "bagit.txt", "manifest-sha512.txt" };
  g_autoptr (GString) text = g_string_new (NULL);

  if (front_page != NULL)
    {
      g_autofree char *digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA512, front_page);

      g_string_append_printf (text, "%s  00-READ-ME-FIRST.html\n", digest);
    }
  for (guint i = 0; i < G_N_ELEMENTS (tags); i++)
    g_string_append_printf (text, "%s  %s\n", cab_bundle_sink_find_file (sink, tags[i])->sha512,
                            tags[i]);

  return cab_bundle_sink_write_file (sink, "tagmanifest-sha512.txt", text->str, text->len, error);
}

static gboolean
write_front_page (CabBundleSink *sink, GBytes *front_page, GError **error)
{
  gsize length;
  const char *text;

  if (front_page == NULL)
    return TRUE;

  text = g_bytes_get_data (front_page, &length);
  return cab_bundle_sink_write_file (sink, "00-READ-ME-FIRST.html", text, length, error);
}

gboolean
cab_bag_begin (CabBundleSink *sink, GError **error)
{
  return cab_bundle_sink_write_file (sink, "bagit.txt", declaration, -1, error);
}

gboolean
cab_bag_finish (CabBundleSink *sink,
                CabBagInfo *info,
                GBytes *front_page,
                char **tagmanifest_sha512,
                GError **error)
{
  g_return_val_if_fail (CAB_IS_BUNDLE_SINK (sink), FALSE);
  g_return_val_if_fail (info != NULL, FALSE);

  if (!write_info (sink, info, error) || !write_manifest (sink, error)
      || !write_tag_manifest (sink, front_page, error)
      || !write_front_page (sink, front_page, error) || !cab_bundle_sink_close (sink, error))
    return FALSE;

  if (tagmanifest_sha512 != NULL)
    *tagmanifest_sha512
        = g_strdup (cab_bundle_sink_find_file (sink, "tagmanifest-sha512.txt")->sha512);
  return TRUE;
}

void
cab_bag_each_line (GBytes *bytes, CabBagLineFunc func, gpointer data)
{
  gsize size;
  const char *rest = g_bytes_get_data (bytes, &size);
  const char *end = rest + size;

  while (rest < end)
    {
      const char *newline = memchr (rest, '\n', end - rest);
      gsize length = (newline != NULL ? newline : end) - rest;
      gsize shown = length;

      if (newline != NULL && shown > 0 && rest[shown - 1] == '\r')
        shown--;
      func (rest, shown, data);
      rest += length + 1;
    }
}

void
cab_bag_add_fault (GPtrArray *faults,
                   CabExportError code,
                   const char *place,
                   guint line,
                   const char *what)
{
  GError *fault = NULL;

  g_return_if_fail (faults != NULL);

  if (faults->len >= MOST_FAULTS)
    return;

  cab_export_error_set (&fault, code, place, line, what);
  g_ptr_array_add (faults, fault);
}

void
cab_bag_parse_declaration (GBytes *bytes, GPtrArray *faults)
{
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  g_autofree char *copy = NULL;
  g_auto (GStrv) lines = NULL;
  guint n_lines;

  g_return_if_fail (faults != NULL);

  if (length >= 3 && memcmp (text, "\xEF\xBB\xBF", 3) == 0)
    {
      cab_bag_add_fault (faults, CAB_EXPORT_ERROR_BAG_BAGIT_BOM, NULL, 1, NULL);
      return;
    }

  copy = g_strndup (text != NULL ? text : "", length);
  lines = g_strsplit (copy, "\n", -1);
  n_lines = g_strv_length (lines);
  if (n_lines > 0 && lines[n_lines - 1][0] == '\0')
    n_lines--;
  if (n_lines != 2 || strlen (copy) != length)
    {
      cab_bag_add_fault (faults, CAB_EXPORT_ERROR_BAG_BAGIT_LINES, NULL, MIN (n_lines, 2) + 1,
                         NULL);
      return;
    }

  for (guint i = 0; i < 2; i++)
    {
      if (g_str_has_suffix (lines[i], "\r"))
        lines[i][strlen (lines[i]) - 1] = '\0';
    }
  check_declaration_line (faults, lines[0], 1, "BagIt-Version", "1.0",
                          CAB_EXPORT_ERROR_BAG_BAGIT_VERSION);
  check_declaration_line (faults, lines[1], 2, "Tag-File-Character-Encoding", "UTF-8",
                          CAB_EXPORT_ERROR_BAG_BAGIT_CHARSET);
}
