/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <adwaita.h>

#include "cab-action-table.h"
#include "cab-open-practice.h"

G_BEGIN_DECLS

/** CabProgressPage: a client's tab of moods and values over time [W-16], [W-88] */
#define CAB_TYPE_PROGRESS_PAGE (cab_progress_page_get_type ())
G_DECLARE_FINAL_TYPE (CabProgressPage, cab_progress_page, CAB, PROGRESS_PAGE, GtkBox)

extern const CabActionTable cab_progress_actions;

G_END_DECLS
