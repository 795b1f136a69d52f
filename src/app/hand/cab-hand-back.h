/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <adwaita.h>

#include "cab-open-practice.h"

G_BEGIN_DECLS

/**
 * CabHandBack:
 *
 * Asks for the passphrase before the window of a client is left [W-95]. The
 * answer comes from the file's thread, and nothing typed is kept; a new one is
 * made each time, as of #CabLockPage.
 *
 * Signals: `proved`, when the passphrase was the right one; `stay`, when the
 * person wants to go on instead.
 */
#define CAB_TYPE_HAND_BACK (cab_hand_back_get_type ())
G_DECLARE_FINAL_TYPE (CabHandBack, cab_hand_back, CAB, HAND_BACK, AdwBin)

/** cab_hand_back_new: Returns: a page that asks for the passphrase of @practice */
CabHandBack *cab_hand_back_new (CabOpenPractice *practice);

G_END_DECLS
