/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <adwaita.h>

#include "cab-action-table.h"
#include "cab-open-practice.h"

G_BEGIN_DECLS

/**
 * CabNoteAddenda:
 *
 * What stands under a signed note [W-79]: its addenda, and the one that is
 * being written, with a draft and a signature of its own.
 */
#define CAB_TYPE_NOTE_ADDENDA (cab_note_addenda_get_type ())
G_DECLARE_FINAL_TYPE (CabNoteAddenda, cab_note_addenda, CAB, NOTE_ADDENDA, AdwBin)

/** cab_addendum_actions: the scope `addendum.` */
extern const CabActionTable cab_addendum_actions;

/** cab_note_addenda_show: shows the addenda of a signed note */
void cab_note_addenda_show (CabNoteAddenda *self,
                            CabOpenPractice *practice,
                            const char *client_id,
                            const char *note_id);

/** cab_note_addenda_begin: begins to write one, or goes on with it */
void cab_note_addenda_begin (CabNoteAddenda *self);

/** cab_note_addenda_flush: keeps what is unwritten, now */
void cab_note_addenda_flush (CabNoteAddenda *self);

G_END_DECLS
