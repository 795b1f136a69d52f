/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * cab_list_show_top:
 * @list: a list with headings, whose rows were just put in or that just got the focus
 *
 * Shows a list from its first heading. By itself the toolkit scrolls to the first
 * row, past the heading above it.
 */
void cab_list_show_top (GtkListView *list);

G_END_DECLS
