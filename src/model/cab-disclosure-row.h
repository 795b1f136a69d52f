/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-disclosure.h"
#include "cab-practice.h"
#include "cab-row.h"

G_BEGIN_DECLS

/**
 * CabDisclosureRowField:
 * @CAB_DISCLOSURE_ROW_ID: text, the record
 * @CAB_DISCLOSURE_ROW_AT: text, an instant
 * @CAB_DISCLOSURE_ROW_LOCAL: text, the same in the practice's own time
 * @CAB_DISCLOSURE_ROW_CLIENT_ID: text, whose data it was; none when erased
 * @CAB_DISCLOSURE_ROW_CLIENT: text, the shown name; none when erased or damaged
 * @CAB_DISCLOSURE_ROW_REFERENCE: text, or none
 * @CAB_DISCLOSURE_ROW_ABSENT_WORDS: text, why no client is named; none where one is
 * @CAB_DISCLOSURE_ROW_DIRECTION_WORDS: text, to whom, in words
 * @CAB_DISCLOSURE_ROW_RECIPIENT: text, who got it
 * @CAB_DISCLOSURE_ROW_COUNTRY: text, of who got it; or none
 * @CAB_DISCLOSURE_ROW_WHAT: text, what went out
 * @CAB_DISCLOSURE_ROW_PURPOSE: text, what for
 * @CAB_DISCLOSURE_ROW_GROUND: integer, a #CabDisclosureGround
 * @CAB_DISCLOSURE_ROW_GROUND_WORDS: text, in words
 * @CAB_DISCLOSURE_ROW_CONSENT_ID: text, the consent that it rests on; or none
 * @CAB_DISCLOSURE_ROW_CHANNEL_WORDS: text, by which way
 * @CAB_DISCLOSURE_ROW_PROTECTION: integer, a #CabEncryption
 * @CAB_DISCLOSURE_ROW_PROTECTION_WORDS: text, in words
 * @CAB_DISCLOSURE_ROW_DIGEST: text, of what went out; none where it was no file
 * @CAB_DISCLOSURE_ROW_CORRECTS_ID: text, the disclosure that this one mends; or none
 * @CAB_DISCLOSURE_ROW_CORRECTED_BY_ID: text, the newest that mends this one; or none
 * @CAB_DISCLOSURE_ROW_DAMAGED: bool, what is stored cannot be read; only the id is given
 *
 * What a row of the list of disclosures tells; each is a property (`client-id`).
 */
typedef enum
{
  CAB_DISCLOSURE_ROW_ID,
  CAB_DISCLOSURE_ROW_AT,
  CAB_DISCLOSURE_ROW_LOCAL,
  CAB_DISCLOSURE_ROW_CLIENT_ID,
  CAB_DISCLOSURE_ROW_CLIENT,
  CAB_DISCLOSURE_ROW_REFERENCE,
  CAB_DISCLOSURE_ROW_ABSENT_WORDS,
  CAB_DISCLOSURE_ROW_DIRECTION_WORDS,
  CAB_DISCLOSURE_ROW_RECIPIENT,
  CAB_DISCLOSURE_ROW_COUNTRY,
  CAB_DISCLOSURE_ROW_WHAT,
  CAB_DISCLOSURE_ROW_PURPOSE,
  CAB_DISCLOSURE_ROW_GROUND,
  CAB_DISCLOSURE_ROW_GROUND_WORDS,
  CAB_DISCLOSURE_ROW_CONSENT_ID,
  CAB_DISCLOSURE_ROW_CHANNEL_WORDS,
  CAB_DISCLOSURE_ROW_PROTECTION,
  CAB_DISCLOSURE_ROW_PROTECTION_WORDS,
  CAB_DISCLOSURE_ROW_DIGEST,
  CAB_DISCLOSURE_ROW_CORRECTS_ID,
  CAB_DISCLOSURE_ROW_CORRECTED_BY_ID,
  CAB_DISCLOSURE_ROW_DAMAGED,
  CAB_DISCLOSURE_ROW_N_FIELDS
} CabDisclosureRowField;

#define CAB_TYPE_DISCLOSURE_ROW (cab_disclosure_row_get_type ())
G_DECLARE_FINAL_TYPE (CabDisclosureRow, cab_disclosure_row, CAB, DISCLOSURE_ROW, CabRow)

/**
 * CabDisclosureQuery:
 * @client_id: (nullable): only what was this client's
 * @ground: a #CabDisclosureGround, or -1 for all
 * @from: (nullable): a date in the practice's zone: nothing before it
 * @to: (nullable): a date: nothing after it
 * @digest: (nullable): only what had this digest
 *
 * Which disclosures are listed.
 */
typedef struct
{
  const char *client_id;
  int ground;
  const char *from;
  const char *to;
  const char *digest;
} CabDisclosureQuery;

#define CAB_DISCLOSURE_QUERY_ALL { .ground = -1 }

/**
 * cab_disclosure_row_list:
 * @practice: a practice
 * @query: which disclosures
 * @offset: rows that are left out at the beginning
 * @maximum: rows of the page
 * @n_all: (out) (optional): how many there are on all pages
 * @error: return location
 *
 * One page of the register of disclosures, the newest first. Nothing is hidden
 * from it: neither those of a client in the trash nor those of a restricted one,
 * for it is what the practice accounts with.
 *
 * Thread: the vault's. Source: window.md [W-98], records.md [M-55].
 *
 * Returns: (transfer full) (element-type CabDisclosureRow): the rows
 */
GPtrArray *cab_disclosure_row_list (CabPractice *practice,
                                    const CabDisclosureQuery *query,
                                    guint offset,
                                    guint maximum,
                                    guint *n_all,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * cab_disclosure_row_export:
 * @practice: a practice
 * @query: which disclosures
 * @cancellable: (nullable): asked before each row
 * @error: return location
 *
 * All disclosures that @query asks for, to leave the practice: the activity log is told
 * of it first.
 *
 * Thread: the vault's. Source: window.md [W-98], records.md [M-7].
 *
 * Returns: (transfer full) (element-type CabDisclosureRow): the rows, the newest first
 */
GPtrArray *cab_disclosure_row_export (CabPractice *practice,
                                      const CabDisclosureQuery *query,
                                      GCancellable *cancellable,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
