/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-record.h"

G_BEGIN_DECLS

/**
 * CabErasureGround:
 * @CAB_ERASURE_GROUND_RETENTION: end of the retention period
 * @CAB_ERASURE_GROUND_REQUEST: request for erasure
 * @CAB_ERASURE_GROUND_MINOR_WITHOUT_CONSENT: minor without consent of a guardian
 * @CAB_ERASURE_GROUND_MISTAKE: entered by mistake
 * @CAB_ERASURE_GROUND_TRASH: trash emptied
 *
 * Why a record was erased. Source: records.md [M-56].
 */
typedef enum
{
  CAB_ERASURE_GROUND_RETENTION,
  CAB_ERASURE_GROUND_REQUEST,
  CAB_ERASURE_GROUND_MINOR_WITHOUT_CONSENT,
  CAB_ERASURE_GROUND_MISTAKE,
  CAB_ERASURE_GROUND_TRASH
} CabErasureGround;

extern const CabCodes cab_erasure_ground_codes;

/**
 * CabTombstoneField:
 *
 * The fields of an erasure in table order, which is export order. Source: records.md [M-56].
 */
typedef enum
{
  CAB_TOMBSTONE_FIELD_ERASED_ID,
  CAB_TOMBSTONE_FIELD_ERASED_KIND,
  CAB_TOMBSTONE_FIELD_ERASED_ON,
  CAB_TOMBSTONE_FIELD_GROUND,
  CAB_TOMBSTONE_FIELD_COPIES_GONE_BY,
  CAB_TOMBSTONE_FIELD_COUNTS,
  CAB_TOMBSTONE_FIELD_EVENT_SEQUENCE,
  CAB_TOMBSTONE_N_FIELDS
} CabTombstoneField;

extern const CabKind cab_tombstone_kind;

#define CAB_TYPE_TOMBSTONE (cab_tombstone_get_type ())
G_DECLARE_FINAL_TYPE (CabTombstone, cab_tombstone, CAB, TOMBSTONE, CabRecord)

G_END_DECLS
