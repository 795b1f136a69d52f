/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <adwaita.h>

#include "cab-action-table.h"
#include "cab-open-practice.h"

G_BEGIN_DECLS

/**
 * CabConsentPurposePage:
 *
 * One purpose of one client: the state, what can be done about it, and every
 * answer with the exact text that was shown [W-96].
 */
#define CAB_TYPE_CONSENT_PURPOSE_PAGE (cab_consent_purpose_page_get_type ())
G_DECLARE_FINAL_TYPE (CabConsentPurposePage,
                      cab_consent_purpose_page,
                      CAB,
                      CONSENT_PURPOSE_PAGE,
                      AdwNavigationPage)

extern const CabActionTable cab_consent_actions;

G_END_DECLS
