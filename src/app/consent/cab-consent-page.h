/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <adwaita.h>

#include "cab-open-practice.h"

G_BEGIN_DECLS

/** CabConsentPage: a client's tab of consents, one row per purpose [W-17], [W-96] */
#define CAB_TYPE_CONSENT_PAGE (cab_consent_page_get_type ())
G_DECLARE_FINAL_TYPE (CabConsentPage, cab_consent_page, CAB, CONSENT_PAGE, AdwBin)

G_END_DECLS
