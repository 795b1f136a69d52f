/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-record.h"

G_BEGIN_DECLS

/**
 * CabAddendumKind:
 * @CAB_ADDENDUM_KIND_ADDITION: addition
 * @CAB_ADDENDUM_KIND_CORRECTION: correction
 * @CAB_ADDENDUM_KIND_LATE_ENTRY: late entry
 * @CAB_ADDENDUM_KIND_CLIENT_STATEMENT: statement of the client
 *
 * Why something is added to a signed note. Source: records.md [M-39].
 */
typedef enum
{
  CAB_ADDENDUM_KIND_ADDITION,
  CAB_ADDENDUM_KIND_CORRECTION,
  CAB_ADDENDUM_KIND_LATE_ENTRY,
  CAB_ADDENDUM_KIND_CLIENT_STATEMENT
} CabAddendumKind;

extern const CabCodes cab_addendum_kind_codes;

/**
 * CabAddendumField:
 *
 * The fields of an addendum in table order, which is export order.
 * Source: records.md [M-39].
 */
typedef enum
{
  CAB_ADDENDUM_FIELD_NOTE_ID,
  CAB_ADDENDUM_FIELD_SEQUENCE,
  CAB_ADDENDUM_FIELD_ADDENDUM_KIND,
  CAB_ADDENDUM_FIELD_TEXT,
  CAB_ADDENDUM_FIELD_REASON,
  CAB_ADDENDUM_FIELD_PREVIOUS_DIGEST,
  CAB_ADDENDUM_FIELD_DIGEST,
  CAB_ADDENDUM_N_FIELDS
} CabAddendumField;

extern const CabKind cab_addendum_kind;

#define CAB_TYPE_ADDENDUM (cab_addendum_get_type ())
G_DECLARE_FINAL_TYPE (CabAddendum, cab_addendum, CAB, ADDENDUM, CabRecord)

G_END_DECLS
