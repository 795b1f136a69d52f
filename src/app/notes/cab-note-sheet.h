/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-note.h"
#include "cab-process-note.h"

G_BEGIN_DECLS

/**
 * CabNoteSheetField:
 * @CAB_NOTE_SHEET_NOTE_KIND: what kind of contact it was
 * @CAB_NOTE_SHEET_HELD_ON: when, on the wall clock
 * @CAB_NOTE_SHEET_HELD_ON_ZONE: of which zone
 * @CAB_NOTE_SHEET_MINUTES: how long
 * @CAB_NOTE_SHEET_MEDIUM: how
 * @CAB_NOTE_SHEET_WITH_CONTACT: with whom, by id
 * @CAB_NOTE_SHEET_NEXT_TIME: what is to be taken up next time
 *
 * What stands beside the text. A process note has few of them.
 */
typedef enum
{
  CAB_NOTE_SHEET_NOTE_KIND,
  CAB_NOTE_SHEET_HELD_ON,
  CAB_NOTE_SHEET_HELD_ON_ZONE,
  CAB_NOTE_SHEET_MINUTES,
  CAB_NOTE_SHEET_MEDIUM,
  CAB_NOTE_SHEET_WITH_CONTACT,
  CAB_NOTE_SHEET_NEXT_TIME,
  CAB_NOTE_SHEET_N_FIELDS
} CabNoteSheetField;

/**
 * CabNoteSheet:
 * @kind: #cab_note_kind or #cab_process_note_kind
 * @id: of the note; a new one is stored with its first key
 * @client_id: whose it is
 * @text: (not nullable): as it stands in the editor
 * @values: (nullable elements): the fields beside it, in their outside form
 * @is_stored: whether there is such a note in the file
 * @is_signed: whether its newest text is signed
 * @is_locked: whether the practice's policy leaves a signed text as it is
 * @refusal: (nullable): why the values stay a draft, in the model's words
 *
 * One note as an editor has it: a value, handed to and fro between the window
 * and the file's thread. The functions are those of the file's thread.
 *
 * Source: window.md [W-75], [W-76]; records.md [M-18], [M-36], [M-47].
 */
typedef struct
{
  const CabKind *kind;
  char *id;
  char *client_id;
  char *text;
  char *values[CAB_NOTE_SHEET_N_FIELDS];
  gboolean is_stored;
  gboolean is_signed;
  gboolean is_locked;
  char *refusal;
} CabNoteSheet;

CabNoteSheet *cab_note_sheet_copy (const CabNoteSheet *self);
void cab_note_sheet_free (CabNoteSheet *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CabNoteSheet, cab_note_sheet_free)

/** cab_note_sheet_get_field: Returns: the field's index among all of the kind's, -1 for none */
int cab_note_sheet_get_field (const CabKind *kind, CabNoteSheetField field);

/**
 * cab_note_sheet_dup_heading:
 * @kind: the kind of the note
 * @note_kind: (nullable): its code of #cab_note_kind_codes
 * @held_on: when it was, as it is stored
 *
 * Returns: (transfer full): "Session, 3 March 2026, 09:00"
 */
char *cab_note_sheet_dup_heading (const CabKind *kind, const char *note_kind, const char *held_on);

/**
 * cab_note_sheet_open:
 * @practice: a practice
 * @kind: #cab_note_kind or #cab_process_note_kind
 * @client_id: whose
 * @id: (nullable): of the note; %NULL for a new one
 * @error: return location
 *
 * Reads a note with the drafts of its text and its values; a new one is only
 * imagined: held now, a session. Reading a stored one is audited.
 *
 * Returns: (transfer full): the sheet
 */
CabNoteSheet *cab_note_sheet_open (CabPractice *practice,
                                   const CabKind *kind,
                                   const char *client_id,
                                   const char *id,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * cab_note_sheet_keep:
 * @self: what stands in the editor
 * @practice: a practice
 * @error: return location
 *
 * Keeps it as a draft. A note that is not stored yet is stored first. Values
 * that a rule refuses become drafts beside the last good ones, and `refusal`
 * says why.
 *
 * Errors: the vault's, and the model's for the text itself.
 *
 * Returns: %TRUE when it is on disk
 */
gboolean cab_note_sheet_keep (CabNoteSheet *self, CabPractice *practice, GError **error);

/**
 * cab_note_sheet_finish:
 * @self: what stands in the editor
 * @practice: a practice
 * @because: why it is left
 * @error: return location
 *
 * Keeps it, and makes a version of the text when it differs from the last
 * [M-37]. Where that is refused the draft stays.
 *
 * Returns: %TRUE when the version is on disk, or none was needed
 */
gboolean cab_note_sheet_finish (CabNoteSheet *self,
                                CabPractice *practice,
                                CabCutBecause because,
                                GError **error);

/**
 * cab_note_sheet_check:
 * @self: what stands in the editor
 * @practice: a practice
 * @error: return location
 *
 * Keeps it as a draft and says whether it could be signed as it is [W-78].
 *
 * Errors: INVALID when there is no text or a value is refused.
 *
 * Returns: %TRUE when cab_note_sheet_sign() would sign it
 */
gboolean cab_note_sheet_check (CabNoteSheet *self, CabPractice *practice, GError **error);

/**
 * cab_note_sheet_sign:
 * @self: what stands in the editor
 * @practice: a practice
 * @error: return location
 *
 * Makes a version of the text and signs it, in one transaction [M-38].
 *
 * Returns: %TRUE when the signature is on disk
 */
gboolean cab_note_sheet_sign (CabNoteSheet *self, CabPractice *practice, GError **error);

G_END_DECLS
