/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-record.h"

G_BEGIN_DECLS

/**
 * CabConsentField:
 *
 * The fields of a consent in table order, which is export order.
 * Source: records.md [M-51].
 */
typedef enum
{
  CAB_CONSENT_FIELD_CLIENT_ID,
  CAB_CONSENT_FIELD_PURPOSE,
  CAB_CONSENT_N_FIELDS
} CabConsentField;

extern const CabKind cab_consent_kind;

#define CAB_TYPE_CONSENT (cab_consent_get_type ())
G_DECLARE_FINAL_TYPE (CabConsent, cab_consent, CAB, CONSENT, CabRecord)

G_END_DECLS
