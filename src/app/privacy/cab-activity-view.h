/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <adwaita.h>

#include "cab-action-table.h"
#include "cab-open-practice.h"

G_BEGIN_DECLS

/**
 * CabActivityView:
 *
 * The activity log, the newest entry first, in pages; nothing in it can be
 * changed [W-98]. Reads when it is first shown, and what is new when the
 * practice changes. Property: `practice`.
 */
#define CAB_TYPE_ACTIVITY_VIEW (cab_activity_view_get_type ())
G_DECLARE_FINAL_TYPE (CabActivityView, cab_activity_view, CAB, ACTIVITY_VIEW, AdwBin)

/** cab_activity_actions: what can be done with the log */
extern const CabActionTable cab_activity_actions;

G_END_DECLS
