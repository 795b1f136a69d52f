/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-exporter"

#include "config.h"

#include "cab-zip-reader.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "cab-zip-check.h"
#include "cab-zip-stream-private.h"

/* A wrong passphrase passes the check of one entry once in 65,536 times. */
#define MOST_PROBES 4

struct _CabZipReader
{
  CabBundleSource parent_instance;

  /* Owned */
  int fd;
  CabZipListing *listing;
  CabSecret *passphrase; /* NULL for a plain one */
};

G_DEFINE_FINAL_TYPE (CabZipReader, cab_zip_reader, CAB_TYPE_BUNDLE_SOURCE)

static GInputStream *
open_entry (CabZipReader *self, guint number, GError **error)
{
  return cab_zip_stream_new (self->fd, cab_bundle_source_get_name (CAB_BUNDLE_SOURCE (self)),
                             g_ptr_array_index (self->listing->entries, number), self->passphrase,
                             error);
}

/* FALSE when the passphrase does not open the entry; damage is found later. */
static gboolean
probe_entry (CabZipReader *self, guint number, GError **error)
{
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (GError) fault = NULL;
  guint8 byte;

  stream = open_entry (self, number, &fault);
  if (stream != NULL)
    g_input_stream_read (stream, &byte, 1, NULL, &fault);
  if (!g_error_matches (fault, CAB_EXPORT_ERROR, CAB_EXPORT_ERROR_ZIP_WRONG_PASSPHRASE))
    return TRUE;

  return cab_export_error_set (error, CAB_EXPORT_ERROR_ZIP_WRONG_PASSPHRASE,
                               cab_bundle_source_get_name (CAB_BUNDLE_SOURCE (self)), 0, NULL);
}

static gboolean
check_passphrase (CabZipReader *self, GError **error)
{
  GPtrArray *entries = self->listing->entries;
  guint n_probes = 0;

  if (!self->listing->encrypted)
    return TRUE;
  if (self->passphrase == NULL)
    return cab_export_error_set (error, CAB_EXPORT_ERROR_ZIP_NO_PASSPHRASE,
                                 cab_bundle_source_get_name (CAB_BUNDLE_SOURCE (self)), 0, NULL);

  for (guint i = 0; i < entries->len && n_probes < MOST_PROBES; i++)
    {
      const CabZipEntry *entry = g_ptr_array_index (entries, i);

      if (entry->is_folder || entry->size == 0)
        continue;
      if (!probe_entry (self, i, error))
        return FALSE;
      n_probes++;
    }

  return TRUE;
}

static void
take_listing (CabZipReader *self)
{
  gsize root_length = strlen (self->listing->root) + 1;

  for (guint i = 0; i < self->listing->entries->len; i++)
    {
      const CabZipEntry *entry = g_ptr_array_index (self->listing->entries, i);

      if (!entry->is_folder)
        cab_bundle_source_add (CAB_BUNDLE_SOURCE (self), entry->path + root_length, entry->size, i);
    }
  cab_bundle_source_seal (CAB_BUNDLE_SOURCE (self));
}

static GInputStream *
cab_zip_reader_open (CabBundleSource *source, guint position, GError **error)
{
  return open_entry (CAB_ZIP_READER (source), cab_bundle_source_get_handle (source, position),
                     error);
}

static void
cab_zip_reader_finalize (GObject *object)
{
  CabZipReader *self = CAB_ZIP_READER (object);

  g_clear_fd (&self->fd, NULL);
  g_clear_pointer (&self->listing, cab_zip_listing_free);
  cab_secret_free (self->passphrase);
  G_OBJECT_CLASS (cab_zip_reader_parent_class)->finalize (object);
}

static void
cab_zip_reader_class_init (CabZipReaderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cab_zip_reader_finalize;
  CAB_BUNDLE_SOURCE_CLASS (klass)->open = cab_zip_reader_open;
}

static void
cab_zip_reader_init (CabZipReader *self)
{
  self->fd = -1;
}

CabBundleSource *
cab_zip_reader_new_take (int fd, const char *name, CabSecret *passphrase, GError **error)
{
  g_autoptr (CabZipReader) self = NULL;

  g_return_val_if_fail (fd >= 0 && name != NULL, NULL);

  self = g_object_new (CAB_TYPE_ZIP_READER, NULL);
  self->fd = fd;
  self->passphrase = passphrase != NULL ? cab_secret_dup (passphrase) : NULL;
  cab_bundle_source_set_name (CAB_BUNDLE_SOURCE (self), name);

  self->listing = cab_zip_check_fd (fd, name, error);
  if (self->listing == NULL || !check_passphrase (self, error))
    return NULL;

  take_listing (self);
  return CAB_BUNDLE_SOURCE (g_steal_pointer (&self));
}
