/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <adwaita.h>

#include "cab-action-table.h"
#include "cab-open-practice.h"

G_BEGIN_DECLS

/**
 * CabMoodEntryPage:
 *
 * A mood entry: when, the affect grid, words with a strength, tracks, a few
 * words about it. An entry without a point is a valid one [W-86].
 *
 * Construct properties: `practice`, `client-id`; `entry-id` of a stored entry
 * to be put right, %NULL for a new one.
 */
#define CAB_TYPE_MOOD_ENTRY_PAGE (cab_mood_entry_page_get_type ())
G_DECLARE_FINAL_TYPE (CabMoodEntryPage,
                      cab_mood_entry_page,
                      CAB,
                      MOOD_ENTRY_PAGE,
                      AdwNavigationPage)

extern const CabActionTable cab_mood_actions;

G_END_DECLS
