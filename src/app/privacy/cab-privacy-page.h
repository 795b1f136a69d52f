/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <adwaita.h>

#include "cab-open-practice.h"

G_BEGIN_DECLS

/**
 * CabPrivacyPage:
 *
 * What left the practice and what was done in it, one view each [W-21]. Property:
 * `practice`.
 */
#define CAB_TYPE_PRIVACY_PAGE (cab_privacy_page_get_type ())
G_DECLARE_FINAL_TYPE (CabPrivacyPage, cab_privacy_page, CAB, PRIVACY_PAGE, AdwNavigationPage)

G_END_DECLS
