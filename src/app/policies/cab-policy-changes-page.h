/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <adwaita.h>

#include "cab-record.h"

G_BEGIN_DECLS

/** CabPolicyChangesPage: what differs between two versions of a text, word by word [W-96] */
#define CAB_TYPE_POLICY_CHANGES_PAGE (cab_policy_changes_page_get_type ())
G_DECLARE_FINAL_TYPE (
    CabPolicyChangesPage, cab_policy_changes_page, CAB, POLICY_CHANGES_PAGE, AdwNavigationPage)

/** cab_policy_changes_page_new: Returns: a page to push */
AdwNavigationPage *cab_policy_changes_page_new (CabRecord *before, CabRecord *after);

G_END_DECLS
