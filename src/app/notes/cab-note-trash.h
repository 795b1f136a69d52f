/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <gtk/gtk.h>

#include "cab-kind.h"
#include "cab-open-practice.h"

G_BEGIN_DECLS

/**
 * cab_note_trash:
 * @practice: the practice
 * @kind: #cab_note_kind or #cab_process_note_kind
 * @note_id: a stored note
 * @near: a widget of the window that shows the toast
 *
 * Moves a note to the trash; the toast takes it back out [W-26]. A refusal is
 * the model's sentence, in a toast.
 */
void cab_note_trash (CabOpenPractice *practice,
                     const CabKind *kind,
                     const char *note_id,
                     GtkWidget *near);

G_END_DECLS
