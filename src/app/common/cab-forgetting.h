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
 * Makes the text end with the view, and what could be undone with it: a buffer
 * in which something was selected outlives its view, since GTK never gives back
 * all references to it, but it does so empty. What is copied or cut is put on the
 * clipboard as text, with the hint that managers of clipboards keep it nowhere.
 *
 * Thread: main. Source: [V-165], [V-172].
 */
void cab_forgetting_add_text (GtkTextView *view);

/**
 * cab_forgetting_empty_texts:
 *
 * Empties every text buffer of the program that no window shows, now, and once
 * more when what is on its way has come. GTK makes some of its own that nothing
 * ever frees: with what is pasted, dropped or dragged in a text view.
 *
 * Thread: main. Source: [V-165].
 */
void cab_forgetting_empty_texts (void);

/**
 * cab_forgetting_give_back:
 *
 * Gives the memory of pages that are gone back to the system, once the main loop
 * has nothing else to do. The C library keeps it by itself, and each day of locks
 * and unlocks would need some more.
 *
 * Thread: main. Source: [V-165].
 */
void cab_forgetting_give_back (void);

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
