/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-model"

#include "config.h"

#include "cab-preference.h"

#include "cab-codes.h"

#include <glib/gi18n.h>

/* clang-format off */
static const CabField fields[] = {
  [CAB_PREFERENCE_FIELD_NAME] = {
    .name = "name", .type = CAB_FIELD_TEXT, .maximum = 64, .required = CAB_REQUIRED_YES,
    .right = CAB_RIGHT_AUTHORED, .flags = CAB_FLAG_FIXED | CAB_FLAG_UNIQUE, .label = N_ ("Name"),
    .why = N_ ("To find the setting again."), .since = 1
  },
  [CAB_PREFERENCE_FIELD_VALUE] = {
    .name = "value", .type = CAB_FIELD_LONGTEXT, .right = CAB_RIGHT_AUTHORED,
    .label = N_ ("Value"), .why = N_ ("So that the practice works the way it was set up."),
    .since = 1
  },
};
/* clang-format on */

G_STATIC_ASSERT (G_N_ELEMENTS (fields) == CAB_PREFERENCE_N_FIELDS);

const CabKind cab_preference_kind = {
  .name = "preference",
  .plural = "preferences",
  .table = "preference",
  .label = N_ ("Preference"),
  .label_plural = N_ ("Preferences"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .owner = CAB_NO_OWNER,
  .ordinal = CAB_NO_OWNER,
  .origin = CAB_ORIGIN_AUTHORED,
  .trash = CAB_TRASH_NEVER,
  .trash_refusal = N_ ("A preference cannot be moved to the trash. Set it to another value."),
  .mutability = CAB_MUTABLE,
  .get_type = cab_preference_get_type,
};

CAB_DEFINE_KIND (CabPreference, cab_preference, &cab_preference_kind)
