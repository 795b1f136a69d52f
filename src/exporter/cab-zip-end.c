/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-exporter"

#include "config.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "cab-bundle-path.h"
#include "cab-zip-private.h"

/* 50,000 lines of a table of contents take some 10 MiB; no honest one more. */
#define LARGEST_CENTRAL (64 * 1024 * 1024)

/* Why the last bytes are no end record. */
static gboolean
refuse_without_end (const CabZipArchive *self, GError **error)
{
  gsize length = MIN (self->size, CAB_ZIP_END_SIZE + CAB_ZIP_LONGEST_COMMENT);
  g_autofree guint8 *tail = g_malloc (length + 1);
  guint8 head[4] = { 0 };
  CabExportError code;

  if (!cab_zip_archive_read_at (self, self->size - length, tail, length, error)
      || !cab_zip_archive_read_at (self, 0, head, MIN (self->size, sizeof head), error))
    return FALSE;

  code = cab_zip_get32 (head) == CAB_ZIP_LOCAL_SIGNATURE ? CAB_EXPORT_ERROR_ZIP_TRUNCATED
                                                         : CAB_EXPORT_ERROR_ZIP_NOT_A_ZIP;
  for (gsize i = 0; i + CAB_ZIP_END_SIZE <= length; i++)
    {
      if (cab_zip_get32 (tail + i) == CAB_ZIP_END_SIGNATURE)
        code = CAB_EXPORT_ERROR_ZIP_TRAILING;
    }

  return cab_zip_archive_refuse (self, code, NULL, error);
}

/* The ZIP64 end record and its locator, which stand before the end record. */
static gboolean
read_end64 (const CabZipArchive *self,
            const guint8 *locator,
            guint64 locator_at,
            CabZipEnd *end,
            GError **error)
{
  guint8 bytes[CAB_ZIP_END64_SIZE];
  guint64 at = cab_zip_get64 (locator + 8);
  CabZipEnd full;

  if (cab_zip_get32 (locator + 4) != 0 || cab_zip_get32 (locator + 16) != 1
      || locator_at < CAB_ZIP_END64_SIZE || at != locator_at - CAB_ZIP_END64_SIZE)
    return cab_zip_archive_refuse (self, CAB_EXPORT_ERROR_ZIP_TRAILING, NULL, error);
  if (!cab_zip_archive_read_at (self, at, bytes, sizeof bytes, error))
    return FALSE;

  full.n_entries = cab_zip_get64 (bytes + 32);
  full.central_length = cab_zip_get64 (bytes + 40);
  full.central = cab_zip_get64 (bytes + 48);
  if (cab_zip_get32 (bytes) != CAB_ZIP_END64_SIGNATURE
      || cab_zip_get64 (bytes + 4) != CAB_ZIP_END64_SIZE - 12 || cab_zip_get32 (bytes + 16) != 0
      || cab_zip_get32 (bytes + 20) != 0 || cab_zip_get64 (bytes + 24) != full.n_entries
      || !cab_zip_agrees (end->n_entries, full.n_entries, CAB_ZIP_MANY)
      || !cab_zip_agrees (end->central_length, full.central_length, CAB_ZIP_LARGE)
      || !cab_zip_agrees (end->central, full.central, CAB_ZIP_LARGE))
    return cab_zip_archive_refuse (self, CAB_EXPORT_ERROR_ZIP_HEADERS_DIFFER, "ZIP64", error);

  *end = full;
  return TRUE;
}

/* Looks for a ZIP64 end record before the one at @end_at; then @end_at is its. */
static gboolean
find_end64 (const CabZipArchive *self, guint64 *end_at, CabZipEnd *end, GError **error)
{
  guint8 locator[CAB_ZIP_LOCATOR_SIZE];
  guint64 locator_at;

  if (*end_at < sizeof locator)
    return TRUE;

  locator_at = *end_at - sizeof locator;
  if (!cab_zip_archive_read_at (self, locator_at, locator, sizeof locator, error))
    return FALSE;
  if (cab_zip_get32 (locator) != CAB_ZIP_LOCATOR_SIGNATURE)
    return TRUE;
  if (!read_end64 (self, locator, locator_at, end, error))
    return FALSE;

  *end_at = locator_at - CAB_ZIP_END64_SIZE;
  return TRUE;
}

gboolean
cab_zip_archive_refuse (const CabZipArchive *self,
                        CabExportError code,
                        const char *what,
                        GError **error)
{
  return cab_export_error_set (error, code, self->name, 0, what);
}

gboolean
cab_zip_archive_read_at (const CabZipArchive *self,
                         guint64 offset,
                         void *buffer,
                         gsize length,
                         GError **error)
{
  gsize done = 0;

  if (offset > self->size || length > self->size - offset)
    return cab_zip_archive_refuse (self, CAB_EXPORT_ERROR_ZIP_TRUNCATED, NULL, error);
  if (self->memory != NULL)
    {
      memcpy (buffer, self->memory + offset, length);
      return TRUE;
    }

  while (done < length)
    {
      gssize n_read
          = pread (self->fd, (guint8 *)buffer + done, length - done, (off_t)(offset + done));

      if (n_read < 0 && errno == EINTR)
        continue;
      if (n_read < 0)
        {
          g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (errno),
                               g_strerror (errno));
          return FALSE;
        }
      if (n_read == 0)
        return cab_zip_archive_refuse (self, CAB_EXPORT_ERROR_ZIP_TRUNCATED, NULL, error);
      done += n_read;
    }

  return TRUE;
}

gboolean
cab_zip_archive_read_end (const CabZipArchive *self, CabZipEnd *end, GError **error)
{
  guint8 bytes[CAB_ZIP_END_SIZE];
  guint64 end_at;

  if (self->size < CAB_ZIP_END_SIZE)
    return refuse_without_end (self, error);

  end_at = self->size - CAB_ZIP_END_SIZE;
  if (!cab_zip_archive_read_at (self, end_at, bytes, sizeof bytes, error))
    return FALSE;
  if (cab_zip_get32 (bytes) != CAB_ZIP_END_SIGNATURE || cab_zip_get16 (bytes + 20) != 0)
    return refuse_without_end (self, error);

  end->n_entries = cab_zip_get16 (bytes + 10);
  end->central_length = cab_zip_get32 (bytes + 12);
  end->central = cab_zip_get32 (bytes + 16);
  if (cab_zip_get16 (bytes + 4) != 0 || cab_zip_get16 (bytes + 6) != 0
      || cab_zip_get16 (bytes + 8) != end->n_entries)
    return cab_zip_archive_refuse (self, CAB_EXPORT_ERROR_ZIP_HEADERS_DIFFER, "end", error);
  if (!find_end64 (self, &end_at, end, error))
    return FALSE;

  if (end->central > end_at || end->central_length > end_at - end->central)
    return cab_zip_archive_refuse (self, CAB_EXPORT_ERROR_ZIP_TRUNCATED, NULL, error);
  if (end->central + end->central_length != end_at)
    return cab_zip_archive_refuse (self, CAB_EXPORT_ERROR_ZIP_TRAILING, NULL, error);
  if (end->n_entries > CAB_BUNDLE_MAX_ENTRIES || end->central_length > LARGEST_CENTRAL)
    return cab_zip_archive_refuse (self, CAB_EXPORT_ERROR_ZIP_TOO_MANY, NULL, error);

  return TRUE;
}

gboolean
cab_zip_agrees (guint64 stated, guint64 full, guint64 saturated)
{
  return stated == full || stated == saturated;
}
