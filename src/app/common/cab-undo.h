/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/** CAB_UNDO_SECONDS: [W-26] how long an act can be undone by its toast */
#define CAB_UNDO_SECONDS 10

/**
 * cab_undo_offer:
 * @window: the window where something was done
 * @toast: what is said of it; its "button-clicked" undoes the act
 *
 * Gives a toast the button Undo, and lets Ctrl+Z press it, also when the toast
 * has gone. The window keeps the one last offered.
 *
 * Source: window.md [W-104], [W-130].
 */
void cab_undo_offer (GtkWidget *window, AdwToast *toast);

/** cab_undo_last: undoes what was last offered, once */
void cab_undo_last (GtkWidget *window);

/** cab_undo_forget: [W-104] what was done before cannot be undone by the key: at lock, and when
 * another client opens */
void cab_undo_forget (GtkWidget *window);

G_END_DECLS
