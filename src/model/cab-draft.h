/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-practice.h"

G_BEGIN_DECLS

/**
 * CabDraftField:
 *
 * The fields of a draft in table order, which is export order.
 * Source: records.md [M-47].
 */
typedef enum
{
  CAB_DRAFT_FIELD_CLIENT_ID,
  CAB_DRAFT_FIELD_TARGET_KIND,
  CAB_DRAFT_FIELD_TARGET_RECORD,
  CAB_DRAFT_FIELD_TARGET_FIELD,
  CAB_DRAFT_FIELD_BODY,
  CAB_DRAFT_FIELD_TYPED_AT,
  CAB_DRAFT_N_FIELDS
} CabDraftField;

extern const CabKind cab_draft_kind;

#define CAB_TYPE_DRAFT (cab_draft_get_type ())
G_DECLARE_FINAL_TYPE (CabDraft, cab_draft, CAB, DRAFT, CabRecord)

/**
 * CabDraftTarget:
 * @kind: kind of the record that the text is for
 * @record_id: (nullable): that record; %NULL for one that is not made yet
 * @client_id: (nullable): whose record it is; may be left out where @record_id
 *   leads to the client
 * @field: the field, by name. The text of a note is a field of its versions, but
 *   its draft belongs to the note: kind `note`, field `text`
 *
 * Where a draft belongs. There is one draft for each target and field; of
 * records not yet made, one for each client, kind and field.
 *
 * Source: records.md [M-47].
 */
typedef struct
{
  const CabKind *kind;
  const char *record_id;
  const char *client_id;
  const char *field;
} CabDraftTarget;

/**
 * cab_draft_keep:
 * @practice: a practice
 * @target: where the text belongs
 * @body: the whole text as it stands; may be what a rule refuses, but not what
 *   [M-10] refuses
 * @error: return location
 *
 * Keeps unfinished text, in place of what was kept before. The target itself is
 * not touched. The first call for a target writes an audit row, later ones none;
 * an empty text is nothing to keep and discards the draft.
 *
 * Errors: those of cab_practice_save(). Source: records.md [M-18], [M-47].
 *
 * Returns: %TRUE when the text is on disk
 */
gboolean cab_draft_keep (CabPractice *practice,
                         const CabDraftTarget *target,
                         const char *body,
                         GError **error);

/**
 * cab_draft_find:
 * @practice: a practice
 * @target: where the text belongs
 * @draft: (out) (transfer full) (nullable): the draft, %NULL when there is none
 * @error: return location
 *
 * Returns: %FALSE with @error set when it cannot be read
 */
gboolean cab_draft_find (CabPractice *practice,
                         const CabDraftTarget *target,
                         CabRecord **draft,
                         GError **error);

/**
 * cab_draft_end:
 * @practice: a practice
 * @target: where the text belonged
 * @error: return location
 *
 * Ends a draft whose text has become a value or a version; best called in the
 * transaction that saves it. Its row goes, an audit row stays. Does nothing when
 * there is no draft.
 *
 * Source: records.md [M-18], [M-47].
 *
 * Returns: %TRUE when there is no draft any more
 */
gboolean cab_draft_end (CabPractice *practice, const CabDraftTarget *target, GError **error);

/** cab_draft_discard: the same for a draft that a person gave up */
gboolean cab_draft_discard (CabPractice *practice, const CabDraftTarget *target, GError **error);

G_END_DECLS
