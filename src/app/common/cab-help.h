/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * cab_help_dup_page:
 * @window: a window of Cabinet
 *
 * Finds the help page about the screen in front: the dialog, else the innermost
 * page, editor or dialog that is visible. Its id is the screen's own stem.
 *
 * Source: window.md [W-187].
 *
 * Returns: (transfer full): `today-page`; `index` when no screen is in front
 */
char *cab_help_dup_page (AdwApplicationWindow *window);

/** cab_help_show: opens the page about the screen in front: an act of the window @widget */
void cab_help_show (GtkWidget *widget, const char *action, GVariant *parameter);

G_END_DECLS
