/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <adwaita.h>

#include "cab-activity.h"
#include "cab-open-practice.h"

G_BEGIN_DECLS

/** CabActivityPage: one entry of the activity log, with what each field held before and after
 * [W-98]
 */
#define CAB_TYPE_ACTIVITY_PAGE (cab_activity_page_get_type ())
G_DECLARE_FINAL_TYPE (CabActivityPage, cab_activity_page, CAB, ACTIVITY_PAGE, AdwNavigationPage)

/** cab_activity_page_new: @entry: a row of the log: Returns: its page */
AdwNavigationPage *cab_activity_page_new (CabOpenPractice *practice, CabActivity *entry);

G_END_DECLS
