/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <gio/gio.h>

#include "cab-bundle-plan.h"
#include "cab-practice.h"

G_BEGIN_DECLS

/**
 * CabBundleProgressFunc:
 * @done: how much is done; only grows
 * @total: of how much, in the same unit; fixed from the first call
 * @data: the caller's
 *
 * Called on the calling thread, at most 20 times a second. Source: [B-71].
 */
typedef void (*CabBundleProgressFunc) (guint64 done, guint64 total, gpointer data);

/**
 * CabBundleResult:
 * @bundle_id: the bundle's random UUID
 * @name: its name and top folder, `cabinet-access-7f3c9a2e`
 * @path: where it lies, in the file system's encoding
 * @size: bytes of all its files, unpacked
 * @n_files: files in the bundle
 * @n_records: records in record.xml
 * @counts: records per kind, as words for the audit and the screen: `client 1, note 12`
 * @tagmanifest_sha512: SHA-512 of `tagmanifest-sha512.txt`: proves what was given [B-72]
 * @disclosure_id: (nullable): the disclosure that was written; %NULL when the
 *   bundle does not leave the practice
 *
 * A bundle that was made, verified and released.
 */
typedef struct
{
  char *bundle_id;
  char *name;
  char *path;
  guint64 size;
  guint n_files;
  guint64 n_records;
  char *counts;
  char *tagmanifest_sha512;
  char *disclosure_id;
} CabBundleResult;

void cab_bundle_result_free (CabBundleResult *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CabBundleResult, cab_bundle_result_free)

/**
 * cab_bundle_export:
 * @practice: an open practice
 * @scope: what was asked for, with target and protection
 * @progress: (nullable): told how far it is
 * @data: for @progress
 * @cancellable: (nullable): looked at per record and per 64 KiB
 * @error: return location
 *
 * Makes a bundle: plans it, writes it into a staging beside the target from one
 * moment of the practice, verifies it with our own reader, writes the audit row
 * and the disclosure in one transaction, and only then gives it its name.
 * Whatever fails, the target is as it was before.
 *
 * A file opened read-only can export too. Nothing can be recorded in it, so
 * `disclosure_id` is then %NULL and the caller offers the disclosure in another
 * way [W-48].
 *
 * Errors: every EXPORT_… of CAB_EXPORT_ERROR; %CAB_MODEL_ERROR_RESTRICTED,
 * %CAB_MODEL_ERROR_GATE, %CAB_MODEL_ERROR_NOT_FOUND; %CAB_VAULT_ERROR_CONTENT;
 * %G_IO_ERROR_CANCELLED, after an audit row that says so.
 * Thread: the vault's. Source: bundle.md [B-67], [B-68], [B-71], [B-72].
 *
 * Returns: (transfer full): what was made
 */
CabBundleResult *cab_bundle_export (CabPractice *practice,
                                    const CabBundleScope *scope,
                                    CabBundleProgressFunc progress,
                                    gpointer data,
                                    GCancellable *cancellable,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * cab_bundle_list_unfinished:
 * @practice: an open practice
 * @error: return location
 *
 * Finds exports that were recorded and then neither released nor given up,
 * because the program or the computer stopped in between: "The export of 3 May
 * 14:02 was prepared but not finished."
 *
 * Thread: the vault's. Source: bundle.md [B-72].
 *
 * Returns: (transfer full): instants at which they were prepared, oldest first
 */
GStrv cab_bundle_list_unfinished (CabPractice *practice, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
