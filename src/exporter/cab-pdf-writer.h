/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-bundle-meter.h"

G_BEGIN_DECLS

/**
 * cab_pdf_write_record:
 * @plan: a plan of one client's bundle, whose scope says who draws
 * @bundle_id: the bundle's id; its first 8 digits are in the foot of each page
 * @stream: where it goes
 * @meter: (nullable): two steps a record: once it is counted, once drawn
 * @error: return location
 *
 * Writes `record.pdf`: what `record.html` says in the same order, to print. Knows
 * the redacted record alone, so that nothing is ever painted over. The paper is
 * US Letter where the practice works under the law of the United States, else A4.
 *
 * Thread: the vault's. Source: bundle.md [B-43].
 *
 * Returns: %TRUE when all of it is with the stream
 */
gboolean cab_pdf_write_record (const CabBundlePlan *plan,
                               const char *bundle_id,
                               GOutputStream *stream,
                               CabBundleMeter *meter,
                               GError **error);

G_END_DECLS
