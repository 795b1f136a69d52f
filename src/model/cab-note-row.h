/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-practice.h"
#include "cab-row.h"

G_BEGIN_DECLS

/**
 * CabNoteRowField:
 * @CAB_NOTE_ROW_ID: text
 * @CAB_NOTE_ROW_KIND: text, `note` or `process-note`
 * @CAB_NOTE_ROW_MONTH: text, `2026-03`, by which rows are put together
 * @CAB_NOTE_ROW_MONTH_WORDS: text, "March 2026"
 * @CAB_NOTE_ROW_NOTE_KIND_WORDS: text, "Session"
 * @CAB_NOTE_ROW_HELD_ON: text, the wall clock `2026-03-02T09:00`
 * @CAB_NOTE_ROW_DAY_WORDS: text, "2 March"
 * @CAB_NOTE_ROW_FIRST_LINE: text, of what was written last, a draft included; or none
 * @CAB_NOTE_ROW_STATE: integer, a #CabNoteState
 * @CAB_NOTE_ROW_STATE_WORDS: text, "Draft", "Signed", "Signed with 2 addenda"
 * @CAB_NOTE_ROW_ADDENDA: integer, how many addenda, drafts of them included
 * @CAB_NOTE_ROW_HAS_DRAFT: bool, text waits that is in no version yet
 * @CAB_NOTE_ROW_TRASHED_ON: text, a date, or none
 * @CAB_NOTE_ROW_DAMAGED: bool, its text cannot be read
 *
 * What a row of a client's notes tells; each is a property (`first-line`).
 */
typedef enum
{
  CAB_NOTE_ROW_ID,
  CAB_NOTE_ROW_KIND,
  CAB_NOTE_ROW_MONTH,
  CAB_NOTE_ROW_MONTH_WORDS,
  CAB_NOTE_ROW_NOTE_KIND_WORDS,
  CAB_NOTE_ROW_HELD_ON,
  CAB_NOTE_ROW_DAY_WORDS,
  CAB_NOTE_ROW_FIRST_LINE,
  CAB_NOTE_ROW_STATE,
  CAB_NOTE_ROW_STATE_WORDS,
  CAB_NOTE_ROW_ADDENDA,
  CAB_NOTE_ROW_HAS_DRAFT,
  CAB_NOTE_ROW_TRASHED_ON,
  CAB_NOTE_ROW_DAMAGED,
  CAB_NOTE_ROW_N_FIELDS
} CabNoteRowField;

#define CAB_TYPE_NOTE_ROW (cab_note_row_get_type ())
G_DECLARE_FINAL_TYPE (CabNoteRow, cab_note_row, CAB, NOTE_ROW, CabRow)

/**
 * cab_note_row_list:
 * @practice: a practice
 * @kind: `note` or `process-note`: the two never stand in one list [W-81]
 * @client_id: whose
 * @trashed: %FALSE for the list, %TRUE for its trash
 * @offset: how many rows come before the page
 * @maximum: rows of the page
 * @n_all: (out) (optional): how many rows all pages have together; 0 for a page
 *   behind the end
 * @error: return location
 *
 * One page of a client's notes, the newest first.
 *
 * Thread: the vault's. Source: window.md [W-15].
 *
 * Returns: (transfer full) (element-type CabNoteRow): the rows
 */
GPtrArray *cab_note_row_list (CabPractice *practice,
                              const CabKind *kind,
                              const char *client_id,
                              gboolean trashed,
                              guint offset,
                              guint maximum,
                              guint *n_all,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
