/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <adwaita.h>

#include "cab-action-table.h"
#include "cab-open-practice.h"

G_BEGIN_DECLS

/**
 * CabComparePage:
 *
 * What differs between a backup and the practice that is open beside it [W-51],
 * in the backup's window. Rows open the two sides; ticked rows are copied.
 */
#define CAB_TYPE_COMPARE_PAGE (cab_compare_page_get_type ())
G_DECLARE_FINAL_TYPE (CabComparePage, cab_compare_page, CAB, COMPARE_PAGE, AdwNavigationPage)

/** cab_compare_actions: the scope `compare.` */
extern const CabActionTable cab_compare_actions;

/**
 * cab_compare_page_new:
 * @backup: the backup, open read-only
 * @current: the practice, open for writing
 *
 * Returns: (transfer floating): the page
 */
CabComparePage *cab_compare_page_new (CabOpenPractice *backup, CabOpenPractice *current);

G_END_DECLS
