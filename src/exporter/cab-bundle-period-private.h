/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-bundle-plan-private.h"

G_BEGIN_DECLS

/* Whether a record took place in the period that was asked for, by the practice's calendar;
 * one that holds for all times is of every period [W-97]. */
gboolean cab_bundle_period_holds (const CabBundlePlan *plan, CabRecord *record);

/* (transfer full): what the bundle is, and of which period, for its first lines. */
char *cab_bundle_plan_dup_description (const CabBundlePlan *plan);

G_END_DECLS
