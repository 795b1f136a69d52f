/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * cab_caps_lock_follow:
 * @widget: what says that Caps Lock is on
 * @page: the widget it belongs to, mapped
 *
 * Shows @widget while Caps Lock is on [W-38]. Called when @page is mapped.
 */
void cab_caps_lock_follow (GtkWidget *widget, GtkWidget *page);

/**
 * cab_caps_lock_dup_sentence:
 * @widget: where it was typed
 * @sentence: why a passphrase was refused
 *
 * After some tries the keyboard itself is the likeliest reason [W-39].
 *
 * Returns: (transfer full): @sentence, and what layout the keyboard is set to where that is known
 */
char *cab_caps_lock_dup_sentence (GtkWidget *widget, const char *sentence);

G_END_DECLS
