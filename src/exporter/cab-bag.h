/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-bag-info.h"
#include "cab-bundle-sink.h"

G_BEGIN_DECLS

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

G_END_DECLS
