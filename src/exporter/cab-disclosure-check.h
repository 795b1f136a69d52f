/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-bag-verify.h"
#include "cab-practice.h"

G_BEGIN_DECLS

/**
 * CabDisclosureCheck:
 * @faults: (element-type GError): what is wrong with the copy, in the domain
 *   %CAB_EXPORT_ERROR; empty when it is whole
 * @disclosures: (element-type CabDisclosureRow): the disclosures with which this
 *   very bundle went out, the newest first; empty when none did
 *
 * What a recipient's copy turned out to be. A copy that was changed after it was
 * handed over can still be told by its tag manifest: then both are filled.
 */
typedef struct
{
  GPtrArray *faults;
  GPtrArray *disclosures;
} CabDisclosureCheck;

void cab_disclosure_check_free (CabDisclosureCheck *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CabDisclosureCheck, cab_disclosure_check_free)

/**
 * cab_disclosure_check_bundle:
 * @practice: the practice that is said to have made it
 * @source: a recipient's copy, open
 * @progress: (nullable) (scope call): how far it is
 * @progress_data: for @progress
 * @cancellable: (nullable): looked at per 64 KiB
 * @error: return location
 *
 * Compares a recipient's copy of a bundle with the register of disclosures: it
 * is verified whole, and the digest of its tag manifest is looked up.
 *
 * Errors: those of cab_bag_verify() and of reading the register.
 * Thread: the vault's. Source: bundle.md [B-72], window.md [W-98].
 *
 * Returns: (transfer full): what it is
 */
CabDisclosureCheck *cab_disclosure_check_bundle (CabPractice *practice,
                                                 CabBundleSource *source,
                                                 CabBagProgressFunc progress,
                                                 gpointer progress_data,
                                                 GCancellable *cancellable,
                                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
