/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <adwaita.h>

#include "cab-action-table.h"
#include "cab-open-practice.h"

G_BEGIN_DECLS

/**
 * CabPolicyPage:
 *
 * A published text, word for word, with its digest [W-96]: its next version is
 * begun here, it is put on paper, and what changed since the version before.
 */
#define CAB_TYPE_POLICY_PAGE (cab_policy_page_get_type ())
G_DECLARE_FINAL_TYPE (CabPolicyPage, cab_policy_page, CAB, POLICY_PAGE, AdwNavigationPage)

/** cab_policy_page_actions: the scope `text.` */
extern const CabActionTable cab_policy_page_actions;

/** cab_policy_page_new: @id: a published text: Returns: a page to push in Preferences */
AdwNavigationPage *cab_policy_page_new (CabOpenPractice *practice, const char *id);

G_END_DECLS
