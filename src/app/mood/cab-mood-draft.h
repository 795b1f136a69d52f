/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-affect-grid.h"
#include "cab-draft.h"
#include "cab-field-editor.h"
#include "cab-mood-sheet.h"
#include "cab-mood-words.h"

G_BEGIN_DECLS

/**
 * CabMoodForm:
 * @sheet: what is asked
 * @editors: (array length=n_editors): the rows
 * @fields: (array length=n_editors): what they are of
 * @grid: the point
 * @words: the emotions
 * @track_rows: (element-type GtkEditable): the numbers, one a track of @sheet
 *
 * Where an entry is filled in. Nothing is owned.
 */
typedef struct
{
  CabMoodSheet *sheet;
  CabFieldEditor *const *editors;
  const guint *fields;
  guint n_editors;
  CabAffectGrid *grid;
  CabMoodWords *words;
  GPtrArray *track_rows;
} CabMoodForm;

/** cab_mood_draft_write: Returns: (transfer full): what is filled in, as the text of a draft */
char *cab_mood_draft_write (const CabMoodForm *form);

/** cab_mood_draft_show: fills in what @body says; what it does not know it leaves */
void cab_mood_draft_show (const CabMoodForm *form, const char *body);

/** cab_mood_draft_get_target: @entry_id: (nullable): a stored one: Returns: where it is kept */
CabDraftTarget cab_mood_draft_get_target (const char *client_id, const char *entry_id);

G_END_DECLS
