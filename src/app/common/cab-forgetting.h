/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * cab_forgetting_add_text:
 * @view: a text view, with the buffer that it will keep
 *
 * Makes the text end with the view, and what could be undone with it. A buffer
 * in which something was selected or copied holds on to itself otherwise: GTK's
 * content for the clipboards refers to the buffer, and the buffer to it.
 *
 * Thread: main. Source: [V-165].
 */
void cab_forgetting_add_text (GtkTextView *view);

/**
 * cab_forgetting_add_passphrase:
 * @row: a row for a passphrase, still empty
 *
 * Makes what is typed end with the row, wiped. libadwaita 1.7 keeps a reference
 * to the buffer that it makes for such a row, so that one outlives it; this one
 * does not.
 *
 * Thread: main. Source: [V-165].
 */
void cab_forgetting_add_passphrase (AdwPasswordEntryRow *row);

G_END_DECLS
