/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <adwaita.h>

#include "cab-open-practice.h"

G_BEGIN_DECLS

/**
 * CabOverviewPage:
 *
 * What is known about a client: the filled sections of the details, the people
 * around them, the conditions [W-14]. Properties: `practice`, `client-id`.
 */
#define CAB_TYPE_OVERVIEW_PAGE (cab_overview_page_get_type ())
G_DECLARE_FINAL_TYPE (CabOverviewPage, cab_overview_page, CAB, OVERVIEW_PAGE, AdwBin)

G_END_DECLS
