/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-record.h"

G_BEGIN_DECLS

/**
 * CabValueDomainField:
 *
 * The fields of a value in table order, which is export order.
 * Source: records.md [M-45].
 */
typedef enum
{
  CAB_VALUE_DOMAIN_FIELD_CLIENT_ID,
  CAB_VALUE_DOMAIN_FIELD_LABEL,
  CAB_VALUE_DOMAIN_FIELD_POSITION,
  CAB_VALUE_DOMAIN_FIELD_ACTIVE,
  CAB_VALUE_DOMAIN_N_FIELDS
} CabValueDomainField;

extern const CabKind cab_value_domain_kind;

#define CAB_TYPE_VALUE_DOMAIN (cab_value_domain_get_type ())
G_DECLARE_FINAL_TYPE (CabValueDomain, cab_value_domain, CAB, VALUE_DOMAIN, CabRecord)

/**
 * CabValueRatingField:
 *
 * The fields of a value rating in table order, which is export order.
 * Source: records.md [M-46].
 */
typedef enum
{
  CAB_VALUE_RATING_FIELD_DOMAIN_ID,
  CAB_VALUE_RATING_FIELD_RATED_ON,
  CAB_VALUE_RATING_FIELD_IMPORTANCE,
  CAB_VALUE_RATING_FIELD_LIVED,
  CAB_VALUE_RATING_FIELD_NEXT_ACTION,
  CAB_VALUE_RATING_N_FIELDS
} CabValueRatingField;

extern const CabKind cab_value_rating_kind;

#define CAB_TYPE_VALUE_RATING (cab_value_rating_get_type ())
G_DECLARE_FINAL_TYPE (CabValueRating, cab_value_rating, CAB, VALUE_RATING, CabRecord)

G_END_DECLS
