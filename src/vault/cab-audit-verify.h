/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-digest.h"

G_BEGIN_DECLS

/**
 * CabAuditFault:
 * @CAB_AUDIT_FAULT_NONE: the chain verifies
 * @CAB_AUDIT_FAULT_MISSING: one or more rows are not there before the next one
 * @CAB_AUDIT_FAULT_REPEATED: a number comes again or out of order
 * @CAB_AUDIT_FAULT_SHAPE: a field has a length or a content that no row can have
 * @CAB_AUDIT_FAULT_COMMITMENT: nonce and payload are not what was committed to
 * @CAB_AUDIT_FAULT_MAC: the row does not follow from the one before it
 * @CAB_AUDIT_FAULT_BLANKED: the payload is gone and no later erasure names the entity
 * @CAB_AUDIT_FAULT_UNBLANKED: the payload is there although a later erasure names the entity
 * @CAB_AUDIT_FAULT_CUT: the rows end before the head
 * @CAB_AUDIT_FAULT_BEYOND: there are rows after the head
 * @CAB_AUDIT_FAULT_HEAD: the last row is not the head
 * @CAB_AUDIT_FAULT_ANCHOR: a row is not the one that was printed or noted elsewhere
 *
 * What is wrong with a chain.
 */
typedef enum
{
  CAB_AUDIT_FAULT_NONE,
  CAB_AUDIT_FAULT_MISSING,
  CAB_AUDIT_FAULT_REPEATED,
  CAB_AUDIT_FAULT_SHAPE,
  CAB_AUDIT_FAULT_COMMITMENT,
  CAB_AUDIT_FAULT_MAC,
  CAB_AUDIT_FAULT_BLANKED,
  CAB_AUDIT_FAULT_UNBLANKED,
  CAB_AUDIT_FAULT_CUT,
  CAB_AUDIT_FAULT_BEYOND,
  CAB_AUDIT_FAULT_HEAD,
  CAB_AUDIT_FAULT_ANCHOR
} CabAuditFault;

/** CAB_N_AUDIT_FAULTS: how many faults there are */
#define CAB_N_AUDIT_FAULTS (CAB_AUDIT_FAULT_ANCHOR + 1)

/** CAB_AUDIT_ERASE: the act of a row that names an erased entity [M-57] */
#define CAB_AUDIT_ERASE "erase"

/**
 * CabAuditHead:
 * @seq: number of a row, 0 before the first
 * @mac: its mac; cab_digest_genesis() for row 0
 *
 * A point of the chain that is known from elsewhere.
 */
typedef struct
{
  gint64 seq;
  guint8 mac[CAB_DIGEST_LENGTH];
} CabAuditHead;

/** CAB_ANCHOR_LENGTH: bytes of a mac that an anchor keeps [V-82] */
#define CAB_ANCHOR_LENGTH 8

/**
 * CabAuditAnchor:
 * @seq: number of a row
 * @mac: the first bytes of its mac
 *
 * A point of the chain as a bundle, a recovery sheet or a printed page keeps it.
 */
typedef struct
{
  gint64 seq;
  guint8 mac[CAB_ANCHOR_LENGTH];
} CabAuditAnchor;

/**
 * cab_audit_anchor_parse:
 * @text: as cab_vault_dup_anchor() writes it, `812 2026-05-03 0123456789abcdef`
 * @anchor: (out caller-allocates): what it says
 *
 * Reads an anchor that somebody kept; case and spaces do not matter, and the
 * date is only for people.
 *
 * Thread: any. Source: vault.md [V-82].
 *
 * Returns: whether @text is an anchor
 */
gboolean cab_audit_anchor_parse (const char *text, CabAuditAnchor *anchor);

/**
 * CabAuditCheck:
 * @audit_key: (array fixed-size=32): k_audit
 * @digest_key: (array fixed-size=32): k_digest
 * @start: the point before the first row that will come: row 0 for a whole chain,
 *   or a row whose mac is trusted to check only what follows it
 * @head: the point at which the chain must end
 * @anchors: (nullable) (array length=n_anchors): further points, by rising seq;
 *   those before the start are passed over
 * @n_anchors: how many
 *
 * What a chain is checked against.
 */
typedef struct
{
  const guint8 *audit_key;
  const guint8 *digest_key;
  CabAuditHead start;
  CabAuditHead head;
  const CabAuditAnchor *anchors;
  gsize n_anchors;
} CabAuditCheck;

/**
 * CabAuditReport:
 * @fault: what is wrong
 * @seq: number of the first row that is wrong, or that should be there
 * @rows: how many rows were read
 *
 * What cab_audit_verify() found.
 */
typedef struct
{
  CabAuditFault fault;
  gint64 seq;
  gint64 rows;
} CabAuditReport;

/**
 * CabAuditNext:
 * @data: the caller's
 * @row: (out caller-allocates): the next row, by rising seq; what its slices
 *   point to is the callback's and has to stay until the next call
 *
 * Gives the rows of a chain one by one.
 *
 * Returns: 1 with a row, 0 at the end, −1 with @error set
 */
typedef int (*CabAuditNext) (gpointer data, CabAuditRow *row, GError **error);

/**
 * cab_audit_verify:
 * @check: what to check against
 * @next: gives the rows
 * @data: passed to it
 * @report: (out caller-allocates) (optional): what was found; filled in also when
 *   %FALSE is returned
 *
 * Verifies a chain row by row; it knows no database. Every row is checked
 * against its own predecessor as recomputed here, never against a stored mac.
 * An erasure is a row whose act is %CAB_AUDIT_ERASE; it names its entity, and
 * every line of its payload that is nothing but an id names one more. It is
 * never blanked itself.
 *
 * The walk stops at the first row that breaks the chain; faults of blanking are
 * told at the erasure, or at the end, and only when the chain itself holds up to
 * there.
 *
 * Errors: CHAIN, or what @next set. Thread: any; memory grows with the number of
 * entities, not of rows. Source: vault.md [V-83].
 *
 * Returns: %TRUE when there is no fault
 */
gboolean cab_audit_verify (const CabAuditCheck *check,
                           CabAuditNext next,
                           gpointer data,
                           CabAuditReport *report,
                           GError **error);

/**
 * cab_audit_fault_get_name:
 * @fault: a fault
 *
 * Returns: (transfer none): its stable short name, `missing`
 */
const char *cab_audit_fault_get_name (CabAuditFault fault);

G_END_DECLS
