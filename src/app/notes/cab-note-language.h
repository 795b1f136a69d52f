/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <gtksourceview/gtksource.h>

G_BEGIN_DECLS

/**
 * cab_note_language_apply:
 * @buffer: the text of a note
 *
 * Has the marks of a note's text, such as those of emphasis, shown as what they
 * mean. The first call reads the description of the marks, which takes several
 * frames; all later ones find it in memory.
 *
 * Thread: main. Source: window.md [W-75], [W-173].
 */
void cab_note_language_apply (GtkSourceBuffer *buffer);

/**
 * cab_note_language_prepare:
 *
 * Reads the description of the marks once the main loop has nothing else to do,
 * so that no note waits for it.
 *
 * Thread: main. Source: window.md [W-173].
 */
void cab_note_language_prepare (void);

G_END_DECLS
