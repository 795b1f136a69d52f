/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-bundle-meter.h"

G_BEGIN_DECLS

/**
 * cab_csv_write_table:
 * @plan: what goes
 * @kind: a kind that has records in it
 * @stream: where it goes
 * @meter: (nullable): one step a record
 * @error: return location
 *
 * Writes `csv/<plural>.csv`: a heading row of field names, then a row a record,
 * with the values of record.xml in their outside form. Free text is guarded
 * against spreadsheets that take it for a formula.
 *
 * Thread: the vault's. Source: bundle.md [B-30] to [B-32].
 *
 * Returns: %TRUE when all of it is with the stream
 */
gboolean cab_csv_write_table (const CabBundlePlan *plan,
                              const CabKind *kind,
                              GOutputStream *stream,
                              CabBundleMeter *meter,
                              GError **error);

/**
 * cab_csv_write_metadata:
 * @plan: what goes
 * @stream: where it goes
 * @error: return location
 *
 * Writes `csv/csv-metadata.json`: the tables, their columns, types, keys and
 * references in the words of CSV on the Web.
 *
 * Source: bundle.md [B-33]; W3C Metadata Vocabulary for Tabular Data.
 *
 * Returns: %TRUE when all of it is with the stream
 */
gboolean cab_csv_write_metadata (const CabBundlePlan *plan, GOutputStream *stream, GError **error);

/**
 * cab_csv_write_recipients:
 * @plan: what goes
 * @stream: where it goes
 * @error: return location
 *
 * Writes `notice/recipients.csv`: who was told what, when and why, oldest first.
 * Only the heading row when there was nobody.
 *
 * Source: bundle.md [B-45], GDPR Art 15(1)(c).
 *
 * Returns: %TRUE when all of it is with the stream
 */
gboolean
cab_csv_write_recipients (const CabBundlePlan *plan, GOutputStream *stream, GError **error);

G_END_DECLS
