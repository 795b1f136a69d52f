/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <adwaita.h>

#include "cab-action-table.h"
#include "cab-open-practice.h"

G_BEGIN_DECLS

/**
 * CabTodayPage:
 *
 * The first page of a practice: the first steps in a new one, what needs
 * attention, and where work was left [W-10]. Properties: `practice`, `items`, and
 * `count`, how much needs attention, as a text for the sidebar.
 */
#define CAB_TYPE_TODAY_PAGE (cab_today_page_get_type ())
G_DECLARE_FINAL_TYPE (CabTodayPage, cab_today_page, CAB, TODAY_PAGE, AdwNavigationPage)

/** cab_today_actions: the scope `today.` */
extern const CabActionTable cab_today_actions;

G_END_DECLS
