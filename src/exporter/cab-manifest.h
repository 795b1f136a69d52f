/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-bundle-sink.h"

G_BEGIN_DECLS

/**
 * CabBagInfo:
 *
 * The lines of `bag-info.txt`, in order.
 */
typedef struct _CabBagInfo CabBagInfo;

CabBagInfo *cab_bag_info_new (void) G_GNUC_WARN_UNUSED_RESULT;
void cab_bag_info_free (CabBagInfo *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CabBagInfo, cab_bag_info_free)

/**
 * cab_bag_info_add:
 * @self: the lines
 * @label: `Cabinet-Profile`
 * @value: (nullable): one line; %NULL and "" add nothing
 *
 * Adds a line. Line breaks and other controls in @value become single spaces,
 * because a name of a practice may hold anything a person can type and a line
 * is written unfolded. `Payload-Oxum` is written by cab_bag_finish() at the
 * place where it was added with any value.
 */
void cab_bag_info_add (CabBagInfo *self, const char *label, const char *value);

/**
 * cab_bag_info_get:
 * @self: the lines
 * @label: compared without case
 *
 * Returns: (nullable): the first value of that label
 */
const char *cab_bag_info_get (CabBagInfo *self, const char *label);

guint cab_bag_info_get_n_lines (CabBagInfo *self);
const char *cab_bag_info_get_label (CabBagInfo *self, guint line);
const char *cab_bag_info_get_value (CabBagInfo *self, guint line);

/**
 * cab_bag_begin:
 * @sink: an empty sink
 * @error: return location
 *
 * Writes `bagit.txt`: two lines, LF, no BOM. The payload follows.
 *
 * Source: bundle.md [B-15], RFC 8493 section 2.1.1.
 *
 * Returns: %TRUE when it is written
 */
gboolean cab_bag_begin (CabBundleSink *sink, GError **error);

/**
 * cab_bag_finish:
 * @sink: a sink after the last file under `data/`
 * @info: the lines of `bag-info.txt`
 * @front_page: (nullable): content of `00-READ-ME-FIRST.html`
 * @tagmanifest_sha512: (out) (optional) (transfer full): SHA-512 of
 *   `tagmanifest-sha512.txt`, 128 hex digits: the `output_digest` of the
 *   disclosure [B-72], which names every byte of the bag
 * @error: return location
 *
 * Writes `bag-info.txt`, `manifest-sha512.txt`, `tagmanifest-sha512.txt` and the
 * front page, in this order, and closes the sink. The tag manifest lists the
 * other tag files, never itself and nothing under `data/`.
 *
 * Source: bundle.md [B-15], [B-69].
 *
 * Returns: %TRUE when the bag is complete
 */
gboolean cab_bag_finish (CabBundleSink *sink,
                         CabBagInfo *info,
                         GBytes *front_page,
                         char **tagmanifest_sha512,
                         GError **error);

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

/**
 * cab_bag_info_parse:
 * @bytes: content of `bag-info.txt`
 * @faults: (element-type GError): each wrong line is added here
 *
 * Reads `Label: value` lines, folded ones too.
 *
 * Faults: BAG_BAD_LINE, BAG_INFO_REPEAT.
 *
 * Returns: (transfer full): the lines that could be read
 */
CabBagInfo *cab_bag_info_parse (GBytes *bytes, GPtrArray *faults) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
