/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-exporter"

#include "config.h"

#include "cab-manifest.h"

#include <string.h>

#include "cab-bag-private.h"
#include "cab-bundle-path.h"

static const struct
{
  const char *name;
  GChecksumType type;
} algorithms[] = {
  { "md5", G_CHECKSUM_MD5 },       { "sha1", G_CHECKSUM_SHA1 },     { "sha256", G_CHECKSUM_SHA256 },
  { "sha384", G_CHECKSUM_SHA384 }, { "sha512", G_CHECKSUM_SHA512 },
};

typedef struct
{
  /* Borrowed */
  const char *file;
  GPtrArray *faults;

  /* Owned */
  GHashTable *folded; /* the folded paths so far, a set */

  /* State */
  CabManifest *manifest;
  guint line;
} ManifestParser;

static void
free_manifest_line (CabManifestLine *line)
{
  g_free (line->path);
  g_free (line->digest);
  g_free (line);
}

static gsize
count_hex (const char *bytes, gsize length)
{
  gsize n = 0;

  while (n < length && g_ascii_isxdigit (bytes[n]))
    n++;
  return n;
}

static gsize
count_blanks (const char *bytes, gsize length)
{
  gsize n = 0;

  while (n < length && (bytes[n] == ' ' || bytes[n] == '\t'))
    n++;
  return n;
}

/* RFC 8493 2.1.3: only CR, LF and the percent sign itself are encoded. */
static char *
decode_path (const char *bytes, gsize length, gsize *decoded_length)
{
  GString *path = g_string_sized_new (length);

  for (gsize i = 0; i < length; i++)
    {
      if (bytes[i] == '%' && i + 2 < length
          && (g_ascii_strncasecmp (bytes + i, "%0A", 3) == 0
              || g_ascii_strncasecmp (bytes + i, "%0D", 3) == 0
              || g_ascii_strncasecmp (bytes + i, "%25", 3) == 0))
        {
          g_string_append_c (path, (char)(g_ascii_xdigit_value (bytes[i + 1]) * 16
                                          + g_ascii_xdigit_value (bytes[i + 2])));
          i += 2;
        }
      else
        g_string_append_c (path, bytes[i]);
    }

  *decoded_length = path->len;
  return g_string_free (path, FALSE);
}

/* The path of a manifest line, when it may be opened and is not there yet. */
static char *
take_path (ManifestParser *parser, const char *bytes, gsize length)
{
  g_autofree char *path = NULL;
  gsize path_length;

  path = decode_path (bytes, length, &path_length);
  if (path_length == 0 || path[path_length - 1] == '/'
      || cab_bundle_path_check (path, path_length) != CAB_PATH_OK)
    {
      g_autofree char *shown = g_strndup (path, path_length);

      cab_bag_add_fault (parser->faults, CAB_EXPORT_ERROR_BAG_PATH_OUTSIDE, parser->file,
                         parser->line, shown);
      return NULL;
    }

  if (!g_hash_table_add (parser->folded, cab_bundle_path_fold (path)))
    {
      cab_bag_add_fault (parser->faults, CAB_EXPORT_ERROR_BAG_DUPLICATE_LINE, parser->file,
                         parser->line, path);
      return NULL;
    }

  return g_steal_pointer (&path);
}

static void
parse_manifest_line (const char *bytes, gsize length, gpointer data)
{
  ManifestParser *parser = data;
  gsize wanted = 2 * (gsize)g_checksum_type_get_length (parser->manifest->algorithm);
  gsize n_digest = 0;
  gsize n_blanks;
  CabManifestLine *line;
  char *path;

  parser->line++;
  while (n_digest < length && bytes[n_digest] != ' ' && bytes[n_digest] != '\t')
    n_digest++;
  n_blanks = count_blanks (bytes + n_digest, length - n_digest);
  if (n_digest == 0 || n_blanks == 0 || n_digest + n_blanks == length)
    {
      cab_bag_add_fault (parser->faults, CAB_EXPORT_ERROR_BAG_BAD_LINE, parser->file, parser->line,
                         NULL);
      return;
    }
  if (n_digest != wanted || count_hex (bytes, n_digest) != n_digest)
    {
      cab_bag_add_fault (parser->faults, CAB_EXPORT_ERROR_BAG_BAD_HEX, parser->file, parser->line,
                         NULL);
      return;
    }

  /* md5sum and its kin mark files read as binary with an asterisk. */
  if (bytes[n_digest + n_blanks] == '*')
    n_blanks++;
  path = take_path (parser, bytes + n_digest + n_blanks, length - n_digest - n_blanks);
  if (path == NULL)
    return;

  line = g_new0 (CabManifestLine, 1);
  line->path = path;
  line->digest = g_ascii_strdown (bytes, n_digest);
  line->line = parser->line;
  g_ptr_array_add (parser->manifest->lines, line);
}

static gboolean
find_algorithm (const char *file, GChecksumType *algorithm)
{
  for (guint i = 0; i < G_N_ELEMENTS (algorithms); i++)
    {
      g_autofree char *payload = g_strdup_printf ("manifest-%s.txt", algorithms[i].name);
      g_autofree char *tag = g_strconcat ("tag", payload, NULL);

      if (strcmp (file, payload) == 0 || strcmp (file, tag) == 0)
        {
          *algorithm = algorithms[i].type;
          return TRUE;
        }
    }

  return FALSE;
}

void
cab_manifest_free (CabManifest *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->file);
  g_ptr_array_unref (self->lines);
  g_free (self);
}

CabManifest *
cab_manifest_parse (const char *file, GBytes *bytes, GPtrArray *faults)
{
  ManifestParser parser = { .file = file, .faults = faults };
  GChecksumType algorithm;

  g_return_val_if_fail (file != NULL && bytes != NULL && faults != NULL, NULL);

  if (!find_algorithm (file, &algorithm))
    return NULL;

  parser.folded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  parser.manifest = g_new0 (CabManifest, 1);
  parser.manifest->file = g_strdup (file);
  parser.manifest->algorithm = algorithm;
  parser.manifest->lines = g_ptr_array_new_with_free_func ((GDestroyNotify)free_manifest_line);
  cab_bag_each_line (bytes, parse_manifest_line, &parser);
  g_hash_table_unref (parser.folded);
  return parser.manifest;
}
