/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <adwaita.h>

#include "cab-open-practice.h"

G_BEGIN_DECLS

/**
 * CabBannerSlot:
 *
 * The one banner under a page's header: of several causes the first in the
 * order of [W-6] shows, the next when it goes. Property: `practice`.
 */
#define CAB_TYPE_BANNER_SLOT (cab_banner_slot_get_type ())
G_DECLARE_FINAL_TYPE (CabBannerSlot, cab_banner_slot, CAB, BANNER_SLOT, AdwBin)

G_END_DECLS
