/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-model"

#include "config.h"

#include "cab-audit-record.h"

#include "cab-codes.h"

#include <glib/gi18n.h>

CAB_DEFINE_CODES (cab_audit_act_codes,
                  "audit-act",
                  { "open", N_ ("Open") },
                  { "view", N_ ("View") },
                  { "print", N_ ("Print") },
                  { "export", N_ ("Export") },
                  { "search", N_ ("Search") },
                  { "create", N_ ("Create") },
                  { "change", N_ ("Change") },
                  { "sign", N_ ("Sign") },
                  { "trash", N_ ("Trash") },
                  { "restore", N_ ("Restore") },
                  { "erase", N_ ("Erase") },
                  { "import", N_ ("Import") },
                  { "backup", N_ ("Backup") },
                  { "unlock", N_ ("Unlock") },
                  { "lock", N_ ("Lock") },
                  { "gate-refused", N_ ("Gate refused") },
                  { "draft-begin", N_ ("Draft begin") },
                  { "draft-end", N_ ("Draft end") },
                  { "migrate", N_ ("Migrate") },
                  { "passphrase-change", N_ ("Passphrase change") },
                  { "compact", N_ ("Compact") },
                  { "repair", N_ ("Repair") },
                  { "content-damaged", N_ ("Content damaged") },
                  { "unclean-close", N_ ("Unclean close") },
                  { "lease-taken", N_ ("Lease taken") },
                  { "older-used", N_ ("Older used") },
                  { "first-seen-here", N_ ("First seen here") },
                  { "witness-replaced", N_ ("Witness replaced") },
                  { "clock-back", N_ ("Clock back") },
                  { "wal-converted", N_ ("Wal converted") });

/* clang-format off */
static const CabField fields[] = {
  [CAB_AUDIT_FIELD_SEQUENCE] = {
    .name = "sequence", .type = CAB_FIELD_INTEGER, .minimum = 1, .maximum = G_MAXINT64,
    .required = CAB_REQUIRED_YES, .right = CAB_RIGHT_DERIVED, .label = N_ ("Number"),
    .why = N_ ("To notice when an entry is missing."), .since = 1
  },
  [CAB_AUDIT_FIELD_AT] = {
    .name = "at", .type = CAB_FIELD_INSTANT, .required = CAB_REQUIRED_YES,
    .right = CAB_RIGHT_DERIVED, .label = N_ ("When"), .why = N_ ("To show when it happened."),
    .since = 1
  },
  /* None for what the program does by itself. */
  [CAB_AUDIT_FIELD_ACTOR_ID] = {
    .name = "actor_id", .type = CAB_FIELD_REF, .target = "clinician",
    .required = CAB_REQUIRED_NO, .right = CAB_RIGHT_DERIVED, .label = N_ ("Who"),
    .why = N_ ("To show who did it."), .since = 1
  },
  [CAB_AUDIT_FIELD_ACT] = {
    .name = "act", .type = CAB_FIELD_CODE, .codes = &cab_audit_act_codes,
    .required = CAB_REQUIRED_YES, .right = CAB_RIGHT_DERIVED, .label = N_ ("What"),
    .why = N_ ("To show what was done with your data."), .since = 1
  },
  [CAB_AUDIT_FIELD_SUBJECT_KIND] = {
    .name = "subject_kind", .type = CAB_FIELD_TEXT, .right = CAB_RIGHT_DERIVED,
    .label = N_ ("Kind of record"), .why = N_ ("To show with what kind of record it was done."),
    .since = 1
  },
  [CAB_AUDIT_FIELD_SUBJECT_ID] = {
    .name = "subject_id", .type = CAB_FIELD_TEXT, .right = CAB_RIGHT_DERIVED,
    .label = N_ ("Record"), .why = N_ ("To show with which record it was done."), .since = 1
  },
  [CAB_AUDIT_FIELD_CHANGES] = {
    .name = "changes", .type = CAB_FIELD_LONGTEXT, .right = CAB_RIGHT_DERIVED,
    .label = N_ ("Changes"), .why = N_ ("To show what a field held before and after."),
    .since = 1
  },
};
/* clang-format on */

G_STATIC_ASSERT (G_N_ELEMENTS (fields) == CAB_AUDIT_N_FIELDS);

const char *const cab_audit_columns[CAB_AUDIT_N_FIELDS] = {
  [CAB_AUDIT_FIELD_SEQUENCE] = "seq",      [CAB_AUDIT_FIELD_AT] = "wall_ms",
  [CAB_AUDIT_FIELD_ACTOR_ID] = "actor",    [CAB_AUDIT_FIELD_ACT] = "act",
  [CAB_AUDIT_FIELD_SUBJECT_KIND] = "kind", [CAB_AUDIT_FIELD_SUBJECT_ID] = "entity",
  [CAB_AUDIT_FIELD_CHANGES] = "payload",
};

static char *
describe (CabRecord *record)
{
  return g_strdup_printf ("%s, %s", cab_record_get_text (record, CAB_OWN (CAB_AUDIT_FIELD_AT)),
                          cab_record_get_text (record, CAB_OWN (CAB_AUDIT_FIELD_ACT)));
}

const CabKind cab_audit_kind = {
  .name = "audit",
  .plural = "audits",
  .table = "audit",
  .label = N_ ("Activity"),
  .label_plural = N_ ("Activities"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .owner = CAB_NO_OWNER,
  .ordinal = CAB_NO_OWNER,
  .origin = CAB_ORIGIN_DERIVED,
  .register_kind = TRUE,
  .without_system_fields = TRUE,
  .trash = CAB_TRASH_NEVER,
  .trash_refusal = N_ ("The activity log only grows."),
  .mutability = CAB_IMMUTABLE,
  .describe = describe,
  .get_type = cab_audit_record_get_type,
};

CAB_DEFINE_KIND (CabAuditRecord, cab_audit_record, &cab_audit_kind)
