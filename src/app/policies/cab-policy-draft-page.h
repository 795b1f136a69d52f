/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <adwaita.h>

#include "cab-action-table.h"
#include "cab-form.h"
#include "cab-open-practice.h"

G_BEGIN_DECLS

/**
 * CabPolicyDraftPage:
 *
 * A text that is not published yet [W-96]: a new one, which becomes a draft as
 * soon as nothing is missing that a draft needs, or a draft. It is written as the
 * person goes on. Publishing asks first: it cannot be undone.
 */
#define CAB_TYPE_POLICY_DRAFT_PAGE (cab_policy_draft_page_get_type ())
G_DECLARE_FINAL_TYPE (CabPolicyDraftPage,
                      cab_policy_draft_page,
                      CAB,
                      POLICY_DRAFT_PAGE,
                      AdwNavigationPage)

/** cab_policy_draft_actions: the scope `policy.` */
extern const CabActionTable cab_policy_draft_actions;

/** cab_policy_draft_page_new: @id: (nullable): a draft, %NULL for a new one: Returns: a page */
AdwNavigationPage *cab_policy_draft_page_new (CabOpenPractice *practice, const char *id);

/** cab_policy_draft_page_get_form: Returns: (transfer none) (nullable): its form, once read */
CabForm *cab_policy_draft_page_get_form (CabPolicyDraftPage *self);

G_END_DECLS
