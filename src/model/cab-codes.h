/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-field.h"

G_BEGIN_DECLS

/**
 * CabOrigin:
 *
 * Where a record came from; the order is that of cab_origin_codes and of
 * #CabRight less its first.
 *
 * Source: records.md [M-5].
 */
typedef enum
{
  CAB_ORIGIN_PROVIDED,
  CAB_ORIGIN_OBSERVED,
  CAB_ORIGIN_AUTHORED,
  CAB_ORIGIN_RECEIVED,
  CAB_ORIGIN_DERIVED
} CabOrigin;

extern const CabCodes cab_origin_codes;

/**
 * CabBasis6:
 *
 * The lawful basis of GDPR Art 6(1).
 */
typedef enum
{
  CAB_BASIS6_CONSENT,
  CAB_BASIS6_CONTRACT,
  CAB_BASIS6_LEGAL_OBLIGATION,
  CAB_BASIS6_VITAL_INTERESTS,
  CAB_BASIS6_PUBLIC_TASK,
  CAB_BASIS6_LEGITIMATE_INTERESTS,
  CAB_BASIS6_NOT_APPLICABLE
} CabBasis6;

extern const CabCodes cab_basis6_codes;

/**
 * CabBasis9:
 *
 * The condition of GDPR Art 9(2) for special categories of data.
 */
typedef enum
{
  CAB_BASIS9_NONE,
  CAB_BASIS9_EXPLICIT_CONSENT,
  CAB_BASIS9_VITAL_INTERESTS,
  CAB_BASIS9_MADE_PUBLIC,
  CAB_BASIS9_LEGAL_CLAIMS,
  CAB_BASIS9_HEALTH_CARE,
  CAB_BASIS9_PUBLIC_HEALTH,
  CAB_BASIS9_RESEARCH
} CabBasis9;

extern const CabCodes cab_basis9_codes;

/**
 * CabSensitivity:
 *
 * How carefully a record is looked at before it leaves the practice.
 */
typedef enum
{
  CAB_SENSITIVITY_NORMAL,
  CAB_SENSITIVITY_PROCESS_NOTE,
  CAB_SENSITIVITY_THIRD_PARTY
} CabSensitivity;

extern const CabCodes cab_sensitivity_codes;

G_END_DECLS
