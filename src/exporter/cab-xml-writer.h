/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-bundle-meter.h"

G_BEGIN_DECLS

/** CAB_RECORD_NAMESPACE: the namespace of record.xml and journal.xml [B-20] */
#define CAB_RECORD_NAMESPACE "urn:cabinet:record:1"

/** CAB_RECORD_FORMAT: the version of the format, `1.N` [B-27] */
#define CAB_RECORD_FORMAT "1.0"

/**
 * cab_xml_write_record:
 * @plan: what goes
 * @stream: where it goes
 * @meter: (nullable): one step a record
 * @error: return location
 *
 * Writes record.xml: the root, a list for each kind that has rows, a record, its
 * fields in the order of the table. Constant memory; equal content gives equal
 * bytes.
 *
 * A text that no XML can hold is refused here by name of record and field,
 * though it should never have come into the practice.
 *
 * Errors: EXPORT_TEXT; %CAB_VAULT_ERROR_CONTENT; the stream's; cancelled.
 * Thread: the vault's. Source: bundle.md [B-20] to [B-26].
 *
 * Returns: %TRUE when all of it is with the stream
 */
gboolean cab_xml_write_record (const CabBundlePlan *plan,
                               GOutputStream *stream,
                               CabBundleMeter *meter,
                               GError **error);

/**
 * cab_xml_write_journal:
 * @plan: a plan of the practice profile
 * @stream: where it goes
 * @meter: (nullable): one step a row
 * @error: return location
 *
 * Writes journal.xml: the activity log and the imports, each with the journal
 * that came with it. The file has no XML declaration, so that it can stand as it
 * is, to the byte, inside the journal of the practice that takes it in.
 *
 * Source: bundle.md [B-74], [B-77].
 *
 * Returns: %TRUE when all of it is with the stream
 */
gboolean cab_xml_write_journal (const CabBundlePlan *plan,
                                GOutputStream *stream,
                                CabBundleMeter *meter,
                                GError **error);

G_END_DECLS
