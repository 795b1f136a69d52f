/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-exporter"

#include "config.h"

#include "cab-zip-stream-private.h"

#include <archive_entry.h>
#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "cab-archive-private.h"
#include "cab-zip-private.h"

#define BLOCK (64 * 1024)

struct _CabZipStream
{
  GInputStream parent_instance;

  /* Owned */
  int fd;
  char *name;
  char *path;
  struct archive *archive;
  guint8 *block; /* what libarchive was given last */
  guint8 *tail;  /* line of the table of contents, end record */

  /* State */
  gsize tail_length;
  guint64 start, end; /* of the entry in the file */
  guint64 at;         /* how far libarchive has read; beyond end − start lies the tail */
  guint64 packed;
  guint64 size;  /* as stated */
  guint64 given; /* unpacked so far */
};

G_DEFINE_FINAL_TYPE (CabZipStream, cab_zip_stream, G_TYPE_INPUT_STREAM)

static guint64
get_body_length (CabZipStream *self)
{
  return self->end - self->start;
}

static la_ssize_t
on_archive_read_cb (struct archive *archive, void *data, const void **bytes)
{
  CabZipStream *self = data;
  guint64 body = get_body_length (self);
  gssize n_read;

  if (self->at >= body)
    {
      guint64 skipped = MIN (self->at - body, self->tail_length);

      *bytes = self->tail + skipped;
      self->at = body + self->tail_length;
      return (la_ssize_t)(self->tail_length - skipped);
    }

  do
    n_read = pread (self->fd, self->block, MIN (body - self->at, BLOCK),
                    (off_t)(self->start + self->at));
  while (n_read < 0 && errno == EINTR);
  if (n_read <= 0)
    {
      archive_set_error (archive, n_read < 0 ? errno : EIO, "the file was cut while it was read");
      return -1;
    }

  *bytes = self->block;
  self->at += n_read;
  return n_read;
}

static la_int64_t
on_archive_sought_cb (struct archive *archive, void *data, la_int64_t offset, int whence)
{
  CabZipStream *self = data;
  gint64 length = (gint64)(get_body_length (self) + self->tail_length);
  gint64 base = whence == SEEK_SET ? 0 : whence == SEEK_CUR ? (gint64)self->at : length;

  if (offset < -base || offset > length - base)
    return ARCHIVE_FATAL;

  self->at = base + offset;
  return (la_int64_t)self->at;
}

static void
set_fault (CabZipStream *self, CabExportError code, GError **error)
{
  cab_export_error_set (error, code, self->name, 0, self->path);
}

/* libarchive has no code for a wrong passphrase, only English for it. */
static void
set_archive_fault (CabZipStream *self, GError **error)
{
  const char *message = archive_error_string (self->archive);

  set_fault (self,
             message != NULL && strstr (message, "ncorrect passphrase") != NULL
                 ? CAB_EXPORT_ERROR_ZIP_WRONG_PASSPHRASE
                 : CAB_EXPORT_ERROR_ZIP_DAMAGED,
             error);
}

static gssize
cab_zip_stream_read (GInputStream *stream,
                     void *buffer,
                     gsize length,
                     GCancellable *cancellable,
                     GError **error)
{
  CabZipStream *self = CAB_ZIP_STREAM (stream);
  la_ssize_t n_read;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return -1;

  n_read = archive_read_data (self->archive, buffer, MIN (length, BLOCK));
  if (n_read < 0)
    {
      set_archive_fault (self, error);
      return -1;
    }

  self->given += n_read;
  if (cab_zip_is_bomb (self->given, self->packed))
    {
      set_fault (self, CAB_EXPORT_ERROR_ZIP_BOMB, error);
      return -1;
    }
  if (self->given > self->size)
    {
      set_fault (self, CAB_EXPORT_ERROR_ZIP_HEADERS_DIFFER, error);
      return -1;
    }

  return n_read;
}

static void
cab_zip_stream_finalize (GObject *object)
{
  CabZipStream *self = CAB_ZIP_STREAM (object);

  g_clear_pointer (&self->archive, archive_read_free);
  g_clear_fd (&self->fd, NULL);
  g_free (self->name);
  g_free (self->path);
  g_free (self->block);
  g_free (self->tail);
  G_OBJECT_CLASS (cab_zip_stream_parent_class)->finalize (object);
}

static void
cab_zip_stream_class_init (CabZipStreamClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cab_zip_stream_finalize;
  G_INPUT_STREAM_CLASS (klass)->read_fn = cab_zip_stream_read;
}

static void
cab_zip_stream_init (CabZipStream *self)
{
  self->fd = -1;
}

/* The entry's own line, moved to offset 0, and an end record behind it. */
static gboolean
make_tail (CabZipStream *self, const CabZipEntry *entry)
{
  guint8 *end;

  self->tail_length = entry->central_length + CAB_ZIP_END_SIZE;
  self->tail = g_malloc0 (self->tail_length);
  if (pread (self->fd, self->tail, entry->central_length, (off_t)entry->central)
      != (gssize)entry->central_length)
    return FALSE;

  cab_zip_put32 (self->tail + CAB_ZIP_CENTRAL_OFFSET_FIELD, 0);
  end = self->tail + entry->central_length;
  cab_zip_put32 (end, CAB_ZIP_END_SIGNATURE);
  cab_zip_put16 (end + 8, 1);
  cab_zip_put16 (end + 10, 1);
  cab_zip_put32 (end + 12, entry->central_length);
  cab_zip_put32 (end + 16, (guint32)get_body_length (self));
  return TRUE;
}

static gboolean
open_archive (CabZipStream *self, CabSecret *passphrase)
{
  struct archive_entry *entry;
  struct archive *archive = self->archive = archive_read_new ();
  int result;

  /* It must have the passphrase before it is opened. */
  if (passphrase != NULL
      && cab_archive_give_passphrase (archive, passphrase, archive_read_add_passphrase)
             != ARCHIVE_OK)
    return FALSE;
  if (archive_read_support_format_zip_seekable (archive) != ARCHIVE_OK
      || archive_read_set_read_callback (archive, on_archive_read_cb) != ARCHIVE_OK
      || archive_read_set_seek_callback (archive, on_archive_sought_cb) != ARCHIVE_OK
      || archive_read_set_callback_data (archive, self) != ARCHIVE_OK
      || archive_read_open1 (archive) != ARCHIVE_OK)
    return FALSE;

  /* A warning here is about a name that the locale cannot show. */
  result = archive_read_next_header (archive, &entry);
  return result == ARCHIVE_OK || result == ARCHIVE_WARN;
}

GInputStream *
cab_zip_stream_new (int fd,
                    const char *name,
                    const CabZipEntry *entry,
                    CabSecret *passphrase,
                    GError **error)
{
  g_autoptr (CabZipStream) self = NULL;

  g_return_val_if_fail (fd >= 0 && name != NULL && entry != NULL, NULL);

  self = g_object_new (CAB_TYPE_ZIP_STREAM, NULL);
  self->fd = fcntl (fd, F_DUPFD_CLOEXEC, 0);
  if (self->fd == -1)
    {
      g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (errno), g_strerror (errno));
      return NULL;
    }

  self->name = g_strdup (name);
  self->path = g_strdup (entry->path);
  self->start = entry->start;
  self->end = entry->end;
  self->packed = entry->packed;
  self->size = entry->size;
  self->block = g_malloc (BLOCK);
  if (!make_tail (self, entry))
    {
      set_fault (self, CAB_EXPORT_ERROR_ZIP_DAMAGED, error);
      return NULL;
    }
  if (!open_archive (self, passphrase))
    {
      set_archive_fault (self, error);
      return NULL;
    }

  return G_INPUT_STREAM (g_steal_pointer (&self));
}
