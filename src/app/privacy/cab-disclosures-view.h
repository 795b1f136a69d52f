/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <adwaita.h>

#include "cab-action-table.h"
#include "cab-open-practice.h"

G_BEGIN_DECLS

/**
 * CabDisclosuresView:
 *
 * The register of what left the practice, the newest first, in pages [W-98].
 * Reads when it is first shown, and when the practice changes. Property:
 * `practice`.
 */
#define CAB_TYPE_DISCLOSURES_VIEW (cab_disclosures_view_get_type ())
G_DECLARE_FINAL_TYPE (CabDisclosuresView, cab_disclosures_view, CAB, DISCLOSURES_VIEW, AdwBin)

/** cab_disclosures_actions: what can be done with the register */
extern const CabActionTable cab_disclosures_actions;

G_END_DECLS
