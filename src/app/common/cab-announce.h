/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * cab_announce:
 * @widget: what it is about
 * @sentence: a whole sentence; no name and no text of a note while locking or locked
 *
 * Lets a screen reader say a sentence [W-123].
 */
void cab_announce (GtkWidget *widget, const char *sentence);

/** cab_announce_now: as cab_announce(), interrupting what is being said: the notice before locking
 */
void cab_announce_now (GtkWidget *widget, const char *sentence);

G_END_DECLS
