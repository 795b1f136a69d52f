/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * CabManifest:
 * @file: `manifest-sha512.txt`
 * @algorithm: which checksum
 * @lines: (element-type CabManifestLine): in the order of the file
 *
 * One payload or tag manifest, as read.
 */
typedef struct
{
  char *file;
  GChecksumType algorithm;
  GPtrArray *lines;
} CabManifest;

/**
 * CabManifestLine:
 * @path: decoded
 * @digest: lower-case hex
 * @line: line number, from 1
 */
typedef struct
{
  char *path;
  char *digest;
  guint line;
} CabManifestLine;

void cab_manifest_free (CabManifest *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CabManifest, cab_manifest_free)

/**
 * cab_manifest_parse:
 * @file: `manifest-sha512.txt`: names the algorithm, and the place in sentences
 * @bytes: its content
 * @faults: (element-type GError): each wrong line is added here
 *
 * Reads a manifest: hex, blanks or tabs, an optional `*`, a path in which only
 * `%0A`, `%0D` and `%25` mean something; LF or CRLF. A path twice is a fault,
 * with equal or with other digest, also after NFC and case folding.
 *
 * Faults: BAG_BAD_LINE, BAG_BAD_HEX, BAG_DUPLICATE_LINE, BAG_PATH_OUTSIDE.
 * Thread: any; pure. Source: bundle.md [B-16], RFC 8493 section 2.1.3.
 *
 * Returns: (transfer full) (nullable): the manifest with the good lines; %NULL,
 *   with no fault added, when the algorithm is not one of md5, sha1, sha256,
 *   sha384, sha512
 */
CabManifest *
cab_manifest_parse (const char *file, GBytes *bytes, GPtrArray *faults) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
