/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-bag-info.h"
#include "cab-bundle-source.h"

G_BEGIN_DECLS

/**
 * CabBagRules:
 * @CAB_BAG_RULES_RFC: any BagIt 1.0 bag: what RFC 8493 asks, and no `fetch.txt`
 * @CAB_BAG_RULES_CABINET: a Cabinet bundle: also SHA-512 or SHA-256, a tag
 *   manifest that lists every tag file, `bag-info.txt` with format and profile
 */
typedef enum
{
  CAB_BAG_RULES_RFC,
  CAB_BAG_RULES_CABINET
} CabBagRules;

/**
 * CabBagTapFunc:
 * @path: a payload file that is being verified, `data/record.xml`
 * @bytes: (nullable): the next bytes of it; %NULL when the file has ended and
 *   its digests were right
 * @length: how many
 * @data: user data
 * @error: return location
 *
 * Sees the payload while it is verified, so that a bundle is read only once:
 * nothing seen may be trusted before the end, and nothing at all when
 * cab_bag_verify() finds a fault.
 *
 * Returns: %FALSE with @error set to stop
 */
typedef gboolean (*CabBagTapFunc) (const char *path,
                                   const void *bytes,
                                   gsize length,
                                   gpointer data,
                                   GError **error);

/**
 * CabBagProgressFunc:
 * @done: bytes read
 * @total: bytes to read
 * @data: user data
 *
 * Called some 500 times, evenly over the bytes, on the calling thread.
 */
typedef void (*CabBagProgressFunc) (guint64 done, guint64 total, gpointer data);

/**
 * CabBagReport:
 * @faults: (element-type GError): in the domain %CAB_EXPORT_ERROR, in order:
 *   structure, manifests, files; empty for a good bag
 * @info: (nullable): `bag-info.txt`, when it could be read
 * @tagmanifest_sha512: (nullable): SHA-512 of `tagmanifest-sha512.txt`
 */
typedef struct
{
  GPtrArray *faults;
  CabBagInfo *info;
  char *tagmanifest_sha512;
} CabBagReport;

void cab_bag_report_free (CabBagReport *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CabBagReport, cab_bag_report_free)

/**
 * cab_bag_verify:
 * @source: an open source
 * @rules: which rules
 * @tap: (nullable) (scope call): sees each payload file's bytes
 * @tap_data: for @tap
 * @progress: (nullable) (scope call): how far it is
 * @progress_data: for @progress
 * @cancellable: (nullable): looked at per 64 KiB
 * @error: return location
 *
 * Verifies a bag whole: `bagit.txt`, every manifest, every file in every
 * manifest exactly once, nothing unlisted, every known digest, Oxum,
 * `bag-info.txt`. Goes on after a fault, so that a person sees all of them; the
 * tap is no longer called after the first.
 *
 * Errors: only what keeps it from going on: cancelled, %G_IO_ERROR, a `zip-…`
 * fault of the container, an error of the tap. Whether the bag is good is in the
 * report.
 * Thread: any. Source: bundle.md [B-16], [B-17], [B-78]; RFC 8493.
 *
 * Returns: (transfer full): the report
 */
CabBagReport *cab_bag_verify (CabBundleSource *source,
                              CabBagRules rules,
                              CabBagTapFunc tap,
                              gpointer tap_data,
                              CabBagProgressFunc progress,
                              gpointer progress_data,
                              GCancellable *cancellable,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
