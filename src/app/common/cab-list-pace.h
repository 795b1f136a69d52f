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
 * Begins with a few rows again: called before others take the place of all.
 */
void cab_list_pace_restart (GtkSliceListModel *slice);

/**
 * cab_list_put:
 * @store: the rows of a list
 * @position: where the new rows begin; what comes before stays
 * @rows: (element-type GObject): the rows as they are now, to the end
 * @equals: says whether two rows tell the same
 *
 * Brings a list up to date, but touches only what differs between the first and
 * the last row that tell something new: the focus and the place on the screen
 * stay, and nothing is built again.
 *
 * Source: window.md [W-125], [W-173].
 */
void cab_list_put (GListStore *store, guint position, GPtrArray *rows, GEqualFunc equals);

G_END_DECLS
