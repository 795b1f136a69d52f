/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <adwaita.h>

#include "cab-action-table.h"
#include "cab-open-practice.h"

G_BEGIN_DECLS

/**
 * CabValuesRoundPage:
 *
 * A round of ratings of a client's values, of one day [W-87].
 *
 * Construct properties: `practice`, `client-id`, `day` of a round to be put
 * right, %NULL for today.
 */
#define CAB_TYPE_VALUES_ROUND_PAGE (cab_values_round_page_get_type ())
G_DECLARE_FINAL_TYPE (CabValuesRoundPage,
                      cab_values_round_page,
                      CAB,
                      VALUES_ROUND_PAGE,
                      AdwNavigationPage)

extern const CabActionTable cab_values_actions;

G_END_DECLS
