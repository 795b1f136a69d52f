/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-model"

#include "config.h"

#include "cab-tombstone.h"

#include "cab-codes.h"

#include <glib/gi18n.h>
#include <string.h>

#define OWN(field) CAB_OWN (CAB_TOMBSTONE_FIELD_##field)

CAB_DEFINE_CODES (cab_erasure_ground_codes,
                  "erasure-ground",
                  { "retention", N_ ("End of the retention period") },
                  { "request", N_ ("Request for erasure") },
                  { "minor-without-consent", N_ ("Minor without consent of a guardian") },
                  { "mistake", N_ ("Entered by mistake") },
                  { "trash", N_ ("Trash emptied") });

/* clang-format off */
static const CabField fields[] = {
  [CAB_TOMBSTONE_FIELD_ERASED_ID] = {
    .name = "erased_id", .type = CAB_FIELD_TEXT, .minimum = 36, .maximum = 36,
    .required = CAB_REQUIRED_YES, .right = CAB_RIGHT_DERIVED, .flags = CAB_FLAG_UNIQUE,
    .label = N_ ("Erased record"),
    .why = N_ ("So that an erased record does not come back from a backup."), .since = 1
  },
  [CAB_TOMBSTONE_FIELD_ERASED_KIND] = {
    .name = "erased_kind", .type = CAB_FIELD_TEXT, .maximum = 40, .required = CAB_REQUIRED_YES,
    .right = CAB_RIGHT_DERIVED, .label = N_ ("Kind of record"),
    .why = N_ ("To show what was erased without naming anyone."), .since = 1
  },
  [CAB_TOMBSTONE_FIELD_ERASED_ON] = {
    .name = "erased_on", .type = CAB_FIELD_DATE, .required = CAB_REQUIRED_YES,
    .right = CAB_RIGHT_DERIVED, .label = N_ ("Erased on"),
    .why = N_ ("To show when it was erased."), .since = 1
  },
  [CAB_TOMBSTONE_FIELD_GROUND] = {
    .name = "ground", .type = CAB_FIELD_CODE, .codes = &cab_erasure_ground_codes,
    .required = CAB_REQUIRED_YES, .right = CAB_RIGHT_DERIVED, .label = N_ ("Ground"),
    .why = N_ ("To show why it was erased."), .since = 1
  },
  [CAB_TOMBSTONE_FIELD_COPIES_GONE_BY] = {
    .name = "copies_gone_by", .type = CAB_FIELD_DATE, .required = CAB_REQUIRED_YES,
    .right = CAB_RIGHT_DERIVED, .label = N_ ("Gone from backups by"),
    .why = N_ ("To show when the last backup copy ends."), .since = 1
  },
  [CAB_TOMBSTONE_FIELD_COUNTS] = {
    .name = "counts", .type = CAB_FIELD_TEXT, .maximum = 2000, .required = CAB_REQUIRED_YES,
    .right = CAB_RIGHT_DERIVED, .label = N_ ("How much"),
    .why = N_ ("To show how many records of each kind were erased."), .since = 1
  },
  [CAB_TOMBSTONE_FIELD_EVENT_SEQUENCE] = {
    .name = "event_sequence", .type = CAB_FIELD_INTEGER, .minimum = 1, .maximum = G_MAXINT64,
    .required = CAB_REQUIRED_YES, .right = CAB_RIGHT_DERIVED,
    .label = N_ ("Entry in the activity log"),
    .why = N_ ("To tie the erasure to the activity log."), .since = 1
  },
};
/* clang-format on */

G_STATIC_ASSERT (G_N_ELEMENTS (fields) == CAB_TOMBSTONE_N_FIELDS);

static char *
describe (CabRecord *record)
{
  return g_strdup_printf ("%s, %s", cab_record_get_text (record, OWN (ERASED_ON)),
                          cab_record_get_text (record, OWN (ERASED_KIND)));
}

const CabKind cab_tombstone_kind = {
  .name = "tombstone",
  .plural = "tombstones",
  .table = "tombstone",
  .label = N_ ("Erasure"),
  .label_plural = N_ ("Erasures"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .owner = CAB_NO_OWNER,
  .ordinal = CAB_NO_OWNER,
  .origin = CAB_ORIGIN_DERIVED,
  .register_kind = TRUE,
  .trash = CAB_TRASH_NEVER,
  .trash_refusal = N_ ("The trace of an erasure cannot be deleted."),
  .mutability = CAB_IMMUTABLE,
  .describe = describe,
  .get_type = cab_tombstone_get_type,
};

CAB_DEFINE_KIND (CabTombstone, cab_tombstone, &cab_tombstone_kind)
