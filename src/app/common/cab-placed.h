/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <gtk/gtk.h>

#include "cab-place.h"

G_BEGIN_DECLS

/**
 * CabPlaced:
 *
 * A page, or a part of one, that knows more of where a person is in it than
 * which record it shows: a tab, the words of a search, a caret. What is
 * scrolled and what has the focus is kept for every page without it.
 *
 * Thread: main. Source: window.md [W-44].
 */
#define CAB_TYPE_PLACED (cab_placed_get_type ())
G_DECLARE_INTERFACE (CabPlaced, cab_placed, CAB, PLACED, GtkWidget)

/**
 * CabPlacedInterface:
 * @keep_place: writes what it knows into a place
 * @take_place: goes there, at once or when its record is read
 */
struct _CabPlacedInterface
{
  GTypeInterface parent_iface;

  void (*keep_place) (CabPlaced *self, CabPlace *place);
  void (*take_place) (CabPlaced *self, const CabPlace *place);
};

/** cab_placed_keep_place: writes what @self knows into @place, if it is a #CabPlaced */
void cab_placed_keep_place (GtkWidget *self, CabPlace *place);

/** cab_placed_take_place: leads @self to @place, if it is a #CabPlaced */
void cab_placed_take_place (GtkWidget *self, const CabPlace *place);

/**
 * cab_placed_keep_view:
 * @page: a page that is shown
 * @place: its place
 *
 * Writes into @place how far @page is scrolled, and, when the focus is in it,
 * the way to that widget by the positions of children, `0.2.1`, with the caret
 * of a field.
 */
void cab_placed_keep_view (GtkWidget *page, CabPlace *place);

/**
 * cab_placed_take_view:
 * @page: a page that was just made
 * @place: its place
 *
 * Scrolls, and moves the focus, as soon as @page has what was seen; gives up
 * after three seconds on screen.
 */
void cab_placed_take_view (GtkWidget *page, const CabPlace *place);

G_END_DECLS
