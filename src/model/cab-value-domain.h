/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-practice.h"

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

/** CAB_VALUE_DOMAIN_MAXIMUM: how many values of a client can be in use at a time [M-45] */
#define CAB_VALUE_DOMAIN_MAXIMUM 12

/**
 * cab_value_domain_add_headings:
 * @practice: a practice
 * @client_id: a client
 * @error: return location
 *
 * Gives a client who has no values yet the ten neutral headings, to be renamed,
 * put in another order or left out. Does nothing when there is any value, also
 * one that is not in use.
 *
 * Source: records.md [M-45], forms.md [F-83].
 *
 * Returns: %TRUE when the client has values
 */
gboolean
cab_value_domain_add_headings (CabPractice *practice, const char *client_id, GError **error);

/**
 * cab_value_rating_get_gap:
 * @rating: a rating
 *
 * How much more a value matters than it is lived; never stored [M-46].
 *
 * Returns: importance less lived, -10 to 10
 */
int cab_value_rating_get_gap (CabRecord *rating);

G_END_DECLS
