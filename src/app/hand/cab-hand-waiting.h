/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <adwaita.h>

#include "cab-action-table.h"
#include "cab-open-practice.h"

G_BEGIN_DECLS

/**
 * CabHandWaiting:
 *
 * The answers that a client began and did not give: when, and not what. They can
 * be gone on with in the client's window, or discarded [W-95]. Not shown when
 * there are none. Properties: `practice`, `client-id`.
 *
 * *Go On* is an act of the page around it: `progress.hand-mood`,
 * `progress.hand-values`.
 */
#define CAB_TYPE_HAND_WAITING (cab_hand_waiting_get_type ())
G_DECLARE_FINAL_TYPE (CabHandWaiting, cab_hand_waiting, CAB, HAND_WAITING, AdwBin)

extern const CabActionTable cab_hand_waiting_actions;

G_END_DECLS
