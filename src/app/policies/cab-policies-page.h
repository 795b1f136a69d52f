/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <adwaita.h>

#include "cab-action-table.h"
#include "cab-open-practice.h"

G_BEGIN_DECLS

/**
 * CabPoliciesPage:
 *
 * The texts that people are told and agree to [W-96]: drafts, published ones
 * and what they replaced. Opens each, and begins new ones.
 */
#define CAB_TYPE_POLICIES_PAGE (cab_policies_page_get_type ())
G_DECLARE_FINAL_TYPE (CabPoliciesPage, cab_policies_page, CAB, POLICIES_PAGE, AdwNavigationPage)

/** cab_policies_actions: the scope `texts.` */
extern const CabActionTable cab_policies_actions;

/** cab_policies_page_new: Returns: a page to push in Preferences */
AdwNavigationPage *cab_policies_page_new (CabOpenPractice *practice);

G_END_DECLS
