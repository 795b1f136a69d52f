/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-consent.h"

G_BEGIN_DECLS

/**
 * CabConsentItem:
 *
 * One purpose of one client as the window shows it: `title`, `sentence` (the
 * state in words for today), `history` (#CabConsentStep, newest first).
 * Made on the file's thread and given away whole.
 */
#define CAB_TYPE_CONSENT_ITEM (cab_consent_item_get_type ())
G_DECLARE_FINAL_TYPE (CabConsentItem, cab_consent_item, CAB, CONSENT_ITEM, GObject)

/**
 * CabConsentStep:
 *
 * One event of a consent: `title` (what and when), `detail` (how, by whom,
 * which version), `text` (the exact words shown at the time, with their digest).
 */
#define CAB_TYPE_CONSENT_STEP (cab_consent_step_get_type ())
G_DECLARE_FINAL_TYPE (CabConsentStep, cab_consent_step, CAB, CONSENT_STEP, GObject)

/**
 * cab_consent_item_read:
 * @practice: the practice; on its thread
 * @client_id: a client's
 * @purpose: one purpose
 * @on: the day that is meant, ISO 8601
 * @error: return location
 *
 * Returns: (transfer full): the purpose's state and history
 */
CabConsentItem *cab_consent_item_read (CabPractice *practice,
                                       const char *client_id,
                                       CabPurpose purpose,
                                       const char *on,
                                       GError **error);

/** cab_consent_item_get_purpose: Returns: the purpose */
CabPurpose cab_consent_item_get_purpose (CabConsentItem *self);

/** cab_consent_item_get_state: Returns: the state on the day it was read for */
CabConsentState cab_consent_item_get_state (CabConsentItem *self);

/** cab_consent_item_get_title: Returns: (not nullable): the purpose in words */
const char *cab_consent_item_get_title (CabConsentItem *self);

G_END_DECLS
