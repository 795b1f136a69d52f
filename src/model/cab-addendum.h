/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-practice.h"

G_BEGIN_DECLS

/**
 * CabAddendumKind:
 * @CAB_ADDENDUM_KIND_ADDITION: addition
 * @CAB_ADDENDUM_KIND_CORRECTION: correction
 * @CAB_ADDENDUM_KIND_LATE_ENTRY: late entry
 * @CAB_ADDENDUM_KIND_CLIENT_STATEMENT: statement of the client
 *
 * Why something is added to a signed note. Source: records.md [M-39].
 */
typedef enum
{
  CAB_ADDENDUM_KIND_ADDITION,
  CAB_ADDENDUM_KIND_CORRECTION,
  CAB_ADDENDUM_KIND_LATE_ENTRY,
  CAB_ADDENDUM_KIND_CLIENT_STATEMENT
} CabAddendumKind;

extern const CabCodes cab_addendum_kind_codes;

/**
 * CabAddendumField:
 *
 * The fields of an addendum in table order, which is export order.
 * Source: records.md [M-39].
 */
typedef enum
{
  CAB_ADDENDUM_FIELD_NOTE_ID,
  CAB_ADDENDUM_FIELD_SEQUENCE,
  CAB_ADDENDUM_FIELD_ADDENDUM_KIND,
  CAB_ADDENDUM_FIELD_TEXT,
  CAB_ADDENDUM_FIELD_REASON,
  CAB_ADDENDUM_FIELD_PREVIOUS_DIGEST,
  CAB_ADDENDUM_FIELD_DIGEST,
  CAB_ADDENDUM_N_FIELDS
} CabAddendumField;

extern const CabKind cab_addendum_kind;

#define CAB_TYPE_ADDENDUM (cab_addendum_get_type ())
G_DECLARE_FINAL_TYPE (CabAddendum, cab_addendum, CAB, ADDENDUM, CabRecord)

/**
 * cab_addendum_sign:
 * @practice: a practice
 * @addendum: a stored addendum
 * @statement: what is stated by signing
 * @error: return location
 *
 * Signs an addendum and seals it: SHA-512 over the length-prefixed id, note,
 * sequence, kind, text, reason, author, created-at and previous-digest, in that
 * order, lengths as 32 bits little-endian; the digest before is that of the
 * addendum before.
 *
 * Errors: DUPLICATE when it is signed already, HELD when it lies in the trash.
 * Source: records.md [M-38], [M-39].
 *
 * Returns: %TRUE when the signature is on disk
 */
gboolean cab_addendum_sign (CabPractice *practice,
                            CabRecord *addendum,
                            const char *statement,
                            GError **error);

G_END_DECLS
