/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-model"

#include "config.h"

#include "cab-draft.h"

#include "cab-codes.h"

#include <glib/gi18n.h>

/* clang-format off */
static const CabField fields[] = {
  [CAB_DRAFT_FIELD_CLIENT_ID] = {
    .name = "client_id", .type = CAB_FIELD_REF, .target = "client", .right = CAB_RIGHT_DERIVED,
    .flags = CAB_FLAG_FIXED, .label = N_ ("Client"),
    .why = N_ ("To show that the unfinished text is about you."), .since = 1
  },
  [CAB_DRAFT_FIELD_TARGET_KIND] = {
    .name = "target_kind", .type = CAB_FIELD_TEXT, .maximum = 40, .required = CAB_REQUIRED_YES,
    .right = CAB_RIGHT_DERIVED, .flags = CAB_FLAG_FIXED, .label = N_ ("Kind of record"),
    .why = N_ ("To know what the unfinished text will become."), .since = 1
  },
  [CAB_DRAFT_FIELD_TARGET_RECORD] = {
    .name = "target_record", .type = CAB_FIELD_TEXT, .minimum = 36, .maximum = 36,
    .right = CAB_RIGHT_DERIVED, .flags = CAB_FLAG_FIXED, .label = N_ ("Record"),
    .why = N_ ("To know which record the unfinished text belongs to."), .since = 1
  },
  [CAB_DRAFT_FIELD_TARGET_FIELD] = {
    .name = "target_field", .type = CAB_FIELD_TEXT, .maximum = 40, .required = CAB_REQUIRED_YES,
    .right = CAB_RIGHT_DERIVED, .flags = CAB_FLAG_FIXED, .label = N_ ("Field"),
    .why = N_ ("To know where in the record the unfinished text belongs."), .since = 1
  },
  [CAB_DRAFT_FIELD_BODY] = {
    .name = "body", .type = CAB_FIELD_LONGTEXT, .required = CAB_REQUIRED_YES,
    .right = CAB_RIGHT_AUTHORED, .flags = CAB_FLAG_SENSITIVE, .label = N_ ("Text"),
    .why = N_ ("So that nothing typed is lost when the computer stops."), .since = 1
  },
  [CAB_DRAFT_FIELD_TYPED_AT] = {
    .name = "typed_at", .type = CAB_FIELD_INSTANT, .required = CAB_REQUIRED_YES,
    .right = CAB_RIGHT_AUTHORED, .flags = CAB_FLAG_SENSITIVE, .label = N_ ("Typed at"),
    .why = N_ ("To know how fresh the unfinished text is."), .since = 1
  },
};
/* clang-format on */

G_STATIC_ASSERT (G_N_ELEMENTS (fields) == CAB_DRAFT_N_FIELDS);

const CabKind cab_draft_kind = {
  .name = "draft",
  .plural = "drafts",
  .table = "draft",
  .label = N_ ("Draft"),
  .label_plural = N_ ("Drafts"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .owner = CAB_DRAFT_FIELD_CLIENT_ID,
  .ordinal = CAB_NO_OWNER,
  .origin = CAB_ORIGIN_AUTHORED,
  .despite_restriction = TRUE,
  .trash = CAB_TRASH_NEVER,
  .trash_refusal = N_ ("A draft cannot be moved to the trash. Discard it where it was written."),
  .mutability = CAB_MUTABLE,
  .get_type = cab_draft_get_type,
};

CAB_DEFINE_KIND (CabDraft, cab_draft, &cab_draft_kind)
