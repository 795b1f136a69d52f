/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-note.h"

G_BEGIN_DECLS

/**
 * CabAddendumSheet:
 * @client_id: whose note it is added to
 * @note_id: the note
 * @addendum_kind: why something is added, a #CabAddendumKind
 * @reason: (not nullable): why, in words
 * @text: (not nullable): what is added
 * @is_begun: whether a draft of it is on disk
 *
 * An addendum as it is being written: drafts of a record that is not made until
 * it is signed. A client has one of them at a time [M-47].
 */
typedef struct
{
  char *client_id;
  char *note_id;
  int addendum_kind;
  char *reason;
  char *text;
  gboolean is_begun;
} CabAddendumSheet;

CabAddendumSheet *cab_addendum_sheet_copy (const CabAddendumSheet *self);
void cab_addendum_sheet_free (CabAddendumSheet *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CabAddendumSheet, cab_addendum_sheet_free)

/**
 * cab_addendum_sheet_open:
 * @practice: the practice; on its thread
 * @client_id: whose note it is
 * @note_id: the note
 * @error: return location
 *
 * Reads the addendum that is being written to this note, or an empty one.
 *
 * Returns: (transfer full): the sheet
 */
CabAddendumSheet *cab_addendum_sheet_open (CabPractice *practice,
                                           const char *client_id,
                                           const char *note_id,
                                           GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * cab_addendum_sheet_keep:
 * @self: as it stands
 * @practice: the practice; on its thread
 * @error: return location
 *
 * Keeps it as a draft; an empty one is nothing to keep.
 *
 * Errors: %CAB_MODEL_ERROR_HELD when another note of the client has one.
 *
 * Returns: %TRUE when it is on disk
 */
gboolean
cab_addendum_sheet_keep (const CabAddendumSheet *self, CabPractice *practice, GError **error);

/** cab_addendum_sheet_discard: the same for one that a person gave up */
gboolean
cab_addendum_sheet_discard (const CabAddendumSheet *self, CabPractice *practice, GError **error);

/**
 * cab_addendum_sheet_check:
 * @self: as it stands
 * @error: return location
 *
 * Whether there is a text and a reason to sign.
 *
 * Thread: any. Returns: %TRUE when cab_addendum_sheet_sign() would sign it
 */
gboolean cab_addendum_sheet_check (const CabAddendumSheet *self, GError **error);

/** cab_addendum_sheet_sign: adds it to the note, signs it and ends its draft, as one [M-39] */
gboolean
cab_addendum_sheet_sign (const CabAddendumSheet *self, CabPractice *practice, GError **error);

/**
 * cab_addendum_sheet_dup_all:
 * @practice: the practice; on its thread
 * @note_id: a note
 * @error: return location
 *
 * Returns: (transfer full): the addenda of a note one below the other, in Pango
 *   markup; "" for none
 */
char *cab_addendum_sheet_dup_all (CabPractice *practice, const char *note_id, GError **error);

G_END_DECLS
