/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-secret.h"

#include "cab-bundle-sink.h"

G_BEGIN_DECLS

#define CAB_TYPE_ZIP (cab_zip_get_type ())
G_DECLARE_FINAL_TYPE (CabZip, cab_zip, CAB, ZIP, CabBundleSink)

/**
 * cab_zip_new:
 * @fd: an empty file, open for writing; borrowed, stays open
 * @root: the one top folder, `cabinet-access-7f3c9a2e`
 * @passphrase: (nullable): encrypts every entry with AES-256 (WinZip AE)
 * @error: return location
 *
 * A ZIP file as a sink. Streams: nothing is kept but the table of contents.
 *
 * Shape: files only, mode 0644, no names of users or groups, no time (1980-01-01
 * in every time zone), deflate level 6 or stored, ZIP64 only when needed. Equal
 * input gives equal bytes; with a passphrase the salts are random.
 *
 * Errors: EXPORT_IO. The passphrase must be UTF-8 without NUL; whether it is
 * strong enough is judged above.
 * Source: bundle.md [B-69], [B-70].
 *
 * Returns: (transfer full): the sink
 */
CabBundleSink *cab_zip_new (int fd, const char *root, CabSecret *passphrase, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
