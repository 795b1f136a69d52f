/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-audit-record.h"
#include "cab-practice.h"
#include "cab-row.h"

G_BEGIN_DECLS

/**
 * CabActivityField:
 * @CAB_ACTIVITY_SEQUENCE: integer, the entry's number in the log
 * @CAB_ACTIVITY_AT: text, an instant
 * @CAB_ACTIVITY_LOCAL: text, the same in the practice's own time
 * @CAB_ACTIVITY_WHO: text, the clinician's name, or "Cabinet" for the program itself
 * @CAB_ACTIVITY_ACT: integer, a #CabAuditAct; -1 for one of a newer Cabinet
 * @CAB_ACTIVITY_SENTENCE: text, what was done; names nobody
 * @CAB_ACTIVITY_CLIENT_ID: text, whose record it was; none where it belongs to
 *   nobody or is erased
 * @CAB_ACTIVITY_CLIENT: text, the client's shown name; or none
 * @CAB_ACTIVITY_REFERENCE: text, or none
 * @CAB_ACTIVITY_KIND: text, kind of the record it was done with; or none
 * @CAB_ACTIVITY_ID: text, that record; or none
 * @CAB_ACTIVITY_LABELS: texts, labels of the fields that changed
 * @CAB_ACTIVITY_OLD: texts, what each held before, in a person's words, empty for nothing
 * @CAB_ACTIVITY_NEW: texts, what each held afterwards; as many as labels
 *
 * What a row of the activity log tells; each is a property (`client-id`).
 */
typedef enum
{
  CAB_ACTIVITY_SEQUENCE,
  CAB_ACTIVITY_AT,
  CAB_ACTIVITY_LOCAL,
  CAB_ACTIVITY_WHO,
  CAB_ACTIVITY_ACT,
  CAB_ACTIVITY_SENTENCE,
  CAB_ACTIVITY_CLIENT_ID,
  CAB_ACTIVITY_CLIENT,
  CAB_ACTIVITY_REFERENCE,
  CAB_ACTIVITY_KIND,
  CAB_ACTIVITY_ID,
  CAB_ACTIVITY_LABELS,
  CAB_ACTIVITY_OLD,
  CAB_ACTIVITY_NEW,
  CAB_ACTIVITY_N_FIELDS
} CabActivityField;

#define CAB_TYPE_ACTIVITY (cab_activity_get_type ())
G_DECLARE_FINAL_TYPE (CabActivity, cab_activity, CAB, ACTIVITY, CabRow)

/**
 * CabActivityQuery:
 * @client_id: (nullable): only what was done with this client's records
 * @act: a #CabAuditAct, or -1 for all
 * @from: (nullable): a date in the practice's zone: nothing before it
 * @to: (nullable): a date: nothing after it
 * @before: only entries with a lower number, 0 for the newest: the last
 *   #CAB_ACTIVITY_SEQUENCE of a page gives the next
 * @after: only entries with a higher number, 0 for all: what came since
 */
typedef struct
{
  const char *client_id;
  int act;
  const char *from;
  const char *to;
  gint64 before;
  gint64 after;
} CabActivityQuery;

#define CAB_ACTIVITY_QUERY_ALL { .act = -1 }

/**
 * cab_activity_list:
 * @practice: a practice
 * @query: which entries
 * @maximum: rows of the page
 * @error: return location
 *
 * One page of the activity log in sentences, the newest first.
 *
 * Thread: the vault's. Source: window.md [W-98], records.md [M-7], [M-57].
 *
 * Returns: (transfer full) (element-type CabActivity): the rows
 */
GPtrArray *cab_activity_list (CabPractice *practice,
                              const CabActivityQuery *query,
                              guint maximum,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
