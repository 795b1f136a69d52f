/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-record.h"

G_BEGIN_DECLS

/**
 * CabCodeSystem:
 * @CAB_CODE_SYSTEM_ICD_11: ICD-11
 * @CAB_CODE_SYSTEM_ICD_10: ICD-10
 * @CAB_CODE_SYSTEM_DSM_5_TR: DSM-5-TR
 * @CAB_CODE_SYSTEM_SNOMED: SNOMED CT
 * @CAB_CODE_SYSTEM_NONE: no code system
 *
 * Where the code of a condition was taken from. Source: records.md [M-35].
 */
typedef enum
{
  CAB_CODE_SYSTEM_ICD_11,
  CAB_CODE_SYSTEM_ICD_10,
  CAB_CODE_SYSTEM_DSM_5_TR,
  CAB_CODE_SYSTEM_SNOMED,
  CAB_CODE_SYSTEM_NONE
} CabCodeSystem;

extern const CabCodes cab_code_system_codes;

/**
 * CabCertainty:
 * @CAB_CERTAINTY_PROVISIONAL: provisional
 * @CAB_CERTAINTY_CONFIRMED: confirmed
 * @CAB_CERTAINTY_REFUTED: refuted
 * @CAB_CERTAINTY_HISTORICAL: historical
 *
 * How sure a condition is. Source: records.md [M-35].
 */
typedef enum
{
  CAB_CERTAINTY_PROVISIONAL,
  CAB_CERTAINTY_CONFIRMED,
  CAB_CERTAINTY_REFUTED,
  CAB_CERTAINTY_HISTORICAL
} CabCertainty;

extern const CabCodes cab_certainty_codes;

/**
 * CabConditionStatus:
 * @CAB_CONDITION_STATUS_ACTIVE: active
 * @CAB_CONDITION_STATUS_REMISSION: in remission
 * @CAB_CONDITION_STATUS_RESOLVED: resolved
 *
 * Where a condition stands now. Source: records.md [M-35].
 */
typedef enum
{
  CAB_CONDITION_STATUS_ACTIVE,
  CAB_CONDITION_STATUS_REMISSION,
  CAB_CONDITION_STATUS_RESOLVED
} CabConditionStatus;

extern const CabCodes cab_condition_status_codes;

/**
 * CabConditionField:
 *
 * The fields of a condition in table order, which is export order. Source: records.md [M-35].
 */
typedef enum
{
  CAB_CONDITION_FIELD_CLIENT_ID,
  CAB_CONDITION_FIELD_LABEL,
  CAB_CONDITION_FIELD_CODE_SYSTEM,
  CAB_CONDITION_FIELD_CONDITION_CODE,
  CAB_CONDITION_FIELD_DIAGNOSED_ON,
  CAB_CONDITION_FIELD_ONSET,
  CAB_CONDITION_FIELD_DIAGNOSED_BY,
  CAB_CONDITION_FIELD_CERTAINTY,
  CAB_CONDITION_FIELD_CONDITION_STATUS,
  CAB_CONDITION_FIELD_ENDED_ON,
  CAB_CONDITION_FIELD_CONDITION_NOTE,
  CAB_CONDITION_N_FIELDS
} CabConditionField;

extern const CabKind cab_condition_kind;

#define CAB_TYPE_CONDITION (cab_condition_get_type ())
G_DECLARE_FINAL_TYPE (CabCondition, cab_condition, CAB, CONDITION, CabRecord)

G_END_DECLS
