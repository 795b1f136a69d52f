/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-record.h"

G_BEGIN_DECLS

/**
 * CabCutBecause:
 * @CAB_CUT_BECAUSE_SIGN: signed
 * @CAB_CUT_BECAUSE_LEAVE: left the page
 * @CAB_CUT_BECAUSE_IDLE: idle
 * @CAB_CUT_BECAUSE_LOCK: locked
 * @CAB_CUT_BECAUSE_IMPORT: imported
 * @CAB_CUT_BECAUSE_UNLOCK: unlocked
 *
 * Why a version was cut. Source: records.md [M-37].
 */
typedef enum
{
  CAB_CUT_BECAUSE_SIGN,
  CAB_CUT_BECAUSE_LEAVE,
  CAB_CUT_BECAUSE_IDLE,
  CAB_CUT_BECAUSE_LOCK,
  CAB_CUT_BECAUSE_IMPORT,
  CAB_CUT_BECAUSE_UNLOCK
} CabCutBecause;

extern const CabCodes cab_cut_because_codes;

/**
 * CabNoteVersionField:
 *
 * The fields of a note version in table order, which is export order.
 * Source: records.md [M-37].
 */
typedef enum
{
  CAB_NOTE_VERSION_FIELD_NOTE_ID,
  CAB_NOTE_VERSION_FIELD_NUMBER,
  CAB_NOTE_VERSION_FIELD_TEXT,
  CAB_NOTE_VERSION_FIELD_HELD_ON,
  CAB_NOTE_VERSION_FIELD_HELD_ON_ZONE,
  CAB_NOTE_VERSION_FIELD_CUT_BECAUSE,
  CAB_NOTE_VERSION_FIELD_PREVIOUS_DIGEST,
  CAB_NOTE_VERSION_FIELD_DIGEST,
  CAB_NOTE_VERSION_N_FIELDS
} CabNoteVersionField;

extern const CabKind cab_note_version_kind;

#define CAB_TYPE_NOTE_VERSION (cab_note_version_get_type ())
G_DECLARE_FINAL_TYPE (CabNoteVersion, cab_note_version, CAB, NOTE_VERSION, CabRecord)

G_END_DECLS
