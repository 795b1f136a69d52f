/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * cab_list_pace_start:
 * @slice: what a list shows of a longer model, from its first row on
 *
 * Lets a list get its rows a few at a time, a frame between them. By itself the
 * toolkit builds the widgets of up to two hundred rows at once, while nobody can
 * type; a window shows twenty. Rows that are put into the model later come in the
 * same way. The pace ends with @slice.
 *
 * Thread: main. Source: window.md [W-25], [W-173].
 */
void cab_list_pace_start (GtkSliceListModel *slice);

/**
 * cab_list_pace_restart:
 * @slice: a model that was started
 *
 * To be called before other rows take the place of all that are there, so that
 * the list begins with a few again.
 */
void cab_list_pace_restart (GtkSliceListModel *slice);

G_END_DECLS
