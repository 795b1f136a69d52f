/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <gtk/gtk.h>

#include "cab-open-practice.h"

G_BEGIN_DECLS

/**
 * CabNoteSigning:
 *
 * A signature that can still be undone [W-78]: for ten seconds there is a toast
 * and the note is a draft; then version and signature are written in one
 * transaction. It lives by itself: leaving the page changes nothing. Closing the
 * practice or the toast seals at once.
 *
 * Signal: `ended`, when it was undone, sealed or refused.
 */
#define CAB_TYPE_NOTE_SIGNING (cab_note_signing_get_type ())
G_DECLARE_FINAL_TYPE (CabNoteSigning, cab_note_signing, CAB, NOTE_SIGNING, GObject)

/**
 * cab_note_signing_start:
 * @practice: the practice
 * @id: of the note; for an addendum, what it is found by
 * @sign: writes the signature; its draft is on disk already
 * @data: (transfer full): for @sign
 * @data_free: frees @data
 * @near: a widget of the window that shows the toast
 *
 * Returns: (transfer none): the signing, until it ended
 */
CabNoteSigning *cab_note_signing_start (CabOpenPractice *practice,
                                        const char *id,
                                        CabJobFunc sign,
                                        gpointer data,
                                        GDestroyNotify data_free,
                                        GtkWidget *near);

/** cab_note_signing_find: Returns: (nullable) (transfer none): the one of that id */
CabNoteSigning *cab_note_signing_find (CabOpenPractice *practice, const char *id);

/** cab_note_signing_undo: leaves the draft as it was; does nothing once it is being sealed */
void cab_note_signing_undo (CabNoteSigning *self);

/** cab_note_signing_seal: writes the signature now */
void cab_note_signing_seal (CabNoteSigning *self);

G_END_DECLS
