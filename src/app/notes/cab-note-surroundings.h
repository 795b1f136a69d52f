/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-note-sheet.h"
#include "cab-practice-settings.h"

G_BEGIN_DECLS

/**
 * CabNoteSurroundings:
 * @client_name: whose note it is
 * @client_reference: the same, where nobody is named [W-28]
 * @next_time_note: (nullable): id of the note that said what to take up next time
 * @next_time: (nullable): what it said
 * @next_time_on: (nullable): when that was, as it is stored
 * @last_heading: (nullable): kind and day of the note before
 * @last_text: (nullable): its text
 * @jurisdiction: whose identity numbers are better not kept [M-21]
 * @conditions: the client's conditions that are not resolved, one line each
 * @contact_ids: the client's contacts
 * @contact_names: the names of the same
 * @contact_parts: the same, where nobody is named
 *
 * What stands beside a note while it is written [W-75]. Nothing of a process
 * note is among it, and a process note has none but the contacts [W-81].
 */
typedef struct
{
  char *client_name;
  char *client_reference;
  char *next_time_note;
  char *next_time;
  char *next_time_on;
  char *last_heading;
  char *last_text;
  CabJurisdiction jurisdiction;
  GStrv conditions;
  GStrv contact_ids;
  GStrv contact_names;
  GStrv contact_parts;
} CabNoteSurroundings;

void cab_note_surroundings_free (CabNoteSurroundings *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CabNoteSurroundings, cab_note_surroundings_free)

/**
 * cab_note_surroundings_read:
 * @practice: the practice; on its thread
 * @sheet: the note
 * @error: return location
 *
 * The note before is the newest that was held before this one; "next time" is
 * that of the newest one before that is not ticked off [M-36].
 *
 * Returns: (transfer full): what stands beside it
 */
CabNoteSurroundings *cab_note_surroundings_read (CabPractice *practice,
                                                 const CabNoteSheet *sheet,
                                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * cab_note_surroundings_tick:
 * @practice: the practice; on its thread
 * @note_id: the note whose "next time" was taken up
 * @is_done: whether it was
 * @error: return location
 *
 * Returns: %TRUE when it is on disk
 */
gboolean cab_note_surroundings_tick (CabPractice *practice,
                                     const char *note_id,
                                     gboolean is_done,
                                     GError **error);

G_END_DECLS
