/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-record.h"

G_BEGIN_DECLS

/**
 * CabDraftField:
 *
 * The fields of a draft in table order, which is export order.
 * Source: records.md [M-47].
 */
typedef enum
{
  CAB_DRAFT_FIELD_CLIENT_ID,
  CAB_DRAFT_FIELD_TARGET_KIND,
  CAB_DRAFT_FIELD_TARGET_RECORD,
  CAB_DRAFT_FIELD_TARGET_FIELD,
  CAB_DRAFT_FIELD_BODY,
  CAB_DRAFT_FIELD_TYPED_AT,
  CAB_DRAFT_N_FIELDS
} CabDraftField;

extern const CabKind cab_draft_kind;

#define CAB_TYPE_DRAFT (cab_draft_get_type ())
G_DECLARE_FINAL_TYPE (CabDraft, cab_draft, CAB, DRAFT, CabRecord)

G_END_DECLS
