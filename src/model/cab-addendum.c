/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-model"

#include "config.h"

#include "cab-addendum.h"

#include "cab-codes.h"

#include <glib/gi18n.h>

CAB_DEFINE_CODES (cab_addendum_kind_codes,
                  "addendum-kind",
                  { "addition", N_ ("Addition") },
                  { "correction", N_ ("Correction") },
                  { "late-entry", N_ ("Late entry") },
                  { "client-statement", N_ ("Statement of the client") });

/* clang-format off */
static const CabField fields[] = {
  [CAB_ADDENDUM_FIELD_NOTE_ID] = {
    .name = "note_id", .type = CAB_FIELD_REF, .target = "note", .required = CAB_REQUIRED_YES,
    .right = CAB_RIGHT_AUTHORED, .flags = CAB_FLAG_FIXED, .label = N_ ("Note"),
    .why = N_ ("To know which note is added to."), .since = 1
  },
  [CAB_ADDENDUM_FIELD_SEQUENCE] = {
    .name = "sequence", .type = CAB_FIELD_INTEGER, .minimum = 1, .maximum = G_MAXINT64,
    .required = CAB_REQUIRED_YES, .right = CAB_RIGHT_AUTHORED, .flags = CAB_FLAG_FIXED,
    .label = N_ ("Number"), .why = N_ ("To keep the addenda in order."), .since = 1
  },
  [CAB_ADDENDUM_FIELD_ADDENDUM_KIND] = {
    .name = "addendum_kind", .type = CAB_FIELD_CODE, .codes = &cab_addendum_kind_codes,
    .required = CAB_REQUIRED_YES, .right = CAB_RIGHT_AUTHORED, .label = N_ ("Kind"),
    .why = N_ ("To tell a correction from an addition or from your own statement."),
    .since = 1
  },
  [CAB_ADDENDUM_FIELD_TEXT] = {
    .name = "text", .type = CAB_FIELD_LONGTEXT, .required = CAB_REQUIRED_YES,
    .right = CAB_RIGHT_AUTHORED, .flags = CAB_FLAG_SENSITIVE | CAB_FLAG_SEARCHED,
    .label = N_ ("Text"), .why = N_ ("To keep what was added to the signed note."), .since = 1
  },
  [CAB_ADDENDUM_FIELD_REASON] = {
    .name = "reason", .type = CAB_FIELD_TEXT, .required = CAB_REQUIRED_YES,
    .right = CAB_RIGHT_AUTHORED, .flags = CAB_FLAG_SENSITIVE, .label = N_ ("Reason"),
    .why = N_ ("To show why the note was added to after it was signed."), .since = 1
  },
  [CAB_ADDENDUM_FIELD_PREVIOUS_DIGEST] = {
    .name = "previous_digest", .type = CAB_FIELD_DIGEST, .right = CAB_RIGHT_AUTHORED,
    .flags = CAB_FLAG_SENSITIVE, .label = N_ ("Digest before"),
    .why = N_ ("To prove that no earlier addendum was changed or taken out."), .since = 1
  },
  [CAB_ADDENDUM_FIELD_DIGEST] = {
    .name = "digest", .type = CAB_FIELD_DIGEST, .required = CAB_REQUIRED_RULE,
    .right = CAB_RIGHT_AUTHORED, .flags = CAB_FLAG_SENSITIVE, .label = N_ ("Digest"),
    .why = N_ ("To prove that the addendum was not changed after it was signed."), .since = 1
  },
};
/* clang-format on */

G_STATIC_ASSERT (G_N_ELEMENTS (fields) == CAB_ADDENDUM_N_FIELDS);

static gboolean
is_sealed (CabRecord *record)
{
  return cab_record_get_loaded (record, CAB_OWN (CAB_ADDENDUM_FIELD_DIGEST))->type
         != CAB_VALUE_NONE;
}

const CabKind cab_addendum_kind = {
  .name = "addendum",
  .plural = "addenda",
  .table = "addendum",
  .label = N_ ("Addendum"),
  .label_plural = N_ ("Addenda"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .owner = CAB_ADDENDUM_FIELD_NOTE_ID,
  .ordinal = CAB_ADDENDUM_FIELD_SEQUENCE,
  .origin = CAB_ORIGIN_AUTHORED,
  .trash = CAB_TRASH_RULE,
  .trash_refusal = N_ ("A signed addendum cannot be deleted. Add another addendum."),
  .mutability = CAB_IMMUTABLE_BY_RULE,
  .is_sealed = is_sealed,
  .get_type = cab_addendum_get_type,
};

CAB_DEFINE_KIND (CabAddendum, cab_addendum, &cab_addendum_kind)
