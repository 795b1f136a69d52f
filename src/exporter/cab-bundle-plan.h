/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <gio/gio.h>

#include "cab-bundle-scope.h"
#include "cab-practice.h"

G_BEGIN_DECLS

/**
 * CabBundlePlan:
 *
 * What a bundle will hold, as of one moment of the practice: the records in
 * their order, those that stay behind, and how much there is of each kind. Made
 * first, so that every refusal comes before a byte is written.
 */
typedef struct _CabBundlePlan CabBundlePlan;

/**
 * cab_bundle_plan_new:
 * @practice: an open practice
 * @scope: what was asked for; target and protection are not looked at
 * @cancellable: (nullable): looked at per record
 * @error: return location
 *
 * Plans a bundle. Call it inside cab_practice_read() when the plan must fit
 * what is read afterwards, as cab_bundle_export() does.
 *
 * Errors: EXPORT_BASIS (a record that names a person has no legal basis [B-6]),
 * EXPORT_PRACTICE_FIELD (address or authority missing), EXPORT_PROCESS_NOTES
 * (nobody said whether they go along), EXPORT_GROUND, EXPORT_WITHHOLD,
 * EXPORT_RECIPIENT; %CAB_MODEL_ERROR_NOT_FOUND (no such client or record),
 * %CAB_MODEL_ERROR_RESTRICTED [B-7], %CAB_MODEL_ERROR_GATE (no consent covers
 * the transfer).
 * Thread: the vault's. Source: bundle.md [B-1] to [B-7], [B-64].
 *
 * Returns: (transfer full): the plan
 */
CabBundlePlan *cab_bundle_plan_new (CabPractice *practice,
                                    const CabBundleScope *scope,
                                    GCancellable *cancellable,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;
void cab_bundle_plan_free (CabBundlePlan *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CabBundlePlan, cab_bundle_plan_free)

/** cab_bundle_plan_get_count: Returns: how many records of @kind will be in record.xml */
guint64 cab_bundle_plan_get_count (const CabBundlePlan *self, const CabKind *kind);

/** cab_bundle_plan_has_record: whether the record of that id is in a client's bundle */
gboolean cab_bundle_plan_has_record (const CabBundlePlan *self, const char *id);

/** cab_bundle_plan_get_n_records: Returns: how many records in all */
guint64 cab_bundle_plan_get_n_records (const CabBundlePlan *self);

/** cab_bundle_plan_get_n_bytes: Returns: bytes of attachments */
guint64 cab_bundle_plan_get_n_bytes (const CabBundlePlan *self);

/** cab_bundle_plan_dup_counts: Returns: (transfer full): `client 1, note 12` */
char *cab_bundle_plan_dup_counts (const CabBundlePlan *self);

/**
 * cab_bundle_plan_get_n_withheld:
 * @self: a plan
 *
 * Returns: how many records stay behind because of what was withheld; for the
 *   clinician and the audit alone, never for the bundle [B-64]
 */
guint64 cab_bundle_plan_get_n_withheld (const CabBundlePlan *self);

G_END_DECLS
