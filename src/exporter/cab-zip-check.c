/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-exporter"

#include "config.h"

#include "cab-zip-check.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cab-zip-private.h"

/* What is needed again when the local headers are looked at. */
typedef struct
{
  guint position;      /* in the listing */
  CabZipHeader header; /* its pointers lead into the table of contents */
} Line;

typedef struct
{
  const CabZipArchive *archive;
  CabZipListing *listing;
  GArray *lines;      /* of Line */
  GHashTable *names;  /* exact, a set */
  GHashTable *folded; /* folded, a set */
  const char *plain;  /* a file that is not encrypted, borrowed */
  guint64 total_size;
  guint64 total_packed;
} Check;

static gboolean
check_packing (const CabZipArchive *archive,
               const CabZipHeader *header,
               const char *path,
               GError **error)
{
  guint16 method = header->method;

  if ((header->flags & CAB_ZIP_FLAGS_REFUSED) != 0)
    return cab_zip_archive_refuse (archive, CAB_EXPORT_ERROR_ZIP_METHOD, path, error);

  if (method == CAB_ZIP_METHOD_AES)
    {
      if ((header->flags & CAB_ZIP_FLAG_ENCRYPTED) == 0 || header->aes_strength == 0)
        return cab_zip_archive_refuse (archive, CAB_EXPORT_ERROR_ZIP_HEADERS_DIFFER, path, error);
      method = header->aes_inner;
    }
  else if ((header->flags & CAB_ZIP_FLAG_ENCRYPTED) != 0)
    return cab_zip_archive_refuse (archive, CAB_EXPORT_ERROR_ZIP_WEAK_ENCRYPTION, path, error);

  if (method != CAB_ZIP_METHOD_STORED && method != CAB_ZIP_METHOD_DEFLATE)
    return cab_zip_archive_refuse (archive, CAB_EXPORT_ERROR_ZIP_METHOD, path, error);

  return TRUE;
}

/* Plain files and folders only. The upper half of the attributes is a Unix mode
 * whatever system the entry says it was made on: some readers look at it so. */
static gboolean
check_plain (const CabZipArchive *archive,
             guint32 attributes,
             gboolean is_link,
             const CabZipEntry *entry,
             GError **error)
{
  guint32 type = (attributes >> 16) & S_IFMT;

  if (is_link || !(type == 0 || type == (entry->is_folder ? S_IFDIR : S_IFREG)))
    return cab_zip_archive_refuse (archive, CAB_EXPORT_ERROR_ZIP_SPECIAL, entry->path, error);
  if (entry->is_folder && entry->size != 0)
    return cab_zip_archive_refuse (archive, CAB_EXPORT_ERROR_ZIP_HEADERS_DIFFER, entry->path,
                                   error);

  return TRUE;
}

static gboolean
check_sizes (Check *check, const CabZipEntry *entry, GError **error)
{
  check->total_size += entry->size;
  check->total_packed += entry->packed;

  if (entry->size > CAB_BUNDLE_MAX_ENTRY_SIZE || entry->packed > CAB_BUNDLE_MAX_ENTRY_SIZE
      || check->total_size > CAB_BUNDLE_MAX_TOTAL_SIZE)
    return cab_zip_archive_refuse (check->archive, CAB_EXPORT_ERROR_ZIP_TOO_LARGE, entry->path,
                                   error);
  if (cab_zip_is_bomb (entry->size, entry->packed)
      || cab_zip_is_bomb (check->total_size, check->total_packed))
    return cab_zip_archive_refuse (check->archive, CAB_EXPORT_ERROR_ZIP_BOMB, entry->path, error);

  return TRUE;
}

/* An empty file has nothing to encrypt, and some packers leave it plain. */
static gboolean
check_encryption (Check *check,
                  const CabZipHeader *header,
                  const CabZipEntry *entry,
                  GError **error)
{
  gboolean encrypted = header->method == CAB_ZIP_METHOD_AES;

  if (entry->is_folder || (!encrypted && entry->size == 0))
    return TRUE;

  check->listing->encrypted |= encrypted;
  if (!encrypted && check->plain == NULL)
    check->plain = entry->path;
  if (check->listing->encrypted && check->plain != NULL)
    return cab_zip_archive_refuse (check->archive, CAB_EXPORT_ERROR_ZIP_MIXED_ENCRYPTION,
                                   check->plain, error);

  return TRUE;
}

static gboolean
check_name (Check *check, const CabZipEntry *entry, GError **error)
{
  g_autofree char *key = g_strdup (entry->path);

  if (entry->is_folder)
    key[strlen (key) - 1] = '\0';
  if (!g_hash_table_add (check->names, g_strdup (key)))
    return cab_zip_archive_refuse (check->archive, CAB_EXPORT_ERROR_ZIP_DUPLICATE, entry->path,
                                   error);
  if (!g_hash_table_add (check->folded, cab_bundle_path_fold (key)))
    return cab_zip_archive_refuse (check->archive, CAB_EXPORT_ERROR_ZIP_DUPLICATE_FOLDED,
                                   entry->path, error);

  return TRUE;
}

static gboolean
check_root (Check *check, const CabZipEntry *entry, GError **error)
{
  const char *slash = strchr (entry->path, '/');
  g_autofree char *root = NULL;

  if (slash == NULL)
    return cab_zip_archive_refuse (check->archive, CAB_EXPORT_ERROR_ZIP_NO_ROOT, entry->path,
                                   error);

  root = g_strndup (entry->path, slash - entry->path);
  if (check->listing->root == NULL)
    check->listing->root = g_steal_pointer (&root);
  else if (strcmp (check->listing->root, root) != 0)
    return cab_zip_archive_refuse (check->archive, CAB_EXPORT_ERROR_ZIP_TWO_ROOTS, root, error);

  return TRUE;
}

/* Takes the line at @bytes into the listing. */
static gboolean
take_line (Check *check, const guint8 *bytes, guint64 central, gsize length, GError **error)
{
  Line line = { .position = check->listing->entries->len };
  CabZipHeader *header = &line.header;
  CabZipEntry *entry;
  CabPathFault fault;
  gsize line_length;

  if (!cab_zip_header_parse_central (header, bytes, length, &line_length))
    return cab_zip_archive_refuse (check->archive, CAB_EXPORT_ERROR_ZIP_HEADERS_DIFFER,
                                   "central directory", error);

  fault = cab_bundle_path_check ((const char *)header->name, header->name_length);
  if (fault != CAB_PATH_OK)
    return cab_bundle_path_set_error (error, fault, check->archive->name,
                                      (const char *)header->name, header->name_length);

  entry = g_new0 (CabZipEntry, 1);
  g_ptr_array_add (check->listing->entries, entry);
  entry->path = g_strndup ((const char *)header->name, header->name_length);
  entry->is_folder = header->name[header->name_length - 1] == '/';
  if (!cab_zip_header_take_extras (header))
    return cab_zip_archive_refuse (check->archive, CAB_EXPORT_ERROR_ZIP_HEADERS_DIFFER, entry->path,
                                   error);

  entry->start = header->start;
  entry->packed = header->packed;
  entry->size = header->size;
  entry->central = central;
  entry->central_length = line_length;
  g_array_append_val (check->lines, line);

  return check_plain (check->archive, cab_zip_get32 (bytes + 38), header->is_link, entry, error)
         && check_packing (check->archive, header, entry->path, error)
         && check_name (check, entry, error) && check_root (check, entry, error)
         && check_sizes (check, entry, error) && check_encryption (check, header, entry, error);
}

static gboolean
take_lines (Check *check, const CabZipEnd *end, const guint8 *central, GError **error)
{
  gsize at = 0;

  for (guint64 i = 0; i < end->n_entries; i++)
    {
      const CabZipEntry *entry;

      if (!take_line (check, central + at, end->central + at, end->central_length - at, error))
        return FALSE;
      entry = g_ptr_array_index (check->listing->entries, check->listing->entries->len - 1);
      at += entry->central_length;
    }

  if (at != end->central_length)
    return cab_zip_archive_refuse (check->archive, CAB_EXPORT_ERROR_ZIP_HEADERS_DIFFER,
                                   "central directory", error);
  if (check->listing->root == NULL)
    return cab_zip_archive_refuse (check->archive, CAB_EXPORT_ERROR_ZIP_NO_ROOT, NULL, error);

  return TRUE;
}

/* Compares the local header with the line of the table; gives where it ends. */
static gboolean
check_local (const CabZipArchive *archive,
             const Line *line,
             guint64 *content,
             const char *path,
             GError **error)
{
  guint64 start = line->header.start;
  guint8 bytes[CAB_ZIP_LOCAL_SIZE];
  g_autofree guint8 *variable = NULL;
  gsize length;
  CabZipHeader local;

  if (!cab_zip_archive_read_at (archive, start, bytes, sizeof bytes, error))
    return FALSE;
  if (!cab_zip_header_parse_local (&local, bytes))
    return cab_zip_archive_refuse (archive, CAB_EXPORT_ERROR_ZIP_HEADERS_DIFFER, path, error);

  length = (gsize)local.name_length + local.extra_length;
  variable = g_malloc (length + 1);
  if (!cab_zip_archive_read_at (archive, start + sizeof bytes, variable, length, error))
    return FALSE;

  local.name = variable;
  local.extra = variable + local.name_length;
  if (!cab_zip_header_take_extras (&local) || !cab_zip_header_is_same (&local, &line->header))
    return cab_zip_archive_refuse (archive, CAB_EXPORT_ERROR_ZIP_HEADERS_DIFFER, path, error);

  *content = start + sizeof bytes + length;
  return TRUE;
}

/* A descriptor has 12 bytes, 4 more with its signature, 8 more with long sizes. */
static gboolean
check_descriptor (const CabZipArchive *archive,
                  const CabZipHeader *header,
                  guint64 at,
                  guint64 length,
                  const char *path,
                  GError **error)
{
  guint8 bytes[24];
  const guint8 *rest = bytes;
  gboolean is_long = length == 20 || length == 24;
  guint64 packed, size;

  if (length != 12 && length != 16 && length != 20 && length != 24)
    return cab_zip_archive_refuse (archive, CAB_EXPORT_ERROR_ZIP_HEADERS_DIFFER, path, error);
  if (!cab_zip_archive_read_at (archive, at, bytes, length, error))
    return FALSE;

  if (length == 16 || length == 24)
    {
      if (cab_zip_get32 (rest) != CAB_ZIP_DESCRIPTOR_SIGNATURE)
        return cab_zip_archive_refuse (archive, CAB_EXPORT_ERROR_ZIP_HEADERS_DIFFER, path, error);
      rest += 4;
    }
  packed = is_long ? cab_zip_get64 (rest + 4) : cab_zip_get32 (rest + 4);
  size = is_long ? cab_zip_get64 (rest + 12) : cab_zip_get32 (rest + 8);
  if (cab_zip_get32 (rest) != header->crc || packed != header->packed || size != header->size)
    return cab_zip_archive_refuse (archive, CAB_EXPORT_ERROR_ZIP_HEADERS_DIFFER, path, error);

  return TRUE;
}

/* One entry, which must fill the bytes from its start to @next. */
static gboolean
check_range (Check *check, const Line *line, guint64 next, GError **error)
{
  CabZipEntry *entry = g_ptr_array_index (check->listing->entries, line->position);
  guint64 content = 0;
  guint64 rest;

  if (!check_local (check->archive, line, &content, entry->path, error))
    return FALSE;
  if (content > next || entry->packed > next - content)
    return cab_zip_archive_refuse (check->archive, CAB_EXPORT_ERROR_ZIP_OVERLAP, entry->path,
                                   error);

  entry->end = next;
  rest = next - content - entry->packed;
  if ((line->header.flags & CAB_ZIP_FLAG_DESCRIPTOR) != 0)
    return check_descriptor (check->archive, &line->header, content + entry->packed, rest,
                             entry->path, error);

  return rest == 0
         || cab_zip_archive_refuse (check->archive, CAB_EXPORT_ERROR_ZIP_HEADERS_DIFFER,
                                    entry->path, error);
}

static int
compare_starts (gconstpointer a, gconstpointer b)
{
  const Line *one = a;
  const Line *other = b;

  return one->header.start < other->header.start ? -1 : one->header.start > other->header.start;
}

/* The entries must lie one behind the other, from the first byte of the file to
 * the table of contents. */
static gboolean
check_ranges (Check *check, const CabZipEnd *end, GError **error)
{
  g_array_sort (check->lines, compare_starts);
  if (g_array_index (check->lines, Line, 0).header.start != 0)
    return cab_zip_archive_refuse (check->archive, CAB_EXPORT_ERROR_ZIP_TRAILING, NULL, error);

  for (guint i = 0; i < check->lines->len; i++)
    {
      const Line *line = &g_array_index (check->lines, Line, i);
      guint64 next = i + 1 < check->lines->len ? line[1].header.start : end->central;

      if (next > end->central)
        return cab_zip_archive_refuse (check->archive, CAB_EXPORT_ERROR_ZIP_TRUNCATED, NULL, error);
      if (!check_range (check, line, next, error))
        return FALSE;
    }

  return TRUE;
}

static void
free_entry (CabZipEntry *entry)
{
  g_free (entry->path);
  g_free (entry);
}

static CabZipListing *
check_archive (const CabZipArchive *archive, GError **error)
{
  g_autoptr (CabZipListing) listing = g_new0 (CabZipListing, 1);
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) folded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (Line));
  g_autofree guint8 *central = NULL;
  Check check = { archive, listing, lines, names, folded, NULL, 0, 0 };
  CabZipEnd end;

  listing->entries = g_ptr_array_new_with_free_func ((GDestroyNotify)free_entry);
  if (!cab_zip_archive_read_end (archive, &end, error))
    return NULL;

  central = g_malloc (end.central_length + 1);
  if (!cab_zip_archive_read_at (archive, end.central, central, end.central_length, error)
      || !take_lines (&check, &end, central, error) || !check_ranges (&check, &end, error))
    return NULL;

  return g_steal_pointer (&listing);
}

void
cab_zip_listing_free (CabZipListing *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->entries);
  g_free (self->root);
  g_free (self);
}

CabZipListing *
cab_zip_check_bytes (GBytes *bytes, const char *name, GError **error)
{
  CabZipArchive archive = { .name = name, .fd = -1 };
  gsize size;

  g_return_val_if_fail (bytes != NULL && name != NULL, NULL);

  archive.memory = g_bytes_get_data (bytes, &size);
  if (archive.memory == NULL)
    archive.memory = (const guint8 *)"";
  archive.size = size;
  return check_archive (&archive, error);
}

CabZipListing *
cab_zip_check_fd (int fd, const char *name, GError **error)
{
  CabZipArchive archive = { .name = name, .fd = fd };
  struct stat status;

  g_return_val_if_fail (fd >= 0 && name != NULL, NULL);

  if (fstat (fd, &status) != 0)
    {
      g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (errno), g_strerror (errno));
      return NULL;
    }

  archive.size = status.st_size;
  return check_archive (&archive, error);
}
