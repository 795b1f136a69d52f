/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-practice.h"

G_BEGIN_DECLS

/**
 * CabFormEdit:
 * @field: an index among all fields
 * @text: (nullable): its outside form, as it was typed
 * @sentence: (nullable): why it was refused; %NULL when it is in the record
 *
 * One field that a person has changed.
 */
typedef struct
{
  guint field;
  char *text;
  char *sentence;
} CabFormEdit;

void cab_form_edit_free (CabFormEdit *self);

/**
 * CabFormBatch:
 * @record: the record as it is known; in a result as it is stored
 * @edits: (element-type CabFormEdit): what was changed
 * @sentence: (nullable): a refusal that is about no single field
 * @client_id: (nullable): whose record a new one will be, by which its drafts are found
 * @has_drafts: whether some of a new record was kept as drafts
 *
 * What goes to the file's thread, and what comes back from it.
 */
typedef struct
{
  CabRecord *record;
  GPtrArray *edits;
  char *sentence;
  char *client_id;
  gboolean has_drafts;
} CabFormBatch;

/** cab_form_batch_new: @record: (transfer full): Returns: (transfer full): without edits */
CabFormBatch *cab_form_batch_new (CabRecord *record);
void cab_form_batch_free (CabFormBatch *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CabFormBatch, cab_form_batch_free)

/** cab_form_batch_add: @text: (transfer full) (nullable): one more edit */
void cab_form_batch_add (CabFormBatch *self, guint field, char *text);

/** cab_form_batch_is_refused: Returns: whether anything of it was refused */
gboolean cab_form_batch_is_refused (const CabFormBatch *self);

/**
 * cab_form_create:
 * @practice: a practice
 * @batch: a new record and what was typed for it
 *
 * Saves a record that is not stored yet, all of it or nothing; what was refused
 * has its sentence in the batch.
 *
 * Thread: the file's. Source: window.md [W-122].
 */
void cab_form_create (CabPractice *practice, CabFormBatch *batch);

/**
 * cab_form_keep:
 * @practice: a practice
 * @batch: a record that is not stored, and what was typed for it
 *
 * Keeps what was typed as drafts, a field each, for the next form of a new record of
 * that kind for that client.
 *
 * Thread: the file's. Source: records.md [M-18], [M-47]; window.md [W-43].
 */
void cab_form_keep (CabPractice *practice, CabFormBatch *batch);

/** cab_form_recall: reads into the edits of @batch what cab_form_keep() kept for their fields */
void cab_form_recall (CabPractice *practice, CabFormBatch *batch);

/** cab_form_forget: gives up what cab_form_keep() kept for the fields of the edits of @batch */
void cab_form_forget (CabPractice *practice, CabFormBatch *batch);

/**
 * cab_form_update:
 * @practice: a practice
 * @batch: a stored record and what was typed in its form
 * @error: return location
 *
 * Writes what is allowed into the record as it stands in the file now, and keeps
 * what is refused as a draft beside the last valid value. Fields that only
 * together make sense are tried together first, then each alone.
 *
 * Thread: the file's. Source: records.md [M-18].
 *
 * Returns: %FALSE with @error set when the record cannot be read any more
 */
gboolean cab_form_update (CabPractice *practice, CabFormBatch *batch, GError **error);

/**
 * cab_form_load:
 * @practice: a practice
 * @kind: a kind
 * @id: the record's id
 * @error: return location
 *
 * Reads a record and the drafts of its fields, which are edits that were refused.
 *
 * Returns: (transfer full) (nullable): the record with its drafts
 */
CabFormBatch *cab_form_load (CabPractice *practice,
                             const CabKind *kind,
                             const char *id,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
