/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <adwaita.h>

#include "cab-consent.h"
#include "cab-open-practice.h"

G_BEGIN_DECLS

/** CabConsentDialog: asks how an answer to one purpose was given, and records it [W-96] */
#define CAB_TYPE_CONSENT_DIALOG (cab_consent_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CabConsentDialog, cab_consent_dialog, CAB, CONSENT_DIALOG, AdwDialog)

/**
 * cab_consent_dialog_new:
 * @practice: a writable practice
 * @client_id: a client's
 * @purpose: what was asked
 * @act: grant, refuse or renew
 *
 * Returns: a dialog that records the answer when it is confirmed
 */
AdwDialog *cab_consent_dialog_new (CabOpenPractice *practice,
                                   const char *client_id,
                                   CabPurpose purpose,
                                   CabConsentAct act);

G_END_DECLS
