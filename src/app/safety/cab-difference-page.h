/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <adwaita.h>

#include "cab-action-table.h"
#include "cab-difference-item.h"
#include "cab-open-practice.h"

G_BEGIN_DECLS

/**
 * CabDifferencePage:
 *
 * The two sides of one difference between a backup and the practice [W-51]:
 * fields as pairs, the text as a word diff; and the way to copy it.
 */
#define CAB_TYPE_DIFFERENCE_PAGE (cab_difference_page_get_type ())
G_DECLARE_FINAL_TYPE (CabDifferencePage, cab_difference_page, CAB, DIFFERENCE_PAGE,
                      AdwNavigationPage)

/** cab_difference_actions: the scope `difference.` */
extern const CabActionTable cab_difference_actions;

/**
 * cab_difference_page_new:
 * @backup: the backup, open read-only
 * @current: the practice, open for writing
 * @item: what differs
 *
 * Returns: (transfer floating): the page
 */
CabDifferencePage *cab_difference_page_new (CabOpenPractice *backup,
                                            CabOpenPractice *current,
                                            CabDifferenceItem *item);

G_END_DECLS
