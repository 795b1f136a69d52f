/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-practice.h"
#include "cab-row.h"

G_BEGIN_DECLS

/**
 * CabSearchRowField:
 * @CAB_SEARCH_ROW_KIND: text, the kind that was found
 * @CAB_SEARCH_ROW_ID: text, its id
 * @CAB_SEARCH_ROW_CLIENT_ID: text
 * @CAB_SEARCH_ROW_CLIENT: text, the shown name
 * @CAB_SEARCH_ROW_REFERENCE: text
 * @CAB_SEARCH_ROW_TITLE: text, what it is, naming nobody: "Note of 3 March"; the
 *   purpose of a consent; none for a client
 * @CAB_SEARCH_ROW_SNIPPET: text, one line around the words; none where they stand
 *   in what is not shown here, and where the record is damaged
 * @CAB_SEARCH_ROW_HITS: ranges, where the words stand in the snippet
 *
 * What a result tells; each is a property (`client-id`).
 */
typedef enum
{
  CAB_SEARCH_ROW_KIND,
  CAB_SEARCH_ROW_ID,
  CAB_SEARCH_ROW_CLIENT_ID,
  CAB_SEARCH_ROW_CLIENT,
  CAB_SEARCH_ROW_REFERENCE,
  CAB_SEARCH_ROW_TITLE,
  CAB_SEARCH_ROW_SNIPPET,
  CAB_SEARCH_ROW_HITS,
  CAB_SEARCH_ROW_N_FIELDS
} CabSearchRowField;

#define CAB_TYPE_SEARCH_ROW (cab_search_row_get_type ())
G_DECLARE_FINAL_TYPE (CabSearchRow, cab_search_row, CAB, SEARCH_ROW, CabRow)

/** CAB_SEARCH_GROUP_SIZE: results of a kind before "Show All" */
#define CAB_SEARCH_GROUP_SIZE 5

/**
 * CabSearchQuery:
 * @words: what was typed; the last word counts as a beginning
 * @client_id: (nullable): only what belongs to this client
 * @kind: (nullable): only results of this kind: client, note, addendum,
 *   process-note, attachment, consent
 * @from: (nullable): a date; nothing of an earlier day, and nothing that has no day
 * @to: (nullable): a date; nothing of a later day
 * @process_notes: process notes too, which stay out otherwise [W-81]
 * @offset: results of each kind that come before those wanted, for paging
 * @maximum: results of each kind; %CAB_SEARCH_GROUP_SIZE when 0
 */
typedef struct
{
  const char *words;
  const char *client_id;
  const CabKind *kind;
  const char *from;
  const char *to;
  gboolean process_notes;
  guint offset;
  guint maximum;
} CabSearchQuery;

/**
 * CabSearchGroup:
 * @kind: of its results
 * @n_all: how many there are
 * @rows: (element-type CabSearchRow): the best of them; of very many the newest
 */
typedef struct
{
  const CabKind *kind;
  guint n_all;
  GPtrArray *rows;
} CabSearchGroup;

void cab_search_group_free (CabSearchGroup *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CabSearchGroup, cab_search_group_free)

/**
 * cab_search_list_groups:
 * @practice: a practice
 * @query: what is looked for
 * @cancellable: (nullable): ends the search, in the middle of a query too; any
 *   thread may cancel it
 * @error: return location
 *
 * Searches everything, grouped by kind; kinds without a result are left out.
 * Case and accents do not matter. Trashed and restricted records are not found
 * [M-8], [M-19]. Who calls audits the search once it is over, without words [M-7].
 *
 * Errors: %G_IO_ERROR_CANCELLED.
 * Thread: the vault's. Source: window.md [W-30].
 *
 * Returns: (transfer full) (element-type CabSearchGroup): the groups
 */
GPtrArray *cab_search_list_groups (CabPractice *practice,
                                   const CabSearchQuery *query,
                                   GCancellable *cancellable,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * cab_search_dup_snippet:
 * @text: where something was found
 * @words: what was searched
 * @length: about how many characters
 * @hits: (out) (transfer full) (element-type CabRange): where the words stand in
 *   the snippet
 *
 * Thread: any. Returns: (transfer full): the part of @text around the first word
 *   found, on one line
 */
char *cab_search_dup_snippet (const char *text, const char *words, guint length, GArray **hits);

G_END_DECLS
