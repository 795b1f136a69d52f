/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <gtk/gtk.h>

#include "cab-open-practice.h"

G_BEGIN_DECLS

/**
 * cab_trash_move:
 * @widget: a widget of the window where it is said
 * @practice: an open practice
 * @kind: the record's kind
 * @id: the record
 * @sentence: what the toast says, such as "Note moved to trash"
 *
 * Moves a record to the trash, with Undo in a toast for ten seconds and by the
 * key of `win.undo`. A refusal is the model's sentence in a toast [M-8].
 *
 * Source: window.md [W-26], [W-130].
 */
void cab_trash_move (GtkWidget *widget,
                     CabOpenPractice *practice,
                     const CabKind *kind,
                     const char *id,
                     const char *sentence);

/** cab_trash_restore: takes a record back out of the trash */
void cab_trash_restore (CabOpenPractice *practice, const CabKind *kind, const char *id);

G_END_DECLS
