/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-exporter"

#include "config.h"

#include "cab-zip.h"

#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <string.h>

#include "cab-archive-private.h"
#include "cab-export-io-private.h"

#define BLOCK (64 * 1024)
#define MOST_HELD (4 * 1024 * 1024)

struct _CabZip
{
  CabBundleSink parent_instance;

  /* Borrowed */
  int fd;

  /* Owned */
  struct archive *archive;
  struct archive_entry *entry;
  char *root;
  char *path;       /* of the open file, for sentences */
  GByteArray *held; /* the beginning of a file whose size is not known yet */
  GError *fault;    /* what our own writing callback met */

  /* State */
  CabBundlePack pack; /* of the open file */
  gboolean begun;     /* its local header is written */
  gboolean abandoned; /* what is still written goes nowhere */
};

G_DEFINE_FINAL_TYPE (CabZip, cab_zip, CAB_TYPE_BUNDLE_SINK)

static la_ssize_t
on_archive_written_cb (struct archive *archive, void *data, const void *bytes, size_t length)
{
  CabZip *self = data;

  if (self->abandoned)
    return (la_ssize_t)length;
  if (self->fault == NULL
      && cab_export_write_all (self->fd, bytes, length, self->path, &self->fault))
    return (la_ssize_t)length;

  archive_set_error (archive, EIO, "%s", self->fault->message);
  return -1;
}

/* Turns a result of libarchive into ours. */
static gboolean
check_result (CabZip *self, int result, GError **error)
{
  if (result >= ARCHIVE_OK)
    return TRUE;

  if (self->fault != NULL)
    g_propagate_error (error, g_steal_pointer (&self->fault));
  else
    cab_export_error_set (error, CAB_EXPORT_ERROR_EXPORT_IO, self->path, 0,
                          archive_error_string (self->archive));
  return FALSE;
}

static gboolean
set_encryption (CabZip *self, CabSecret *passphrase, GError **error)
{
  return check_result (
             self, archive_write_set_format_option (self->archive, "zip", "encryption", "aes256"),
             error)
         && check_result (
             self,
             cab_archive_give_passphrase (self->archive, passphrase, archive_write_set_passphrase),
             error);
}

static gboolean
set_up (CabZip *self, CabSecret *passphrase, GError **error)
{
  struct archive *archive = self->archive;

  return check_result (self, archive_write_set_format_zip (archive), error)
         && check_result (
             self, archive_write_set_format_option (archive, "zip", "compression-level", "6"),
             error)
         && (passphrase == NULL || set_encryption (self, passphrase, error))
         && check_result (self, archive_write_set_bytes_per_block (archive, BLOCK), error)
         && check_result (self, archive_write_set_bytes_in_last_block (archive, 1), error)
         && check_result (
             self, archive_write_open2 (archive, self, NULL, on_archive_written_cb, NULL, NULL),
             error);
}

/* Writes the local header. No time is set: libarchive would write it in the
 * local time zone [B-69]. */
static gboolean
write_header (CabZip *self, gint64 size, GError **error)
{
  self->begun = TRUE;
  if (size >= 0)
    archive_entry_set_size (self->entry, size);

  return check_result (self,
                       self->pack == CAB_BUNDLE_PACK_STORE
                           ? archive_write_zip_set_compression_store (self->archive)
                           : archive_write_zip_set_compression_deflate (self->archive),
                       error)
         && check_result (self, archive_write_header (self->archive, self->entry), error);
}

static gboolean
write_content (CabZip *self, const void *bytes, gsize length, GError **error)
{
  la_ssize_t n_written = archive_write_data (self->archive, bytes, length);

  if (!check_result (self, n_written < 0 ? (int)n_written : ARCHIVE_OK, error))
    return FALSE;

  g_assert ((gsize)n_written == length);
  return TRUE;
}

static gboolean
write_held (CabZip *self, gint64 size, GError **error)
{
  gboolean written = write_header (self, size, error)
                     && write_content (self, self->held->data, self->held->len, error);

  g_byte_array_set_size (self->held, 0);
  return written;
}

static gboolean
cab_zip_begin (CabBundleSink *sink,
               const char *path,
               CabBundlePack pack,
               gint64 size,
               GError **error)
{
  CabZip *self = CAB_ZIP (sink);
  g_autofree char *name = g_strconcat (self->root, "/", path, NULL);

  g_set_str (&self->path, path);
  self->pack = pack;
  self->begun = FALSE;
  archive_entry_clear (self->entry);
  archive_entry_set_pathname (self->entry, name);
  archive_entry_set_filetype (self->entry, AE_IFREG);
  archive_entry_set_perm (self->entry, 0644);
  return size < 0 || write_header (self, size, error);
}

/* A file of unknown size is held back a little: most end soon, and their header
 * can then state the size. Otherwise libarchive marks it as a file that may be
 * larger than 4 GiB; and an empty one, encrypted, it would write broken. */
static gboolean
cab_zip_write (CabBundleSink *sink, const void *bytes, gsize length, GError **error)
{
  CabZip *self = CAB_ZIP (sink);

  if (!self->begun)
    {
      if (self->held->len + length <= MOST_HELD)
        {
          g_byte_array_append (self->held, bytes, length);
          return TRUE;
        }
      if (!write_held (self, -1, error))
        return FALSE;
    }

  return write_content (self, bytes, length, error);
}

static gboolean
cab_zip_end (CabBundleSink *sink, GError **error)
{
  CabZip *self = CAB_ZIP (sink);

  if (!self->begun && !write_held (self, self->held->len, error))
    return FALSE;

  return check_result (self, archive_write_finish_entry (self->archive), error);
}

static gboolean
cab_zip_close (CabBundleSink *sink, GError **error)
{
  CabZip *self = CAB_ZIP (sink);

  return check_result (self, archive_write_close (self->archive), error);
}

static void
cab_zip_finalize (GObject *object)
{
  CabZip *self = CAB_ZIP (object);

  /* Freeing an open archive closes it, which means writing. archive_write_fail()
   * would keep it from that, and leak its buffers: so it writes to nowhere. */
  self->abandoned = TRUE;
  archive_write_free (self->archive);
  archive_entry_free (self->entry);
  g_free (self->root);
  g_free (self->path);
  g_byte_array_unref (self->held);
  g_clear_error (&self->fault);
  G_OBJECT_CLASS (cab_zip_parent_class)->finalize (object);
}

static void
cab_zip_class_init (CabZipClass *klass)
{
  CabBundleSinkClass *sink_class = CAB_BUNDLE_SINK_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = cab_zip_finalize;
  sink_class->begin = cab_zip_begin;
  sink_class->write = cab_zip_write;
  sink_class->end = cab_zip_end;
  sink_class->close = cab_zip_close;
}

static void
cab_zip_init (CabZip *self)
{
  self->archive = archive_write_new ();
  self->entry = archive_entry_new ();
  self->held = g_byte_array_new ();
}

CabBundleSink *
cab_zip_new (int fd, const char *root, CabSecret *passphrase, GError **error)
{
  g_autoptr (CabZip) self = NULL;

  g_return_val_if_fail (fd >= 0, NULL);
  g_return_val_if_fail (root != NULL && strchr (root, '/') == NULL, NULL);

  self = g_object_new (CAB_TYPE_ZIP, NULL);
  self->fd = fd;
  self->root = g_strdup (root);
  self->path = g_strdup (root);
  if (!set_up (self, passphrase, error))
    return NULL;

  return CAB_BUNDLE_SINK (g_steal_pointer (&self));
}
