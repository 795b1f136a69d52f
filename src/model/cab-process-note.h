/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-record.h"

G_BEGIN_DECLS

/**
 * CabProcessNoteField:
 *
 * The fields of a process note in table order, which is export order.
 * Source: records.md [M-40].
 */
typedef enum
{
  CAB_PROCESS_NOTE_FIELD_CLIENT_ID,
  CAB_PROCESS_NOTE_FIELD_HELD_ON,
  CAB_PROCESS_NOTE_FIELD_HELD_ON_ZONE,
  CAB_PROCESS_NOTE_FIELD_WITH_CONTACT_ID,
  CAB_PROCESS_NOTE_FIELD_STATE,
  CAB_PROCESS_NOTE_FIELD_CURRENT_VERSION_ID,
  CAB_PROCESS_NOTE_N_FIELDS
} CabProcessNoteField;

extern const CabKind cab_process_note_kind;

#define CAB_TYPE_PROCESS_NOTE (cab_process_note_get_type ())
G_DECLARE_FINAL_TYPE (CabProcessNote, cab_process_note, CAB, PROCESS_NOTE, CabRecord)

/**
 * CabProcessNoteVersionField:
 *
 * The fields of a process note version in table order, which is export order.
 * Source: records.md [M-40].
 */
typedef enum
{
  CAB_PROCESS_NOTE_VERSION_FIELD_NOTE_ID,
  CAB_PROCESS_NOTE_VERSION_FIELD_NUMBER,
  CAB_PROCESS_NOTE_VERSION_FIELD_TEXT,
  CAB_PROCESS_NOTE_VERSION_FIELD_HELD_ON,
  CAB_PROCESS_NOTE_VERSION_FIELD_HELD_ON_ZONE,
  CAB_PROCESS_NOTE_VERSION_FIELD_CUT_BECAUSE,
  CAB_PROCESS_NOTE_VERSION_FIELD_PREVIOUS_DIGEST,
  CAB_PROCESS_NOTE_VERSION_FIELD_DIGEST,
  CAB_PROCESS_NOTE_VERSION_N_FIELDS
} CabProcessNoteVersionField;

extern const CabKind cab_process_note_version_kind;

#define CAB_TYPE_PROCESS_NOTE_VERSION (cab_process_note_version_get_type ())
G_DECLARE_FINAL_TYPE (CabProcessNoteVersion,
                      cab_process_note_version,
                      CAB,
                      PROCESS_NOTE_VERSION,
                      CabRecord)

G_END_DECLS
