/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-bundle-source.h"

G_BEGIN_DECLS

#define CAB_TYPE_FOLDER_READER (cab_folder_reader_get_type ())
G_DECLARE_FINAL_TYPE (CabFolderReader, cab_folder_reader, CAB, FOLDER_READER, CabBundleSource)

/**
 * cab_folder_reader_new:
 * @path: a folder
 * @error: return location
 *
 * A bag that lies as a folder. Every name below it is judged like a name in a
 * ZIP file; a link, a device or a pipe is refused, and a file is
 * opened without following any link.
 *
 * Errors: the `zip-path-…`, ZIP_SPECIAL, ZIP_DUPLICATE_FOLDED and limit codes;
 * %G_IO_ERROR.
 * Source: bundle.md [B-73], [B-78].
 *
 * Returns: (transfer full): the source
 */
CabBundleSource *cab_folder_reader_new (const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
