/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-addendum.h"
#include "cab-note-version.h"
#include "cab-practice.h"

G_BEGIN_DECLS

/**
 * CabNoteKind:
 * @CAB_NOTE_KIND_SESSION: session
 * @CAB_NOTE_KIND_CONTACT: contact
 * @CAB_NOTE_KIND_COLLATERAL: collateral
 * @CAB_NOTE_KIND_RISK: risk
 * @CAB_NOTE_KIND_SUPERVISION: supervision
 * @CAB_NOTE_KIND_LETTER: letter
 *
 * What kind of contact a note is about; process notes are a kind of their own. Source:
 * records.md [M-36].
 */
typedef enum
{
  CAB_NOTE_KIND_SESSION,
  CAB_NOTE_KIND_CONTACT,
  CAB_NOTE_KIND_COLLATERAL,
  CAB_NOTE_KIND_RISK,
  CAB_NOTE_KIND_SUPERVISION,
  CAB_NOTE_KIND_LETTER
} CabNoteKind;

extern const CabCodes cab_note_kind_codes;

/**
 * CabNoteMedium:
 * @CAB_NOTE_MEDIUM_ROOM: in the room
 * @CAB_NOTE_MEDIUM_VIDEO: video
 * @CAB_NOTE_MEDIUM_PHONE: phone
 * @CAB_NOTE_MEDIUM_TEXT: text
 * @CAB_NOTE_MEDIUM_HOME: at home
 * @CAB_NOTE_MEDIUM_OTHER: other
 *
 * How a session was held. Source: records.md [M-36].
 */
typedef enum
{
  CAB_NOTE_MEDIUM_ROOM,
  CAB_NOTE_MEDIUM_VIDEO,
  CAB_NOTE_MEDIUM_PHONE,
  CAB_NOTE_MEDIUM_TEXT,
  CAB_NOTE_MEDIUM_HOME,
  CAB_NOTE_MEDIUM_OTHER
} CabNoteMedium;

extern const CabCodes cab_note_medium_codes;

/**
 * CabNoteState:
 * @CAB_NOTE_STATE_DRAFT: draft
 * @CAB_NOTE_STATE_SIGNED: signed
 *
 * Whether a note is signed. Source: records.md [M-36].
 */
typedef enum
{
  CAB_NOTE_STATE_DRAFT,
  CAB_NOTE_STATE_SIGNED
} CabNoteState;

extern const CabCodes cab_note_state_codes;

/**
 * CabNoteField:
 *
 * The fields of a note in table order, which is export order.
 * Source: records.md [M-36].
 */
typedef enum
{
  CAB_NOTE_FIELD_CLIENT_ID,
  CAB_NOTE_FIELD_NOTE_KIND,
  CAB_NOTE_FIELD_HELD_ON,
  CAB_NOTE_FIELD_HELD_ON_ZONE,
  CAB_NOTE_FIELD_MINUTES,
  CAB_NOTE_FIELD_MEDIUM,
  CAB_NOTE_FIELD_WITH_CONTACT_ID,
  CAB_NOTE_FIELD_STATE,
  CAB_NOTE_FIELD_CURRENT_VERSION_ID,
  CAB_NOTE_FIELD_NEXT_TIME,
  CAB_NOTE_FIELD_NEXT_TIME_DONE,
  CAB_NOTE_N_FIELDS
} CabNoteField;

extern const CabKind cab_note_kind;

#define CAB_TYPE_NOTE (cab_note_get_type ())
G_DECLARE_FINAL_TYPE (CabNote, cab_note, CAB, NOTE, CabRecord)

/**
 * cab_note_write:
 * @practice: a practice
 * @note: a stored note or process note
 * @text: its whole text
 * @because: why the text is kept now
 * @error: return location
 *
 * Keeps a text: cuts a new version when @text differs from the newest one, and
 * does nothing when it does not. The draft of the text, if there is one, ends in
 * the same transaction.
 *
 * A signed note takes a new version only as far as the practice's unlock policy
 * goes; the version is then cut because of %CAB_CUT_BECAUSE_UNLOCK, and the note
 * has to be signed again. What was signed stays as it is.
 *
 * Errors: INVALID when there is no text, IMMUTABLE when the note is signed and
 * stays so, HELD when it lies in the trash, those of cab_practice_save().
 * Source: records.md [M-37], [M-38], [M-40].
 *
 * Returns: %TRUE when the text is on disk
 */
gboolean cab_note_write (CabPractice *practice,
                         CabRecord *note,
                         const char *text,
                         CabCutBecause because,
                         GError **error);

/**
 * cab_note_sign:
 * @practice: a practice
 * @note: a stored note or process note
 * @statement: what is stated by signing: "I wrote this note."
 * @error: return location
 *
 * Signs the newest version of a note, as the practice's owner, now. When the
 * note was moved to another time since, a version with that time is cut first.
 *
 * Errors: INVALID when there is no text, DUPLICATE when it is signed already,
 * HELD when it lies in the trash or its text has a draft.
 * Source: records.md [M-38], window.md [W-78].
 *
 * Returns: %TRUE when the signature is on disk
 */
gboolean
cab_note_sign (CabPractice *practice, CabRecord *note, const char *statement, GError **error);

/**
 * cab_note_add_addendum:
 * @practice: a practice
 * @note: a signed note
 * @kind: why something is added
 * @text: what is added
 * @reason: why, in words
 * @error: return location
 *
 * Adds to a signed note. The addendum is a draft that can be edited until
 * cab_addendum_sign(); the next one can follow only then.
 *
 * Errors: INVALID when the note is not signed, HELD when the addendum before is
 * not. Source: records.md [M-39].
 *
 * Returns: (transfer full): the addendum
 */
CabRecord *cab_note_add_addendum (CabPractice *practice,
                                  CabRecord *note,
                                  CabAddendumKind kind,
                                  const char *text,
                                  const char *reason,
                                  GError **error);

/**
 * cab_note_dup_text:
 * @practice: a practice
 * @note: a note or process note
 * @text: (out) (nullable): its newest text, %NULL when nothing was written yet
 * @error: return location
 *
 * Returns: %FALSE with @error set when the text cannot be read
 */
gboolean cab_note_dup_text (CabPractice *practice, CabRecord *note, char **text, GError **error);

/**
 * cab_note_list_versions:
 * @practice: a practice
 * @note: a note or process note
 * @error: return location
 *
 * Returns: (transfer full) (element-type CabRecord): its versions, the first first
 */
GPtrArray *cab_note_list_versions (CabPractice *practice, CabRecord *note, GError **error);

/**
 * cab_note_check_unlocked:
 * @practice: a practice
 * @note: a stored note or process note
 * @error: return location
 *
 * Whether a new text may be written: always for a note that is not signed, else
 * as the practice's unlock policy says.
 *
 * Errors: IMMUTABLE, with what to do instead. Source: records.md [M-38].
 *
 * Returns: %TRUE when cab_note_write() would take a text
 */
gboolean cab_note_check_unlocked (CabPractice *practice, CabRecord *note, GError **error);

/**
 * cab_note_check_text:
 * @note: a note or process note
 * @text: (nullable): a text for it
 * @error: return location
 *
 * Whether a text may be signed as the text of a note: it is more than white
 * space.
 *
 * Errors: INVALID. Thread: any. Source: window.md [W-78].
 *
 * Returns: %TRUE when there is a text
 */
gboolean cab_note_check_text (CabRecord *note, const char *text, GError **error);

/**
 * cab_note_verify:
 * @practice: a practice
 * @note: a stored note or process note
 * @error: return location
 *
 * Looks through the whole history of a note: that its versions are numbered from
 * 1 without a gap, that each names the digest of the one before and has the one
 * its content gives, that each signature is over the digest of what it signs, and
 * the same for its addenda.
 *
 * Shape: a version's digest is SHA-512 over its id, note, number, text, held-on,
 * zone of held-on, author (created-by), created-at and previous-digest in this
 * order, each in its outside form behind its length in bytes as 32 bits
 * little-endian; what is not stated has length 0. An addendum's: see
 * cab_addendum_sign().
 *
 * Errors: %CAB_VAULT_ERROR_CONTENT, saying which version or addendum it is.
 * Source: records.md [M-37] to [M-39].
 *
 * Returns: %TRUE when everything fits
 */
gboolean cab_note_verify (CabPractice *practice, CabRecord *note, GError **error);

G_END_DECLS
