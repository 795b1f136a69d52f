/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CAB_TYPE_LIST_PACE (cab_list_pace_get_type ())
G_DECLARE_FINAL_TYPE (CabListPace, cab_list_pace, CAB, LIST_PACE, GObject)

/**
 * cab_list_pace_new:
 * @model: (nullable): a model of objects; the property `model`
 *
 * What a list shows of a model: the same rows, but those that come and go do so a
 * few at a time, from the first on, a frame between them. By itself the toolkit
 * builds the widgets of up to two hundred rows at once, and destroys them, while
 * nobody can type; a window shows twenty. A row that goes stays until another
 * takes its place, and gives it its widgets; while the property `discreet` is set
 * it goes at once. The property `widget` is the list, whose frames are waited for
 * while it is on screen. What is shown ends with the object.
 *
 * Thread: main. Source: window.md [W-25], [W-28], [W-173].
 *
 * Returns: (transfer full): a list model
 */
CabListPace *cab_list_pace_new (GListModel *model);

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
