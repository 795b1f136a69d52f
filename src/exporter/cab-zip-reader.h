/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-bundle-source.h"

G_BEGIN_DECLS

#define CAB_TYPE_ZIP_READER (cab_zip_reader_get_type ())
G_DECLARE_FINAL_TYPE (CabZipReader, cab_zip_reader, CAB, ZIP_READER, CabBundleSource)

/**
 * cab_zip_reader_new_take:
 * @fd: a ZIP file, open for reading; the reader closes it, also on failure
 * @name: the file's name, for sentences
 * @passphrase: (nullable): for an encrypted one
 * @error: return location
 *
 * A bag inside a ZIP file. cab_zip_check_fd() judges the whole structure first;
 * a wrong passphrase is found here, not at the first file. Each file is then
 * unpacked by libarchive from its own range of bytes, shown to it as a ZIP file
 * of that one entry: so no order is needed, and nothing outside the range can
 * be reached.
 *
 * Errors: every `zip-…` of [B-78]. Source: bundle.md [B-73], [B-78].
 *
 * Returns: (transfer full): the source
 */
CabBundleSource *cab_zip_reader_new_take (int fd,
                                          const char *name,
                                          CabSecret *passphrase,
                                          GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
