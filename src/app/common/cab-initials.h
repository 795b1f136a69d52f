/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CAB_TYPE_INITIALS (cab_initials_get_type ())
G_DECLARE_FINAL_TYPE (CabInitials, cab_initials, CAB, INITIALS, GtkWidget)

/**
 * CabInitials:
 *
 * A person's round sign in the row of a list, with libadwaita's colours for
 * avatars. The property `person` gives the colour, as AdwAvatar's does, `text` what
 * stands in it; without a text it is the sign of somebody. AdwAvatar has four
 * styled nodes and fits its letters anew in every row that comes: in a list of
 * twenty rows to the page that alone took 6 ms.
 *
 * Thread: main. Source: window.md [W-57], [W-173].
 */

G_END_DECLS
