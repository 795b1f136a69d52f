/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-bundle-path.h"
#include "cab-secret.h"

G_BEGIN_DECLS

#define CAB_TYPE_BUNDLE_SOURCE (cab_bundle_source_get_type ())
G_DECLARE_DERIVABLE_TYPE (CabBundleSource, cab_bundle_source, CAB, BUNDLE_SOURCE, GObject)

/**
 * CabBundleSourceClass:
 * @open: opens the file at a position of the list
 *
 * Where the files of a bag are. The list of paths is made once, when the source
 * is made, and is checked as a whole before any content is read.
 */
struct _CabBundleSourceClass
{
  GObjectClass parent_class;

  GInputStream *(*open) (CabBundleSource *self, guint position, GError **error);
};

/**
 * cab_bundle_source_open:
 * @path: a folder or a ZIP file, in the file system's encoding
 * @passphrase: (nullable): for an encrypted ZIP file
 * @error: return location
 *
 * Opens a bundle or a bag for reading. The structure is checked here: nothing is
 * read under a name from the archive, no link is followed, nothing is unpacked.
 *
 * Errors: every `zip-…` of [B-78], of which NO_PASSPHRASE and WRONG_PASSPHRASE
 * let a caller ask again; G_IO_ERROR when the path itself cannot be opened.
 * Source: bundle.md [B-73] (1), (2), [B-78].
 *
 * Returns: (transfer full): the source
 */
CabBundleSource *cab_bundle_source_open (const char *path,
                                         CabSecret *passphrase,
                                         GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * cab_bundle_source_get_name:
 * @self: a source
 *
 * Returns: the last part of the path it was opened by, for sentences
 */
const char *cab_bundle_source_get_name (CabBundleSource *self);

/**
 * cab_bundle_source_get_n_files:
 * @self: a source
 *
 * Returns: how many files the bag holds
 */
guint cab_bundle_source_get_n_files (CabBundleSource *self);

/**
 * cab_bundle_source_get_path:
 * @self: a source
 * @position: below cab_bundle_source_get_n_files()
 *
 * Returns: the path inside the bag, without the ZIP file's top folder; the list
 *   is sorted by path bytes
 */
const char *cab_bundle_source_get_path (CabBundleSource *self, guint position);

/**
 * cab_bundle_source_get_size:
 * @self: a source
 * @position: below cab_bundle_source_get_n_files()
 *
 * Returns: the size the container states, in bytes; what is read may differ in
 *   a hostile one and is counted again
 */
guint64 cab_bundle_source_get_size (CabBundleSource *self, guint position);

/**
 * cab_bundle_source_find:
 * @self: a source
 * @path: inside the bag
 *
 * Returns: the position, -1 when there is no such file
 */
int cab_bundle_source_find (CabBundleSource *self, const char *path);

/**
 * cab_bundle_source_open_file:
 * @self: a source
 * @position: below cab_bundle_source_get_n_files()
 * @error: return location
 *
 * Opens a file's content. Several may be open at once; each counts what it gives
 * and stops at the limits of [B-78].
 *
 * Errors: ZIP_WRONG_PASSPHRASE, ZIP_DAMAGED, ZIP_BOMB, ZIP_TOO_LARGE here or
 * while reading; %G_IO_ERROR for a folder.
 *
 * Returns: (transfer full): the content
 */
GInputStream *cab_bundle_source_open_file (CabBundleSource *self,
                                           guint position,
                                           GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * cab_bundle_source_read_file:
 * @self: a source
 * @position: below cab_bundle_source_get_n_files()
 * @maximum: the most bytes to take into memory
 * @cancellable: (nullable): a cancellable
 * @error: return location
 *
 * Reads a small file whole.
 *
 * Errors: as cab_bundle_source_open_file(); ZIP_TOO_LARGE above @maximum.
 *
 * Returns: (transfer full): the content
 */
GBytes *cab_bundle_source_read_file (CabBundleSource *self,
                                     guint position,
                                     gsize maximum,
                                     GCancellable *cancellable,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * cab_bundle_source_set_name:
 * @self: a source being made
 * @name: for cab_bundle_source_get_name()
 *
 * For the classes that are sources.
 */
void cab_bundle_source_set_name (CabBundleSource *self, const char *name);

/**
 * cab_bundle_source_add:
 * @self: a source being made
 * @path: a path that was checked
 * @size: its stated size
 * @handle: what the class finds the file by
 *
 * For the classes that are sources: adds a file; the list is sorted when
 * cab_bundle_source_seal() is called.
 */
void cab_bundle_source_add (CabBundleSource *self, const char *path, guint64 size, guint handle);
void cab_bundle_source_seal (CabBundleSource *self);
guint cab_bundle_source_get_handle (CabBundleSource *self, guint position);

G_END_DECLS
