/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-record.h"

G_BEGIN_DECLS

/**
 * CabPreferenceField:
 *
 * The fields of a preference in table order, which is export order. Source: records.md [M-106].
 */
typedef enum
{
  CAB_PREFERENCE_FIELD_NAME,
  CAB_PREFERENCE_FIELD_VALUE,
  CAB_PREFERENCE_N_FIELDS
} CabPreferenceField;

extern const CabKind cab_preference_kind;

#define CAB_TYPE_PREFERENCE (cab_preference_get_type ())
G_DECLARE_FINAL_TYPE (CabPreference, cab_preference, CAB, PREFERENCE, CabRecord)

G_END_DECLS
