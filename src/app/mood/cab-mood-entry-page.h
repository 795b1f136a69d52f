/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <adwaita.h>

#include "cab-open-practice.h"

G_BEGIN_DECLS

/** CabMoodEntryPage: takes one mood entry: point, words with strength, note [W-86] */
#define CAB_TYPE_MOOD_ENTRY_PAGE (cab_mood_entry_page_get_type ())
G_DECLARE_FINAL_TYPE (CabMoodEntryPage,
                      cab_mood_entry_page,
                      CAB,
                      MOOD_ENTRY_PAGE,
                      AdwNavigationPage)

G_END_DECLS
