/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-record.h"

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

G_END_DECLS
