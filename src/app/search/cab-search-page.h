/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <adwaita.h>

#include "cab-action-table.h"
#include "cab-open-practice.h"

G_BEGIN_DECLS

/**
 * CabSearchPage:
 *
 * One search for everything, while it is typed: results by kind, the words that
 * were found in bold, and a filter [W-30]. Nothing of what is typed is kept.
 * Properties: `practice`, and `results`, the lines as they are listed.
 */
#define CAB_TYPE_SEARCH_PAGE (cab_search_page_get_type ())
G_DECLARE_FINAL_TYPE (CabSearchPage, cab_search_page, CAB, SEARCH_PAGE, AdwNavigationPage)

/** cab_search_actions: the scope `search.` */
extern const CabActionTable cab_search_actions;

/**
 * cab_search_page_show:
 * @from: a widget of the practice's view
 * @practice: the practice
 *
 * Shows the search above what is there, or comes back to the one that is open.
 */
void cab_search_page_show (GtkWidget *from, CabOpenPractice *practice);

G_END_DECLS
