/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-exporter"

#include "config.h"

#include "cab-bag-verify.h"

#include <string.h>

#include "cab-bag-private.h"
#include "cab-manifest.h"

#define BLOCK (64 * 1024)
#define N_PROGRESS 500

/* 50,000 lines of the longest paths and digests fit. */
#define LARGEST_TAG_FILE (32 * 1024 * 1024)

#define N_ALGORITHMS (G_CHECKSUM_SHA384 + 1)

typedef struct
{
  /* Borrowed */
  CabBundleSource *source;
  CabBagReport *report;
  CabBagTapFunc tap;
  gpointer tap_data;
  CabBagProgressFunc progress;
  gpointer progress_data;
  GCancellable *cancellable;

  /* Owned */
  GPtrArray *manifests;     /* of CabManifest */
  GPtrArray *tag_manifests; /* of CabManifest */
  GHashTable *lines;        /* CabManifest to a set of its lines by path */

  /* State */
  CabBagRules rules;
  guint64 total, done, reported; /* bytes, for the progress */
  guint64 n_bytes;               /* of the payload as read */
  guint n_payload;
} Check;

static void
add_fault (Check *check, CabExportError code, const char *place, guint line, const char *what)
{
  cab_bag_add_fault (check->report->faults, code, place, line, what);
}

static gboolean
is_payload (const char *path)
{
  return strncmp (path, "data/", 5) == 0;
}

static gboolean
is_tag_manifest (const char *path)
{
  return strncmp (path, "tagmanifest-", 12) == 0 && strchr (path, '/') == NULL
         && g_str_has_suffix (path, ".txt");
}

static gboolean
is_payload_manifest (const char *path)
{
  return strncmp (path, "manifest-", 9) == 0 && strchr (path, '/') == NULL
         && g_str_has_suffix (path, ".txt");
}

static GBytes *
read_tag_file (Check *check, guint position, GError **error)
{
  return cab_bundle_source_read_file (check->source, position, LARGEST_TAG_FILE, check->cancellable,
                                      error);
}

static gboolean
read_declaration (Check *check, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  int position = cab_bundle_source_find (check->source, "bagit.txt");

  if (position == -1)
    {
      add_fault (check, CAB_EXPORT_ERROR_BAG_NO_BAGIT, NULL, 0, NULL);
      return TRUE;
    }

  bytes = read_tag_file (check, position, error);
  if (bytes == NULL)
    return FALSE;

  cab_bag_parse_declaration (bytes, check->report->faults);
  return TRUE;
}

/* The lines of a manifest by path. */
static GHashTable *
index_lines (const CabManifest *manifest)
{
  GHashTable *by_path = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < manifest->lines->len; i++)
    {
      CabManifestLine *line = g_ptr_array_index (manifest->lines, i);

      g_hash_table_insert (by_path, line->path, line);
    }

  return by_path;
}

static const CabManifestLine *
find_line (Check *check, const CabManifest *manifest, const char *path)
{
  return g_hash_table_lookup (g_hash_table_lookup (check->lines, manifest), path);
}

static gboolean
read_manifest (Check *check,
               guint position,
               GPtrArray *manifests,
               const char **unknown,
               GError **error)
{
  const char *path = cab_bundle_source_get_path (check->source, position);
  g_autoptr (GBytes) bytes = read_tag_file (check, position, error);
  CabManifest *manifest;

  if (bytes == NULL)
    return FALSE;

  manifest = cab_manifest_parse (path, bytes, check->report->faults);
  if (manifest != NULL)
    {
      g_ptr_array_add (manifests, manifest);
      g_hash_table_insert (check->lines, manifest, index_lines (manifest));
    }
  else
    *unknown = path;
  if (strcmp (path, "tagmanifest-sha512.txt") == 0)
    check->report->tagmanifest_sha512 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA512, bytes);
  return TRUE;
}

/* A Cabinet bundle needs a checksum that nobody can forge today. */
static gboolean
is_enough (Check *check, GPtrArray *manifests)
{
  for (guint i = 0; i < manifests->len; i++)
    {
      GChecksumType algorithm = ((CabManifest *)g_ptr_array_index (manifests, i))->algorithm;

      if (check->rules == CAB_BAG_RULES_RFC || algorithm == G_CHECKSUM_SHA512
          || algorithm == G_CHECKSUM_SHA256)
        return TRUE;
    }

  return FALSE;
}

static gboolean
read_manifests (Check *check, GError **error)
{
  const char *unknown = NULL;
  const char *unknown_tag = NULL;

  for (guint i = 0; i < cab_bundle_source_get_n_files (check->source); i++)
    {
      const char *path = cab_bundle_source_get_path (check->source, i);

      if (is_payload_manifest (path)
          && !read_manifest (check, i, check->manifests, &unknown, error))
        return FALSE;
      if (is_tag_manifest (path)
          && !read_manifest (check, i, check->tag_manifests, &unknown_tag, error))
        return FALSE;
    }

  if (!is_enough (check, check->manifests))
    {
      const CabManifest *weak
          = check->manifests->len > 0 ? g_ptr_array_index (check->manifests, 0) : NULL;

      if (weak != NULL)
        unknown = weak->file;
      add_fault (check,
                 unknown == NULL ? CAB_EXPORT_ERROR_BAG_NO_MANIFEST
                                 : CAB_EXPORT_ERROR_BAG_UNKNOWN_ALGORITHM,
                 unknown, 0, NULL);
    }
  if (check->rules == CAB_BAG_RULES_CABINET && !is_enough (check, check->tag_manifests))
    add_fault (check, CAB_EXPORT_ERROR_BAG_NO_TAGMANIFEST, NULL, 0, NULL);
  return TRUE;
}

static gboolean
read_info (Check *check, GError **error)
{
  static const char *const needed[] = { "Cabinet-Format", "Cabinet-Profile" };
  int position = cab_bundle_source_find (check->source, "bag-info.txt");
  g_autoptr (GBytes) bytes = NULL;

  if (position != -1)
    {
      bytes = read_tag_file (check, position, error);
      if (bytes == NULL)
        return FALSE;
      check->report->info = cab_bag_info_parse (bytes, check->report->faults);
    }
  if (check->rules == CAB_BAG_RULES_RFC)
    return TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (needed); i++)
    {
      if (check->report->info == NULL || cab_bag_info_get (check->report->info, needed[i]) == NULL)
        add_fault (check, CAB_EXPORT_ERROR_BAG_NOT_CABINET, NULL, 0, needed[i]);
    }
  return TRUE;
}

/* Every line of a payload manifest names a file under data/ that is there. */
static void
check_lines (Check *check, const CabManifest *manifest)
{
  for (guint i = 0; i < manifest->lines->len; i++)
    {
      const CabManifestLine *line = g_ptr_array_index (manifest->lines, i);
      gboolean is_there = cab_bundle_source_find (check->source, line->path) != -1;

      if (is_payload (line->path))
        {
          if (!is_there)
            add_fault (check, CAB_EXPORT_ERROR_BAG_MISSING_FILE, manifest->file, line->line,
                       line->path);
        }
      else
        add_fault (check,
                   is_there ? CAB_EXPORT_ERROR_BAG_MANIFEST_LISTS_TAG
                            : CAB_EXPORT_ERROR_BAG_PATH_OUTSIDE,
                   manifest->file, line->line, line->path);
    }
}

/* Every line of a tag manifest names a tag file that is there, and no tag manifest. */
static void
check_tag_lines (Check *check, const CabManifest *manifest)
{
  for (guint i = 0; i < manifest->lines->len; i++)
    {
      const CabManifestLine *line = g_ptr_array_index (manifest->lines, i);

      if (is_payload (line->path) || is_tag_manifest (line->path))
        add_fault (check, CAB_EXPORT_ERROR_BAG_MANIFEST_LISTS_TAG, manifest->file, line->line,
                   line->path);
      else if (cab_bundle_source_find (check->source, line->path) == -1)
        add_fault (check, CAB_EXPORT_ERROR_BAG_MISSING_FILE, manifest->file, line->line,
                   line->path);
    }
}

/* Every file stands in every manifest of its sort, or in none of them. */
static void
check_listed (Check *check, const char *path, GPtrArray *manifests)
{
  const CabManifest *without = NULL;
  guint n_listing = 0;

  for (guint i = 0; i < manifests->len; i++)
    {
      const CabManifest *manifest = g_ptr_array_index (manifests, i);

      if (find_line (check, manifest, path) != NULL)
        n_listing++;
      else
        without = manifest;
    }

  if (manifests->len > 0 && n_listing == 0)
    add_fault (check, CAB_EXPORT_ERROR_BAG_EXTRA_FILE, NULL, 0, path);
  else if (without != NULL)
    add_fault (check, CAB_EXPORT_ERROR_BAG_NOT_IN_EVERY_MANIFEST, without->file, 0, path);
}

static void
check_structure (Check *check)
{
  if (cab_bundle_source_find (check->source, "fetch.txt") != -1)
    add_fault (check, CAB_EXPORT_ERROR_BAG_FETCH, NULL, 0, NULL);

  for (guint i = 0; i < check->manifests->len; i++)
    check_lines (check, g_ptr_array_index (check->manifests, i));
  for (guint i = 0; i < check->tag_manifests->len; i++)
    check_tag_lines (check, g_ptr_array_index (check->tag_manifests, i));

  for (guint i = 0; i < cab_bundle_source_get_n_files (check->source); i++)
    {
      const char *path = cab_bundle_source_get_path (check->source, i);

      check->total += cab_bundle_source_get_size (check->source, i);
      if (is_payload (path))
        {
          check->n_payload++;
          check_listed (check, path, check->manifests);
        }
      else if (check->rules == CAB_BAG_RULES_CABINET && !is_tag_manifest (path)
               && strcmp (path, "fetch.txt") != 0)
        check_listed (check, path, check->tag_manifests);
    }
}

static void
report_progress (Check *check, gsize length)
{
  check->done += length;
  if (check->progress == NULL || check->done - check->reported < check->total / N_PROGRESS)
    return;

  check->reported = check->done;
  check->progress (check->done, MAX (check->total, check->done), check->progress_data);
}

static gboolean
call_tap (Check *check, const char *path, const void *bytes, gsize length, GError **error)
{
  if (check->tap == NULL || check->report->faults->len > 0)
    return TRUE;

  return check->tap (path, bytes, length, check->tap_data, error);
}

/* Reads a file to its end through every checksum of @checksums that is set. */
static gboolean
digest_file (Check *check, guint position, GChecksum **checksums, GError **error)
{
  const char *path = cab_bundle_source_get_path (check->source, position);
  gboolean payload = is_payload (path);
  g_autoptr (GInputStream) stream = NULL;
  g_autofree guint8 *block = g_malloc (BLOCK);
  gssize n_read;

  stream = cab_bundle_source_open_file (check->source, position, error);
  if (stream == NULL)
    return FALSE;

  while ((n_read = g_input_stream_read (stream, block, BLOCK, check->cancellable, error)) > 0)
    {
      for (guint i = 0; i < N_ALGORITHMS; i++)
        {
          if (checksums[i] != NULL)
            g_checksum_update (checksums[i], block, n_read);
        }
      if (payload)
        check->n_bytes += n_read;
      report_progress (check, n_read);
      if (g_cancellable_set_error_if_cancelled (check->cancellable, error)
          || (payload && !call_tap (check, path, block, n_read, error)))
        return FALSE;
    }

  return n_read == 0;
}

/* Compares one file with every manifest that lists it. */
static gboolean
check_file (Check *check, guint position, GPtrArray *manifests, CabExportError code, GError **error)
{
  const char *path = cab_bundle_source_get_path (check->source, position);
  GChecksum *checksums[N_ALGORITHMS] = { NULL };
  gboolean matches = TRUE;
  gboolean read;

  for (guint i = 0; i < manifests->len; i++)
    {
      GChecksumType algorithm = ((CabManifest *)g_ptr_array_index (manifests, i))->algorithm;

      if (checksums[algorithm] == NULL)
        checksums[algorithm] = g_checksum_new (algorithm);
    }

  read = digest_file (check, position, checksums, error);
  for (guint i = 0; i < manifests->len && read; i++)
    {
      const CabManifest *manifest = g_ptr_array_index (manifests, i);
      const CabManifestLine *line = find_line (check, manifest, path);

      matches = matches
                && (line == NULL
                    || strcmp (line->digest, g_checksum_get_string (checksums[manifest->algorithm]))
                           == 0);
    }
  for (guint i = 0; i < N_ALGORITHMS; i++)
    g_clear_pointer (&checksums[i], g_checksum_free);

  if (!matches)
    add_fault (check, code, NULL, 0, path);
  return read && (!is_payload (path) || call_tap (check, path, NULL, 0, error));
}

static gboolean
check_files (Check *check, GError **error)
{
  guint n_files = cab_bundle_source_get_n_files (check->source);

  /* Tag files first: nothing is handed to the tap before they were found good. */
  for (guint i = 0; i < n_files; i++)
    {
      const char *path = cab_bundle_source_get_path (check->source, i);

      if (!is_payload (path) && !is_tag_manifest (path)
          && !check_file (check, i, check->tag_manifests, CAB_EXPORT_ERROR_BAG_TAGMANIFEST_WRONG,
                          error))
        return FALSE;
    }
  for (guint i = 0; i < n_files; i++)
    {
      if (is_payload (cab_bundle_source_get_path (check->source, i))
          && !check_file (check, i, check->manifests, CAB_EXPORT_ERROR_BAG_WRONG_HASH, error))
        return FALSE;
    }

  return TRUE;
}

/* Whether the payload was found to be another than the one that is listed. */
static gboolean
differs_from_manifest (Check *check)
{
  for (guint i = 0; i < check->report->faults->len; i++)
    {
      int code = ((const GError *)g_ptr_array_index (check->report->faults, i))->code;

      if (code == CAB_EXPORT_ERROR_BAG_EXTRA_FILE || code == CAB_EXPORT_ERROR_BAG_MISSING_FILE
          || code == CAB_EXPORT_ERROR_BAG_WRONG_HASH)
        return TRUE;
    }

  return FALSE;
}

/* A sum that does not fit is a fault of its own only when the parts do. */
static void
check_oxum (Check *check)
{
  const char *stated
      = check->report->info != NULL ? cab_bag_info_get (check->report->info, "Payload-Oxum") : NULL;
  g_autofree char *found
      = g_strdup_printf ("%" G_GUINT64_FORMAT ".%u", check->n_bytes, check->n_payload);

  if (stated != NULL && strcmp (stated, found) != 0 && !differs_from_manifest (check))
    add_fault (check, CAB_EXPORT_ERROR_BAG_OXUM, NULL, 0, stated);
}

static gboolean
run_check (Check *check, GError **error)
{
  if (!read_declaration (check, error) || !read_manifests (check, error)
      || !read_info (check, error))
    return FALSE;

  check_structure (check);
  if (!check_files (check, error))
    return FALSE;

  check_oxum (check);
  if (check->progress != NULL)
    check->progress (check->done, check->done, check->progress_data);
  return TRUE;
}

void
cab_bag_report_free (CabBagReport *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->faults);
  g_clear_pointer (&self->info, cab_bag_info_free);
  g_free (self->tagmanifest_sha512);
  g_free (self);
}

CabBagReport *
cab_bag_verify (CabBundleSource *source,
                CabBagRules rules,
                CabBagTapFunc tap,
                gpointer tap_data,
                CabBagProgressFunc progress,
                gpointer progress_data,
                GCancellable *cancellable,
                GError **error)
{
  g_autoptr (CabBagReport) report = NULL;
  g_autoptr (GPtrArray) manifests = NULL;
  g_autoptr (GPtrArray) tag_manifests = NULL;
  g_autoptr (GHashTable) lines = NULL;
  Check check = { 0 };

  g_return_val_if_fail (CAB_IS_BUNDLE_SOURCE (source), NULL);

  report = g_new0 (CabBagReport, 1);
  report->faults = g_ptr_array_new_with_free_func ((GDestroyNotify)g_error_free);
  manifests = g_ptr_array_new_with_free_func ((GDestroyNotify)cab_manifest_free);
  tag_manifests = g_ptr_array_new_with_free_func ((GDestroyNotify)cab_manifest_free);
  lines = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)g_hash_table_unref);
  check = (Check){
    .source = source,
    .report = report,
    .tap = tap,
    .tap_data = tap_data,
    .progress = progress,
    .progress_data = progress_data,
    .cancellable = cancellable,
    .manifests = manifests,
    .tag_manifests = tag_manifests,
    .lines = lines,
    .rules = rules,
  };
  return run_check (&check, error) ? g_steal_pointer (&report) : NULL;
}
