/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-model"

#include "config.h"

#include "cab-value-domain.h"

#include "cab-codes.h"

#include <glib/gi18n.h>

/* clang-format off */
static const CabField value_domain_fields[] = {
  [CAB_VALUE_DOMAIN_FIELD_CLIENT_ID] = {
    .name = "client_id", .type = CAB_FIELD_REF, .target = "client", .required = CAB_REQUIRED_YES,
    .right = CAB_RIGHT_PROVIDED, .flags = CAB_FLAG_SENSITIVE | CAB_FLAG_FIXED,
    .label = N_ ("Client"), .why = N_ ("To show that the value is yours."), .since = 1
  },
  [CAB_VALUE_DOMAIN_FIELD_LABEL] = {
    .name = "label", .type = CAB_FIELD_TEXT, .maximum = 80, .required = CAB_REQUIRED_YES,
    .right = CAB_RIGHT_PROVIDED, .flags = CAB_FLAG_SENSITIVE, .label = N_ ("Name"),
    .why = N_ ("To keep in your words what matters to you in life."),
    .fhir = "Observation.code.text", .since = 1
  },
  [CAB_VALUE_DOMAIN_FIELD_POSITION] = {
    .name = "position", .type = CAB_FIELD_INTEGER, .minimum = 1, .maximum = 20,
    .required = CAB_REQUIRED_YES, .right = CAB_RIGHT_PROVIDED, .flags = CAB_FLAG_SENSITIVE,
    .label = N_ ("Place"), .why = N_ ("To show your values in the order you like."),
    .since = 1
  },
  [CAB_VALUE_DOMAIN_FIELD_ACTIVE] = {
    .name = "active", .type = CAB_FIELD_BOOL, .required = CAB_REQUIRED_YES,
    .right = CAB_RIGHT_PROVIDED, .flags = CAB_FLAG_SENSITIVE, .label = N_ ("In use"),
    .why = N_ ("To know which values you still rate."), .since = 1
  },
};
/* clang-format on */

G_STATIC_ASSERT (G_N_ELEMENTS (value_domain_fields) == CAB_VALUE_DOMAIN_N_FIELDS);

const CabKind cab_value_domain_kind = {
  .name = "value-domain",
  .plural = "value-domains",
  .table = "value_domain",
  .label = N_ ("Value"),
  .label_plural = N_ ("Values"),
  .fields = value_domain_fields,
  .n_fields = G_N_ELEMENTS (value_domain_fields),
  .owner = CAB_VALUE_DOMAIN_FIELD_CLIENT_ID,
  .ordinal = CAB_NO_OWNER,
  .origin = CAB_ORIGIN_PROVIDED,
  .trash = CAB_TRASH_YES,
  .mutability = CAB_MUTABLE,
  .get_type = cab_value_domain_get_type,
};

CAB_DEFINE_KIND (CabValueDomain, cab_value_domain, &cab_value_domain_kind)

/* clang-format off */
static const CabField value_rating_fields[] = {
  [CAB_VALUE_RATING_FIELD_DOMAIN_ID] = {
    .name = "domain_id", .type = CAB_FIELD_REF, .target = "value-domain",
    .required = CAB_REQUIRED_YES, .right = CAB_RIGHT_PROVIDED,
    .flags = CAB_FLAG_SENSITIVE | CAB_FLAG_FIXED, .label = N_ ("Value"),
    .why = N_ ("To know which value was rated."), .since = 1
  },
  [CAB_VALUE_RATING_FIELD_RATED_ON] = {
    .name = "rated_on", .type = CAB_FIELD_DATE, .required = CAB_REQUIRED_YES,
    .right = CAB_RIGHT_PROVIDED, .flags = CAB_FLAG_SENSITIVE, .label = N_ ("Rated on"),
    .why = N_ ("To show when you rated the value, and how it changes over time."),
    .fhir = "Observation.effectiveDateTime", .since = 1
  },
  [CAB_VALUE_RATING_FIELD_IMPORTANCE] = {
    .name = "importance", .type = CAB_FIELD_INTEGER, .maximum = 10, .required = CAB_REQUIRED_YES,
    .right = CAB_RIGHT_PROVIDED, .flags = CAB_FLAG_SENSITIVE, .label = N_ ("Importance"),
    .why = N_ ("To show how much the value matters to you."),
    .fhir = "Observation.component.valueInteger", .since = 1
  },
  [CAB_VALUE_RATING_FIELD_LIVED] = {
    .name = "lived", .type = CAB_FIELD_INTEGER, .maximum = 10, .required = CAB_REQUIRED_YES,
    .right = CAB_RIGHT_PROVIDED, .flags = CAB_FLAG_SENSITIVE, .label = N_ ("Lived"),
    .why = N_ ("To show how much of the value you find in your daily life."),
    .fhir = "Observation.component.valueInteger", .since = 1
  },
  [CAB_VALUE_RATING_FIELD_NEXT_ACTION] = {
    .name = "next_action", .type = CAB_FIELD_TEXT, .right = CAB_RIGHT_PROVIDED,
    .flags = CAB_FLAG_SENSITIVE, .label = N_ ("Next step"),
    .why = N_ ("To keep what you want to do next for this value."), .since = 1
  },
};
/* clang-format on */

G_STATIC_ASSERT (G_N_ELEMENTS (value_rating_fields) == CAB_VALUE_RATING_N_FIELDS);

const CabKind cab_value_rating_kind = {
  .name = "value-rating",
  .plural = "value-ratings",
  .table = "value_rating",
  .label = N_ ("Value rating"),
  .label_plural = N_ ("Value ratings"),
  .fields = value_rating_fields,
  .n_fields = G_N_ELEMENTS (value_rating_fields),
  .owner = CAB_VALUE_RATING_FIELD_DOMAIN_ID,
  .ordinal = CAB_NO_OWNER,
  .origin = CAB_ORIGIN_PROVIDED,
  .trash = CAB_TRASH_YES,
  .mutability = CAB_MUTABLE,
  .get_type = cab_value_rating_get_type,
};

CAB_DEFINE_KIND (CabValueRating, cab_value_rating, &cab_value_rating_kind)
