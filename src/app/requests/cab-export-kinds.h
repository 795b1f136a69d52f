/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <adwaita.h>

#include "cab-export-job.h"

G_BEGIN_DECLS

#define CAB_TYPE_EXPORT_KINDS (cab_export_kinds_get_type ())

/**
 * CabExportKinds:
 *
 * The kinds of record of a transfer, each with its count and a tick; all are ticked
 * at first. Emits `changed` when a person ticks another set.
 *
 * Source: bundle.md [B-1]; window.md [W-97].
 */
G_DECLARE_FINAL_TYPE (CabExportKinds, cab_export_kinds, CAB, EXPORT_KINDS, AdwExpanderRow)

/**
 * cab_export_kinds_show:
 * @self: the row
 * @kinds: (element-type CabExportKind): what can be ticked
 *
 * Shows them, once: later calls change nothing, so that what was unticked stays so.
 */
void cab_export_kinds_show (CabExportKinds *self, GArray *kinds);

/**
 * cab_export_kinds_dup_chosen:
 * @self: the row
 *
 * Returns: (transfer full) (nullable): as cab_bundle_scope_set_kinds() takes them; %NULL
 *   when all are ticked, "" when none is
 */
char *cab_export_kinds_dup_chosen (CabExportKinds *self);

G_END_DECLS
