/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * cab_storable_guard_text:
 * @view: a text view, with the buffer that it will keep
 *
 * Leaves out of what is typed, pasted and dropped the characters that no record
 * holds, and says in a toast how many they were. With one of them in it the
 * whole text would be refused when it is kept.
 *
 * Thread: main. Source: [W-83], [M-10].
 */
void cab_storable_guard_text (GtkTextView *view);

/**
 * cab_storable_guard_entry:
 * @entry: a field of one line
 *
 * As cab_storable_guard_text().
 *
 * Thread: main. Source: [W-83], [M-10].
 */
void cab_storable_guard_entry (GtkEditable *entry);

G_END_DECLS
