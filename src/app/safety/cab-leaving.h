/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <adwaita.h>

#include "cab-progress.h"

G_BEGIN_DECLS

/** CabLeaving: what a window shows while it is backed up before it closes [W-45]; closing it once
 * more skips the backup */
#define CAB_TYPE_LEAVING (cab_leaving_get_type ())
G_DECLARE_FINAL_TYPE (CabLeaving, cab_leaving, CAB, LEAVING, AdwBin)

/** cab_leaving_new: Returns: a page that follows @progress */
CabLeaving *cab_leaving_new (CabProgress *progress);

G_END_DECLS
