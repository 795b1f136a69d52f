/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-record.h"

G_BEGIN_DECLS

/**
 * CabAuditAct:
 * @CAB_AUDIT_ACT_OPEN: open
 * @CAB_AUDIT_ACT_VIEW: view
 * @CAB_AUDIT_ACT_PRINT: print
 * @CAB_AUDIT_ACT_EXPORT: export
 * @CAB_AUDIT_ACT_SEARCH: search
 * @CAB_AUDIT_ACT_CREATE: create
 * @CAB_AUDIT_ACT_CHANGE: change
 * @CAB_AUDIT_ACT_SIGN: sign
 * @CAB_AUDIT_ACT_TRASH: trash
 * @CAB_AUDIT_ACT_RESTORE: restore
 * @CAB_AUDIT_ACT_ERASE: erase
 * @CAB_AUDIT_ACT_IMPORT: import
 * @CAB_AUDIT_ACT_BACKUP: backup
 * @CAB_AUDIT_ACT_UNLOCK: unlock
 * @CAB_AUDIT_ACT_LOCK: lock
 * @CAB_AUDIT_ACT_GATE_REFUSED: gate refused
 * @CAB_AUDIT_ACT_DRAFT_BEGIN: draft begin
 * @CAB_AUDIT_ACT_DRAFT_END: draft end
 * @CAB_AUDIT_ACT_MIGRATE: migrate
 * @CAB_AUDIT_ACT_PASSPHRASE_CHANGE: passphrase change
 * @CAB_AUDIT_ACT_COMPACT: compact
 * @CAB_AUDIT_ACT_REPAIR: repair
 * @CAB_AUDIT_ACT_CONTENT_DAMAGED: content damaged
 * @CAB_AUDIT_ACT_UNCLEAN_CLOSE: unclean close
 * @CAB_AUDIT_ACT_LEASE_TAKEN: lease taken
 * @CAB_AUDIT_ACT_OLDER_USED: older used
 * @CAB_AUDIT_ACT_FIRST_SEEN_HERE: first seen here
 * @CAB_AUDIT_ACT_WITNESS_REPLACED: witness replaced
 * @CAB_AUDIT_ACT_CLOCK_BACK: clock back
 * @CAB_AUDIT_ACT_WAL_CONVERTED: wal converted
 *
 * What a row of the activity log says was done. Source: records.md [M-57].
 */
typedef enum
{
  CAB_AUDIT_ACT_OPEN,
  CAB_AUDIT_ACT_VIEW,
  CAB_AUDIT_ACT_PRINT,
  CAB_AUDIT_ACT_EXPORT,
  CAB_AUDIT_ACT_SEARCH,
  CAB_AUDIT_ACT_CREATE,
  CAB_AUDIT_ACT_CHANGE,
  CAB_AUDIT_ACT_SIGN,
  CAB_AUDIT_ACT_TRASH,
  CAB_AUDIT_ACT_RESTORE,
  CAB_AUDIT_ACT_ERASE,
  CAB_AUDIT_ACT_IMPORT,
  CAB_AUDIT_ACT_BACKUP,
  CAB_AUDIT_ACT_UNLOCK,
  CAB_AUDIT_ACT_LOCK,
  CAB_AUDIT_ACT_GATE_REFUSED,
  CAB_AUDIT_ACT_DRAFT_BEGIN,
  CAB_AUDIT_ACT_DRAFT_END,
  CAB_AUDIT_ACT_MIGRATE,
  CAB_AUDIT_ACT_PASSPHRASE_CHANGE,
  CAB_AUDIT_ACT_COMPACT,
  CAB_AUDIT_ACT_REPAIR,
  CAB_AUDIT_ACT_CONTENT_DAMAGED,
  CAB_AUDIT_ACT_UNCLEAN_CLOSE,
  CAB_AUDIT_ACT_LEASE_TAKEN,
  CAB_AUDIT_ACT_OLDER_USED,
  CAB_AUDIT_ACT_FIRST_SEEN_HERE,
  CAB_AUDIT_ACT_WITNESS_REPLACED,
  CAB_AUDIT_ACT_CLOCK_BACK,
  CAB_AUDIT_ACT_WAL_CONVERTED
} CabAuditAct;

extern const CabCodes cab_audit_act_codes;

/**
 * CabAuditField:
 *
 * The fields of an entry of the activity log in table order, which is export
 * order. Source: records.md [M-57].
 */
typedef enum
{
  CAB_AUDIT_FIELD_SEQUENCE,
  CAB_AUDIT_FIELD_AT,
  CAB_AUDIT_FIELD_ACTOR_ID,
  CAB_AUDIT_FIELD_ACT,
  CAB_AUDIT_FIELD_SUBJECT_KIND,
  CAB_AUDIT_FIELD_SUBJECT_ID,
  CAB_AUDIT_FIELD_CHANGES,
  CAB_AUDIT_N_FIELDS
} CabAuditField;

/**
 * cab_audit_columns:
 *
 * The column of the vault's own table behind each field; `at` is kept there as
 * milliseconds. Source: records.md [M-57], vault.md [V-80].
 */
extern const char *const cab_audit_columns[CAB_AUDIT_N_FIELDS];

extern const CabKind cab_audit_kind;

#define CAB_TYPE_AUDIT_RECORD (cab_audit_record_get_type ())
G_DECLARE_FINAL_TYPE (CabAuditRecord, cab_audit_record, CAB, AUDIT_RECORD, CabRecord)

G_END_DECLS
