/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-client.h"
#include "cab-practice.h"
#include "cab-row.h"

G_BEGIN_DECLS

/**
 * CabClientRowField:
 * @CAB_CLIENT_ROW_ID: text
 * @CAB_CLIENT_ROW_NAME: text, the shown name [M-11]
 * @CAB_CLIENT_ROW_INITIALS: text, of the shown name; empty where only a reference is known
 * @CAB_CLIENT_ROW_PRONOUNS: text or none
 * @CAB_CLIENT_ROW_REFERENCE: text
 * @CAB_CLIENT_ROW_STATUS: integer, a #CabClientStatus
 * @CAB_CLIENT_ROW_STATUS_WORDS: text
 * @CAB_CLIENT_ROW_LAST_CONTACT_ON: text, a date, or none
 * @CAB_CLIENT_ROW_STARTED_ON: text, a date, or none
 * @CAB_CLIENT_ROW_FLAGS: texts, what a person should know before opening: whole
 *   words, no colours
 * @CAB_CLIENT_ROW_RESTRICTED: bool
 * @CAB_CLIENT_ROW_TRASHED_ON: text, a date, or none
 * @CAB_CLIENT_ROW_DAMAGED: bool, the record cannot be read in full
 *
 * What a row of the list of clients tells; each is a property (`last-contact-on`).
 */
typedef enum
{
  CAB_CLIENT_ROW_ID,
  CAB_CLIENT_ROW_NAME,
  CAB_CLIENT_ROW_INITIALS,
  CAB_CLIENT_ROW_PRONOUNS,
  CAB_CLIENT_ROW_REFERENCE,
  CAB_CLIENT_ROW_STATUS,
  CAB_CLIENT_ROW_STATUS_WORDS,
  CAB_CLIENT_ROW_LAST_CONTACT_ON,
  CAB_CLIENT_ROW_STARTED_ON,
  CAB_CLIENT_ROW_FLAGS,
  CAB_CLIENT_ROW_RESTRICTED,
  CAB_CLIENT_ROW_TRASHED_ON,
  CAB_CLIENT_ROW_DAMAGED,
  CAB_CLIENT_ROW_N_FIELDS
} CabClientRowField;

#define CAB_TYPE_CLIENT_ROW (cab_client_row_get_type ())
G_DECLARE_FINAL_TYPE (CabClientRow, cab_client_row, CAB, CLIENT_ROW, CabRow)

/**
 * CabClientPlace:
 * @CAB_CLIENT_PLACE_LIST: neither in the trash nor restricted
 * @CAB_CLIENT_PLACE_RESTRICTED: restricted ones, which no other list shows [M-19]
 * @CAB_CLIENT_PLACE_TRASH: what lies in the trash
 */
typedef enum
{
  CAB_CLIENT_PLACE_LIST,
  CAB_CLIENT_PLACE_RESTRICTED,
  CAB_CLIENT_PLACE_TRASH
} CabClientPlace;

/**
 * CabClientSort:
 * @CAB_CLIENT_SORT_NAME: by family then given name, else by the shown name [W-138]
 * @CAB_CLIENT_SORT_LAST_CONTACT: the latest first, those without last
 * @CAB_CLIENT_SORT_STARTED: the latest first, those without last
 */
typedef enum
{
  CAB_CLIENT_SORT_NAME,
  CAB_CLIENT_SORT_LAST_CONTACT,
  CAB_CLIENT_SORT_STARTED
} CabClientSort;

/** CAB_CLIENT_STATUSES_CURRENT: enquiry to paused: the list as it opens [W-12] */
#define CAB_CLIENT_STATUSES_CURRENT                                                                \
  ((1u << CAB_CLIENT_STATUS_ENQUIRY) | (1u << CAB_CLIENT_STATUS_WAITING)                           \
   | (1u << CAB_CLIENT_STATUS_ACTIVE) | (1u << CAB_CLIENT_STATUS_PAUSED))

#define CAB_CLIENT_STATUSES_ALL ((1u << (CAB_CLIENT_STATUS_ARCHIVED + 1)) - 1)

/**
 * CabClientQuery:
 * @words: (nullable): each word must stand in a name or the reference; case and
 *   accents do not matter
 * @statuses: set of `1 << status`
 * @place: where
 * @sort: in which order
 * @by_reference: sorts by the reference, for discreet mode [W-28], and finds by it alone
 */
typedef struct
{
  const char *words;
  guint statuses;
  CabClientPlace place;
  CabClientSort sort;
  gboolean by_reference;
} CabClientQuery;

#define CAB_CLIENT_QUERY_CURRENT { .statuses = CAB_CLIENT_STATUSES_CURRENT }

/**
 * CabClientCounts:
 * @n_matching: how many rows all pages of the query have together
 * @n_by_status: of those that match words and place, how many of each status
 * @n_listed: clients neither in the trash nor restricted, whatever the query
 * @n_restricted: clients that are restricted
 * @n_trashed: clients in the trash
 */
typedef struct
{
  guint n_matching;
  guint n_by_status[CAB_CLIENT_STATUS_ARCHIVED + 1];
  guint n_listed;
  guint n_restricted;
  guint n_trashed;
} CabClientCounts;

/**
 * cab_client_row_list:
 * @practice: a practice
 * @query: which clients, in which order
 * @offset: how many rows come before the page
 * @maximum: rows of the page
 * @counts: (out) (optional): how many there are
 * @error: return location
 *
 * One page of the list of clients. A client whose record is damaged is a row
 * like others, with what can still be read, and marked: the list around it stays.
 *
 * Thread: the vault's. Source: window.md [W-12], vault.md [V-90].
 *
 * Returns: (transfer full) (element-type CabClientRow): the rows, fewer than
 *   @maximum at the end
 */
GPtrArray *cab_client_row_list (CabPractice *practice,
                                const CabClientQuery *query,
                                guint offset,
                                guint maximum,
                                CabClientCounts *counts,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** cab_client_row_dup_initials: Returns: (transfer full): of the first and the last word of @name */
char *cab_client_row_dup_initials (const char *name);

G_END_DECLS
